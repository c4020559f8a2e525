// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewstate/timekeys.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr Qt::Key kEarlier[] = {Qt::Key_Left, Qt::Key_A};
constexpr Qt::Key kLater[] = {Qt::Key_Right, Qt::Key_D};
constexpr Qt::Key kZoomIn[] = {Qt::Key_W, Qt::Key_Plus, Qt::Key_Equal};
constexpr Qt::Key kZoomOut[] = {Qt::Key_S, Qt::Key_Minus};
constexpr Qt::Key kShowAll[] = {Qt::Key_F};
constexpr Qt::Key kBack[] = {Qt::Key_Backspace};
constexpr Qt::Key kBegin[] = {Qt::Key_Home};
constexpr Qt::Key kEnd[] = {Qt::Key_End};
constexpr Qt::Key kPreviousSample[] = {Qt::Key_Comma};
constexpr Qt::Key kNextSample[] = {Qt::Key_Period};
constexpr Qt::Key kCursorA[] = {Qt::Key_1};
constexpr Qt::Key kCursorB[] = {Qt::Key_2};
constexpr Qt::Key kSelectFrom[] = {Qt::Key_I};
constexpr Qt::Key kSelectTo[] = {Qt::Key_O};
constexpr Qt::Key kShowSelection[] = {Qt::Key_Z};
constexpr Qt::Key kDrop[] = {Qt::Key_Escape};

constexpr TimeKeyBinding kBindings[] = {
    {TimeKey::Earlier, kEarlier, QT_TRANSLATE_NOOP("Keys", "earlier")},
    {TimeKey::Later, kLater, QT_TRANSLATE_NOOP("Keys", "later")},
    {TimeKey::ZoomIn, kZoomIn, QT_TRANSLATE_NOOP("Keys", "less time, at the pointer")},
    {TimeKey::ZoomOut, kZoomOut, QT_TRANSLATE_NOOP("Keys", "more time, at the pointer")},
    {TimeKey::ShowAll, kShowAll, QT_TRANSLATE_NOOP("Keys", "show everything")},
    {TimeKey::Back, kBack, QT_TRANSLATE_NOOP("Keys", "previous view")},
    {TimeKey::Begin, kBegin, QT_TRANSLATE_NOOP("Keys", "begin of the trace")},
    {TimeKey::End, kEnd, QT_TRANSLATE_NOOP("Keys", "end of the trace")},
    {TimeKey::PreviousSample, kPreviousSample, QT_TRANSLATE_NOOP("Keys", "previous sample")},
    {TimeKey::NextSample, kNextSample, QT_TRANSLATE_NOOP("Keys", "next sample")},
    {TimeKey::CursorA, kCursorA, QT_TRANSLATE_NOOP("Keys", "put measuring cursor A here, or take it away")},
    {TimeKey::CursorB, kCursorB, QT_TRANSLATE_NOOP("Keys", "put measuring cursor B here, or take it away")},
    {TimeKey::SelectFrom, kSelectFrom, QT_TRANSLATE_NOOP("Keys", "select from here on")},
    {TimeKey::SelectTo, kSelectTo, QT_TRANSLATE_NOOP("Keys", "select up to here")},
    {TimeKey::ShowSelection, kShowSelection, QT_TRANSLATE_NOOP("Keys", "zoom to the selection")},
    {TimeKey::Drop, kDrop, QT_TRANSLATE_NOOP("Keys", "drop the selection, then the measuring cursors")},
};

struct Gesture {
    const char* what;
    const char* effect;
};

constexpr Gesture kGestures[] = {
    {QT_TRANSLATE_NOOP("Keys", "Wheel"), QT_TRANSLATE_NOOP("Keys", "zoom at the pointer")},
    {QT_TRANSLATE_NOOP("Keys", "Drag, Shift + wheel"), QT_TRANSLATE_NOOP("Keys", "move in time")},
    {QT_TRANSLATE_NOOP("Keys", "Ctrl + drag"), QT_TRANSLATE_NOOP("Keys", "zoom to what is framed")},
    {QT_TRANSLATE_NOOP("Keys", "Shift + drag, Shift + click"), QT_TRANSLATE_NOOP("Keys", "select a range of time")},
    {QT_TRANSLATE_NOOP("Keys", "Click"), QT_TRANSLATE_NOOP("Keys", "set the time that keys act on")},
    {QT_TRANSLATE_NOOP("Keys", "Drag a measuring cursor or an end of the selection"),
     QT_TRANSLATE_NOOP("Keys", "move it")},
    {QT_TRANSLATE_NOOP("Keys", "Double click"), QT_TRANSLATE_NOOP("Keys", "show everything")},
    {QT_TRANSLATE_NOOP("Keys", "Wheel over the names, ↑ / ↓, Page Up / Down"),
     QT_TRANSLATE_NOOP("Keys", "scroll the lanes")},
    {QT_TRANSLATE_NOOP("Keys", "Click a heading or “cores”"), QT_TRANSLATE_NOOP("Keys", "fold or unfold its lanes")},
    {QT_TRANSLATE_NOOP("Keys", "Click a row of the composition, ↑ / ↓"),
     QT_TRANSLATE_NOOP("Keys", "show that stressor on each CPU")},
    {QT_TRANSLATE_NOOP("Keys", "Delete, F5 in the list of jobs"),
     QT_TRANSLATE_NOOP("Keys", "cancel a job, do it again")},
};

QString translated(const char* text) {
    return QCoreApplication::translate("Keys", text);
}

}  // namespace

std::span<const TimeKeyBinding> timeKeyBindings() {
    return kBindings;
}

std::optional<TimeKey> timeKeyOf(int key) {
    for (const TimeKeyBinding& binding : kBindings) {
        if (std::ranges::find(binding.keys, key) != binding.keys.end()) {
            return binding.operation;
        }
    }
    return std::nullopt;
}

QList<KeyLine> timeKeyLines() {
    QList<KeyLine> lines;
    for (const TimeKeyBinding& binding : kBindings) {
        QStringList keys;
        for (const Qt::Key key : binding.keys) {
            keys += QKeySequence(key).toString(QKeySequence::NativeText);
        }
        lines.push_back({keys.join(QStringLiteral(", ")), translated(binding.effect)});
    }
    return lines;
}

QList<KeyLine> pointerLines() {
    QList<KeyLine> lines;
    for (const Gesture& gesture : kGestures) {
        lines.push_back({translated(gesture.what), translated(gesture.effect)});
    }
    return lines;
}

}  // namespace mimesys::widgets
