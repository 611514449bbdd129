// SPDX-License-Identifier: GPL-3.0-or-later
// escale-simulation --seeds N [--seed S] [--devices D] [--defect NOM]: one line of JSON; the story
// of the first seed that fails on the error output. Exit 0: no fault; 1: a fault; 2: not
// understood.
#include "tests/simulation/series.h"

#include <iostream>
#include <vector>

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv + 1, argv + argc);
    const auto options = escale::simulation::parseSeries(words);
    if (!options) {
        std::cerr << "escale-simulation : " << options.error().detail << "\n";
        return 2;
    }
    return escale::simulation::playSeries(*options, std::cout, std::cerr) ? 0 : 1;
}
