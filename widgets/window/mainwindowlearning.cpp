// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/banner.h"
#include "panels/trainingpanel.h"
#include "timeline/indexedtrace.h"
#include "window/actions.h"
#include "window/generatedialog.h"
#include "window/mainwindow.h"

#include <QAction>

// Making plans and models; the rest of the window stands in mainwindow.cpp.
namespace mimesys::widgets {

void MainWindow::connectTraining() {
    TrainingForm* form = m_training->form();
    connect(m_training, &TrainingPanel::shown, &m_workflow, &Workflow::openInstalledTraining);
    connect(form, &TrainingForm::trainingRequested, &m_workflow, &Workflow::train);
    connect(form, &TrainingForm::stopRequested, this, [this] { m_workflow.runner()->stop(JobKind::Train); });
    AlignForm* alignForm = m_training->alignForm();
    connect(alignForm, &AlignForm::alignmentRequested, &m_workflow, &Workflow::align);
    connect(alignForm, &AlignForm::stopRequested, this, [this] { m_workflow.runner()->stop(JobKind::Align); });
    connect(m_workflow.runner(), &JobRunner::jobProgressed, form, [form, alignForm](const Job* job) {
        if (job->kind() == JobKind::Train) {
            form->setProgress(*job);
        } else if (job->kind() == JobKind::Align) {
            alignForm->setProgress(*job);
        }
    });
    const auto takeInstalled = [this, form, alignForm] {
        form->setInstalled(m_workflow.installed());
        alignForm->setInstalled(m_workflow.installed());
        if (!m_methodChosen) {
            m_choice.method = m_workflow.defaultMethod();
            m_actions->setMethod(m_choice.method);
        }
    };
    connect(&m_workflow, &Workflow::installedFound, this, takeInstalled);
    takeInstalled();  // they may have been found already
    connect(&m_workflow, &Workflow::trainingOpened, this, [this] { m_actions->training->setChecked(true); });
    connect(&m_workflow, &Workflow::trainingUnusable, this, [this](const QString& sentence, const TrainChoice& choice) {
        m_banner->show(Banner::Kind::Offer, sentence, tr("Start anew"), [this, choice] {
            TrainChoice anew = choice;
            anew.restart = true;
            m_workflow.train(anew);
        });
    });
    connect(&m_workflow, &Workflow::alignmentUnusable, this,
            [this](const QString& sentence, const AlignChoice& choice) {
                m_banner->show(Banner::Kind::Offer, sentence, tr("Start anew"), [this, choice] {
                    AlignChoice anew = choice;
                    anew.restart = true;
                    m_workflow.align(anew);
                });
            });
    connect(&m_workflow, &Workflow::modelMissing, this, [this] {
        m_banner->show(Banner::Kind::Offer,
                       tr("This machine has no model yet, so the diffusion method cannot be used; the other methods "
                          "need only a data set."),
                       tr("Train a model"), [this] { m_actions->training->setChecked(true); });
    });
    connect(&m_workflow, &Workflow::misfit, this,
            [this](const QString& sentence, const GenerateChoice& choice, std::optional<TimeRange> range) {
                m_banner->show(Banner::Kind::Offer, sentence, tr("Fit and generate"), [this, choice, range] {
                    m_choice.diffusion.fit = true;
                    GenerateChoice fitted = choice;
                    fitted.diffusion.fit = true;
                    if (range) {
                        m_workflow.regenerate(fitted, *range);
                    } else {
                        m_workflow.generate(fitted);
                    }
                });
            });
}

void MainWindow::generate() {
    m_banner->hide();
    m_workflow.generate(m_choice);
}

void MainWindow::askHowToGenerate() {
    const int cpus = m_document.real() ? m_document.real().trace->trace().cpuCount() : 0;
    auto* dialog = new GenerateDialog(m_choice, m_workflow.installed(), cpus, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &GenerateDialog::chosen, this, [this](const GenerateChoice& choice) {
        m_choice = choice;
        m_methodChosen = true;
        m_actions->setMethod(choice.method);
        generate();
    });
    dialog->open();
}

}  // namespace mimesys::widgets
