// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/document.h"

#include <QUndoStack>
#include <memory>

namespace mimesys::widgets {

// Edits of the open trace and plan that can be undone. A step holds what there was before and after it as pointers to
// what never changes, so that a long history costs what differs, and undoing computes nothing. Edits of a plan share
// one version until that is executed.
class EditHistory : public QObject {
    Q_OBJECT
public:
    explicit EditHistory(Document* document, QObject* parent = nullptr);

    [[nodiscard]] QUndoStack* stack() { return &m_stack; }
    void pushTarget(const LoadedTrace& before, const LoadedTrace& after, const QString& text);
    void pushPlan(const LoadedPlan& before, const LoadedPlan& after, const QString& text);

Q_SIGNALS:
    // The real trace is another one, undone or edited: what was scored is to be scored again.
    void targetReplaced();

private:
    friend class TargetCommand;
    void showTarget(const LoadedTrace& real);

    Document* m_document;
    QUndoStack m_stack;
    std::shared_ptr<int> m_version;  // the one that edits of the plan go into; its id changes when it is put back
    bool m_replacing = false;
};

}  // namespace mimesys::widgets
