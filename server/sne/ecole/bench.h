// SPDX-License-Identifier: GPL-3.0-or-later
// How fast demandes go from a store to the register: forwarder, TLS and stand-in on this machine.
#pragma once

#include "shared/base/ports.h"
#include "shared/base/result.h"

#include <string>

namespace escale::sne::ecole {

inline constexpr int kBenchDemandes = 200;

/// Forwards `demandes` invented ones (1 to 100,000) from a new store in a folder of its own, which
/// is removed. {"demandes", "par_seconde", "cpu_ms", "cpu_envoi_ms", "xml_nu_ms", "rapport"}: CPU a
/// demande of the whole and of the sending thread alone, and of writing and reading the same XML
/// bare.
Result<std::string> benchForwarding(int demandes, const Clock& clock, Random& random);

} // namespace escale::sne::ecole
