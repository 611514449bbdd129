// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/place_words.h"

#include "shared/position/pack.h"

#include <array>

namespace escale::client::ctl {
namespace {

std::string ordinal(int rank) {
    return std::to_string(rank) + (rank == 1 ? "re" : "e");
}

/// "1er octobre 2026".
std::string dayInWords(const Date& date) {
    constexpr std::array<std::string_view, 12> kMonths{
        "janvier", "février", "mars",      "avril",   "mai",      "juin",
        "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
    return (date.day == 1 ? "1er" : std::to_string(date.day)) + " " +
           std::string(kMonths[static_cast<std::size_t>(date.month - 1)]) + " " +
           std::to_string(date.year);
}

std::string sentence(const position::Distribution& distribution, const position::Place& place,
                     bool stale) {
    if (!place.known)
        return "Votre place n’est pas connue ici : trop peu de demandes comme la vôtre.";
    std::string text = "Vous êtes entre la " + ordinal(place.from) + " et la " + ordinal(place.to) +
                       " place sur " + std::to_string(place.of) +
                       (place.wholeEpci ? " dans toute l’agglomération" : "") + ", au " +
                       dayInWords(distribution.date) + ".";
    if (stale)
        text += " Ces chiffres sont anciens.";
    if (distribution.invented)
        text += " Ces chiffres sont inventés, pour une démonstration.";
    return text + " Ce n’est pas une promesse de logement.";
}

} // namespace

json::object placeInJson(const position::Distribution& distribution, const position::Place& place,
                         const Date& today) {
    const int age = position::ageInDays(distribution.date, today);
    const bool stale = age > position::kStaleAfterDays;
    json::object json;
    json["place"] = nullptr;
    if (place.known)
        json["place"] = {{"de", place.from}, {"a", place.to}, {"sur", place.of}};
    json["niveau"] = !place.known ? "aucun" : place.wholeEpci ? "epci" : "commune";
    json["au"] = distribution.date.iso();
    json["age_jours"] = age;
    json["perime"] = stale;
    json["inventee"] = distribution.invented;
    json["bareme"] = distribution.bareme;
    json["phrase"] = sentence(distribution, place, stale);
    return json;
}

} // namespace escale::client::ctl
