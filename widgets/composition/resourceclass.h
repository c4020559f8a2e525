// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <cstddef>
#include <string_view>

namespace mimesys::widgets {

// What a stressor loads, in the order of stacks and legends. Other: a stressor this build does not know. Idle: what is
// left of a row, and stressors that sleep.
enum class ResourceClass { Compute, Cache, Memory, Disk, Network, Kernel, Other, Idle };
inline constexpr std::array kResourceClasses{ResourceClass::Compute, ResourceClass::Cache,   ResourceClass::Memory,
                                             ResourceClass::Disk,    ResourceClass::Network, ResourceClass::Kernel,
                                             ResourceClass::Other,   ResourceClass::Idle};
[[nodiscard]] inline std::size_t indexOf(ResourceClass resource) {
    return static_cast<std::size_t>(resource);
}

// Of a stressor, by any of its names.
[[nodiscard]] ResourceClass resourceClassOf(std::string_view stressor);
[[nodiscard]] QString resourceClassTitle(ResourceClass resource);

}  // namespace mimesys::widgets
