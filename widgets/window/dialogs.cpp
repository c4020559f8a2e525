// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/dialogs.h"

#include <QApplication>
#include <QFileDialog>
#include <QMap>
#include <QMessageBox>
#include <QPushButton>

namespace mimesys::widgets {
void chooseFiles(QWidget* parent, const QString& title, bool several, std::function<void(const QStringList&)> chosen) {
    auto* dialog = new QFileDialog(parent, title);
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(several ? QFileDialog::ExistingFiles : QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {QCoreApplication::translate("Dialogs",
                                     "Traces, plans, sessions, calibrations and models (*.h5 *.hdf5 *.csv *.txt *.log "
                                     "*.gz *.mimesys *.json *.safetensors)"),
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

void choosePicture(QWidget* parent, std::function<void(const QString& name, double scale)> chosen) {
    auto* dialog = new QFileDialog(parent, QCoreApplication::translate("Dialogs", "Export a picture"));
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("png"));
    const QMap<QString, double> scales{
        {QCoreApplication::translate("Dialogs", "Picture as on screen (*.png)"), 1.0},
        {QCoreApplication::translate("Dialogs", "Picture, twice as fine, for print (*.png)"), 2.0},
        {QCoreApplication::translate("Dialogs", "Picture, four times as fine, for posters (*.png)"), 4.0}};
    dialog->setNameFilters(QStringList(scales.keys())
                           << QCoreApplication::translate("Dialogs", "Lines for a drawing program or the web (*.svg)")
                           << QCoreApplication::translate("Dialogs", "Document (*.pdf)"));
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& filter) {
        dialog->setDefaultSuffix(filter.contains(QLatin1String("*.svg"))   ? QStringLiteral("svg")
                                 : filter.contains(QLatin1String("*.pdf")) ? QStringLiteral("pdf")
                                                                           : QStringLiteral("png"));
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [dialog, scales, chosen](const QString& name) {
        chosen(name, scales.value(dialog->selectedNameFilter(), 1.0));
    });
    dialog->open();
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
        "stopped training what was learnt; a recording is written to the file that was named for it. A run, and a "
        "recording without a file, are lost."));
    QPushButton* accept =
        box->addButton(QCoreApplication::translate("Dialogs", "Stop and close"), QMessageBox::AcceptRole);
    accept->setObjectName(QStringLiteral("stopAndClose"));
    QObject::connect(accept, &QPushButton::clicked, parent, std::move(stop));
    box->open();
}

void askToSave(QWidget* parent, const QString& name, std::function<void()> save, std::function<void()> discard) {
    auto* box = new QMessageBox(QMessageBox::Question, QCoreApplication::translate("Dialogs", "Unsaved changes"),
                                QCoreApplication::translate("Dialogs", "Save the changes to the session %1?").arg(name),
                                QMessageBox::Cancel, parent);
    box->setObjectName(QStringLiteral("saveQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(QCoreApplication::translate(
        "Dialogs", "Plans and recordings that were made here and not exported exist in the session only."));
    QPushButton* accept = box->addButton(QMessageBox::Save);
    accept->setObjectName(QStringLiteral("saveChanges"));
    QObject::connect(accept, &QPushButton::clicked, parent, std::move(save));
    QPushButton* decline = box->addButton(QMessageBox::Discard);
    decline->setObjectName(QStringLiteral("discardChanges"));
    QObject::connect(decline, &QPushButton::clicked, parent, std::move(discard));
    box->open();
}

}  // namespace mimesys::widgets
