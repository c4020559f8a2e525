// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "learning/library.h"

#include "base/installation.h"
#include "learning/entry.h"

#include <dlfcn.h>
#include <fmt/format.h>

namespace mimesys::learning {

Expected<const Library*> load() {
    const std::filesystem::path path =
        installedPath(std::filesystem::path("lib") / "mimesys" / "libmimesys-learning.so");
    void* handle = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    const char* reason = handle == nullptr ? dlerror() : nullptr;
    const auto entry = handle == nullptr ? nullptr : reinterpret_cast<Entry>(dlsym(handle, kEntryName));
    if (entry == nullptr) {
        return unavailable(
            fmt::format("Training and the diffusion method need LibTorch, which cannot be loaded here ({}).",
                        reason == nullptr ? "the library is of another version" : reason));
    }
    return entry();
}

generation::Generator bind(const Library& library, model::ModelPtr model, const generation::DiffusionOptions& options,
                           std::string name) {
    return {std::move(name),
            [&library, model, options](const trace::WindowedTrace& trace, std::uint64_t seed, std::stop_token stop,
                                       const ProgressCallback& progress) {
                return library.generate(trace, *model, options, seed, std::move(stop), progress, {});
            },
            [&library, model, options](const trace::WindowedTrace& trace, const generation::Predecessor& before,
                                       std::uint64_t seed, std::stop_token stop, const ProgressCallback& progress) {
                return library.generate(trace, *model, options, seed, std::move(stop), progress, before);
            }};
}

}  // namespace mimesys::learning
