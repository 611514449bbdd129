// SPDX-License-Identifier: GPL-3.0-or-later
// Prints every key that the catalogue and the rules can show, one a line.
#include "shared/rules/text_keys.h"

#include <cstdio>

int main() {
    for (const auto& key : escale::allTextKeys())
        std::puts(key.c_str());
}
