// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/shared/cotation_support.h"

#include <QFile>

#include <cmath>

namespace escale::cotation::test {
namespace {

std::string_view textOf(const json::value& value) {
    return value.is_string() ? std::string_view(value.get_string()) : std::string_view{};
}

Date dateOf(const json::object& object, std::string_view member) {
    const std::string text = jsonStringOr(object, member);
    return text.empty() ? Date{} : parseIsoDate(text).value();
}

void readPersons(const json::array& persons, Facts& facts) {
    facts.persons.clear();
    for (const json::value& value : persons) {
        const json::object& person = value.as_object();
        facts.persons.push_back({roleFromName(jsonString(person, "role").value()).value(),
                                 dateOf(person, "naissance")});
    }
}

void readHome(const json::object& home, Facts& facts) {
    for (const auto& entry : home) {
        const std::string_view key = entry.key();
        const json::value& value = entry.value();
        if (key == "categorie")
            facts.home = value.is_null() ? Home::unknown : homeFromName(textOf(value)).value();
        else if (key == "commune")
            facts.homeCommune = Commune(textOf(value));
        else if (key == "surface")
            facts.surfaceDm2 = hundredths(value);
        else if (key == "pieces")
            facts.rooms = value.is_null()
                              ? std::optional<std::int32_t>{}
                              : std::optional(static_cast<std::int32_t>(value.as_int64()));
        else if (key == "loyer")
            facts.rentCents = hundredths(value);
        else if (key == "aide")
            facts.aidCents = hundredths(value);
        else
            qFatal("membre inconnu du logement : %s", bytes(key).constData());
    }
}

void readWork(const json::array& work, Facts& facts) {
    for (const json::value& value : work) {
        const json::object& place = value.as_object();
        facts.work.push_back({roleFromName(jsonString(place, "qui").value()).value(),
                              Commune(jsonStringOr(place, "commune"))});
    }
}

void readWords(std::string_view key, const json::value& value, Facts& facts) {
    for (const json::value& item : value.as_array()) {
        const std::string_view word = textOf(item);
        if (key == "declare" || key == "inconnus")
            facts.declare(declarationFromName(word).value(),
                          key == "declare" ? Tri::yes : Tri::unknown);
        else if (key == "incomplets")
            facts.rolesComplete[static_cast<std::size_t>(roleFromName(word).value())] = false;
        else if (key == "guichet")
            facts.guichet.emplace_back(word);
        else
            qFatal("membre inconnu des faits : %s", bytes(key).constData());
    }
}

} // namespace

const Bareme& roissy() {
    static const Bareme bareme = [] {
        const LoadReport report = inspectBareme(roissyPaysDeFrance());
        for (const Remark& defect : report.defects)
            qWarning("%s", defect.text().c_str());
        if (!report.bareme)
            qFatal("le barème de Roissy ne se lit pas");
        return *report.bareme;
    }();
    return bareme;
}

QByteArray smallBareme() {
    QFile file(QStringLiteral(ESCALE_TEST_DATA "/baremes/pays-invente.json"));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("le petit barème ne s’ouvre pas");
    return file.readAll();
}

Facts basePerson() {
    Facts facts;
    facts.depositedOn = {2025, 6, 1};
    facts.persons = {{Role::demandeur, {1985, 5, 10}}};
    facts.rolesComplete.fill(true);
    facts.home = Home::locatairePrive;
    facts.homeCommune = Commune("75056");
    facts.surfaceDm2 = 4000;
    facts.rooms = 2;
    facts.workComplete = true;
    facts.declarations.fill(Tri::no);
    facts.comDalo = Tri::no;
    return facts;
}

Facts factsFrom(const json::object& faits) {
    Facts facts = basePerson();
    for (const auto& entry : faits) {
        const std::string_view key = entry.key();
        const json::value& value = entry.value();
        if (key == "depot")
            facts.depositedOn = value.is_null() ? Date{} : parseIsoDate(textOf(value)).value();
        else if (key == "personnes")
            readPersons(value.as_array(), facts);
        else if (key == "logement")
            readHome(value.as_object(), facts);
        else if (key == "travail")
            readWork(value.as_array(), facts);
        else if (key == "ressources")
            facts.resourcesCents = hundredths(value);
        else if (key == "com_dalo")
            facts.comDalo = value.is_null() ? Tri::unknown : value.as_bool() ? Tri::yes : Tri::no;
        else
            readWords(key, value, facts);
    }
    return facts;
}

void addPieces(const json::array& pieces, Facts& facts) {
    for (const json::value& value : pieces) {
        const json::object& piece = value.as_object();
        const std::string state = jsonString(piece, "etat").value();
        Piece given;
        given.type = jsonString(piece, "type").value();
        given.state = state == "validee"   ? PieceState::validated
                      : state == "refusee" ? PieceState::refused
                                           : PieceState::present;
        given.expiresOn = dateOf(piece, piece.contains("expire_le") ? "expire_le" : "expire");
        facts.pieces.push_back(std::move(given));
    }
}

std::map<std::string, std::string> declaredLines(const Note& note) {
    std::map<std::string, std::string> lines;
    for (const LineResult& line : note.lines)
        if (line.state >= State::declared)
            lines[std::string(line.code)] =
                std::to_string(line.points) + " " + std::string(name(line.state));
    return lines;
}

const LineResult* findLine(const Note& note, std::string_view code) {
    for (const LineResult& line : note.lines)
        if (line.code == code)
            return &line;
    return nullptr;
}

json::value readJsonFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s ne s’ouvre pas", qUtf8Printable(path));
    const QByteArray text = file.readAll();
    auto value = parseJson({text.constData(), static_cast<std::size_t>(text.size())});
    if (!value)
        qFatal("%s : %s", qUtf8Printable(path), value.error().detail.c_str());
    return *value;
}

std::optional<std::int64_t> hundredths(const json::value& value) {
    if (value.is_null())
        return std::nullopt;
    return std::llround(value.to_number<double>() * 100);
}

} // namespace escale::cotation::test
