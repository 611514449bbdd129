// SPDX-License-Identifier: GPL-3.0-or-later
// The commands of escale-ctl: each answers with the JSON to print, or the reason why not.
#pragma once

#include "client/ctl/arguments.h"
#include "client/dossier/dossier_session.h"
#include "client/dossier/workspace.h"
#include "shared/base/json.h"
#include "shared/base/system_ports.h"
#include "shared/crypto/random.h"

#include <iosfwd>
#include <memory>
#include <optional>

namespace escale::client::ctl {

/// What a command leaves: JSON for stdout, and a failure that does not take it away (a round of
/// sync that counts what it did before the network went).
struct Outcome {
    json::object output;
    std::optional<Error> error;
    bool printed = false; // the command wrote its own lines: `output` is not printed
};

/// The machine's clock and randomness, and where a long command writes line after line.
struct Machine {
    SystemClock clock;
    crypto::SystemRandom random;
    std::ostream* output = nullptr;
};

/// An enrolled device, its PIN given if it needs one.
struct OpenDevice {
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<DossierSession> session;
};
Result<OpenDevice> openDevice(const Arguments& arguments, Machine& machine);
/// Opens `--dossier`, with the code de reprise when it is needed and given.
Result<void> openDossier(const Arguments& arguments, OpenDevice& device);
/// ESCALE_PIN or the file of --pin-file, "" when none. wipe() it.
Result<std::string> pinFrom(const Arguments& arguments);

Result<Outcome> initDevice(const Arguments& arguments, Machine& machine);
Result<Outcome> createDossier(const Arguments& arguments, Machine& machine);
Result<Outcome> setAnswers(const Arguments& arguments, Machine& machine);
Result<Outcome> showOne(const Arguments& arguments, Machine& machine);
Result<Outcome> listDossiers(const Arguments& arguments, Machine& machine);
Result<Outcome> addPiece(const Arguments& arguments, Machine& machine);
Result<Outcome> listPieces(const Arguments& arguments, Machine& machine);
Result<Outcome> judgePiece(const Arguments& arguments, Machine& machine);
Result<Outcome> removePiece(const Arguments& arguments, Machine& machine);
Result<Outcome> syncNow(const Arguments& arguments, Machine& machine);
Result<Outcome> cote(const Arguments& arguments, Machine& machine);
Result<Outcome> coteCases(const Arguments& arguments);
Result<Outcome> checkBareme(const Arguments& arguments, Machine& machine);
Result<Outcome> inventPopulation(const Arguments& arguments, Machine& machine);
Result<Outcome> buildDistribution(const Arguments& arguments, Machine& machine);
Result<Outcome> rankInDistribution(const Arguments& arguments, Machine& machine);
Result<Outcome> listBaremes(const Arguments& arguments, Machine& machine);
Result<Outcome> writePaper(const Arguments& arguments, Machine& machine);
Result<Outcome> endSession(const Arguments& arguments, Machine& machine);
Result<Outcome> listConflicts(const Arguments& arguments, Machine& machine);
Result<Outcome> showConflict(const Arguments& arguments, Machine& machine);
Result<Outcome> closeConflict(const Arguments& arguments, Machine& machine);
Result<Outcome> exportVisits(const Arguments& arguments, Machine& machine);
Result<Outcome> totalVisits(const Arguments& arguments, Machine& machine);
Result<Outcome> importSne(const Arguments& arguments, Machine& machine);
Result<Outcome> writeSne(const Arguments& arguments, Machine& machine);
Result<Outcome> checkSne(const Arguments& arguments, Machine& machine);
Result<Outcome> untoldSne(const Arguments& arguments, Machine& machine);
Result<Outcome> benchSne(const Arguments& arguments, Machine& machine);
Result<Outcome> benchCotation(const Arguments& arguments, Machine& machine);
Result<Outcome> benchCommunes(const Arguments& arguments, Machine& machine);
Result<Outcome> scanPhotos(const Arguments& arguments, Machine& machine);
Result<Outcome> buildCertificates(const Arguments& arguments, Machine& machine);
Result<Outcome> checkCertificates(const Arguments& arguments, Machine& machine);
Result<Outcome> installCertificates(const Arguments& arguments, Machine& machine);
Result<Outcome> benchScan(const Arguments& arguments, Machine& machine);
Result<Outcome> benchUi(const Arguments& arguments, Machine& machine);

} // namespace escale::client::ctl
