// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "evaluation/barchart.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string_view>

namespace mimesys::evaluation {
namespace {

// In SVG units (pixels).
constexpr double kWidth = 960.0;
constexpr double kLeft = 64.0;
constexpr double kRight = 16.0;
constexpr double kHeader = 92.0;
constexpr double kPlot = 150.0;
constexpr double kPanel = 214.0;  // with its title above and the groups' names below
constexpr double kTitle = 26.0;   // from a panel's top to its plot
constexpr double kLegendSpacing = 170.0;
constexpr double kGroupShare = 0.8;  // of a group's width that bars take
constexpr double kWidestBar = 46.0;
constexpr double kMostTicks = 5.0;

// Okabe and Ito: told apart by colour-blind eyes, and on light as on dark ground.
constexpr std::array<std::string_view, 6> kColours{"#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00"};

constexpr std::string_view kStyle = R"(<style>
text { font: 13px sans-serif; fill: #1f2328; }
.title { font-size: 16px; font-weight: bold; }
.small { font-size: 11px; }
.ground { fill: #ffffff; }
.grid { stroke: #d0d7de; stroke-width: 1; }
.error { stroke: #1f2328; stroke-width: 1.2; }
@media (prefers-color-scheme: dark) {
text { fill: #e6edf3; }
.ground { fill: #0d1117; }
.grid { stroke: #30363d; }
.error { stroke: #e6edf3; }
}
</style>
)";

// Length of the UTF-8 sequence of a character XML allows at the beginning of a text; 0 when there is none.
std::size_t characterLength(std::string_view text) {
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80) {
        return first >= 0x20 || first == '\t' || first == '\n' ? 1 : 0;
    }
    const auto length = static_cast<std::size_t>(std::countl_one(first));
    if (length < 2 || length > 4 || text.size() < length) {
        return 0;
    }
    std::uint32_t code = first & (0x7FU >> length);
    for (const char c : text.substr(1, length - 1)) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U) {
            return 0;
        }
        code = code << 6U | (byte & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> kLowest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code < kLowest[length] || surrogate || code == 0xFFFE || code == 0xFFFF || code > 0x10FFFF ? 0 : length;
}

std::string escaped(std::string_view text) {
    std::string result;
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        switch (text.front()) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '"':
                result += "&quot;";
                break;
            default:
                result += length == 0 ? "?" : text.substr(0, length);
        }
        text.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return result;
}

double top(const Bar& bar) {
    const double value = std::isfinite(bar.value) ? bar.value : 0.0;
    return value + (std::isfinite(bar.error) ? bar.error : 0.0);
}

// 1, 2 or 5 times a power of ten, so that at most kMostTicks steps reach the highest value.
double tickStep(double highest) {
    const double rough = highest / kMostTicks;
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * (1.0 - 1e-9)) {
            return factor * power;
        }
    }
    return 10.0 * power;
}

class Writer {
public:
    explicit Writer(const BarChart& chart) : m_chart(chart) {
        double highest = 0.0;
        for (const BarPanel& panel : chart.panels) {
            for (const auto& series : panel.bars) {
                for (const Bar& bar : series) {
                    highest = std::max(highest, top(bar));
                }
            }
        }
        m_step = highest > 0.0 && std::isfinite(highest) ? tickStep(highest) : 1.0;
        m_ticks = std::max(1, static_cast<int>(std::ceil(highest / m_step - 1e-9)));
    }

    std::string write() {
        const double height = kHeader + kPanel * static_cast<double>(m_chart.panels.size());
        add(R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="img">)",
            kWidth, height);
        m_svg += '\n';
        m_svg += kStyle;
        add("<title>{}</title>\n", escaped(m_chart.title));
        add("<rect class=\"ground\" width=\"{}\" height=\"{}\"/>\n", kWidth, height);
        add("<text class=\"title\" x=\"16\" y=\"26\">{}</text>\n", escaped(m_chart.title));
        add("<text class=\"small\" x=\"16\" y=\"44\">{}</text>\n", escaped(m_chart.note));
        for (std::size_t i = 0; i < m_chart.series.size(); ++i) {
            const double x = 16.0 + kLegendSpacing * static_cast<double>(i);
            add("<rect x=\"{}\" y=\"58\" width=\"12\" height=\"12\" fill=\"{}\"/>\n", x, colour(i));
            add("<text x=\"{}\" y=\"69\">{}</text>\n", x + 18.0, escaped(m_chart.series[i]));
        }
        for (std::size_t i = 0; i < m_chart.panels.size(); ++i) {
            addPanel(m_chart.panels[i], kHeader + kPanel * static_cast<double>(i));
        }
        m_svg += "</svg>\n";
        return std::move(m_svg);
    }

private:
    template <typename... Arguments>
    void add(fmt::format_string<Arguments...> format, Arguments&&... arguments) {
        fmt::format_to(std::back_inserter(m_svg), format, std::forward<Arguments>(arguments)...);
    }

    static std::string_view colour(std::size_t series) { return kColours[series % kColours.size()]; }

    [[nodiscard]] double heightOf(double value) const { return kPlot * value / (m_step * m_ticks); }

    void addPanel(const BarPanel& panel, double y) {
        const double base = y + kTitle + kPlot;
        add("<text x=\"16\" y=\"{}\">{}, {}</text>\n", y + 14.0, escaped(panel.title), escaped(m_chart.value));
        for (int tick = 0; tick <= m_ticks; ++tick) {
            const double value = m_step * tick;
            add("<line class=\"grid\" x1=\"{0}\" x2=\"{1}\" y1=\"{2:.1f}\" y2=\"{2:.1f}\"/>\n", kLeft, kWidth - kRight,
                base - heightOf(value));
            add("<text class=\"small\" x=\"{}\" y=\"{:.1f}\" text-anchor=\"end\">{:.3g}</text>\n", kLeft - 8.0,
                base - heightOf(value) + 4.0, value);
        }
        const double groupWidth =
            (kWidth - kLeft - kRight) / static_cast<double>(std::max<std::size_t>(1, panel.groups.size()));
        for (std::size_t group = 0; group < panel.groups.size(); ++group) {
            const double middle = kLeft + groupWidth * (static_cast<double>(group) + 0.5);
            add("<text class=\"small\" x=\"{:.1f}\" y=\"{}\" text-anchor=\"middle\">{}</text>\n", middle, base + 16.0,
                escaped(panel.groups[group]));
            addGroup(panel, group, middle, groupWidth, base);
        }
    }

    void addGroup(const BarPanel& panel, std::size_t group, double middle, double groupWidth, double base) {
        const auto count = static_cast<double>(std::max<std::size_t>(1, panel.bars.size()));
        const double width = std::min(kWidestBar, groupWidth * kGroupShare / count);
        for (std::size_t series = 0; series < panel.bars.size(); ++series) {
            const Bar& bar = panel.bars[series][group];
            if (!std::isfinite(bar.value)) {
                continue;
            }
            const double left = middle + width * (static_cast<double>(series) - count / 2.0);
            const double height = heightOf(bar.value);
            add("<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\">", left, base - height,
                width * 0.92, height, colour(series));
            add("<title>{}, {}: {:.4f}</title></rect>\n", escaped(panel.groups[group]), escaped(m_chart.series[series]),
                bar.value);
            if (std::isfinite(bar.error)) {
                add("<line class=\"error\" x1=\"{0:.1f}\" x2=\"{0:.1f}\" y1=\"{1:.1f}\" y2=\"{2:.1f}\"/>\n",
                    left + width * 0.46, base - heightOf(std::max(0.0, bar.value - bar.error)),
                    base - heightOf(bar.value + bar.error));
            }
        }
    }

    const BarChart& m_chart;
    double m_step = 1.0;
    int m_ticks = 1;
    std::string m_svg;
};

}  // namespace

std::string toSvg(const BarChart& chart) {
    return Writer(chart).write();
}

}  // namespace mimesys::evaluation
