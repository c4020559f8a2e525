// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "dataset/dataset.h"

#include <string>
#include <vector>

// Puts a data set together sample by sample.
class DatasetBuilder {
public:
    DatasetBuilder(std::size_t cpus, std::vector<std::string> stressors, const std::vector<std::string>& metricIds) {
        m_dataset.cpus = cpus;
        m_dataset.stressors = std::move(stressors);
        for (const std::string& id : metricIds) {
            m_dataset.metrics.push_back(mimesys::metricFor(id));
            m_dataset.provenance.push_back(mimesys::Provenance::Procfs);
        }
        m_dataset.windowSeconds = 0.5;
        m_dataset.machine = "{}";
        m_dataset.seed = 3;
    }

    // `composition` has K·M entries, `mean` N; the composition before is idle unless given.
    DatasetBuilder& add(std::vector<float> composition, std::vector<float> mean, std::vector<float> previous = {},
                        std::string_view kind = mimesys::dataset::kRandom) {
        previous.resize(composition.size(), 0.0F);
        append(m_dataset.compositions, composition);
        append(m_dataset.previous, previous);
        append(m_dataset.mean, mean);
        append(m_dataset.deviation, std::vector<float>(mean.size(), 0.25F));
        m_dataset.kinds.emplace_back(kind);
        return *this;
    }

    [[nodiscard]] const mimesys::dataset::Dataset& dataset() const { return m_dataset; }

private:
    static void append(mimesys::trace::Matrix& matrix, const std::vector<float>& row) {
        const auto columns = static_cast<Eigen::Index>(row.size());
        matrix.conservativeResize(matrix.rows() + 1, columns);
        matrix.row(matrix.rows() - 1) = Eigen::Map<const Eigen::RowVectorXf>(row.data(), columns);
    }

    mimesys::dataset::Dataset m_dataset;
};
