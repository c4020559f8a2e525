// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "model/safetensors.h"

#include "base/atomicfile.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <limits>
#include <optional>
#include <span>

namespace mimesys::model {
namespace {

using nlohmann::json;

static_assert(std::endian::native == std::endian::little, "the layout is little endian, and so are its users");

constexpr std::uint64_t kMostHeaderBytes = 100'000'000;  // the format's own bound
constexpr std::size_t kAlignment = 8;                    // the header is padded with spaces to a multiple of it
constexpr std::string_view kMetadataKey = "__metadata__";

struct Place {
    std::string name;
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};

struct Header {
    std::map<std::string, std::string> metadata;
    std::vector<Place> places;  // by begin
    std::uint64_t dataStart = 0;
};

// Bytes of a tensor of floats; empty when a dimension is negative or the product overflows.
std::optional<std::uint64_t> bytesOf(const std::vector<std::int64_t>& shape) {
    std::uint64_t bytes = sizeof(float);
    for (const std::int64_t extent : shape) {
        if (extent < 0) {
            return std::nullopt;
        }
        const auto size = static_cast<std::uint64_t>(extent);
        if (size != 0 && bytes > std::numeric_limits<std::uint64_t>::max() / size) {
            return std::nullopt;
        }
        bytes *= size;
    }
    return bytes;
}

Expected<Header> parseHeader(const json& root, std::uint64_t dataStart, std::uint64_t dataBytes,
                             const std::string& file) {
    Header header;
    header.dataStart = dataStart;
    for (const auto& [name, entry] : root.items()) {
        if (name == kMetadataKey) {
            header.metadata = entry.get<std::map<std::string, std::string>>();
            continue;
        }
        if (entry.at("dtype") != "F32") {
            return badInput(fmt::format("The tensor {} is of type {}; models of this program hold F32 only.", name,
                                        entry.at("dtype").dump()),
                            file);
        }
        Place place{.name = name,
                    .shape = entry.at("shape").get<std::vector<std::int64_t>>(),
                    .begin = entry.at("data_offsets").at(0).get<std::uint64_t>(),
                    .end = entry.at("data_offsets").at(1).get<std::uint64_t>()};
        const auto bytes = bytesOf(place.shape);
        if (!bytes || place.begin > place.end || place.end > dataBytes || place.end - place.begin != *bytes) {
            return badInput(fmt::format("The tensor {} does not fit into the file; it is cut off or damaged.", name),
                            file);
        }
        header.places.push_back(std::move(place));
    }
    std::ranges::sort(header.places, {}, &Place::begin);
    std::uint64_t expected = 0;
    for (const Place& place : header.places) {
        if (place.begin != expected) {
            return badInput("The tensors of the file overlap or have gaps; it is damaged.", file);
        }
        expected = place.end;
    }
    if (expected != dataBytes) {
        return badInput("The file is longer than its tensors; it is damaged.", file);
    }
    return header;
}

Expected<Header> readHeader(std::ifstream& stream, const std::filesystem::path& path) {
    std::error_code error;
    const std::uint64_t size = std::filesystem::file_size(path, error);
    if (error || !stream) {
        return badInput("The file cannot be read; name a model that `mimesys train` wrote.", path.string());
    }
    std::uint64_t length = 0;
    stream.read(reinterpret_cast<char*>(&length), sizeof length);
    if (!stream || size < sizeof length || length > kMostHeaderBytes || length > size - sizeof length) {
        return badInput("The file is cut off, or no safetensors file.", path.string());
    }
    std::string text(length, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(length));
    if (!stream) {
        return badInput("The file is cut off.", path.string());
    }
    try {
        return parseHeader(json::parse(text), sizeof length + length, size - sizeof length - length, path.string());
    } catch (const json::exception&) {
        return badInput("The header is damaged, or of no safetensors file.", path.string());
    }
}

}  // namespace

Expected<SafeTensors> readSafeTensors(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    const Expected<Header> header = readHeader(stream, path);
    if (!header) {
        return tl::unexpected(header.error());
    }
    SafeTensors file{.metadata = header->metadata, .tensors = {}};
    for (const Place& place : header->places) {
        FloatTensor tensor{.shape = place.shape, .values = {}};
        tensor.values.resize((place.end - place.begin) / sizeof(float));
        stream.read(reinterpret_cast<char*>(tensor.values.data()),
                    static_cast<std::streamsize>(place.end - place.begin));
        file.tensors.emplace(place.name, std::move(tensor));
    }
    if (!stream) {
        return badInput("The file is cut off.", path.string());
    }
    return file;
}

Expected<std::map<std::string, std::string>> readSafeTensorsMetadata(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return readHeader(stream, path).map([](Header&& header) { return std::move(header.metadata); });
}

Expected<void> writeSafeTensors(const SafeTensors& tensors, const std::filesystem::path& path) {
    json header = json::object();
    header[std::string(kMetadataKey)] = tensors.metadata;
    std::uint64_t offset = 0;
    for (const auto& [name, tensor] : tensors.tensors) {
        const std::uint64_t bytes = tensor.values.size() * sizeof(float);
        header[name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {offset, offset + bytes}}};
        offset += bytes;
    }
    std::string text = header.dump();
    text.append((kAlignment - text.size() % kAlignment) % kAlignment, ' ');
    const std::uint64_t length = text.size();
    auto file = AtomicFile::create(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    auto written = file->write(std::as_bytes(std::span(&length, 1))).and_then([&] { return file->write(text); });
    for (const auto& [name, tensor] : tensors.tensors) {
        if (written) {
            written = file->write(std::as_bytes(std::span(tensor.values)));
        }
    }
    return written.and_then([&] { return file->commit(); });
}

}  // namespace mimesys::model
