// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/dossier/workspace.h"

#include "client/platform/atomic_file.h"
#include "client/platform/key_vault.h"
#include "client/store/sqlite_store.h"
#include "shared/crypto/aead.h"

#include <filesystem>

namespace escale::client {
namespace {

constexpr std::size_t kMaxProfileBytes = 256U << 10;
constexpr std::string_view kPinAttempts = "pin";

} // namespace

Workspace::Workspace(DataDir dir, DeviceProfile profile, SessionKeeping keeping, const Clock& clock,
                     Random& random)
    : m_dir(std::move(dir))
    , m_profile(std::move(profile))
    , m_keeping(keeping)
    , m_clock(clock)
    , m_random(random)
    , m_pages(m_dir.pages()) {}

Result<std::unique_ptr<Workspace>> Workspace::open(const std::string& root, SessionKeeping keeping,
                                                   const Clock& clock, Random& random) {
    if (!std::filesystem::exists(DataDir{root}.profile()))
        return fail(Errc::unauthorized, "cet appareil n’est pas enregistré auprès d’un serveur");
    ESCALE_TRY_ASSIGN(dir, prepareDataDir(root));
    ESCALE_TRY_ASSIGN(text, readWholeFile(dir.profile(), kMaxProfileBytes));
    ESCALE_TRY_ASSIGN(profile, decodeProfile(asString(text)));
    std::unique_ptr<Workspace> workspace(new Workspace(dir, profile, keeping, clock, random));
    ESCALE_TRY(workspace->openStore());
    return workspace;
}

Result<void> Workspace::openStore() {
    ESCALE_TRY_ASSIGN(store, SqliteStore::open(m_dir.database(), m_profile, m_clock, m_random));
    m_store = std::move(store);
    if (m_profile.isBorne()) {
        ESCALE_TRY_ASSIGN(key, m_keeping == SessionKeeping::file
                                   ? loadSessionKey(m_dir)
                                   : Result<std::optional<crypto::SecretBytes>>(std::nullopt));
        if (key)
            m_store->unlock(std::move(*key));
        else
            ESCALE_TRY(endSession()); // a crash may have left one open
    }
    ESCALE_TRY_ASSIGN(known, m_store->pageNames());
    return m_pages.sweep(known, m_clock.nowMs());
}

Result<void> Workspace::unlockWithPin(std::string_view pin) {
    if (!needsPin())
        return fail(Errc::invalidArgument, "une borne n’a pas de code PIN");
    ESCALE_TRY(countPinAttempt());
    ESCALE_TRY_ASSIGN(key, openDeviceKey(m_dir, pin));
    return unlockWithKey(std::move(key));
}

Result<void> Workspace::countPinAttempt() {
    return m_store->countAttempt(kPinAttempts);
}

Result<std::int64_t> Workspace::pinWaitMs() {
    return m_store->attemptWaitMs(kPinAttempts);
}

Result<void> Workspace::unlockWithKey(crypto::SecretBytes key) {
    ESCALE_TRY(m_store->clearAttempts(kPinAttempts));
    m_deviceKey = key.clone();
    m_store->unlock(std::move(key));
    return {};
}

Result<void> Workspace::beginSession() {
    if (m_store->unlocked())
        return {};
    if (needsPin())
        return fail(Errc::locked, "il faut le code PIN");
    if (m_keeping == SessionKeeping::file) {
        ESCALE_TRY_ASSIGN(key, createSessionKey(m_dir, m_random));
        m_store->unlock(std::move(key));
        return {};
    }
    m_store->unlock(crypto::newKey(m_random));
    return {};
}

Result<void> Workspace::endSession() {
    m_deviceKey.wipe();
    // The key first: whatever fails afterwards, nothing here can be read any more.
    if (m_profile.isBorne())
        ESCALE_TRY(eraseSessionKey(m_dir));
    const auto ended = m_store->endSession();
    m_store->lock();
    ESCALE_TRY(ended);
    ESCALE_TRY_ASSIGN(names, m_store->forgetAcknowledged());
    for (const std::string& name : names)
        ESCALE_TRY(m_pages.erase(name));
    return {};
}

Result<std::string> Workspace::tlsKey() const {
    return loadTlsKey(m_dir, m_deviceKey.empty() ? nullptr : &m_deviceKey);
}

} // namespace escale::client
