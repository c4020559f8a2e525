// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/atomicfile.h"
#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

// The few HDF5 calls this project needs, as values. Everything a hostile or damaged file can get wrong (missing names,
// types, ranks, sizes) comes back as BadInput.
namespace mimesys::hdf5 {

using Shape = std::vector<std::size_t>;

class File {
public:
    // BadInput when the file is missing, no HDF5 file, or cut off.
    [[nodiscard]] static Expected<File> open(const std::filesystem::path& path);
    // A new file with the content of an AtomicFile; close() it before the AtomicFile is committed.
    [[nodiscard]] static Expected<File> createIn(const AtomicFile& target, const std::filesystem::path& name);
    // Whether the file begins like HDF5; false for anything that cannot be read.
    [[nodiscard]] static bool looksLikeHdf5(const std::filesystem::path& path);

    File(File&&) noexcept;
    File& operator=(File&&) noexcept;
    ~File();

    // Flushes and closes. Failed when something could not be written.
    [[nodiscard]] Expected<void> close();

    [[nodiscard]] bool has(const std::string& dataset) const;
    [[nodiscard]] Expected<Shape> shape(const std::string& dataset) const;
    [[nodiscard]] Expected<bool> holdsFloats(const std::string& dataset) const;

    // The whole of a data set in C order, converted to T (float, double, std::int64_t or std::uint64_t). BadInput when
    // it has more than `limit` entries, which is checked before memory is taken.
    template <typename T>
    [[nodiscard]] Expected<std::vector<T>> read(const std::string& dataset, std::size_t limit) const;
    template <typename T>
    [[nodiscard]] Expected<void> write(const std::string& dataset, std::span<const T> values, const Shape& shape);

    [[nodiscard]] Expected<std::vector<std::string>> readStrings(const std::string& dataset, std::size_t limit) const;
    [[nodiscard]] Expected<void> writeStrings(const std::string& dataset, std::span<const std::string> values);

    // Attributes of an object ("/" for the file itself). Reading one that is absent gives an empty optional.
    [[nodiscard]] Expected<std::optional<std::string>> stringAttribute(const std::string& object,
                                                                       const std::string& name) const;
    [[nodiscard]] Expected<std::optional<std::vector<std::string>>> stringListAttribute(const std::string& object,
                                                                                        const std::string& name) const;
    template <typename T>  // double, std::int64_t, std::uint64_t
    [[nodiscard]] Expected<std::optional<T>> numberAttribute(const std::string& object, const std::string& name) const;

    [[nodiscard]] Expected<void> setAttribute(const std::string& object, const std::string& name,
                                              const std::string& value);
    [[nodiscard]] Expected<void> setAttribute(const std::string& object, const std::string& name,
                                              std::span<const std::string> values);
    template <typename T>
    [[nodiscard]] Expected<void> setNumberAttribute(const std::string& object, const std::string& name, T value);

private:
    struct Impl;
    explicit File(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

// Makes a file with what `fill` puts into it; it appears complete or not at all (AtomicFile).
[[nodiscard]] Expected<void> writeFile(const std::filesystem::path& path,
                                       const std::function<Expected<void>(File&)>& fill);

}  // namespace mimesys::hdf5
