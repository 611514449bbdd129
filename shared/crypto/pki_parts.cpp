// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/pki_parts.h"

#include <openssl/pem.h>

#include <algorithm>

namespace escale::crypto {

namespace {

constexpr std::size_t kMaxNameBytes = 256; // 64 characters of UTF-8 at most (X.520 ub-common-name)
constexpr std::size_t kMaxAlternativeNames = 32;

Result<void> addEntry(X509_NAME* name, int nid, std::string_view text) {
    const bool control = std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    });
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    // OpenSSL checks the UTF-8 and the 64 characters.
    if (text.empty() || text.size() > kMaxNameBytes || control ||
        X509_NAME_add_entry_by_NID(name, nid, MBSTRING_UTF8, bytes, static_cast<int>(text.size()),
                                   -1, 0) != 1)
        return fail(Errc::invalidArgument, "nom impossible dans un certificat");
    return {};
}

bool isDnsName(std::string_view text) {
    return !text.empty() && text.size() <= 253 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '.' || c == '*';
    });
}

// `value` becomes the entry's on success; it is freed otherwise.
bool push(GENERAL_NAMES* names, int type, ASN1_STRING* value) {
    GENERAL_NAME* entry = value != nullptr ? GENERAL_NAME_new() : nullptr;
    if (entry == nullptr) {
        ASN1_STRING_free(value);
        return false;
    }
    GENERAL_NAME_set0_value(entry, type, value);
    if (sk_GENERAL_NAME_push(names, entry) > 0)
        return true;
    GENERAL_NAME_free(entry);
    return false;
}

ASN1_STRING* dnsValue(const std::string& text) {
    ASN1_IA5STRING* value = ASN1_IA5STRING_new();
    if (value != nullptr)
        ASN1_STRING_set(value, text.data(), static_cast<int>(text.size()));
    return value;
}

} // namespace

Result<void> setName(X509_NAME* name, std::string_view commonName, std::string_view unit) {
    const ErrorQueue queue;
    if (!unit.empty())
        ESCALE_TRY(addEntry(name, NID_organizationalUnitName, unit));
    return addEntry(name, NID_commonName, commonName);
}

Result<GeneralNamesPtr> alternativeNames(const LeafRequest& request) {
    const ErrorQueue queue;
    if (request.dnsNames.size() + request.ipAddresses.size() > kMaxAlternativeNames)
        return fail(Errc::invalidArgument, "trop de noms dans un certificat");
    GeneralNamesPtr names(GENERAL_NAMES_new());
    if (!names)
        return opensslFailure(Errc::internal, "noms impossibles à écrire");
    for (const std::string& text : request.dnsNames) {
        if (!isDnsName(text) || !push(names.get(), GEN_DNS, dnsValue(text)))
            return fail(Errc::invalidArgument, "nom DNS impossible");
    }
    for (const std::string& text : request.ipAddresses) {
        if (!push(names.get(), GEN_IPADD, a2i_IPADDRESS(text.c_str())))
            return fail(Errc::invalidArgument, "adresse IP impossible");
    }
    return names;
}

Result<PkeyPtr> keyOfCsr(std::string_view csrPem) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(csr, readRequest(csrPem));
    PkeyPtr key(X509_REQ_get_pubkey(csr.get()));
    // Before its signature: an RSA key of 16,384 bits would cost us much to verify.
    ESCALE_TRY(requireP256(key.get()));
    if (X509_REQ_verify(csr.get(), key.get()) != 1)
        return fail(Errc::cryptoFailure, "la signature de la demande de certificat ne tient pas");
    return key;
}

Result<std::string> newP256KeyPem() {
    ESCALE_TRY_ASSIGN(key, newP256Key());
    return privateKeyPem(key.get());
}

Result<std::string> publicKeyPem(std::string_view keyPem) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(key, readPrivateKey(keyPem));
    const BioPtr bio = memoryBio();
    if (!bio || PEM_write_bio_PUBKEY(bio.get(), key.get()) != 1)
        return opensslFailure(Errc::internal, "clé impossible à écrire");
    return asString(bioContent(bio.get()));
}

Result<std::string> makeCsr(std::string_view keyPem, std::string_view commonName) {
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(key, readPrivateKey(keyPem));
    ESCALE_TRY(requireP256(key.get()));
    const X509ReqPtr csr(X509_REQ_new());
    const BioPtr bio = memoryBio();
    if (!csr || !bio)
        return opensslFailure(Errc::internal, "demande de certificat impossible");
    ESCALE_TRY(setName(X509_REQ_get_subject_name(csr.get()), commonName, {}));
    if (X509_REQ_set_version(csr.get(), X509_REQ_VERSION_1) != 1 ||
        X509_REQ_set_pubkey(csr.get(), key.get()) != 1 ||
        X509_REQ_sign(csr.get(), key.get(), EVP_sha256()) <= 0 ||
        PEM_write_bio_X509_REQ(bio.get(), csr.get()) != 1)
        return opensslFailure(Errc::cryptoFailure, "demande de certificat impossible");
    return asString(bioContent(bio.get()));
}

} // namespace escale::crypto
