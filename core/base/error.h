// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <utility>

namespace mimesys {

// Stable kinds of failure; the command line maps them to its exit codes.
enum class ErrorCode {
    Failed,       // something went wrong while doing what was asked (exit code 1)
    BadInput,     // a file or value given by the user cannot be used (exit code 3)
    Unavailable,  // this machine cannot do it (exit code 4)
};

// One sentence for a person: what happened, where, and what to do about it.
struct Error {
    ErrorCode code = ErrorCode::Failed;
    std::string message;  // one sentence, ends with a full stop
    std::string place;    // file, or file:line; empty when there is none

    // "place: message", or the message alone.
    [[nodiscard]] std::string text() const { return place.empty() ? message : place + ": " + message; }
    bool operator==(const Error&) const = default;
};

template <typename T>
using Expected = tl::expected<T, Error>;

// Result of work that can be stopped: an empty optional says that it was cancelled, which is no error.
template <typename T>
using Cancellable = Expected<std::optional<T>>;

[[nodiscard]] inline tl::unexpected<Error> badInput(std::string message, std::string place = {}) {
    return tl::unexpected<Error>(Error{ErrorCode::BadInput, std::move(message), std::move(place)});
}
[[nodiscard]] inline tl::unexpected<Error> failed(std::string message, std::string place = {}) {
    return tl::unexpected<Error>(Error{ErrorCode::Failed, std::move(message), std::move(place)});
}
[[nodiscard]] inline tl::unexpected<Error> unavailable(std::string message, std::string place = {}) {
    return tl::unexpected<Error>(Error{ErrorCode::Unavailable, std::move(message), std::move(place)});
}

}  // namespace mimesys
