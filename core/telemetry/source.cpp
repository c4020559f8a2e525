// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/source.h"

#include "trace/trace.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace mimesys::telemetry {

std::span<const SourceCard> sourceCards() {
    static const std::array cards{kCpuCard,           kMemoryTrafficCard, kMemoryTotalCard,    kMemoryLocalCard,
                                  kMemoryCard,        kCoreCounterCard,   kOccupancyCard,      kDiskCard,
                                  kNetworkCard,       kCpuPressureCard,   kMemoryPressureCard, kIoPressureCard,
                                  kContextSwitchCard, kPageFaultCard};
    return cards;
}

Provenance Source::provenance(std::size_t) const {
    return Provenance::Procfs;
}

std::string Source::whyNot(std::string_view) const {
    return {};
}

std::string_view Fields::word() {
    const std::size_t first = std::min(m_text.find_first_not_of(" \t"), m_text.size());
    const std::size_t last = std::min(m_text.find_first_of(" \t\n", first), m_text.size());
    const std::string_view found = m_text.substr(first, last - first);
    m_text.remove_prefix(last);
    return found;
}

std::optional<std::uint64_t> Fields::number() {
    const std::size_t first = std::min(m_text.find_first_not_of(" \t"), m_text.size());
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(m_text.data() + first, m_text.data() + m_text.size(), value);
    if (error != std::errc{}) {
        return std::nullopt;
    }
    m_text.remove_prefix(static_cast<std::size_t>(end - m_text.data()));
    return value;
}

bool Fields::skip(int words) {
    for (int i = 0; i < words; ++i) {
        if (word().empty()) {
            return false;
        }
    }
    return true;
}

std::string_view lineAfter(std::string_view text, std::string_view key) {
    std::size_t position = 0;
    while ((position = text.find(key, position)) != std::string_view::npos) {
        if (position == 0 || text[position - 1] == '\n') {
            text.remove_prefix(position + key.size());
            return text.substr(0, text.find('\n'));
        }
        ++position;
    }
    return {};
}

std::string_view takeLine(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

std::optional<std::uint64_t> Counter::advance(std::optional<std::uint64_t> now) {
    const auto last = std::exchange(m_last, now);
    return last && now && *now >= *last ? std::optional(*now - *last) : std::nullopt;
}

float rate(std::optional<std::uint64_t> increase, double scale, double seconds) {
    return increase && seconds > 0.0 ? static_cast<float>(static_cast<double>(*increase) * scale / seconds)
                                     : trace::kMissing;
}

}  // namespace mimesys::telemetry
