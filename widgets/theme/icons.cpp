// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace mimesys::widgets {
namespace {

QPixmap rendered(const QByteArray& svg, int size) {
    QSvgRenderer renderer(svg);
    QPixmap pixmap(size, size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

QByteArray tinted(QByteArray svg, const QColor& colour) {
    return svg.replace("currentColor", colour.name(QColor::HexRgb).toLatin1());
}

}  // namespace

QIcon tintedIcon(const QString& name, const QPalette& palette) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QByteArray svg = file.readAll();
    QIcon icon;
    for (const int size : {16, 20, 24, 32, 48, 64}) {
        icon.addPixmap(rendered(tinted(svg, palette.color(QPalette::Active, QPalette::ButtonText)), size),
                       QIcon::Normal);
        icon.addPixmap(rendered(tinted(svg, palette.color(QPalette::Disabled, QPalette::ButtonText)), size),
                       QIcon::Disabled);
        // In the selected row of a list.
        icon.addPixmap(rendered(tinted(svg, palette.color(QPalette::Active, QPalette::HighlightedText)), size),
                       QIcon::Selected);
    }
    return icon;
}

}  // namespace mimesys::widgets
