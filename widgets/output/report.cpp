// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/report.h"

#include "evaluation/score.h"
#include "generation/source.h"
#include "heatmap/composition.h"
#include "machine/machine.h"
#include "models/paths.h"
#include "output/reportsvg.h"
#include "timeline/format.h"
#include "timeline/indexedtrace.h"
#include "trace/summary.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QStringList>

namespace mimesys::widgets {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Report)
};

constexpr const char* kStyle = R"(
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 1100px; padding: 1.5rem 1rem 3rem; background: var(--plot); color: var(--text);
  font-family: system-ui, sans-serif; font-size: .95rem; line-height: 1.5; }
h1 { font-size: 1.6rem; margin: 0 0 .3rem; overflow-wrap: anywhere; }
h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; border-bottom: 1px solid var(--border); padding-bottom: .2rem; }
p { margin: .4rem 0; }
.faint { color: var(--faint); }
.simulated { border: 2px solid var(--emulated); padding: .6rem .8rem; font-weight: 600; margin: 1rem 0; }
.mean { font-size: 2rem; font-weight: 600; }
figure { margin: 0; overflow-x: auto; border: 1px solid var(--border); }
figure svg { display: block; width: 100%; height: auto; min-width: 640px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { text-align: left; padding: .2rem .7rem .2rem 0; border-bottom: 1px solid var(--border); vertical-align: top;
  overflow-wrap: anywhere; }
th { font-weight: 600; }
td.number, th.number { text-align: right; white-space: nowrap; }
tr.sum td { font-weight: 600; }
.scroll { overflow-x: auto; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: .85rem; margin: 0; }
@media print {
  body { max-width: none; padding: 0; font-size: .7rem; }
  h2 { break-after: avoid; }
  figure, tr { break-inside: avoid; }
}
)";

QString escaped(const QString& text) {
    return text.toHtmlEscaped();
}

QString number(double value, int digits = 4) {
    return std::isfinite(value) ? QString::number(value, 'f', digits) : QStringLiteral("–");
}

// A table, cell by cell; texts are escaped here and nowhere else.
class Table {
public:
    explicit Table(const QStringList& header, int firstNumber = -1) : m_firstNumber(firstNumber) {
        m_html = QStringLiteral("<div class=\"scroll\"><table>");
        if (!header.isEmpty()) {
            row(header, QStringLiteral("th"));
        }
    }
    void add(const QStringList& cells, bool sum = false) {
        row(cells, QStringLiteral("td"), sum);
        m_isEmpty = false;
    }
    void addPreformatted(const QString& name, const QString& text) {
        m_html += QStringLiteral("<tr><td>%1</td><td><pre>%2</pre></td></tr>").arg(escaped(name), escaped(text));
        m_isEmpty = false;
    }
    [[nodiscard]] bool isEmpty() const { return m_isEmpty; }
    [[nodiscard]] QString html() const { return m_html + QStringLiteral("</table></div>\n"); }

private:
    void row(const QStringList& cells, const QString& tag, bool sum = false) {
        m_html += sum ? QStringLiteral("<tr class=\"sum\">") : QStringLiteral("<tr>");
        for (int i = 0; i < cells.size(); ++i) {
            const bool right = m_firstNumber >= 0 && i >= m_firstNumber;
            m_html += QStringLiteral("<%1%2>").arg(tag, right ? QStringLiteral(" class=\"number\"") : QString());
            m_html += escaped(cells[i]) + QStringLiteral("</%1>").arg(tag);
        }
        m_html += QStringLiteral("</tr>\n");
    }
    int m_firstNumber;
    bool m_isEmpty = true;
    QString m_html;
};

QString heading(const QString& text) {
    return QStringLiteral("<h2>%1</h2>\n").arg(escaped(text));
}

QString paragraph(const QString& text, const char* kind = nullptr) {
    return QStringLiteral("<p%1>%2</p>\n")
        .arg(kind == nullptr ? QString() : QStringLiteral(" class=\"%1\"").arg(QLatin1String(kind)), escaped(text));
}

QString seconds(std::int64_t ns) {
    return QCoreApplication::translate("Report", "%1 s").arg(static_cast<double>(ns) * 1e-9, 0, 'f', 3);
}

QString simulatedNotice(const Report& report) {
    QStringList parts;
    if (report.real && report.real.trace->isSimulated()) {
        parts += Texts::tr("the real trace");
    }
    if (report.emulated && report.emulated.trace->isSimulated()) {
        parts += Texts::tr("the emulation");
    }
    if (report.plan && report.plan.simulated) {
        parts += Texts::tr("what the plan was made from");
    }
    return parts.isEmpty() ? QString()
                           : paragraph(Texts::tr("SIMULATED: %1. Nothing of that was measured on a machine.")
                                           .arg(parts.join(QStringLiteral(", "))),
                                       "simulated");
}

QString figuresHtml(const Report& report) {
    QString html;
    for (const Figure& figure : report.figures) {
        html += heading(figure.title);
        html += QStringLiteral("<figure role=\"img\" aria-label=\"%1\">").arg(escaped(figure.title)) +
                QString::fromUtf8(inlineSvg(figure.svg)) + QStringLiteral("</figure>\n");
    }
    if (report.visible != report.extent && !report.figures.empty()) {
        html += paragraph(
            Texts::tr("Shown are %1 to %2 of %3.")
                .arg(seconds(report.visible.beginNs), seconds(report.visible.endNs), seconds(report.extent.endNs)),
            "faint");
    }
    return html;
}

QString scoresHtml(const Report& report) {
    if (!report.score) {
        return {};
    }
    const evaluation::Score& score = *report.score;
    QString html = heading(Texts::tr("Scores"));
    html += QStringLiteral("<p><span class=\"mean\">%1</span> %2</p>\n")
                .arg(number(score.mean),
                     escaped(Texts::tr("mean DTW distance over the families; 0 is identical, 0.1 about 10 %")));
    Table families({Texts::tr("Family"), Texts::tr("DTW")}, 1);
    for (const auto& [family, distance] : score.families) {
        families.add({familyTitle(family), number(distance)});
    }
    families.add({Texts::tr("Mean"), number(score.mean)}, true);
    html += families.html();
    Table metrics({Texts::tr("Metric"), Texts::tr("Real from"), Texts::tr("Emulated from"), Texts::tr("DTW"),
                   Texts::tr("RMSE"), Texts::tr("Range"), Texts::tr("Missing")},
                  3);
    for (const evaluation::MetricScore& metric : score.metrics) {
        metrics.add({metricTitle(metric.metric.id), toQString(provenanceName(metric.real)),
                     toQString(provenanceName(metric.emulated)), number(metric.dtw), number(metric.rmse),
                     QStringLiteral("%1 – %2").arg(formatValue(metric.range.low, metric.metric.unit),
                                                   formatValue(metric.range.high, metric.metric.unit)),
                     QString::number(metric.missing)});
    }
    html += QStringLiteral("<p></p>") + metrics.html();
    for (const std::string& note : score.notes) {
        html += paragraph(toQString(note), "faint");
    }
    return html;
}

QString versionsHtml(const Report& report) {
    if (report.versions.size() < 2) {
        return {};
    }
    Table table({Texts::tr("Version"), Texts::tr("Plan"), Texts::tr("Emulation"), Texts::tr("Mean DTW")}, 3);
    for (const Version& version : report.versions) {
        const bool simulated = version.plan.simulated || (version.emulated && version.emulated.trace->isSimulated());
        const QString name = simulated ? Texts::tr("%1 (simulated)").arg(version.displayName()) : version.displayName();
        table.add({version.id == report.currentVersion ? Texts::tr("%1, shown above").arg(name) : name,
                   version.plan.name, version.emulated.name,
                   version.score ? number(version.score->mean) : QStringLiteral("–")});
    }
    return heading(Texts::tr("Versions")) + table.html();
}

// The machines that traces and plan name, each once.
QString machineHtml(const Report& report) {
    Table table({Texts::tr("Of"), Texts::tr("Processor"), Texts::tr("CPUs"), Texts::tr("Sockets"), Texts::tr("Memory"),
                 Texts::tr("Kernel"), Texts::tr("Fingerprint")});
    const auto add = [&](const QString& of, const std::string& json) {
        const auto machine = machine::fromJson(json);
        if (!machine) {
            return;
        }
        table.add({of, toQString(machine->cpuModel), QString::number(machine->cpus.size()),
                   QString::number(machine->socketCount()), QLocale().formattedDataSize(machine->memoryBytes, 1),
                   toQString(machine->kernel), toQString(machine::fingerprint(*machine))});
    };
    const auto ofTrace = [&](const QString& of, const LoadedTrace& trace) {
        if (trace) {
            const auto& attributes = trace.trace->trace().attributes;
            const auto found = attributes.find("machine");
            add(of, found == attributes.end() ? std::string() : found->second);
        }
    };
    ofTrace(Texts::tr("Real trace"), report.real);
    ofTrace(Texts::tr("Emulation"), report.emulated);
    if (report.plan) {
        add(Texts::tr("Plan"), report.plan.composition->plan().machine);
    }
    return heading(Texts::tr("Machine")) +
           (table.isEmpty() ? paragraph(Texts::tr("The files name no machine."), "faint") : table.html());
}

void addFile(Table& table, const QString& path) {
    if (path.isEmpty()) {
        table.add({Texts::tr("File"), Texts::tr("none; it exists in the studio or its session only")});
        return;
    }
    table.add({Texts::tr("File"), path});
    const auto hash = generation::hashOfContent(toPath(path));
    table.add({Texts::tr("Content (XXH3)"), hash ? toQString(*hash) : Texts::tr("the file is no longer there")});
}

QString traceHtml(const QString& title, const LoadedTrace& loaded) {
    if (!loaded) {
        return {};
    }
    const trace::Trace& trace = loaded.trace->trace();
    Table table({});
    table.add({Texts::tr("Name"), loaded.name});
    addFile(table, loaded.path);
    table.add({Texts::tr("Values"), loaded.trace->isSimulated() ? Texts::tr("SIMULATED") : Texts::tr("recorded")});
    table.add({Texts::tr("Start"), toQString(trace::timeText(trace.startNs))});
    table.add({Texts::tr("Duration"), QCoreApplication::translate("Report", "%1 s in %n sample(s), %2 metrics", nullptr,
                                                                  static_cast<int>(trace.sampleCount()))
                                          .arg(trace.durationSeconds(), 0, 'f', 1)
                                          .arg(trace.columns.size())});
    for (const auto& [key, value] : trace.attributes) {
        if (key != "machine") {
            table.add({toQString(key), toQString(value)});
        }
    }
    return QStringLiteral("<h3>%1</h3>").arg(escaped(title)) + table.html();
}

QString planHtml(const LoadedPlan& loaded) {
    if (!loaded) {
        return {};
    }
    const plan::ExecutionPlan& plan = loaded.composition->plan();
    Table table({});
    table.add({Texts::tr("Name"), loaded.name});
    addFile(table, loaded.path);
    table.add(
        {Texts::tr("Made from"), loaded.simulated ? Texts::tr("SIMULATED measurements") : Texts::tr("measurements")});
    table.add({Texts::tr("Size"), QCoreApplication::translate("Report", "%n window(s) of %1 s, %2 CPUs, %3 stressors",
                                                              nullptr, static_cast<int>(plan.windowCount()))
                                      .arg(plan.windowSeconds())
                                      .arg(plan.cpuCount())
                                      .arg(plan.stressorCount())});
    table.add({Texts::tr("Generator"), toQString(plan.generator)});
    table.add({Texts::tr("Seed"), QString::number(plan.seed)});
    for (const QString& note : loaded.notes) {
        table.add({Texts::tr("Note"), note});
    }
    const QJsonDocument source = QJsonDocument::fromJson(QByteArray::fromStdString(plan.source));
    if (!source.isEmpty()) {
        table.addPreformatted(Texts::tr("Source"), QString::fromUtf8(source.toJson(QJsonDocument::Indented)));
    }
    return QStringLiteral("<h3>%1</h3>").arg(escaped(Texts::tr("Plan"))) + table.html();
}

}  // namespace

Expected<QByteArray> reportHtml(const Report& report) {
    QString html = QStringLiteral(
                       "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<meta name=\"color-scheme\" content=\"light dark\">\n<title>%1</title>\n<style>\n"
                       ":root {%2}\n@media screen and (prefers-color-scheme: dark) { :root {%3} }\n%4</style>"
                       "</head>\n<body>\n<h1>%1</h1>\n")
                       .arg(escaped(report.title), QString::fromUtf8(themeVariables(false)),
                            QString::fromUtf8(themeVariables(true)), QString::fromUtf8(kStyle));
    html += simulatedNotice(report);
    html += figuresHtml(report);
    html += scoresHtml(report);
    html += versionsHtml(report);
    html += machineHtml(report);
    html += heading(Texts::tr("Provenance"));
    html += traceHtml(Texts::tr("Real trace"), report.real);
    html += planHtml(report.plan);
    html += traceHtml(Texts::tr("Emulation"), report.emulated);
    html += paragraph(Texts::tr("Written by Mimesys Studio %1.").arg(QCoreApplication::applicationVersion()), "faint");
    html += QStringLiteral("</body></html>\n");
    return html.toUtf8();
}

}  // namespace mimesys::widgets
