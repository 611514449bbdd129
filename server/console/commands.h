// SPDX-License-Identifier: GPL-3.0-or-later
// The operator's commands, all but run. Each gives the JSON to print.
#pragma once

#include "server/console/options.h"
#include "shared/base/json.h"
#include "shared/base/ports.h"

namespace escale::server {

/// {"ca": path, "escrow": path, "configuration": path}
Result<json::value> initCommand(const Options& options, const Clock& clock, Random& random);
/// {"code": "B-7KQ2-9MXD-4TRA", "role": "borne", "site": "…", "expire": instant}
Result<json::value> enrolCommand(const Options& options, const Clock& clock, Random& random);
/// [{"appareil", "role", "site", "inscrit", "acquitte", "revoque"}…]
Result<json::value> deviceListCommand(const Options& options);
/// {"appareil": …, "revoque": true}
Result<json::value> deviceRevokeCommand(const Options& options, const Clock& clock);
/// [{"dossier", "site", "etape", "revision", "numero_unique"}…]
Result<json::value> dossierListCommand(const Options& options);
/// Where one dossier stands: never a value that a person typed, but in its tasks' messages.
Result<json::value> dossierShowCommand(const Options& options);
/// Without `--numero`, the numbers that the register gave for a dossier in a_decider: {"dossier",
/// "numeros": […]}. With one of them, the dossier takes it, after a line in audit.jsonl, and goes
/// on to the register: {"dossier", "numero_unique"}. Errc::conflict when nothing is to be decided.
Result<json::value> dossierDecideCommand(const Options& options, const Clock& clock);
/// [{"piece", "type", "attendues", "pages": [{"sha256", "contenu", "octets", "recue_le"}…]}…]
Result<json::value> pieceListCommand(const Options& options);
/// Opens every page that is here and writes it in the new folder `--out` (0700), after a line in
/// audit.jsonl. {"dossier", "fichiers": [{"fichier", "piece", "type"}…]}
Result<json::value> pieceExportCommand(const Options& options, const Clock& clock);
/// Errc::alreadyExists when the folder is there.
Result<json::value> backupCommand(const Options& options);

/// Writes the attestation of a dossier that has its number, as a PDF (0600), with what
/// attestation.json of the data directory says of the site. {"fichier", "octets"};
/// Errc::incomplete before the number.
Result<json::value> attestationCommand(const Options& options);

/// Publishes the next release of a barème: {"territoire", "demandes", "du_serveur", "cellules",
/// "octets", "seuil", "au", "inventees", "etag"}. Errc::conflict when a later one is published.
Result<json::value> territoryPublishCommand(const Options& options, const Clock& clock);
/// [{"territoire", "bareme", "au", "etag"}…]
Result<json::value> territoryListCommand(const Options& options);
/// {"etats": {state: rows…}, "lettres_mortes", "a_envoyer_maintenant", "prochain"}
Result<json::value> sneStatusCommand(const Options& options, const Clock& clock);
/// [{"dossier", "genre", "etat", "essais", "erreur"}…]: what was given up.
Result<json::value> sneDeadLettersCommand(const Options& options);
/// Puts back in the file what was given up, all or that of `--dossier`. {"rejoues": n}
Result<json::value> sneReplayCommand(const Options& options, const Clock& clock);

} // namespace escale::server
