// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "collection/hosts.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <optional>
#include <thread>

namespace mimesys::collection {
namespace {

using Result = Expected<execution::RecordedRun>;

// The progress of several hosts as that of the round: the mean of their fractions.
class Together {
public:
    Together(std::size_t hosts, const ProgressCallback& progress) : m_fractions(hosts, 0.0), m_progress(progress) {}

    [[nodiscard]] ProgressCallback of(std::size_t host) {
        if (!m_progress) {
            return {};
        }
        return [this, host](const Progress& progress) {
            const std::scoped_lock lock(m_mutex);
            m_fractions[host] = std::max(m_fractions[host], progress.fraction);
            const double sum = std::accumulate(m_fractions.begin(), m_fractions.end(), 0.0);
            m_progress({sum / static_cast<double>(m_fractions.size()), progress.text});
        };
    }

private:
    std::mutex m_mutex;
    std::vector<double> m_fractions;
    const ProgressCallback& m_progress;
};

}  // namespace

Cancellable<std::vector<execution::RecordedRun>> runShares(std::span<const Laboratory> laboratories,
                                                           const std::vector<Share>& shares, double periodSeconds,
                                                           std::stop_token stop, const ProgressCallback& progress) {
    std::stop_source all;
    const std::stop_callback forward(stop, [&] { all.request_stop(); });
    Together together(shares.size(), progress);
    std::vector<std::optional<Result>> results(shares.size());
    const auto run = [&](std::size_t host) {
        results[host] =
            laboratories[host].execute(shares[host].plan, periodSeconds, all.get_token(), together.of(host));
        if (!*results[host]) {
            all.request_stop();
        }
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t host = 1; host < shares.size(); ++host) {
            others.emplace_back(run, host);
        }
        run(0);
    }
    for (const auto& result : results) {
        if (!*result) {
            return tl::unexpected(result->error());
        }
    }
    std::vector<execution::RecordedRun> runs;
    for (auto& result : results) {
        if ((*result)->report.cancelled) {
            return std::nullopt;
        }
        if (!(*result)->trace) {
            return failed("Nothing was recorded during a round; `mimesys machine` says what can be.");
        }
        runs.push_back(std::move(**result));
    }
    return runs;
}

}  // namespace mimesys::collection
