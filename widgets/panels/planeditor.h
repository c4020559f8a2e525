// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "curation/edit.h"
#include "viewstate/timerange.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace mimesys::widgets {

class Document;
class ViewState;

// Edits the open plan: which stressor, in which windows on which CPUs, and what to do there. What the mouse does on the
// map of CPUs can be done here with the keyboard.
class PlanEditor : public QWidget {
    Q_OBJECT
public:
    PlanEditor(ViewState* state, const Document* document, QWidget* parent = nullptr);

    // Of the fields.
    [[nodiscard]] curation::Area area() const;
    [[nodiscard]] std::string stressor() const;
    // Cells that were chosen with the mouse: enters them into the fields, and sets them to the fraction there.
    void paint(int firstCpu, int lastCpu, TimeRange range);
    void setPainting(bool painting);
    [[nodiscard]] bool isPainting() const;
    void setPossible(bool edit, bool regenerate);

Q_SIGNALS:
    void editRequested(const mimesys::curation::PlanEdit& edit);
    void regenerateRequested(mimesys::widgets::TimeRange range);
    void paintingChanged(bool painting);

private:
    void addPlace(QFormLayout* form);
    void addDeeds(QFormLayout* form);
    QPushButton* addButton(const char* name, const QString& text, const QString& help);
    void connectAll();
    void takePlan();
    void takeSelection();
    void takeRange(TimeRange range);
    void showLocks();
    void request(const curation::PlanEdit& edit);

    ViewState* m_state;
    const Document* m_document;
    QComboBox* m_stressor;
    QSpinBox* m_firstWindow;
    QSpinBox* m_lastWindow;
    QSpinBox* m_firstCpu;
    QSpinBox* m_lastCpu;
    QDoubleSpinBox* m_fraction;
    QDoubleSpinBox* m_factor;
    QComboBox* m_by;
    QPushButton* m_set;
    QPushButton* m_scale;
    QPushButton* m_replace;
    QPushButton* m_lock;
    QPushButton* m_unlock;
    QPushButton* m_regenerate;
    QCheckBox* m_painting;
    QLabel* m_locks;
    QWidget* m_form;
    QLabel* m_hint;
};

}  // namespace mimesys::widgets
