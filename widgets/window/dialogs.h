// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <functional>

class QWidget;

namespace mimesys::widgets {

// The few dialogs the window has; each shows itself and returns at once.
// `chosen` is called when a name was chosen, and not at all otherwise.
void chooseFiles(QWidget* parent, const QString& title, bool several, std::function<void(const QStringList&)> chosen);
void chooseTarget(QWidget* parent, const QString& title, const QString& suffix, const QString& filter,
                  std::function<void(const QString&)> chosen);
// A picture's name, and how many pixels of a PNG stand for one of the screen.
void choosePicture(QWidget* parent, std::function<void(const QString& name, double scale)> chosen);
void showAbout(QWidget* parent);
// Asks whether what runs may be stopped; `stop` is called when it may.
void askToStop(QWidget* parent, std::function<void()> stop);
// Asks what becomes of the changes to a session; neither is called when the user stays.
void askToSave(QWidget* parent, const QString& name, std::function<void()> save, std::function<void()> discard);

}  // namespace mimesys::widgets
