// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#include "testrun/neighbour.h"

#include "execution/recordedrun.h"
#include "testrun/command.h"

#include <fmt/format.h>

#include <atomic>
#include <thread>
#include <utility>

namespace mimesys::testrun {
namespace {

class RunningWorkload : public Neighbour {
public:
    explicit RunningWorkload(std::unique_ptr<execution::LocalExecutor> executor)
        : m_executor(std::move(executor)), m_thread([this](const std::stop_token& stop) {
              (void)m_executor->run(execution::nextStartNs(), stop, {});
              m_over = true;
          }) {}

    std::string trouble() override {
        return m_over && !m_thread.get_stop_token().stop_requested() ? "The workload ended before the command did."
                                                                     : std::string();
    }
    void end() override {
        if (m_thread.joinable()) {
            m_thread.request_stop();
            m_thread.join();
        }
    }

private:
    std::unique_ptr<execution::LocalExecutor> m_executor;
    std::atomic<bool> m_over = false;
    std::jthread m_thread;  // ends first
};

class RunningCommand : public Neighbour {
public:
    RunningCommand(Command command, std::string name, Detaching detaching)
        : m_command(std::move(command)), m_name(std::move(name)), m_detaching(detaching) {}

    std::string trouble() override {
        const std::optional<CommandEnd> end = m_command.wait(0);
        if (!end || (m_detaching == Detaching::Allowed && end->exitCode == 0)) {
            return {};
        }
        return fmt::format("{} {}; it has to go on until it is ended.", m_name, m_command.howItEnded(*end));
    }
    void end() override { m_command.end(); }

private:
    Command m_command;
    std::string m_name;
    Detaching m_detaching;
};

}  // namespace

Expected<std::unique_ptr<Neighbour>> startWorkload(std::shared_ptr<const plan::ExecutionPlan> plan,
                                                   execution::ExecutorOptions options, const std::stop_token& stop) {
    options.loop = true;
    options.durationSeconds = 0.0;
    return execution::LocalExecutor::prepare(std::move(plan), std::move(options), stop)
        .map([](std::unique_ptr<execution::LocalExecutor>&& executor) -> std::unique_ptr<Neighbour> {
            return std::make_unique<RunningWorkload>(std::move(executor));
        });
}

Expected<std::unique_ptr<Neighbour>> startCommand(const std::string& text, std::string name, Detaching detaching) {
    return Command::startInShell(text).map([&](Command&& command) -> std::unique_ptr<Neighbour> {
        return std::make_unique<RunningCommand>(std::move(command), std::move(name), detaching);
    });
}

}  // namespace mimesys::testrun
