// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <filesystem>

class QLineEdit;

namespace mimesys::widgets {

// A file to be named by hand or by dialog; left empty it stands for the one in grey. Where a folder is read, a file may
// be named as well.
class FileField : public QWidget {
    Q_OBJECT
public:
    enum class Purpose { Read, Write, ReadFolder };
    FileField(Purpose purpose, const QString& name, const QString& filter, QWidget* parent);

    void setDefault(const std::filesystem::path& path);
    // What is meant where nothing is named and that is no file.
    void setPlaceholder(const QString& text);
    void setPath(const std::filesystem::path& path);
    [[nodiscard]] std::filesystem::path path() const;    // as named; may be empty
    [[nodiscard]] std::filesystem::path target() const;  // what is meant
    [[nodiscard]] bool exists() const;                   // the file that is meant, or the folder

Q_SIGNALS:
    void changed();

private:
    void choose();

    Purpose m_purpose;
    QString m_filter;
    std::filesystem::path m_default;
    QLineEdit* m_edit;
};

}  // namespace mimesys::widgets
