// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/adviser_conflict_view_model.h"

#include "client/viewmodels/adviser_words.h"
#include "client/viewmodels/answer_words.h"
#include "client/viewmodels/instants.h"
#include "client/viewmodels/note_words.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/question_page.h"
#include "shared/rules/questions.h"
#include "shared/sync/merge.h"

namespace escale {

namespace {

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

QString capital(const QString& words) {
    return words.left(1).toUpper() + words.mid(1);
}

/// A value of an item itself says whether the item is there.
QString valueOf(const std::string& path, const Value& value) {
    const auto parsed = parsePath(path);
    if (parsed && parsed->isItem())
        return Preferences::text(value == Value(true) ? "conflit.garder_element"
                                                      : "conflit.enlever_element");
    const auto* field = parsed ? catalogue().find(*parsed) : nullptr;
    const QString words = field ? valueInWords(*field, value) : text(toText(value));
    return words.isEmpty() ? Preferences::text("recap.sans_reponse") : words;
}

/// "Borne, Mairie de Gonesse".
QString deviceInWords(const DevicePlace* place, bool own, bool borne) {
    if (own)
        return Preferences::text("conflit.cet_appareil");
    if (!place || place->site.empty())
        return Preferences::text(borne ? "conflit.borne" : "conflit.autre_appareil");
    return Preferences::text(borne                         ? "conflit.borne.lieu"
                             : place->role == "permanence" ? "conflit.permanence.lieu"
                                                           : "conflit.tablette.lieu")
        .arg(text(place->site));
}

void sayWho(QVariantMap& map, const Origin& origin, const Dossier& dossier,
            const DeviceId& device) {
    const auto authority = authorityOfAuthor(origin.author);
    const bool person = authority == Authority::demandeur;
    const bool register_ = authority == Authority::state;
    map["who"] = person ? Preferences::text("conflit.dit_par").arg(personName(dossier))
                 : authority == Authority::mediateur ? Preferences::text("conflit.ecrit_par")
                 : register_                         ? Preferences::text("conflit.registre")
                                                     : Preferences::text("conflit.guichet");
    map["whoIcon"] = person ? "partie-vous" : "aide";
    const bool own = origin.device == device;
    const auto* place = dossier.placeOf(origin.device);
    const bool borne = place ? place->role == "borne" : person && !own;
    map["device"] = origin.device.empty() ? QString() : deviceInWords(place, own, borne);
    map["deviceIcon"] = borne ? "borne" : "tablette";
}

/// The line of the bareme that `better` has and `other` does not.
QString lineWon(const NoteViewModel::Shown& better, const NoteViewModel::Shown& other) {
    const auto counts = [](const NoteViewModel::Shown& note, const QString& code) {
        for (const auto& one : note.criteria)
            if (const auto map = one.toMap(); map["code"].toString() == code)
                return map["stateLabel"].toString() == Preferences::text("note.etat.compte");
        return false;
    };
    for (const auto& one : better.criteria) {
        const auto code = one.toMap()["code"].toString();
        if (counts(better, code) && !counts(other, code))
            return one.toMap()["label"].toString();
    }
    return {};
}

} // namespace

Result<void> AdviserConflictViewModel::show(const client::DossierSession& session,
                                            const std::string& path) {
    const Dossier& dossier = session.dossier();
    const auto* conflict = dossier.conflictOn(path);
    if (!conflict) {
        clear();
        return fail(Errc::notFound, path);
    }
    m_path = path;
    const auto visible = visibleQuestions(dossier, session.today());
    const auto* question = questionFor(visible, path);
    const auto parsed = parsePath(path);
    m_canAsk = question && parsed && !parsed->isItem();
    const QString name =
        question ? text(textOf(dossier.answer(question->item + ".prenom"))) : QString();
    m_title = question ? Preferences::text(text(question->titleKey())) : text(path);
    if (m_title.contains(QLatin1String("%1")))
        m_title = m_title.arg(name);
    m_hint = isEmpty(conflict->baseValue)
                 ? Preferences::text("conflit.aide")
                 : Preferences::text("conflit.aide.avant").arg(valueOf(path, conflict->baseValue));
    m_phone = valueOf("demandeur.telephone", dossier.answer("demandeur.telephone"));
    if (textOf(dossier.answer("demandeur.telephone")).empty())
        m_phone.clear();

    m_answers.clear();
    m_values.clear();
    std::vector<NoteViewModel::Shown> notes;
    for (const auto& candidate : conflict->candidates) {
        Dossier with = dossier;
        with.fields[path].value = candidate.value;
        notes.push_back(noteFor(with, session.today()));
    }
    for (std::size_t i = 0; i < conflict->candidates.size(); ++i) {
        const auto& candidate = conflict->candidates[i];
        QVariantMap map{{"value", valueOf(path, candidate.value)},
                        {"when", capital(momentInWords(candidate.origin.at.ms))},
                        {"points", QString()},
                        {"pointsNote", QString()}};
        sayWho(map, candidate.origin, dossier, session.profile().device);
        const auto& other = notes[i == 0 ? 1 : 0];
        if (notes[i].available && notes[i].points != other.points) {
            const int won = notes[i].points - other.points;
            map["points"] = Preferences::text("conflit.points").arg(notes[i].points);
            if (const auto line = lineWon(notes[i], other); won > 0 && !line.isEmpty())
                map["pointsNote"] = Preferences::text("conflit.points.plus").arg(line).arg(won);
        }
        m_values.push_back(candidate.value);
        m_answers.append(map);
    }
    emit changed();
    return {};
}

void AdviserConflictViewModel::clear() {
    m_path.clear();
    m_values.clear();
    m_answers.clear();
    m_title.clear();
    m_hint.clear();
    m_phone.clear();
    m_canAsk = false;
    emit changed();
}

Value AdviserConflictViewModel::valueAt(int index) const {
    return m_values.at(static_cast<std::size_t>(index));
}

} // namespace escale
