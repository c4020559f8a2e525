// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "calibrate.h"

#include "collection/calibrationfile.h"
#include "console.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include <array>
#include <cmath>

namespace mimesys::cli {
namespace {

using collection::Calibration;
using collection::DoseCurve;
using collection::Signature;
using collection::Verdict;

constexpr std::size_t kMostNamed = 3;

// Three digits with a decimal prefix for what has large numbers: "12.3 k/s", "97.6 %", "1.2 GB".
std::string valueText(double value, std::string_view unit, bool isSigned) {
    struct Prefix {
        double factor;
        const char* name;
    };
    static constexpr std::array kPrefixes{Prefix{1e12, "T"}, Prefix{1e9, "G"}, Prefix{1e6, "M"}, Prefix{1e3, "k"}};
    const bool scaled = unit == "bytes" || unit == "1/s" || unit == "1" || unit.empty();
    const std::string_view shown = unit == "bytes" ? "B" : unit == "1/s" ? "/s" : unit == "1" ? "" : unit;
    double factor = 1.0;
    std::string prefix;
    for (const auto& [least, name] : kPrefixes) {
        if (scaled && std::abs(value) >= least) {
            factor = least;
            prefix = name;
            break;
        }
    }
    const double number = value / factor;
    const double magnitude = std::abs(number);
    const int decimals = magnitude >= 99.95 ? 0 : magnitude >= 9.995 ? 1 : 2;
    std::string text = isSigned ? fmt::format("{:+.{}f}", number, decimals) : fmt::format("{:.{}f}", number, decimals);
    if (!shown.empty() || !prefix.empty()) {
        text += fmt::format(" {}{}", prefix, shown);
    }
    return text;
}

std::string gainText(const DoseCurve& curve) {
    return curve.response.driven ? valueText(curve.response.gain, curve.metric.unit, true) : "nothing";
}

std::string shapeText(const DoseCurve& curve, const Signature& signature) {
    if (!curve.response.monotone) {
        return "not monotone: " +
               (signature.cardResponse.empty() ? "its card gives no reason." : signature.cardResponse);
    }
    return curve.response.saturates
               ? fmt::format("monotone, 90 % of it at a dose of {:.0f} %", 100.0 * curve.response.ninetyPercentDose)
               : "monotone";
}

void printTable(const Calibration& calibration) {
    std::vector<std::vector<std::string>> rows;
    for (const Signature& signature : calibration.signatures) {
        const auto responding = respondingCurves(calibration, signature);
        if (responding.empty()) {
            const Verdict verdict = verdictOf(signature);
            const std::string text = signature.isMeasured() ? verdict.sentence : "not measured: " + verdict.sentence;
            rows.push_back({signature.stressor, signature.stressorClass, "-", "", "", text});
        }
        for (const DoseCurve* curve : responding) {
            const bool first = curve == responding.front();
            rows.push_back({first ? signature.stressor : "", first ? signature.stressorClass : "", curve->metric.id,
                            valueText(curve->response.idle, curve->metric.unit, false), gainText(*curve),
                            shapeText(*curve, signature)});
        }
        if (const std::string doubt = doubtAbout(signature); !doubt.empty()) {
            rows.push_back({"", "", "", "", "", doubt});
        }
    }
    cli::printTable({"stressor", "class", "metric it changes", "idle", "full dose adds", "over the doses"}, rows);
}

void print(const Calibration& calibration, const std::filesystem::path& path) {
    printTable(calibration);
    const auto measured = std::ranges::count_if(calibration.signatures, &Signature::isMeasured);
    fmt::print("\n{}: {} of {} stressors measured at doses of {:.3g} of {} CPUs; {} s per dose in windows of {} s.\n",
               path.string(), measured, calibration.signatures.size(), fmt::join(calibration.doses, ", "),
               calibration.cpus.size(), calibration.doseSeconds, calibration.windowSeconds);
    if (!calibration.unrecorded.empty()) {
        std::vector<std::string_view> ids;
        for (const auto& [id, reason] : calibration.unrecorded) {
            ids.push_back(id);
        }
        fmt::print("Not recorded here: {}; `mimesys machine` says why.\n", fmt::join(ids, ", "));
    }
    if (const auto idle = idlePoints(calibration); idle && *idle > collection::kBusyMachinePoints) {
        fmt::print(
            "Other work took {:.0f} % of the CPUs meanwhile; calibrate again with --restart when the machine is "
            "quiet.\n",
            *idle);
    }
}

Expected<std::filesystem::path> outputPath(const CalibrateCommand& calibrate) {
    if (!calibrate.output.empty()) {
        return std::filesystem::path(calibrate.output);
    }
    return machine::discover().map([](const machine::Machine& machine) {
        return collection::installedCalibrationPath(machine::fingerprint(machine));
    });
}

}  // namespace

void addCalibrateOptions(CLI::App& command, CalibrateCommand& calibrate) {
    CLI::App* group = command.add_option_group("Calibration");
    CLI::Option* wanted = group->add_flag("--calibrate", calibrate.wanted,
                                          "Measure what each stressor does to this machine, dose by dose");
    group->add_option("--stressors", calibrate.options.stressors, "all, essential, or names separated by commas")
        ->needs(wanted)
        ->capture_default_str()
        ->type_name("LIST");
    group->add_option("--dose-seconds", calibrate.options.doseSeconds, "Seconds per stressor and dose (of six)")
        ->needs(wanted)
        ->check(CLI::PositiveNumber)
        ->capture_default_str()
        ->type_name("S");
    group->add_option("-o,--output", calibrate.output, "Calibration to write or continue; this machine's if not given")
        ->needs(wanted)
        ->type_name("FILE");
    group->add_flag("--restart", calibrate.options.restart, "Measure again what is in the file")->needs(wanted);
}

int runCalibrate(const CalibrateCommand& calibrate, bool json, const std::stop_token& stop) {
    const auto path = outputPath(calibrate);
    if (!path) {
        return report(path.error());
    }
    const auto calibration = [&] {
        ProgressLine line;
        return collection::calibrate(*path, calibrate.options, stop, line.callback());
    }();
    if (!calibration) {
        return report(calibration.error());
    }
    if (!*calibration) {
        fmt::print(stderr, "mimesys: {}: finished stressors are kept; the same command without --restart continues.\n",
                   path->string());
        return reportCancelled();
    }
    if (json) {
        fmt::print("{}\n",
                   collection::toJson(**calibration).dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    } else {
        print(**calibration, *path);
    }
    return kOk;
}

std::optional<Calibration> installedCalibration(const machine::Machine& machine) {
    auto calibration = collection::readCalibration(collection::installedCalibrationPath(machine::fingerprint(machine)));
    return calibration ? std::optional(std::move(*calibration)) : std::nullopt;
}

nlohmann::json drivenJson(const Calibration& calibration, std::string_view stressor) {
    const Signature* signature = calibration.find(stressor);
    if (signature == nullptr || !signature->isMeasured()) {
        return {};
    }
    nlohmann::json driven = nlohmann::json::array();
    for (const DoseCurve* curve : respondingCurves(calibration, *signature)) {
        driven.push_back({{"metric", curve->metric.id},
                          {"gain", curve->response.gain},
                          {"unit", curve->metric.unit},
                          {"driven", curve->response.driven},
                          {"monotone", curve->response.monotone}});
    }
    return driven;
}

std::string drivenText(const nlohmann::json& driven) {
    if (driven.is_null()) {
        return "not measured";
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(driven.size(), kMostNamed); ++i) {
        const nlohmann::json& entry = driven[i];
        names.push_back(fmt::format("{} {}", entry["metric"].get<std::string>(),
                                    entry["driven"].get<bool>()
                                        ? valueText(entry["gain"].get<double>(), entry["unit"].get<std::string>(), true)
                                        : "only between idle and full dose"));
    }
    return names.empty() ? "nothing" : fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace mimesys::cli
