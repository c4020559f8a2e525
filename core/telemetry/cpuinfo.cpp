// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/cpuinfo.h"

#include "machine/sysfile.h"
#include "telemetry/source.h"

#include <fmt/format.h>

#include <fstream>

namespace mimesys::telemetry {

std::string cpuInfo(const Roots& roots, std::string_view key) {
    // Line by line up to the first blank one: the file of a large server has a megabyte.
    std::ifstream file(roots.proc / "cpuinfo");
    for (std::string line; std::getline(file, line) && !line.empty();) {
        const std::size_t colon = line.find(':');
        if (colon != std::string::npos && machine::trimmed(std::string_view(line).substr(0, colon)) == key) {
            return std::string(machine::trimmed(std::string_view(line).substr(colon + 1)));
        }
    }
    return {};
}

bool cpuHasFlag(const Roots& roots, std::string_view flag) {
    const std::string flags = cpuInfo(roots, "flags");
    Fields fields(flags);
    for (std::string_view word = fields.word(); !word.empty(); word = fields.word()) {
        if (word == flag) {
            return true;
        }
    }
    return false;
}

std::string notOffered(const Roots& roots, std::string_view what) {
    return fmt::format("The kernel offers no {} here{}.", what,
                       cpuHasFlag(roots, "hypervisor") ? ", as is usual in a virtual machine" : "");
}

}  // namespace mimesys::telemetry
