// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include "language/language.h"
#include "texts.h"
#include "widgets/windowsample.h"
#include "window/actions.h"
#include "window/commandpalette.h"

#include <QAction>
#include <QDialog>
#include <QDockWidget>
#include <QMenu>
#include <QStackedWidget>

namespace mimesys::widgets::tour {
namespace {

class Walker {
public:
    explicit Walker(const Way& way) : m_translations(way.language), m_window(samples::nothingInstalled(m_folder)) {
        applyTheme(way.theme);
        m_window.resize(way.size);
        m_window.show();
        settle();
    }
    ~Walker() { applyTheme(Theme::System); }

    std::vector<Picture> walk() {
        take(QStringLiteral("welcome"));
        samples::fillComparison(m_window.document());
        samples::fillPages(m_window.document());
        addSecondVersion();
        take(QStringLiteral("comparison"));
        visitDocks();
        visitPages();
        visitHelpers();
        return std::move(m_pictures);
    }

private:
    // Pictures of maps and paths are made in other threads.
    static void settle() {
        constexpr int kQuietMs = 60;
        QTest::qWait(kQuietMs);
    }

    void take(const QString& name) { take(name, m_window); }
    void take(const QString& name, QWidget& shown) {
        settle();
        m_pictures.push_back({name, shown.grab().toImage(), clippedTexts(shown), visibleTexts(shown)});
    }

    // Another plan for the same target, so that there is something to compare.
    void addSecondVersion() {
        Document* document = m_window.document();
        const int shown = document->currentVersion();
        const plan::ExecutionPlan& plan = document->plan().composition->plan();
        document->addVersion({std::make_shared<const Composition>(
                                  samples::randomPlan(plan.windowCount(), plan.cpuCount(), plan.stressors(), 2)),
                              QStringLiteral("other.h5"),
                              {}});
        document->openVersion(shown);
    }

    void visitDocks() {
        for (QDockWidget* dock : m_window.findChildren<QDockWidget*>()) {
            dock->show();
            dock->raise();
            take(dock->objectName());
        }
    }

    // Actions that turn the middle of the window over.
    void visitPages() {
        auto* pages = m_window.centralWidget()->findChild<QStackedWidget*>(QString(), Qt::FindDirectChildrenOnly);
        const int before = pages->currentIndex();
        for (QAction* action : m_window.actions()->viewMenu->actions()) {
            const bool isDock = action->objectName().startsWith(QStringLiteral("toggle_"));
            if (!action->isCheckable() || !action->isEnabled() || isDock) {
                continue;
            }
            action->trigger();
            if (pages->currentIndex() != before) {
                take(action->objectName());
            }
            action->trigger();
        }
    }

    void visitHelpers() {
        m_window.actions()->palette->trigger();
        take(QStringLiteral("palette"));
        m_window.commandPalette()->hide();
        for (QAction* action : {m_window.actions()->shortcuts, m_window.actions()->generateWith}) {
            action->trigger();
            settle();
            for (QDialog* dialog : m_window.findChildren<QDialog*>()) {
                if (dialog->isVisible()) {
                    take(action->objectName(), *dialog);
                    dialog->close();
                }
            }
            settle();
        }
    }

    Translations m_translations;
    QTemporaryDir m_folder;
    MainWindow m_window;
    std::vector<Picture> m_pictures;
};

}  // namespace

std::vector<Picture> walk(const Way& way) {
    return Walker(way).walk();
}

}  // namespace mimesys::widgets::tour
