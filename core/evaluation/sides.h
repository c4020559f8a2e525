// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <utility>

namespace mimesys::evaluation {

// The two sides of a comparison as different types, so that they cannot be swapped by accident.
template <typename T, typename Side>
class Sided {
public:
    explicit Sided(T value) : m_value(std::move(value)) {}
    [[nodiscard]] const T& operator*() const { return m_value; }
    [[nodiscard]] const T* operator->() const { return &m_value; }

private:
    T m_value;
};

struct RealSide;
struct EmulatedSide;
template <typename T>
using Real = Sided<T, RealSide>;
template <typename T>
using Emulated = Sided<T, EmulatedSide>;

}  // namespace mimesys::evaluation
