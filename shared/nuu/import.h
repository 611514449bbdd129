// SPDX-License-Identifier: GPL-3.0-or-later
// A demande of the register as answers of ours, with what our fields cannot say kept beside them.
#pragma once

#include "shared/dossier/catalogue.h"
#include "shared/dossier/dossier.h"
#include "shared/nuu/xml.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace escale::sne {

/// Field that holds the demande as it came (shared/data/demande.json).
inline constexpr std::string_view kOriginField = "depot.sne_origine";
/// Attribute of ours on the element of an item, in the copy that is kept only: its ItemId.
inline constexpr std::string_view kItemMark = "escale";

using Answers = std::vector<std::pair<std::string, Value>>;

struct Imported {
    /// In the order of the form; items come with their presence first. Each passes checkValue.
    Answers answers;
    /// Elements below demandeLogement that the form would not send back: they stay in the copy.
    std::vector<std::string> kept;
};

/// Gives its name to an item that comes in.
using NewItem = std::function<ItemId()>;

/// The answers, and the copy (kOriginField) from which toInterfaceNuu writes back what they do not
/// say. Errc::malformed when it is not a demande of a person; tooLarge when the copy would not fit
/// in an answer.
Result<Imported> importDemande(const XmlElement& interfaceNuu, const Catalogue& catalogue,
                               const NewItem& newItem);

/// The answers of a copy whose items have their mark.
Answers readMarked(const XmlElement& marked, const Catalogue& catalogue);

/// The copy kept in a dossier; nullopt when there is none, or it cannot be read.
std::optional<XmlElement> originOf(const Dossier& dossier);

/// Takes the marks out, everywhere below.
void removeMarks(XmlElement& element);

} // namespace escale::sne
