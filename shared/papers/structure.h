// SPDX-License-Identifier: GPL-3.0-or-later
// What cairo 1.16 cannot write of a tagged PDF: languages, descriptions of pictures, the title bar.
#pragma once

#include "shared/base/bytes.h"

#include <string>
#include <vector>

namespace escale::papers {

/// One element of the structure, in the order in which they were begun.
struct Element {
    std::string name; // "H1", "TD", "Figure"
    std::string language;
    std::string alternative; // of a picture
};
using Structure = std::vector<Element>;

/// The PDF `written` by cairo with `structure` put on its tree (one element for one, in order), the
/// language of the document and the display of its title in the catalogue. Errc::internal when the
/// tree is not the one that was recorded.
Result<Bytes> withStructure(ByteView written, const Structure& structure,
                            const std::string& language);

} // namespace escale::papers
