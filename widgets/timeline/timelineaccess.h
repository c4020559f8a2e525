// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace mimesys::widgets {

// Lets screen readers see every painted lane of a TimelineView as a child with a name, a place and the text of its tool
// tip. To be called before the first view is asked about; more calls do nothing.
void installTimelineAccess();

}  // namespace mimesys::widgets
