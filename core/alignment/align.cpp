// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "alignment/align.h"

#include "alignment/alignlog.h"
#include "alignment/checkpoint.h"
#include "alignment/stage.h"
#include "base/atomicfile.h"
#include "base/clock.h"
#include "base/filelock.h"
#include "base/random.h"
#include "generation/diffusion/misfit.h"
#include "model/device.h"
#include "model/networks.h"
#include "training/describe.h"
#include "training/group.h"
#include "training/losses.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>
#include <optional>

namespace mimesys::alignment {
namespace {

using torch::Tensor;

constexpr std::int64_t kMostExperience = 8192;  // executed windows that are learnt from again
constexpr std::int64_t kBatch = 256;            // samples per step of supervised learning
constexpr double kAverage = 0.98;               // decay of the averaged weights per update
constexpr double kLastPace = 0.1;               // of the learning rates, at the end
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

// Streams of random numbers.
enum Purpose : std::uint64_t { kRollout = 100, kUpdate, kForward };

double meanOf(const std::vector<double>& values) {
    return values.empty() ? kNaN
                          : std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double deviationOf(const std::vector<double>& values) {
    const double mean = meanOf(values);
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return values.empty() ? kNaN : std::sqrt(squares / static_cast<double>(values.size()));
}

class Aligner {
public:
    Aligner(const model::Model& model, const Traces& traces, const Site& site, const dataset::Dataset* replay,
            std::filesystem::path path, const AlignOptions& options, torch::Device device, training::Group& group)
        : m_path(std::move(path)),
          m_options(options),
          m_description(model.description()),
          m_schedule(m_description.diffusionSteps),
          m_device(device),
          m_group(group),
          m_identity(identityOf(model, traces, site, options)),
          m_stage(m_description, traces, site, options),
          m_reference(model::copyOf(model.networks(), m_description, device)),
          m_networks(model::copyOf(model.networks(), m_description, device)),
          m_averaged(model::copyOf(model.networks(), m_description, device)),
          m_experience(kMostExperience, replay == nullptr
                                            ? std::nullopt
                                            : std::optional<training::Samples>(std::in_place, *replay, m_description)),
          m_advantages(static_cast<std::size_t>(options.rewardHistory), options.advantageClip) {
        // Small steps from where training ended: no decay of weights, which would pull away from it.
        const training::LearnerOptions learner{.weightDecay = 0.0, .clipNorm = 1.0, .emaDecay = kAverage};
        m_denoiser = std::make_unique<training::Learner>(m_networks->denoiser, m_averaged->denoiser, learner);
        m_forward = std::make_unique<training::Learner>(m_networks->forward, m_averaged->forward, learner);
        remember(traces, site);
    }

    Expected<void> resume() {
        std::error_code ignored;
        if (!std::filesystem::exists(checkpointPath(m_path), ignored)) {
            return {};
        }
        auto standing = readCheckpoint(checkpointPath(m_path), m_identity, parts());
        if (!standing) {
            return tl::unexpected(standing.error());
        }
        m_standing = std::move(*standing);
        return {};
    }

    Cancellable<model::ModelPtr> run(const std::stop_token& stop, const AlignCallback& onPoint,
                                     const ProgressCallback& progress) {
        m_secondsBefore = m_standing.seconds;
        m_startNs = monotonicNs();
        if (m_standing.history.empty()) {
            model::AlignPoint start;
            start.reward = start.rewardDeviation = start.divergence = start.clipped = start.forwardError = kNaN;
            if (auto looked = look(start, stop, progress); !looked || !*looked) {
                return cancelledOr(looked);
            }
            if (auto kept = keep(start, onPoint); !kept) {
                return tl::unexpected(kept.error());
            }
        }
        while (!finished()) {
            auto point = iterate(stop, progress);
            if (!point || !*point) {
                return point ? Cancellable<model::ModelPtr>(std::optional<model::ModelPtr>())
                             : tl::unexpected(point.error());
            }
            if (auto kept = keep(**point, onPoint); !kept) {
                return tl::unexpected(kept.error());
            }
        }
        return finish();
    }

private:
    static Cancellable<model::ModelPtr> cancelledOr(const Cancellable<bool>& looked) {
        return looked ? Cancellable<model::ModelPtr>(std::optional<model::ModelPtr>()) : tl::unexpected(looked.error());
    }

    [[nodiscard]] Parts parts() { return {*m_denoiser, *m_forward, m_experience, m_advantages}; }
    [[nodiscard]] double seconds() const {
        return m_secondsBefore + static_cast<double>(monotonicNs() - m_startNs) * 1e-9;
    }
    [[nodiscard]] Policy policy() { return {*m_networks->denoiser, m_description, m_schedule, m_options.steps}; }

    // The model will say what it has seen.
    void remember(const Traces& traces, const Site& site) {
        model::Alignment& alignment = m_description.alignment;
        const auto add = [](std::vector<std::string>& names, const std::string& name) {
            if (std::ranges::find(names, name) == names.end()) {
                names.push_back(name);
            }
        };
        for (const AlignTrace& trace : traces.traces) {
            add(alignment.traces, trace.hash);
        }
        add(alignment.executors, site.name);
        alignment.simulated = alignment.simulated || site.simulated;
    }

    [[nodiscard]] bool finished() const {
        const bool patienceIsOver = m_options.patience > 0 && m_standing.worse >= m_options.patience;
        const bool budgetIsOver = m_options.budgetSeconds > 0.0 && m_standing.seconds >= m_options.budgetSeconds;
        return m_standing.iteration >= m_options.iterations || patienceIsOver || budgetIsOver;
    }

    [[nodiscard]] double fraction() const {
        const double byIterations = static_cast<double>(m_standing.iteration) / m_options.iterations;
        const double byTime = m_options.budgetSeconds > 0.0 ? m_standing.seconds / m_options.budgetSeconds : 0.0;
        return std::min(1.0, std::max(byIterations, byTime));
    }

    // Of the learning rates: falls towards the end, where what is left is mostly noise.
    [[nodiscard]] double pace() const {
        return kLastPace + (1.0 - kLastPace) * 0.5 * (1.0 + std::cos(std::numbers::pi * fraction()));
    }

    [[nodiscard]] ProgressCallback saying(const ProgressCallback& progress, const char* what) const {
        if (!progress) {
            return {};
        }
        const double fraction = this->fraction();
        const auto reward = m_standing.history.empty()
                                ? std::string()
                                : fmt::format(", best held-out reward {:.4f}", m_standing.bestReward);
        progress({fraction, fmt::format("alignment, iteration {}: {}{}", m_standing.iteration + 1, what, reward)});
        return [progress, fraction, what, reward, number = m_standing.iteration + 1](const Progress& run) {
            progress({fraction, fmt::format("alignment, iteration {}: {} ({:.0f} %){}", number, what,
                                            100.0 * std::clamp(run.fraction, 0.0, 1.0), reward)});
        };
    }

    // Samples, executes, learns. Empty when stopped; then nothing of the iteration counts.
    Cancellable<model::AlignPoint> iterate(const std::stop_token& stop, const ProgressCallback& progress) {
        const auto number = static_cast<std::uint64_t>(m_standing.iteration);
        auto rolled = m_stage.roll(policy(), *m_networks->forward, m_device,
                                   streamSeed(m_options.seed, kRollout, number), stop, saying(progress, "executing"));
        if (!rolled || !*rolled) {
            return rolled ? Cancellable<model::AlignPoint>(std::optional<model::AlignPoint>())
                          : tl::unexpected(rolled.error());
        }
        const Rollout& rollout = **rolled;
        model::AlignPoint point;
        point.reward = meanOf(rollout.rewards);
        point.rewardDeviation = deviationOf(rollout.rewards);
        point.missing = rollout.missing;
        point.forwardError = training::forwardError(*m_networks->forward, rollout.samples.to(m_device));
        point.heldOutReward = kNaN;
        m_standing.windows += rollout.windows;
        m_experience.add(rollout.samples);
        (void)saying(progress, "learning");
        learnPolicy(rollout, point);
        learnForward();
        ++m_standing.iteration;
        const bool last = finished();
        if (m_standing.iteration % m_options.heldOutEvery == 0 || last) {
            if (auto looked = look(point, stop, progress); !looked || !*looked) {
                --m_standing.iteration;
                return looked ? Cancellable<model::AlignPoint>(std::optional<model::AlignPoint>())
                              : tl::unexpected(looked.error());
            }
        }
        return std::optional(point);
    }

    // Updates of the denoiser: every one goes along the gradient of DDPO on some of the samplings and of supervised
    // learning on some of what was executed.
    void learnPolicy(const Rollout& rollout, model::AlignPoint& point) {
        const auto number = static_cast<std::uint64_t>(m_standing.iteration);
        Random random(streamSeed(m_options.seed, kUpdate, number));
        const std::vector<double> judged = m_advantages.judge(rollout.rewards, rollout.targets);
        const Tensor advantages = torch::tensor(std::vector<float>(judged.begin(), judged.end()));
        std::vector<std::int64_t> order(judged.size());
        std::iota(order.begin(), order.end(), std::int64_t{0});
        const std::size_t size = (order.size() + static_cast<std::size_t>(m_options.minibatches) - 1) /
                                 static_cast<std::size_t>(m_options.minibatches);
        double updates = 0.0;
        for (int epoch = 0; epoch < m_options.epochs; ++epoch) {
            random.shuffle(std::span(order));
            for (std::size_t first = 0; first < order.size(); first += size) {
                const Tensor index = torch::tensor(
                    std::vector<std::int64_t>(
                        order.begin() + static_cast<std::ptrdiff_t>(first),
                        order.begin() + static_cast<std::ptrdiff_t>(std::min(first + size, order.size()))),
                    torch::kInt64);
                if (m_options.policyWeight > 0.0) {
                    const PolicyStep step =
                        addPolicyGradient(policy(), *m_reference->denoiser, rollout.trajectories.at(index).to(m_device),
                                          advantages.index_select(0, index).to(m_device),
                                          {m_options.ratioClip, m_options.divergence}, m_options.policyWeight);
                    point.divergence += step.divergence;
                    point.clipped += step.clipped;
                }
                addSupervised(random);
                m_denoiser->update(m_options.learningRate * pace(), m_standing.updates++, m_group);
                updates += 1.0;
            }
        }
        point.divergence /= std::max(1.0, updates);
        point.clipped /= std::max(1.0, updates);
    }

    void addSupervised(Random& random) {
        if (m_options.supervisedWeight <= 0.0) {
            return;
        }
        const training::Batch batch = drawn(random);
        const training::Corruption corruption =
            training::Corruption::draw(batch.composition.sizes(), random.next()).to(m_device);
        const Tensor loss =
            training::denoisingLoss(*m_networks->denoiser, m_description, m_schedule, batch.to(m_device), corruption);
        (loss * m_options.supervisedWeight).backward();
    }

    training::Batch drawn(Random& random) const {
        training::Batch batch = m_experience.draw(kBatch, random);
        training::interchange(batch, m_description.sockets, random);
        training::hide(batch, random);
        return batch;
    }

    void learnForward() {
        Random random(streamSeed(m_options.seed, kForward, static_cast<std::uint64_t>(m_standing.iteration)));
        m_networks->forward->train();
        for (int step = 0; step < m_options.forwardSteps; ++step) {
            training::forwardLoss(*m_networks->forward, drawn(random).to(m_device)).backward();
            m_forward->update(m_options.forwardRate * pace(),
                              static_cast<std::int64_t>(m_standing.iteration) * m_options.forwardSteps + step, m_group);
        }
        m_networks->forward->eval();
    }

    // The averaged weights, as a model.
    [[nodiscard]] model::ModelPtr averaged() const {
        return std::make_shared<const model::Model>(m_description,
                                                    model::copyOf(*m_averaged, m_description, torch::kCPU));
    }

    // How the averaged weights do on the held-out windows; false when stopped.
    Cancellable<bool> look(model::AlignPoint& point, const std::stop_token& stop, const ProgressCallback& progress) {
        const auto reward = m_stage.heldOutReward(*averaged(), stop, saying(progress, "looking at held-out windows"));
        if (!reward || !*reward) {
            return reward ? Cancellable<bool>(std::optional<bool>()) : tl::unexpected(reward.error());
        }
        m_standing.windows += m_stage.heldOutWindows() + 1;
        point.heldOutReward = **reward;
        ++m_standing.worse;
        // With nothing held out there is nothing to compare by: the last is the best.
        if (std::isnan(**reward) || **reward > m_standing.bestReward) {
            m_standing.bestReward = std::isnan(**reward) ? m_standing.bestReward : **reward;
            m_standing.worse = 0;
            m_standing.bestDenoiser = m_denoiser->average();
            m_standing.bestForward = m_forward->average();
        }
        return std::optional(true);
    }

    Expected<void> keep(model::AlignPoint point, const AlignCallback& onPoint) {
        m_standing.seconds = seconds();
        point.iteration = m_standing.iteration;
        point.seconds = m_standing.seconds;
        point.windows = m_standing.windows;
        m_standing.history.push_back(point);
        if (onPoint) {
            onPoint(point);
        }
        return writeAlignLog(m_standing.history, m_description.simulated(), logPath(m_path)).and_then([&] {
            return writeCheckpoint(checkpointPath(m_path), m_identity, m_standing, parts());
        });
    }

    Cancellable<model::ModelPtr> finish() {
        m_denoiser->setAverage(m_standing.bestDenoiser);
        m_forward->setAverage(m_standing.bestForward);
        m_description.alignment.history = m_standing.history;
        const model::ModelPtr model = averaged();
        if (auto written = model::writeModel(*model, m_path); !written) {
            return tl::unexpected(written.error());
        }
        std::error_code ignored;
        std::filesystem::remove(checkpointPath(m_path), ignored);
        return std::optional(model);
    }

    std::filesystem::path m_path;
    const AlignOptions& m_options;
    model::Description m_description;
    model::CosineSchedule m_schedule;
    torch::Device m_device;
    training::Group& m_group;
    std::string m_identity;
    Stage m_stage;
    std::unique_ptr<model::Networks> m_reference;
    std::unique_ptr<model::Networks> m_networks;
    std::unique_ptr<model::Networks> m_averaged;
    std::unique_ptr<training::Learner> m_denoiser;
    std::unique_ptr<training::Learner> m_forward;
    Experience m_experience;
    Advantages m_advantages;
    Standing m_standing;
    double m_secondsBefore = 0.0;
    std::int64_t m_startNs = 0;
};

Expected<void> checkFits(const model::Model& model, const Traces& traces, const dataset::Dataset* replay) {
    const model::Description& description = model.description();
    for (const AlignTrace& trace : traces.traces) {
        const generation::Misfit misfit = generation::misfitOf(trace.windows, description);
        if (!misfit.unknownStressors.empty()) {
            return badInput(fmt::format("The model uses stressors this program does not have: {}.",
                                        fmt::join(misfit.unknownStressors, ", ")));
        }
    }
    if (replay != nullptr && training::hashOf(*replay) != description.datasetHash) {
        return badInput("The data set is not the one the model was trained on.");
    }
    return {};
}

}  // namespace

Expected<void> validate(const AlignOptions& options) {
    const auto within = [](double value, double low, double high) {
        return value >= low && value <= high;
    };
    if (!within(options.segmentWindows, 2, 1000) || !within(options.segments, 1, 4096) ||
        !within(options.repeats, 1, 100) || !within(options.attempts, 1, 4096) ||
        !within(options.steps, 2, generation::kMostSteps)) {
        return badInput(
            "An alignment takes 1 to 4096 stretches of 2 to 1000 windows, 1 to 100 repeats, "
            "at least one attempt and 2 or more steps.");
    }
    if (!within(options.iterations, 1, 1'000'000) || !within(options.epochs, 1, 100) ||
        !within(options.minibatches, 1, 1000) || !within(options.heldOutEvery, 1, 1'000'000)) {
        return badInput("An alignment takes at least one iteration, one pass and one update.");
    }
    if (!within(options.learningRate, 0.0, 1.0) || !within(options.forwardRate, 0.0, 1.0) ||
        !within(options.ratioClip, 1e-6, 1.0) || !within(options.advantageClip, 1e-6, 1e6)) {
        return badInput("A learning rate or a bound of the alignment is outside of what makes sense.");
    }
    return generation::validate(options.sampling);
}

Cancellable<model::ModelPtr> align(const model::Model& model, const Traces& traces, const Site& site,
                                   const dataset::Dataset* replay, const std::filesystem::path& path,
                                   const AlignOptions& options, const std::stop_token& stop,
                                   const AlignCallback& onPoint, const ProgressCallback& progress) {
    if (auto valid = validate(options).and_then([&] { return checkFits(model, traces, replay); }); !valid) {
        return tl::unexpected(valid.error());
    }
    // An alignment may take hours: whether its model can be written is found out before.
    if (const auto file = AtomicFile::create(path); !file) {
        return tl::unexpected(file.error());
    }
    const auto lock = FileLock::tryLock(path);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    const auto device = model::chooseDevice(options.sampling.device);
    if (!device) {
        return tl::unexpected(device.error());
    }
    model::useThreads(options.sampling.threads);
    auto group = training::Group::join({});
    if (!group) {
        return tl::unexpected(group.error());
    }
    try {
        Aligner aligner(model, traces, site, replay, path, options, *device, **group);
        if (auto resumed = aligner.resume(); !resumed) {
            return tl::unexpected(resumed.error());
        }
        return aligner.run(stop, onPoint, progress);
    } catch (const c10::Error& error) {
        return failed(fmt::format("LibTorch gave up ({}).", error.what_without_backtrace()));
    }
}

}  // namespace mimesys::alignment
