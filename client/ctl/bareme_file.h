// SPDX-License-Identifier: GPL-3.0-or-later
// A bareme as an operator names it.
#pragma once

#include "shared/cotation/bareme.h"

#include <string>

namespace escale::client::ctl {

/// Text of the bareme that the program carries under this id, else of the file of this name.
/// Errc::notFound, tooLarge or storageFailure, saying which barèmes are carried.
Result<std::string> baremeText(const std::string& name);

/// The same, read and compiled.
Result<cotation::Bareme> baremeNamed(const std::string& name);

/// A text file of an operator, not over `maxBytes`; failures name the file.
Result<std::string> textFile(const std::string& path, std::size_t maxBytes);

} // namespace escale::client::ctl
