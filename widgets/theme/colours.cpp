// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/colours.h"

#include <QApplication>

namespace mimesys::widgets {
namespace {

QColor mix(const QColor& a, const QColor& b, float shareOfB) {
    const auto part = [&](float x, float y) {
        return x + (y - x) * shareOfB;
    };
    return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

QColor withAlpha(QColor colour, float alpha) {
    colour.setAlphaF(alpha);
    return colour;
}

void setAll(QPalette& palette, QPalette::ColorRole role, const QColor& colour, const QColor& disabled) {
    palette.setColor(role, colour);
    palette.setColor(QPalette::Disabled, role, disabled);
}

struct Base {
    QRgb window;
    QRgb base;
    QRgb button;
    QRgb text;
    QRgb highlight;
    QRgb link;
};

constexpr Base kLight{0xfff3f4f6, 0xffffffff, 0xffe9ebee, 0xff1b1f24, 0xff0f62b0, 0xff0a58a5};
constexpr Base kDark{0xff23272d, 0xff1a1d22, 0xff2e333b, 0xffe3e6ea, 0xff2f74c0, 0xff7cb7f2};

QPalette fusionPalette(const Base& base) {
    const QColor window(base.window);
    const QColor text(base.text);
    const QColor faint = mix(text, window, 0.55F);
    QPalette palette(QColor(base.button), window);
    setAll(palette, QPalette::WindowText, text, faint);
    setAll(palette, QPalette::Text, text, faint);
    setAll(palette, QPalette::ButtonText, text, faint);
    setAll(palette, QPalette::Window, window, window);
    setAll(palette, QPalette::Base, QColor(base.base), window);
    setAll(palette, QPalette::AlternateBase, mix(QColor(base.base), window, 0.6F), window);
    setAll(palette, QPalette::Button, QColor(base.button), mix(QColor(base.button), window, 0.5F));
    setAll(palette, QPalette::ToolTipBase, QColor(base.base), QColor(base.base));
    setAll(palette, QPalette::ToolTipText, text, faint);
    setAll(palette, QPalette::PlaceholderText, mix(text, QColor(base.base), 0.45F), faint);
    setAll(palette, QPalette::Highlight, QColor(base.highlight), mix(QColor(base.highlight), window, 0.6F));
    setAll(palette, QPalette::HighlightedText, QColor(Qt::white), QColor(Qt::white));
    setAll(palette, QPalette::Link, QColor(base.link), faint);
    setAll(palette, QPalette::LinkVisited, QColor(base.link), faint);
    return palette;
}

}  // namespace

Colours coloursFor(const QPalette& palette) {
    Colours colours;
    const QColor base = palette.color(QPalette::Base);
    const QColor text = palette.color(QPalette::Text);
    colours.dark = base.lightnessF() < 0.5F;
    colours.plot = base;
    colours.grid = mix(base, text, colours.dark ? 0.13F : 0.10F);
    colours.border = mix(base, text, 0.22F);
    colours.text = text;
    colours.faintText = mix(text, base, 0.35F);
    colours.header = mix(palette.color(QPalette::Window), text, 0.05F);
    colours.real = QColor(colours.dark ? 0xff6cb6ec : 0xff0067a8);
    colours.realFill = withAlpha(colours.real, colours.dark ? 0.18F : 0.13F);
    colours.emulated = QColor(colours.dark ? 0xfff5ab35 : 0xffc65500);
    colours.cursor = mix(text, base, 0.2F);
    colours.path = withAlpha(text, 0.45F);
    colours.missing = mix(base, text, 0.3F);
    colours.selection = withAlpha(palette.color(QPalette::Highlight), 0.14F);
    colours.band = withAlpha(palette.color(QPalette::Highlight), colours.dark ? 0.24F : 0.14F);
    colours.markerA = QColor(colours.dark ? 0xff35c79a : 0xff00785a);
    colours.markerB = QColor(colours.dark ? 0xffe39ac4 : 0xffa8447e);
    colours.warning = QColor(colours.dark ? 0xfff0c419 : 0xffb26b00);
    return colours;
}

QPalette paletteFor(Theme theme) {
    switch (theme) {
        case Theme::Light:
            return fusionPalette(kLight);
        case Theme::Dark:
            return fusionPalette(kDark);
        case Theme::System:
            break;
    }
    return {};
}

void applyTheme(Theme theme) {
    QApplication::setPalette(paletteFor(theme));
}

}  // namespace mimesys::widgets
