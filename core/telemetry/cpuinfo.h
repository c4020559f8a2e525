// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "telemetry/recorder.h"

#include <string>
#include <string_view>
#include <vector>

namespace mimesys::telemetry {

// What /proc/cpuinfo says of the first CPU under a key ("cpu family"); empty when it does not.
[[nodiscard]] std::string cpuInfo(const Roots& roots, std::string_view key);

// Whether the first CPU's flags hold this word; "hypervisor" says that this is a virtual machine.
[[nodiscard]] bool cpuHasFlag(const Roots& roots, std::string_view flag);

// "The kernel offers no WHAT here.", with a hint when this is a virtual machine.
[[nodiscard]] std::string notOffered(const Roots& roots, std::string_view what);

}  // namespace mimesys::telemetry
