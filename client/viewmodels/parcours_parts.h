// SPDX-License-Identifier: GPL-3.0-or-later
// What Parcours stands on, given by main().
#pragma once

#include "client/viewmodels/idle_watch.h"
#include "client/viewmodels/page_reader.h"
#include "shared/attestation/attestation.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace escale {

namespace papers {
class Printer;
}

namespace client {
class DeviceLock;
class DossierSession;
class HeldPacks;
class SyncEngine;
class VisitBook;
} // namespace client

/// `session` and `sync` outlive Parcours; both null: the device is not enrolled.
struct ParcoursParts {
    client::DossierSession* session = nullptr;
    client::SyncEngine* sync = nullptr;
    bool borne = true;
    QString sitePhone;                           // shown on the receipt, may be empty
    AttestationFacts attestation = knownFacts(); // of the site, for that paper
    QStringList photoFolders;                    // see PieceJourney::useSources
    QString scanFolder;                          // one of them: a borne erases what it holds
    QString cameraFolder;                        // the same
    PageReader::Read reader;                     // of the documents kept; empty: nothing is read
    std::shared_ptr<papers::Printer> printer;    // null: nothing is printed here
    IdleTimes idle;
    client::DeviceLock* lock = nullptr;  // behind a PIN: outlives Parcours; null on a borne
    client::VisitBook* visits = nullptr; // the same
    bool permanence = false;             // quick visits are noted
    std::shared_ptr<const client::HeldPacks> packs; // null: no place is ever told
    QString dataDir;                                // of the device
};

} // namespace escale
