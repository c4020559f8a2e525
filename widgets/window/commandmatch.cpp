// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/commandmatch.h"

#include <QStringList>
#include <algorithm>

namespace mimesys::widgets {
namespace {

constexpr int kWhole = 100;
constexpr int kBegin = 90;
constexpr int kWordBegin = 80;
constexpr int kInside = 60;
constexpr int kSpread = 20;  // plus up to as much again and a half for letters that begin words
constexpr int kSpreadExtra = 30;
// What was used lately beats what fits about as well, not what fits better.
constexpr int kRecentBonus = 15;

// Without case and accents; syllables of Hangul fall into their letters, so that half-typed ones match.
QString folded(const QString& text) {
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.category() != QChar::Mark_NonSpacing) {
            plain += c;
        }
    }
    return plain.toCaseFolded();
}

// "exportPlan" → "export Plan".
QString spaced(const QString& name) {
    QString words;
    for (const QChar c : name) {
        if (c.isUpper()) {
            words += QLatin1Char(' ');
        }
        words += c;
    }
    return words;
}

bool beginsWord(const QString& text, qsizetype at) {
    return at == 0 || !text[at - 1].isLetterOrNumber();
}

int spreadScore(const QString& word, const QString& text) {
    int best = 0;
    for (qsizetype start = 0; start < text.size(); ++start) {
        if (!beginsWord(text, start) || text[start] != word[0]) {
            continue;
        }
        qsizetype next = 1;
        int begins = 1;
        for (qsizetype at = start + 1; at < text.size() && next < word.size(); ++at) {
            if (text[at] == word[next]) {
                begins += beginsWord(text, at) ? 1 : 0;
                ++next;
            }
        }
        if (next == word.size()) {
            best = std::max(best, kSpread + kSpreadExtra * begins / static_cast<int>(word.size()));
        }
    }
    return best;
}

enum class Letters { Together, MaySpread };

int wordScore(const QString& word, const QString& text, Letters letters) {
    if (text == word) {
        return kWhole;
    }
    int best = text.startsWith(word) ? kBegin : 0;
    for (qsizetype at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        best = std::max(best, beginsWord(text, at) ? kWordBegin : kInside);
    }
    if (best == 0 && letters == Letters::MaySpread && word.size() > 1) {
        best = spreadScore(word, text);
    }
    return best;
}

}  // namespace

std::optional<int> matchScore(const QString& typed, const CommandTexts& command) {
    const QString text = folded(command.text);
    const QString path = folded(command.path);
    const QString name = folded(spaced(command.name));
    const QString help = folded(command.help);
    int sum = 0;
    for (const QString& word : folded(typed).split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const int score =
            std::max({4 * wordScore(word, text, Letters::MaySpread), 2 * wordScore(word, path, Letters::MaySpread),
                      2 * wordScore(word, name, Letters::MaySpread), wordScore(word, help, Letters::Together)});
        if (score == 0) {
            return std::nullopt;
        }
        sum += score;
    }
    return sum;
}

std::vector<std::size_t> rankCommands(const QString& typed, std::span<const CommandTexts> commands,
                                      const QStringList& recent) {
    struct Hit {
        std::size_t index;
        int score;
        qsizetype used;  // ago
    };
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        if (const auto score = matchScore(typed, commands[i])) {
            const qsizetype at = recent.indexOf(commands[i].name);
            const bool used = at >= 0 && !commands[i].name.isEmpty();
            hits.push_back({i, *score + (used ? kRecentBonus : 0), used ? at : recent.size()});
        }
    }
    std::ranges::stable_sort(
        hits, [](const Hit& a, const Hit& b) { return a.score != b.score ? a.score > b.score : a.used < b.used; });
    std::vector<std::size_t> order;
    for (const Hit& hit : hits) {
        order.push_back(hit.index);
    }
    return order;
}

}  // namespace mimesys::widgets
