// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator of the stand-in asks, besides running it. JSON or XML on the standard output.
#pragma once

#include "server/sne/ecole/options.h"
#include "server/sne/ecole/registry.h"

namespace escale::sne::ecole {

/// The registry in `--data`, made at the first use.
Result<std::unique_ptr<Registry>> openRegistry(const Options& options, const Clock& clock);

/// {"demandes": [{"numero", "type", "date", "fichiers", "radiation"}…]}
Result<std::string> listCommand(const Options& options, const Clock& clock);
/// The XML held under `--numero`.
Result<std::string> showCommand(const Options& options, const Clock& clock);
/// As if another guichet had done it: `--fichier` registers a demande (under its own number, or a
/// new one), `--radiation` ends the one of `--numero`, `--dalo` gives it a decision.
/// {"numero": …}. Errc::invalidArgument when none of the three is asked.
Result<std::string> injectCommand(const Options& options, const Clock& clock);

} // namespace escale::sne::ecole
