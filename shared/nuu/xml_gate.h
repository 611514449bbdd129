// SPDX-License-Identifier: GPL-3.0-or-later
// The one gate through which XML from outside comes in. It refuses, on the bytes and before any
// parser, what makes parsers suffer: a DOCTYPE, an entity, too many bytes, levels, attributes or
// elements. What is left goes to libxml2 without network, DTD or entities.
#pragma once

#include "shared/base/result.h"
#include "shared/nuu/xml.h"

#include <string_view>

namespace escale::sne {

inline constexpr std::size_t kMaxXmlBytes = 1U << 20;
inline constexpr std::size_t kMaxXmlDepth = 64;
inline constexpr std::size_t kMaxXmlAttributes = 64;
inline constexpr std::size_t kMaxXmlElements = 20'000;

/// One pass over the bytes. Errc::tooLarge over a limit; Errc::malformed for a DOCTYPE or another
/// declaration, an entity other than the five of XML and character references, an encoding whose
/// bytes are not those of ASCII for ASCII, a NUL.
Result<void> checkXml(std::string_view bytes);

/// checkXml, then the tree. Errc::malformed when the document is not well formed.
Result<XmlElement> parseXml(std::string_view bytes);

} // namespace escale::sne
