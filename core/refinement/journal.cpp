// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "refinement/journal.h"

#include "base/atomicfile.h"
#include "base/jsonvalue.h"
#include "plan/planfile.h"
#include "trace/read.h"
#include "trace/write.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace mimesys::refinement {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

constexpr std::string_view kFormat = "mimesys-refinement";
constexpr int kVersion = 1;
constexpr std::size_t kTextLimit = std::size_t{16} << 20;
constexpr std::size_t kMostLines = 10'000;
constexpr double kMostCpus = 1e6;

fs::path textFile(const fs::path& folder) {
    return folder / "refinement.json";
}
fs::path planFile(const fs::path& folder, const std::string& name) {
    return folder / (name + ".plan.h5");
}
fs::path recordingFile(const fs::path& folder, const std::string& name) {
    return folder / (name + ".recording.h5");
}

}  // namespace

Expected<Journal> Journal::open(const fs::path& folder, const std::string& inputs) {
    Journal journal;
    journal.m_folder = folder;
    journal.m_inputs = inputs;
    if (folder.empty()) {
        return journal;
    }
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return failed(fmt::format("The folder cannot be created ({}).", error.message()), folder.string());
    }
    auto lock = FileLock::tryLock(textFile(folder));
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    journal.m_lock.emplace(std::move(*lock));
    if (!fs::exists(textFile(folder), error)) {
        return journal;
    }
    if (auto read = journal.read(inputs); !read) {
        return tl::unexpected(read.error());
    }
    return journal;
}

Expected<void> Journal::read(const std::string& inputs) {
    const fs::path path = textFile(m_folder);
    constexpr jsonvalue::Document kDocument{.format = kFormat,
                                            .version = kVersion,
                                            .name = "refinement",
                                            .notThis = "The file holds no refinement; name another output.",
                                            .oldAdvice = "; remove the folder to begin again"};
    auto lines = readFile(path, kTextLimit).and_then([&](const std::string& text) {
        return jsonvalue::readDocument(
            kDocument, [&] { return Json::parse(text); },
            [&](const Json& json) {
                std::vector<Line> result;
                m_inputs = jsonvalue::text(json, "inputs");
                for (const Json& entry : jsonvalue::list(json, "executions", kMostLines)) {
                    Line line{.name = jsonvalue::text(entry, "name"), .onCpus = {}};
                    if (line.name.empty() || line.name.find_first_of("/\\") != std::string::npos) {
                        throw jsonvalue::Malformed("an execution has a name that is none");
                    }
                    for (const Json& cpu : jsonvalue::list(entry, "on_cpus", plan::kMaximumCpus)) {
                        line.onCpus.push_back(jsonvalue::whole<int>(cpu, "on_cpus", kMostCpus));
                    }
                    line.damping = jsonvalue::number(jsonvalue::field(entry, "damping"), "damping", 0.0, 1.0);
                    line.mean = jsonvalue::number(jsonvalue::field(entry, "mean"), "mean", 0.0, jsonvalue::kAnyNumber);
                    result.push_back(std::move(line));
                }
                return result;
            });
    });
    if (!lines) {
        return badInput(lines.error().message, path.string());
    }
    if (m_inputs != inputs) {
        return badInput(
            "The folder holds the rounds of another plan, trace, machine, model or data set; name another output, or "
            "remove the folder to begin again.",
            m_folder.string());
    }
    m_lines = std::move(*lines);
    return {};
}

Expected<void> Journal::write() const {
    Json executions = Json::array();
    for (const Line& line : m_lines) {
        executions.push_back(
            {{"name", line.name}, {"mean", line.mean}, {"damping", line.damping}, {"on_cpus", line.onCpus}});
    }
    const Json json{{"format", kFormat}, {"version", kVersion}, {"inputs", m_inputs}, {"executions", executions}};
    return writeFile(textFile(m_folder), json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

Expected<std::optional<Entry>> Journal::find(const std::string& name) const {
    const auto line = std::ranges::find(m_lines, name, &Line::name);
    if (line == m_lines.end()) {
        return std::optional<Entry>();
    }
    auto plan = plan::readPlan(planFile(m_folder, name));
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    auto recorded = trace::readTrace(recordingFile(m_folder, name), {});
    if (!recorded) {
        return tl::unexpected(recorded.error());
    }
    if (!*recorded) {
        return failed("The recording was not read to its end.", recordingFile(m_folder, name).string());
    }
    return std::optional(Entry{.name = name,
                               .plan = std::make_shared<const plan::ExecutionPlan>(std::move(*plan)),
                               .recorded = std::move((*recorded)->trace),
                               .onCpus = line->onCpus,
                               .damping = line->damping,
                               .mean = line->mean});
}

Expected<void> Journal::add(const Entry& entry) {
    if (m_folder.empty()) {
        return {};
    }
    return plan::writePlan(*entry.plan, planFile(m_folder, entry.name))
        .and_then([&] { return trace::writeTrace(*entry.recorded, recordingFile(m_folder, entry.name)); })
        .and_then([&] {
            m_lines.push_back({entry.name, entry.onCpus, entry.damping, entry.mean});
            return write();
        });
}

}  // namespace mimesys::refinement
