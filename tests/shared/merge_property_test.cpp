// SPDX-License-Identifier: GPL-3.0-or-later
// Devices that answer, remove and decide offline, deliver when they can and are answered or not:
// whatever the order, every value that was acknowledged is still somewhere.
#include "merge_support.h"
#include "shared/protocol/messages.h"

#include <QtTest>
#include <optional>
#include <set>

using namespace escale;
using namespace escale::test;

namespace {

/// One change that the server acknowledged.
struct Record {
    Edit edit;
    Change change;
    ChangeResult result;
    std::int64_t revision; // of the dossier once merged
};

struct Device {
    unsigned number = 0;
    std::string author;
    std::int64_t seq = 0;
    Dossier snapshot;
    std::vector<Edit> pending;
};

bool isInside(const std::string& path, const std::string& item) {
    return path.starts_with(item + ".");
}

class World {
public:
    World(std::uint64_t seed, unsigned devices)
        : m_random(seed) {
        m_server.id = dossierId();
        constexpr const char* kAuthors[] = {"demandeur", "mediateur", "guichet", "demandeur"};
        for (unsigned n = 0; n < devices; ++n)
            m_devices.push_back({n + 1, kAuthors[n % 4], 0, m_server, {}});
    }

    void run(int steps) {
        for (int i = 0; i < steps; ++i) {
            Device& device = m_devices[m_random.below(static_cast<unsigned>(m_devices.size()))];
            if (m_random.below(5) < 3)
                answer(device);
            else
                sync(device, m_random.below(4));
        }
        for (int twice = 0; twice < 2; ++twice)
            for (Device& device : m_devices)
                sync(device, 1000, true);
    }

    /// The first thing that is wrong, or "".
    [[nodiscard]] std::string fault() const {
        for (std::size_t i = 0; i < m_records.size(); ++i)
            if (!isKept(i))
                return "lost: " + m_records[i].change.path + " = " +
                       toText(m_records[i].change.value);
        for (const Conflict& conflict : m_server.conflicts)
            if (m_server.answer(conflict.path) != conflict.candidates[conflict.winner].value ||
                distinct(conflict) < 2)
                return "conflict that does not hold together: " + conflict.path;
        for (const Device& device : m_devices)
            if (!(withPending(device.snapshot, device.pending) == m_server))
                return "replicas differ";
        return m_replay;
    }

private:
    static std::size_t distinct(const Conflict& conflict) {
        std::set<std::string> values;
        for (const Candidate& one : conflict.candidates)
            values.insert(json::serialize(toJson(one.value)));
        return values.size();
    }

    Change randomChange(const Dossier& view) {
        const std::string town = item("localisations", m_random.below(2));
        const std::string digit = std::to_string(m_random.below(4));
        Change change;
        switch (m_random.below(7)) {
        case 0:
            change = {"demandeur.telephone", "060000000" + digit, 0};
            break;
        case 1:
            change = {"demandeur.nom", std::string("Nom") + static_cast<char>('A' + digit[0] - '0'),
                      0};
            break;
        case 2:
            change = {"motifs", randomSet(), 0};
            break;
        case 3:
            change = {"demandeur.nom_usage", "Usage", 0};
            break;
        case 4:
            change = {town, m_random.oneIn(2), 0};
            break;
        case 5:
            change = {town + ".rang", std::int64_t{1} + m_random.below(3), 0};
            break;
        default:
            change = {town + ".commune", "4200" + digit, 0};
        }
        if (m_random.oneIn(12) && !isItem(change.path))
            change.value = Value();
        change.base = baseOf(view, change.path);
        return change;
    }

    static bool isItem(const std::string& path) { return path.ends_with(']'); }

    Value randomSet() {
        TextList set;
        for (const char* code : {"autre", "expulsion", "sante", "trop_petit"})
            if (m_random.oneIn(2))
                set.emplace_back(code);
        return set.empty() ? Value(TextList{"sante"}) : Value(set);
    }

    void answer(Device& device) {
        Edit edit = editOf(device.number, ++device.seq, {}, device.author);
        edit.seen = device.snapshot.revision;
        const unsigned count = 1 + m_random.below(2);
        for (unsigned i = 0; i < count; ++i) {
            Change change = randomChange(device.snapshot);
            if (edit.changes.empty() || goTogether(edit.changes.front(), change))
                edit.changes.push_back(std::move(change));
        }
        if (m_random.oneIn(3) && device.snapshot.conflictOn(edit.changes.front().path)) {
            edit.changes.resize(1);
            edit.closes = "choix";
        }
        device.pending.push_back(std::move(edit));
    }

    /// One person does not answer twice at once, nor inside what they remove.
    static bool goTogether(const Change& one, const Change& other) {
        const auto removes = [](const Change& item, const Change& inside) {
            return item.value == Value(false) && isInside(inside.path, item.path);
        };
        return one.path != other.path && !removes(one, other) && !removes(other, one);
    }

    void sync(Device& device, std::size_t most, bool answered = false) {
        const std::size_t count = std::min(most, device.pending.size());
        for (std::size_t i = 0; i < count; ++i)
            deliver(device.pending[i]);
        if (!answered && m_random.oneIn(4))
            return; // the answer was lost: the caller remembers, the device does not know
        device.pending.erase(device.pending.begin(),
                             device.pending.begin() + static_cast<std::ptrdiff_t>(count));
        device.snapshot = *protocol::dossierFromJson(protocol::toJson(m_server));
    }

    void deliver(const Edit& edit) {
        if (edit.seq <= m_acknowledged[edit.device.str()])
            return;
        m_acknowledged[edit.device.str()] = edit.seq;
        const auto outcome = mergeEdit(m_server, edit, catalogue(), authorityOfAuthor(edit.author));
        for (std::size_t i = 0; i < edit.changes.size(); ++i)
            m_records.push_back({edit, edit.changes[i], outcome.results[i], m_server.revision});
        const Dossier before = m_server;
        mergeEdit(m_server, edit, catalogue(), authorityOfAuthor(edit.author));
        if (!(m_server == before))
            m_replay = "an edit merged twice changed something";
    }

    [[nodiscard]] bool isKept(std::size_t index) const {
        const Record& record = m_records[index];
        return record.result == ChangeResult::unchanged || isHarmless(record.change.path) ||
               isShown(record.change) || isSuperseded(index);
    }

    static bool isHarmless(const std::string& path) {
        const FieldSpec* field = catalogue().find(parsePath(path)->pattern());
        return field && field->policy == ConflictPolicy::harmless;
    }

    [[nodiscard]] bool isShown(const Change& change) const {
        const Value now = m_server.answer(change.path);
        if (now == change.value && !isHidden(change.path))
            return true;
        const auto* set = std::get_if<TextList>(&change.value);
        const auto* all = std::get_if<TextList>(&now);
        if (set && all && std::includes(all->begin(), all->end(), set->begin(), set->end()))
            return true;
        const Conflict* conflict = m_server.conflictOn(change.path);
        return conflict &&
               std::any_of(conflict->candidates.begin(), conflict->candidates.end(),
                           [&](const Candidate& one) { return one.value == change.value; });
    }

    /// Inside an item that was removed for good.
    [[nodiscard]] bool isHidden(const std::string& path) const {
        const auto close = path.find(']');
        return close != std::string::npos && close + 1 != path.size() &&
               m_server.answer(path.substr(0, close + 1)) == Value(false);
    }

    /// Somebody who had it in front of them, or the same device later, said something else about
    /// this field or about its item.
    [[nodiscard]] bool isSuperseded(std::size_t index) const {
        const Record& record = m_records[index];
        for (std::size_t i = index + 1; i < m_records.size(); ++i) {
            const Record& later = m_records[i];
            const bool about =
                later.change.path == record.change.path ||
                (isItem(later.change.path) && isInside(record.change.path, later.change.path)) ||
                isInside(later.change.path, record.change.path);
            const bool inside = isInside(later.change.path, record.change.path);
            const std::int64_t seen = inside ? later.edit.seen : later.change.base;
            if (about && (later.edit.device == record.edit.device || seen >= record.revision))
                return true;
        }
        return false;
    }

    Seeded m_random;
    Dossier m_server;
    std::vector<Device> m_devices;
    std::vector<Record> m_records;
    std::map<std::string, std::int64_t> m_acknowledged;
    std::string m_replay;
};

} // namespace

class MergePropertyTest : public QObject {
    Q_OBJECT
private slots:
    void noAcknowledgedValueDisappears() {
        for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
            World world(seed, 2 + static_cast<unsigned>(seed % 4));
            world.run(10 + static_cast<int>(seed % 60));
            const std::string fault = world.fault();
            QVERIFY2(fault.empty(), (fault + ", seed " + std::to_string(seed)).c_str());
        }
    }
};

QTEST_APPLESS_MAIN(MergePropertyTest)
#include "merge_property_test.moc"
