// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "telemetry/devicecounters.h"
#include "telemetry/source.h"
#include "trace/trace.h"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <system_error>

namespace mimesys::telemetry {
namespace {

namespace fs = std::filesystem;

constexpr double kMegabyte = 1e-6;

// Which interfaces count, so that no packet counts twice. On a machine with network cards these are the cards: bridges,
// bonds, VLANs, tunnels and the near ends of container links carry the same packets again or never leave the machine.
// Where there is no card (in a container) it is whatever is not stacked on another interface. Without /sys only the
// loopback can be told apart.
class InterfaceFilter {
public:
    explicit InterfaceFilter(const fs::path& sysRoot) : m_folder(sysRoot / "class/net") {
        std::error_code error;
        for (fs::directory_iterator entry(m_folder, error), end; !error && entry != end; entry.increment(error)) {
            m_hasCards = m_hasCards || isCard(entry->path());
        }
    }

    bool operator()(std::string_view name) const {
        if (name == "lo" || name.empty() || name.find('/') != std::string_view::npos || name.starts_with('.')) {
            return false;
        }
        const fs::path interface = m_folder / std::string(name);
        return m_hasCards ? isCard(interface) && !isBehindCard(interface) : !isStacked(interface);
    }

private:
    static bool isCard(const fs::path& interface) {
        std::error_code error;
        return fs::exists(interface / "device", error);
    }

    // A virtual function that a paravirtual card has taken over: the card counts its packets.
    static bool isBehindCard(const fs::path& interface) {
        std::error_code error;
        return fs::exists(interface / "master/device", error);
    }

    static bool isStacked(const fs::path& interface) {
        std::error_code error;
        for (fs::directory_iterator entry(interface, error), end; !error && entry != end; entry.increment(error)) {
            const std::string name = entry->path().filename().string();
            if (name == "bridge" || name == "bonding" || name.starts_with("lower_")) {
                return true;
            }
        }
        return false;
    }

    fs::path m_folder;
    bool m_hasCards = false;
};

class NetworkSource final : public Source {
public:
    NetworkSource(ProcFile* dev, const Roots& roots) : m_dev(dev), m_counters(InterfaceFilter(roots.sys)) {}

    const std::vector<Metric>& metrics() const override { return m_metrics; }

    void sample(std::span<float> values) override {
        const auto bytes = advance();
        const double seconds = m_dev->intervalSeconds();
        values[0] = rate(bytes ? std::optional(bytes->in) : std::nullopt, kMegabyte, seconds);
        values[1] = rate(bytes ? std::optional(bytes->out) : std::nullopt, kMegabyte, seconds);
    }

    // True when there is an interface to record.
    bool probe() {
        (void)advance();
        const bool found = !m_counters.empty();
        m_counters.reset();
        return found;
    }

private:
    std::optional<DeviceCounters::Pair> advance() {
        std::string_view text = m_dev->text();
        if (text.empty()) {
            m_counters.reset();
            return std::nullopt;
        }
        m_counters.begin();
        while (!text.empty()) {
            // "  eth0: bytes packets errs drop fifo frame compressed multicast bytes …"; a large counter may follow the
            // colon without a blank, and the name of an alias contains colons itself.
            const std::string_view line = takeLine(text);
            const std::size_t colon = line.rfind(':');
            if (colon == std::string_view::npos) {
                continue;  // the two lines of the header
            }
            const std::string_view name = Fields(line.substr(0, colon)).word();
            Fields fields(line.substr(colon + 1));
            const auto received = fields.number();
            const auto sent = fields.skip(7) ? fields.number() : std::nullopt;
            if (received && sent) {
                m_counters.add(name, {*received, *sent});
            }
        }
        return m_counters.finish();
    }

    ProcFile* m_dev;
    DeviceCounters m_counters;
    std::vector<Metric> m_metrics{metricFor("network.receive"), metricFor("network.transmit")};
};

}  // namespace

const SourceCard kNetworkCard{
    {"network.receive", "network.transmit"},
    [](FileSet& files, const Roots& roots) -> Expected<std::unique_ptr<Source>> {
        const auto dev = files.open(roots.proc / "net/dev");
        if (!dev) {
            return tl::unexpected(dev.error());
        }
        auto source = std::make_unique<NetworkSource>(*dev, roots);
        if (!source->probe()) {
            return unavailable(fmt::format("{} lists no interface but the loopback.", (*dev)->path().string()));
        }
        return source;
    }};

}  // namespace mimesys::telemetry
