// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/hdf5.h"

#include "base/hdf5library.h"

#include <fmt/format.h>
#include <hdf5.h>

#include <algorithm>
#include <utility>

namespace mimesys::hdf5 {
namespace {

constexpr std::size_t kLongestString = std::size_t{1} << 24;
constexpr std::size_t kMostListEntries = std::size_t{1} << 20;

// Closes an HDF5 identifier with the function of its kind.
class Handle {
public:
    using Closer = herr_t (*)(hid_t);
    Handle(hid_t id, Closer closer) : m_id(id), m_closer(closer) {}
    Handle(Handle&& other) noexcept : m_id(std::exchange(other.m_id, H5I_INVALID_HID)), m_closer(other.m_closer) {}
    Handle(const Handle&) = delete;
    Handle& operator=(Handle&& other) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() {
        if (m_id >= 0) {
            m_closer(m_id);
        }
    }
    [[nodiscard]] hid_t id() const { return m_id; }
    [[nodiscard]] bool valid() const { return m_id >= 0; }

private:
    hid_t m_id;
    Closer m_closer;
};

// The library prints a stack of its own errors unless told otherwise, for each thread (it is built thread-safe in
// Debian).
void silenceLibrary() {
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

template <typename T>
hid_t nativeType();
template <>
hid_t nativeType<float>() {
    return H5T_NATIVE_FLOAT;
}
template <>
hid_t nativeType<double>() {
    return H5T_NATIVE_DOUBLE;
}
template <>
hid_t nativeType<std::int64_t>() {
    return H5T_NATIVE_INT64;
}
template <>
hid_t nativeType<std::uint64_t>() {
    return H5T_NATIVE_UINT64;
}

// Text is written with a fixed length: the heap that holds text of variable length has no checksum, and the library
// (1.10) crashes on a damaged one.
struct FixedStrings {
    Handle type;
    std::vector<char> block;
};

FixedStrings fixedStrings(std::span<const std::string> values) {
    std::size_t longest = 1;
    for (const std::string& value : values) {
        longest = std::max(longest, value.size());
    }
    FixedStrings strings{Handle(H5Tcopy(H5T_C_S1), H5Tclose), std::vector<char>(longest * values.size(), '\0')};
    H5Tset_size(strings.type.id(), longest);
    H5Tset_strpad(strings.type.id(), H5T_STR_NULLPAD);
    H5Tset_cset(strings.type.id(), H5T_CSET_UTF8);
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::ranges::copy(values[i], strings.block.begin() + static_cast<std::ptrdiff_t>(i * longest));
    }
    return strings;
}

// External and virtual data sets name other files, which may be anything: a device, or a pipe that nobody writes to.
bool isSelfContained(const Handle& dataset) {
    const Handle creation(H5Dget_create_plist(dataset.id()), H5Pclose);
    return creation.valid() && H5Pget_external_count(creation.id()) == 0 && H5Pget_layout(creation.id()) != H5D_VIRTUAL;
}

bool isNumber(hid_t type) {
    const H5T_class_t kind = H5Tget_class(type);
    return kind == H5T_FLOAT || kind == H5T_INTEGER;
}

}  // namespace

struct File::Impl {
    std::filesystem::path name;
    hid_t id = H5I_INVALID_HID;

    ~Impl() {
        if (id >= 0) {
            const std::lock_guard lock(libraryMutex());
            H5Fclose(id);
        }
    }
    [[nodiscard]] tl::unexpected<Error> bad(std::string sentence) const {
        return badInput(std::move(sentence), name.string());
    }
    [[nodiscard]] tl::unexpected<Error> writeFailed() const {
        return failed("The HDF5 file cannot be written; look at the free space of its disk.", name.string());
    }
    [[nodiscard]] bool linkExists(const std::string& object) const {
        return object == "/" || H5Lexists(id, object.c_str(), H5P_DEFAULT) > 0;
    }
    [[nodiscard]] Handle openObject(const std::string& object) const {
        return {linkExists(object) ? H5Oopen(id, object.c_str(), H5P_DEFAULT) : H5I_INVALID_HID, H5Oclose};
    }
    [[nodiscard]] Handle openDataset(const std::string& dataset) const {
        return {linkExists(dataset) ? H5Dopen2(id, dataset.c_str(), H5P_DEFAULT) : H5I_INVALID_HID, H5Dclose};
    }
    // The attribute, or an invalid handle when the object or the attribute is absent.
    [[nodiscard]] Handle openAttribute(const std::string& object, const std::string& attribute) const {
        const Handle owner = openObject(object);
        const bool there = owner.valid() && H5Aexists(owner.id(), attribute.c_str()) > 0;
        return {there ? H5Aopen(owner.id(), attribute.c_str(), H5P_DEFAULT) : H5I_INVALID_HID, H5Aclose};
    }
};

namespace {

// Strings of a data set or attribute of any string type, fixed or variable; empty when it holds none or too many.
template <typename ReadInto>
std::optional<std::vector<std::string>> stringsOf(hid_t type, hid_t space, std::size_t limit, ReadInto&& readInto) {
    const hssize_t count = H5Sget_simple_extent_npoints(space);
    if (H5Tget_class(type) != H5T_STRING || count < 0 || static_cast<std::size_t>(count) > limit) {
        return std::nullopt;
    }
    std::vector<std::string> strings;
    if (count == 0) {
        return strings;
    }
    if (H5Tis_variable_str(type) > 0) {
        Handle memory(H5Tcopy(type), H5Tclose);
        std::vector<char*> pointers(static_cast<std::size_t>(count), nullptr);
        if (readInto(memory.id(), pointers.data()) < 0) {
            return std::nullopt;
        }
        for (const char* pointer : pointers) {
            strings.emplace_back(pointer == nullptr ? "" : pointer);
        }
        H5Dvlen_reclaim(memory.id(), space, H5P_DEFAULT, pointers.data());
        return strings;
    }
    const std::size_t size = H5Tget_size(type);
    if (size == 0 || size > kLongestString || size * static_cast<std::size_t>(count) > kLongestString) {
        return std::nullopt;
    }
    std::vector<char> block(size * static_cast<std::size_t>(count));
    if (readInto(type, block.data()) < 0) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        std::string text(block.data() + i * size, size);
        text.resize(std::min(text.find('\0'), text.size()));
        strings.push_back(std::move(text));
    }
    return strings;
}

}  // namespace

File::File(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
File::File(File&&) noexcept = default;
File& File::operator=(File&&) noexcept = default;
File::~File() = default;

bool File::looksLikeHdf5(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(path, ignored)) {
        return false;
    }
    const std::lock_guard lock(libraryMutex());
    silenceLibrary();
    return H5Fis_hdf5(path.c_str()) > 0;
}

Expected<File> File::open(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) {
        return badInput("The file does not exist.", path.string());
    }
    if (!looksLikeHdf5(path)) {
        return badInput("This is not an HDF5 file.", path.string());
    }
    auto impl = std::make_unique<Impl>();
    impl->name = path;
    {
        const std::lock_guard lock(libraryMutex());
        impl->id = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
    }
    if (impl->id < 0) {
        return impl->bad("The HDF5 file is damaged or cut off.");
    }
    return File(std::move(impl));
}

namespace {

// How a file or a data set is made: without the time when, so that the same contents are the same bytes.
Handle timeless(hid_t propertyClass) {
    Handle creation(H5Pcreate(propertyClass), H5Pclose);
    H5Pset_obj_track_times(creation.id(), false);
    return creation;
}

}  // namespace

Expected<File> File::createIn(const AtomicFile& target, const std::filesystem::path& name) {
    auto impl = std::make_unique<Impl>();
    impl->name = name;
    const std::lock_guard lock(libraryMutex());
    silenceLibrary();
    // The default driver resolves links in the name and so cannot open a file that has none; the stdio driver does not.
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose);
    H5Pset_fapl_stdio(access.id());
    // The format of HDF5 1.8 and later: checksums over all metadata, attributes of more than 64 KiB.
    H5Pset_libver_bounds(access.id(), H5F_LIBVER_V18, H5F_LIBVER_LATEST);
    impl->id = H5Fcreate(target.openablePath().c_str(), H5F_ACC_TRUNC, timeless(H5P_FILE_CREATE).id(), access.id());
    if (impl->id < 0) {
        return impl->writeFailed();
    }
    return File(std::move(impl));
}

Expected<void> File::close() {
    const std::lock_guard lock(libraryMutex());
    const hid_t id = std::exchange(m_impl->id, H5I_INVALID_HID);
    if (id >= 0 && (H5Fflush(id, H5F_SCOPE_GLOBAL) < 0 || H5Fclose(id) < 0)) {
        return m_impl->writeFailed();
    }
    return {};
}

bool File::has(const std::string& dataset) const {
    const std::lock_guard lock(libraryMutex());
    return m_impl->openDataset(dataset).valid();
}

Expected<Shape> File::shape(const std::string& dataset) const {
    const std::lock_guard lock(libraryMutex());
    const Handle handle = m_impl->openDataset(dataset);
    if (!handle.valid()) {
        return m_impl->bad(fmt::format("The data set \"{}\" is missing.", dataset));
    }
    const Handle space(H5Dget_space(handle.id()), H5Sclose);
    const int rank = H5Sget_simple_extent_ndims(space.id());
    if (rank < 0) {
        return m_impl->bad(fmt::format("The data set \"{}\" has no shape.", dataset));
    }
    std::vector<hsize_t> extent(static_cast<std::size_t>(rank));
    H5Sget_simple_extent_dims(space.id(), extent.data(), nullptr);
    return Shape(extent.begin(), extent.end());
}

Expected<bool> File::holdsFloats(const std::string& dataset) const {
    const std::lock_guard lock(libraryMutex());
    const Handle handle = m_impl->openDataset(dataset);
    if (!handle.valid()) {
        return m_impl->bad(fmt::format("The data set \"{}\" is missing.", dataset));
    }
    const Handle type(H5Dget_type(handle.id()), H5Tclose);
    return H5Tget_class(type.id()) == H5T_FLOAT;
}

template <typename T>
Expected<std::vector<T>> File::read(const std::string& dataset, std::size_t limit) const {
    const std::lock_guard lock(libraryMutex());
    const Handle handle = m_impl->openDataset(dataset);
    if (!handle.valid()) {
        return m_impl->bad(fmt::format("The data set \"{}\" is missing.", dataset));
    }
    const Handle type(H5Dget_type(handle.id()), H5Tclose);
    if (!isNumber(type.id())) {
        return m_impl->bad(fmt::format("The data set \"{}\" does not hold numbers.", dataset));
    }
    const Handle space(H5Dget_space(handle.id()), H5Sclose);
    const hssize_t count = H5Sget_simple_extent_npoints(space.id());
    if (count < 0 || static_cast<std::size_t>(count) > limit) {
        return m_impl->bad(fmt::format("The data set \"{}\" has more than {} entries.", dataset, limit));
    }
    if (!isSelfContained(handle)) {
        return m_impl->bad(fmt::format("The data set \"{}\" lies in other files, which are not opened.", dataset));
    }
    std::vector<T> values(static_cast<std::size_t>(count));
    if (count > 0 && H5Dread(handle.id(), nativeType<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0) {
        return m_impl->bad(fmt::format("The data set \"{}\" is damaged or cut off.", dataset));
    }
    return values;
}

template <typename T>
Expected<void> File::write(const std::string& dataset, std::span<const T> values, const Shape& shape) {
    const std::lock_guard lock(libraryMutex());
    const std::vector<hsize_t> extent(shape.begin(), shape.end());
    const Handle space(H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr), H5Sclose);
    const Handle handle(H5Dcreate2(m_impl->id, dataset.c_str(), nativeType<T>(), space.id(), H5P_DEFAULT,
                                   timeless(H5P_DATASET_CREATE).id(), H5P_DEFAULT),
                        H5Dclose);
    if (!space.valid() || !handle.valid()) {
        return m_impl->writeFailed();
    }
    if (!values.empty() && H5Dwrite(handle.id(), nativeType<T>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0) {
        return m_impl->writeFailed();
    }
    return {};
}

Expected<std::vector<std::string>> File::readStrings(const std::string& dataset, std::size_t limit) const {
    const std::lock_guard lock(libraryMutex());
    const Handle handle = m_impl->openDataset(dataset);
    if (!handle.valid()) {
        return m_impl->bad(fmt::format("The data set \"{}\" is missing.", dataset));
    }
    const Handle type(H5Dget_type(handle.id()), H5Tclose);
    const Handle space(H5Dget_space(handle.id()), H5Sclose);
    if (!isSelfContained(handle)) {
        return m_impl->bad(fmt::format("The data set \"{}\" lies in other files, which are not opened.", dataset));
    }
    auto strings = stringsOf(type.id(), space.id(), limit, [&](hid_t memoryType, void* target) {
        return H5Dread(handle.id(), memoryType, H5S_ALL, H5S_ALL, H5P_DEFAULT, target);
    });
    if (!strings) {
        return m_impl->bad(fmt::format("The data set \"{}\" does not hold a list of names.", dataset));
    }
    return std::move(*strings);
}

Expected<void> File::writeStrings(const std::string& dataset, std::span<const std::string> values) {
    const std::lock_guard lock(libraryMutex());
    const FixedStrings strings = fixedStrings(values);
    const hsize_t extent = values.size();
    const Handle space(H5Screate_simple(1, &extent, nullptr), H5Sclose);
    const Handle handle(H5Dcreate2(m_impl->id, dataset.c_str(), strings.type.id(), space.id(), H5P_DEFAULT,
                                   timeless(H5P_DATASET_CREATE).id(), H5P_DEFAULT),
                        H5Dclose);
    if (!handle.valid() || (!values.empty() && H5Dwrite(handle.id(), strings.type.id(), H5S_ALL, H5S_ALL, H5P_DEFAULT,
                                                        strings.block.data()) < 0)) {
        return m_impl->writeFailed();
    }
    return {};
}

Expected<std::optional<std::vector<std::string>>> File::stringListAttribute(const std::string& object,
                                                                            const std::string& name) const {
    const std::lock_guard lock(libraryMutex());
    const Handle attribute = m_impl->openAttribute(object, name);
    if (!attribute.valid()) {
        return std::optional<std::vector<std::string>>();
    }
    const Handle type(H5Aget_type(attribute.id()), H5Tclose);
    const Handle space(H5Aget_space(attribute.id()), H5Sclose);
    auto strings = stringsOf(type.id(), space.id(), kMostListEntries, [&](hid_t memoryType, void* target) {
        return H5Aread(attribute.id(), memoryType, target);
    });
    if (!strings) {
        return m_impl->bad(fmt::format("The attribute \"{}\" does not hold text.", name));
    }
    return strings;
}

Expected<std::optional<std::string>> File::stringAttribute(const std::string& object, const std::string& name) const {
    auto list = stringListAttribute(object, name);
    if (!list) {
        return tl::unexpected(list.error());
    }
    if (!*list || (*list)->empty()) {
        return std::optional<std::string>();
    }
    return std::optional<std::string>(std::move((**list)[0]));
}

template <typename T>
Expected<std::optional<T>> File::numberAttribute(const std::string& object, const std::string& name) const {
    const std::lock_guard lock(libraryMutex());
    const Handle attribute = m_impl->openAttribute(object, name);
    if (!attribute.valid()) {
        return std::optional<T>();
    }
    const Handle type(H5Aget_type(attribute.id()), H5Tclose);
    const Handle space(H5Aget_space(attribute.id()), H5Sclose);
    T value{};
    if (!isNumber(type.id()) || H5Sget_simple_extent_npoints(space.id()) != 1 ||
        H5Aread(attribute.id(), nativeType<T>(), &value) < 0) {
        return m_impl->bad(fmt::format("The attribute \"{}\" does not hold a number.", name));
    }
    return std::optional<T>(value);
}

namespace {

bool writeAttribute(const Handle& owner, const std::string& name, hid_t type, hid_t space, const void* data) {
    const Handle attribute(H5Acreate2(owner.id(), name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose);
    return attribute.valid() && H5Awrite(attribute.id(), type, data) >= 0;
}

}  // namespace

Expected<void> File::setAttribute(const std::string& object, const std::string& name, const std::string& value) {
    const std::lock_guard lock(libraryMutex());
    const FixedStrings strings = fixedStrings(std::span(&value, 1));
    const Handle space(H5Screate(H5S_SCALAR), H5Sclose);
    if (!writeAttribute(m_impl->openObject(object), name, strings.type.id(), space.id(), strings.block.data())) {
        return m_impl->writeFailed();
    }
    return {};
}

Expected<void> File::setAttribute(const std::string& object, const std::string& name,
                                  std::span<const std::string> values) {
    const std::lock_guard lock(libraryMutex());
    const FixedStrings strings = fixedStrings(values);
    const hsize_t extent = values.size();
    const Handle space(H5Screate_simple(1, &extent, nullptr), H5Sclose);
    if (!writeAttribute(m_impl->openObject(object), name, strings.type.id(), space.id(), strings.block.data())) {
        return m_impl->writeFailed();
    }
    return {};
}

template <typename T>
Expected<void> File::setNumberAttribute(const std::string& object, const std::string& name, T value) {
    const std::lock_guard lock(libraryMutex());
    const Handle space(H5Screate(H5S_SCALAR), H5Sclose);
    if (!writeAttribute(m_impl->openObject(object), name, nativeType<T>(), space.id(), &value)) {
        return m_impl->writeFailed();
    }
    return {};
}

template Expected<std::vector<float>> File::read<float>(const std::string&, std::size_t) const;
template Expected<std::vector<double>> File::read<double>(const std::string&, std::size_t) const;
template Expected<std::vector<std::int64_t>> File::read<std::int64_t>(const std::string&, std::size_t) const;
template Expected<std::vector<std::uint64_t>> File::read<std::uint64_t>(const std::string&, std::size_t) const;
template Expected<void> File::write<float>(const std::string&, std::span<const float>, const Shape&);
template Expected<void> File::write<double>(const std::string&, std::span<const double>, const Shape&);
template Expected<void> File::write<std::int64_t>(const std::string&, std::span<const std::int64_t>, const Shape&);
template Expected<void> File::write<std::uint64_t>(const std::string&, std::span<const std::uint64_t>, const Shape&);
template Expected<std::optional<double>> File::numberAttribute<double>(const std::string&, const std::string&) const;
template Expected<std::optional<std::int64_t>> File::numberAttribute<std::int64_t>(const std::string&,
                                                                                   const std::string&) const;
template Expected<std::optional<std::uint64_t>> File::numberAttribute<std::uint64_t>(const std::string&,
                                                                                     const std::string&) const;
template Expected<void> File::setNumberAttribute<double>(const std::string&, const std::string&, double);
template Expected<void> File::setNumberAttribute<std::int64_t>(const std::string&, const std::string&, std::int64_t);
template Expected<void> File::setNumberAttribute<std::uint64_t>(const std::string&, const std::string&, std::uint64_t);

Expected<void> writeFile(const std::filesystem::path& path, const std::function<Expected<void>(File&)>& fill) {
    auto target = AtomicFile::create(path);
    if (!target) {
        return tl::unexpected(target.error());
    }
    auto file = File::createIn(*target, path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    return fill(*file).and_then([&] { return file->close(); }).and_then([&] { return target->commit(); });
}

}  // namespace mimesys::hdf5
