// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <stdexcept>
#include <string>
#include <string_view>

// Reading JSON that others may have written, one value after the other. What is not as it has to be throws Malformed,
// which ends at readDocument().
namespace mimesys::jsonvalue {

// The end of a sentence that begins with "… cannot be used: ".
struct Malformed : std::runtime_error {
    using std::runtime_error::runtime_error;
};

inline constexpr double kAnyNumber = 1e300;

// JSON has no NaN: what is not finite is null.
template <class Json>
Json numberOrNull(double value) {
    return std::isfinite(value) ? Json(value) : Json();
}
template <class Json>
double numberOrNaN(const Json& value) {
    return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.template get<double>();
}

template <class Json>
const Json& field(const Json& object, const char* key) {
    const auto found = object.is_object() ? object.find(key) : object.end();
    if (found == object.end()) {
        throw Malformed(fmt::format("\"{}\" is missing", key));
    }
    return *found;
}

template <class Json>
double number(const Json& value, const char* what, double low, double high) {
    const double result = value.is_number() ? value.template get<double>() : std::nan("");
    if (!(result >= low && result <= high)) {
        throw Malformed(fmt::format("\"{}\" is not a number from {} to {}", what, low, high));
    }
    return result;
}

// From 0 to `high`, which the integer must be able to hold.
template <class Integer, class Json>
Integer whole(const Json& value, const char* what, double high) {
    const double result = number(value, what, 0.0, high);
    if (result != std::floor(result)) {
        throw Malformed(fmt::format("\"{}\" is not a whole number", what));
    }
    return static_cast<Integer>(result);
}

// All 64 bits of it, which a floating-point number could not hold.
template <class Json>
std::uint64_t seed(const Json& object, const char* key) {
    const Json& value = field(object, key);
    if (!value.is_number_unsigned()) {
        throw Malformed(fmt::format("\"{}\" is not a whole number", key));
    }
    return value.template get<std::uint64_t>();
}

template <class Json>
std::string text(const Json& object, const char* key) {
    const Json& value = field(object, key);
    if (!value.is_string()) {
        throw Malformed(fmt::format("\"{}\" is not a text", key));
    }
    return value.template get<std::string>();
}

template <class Json>
bool flag(const Json& object, const char* key) {
    const Json& value = field(object, key);
    if (!value.is_boolean()) {
        throw Malformed(fmt::format("\"{}\" is neither true nor false", key));
    }
    return value.template get<bool>();
}

template <class Json>
const Json& list(const Json& object, const char* key, std::size_t most) {
    const Json& value = field(object, key);
    if (!value.is_array() || value.size() > most) {
        throw Malformed(fmt::format("\"{}\" is not a list of at most {} entries", key, most));
    }
    return value;
}

template <class Json>
const Json& object(const Json& value, const char* what) {
    if (!value.is_object()) {
        throw Malformed(fmt::format("{} is not an object", what));
    }
    return value;
}

// What a kind of file calls itself, and how its reader speaks of it.
struct Document {
    std::string_view format;     // the value of "format"
    int version = 1;             // the value of "version", the only one that is read
    std::string_view name;       // "calibration"
    std::string_view notThis;    // the whole sentence when it is another kind of file
    std::string_view oldAdvice;  // what to do about another version, with "; " in front
};

// parse(): text to Json. build(): Json to what the document holds. Both may throw Malformed and Json's exceptions,
// which become one sentence (BadInput).
template <class Parse, class Build>
auto readDocument(const Document& document, const Parse& parse, const Build& build)
    -> Expected<decltype(build(parse()))> {
    using Json = decltype(parse());
    try {
        const Json json = parse();
        if (!json.is_object() || json.value("format", Json()) != Json(document.format)) {
            return badInput(std::string(document.notThis));
        }
        if (json.value("version", Json()) != Json(document.version)) {
            return badInput(fmt::format("The {} is not of version {}, the one this program reads{}.", document.name,
                                        document.version, document.oldAdvice));
        }
        return build(json);
    } catch (const Malformed& malformed) {
        return badInput(fmt::format("The {} cannot be used: {}.", document.name, malformed.what()));
    } catch (const typename Json::exception& exception) {
        return badInput(fmt::format("The {} is no valid JSON ({}).", document.name, exception.what()));
    }
}

}  // namespace mimesys::jsonvalue
