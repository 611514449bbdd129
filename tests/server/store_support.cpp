// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/store_support.h"

#include "server/store/postgres_store.h"
#include "server/store/sqlite_store.h"
#include "shared/dossier/catalogue.h"
#include "tests/support/postgres_cluster.h"

#include <QFile>

#include <stdexcept>

namespace escale::server_test {

namespace {

bool onPostgres() {
    return qgetenv("ESCALE_TEST_STORE") == "postgres";
}

tests::PostgresCluster& cluster() {
    static tests::PostgresCluster one;
    return one;
}

} // namespace

std::unique_ptr<server::Store> Bench::openAgain() const {
    if (onPostgres())
        return server::PostgresStore::open(database).value();
    return server::SqliteStore::open(database).value();
}

std::string Bench::stored() const {
    if (onPostgres())
        return cluster().dump(database);
    std::string all;
    for (const std::string& name : {database, database + "-wal"}) {
        QFile file(QString::fromStdString(name));
        if (!file.open(QIODevice::ReadOnly))
            throw std::runtime_error("base illisible");
        all += file.readAll().toStdString();
    }
    return all;
}

Bench::Bench() {
    authority = crypto::makeAuthority("Essai", 5, clock, random).value();
    crypto::LeafRequest leaf;
    leaf.keyPem = crypto::newP256KeyPem().value();
    leaf.commonName = "scellement";
    leaf.usage = crypto::CertUsage::sealing;
    sealing = {crypto::issue(authority, leaf, clock, random).value(), leaf.keyPem};
    database = onPostgres() ? cluster().newDatabase() : path("escale.sqlite");
    store = openAgain();
    reconciler = std::make_unique<server::Reconciler>(*store, clock, sealing);
}

std::string Bench::path(const std::string& name) const {
    return folder.filePath(QString::fromStdString(name)).toStdString();
}

server::DeviceRow Bench::addDevice(protocol::Role role, const std::string& site) {
    server::DeviceRow row;
    row.id = newId<DeviceId>(clock, random);
    row.role = role;
    row.site = site;
    row.fingerprint = "00";
    row.enrolledMs = clock.nowMs();
    store->inTransaction([&](server::StoreSession& s) { return s.devices().add(row); }).value();
    return row;
}

server::DossierRow Bench::dossier(const DossierId& id) {
    std::optional<server::DossierRow> row;
    store
        ->reading([&](server::StoreSession& session) -> Result<void> {
            ESCALE_TRY_ASSIGN(found, session.dossiers().find(id));
            row = std::move(found);
            return {};
        })
        .value();
    return row.value();
}

std::vector<server::OutboxRow> Bench::outbox(const DossierId& id) {
    std::vector<server::OutboxRow> rows;
    store
        ->reading([&](server::StoreSession& session) -> Result<void> {
            ESCALE_TRY_ASSIGN(found, session.outbox().rows(id));
            rows = std::move(found);
            return {};
        })
        .value();
    return rows;
}

protocol::SyncResponse Bench::send(const server::DeviceRow& device, std::vector<Edit> edits,
                                   std::int64_t cursor) {
    protocol::SyncRequest request;
    request.cursor = cursor;
    request.edits = std::move(edits);
    return reconciler->sync(device.id, request).value();
}

Change change(const std::string& path, Value value, std::int64_t base) {
    return {path, std::move(value), base};
}

Edit edit(const server::DeviceRow& device, const DossierId& dossier, std::int64_t seq,
          std::vector<Change> changes, const std::string& author) {
    Edit result;
    result.dossier = dossier;
    result.device = device.id;
    result.seq = seq;
    result.author = author;
    result.at = {kNow + seq, 0};
    result.schema = catalogue().schema();
    result.changes = std::move(changes);
    return result;
}

std::vector<Change> completeAnswers() {
    const std::string town = "localisations[018f0000-0000-7000-8000-000000000001]";
    return {
        change("demande.nature", std::string("premiere")),
        change("demandeur.civilite", std::string("mme")),
        change("demandeur.nom", std::string("BELLEC")),
        change("demandeur.prenom", std::string("Amina")),
        change("demandeur.naissance", std::string("1984-05-17")),
        change("demandeur.nationalite", std::string("francaise")),
        change("demandeur.nir", Marker::none),
        change("demandeur.telephone", std::string("0612345678")),
        change("demandeur.adresse.voie", std::string("3 rue des Lilas")),
        change("demandeur.adresse.code_postal", std::string("35000")),
        change("demandeur.adresse.commune", std::string("35238")),
        change("logement_actuel.categorie", std::string("parents")),
        change("logement_actuel.personnes", std::int64_t{4}),
        change("logement_recherche.types", TextList{"t2"}),
        change("logement_recherche.personnes", std::int64_t{1}),
        change("logement_recherche.elargir", true),
        change(town, true),
        change(town + ".commune", std::string("35238")),
    };
}

std::vector<Change> piece(const PieceId& id, const std::string& type, const TextList& pages) {
    const std::string item = "pieces[" + id.str() + "]";
    return {change(item, true), change(item + ".type", type), change(item + ".pages", pages)};
}

} // namespace escale::server_test
