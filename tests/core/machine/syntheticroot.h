// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTemporaryDir>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace mimesys::test {

// A folder with made-up proc/ and sys/ trees, removed with the object.
class SyntheticRoot {
public:
    [[nodiscard]] std::filesystem::path proc() const { return path() / "proc"; }
    [[nodiscard]] std::filesystem::path sys() const { return path() / "sys"; }

    // Writes in place: who has the file open reads the new content, as with procfs.
    void put(const std::string& name, std::string_view content) const {
        const std::filesystem::path file = path() / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary | std::ios::trunc) << content;
    }
    void makeFolder(const std::string& name) const { std::filesystem::create_directories(path() / name); }
    void remove(const std::string& name) const { std::filesystem::remove_all(path() / name); }

private:
    [[nodiscard]] std::filesystem::path path() const { return m_folder.path().toStdString(); }
    QTemporaryDir m_folder;
};

}  // namespace mimesys::test
