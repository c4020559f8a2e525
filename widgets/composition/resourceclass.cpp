// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "composition/resourceclass.h"

#include "stressor/stressor.h"

#include <QCoreApplication>

namespace mimesys::widgets {

ResourceClass resourceClassOf(std::string_view stressor) {
    const stressor::Card* card = stressor::findCard(stressor);
    if (card == nullptr) {
        return ResourceClass::Other;
    }
    switch (card->stressorClass) {
        case stressor::Class::Compute:
            return ResourceClass::Compute;
        case stressor::Class::Cache:
            return ResourceClass::Cache;
        case stressor::Class::Memory:
            return ResourceClass::Memory;
        case stressor::Class::Disk:
            return ResourceClass::Disk;
        case stressor::Class::Network:
            return ResourceClass::Network;
        case stressor::Class::Kernel:
            return ResourceClass::Kernel;
        case stressor::Class::Idle:
            break;
    }
    return ResourceClass::Idle;
}

QString resourceClassTitle(ResourceClass resource) {
    switch (resource) {
        case ResourceClass::Compute:
            return QCoreApplication::translate("ResourceClass", "compute");
        case ResourceClass::Cache:
            return QCoreApplication::translate("ResourceClass", "cache");
        case ResourceClass::Memory:
            return QCoreApplication::translate("ResourceClass", "memory");
        case ResourceClass::Disk:
            return QCoreApplication::translate("ResourceClass", "disk");
        case ResourceClass::Network:
            return QCoreApplication::translate("ResourceClass", "network");
        case ResourceClass::Kernel:
            return QCoreApplication::translate("ResourceClass", "kernel");
        case ResourceClass::Other:
            return QCoreApplication::translate("ResourceClass", "other");
        case ResourceClass::Idle:
            break;
    }
    return QCoreApplication::translate("ResourceClass", "idle");
}

}  // namespace mimesys::widgets
