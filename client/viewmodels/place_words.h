// SPDX-License-Identifier: GPL-3.0-or-later
// Where notes stand among similar demandes, in words: one reading of the pack for the place, the
// what-if and the other communes.
#pragma once

#include "client/territory/held_packs.h"
#include "client/viewmodels/demande_note.h"
#include "client/viewmodels/place_view_model.h"

#include <QString>

namespace escale {

class Places {
public:
    /// `packs` null: this device holds none. `scored` outlives the places.
    Places(const client::HeldPacks* packs, const DemandeNote& scored);

    /// Of a note; in the town that the demande asks first, or in another one of the barème.
    [[nodiscard]] position::Place at(int note) const { return at(note, m_scored.sought.town); }
    [[nodiscard]] position::Place at(int note, cotation::Commune town) const;
    /// "Votre place serait entre 31ᵉ et 52ᵉ."; empty when it is not known.
    [[nodiscard]] QString wouldBe(int note) const;
    /// Everything said of the present place.
    [[nodiscard]] PlaceViewModel::Shown shown() const;

private:
    enum class Lack { nothing, pack, trust, rules, partial, home };

    [[nodiscard]] Lack lack() const;
    [[nodiscard]] std::string typology() const;
    void fill(PlaceViewModel::Shown& shown, const position::Place& place) const;

    const DemandeNote& m_scored;
    client::HeldPack m_pack;
    std::string m_typology; // the one that is compared; empty: no home is said yet
};

/// "85ᵉ et 110ᵉ".
QString intervalInWords(const position::Place& place);

} // namespace escale
