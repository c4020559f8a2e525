// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/jobspanel.h"

#include "models/jobmodel.h"

#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr int kBarSteps = 1000;
constexpr int kTickMs = 500;
constexpr int kFlushMs = 100;

QString textOf(const JobLine& line) {
    const QString time = QDateTime::fromMSecsSinceEpoch(line.timeMs).toString(QStringLiteral("HH:mm:ss.zzz"));
    return time + QStringLiteral("  ") + line.text;
}

// A bar for the jobs that run, a word for those that have ended.
class ProgressDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QVariant fraction = index.data(JobModel::FractionRole);
        if (!fraction.isValid()) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem background = option;
        initStyleOption(&background, index);
        background.text.clear();
        QStyle* style = background.widget->style();
        style->drawControl(QStyle::CE_ItemViewItem, &background, painter, background.widget);
        QStyleOptionProgressBar bar;
        bar.rect = option.rect.adjusted(2, 2, -2, -2);
        bar.palette = option.palette;
        bar.state = QStyle::State_Enabled | QStyle::State_Horizontal;
        bar.minimum = 0;
        bar.maximum = kBarSteps;
        bar.progress = static_cast<int>(std::max(fraction.toDouble(), 0.0) * kBarSteps);
        bar.text = index.data().toString();
        bar.textVisible = true;
        bar.textAlignment = Qt::AlignCenter;
        style->drawControl(QStyle::CE_ProgressBar, &bar, painter, background.widget);
    }
};

}  // namespace

JobsPanel::JobsPanel(JobRunner* runner, QWidget* parent)
    : QWidget(parent),
      m_model(new JobModel(runner, this)),
      m_table(new QTreeView(this)),
      m_log(new QPlainTextEdit(this)) {
    setObjectName(QStringLiteral("jobsPanel"));
    m_cancel = addCommand("jobsCancel", tr("Cancel"), QKeySequence::Delete, tr("Stop the chosen job"));
    m_retry = addCommand("jobsRetry", tr("Retry"), QKeySequence::Refresh, tr("Do the same once more"));
    m_forget = addCommand("jobsForget", tr("Clear ended"), {}, tr("Forget the jobs that have ended"));
    auto* splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(makeTable());
    splitter->addWidget(makeLog());
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(splitter);
    setFocusProxy(m_table);

    connect(m_cancel, &QAction::triggered, this, [this] { m_model->cancel(row()); });
    connect(m_retry, &QAction::triggered, this, [this] { m_model->retry(row()); });
    connect(m_forget, &QAction::triggered, m_model, &JobModel::forgetEnded);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JobsPanel::showLog);
    connect(m_model, &JobModel::lineAdded, this, [this](int changed, const JobLine& line) {
        if (changed == row() && isVisible()) {
            m_unread += textOf(line);
            if (!m_flush.isActive()) {
                m_flush.start();
            }
        }
    });
    m_flush.setSingleShot(true);
    m_flush.setInterval(kFlushMs);
    connect(&m_flush, &QTimer::timeout, this, &JobsPanel::flushLog);
    // The newest job is the one to look at, unless another was chosen that still runs.
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (row() < 0 || m_model->ending(row())) {
            m_table->setCurrentIndex(m_model->index(0, 0));
        }
    });
    connect(m_model, &QAbstractItemModel::rowsMoved, this, &JobsPanel::refresh);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &JobsPanel::refresh);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &JobsPanel::refresh);
    m_tick.setInterval(kTickMs);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (isVisible()) {
            m_model->tick();
        }
    });
    m_tick.start();
    refresh();
}

QAction* JobsPanel::addCommand(const char* name, const QString& text, const QKeySequence& key, const QString& help) {
    auto* action = new QAction(text, this);
    action->setObjectName(QLatin1String(name));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    const QString keys = key.toString(QKeySequence::NativeText);
    action->setStatusTip(help);
    action->setToolTip(keys.isEmpty() ? help : tr("%1 (%2)").arg(help, keys));
    return action;
}

// A few jobs; the timelines need the room.
QSize JobsPanel::sizeHint() const {
    return {QWidget::sizeHint().width(), fontMetrics().lineSpacing() * 10};
}

QWidget* JobsPanel::makeTable() {
    auto* side = new QWidget(this);
    m_table->setObjectName(QStringLiteral("jobsTable"));
    m_table->setAccessibleName(tr("Jobs"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(JobModel::ProgressColumn, new ProgressDelegate(this));
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setAlternatingRowColors(true);
    m_table->setAllColumnsShowFocus(true);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->addActions({m_cancel, m_retry, m_forget});
    const int width = fontMetrics().averageCharWidth();
    m_table->header()->setStretchLastSection(true);
    m_table->header()->setSectionsMovable(false);
    for (const auto& [column, characters] :
         {std::pair{JobModel::TitleColumn, 30}, std::pair{JobModel::ProgressColumn, 16},
          std::pair{JobModel::ElapsedColumn, 10}, std::pair{JobModel::LeftColumn, 10}}) {
        m_table->setColumnWidth(column, std::max(width * characters, m_table->header()->sectionSizeHint(column)));
    }
    auto* buttons = new QHBoxLayout;
    for (QAction* action : {m_cancel, m_retry, m_forget}) {
        auto* button = new QPushButton(action->text(), side);
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setToolTip(action->toolTip());
        button->setEnabled(action->isEnabled());
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        connect(action, &QAction::enabledChanged, button, &QPushButton::setEnabled);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    return side;
}

QWidget* JobsPanel::makeLog() {
    m_log->setObjectName(QStringLiteral("jobsLog"));
    m_log->setAccessibleName(tr("Log of the chosen job"));
    m_log->setReadOnly(true);
    m_log->setTabChangesFocus(true);
    m_log->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_log->setPlaceholderText(tr("What the chosen job says"));
    m_log->setMaximumBlockCount(static_cast<int>(JobModel::kMostLines));
    m_log->setUndoRedoEnabled(false);
    return m_log;
}

int JobsPanel::row() const {
    return m_table->currentIndex().isValid() ? m_table->currentIndex().row() : -1;
}

void JobsPanel::refresh() {
    m_cancel->setEnabled(m_model->canCancel(row()));
    m_retry->setEnabled(m_model->canRetry(row()));
    m_forget->setEnabled(m_model->runningCount() < m_model->rowCount());
}

void JobsPanel::showLog() {
    m_log->clear();
    m_unread.clear();
    if (row() >= 0 && isVisible()) {
        for (const JobLine& line : m_model->lines(row())) {
            m_unread += textOf(line);
        }
    }
    flushLog();
    refresh();
}

// A job may say a thousand things at once, and every change of the text lays it out anew.
void JobsPanel::flushLog() {
    m_flush.stop();
    if (m_unread.isEmpty()) {
        return;
    }
    constexpr auto kMost = static_cast<qsizetype>(JobModel::kMostLines);
    m_log->appendPlainText(m_unread.mid(std::max<qsizetype>(m_unread.size() - kMost, 0)).join(QLatin1Char('\n')));
    m_unread.clear();
}

void JobsPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_model->tick();
    showLog();
}

}  // namespace mimesys::widgets
