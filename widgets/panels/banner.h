// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <functional>

class QLabel;
class QPushButton;

namespace mimesys::widgets {

// One message at the top of the window that stays until it is read, with at most two things to do about it. It takes
// no focus and blocks nothing.
class Banner : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Error, Offer, Done };
    explicit Banner(QWidget* parent = nullptr);

    struct Action {
        QString text;
        std::function<void()> start;
    };
    void show(Kind kind, const QString& text);
    void show(Kind kind, const QString& text, const QString& action, std::function<void()> onAction,
              const Action& other = {});
    [[nodiscard]] QString text() const;
    [[nodiscard]] Kind kind() const { return m_kind; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void applyColours();
    void start(const std::function<void()>& action);

    Kind m_kind = Kind::Done;
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_action;
    QPushButton* m_other;
    std::function<void()> m_onAction;
    std::function<void()> m_onOther;
};

}  // namespace mimesys::widgets
