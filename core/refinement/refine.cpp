// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "refinement/refine.h"

#include "base/hash.h"
#include "base/random.h"
#include "refinement/control.h"
#include "refinement/journal.h"
#include "refinement/mapping.h"
#include "trace/contenthash.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace mimesys::refinement {
namespace {

// Of an execution, in the progress of a round; the rest is the correction.
constexpr double kExecuting = 0.95;

// The order of stressors within windows follows from the seed: another execution should not owe its score to it.
std::uint64_t anotherSeed(std::uint64_t seed, std::string_view name) {
    return Random(seed ^ Hash().add(name).value()).next();
}

// What has to be the same for rounds to be continued.
std::string inputsOf(const plan::ExecutionPlan& plan, const trace::Trace& target, const RefineOptions& options) {
    Hash hash = trace::contentHash(target);
    hash.add(plan.fractions()).add(std::span(plan.memoryUsed)).add(plan.seed).add(plan.windowSeconds());
    std::ranges::for_each(plan.stressors(), [&](const std::string& name) { hash.add(std::string_view(name)); });
    for (const auto& [id, range] : options.ranges) {
        hash.add(std::string_view(id)).add(range.low).add(range.high);
    }
    hash.add(options.damping).add(options.floor.has_value()).add(std::string_view(options.inputs));
    return hash.text();
}

class Refiner {
public:
    Refiner(const plan::ExecutionPlan& plan, const trace::TracePtr& target, const execution::Execute& execute,
            const Response& response, const RefineOptions& options, const std::stop_token& stop,
            const RoundCallback& onRound, const ProgressCallback& progress, Mapping mapping, Journal journal)
        : m_target(target),
          m_execute(execute),
          m_response(response),
          m_options(options),
          m_stop(stop),
          m_onRound(onRound),
          m_progress(progress),
          m_mapping(std::move(mapping)),
          m_journal(std::move(journal)),
          m_given(std::make_shared<const plan::ExecutionPlan>(plan)),
          m_control(response, m_mapping, options.damping) {}

    Cancellable<Refined> run();

private:
    struct Outcome {
        Entry entry;
        evaluation::Score score;
    };
    Cancellable<bool> begin();
    Cancellable<bool> improve();
    Cancellable<bool> confirm();
    // Executes and scores a plan, or takes what the journal has of this name.
    Cancellable<Outcome> execution(const std::string& name, const PlanPtr& plan, double damping);
    Cancellable<Entry> executed(const std::string& name, const PlanPtr& plan, double damping);
    Cancellable<evaluation::Score> scored(const trace::TracePtr& real, const trace::TracePtr& recorded,
                                          const std::map<std::string, evaluation::Range>& ranges) const;
    [[nodiscard]] const Round& best() const { return m_result.rounds[m_result.best]; }
    void enter(Round round, Executed executed);
    [[nodiscard]] std::string describe() const;

    const trace::TracePtr& m_target;
    const execution::Execute& m_execute;
    const Response& m_response;
    const RefineOptions& m_options;
    const std::stop_token& m_stop;
    const RoundCallback& m_onRound;
    const ProgressCallback& m_progress;
    Mapping m_mapping;
    Journal m_journal;
    PlanPtr m_given;
    Control m_control;
    std::size_t m_idleRounds = 0;  // in a row that improved nothing
    std::size_t m_executions = 0;
    Refined m_result;
};

Cancellable<Entry> Refiner::executed(const std::string& name, const PlanPtr& plan, double damping) {
    auto stored = m_journal.find(name);
    if (!stored || *stored) {
        return stored;
    }
    const double total = static_cast<double>(m_options.rounds) + 2.0;
    ProgressCallback progress;
    if (m_progress) {
        progress = [&, begin = static_cast<double>(m_executions)](const Progress& step) {
            const double share = std::clamp(step.fraction, 0.0, 1.0) * kExecuting;
            m_progress({std::min(1.0, (begin + share) / total), fmt::format("executing {}", name)});
        };
        progress({0.0, {}});
    }
    auto run = m_execute(plan, plan->windowSeconds(), m_stop, progress);
    if (!run) {
        return tl::unexpected(run.error());
    }
    if (m_stop.stop_requested()) {
        return std::optional<Entry>();
    }
    if (run->report.cancelled) {
        return failed("The run was stopped before its end.");
    }
    if (!run->trace) {
        return failed("Nothing was recorded during the run.");
    }
    return std::optional(Entry{.name = name,
                               .plan = plan,
                               .recorded = std::move(run->trace),
                               .onCpus = std::move(run->report.onCpus),
                               .damping = damping,
                               .mean = -1.0});
}

Cancellable<evaluation::Score> Refiner::scored(const trace::TracePtr& real, const trace::TracePtr& recorded,
                                               const std::map<std::string, evaluation::Range>& ranges) const {
    const evaluation::ScoreOptions scoring{.windowSeconds = m_given->windowSeconds(), .ranges = ranges, .band = 0};
    return evaluation::score(evaluation::Real(real), evaluation::Emulated(recorded), scoring, m_stop);
}

Cancellable<Refiner::Outcome> Refiner::execution(const std::string& name, const PlanPtr& plan, double damping) {
    auto entry = executed(name, plan, damping);
    if (!entry) {
        return tl::unexpected(entry.error());
    }
    if (!*entry) {
        return std::optional<Outcome>();
    }
    auto score = scored(m_target, (*entry)->recorded, m_options.ranges);
    if (!score) {
        return tl::unexpected(score.error());
    }
    if (!*score) {
        return std::optional<Outcome>();
    }
    ++m_executions;
    if ((*entry)->mean < 0.0) {
        (*entry)->mean = (*score)->mean;
        if (auto added = m_journal.add(**entry); !added) {
            return tl::unexpected(added.error());
        }
    }
    return std::optional(Outcome{std::move(**entry), std::move(**score)});
}

// The plan as it came, and the floor.
Cancellable<bool> Refiner::begin() {
    auto first = execution("round-0", m_given, 0.0);
    if (!first) {
        return tl::unexpected(first.error());
    }
    if (!*first) {
        return std::optional<bool>();
    }
    auto measured = m_mapping.measuredOf(*(*first)->entry.recorded, (*first)->entry.onCpus);
    if (!measured) {
        return tl::unexpected(measured.error());
    }
    Round round{.number = 0,
                .plan = m_given,
                .recorded = (*first)->entry.recorded,
                .onCpus = (*first)->entry.onCpus,
                .mean = (*first)->score.mean,
                .families = (*first)->score.families,
                .score = (*first)->score,
                .damping = 0.0,
                .best = true};
    if (m_options.floor) {
        m_result.floor = *m_options.floor;
    } else {
        plan::ExecutionPlan again = *m_given;
        again.seed = anotherSeed(again.seed, "again");
        const auto second =
            execution("round-0-again", std::make_shared<const plan::ExecutionPlan>(std::move(again)), 0.0);
        if (!second) {
            return tl::unexpected(second.error());
        }
        if (!*second) {
            return std::optional<bool>();
        }
        std::map<std::string, evaluation::Range> ranges;
        for (const evaluation::MetricScore& metric : (*first)->score.metrics) {
            ranges[metric.metric.id] = metric.range;
        }
        const auto floor = scored((*first)->entry.recorded, (*second)->entry.recorded, ranges);
        if (!floor) {
            return tl::unexpected(floor.error());
        }
        if (!*floor) {
            return std::optional<bool>();
        }
        m_result.floor = (*floor)->mean;
        m_result.floorMeasured = true;
        const auto more = m_mapping.measuredOf(*(*second)->entry.recorded, (*second)->entry.onCpus);
        if (!more) {
            return tl::unexpected(more.error());
        }
        *measured = (*measured + *more) / 2.0F;
        round.mean = ((*first)->score.mean + (*second)->score.mean) / 2.0;
        for (auto& [family, dtw] : round.families) {
            if (const auto found = (*second)->score.families.find(family); found != (*second)->score.families.end()) {
                dtw = (dtw + found->second) / 2.0;
            }
        }
    }
    enter(std::move(round), {m_mapping.compositionsOf(*m_given), std::move(*measured)});
    return std::optional(true);
}

void Refiner::enter(Round round, Executed executed) {
    round.best = m_result.rounds.empty() || round.mean < best().mean;
    if (!m_result.rounds.empty()) {
        m_control.adapt(round, best());
    }
    m_control.learn(std::move(executed));
    m_idleRounds = round.best ? 0 : m_idleRounds + 1;
    m_result.best = round.best ? m_result.rounds.size() : m_result.best;
    m_result.rounds.push_back(std::move(round));
    if (m_onRound) {
        m_onRound(m_result.rounds.back(), m_result.floor);
    }
}

// One more round.
Cancellable<bool> Refiner::improve() {
    const std::size_t number = m_result.rounds.size();
    const std::string name = fmt::format("round-{}", number);
    const auto damping = m_control.damping();
    auto stored = m_journal.find(name);
    if (!stored) {
        return tl::unexpected(stored.error());
    }
    auto plan = *stored ? Cancellable<PlanPtr>(std::optional<PlanPtr>((*stored)->plan))
                        : m_control.correct(m_result.best, best(), m_stop);
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    if (!*plan) {
        return std::optional<bool>();
    }
    auto outcome = execution(name, **plan, damping);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    if (!*outcome) {
        return std::optional<bool>();
    }
    auto measured = m_mapping.measuredOf(*(*outcome)->entry.recorded, (*outcome)->entry.onCpus);
    if (!measured) {
        return tl::unexpected(measured.error());
    }
    enter({.number = number,
           .plan = **plan,
           .recorded = (*outcome)->entry.recorded,
           .onCpus = (*outcome)->entry.onCpus,
           .mean = (*outcome)->score.mean,
           .families = (*outcome)->score.families,
           .score = std::move((*outcome)->score),
           .damping = damping,
           .best = false},
          {m_mapping.compositionsOf(***plan), std::move(*measured)});
    return std::optional(true);
}

// The best plan once more.
Cancellable<bool> Refiner::confirm() {
    const std::string name = fmt::format("confirmation-{}", m_result.best);
    plan::ExecutionPlan again = *best().plan;
    again.seed = anotherSeed(again.seed, name);
    auto outcome = execution(name, std::make_shared<const plan::ExecutionPlan>(std::move(again)), 0.0);
    if (!outcome) {
        return tl::unexpected(outcome.error());
    }
    if (!*outcome) {
        return std::optional<bool>();
    }
    m_result.confirmed = std::move((*outcome)->score);
    m_result.confirmation = std::move((*outcome)->entry.recorded);
    return std::optional(true);
}

std::string Refiner::describe() const {
    nlohmann::json source = nlohmann::json::parse(m_given->source, nullptr, false);
    if (!source.is_object()) {
        source = nlohmann::json::object();
    }
    std::vector<double> means;
    std::ranges::transform(m_result.rounds, std::back_inserter(means), &Round::mean);
    source["refined"] = {{"round", m_result.best},
                         {"dtw", means},
                         {"confirmed", m_result.confirmed.mean},
                         {"floor", m_result.floor},
                         {"floor_measured", m_result.floorMeasured},
                         {"by", m_response.origin()},
                         {"simulated", m_result.simulated}};
    return source.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

Cancellable<Refined> Refiner::run() {
    auto done = begin();
    m_result.ending = Ending::RoundsOver;
    while (done && *done && m_result.rounds.size() <= m_options.rounds) {
        if (best().mean <= m_result.floor) {
            m_result.ending = Ending::FloorReached;
            break;
        }
        if (m_idleRounds >= m_options.patience) {
            m_result.ending = Ending::NothingImproves;
            break;
        }
        done = improve();
    }
    if (done && *done) {
        done = confirm();
    }
    if (!done) {
        return tl::unexpected(done.error());
    }
    if (!*done) {
        return std::optional<Refined>();
    }
    m_result.simulated = m_result.confirmed.emulatedSimulated;
    m_result.notes = m_mapping.notes();
    m_result.plan = *best().plan;
    m_result.plan.source = describe();
    return std::optional(std::move(m_result));
}

}  // namespace

Cancellable<Refined> refine(const plan::ExecutionPlan& plan, const trace::TracePtr& target,
                            const execution::Execute& execute, const Response& response, const RefineOptions& options,
                            const std::stop_token& stop, const RoundCallback& onRound,
                            const ProgressCallback& progress) {
    if (auto valid = plan::validate(plan); !valid) {
        return tl::unexpected(valid.error());
    }
    if (!(options.damping > 0.0 && options.damping <= 1.0)) {
        return badInput("The damping of a refinement is above 0 and at most 1.");
    }
    auto mapping = Mapping::between(plan, *target, response);
    if (!mapping) {
        return tl::unexpected(mapping.error());
    }
    auto journal = Journal::open(options.journal, inputsOf(plan, *target, options));
    if (!journal) {
        return tl::unexpected(journal.error());
    }
    return Refiner(plan, target, execute, response, options, stop, onRound, progress, std::move(*mapping),
                   std::move(*journal))
        .run();
}

}  // namespace mimesys::refinement
