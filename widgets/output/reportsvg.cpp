// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/reportsvg.h"

#include "theme/colours.h"

#include <array>
#include <utility>

namespace mimesys::widgets {
namespace {

using Role = std::pair<const char*, QColor Colours::*>;
// Where two roles share a colour in the light theme, the first is taken for both.
constexpr std::array kRoles{
    Role{"text", &Colours::text},     Role{"plot", &Colours::plot},         Role{"real", &Colours::real},
    Role{"fill", &Colours::realFill}, Role{"emulated", &Colours::emulated}, Role{"faint", &Colours::faintText},
    Role{"grid", &Colours::grid},     Role{"border", &Colours::border},     Role{"header", &Colours::header},
};

constexpr QByteArrayView kLineBegin = "<polyline fill=\"none\" vector-effect=\"none\" points=\"";
constexpr QByteArrayView kLineEnd = "\" />\n";

// "0.5,3 0.5,20 " as "M0.5,3 0.5,20"; further pairs of a path's move are lines.
void appendPath(QByteArray& path, QByteArrayView points) {
    path += 'M';
    path += points.trimmed();
}

// Lanes are thousands of upright lines, each an element of its own.
QByteArray joinLines(const QByteArray& svg) {
    QByteArray result;
    QByteArray path;
    const auto flush = [&] {
        if (!path.isEmpty()) {
            result += "<path d=\"" + path + "\"/>\n";
            path.clear();
        }
    };
    qsizetype at = 0;
    while (at < svg.size()) {
        const QByteArrayView rest = QByteArrayView(svg).sliced(at);
        const qsizetype end = rest.startsWith(kLineBegin) ? rest.indexOf(kLineEnd) : -1;
        if (end >= 0) {
            appendPath(path, rest.sliced(kLineBegin.size(), end - kLineBegin.size()));
            at += end + kLineEnd.size();
            continue;
        }
        flush();
        const qsizetype line = rest.indexOf('\n');
        const qsizetype length = line < 0 ? rest.size() : line + 1;
        result += rest.first(length);
        at += length;
    }
    flush();
    return result;
}

}  // namespace

QByteArray inlineSvg(const QByteArray& svg) {
    const qsizetype begin = svg.indexOf("<svg");
    QByteArray text = joinLines(begin < 0 ? svg : svg.mid(begin));
    const Colours light = coloursFor(paletteFor(Theme::Light));
    for (const auto& [name, colour] : kRoles) {
        text.replace('"' + (light.*colour).name().toLatin1() + '"', QByteArray("\"var(--") + name + ")\"");
    }
    // What shows between the views.
    const QColor window = paletteFor(Theme::Light).color(QPalette::Window);
    return text.replace('"' + window.name().toLatin1() + '"', "\"var(--plot)\"");
}

QByteArray themeVariables(bool dark) {
    const Colours colours = coloursFor(paletteFor(dark ? Theme::Dark : Theme::Light));
    QByteArray css;
    for (const auto& [name, colour] : kRoles) {
        css += QByteArray(" --") + name + ": " + (colours.*colour).name().toLatin1() + ';';
    }
    return css;
}

}  // namespace mimesys::widgets
