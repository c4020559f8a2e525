// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QLabel;

namespace mimesys::widgets {

// A large button with an icon, a title and a sentence about what happens, which wraps.
class StartButton : public QPushButton {
    Q_OBJECT
public:
    StartButton(const QString& icon, const QString& title, const QString& about, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void tint();

    QString m_iconName;
    QLabel* m_icon;
};

}  // namespace mimesys::widgets
