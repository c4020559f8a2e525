// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewstate/newest.h"

#include <QObject>
#include <QString>
#include <memory>

namespace mimesys::evaluation {
struct Score;
}

namespace mimesys::widgets {

class Document;
class ViewState;

// The score of the selected stretch alone, by the ranges of the whole one, so that the two can be compared. Computed on
// a worker thread whenever the selection or a side changes.
class SelectionScore : public QObject {
    Q_OBJECT
public:
    SelectionScore(const ViewState* state, const Document* document, QObject* parent);

    [[nodiscard]] const std::shared_ptr<const evaluation::Score>& score() const { return m_score; }  // null = none
    [[nodiscard]] QString problem() const { return m_problem; }  // why there is none although something is selected
    [[nodiscard]] bool isBusy() const { return m_work.isBusy(); }

Q_SIGNALS:
    void changed();

private:
    void refresh();

    const ViewState* m_state;
    const Document* m_document;
    std::shared_ptr<const evaluation::Score> m_score;
    QString m_problem;
    Newest m_work{this};
};

}  // namespace mimesys::widgets
