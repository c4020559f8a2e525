// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakelearning.h"
#include "panels/aligncharts.h"
#include "panels/banner.h"
#include "panels/filefield.h"
#include "panels/trainingpanel.h"
#include "samples.h"
#include "trace/write.h"
#include "window/actions.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTemporaryDir>

using namespace mimesys;
using namespace mimesys::widgets;

// Alignments in the studio: how they are asked for, started, stopped and continued.
class AlignmentTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup();
    void formAsksForWhatIsMissing();
    void formYieldsWhatWasEntered();
    void theShownTraceIsTheDefault();
    void windowAlignsAndShowsTheCurves();
    void stoppedAlignmentIsContinued();
    void otherAlignmentIsOfferedAnew();
    void emptyFolderIsOneSentence();
    void missingLibraryIsOneSentence();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] std::filesystem::path file(const char* name) const { return path(name).toStdString(); }
    void makeWindow(const Learning& learning = fake::learning());
    void start();
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] bool isIdle() const { return !m_window->workflow()->runner()->isBusy(); }
    [[nodiscard]] auto rewards() const {
        return child<AlignCharts>("alignCharts")->points(AlignCharts::Line::Reward).size();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int kLong = 30'000;  // ms; for machines that are busy with other things

}  // namespace

void AlignmentTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    fake::writeModel(fake::description(5), file("m.safetensors"));
    std::filesystem::create_directory(file("traces"));
    QVERIFY(trace::writeTrace(*samples::machineTrace(2, 20), file("traces/one.csv")).has_value());
    QVERIFY(trace::writeTrace(*samples::machineTrace(2, 20, 1.0), file("traces/two.csv")).has_value());
}

void AlignmentTest::cleanup() {
    m_window.reset();
    m_folder.reset();
}

void AlignmentTest::makeWindow(const Learning& learning) {
    Workflow::Options options;
    options.model = file("m.safetensors");
    options.dataset = file("ds.h5");
    options.learning = learning;
    m_window = std::make_unique<MainWindow>(options);
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workflow()->installed().model.empty(), kLong);
}

void AlignmentTest::start() {
    m_window->actions()->training->setChecked(true);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    child<QTabWidget>("trainingForms")->setCurrentIndex(1);
    child<FileField>("alignTraces")->setPath(file("traces"));
    child<QComboBox>("alignExecutor")->setCurrentIndex(1);
    QVERIFY(child<QPushButton>("alignStart")->isEnabled());
    child<QPushButton>("alignStart")->click();
    QVERIFY(m_window->workflow()->runner()->isRunning(JobKind::Align));
}

void AlignmentTest::formAsksForWhatIsMissing() {
    AlignForm form;
    const auto* start = form.findChild<QPushButton*>(QStringLiteral("alignStart"));
    const auto* words = form.findChild<QLabel*>(QStringLiteral("alignWords"));
    form.setInstalled({file("ds.h5"), file("absent.safetensors")});
    QVERIFY(words->text().startsWith(QStringLiteral("This machine has no model")));
    form.setInstalled({file("ds.h5"), file("m.safetensors")});
    QVERIFY(words->text().startsWith(QStringLiteral("Open a trace")));
    QVERIFY(!start->isEnabled());
    form.findChild<FileField*>(QStringLiteral("alignTraces"))->setPath(file("nothing"));
    QVERIFY(words->text().startsWith(QStringLiteral("There are no such")));
    form.findChild<FileField*>(QStringLiteral("alignTraces"))->setPath(file("traces"));
    QVERIFY(start->isEnabled());
    form.findChild<FileField*>(QStringLiteral("alignOutput"))->setPath(file("m.safetensors"));
    QVERIFY(!start->isEnabled());
    QVERIFY(words->text().contains(QStringLiteral("a file of its own")));
    form.findChild<FileField*>(QStringLiteral("alignOutput"))->setPath({});
    form.setMachine(AlignForm::Machine::Busy);
    QVERIFY(!start->isEnabled());
}

void AlignmentTest::formYieldsWhatWasEntered() {
    AlignForm form;
    form.setInstalled({file("ds.h5"), file("m.safetensors")});
    QSignalSpy requested(&form, &AlignForm::alignmentRequested);
    form.findChild<FileField*>(QStringLiteral("alignTraces"))->setPath(file("traces/one.csv"));
    form.findChild<QSpinBox*>(QStringLiteral("alignMinutes"))->setValue(2);
    form.findChild<QComboBox*>(QStringLiteral("alignExecutor"))->setCurrentIndex(1);
    form.findChild<QPushButton*>(QStringLiteral("alignStart"))->click();
    QCOMPARE(requested.size(), 1);
    const AlignChoice choice = form.choice();
    QCOMPARE(choice.files.model, file("m.safetensors"));
    QCOMPARE(choice.traces, file("traces/one.csv"));
    QCOMPARE(choice.output, file("m-aligned.safetensors"));
    QCOMPARE(choice.executor, std::string("simulated:c220g2"));
    QCOMPARE(choice.budgetSeconds, 120.0);
    QVERIFY(!choice.restart);
}

void AlignmentTest::theShownTraceIsTheDefault() {
    makeWindow();
    m_window->open({{path("traces/one.csv"), FileRole::Auto}});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->real() && isIdle(), kLong);
    QCOMPARE(child<FileField>("alignTraces")->target(), file("traces/one.csv"));
    QVERIFY(child<QPushButton>("alignStart")->isEnabled());
}

void AlignmentTest::windowAlignsAndShowsTheCurves() {
    makeWindow();
    start();
    QVERIFY(child<QPushButton>("alignStop")->isVisible());
    QVERIFY(!child<FileField>("alignModel")->isEnabled());
    QVERIFY(!child<QPushButton>("trainStart")->isEnabled());
    QVERIFY(!m_window->actions()->calibrate->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(rewards() >= 2, kLong);
    QVERIFY(child<AlignCharts>("alignCharts")->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(rewards(), 8);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Done);
    QCOMPARE(child<QLabel>("trainingTitle")->text(), QStringLiteral("m-aligned.safetensors"));
    const auto description = model::readDescription(file("m-aligned.safetensors"));
    QVERIFY(description.has_value());
    QCOMPARE(description->alignment.traces, (std::vector<std::string>{"one.csv", "two.csv"}));
    QCOMPARE(description->alignment.executors, std::vector<std::string>{"simulated:c220g2"});
}

void AlignmentTest::stoppedAlignmentIsContinued() {
    makeWindow(fake::endless());
    start();
    QTRY_VERIFY_WITH_TIMEOUT(rewards() >= 2, kLong);
    child<QPushButton>("alignStop")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(rewards() < 8);
    QVERIFY(QFile::exists(path("m-aligned.safetensors.checkpoint")));
    QCOMPARE(child<QPushButton>("alignStart")->text(), QStringLiteral("Continue aligning"));
    makeWindow();
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(rewards(), 8);
    QVERIFY(!QFile::exists(path("m-aligned.safetensors.checkpoint")));
}

void AlignmentTest::otherAlignmentIsOfferedAnew() {
    Learning learning = fake::learning();
    learning.align = [](const auto& model, const auto& traces, const auto& site, const auto* replay,
                        const std::filesystem::path& output, const auto& options, const auto& stop, const auto& onPoint,
                        const auto& progress) -> Cancellable<model::Description> {
        const std::filesystem::path checkpoint = alignment::checkpointPath(output);
        if (std::filesystem::exists(checkpoint)) {
            return badInput("It belongs to another alignment.", checkpoint.string());
        }
        return fake::align(model, traces, site, replay, output, options, stop, onPoint, progress);
    };
    std::ofstream(file("m-aligned.safetensors.checkpoint")) << 3;
    makeWindow(learning);
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Offer);
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("another alignment")));
    child<QPushButton>("bannerAction")->click();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(QFile::exists(path("m-aligned.safetensors")));
}

void AlignmentTest::emptyFolderIsOneSentence() {
    std::filesystem::remove_all(file("traces"));
    std::filesystem::create_directory(file("traces"));
    makeWindow();
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Error);
    QVERIFY(child<Banner>("banner")->text().contains(QStringLiteral("The folder holds no file named")));
}

void AlignmentTest::missingLibraryIsOneSentence() {
    makeWindow(fake::missing());
    start();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Error);
    QCOMPARE(child<Banner>("banner")->text(), QLatin1String(fake::kMissing));
}

QTEST_MAIN(AlignmentTest)
#include "tst_alignment.moc"
