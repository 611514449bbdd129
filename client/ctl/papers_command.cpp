// SPDX-License-Identifier: GPL-3.0-or-later
// papers: a paper to take away, as a PDF.
#include "client/ctl/commands.h"
#include "client/papers/document.h"
#include "client/platform/atomic_file.h"
#include "client/viewmodels/paper_words.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/receipt_facts.h"
#include "shared/crypto/secret.h"
#include "shared/rules/questions.h"

namespace escale::client::ctl {

Result<Outcome> writePaper(const Arguments& arguments, Machine& machine) {
    const auto kind = paperKindOf(QString::fromStdString(arguments.option("kind")));
    if (!kind)
        return fail(Errc::invalidArgument, "--kind : recap, pieces, recu ou attestation");
    const QString language = QString::fromStdString(
        arguments.option("langue").empty() ? "fr" : arguments.option("langue"));
    if (Preferences::nameOf(language) == language)
        return fail(Errc::invalidArgument, "--langue : une langue de l’application");
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    auto& session = *device.session;
    if (*kind == PaperKind::attestation && session.dossier().numeroUnique.empty())
        return fail(Errc::incomplete, "cette demande n’a pas encore de numéro unique");
    const auto visible = visibleQuestions(session.dossier(), session.today());
    const PaperFacts facts{session.dossier(), session.today(), receiptFactsOf(session, visible),
                           QString::fromStdString(arguments.option("telephone"))};
    ESCALE_TRY_ASSIGN(pdf, papers::pdfOf(paperOf(*kind, facts, language)));
    const auto size = pdf.size();
    const auto written = writeFileAtomic(arguments.option("out"), pdf);
    crypto::wipe(pdf);
    ESCALE_TRY(written);
    return Outcome{{{"fichier", arguments.option("out")}, {"octets", size}}, {}};
}

} // namespace escale::client::ctl
