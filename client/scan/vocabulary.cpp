// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/vocabulary.h"

namespace escale::scan {

std::string_view verdictName(Verdict verdict) {
    switch (verdict) {
    case Verdict::ok:
        return "ok";
    case Verdict::douteux:
        return "douteux";
    case Verdict::reprendre:
        break;
    }
    return "reprendre";
}

std::string_view raisonName(Raison raison) {
    switch (raison) {
    case Raison::pasUneImage:
        return "pas_une_image";
    case Raison::heic:
        return "heic";
    case Raison::tronque:
        return "tronque";
    case Raison::tropGrand:
        return "trop_grand";
    case Raison::motDePasse:
        return "mot_de_passe";
    case Raison::pasDePage:
        return "pas_de_page";
    case Raison::deuxPages:
        return "deux_pages";
    case Raison::horsCadre:
        return "hors_cadre";
    case Raison::contoursIncertains:
        return "contours_incertains";
    case Raison::tropLoin:
        return "trop_loin";
    case Raison::flou:
        return "flou";
    case Raison::codeFlou:
        return "code_flou";
    case Raison::reflet:
        return "reflet";
    case Raison::sombre:
        break;
    }
    return "sombre";
}

std::string_view formeName(Forme forme) {
    switch (forme) {
    case Forme::a4:
        return "a4";
    case Forme::id1:
        return "id1";
    case Forme::autre:
        break;
    }
    return "autre";
}

std::string_view adviceName(Advice advice) {
    switch (advice) {
    case Advice::ok:
        return "ok";
    case Advice::aucunePage:
        return "aucune_page";
    case Advice::horsCadre:
        return "hors_cadre";
    case Advice::deuxPages:
        return "deux_pages";
    case Advice::rapprochez:
        return "rapprochez";
    case Advice::tropSombre:
        return "trop_sombre";
    case Advice::reflet:
        return "reflet";
    case Advice::neBougezPlus:
        break;
    }
    return "ne_bougez_plus";
}

std::string_view raisonSentence(Raison raison) {
    switch (raison) {
    case Raison::pasUneImage:
        return "Ce fichier n’est ni une photo, ni un PDF. Choisissez-en un autre.";
    case Raison::heic:
        return "Cette photo est au format HEIC. Demandez à votre téléphone le format JPEG.";
    case Raison::tronque:
        return "Ce fichier est abîmé ou incomplet. Copiez-le de nouveau.";
    case Raison::tropGrand:
        return "Ce fichier est trop gros. Prenez une photo du document.";
    case Raison::motDePasse:
        return "Ce PDF demande un mot de passe. Prenez une photo du document.";
    case Raison::pasDePage:
        return "Aucune page n’est visible. Posez le document sur une table unie.";
    case Raison::deuxPages:
        return "Il y a plusieurs pages. Prenez une seule page par photo.";
    case Raison::horsCadre:
        return "Un bord du document manque. Reculez un peu.";
    case Raison::contoursIncertains:
        return "Les bords du document se voient mal. Vérifiez l’image.";
    case Raison::tropLoin:
        return "Le document est trop petit. Rapprochez-vous.";
    case Raison::flou:
        return "La photo est floue. Reprenez-la sans bouger.";
    case Raison::codeFlou:
        return "Le texte se lit, mais le petit code carré est flou. Rapprochez-vous.";
    case Raison::reflet:
        return "Il y a un reflet. Tournez un peu le document.";
    case Raison::sombre:
        break;
    }
    return "La photo est trop sombre. Ajoutez de la lumière.";
}

} // namespace escale::scan
