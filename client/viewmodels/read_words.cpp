// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/read_words.h"

#include "client/viewmodels/piece_words.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/read_back.h"
#include "client/viewmodels/read_code.h"
#include "client/viewmodels/read_days.h"

#include <QLocale>

namespace escale {

namespace {

using Kind = ReadAsk::Kind;
using deuxddoc::Verdict;

QString text(const std::string& words) {
    return QString::fromStdString(words);
}

QString kindName(Kind kind) {
    switch (kind) {
    case Kind::type:
        return QStringLiteral("type");
    case Kind::code:
        return QStringLiteral("code");
    case Kind::confirm:
        return QStringLiteral("juste");
    case Kind::differ:
        return QStringLiteral("differe");
    case Kind::owner:
        return QStringLiteral("nom");
    case Kind::issued:
        return QStringLiteral("emise_le");
    case Kind::expires:
        return QStringLiteral("expire_le");
    }
    return {};
}

QString verdictName(const ReadPiece& piece) {
    switch (piece.withCode()->read.code->verification.verdict) {
    case Verdict::verified:
        return QStringLiteral("verifie");
    case Verdict::unverifiable:
        return QStringLiteral("non_verifiable");
    case Verdict::altered:
        return QStringLiteral("altere");
    }
    return {};
}

QString labelOf(const QString& field, int year) {
    if (year != 0)
        return Preferences::text("lu.champ.revenu_de").arg(year);
    return Preferences::text("lu.champ." + field.section(QLatin1Char(':'), 0, 0));
}

QString amount(std::int64_t euros) {
    return amountInWords(QString::number(euros));
}

QString valueOf(const ReadAsk& ask, const std::string& value) {
    if (ask.field == QLatin1String("revenu"))
        return amountInWords(text(value));
    const auto day = parseIsoDate(value);
    return day ? dateInWords(*day) : text(value);
}

QVariantMap row(const QString& field, const QString& value, int year = 0) {
    return {{"label", labelOf(field, year)}, {"value", value}};
}

/// What the code says of the person; the author vouches for these fields when it is verified.
QVariantList codeRows(const deuxddoc::DocumentFacts& facts) {
    QVariantList rows;
    QStringList people;
    for (const auto& name : facts.people)
        people.append(text(name));
    if (!people.isEmpty())
        rows.append(row("nom", listInWords(people)));
    if (facts.birth)
        rows.append(row("naissance", dateInWords(*facts.birth)));
    if (facts.taxIncome)
        rows.append(row("revenu", amount(*facts.taxIncome), facts.incomeYear.value_or(0)));
    if (facts.issued)
        rows.append(row("emise_le", dateInWords(*facts.issued)));
    const QString town = text((facts.postcode + " " + facts.town)).trimmed();
    if (!town.isEmpty())
        rows.append(row("adresse", town));
    return rows;
}

QString choiceWords(const QString& choice) {
    if (choice == QLatin1String("avant") || choice == QLatin1String("passe"))
        return Preferences::text("lu.jour." + choice);
    const QString day = choice.section(QLatin1Char(':'), -1);
    const QStringList parts = day.split(QLatin1Char('-'));
    if (parts.size() < 2)
        return day;
    const QLocale locale;
    const QString month = locale.standaloneMonthName(parts.at(1).toInt());
    return locale.toUpper(month.left(1)) + month.mid(1) + QLatin1Char(' ') + parts.first();
}

QVariantList dayCards(const ReadAsk& ask, const Date& today, int year) {
    QVariantList cards;
    for (const QString& choice : dayChoices(ask, today, year))
        cards.append(
            QVariantMap{{"value", choice}, {"text", choiceWords(choice)}, {"icon", "calendrier"}});
    return cards;
}

/// The two answers of a difference: what the paper says, what the person said.
QVariantList twoWords(const ReadAsk& ask) {
    const bool type = ask.kind == Kind::type;
    const auto one = [&](const char* code, const std::string& value) {
        const QString key = (type ? "lu.type." : "lu.differe.") + QLatin1String(code);
        return QVariantMap{{"value", QLatin1String(code)},
                           {"text", type ? pieceLabel(value) : valueOf(ask, value)},
                           {"second", Preferences::text(key)},
                           {"icon", type ? pieceTypePicto(value) : QString()}};
    };
    return {one("papier", ask.read), one("moi", ask.typed)};
}

QString captionOf(const ReadAsk& ask) {
    if (ask.place.isNull())
        return {};
    return Preferences::text(ask.verified   ? "lu.lieu.verifie"
                             : ask.fromCode ? "lu.lieu.code"
                                            : "lu.lieu.texte");
}

void addContent(QVariantMap& map, const ReadAsk& ask, const ReadPiece& piece, const Date& today,
                int year) {
    switch (ask.kind) {
    case Kind::type:
    case Kind::differ:
        map["choices"] = twoWords(ask);
        return;
    case Kind::code:
        if (verdictName(piece) != QLatin1String("altere"))
            map["rows"] = codeRows(factsOfCode(piece.withCode()->read.code->message));
        return;
    case Kind::owner:
        map["rows"] = QVariantList{QVariantMap{{"label", Preferences::text("lu.differe.papier")},
                                               {"value", text(ask.read)}},
                                   QVariantMap{{"label", Preferences::text("lu.differe.moi")},
                                               {"value", text(ask.typed)}}};
        return;
    case Kind::issued:
    case Kind::expires:
        map["choices"] = dayCards(ask, today, year);
        map["cards"] = true;
        return;
    case Kind::confirm:
        map["value"] = valueOf(ask, ask.read);
        return;
    }
}

} // namespace

QVariantMap askInWords(const ReadAsk& ask, const ReadPiece& piece, const Date& today, int year) {
    const QString kind = kindName(ask.kind);
    const QString said =
        ask.kind == Kind::code ? kind + QLatin1Char('.') + verdictName(piece) : kind;
    QVariantMap map{{"code", text(piece.id.str()) + ask.code + QString::number(year)},
                    {"kind", said},
                    {"title", Preferences::text("lu." + said + ".titre")},
                    {"hint", Preferences::text("lu." + said + ".aide")},
                    {"caption", captionOf(ask)},
                    {"rows", QVariantList()},
                    {"choices", QVariantList()},
                    {"cards", false}};
    const bool labelled = ask.kind == Kind::confirm || ask.kind == Kind::differ;
    map["label"] = labelled ? labelOf(ask.field, ask.year) : QString();
    if (ask.doubted)
        map["hint"] = Preferences::text("lu.code.autre.aide");
    if (year != 0)
        map["title"] = Preferences::text("lu.mois.titre").arg(year);
    addContent(map, ask, piece, today, year);
    return map;
}

} // namespace escale
