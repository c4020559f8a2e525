// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/recorddialog.h"

#include "panels/filefield.h"
#include "panels/formfield.h"
#include "timeline/format.h"
#include "trace/write.h"

#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProcess>
#include <QPushButton>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr double kLongestSeconds = 365.0 * 24 * 3600;
constexpr double kShortestPeriod = 0.01;
constexpr double kLongestPeriod = 3600.0;

// As QProcess::splitCommand() reads it back.
QString quoted(const std::string& argument) {
    QString text = toQString(argument);
    text.replace(QLatin1Char('"'), QLatin1String("\"\"\""));
    return text.isEmpty() || text.contains(QLatin1Char(' ')) ? QLatin1Char('"') + text + QLatin1Char('"') : text;
}

}  // namespace

RecordDialog::RecordDialog(const RecordChoice& choice, const QString& replaced, QWidget* parent)
    : QDialog(parent),
      m_replaced(replaced),
      m_duration(new QDoubleSpinBox(this)),
      m_period(new QDoubleSpinBox(this)),
      m_command(new QLineEdit(this)),
      m_output(new FileField(FileField::Purpose::Write, tr("File of the recording"),
                             tr("Traces (*.h5 *.csv *.txt *.log)"), this)),
      m_about(new QLabel(this)),
      m_record(nullptr) {
    setObjectName(QStringLiteral("recordDialog"));
    setWindowTitle(tr("Record this machine"));
    m_duration->setRange(0.0, kLongestSeconds);
    m_duration->setDecimals(1);
    m_duration->setSuffix(tr(" s"));
    m_duration->setSpecialValueText(tr("until stopped"));
    m_period->setRange(kShortestPeriod, kLongestPeriod);
    m_period->setDecimals(2);
    m_period->setSuffix(tr(" s"));
    m_command->setClearButtonEnabled(true);
    m_command->setPlaceholderText(tr("none: whatever the machine does"));
    auto* form = new QFormLayout;
    addField(form, tr("&Duration:"), m_duration, "recordDuration",
             tr("0 records until it is stopped, or until the command has ended"));
    addField(form, tr("&Period:"), m_period, "recordPeriod",
             tr("Time between samples; the kernel counts CPU time in steps of 10 ms, which shows below 0.1 s"));
    addField(form, tr("&Command:"), m_command, "recordCommand",
             tr("A program and its arguments, started with the recording, without a shell; arguments with spaces in "
                "double quotes"));
    addField(form, tr("&Save to:"), m_output, "recordOutput",
             tr("Written when the recording ends, even when it is stopped; without a name it can be exported later"));
    m_about->setObjectName(QStringLiteral("recordAbout"));
    m_about->setWordWrap(true);
    m_about->setMinimumWidth(fontMetrics().averageCharWidth() * 60);
    m_about->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_about->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_record = buttons->addButton(tr("&Record"), QDialogButtonBox::AcceptRole);
    m_record->setObjectName(QStringLiteral("recordAccept"));
    m_record->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_about);
    layout->addWidget(buttons);
    connect(m_duration, &QDoubleSpinBox::valueChanged, this, &RecordDialog::refresh);
    connect(m_period, &QDoubleSpinBox::valueChanged, this, &RecordDialog::refresh);
    connect(m_output, &FileField::changed, this, &RecordDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        accept();
        Q_EMIT chosen(this->choice());
    });
    take(choice);
}

void RecordDialog::take(const RecordChoice& choice) {
    m_duration->setValue(choice.durationSeconds);
    m_period->setValue(choice.periodSeconds);
    QStringList command;
    for (const std::string& argument : choice.command) {
        command += quoted(argument);
    }
    m_command->setText(command.join(QLatin1Char(' ')));
    m_output->setPath(choice.output);
    refresh();
}

RecordChoice RecordDialog::choice() const {
    RecordChoice choice;
    choice.durationSeconds = m_duration->value();
    choice.periodSeconds = m_period->value();
    for (const QString& argument : QProcess::splitCommand(m_command->text())) {
        choice.command.push_back(argument.toStdString());
    }
    choice.output = m_output->path();
    return choice;
}

void RecordDialog::refresh() {
    const RecordChoice now = choice();
    const bool tooShort = now.durationSeconds > 0.0 && now.durationSeconds * 2.0 < now.periodSeconds;
    const bool badName = !now.output.empty() && !trace::isWritableName(now.output);
    m_record->setEnabled(!tooShort && !badName);
    QStringList sentences;
    if (tooShort) {
        sentences += tr("The duration is shorter than half a period.");
    } else if (badName) {
        sentences +=
            tr("The file's name has to end in %1, which says the format.").arg(toQString(trace::kWritableEndings));
    } else {
        if (m_output->exists()) {
            sentences += tr("The file is there already and will be replaced.");
        }
        if (!m_replaced.isEmpty()) {
            sentences +=
                tr("The recording takes the place of %1; its plans and emulations are closed.").arg(m_replaced);
        }
    }
    m_about->setText(sentences.join(QLatin1Char(' ')));
}

}  // namespace mimesys::widgets
