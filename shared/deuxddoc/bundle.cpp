// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/bundle.h"

#include "shared/base/json.h"
#include "shared/crypto/pki.h"

#include <algorithm>

namespace escale::deuxddoc {
namespace {

constexpr std::string_view kManifest = "paquet.json";
constexpr std::string_view kBegin = "-----BEGIN CERTIFICATE-----";
constexpr std::string_view kEnd = "-----END CERTIFICATE-----";

Error bad(const BundleFile& file, const std::string& why) {
    return fail(Errc::malformed, file.name + " : " + why);
}

Result<std::optional<Date>> dayIn(const json::object& object, std::string_view member) {
    if (!object.contains(member))
        return std::optional<Date>();
    ESCALE_TRY_ASSIGN(text, jsonString(object, member));
    ESCALE_TRY_ASSIGN(date, parseIsoDate(text));
    return std::optional(date);
}

/// The next PEM certificate of `text`, which moves behind it; empty when there is none left.
std::string_view nextPem(std::string_view& text) {
    const std::size_t begin = text.find(kBegin);
    const std::size_t end = begin == text.npos ? text.npos : text.find(kEnd, begin);
    if (end == text.npos) {
        text = {};
        return {};
    }
    const std::string_view pem = text.substr(begin, end + kEnd.size() - begin);
    text.remove_prefix(end + kEnd.size());
    return pem;
}

} // namespace

Result<void> CertificateBundle::takeManifest(const BundleFile& file) {
    const auto value = parseJson(file.content);
    if (!value || !value->is_object())
        return bad(file, "ce n’est pas un objet JSON");
    const json::object& object = value->get_object();
    const auto date = dayIn(object, "date");
    const auto next = dayIn(object, "prochaine");
    if (!date || !next || !*date || !*next)
        return bad(file, "« date » et « prochaine » sont des jours (AAAA-MM-JJ)");
    m_date = *date;
    m_next = *next;
    if (!object.contains("autorites"))
        return {};
    ESCALE_TRY_ASSIGN(named, jsonObject(object, "autorites"));
    for (const auto& [id, name] : *named) {
        if (!name.is_string())
            return bad(file, "« autorites » donne des noms de fichiers");
        m_named.emplace_back(std::string(id), std::string(name.get_string()));
    }
    return {};
}

Result<void> CertificateBundle::takeCertificates(const BundleFile& file) {
    std::string_view text = file.content;
    for (std::string_view pem = nextPem(text); !pem.empty(); pem = nextPem(text)) {
        const auto info = crypto::readCert(pem);
        if (!info)
            return bad(file, info.error().detail);
        if (m_authorities.size() + m_leaves.size() == kMaxCertificates)
            return fail(Errc::tooLarge, "trop de certificats");
        BundleCertificate certificate{std::string(pem), info->commonName, info->notBeforeMs,
                                      info->notAfterMs, info->fingerprintSha256Hex};
        if (!info->isCa) {
            m_leaves.push_back(std::move(certificate));
            continue;
        }
        const auto named = std::find_if(m_named.begin(), m_named.end(), [&](const auto& entry) {
            return entry.second == file.name;
        });
        const std::string id = named != m_named.end() ? named->first : info->commonName;
        m_authorities.push_back({id, std::move(certificate)});
    }
    return {};
}

Result<CertificateBundle> CertificateBundle::fromFiles(const std::vector<BundleFile>& files) {
    if (files.size() > kMaxBundleFiles)
        return fail(Errc::tooLarge, "trop de fichiers de certificats");
    CertificateBundle bundle;
    for (const BundleFile& file : files) {
        if (file.content.size() > kMaxBundleFileBytes)
            return fail(Errc::tooLarge, file.name + " : trop grand");
        if (file.name == kManifest)
            ESCALE_TRY(bundle.takeManifest(file));
    }
    for (const auto& [id, name] : bundle.m_named) {
        if (std::none_of(files.begin(), files.end(),
                         [&name = name](const BundleFile& file) { return file.name == name; }))
            return fail(Errc::malformed, "l’autorité " + id + " : " + name + " n’est pas là");
    }
    for (const BundleFile& file : files) {
        if (file.name != kManifest)
            ESCALE_TRY(bundle.takeCertificates(file));
    }
    return bundle;
}

std::vector<const BundleCertificate*> CertificateBundle::authorities(std::string_view id) const {
    std::vector<const BundleCertificate*> found;
    for (const Authority& authority : m_authorities) {
        if (authority.id == id)
            found.push_back(&authority.certificate);
    }
    return found;
}

std::vector<const BundleCertificate*> CertificateBundle::authorities() const {
    std::vector<const BundleCertificate*> all;
    for (const Authority& authority : m_authorities)
        all.push_back(&authority.certificate);
    return all;
}

std::vector<const BundleCertificate*> CertificateBundle::leaves(std::string_view id) const {
    std::vector<const BundleCertificate*> found;
    for (const BundleCertificate& leaf : m_leaves) {
        if (leaf.commonName == id)
            found.push_back(&leaf);
    }
    return found;
}

} // namespace escale::deuxddoc
