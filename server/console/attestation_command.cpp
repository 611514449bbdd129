// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/console/commands.h"
#include "server/console/data_dir.h"
#include "server/reconcile/part_file.h"
#include "shared/attestation/attestation.h"
#include "shared/crypto/secret.h"
#include "shared/papers/pdf.h"

#include <filesystem>

namespace escale::server {
namespace {

constexpr const char* kFactsFile = "attestation.json";

Result<AttestationFacts> siteFacts(const std::string& data) {
    const auto text = readText(data + "/" + kFactsFile);
    if (!text && text.error().code == Errc::notFound)
        return knownFacts();
    if (!text)
        return text.error();
    return readFacts(*text, knownFacts());
}

} // namespace

Result<json::value> attestationCommand(const Options& options) {
    const std::string data = options.get("--data");
    ESCALE_TRY_ASSIGN(id, parseId<DossierId>(options.get("--dossier")));
    if (std::filesystem::exists(options.get("--out")))
        return fail(Errc::alreadyExists, "ce fichier est déjà là : " + options.get("--out"));
    ESCALE_TRY_ASSIGN(facts, siteFacts(data));
    ESCALE_TRY_ASSIGN(store, openStore(DataDir(data)));
    Dossier dossier;
    ESCALE_TRY(store->reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
        if (!row)
            return fail(Errc::notFound, "dossier absent");
        dossier = std::move(row->dossier);
        return {};
    }));
    if (dossier.numeroUnique.empty())
        return fail(Errc::incomplete, "cette demande n’a pas encore de numéro unique");
    ESCALE_TRY_ASSIGN(pdf, papers::pdfOf(attestationOf(dossier, facts), {}));
    const auto size = pdf.size();
    const std::filesystem::path out(options.get("--out"));
    const auto folder = out.has_parent_path() ? out.parent_path().string() : std::string(".");
    const auto written = appendPart(out.string(), folder, 0, pdf);
    crypto::wipe(pdf);
    ESCALE_TRY(written);
    return json::value{{"fichier", options.get("--out")}, {"octets", size}};
}

} // namespace escale::server
