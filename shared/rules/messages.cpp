// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences of the rules. One idea each, what happens, then what to do; never an
// administrative word. %1 is the number after ":" in the key.
#include "shared/rules/questions.h"
#include "shared/rules/rules.h"
#include "shared/rules/text_keys.h"

#include <algorithm>
#include <array>
#include <utility>

namespace escale {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 59> kMessages{{
    {"doute.charge", "Vous dites que cette personne est à votre charge. Est-ce juste ?"},
    {"doute.charge.aide", "Un adulte à charge étudie, ou a une invalidité."},
    {"doute.couple", "Votre situation de famille ne va pas avec ce lien. Est-ce juste ?"},
    {"doute.deux_fois", "Deux personnes ont le même nom et la même naissance. Est-ce juste ?"},
    {"doute.deux_fois.aide", "Si c’est la même personne, enlevez-la une fois."},
    {"doute.enfant_age", "Cet enfant est plus âgé que vous. Est-ce juste ?"},
    {"doute.garde", "Cet enfant n’est pas sur vos deux avis d’impôt. Est-ce juste ?"},
    {"doute.garde.aide", "Dans ce cas, mettez-le avec les autres enfants."},
    {"doute.handicap", "Vous parlez d’un handicap, mais il ne concerne personne. Est-ce juste ?"},
    {"doute.naissance_prevue", "La date du bébé est loin, ou déjà passée. Est-ce juste ?"},
    {"doute.nir_civilite", "Ce numéro ne va pas avec monsieur ou madame. Est-ce juste ?"},
    {"doute.nir_naissance", "Ce numéro ne va pas avec la date de naissance. Est-ce juste ?"},
    {"doute.parent_age", "Ce parent est plus jeune que vous. Est-ce juste ?"},
    {"doute.personnes", "Le nombre de personnes à loger ne va pas avec les noms. Est-ce juste ?"},
    {"doute.reprise", "Le retour au travail est avant 16 ans. Est-ce juste ?"},
    {"erreur.chiffres.cle", "Un chiffre n’est pas le bon. Regardez-les un par un."},
    {"erreur.chiffres.court", "Il manque %1 chiffre(s). Comptez-les un par un."},
    {"erreur.chiffres.long", "Il y a %1 chiffre(s) en trop. Comptez-les un par un."},
    {"erreur.chiffres.signes", "Ce numéro n’a que des chiffres."},
    {"erreur.choix", "Cette réponse n’est pas dans la liste. Choisissez dans la liste."},
    {"erreur.code_postal", "Un code postal a 5 chiffres. Regardez-les un par un."},
    {"erreur.commune.inconnue", "Nous ne trouvons pas cette commune. Écrivez le début du nom."},
    {"erreur.commune.plusieurs", "Plusieurs communes ont ce nom. Choisissez avec le code postal."},
    {"erreur.communes.trop", "Vous avez déjà %1 communes. Enlevez-en une pour changer."},
    {"erreur.courriel", "Il manque une partie de l’adresse. Exemple : nadia@exemple.fr"},
    {"erreur.date", "Ce jour n’existe pas. Exemple : 14 03 1984."},
    {"erreur.date.enfant",
     "Cet enfant est né avant tous les adultes. Regardez les dates, ou le lien."},
    {"erreur.date.future", "Cette date est dans le futur. Regardez l’année."},
    {"erreur.date.parent", "Un de vos enfants est né avant. Regardez les deux dates."},
    {"erreur.liste.longue", "Il y a trop de pages. Gardez les plus utiles."},
    {"erreur.nir.cle", "Un chiffre n’est pas le bon. Regardez votre carte, chiffre par chiffre."},
    {"erreur.nir.court", "Il manque %1 chiffre(s). Ce numéro a 15 chiffres."},
    {"erreur.nir.long", "Il y a %1 chiffre(s) en trop. Ce numéro a 15 chiffres."},
    {"erreur.nir.signes", "Ce numéro n’a que des chiffres, parfois A ou B."},
    {"erreur.nom", "Un nom n’a que des lettres. Enlevez les autres signes."},
    {"erreur.nombre", "Écrivez seulement des chiffres."},
    {"erreur.nombre.grand", "Ce nombre est trop grand. Le plus grand possible est %1."},
    {"erreur.nombre.petit", "Ce nombre est trop petit. Le plus petit possible est %1."},
    {"erreur.oui_non", "Répondez par oui ou par non."},
    {"erreur.personnes.trop", "Vous avez déjà %1 personnes. Enlevez-en une pour changer."},
    {"erreur.reponse", "Cette question a besoin d’une réponse. Un conseiller peut vous aider."},
    {"erreur.telephone", "Ce numéro ne se lit pas. Exemple : 06 12 34 56 78."},
    {"erreur.telephone.court", "Il manque %1 chiffre(s). Un numéro a 10 chiffres."},
    {"erreur.telephone.debut", "Un numéro commence par 0. Regardez le premier chiffre."},
    {"erreur.telephone.long", "Il y a %1 chiffre(s) en trop. Un numéro a 10 chiffres."},
    {"erreur.telephone.signes", "Un numéro n’a que des chiffres. Enlevez les autres signes."},
    {"erreur.texte.court", "Il manque des signes. Regardez bien le modèle."},
    {"erreur.texte.long", "C’est trop long. Gardez %1 signes ou moins."},
    {"erreur.texte.signes", "Un signe ne se lit pas. Écrivez de nouveau ce texte."},
    {"erreur.texte.trop_long", "Ce texte est trop long. Gardez le plus important."},
    {"erreur.type", "Cette réponse ne va pas avec la question. Répondez de nouveau."},
    {"manque.champ", "Il manque une réponse."},
    {"manque.codemandeur", "Il manque la personne qui demande avec vous."},
    {"manque.confirmation", "Relisez vos réponses, puis confirmez."},
    {"manque.localisation", "Il manque une commune. Choisissez où vous voulez habiter."},
    {"manque.personne_a_charge", "Il manque les personnes à votre charge."},
    {"manque.piece_identite", "Il manque la photo de votre carte d’identité ou passeport."},
    {"manque.piece_sejour", "Il manque la photo de votre titre de séjour."},
    {"manque.renonciation",
     "Vous ne cherchez plus de logement. Un conseiller arrête la demande avec vous."},
}};

} // namespace

std::string messageFor(std::string_view key) {
    const auto colon = key.find(':');
    const std::string_view name = key.substr(0, colon);
    const std::string_view number =
        colon == std::string_view::npos ? std::string_view() : key.substr(colon + 1);
    for (const auto& [known, sentence] : kMessages) {
        if (known != name)
            continue;
        std::string text(sentence);
        if (const auto at = text.find("%1"); at != std::string::npos)
            text.replace(at, 2, number);
        if (const auto at = text.find("(s)"); at != std::string::npos)
            text.replace(at, 3, number == "1" ? "" : "s");
        return text;
    }
    return "Cette réponse ne se lit pas. Un conseiller peut vous aider.";
}

std::vector<std::string> allTextKeys() {
    std::vector<std::string> keys;
    for (const auto& [key, sentence] : kMessages)
        keys.emplace_back(key);
    for (const std::string_view part : kParts)
        keys.push_back("partie." + std::string(part));
    for (const Question& question : catalogueQuestions()) {
        keys.insert(keys.end(), {question.titleKey(), question.hintKey(), question.recapKey()});
        for (const std::string& term : question.glossary)
            keys.insert(keys.end(), {"glossaire." + term, "glossaire." + term + ".sens"});
    }
    for (const CollectionSpec& collection : catalogue().collections())
        keys.push_back(collection.labelKey);
    for (const FieldSpec& field : catalogue().fields())
        if (const auto* list = catalogue().codeList(field.codeList))
            for (const CodeEntry& entry : *list)
                keys.push_back(entry.labelKey);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

} // namespace escale
