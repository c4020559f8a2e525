// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "service/resources.h"

namespace mimesys::service {

Expected<std::filesystem::path> findDemoTrace() {
    std::error_code error;
    const std::filesystem::path program = std::filesystem::read_symlink("/proc/self/exe", error);
    const std::filesystem::path trace = program.parent_path().parent_path() / "share" / "mimesys" / "demo-trace.h5";
    if (error || !std::filesystem::exists(trace, error)) {
        return failed("The bundled demo trace is not installed; name a trace with --trace.", trace.string());
    }
    return trace;
}

}  // namespace mimesys::service
