// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/ecole/bench.h"

#include "server/http/server.h"
#include "server/sne/ecole/ecole_service.h"
#include "server/sne/ecole/identity.h"
#include "server/sne/ecole/listener.h"
#include "server/sne/forwarder.h"
#include "server/store/sqlite_store.h"
#include "shared/base/bytes.h"
#include "shared/base/json.h"
#include "shared/nuu/sne_mapper.h"
#include "shared/nuu/xml_gate.h"
#include "shared/nuu/xml_writer.h"

#include <array>
#include <chrono>
#include <filesystem>

#include <sys/resource.h>

namespace escale::sne::ecole {
namespace {

constexpr const char* kGuichet = "G1226";
constexpr const char* kDevice = "018f0000-0000-7000-8000-000000000001";

/// A folder under the temporary one, gone with it.
class Folder {
public:
    explicit Folder(Random& random) {
        std::array<std::uint8_t, 8> bytes{};
        random.fill(bytes);
        m_path = std::filesystem::temp_directory_path() / ("escale-bench-" + toHex(bytes));
        std::filesystem::create_directories(m_path);
        std::filesystem::permissions(m_path, std::filesystem::perms::owner_all);
    }
    ~Folder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] std::string file(const char* name) const { return (m_path / name).string(); }
    [[nodiscard]] std::string path() const { return m_path.string(); }

private:
    std::filesystem::path m_path;
};

/// Somebody who does not exist, with the least that registers.
Dossier invented(int number, const Date& received) {
    Dossier dossier;
    dossier.id = DossierId("018f1111-0000-7000-8000-00000" + std::to_string(1'000'000 + number));
    dossier.receivedOn = received.iso();
    dossier.stage = DossierStage::deposited;
    std::string name = "Essai";
    for (int rest = number; rest > 0; rest /= 26)
        name += static_cast<char>('a' + rest % 26);
    const std::string town = "localisations[018f2222-0000-7000-8000-000000000001].";
    const std::pair<std::string, Value> answers[] = {
        {"demande.nature", std::string("premiere")},
        {"demandeur.civilite", std::string("mme")},
        {"demandeur.nom", name},
        {"demandeur.prenom", std::string("Léna")},
        {"demandeur.naissance", std::string("1990-02-03")},
        {"demandeur.nationalite", std::string("francaise")},
        {"demandeur.nir", Marker::none},
        {"demandeur.telephone", std::string("0639984152")},
        {"demandeur.adresse.numero", std::string("12")},
        {"demandeur.adresse.voie", std::string("rue des Essais")},
        {"demandeur.adresse.code_postal", std::string("95200")},
        {"demandeur.adresse.commune", std::string("95585")},
        {"logement_actuel.categorie", std::string("parents")},
        {"logement_actuel.personnes", std::int64_t{4}},
        {"logement_recherche.types", TextList{"t2", "t3"}},
        {"logement_recherche.personnes", std::int64_t{1}},
        {"logement_recherche.elargir", true},
        {town + "commune", std::string("95268")},
        {town + "rang", std::int64_t{1}},
        {"depot.confirme", true},
    };
    for (const auto& [path, value] : answers)
        dossier.fields[path].value = value;
    return dossier;
}

Result<void> fill(server::Store& store, int demandes, const Date& received) {
    return store.inTransaction([&](server::StoreSession& session) -> Result<void> {
        server::DeviceRow device;
        device.id = DeviceId(kDevice);
        device.site = "mesure";
        device.fingerprint = std::string(64, '0');
        ESCALE_TRY(session.devices().add(device));
        for (int i = 1; i <= demandes; ++i) {
            server::DossierRow row;
            row.dossier = invented(i, received);
            row.site = device.site;
            row.owner = device.id;
            ESCALE_TRY(session.dossiers().save(row));
            server::OutboxRow waiting;
            waiting.dossier = row.dossier.id;
            ESCALE_TRY(session.outbox().add(waiting));
        }
        return {};
    });
}

double cpuMs(int who) {
    rusage usage{};
    ::getrusage(who, &usage);
    const auto ms = [](const timeval& time) { return time.tv_sec * 1e3 + time.tv_usec / 1e3; };
    return ms(usage.ru_utime) + ms(usage.ru_stime);
}

struct Measure {
    double seconds = 0;
    double cpu = 0;     // ms, of the whole program
    double sending = 0; // ms, of this thread
    int treated = 0;
};

Result<Measure> forwardAll(server::Store& store, SneService& sne, const Clock& clock,
                           Random& random) {
    server::SneOutbox outbox(store, clock);
    StoreOutbox port(outbox, store);
    ForwarderConfig config;
    config.guichet = kGuichet;
    Forwarder forwarder(port, sne, catalogue(), clock, random, config);
    Measure measure;
    const double cpu = cpuMs(RUSAGE_SELF);
    const double sending = cpuMs(RUSAGE_THREAD);
    const auto start = std::chrono::steady_clock::now();
    for (;;) {
        ESCALE_TRY_ASSIGN(worked, forwarder.runOnce());
        if (!worked)
            break;
        ++measure.treated;
    }
    measure.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    measure.cpu = cpuMs(RUSAGE_SELF) - cpu;
    measure.sending = cpuMs(RUSAGE_THREAD) - sending;
    return measure;
}

/// CPU of writing and reading the XML of one demande, ms.
double bareXml(const Dossier& dossier, std::int64_t nowMs) {
    constexpr int kRounds = 200;
    const XmlElement tree = toInterfaceNuu(dossier, catalogue(), {kGuichet, "CRE", {}, nowMs});
    const double before = cpuMs(RUSAGE_THREAD);
    for (int i = 0; i < kRounds; ++i)
        if (!parseXml(writeXml(tree, "ns1", XmlCharset::ascii)))
            return 0;
    return (cpuMs(RUSAGE_THREAD) - before) / kRounds;
}

Result<SneConfig> callerOf(const Folder& folder, std::uint16_t port) {
    SneConfig config;
    config.url = {"127.0.0.1", port, std::string(kServicePath)};
    config.guichet = kGuichet;
    ESCALE_TRY_ASSIGN(caller, readCaller(folder.path()));
    config.tls.caPem = caller.caPem;
    config.tls.certificateChainPem = caller.certPem;
    config.tls.privateKeyPem = caller.keyPem;
    return config;
}

} // namespace

Result<std::string> benchForwarding(int demandes, const Clock& clock, Random& random) {
    const Folder folder(random);
    ESCALE_TRY_ASSIGN(registry, Registry::open(folder.file("ecole.db"), clock));
    ESCALE_TRY_ASSIGN(identity, openIdentity(folder.path(), false, clock, random));
    EcoleService service(*registry, clock, random, TroublePlan(), 0, 0, Cable());
    http::Server server(listenerConfig(identity), routerTo(service));
    ESCALE_TRY_ASSIGN(port, server.start());
    ESCALE_TRY_ASSIGN(config, callerOf(folder, port));
    ESCALE_TRY_ASSIGN(client, SneClient::make(config, clock, random));
    ESCALE_TRY_ASSIGN(store, server::SqliteStore::open(folder.file("serveur.db")));
    const Date today = parisDate(clock.nowMs());
    ESCALE_TRY(fill(*store, demandes, today));
    ESCALE_TRY_ASSIGN(measure, forwardAll(*store, *client, clock, random));
    server.stop();
    ESCALE_TRY_ASSIGN(held, registry->all());
    if (held.size() != static_cast<std::size_t>(demandes))
        return fail(Errc::internal, std::to_string(held.size()) + " numéros seulement");
    const double bare = bareXml(invented(1, today), clock.nowMs());
    const double each = measure.cpu / demandes;
    return json::serialize(json::object{{"demandes", demandes},
                                        {"par_seconde", demandes / measure.seconds},
                                        {"cpu_ms", each},
                                        {"cpu_envoi_ms", measure.sending / demandes},
                                        {"xml_nu_ms", bare},
                                        {"rapport", bare > 0 ? each / bare : 0}});
}

} // namespace escale::sne::ecole
