// SPDX-License-Identifier: GPL-3.0-or-later
// How many times a test kills a program: a few in every run, as many as ESCALE_KILLS says when
// somebody has the time (tests/integration/README.md).
#pragma once

#include <QtGlobal>

namespace escale::tests {

inline int kills(int usual) {
    bool isNumber = false;
    const int wanted = qEnvironmentVariableIntValue("ESCALE_KILLS", &isNumber);
    return isNumber && wanted > 0 ? wanted : usual;
}

} // namespace escale::tests
