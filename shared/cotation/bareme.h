// SPDX-License-Identifier: GPL-3.0-or-later
// A bareme of cotation, read from its JSON (README.md of this room says the format) and compiled
// once. Immutable, cheap to copy, safe to share between threads.
#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::cotation {

struct Program; // program.h, for this room only

/// One thing that is wrong or doubtful in a bareme, for the person who wrote it.
struct Remark {
    std::string where;  // a criterion ("critere dalo") or a section ("parametre seuil_effort")
    std::string member; // the member of the JSON at fault
    std::string reason; // French, one sentence
    int line = 0;       // of the file, from 1; 0 when the text has no such place

    [[nodiscard]] std::string text() const;
    bool operator==(const Remark&) const = default;
};

/// How a line comes to give its points.
enum class Mode : std::uint8_t {
    automatic, // "auto": found from the facts
    declared,  // "declare": the demandeur states it
    manual,    // "manuel": an agent ticks it
    external,  // "externe": another system confirms what the demandeur states (COM DALO)
};

class Bareme {
public:
    explicit Bareme(std::shared_ptr<const Program> program);

    [[nodiscard]] std::string_view id() const;
    [[nodiscard]] int version() const;
    /// SHA-256 of the text it was read from, in hexadecimal.
    [[nodiscard]] std::string_view hash() const;
    [[nodiscard]] std::string_view label() const; // French
    /// What people are told when only a part of the barème is public, French; empty when it is
    /// whole.
    [[nodiscard]] std::string_view partial() const;
    /// First day on which it applies.
    [[nodiscard]] const Date& validFrom() const;
    /// What deserves a look and did not keep the bareme from being read: DALO equalled, a line
    /// without piece, a piece without line, a stale or late parameter…
    [[nodiscard]] const std::vector<Remark>& warnings() const;

    struct Grid {
        std::string_view code;  // "mutation"
        std::string_view label; // French
        int maxTotal = 0;       // the most that a demande could have, by the tables alone
    };
    [[nodiscard]] std::vector<Grid> grids() const;

    struct Line {
        std::string_view code;  // "dalo"
        std::string_view label; // French, simple words
        std::string_view group; // code of its group
        std::string_view source;
        Mode mode = Mode::automatic;
        bool malus = false;
        /// One per grid, in the order of grids(): the most it gives there; absent: no such line.
        std::vector<std::optional<int>> maxPoints;
    };
    [[nodiscard]] std::vector<Line> lines() const;

    /// SIREN of the territory.
    [[nodiscard]] std::string_view siren() const;
    /// French name of a piece, of a commune of the territory (by INSEE code); empty when unknown.
    [[nodiscard]] std::string_view pieceLabel(std::string_view type) const;
    [[nodiscard]] std::string_view communeName(std::string_view insee) const;
    /// INSEE codes of the territory, in the order of the file.
    [[nodiscard]] std::vector<std::string> communes() const;

    [[nodiscard]] const std::shared_ptr<const Program>& program() const { return m_program; }

private:
    std::shared_ptr<const Program> m_program;
};

struct LoadReport {
    std::optional<Bareme> bareme; // set when there is no defect
    std::vector<Remark> defects;  // all of them, in the order of the file
    std::vector<Remark> warnings;
};

/// Reads everything and reports every defect, for the person who edits a bareme.
LoadReport inspectBareme(std::string_view json);

/// Errc::malformed when it has a defect (the detail names the first and says how many more),
/// Errc::tooLarge for a text over kMaxJsonBytes, Errc::unsupportedVersion for another format.
Result<Bareme> loadBareme(std::string_view json);

} // namespace escale::cotation
