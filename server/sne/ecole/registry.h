// SPDX-License-Identifier: GPL-3.0-or-later
// What the stand-in holds. A number and the demande under it are one transaction.
#pragma once

#include "shared/base/ports.h"
#include "shared/nuu/feeds.h"
#include "shared/nuu/interface_nuu.h"
#include "shared/sqlite/sqlite.h"

#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace escale::sne::ecole {

/// Where a number stands.
struct NumberState {
    std::string numero;
    bool ended = false;
    std::string motif;          // of the radiation
    std::int64_t renewedMs = 0; // last creation or renewal
};

struct HeldDemande {
    std::string numero;
    std::string type;       // of the last file: CRE, MOD…
    std::string date;       // dateCreationDemande
    std::int64_t files = 0; // received under that number
};

/// May be used from several threads at once.
class Registry {
public:
    /// `clock` outlives the registry.
    static Result<std::unique_ptr<Registry>> open(const std::string& path, const Clock& clock);

    /// Gives a number of 18 characters to a demande that passed the controls.
    Result<std::string> create(const XmlElement& interfaceNuu, const std::string& fileName);
    /// Replaces what the number holds, and takes back a radiation.
    Result<void> replace(const std::string& numero, const XmlElement& interfaceNuu,
                         const std::string& fileName);
    /// Ends the demande, as the `radiation` of the file says (RADABA for a SUP, which says none).
    Result<void> end(const std::string& numero, const XmlElement& interfaceNuu,
                     const std::string& fileName);
    Result<void> end(const EndedDemande& ended);
    /// nullopt: no such number.
    Result<std::optional<NumberState>> stateOf(const std::string& numero);
    /// A demande that was not renewed may be, until 18 months after it last was (arrêté du 23 mars
    /// 2015, §6).
    [[nodiscard]] bool mayComeBack(const NumberState& state) const;
    Result<void> addDalo(const NewDalo& dalo);
    Result<std::vector<NewDalo>> dalosSince(std::int64_t ms);
    Result<std::vector<EndedDemande>> endedSince(std::int64_t ms);
    /// XML as held, its numUnique inside.
    Result<std::optional<std::string>> find(const std::string& numero);
    /// Demandes of that person, or of somebody who may be: same birth and name, and a first name
    /// that begins alike; or names the other way round.
    Result<std::vector<Doublon>> doublons(const Person& person);
    Result<std::vector<HeldDemande>> all();

private:
    Registry(sqlite::Database db, const Clock& clock);
    Result<std::string> nextNumber(const XmlElement& demande);
    /// Ends what nobody renewed in thirteen months.
    Result<void> endOverdue();
    Result<void> putEnded(const EndedDemande& ended);
    Result<void> keep(const std::string& numero, const XmlElement& interfaceNuu);
    Result<void> logFile(const std::string& numero, const XmlElement& interfaceNuu,
                         const std::string& fileName);

    std::mutex m_mutex;
    sqlite::Database m_db;
    const Clock& m_clock;
};

} // namespace escale::sne::ecole
