// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "curation/locks.h"

#include "curation/editjson.h"

#include <nlohmann/json.hpp>

namespace mimesys::curation {
namespace {

using Json = nlohmann::json;

constexpr const char* kCuration = "curation";
constexpr const char* kLocks = "locks";
constexpr const char* kEdits = "edits";

Json sourceOf(const plan::ExecutionPlan& plan) {
    Json source = Json::parse(plan.source, nullptr, false);
    return source.is_object() ? source : Json::object();
}

// The list of that name; null when there is none.
Json listOf(const plan::ExecutionPlan& plan, const char* name) {
    const Json source = sourceOf(plan);
    const auto curation = source.find(kCuration);
    return curation != source.end() && curation->is_object() && curation->contains(name) ? curation->at(name) : Json();
}

void setList(plan::ExecutionPlan& plan, const char* name, Json list) {
    Json source = sourceOf(plan);
    if (!source[kCuration].is_object()) {
        source[kCuration] = Json::object();
    }
    source[kCuration][name] = std::move(list);
    // Names of foreign files may hold anything.
    plan.source = source.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

Expected<std::vector<Lock>> locksOf(const plan::ExecutionPlan& plan) {
    const Json list = listOf(plan, kLocks);
    std::vector<Lock> locks;
    if (!list.is_null() && !list.is_array()) {
        return badInput("The plan's list of locked cells is none; its source was written by something else.");
    }
    for (const Json& json : list) {
        const auto edit = planEditFromJson(json);
        if (!edit || !std::holds_alternative<Lock>(*edit)) {
            return badInput(
                "The plan's list of locked cells cannot be read; its source was written by something else.");
        }
        locks.push_back(std::get<Lock>(*edit));
    }
    return locks;
}

void setLocks(plan::ExecutionPlan& plan, const std::vector<Lock>& locks) {
    Json list = Json::array();
    for (const Lock& lock : locks) {
        list.push_back(toJson(PlanEdit(lock)));
    }
    setList(plan, kLocks, std::move(list));
}

std::vector<Lock> withLock(std::vector<Lock> locks, const Lock& lock) {
    // What an operation covers wholly does not matter any more.
    std::erase_if(locks, [&](const Lock& earlier) {
        const bool sameArea = lock.area == Area() || lock.area == earlier.area;
        return sameArea && (lock.stressor == kAll || lock.stressor == earlier.stressor);
    });
    if (lock.locked || !locks.empty()) {
        locks.push_back(lock);
    }
    return locks;
}

std::vector<std::string> editsOf(const plan::ExecutionPlan& plan) {
    std::vector<std::string> edits;
    for (const Json& words : listOf(plan, kEdits)) {
        if (words.is_string()) {
            edits.push_back(words.get<std::string>());
        }
    }
    return edits;
}

void addEdit(plan::ExecutionPlan& plan, const std::string& words) {
    Json list = listOf(plan, kEdits);
    if (!list.is_array()) {
        list = Json::array();
    }
    list.push_back(words);
    setList(plan, kEdits, std::move(list));
}

LockMask::LockMask(const std::vector<Lock>& locks, const plan::ExecutionPlan& plan) : m_row(plan.stressorCount()) {
    for (const Lock& lock : locks) {
        const int stressor = lock.stressor == kAll ? -1 : plan.indexOfStressor(lock.stressor);
        // The lock of a stressor that the plan does not have is of no consequence.
        if (lock.stressor == kAll || stressor >= 0) {
            m_locks.push_back({lock.area, stressor, lock.locked});
        }
    }
}

const std::vector<bool>& LockMask::row(std::size_t window, std::size_t cpu) {
    m_row.assign(m_row.size(), false);
    for (const Resolved& lock : m_locks) {
        if (!lock.area.windows.contains(window) || !lock.area.cpus.contains(cpu)) {
            continue;
        }
        if (lock.stressor < 0) {
            m_row.assign(m_row.size(), lock.locked);
        } else {
            m_row[static_cast<std::size_t>(lock.stressor)] = lock.locked;
        }
    }
    return m_row;
}

}  // namespace mimesys::curation
