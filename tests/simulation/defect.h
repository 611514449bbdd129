// SPDX-License-Identifier: GPL-3.0-or-later
// Faults put on purpose in the server, to know that the oracle sees them.
#pragma once

#include "server/store/store.h"

#include <optional>
#include <string_view>

namespace escale::simulation {

enum class Defect {
    none,
    acknowledgeBeforeCommit, // answers, then writes
    dropLoser,               // keeps the winner of a conflict only
    forgetIdempotence,       // applies again what it has already applied
};
std::string_view defectName(Defect defect);
std::optional<Defect> defectFromName(std::string_view name);

/// A store with a defect (dropLoser, forgetIdempotence) in front of the real one.
class DefectiveStore final : public server::Store {
public:
    /// `real` outlives it.
    DefectiveStore(server::Store& real, Defect defect)
        : m_real(real)
        , m_defect(defect) {}

    Result<void> inTransaction(const Work& work) override;
    Result<void> reading(const Work& work) override;
    Result<void> sweep() override { return m_real.sweep(); }
    Result<std::string> saveTo(const std::string& folder) override { return m_real.saveTo(folder); }
    /// The looks of one request at the high-water mark, up to that of its transaction, see that
    /// one at most: who asks, which numbers are new, which are new among writers.
    void forgetMarksAbove(std::int64_t mark) {
        m_mark = mark;
        m_looks = 3;
    }

private:
    Work wrap(const Work& work);
    server::Store& m_real;
    Defect m_defect;
    std::int64_t m_mark = 0;
    int m_looks = 0;
};

} // namespace escale::simulation
