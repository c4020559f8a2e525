// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mimesys::trace::hpcperfstats {

// One value of a line, as its schema describes it: "CTR0,E,W=48".
struct Field {
    std::string name;
    bool isEvent = false;    // E: a counter that only grows
    bool isControl = false;  // C: what a counter was set to count
    int width = 64;          // W: bits after which it starts again from zero
    std::string unit;        // U
    bool operator==(const Field&) const = default;
};

// "!block rd_ios,E rd_sectors,E,U=512B …": what the values of the lines of one type are.
struct Schema {
    std::string type;
    std::vector<Field> fields;
    std::vector<std::string> oddities;  // options that make no sense, one sentence each

    [[nodiscard]] int find(std::string_view fieldName) const;  // -1 when absent
};

// Takes a line that starts with "!".
[[nodiscard]] Schema parseSchema(std::string_view line);

// What one step of a counter in this unit amounts to in bytes: 512 for "512B", 1024 for "KB" (the kernel's);
// `otherwise` for a unit that is no number of bytes.
[[nodiscard]] double bytesPerStep(std::string_view unit, double otherwise);

// From one reading of a counter to the next.
enum class Step { Forward, Wrapped, Reset };
struct Difference {
    Step step = Step::Forward;
    std::uint64_t value = 0;  // 0 after a reset
};
// A value lower than before is a wrap-around when the way over the top of the counter's width is short, else a reset:
// counters of up to 32 bits may cover half of their range between two samples, wider ones a sixteenth, because they
// would need hours to days for it.
[[nodiscard]] Difference counterDifference(std::uint64_t before, std::uint64_t now, int width);

}  // namespace mimesys::trace::hpcperfstats
