// SPDX-License-Identifier: GPL-3.0-or-later
// Packs of territories (shared/position/pack.h) that this device keeps, one file each, named by the
// SIREN of the EPCI. Nobody's data: in clear. Each reading verifies the signature again, since a
// disk is not a proof.
#pragma once

#include "shared/base/bytes.h"
#include "shared/position/distribution.h"

#include <string>
#include <string_view>

namespace escale::client {

struct HeldPack {
    enum class State {
        none,    // nothing is held
        refused, // cut, damaged, not signed by the server of this device, of another territory
        held,
    };
    State state = State::none;
    position::Distribution distribution; // when held
};

class HeldPacks {
public:
    /// `root`: data folder of a device. Packs stand in "territoires", the key of the enrolment in
    /// "publication.pem". Without that key nothing can be believed.
    explicit HeldPacks(const std::string& root);
    /// Keeps the key that signs for this device, once: an Ed25519 public key, PEM.
    /// Errc::storageFailure, diskFull.
    static Result<void> pin(const std::string& root, const std::string& publicPem);

    [[nodiscard]] bool hasKey() const { return !m_publicPem.empty(); }
    [[nodiscard]] const std::string& publicPem() const { return m_publicPem; }
    [[nodiscard]] HeldPack of(std::string_view siren) const;
    /// SHA-256 of the pack that is held and good, hexadecimal: what the server calls its ETag.
    /// Empty when there is none, so that what was damaged is asked for again.
    [[nodiscard]] std::string mark(std::string_view siren) const;
    /// Whole or not at all. Errc::malformed, cryptoFailure, unsupportedVersion, tooLarge, conflict
    /// (older than what is held): what is held then stays. Errc::storageFailure, diskFull.
    Result<void> keep(std::string_view siren, ByteView pack);
    [[nodiscard]] std::string path(std::string_view siren) const;

private:
    [[nodiscard]] Result<position::Distribution> open(std::string_view siren, ByteView pack,
                                                      const Date& held) const;

    std::string m_folder;
    std::string m_publicPem;
};

} // namespace escale::client
