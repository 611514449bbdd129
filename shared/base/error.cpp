// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/error.h"

#include "shared/base/result.h"

#include <array>
#include <stdexcept>

namespace escale {
namespace {

struct Entry {
    Errc code;
    std::string_view name;
    std::string_view message;
};

constexpr std::array kEntries{
    Entry{Errc::invalidArgument, "valeur_refusee", "Cette réponse ne va pas. Regardez l’exemple."},
    Entry{Errc::unknownField, "champ_inconnu", "Cette question n’existe pas ici."},
    Entry{Errc::notFound, "introuvable", "On ne trouve pas cette demande ici."},
    Entry{Errc::alreadyExists, "existe_deja", "Cela existe déjà. Rien n’a été remplacé."},
    Entry{Errc::malformed, "illisible", "On n’a pas pu lire ce qui est arrivé. Rien n’est perdu."},
    Entry{Errc::tooLarge, "trop_grand", "C’est trop grand. Essayez avec moins de pages."},
    Entry{Errc::unsupportedVersion, "version_inconnue",
          "Cet appareil doit être mis à jour. Rien n’est perdu."},
    Entry{Errc::unauthorized, "appareil_inconnu",
          "Cet appareil n’est pas encore prêt. Appelez un conseiller."},
    Entry{Errc::forbidden, "interdit", "Cet appareil n’a pas le droit de faire cela."},
    Entry{Errc::wrongCode, "code_faux", "Ce code n’est pas le bon. Regardez-le et recommencez."},
    Entry{Errc::codeUsed, "code_deja_utilise",
          "Ce code a déjà servi, ou il est trop ancien. Demandez un autre code."},
    Entry{Errc::throttled, "attendre", "Trop d’essais. Attendez un peu, puis recommencez."},
    Entry{Errc::cryptoFailure, "cle_refusee",
          "Ces données sont fermées et la clé ne les ouvre pas. Appelez un conseiller."},
    Entry{Errc::locked, "ferme", "Cette demande est fermée. Il faut le code pour la rouvrir."},
    Entry{Errc::diskFull, "plus_de_place",
          "Il n’y a plus de place sur cet appareil. Ce qui est gardé reste gardé. Appelez un "
          "conseiller."},
    Entry{Errc::storageFailure, "ecriture_impossible",
          "On n’a pas pu garder cette réponse. Recommencez, ou appelez un conseiller."},
    Entry{Errc::networkUnavailable, "pas_de_reseau",
          "Votre demande est gardée ici. Elle partira toute seule."},
    Entry{Errc::peerRefused, "refuse",
          "Le service du logement n’a pas accepté cet envoi. Rien n’est perdu. Appelez un "
          "conseiller."},
    Entry{Errc::serverFailure, "panne",
          "Le service du logement est en panne. Votre demande est gardée. Elle repartira toute "
          "seule."},
    Entry{Errc::timeout, "trop_long",
          "La réponse n’est pas arrivée. Votre demande est gardée. Elle repartira toute seule."},
    Entry{Errc::unreadableImage, "image_illisible",
          "On ne peut pas lire ce fichier. Prenez une photo, ou choisissez un PDF, un JPEG ou un "
          "PNG."},
    Entry{Errc::conflict, "deux_reponses",
          "Il y a deux réponses différentes. Les deux sont gardées."},
    Entry{Errc::incomplete, "incomplet", "Il manque encore des réponses. Voici lesquelles."},
    Entry{Errc::refusedBySne, "a_corriger",
          "Le service du logement demande de corriger une réponse."},
    Entry{Errc::internal, "panne_ici",
          "Quelque chose ne marche pas ici. Ce qui est gardé reste gardé. Appelez un conseiller."},
};

} // namespace

std::string_view errcName(Errc code) {
    for (const Entry& entry : kEntries) {
        if (entry.code == code)
            return entry.name;
    }
    return "panne_ici";
}

Errc errcFromName(std::string_view name) {
    for (const Entry& entry : kEntries) {
        if (entry.name == name)
            return entry.code;
    }
    return Errc::internal;
}

std::string_view userMessage(Errc code) {
    for (const Entry& entry : kEntries) {
        if (entry.code == code)
            return entry.message;
    }
    return kEntries.back().message;
}

void throwError(const Error& error) {
    throw std::logic_error(std::string(errcName(error.code)) + " : " + error.detail);
}

} // namespace escale
