// SPDX-License-Identifier: GPL-3.0-or-later
// A médiateur sees the answers of a person who agreed, on the screen, and until they take it back.
//
// Each device has its own item of the collection "accompagnements", named by the device: two places
// that help the same person never overwrite each other. Who agreed and when is the origin of the
// value. This keeps honest people from looking without asking, and leaves a trace; it is no
// cryptography: the key of the device opens every dossier that is on it.
#pragma once

#include "client/store/device_profile.h"
#include "shared/dossier/dossier.h"

#include <string>
#include <vector>

namespace escale::client {

struct TypedAnswer;

enum class Agreement { notAsked, given, withdrawn };

/// "accompagnements[ID of the device]".
std::string agreementItem(const DeviceId& device);
Agreement agreementOf(const Dossier& dossier, const DeviceId& device);
/// The answers that say it, on the device of `profile`.
std::vector<TypedAnswer> agreementAnswers(const DeviceProfile& profile, bool given);

} // namespace escale::client
