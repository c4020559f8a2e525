// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/languagemenu.h"

#include "language/language.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>

namespace mimesys::widgets {

QActionGroup* makeLanguageMenu(QMenu* menu) {
    auto* group = new QActionGroup(menu);
    const auto add = [&](const QString& text, const QString& code, const QString& help) {
        QAction* action = menu->addAction(text);
        action->setObjectName(QStringLiteral("language_%1").arg(code.isEmpty() ? QStringLiteral("system") : code));
        action->setCheckable(true);
        action->setData(code);
        action->setStatusTip(help);
        group->addAction(action);
    };
    add(QCoreApplication::translate("LanguageMenu", "&System"), {},
        QCoreApplication::translate("LanguageMenu", "Speak the language of the system"));
    for (const Language& language : languages()) {
        add(QString::fromUtf8(language.inMenu), QLatin1String(language.code),
            QCoreApplication::translate("LanguageMenu", "Speak %1 from the next start on")
                .arg(QString::fromUtf8(language.title)));
    }
    group->actions().constFirst()->setChecked(true);
    return group;
}

void checkLanguage(const QActionGroup& languages, const QString& code) {
    for (QAction* action : languages.actions()) {
        if (action->data().toString() == code) {
            action->setChecked(true);
        }
    }
}

}  // namespace mimesys::widgets
