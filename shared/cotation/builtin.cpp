// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/builtin.h"

namespace escale::data {
extern const std::string_view kBaremeRoissy;
} // namespace escale::data

namespace escale::cotation {

std::string_view roissyPaysDeFrance() {
    return data::kBaremeRoissy;
}

} // namespace escale::cotation
