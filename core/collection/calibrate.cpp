// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/calibrate.h"

#include "base/atomicfile.h"
#include "base/clock.h"
#include "collection/calibrationfile.h"
#include "collection/doseplan.h"
#include "stressor/stressor.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace mimesys::collection {
namespace {

constexpr double kShortestWindow = 0.1;  // below it the kernel's ticks of 10 ms are all one sees
constexpr double kLongestOwnWindow = 0.5;
constexpr double kLongestDose = 3600.0;
constexpr std::size_t kMostDoses = 100;

double windowOf(const CalibrateOptions& options) {
    return options.windowSeconds == 0.0 ? std::clamp(options.doseSeconds / 8.0, kShortestWindow, kLongestOwnWindow)
                                        : options.windowSeconds;
}

Expected<void> check(const CalibrateOptions& options) {
    const double window = windowOf(options);
    if (!(window >= kShortestWindow && window <= kLongestDose)) {
        return badInput(
            fmt::format("The window of {} s is not between {} and {} s.", window, kShortestWindow, kLongestDose));
    }
    // Two measurements per visit; with one there would be hardly a deviation.
    const double shortest = 3.0 * kVisits * window;
    if (!(options.doseSeconds >= shortest - 1e-9 && options.doseSeconds <= kLongestDose)) {
        return badInput(
            fmt::format("A dose of {} s is not between {:.3g} and {} s.", options.doseSeconds, shortest, kLongestDose));
    }
    if (options.doses.size() > kMostDoses ||
        !std::ranges::all_of(options.doses, [](double dose) { return dose >= 0.0 && dose <= 1.0; })) {
        return badInput(fmt::format("The doses are not at most {} fractions from 0 to 1.", kMostDoses));
    }
    return {};
}

std::vector<int> chooseCpus(const machine::Machine& machine, std::size_t wanted) {
    std::size_t count = machine.usableCpus.size();
    if (wanted > 0) {
        count = std::min(count, wanted);
    } else if (machine.cpuQuota > 0.0) {
        count = std::min(count, std::max<std::size_t>(1, static_cast<std::size_t>(machine.cpuQuota)));
    }
    return {machine.usableCpus.begin(), machine.usableCpus.begin() + static_cast<std::ptrdiff_t>(count)};
}

Calibration nothingYet(const Laboratory& laboratory, const CalibrateOptions& options) {
    Calibration calibration;
    calibration.machine = machine::toJson(laboratory.machine);
    calibration.fingerprint = machine::fingerprint(laboratory.machine);
    calibration.startedNs = realtimeNs();
    calibration.seed = options.seed;
    calibration.windowSeconds = windowOf(options);
    calibration.doseSeconds = options.doseSeconds;
    calibration.cpus = chooseCpus(laboratory.machine, options.cpus);
    calibration.unrecorded = laboratory.unrecorded;
    calibration.doses = options.doses;
    calibration.doses.insert(calibration.doses.end(), {0.0, 1.0});
    std::ranges::sort(calibration.doses);
    const auto repeated = std::ranges::unique(calibration.doses);
    calibration.doses.erase(repeated.begin(), repeated.end());
    return calibration;
}

Expected<void> checkContinues(const Calibration& found, const Calibration& wanted) {
    const auto refuse = [](const std::string& reason) {
        return badInput(fmt::format("The calibration there {}; restart it or name another file.", reason));
    };
    if (found.fingerprint != wanted.fingerprint) {
        return refuse("is of another machine");
    }
    if (found.cpus != wanted.cpus) {
        return refuse(fmt::format("ran on {} CPUs, and not on the same {}", found.cpus.size(), wanted.cpus.size()));
    }
    if (found.doses != wanted.doses) {
        return refuse("has other doses");
    }
    if (found.doseSeconds != wanted.doseSeconds || found.windowSeconds != wanted.windowSeconds) {
        return refuse(fmt::format("took {} s per dose in windows of {} s, not {} s and {} s", found.doseSeconds,
                                  found.windowSeconds, wanted.doseSeconds, wanted.windowSeconds));
    }
    if (found.seed != wanted.seed) {
        return refuse(fmt::format("has the seed {}, not {}", found.seed, wanted.seed));
    }
    return {};
}

Expected<Calibration> startOrContinue(const Laboratory& laboratory, const std::filesystem::path& path,
                                      const CalibrateOptions& options) {
    Calibration wanted = nothingYet(laboratory, options);
    std::error_code ignored;
    if (options.restart || !std::filesystem::exists(path, ignored)) {
        // Minutes of work should not end at a folder that cannot be written to.
        if (const auto writable = AtomicFile::create(path); !writable) {
            return tl::unexpected(writable.error());
        }
        return wanted;
    }
    auto found = readCalibration(path);
    if (!found) {
        return found;
    }
    if (auto continues = checkContinues(*found, wanted); !continues) {
        continues.error().place = path.string();
        return tl::unexpected(continues.error());
    }
    return found;
}

// Where a stressor stands in the catalogue; what is not in it comes last.
std::ptrdiff_t rankOf(const Signature& signature) {
    const auto cards = stressor::catalogue();
    return std::ranges::find(cards, signature.stressor, &stressor::Card::name) - cards.begin();
}

void put(Calibration& calibration, Signature signature) {
    std::erase_if(calibration.signatures, [&](const Signature& other) { return other.stressor == signature.stressor; });
    calibration.signatures.push_back(std::move(signature));
    std::ranges::stable_sort(calibration.signatures, {}, rankOf);
}

Signature signatureOf(const Subject& subject, std::string unavailable) {
    return {
        subject.stressor, subject.stressorClass, subject.loads, subject.cardResponse, std::move(unavailable), 0.0, {}};
}

// Empty when it was cancelled.
Cancellable<Signature> measure(const Laboratory& laboratory, const Calibration& calibration, const Subject& subject,
                               const std::stop_token& stop, const ProgressCallback& progress) {
    const DosePlan doses = planDoses(calibration, subject.stressor);
    const auto run = laboratory.execute(doses.plan, calibration.windowSeconds, stop, progress);
    if (!run) {
        return tl::unexpected(run.error());
    }
    if (run->report.cancelled) {
        return std::nullopt;
    }
    if (!run->trace) {
        return failed("Nothing was recorded; `mimesys machine` says what can be.");
    }
    auto curves = measureDoses(calibration, doses, *run->trace);
    if (!curves) {
        return tl::unexpected(curves.error());
    }
    Signature signature = signatureOf(subject, {});
    signature.curves = std::move(*curves);
    signature.cpuErrorPoints = run->report.meanCpuErrorPoints();
    return signature;
}

// Turns the progress of one plan into that of the calibration.
class Pace {
public:
    Pace(std::size_t subjects, double subjectSeconds, const ProgressCallback& progress)
        : m_subjects(static_cast<double>(subjects)), m_subjectSeconds(subjectSeconds), m_progress(progress) {}

    [[nodiscard]] ProgressCallback forSubject(const std::string& stressor, std::size_t number) const {
        if (!m_progress) {
            return {};
        }
        return [this, stressor, number](const Progress& plan) {
            const double done = static_cast<double>(number) + std::clamp(plan.fraction, 0.0, 1.0);
            const double elapsed = secondsFromNs(monotonicNs() - m_startNs);
            const double pace = done >= 1.0 ? elapsed / done : m_subjectSeconds;
            m_progress({done / m_subjects, fmt::format("{} ({} of {}), about {:.0f} s left", stressor, number + 1,
                                                       m_subjects, std::ceil((m_subjects - done) * pace))});
        };
    }

private:
    double m_subjects;
    double m_subjectSeconds;
    const ProgressCallback& m_progress;
    std::int64_t m_startNs = monotonicNs();
};

}  // namespace

Expected<std::vector<Subject>> subjectsOf(std::string_view stressors, const machine::Machine& machine,
                                          const std::filesystem::path& scratchDirectory) {
    const auto names = stressor::selectStressors(stressors);
    if (!names) {
        return tl::unexpected(names.error());
    }
    const std::filesystem::path scratch =
        scratchDirectory.empty() ? stressor::defaultScratchDirectory() : scratchDirectory;
    std::vector<Subject> subjects;
    for (const std::string& name : *names) {
        const stressor::Card& card = *stressor::findCard(name);
        subjects.push_back({name, std::string(stressor::className(card.stressorClass)), std::string(card.loads),
                            std::string(card.response), card.unavailable(machine, scratch)});
    }
    return subjects;
}

Cancellable<Calibration> calibrateIn(const Laboratory& laboratory, std::span<const Subject> subjects,
                                     const std::filesystem::path& path, const CalibrateOptions& options,
                                     std::stop_token stop, const ProgressCallback& progress,
                                     const CalibrationCallback& onSignature) {
    if (auto valid = check(options); !valid) {
        return tl::unexpected(valid.error());
    }
    auto calibration = startOrContinue(laboratory, path, options);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    std::vector<Subject> missing;
    std::ranges::copy_if(subjects, std::back_inserter(missing), [&](const Subject& subject) {
        const Signature* known = calibration->find(subject.stressor);
        return known == nullptr || !known->isMeasured();
    });
    const DosePlan example = planDoses(*calibration, {});
    const Pace pace(missing.size(), example.plan->durationSeconds(), progress);
    std::optional<Error> lastError;
    for (std::size_t i = 0; i < missing.size(); ++i) {
        const Subject& subject = missing[i];
        if (stop.stop_requested()) {
            return std::nullopt;
        }
        Signature signature = signatureOf(subject, subject.unavailable);
        if (signature.isMeasured()) {
            const ProgressCallback ofPlan = pace.forSubject(subject.stressor, i);
            if (ofPlan) {
                ofPlan({0.0, {}});
            }
            auto measured = measure(laboratory, *calibration, subject, stop, ofPlan);
            if (!measured && measured.error().code == ErrorCode::BadInput) {
                return tl::unexpected(measured.error());  // the plan does not fit this machine: none will
            }
            if (measured && !*measured) {
                return std::nullopt;
            }
            if (measured) {
                signature = std::move(**measured);
            } else {
                lastError = measured.error();
                signature.unavailable = lastError->text();
            }
        }
        put(*calibration, std::move(signature));
        if (const auto written = writeCalibration(*calibration, path); !written) {
            return tl::unexpected(written.error());
        }
        if (onSignature) {
            onSignature(*calibration);
        }
    }
    if (lastError && std::ranges::none_of(calibration->signatures, &Signature::isMeasured)) {
        return tl::unexpected(*lastError);
    }
    return std::move(*calibration);
}

Cancellable<Calibration> calibrate(const std::filesystem::path& path, const CalibrateOptions& options,
                                   std::stop_token stop, const ProgressCallback& progress,
                                   const CalibrationCallback& onSignature) {
    const auto laboratory = thisMachine(options.scratchDirectory, options.stressors);
    if (!laboratory) {
        return tl::unexpected(laboratory.error());
    }
    const auto subjects = subjectsOf(options.stressors, laboratory->machine, options.scratchDirectory);
    if (!subjects) {
        return tl::unexpected(subjects.error());
    }
    const std::filesystem::path installed = installedCalibrationPath(machine::fingerprint(laboratory->machine));
    const std::filesystem::path& target = path.empty() ? installed : path;
    if (target == installed) {
        std::error_code error;
        std::filesystem::create_directories(target.parent_path(), error);
        if (error) {
            return failed(fmt::format("The folder cannot be created ({}).", error.message()),
                          target.parent_path().string());
        }
    }
    return calibrateIn(*laboratory, *subjects, target, options, std::move(stop), progress, onSignature);
}

}  // namespace mimesys::collection
