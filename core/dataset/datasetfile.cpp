// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/atomicfile.h"
#include "base/hdf5.h"
#include "base/hdf5child.h"
#include "dataset/dataset.h"
#include "plan/plan.h"

#include <fmt/format.h>

#include <algorithm>

// Layout: data sets compositions and previous (S, K, M), mean and deviation (S, N), ranges (2, N), kinds (S), metrics,
// units, families and provenance (N); attributes format, version, window_seconds, seed, stressors, machine. The ranges
// stand there for other tools; they are computed anew when read. Since version 2 also rounds (S) and the data sets
// dropped_reasons and dropped_counts, where any were, and the attributes strategy, finished_rounds and
// executed_seconds; a file without them is of version 1, whose strategy was "random".
namespace mimesys::dataset {
namespace {

const std::string kRoot = "/";
const std::string kFormat = "mimesys-dataset";
constexpr std::uint64_t kVersion = 2;
// Bounds on what is accepted from a file: 1 GiB of compositions.
constexpr std::size_t kMostEntries = std::size_t{1} << 28;
constexpr std::size_t kMostNames = std::size_t{1} << 22;
constexpr std::uint64_t kMostRounds = std::uint64_t{1} << 22;
constexpr std::uint64_t kMostDropped = std::uint64_t{1} << 40;

template <typename T>
Expected<T> required(Expected<std::optional<T>> attribute, std::string_view name) {
    if (!attribute) {
        return tl::unexpected(attribute.error());
    }
    if (!*attribute) {
        return badInput(fmt::format("The data set lacks the attribute \"{}\".", name));
    }
    return std::move(**attribute);
}

// Stores a value where it belongs, or keeps the first error.
class Collected {
public:
    template <typename T, typename Target>
    void put(Expected<T> value, Target& target) {
        if (value) {
            target = std::move(*value);
        } else if (!m_error) {
            m_error = value.error();
        }
    }
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    std::optional<Error> m_error;
};

Expected<void> checkFormat(const hdf5::File& file) {
    const auto format = required(file.stringAttribute(kRoot, "format"), "format");
    if (!format || *format != kFormat) {
        return badInput("This HDF5 file is not a Mimesys data set.");
    }
    const auto version = required(file.numberAttribute<std::uint64_t>(kRoot, "version"), "version");
    if (!version) {
        return tl::unexpected(version.error());
    }
    if (*version > kVersion) {
        return badInput(fmt::format("The data set was written by a newer version (format {}); this one reads up to {}.",
                                    *version, kVersion));
    }
    return {};
}

// A data set of the given rank as a matrix: the first extent are its rows, the others its columns.
Expected<trace::Matrix> readMatrix(const hdf5::File& file, const std::string& name, std::size_t rank) {
    const auto shape = file.shape(name);
    if (!shape) {
        return tl::unexpected(shape.error());
    }
    if (shape->size() != rank) {
        return badInput(fmt::format("The part \"{}\" has {} dimensions instead of {}.", name, shape->size(), rank));
    }
    const auto values = file.read<float>(name, kMostEntries);
    if (!values) {
        return tl::unexpected(values.error());
    }
    const auto rows = static_cast<Eigen::Index>(shape->front());
    const auto columns = rows == 0 ? 0 : static_cast<Eigen::Index>(values->size()) / rows;
    return trace::Matrix(Eigen::Map<const trace::Matrix>(values->data(), rows, columns));
}

Family familyFromName(std::string_view name) {
    const auto found = std::ranges::find(kFamilies, name, familyName);
    return found == kFamilies.end() ? Family::Other : *found;
}

Expected<void> readMetrics(const hdf5::File& file, Dataset& dataset) {
    std::vector<std::string> ids;
    std::vector<std::string> units;
    std::vector<std::string> families;
    std::vector<std::string> provenance;
    Collected collected;
    collected.put(file.readStrings("metrics", kMostNames), ids);
    collected.put(file.readStrings("units", kMostNames), units);
    collected.put(file.readStrings("families", kMostNames), families);
    collected.put(file.readStrings("provenance", kMostNames), provenance);
    if (collected.error()) {
        return tl::unexpected(*collected.error());
    }
    if (units.size() != ids.size() || families.size() != ids.size() || provenance.size() != ids.size()) {
        return badInput("The parts of the data set differ in size.");
    }
    for (std::size_t n = 0; n < ids.size(); ++n) {
        dataset.metrics.push_back({ids[n], units[n], familyFromName(families[n])});
        dataset.provenance.push_back(provenanceFromName(provenance[n]).value_or(Provenance::Unknown));
    }
    return {};
}

// What files of version 1 lack.
Expected<void> readHistory(const hdf5::File& file, Dataset& dataset) {
    if (!file.has("rounds")) {
        return {};
    }
    std::vector<std::uint64_t> rounds;
    std::vector<std::string> reasons;
    std::vector<std::uint64_t> counts;
    Collected collected;
    collected.put(file.read<std::uint64_t>("rounds", kMostNames), rounds);
    collected.put(required(file.stringAttribute(kRoot, "strategy"), "strategy"), dataset.strategy);
    collected.put(required(file.numberAttribute<std::uint64_t>(kRoot, "finished_rounds"), "finished_rounds"),
                  dataset.finishedRounds);
    collected.put(required(file.numberAttribute<double>(kRoot, "executed_seconds"), "executed_seconds"),
                  dataset.executedSeconds);
    if (file.has("dropped_reasons")) {
        collected.put(file.readStrings("dropped_reasons", kMostNames), reasons);
        collected.put(file.read<std::uint64_t>("dropped_counts", kMostNames), counts);
    }
    if (collected.error()) {
        return tl::unexpected(*collected.error());
    }
    if (reasons.size() != counts.size()) {
        return badInput("The parts of the data set differ in size.");
    }
    rounds.push_back(dataset.finishedRounds);
    if (const std::uint64_t most = *std::ranges::max_element(rounds); most > kMostRounds) {
        return badInput(fmt::format("The data set claims {} rounds.", most));
    }
    rounds.pop_back();
    for (const std::uint64_t round : rounds) {
        dataset.rounds.push_back(static_cast<std::uint32_t>(round));
    }
    for (std::size_t i = 0; i < reasons.size(); ++i) {
        dataset.dropped[reasons[i]] = std::min(counts[i], kMostDropped);
    }
    return {};
}

Expected<Dataset> readFrom(const hdf5::File& file) {
    if (auto known = checkFormat(file); !known) {
        return tl::unexpected(known.error());
    }
    Dataset dataset;
    Collected collected;
    collected.put(required(file.numberAttribute<double>(kRoot, "window_seconds"), "window_seconds"),
                  dataset.windowSeconds);
    collected.put(required(file.numberAttribute<std::uint64_t>(kRoot, "seed"), "seed"), dataset.seed);
    collected.put(required(file.stringListAttribute(kRoot, "stressors"), "stressors"), dataset.stressors);
    collected.put(required(file.stringAttribute(kRoot, "machine"), "machine"), dataset.machine);
    collected.put(readMatrix(file, "compositions", 3), dataset.compositions);
    collected.put(readMatrix(file, "previous", 3), dataset.previous);
    collected.put(readMatrix(file, "mean", 2), dataset.mean);
    collected.put(readMatrix(file, "deviation", 2), dataset.deviation);
    collected.put(file.readStrings("kinds", kMostNames), dataset.kinds);
    if (collected.error()) {
        return tl::unexpected(*collected.error());
    }
    dataset.cpus = file.shape("compositions").value()[1];
    return readMetrics(file, dataset)
        .and_then([&] { return readHistory(file, dataset); })
        .and_then([&] { return validate(dataset); })
        .map([&] { return std::move(dataset); });
}

std::span<const float> entries(const trace::Matrix& matrix) {
    return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}

// The names of the metrics and what they are, one list per property.
Expected<void> writeMetrics(hdf5::File& file, const Dataset& dataset) {
    std::vector<std::string> ids;
    std::vector<std::string> units;
    std::vector<std::string> families;
    std::vector<std::string> provenance;
    for (std::size_t n = 0; n < dataset.metrics.size(); ++n) {
        ids.push_back(dataset.metrics[n].id);
        units.push_back(dataset.metrics[n].unit);
        families.emplace_back(familyName(dataset.metrics[n].family));
        provenance.emplace_back(provenanceName(dataset.provenance[n]));
    }
    return file.writeStrings("metrics", ids)
        .and_then([&] { return file.writeStrings("units", units); })
        .and_then([&] { return file.writeStrings("families", families); })
        .and_then([&] { return file.writeStrings("provenance", provenance); });
}

Expected<void> writeHistory(hdf5::File& file, const Dataset& dataset) {
    std::vector<std::uint64_t> rounds(dataset.rounds.begin(), dataset.rounds.end());
    rounds.resize(dataset.sampleCount(), 0);
    std::vector<std::string> reasons;
    std::vector<std::uint64_t> counts;
    for (const auto& [reason, count] : dataset.dropped) {
        reasons.push_back(reason);
        counts.push_back(count);
    }
    return file.write<std::uint64_t>("rounds", rounds, {rounds.size()})
        .and_then([&]() -> Expected<void> {
            return reasons.empty() ? Expected<void>() : file.writeStrings("dropped_reasons", reasons).and_then([&] {
                return file.write<std::uint64_t>("dropped_counts", counts, {counts.size()});
            });
        })
        .and_then([&] { return file.setAttribute(kRoot, "strategy", dataset.strategy); })
        .and_then(
            [&] { return file.setNumberAttribute<std::uint64_t>(kRoot, "finished_rounds", dataset.finishedRounds); })
        .and_then([&] { return file.setNumberAttribute<double>(kRoot, "executed_seconds", dataset.executedSeconds); });
}

Expected<void> writeTo(hdf5::File& file, const Dataset& dataset) {
    const std::size_t samples = dataset.sampleCount();
    const std::size_t metrics = dataset.metrics.size();
    const hdf5::Shape composition{samples, dataset.cpus, dataset.stressors.size()};
    const trace::Matrix ranges = dataset.ranges();
    return file.write<float>("compositions", entries(dataset.compositions), composition)
        .and_then([&] { return file.write<float>("previous", entries(dataset.previous), composition); })
        .and_then([&] {
            return file.write<float>("mean", entries(dataset.mean), {samples, metrics});
        })
        .and_then([&] {
            return file.write<float>("deviation", entries(dataset.deviation), {samples, metrics});
        })
        .and_then([&] {
            return file.write<float>("ranges", entries(ranges), {2, metrics});
        })
        .and_then([&] { return file.writeStrings("kinds", dataset.kinds); })
        .and_then([&] { return writeMetrics(file, dataset); })
        .and_then([&] { return writeHistory(file, dataset); })
        .and_then([&] { return file.setAttribute(kRoot, "format", kFormat); })
        .and_then([&] { return file.setNumberAttribute<std::uint64_t>(kRoot, "version", kVersion); })
        .and_then([&] { return file.setNumberAttribute<double>(kRoot, "window_seconds", dataset.windowSeconds); })
        .and_then([&] { return file.setNumberAttribute<std::uint64_t>(kRoot, "seed", dataset.seed); })
        .and_then([&] { return file.setAttribute(kRoot, "stressors", std::span(dataset.stressors)); })
        .and_then([&] { return file.setAttribute(kRoot, "machine", dataset.machine); });
}

}  // namespace

Expected<Dataset> readDataset(const std::filesystem::path& path) {
    const auto file = hdf5::File::open(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto dataset = readFrom(*file);
    if (!dataset) {
        dataset.error().place = path.string();
    }
    return dataset;
}

bool looksLikeDataset(const std::filesystem::path& path) {
    if (!hdf5::File::looksLikeHdf5(path)) {
        return false;
    }
    const auto read = [&](const hdf5::Sink&) -> Expected<void> {
        const auto format = hdf5::File::open(path).and_then(
            [](const hdf5::File& file) { return required(file.stringAttribute(kRoot, "format"), "format"); });
        return format && *format == kFormat ? Expected<void>() : badInput("This is no data set.");
    };
    return hdf5::readInChild(path, read, [](std::span<const std::byte>) { return Expected<void>(); }).has_value();
}

Expected<void> writeDataset(const Dataset& dataset, const std::filesystem::path& path) {
    if (auto valid = validate(dataset); !valid) {
        return valid;
    }
    return hdf5::writeFile(path, [&](hdf5::File& file) { return writeTo(file, dataset); });
}

}  // namespace mimesys::dataset
