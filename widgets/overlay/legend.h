// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace mimesys::widgets {

class Document;

// One line above the timeline that says which line is which: real solid, emulated dashed (each "simulated" when it is
// no measurement), what they are, and the total distance.
class Legend : public QWidget {
    Q_OBJECT
public:
    explicit Legend(const Document* document, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    // What it says, for screen readers and tests.
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void refresh();
    const Document* m_document;
};

// "2 CPUs · 17 metrics · 1:30 · 90 samples"
class IndexedTrace;
[[nodiscard]] QString traceSummary(const IndexedTrace& trace);

}  // namespace mimesys::widgets
