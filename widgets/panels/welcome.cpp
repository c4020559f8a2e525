// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/welcome.h"

#include "panels/startbutton.h"

#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

namespace mimesys::widgets {
namespace {

constexpr int kWidth = 130;  // characters; wider lines read badly
constexpr int kRecentLines = 7;

QLabel* makeText(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QLabel* makeHeading(const QString& text, QWidget* parent, qreal scale = 1.15) {
    QLabel* label = makeText(text, parent);
    QFont strong = label->font();
    strong.setBold(true);
    strong.setPointSizeF(strong.pointSizeF() * scale);
    label->setFont(strong);
    return label;
}

QVBoxLayout* makeColumn(QWidget* widget) {
    auto* layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    return layout;
}

}  // namespace

Welcome::Welcome(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("welcome"));
    auto* page = new QWidget(this);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(24, 16, 24, 16);
    grid->setHorizontalSpacing(36);
    grid->setVerticalSpacing(20);
    grid->addWidget(makeHead(), 0, 0, 1, 2);
    grid->addWidget(makeBeginnings(), 1, 0);
    grid->addWidget(makeRecent(), 1, 1);
    grid->addWidget(makeSteps(), 2, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    page->setMaximumWidth(fontMetrics().averageCharWidth() * kWidth);
    // A small window scrolls instead of squeezing the texts.
    auto* content = new QWidget(this);
    auto* middle = new QGridLayout(content);
    middle->setContentsMargins(0, 0, 0, 0);
    middle->addWidget(page, 1, 1);
    middle->setRowStretch(0, 1);
    middle->setRowStretch(2, 2);
    middle->setColumnStretch(0, 1);
    middle->setColumnStretch(1, 1000);
    middle->setColumnStretch(2, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
}

QWidget* Welcome::makeHead() {
    auto* head = new QWidget(this);
    QVBoxLayout* layout = makeColumn(head);
    layout->addWidget(makeHeading(tr("Mimesys Studio"), head, 1.8));
    layout->addWidget(makeText(tr("Turns a resource-usage trace into a workload that makes a machine look as if the "
                                  "traced applications were running on it, and measures how well it does."),
                               head));
    return head;
}

QWidget* Welcome::makeBeginnings() {
    auto* column = new QWidget(this);
    QVBoxLayout* layout = makeColumn(column);
    layout->addWidget(makeHeading(tr("Begin"), column));
    const auto add = [&](Beginning way, const char* name, const char* icon, const QString& title, const QString& about,
                         void (Welcome::*signal)()) {
        auto* button = new StartButton(QLatin1String(icon), title, about, column);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, signal);
        button->setVisible(way == Beginning::Open);
        m_beginnings.at(static_cast<std::size_t>(way)) = button;
        layout->addWidget(button);
    };
    add(Beginning::Open, "welcomeOpen", "open", tr("Open a trace…"),
        tr("HPCPerfStats, pqos, CSV or HDF5, also packed with gzip. Files can be dropped on the window too."),
        &Welcome::openRequested);
    add(Beginning::Record, "welcomeRecord", "run", tr("Record this machine…"),
        tr("Records what runs here now, or a command's run, as a trace."), &Welcome::recordRequested);
    add(Beginning::Sample, "welcomeDemo", "training", tr("Open the sample"),
        tr("A trace of real applications, to look around without data of your own."), &Welcome::sampleRequested);
    layout->addStretch();
    return column;
}

QWidget* Welcome::makeRecent() {
    auto* column = new QWidget(this);
    QVBoxLayout* layout = makeColumn(column);
    QLabel* heading = makeHeading(tr("Opened last"), column);
    layout->addWidget(heading);
    m_recent = new QListWidget(column);
    m_recent->setObjectName(QStringLiteral("welcomeRecent"));
    m_recent->setAccessibleName(heading->text());
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setMinimumHeight(m_recent->fontMetrics().lineSpacing() * kRecentLines);
    m_recent->hide();
    m_noRecent = makeText(tr("Files you open are listed here, so that you find them again."), column);
    m_noRecent->setEnabled(false);
    layout->addWidget(m_recent, 1);
    layout->addWidget(m_noRecent);
    layout->addStretch();
    // One click, or Enter; activation would come with a second click too.
    connect(m_recent, &QListWidget::itemClicked, this, &Welcome::openRecent);
    m_recent->installEventFilter(this);
    return column;
}

QWidget* Welcome::makeSteps() {
    auto* row = new QWidget(this);
    auto* grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->addWidget(makeHeading(tr("From a trace to a workload"), row), 0, 0, 1, 4);
    const std::initializer_list<std::pair<QString, QString>> steps{
        {tr("1. Look"), tr("Open a trace: every metric on one time axis.")},
        {tr("2. Generate"), tr("Make a plan of stressors that imitates it on this machine.")},
        {tr("3. Run"), tr("Execute the plan here; what happens is recorded and scored.")},
        {tr("4. Export"), tr("Write one file that runs the workload anywhere.")}};
    int column = 0;
    for (const auto& [title, text] : steps) {
        grid->addWidget(makeHeading(title, row, 1.0), 1, column, Qt::AlignTop);
        grid->addWidget(makeText(text, row), 2, column, Qt::AlignTop);
        grid->setColumnStretch(column++, 1);
    }
    return row;
}

void Welcome::openRecent(const QListWidgetItem* item) {
    if (item != nullptr) {
        Q_EMIT fileRequested(item->data(Qt::UserRole).toString());
    }
}

bool Welcome::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_recent && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            openRecent(m_recent->currentItem());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Welcome::offer(Beginning way) {
    m_beginnings.at(static_cast<std::size_t>(way))->show();
}

void Welcome::setRecentFiles(const QStringList& files) {
    m_recent->clear();
    for (const QString& name : files) {
        const QFileInfo info(name);
        auto* item = new QListWidgetItem(tr("%1 — %2", "file and folder").arg(info.fileName(), info.path()), m_recent);
        item->setData(Qt::UserRole, name);
        item->setToolTip(name);
    }
    m_recent->setVisible(!files.isEmpty());
    m_noRecent->setVisible(files.isEmpty());
}

}  // namespace mimesys::widgets
