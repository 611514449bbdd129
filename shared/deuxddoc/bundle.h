// SPDX-License-Identifier: GPL-3.0-or-later
// The certificates that 2D-Docs are verified with, all on this machine: a folder of PEM files,
// authorities and leaves, with the file paquet.json that dates it:
//
//   {"date": "2026-11-21", "prochaine": "2027-05-21", "autorites": {"FR06": "fr06.pem"}}
//
// `date`: the list that it was made from. `prochaine`: from the day after, it is stale. `autorites`
// (optional): which file holds the authority that messages call so; without it, an authority is
// called by its common name.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/date.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace escale::deuxddoc {

inline constexpr std::size_t kMaxBundleFiles = 4'000;
inline constexpr std::size_t kMaxBundleFileBytes = 4U << 20;
inline constexpr std::size_t kMaxCertificates = 20'000;

struct BundleFile {
    std::string name; // "fr06.pem", "paquet.json"
    std::string content;
};

/// One certificate with what finding it needs.
struct BundleCertificate {
    std::string pem;
    std::string commonName;
    std::int64_t notBeforeMs = 0;
    std::int64_t notAfterMs = 0;
    std::string fingerprint; // SHA-256 of the DER, hexadecimal
};

class CertificateBundle {
public:
    /// Errc::malformed, naming the file, for a paquet.json that does not read, a PEM file with
    /// something that is no certificate, or an authority whose file is not there;
    /// Errc::tooLarge over the limits.
    static Result<CertificateBundle> fromFiles(const std::vector<BundleFile>& files);

    /// Of the list it was made from; none when there is no paquet.json.
    [[nodiscard]] const std::optional<Date>& date() const { return m_date; }
    [[nodiscard]] const std::optional<Date>& nextUpdate() const { return m_next; }
    [[nodiscard]] std::size_t size() const { return m_leaves.size(); }
    /// All of them, in the order of the files.
    [[nodiscard]] const std::vector<BundleCertificate>& leaves() const { return m_leaves; }
    [[nodiscard]] std::vector<const BundleCertificate*> authorities() const;

    /// Generations of the authority that messages call `id`. Never another one.
    [[nodiscard]] std::vector<const BundleCertificate*> authorities(std::string_view id) const;
    /// Certificates whose common name is exactly `id`. Never another one.
    [[nodiscard]] std::vector<const BundleCertificate*> leaves(std::string_view id) const;

private:
    struct Authority {
        std::string id;
        BundleCertificate certificate;
    };
    Result<void> takeManifest(const BundleFile& file);
    Result<void> takeCertificates(const BundleFile& file);

    std::optional<Date> m_date;
    std::optional<Date> m_next;
    std::vector<std::pair<std::string, std::string>> m_named; // authority, file
    std::vector<Authority> m_authorities;
    std::vector<BundleCertificate> m_leaves;
};

/// fromFiles() of the .pem files of `folder` and its paquet.json; other files are not read.
/// Errc::notFound when there is no such folder or no certificate in it.
Result<CertificateBundle> readBundle(const std::filesystem::path& folder);
/// Those files, not yet read as certificates. Errc::notFound when there is no such folder.
Result<std::vector<BundleFile>> bundleFiles(const std::filesystem::path& folder);

} // namespace escale::deuxddoc
