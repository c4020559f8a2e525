// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "trace/read.h"

#include <QAbstractTableModel>
#include <QString>
#include <memory>
#include <vector>

namespace mimesys::widgets {

// What the readers of the open files noticed, with line numbers.
class DiagnosticsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { SeverityColumn, FileColumn, LineColumn, MessageColumn, ColumnCount };
    using List = std::shared_ptr<const std::vector<trace::Diagnostic>>;
    // Of what concerns a single sample: its time since the trace's start, in nanoseconds.
    enum Role { TimeRole = Qt::UserRole };
    struct Source {
        QString file;
        List diagnostics;
        std::int64_t startNs = 0;  // of its trace
        bool operator==(const Source&) const = default;
    };

    explicit DiagnosticsModel(QObject* parent = nullptr);
    void setSources(std::vector<Source> sources);
    [[nodiscard]] const std::vector<Source>& sources() const { return m_sources; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        std::size_t source = 0;
        std::size_t entry = 0;
    };
    std::vector<Source> m_sources;
    std::vector<Row> m_rows;
};

}  // namespace mimesys::widgets
