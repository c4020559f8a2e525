// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"
#include "execution/executor.h"
#include "plan/plan.h"

#include <memory>
#include <optional>
#include <stop_token>
#include <string>

namespace mimesys::testrun {

// What runs beside the command, from when it is made until it goes.
class Neighbour {
public:
    virtual ~Neighbour() = default;
    // Why it does not run any more although nobody ended it: one sentence; empty while all is well.
    [[nodiscard]] virtual std::string trouble() = 0;
    // Returns when nothing of it runs.
    virtual void end() = 0;
};

// The workload from its first window, again and again. After a stop request it may come back without running anything.
[[nodiscard]] Expected<std::unique_ptr<Neighbour>> startWorkload(std::shared_ptr<const plan::ExecutionPlan> plan,
                                                                 execution::ExecutorOptions options,
                                                                 const std::stop_token& stop);

// A shell command that goes on until it is ended, called `name` in sentences ("The real mix"). One that ends by itself
// is trouble, unless it said that all is well and left processes that go on (a service that detaches itself).
enum class Detaching { Allowed, Refused };
[[nodiscard]] Expected<std::unique_ptr<Neighbour>> startCommand(const std::string& text, std::string name,
                                                                Detaching detaching);

}  // namespace mimesys::testrun
