// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "trace/formats/hpcperfstats/schema.h"

#include "trace/formats/common/numbers.h"

#include <fmt/format.h>

#include <algorithm>

namespace mimesys::trace::hpcperfstats {
namespace {

constexpr int kWidest = 64;

void takeOption(std::string_view option, Field& field, Schema& schema) {
    if (option == "E") {
        field.isEvent = true;
    } else if (option == "C") {
        field.isControl = true;
    } else if (option.starts_with("U=")) {
        field.unit = option.substr(2);
    } else if (option.starts_with("W=")) {
        const auto width = parseInteger(option.substr(2));
        if (width && *width >= 1 && *width <= kWidest) {
            field.width = static_cast<int>(*width);
        } else {
            schema.oddities.push_back(
                fmt::format("The width \"{}\" of {} {} is no number of bits from 1 to 64; 64 is "
                            "taken.",
                            option.substr(2), schema.type, field.name));
        }
    } else if (!option.empty()) {
        schema.oddities.push_back(
            fmt::format("The option \"{}\" of {} {} is not known.", option, schema.type, field.name));
    }
}

Field takeField(std::string_view text, Schema& schema) {
    const std::size_t nameEnd = std::min(text.find(','), text.size());
    Field field;
    field.name = text.substr(0, nameEnd);
    text.remove_prefix(nameEnd);
    while (!text.empty()) {
        text.remove_prefix(1);
        const std::size_t end = std::min(text.find(','), text.size());
        takeOption(text.substr(0, end), field, schema);
        text.remove_prefix(end);
    }
    return field;
}

}  // namespace

int Schema::find(std::string_view fieldName) const {
    const auto found = std::ranges::find(fields, fieldName, &Field::name);
    return found == fields.end() ? -1 : static_cast<int>(found - fields.begin());
}

Schema parseSchema(std::string_view line) {
    line.remove_prefix(1);
    Schema schema;
    schema.type = takeWord(line);
    for (std::string_view word = takeWord(line); !word.empty(); word = takeWord(line)) {
        schema.fields.push_back(takeField(word, schema));
    }
    return schema;
}

double bytesPerStep(std::string_view unit, double otherwise) {
    const std::size_t digits = std::min(unit.find_first_not_of("0123456789"), unit.size());
    const double count = digits == 0 ? 1.0 : static_cast<double>(parseInteger(unit.substr(0, digits)).value_or(1));
    const std::string suffix = lowered(unit.substr(digits));
    if (suffix == "b") {
        return count;
    }
    if (suffix == "kb") {
        return count * 1024.0;
    }
    return suffix == "mb" ? count * 1024.0 * 1024.0 : otherwise;
}

Difference counterDifference(std::uint64_t before, std::uint64_t now, int width) {
    if (now >= before) {
        return {Step::Forward, now - before};
    }
    const std::uint64_t highest = width >= kWidest ? ~0ULL : (1ULL << static_cast<unsigned>(width)) - 1;
    if (before > highest) {
        return {Step::Reset, 0};
    }
    const std::uint64_t overTheTop = highest - before + now + 1;
    const std::uint64_t plausible = width <= 32 ? highest / 2 : highest / 16;
    return overTheTop <= plausible ? Difference{Step::Wrapped, overTheTop} : Difference{Step::Reset, 0};
}

}  // namespace mimesys::trace::hpcperfstats
