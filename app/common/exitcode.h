// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/error.h"

namespace mimesys {

// Exit codes of every program of ours (README: Use it).
enum ExitCode : int {
    kOk = 0,
    kFailed = 1,
    kUsage = 2,
    kBadInput = 3,
    kUnavailable = 4,
    kCancelled = 130,
};

[[nodiscard]] constexpr ExitCode exitCodeOf(const Error& error) {
    switch (error.code) {
        case ErrorCode::BadInput:
            return kBadInput;
        case ErrorCode::Unavailable:
            return kUnavailable;
        case ErrorCode::Failed:
            break;
    }
    return kFailed;
}

}  // namespace mimesys
