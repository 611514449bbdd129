// SPDX-License-Identifier: GPL-3.0-or-later
// A borne with its pages' view-models: a real session on a folder, a server in memory, a clock and
// an idle time moved by hand.
#pragma once

#include "client/selftest/answers.h"
#include "client/sync/sync_engine.h"
#include "client/viewmodels/parcours.h"
#include "tests/client/device_fixture.h"
#include "tests/client/fake_server.h"

#include <QHash>
#include <QTemporaryDir>
#include <QTranslator>

#include <map>
#include <memory>

namespace escale::tests {

/// Texts of some keys while it lives; the tests run without the translations.
class SaidAs : public QTranslator {
public:
    explicit SaidAs(QHash<QByteArray, QString> texts);
    ~SaidAs() override;
    QString translate(const char* context, const char* key, const char* more, int n) const override;
    bool isEmpty() const override { return false; }

private:
    QHash<QByteArray, QString> m_texts;
};

class BorneAtWork {
public:
    explicit BorneAtWork(protocol::Role role = protocol::Role::borne,
                         std::shared_ptr<papers::Printer> printer = {});

    /// Language chosen, first question shown.
    void begin();
    /// Puts the invented person's answer in the page shown, without leaving it.
    void answer();
    /// Puts `typed` in the page shown and goes on.
    void type(const QString& typed);
    /// Answers and goes on until the question `id` is shown (or the check page, for "").
    void goTo(const QString& id);
    /// The pages of a photo follow what a thread does.
    void waitForPage(Parcours::Page page);
    /// One document photographed and kept.
    void photograph();
    /// From the first page to the receipt.
    void deposit();
    [[nodiscard]] QString questionId() { return parcours->question()->questionId(); }
    [[nodiscard]] std::int64_t edits();

    DeviceFixture device;
    FakeServer server;
    QTemporaryDir photos;
    qint64 steadyMs = 1'000;
    std::unique_ptr<client::Workspace> workspace;
    std::unique_ptr<client::DossierSession> session;
    std::unique_ptr<client::SyncEngine> sync;
    std::unique_ptr<Parcours> parcours;

private:
    std::map<QString, WalkAnswer> m_answers;
};

} // namespace escale::tests
