// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "stressor/cards.h"

#include <array>

namespace mimesys::stressor {
namespace {

class Sleep final : public Body {
public:
    void run(Interrupt& interrupt) override {
        while (!interrupt.due()) {
            interrupt.sleepUntil(interrupt.windowEndNs());
        }
    }
};

Demand demand(const machine::Machine& /*machine*/) {
    return {};
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& /*preparation*/) {
    return std::make_unique<Sleep>();
}

}  // namespace

Card sleepCard() {
    static constexpr std::array<std::string_view, 1> aliases{"Sleep"};
    return {.name = "sleep",
            .stressorClass = Class::Idle,
            .accounting = Accounting::ElapsedTime,
            .loads = "Nothing: the CPU is left idle, as it is for what is left of a plan's row.",
            .aliases = aliases,
            .demand = demand,
            .unavailable = alwaysAvailable,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
