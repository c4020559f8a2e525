// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "editing/edithistory.h"

#include "heatmap/composition.h"
#include "timeline/indexedtrace.h"

#include <QScopedValueRollback>

namespace mimesys::widgets {

class TargetCommand : public QUndoCommand {
public:
    TargetCommand(EditHistory* history, LoadedTrace before, LoadedTrace after, const QString& text)
        : QUndoCommand(text), m_history(history), m_before(std::move(before)), m_after(std::move(after)) {}
    void undo() override { m_history->showTarget(m_before); }
    void redo() override { m_history->showTarget(m_after); }

private:
    EditHistory* m_history;
    LoadedTrace m_before;
    LoadedTrace m_after;
};

namespace {

class PlanCommand : public QUndoCommand {
public:
    PlanCommand(Document* document, int base, std::shared_ptr<int> version, LoadedPlan before, LoadedPlan after,
                const QString& text)
        : QUndoCommand(text),
          m_document(document),
          m_base(base),
          m_version(std::move(version)),
          m_before(std::move(before)),
          m_after(std::move(after)) {}

    void redo() override {
        if (m_base != 0) {
            m_document->addVersion(m_after);
            *m_version = m_document->currentVersion();
        } else {
            show(m_after);
        }
    }
    void undo() override {
        if (m_base == 0) {
            show(m_before);
            return;
        }
        const Version* begun = m_document->findVersion(*m_version);
        const bool executed = begun != nullptr && begun->emulated;
        if (m_document->findVersion(m_base) != nullptr) {
            m_document->openVersion(m_base);
        } else {
            m_document->addVersion(m_before);
            m_base = m_document->currentVersion();
        }
        // What was executed stays; a version that was only edited goes as it came.
        if (!executed) {
            m_document->removeVersion(*m_version);
        }
    }

private:
    // In the version that is edited; in a new one when that was executed or removed.
    void show(const LoadedPlan& plan) {
        m_document->openVersion(*m_version);
        if (m_document->findVersion(*m_version) == nullptr) {
            m_document->addVersion(plan);
        } else {
            m_document->replacePlan(plan);
        }
        *m_version = m_document->currentVersion();
    }

    Document* m_document;
    int m_base;  // the version that was open when this edit began another one; 0 = it did not
    std::shared_ptr<int> m_version;
    LoadedPlan m_before;
    LoadedPlan m_after;
};

}  // namespace

EditHistory::EditHistory(Document* document, QObject* parent) : QObject(parent), m_document(document) {
    connect(document, &Document::realChanged, this, [this] {
        if (!m_replacing) {
            m_stack.clear();  // it is about another trace
            m_version.reset();
        }
    });
}

void EditHistory::pushTarget(const LoadedTrace& before, const LoadedTrace& after, const QString& text) {
    m_stack.push(new TargetCommand(this, before, after, text));
}

void EditHistory::pushPlan(const LoadedPlan& before, const LoadedPlan& after, const QString& text) {
    const int current = m_document->currentVersion();
    const Version* version = m_document->findVersion(current);
    const bool goesOn = m_version && *m_version == current && version != nullptr && !version->emulated;
    if (!goesOn) {
        m_version = std::make_shared<int>(0);
    }
    m_stack.push(new PlanCommand(m_document, goesOn ? 0 : current, m_version, before, after, text));
}

void EditHistory::showTarget(const LoadedTrace& real) {
    const QScopedValueRollback replacing(m_replacing, true);
    m_document->replaceReal(real);
    Q_EMIT targetReplaced();
}

}  // namespace mimesys::widgets
