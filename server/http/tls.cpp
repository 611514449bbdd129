// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/http/tls.h"

#include "shared/base/bytes.h"

#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <array>

namespace escale::http {

namespace {

// Ephemeral key exchange and authenticated encryption only (RFC 9325 §4.2); TLS 1.3 has no other.
constexpr const char* kTls12Ciphers =
    "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-ECDSA-AES128-GCM-SHA256:"
    "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-CHACHA20-POLY1305:ECDHE-RSA-AES128-GCM-SHA256";
constexpr const char* kTls13Ciphers =
    "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256";
constexpr const char* kGroups = "P-256:X25519:P-384";
constexpr std::string_view kSessionContext = "escale";

template <auto Free>
struct Deleter {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;

Bio memory(const std::string& text) {
    return Bio(BIO_new_mem_buf(text.data(), static_cast<int>(text.size())));
}

Certificate nextCertificate(BIO* bio) {
    Certificate certificate(PEM_read_bio_X509(bio, nullptr, nullptr, nullptr));
    ERR_clear_error(); // the end of the text is an error for PEM_read_bio
    return certificate;
}

Result<void> useCertificate(SSL_CTX* context, const TlsMaterial& material) {
    const Bio chain = memory(material.certificateChainPem);
    const Certificate own = nextCertificate(chain.get());
    if (!own || SSL_CTX_use_certificate(context, own.get()) != 1)
        return fail(Errc::cryptoFailure, "certificat illisible ou inutilisable");
    while (const Certificate issuer = nextCertificate(chain.get()))
        if (SSL_CTX_add1_chain_cert(context, issuer.get()) != 1)
            return fail(Errc::cryptoFailure, "chaîne de certificats inutilisable");
    const Bio text = memory(material.privateKeyPem);
    // An empty password in place of a question on the terminal.
    const Key key(PEM_read_bio_PrivateKey(text.get(), nullptr, nullptr, const_cast<char*>("")));
    if (!key || SSL_CTX_use_PrivateKey(context, key.get()) != 1 ||
        SSL_CTX_check_private_key(context) != 1)
        return fail(Errc::cryptoFailure, "clé privée illisible ou d’un autre certificat");
    return {};
}

/// `announce`: the server tells clients which authorities it knows, so that they choose the right
/// certificate.
Result<void> trust(SSL_CTX* context, const std::string& caPem, bool announce) {
    const Bio text = memory(caPem);
    int count = 0;
    while (const Certificate authority = nextCertificate(text.get())) {
        ++count;
        if (X509_STORE_add_cert(SSL_CTX_get_cert_store(context), authority.get()) != 1 ||
            (announce && SSL_CTX_add_client_CA(context, authority.get()) != 1))
            return fail(Errc::cryptoFailure, "autorité inutilisable");
    }
    if (count == 0)
        return fail(Errc::cryptoFailure, "aucune autorité lisible");
    return {};
}

Result<SslContext> makeContext(const SSL_METHOD* method) {
    SslContext context(SSL_CTX_new(method));
    if (!context || SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) != 1 ||
        SSL_CTX_set_max_proto_version(context.get(), TLS1_3_VERSION) != 1 ||
        SSL_CTX_set_cipher_list(context.get(), kTls12Ciphers) != 1 ||
        SSL_CTX_set_ciphersuites(context.get(), kTls13Ciphers) != 1 ||
        SSL_CTX_set1_groups_list(context.get(), kGroups) != 1)
        return fail(Errc::cryptoFailure, "réglages TLS refusés par OpenSSL");
    // No resumption: every connection verifies the certificate anew.
    SSL_CTX_set_options(context.get(), SSL_OP_NO_COMPRESSION | SSL_OP_NO_RENEGOTIATION |
                                           SSL_OP_NO_TICKET | SSL_OP_CIPHER_SERVER_PREFERENCE);
    SSL_CTX_set_session_cache_mode(context.get(), SSL_SESS_CACHE_OFF);
    SSL_CTX_set_num_tickets(context.get(), 0);
    return context;
}

std::string subjectEntry(X509* certificate, int nid) {
    X509_NAME* subject = X509_get_subject_name(certificate);
    const int index = X509_NAME_get_index_by_NID(subject, nid, -1);
    if (index < 0)
        return {};
    unsigned char* text = nullptr;
    const int length =
        ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(subject, index)));
    if (length < 0)
        return {};
    std::string out(reinterpret_cast<const char*>(text), static_cast<std::size_t>(length));
    OPENSSL_free(text);
    return out;
}

std::string serialOf(X509* certificate) {
    BIGNUM* number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(certificate), nullptr);
    if (number == nullptr)
        return {};
    Bytes bytes(static_cast<std::size_t>(BN_num_bytes(number)));
    BN_bn2bin(number, bytes.data());
    BN_free(number);
    return toHex(bytes);
}

} // namespace

Result<SslContext> makeServerContext(const TlsMaterial& material, bool requirePeer) {
    ESCALE_TRY_ASSIGN(context, makeContext(TLS_server_method()));
    ESCALE_TRY(useCertificate(context.get(), material));
    SSL_CTX_set_session_id_context(context.get(),
                                   reinterpret_cast<const unsigned char*>(kSessionContext.data()),
                                   kSessionContext.size());
    if (material.caPem.empty()) {
        if (requirePeer)
            return fail(Errc::cryptoFailure, "certificat client exigé sans autorité");
        return context;
    }
    ESCALE_TRY(trust(context.get(), material.caPem, true));
    SSL_CTX_set_verify(context.get(),
                       SSL_VERIFY_PEER | (requirePeer ? SSL_VERIFY_FAIL_IF_NO_PEER_CERT : 0),
                       nullptr);
    return context;
}

Result<SslContext> makeClientContext(const TlsMaterial& material) {
    ESCALE_TRY_ASSIGN(context, makeContext(TLS_client_method()));
    if (!material.certificateChainPem.empty())
        ESCALE_TRY(useCertificate(context.get(), material));
    ESCALE_TRY(trust(context.get(), material.caPem, false));
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    return context;
}

bool expectHost(SSL* ssl, const std::string& host) {
    SSL_set_hostflags(ssl, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
    if (X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(ssl), host.c_str()) == 1)
        return true;
    ERR_clear_error();
    return SSL_set1_host(ssl, host.c_str()) == 1 &&
           SSL_set_tlsext_host_name(ssl, host.c_str()) == 1;
}

PeerIdentity readPeer(SSL* ssl) {
    PeerIdentity peer;
    const Certificate certificate(SSL_get1_peer_certificate(ssl));
    if (!certificate || SSL_get_verify_result(ssl) != X509_V_OK)
        return peer;
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int digestSize = 0;
    unsigned char* der = nullptr;
    const int derSize = i2d_X509(certificate.get(), &der);
    if (derSize <= 0 ||
        X509_digest(certificate.get(), EVP_sha256(), digest.data(), &digestSize) != 1)
        return peer;
    peer.certDer.assign(reinterpret_cast<const char*>(der), static_cast<std::size_t>(derSize));
    OPENSSL_free(der);
    peer.present = true;
    peer.commonName = subjectEntry(certificate.get(), NID_commonName);
    peer.organizationalUnit = subjectEntry(certificate.get(), NID_organizationalUnitName);
    peer.serialHex = serialOf(certificate.get());
    peer.fingerprintSha256Hex = toHex(ByteView(digest.data(), digestSize));
    return peer;
}

bool isCertificateAlert(int reason) {
    constexpr std::array kAlerts{
        SSL_R_TLSV13_ALERT_CERTIFICATE_REQUIRED, SSL_R_TLSV1_ALERT_UNKNOWN_CA,
        SSL_R_TLSV1_ALERT_ACCESS_DENIED,         SSL_R_SSLV3_ALERT_BAD_CERTIFICATE,
        SSL_R_SSLV3_ALERT_CERTIFICATE_EXPIRED,   SSL_R_SSLV3_ALERT_CERTIFICATE_REVOKED,
        SSL_R_SSLV3_ALERT_CERTIFICATE_UNKNOWN,   SSL_R_SSLV3_ALERT_UNSUPPORTED_CERTIFICATE,
        SSL_R_SSLV3_ALERT_HANDSHAKE_FAILURE};
    return std::find(kAlerts.begin(), kAlerts.end(), reason) != kAlerts.end();
}

} // namespace escale::http
