// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/calibrate.h"

#include "base/atomicfile.h"
#include "base/clock.h"
#include "base/filelock.h"
#include "collection/calibrationfile.h"
#include "collection/doseplan.h"
#include "stressor/stressor.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace mimesys::collection {
namespace {

constexpr double kShortestWindow = 0.1;  // below it the kernel's ticks of 10 ms are all one sees
constexpr double kOwnWindows = 24.0;     // of a dose
constexpr double kLongestOwnWindow = 0.5;
constexpr double kLongestDose = 3600.0;
constexpr std::size_t kMostDoses = 100;

double windowOf(const CalibrateOptions& options) {
    return options.windowSeconds == 0.0
               ? std::clamp(options.doseSeconds / kOwnWindows, kShortestWindow, kLongestOwnWindow)
               : options.windowSeconds;
}

Expected<void> check(const CalibrateOptions& options) {
    const double window = windowOf(options);
    if (!(window >= kShortestWindow && window <= kLongestDose)) {
        return badInput(
            fmt::format("The window of {} s is not between {} and {} s.", window, kShortestWindow, kLongestDose));
    }
    // One window per visit to settle and one to measure.
    const double shortest = 2.0 * kVisits * window;
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

// An executor would refuse the plan, with advice for plans.
Expected<void> checkQuota(const machine::Machine& machine, const std::vector<int>& cpus) {
    if (machine.cpuQuota <= 0.0 || machine.cpuQuota >= static_cast<double>(cpus.size())) {
        return {};
    }
    if (cpus.size() == 1) {
        return unavailable(fmt::format(
            "The control group of this process grants {:.2g} of a CPU, less than the one a full dose takes; "
            "raise its cpu.max to calibrate.",
            machine.cpuQuota));
    }
    return unavailable(fmt::format(
        "The control group of this process grants {:.3g} CPUs, less than the {} to be calibrated; raise its "
        "cpu.max or calibrate fewer.",
        machine.cpuQuota, cpus.size()));
}

std::string scratchOf(const CalibrateOptions& options) {
    const std::filesystem::path folder =
        options.scratchDirectory.empty() ? stressor::defaultScratchDirectory() : options.scratchDirectory;
    std::error_code error;
    const std::filesystem::path whole = std::filesystem::weakly_canonical(folder, error);
    return error ? folder.string() : whole.string();
}

Calibration nothingYet(const Laboratory& laboratory, const CalibrateOptions& options) {
    Calibration calibration;
    calibration.machine = machine::toJson(laboratory.machine);
    calibration.fingerprint = machine::fingerprint(laboratory.machine);
    calibration.startedNs = realtimeNs();
    calibration.seed = options.seed;
    calibration.windowSeconds = windowOf(options);
    calibration.doseSeconds = options.doseSeconds;
    calibration.visits = kVisits;
    calibration.scratch = scratchOf(options);
    calibration.cpus = chooseCpus(laboratory.machine, options.cpus);
    calibration.unrecorded = laboratory.unrecorded;
    calibration.doses = options.doses;
    calibration.doses.insert(calibration.doses.end(), {0.0, 1.0});
    std::ranges::sort(calibration.doses);
    const auto repeated = std::ranges::unique(calibration.doses);
    calibration.doses.erase(repeated.begin(), repeated.end());
    return calibration;
}

tl::unexpected<Error> refuse(const std::string& reason) {
    return badInput(fmt::format("The calibration there {}; restart it or name another file.", reason));
}

// Which metrics only one of two sets has: "without cpu.ipc", "with llc.misses".
std::string difference(const std::set<std::string>& found, const std::set<std::string>& now) {
    std::vector<std::string> more;
    std::vector<std::string> fewer;
    std::ranges::set_difference(found, now, std::back_inserter(more));
    std::ranges::set_difference(now, found, std::back_inserter(fewer));
    std::vector<std::string> parts;
    if (!fewer.empty()) {
        parts.push_back(fmt::format("without {}", fmt::join(fewer, ", ")));
    }
    if (!more.empty()) {
        parts.push_back(fmt::format("with {}", fmt::join(more, ", ")));
    }
    return fmt::format("{}", fmt::join(parts, " and "));
}

template <typename Reasons>
std::set<std::string> idsOf(const Reasons& reasons) {
    std::set<std::string> ids;
    for (const auto& [id, reason] : reasons) {
        ids.insert(id);
    }
    return ids;
}

std::set<std::string> idsOf(const Signature& signature) {
    std::set<std::string> ids;
    for (const DoseCurve& curve : signature.curves) {
        ids.insert(curve.metric.id);
    }
    return ids;
}

// Columns of one table have the same metrics: what is measured now goes with what was found in the file.
Expected<void> checkRecorded(const Calibration& calibration, const Signature& measured) {
    for (const Signature& other : calibration.signatures) {
        if (other.isMeasured() && idsOf(other) != idsOf(measured)) {
            return refuse(fmt::format("was recorded {}", difference(idsOf(other), idsOf(measured))));
        }
    }
    return {};
}

Expected<void> checkContinues(const Calibration& found, const Calibration& wanted) {
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
    if (found.visits != wanted.visits) {
        return refuse(found.visits == 0
                          ? "is of an older program that visited the doses less often"
                          : fmt::format("visited every dose {} times, not {}", found.visits, wanted.visits));
    }
    if (found.scratch != wanted.scratch && !found.scratch.empty()) {
        return refuse(fmt::format("used the scratch folder {}, not {}", found.scratch, wanted.scratch));
    }
    if (idsOf(found.unrecorded) != idsOf(wanted.unrecorded)) {
        // What is unrecorded in one is recorded in the other.
        return refuse(fmt::format("was recorded {}", difference(idsOf(wanted.unrecorded), idsOf(found.unrecorded))));
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
    // Continuing measures again what failed.
    if (run->report.missed > 0) {
        return failed(
            fmt::format("The process was stopped while it ran and missed {} windows of a CPU; continue the "
                        "calibration to measure it again.",
                        run->report.missed));
    }
    if (run->report.displaced > 0) {
        return failed(
            fmt::format("A CPU was taken away while it ran, for {} windows of a CPU; continue the calibration "
                        "to measure it again.",
                        run->report.displaced));
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
    if (auto granted = checkQuota(laboratory.machine, chooseCpus(laboratory.machine, options.cpus)); !granted) {
        return tl::unexpected(granted.error());
    }
    const auto lock = FileLock::tryLock(path);
    if (!lock) {
        return tl::unexpected(lock.error());
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
                if (auto same = checkRecorded(*calibration, signature); !same) {
                    same.error().place = path.string();
                    return tl::unexpected(same.error());
                }
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
