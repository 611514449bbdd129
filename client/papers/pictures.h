// SPDX-License-Identifier: GPL-3.0-or-later
// The pictograms of the pages, for paper.
#pragma once

#include <QImage>

#include <string>

namespace escale::papers {

/// "doc-identite" at 256 px, ARGB32 premultiplied; null when there is none of that name. May be
/// called from any thread.
QImage pictogram(const std::string& name);

} // namespace escale::papers
