// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/jsonvalue.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <set>
#include <string>
#include <string_view>

namespace mimesys::simulation {

using jsonvalue::Malformed;  // caught where one of the simulation's files is read

// The fields of one JSON object, each asked for by name, with its bounds. What nobody asked for is an error at the end:
// a misspelt name would else silently mean the default.
class Fields {
public:
    Fields(const nlohmann::json& object, std::string where) : m_object(object), m_where(std::move(where)) {
        if (!object.is_object()) {
            throw Malformed(fmt::format("{} is not an object", m_where));
        }
    }

    [[nodiscard]] bool has(const char* key) const { return m_object.contains(key); }

    double number(const char* key, double low, double high) {
        const nlohmann::json& value = required(key);
        const double result = value.is_number() ? value.get<double>() : std::nan("");
        if (!(result >= low && result <= high)) {
            throw Malformed(fmt::format("\"{}\" of {} is not a number from {:g} to {:g}", key, m_where, low, high));
        }
        return result;
    }
    double number(const char* key, double low, double high, double absent) {
        return has(key) ? number(key, low, high) : absent;
    }

    int whole(const char* key, int low, int high) {
        const double result = number(key, low, high);
        if (result != std::floor(result)) {
            throw Malformed(fmt::format("\"{}\" of {} is not a whole number", key, m_where));
        }
        return static_cast<int>(result);
    }

    bool flag(const char* key) {
        if (!has(key)) {
            return false;
        }
        const nlohmann::json& value = required(key);
        if (!value.is_boolean()) {
            throw Malformed(fmt::format("\"{}\" of {} is neither true nor false", key, m_where));
        }
        return value.get<bool>();
    }

    std::string text(const char* key) {
        const nlohmann::json& value = required(key);
        if (!value.is_string() || value.get_ref<const std::string&>().empty()) {
            throw Malformed(fmt::format("\"{}\" of {} is not a text", key, m_where));
        }
        return value.get<std::string>();
    }

    Fields object(const char* key) { return {required(key), fmt::format("\"{}\" of {}", key, m_where)}; }

    const nlohmann::json& required(const char* key) {
        const auto found = m_object.find(key);
        if (found == m_object.end()) {
            throw Malformed(fmt::format("{} lacks \"{}\"", m_where, key));
        }
        m_known.insert(key);
        return *found;
    }

    void nothingElse() const {
        for (const auto& [key, value] : m_object.items()) {
            if (!m_known.contains(key)) {
                throw Malformed(fmt::format("{} holds \"{}\", which means nothing", m_where, key.substr(0, 100)));
            }
        }
    }

private:
    const nlohmann::json& m_object;
    std::string m_where;
    std::set<std::string, std::less<>> m_known;
};

}  // namespace mimesys::simulation
