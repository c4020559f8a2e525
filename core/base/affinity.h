// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <pthread.h>

namespace mimesys {

// Binds a thread of this process to one logical CPU. 0, or the error number that says why not: EINVAL when the process
// may not run there, ENOMEM.
[[nodiscard]] int bindToCpu(pthread_t thread, int cpu);

}  // namespace mimesys
