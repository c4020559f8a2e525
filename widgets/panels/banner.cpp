// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/banner.h"

#include "panels/panelparts.h"
#include "theme/colours.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QToolButton>

namespace mimesys::widgets {

Banner::Banner(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(textLabel("bannerText", this)),
      m_action(new QPushButton(this)),
      m_other(new QPushButton(this)) {
    setObjectName(QStringLiteral("banner"));
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    m_action->setObjectName(QStringLiteral("bannerAction"));
    m_other->setObjectName(QStringLiteral("bannerOtherAction"));
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("bannerClose"));
    close->setAutoRaise(true);
    close->setIcon(style()->standardIcon(QStyle::SP_TitleBarCloseButton));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(10, 6, 6, 6);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_other);
    layout->addWidget(close);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_action, &QPushButton::clicked, this, [this] { start(m_onAction); });
    connect(m_other, &QPushButton::clicked, this, [this] { start(m_onOther); });
    hide();
}

void Banner::show(Kind kind, const QString& text) {
    show(kind, text, {}, {});
}

void Banner::show(Kind kind, const QString& text, const QString& action, std::function<void()> onAction,
                  const Action& other) {
    m_kind = kind;
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    m_onAction = std::move(onAction);
    m_other->setText(other.text);
    m_other->setVisible(!other.text.isEmpty());
    m_onOther = other.start;
    const auto icon = kind == Kind::Error ? QStyle::SP_MessageBoxWarning : QStyle::SP_MessageBoxInformation;
    const int size = style()->pixelMetric(QStyle::PM_SmallIconSize);
    m_icon->setPixmap(style()->standardIcon(icon).pixmap(size, size));
    setAccessibleName(text);
    applyColours();
    setVisible(true);
}

// The action may show the next message.
void Banner::start(const std::function<void()>& action) {
    hide();
    if (const std::function<void()> started = action) {
        started();
    }
}

QString Banner::text() const {
    return m_text->text();
}

void Banner::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::ParentChange || event->type() == QEvent::ThemeChange ||
        event->type() == QEvent::ApplicationPaletteChange) {
        applyColours();
    }
}

// A tint of red or blue over the window's colour.
void Banner::applyColours() {
    setPalette({});
    const bool dark = coloursFor(palette()).dark;
    QColor tint;
    if (m_kind == Kind::Error) {
        tint = QColor(dark ? 0xff5a2a24 : 0xfffbe0da);
    } else {
        tint = QColor(dark ? 0xff223f5c : 0xffdcebf9);
    }
    QPalette own = palette();
    own.setColor(QPalette::Window, tint);
    setPalette(own);
}

}  // namespace mimesys::widgets
