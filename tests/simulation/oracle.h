// SPDX-License-Identifier: GPL-3.0-or-later
// Knows everything that people were told was kept, and what was in front of them when they typed
// it. Compares at the end, and watches promises meanwhile.
#pragma once

#include "server/store/store.h"
#include "shared/sync/edit.h"
#include "tests/simulation/story.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace escale::simulation {

using EditId = std::pair<DeviceId, std::int64_t>;

/// What somebody had in front of them at one place of a dossier.
struct Seen {
    EditId origin;
    Value value;
};

/// One answer of one edit.
struct Given {
    EditId id;
    std::string path;
    Value value;
    std::vector<Seen> seen;             // at `path`: the value shown, those of an open conflict
    bool sawItemRemoved = false;        // `path` is inside an item that was shown as removed
    std::map<std::string, Seen> inside; // `path` is an item: its fields
};

/// What the server holds of a dossier at the end.
struct Held {
    server::DossierRow row;
    std::vector<Edit> history;
};

class Oracle {
public:
    explicit Oracle(Story& story)
        : m_story(story) {}

    /// The device said: kept. `view` is what its person had in front of them.
    void kept(const Edit& edit, const Dossier& view);
    /// The device could not say: it may be there after a restart, or not.
    void uncertain(const Edit& edit, const Dossier& view);
    /// What waits on a device that starts.
    void restarted(const std::string& name, const DeviceId& device,
                   const std::set<std::int64_t>& waiting);
    [[nodiscard]] std::int64_t lastSeq(const DeviceId& device) const;
    /// The server said it: from then on it must hold.
    void promised(const DeviceId& device, const protocol::SyncResponse& answer);

    /// Everything that was kept is where it should be.
    void judge(const std::vector<Held>& held, const std::vector<server::DeviceRow>& devices,
               const std::vector<server::RefusedRow>& refused, std::vector<std::string> numbers);
    [[nodiscard]] std::size_t edits() const { return m_kept.size(); }

private:
    struct Told { // of a dossier, by an answer of the server
        std::int64_t revision = 0;
        std::string number;
        std::string receivedOn;
    };
    struct Kept {
        Edit edit;
        std::vector<Given> given;
        bool isWhole = true; // no: the device did not live to say its stamp and its reference
    };
    static bool isSame(const Kept& kept, const Edit& there);
    static Kept note(const Edit& edit, const Dossier& view);
    void tell(const DossierId& id, Told now);
    void judgeHistory(const std::vector<Held>& held);
    void judgeReplay(const Held& held);
    void judgeDossier(const Held& held);
    void judgeRemovals(const Held& held, const std::vector<const Given*>& given);
    void judgeNumbers(const std::vector<Held>& held, std::vector<std::string> numbers);

    Story& m_story;
    std::map<EditId, Kept> m_kept;
    std::map<DeviceId, Kept> m_uncertain; // with the number that it would have
    std::map<DeviceId, std::int64_t> m_promised;
    std::map<DossierId, Told> m_told;
};

/// "nom = « ABC »", for the story.
std::string inWords(const Change& change);
std::string inWords(const EditId& id);
/// "dossier 0ac6"
std::string inWords(const DossierId& id);

} // namespace escale::simulation
