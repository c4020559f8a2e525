// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testrun/testrun.h"

#include "base/clock.h"
#include "base/wait.h"
#include "execution/fit.h"
#include "execution/refit.h"
#include "generation/source.h"
#include "machine/machine.h"
#include "telemetry/recorder.h"
#include "testrun/command.h"
#include "testrun/neighbour.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <utility>

namespace mimesys::testrun {
namespace {

constexpr int kPollMs = 50;

// How the waiting for a command came to its end.
struct Waited {
    std::optional<CommandEnd> end;
    std::string trouble;  // why it was ended before
    bool cancelled = false;
};

class Session {
public:
    Session(const Request& request, std::stop_token stop, const ProgressCallback& progress)
        : m_request(request), m_stop(std::move(stop)), m_progress(progress) {}

    Expected<void> open();
    // False when it was cancelled.
    Expected<bool> warmUp();
    Expected<bool> measure(const std::function<void(const Report&)>& onReport);
    Report report;

private:
    [[nodiscard]] std::vector<Condition> orderOf(std::size_t round) const;
    [[nodiscard]] bool rest(double seconds) const { return waitUntil(monotonicNs() + nsFromSeconds(seconds), m_stop); }
    // Cancelled: empty. A run that failed is a value; an error is what makes all further runs pointless.
    Cancellable<Run> once(Condition condition, std::size_t repetition);
    Cancellable<Run> besideNeighbour(Run run, Neighbour* service);
    Cancellable<Run> runCommand(Run run, const std::vector<Neighbour*>& beside);
    Expected<std::unique_ptr<Neighbour>> startNeighbour(Condition condition) const;
    Waited wait(Command& command, const std::vector<Neighbour*>& beside) const;
    void judge(Run& run, const Waited& waited, const Command& command) const;
    void noteShortWorkload();
    void announce(const std::string& text);

    const Request& m_request;
    std::stop_token m_stop;
    const ProgressCallback& m_progress;
    std::optional<Reading> m_reading;
    std::size_t m_done = 0;
    std::size_t m_all = 0;
};

// Of a condition's order in a round; what was recorded says which it is.
trace::TracePtr named(const trace::TracePtr& trace, const Run& run) {
    trace::Trace copy = *trace;
    copy.attributes["test_run"] = fmt::format("{}, run {}", conditionPhrase(run.condition), run.repetition);
    return trace::makeTrace(std::move(copy)).value_or(trace);
}

void Session::announce(const std::string& text) {
    if (m_progress) {
        m_progress({static_cast<double>(m_done) / static_cast<double>(m_all), text});
    }
}

Expected<void> checkNumbers(const Request& request) {
    if (request.command.empty() || request.command.front().empty()) {
        return badInput("There is no command to test; name a program, with its arguments after it.");
    }
    if (request.repetitions < 1 || request.repetitions > kMostRepetitions || request.warmUps > kMostRepetitions) {
        return badInput(fmt::format("A command is run 1 to {} times in every condition.", kMostRepetitions));
    }
    return {};
}

Expected<void> Session::open() {
    if (const auto usable = checkNumbers(m_request); !usable) {
        return usable;
    }
    if (!m_request.measure.isTime()) {
        auto reading = Reading::of(m_request.measure);
        if (!reading) {
            return tl::unexpected(reading.error());
        }
        m_reading = std::move(*reading);
    }
    const auto environment = execution::thisEnvironment();
    if (!environment) {
        return tl::unexpected(environment.error());
    }
    const auto fitted = execution::fitToRun(m_request.workload.plan, m_request.execution, *environment);
    if (!fitted) {
        Error error = fitted.error();
        error.place = error.place.empty() ? m_request.workload.name : error.place;
        return tl::unexpected(std::move(error));
    }
    report.notes = fitted->refit.changes;
    report.command = shellText(m_request.command);
    report.workload = m_request.workload.name;
    report.workloadSeconds = m_request.workload.plan->durationSeconds();
    report.simulatedOrigin = generation::restsOnSimulation(*m_request.workload.plan);
    report.realMix = m_request.realMix;
    report.service = m_request.service;
    report.measure = m_request.measure;
    report.repetitions = m_request.repetitions;
    report.machine = machine::toJson(environment->machine);
    report.startedNs = realtimeNs();
    const std::size_t conditions = m_request.realMix.empty() ? 2 : 3;
    m_all = m_request.warmUps + conditions * m_request.repetitions;
    return {};
}

Expected<bool> Session::warmUp() {
    for (std::size_t i = 0; i < m_request.warmUps; ++i) {
        announce("warming up");
        const auto run = once(Condition::Alone, 0);
        if (!run) {
            return tl::unexpected(run.error());
        }
        if (!*run) {
            return false;
        }
        if (!(*run)->failure.empty()) {
            return failed((*run)->failure, report.command);
        }
        ++m_done;
    }
    return true;
}

std::vector<Condition> Session::orderOf(std::size_t round) const {
    std::vector<Condition> order;
    for (const Condition condition : kConditions) {
        if (report.has(condition)) {
            order.push_back(condition);
        }
    }
    if (round % 2 == 0) {
        std::ranges::reverse(order);
    }
    return order;
}

Expected<bool> Session::measure(const std::function<void(const Report&)>& onReport) {
    for (std::size_t round = 1; round <= m_request.repetitions; ++round) {
        for (const Condition condition : orderOf(round)) {
            announce(fmt::format("run {} of {}: {}", m_done + 1, m_all, conditionPhrase(condition)));
            auto run = once(condition, round);
            if (!run) {
                return tl::unexpected(run.error());
            }
            if (!*run) {
                return false;
            }
            if (report.runs.empty() && !(*run)->failure.empty()) {
                return failed((*run)->failure, report.command);
            }
            ++m_done;
            report.runs.push_back(std::move(**run));
            if (onReport) {
                onReport(report);
            }
            if (m_done < m_all && !rest(m_request.pauseSeconds)) {
                return false;
            }
        }
    }
    noteShortWorkload();
    announce("all runs are done");
    return true;
}

Cancellable<Run> Session::once(Condition condition, std::size_t repetition) {
    Run run;
    run.condition = condition;
    run.repetition = repetition;
    if (m_request.service.empty()) {
        return besideNeighbour(std::move(run), nullptr);
    }
    const auto service = startCommand(m_request.service, "The service", Detaching::Allowed);
    if (!service) {
        return tl::unexpected(service.error());
    }
    if (!rest(m_request.readySeconds)) {
        return std::optional<Run>();
    }
    auto done = besideNeighbour(std::move(run), service->get());
    (*service)->end();
    return done;
}

Expected<std::unique_ptr<Neighbour>> Session::startNeighbour(Condition condition) const {
    switch (condition) {
        case Condition::Alone:
            break;
        case Condition::BesideWorkload:
            return startWorkload(m_request.workload.plan, m_request.execution, m_stop);
        case Condition::BesideRealMix:
            return startCommand(m_request.realMix, "The real mix", Detaching::Refused);
    }
    return std::unique_ptr<Neighbour>();
}

Cancellable<Run> Session::besideNeighbour(Run run, Neighbour* service) {
    auto neighbour = startNeighbour(run.condition);
    if (!neighbour) {
        return tl::unexpected(neighbour.error());
    }
    if (!rest(m_request.settleSeconds)) {
        return std::optional<Run>();
    }
    std::vector<Neighbour*> beside;
    for (Neighbour* other : {service, neighbour->get()}) {
        if (other != nullptr) {
            beside.push_back(other);
        }
    }
    auto done = runCommand(std::move(run), beside);
    if (*neighbour) {
        (*neighbour)->end();
    }
    return done;
}

Cancellable<Run> Session::runCommand(Run run, const std::vector<Neighbour*>& beside) {
    telemetry::RecorderOptions recording;
    recording.periodSeconds = m_request.periodSeconds;
    auto recorder = telemetry::Recorder::open(std::move(recording));
    if (!recorder) {
        return tl::unexpected(recorder.error());
    }
    run.startedNs = realtimeNs();
    (*recorder)->start(monotonicNs());
    auto command = Command::start(m_request.command);
    if (!command) {
        return tl::unexpected(command.error());
    }
    const Waited waited = wait(*command, beside);
    auto trace = (*recorder)->stop();
    command->end();
    if (waited.cancelled) {
        return std::optional<Run>();
    }
    judge(run, waited, *command);
    if (trace) {
        run.trace = named(*trace, run);
    }
    return std::optional(std::move(run));
}

Waited Session::wait(Command& command, const std::vector<Neighbour*>& beside) const {
    const std::int64_t deadline = monotonicNs() + nsFromSeconds(m_request.limitSeconds);
    while (true) {
        Waited waited;
        waited.end = command.wait(kPollMs);
        waited.cancelled = !waited.end && m_stop.stop_requested();
        for (Neighbour* other : beside) {
            waited.trouble = waited.trouble.empty() ? other->trouble() : waited.trouble;
        }
        if (!waited.end && waited.trouble.empty() && monotonicNs() >= deadline) {
            waited.trouble = fmt::format("The command took more than {:g} s and was ended.", m_request.limitSeconds);
        }
        if (waited.end || waited.cancelled || !waited.trouble.empty()) {
            return waited;
        }
    }
}

void Session::judge(Run& run, const Waited& waited, const Command& command) const {
    if (!waited.trouble.empty()) {
        run.failure = waited.trouble;
        return;
    }
    run.seconds = waited.end->seconds;
    if (waited.end->exitCode != 0) {
        run.failure = fmt::format("The command {}.", command.howItEnded(*waited.end));
        return;
    }
    if (!m_reading) {
        run.value = run.seconds;
        return;
    }
    const auto value = m_reading->valueIn(command.output().text(), command.output().lastLine());
    if (value) {
        run.value = *value;
    } else {
        run.failure = value.error().message;
    }
}

// Every run begins at the workload's first window, like the real mix does at its own beginning.
void Session::noteShortWorkload() {
    double longest = 0.0;
    for (const Run& run : report.runs) {
        longest = run.condition == Condition::BesideWorkload ? std::max(longest, run.seconds) : longest;
    }
    const double reached = m_request.settleSeconds + longest;
    if (longest > 0.0 && reached < report.workloadSeconds) {
        report.notes.push_back(
            fmt::format("The command was over after {:.1f} s of the workload's {:.1f} s; the rest never ran beside it.",
                        reached, report.workloadSeconds));
    }
}

}  // namespace

std::string shellText(const std::vector<std::string>& command) {
    static const std::string kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-+=./:,@%^";
    if (command.size() == 3 && command[0] == kShell && command[1] == "-c") {
        return command[2];
    }
    std::string text;
    for (const std::string& argument : command) {
        text += text.empty() ? "" : " ";
        if (!argument.empty() && argument.find_first_not_of(kPlain) == std::string::npos) {
            text += argument;
            continue;
        }
        text += '\'';
        for (const char letter : argument) {
            text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
        }
        text += '\'';
    }
    return text;
}

Cancellable<Report> run(const Request& request, const std::stop_token& stop,
                        const std::function<void(const Report&)>& onReport, const ProgressCallback& progress) {
    Session session(request, stop, progress);
    if (const auto opened = session.open(); !opened) {
        return tl::unexpected(opened.error());
    }
    auto goesOn = session.warmUp();
    if (goesOn && *goesOn) {
        goesOn = session.measure(onReport);
    }
    if (!goesOn) {
        return tl::unexpected(goesOn.error());
    }
    return *goesOn ? std::optional(std::move(session.report)) : std::optional<Report>();
}

}  // namespace mimesys::testrun
