// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Dialogs", text);
}

}  // namespace

void chooseFiles(QWidget* parent, const QString& title, bool several, std::function<void(const QStringList&)> chosen) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {QCoreApplication::translate("Dialogs",
                                     "Traces, plans, calibrations and models (*.h5 *.hdf5 *.csv *.txt *.log *.gz "
                                     "*.json *.safetensors)"),
         QCoreApplication::translate("Dialogs", "All files (*)")});
    QObject::connect(dialog, &QFileDialog::filesSelected, parent, std::move(chosen));
    dialog->open();
}

void chooseTarget(QWidget* parent, const QString& title, const QString& suffix, const QString& filter,
                  std::function<void(const QString&)> chosen) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->setNameFilter(filter);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void showKeys(QWidget* parent) {
    auto* dialog = new QDialog(parent);
    dialog->setObjectName(QStringLiteral("keysDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(QCoreApplication::translate("Dialogs", "Keys and mouse"));
    const std::initializer_list<std::pair<const char*, const char*>> rows{
        {QT_TRANSLATE_NOOP("Dialogs", "Wheel, W / S, + / −"), QT_TRANSLATE_NOOP("Dialogs", "zoom at the pointer")},
        {QT_TRANSLATE_NOOP("Dialogs", "Drag, A / D, ← / →, Shift + wheel"),
         QT_TRANSLATE_NOOP("Dialogs", "move in time")},
        {QT_TRANSLATE_NOOP("Dialogs", "Double click, F"), QT_TRANSLATE_NOOP("Dialogs", "show everything")},
        {QT_TRANSLATE_NOOP("Dialogs", "Backspace, Alt + ←"), QT_TRANSLATE_NOOP("Dialogs", "previous view")},
        {QT_TRANSLATE_NOOP("Dialogs", "Home / End"), QT_TRANSLATE_NOOP("Dialogs", "begin and end of the trace")},
        {QT_TRANSLATE_NOOP("Dialogs", "Wheel over the names, ↑ / ↓, Page Up / Down"),
         QT_TRANSLATE_NOOP("Dialogs", "scroll the lanes")},
        {QT_TRANSLATE_NOOP("Dialogs", "Click a heading or “cores”"),
         QT_TRANSLATE_NOOP("Dialogs", "fold or unfold its lanes")},
        {QT_TRANSLATE_NOOP("Dialogs", "Click a row of the composition, ↑ / ↓"),
         QT_TRANSLATE_NOOP("Dialogs", "show that stressor on each CPU")},
        {QT_TRANSLATE_NOOP("Dialogs", "Ctrl + G, Ctrl + R, Ctrl + ."),
         QT_TRANSLATE_NOOP("Dialogs", "generate, run here, stop")},
        {QT_TRANSLATE_NOOP("Dialogs", "Ctrl + Shift + G"),
         QT_TRANSLATE_NOOP("Dialogs", "choose how to generate, then generate")},
        {QT_TRANSLATE_NOOP("Dialogs", "Ctrl + K"),
         QT_TRANSLATE_NOOP("Dialogs", "what each stressor does to a machine, and back")},
        {QT_TRANSLATE_NOOP("Dialogs", "Ctrl + Shift + L"),
         QT_TRANSLATE_NOOP("Dialogs", "collection of training data, and back")},
        {QT_TRANSLATE_NOOP("Dialogs", "Ctrl + L"), QT_TRANSLATE_NOOP("Dialogs", "training of a model, and back")},
    };
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    int line = 0;
    for (const auto& [keys, effect] : rows) {
        auto* label = new QLabel(tr(keys), dialog);
        QFont strong = label->font();
        strong.setBold(true);
        label->setFont(strong);
        grid->addWidget(label, line, 0);
        grid->addWidget(new QLabel(tr(effect), dialog), line++, 1);
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::close);
    auto* layout = new QVBoxLayout(dialog);
    layout->addLayout(grid);
    layout->addWidget(buttons);
    dialog->show();
}

void showAbout(QWidget* parent) {
    auto* box = new QMessageBox(
        QMessageBox::NoIcon, QCoreApplication::translate("Dialogs", "About Mimesys Studio"),
        QCoreApplication::translate("Dialogs", "Mimesys Studio %1").arg(QCoreApplication::applicationVersion()),
        QMessageBox::Close, parent);
    box->setObjectName(QStringLiteral("aboutDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(QCoreApplication::translate("Dialogs",
                                                        "Turns a resource-usage trace into an executable workload that "
                                                        "makes a machine look as if the traced applications "
                                                        "were running on it.\n\nThis program is free software under "
                                                        "the GNU General Public License, version 3 or later; it "
                                                        "comes without any warranty."));
    box->open();
}

void askToStop(QWidget* parent, std::function<void()> stop) {
    auto* box = new QMessageBox(QMessageBox::Question, QCoreApplication::translate("Dialogs", "Work is in progress"),
                                QCoreApplication::translate("Dialogs", "Stop what is running and close the window?"),
                                QMessageBox::Cancel, parent);
    box->setObjectName(QStringLiteral("closeQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(QCoreApplication::translate(
        "Dialogs",
        "A stopped collection keeps its finished rounds, a stopped calibration its stressors, a "
        "stopped training what was learnt; a stopped run is lost."));
    QPushButton* accept =
        box->addButton(QCoreApplication::translate("Dialogs", "Stop and close"), QMessageBox::AcceptRole);
    accept->setObjectName(QStringLiteral("stopAndClose"));
    QObject::connect(accept, &QPushButton::clicked, parent, std::move(stop));
    box->open();
}

}  // namespace mimesys::widgets
