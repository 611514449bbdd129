// SPDX-License-Identifier: GPL-3.0-or-later
// How the notes of similar demandes are spread, without showing anybody's (README.md).
#pragma once

#include "shared/base/date.h"
#include "shared/base/result.h"
#include "shared/position/rank.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace escale::position {

/// One demande, as far as a place goes.
struct Scored {
    std::string commune;  // INSEE code
    std::string typology; // "T1" … "T5", "T6"
    int note = 0;
};

/// Demandes whose note is from `from` to the next bin's `from`, less one.
struct Bin {
    int from = 0;
    int count = 0;
    bool operator==(const Bin&) const = default;
};

struct CellKey {
    std::string commune; // empty: the whole EPCI
    std::string typology;
    auto operator<=>(const CellKey&) const = default;
};

/// Bins from the lowest note to the highest, none under the threshold.
using Cell = std::vector<Bin>;

struct Distribution {
    std::string epci;   // SIREN
    std::string bareme; // id
    int baremeVersion = 0;
    Date date; // the demandes are those of this day
    int least = kLeastShown;
    bool invented = false;  // demonstration: said on screen
    std::vector<int> edges; // of the release: every bin starts on one of them
    std::map<CellKey, Cell> cells;
};

/// Edges fit for notes up to `mostNote`: each note at first, then steps that grow.
std::vector<int> defaultEdges(int mostNote);

/// `head` without its cells says what is built; `before`, when there is one, is the release that
/// people hold. Its edges are kept; a cell of it stays as it is until `least` demandes of the cell
/// have changed; a cell that it does not have comes only when as many have changed around it. So
/// that two releases never tell one demande.
/// Errc::invalidArgument when the edges are not ascending from 0, the threshold is below 2, or
/// `before` is of another EPCI or barème.
Result<Distribution> build(Distribution head, const std::vector<Scored>& demandes,
                           const Distribution* before = nullptr);

/// A place among similar demandes.
struct Place {
    bool known = false;
    bool wholeEpci = false; // the cell of the commune is too small: that of the EPCI was taken
    int from = 0, to = 0;   // between the from-th and the to-th
    int of = 0;             // demandes of the cell
};

/// Where `note` stands for a commune and a typology; of the whole EPCI when that cell is not
/// published; not known when neither is.
Place placeOf(const Distribution& distribution, std::string_view commune, std::string_view typology,
              int note);

} // namespace escale::position
