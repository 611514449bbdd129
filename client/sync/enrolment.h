// SPDX-License-Identifier: GPL-3.0-or-later
// Makes a device known to its server with a one-time code.
#pragma once

#include "client/platform/data_dir.h"
#include "client/store/device_profile.h"
#include "client/sync/transport.h"
#include "shared/base/ports.h"

#include <functional>
#include <string>
#include <string_view>

namespace escale::client {

/// Role that a code gives, by its first letter. Errc::invalidArgument for what is no code.
Result<protocol::Role> roleOfCode(std::string_view code);

struct EnrolOptions {
    std::string root; // data folder, created
    std::string server;
    std::string caPem; // authority of the server, got beside the code
    std::string code;
    std::string pin; // for roles that need one; checked before the code is spent
};

/// Enrols over `transport` (without a client certificate). Everything local that can fail is
/// checked first: folder, PIN (Errc::invalidArgument), disk; Errc::alreadyExists when the device is
/// enrolled. Then wrongCode, codeUsed… from the server. The profile is written last: an enrolment
/// that was cut leaves a device that is not enrolled. `done` is called once.
void enrol(const EnrolOptions& options, Transport& transport, Random& random,
           std::function<void(Result<DeviceProfile>)> done);

} // namespace escale::client
