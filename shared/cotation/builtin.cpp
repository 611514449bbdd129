// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/builtin.h"

#include <array>

namespace escale::data {
extern const std::string_view kBaremeRoissy;
extern const std::string_view kBaremeToulouse;
} // namespace escale::data

namespace escale::cotation {
namespace {

struct Carried {
    std::string_view id;
    const std::string_view& text;
};
constexpr std::array kCarried{Carried{"roissy-pays-de-france-2023-11", data::kBaremeRoissy},
                              Carried{"toulouse-metropole-partiel", data::kBaremeToulouse}};

} // namespace

std::string_view builtinBareme(std::string_view id) {
    for (const Carried& carried : kCarried)
        if (carried.id == id)
            return carried.text;
    return {};
}

std::vector<std::string_view> builtinBaremes() {
    std::vector<std::string_view> ids;
    for (const Carried& carried : kCarried)
        ids.push_back(carried.id);
    return ids;
}

std::string_view roissyPaysDeFrance() {
    return data::kBaremeRoissy;
}

} // namespace escale::cotation
