// SPDX-License-Identifier: GPL-3.0-or-later
// The end of the day. Every answer that was kept is shown, or answered by a later one whose author
// had it in front of them, or listed in a conflict. This is not the merge written again: it only
// knows who saw what.
#include "tests/simulation/oracle.h"

#include "shared/dossier/catalogue.h"
#include "shared/sync/merge.h"

#include <algorithm>

namespace escale::simulation {
namespace {

ConflictPolicy policyOf(const std::string& path) {
    const auto parsed = parsePath(path);
    const FieldSpec* field = parsed ? catalogue().find(*parsed) : nullptr;
    return field ? field->policy : ConflictPolicy::arrival;
}

bool holds(const Value& list, const std::string& word) {
    const auto* words = std::get_if<TextList>(&list);
    return words && std::find(words->begin(), words->end(), word) != words->end();
}

/// All that the dossier shows at a path: the value, and those of an open conflict.
std::vector<Value> shownAt(const Dossier& dossier, const std::string& path) {
    std::vector<Value> values{dossier.answer(path)};
    const auto field = dossier.fields.find(path);
    if (field != dossier.fields.end())
        values.front() = field->second.value;
    if (const Conflict* conflict = dossier.conflictOn(path)) {
        for (const Candidate& candidate : conflict->candidates)
            values.push_back(candidate.value);
    }
    return values;
}

bool isLaterHere(const Given& later, const Given& earlier) {
    return later.id.first == earlier.id.first && later.id.second > earlier.id.second;
}

/// Whether the author of `later` had `earlier` in front of them.
bool saw(const Given& later, const Given& earlier) {
    if (isLaterHere(later, earlier))
        return true;
    return later.id != earlier.id &&
           std::any_of(later.seen.begin(), later.seen.end(), [&](const Seen& seen) {
               return seen.origin == earlier.id || seen.value == earlier.value;
           });
}

/// An item that was removed came back because somebody, who knew, wrote inside.
bool cameBack(const Given& later, const Given& removal) {
    return removal.value == Value(false) && later.path.starts_with(removal.path + ".") &&
           (later.sawItemRemoved || isLaterHere(later, removal));
}

bool isAnswered(const Given& earlier, const std::vector<const Given*>& all) {
    return std::any_of(all.begin(), all.end(), [&](const Given* later) {
        return (later->path == earlier.path && saw(*later, earlier)) || cameBack(*later, earlier);
    });
}

/// Policy union: each word is there, or was taken away by somebody who saw it.
bool isInUnion(const Given& given, const std::vector<Value>& shown,
               const std::vector<const Given*>& all) {
    const auto* words = std::get_if<TextList>(&given.value);
    return words && std::all_of(words->begin(), words->end(), [&](const std::string& word) {
               const auto hasWord = [&](const Value& value) { return holds(value, word); };
               if (std::any_of(shown.begin(), shown.end(), hasWord))
                   return true;
               return std::any_of(all.begin(), all.end(), [&](const Given* later) {
                   return later->path == given.path && !holds(later->value, word) &&
                          std::any_of(later->seen.begin(), later->seen.end(),
                                      [&](const Seen& seen) { return holds(seen.value, word); });
               });
           });
}

bool isAccountedFor(const Dossier& dossier, const Given& given,
                    const std::vector<const Given*>& all) {
    const auto shown = shownAt(dossier, given.path);
    if (std::find(shown.begin(), shown.end(), given.value) != shown.end())
        return true;
    const ConflictPolicy policy = policyOf(given.path);
    if (policy == ConflictPolicy::harmless)
        return true; // the history has it
    if (policy == ConflictPolicy::unionSet && isInUnion(given, shown, all))
        return true;
    return isAnswered(given, all);
}

} // namespace

void Oracle::judge(const std::vector<Held>& held, const std::vector<server::DeviceRow>& devices,
                   const std::vector<server::RefusedRow>& refused,
                   std::vector<std::string> numbers) {
    for (const server::DeviceRow& device : devices) {
        if (device.acknowledged < m_promised[device.id])
            m_story.accuse("le serveur a oublié ce qu’il avait acquitté à " + device.id.str());
    }
    for (const server::RefusedRow& row : refused)
        m_story.accuse("saisie refusée à tort : " + inWords(EditId(row.device, row.refused.seq)) +
                       ", " + row.refused.detail);
    judgeHistory(held);
    for (const Held& one : held) {
        judgeReplay(one);
        judgeDossier(one);
    }
    judgeNumbers(held, std::move(numbers));
}

bool Oracle::isSame(const Kept& kept, const Edit& there) {
    if (kept.isWhole)
        return kept.edit == there;
    Edit known = kept.edit;
    known.at = there.at;
    known.changes = there.changes;
    return known == there &&
           std::all_of(kept.edit.changes.begin(), kept.edit.changes.end(),
                       [&](const Change& change) {
                           return std::find(there.changes.begin(), there.changes.end(), change) !=
                                  there.changes.end();
                       });
}

void Oracle::judgeHistory(const std::vector<Held>& held) {
    std::set<EditId> there;
    for (const Held& one : held) {
        for (const Edit& edit : one.history) {
            const EditId id(edit.device, edit.seq);
            if (!there.insert(id).second)
                m_story.accuse("saisie appliquée deux fois : " + inWords(id));
            const auto known = m_kept.find(id);
            if (known == m_kept.end())
                m_story.accuse("saisie que personne n’a faite : " + inWords(id));
            else if (!isSame(known->second, edit))
                m_story.accuse("saisie changée en route : " + inWords(id));
        }
    }
    for (const auto& [id, kept] : m_kept) {
        if (!there.contains(id))
            m_story.accuse("saisie gardée qui n’est nulle part : " + inWords(id));
    }
}

/// Every edit has counted once: its history, read again from the start, gives the dossier back.
void Oracle::judgeReplay(const Held& held) {
    std::vector<Dossier> past(1);
    past.front().id = held.row.dossier.id;
    const ValueAt valueThen = [&past](const std::string& path, std::int64_t revision) -> Value {
        const auto then = std::find_if(past.rbegin(), past.rend(), [&](const Dossier& one) {
            return one.revision <= revision;
        });
        return then == past.rend() ? Value() : then->answer(path);
    };
    for (const Edit& edit : held.history) {
        Dossier next = past.back();
        mergeEdit(next, edit, catalogue(), authorityOfAuthor(edit.author), valueThen);
        past.push_back(std::move(next));
    }
    const Dossier& again = past.back();
    const Dossier& there = held.row.dossier;
    if (again.revision != there.revision || again.fields != there.fields ||
        again.conflicts != there.conflicts)
        m_story.accuse("l’historique ne redonne pas le dossier : une saisie a compté deux fois, ou "
                       "pas du tout, " +
                       there.id.str());
}

void Oracle::judgeDossier(const Held& held) {
    const Dossier& dossier = held.row.dossier;
    std::vector<const Given*> all;
    for (const auto& [id, kept] : m_kept) {
        if (kept.edit.dossier != dossier.id)
            continue;
        for (const Given& given : kept.given)
            all.push_back(&given);
    }
    for (const Given* given : all) {
        if (!isAccountedFor(dossier, *given, all))
            m_story.accuse("réponse perdue sans trace, saisie " + inWords(given->id) + " : " +
                           inWords(Change{given->path, given->value, 0}));
    }
    for (const Conflict& conflict : dossier.conflicts) {
        if (conflict.candidates.size() < 2 || conflict.winner >= conflict.candidates.size())
            m_story.accuse("conflit sans ses deux valeurs : " + conflict.path);
    }
    judgeRemovals(held, all);
}

/// An item that is gone: whoever removed it had its last fields in front of them.
void Oracle::judgeRemovals(const Held& held, const std::vector<const Given*>& given) {
    const Dossier& dossier = held.row.dossier;
    for (const auto& [item, state] : dossier.fields) {
        if (!item.ends_with(']') || state.value != Value(false) || dossier.conflictOn(item))
            continue;
        for (auto field = dossier.fields.lower_bound(item + ".");
             field != dossier.fields.end() && field->first.starts_with(item + "."); ++field) {
            const auto& [path, last] = *field;
            const bool known = std::any_of(given.begin(), given.end(), [&](const Given* one) {
                if (one->path != item || one->value != Value(false))
                    return false;
                const auto seen = one->inside.find(path);
                return one->id.first == last.origin.device ||
                       (seen != one->inside.end() && seen->second.value == last.value);
            });
            if (!known)
                m_story.accuse("effacé sans avoir été vu : " + path);
        }
    }
}

void Oracle::judgeNumbers(const std::vector<Held>& held, std::vector<std::string> numbers) {
    std::multiset<std::string> ours;
    for (const Held& one : held) {
        const std::string& number = one.row.dossier.numeroUnique;
        if (!number.empty())
            ours.insert(number);
    }
    for (const std::string& number : numbers) {
        const auto times = ours.count(number);
        if (times == 0)
            m_story.accuse("le SNE a donné un numéro que personne n’a : " + number);
        if (times > 1)
            m_story.accuse("deux dossiers ont le même numéro unique : " + number);
        ours.erase(number);
    }
    for (const std::string& number : ours)
        m_story.accuse("numéro unique que le SNE n’a pas donné : " + number);
}

} // namespace escale::simulation
