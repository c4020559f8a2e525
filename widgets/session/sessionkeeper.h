// SPDX-FileCopyrightText: 2026 The Mimesys Studio authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "jobs/job.h"
#include "session/recovery.h"
#include "session/sessionload.h"
#include "session/sessionsave.h"

#include <QObject>
#include <QTimer>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>

namespace mimesys::widgets {

class Document;
class ViewState;

// Saves what is on screen and puts it back: when the user says so, by itself while work goes on, and after a studio
// that did not get to close. Knows no widget; what only the window knows, it is asked for.
class SessionKeeper : public QObject {
    Q_OBJECT
public:
    struct Screen {
        std::function<void(StoredView& view)> tell;
        std::function<std::string()> layout;
        std::function<void(const StoredView& view, const std::string& layout)> show;
    };
    // Sessions are opened by `runner`, where a newer opening stops an older one.
    SessionKeeper(Document* document, ViewState* state, JobRunner* runner, Screen screen, QObject* parent = nullptr);
    ~SessionKeeper() override;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }  // empty = none yet
    [[nodiscard]] QString name() const;                                         // of its file
    // Something on screen is not as it was saved; or not only how it is looked at.
    [[nodiscard]] bool isModified() const { return m_viewChanged || m_contentChanged; }
    [[nodiscard]] bool hasUnsavedContent() const { return m_contentChanged; }
    [[nodiscard]] bool isSaving() const { return m_saving; }

    // One that is only looked at (the sample) is saved as another file.
    enum class Use { GoOn, LookAt };
    void open(const std::filesystem::path& path, Use use = Use::GoOn);
    void save(const std::filesystem::path& path);
    // Shows what was loaded; `path` is where it will be saved.
    void apply(const LoadedSession& session, const std::filesystem::path& path);
    [[nodiscard]] SessionSnapshot snapshot() const;
    // The screen may not be as it was; what the document and the view state tell is noticed without this.
    void noteView();

    // From now on work is saved to a file in this folder whenever it changed, `intervalMs` after the last time.
    void startRecovery(const std::filesystem::path& folder, int intervalMs);
    [[nodiscard]] std::vector<std::filesystem::path> leftOvers();
    void recover(const std::filesystem::path& leftOver);
    void discard(const std::filesystem::path& leftOver);
    // Does now what is done after the interval.
    void autosave();
    // The studio closes: nothing is kept for it.
    void endRecovery();

Q_SIGNALS:
    void changed();  // path() or isModified()
    void opened(const std::filesystem::path& path);
    void saved(const std::filesystem::path& path);
    void recovered();
    // All of them in one text; the session is shown as far as it goes.
    void problemsFound(const QString& sentences);
    void failed(const QString& sentence);

private:
    void noteContent();
    [[nodiscard]] StoredView view() const;
    void takeStamps();
    void load(const std::filesystem::path& path, const std::function<void(const LoadedSession&)>& done);

    Document* m_document;
    ViewState* m_state;
    JobRunner* m_opening;
    Screen m_screen;
    std::shared_ptr<SavedObjects> m_known = std::make_shared<SavedObjects>();
    std::map<const void*, FileStamp> m_opened;
    std::filesystem::path m_path;
    StoredView m_lastView;  // without where the lanes are scrolled to, which every change of size moves
    bool m_contentChanged = false;
    bool m_viewChanged = false;
    bool m_recoveryIsOld = false;  // something changed since the last autosave
    bool m_applying = false;
    bool m_saving = false;
    bool m_autosaving = false;
    std::vector<std::filesystem::path> m_takenOver;  // to be removed when this studio has saved them
    std::unique_ptr<Recovery> m_recovery;
    int m_intervalMs = 0;
    QTimer m_timer;
    JobRunner m_runner;  // last, so that it ends first: its jobs write to what is above
};

}  // namespace mimesys::widgets
