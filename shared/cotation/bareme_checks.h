// SPDX-License-Identifier: GPL-3.0-or-later
// What a bareme read whole is checked for.
#pragma once

#include "shared/cotation/program.h"
#include "shared/cotation/section.h"

namespace escale::cotation {

/// Fills GridDef::maxTotal; records as defects more than kMaxLines lines in a grid or codes used
/// twice, and as warnings a DALO line that is equalled, a total over 255 (ranks keep a byte), a
/// piece without line.
void checkProgram(Program& program, Report& report);

} // namespace escale::cotation
