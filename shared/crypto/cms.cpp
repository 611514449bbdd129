// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/cms.h"

#include "shared/crypto/cms_form.h"
#include "shared/crypto/openssl_types.h"

namespace escale::crypto {

namespace {

Result<X509Ptr> readRecipient(std::string_view certPem) {
    ESCALE_TRY_ASSIGN(certificate, readCertificate(certPem));
    ESCALE_TRY(requireP256(X509_get0_pubkey(certificate.get())));
    // All bits are set when the certificate does not limit its use.
    if ((X509_get_key_usage(certificate.get()) & KU_KEY_AGREEMENT) == 0)
        return fail(Errc::cryptoFailure, "ce certificat n’est pas fait pour sceller");
    return certificate;
}

// OpenSSL would take SHA-1 in the key derivation.
bool addRecipient(CMS_ContentInfo* cms, X509* certificate, unsigned flags) {
    CMS_RecipientInfo* info = CMS_add1_recipient_cert(cms, certificate, flags | CMS_KEY_PARAM);
    EVP_PKEY_CTX* context = info != nullptr ? CMS_RecipientInfo_get0_pkey_ctx(info) : nullptr;
    return context != nullptr && EVP_PKEY_CTX_ctrl_str(context, "ecdh_kdf_md", "sha256") > 0;
}

Result<Bytes> recipientIdOf(const X509* certificate) {
    const X509_NAME* issuer = X509_get_issuer_name(certificate);
    const ASN1_INTEGER* serial = X509_get0_serialNumber(certificate);
    const int issuerSize = i2d_X509_NAME(issuer, nullptr);
    const int serialSize = i2d_ASN1_INTEGER(serial, nullptr);
    if (issuerSize <= 0 || serialSize <= 0)
        return opensslFailure(Errc::malformed, "certificat sans émetteur ou sans numéro");
    const int content = issuerSize + serialSize;
    Bytes id(static_cast<std::size_t>(ASN1_object_size(1, content, V_ASN1_SEQUENCE)));
    unsigned char* next = id.data();
    ASN1_put_object(&next, 1, content, V_ASN1_SEQUENCE, V_ASN1_UNIVERSAL);
    i2d_X509_NAME(issuer, &next);
    i2d_ASN1_INTEGER(serial, &next);
    return id;
}

Result<Bytes> derOf(CMS_ContentInfo* cms) {
    const int size = i2d_CMS_ContentInfo(cms, nullptr);
    if (size <= 0)
        return opensslFailure(Errc::cryptoFailure, "contenu scellé impossible à écrire");
    Bytes der(static_cast<std::size_t>(size));
    unsigned char* next = der.data();
    if (i2d_CMS_ContentInfo(cms, &next) != size)
        return opensslFailure(Errc::cryptoFailure, "contenu scellé impossible à écrire");
    return der;
}

} // namespace

Result<Bytes> sealCms(ByteView plain, const std::vector<std::string>& recipientCertPems) {
    if (recipientCertPems.empty() || recipientCertPems.size() > kMaxCmsRecipients)
        return fail(Errc::invalidArgument, "nombre de destinataires");
    if (plain.size() > kMaxCmsPlainBytes)
        return fail(Errc::tooLarge, "trop d’octets à sceller");
    const ErrorQueue queue;
    constexpr unsigned kFlags = CMS_BINARY | CMS_PARTIAL;
    const CmsPtr cms(CMS_encrypt(nullptr, nullptr, EVP_aes_256_gcm(), kFlags));
    const BioPtr input = bioOver(plain);
    if (!cms || !input)
        return opensslFailure(Errc::cryptoFailure, "scellement impossible");
    for (const std::string& pem : recipientCertPems) {
        ESCALE_TRY_ASSIGN(certificate, readRecipient(pem));
        if (!addRecipient(cms.get(), certificate.get(), kFlags))
            return opensslFailure(Errc::cryptoFailure, "destinataire impossible");
    }
    if (CMS_final(cms.get(), input.get(), nullptr, kFlags) != 1)
        return opensslFailure(Errc::cryptoFailure, "scellement impossible");
    return derOf(cms.get());
}

Result<Bytes> openCms(ByteView der, std::string_view certPem, std::string_view privateKeyPem) {
    if (der.size() > kMaxCmsBytes)
        return fail(Errc::tooLarge, "contenu scellé trop long");
    const ErrorQueue queue;
    ESCALE_TRY_ASSIGN(certificate, readCertificate(certPem));
    ESCALE_TRY_ASSIGN(key, readPrivateKey(privateKeyPem));
    ESCALE_TRY(requireP256(key.get()));
    if (X509_check_private_key(certificate.get(), key.get()) != 1)
        return fail(Errc::cryptoFailure, "la clé n’est pas celle du certificat");
    ESCALE_TRY_ASSIGN(recipientId, recipientIdOf(certificate.get()));
    ESCALE_TRY(checkCmsForm(der, recipientId));

    const unsigned char* next = der.data();
    const CmsPtr cms(d2i_CMS_ContentInfo(nullptr, &next, static_cast<long>(der.size())));
    if (!cms || next != der.data() + der.size())
        return opensslFailure(Errc::malformed, "contenu scellé illisible");
    // Decrypted as it is read, authenticated at the end: it stays in this buffer, which is wiped
    // when freed, until CMS_decrypt has said that the tag holds.
    const BioPtr output = memoryBio();
    if (!output || CMS_decrypt(cms.get(), key.get(), certificate.get(), nullptr, output.get(),
                               CMS_BINARY) != 1)
        return opensslFailure(Errc::cryptoFailure, "contenu scellé qui ne s’ouvre pas");
    const ByteView plain = bioContent(output.get());
    return Bytes(plain.begin(), plain.end());
}

} // namespace escale::crypto
