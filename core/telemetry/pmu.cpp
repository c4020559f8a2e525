// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/pmu.h"

#include "machine/sysfile.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <system_error>

namespace mimesys::telemetry {
namespace {

namespace fs = std::filesystem;

fs::path devicesOf(const Roots& roots) {
    return roots.sys / "bus/event_source/devices";
}

std::optional<std::uint64_t> parseNumber(std::string_view text) {
    const bool hexadecimal = text.starts_with("0x") || text.starts_with("0X");
    text.remove_prefix(hexadecimal ? 2 : 0);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, hexadecimal ? 16 : 10);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

// Cuts the text before the next separator off the front.
std::string_view takePart(std::string_view& text, char separator) {
    const std::size_t end = std::min(text.find(separator), text.size());
    const std::string_view part = machine::trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

std::uint64_t* word(PerfEvent& event, std::string_view name) {
    return name == "config"    ? &event.config
           : name == "config1" ? &event.config1
           : name == "config2" ? &event.config2
                               : nullptr;
}

// Puts a value into bits such as "config:0-7,32-35": its lowest bits go into the first range. False when the format
// makes no sense or the value is too large for it.
bool place(std::string_view format, std::uint64_t value, PerfEvent& event) {
    std::uint64_t* const target = word(event, takePart(format, ':'));
    if (target == nullptr || format.empty()) {
        return false;
    }
    while (!format.empty()) {
        std::string_view range = takePart(format, ',');
        constexpr std::uint64_t kBits = 64;
        const auto first = parseNumber(takePart(range, '-'));
        const auto last = range.empty() ? first : parseNumber(range);
        if (!first || !last || *last >= kBits || *first > *last) {
            return false;
        }
        for (std::uint64_t bit = *first; bit <= *last; ++bit) {
            *target |= (value & 1U) << bit;
            value >>= 1U;
        }
    }
    return value == 0;
}

}  // namespace

std::vector<std::string> pmuNames(const Roots& roots) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(devicesOf(roots), error), end; !error && entry != end; entry.increment(error)) {
        names.push_back(entry->path().filename().string());
    }
    std::ranges::sort(names);
    return names;
}

Expected<Pmu> Pmu::open(const Roots& roots, std::string_view name) {
    Pmu pmu;
    pmu.m_name = name;
    pmu.m_folder = devicesOf(roots) / pmu.m_name;
    const auto type = machine::readInteger(pmu.m_folder / "type");
    if (!type || *type < 0 || *type > std::numeric_limits<std::int32_t>::max()) {
        return unavailable(fmt::format("{} does not tell its type.", pmu.m_folder.string()));
    }
    pmu.m_type = static_cast<std::uint32_t>(*type);
    for (const char* file : {"cpumask", "cpus"}) {
        if (const auto text = machine::readSmallFile(pmu.m_folder / file); text && pmu.m_cpus.empty()) {
            pmu.m_cpus = machine::parseCpuList(*text).value_or(std::vector<int>());
        }
    }
    return pmu;
}

bool Pmu::hasEvent(std::string_view event) const {
    std::error_code error;
    return fs::is_regular_file(m_folder / "events" / std::string(event), error);
}

Expected<PmuEvent> Pmu::event(std::string_view event) const {
    const fs::path file = m_folder / "events" / std::string(event);
    const auto terms = machine::readSmallFile(file);
    if (!terms) {
        return unavailable(fmt::format("{} cannot be read.", file.string()));
    }
    const auto encoded = encode(*terms);
    if (!encoded) {
        return tl::unexpected(encoded.error());
    }
    PmuEvent result{*encoded, 1.0, machine::readSmallFile(file.string() + ".unit").value_or(std::string())};
    if (const auto scale = machine::readSmallFile(file.string() + ".scale")) {
        const auto [end, error] = std::from_chars(scale->data(), scale->data() + scale->size(), result.scale);
        if (error != std::errc{} || end != scale->data() + scale->size() || !(result.scale > 0.0) ||
            !std::isfinite(result.scale)) {
            return unavailable(fmt::format("{}.scale is no positive number.", file.string()));
        }
    }
    return result;
}

Expected<PerfEvent> Pmu::encode(std::string_view terms) const {
    PerfEvent event;
    event.type = m_type;
    while (!terms.empty()) {
        std::string_view value = takePart(terms, ',');
        const std::string name(takePart(value, '='));
        value = machine::trimmed(value);
        const auto number = value.empty() ? std::optional<std::uint64_t>(1) : parseNumber(value);
        // The three words may be given as a whole, without a format.
        std::string format = fmt::format("{}:0-63", name);
        if (word(event, name) == nullptr) {
            const bool plain = !name.empty() && name.find('/') == std::string::npos;
            format = plain ? machine::readSmallFile(m_folder / "format" / name).value_or(std::string()) : "";
        }
        if (!number || !place(format, *number, event)) {
            return unavailable(fmt::format("{} has no place for \"{}={}\" (its format is \"{}\").", m_folder.string(),
                                           name, value, format));
        }
    }
    return event;
}

}  // namespace mimesys::telemetry
