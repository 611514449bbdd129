// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/dossier/return_search.h"

#include "shared/crypto/aead.h"
#include "shared/crypto/kdf.h"

#include <QThread>

#include <utility>

namespace escale::client {

namespace {

constexpr std::string_view kAttempts = "reprise";

} // namespace

struct ReturnSearch::Outcome {
    DossierId dossier;       // empty: none of this device
    crypto::SecretBytes key; // its key, or a new one
    Bytes wrapped;           // the new one, under the code
    std::optional<Error> error;

    static Outcome look(std::string digits, const std::vector<ReturnKey>& keys, Random& random,
                        const std::atomic<bool>& stop) {
        Outcome outcome;
        for (const auto& [id, wrapped] : keys) {
            if (stop)
                break;
            auto key = crypto::unwrapKey(wrapped, asBytes(digits));
            if (!key)
                continue; // another one's, or damaged: it hides none of the others
            outcome.dossier = id;
            outcome.key = std::move(*key);
            break;
        }
        if (outcome.dossier.empty() && !stop)
            outcome.makeKey(digits, random);
        crypto::wipe(digits);
        return outcome;
    }

private:
    void makeKey(const std::string& digits, Random& random) {
        key = crypto::newKey(random);
        auto made = crypto::wrapKey(key, asBytes(digits), random);
        if (made)
            wrapped = std::move(*made);
        else
            error = made.error();
    }
};

ReturnSearch::ReturnSearch(DossierSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session) {}

ReturnSearch::~ReturnSearch() {
    cancel();
}

Result<void> ReturnSearch::begin(std::vector<ReturnKey>& keys) {
    auto& workspace = m_session.workspace();
    ESCALE_TRY(workspace.store().countAttempt(kAttempts));
    ESCALE_TRY(workspace.beginSession());
    ESCALE_TRY_ASSIGN(found, workspace.store().returnKeys());
    keys = std::move(found);
    return {};
}

void ReturnSearch::start(const std::string& code) {
    if (isRunning())
        return;
    std::vector<ReturnKey> keys;
    if (const auto begun = begin(keys); !begun) {
        emit refused(begun.error());
        return;
    }
    m_stop = std::make_shared<std::atomic<bool>>(false);
    m_thread = QThread::create([this, digits = digitsOf(code), keys = std::move(keys),
                                stop = m_stop, &random = m_session.workspace().random()]() mutable {
        // Shared: what is posted to another thread must be copied.
        auto outcome =
            std::make_shared<Outcome>(Outcome::look(std::move(digits), keys, random, *stop));
        QMetaObject::invokeMethod(
            this,
            [this, outcome, stop] {
                if (!*stop)
                    settle(*outcome);
            },
            Qt::QueuedConnection);
    });
    QObject::connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    m_thread->start();
}

void ReturnSearch::join() {
    if (m_thread != nullptr)
        m_thread->wait();
    m_thread = nullptr;
}

void ReturnSearch::cancel() {
    if (m_stop)
        *m_stop = true;
    join();
    m_key.wipe();
    m_wrapped.clear();
}

void ReturnSearch::settle(Outcome& outcome) {
    join();
    if (const auto opened = finish(outcome); !opened) {
        emit refused(opened.error());
        return;
    }
    if (m_wrapped.empty())
        emit found();
    else
        emit notHere();
}

Result<void> ReturnSearch::finish(Outcome& outcome) {
    if (outcome.error)
        return *outcome.error;
    m_wrapped = std::move(outcome.wrapped);
    if (outcome.dossier.empty()) {
        m_key = std::move(outcome.key);
        return {};
    }
    auto& store = m_session.workspace().store();
    ESCALE_TRY(store.reopenWith(outcome.dossier, std::move(outcome.key)));
    ESCALE_TRY(store.clearAttempts(kAttempts));
    return m_session.open(outcome.dossier);
}

Result<void> ReturnSearch::adopt(const Dossier& dossier) {
    auto& store = m_session.workspace().store();
    ESCALE_TRY(store.adopt(dossier, std::exchange(m_key, {}), m_wrapped));
    m_wrapped.clear();
    ESCALE_TRY(store.clearAttempts(kAttempts));
    return m_session.open(dossier.id);
}

} // namespace escale::client
