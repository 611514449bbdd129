// SPDX-License-Identifier: GPL-3.0-or-later
// What the walk of the place needs on a trial device: demandes of several towns, and the figures of
// an invented population in every state.
#pragma once

#include "client/dossier/dossier_session.h"
#include "shared/base/date.h"
#include "shared/base/ports.h"
#include "shared/crypto/sign.h"

#include <string>
#include <string_view>

namespace escale {

class TrialFigures {
public:
    /// `root`: of makeTrialDevice. Makes a key, which the device takes for its server's from its
    /// next opening on.
    static Result<crypto::KeyPair> prepare(const std::string& root);

    /// `keys`: of prepare(). `photo`: a JPEG for the documents of the demande. The session and the
    /// clock outlive the figures.
    TrialFigures(std::string root, crypto::KeyPair keys, std::string photo,
                 client::DossierSession& session, const Clock& clock);

    /// "recents", "anciens" (56 days old), "coupes", "absents": the pack that the device holds.
    /// An INSEE code: the town that the demande asks for first; the demande is made if need be.
    Result<void> arrange(std::string_view what);

private:
    Result<void> publish(int daysOld);
    [[nodiscard]] Result<Bytes> invent(const Date& date);
    Result<void> ask(const std::string& town);
    Result<void> makeDemande(const std::string& town);

    std::string m_root;
    crypto::KeyPair m_keys;
    std::string m_photo;
    client::DossierSession& m_session;
    const Clock& m_clock;
};

} // namespace escale
