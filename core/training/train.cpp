// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "training/train.h"

#include "base/atomicfile.h"
#include "base/clock.h"
#include "base/filelock.h"
#include "base/random.h"
#include "model/device.h"
#include "model/networks.h"
#include "training/checkpoint.h"
#include "training/describe.h"
#include "training/group.h"
#include "training/learner.h"
#include "training/losses.h"
#include "training/trainlog.h"

#include <ATen/CPUGeneratorImpl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <optional>

namespace mimesys::training {
namespace {

constexpr double kWarmUpSteps = 200.0;
constexpr double kLowestRate = 0.01;  // of the peak, at the end
constexpr double kSecondsPerCheckpoint = 30.0;
constexpr double kSecondsPerProgress = 0.25;
constexpr double kMostSecondsPerPoint = 20.0;
constexpr int kValidations = 100;                     // over a whole training, about
constexpr std::size_t kMostValidationSamples = 1024;  // enough for a steady curve
constexpr double kConditionNoise = 0.02;              // of scaled metrics: measurements are never exact

double secondsSince(std::int64_t startNs) {
    return static_cast<double>(monotonicNs() - startNs) * 1e-9;
}

// Streams of random numbers.
enum Purpose : std::uint64_t { kWeights, kOrder, kAugmentation, kNoise, kValidation };

// The samples of a training in an order that is shuffled anew every epoch. A pure function of the position, so that a
// training continues where it stopped.
class Order {
public:
    Order(std::vector<std::int64_t> samples, std::uint64_t seed) : m_samples(std::move(samples)), m_seed(seed) {}

    std::vector<std::int64_t> take(std::int64_t first, std::int64_t count) {
        std::vector<std::int64_t> taken;
        const auto size = static_cast<std::int64_t>(m_samples.size());
        for (std::int64_t i = first; i < first + count; ++i) {
            shuffleFor(i / size);
            taken.push_back(m_shuffled[static_cast<std::size_t>(i % size)]);
        }
        return taken;
    }

private:
    void shuffleFor(std::int64_t epoch) {
        if (epoch != m_epoch) {
            m_shuffled = m_samples;
            Random random(streamSeed(m_seed, kOrder, static_cast<std::uint64_t>(epoch)));
            random.shuffle(std::span(m_shuffled));
            m_epoch = epoch;
        }
    }

    std::vector<std::int64_t> m_samples;
    std::vector<std::int64_t> m_shuffled;
    std::int64_t m_epoch = -1;
    std::uint64_t m_seed;
};

class Trainer {
public:
    Trainer(const dataset::Dataset& dataset, std::filesystem::path path, const TrainOptions& options,
            model::Description description, torch::Device device, Group& group)
        : m_path(std::move(path)),
          m_options(options),
          m_description(std::move(description)),
          m_schedule(m_description.diffusionSteps),
          m_device(device),
          m_group(group),
          m_mixed(options.precision == Precision::BFloat16 ||
                  (options.precision == Precision::Automatic && model::multipliesBFloat16(device))),
          m_identity(identityOf(m_description, options)),
          m_samples(dataset, m_description),
          m_split(splitByComposition(dataset, options.validationShare, options.seed)),
          m_order(m_split.training, options.seed) {
        torch::manual_seed(streamSeed(options.seed, kWeights, 0));
        m_networks = model::makeNetworks(m_description);
        m_averaged = model::makeNetworks(m_description);
        for (const auto& networks : {m_networks.get(), m_averaged.get()}) {
            networks->denoiser->to(device);
            networks->forward->to(device);
        }
        const LearnerOptions learner{options.weightDecay, options.clipNorm, options.emaDecay};
        m_denoiser = std::make_unique<Learner>(m_networks->denoiser, m_averaged->denoiser, learner);
        m_forward = std::make_unique<Learner>(m_networks->forward, m_averaged->forward, learner);
        m_standing.bestLoss = std::numeric_limits<double>::infinity();
        const auto perStep = static_cast<double>(options.batch) * options.membership.size;
        m_steps = static_cast<std::int64_t>(
            std::ceil(options.epochs * static_cast<double>(m_split.training.size()) / perStep));
        m_stepsPerPoint = std::max<std::int64_t>(1, m_steps / kValidations);
    }

    Expected<void> resume() {
        std::error_code ignored;
        if (!std::filesystem::exists(checkpointPath(m_path), ignored)) {
            return {};
        }
        auto standing = readCheckpoint(checkpointPath(m_path), m_identity, *m_denoiser, *m_forward);
        if (!standing) {
            return tl::unexpected(standing.error());
        }
        m_standing = std::move(*standing);
        return {};
    }

    Cancellable<model::ModelPtr> run(const std::stop_token& stop, const TrainCallback& onPoint,
                                     const ProgressCallback& progress) {
        m_secondsBefore = m_standing.seconds;
        m_startNs = monotonicNs();
        m_checkpointNs = m_startNs;
        while (!finished()) {
            if (m_group.any(stop.stop_requested())) {
                return writeStanding().map([] { return std::optional<model::ModelPtr>(); });
            }
            step();
            if (const bool due = pointIsDue(); due || m_standing.step % m_stepsPerPoint == 0) {
                validate(onPoint);
                if (auto written = writeLog(); !written) {
                    return tl::unexpected(written.error());
                }
            }
            report(progress);
            if (secondsSince(m_checkpointNs) > kSecondsPerCheckpoint) {
                if (auto written = writeStanding(); !written) {
                    return tl::unexpected(written.error());
                }
            }
        }
        return finish(onPoint);
    }

private:
    [[nodiscard]] double seconds() const { return m_secondsBefore + secondsSince(m_startNs); }

    [[nodiscard]] double fraction() const {
        const double bySteps = static_cast<double>(m_standing.step) / static_cast<double>(m_steps);
        const double byTime = m_options.budgetSeconds > 0.0 ? m_standing.seconds / m_options.budgetSeconds : 0.0;
        return std::min(1.0, std::max(bySteps, byTime));
    }

    // Where an epoch, or a hundredth of them, takes long, points come by time.
    [[nodiscard]] bool pointIsDue() {
        const double last = m_standing.history.empty() ? 0.0 : m_standing.history.back().seconds;
        const double interval = m_options.budgetSeconds > 0.0
                                    ? std::min(kMostSecondsPerPoint, m_options.budgetSeconds / kValidations)
                                    : kMostSecondsPerPoint;
        return m_group.any(m_standing.seconds - last >= interval);
    }

    [[nodiscard]] bool finished() {
        const bool patienceIsOver = m_options.patience > 0 && m_standing.worse >= m_options.patience;
        return m_group.any(fraction() >= 1.0 || patienceIsOver);
    }

    [[nodiscard]] double learningRate() const {
        const double warm = std::min(1.0, (static_cast<double>(m_standing.step) + 1.0) / kWarmUpSteps);
        const double cosine = 0.5 * (1.0 + std::cos(std::numbers::pi * fraction()));
        return m_options.learningRate * warm * (kLowestRate + (1.0 - kLowestRate) * cosine);
    }

    // One batch per process; together they take the next size × batch samples of the order.
    Batch nextBatch() {
        const std::int64_t first =
            (m_standing.step * m_group.size() + m_group.rank()) * static_cast<std::int64_t>(m_options.batch);
        Batch batch = m_samples.at(m_order.take(first, m_options.batch));
        Random random(streamSeed(m_options.seed, kAugmentation, stepOfRank()));
        interchange(batch, m_description.sockets, random);
        hide(batch, random);
        return batch;
    }

    [[nodiscard]] std::uint64_t stepOfRank() const {
        return static_cast<std::uint64_t>(m_standing.step * m_group.size() + m_group.rank());
    }

    void step() {
        m_networks->denoiser->train();
        m_networks->forward->train();
        const Batch onHost = nextBatch();
        const std::uint64_t seed = streamSeed(m_options.seed, kNoise, stepOfRank());
        const Corruption corruption = Corruption::draw(onHost.composition.sizes(), seed).to(m_device);
        const Batch measured = onHost.to(m_device);
        const double rate = learningRate();
        {
            const model::MixedPrecision mixed(m_device, m_mixed);
            const torch::Tensor loss =
                denoisingLoss(*m_networks->denoiser, m_description, m_schedule, withNoise(measured, seed), corruption);
            loss.backward();
            m_lossSum += loss.item<double>();
        }
        m_normSum += m_denoiser->update(rate, m_standing.step, m_group);
        forwardLoss(*m_networks->forward, measured).backward();
        m_forward->update(rate, m_standing.step, m_group);
        ++m_stepsSincePoint;
        ++m_standing.step;
        m_standing.seconds = seconds();
    }

    // A trace never says exactly what a sample said.
    Batch withNoise(Batch batch, std::uint64_t seed) const {
        auto generator = torch::make_generator<at::CPUGeneratorImpl>(seed ^ 1U);
        for (torch::Tensor* values : {&batch.condition.cores, &batch.condition.metrics}) {
            const torch::Tensor noise =
                torch::randn({values->size(0), values->size(1), 1}, generator).to(m_device) * kConditionNoise;
            const torch::Tensor mask = values->narrow(2, 1, 1);
            *values = torch::cat(std::vector<torch::Tensor>{values->narrow(2, 0, 1) + noise * mask, mask}, 2);
        }
        return batch;
    }

    void validate(const TrainCallback& onPoint) {
        const auto [loss, error] = validationOfAverage();
        const auto samples = static_cast<double>(m_standing.step) * m_options.batch * m_group.size();
        m_standing.history.push_back({.step = m_standing.step,
                                      .epoch = samples / static_cast<double>(m_split.training.size()),
                                      .seconds = m_standing.seconds,
                                      .trainLoss = m_lossSum / static_cast<double>(m_stepsSincePoint),
                                      .validationLoss = loss,
                                      .learningRate = learningRate(),
                                      .gradientNorm = m_normSum / static_cast<double>(m_stepsSincePoint)});
        m_lossSum = 0.0;
        m_normSum = 0.0;
        m_stepsSincePoint = 0;
        m_standing.worse = loss < m_standing.bestLoss ? 0 : m_standing.worse + 1;
        // Without held-out samples there is nothing to compare by: the last is the best.
        if (loss < m_standing.bestLoss || std::isnan(loss)) {
            m_standing.bestLoss = loss;
            m_standing.worse = 0;
            m_standing.bestDenoiser = m_denoiser->average();
            m_standing.bestForward = m_forward->average();
            m_standing.forwardError = error;
        }
        if (onPoint) {
            onPoint(m_standing.history.back());
        }
    }

    // Loss of the denoiser and error of the forward model, always on the same samples with the same noise.
    std::pair<double, double> validationOfAverage() {
        const std::size_t count = std::min(kMostValidationSamples, m_split.validation.size());
        if (count == 0) {
            const double unknown = std::numeric_limits<double>::quiet_NaN();
            return {unknown, unknown};
        }
        const torch::NoGradGuard guard;
        double lossSum = 0.0;
        double errorSum = 0.0;
        const auto size = static_cast<std::size_t>(m_options.batch);
        for (std::size_t first = 0; first < count; first += size) {
            const std::size_t part = std::min(size, count - first);
            const Batch batch = m_samples.at(std::span(m_split.validation).subspan(first, part)).to(m_device);
            const Corruption corruption =
                Corruption::draw(batch.composition.sizes(), streamSeed(m_options.seed, kValidation, first))
                    .to(m_device);
            const auto weight = static_cast<double>(part) / static_cast<double>(count);
            lossSum +=
                weight *
                denoisingLoss(*m_averaged->denoiser, m_description, m_schedule, batch, corruption).item<double>();
            errorSum += weight * forwardError(*m_averaged->forward, batch);
        }
        return {lossSum, errorSum};
    }

    void report(const ProgressCallback& progress) {
        if (!progress || secondsSince(m_progressNs) < kSecondsPerProgress) {
            return;
        }
        m_progressNs = monotonicNs();
        const double done = fraction();
        const double left = done > 0.0 ? m_standing.seconds * (1.0 - done) / done : 0.0;
        const std::string loss = m_standing.history.empty()
                                     ? std::string()
                                     : fmt::format(", held-out loss {:.4f}", m_standing.history.back().validationLoss);
        progress(
            {done, fmt::format("training step {}{}, about {} left", m_standing.step, loss,
                               left < 90.0 ? fmt::format("{:.0f} s", left) : fmt::format("{:.0f} min", left / 60.0))});
    }

    // Files are rank 0's.
    Expected<void> writeStanding() {
        m_checkpointNs = monotonicNs();
        return m_group.rank() == 0
                   ? writeCheckpoint(checkpointPath(m_path), m_identity, m_standing, *m_denoiser, *m_forward)
                   : Expected<void>();
    }
    Expected<void> writeLog() {
        return m_group.rank() == 0 ? writeTrainLog(m_standing.history, m_description.simulated(), logPath(m_path))
                                   : Expected<void>();
    }

    Cancellable<model::ModelPtr> finish(const TrainCallback& onPoint) {
        if (m_stepsSincePoint > 0 || m_standing.history.empty()) {
            validate(onPoint);
        }
        if (auto written = writeLog(); !written) {
            return tl::unexpected(written.error());
        }
        m_denoiser->setAverage(m_standing.bestDenoiser);
        m_forward->setAverage(m_standing.bestForward);
        m_averaged->denoiser->to(torch::kCPU);
        m_averaged->forward->to(torch::kCPU);
        m_description.history = m_standing.history;
        m_description.forwardError = m_standing.forwardError;
        const auto model = std::make_shared<const model::Model>(std::move(m_description), std::move(m_averaged));
        if (m_group.rank() == 0) {
            if (auto written = model::writeModel(*model, m_path); !written) {
                return tl::unexpected(written.error());
            }
            std::error_code ignored;
            std::filesystem::remove(checkpointPath(m_path), ignored);
        }
        return std::optional<model::ModelPtr>(model);
    }

    std::filesystem::path m_path;
    const TrainOptions& m_options;
    model::Description m_description;
    model::CosineSchedule m_schedule;
    torch::Device m_device;
    Group& m_group;
    bool m_mixed;
    std::string m_identity;
    Samples m_samples;
    Split m_split;
    Order m_order;
    std::unique_ptr<model::Networks> m_networks;
    std::unique_ptr<model::Networks> m_averaged;
    std::unique_ptr<Learner> m_denoiser;
    std::unique_ptr<Learner> m_forward;
    Standing m_standing;
    std::int64_t m_steps = 0;
    std::int64_t m_stepsPerPoint = 1;
    std::int64_t m_stepsSincePoint = 0;
    double m_lossSum = 0.0;
    double m_normSum = 0.0;
    double m_secondsBefore = 0.0;
    std::int64_t m_startNs = 0;
    std::int64_t m_checkpointNs = 0;
    std::int64_t m_progressNs = 0;
};

}  // namespace

Cancellable<model::ModelPtr> train(const dataset::Dataset& dataset, const std::filesystem::path& path,
                                   const TrainOptions& options, const std::stop_token& stop,
                                   const TrainCallback& onPoint, const ProgressCallback& progress) {
    auto description = describe(dataset, options);
    if (!description) {
        return tl::unexpected(description.error());
    }
    // A training may take hours: whether its model can be written is found out before.
    if (const auto file = AtomicFile::create(path); !file) {
        return tl::unexpected(file.error());
    }
    // The processes of one training write through rank 0.
    std::optional<FileLock> lock;
    if (options.membership.rank == 0) {
        auto locked = FileLock::tryLock(path);
        if (!locked) {
            return tl::unexpected(locked.error());
        }
        lock.emplace(std::move(*locked));
    }
    const auto device = model::chooseDevice(options.device);
    if (!device) {
        return tl::unexpected(device.error());
    }
    model::useThreads(options.threads);
    auto group = Group::join(options.membership);
    if (!group) {
        return tl::unexpected(group.error());
    }
    try {
        Trainer trainer(dataset, path, options, std::move(*description), *device, **group);
        if (auto resumed = trainer.resume(); !resumed) {
            return tl::unexpected(resumed.error());
        }
        return trainer.run(stop, onPoint, progress);
    } catch (const c10::Error& error) {
        return failed(fmt::format("LibTorch gave up ({}).", error.what_without_backtrace()));
    }
}

}  // namespace mimesys::training
