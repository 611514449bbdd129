// SPDX-License-Identifier: GPL-3.0-or-later
// Which document it is, from words that others do not have.
#include "client/reading/text_fields.h"

#include "shared/dossier/text.h"

#include <array>

namespace escale::reading {
namespace {

struct Clue {
    std::string_view kind;
    std::string_view words; // folded
    int weight;
};

// A title weighs 3, words that the title goes with 1 or 2.
constexpr std::array kClues{
    Clue{"avis_imposition", "avis d impot", 3},
    Clue{"avis_imposition", "avis de situation declarative", 3},
    Clue{"avis_imposition", "revenu fiscal de reference", 2},
    Clue{"avis_imposition", "finances publiques", 1},
    Clue{"avis_imposition", "nombre de parts", 1},
    Clue{"bulletin_salaire", "bulletin de paie", 3},
    Clue{"bulletin_salaire", "bulletin de salaire", 3},
    Clue{"bulletin_salaire", "net a payer", 1},
    Clue{"bulletin_salaire", "net imposable", 1},
    Clue{"bulletin_salaire", "cotisations", 1},
    Clue{"bulletin_salaire", "conges payes", 1},
    Clue{"titre_sejour", "titre de sejour", 3},
    Clue{"titre_sejour", "carte de sejour", 3},
    Clue{"titre_sejour", "carte de resident", 3},
    Clue{"titre_sejour", "residence permit", 3},
    Clue{"titre_sejour", "recepisse de demande", 3},
    Clue{"identite", "carte nationale d identite", 3},
    Clue{"identite", "identity card", 2},
    Clue{"identite", "passeport", 3},
    Clue{"identite", "nationalite", 1},
    Clue{"identite", "date de naissance", 1},
    Clue{"quittance", "quittance de loyer", 3},
    Clue{"quittance", "avis d echeance", 2},
    Clue{"quittance", "loyer", 1},
    Clue{"quittance", "locataire", 1},
    Clue{"bail", "contrat de location", 3},
    Clue{"bail", "bail d habitation", 3},
    Clue{"hebergement", "attestation d hebergement", 3},
    Clue{"hebergement", "heberger a mon domicile", 3},
    Clue{"hebergement", "declare heberger", 2},
    Clue{"domiciliation", "election de domicile", 3},
    Clue{"attestation_caf", "attestation de paiement", 2},
    Clue{"attestation_caf", "caisse d allocations familiales", 2},
    Clue{"attestation_caf", "quotient familial", 2},
    Clue{"contrat_travail", "contrat de travail", 3},
    Clue{"contrat_travail", "duree indeterminee", 1},
    Clue{"employeur", "attestation de l employeur", 3},
    Clue{"employeur", "attestation d employeur", 3},
    Clue{"chomage", "france travail", 2},
    Clue{"chomage", "pole emploi", 2},
    Clue{"chomage", "demandeur d emploi", 2},
    Clue{"pension", "titre de pension", 3},
    Clue{"pension", "caisse de retraite", 2},
    Clue{"pension", "assurance retraite", 2},
    Clue{"livret_famille", "livret de famille", 3},
    Clue{"acte_naissance", "acte de naissance", 3},
    Clue{"jugement", "tribunal judiciaire", 2},
    Clue{"jugement", "jugement", 2},
    Clue{"handicap", "maison departementale des personnes handicapees", 3},
    Clue{"handicap", "mdph", 2},
    Clue{"handicap", "mobilite inclusion", 3},
    Clue{"scolarite", "certificat de scolarite", 3},
    Clue{"domicile", "facture", 2},
    Clue{"domicile", "electricite", 1},
    Clue{"domicile", "consommation", 1},
    Clue{"domicile", "justificatif de domicile", 1},
};
constexpr int kLeastWeight = 3;

} // namespace

std::string kindOf(const std::vector<Segment>& segments) {
    std::string page = " ";
    for (const Segment& segment : segments)
        page += foldName(segment.text()) + " ";
    std::string_view best;
    int most = kLeastWeight - 1;
    for (const Clue& candidate : kClues) {
        int weight = 0;
        for (const Clue& clue : kClues) {
            if (clue.kind == candidate.kind &&
                page.find(" " + std::string(clue.words) + " ") != std::string::npos)
                weight += clue.weight;
        }
        if (weight > most) {
            most = weight;
            best = candidate.kind;
        }
    }
    return std::string(best);
}

} // namespace escale::reading
