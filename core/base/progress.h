// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>

namespace mimesys {

// How far a long piece of work is. `fraction` is in [0,1], or negative while the total is unknown.
struct Progress {
    double fraction = -1.0;
    std::string text;  // what is being done, for people
};

// Called from the working thread, at most a few times a second; may be empty.
using ProgressCallback = std::function<void(const Progress&)>;

}  // namespace mimesys
