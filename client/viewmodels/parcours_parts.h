// SPDX-License-Identifier: GPL-3.0-or-later
// What Parcours stands on, given by main().
#pragma once

#include "client/viewmodels/idle_watch.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace escale {

namespace papers {
class Printer;
}

namespace client {
class DossierSession;
class SyncEngine;
} // namespace client

/// `session` and `sync` outlive Parcours; both null: the device is not enrolled.
struct ParcoursParts {
    client::DossierSession* session = nullptr;
    client::SyncEngine* sync = nullptr;
    bool borne = true;
    QString sitePhone;                        // shown on the receipt, may be empty
    QStringList photoFolders;                 // see PieceViewModel::setFolders
    std::shared_ptr<papers::Printer> printer; // null: nothing is printed here
    IdleTimes idle;
};

} // namespace escale
