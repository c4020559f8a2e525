// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/exporter.h"

#include "base/atomicfile.h"
#include "models/document.h"
#include "models/paths.h"
#include "output/rangecsv.h"
#include "output/report.h"
#include "output/reportfigures.h"
#include "timeline/indexedtrace.h"
#include "viewstate/viewstate.h"

#include <QFileInfo>
#include <QPointer>
#include <QWidget>

namespace mimesys::widgets {
namespace {

namespace fs = std::filesystem;

bool hasSuffix(const QString& name, QLatin1String suffix) {
    return QFileInfo(name).suffix().compare(suffix, Qt::CaseInsensitive) == 0;
}

RangeSide sideOf(const LoadedTrace& trace) {
    return trace ? RangeSide{trace.trace->tracePtr(), trace.name.toStdString()} : RangeSide();
}

Cancellable<fs::path> writeBytes(const fs::path& path, const Expected<QByteArray>& bytes) {
    const auto written = bytes.and_then([&](const QByteArray& content) {
        return writeFile(path, {content.constData(), static_cast<std::size_t>(content.size())});
    });
    if (!written) {
        return tl::unexpected(written.error());
    }
    return std::optional(path);
}

}  // namespace

Exporter::Exporter(const Document* document, ViewState* state, JobRunner* runner, std::function<QWidget*()> page,
                   std::function<QString()> session, QObject* parent)
    : QObject(parent),
      m_document(document),
      m_state(state),
      m_runner(runner),
      m_page(std::move(page)),
      m_session(std::move(session)) {}

Exporter::~Exporter() = default;

bool Exporter::isKnownName(const QString& name) {
    return pictureFormatOf(name) || hasSuffix(name, QLatin1String("csv")) || hasSuffix(name, QLatin1String("html"));
}

void Exporter::write(const QString& name, double scale) {
    if (const auto format = pictureFormatOf(name)) {
        writePicture(name, *format, scale);
    } else if (hasSuffix(name, QLatin1String("csv"))) {
        writeRange(toPath(name));
    } else if (hasSuffix(name, QLatin1String("html"))) {
        writeReport(toPath(name));
    } else {
        start(toPath(name), [path = toPath(name)](const JobRunner::Context&) -> Cancellable<fs::path> {
            return badInput("Nothing is known of this ending; name a .png, .svg, .pdf, .csv or .html file.",
                            path.string());
        });
    }
}

void Exporter::start(const fs::path& path, std::function<Cancellable<fs::path>(const JobRunner::Context&)> work) {
    m_runner->start<fs::path>(JobKind::Export, tr("Exporting %1").arg(toName(path.filename())), std::move(work),
                              [this](const fs::path& done) { Q_EMIT written(done); });
}

void Exporter::writePicture(const QString& name, PictureFormat format, double scale) {
    QPointer<QWidget> page = m_page();
    whenComplete(*page, [this, page, name, format, scale] {
        const Picture picture = pictureOf(*page, format, scale, m_session());
        start(toPath(name),
              [picture, path = toPath(name)](const JobRunner::Context&) { return writeBytes(path, encoded(picture)); });
    });
}

void Exporter::writeRange(const fs::path& path) {
    const evaluation::Real<RangeSide> real(sideOf(m_document->real()));
    const evaluation::Emulated<RangeSide> emulated(sideOf(m_document->emulated()));
    const TimeRange range = m_state->selection().value_or(m_state->visible());
    start(path, [real, emulated, range, path](const JobRunner::Context& context) {
        return exportRange(real, emulated, range, path, context);
    });
}

void Exporter::writeReport(const fs::path& path) {
    auto* figures = new ReportFigures(m_document, m_state, this);
    connect(figures, &ReportFigures::made, this, [this, path](const std::vector<Figure>& drawn) {
        Report report;
        report.title = m_session();
        report.real = m_document->real();
        report.plan = m_document->plan();
        report.emulated = m_document->emulated();
        report.score = m_document->score();
        report.versions = m_document->versions();
        report.currentVersion = m_document->currentVersion();
        report.visible = m_state->visible();
        report.extent = m_state->extent();
        report.figures = drawn;
        start(path, [report = std::move(report), path](const JobRunner::Context&) {
            return writeBytes(path, reportHtml(report));
        });
    });
    connect(figures, &ReportFigures::made, figures, &QObject::deleteLater);
    figures->draw();
}

}  // namespace mimesys::widgets
