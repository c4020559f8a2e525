// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "curation/editjson.h"

#include "base/clock.h"
#include "base/jsonvalue.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace mimesys::curation {
namespace {

using Json = nlohmann::json;
using jsonvalue::field;
using jsonvalue::Malformed;
using jsonvalue::number;
using jsonvalue::text;
using jsonvalue::whole;

constexpr jsonvalue::Document kDocument{"mimesys-edits", 1, "list of edits",
                                        "This is no list of edits: its \"format\" is not \"mimesys-edits\".", ""};
constexpr std::size_t kMostEdits = 1'000'000;

// Divided, so that a time that people typed comes back as they did.
double secondsOf(std::int64_t ns) {
    return static_cast<double>(ns) / static_cast<double>(kNanosecondsPerSecond);
}

void put(Json& json, const Span& range) {
    if (range.beginNs != 0) {
        json["from"] = secondsOf(range.beginNs);
    }
    if (range.endNs != Span::kOpen) {
        json["to"] = secondsOf(range.endNs);
    }
}

void put(Json& json, const char* key, const IndexRange& range) {
    if (range != IndexRange()) {
        json[key] = Json::array({range.begin, range.end == IndexRange::kOpen ? Json() : Json(range.end - 1)});
    }
}

void put(Json& json, const Area& area) {
    put(json, "windows", area.windows);
    put(json, "cpus", area.cpus);
}

struct Writer {
    Json operator()(const Trim& edit) const { return ranged({{"edit", "trim"}}, edit.keep); }
    Json operator()(const Cut& edit) const { return ranged({{"edit", "cut"}}, edit.range); }
    Json operator()(const Split& edit) const {
        return {
            {"edit", "split"}, {"at", secondsOf(edit.atNs)}, {"keep", edit.keep == Side::Before ? "before" : "after"}};
    }
    Json operator()(const Scale& edit) const {
        return ranged({{"edit", "scale"}, {"metrics", edit.metrics}, {"factor", edit.factor}}, edit.range);
    }
    Json operator()(const Shift& edit) const {
        return ranged({{"edit", "shift"}, {"metrics", edit.metrics}, {"by", secondsOf(edit.byNs)}}, edit.range);
    }
    Json operator()(const Repeat& edit) const {
        return ranged({{"edit", "repeat"}, {"times", edit.times}}, edit.range);
    }
    Json operator()(const Smooth& edit) const {
        return ranged({{"edit", "smooth"}, {"metrics", edit.metrics}, {"over", secondsOf(edit.overNs)}}, edit.range);
    }
    Json operator()(const Mask& edit) const {
        return ranged({{"edit", "mask"}, {"metrics", edit.metrics}}, edit.range);
    }
    Json operator()(const ScaleStressor& edit) const {
        return placed({{"edit", "scale-stressor"}, {"stressor", edit.stressor}, {"factor", edit.factor}}, edit.area);
    }
    Json operator()(const ReplaceStressor& edit) const {
        return placed({{"edit", "replace-stressor"}, {"stressor", edit.stressor}, {"by", edit.by}}, edit.area);
    }
    Json operator()(const Paint& edit) const {
        return placed({{"edit", "paint"}, {"stressor", edit.stressor}, {"fraction", edit.fraction}}, edit.area);
    }
    Json operator()(const Lock& edit) const {
        return placed({{"edit", edit.locked ? "lock" : "unlock"}, {"stressor", edit.stressor}}, edit.area);
    }

private:
    static Json ranged(Json json, const Span& range) {
        put(json, range);
        return json;
    }
    static Json placed(Json json, const Area& area) {
        put(json, area);
        return json;
    }
};

// Takes the fields of one edit, and complains of what nobody took.
class Fields {
public:
    explicit Fields(const Json& json) : m_json(jsonvalue::object(json, "an edit")) { take("edit"); }

    std::string text(const char* key) {
        take(key);
        std::string value = jsonvalue::text(m_json, key);
        if (value.empty()) {
            throw Malformed(fmt::format("\"{}\" is empty", key));
        }
        return value;
    }
    double number(const char* key, double low, double high) {
        take(key);
        return jsonvalue::number(field(m_json, key), key, low, high);
    }
    std::int64_t time(const char* key, double low) { return nsFromSeconds(number(key, low, kMostSeconds)); }
    Span range() {
        Span range;
        range.beginNs = m_json.contains("from") ? time("from", 0.0) : 0;
        range.endNs = m_json.contains("to") ? time("to", 0.0) : Span::kOpen;
        if (range.beginNs >= range.endNs) {
            throw Malformed("\"from\" is not before \"to\"");
        }
        return range;
    }
    Area area() { return {indices("windows"), indices("cpus")}; }

    void end() const {
        for (const auto& [key, value] : m_json.items()) {
            if (std::ranges::find(m_taken, key) == m_taken.end()) {
                throw Malformed(fmt::format("an edit has a field \"{}\", which means nothing there", key));
            }
        }
    }

private:
    void take(const char* key) { m_taken.emplace_back(key); }
    IndexRange indices(const char* key) {
        if (!m_json.contains(key)) {
            return {};
        }
        take(key);
        const Json& list = jsonvalue::list(m_json, key, 2);
        if (list.size() != 2) {
            throw Malformed(fmt::format("\"{}\" is not a first and a last one", key));
        }
        IndexRange range;
        range.begin = whole<std::size_t>(list[0], key, kMostIndex);
        range.end = list[1].is_null() ? IndexRange::kOpen : whole<std::size_t>(list[1], key, kMostIndex) + 1;
        if (range.begin >= range.end) {
            throw Malformed(fmt::format("the first of \"{}\" comes after the last", key));
        }
        return range;
    }

    const Json& m_json;
    std::vector<std::string> m_taken;
};

TraceEdit readTraceEdit(const std::string& kind, Fields& fields) {
    if (kind == "trim") {
        return Trim{fields.range()};
    }
    if (kind == "cut") {
        return Cut{fields.range()};
    }
    if (kind == "split") {
        const std::int64_t at = fields.time("at", 0.0);
        const std::string keep = fields.text("keep");
        if (keep != "before" && keep != "after") {
            throw Malformed("\"keep\" is neither \"before\" nor \"after\"");
        }
        return Split{at, keep == "before" ? Side::Before : Side::After};
    }
    if (kind == "scale") {
        return Scale{fields.text("metrics"), fields.number("factor", 0.0, kMostFactor), fields.range()};
    }
    if (kind == "shift") {
        return Shift{fields.text("metrics"), fields.time("by", -kMostSeconds), fields.range()};
    }
    if (kind == "repeat") {
        const double times = fields.number("times", 2.0, kMostTimes);
        return Repeat{fields.range(), whole<int>(Json(times), "times", kMostTimes)};
    }
    if (kind == "smooth") {
        return Smooth{fields.text("metrics"), fields.time("over", 0.0), fields.range()};
    }
    if (kind == "mask") {
        return Mask{fields.text("metrics"), fields.range()};
    }
    throw Malformed(fmt::format("there is no edit \"{}\" of a trace", kind));
}

PlanEdit readPlanEdit(const std::string& kind, Fields& fields) {
    if (kind == "scale-stressor") {
        return ScaleStressor{fields.text("stressor"), fields.number("factor", 0.0, kMostFactor), fields.area()};
    }
    if (kind == "replace-stressor") {
        return ReplaceStressor{fields.text("stressor"), fields.text("by"), fields.area()};
    }
    if (kind == "paint") {
        return Paint{fields.text("stressor"), fields.number("fraction", 0.0, 1.0), fields.area()};
    }
    if (kind == "lock" || kind == "unlock") {
        return Lock{fields.text("stressor"), fields.area(), kind == "lock"};
    }
    throw Malformed(fmt::format("there is no edit \"{}\" of a plan", kind));
}

template <class Read>
auto readEdit(const Json& json, const Read& read) {
    Fields fields(json);
    auto edit = read(text(json, "edit"), fields);
    fields.end();
    return edit;
}

template <class Edit, class Read>
Expected<Edit> readOne(const Json& json, const Read& read) {
    try {
        return readEdit(json, read);
    } catch (const Malformed& malformed) {
        return badInput(fmt::format("The edit cannot be used: {}.", malformed.what()));
    } catch (const Json::exception& exception) {
        return badInput(fmt::format("The edit is no valid JSON ({}).", exception.what()));
    }
}

template <class Edit, class Read>
Expected<std::vector<Edit>> readAll(std::string_view document, const Read& read) {
    return jsonvalue::readDocument(
        kDocument, [&] { return Json::parse(document); },
        [&](const Json& json) {
            std::vector<Edit> edits;
            for (const Json& edit : jsonvalue::list(json, "edits", kMostEdits)) {
                edits.push_back(readEdit(edit, read));
            }
            return edits;
        });
}

template <class Edit>
std::string writeAll(std::span<const Edit> edits) {
    Json list = Json::array();
    for (const Edit& edit : edits) {
        list.push_back(toJson(edit));
    }
    const Json document{{"format", kDocument.format}, {"version", kDocument.version}, {"edits", std::move(list)}};
    return document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

Json toJson(const TraceEdit& edit) {
    return std::visit(Writer(), edit);
}

Json toJson(const PlanEdit& edit) {
    return std::visit(Writer(), edit);
}

Expected<TraceEdit> traceEditFromJson(const Json& json) {
    return readOne<TraceEdit>(json, readTraceEdit);
}

Expected<PlanEdit> planEditFromJson(const Json& json) {
    return readOne<PlanEdit>(json, readPlanEdit);
}

std::string toDocument(std::span<const TraceEdit> edits) {
    return writeAll(edits);
}

std::string toDocument(std::span<const PlanEdit> edits) {
    return writeAll(edits);
}

Expected<std::vector<TraceEdit>> traceEditsFromDocument(std::string_view document) {
    return readAll<TraceEdit>(document, readTraceEdit);
}

Expected<std::vector<PlanEdit>> planEditsFromDocument(std::string_view document) {
    return readAll<PlanEdit>(document, readPlanEdit);
}

}  // namespace mimesys::curation
