// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <span>
#include <vector>

namespace mimesys::widgets {

// What a command can be found by.
struct CommandTexts {
    QString text;  // without its mnemonic
    QString path;  // of menus
    QString help;
    QString name;  // the same in every language

    bool operator==(const CommandTexts&) const = default;
};

// How well a command fits what was typed, higher is better; nothing when a word of it is nowhere. Case and accents do
// not count. Words may be in any order and in any of the texts; in all but the help a word's letters may also be
// spread, as long as the first one begins a word ("gwo" finds "Generate with options").
[[nodiscard]] std::optional<int> matchScore(const QString& typed, const CommandTexts& command);

// Indices of the commands that fit, best first; of equals, and where nothing was typed, those used last come first.
// `recent` holds names, the last one used at the front.
[[nodiscard]] std::vector<std::size_t> rankCommands(const QString& typed, std::span<const CommandTexts> commands,
                                                    const QStringList& recent);

}  // namespace mimesys::widgets
