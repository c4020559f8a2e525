// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/installed.h"

#include "dataset/dataset.h"
#include "machine/machine.h"
#include "model/model.h"

namespace mimesys::widgets {

Expected<Installed> findInstalled(const Installed& named) {
    if (!named.dataset.empty() && !named.model.empty()) {
        return named;
    }
    return machine::discover().map([&](const machine::Machine& machine) {
        const std::string fingerprint = machine::fingerprint(machine);
        Installed found = named;
        if (found.dataset.empty()) {
            found.dataset = dataset::installedDatasetPath(fingerprint);
        }
        if (found.model.empty()) {
            found.model = model::installedModelPath(fingerprint);
        }
        return found;
    });
}

}  // namespace mimesys::widgets
