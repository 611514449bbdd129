// SPDX-License-Identifier: GPL-3.0-or-later
// The code de reprise of the next dossier of a borne and the key that it opens, made before anybody
// needs them: scrypt takes a third of a second and 128 MiB, on purpose.
#pragma once

#include "shared/base/ports.h"
#include "shared/crypto/kdf.h"

#include <future>
#include <string>
#include <string_view>

namespace escale::client {

class NextCode {
public:
    struct Made {
        std::string reference;
        crypto::SecretBytes key;
        Bytes wrapped; // the key, under the reference
    };

    /// `random` outlives this, and is used from another thread while one is being made.
    NextCode(Random& random, const crypto::ScryptParams& cost);

    /// Starts making one in a thread of its own, unless one is there or on its way.
    void prepare();
    /// The reference to show. Waits for what prepare() began; a new one when nothing was begun.
    std::string reference();
    /// What was made for `reference`, once; made now when it was not.
    Result<Made> take(std::string_view reference);

private:
    static Result<Made> make(std::string reference, Random& random,
                             const crypto::ScryptParams& cost);

    Random& m_random;
    crypto::ScryptParams m_cost;
    Made m_ready; // its reference is empty: nothing
    std::future<Result<Made>> m_coming;
};

} // namespace escale::client
