// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/affinity.h"

#include <sched.h>

#include <cerrno>
#include <cstddef>
#include <memory>

namespace mimesys {

int bindToCpu(pthread_t thread, int cpu) {
    const std::size_t count = static_cast<std::size_t>(cpu) + 1;
    const std::unique_ptr<cpu_set_t, void (*)(cpu_set_t*)> set(CPU_ALLOC(count), [](cpu_set_t* s) { CPU_FREE(s); });
    if (!set) {
        return ENOMEM;
    }
    const std::size_t bytes = CPU_ALLOC_SIZE(count);
    CPU_ZERO_S(bytes, set.get());
    CPU_SET_S(static_cast<std::size_t>(cpu), bytes, set.get());
    return ::pthread_setaffinity_np(thread, bytes, set.get());
}

}  // namespace mimesys
