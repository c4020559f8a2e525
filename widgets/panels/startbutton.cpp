// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/startbutton.h"

#include "theme/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

namespace mimesys::widgets {
namespace {

constexpr int kWidth = 44;  // characters

QLabel* makeLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return label;
}

}  // namespace

StartButton::StartButton(const QString& icon, const QString& title, const QString& about, QWidget* parent)
    : QPushButton(parent), m_iconName(icon), m_icon(new QLabel(this)) {
    setAccessibleName(title);
    setAccessibleDescription(about);
    setAutoDefault(true);  // Enter presses it like Space
    m_icon->setAttribute(Qt::WA_TransparentForMouseEvents);
    QLabel* heading = makeLabel(title, this);
    QFont strong = heading->font();
    strong.setBold(true);
    strong.setPointSizeF(strong.pointSizeF() * 1.15);
    heading->setFont(strong);
    QLabel* sentence = makeLabel(about, this);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(heading);
    texts->addWidget(sentence);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 10);
    layout->setSpacing(14);
    layout->addWidget(m_icon);
    layout->addLayout(texts, 1);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    tint();
}

QSize StartButton::sizeHint() const {
    const int width = fontMetrics().averageCharWidth() * kWidth;
    return {width, heightForWidth(width)};
}

QSize StartButton::minimumSizeHint() const {
    const int width = fontMetrics().averageCharWidth() * kWidth / 2;
    return {width, layout()->minimumSize().height()};
}

int StartButton::heightForWidth(int width) const {
    return layout()->totalHeightForWidth(width);
}

void StartButton::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        tint();
    }
}

void StartButton::tint() {
    const int size = fontMetrics().height() > 24 ? 48 : 32;  // one that is drawn as it is
    m_icon->setPixmap(tintedIcon(m_iconName, palette()).pixmap(QSize(size, size), devicePixelRatioF()));
}

}  // namespace mimesys::widgets
