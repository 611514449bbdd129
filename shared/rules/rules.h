// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked, what is missing, what is refused: one evaluator for the page, the recap, the
// server and the stand-in of the SNE ("mêmes champs bloquants", convention of the SNE, annexe 5).
#pragma once

#include "shared/dossier/catalogue.h"
#include "shared/dossier/check.h"
#include "shared/dossier/dossier.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace escale {

/// The value that a person (or a command line) typed for `field`, made canonical: spaces and dots
/// of a telephone number or a NIR removed, dates ISO, codes checked, capitals kept. "oui"/"non" for
/// booleans; "ne_sait_pas"/"n_en_a_pas" where allowed; "" clears. Errc::invalidArgument otherwise,
/// the detail being a key of a message for the person ("erreur.telephone.court:1"), see messageFor.
Result<Value> parseTyped(const FieldSpec& field, std::string_view typed, const Date& today,
                         const Catalogue& catalogue);

// The same check on a value already of its type (from the wire) is checkValue, and the key of a NIR
// isValidNir, in shared/dossier/check.h: the merge needs them too.

/// French sentence(s) for a key given by parseTyped, for command lines and servers; the touch
/// client translates the same key.
std::string messageFor(std::string_view key);

/// Full paths of the fields to ask for, in the order of the form, items of collections included.
std::vector<std::string> visibleFields(const Dossier& dossier, const Catalogue& catalogue,
                                       const Date& today);

struct Missing {
    std::string path;   // full path, or the name of a collection that needs an item
    std::string reason; // key: "manque.champ", "manque.localisation", "manque.piece_identite"…
    std::string source; // where the rule comes from
    bool operator==(const Missing&) const = default;
};

/// What the legal minimum to register still lacks (notice 51423#05, R.441-2-2): empty when the
/// demande may be sent to the SNE. The identity pièce and the person's confirmation
/// (depot.confirme) are part of it. Nothing is missing where a marker is an allowed answer.
std::vector<Missing> missingToRegister(const Dossier& dossier, const Catalogue& catalogue,
                                       const Date& today);

/// Answers that do not go together: a question to ask again, never a refusal.
struct Doubt {
    std::string path;   // full path of the answer to look at
    std::string reason; // key: "doute.enfant_age", "doute.personnes"…
    std::string source;
    /// What does not go together, `path` first: full paths, items ("personnes_a_charge[ID]": who
    /// they are) or names of collections (how many they are).
    std::vector<std::string> answers;
    bool operator==(const Doubt&) const = default;
};
std::vector<Doubt> doubtsOf(const Dossier& dossier, const Date& today);

/// Those that nobody has looked at yet, with the answers as they are now.
std::vector<Doubt> openDoubts(const Dossier& dossier, const Date& today);

/// « C’est juste »: what to write for `doubt` not to come back as long as its answers stay the
/// same, paths with their values. Two devices that say it write the same item: nothing clashes.
std::vector<std::pair<std::string, Value>> verifiedAnswers(const Doubt& doubt,
                                                           const Dossier& dossier);

/// The demandeur, the codemandeurs and the dependants who are named.
std::int64_t householdSize(const Dossier& dossier, const Date& today);

/// What a page may propose before the person answers, as they would type it: the number of people
/// to house is that of the people named, the link of a couple what the person said of it, a reason
/// what the present home says. Empty: nothing to propose.
std::string proposedAnswer(const Dossier& dossier, std::string_view path, const Date& today);

/// The blocking controls of the SNE that both our forwarder and the stand-in apply to a demande:
/// codes of our own ("ESC_0001"…), since the SNE's list is not public.
struct Anomaly {
    std::string code;
    std::string label; // French
    std::string path;  // field to correct
    bool operator==(const Anomaly&) const = default;
};
std::vector<Anomaly> blockingControls(const Dossier& dossier, const Catalogue& catalogue,
                                      const Date& today);

} // namespace escale
