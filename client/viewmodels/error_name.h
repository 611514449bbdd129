// SPDX-License-Identifier: GPL-3.0-or-later
// Name of a failure for the key of its sentence: "errc.plus_de_place".
#pragma once

#include "shared/base/error.h"

#include <QString>

namespace escale {

inline QString errorName(const Error& error) {
    const auto name = errcName(error.code);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace escale
