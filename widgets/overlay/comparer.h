// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "overlay/comparison.h"
#include "viewstate/newest.h"

#include <QObject>
#include <QString>

namespace mimesys::widgets {

class Document;
class ViewState;

// Keeps what is compared up to date: the sides as the document has them, their difference while that is what is shown,
// and the warping path of the selected metric while that is wanted. The latter two are computed on worker threads.
class Comparer : public QObject {
    Q_OBJECT
public:
    Comparer(ViewState* state, const Document* document, QObject* parent);

    [[nodiscard]] const Comparison& sides() const { return m_sides; }
    [[nodiscard]] bool isBusy() const { return m_difference.isBusy() || m_path.isBusy(); }
    // Why there is no difference or path although it is wanted; empty when there is nothing to say.
    [[nodiscard]] QString problem() const;

Q_SIGNALS:
    void sidesChanged();     // of the traces
    void overlaysChanged();  // of anything else

private:
    void takeSides();
    void takeOthers();
    void findDifference();
    void findPath();

    ViewState* m_state;
    const Document* m_document;
    Comparison m_sides;
    Newest m_difference{this};
    Newest m_path{this};
    QString m_differenceProblem;
    QString m_pathProblem;
};

}  // namespace mimesys::widgets
