// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/bundle_pack.h"

#include "shared/base/json.h"
#include "shared/crypto/foreign.h"
#include "shared/crypto/signed_pack.h"

#include <algorithm>

namespace escale::deuxddoc {
namespace {

constexpr crypto::PackKind kKind{"ESC2DDOC", 1, kMaxBundlePackBytes};

/// The same files give the same bytes.
std::string contentOf(std::vector<BundleFile> files) {
    std::sort(files.begin(), files.end(),
              [](const auto& one, const auto& other) { return one.name < other.name; });
    json::object content;
    for (const BundleFile& file : files)
        content[file.name] = file.content;
    return json::serialize(content);
}

Result<std::vector<BundleFile>> filesOf(ByteView content) {
    const auto value = parseJson(asString(content));
    if (!value || !value->is_object())
        return crypto::damagedPack();
    std::vector<BundleFile> files;
    for (const auto& [name, text] : value->get_object()) {
        if (!text.is_string())
            return crypto::damagedPack();
        files.push_back({std::string(name), std::string(text.get_string())});
    }
    return files;
}

bool issuedHere(const BundleCertificate& leaf,
                const std::vector<const BundleCertificate*>& authorities) {
    return std::any_of(authorities.begin(), authorities.end(), [&](const auto* authority) {
        return crypto::verifyIssuedBy(leaf.pem, authority->pem).has_value();
    });
}

} // namespace

Result<Bytes> sealBundle(const std::vector<BundleFile>& files, std::string_view privatePem,
                         std::string_view publicPem) {
    ESCALE_TRY_ASSIGN(bundle, CertificateBundle::fromFiles(files));
    if (!bundle.date() || !bundle.nextUpdate())
        return fail(Errc::invalidArgument, "le paquet ne dit pas sa date : paquet.json manque");
    if (*bundle.nextUpdate() < *bundle.date())
        return fail(Errc::invalidArgument, "« prochaine » vient avant « date »");
    return crypto::signPack(kKind, asBytes(contentOf(files)), privatePem, publicPem);
}

Result<CertificateBundle> openBundle(ByteView pack, std::string_view publicPem, const Date& held) {
    ESCALE_TRY_ASSIGN(content, crypto::contentOfPack(kKind, pack, publicPem));
    ESCALE_TRY_ASSIGN(files, filesOf(content));
    ESCALE_TRY_ASSIGN(bundle, CertificateBundle::fromFiles(files));
    if (!bundle.date() || !bundle.nextUpdate())
        return crypto::damagedPack();
    if (!held.empty() && *bundle.date() < held)
        return fail(Errc::conflict, "le paquet est du " + bundle.date()->iso() +
                                        ", plus ancien que celui du " + held.iso() +
                                        " qui est déjà là : il n’est pas repris");
    return bundle;
}

BundleAudit audit(const CertificateBundle& bundle, const Date& today) {
    const auto authorities = bundle.authorities();
    BundleAudit result;
    result.authorities = authorities.size();
    result.certificates = bundle.size();
    for (const BundleCertificate& leaf : bundle.leaves()) {
        if (!issuedHere(leaf, authorities))
            result.orphans.push_back(leaf.commonName);
        if (parisDate(leaf.notAfterMs) < today)
            ++result.ended;
    }
    return result;
}

} // namespace escale::deuxddoc
