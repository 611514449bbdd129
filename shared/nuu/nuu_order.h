// SPDX-License-Identifier: GPL-3.0-or-later
// Order of the elements of an interfaceNuu, and which elements repeat for the items of a
// collection.
#pragma once

#include "shared/nuu/xml.h"

#include <string_view>

namespace escale::sne {

/// Sorts the children of every element below, in place. Elements that are not in the table stay
/// behind the one they followed.
void orderElements(XmlElement& element);

/// Path, below demandeLogement, of the element that stands for one item; "" when the collection is
/// not told to the SNE.
std::string_view itemElement(std::string_view collection);

} // namespace escale::sne
