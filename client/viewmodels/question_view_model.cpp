// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/question_view_model.h"

#include "client/viewmodels/preferences.h"
#include "client/viewmodels/read_back.h"
#include "shared/dossier/communes.h"

#include <utility>

namespace escale {

namespace {

constexpr std::size_t kSuggestions = 6;

bool isMultiple(const QuestionFace& face) {
    return face.saisie == QLatin1String("choix_multiples");
}

/// A text that the catalogue may leave out: empty, not its key, when there is none.
QString optionalText(const QString& key) {
    const QString words = Preferences::text(key);
    return words == key ? QString() : words;
}

} // namespace

void QuestionViewModel::show(QuestionFace face, QuestionDraft draft, const Date& today) {
    m_face = std::move(face);
    m_draft = std::move(draft);
    m_today = today;
    m_draft.fields.resize(m_face.fields.size());
    m_errorKey.clear();
    emit questionChanged();
    emit wordsChanged();
    emit answerChanged();
    emit errorChanged();
}

void QuestionViewModel::setErrorKey(const QString& key) {
    m_errorKey = key;
    emit errorChanged();
}

void QuestionViewModel::retranslate() {
    emit wordsChanged();
    emit answerChanged();
    emit errorChanged();
}

QString QuestionViewModel::questionId() const {
    return m_face.id;
}

QString QuestionViewModel::saisie() const {
    return m_face.saisie;
}

int QuestionViewModel::part() const {
    return m_face.part;
}

QString QuestionViewModel::partName() const {
    return m_face.partKey.isEmpty() ? QString() : Preferences::text(m_face.partKey);
}

QString QuestionViewModel::partPicto() const {
    return m_face.partPicto;
}

QString QuestionViewModel::title() const {
    if (m_face.id.isEmpty())
        return {};
    const QString words = Preferences::text("question." + m_face.id);
    return words.contains(QLatin1String("%1")) ? words.arg(m_face.subject) : words;
}

QString QuestionViewModel::hint() const {
    return m_face.id.isEmpty() ? QString() : optionalText("aide." + m_face.id);
}

QString QuestionViewModel::picto() const {
    return m_face.picto;
}

QVariantList QuestionViewModel::choices() const {
    QVariantList all;
    for (const auto& person : m_face.persons)
        all.append(QVariantMap{
            {"item", person.item},
            {"label",
             person.label.isEmpty() ? Preferences::text("personne.sans_nom") : person.label},
            {"detail",
             person.detailKey.isEmpty() ? QString() : Preferences::text(person.detailKey)}});
    for (const auto& choice : m_face.choices)
        all.append(QVariantMap{{"code", choice.code},
                               {"label", Preferences::text(choice.labelKey)},
                               {"picto", choice.picto},
                               {"selected", isSelected(choice.code)}});
    return all;
}

QString QuestionViewModel::typed() const {
    return m_draft.typed;
}

void QuestionViewModel::setTyped(const QString& typed) {
    const QString fitting = m_face.maximumLength > 0 ? typed.left(m_face.maximumLength) : typed;
    if (fitting == m_draft.typed)
        return;
    m_draft.typed = fitting;
    m_draft.selected.clear();
    answerMoved();
}

QVariantList QuestionViewModel::fields() const {
    QVariantList all;
    for (qsizetype i = 0; i < m_face.fields.size(); ++i)
        all.append(QVariantMap{{"path", m_face.fields[i].path},
                               {"label", Preferences::text(m_face.fields[i].labelKey)},
                               {"typed", m_draft.fields[i]},
                               {"saisie", m_face.fields[i].saisie}});
    return all;
}

QVariantList QuestionViewModel::suggestions() const {
    if (!m_draft.selected.isEmpty())
        return {};
    QString wanted = m_face.saisie == QLatin1String("commune") ? m_draft.typed : QString();
    // In an address, the postcode stands before the town and proposes it.
    if (const auto at = communeField(); at >= 0)
        wanted =
            m_draft.fields[at].isEmpty() && at > 0 ? m_draft.fields[at - 1] : m_draft.fields[at];
    QVariantList all;
    for (const auto* town : searchCommunes(wanted.toStdString(), kSuggestions))
        all.append(QVariantMap{
            {"insee", QString::fromStdString(town->insee)},
            {"name", QString::fromStdString(town->name)},
            {"postcode", QString::fromStdString(placeCode(*town, wanted.toStdString()))}});
    return all;
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

bool QuestionViewModel::canSayUnknown() const {
    return m_face.canSayUnknown;
}

bool QuestionViewModel::canSayNone() const {
    return m_face.canSayNone;
}

bool QuestionViewModel::isPrivate() const {
    return m_face.isPrivate;
}

int QuestionViewModel::maximumLength() const {
    return m_face.maximumLength;
}

void QuestionViewModel::choose(const QString& code) {
    if (!isMultiple(m_face))
        m_draft.selected = {code};
    else if (!m_draft.selected.removeOne(code))
        m_draft.selected.append(code);
    const auto at = communeField();
    const bool isTown = at >= 0 || m_face.saisie == QLatin1String("commune");
    if (const auto* town = isTown ? findCommune(code.toStdString()) : nullptr)
        (at >= 0 ? m_draft.fields[at] : m_draft.typed) = QString::fromStdString(town->name);
    answerMoved();
}

void QuestionViewModel::setField(const QString& path, const QString& typed) {
    for (qsizetype i = 0; i < m_face.fields.size(); ++i) {
        if (m_face.fields[i].path != path || m_draft.fields[i] == typed)
            continue;
        m_draft.fields[i] = typed;
        if (i == communeField())
            m_draft.selected.clear();
        answerMoved();
    }
}

void QuestionViewModel::addPerson() {
    emit personAdded();
}

void QuestionViewModel::removePerson(const QString& item) {
    emit personRemoved(item);
}

void QuestionViewModel::sayUnknown() {
    if (m_face.canSayUnknown)
        mark(QuestionDraft::Marker::unknown);
}

void QuestionViewModel::sayNone() {
    if (m_face.canSayNone)
        mark(QuestionDraft::Marker::noSuch);
}

void QuestionViewModel::answerMoved() {
    m_draft.marker = QuestionDraft::Marker::none;
    emit answerChanged();
    // What was wrong is being put right: the sentence goes, the next submit() tells again.
    if (!m_errorKey.isEmpty())
        setErrorKey({});
}

void QuestionViewModel::mark(QuestionDraft::Marker marker) {
    // On a page of several fields, what is written stays: the marker answers the empty ones.
    if (m_face.fields.isEmpty())
        m_draft = {};
    m_draft.marker = marker;
    emit answerChanged();
    emit answered();
}

qsizetype QuestionViewModel::communeField() const {
    for (qsizetype i = 0; i < m_face.fields.size(); ++i)
        if (m_face.fields[i].saisie == QLatin1String("commune"))
            return i;
    return -1;
}

bool QuestionViewModel::isSelected(const QString& code) const {
    return m_draft.selected.contains(code);
}

} // namespace escale
