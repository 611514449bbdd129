// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sne_store.h"

#include "tests/support/sne_samples.h"

namespace escale::sne_test {

bool fillStore(const QString& path, int dossiers) {
    const auto store = server::SqliteStore::open(path.toStdString()).value();
    return store
        ->inTransaction([dossiers](server::StoreSession& session) -> Result<void> {
            server::DeviceRow device;
            device.id = DeviceId(kDevice);
            device.site = "essai";
            device.fingerprint = std::string(64, '0');
            ESCALE_TRY(session.devices().add(device));
            for (int i = 1; i <= dossiers; ++i) {
                server::DossierRow row;
                row.dossier = sampleDossier(i);
                row.dossier.receivedOn = "2026-01-05";
                row.site = "essai";
                row.owner = DeviceId(kDevice);
                ESCALE_TRY(session.dossiers().save(row));
                server::OutboxRow waiting;
                waiting.dossier = row.dossier.id;
                waiting.dossierRevision = waiting.wantedRevision = row.dossier.revision;
                ESCALE_TRY(session.outbox().add(waiting));
            }
            return {};
        })
        .has_value();
}

QStringList numbersIn(const QString& path) {
    const auto store = server::SqliteStore::open(path.toStdString()).value();
    QStringList numbers;
    const auto read = store->reading([&](server::StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(all, session.dossiers().all());
        for (const server::DossierSummary& dossier : all)
            numbers << QString::fromStdString(dossier.numeroUnique);
        return {};
    });
    numbers.sort();
    return read ? numbers : QStringList();
}

std::vector<server::OutboxRow> rowsIn(const QString& path) {
    const auto store = server::SqliteStore::open(path.toStdString()).value();
    std::vector<server::OutboxRow> rows;
    const auto read = store->reading([&](server::StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(all, session.dossiers().all());
        for (const server::DossierSummary& dossier : all) {
            ESCALE_TRY_ASSIGN(own, session.outbox().rows(dossier.id));
            rows.insert(rows.end(), own.begin(), own.end());
        }
        return {};
    });
    return read ? rows : std::vector<server::OutboxRow>();
}

std::vector<std::vector<server::ExchangeRow>> exchangesIn(const QString& path) {
    const auto store = server::SqliteStore::open(path.toStdString()).value();
    std::vector<std::vector<server::ExchangeRow>> exchanges;
    const auto read = store->reading([&](server::StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(all, session.dossiers().all());
        for (const server::DossierSummary& dossier : all) {
            ESCALE_TRY_ASSIGN(own, session.outbox().exchanges(dossier.id));
            exchanges.push_back(std::move(own));
        }
        return {};
    });
    return read ? exchanges : std::vector<std::vector<server::ExchangeRow>>();
}

} // namespace escale::sne_test
