// SPDX-License-Identifier: GPL-3.0-or-later
// A server's store with dossiers that wait for the SNE.
#pragma once

#include "server/store/sqlite_store.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace escale::sne_test {

/// `dossiers` sample dossiers received on 5 January 2026, each with a row to check.
bool fillStore(const QString& path, int dossiers);
/// Numéros uniques of all, sorted; an empty text for each that has none.
QStringList numbersIn(const QString& path);
/// Rows of the outbox, all dossiers.
std::vector<server::OutboxRow> rowsIn(const QString& path);
/// Exchanges kept for each dossier, in the order of their IDs.
std::vector<std::vector<server::ExchangeRow>> exchangesIn(const QString& path);

} // namespace escale::sne_test
