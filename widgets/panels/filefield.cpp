// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/filefield.h"

#include "models/paths.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QToolButton>

namespace mimesys::widgets {
namespace {

QString toText(const std::filesystem::path& path) {
    return toName(path);
}

}  // namespace

FileField::FileField(Purpose purpose, const QString& name, const QString& filter, QWidget* parent)
    : QWidget(parent), m_purpose(purpose), m_filter(filter), m_edit(new QLineEdit(this)) {
    m_edit->setAccessibleName(name);
    setFocusProxy(m_edit);
    auto* browse = new QToolButton(this);
    browse->setText(QStringLiteral("…"));
    browse->setToolTip(tr("Choose a file"));
    browse->setAccessibleName(tr("Choose a file: %1").arg(name));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_edit, 1);
    layout->addWidget(browse);
    connect(m_edit, &QLineEdit::textChanged, this, &FileField::changed);
    connect(browse, &QToolButton::clicked, this, &FileField::choose);
}

void FileField::setDefault(const std::filesystem::path& path) {
    if (m_default == path) {
        return;
    }
    m_default = path;
    m_edit->setPlaceholderText(path.empty() ? QString() : tr("%1 (default)").arg(toText(path.filename())));
    m_edit->setToolTip(toText(path));
    Q_EMIT changed();
}

void FileField::setPlaceholder(const QString& text) {
    m_edit->setPlaceholderText(text);
}

void FileField::setPath(const std::filesystem::path& path) {
    m_edit->setText(toText(path));
}

std::filesystem::path FileField::path() const {
    return toPath(m_edit->text().trimmed());
}

std::filesystem::path FileField::target() const {
    return m_edit->text().trimmed().isEmpty() ? m_default : path();
}

bool FileField::exists() const {
    std::error_code ignored;
    return std::filesystem::is_regular_file(target(), ignored) ||
           (m_purpose == Purpose::ReadFolder && std::filesystem::is_directory(target(), ignored));
}

void FileField::choose() {
    auto* dialog = new QFileDialog(this, m_edit->accessibleName());
    dialog->setObjectName(QStringLiteral("fileFieldDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_purpose == Purpose::Write) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite);  // an unfinished training is continued
    } else {
        dialog->setFileMode(m_purpose == Purpose::Read ? QFileDialog::ExistingFile : QFileDialog::Directory);
    }
    dialog->setNameFilters({m_filter, tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, m_edit, &QLineEdit::setText);
    dialog->open();
}

}  // namespace mimesys::widgets
