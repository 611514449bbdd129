// SPDX-License-Identifier: GPL-3.0-or-later
// What the person does on a page.
#include "client/viewmodels/question_view_model.h"

#include "shared/dossier/communes.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <functional>
#include <utility>

namespace escale {

namespace {

constexpr int kPostcodeDigits = 5;

bool isMultiple(const QuestionFace& face) {
    return face.saisie == QLatin1String("choix_multiples");
}

/// At most `length` characters, never half of an emoji or a letter without its accent. 0: all.
QString fitting(const QString& typed, int length) {
    if (length <= 0 || typed.size() <= length)
        return typed;
    QTextBoundaryFinder letters(QTextBoundaryFinder::Grapheme, typed);
    letters.setPosition(length);
    return typed.left(letters.isAtBoundary() ? length : letters.toPreviousBoundary());
}

/// A pasted text brings ends of lines and tabs that one line has no room for.
QString onOneLine(QString typed) {
    for (auto& letter : typed)
        if (letter == QLatin1Char('\n') || letter == QLatin1Char('\r') ||
            letter == QLatin1Char('\t'))
            letter = QLatin1Char(' ');
    return typed;
}

QString onLines(QString typed) {
    return typed.replace(QLatin1String("\r\n"), QLatin1String("\n"))
        .replace(QLatin1Char('\r'), QLatin1Char('\n'))
        .replace(QLatin1Char('\t'), QLatin1Char(' '));
}

QString withoutSpaces(const QString& typed) {
    QString kept;
    for (const QChar letter : typed)
        if (!letter.isSpace())
            kept.append(letter);
    return kept;
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

void QuestionViewModel::setTyped(const QString& typed) {
    const bool lines = m_face.saisie == QLatin1String("texte_long");
    const QString words = lines ? onLines(typed) : onOneLine(typed);
    const QString kept =
        fitting(m_face.groups.isEmpty() ? words : withoutSpaces(words), m_face.maximumLength);
    // What did not fit is still in the field: it is written there again.
    if (kept == m_draft.typed) {
        if (kept != typed)
            emit answerChanged();
        return;
    }
    m_draft.typed = kept;
    m_draft.selected.clear();
    answerMoved();
}

void QuestionViewModel::choose(const QString& code) {
    if (!isMultiple(m_face))
        m_draft.selected = {code};
    else if (!m_draft.selected.removeOne(code))
        m_draft.selected.append(code);
    const auto at = communeField();
    const bool isTown = at >= 0 || m_face.saisie == QLatin1String("commune");
    if (const auto* town = isTown ? findCommune(code.toStdString()) : nullptr) {
        (at >= 0 ? m_draft.fields[at] : m_draft.typed) = QString::fromStdString(town->name);
        // What the town says already is not asked for.
        if (at > 0 && town->postcodes.size() == 1 && m_draft.fields[at - 1].isEmpty() &&
            m_face.fields[at - 1].saisie == QLatin1String("code_postal"))
            m_draft.fields[at - 1] = QString::fromStdString(town->postcodes.front());
    }
    answerMoved();
}

void QuestionViewModel::setField(const QString& path, const QString& typed) {
    for (qsizetype i = 0; i < m_face.fields.size(); ++i) {
        if (m_face.fields[i].path != path)
            continue;
        const QString kept = fitting(onOneLine(typed), m_face.fields[i].maximumLength);
        if (m_draft.fields[i] == kept) {
            if (kept != typed)
                emit answerChanged();
            continue;
        }
        m_draft.fields[i] = kept;
        if (i == communeField())
            m_draft.selected.clear();
        else if (m_face.fields[i].saisie == QLatin1String("code_postal"))
            followPostcode(kept);
        answerMoved();
    }
}

void QuestionViewModel::setAbroad(bool abroad) {
    if (abroad == m_draft.abroad || communeField() < 0)
        return;
    m_draft.abroad = abroad;
    m_draft.selected.clear();
    for (qsizetype i = 0; i < m_face.fields.size(); ++i)
        if (isOnlyFrench(m_face.fields[i]))
            m_draft.fields[i].clear();
    answerMoved();
}

/// A postcode that is of one town only says which.
void QuestionViewModel::followPostcode(const QString& postcode) {
    const auto at = communeField();
    if (at < 0 || postcode.size() != kPostcodeDigits)
        return;
    const std::string code = postcode.toStdString();
    const auto has = [&](const Commune* town) {
        return std::find(town->postcodes.begin(), town->postcodes.end(), code) !=
               town->postcodes.end();
    };
    const auto* chosen =
        m_draft.selected.isEmpty() ? nullptr : findCommune(m_draft.selected.first().toStdString());
    auto towns = searchCommunes(code, 2);
    towns.erase(std::remove_if(towns.begin(), towns.end(), std::not_fn(has)), towns.end());
    if ((chosen && has(chosen)) || towns.empty())
        return;
    const bool only = towns.size() == 1;
    if (!only && !chosen)
        return;
    m_draft.selected =
        only ? QStringList{QString::fromStdString(towns.front()->insee)} : QStringList();
    m_draft.fields[at] = only ? QString::fromStdString(towns.front()->name) : QString();
}

void QuestionViewModel::addPerson() {
    emit personAdded();
}

void QuestionViewModel::removePerson(const QString& item) {
    emit personRemoved(item);
}

void QuestionViewModel::raisePerson(const QString& item) {
    emit personRaised(item);
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

} // namespace escale
