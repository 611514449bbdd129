// SPDX-License-Identifier: GPL-3.0-or-later
// Order of the elements of an interfaceNuu, and which elements repeat for the items of a
// collection.
#pragma once

#include "server/sne/xml.h"

#include <string_view>

namespace escale::sne {

/// Sorts the children of every element below, in place. Elements that are not in the table come
/// last, in the order in which they were added.
void orderElements(XmlElement& element);

/// Path, below demandeLogement, of the element that stands for one item; "" when the collection is
/// not told to the SNE.
std::string_view itemElement(std::string_view collection);

} // namespace escale::sne
