// SPDX-License-Identifier: GPL-3.0-or-later
// What a page says, in the present language.
#include "client/viewmodels/answer_words.h"
#include "client/viewmodels/name_words.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/question_view_model.h"
#include "client/viewmodels/read_back.h"
#include "shared/dossier/communes.h"

namespace escale {

namespace {

constexpr std::size_t kSuggestions = 6;

/// A text that the catalogue may leave out: empty, not its key, when there is none.
QString optionalText(const QString& key) {
    const QString words = key.isEmpty() ? QString() : Preferences::text(key);
    return words == key ? QString() : words;
}

QVariantMap suggestionOf(const Commune& town, const QString& wanted) {
    return {{"insee", QString::fromStdString(town.insee)},
            {"name", QString::fromStdString(town.name)},
            {"postcode", QString::fromStdString(placeCode(town, wanted.toStdString()))}};
}

} // namespace

QString QuestionViewModel::partName() const {
    return m_face.partKey.isEmpty() ? QString() : Preferences::text(m_face.partKey);
}

QString QuestionViewModel::title() const {
    if (m_face.id.isEmpty())
        return {};
    const QString words = Preferences::text(m_face.titleKey)
                              .replace(QLatin1String("%2"), QString::number(m_face.year));
    return withName(words, m_face.subject);
}

QString QuestionViewModel::hint() const {
    if (m_face.givenBefore)
        return Preferences::text("aide.deja_dit");
    if (m_face.proposedField)
        return Preferences::text("aide.propose")
            .replace(QLatin1String("%1"), valueInWords(*m_face.proposedField, m_face.proposed));
    return withName(optionalText(m_face.hintKey), m_face.subject);
}

QVariantMap QuestionViewModel::itemInWords(const PersonFace& person) const {
    QString who = optionalText(person.detailKey);
    if (who.isEmpty())
        who = optionalText(person.otherDetailKey);
    const int years = person.birth.empty() ? -1 : fullYears(person.birth, m_today);
    return {
        {"item", person.item},
        {"label", person.label.isEmpty() ? Preferences::text("personne.sans_nom") : person.label},
        {"detail", personInWords(who, years)},
        {"picto", person.picto}};
}

QVariantList QuestionViewModel::choices() const {
    QVariantList all;
    for (const auto& person : m_face.persons)
        all.append(itemInWords(person));
    for (const auto& choice : m_face.choices)
        all.append(QVariantMap{{"code", choice.code},
                               {"label", Preferences::text(choice.labelKey)},
                               {"picto", choice.picto},
                               {"selected", m_draft.selected.contains(choice.code)}});
    return all;
}

QVariantList QuestionViewModel::you() const {
    QVariantList all;
    for (const auto& person : m_face.you)
        all.append(itemInWords(person));
    return all;
}

QVariantList QuestionViewModel::glossary() const {
    QVariantList all;
    for (const auto& term : m_face.glossary) {
        const QString word = optionalText("glossaire." + term);
        const QString meaning = optionalText("glossaire." + term + ".sens");
        if (!word.isEmpty() && !meaning.isEmpty())
            all.append(QVariantMap{{"code", term}, {"word", word}, {"meaning", meaning}});
    }
    return all;
}

QVariantList QuestionViewModel::fields() const {
    QVariantList all;
    for (qsizetype i = 0; i < m_face.fields.size(); ++i) {
        const FieldFace& field = m_face.fields[i];
        if (m_draft.abroad && isOnlyFrench(field))
            continue;
        const bool town = m_draft.abroad && field.path.endsWith(QLatin1String(".complement"));
        const QString label = town ? QStringLiteral("champ.adresse.etranger") : field.labelKey;
        all.append(QVariantMap{{"path", field.path},
                               {"label", Preferences::text(label)},
                               {"typed", m_draft.fields[i]},
                               {"saisie", field.saisie}});
    }
    return all;
}

QVariantList QuestionViewModel::suggestions() const {
    if (!m_draft.selected.isEmpty())
        return {};
    const bool nearFirst = m_draft.typed.isEmpty() && !m_face.townNear.isEmpty();
    if (const auto* town = nearFirst ? findCommune(m_face.townNear.toStdString()) : nullptr)
        return {suggestionOf(*town, {})};
    QString wanted = m_face.saisie == QLatin1String("commune") ? m_draft.typed : QString();
    QString otherwise;
    // In an address the postcode stands before the town: it proposes towns, and letters narrow
    // them. Letters that are of none of them are looked for alone.
    if (const auto at = communeField(); at >= 0) {
        otherwise = m_draft.fields[at];
        wanted = at > 0 ? m_draft.fields[at - 1] + QLatin1Char(' ') + otherwise : otherwise;
    }
    auto towns = searchCommunes(wanted.toStdString(), kSuggestions);
    if (towns.empty())
        towns = searchCommunes(otherwise.toStdString(), kSuggestions);
    QVariantList all;
    for (const auto* town : towns)
        all.append(suggestionOf(*town, wanted));
    return all;
}

QString QuestionViewModel::typedInGroups() const {
    return inGroups(m_draft.typed, m_face.groups);
}

int QuestionViewModel::lettersLeft() const {
    return m_face.maximumLength > 0 ? m_face.maximumLength - int(m_draft.typed.size()) : -1;
}

QString QuestionViewModel::readBack() const {
    if (m_face.saisie == QLatin1String("date"))
        return dateWhileTyped(m_draft.typed, m_today);
    if (m_face.saisie == QLatin1String("commune") && !m_draft.selected.isEmpty())
        return communeInWords(m_draft.selected.first());
    if (m_face.saisie == QLatin1String("montant"))
        return amountInWords(m_draft.typed);
    return {};
}

QString QuestionViewModel::error() const {
    return m_errorKey.isEmpty() ? QString() : Preferences::sentence(m_errorKey);
}

} // namespace escale
