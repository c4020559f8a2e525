// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "output/picture.h"

#include <QObject>
#include <filesystem>
#include <functional>
#include <memory>

namespace mimesys::widgets {

class Document;
class ReportFigures;
class ViewState;

// Writes what is on screen into a file of the kind its name asks for: a picture (.png, .svg, .pdf), the values (.csv),
// a report (.html). Drawing takes place in the GUI thread, everything else in a job.
class Exporter : public QObject {
    Q_OBJECT
public:
    // `page` gives the part of the window that pictures are of; `session` the name of what is open, for titles.
    Exporter(const Document* document, ViewState* state, JobRunner* runner, std::function<QWidget*()> page,
             std::function<QString()> session, QObject* parent = nullptr);
    ~Exporter() override;

    [[nodiscard]] static bool isKnownName(const QString& name);
    // `scale` pixels of a PNG per pixel of the screen. What goes wrong is told by the runner (jobFailed).
    void write(const QString& name, double scale = 1.0);

Q_SIGNALS:
    void written(const std::filesystem::path& path);

private:
    using Path = std::filesystem::path;
    void writePicture(const QString& name, PictureFormat format, double scale);
    void writeRange(const Path& path);
    void writeReport(const Path& path);
    void start(const Path& path, std::function<Cancellable<Path>(const JobRunner::Context&)> work);

    const Document* m_document;
    ViewState* m_state;
    JobRunner* m_runner;
    std::function<QWidget*()> m_page;
    std::function<QString()> m_session;
};

}  // namespace mimesys::widgets
