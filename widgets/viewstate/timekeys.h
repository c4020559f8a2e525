// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <optional>
#include <span>

namespace mimesys::widgets {

// The keys and gestures of views with a time axis, as data: TimeNavigation acts on them and the shortcut sheet shows
// them, so that the one cannot say what the other does not do.
enum class TimeKey {
    // What is shown:
    Earlier,
    Later,
    ZoomIn,
    ZoomOut,
    ShowAll,
    Back,
    Begin,
    End,
    // What is measured:
    PreviousSample,
    NextSample,
    CursorA,
    CursorB,
    SelectFrom,
    SelectTo,
    ShowSelection,
    Drop,
};

struct TimeKeyBinding {
    TimeKey operation;
    std::span<const Qt::Key> keys;
    const char* effect;  // translated by effectOf()
};

[[nodiscard]] std::span<const TimeKeyBinding> timeKeyBindings();
// Nothing when the key means nothing to a time axis.
[[nodiscard]] std::optional<TimeKey> timeKeyOf(int key);

// What a row of the shortcut sheet says.
struct KeyLine {
    QString keys;
    QString effect;

    bool operator==(const KeyLine&) const = default;
};

[[nodiscard]] QList<KeyLine> timeKeyLines();
// With the mouse, and keys that mean something to some views only.
[[nodiscard]] QList<KeyLine> pointerLines();

}  // namespace mimesys::widgets
