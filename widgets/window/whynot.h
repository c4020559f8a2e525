// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mimesys::widgets {

class Actions;
class Document;

// Gives every command that is disabled the sentence that says what to do first.
void explainDisabled(const Actions& actions, const Document& document);

}  // namespace mimesys::widgets
