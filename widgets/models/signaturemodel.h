// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "collection/calibration.h"

#include <QAbstractItemModel>
#include <QIcon>
#include <QPalette>
#include <memory>
#include <vector>

namespace mimesys::widgets {

// A calibration as a tree: a row per class, its stressors below, a column per metric with what each does to it. Columns
// that no stressor moves come last.
class SignatureModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Role {
        StressorRole = Qt::UserRole,  // name; empty for a class
        MetricRole,                   // id, of cells and headings; empty in the first column
        HeatRole,                     // relative gain in [0, 1]; invalid where nothing was measured
        MarkRole,                     // what colour cannot say: "~" not monotone, "−" falls
        UnavailableRole,              // the reason; empty when it was measured
    };

    explicit SignatureModel(QObject* parent = nullptr);
    void setCalibration(std::shared_ptr<const collection::Calibration> calibration);
    void setPalette(const QPalette& palette);  // colours the icons

    [[nodiscard]] QModelIndex indexOf(const QString& stressor) const;  // invalid when absent
    [[nodiscard]] const collection::Signature* signature(const QModelIndex& index) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& index) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        const collection::Signature* signature = nullptr;
        collection::Verdict verdict;
    };
    struct Group {
        QString title;
        std::vector<Row> rows;
    };
    [[nodiscard]] QVariant groupData(const Group& group, int column, int role) const;
    [[nodiscard]] QVariant nameData(const Row& row, int role) const;
    [[nodiscard]] QVariant cellData(const Row& row, const Metric& metric, int role) const;
    [[nodiscard]] QIcon icon(collection::Verdict::Kind kind) const;

    std::shared_ptr<const collection::Calibration> m_calibration;
    std::vector<Metric> m_metrics;
    std::vector<Group> m_groups;
    QIcon m_icons[4];
};

// "monotone", "not monotone", "no effect", "not available".
[[nodiscard]] QString verdictTitle(collection::Verdict::Kind kind);
// What a curve does, in words: "+200 MB/s at full dose, monotone, 90 % of it at a dose of 50 %".
[[nodiscard]] QString responseText(const collection::DoseCurve& curve);
// "Compute" for "compute", translated.
[[nodiscard]] QString stressorClassTitle(const std::string& stressorClass);

}  // namespace mimesys::widgets
