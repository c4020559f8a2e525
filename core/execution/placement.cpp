// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "execution/placement.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace mimesys::execution {
namespace {

// A CPU by its place in the machine: first all first threads of the socket's cores, then all second ones.
struct Place {
    int socket = 0;
    int thread = 0;  // 0 = the first of its core
    int core = 0;
    std::size_t position = 0;  // among the rows or the usable CPUs
};

std::vector<Place> placesOf(const std::vector<machine::Cpu>& cpus) {
    std::vector<Place> places;
    std::map<std::pair<int, int>, int> threads;  // seen so far, per socket and core
    for (std::size_t i = 0; i < cpus.size(); ++i) {
        places.push_back({.socket = cpus[i].socket,
                          .thread = threads[{cpus[i].socket, cpus[i].core}]++,
                          .core = cpus[i].core,
                          .position = i});
    }
    std::ranges::stable_sort(places, {},
                             [](const Place& place) { return std::tuple(place.socket, place.thread, place.core); });
    return places;
}

std::map<int, std::vector<std::size_t>> bySocket(const std::vector<Place>& places) {
    std::map<int, std::vector<std::size_t>> sockets;
    for (const Place& place : places) {
        sockets[place.socket].push_back(place.position);
    }
    return sockets;
}

std::vector<machine::Cpu> usable(const machine::Machine& machine) {
    std::vector<machine::Cpu> cpus;
    for (const machine::Cpu& cpu : machine.cpus) {
        if (std::ranges::binary_search(machine.usableCpus, cpu.id)) {
            cpus.push_back(cpu);
        }
    }
    return cpus;
}

std::vector<int> inOrder(std::size_t rows, const machine::Machine& target) {
    return {target.usableCpus.begin(), target.usableCpus.begin() + static_cast<std::ptrdiff_t>(rows)};
}

}  // namespace

std::vector<int> placeRows(std::size_t rows, const std::optional<machine::Machine>& source,
                           const machine::Machine& target) {
    if (!source || source->cpus.size() < rows || source->socketCount() < 2) {
        return inOrder(rows, target);
    }
    // The rows of a plan are the usable CPUs of its machine; where it had more, the first of them.
    std::vector<machine::Cpu> rowsOf = usable(*source);
    const std::vector<machine::Cpu> here = usable(target);
    if (rowsOf.size() < rows || here.size() != target.usableCpus.size()) {
        return inOrder(rows, target);
    }
    rowsOf.resize(rows);
    const auto wanted = bySocket(placesOf(rowsOf));
    const auto offered = bySocket(placesOf(here));
    if (offered.size() < wanted.size()) {
        return inOrder(rows, target);
    }
    std::vector<int> cpus(rows);
    auto socket = offered.begin();
    for (const auto& [number, positions] : wanted) {
        if (socket->second.size() < positions.size()) {
            return inOrder(rows, target);
        }
        for (std::size_t i = 0; i < positions.size(); ++i) {
            cpus[positions[i]] = here[socket->second[i]].id;
        }
        ++socket;
    }
    return cpus;
}

}  // namespace mimesys::execution
