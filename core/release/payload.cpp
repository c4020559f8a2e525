// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "release/payload.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <zstd.h>

#include <cstring>
#include <initializer_list>
#include <memory>
#include <new>
#include <optional>
#include <string_view>

namespace mimesys::release {
namespace {

using nlohmann::json;

constexpr int kCompressionLevel = 9;
constexpr std::string_view kFormat = "mimesys-workload";

template <typename T, std::size_t (*Free)(T*)>
struct ZstdDeleter {
    void operator()(T* context) const { Free(context); }
};
using Compressor = std::unique_ptr<ZSTD_CCtx, ZstdDeleter<ZSTD_CCtx, ZSTD_freeCCtx>>;
using Decompressor = std::unique_ptr<ZSTD_DCtx, ZstdDeleter<ZSTD_DCtx, ZSTD_freeDCtx>>;

std::string headerText(const Payload& payload) {
    const plan::ExecutionPlan& plan = payload.plan;
    const json header{{"format", kFormat},
                      {"windows", plan.windowCount()},
                      {"cpus", plan.cpuCount()},
                      {"stressors", plan.stressors()},
                      {"window_seconds", plan.windowSeconds()},
                      {"memory_used", plan.memoryUsed.size()},
                      {"seed", plan.seed},
                      {"generator", plan.generator},
                      {"machine", plan.machine},
                      {"source", plan.source},
                      {"metadata", payload.metadata}};
    return header.dump(-1, ' ', false, json::error_handler_t::replace);
}

tl::unexpected<Error> damaged(const std::string& place) {
    return badInput("The workload's plan is damaged; export or fetch it again.", place);
}

// Takes a frame apart piece by piece, each into a target of known size.
class FrameReader {
public:
    explicit FrameReader(std::span<const std::byte> frame)
        : m_context(ZSTD_createDCtx()), m_input{frame.data(), frame.size(), 0} {
        if (!m_context) {
            throw std::bad_alloc();
        }
    }

    // False when the frame ends before the target is full, or is wrong.
    [[nodiscard]] bool read(std::span<std::byte> target) {
        ZSTD_outBuffer output{target.data(), target.size(), 0};
        while (output.pos < output.size) {
            if (!step(output)) {
                return false;
            }
        }
        return true;
    }

    // True when the frame holds nothing more and the input nothing after it.
    [[nodiscard]] bool atEnd() {
        std::byte more{};
        ZSTD_outBuffer output{&more, sizeof more, 0};
        while (!m_ended) {
            if (!step(output) || output.pos > 0) {
                return false;
            }
        }
        return m_input.pos == m_input.size;
    }

private:
    // False when nothing can be gained any more.
    bool step(ZSTD_outBuffer& output) {
        const std::size_t before = output.pos + m_input.pos;
        const std::size_t left = m_ended ? 0 : ZSTD_decompressStream(m_context.get(), &output, &m_input);
        if (ZSTD_isError(left) != 0) {
            return false;
        }
        const bool moved = output.pos + m_input.pos != before || (left == 0 && !m_ended);
        m_ended = left == 0;
        return moved;
    }

    Decompressor m_context;
    ZSTD_inBuffer m_input;
    bool m_ended = false;
};

std::optional<std::size_t> sizeField(const json& header, const char* name, std::size_t most) {
    const auto field = header.find(name);
    if (field == header.end() || !field->is_number_unsigned() || field->get<std::uint64_t>() > most) {
        return std::nullopt;
    }
    return field->get<std::size_t>();
}

std::string textField(const json& header, const char* name) {
    const auto field = header.find(name);
    return field != header.end() && field->is_string() ? field->get<std::string>() : std::string();
}

std::optional<std::vector<std::string>> stressorNames(const json& header) {
    const auto field = header.find("stressors");
    if (field == header.end() || !field->is_array() || field->size() > plan::kMaximumStressors) {
        return std::nullopt;
    }
    std::vector<std::string> names;
    for (const json& name : *field) {
        if (!name.is_string()) {
            return std::nullopt;
        }
        names.push_back(name.get<std::string>());
    }
    return names;
}

// The payload with a plan of the header's shape, all zero; empty when the header is wrong or its shape is not that of
// `entries` numbers: the fractions, and the memory in use of each window when it is there.
std::optional<Payload> payloadFromHeader(const std::string& text, std::size_t entries) {
    const json header = json::parse(text, nullptr, false);
    if (!header.is_object() || textField(header, "format") != kFormat || !header.contains("window_seconds") ||
        !header["window_seconds"].is_number() || !header.contains("seed") || !header["seed"].is_number_unsigned()) {
        return std::nullopt;
    }
    const auto windows = sizeField(header, "windows", plan::kMaximumEntries);
    const auto cpus = sizeField(header, "cpus", plan::kMaximumCpus);
    auto stressors = stressorNames(header);
    const auto memory =
        header.contains("memory_used") ? sizeField(header, "memory_used", plan::kMaximumEntries) : std::optional(0UL);
    // Bounded factors: the product stays below 2^53.
    if (!windows || !cpus || !stressors || !memory || (*memory != 0 && *memory != *windows) ||
        *windows * *cpus * stressors->size() + *memory != entries) {
        return std::nullopt;
    }
    Payload payload;
    payload.plan = plan::ExecutionPlan(*windows, *cpus, std::move(*stressors), header["window_seconds"].get<double>());
    payload.plan.memoryUsed.resize(*memory);
    payload.plan.seed = header["seed"].get<std::uint64_t>();
    payload.plan.generator = textField(header, "generator");
    payload.plan.machine = textField(header, "machine");
    payload.plan.source = textField(header, "source");
    payload.metadata = textField(header, "metadata");
    return payload;
}

Expected<Payload> decode(std::span<const std::byte> frame, const std::string& place) {
    const unsigned long long total = ZSTD_getFrameContentSize(frame.data(), frame.size());
    std::uint32_t headerBytes = 0;
    if (total == ZSTD_CONTENTSIZE_UNKNOWN || total == ZSTD_CONTENTSIZE_ERROR || total < sizeof headerBytes ||
        total > sizeof headerBytes + kMostHeaderBytes + 2 * sizeof(float) * plan::kMaximumEntries) {
        return damaged(place);
    }
    FrameReader reader(frame);
    if (!reader.read(std::as_writable_bytes(std::span(&headerBytes, 1))) || headerBytes > kMostHeaderBytes ||
        headerBytes > total - sizeof headerBytes) {
        return damaged(place);
    }
    std::string header(headerBytes, '\0');
    const std::size_t floatBytes = total - sizeof headerBytes - headerBytes;
    if (!reader.read(std::as_writable_bytes(std::span(header))) || floatBytes % sizeof(float) != 0) {
        return damaged(place);
    }
    std::optional<Payload> payload = payloadFromHeader(header, floatBytes / sizeof(float));
    if (!payload || !reader.read(std::as_writable_bytes(payload->plan.fractions())) ||
        !reader.read(std::as_writable_bytes(std::span(payload->plan.memoryUsed))) || !reader.atEnd()) {
        return damaged(place);
    }
    if (const Expected<void> valid = plan::validate(payload->plan); !valid) {
        return badInput(valid.error().message, place);
    }
    return std::move(*payload);
}

}  // namespace

Expected<std::vector<std::byte>> encodePayload(const Payload& payload) {
    const std::string header = headerText(payload);
    if (header.size() > kMostHeaderBytes) {
        return badInput("The plan's description is longer than 16 MiB; make the plan's source note shorter.");
    }
    const auto headerBytes = static_cast<std::uint32_t>(header.size());
    const std::span<const float> fractions = payload.plan.fractions();
    const std::span<const float> memory = payload.plan.memoryUsed;
    const std::size_t total = sizeof headerBytes + header.size() + fractions.size_bytes() + memory.size_bytes();
    const Compressor context(ZSTD_createCCtx());
    if (!context) {
        return failed("There is not enough memory to compress the plan.");
    }
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kCompressionLevel);
    ZSTD_CCtx_setPledgedSrcSize(context.get(), total);
    std::vector<std::byte> frame(ZSTD_compressBound(total));
    ZSTD_outBuffer output{frame.data(), frame.size(), 0};
    for (const std::span<const std::byte> part :
         {std::as_bytes(std::span(&headerBytes, 1)), std::as_bytes(std::span(header)), std::as_bytes(fractions),
          std::as_bytes(memory)}) {
        ZSTD_inBuffer input{part.data(), part.size(), 0};
        while (input.pos < input.size) {
            const std::size_t result = ZSTD_compressStream2(context.get(), &output, &input, ZSTD_e_continue);
            if (ZSTD_isError(result) != 0) {
                return failed(fmt::format("The plan cannot be compressed ({}).", ZSTD_getErrorName(result)));
            }
        }
    }
    ZSTD_inBuffer nothing{nullptr, 0, 0};
    const std::size_t result = ZSTD_compressStream2(context.get(), &output, &nothing, ZSTD_e_end);
    if (result != 0) {
        return failed(fmt::format("The plan cannot be compressed ({}).", ZSTD_getErrorName(result)));
    }
    frame.resize(output.pos);
    return frame;
}

Expected<Payload> decodePayload(std::span<const std::byte> frame, const std::string& place) {
    try {
        return decode(frame, place);
    } catch (const std::exception&) {  // of allocations
        return failed("There is not enough memory to unpack the workload's plan.", place);
    }
}

}  // namespace mimesys::release
