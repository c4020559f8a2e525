// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakelearning.h"
#include "heatmap/composition.h"
#include "overlay/legend.h"
#include "panels/banner.h"
#include "panels/filefield.h"
#include "samples.h"
#include "trace/write.h"
#include "window/actions.h"
#include "window/generatedialog.h"
#include "window/mainwindow.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QSpinBox>
#include <QTemporaryDir>

using namespace mimesys;
using namespace mimesys::widgets;

// How plans are asked for: the dialog with its options, and what the window makes of them.
class GenerateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(QStringLiteral("Fusion")); }
    void init();
    void cleanup();
    void dialogYieldsTheDefaults();
    void dialogYieldsWhatWasChosen();
    void whatDoesNotApplyCannotBeEntered();
    void longDialogStaysOnTheScreen();
    void boundsAreThoseOfTheOptions();
    void sourceHasToBeThere();
    void modelIsDescribed();
    void diffusionIsTheDefaultWithAModel();
    void windowGeneratesWithTheModel();
    void choicesAreRemembered();
    void misfitOffersToFit();
    void misfitOfARangeKeepsToIt();
    void missingModelOffersTraining();
    void missingLibraryLeavesTheOtherMethods();
    void newestGenerationWins();
    void stoppedGenerationLeavesNoPlan();

private:
    [[nodiscard]] QString path(const char* name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] Installed installed() const {
        return {path("ds.h5").toStdString(), path("m.safetensors").toStdString()};
    }
    void makeWindow(const Learning& learning = fake::learning(), int cpus = static_cast<int>(toy::kCpus));
    template <typename T>
    [[nodiscard]] T* child(const char* name) const {
        return m_window->findChild<T*>(QLatin1String(name));
    }
    [[nodiscard]] bool isIdle() const { return !m_window->workflow()->runner()->isBusy(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
};

namespace {

constexpr int kLong = 30'000;  // ms; for machines that are busy with other things

template <typename T>
T* in(const QDialog& dialog, const char* name) {
    return dialog.findChild<T*>(QLatin1String(name));
}

template <typename T>
void choose(const QDialog& dialog, const char* name, T value) {
    auto* box = in<QComboBox>(dialog, name);
    box->setCurrentIndex(box->findData(static_cast<int>(value)));
}

}  // namespace

void GenerateTest::init() {
    samples::failOnQtWarnings();
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
    QVERIFY(dataset::writeDataset(toy::dataset(40), path("ds.h5").toStdString()).has_value());
    fake::writeModel(fake::description(3), path("m.safetensors").toStdString());
}

void GenerateTest::cleanup() {
    m_window.reset();
    m_folder.reset();
}

void GenerateTest::makeWindow(const Learning& learning, int cpus) {
    Workflow::Options options;
    options.dataset = installed().dataset;
    options.model = installed().model;
    options.learning = learning;
    m_window = std::make_unique<MainWindow>(options);
    m_window->show();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->workflow()->installed().model.empty(), kLong);
    QVERIFY(trace::writeTrace(*samples::machineTrace(cpus, 5), path("real.h5").toStdString()).has_value());
    m_window->open({{path("real.h5"), FileRole::Real}});
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->real() && isIdle(), kLong);
}

void GenerateTest::dialogYieldsTheDefaults() {
    GenerateChoice wanted;
    wanted.method = PlanMethod::Diffusion;
    const GenerateDialog dialog(wanted, installed(), 4);
    const GenerateChoice choice = dialog.choice();
    const generation::DiffusionOptions defaults;
    QCOMPARE(choice.method, PlanMethod::Diffusion);
    QVERIFY(choice.source.model.empty() && choice.source.dataset.empty());
    QCOMPARE(choice.seed, std::uint64_t{1});
    QCOMPARE(choice.diffusion.sampler, defaults.sampler);
    QCOMPARE(choice.diffusion.strategy, defaults.strategy);
    QCOMPARE(choice.diffusion.steps, defaults.steps);
    QCOMPARE(choice.diffusion.firstSteps, defaults.firstSteps);
    QCOMPARE(choice.diffusion.guidance, defaults.guidance);
    QCOMPARE(choice.diffusion.candidates, defaults.candidates);
    QCOMPARE(choice.diffusion.polish, defaults.polish);
    QCOMPARE(choice.diffusion.idleBelow, defaults.idleBelow);
    QCOMPARE(choice.diffusion.usePrevious, defaults.usePrevious);
    QCOMPARE(choice.diffusion.fit, defaults.fit);
    // Two candidates of four steps, and two steps for the predecessor.
    QVERIFY(in<QLabel>(dialog, "cost")->text().startsWith(QStringLiteral("10 ")));
}

void GenerateTest::dialogYieldsWhatWasChosen() {
    GenerateDialog dialog({}, installed(), 4);
    QSignalSpy chosen(&dialog, &GenerateDialog::chosen);
    choose(dialog, "generateMethod", PlanMethod::Diffusion);
    in<FileField>(dialog, "generateModel")->setPath(installed().model);
    in<QSpinBox>(dialog, "generateSeed")->setValue(7);
    choose(dialog, "sampler", generation::Sampler::Ddim);
    choose(dialog, "strategy", generation::Strategy::Autoregressive);
    in<QSpinBox>(dialog, "steps")->setValue(12);
    in<QDoubleSpinBox>(dialog, "guidance")->setValue(2.5);
    in<QSpinBox>(dialog, "candidates")->setValue(3);
    in<QSpinBox>(dialog, "polish")->setValue(0);
    in<QDoubleSpinBox>(dialog, "idleBelow")->setValue(4.5);
    in<QCheckBox>(dialog, "fit")->setChecked(true);
    in<QPushButton>(dialog, "generateAccept")->click();
    QCOMPARE(chosen.size(), 1);
    const GenerateChoice choice = dialog.choice();
    QCOMPARE(choice.source.model, installed().model);
    QCOMPARE(choice.seed, std::uint64_t{7});
    QCOMPARE(choice.diffusion.sampler, generation::Sampler::Ddim);
    QCOMPARE(choice.diffusion.strategy, generation::Strategy::Autoregressive);
    QCOMPARE(choice.diffusion.steps, 12);
    QCOMPARE(choice.diffusion.guidance, 2.5);
    QCOMPARE(choice.diffusion.candidates, 3);
    QCOMPARE(choice.diffusion.polish, 0);
    QCOMPARE(choice.diffusion.idleBelow, 4.5);
    QVERIFY(choice.diffusion.fit);
    QVERIFY(in<QLabel>(dialog, "cost")->text().startsWith(QStringLiteral("72 ")));
    dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::RestoreDefaults)->click();
    QCOMPARE(dialog.choice().method, PlanMethod::Diffusion);
    QCOMPARE(dialog.choice().diffusion.steps, generation::DiffusionOptions().steps);
    QVERIFY(dialog.choice().source.model.empty());
}

void GenerateTest::whatDoesNotApplyCannotBeEntered() {
    GenerateDialog dialog({}, installed(), 4);
    dialog.show();
    QVERIFY(!in<QWidget>(dialog, "steps")->isVisible());
    QVERIFY(in<QWidget>(dialog, "generateDataset")->isVisible());
    choose(dialog, "generateMethod", PlanMethod::Diffusion);
    QVERIFY(in<QWidget>(dialog, "steps")->isVisible());
    QVERIFY(!in<QWidget>(dialog, "generateDataset")->isVisible());
    QVERIFY(in<QWidget>(dialog, "firstSteps")->isEnabled());
    choose(dialog, "strategy", generation::Strategy::Autoregressive);
    QVERIFY(!in<QWidget>(dialog, "firstSteps")->isEnabled());
    in<QCheckBox>(dialog, "usePrevious")->setChecked(false);
    QVERIFY(!in<QWidget>(dialog, "strategy")->isEnabled());
}

void GenerateTest::longDialogStaysOnTheScreen() {
    GenerateDialog dialog({}, installed(), 4);
    choose(dialog, "generateMethod", PlanMethod::Search);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    const QRect room = dialog.screen()->availableGeometry();
    const int before = dialog.height();
    dialog.move(room.left(), room.bottom() - before);
    choose(dialog, "generateMethod", PlanMethod::Diffusion);
    QTRY_VERIFY(dialog.height() > before + 100);
    QTRY_VERIFY(dialog.frameGeometry().bottom() <= room.bottom());
    QVERIFY(dialog.frameGeometry().top() >= room.top());
}

void GenerateTest::boundsAreThoseOfTheOptions() {
    const GenerateDialog dialog({}, installed(), 4);
    for (const char* name : {"steps", "firstSteps", "candidates", "polish"}) {
        in<QSpinBox>(dialog, name)->setValue(1'000'000);
    }
    for (const char* name : {"guidance", "idleBelow"}) {
        in<QDoubleSpinBox>(dialog, name)->setValue(1e6);
    }
    QVERIFY(generation::validate(dialog.choice().diffusion).has_value());
    for (const char* name : {"steps", "firstSteps", "candidates", "polish"}) {
        in<QSpinBox>(dialog, name)->setValue(-5);
    }
    for (const char* name : {"guidance", "idleBelow"}) {
        in<QDoubleSpinBox>(dialog, name)->setValue(-1.0);
    }
    QVERIFY(generation::validate(dialog.choice().diffusion).has_value());
}

void GenerateTest::sourceHasToBeThere() {
    GenerateDialog dialog({}, {}, 4);
    const auto* accept = in<QPushButton>(dialog, "generateAccept");
    // Collecting one is offered then.
    QVERIFY(accept->isEnabled());
    choose(dialog, "generateMethod", PlanMethod::Diffusion);
    QVERIFY(!accept->isEnabled());
    QVERIFY(in<QLabel>(dialog, "generateAbout")->text().contains(QStringLiteral("train one")));
    in<FileField>(dialog, "generateModel")->setPath(path("absent.safetensors").toStdString());
    QVERIFY(!accept->isEnabled());
    QCOMPARE(in<QLabel>(dialog, "generateAbout")->text(), QStringLiteral("There is no such file."));
    in<FileField>(dialog, "generateModel")->setPath(installed().model);
    QVERIFY(accept->isEnabled());
    // What is no model is found out.
    in<FileField>(dialog, "generateModel")->setPath(installed().dataset);
    QTRY_VERIFY_WITH_TIMEOUT(!accept->isEnabled(), kLong);
}

void GenerateTest::modelIsDescribed() {
    GenerateChoice wanted;
    wanted.method = PlanMethod::Diffusion;
    const GenerateDialog dialog(wanted, installed(), 8);
    const auto* about = in<QLabel>(dialog, "generateAbout");
    QTRY_VERIFY_WITH_TIMEOUT(!about->text().isEmpty(), kLong);
    QVERIFY2(about->text().contains(QStringLiteral("100 simulated samples")), qPrintable(about->text()));
    QVERIFY(about->text().contains(QStringLiteral("has to be fitted")));
    QVERIFY(in<QCheckBox>(dialog, "fit")->text().contains(QStringLiteral("needed")));
}

void GenerateTest::diffusionIsTheDefaultWithAModel() {
    makeWindow();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->actions()->method(), PlanMethod::Diffusion, kLong);
    QVERIFY(std::filesystem::remove(installed().model));
    makeWindow();
    QCOMPARE(m_window->actions()->method(), PlanMethod::Search);
}

void GenerateTest::windowGeneratesWithTheModel() {
    makeWindow();
    m_window->actions()->generate->trigger();
    QVERIFY(m_window->workflow()->runner()->isRunning(JobKind::Generate));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->plan() && isIdle(), kLong);
    const LoadedPlan& plan = m_window->document()->plan();
    QCOMPARE(plan.composition->plan().generator, std::string("diffusion"));
    QCOMPARE(plan.composition->plan().windowCount(), std::size_t{5});
    QCOMPARE(plan.name, QStringLiteral("Diffusion plan"));
    // What it was made from is no measurement, and the legend says so.
    QVERIFY(plan.simulated);
    QVERIFY(child<Legend>("legend")->text().contains(QStringLiteral("simulated")));
}

void GenerateTest::choicesAreRemembered() {
    makeWindow();
    m_window->actions()->generateWith->trigger();
    auto* dialog = child<GenerateDialog>("generateDialog");
    QVERIFY(dialog != nullptr && dialog->isVisible());
    in<QSpinBox>(*dialog, "generateSeed")->setValue(5);
    in<QSpinBox>(*dialog, "steps")->setValue(9);
    in<QPushButton>(*dialog, "generateAccept")->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->plan() && isIdle(), kLong);
    QCOMPARE(m_window->document()->plan().composition->plan().seed, std::uint64_t{5});
    QTRY_VERIFY(child<GenerateDialog>("generateDialog") == nullptr);
    // Of the next dialog, and of generating without one.
    m_window->actions()->generateWith->trigger();
    QCOMPARE(child<GenerateDialog>("generateDialog")->choice().diffusion.steps, 9);
    child<GenerateDialog>("generateDialog")->reject();
    m_window->document()->setPlan({});
    m_window->actions()->generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->plan() && isIdle(), kLong);
    QCOMPARE(m_window->document()->plan().composition->plan().seed, std::uint64_t{5});
}

void GenerateTest::misfitOffersToFit() {
    makeWindow(fake::learning(), 2);
    m_window->actions()->generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    auto* banner = child<Banner>("banner");
    QCOMPARE(banner->kind(), Banner::Kind::Offer);
    QVERIFY2(banner->text().startsWith(QStringLiteral("The trace has 2 CPU")), qPrintable(banner->text()));
    QVERIFY(banner->text().contains(QStringLiteral("the model 4")));
    QVERIFY(!m_window->document()->plan());
    child<QPushButton>("bannerAction")->click();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->plan() && isIdle(), kLong);
    QCOMPARE(m_window->document()->plan().composition->plan().cpuCount(), toy::kCpus);
}

void GenerateTest::misfitOfARangeKeepsToIt() {
    makeWindow(fake::learning(), 2);
    const PlanPtr before = samples::randomPlan(5, toy::kCpus, fake::description(3).stressors);
    m_window->document()->addVersion({std::make_shared<const Composition>(before), QStringLiteral("plan"), {}});
    GenerateChoice choice;
    choice.method = PlanMethod::Diffusion;
    constexpr std::int64_t kSecond = 1'000'000'000;
    m_window->workflow()->regenerate(choice, {kSecond, 3 * kSecond});
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Offer);
    child<QPushButton>("bannerAction")->click();
    const auto plan = [this]() -> const plan::ExecutionPlan& {
        return m_window->document()->plan().composition->plan();
    };
    QTRY_VERIFY_WITH_TIMEOUT(!(plan() == *before) && isIdle(), kLong);
    for (std::size_t window = 0; window < plan().windowCount(); ++window) {
        const bool same = std::ranges::equal(plan().composition(window), before->composition(window));
        QCOMPARE(same, window < 1 || window >= 3);
    }
}

void GenerateTest::missingModelOffersTraining() {
    makeWindow();
    QVERIFY(std::filesystem::remove(installed().model));
    m_window->actions()->generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Offer);
    child<QPushButton>("bannerAction")->click();
    QVERIFY(child<QWidget>("trainingPanel")->isVisible());
}

void GenerateTest::missingLibraryLeavesTheOtherMethods() {
    makeWindow(fake::missing());
    m_window->actions()->generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(child<Banner>("banner")->kind(), Banner::Kind::Error);
    QCOMPARE(child<Banner>("banner")->text(), QLatin1String(fake::kMissing));
    auto* method = child<QComboBox>("method");
    const int search = method->findData(static_cast<int>(PlanMethod::Search));
    method->setCurrentIndex(search);
    Q_EMIT method->activated(search);
    m_window->actions()->generate->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(m_window->document()->plan() && isIdle(), kLong);
    QCOMPARE(m_window->document()->plan().composition->plan().generator, std::string("search"));
    QVERIFY(m_window->document()->plan().simulated);
}

void GenerateTest::newestGenerationWins() {
    makeWindow();
    GenerateChoice choice;
    choice.method = PlanMethod::Diffusion;
    choice.seed = 1;
    m_window->workflow()->generate(choice);
    choice.seed = 2;
    m_window->workflow()->generate(choice);
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QCOMPARE(m_window->document()->plan().composition->plan().seed, std::uint64_t{2});
}

void GenerateTest::stoppedGenerationLeavesNoPlan() {
    Learning slow = fake::learning();
    slow.open = [](const auto&, const auto&) {
        return Expected<generation::Generator>(
            generation::Generator{"diffusion",
                                  [](const trace::WindowedTrace&, std::uint64_t, const std::stop_token& stop,
                                     const ProgressCallback& progress) -> Cancellable<generation::Generated> {
                                      progress({0.5, "window 2 of 5"});
                                      while (!stop.stop_requested()) {
                                          std::this_thread::sleep_for(std::chrono::milliseconds(1));
                                      }
                                      return std::optional<generation::Generated>();
                                  }});
    };
    makeWindow(slow);
    m_window->actions()->generate->trigger();
    QTRY_COMPARE_WITH_TIMEOUT(m_window->workflow()->runner()->jobs().back()->fraction(), 0.5, kLong);
    m_window->actions()->stop->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(isIdle(), kLong);
    QVERIFY(!m_window->document()->plan());
    QVERIFY(!child<Banner>("banner")->isVisible());
}

QTEST_MAIN(GenerateTest)
#include "tst_generate.moc"
