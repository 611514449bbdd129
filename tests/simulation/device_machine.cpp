// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/device_machine.h"

#include "shared/crypto/aead.h"
#include "shared/dossier/catalogue.h"
#include "shared/sync/merge.h"

#include <algorithm>

namespace escale::simulation {
namespace {

/// The code de reprise costs nothing here: nobody attacks a simulated borne.
constexpr crypto::ScryptParams kCheapCode{16, 1, 1};
constexpr std::size_t kWholeQueue = 500;

client::DeviceProfile profileOf(Machine& machine, protocol::Role role) {
    client::DeviceProfile profile;
    profile.device = newId<DeviceId>(machine.clock, machine.chance);
    profile.role = role;
    profile.site = "EPN";
    profile.sealingPems = {keys().sealingCertPem};
    return profile;
}

} // namespace

DeviceMachine::DeviceMachine(Timeline& timeline, Chance seed, Story& story, Oracle& oracle,
                             std::string name, const std::string& folder, protocol::Role role,
                             Serve serve)
    : m_story(story)
    , m_oracle(oracle)
    , m_machine(timeline, seed.child(), std::move(name), folder)
    , m_line(timeline, seed.child(), story, m_machine.name, std::move(serve))
    , m_profile(profileOf(m_machine, role))
    , m_pages(folder)
    , m_deviceKey(crypto::newKey(m_machine.chance)) {}

DeviceMachine::~DeviceMachine() {
    stop();
}

Result<std::set<std::int64_t>> DeviceMachine::queued() {
    ESCALE_TRY_ASSIGN(batch, m_store->nextBatch(kWholeQueue));
    std::set<std::int64_t> numbers;
    for (const Edit& edit : batch.edits)
        numbers.insert(edit.seq);
    for (const protocol::SealedEdit& sealed : batch.sealed)
        numbers.insert(sealed.seq);
    return numbers;
}

bool DeviceMachine::openStore() {
    auto opened = client::SqliteStore::open(m_machine.folder + "/escale.sqlite", m_profile,
                                            m_machine.clock, m_machine.chance, kCheapCode);
    if (!opened) {
        if (!m_machine.disk.isOff())
            m_story.accuse(m_machine.name + " ne démarre plus : " + opened.error().detail);
        return false;
    }
    m_store = std::move(*opened);
    if (isBorne()) { // a session that a crash left open is closed
        if (!m_store->endSession())
            return false;
        m_store->unlock(crypto::newKey(m_machine.chance));
    } else {
        m_store->unlock(m_deviceKey.clone());
    }
    return true;
}

bool DeviceMachine::start() {
    if (!openStore())
        return false;
    const auto waiting = queued();
    if (!waiting) {
        if (!m_machine.disk.isOff())
            m_story.accuse(m_machine.name + " ne lit plus sa file : " + waiting.error().detail);
        return false;
    }
    m_story.say(m_machine.name, "en marche, " + std::to_string(waiting->size()) + " à envoyer");
    m_oracle.restarted(m_machine.name, id(), *waiting);
    m_transport = m_line.transport();
    m_engine = std::make_unique<client::SyncEngine>(*m_store, m_pages, *m_transport,
                                                    m_machine.clock, m_machine.chance);
    m_engine->start();
    return true;
}

void DeviceMachine::stop() {
    m_engine.reset();
    m_transport.reset();
    m_store.reset();
}

bool DeviceMachine::create(const DossierId& dossier, std::vector<Change> changes) {
    return keep(dossier, std::move(changes), {}, true);
}

bool DeviceMachine::answer(const DossierId& dossier, std::vector<Change> changes,
                           const std::string& closes) {
    return keep(dossier, std::move(changes), closes, false);
}

bool DeviceMachine::keep(const DossierId& dossier, std::vector<Change> changes,
                         const std::string& closes, bool isNew) {
    Dossier view;
    client::Draft draft;
    draft.dossier = dossier;
    draft.author = m_profile.defaultAuthor();
    draft.schema = catalogue().schema();
    if (!isNew) {
        auto loaded = m_store->load(dossier);
        auto snapshot = m_store->snapshot(dossier);
        if (!loaded || !snapshot)
            return false;
        view = std::move(*loaded);
        draft.seen = snapshot->revision;
        for (Change& change : changes)
            change.base = baseOf(*snapshot, change.path);
    }
    draft.changes = std::move(changes);
    draft.closes = closes;
    const auto edit =
        isNew ? m_store->create(draft, newReference(m_machine.chance)) : m_store->append(draft);
    std::string told = inWords(dossier);
    for (const Change& change : draft.changes)
        told += (draft.changes.size() > 4 ? "" : " ; " + inWords(change));
    if (edit) {
        m_oracle.kept(*edit, view);
        m_story.say(m_machine.name, "garde n° " + std::to_string(edit->seq) + ", " + told);
        if (m_machine.chance.percent(50))
            m_engine->wake();
        return true;
    }
    Edit lost{dossier,
              id(),
              m_oracle.lastSeq(id()) + 1,
              draft.author,
              {},
              draft.schema,
              draft.seen,
              draft.changes,
              draft.closes};
    m_oracle.uncertain(lost, view);
    m_story.say(m_machine.name, "ne garde pas, " + told + " (" + edit.error().detail + ")");
    return false;
}

void DeviceMachine::endSession() {
    const auto ended = m_store->endSession();
    m_story.say(m_machine.name, ended ? "fin de session" : "fin de session qui échoue");
    if (ended)
        m_store->unlock(crypto::newKey(m_machine.chance));
}

std::vector<DossierId> DeviceMachine::openable() {
    std::vector<DossierId> ids;
    const auto all = m_store->list();
    if (!all)
        return ids;
    for (const client::DossierSummary& summary : *all) {
        if (summary.openable)
            ids.push_back(summary.id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

std::optional<Dossier> DeviceMachine::view(const DossierId& dossier) {
    auto loaded = m_store->load(dossier);
    if (!loaded)
        return std::nullopt;
    return std::move(*loaded);
}

std::string DeviceMachine::snapshot(const DossierId& dossier) {
    auto loaded = m_store->snapshot(dossier);
    if (!loaded)
        return {};
    for (const Conflict& conflict : loaded->conflicts) {
        for (const Candidate& candidate : conflict.candidates) {
            if (!loaded->placeOf(candidate.origin.device))
                m_story.accuse(name() +
                               " ne sait pas d’où vient une valeur en conflit : " + conflict.path);
        }
    }
    loaded->places.clear(); // told with each answer, not kept with the dossier
    return json::serialize(protocol::toJson(*loaded));
}

std::int64_t DeviceMachine::waiting() {
    const auto counts = m_store->queue();
    return counts ? counts->edits : -1;
}

std::size_t DeviceMachine::held() {
    const auto all = m_store->list();
    return all ? all->size() : 0;
}

} // namespace escale::simulation
