// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/bench_workload.h"

#include "shared/base/system_ports.h"
#include "shared/crypto/random.h"
#include "shared/dossier/catalogue.h"
#include "shared/dossier/check.h"
#include "shared/protocol/messages.h"
#include "shared/sync/merge.h"

#include <algorithm>
#include <optional>

namespace escale::client::ctl {
namespace {

constexpr std::size_t kAnswers = 120;
constexpr std::size_t kOneSide = 8; // answers that only one tablet changes
constexpr std::size_t kBoth = 2;
constexpr std::size_t kMostTries = 10'000;

/// Something that `field` takes, different for another `turn`; nothing when it takes none of ours.
std::optional<Value> invent(const FieldSpec& field, std::int64_t turn) {
    std::string letters = "Essai ";
    for (std::int64_t left = turn; left > 0; left /= 26)
        letters += static_cast<char>('a' + left % 26);
    const std::vector<Value> tries{letters, std::int64_t{1 + turn % 9},
                                   "1980-01-" + std::to_string(10 + turn % 19), true};
    for (const Value& value : tries) {
        if (checkValue(field, value, catalogue()))
            return value;
    }
    return std::nullopt;
}

bool isFree(const FieldSpec& field) {
    const bool text = field.type == FieldType::text || field.type == FieldType::longText;
    return text && field.id.find('[') == std::string::npos &&
           (field.policy == ConflictPolicy::arrival || field.policy == ConflictPolicy::authority);
}

/// Fields of the form first, then people of a list, until there are 120 answers.
std::vector<Change> newDossier(Random& random) {
    const SystemClock clock;
    std::vector<Change> changes;
    for (const FieldSpec& field : catalogue().fields()) {
        const auto value = invent(field, 1);
        if (value && changes.size() < kAnswers && field.id.find('[') == std::string::npos)
            changes.push_back({field.id, *value, 0});
    }
    for (std::size_t tries = 0; changes.size() < kAnswers && tries < kMostTries; ++tries) {
        const std::string item =
            FieldPath{"personnes_a_charge", newId<ItemId>(clock, random), {}}.str();
        changes.push_back({item, true, 0});
        for (const char* field : {"prenom", "nom", "naissance"}) {
            const auto* spec = catalogue().find("personnes_a_charge[]." + std::string(field));
            const auto value = spec ? invent(*spec, 2) : std::nullopt;
            if (value && changes.size() < kAnswers)
                changes.push_back({item + "." + field, *value, 0});
        }
    }
    return changes;
}

} // namespace

Workload::Workload(std::size_t dossiers) {
    const SystemClock clock;
    crypto::SystemRandom random;
    for (std::size_t i = 0; i < dossiers; ++i)
        m_dossiers.push_back(newId<DossierId>(clock, random));
    m_answers = newDossier(random);
    for (const FieldSpec& field : catalogue().fields()) {
        if (isFree(field) && invent(field, 1) && m_paths.size() < 2 * kOneSide + kBoth)
            m_paths.push_back(field.id);
    }
    json::object object;
    for (const Change& change : m_answers)
        object[change.path] = toJson(change.value);
    m_sample = json::serialize(object);
}

Result<void> Workload::create(Workspace& tablet, const std::vector<DossierId>& dossiers) const {
    for (const DossierId& dossier : dossiers) {
        Draft draft;
        draft.dossier = dossier;
        draft.author = tablet.profile().defaultAuthor();
        draft.schema = catalogue().schema();
        draft.changes = m_answers;
        ESCALE_TRY(tablet.store().create(draft, {}));
    }
    return {};
}

Result<void> Workload::append(Workspace& tablet, const DossierId& dossier,
                              std::vector<Change> changes) const {
    ESCALE_TRY_ASSIGN(snapshot, tablet.store().snapshot(dossier));
    Draft draft;
    draft.dossier = dossier;
    draft.author = tablet.profile().defaultAuthor();
    draft.schema = catalogue().schema();
    draft.seen = snapshot.revision;
    for (Change& change : changes)
        change.base = baseOf(snapshot, change.path);
    draft.changes = std::move(changes);
    ESCALE_TRY(tablet.store().append(draft));
    return {};
}

std::vector<Change> Workload::changesOf(int side) const {
    std::vector<Change> changes;
    const auto add = [&](std::size_t index) {
        const FieldSpec* field = catalogue().find(m_paths[index]);
        changes.push_back({m_paths[index], *invent(*field, 100 + side * 100), 0});
    };
    const std::size_t each = (m_paths.size() - kBoth) / 2;
    for (std::size_t i = 0; i < each; ++i)
        add(i + each * static_cast<std::size_t>(side));
    for (std::size_t i = m_paths.size() - kBoth; i < m_paths.size(); ++i)
        add(i);
    return changes;
}

Result<void> Workload::change(Workspace& tablet, int side) const {
    for (const DossierId& dossier : m_dossiers)
        ESCALE_TRY(append(tablet, dossier, changesOf(side)));
    return {};
}

Result<void> Workload::changeOften(Workspace& tablet, std::int64_t times) const {
    const FieldSpec* field = catalogue().find(m_paths.front());
    for (std::int64_t turn = 0; turn < times; ++turn) {
        for (const DossierId& dossier : m_dossiers)
            ESCALE_TRY(append(tablet, dossier, {{field->id, *invent(*field, 1000 + turn), 0}}));
    }
    return {};
}

Result<Workload::Found> Workload::check(Workspace& one, Workspace& two) const {
    Found found;
    for (const DossierId& dossier : m_dossiers) {
        ESCALE_TRY_ASSIGN(here, one.store().load(dossier));
        ESCALE_TRY_ASSIGN(there, two.store().load(dossier));
        if (!(here == there))
            ++found.different;
        for (const int side : {0, 1}) {
            const auto changes = changesOf(side);
            for (std::size_t i = 0; i + kBoth < changes.size(); ++i)
                found.lost += here.answer(changes[i].path) == changes[i].value ? 0 : 1;
        }
        found.clashesExpected += kBoth;
        for (std::size_t i = m_paths.size() - kBoth; i < m_paths.size(); ++i) {
            const Conflict* conflict = here.conflictOn(m_paths[i]);
            found.clashes += conflict && conflict->candidates.size() == 2 ? 1 : 0;
        }
    }
    return found;
}

} // namespace escale::client::ctl
