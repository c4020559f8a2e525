// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/executors.h"

#include <fmt/format.h>

#include <utility>

namespace mimesys::service {
namespace {

Expected<Executor> openLocal(const execution::ExecutorOptions& options) {
    auto machine = machine::discover();
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    return Executor{.name = "local",
                    .simulated = false,
                    .machine = std::move(*machine),
                    .run = [options](std::shared_ptr<const plan::ExecutionPlan> plan, double periodSeconds,
                                     std::stop_token stop, const ProgressCallback& progress) {
                        telemetry::RecorderOptions recorder;
                        recorder.periodSeconds = periodSeconds;
                        return execution::runRecorded(std::move(plan), options, std::move(recorder), std::move(stop),
                                                      progress);
                    }};
}

}  // namespace

Expected<Executor> openExecutor(std::string_view name, const execution::ExecutorOptions& options) {
    if (name == "local") {
        return openLocal(options);
    }
    return badInput(fmt::format("There is no executor \"{}\"; choose local.", name));
}

}  // namespace mimesys::service
