// SPDX-License-Identifier: GPL-3.0-or-later
// What the stand-in holds. A number and the demande under it are one transaction.
#pragma once

#include "server/sne/interface_nuu.h"
#include "shared/base/ports.h"
#include "shared/sqlite/sqlite.h"

#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace escale::sne::ecole {

struct HeldDemande {
    std::string numero;
    std::string type;       // of the last file: CRE or MOD
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
    /// Replaces what the number holds. False when the number is not known.
    Result<bool> replace(const std::string& numero, const XmlElement& interfaceNuu,
                         const std::string& fileName);
    /// XML as held, its numUnique inside.
    Result<std::optional<std::string>> find(const std::string& numero);
    Result<std::vector<Doublon>> doublons(const Person& person);
    Result<std::vector<HeldDemande>> all();

private:
    Registry(sqlite::Database db, const Clock& clock);
    Result<std::string> nextNumber(const XmlElement& demande);
    Result<void> keep(const std::string& numero, const XmlElement& interfaceNuu);
    Result<void> logFile(const std::string& numero, const XmlElement& interfaceNuu,
                         const std::string& fileName);

    std::mutex m_mutex;
    sqlite::Database m_db;
    const Clock& m_clock;
};

} // namespace escale::sne::ecole
