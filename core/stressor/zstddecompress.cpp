// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "base/random.h"
#include "stressor/cards.h"
#include "stressor/workingset.h"

#include <zstd.h>

#include <array>
#include <cstring>
#include <string>
#include <vector>

namespace mimesys::stressor {
namespace {

// Small frames, so that one takes tens of microseconds; together they do not fit a first-level cache.
constexpr std::size_t kFrameBytes = 32 * 1024;
constexpr std::size_t kFrameCount = 64;
constexpr int kLevel = 3;

struct ContextDeleter {
    void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

// Log-like text: words of a vocabulary whose frequencies fall as 1/rank (Zipf), numbers and line breaks between them.
// It compresses about threefold, as text and service logs do.
class Corpus {
public:
    explicit Corpus(std::uint64_t seed) : m_random(seed) {
        for (std::string& word : m_words) {
            const std::size_t length = 2 + m_random.below(9);
            for (std::size_t i = 0; i < length; ++i) {
                word.push_back(static_cast<char>('a' + m_random.below(26)));
            }
        }
    }

    std::string text(std::size_t bytes) {
        std::string text;
        while (text.size() < bytes) {
            if (m_random.below(12) == 0) {
                text += std::to_string(m_random.below(100'000));
            } else {
                text += m_words[zipfRank()];
            }
            text += m_random.below(10) == 0 ? '\n' : ' ';
        }
        text.resize(bytes);
        return text;
    }

private:
    // Inverse of the continuous 1/x distribution over [1, count).
    std::size_t zipfRank() {
        double rank = 1.0;
        for (double u = m_random.uniform() * 11.0; u >= 1.0; u -= 1.0) {
            rank *= 2.0;
        }
        return std::min(m_words.size() - 1, static_cast<std::size_t>(rank * (1.0 + m_random.uniform())) - 1);
    }

    Random m_random;
    std::array<std::string, 2048> m_words;
};

class ZstdDecompress final : public Body {
public:
    ZstdDecompress(std::vector<std::string> frames, Buffer output, std::unique_ptr<ZSTD_DCtx, ContextDeleter> context)
        : m_frames(std::move(frames)), m_output(std::move(output)), m_context(std::move(context)) {}

    void run(Interrupt& interrupt) override {
        while (!interrupt.due()) {
            const std::string& frame = m_frames[m_next];
            ZSTD_decompressDCtx(m_context.get(), m_output.data(), m_output.size(), frame.data(), frame.size());
            keep(m_output.data());
            m_next = (m_next + 1) % m_frames.size();
        }
    }

private:
    std::vector<std::string> m_frames;
    Buffer m_output;
    std::unique_ptr<ZSTD_DCtx, ContextDeleter> m_context;
    std::size_t m_next = 0;
};

Demand demand(const machine::Machine& /*machine*/) {
    // The frames are about a third of their text.
    return {.memoryBytes = static_cast<std::int64_t>((kFrameCount + 1) * kFrameBytes),
            .workingSetBytes = static_cast<std::int64_t>((kFrameCount / 3 + 1) * kFrameBytes)};
}

Expected<std::unique_ptr<Body>> prepare(const Preparation& preparation) {
    std::unique_ptr<ZSTD_DCtx, ContextDeleter> context(ZSTD_createDCtx());
    Expected<Buffer> output = Buffer::allocate(kFrameBytes);
    if (!output) {
        return tl::unexpected(output.error());
    }
    if (!context) {
        return failed("There is not enough memory to decompress.");
    }
    Corpus corpus(preparation.seed);
    std::vector<std::string> frames(kFrameCount);
    for (std::string& frame : frames) {
        const std::string text = corpus.text(kFrameBytes);
        frame.resize(ZSTD_compressBound(text.size()));
        const std::size_t size = ZSTD_compress(frame.data(), frame.size(), text.data(), text.size(), kLevel);
        if (ZSTD_isError(size) != 0) {
            return failed(std::string("The text to decompress cannot be made (") + ZSTD_getErrorName(size) + ").");
        }
        frame.resize(size);
        frame.shrink_to_fit();
        // Once through every frame: the context allocates what it needs now and not while it runs.
        if (ZSTD_decompressDCtx(context.get(), output->data(), output->size(), frame.data(), frame.size()) !=
                text.size() ||
            std::memcmp(output->data(), text.data(), text.size()) != 0) {
            return failed("Decompressed text differs from what was compressed; the memory of this machine is suspect.");
        }
    }
    return std::make_unique<ZstdDecompress>(std::move(frames), std::move(*output), std::move(context));
}

}  // namespace

Card zstdDecompressCard() {
    static constexpr std::array<std::string_view, 1> aliases{"ZSTD_decompress_Fleet"};
    return {.name = "zstd-decompress",
            .stressorClass = Class::Compute,
            .accounting = Accounting::CpuTime,
            .loads = "Branches and integer units: zstd decompression of log-like text in frames of 32 KiB.",
            .aliases = aliases,
            .demand = demand,
            .unavailable = alwaysAvailable,
            .prepare = prepare};
}

}  // namespace mimesys::stressor
