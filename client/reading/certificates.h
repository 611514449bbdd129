// SPDX-License-Identifier: GPL-3.0-or-later
// The certificates that this device verifies 2D-Docs with: a signed pack in its data folder, put
// there by an operator (`escale-ctl certificats install`). A program reads them once, at its start:
//
//   const auto certificates = reading::DeviceCertificates::load(DataDir{dataFolder});
//   readPage(page, dpi, certificates.trust(parisDate(clock.nowMs())));
//
// No pack, a damaged one, one signed by another key, a stale one: every code is « non vérifiable »,
// and the journey goes on.
#pragma once

#include "client/platform/data_dir.h"
#include "shared/deuxddoc/verify.h"

#include <memory>
#include <optional>
#include <string_view>

namespace escale::reading {

class DeviceCertificates {
public:
    /// None: what load() gives for a device that has no pack.
    DeviceCertificates() = default;
    /// Never fails: failure() says why there is none. Some tens of milliseconds for thousands of
    /// certificates.
    static DeviceCertificates load(const client::DataDir& dir);

    /// For readPage(). `today`: in Paris, asked at each page. Good as long as this object, or a
    /// copy of it, lives; from any thread.
    [[nodiscard]] deuxddoc::Trust trust(const Date& today) const {
        return {m_bundle.get(), today, false};
    }
    [[nodiscard]] const deuxddoc::CertificateBundle* bundle() const { return m_bundle.get(); }
    /// Errc::notFound when the device never had any; else why its pack is not taken, for a log.
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }

private:
    std::shared_ptr<const deuxddoc::CertificateBundle> m_bundle;
    std::optional<Error> m_failure;
};

/// Keeps `pack` on the device, whole or not at all. `publicPem`: the key that signs it, kept with
/// it from then on; "" for the one that is kept. Errc::notFound when there is none, invalidArgument
/// for a pack that is already stale on `today`, conflict for one that is older than what is held;
/// else as openBundle(), or what the disk says. What was there stays in each of these cases.
Result<deuxddoc::CertificateBundle> installCertificates(const client::DataDir& dir, ByteView pack,
                                                        std::string_view publicPem,
                                                        const Date& today);

} // namespace escale::reading
