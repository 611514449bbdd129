// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/deuxddoc_authority.h"

#include "shared/deuxddoc/base32.h"

#include <openssl/bn.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509v3.h>

#include <map>
#include <stdexcept>

namespace escale::test {
namespace {

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freer<X509_free>>;

void require(bool done) {
    if (!done)
        throw std::runtime_error("OpenSSL ne peut pas préparer les clés du test");
}

void setDay(ASN1_TIME* time, const Date& date) {
    std::string text = date.iso();
    text.erase(7, 1);
    text.erase(4, 1);
    require(ASN1_TIME_set_string_X509(time, (text + "120000Z").c_str()) == 1);
}

void addExtension(X509* certificate, int nid, const char* value) {
    X509V3_CTX context;
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, &context, nid, value);
    require(extension != nullptr && X509_add_ext(certificate, extension, -1) == 1);
    X509_EXTENSION_free(extension);
}

Certificate newCertificate(const std::string& name, EVP_PKEY* key,
                           const DeuxDDocAuthority::Span& span) {
    static long serial = 1;
    Certificate certificate(X509_new());
    require(certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1);
    ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), ++serial);
    setDay(X509_getm_notBefore(certificate.get()), span.from);
    setDay(X509_getm_notAfter(certificate.get()), span.to);
    X509_NAME* subject = X509_get_subject_name(certificate.get());
    require(X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_UTF8,
                                       reinterpret_cast<const unsigned char*>(name.c_str()), -1, -1,
                                       0) == 1);
    require(X509_set_pubkey(certificate.get(), key) == 1);
    return certificate;
}

std::string pemOf(X509* certificate) {
    BIO* bio = BIO_new(BIO_s_mem());
    require(PEM_write_bio_X509(bio, certificate) == 1);
    char* data = nullptr;
    const long size = BIO_get_mem_data(bio, &data);
    std::string pem(data, static_cast<std::size_t>(size));
    BIO_free(bio);
    return pem;
}

struct Curve {
    const char* name;
    const char* digest;
    int half;
};

const Curve& curveOf(SignatureCurve curve) {
    static const Curve kCurves[] = {
        {"P-256", "SHA256", 32}, {"P-384", "SHA384", 48}, {"P-521", "SHA512", 66}};
    return kCurves[static_cast<int>(curve)];
}

} // namespace

struct DeuxDDocAuthority::Keys {
    struct Leaf {
        Key key;
        Certificate certificate;
        SignatureCurve curve = SignatureCurve::p256;
    };
    Key key;
    Certificate certificate;
    std::map<std::string, Leaf> leaves;
};

DeuxDDocAuthority::DeuxDDocAuthority(const std::string& commonName)
    : DeuxDDocAuthority(commonName, Span{}) {}

DeuxDDocAuthority::DeuxDDocAuthority(const std::string& commonName, const Span& span)
    : m_keys(std::make_unique<Keys>()) {
    m_keys->key.reset(EVP_RSA_gen(2048));
    require(m_keys->key != nullptr);
    m_keys->certificate = newCertificate(commonName, m_keys->key.get(), span);
    X509* certificate = m_keys->certificate.get();
    X509_set_issuer_name(certificate, X509_get_subject_name(certificate));
    addExtension(certificate, NID_basic_constraints, "critical,CA:TRUE");
    require(X509_sign(certificate, m_keys->key.get(), EVP_sha256()) > 0);
}

DeuxDDocAuthority::~DeuxDDocAuthority() = default;

void DeuxDDocAuthority::issue(const std::string& commonName, SignatureCurve curve) {
    issue(commonName, curve, Span{});
}

void DeuxDDocAuthority::issue(const std::string& commonName, SignatureCurve curve,
                              const Span& span) {
    Keys::Leaf leaf;
    leaf.curve = curve;
    leaf.key.reset(EVP_EC_gen(curveOf(curve).name));
    require(leaf.key != nullptr);
    leaf.certificate = newCertificate(commonName, leaf.key.get(), span);
    X509_set_issuer_name(leaf.certificate.get(), X509_get_subject_name(m_keys->certificate.get()));
    require(X509_sign(leaf.certificate.get(), m_keys->key.get(), EVP_sha256()) > 0);
    m_keys->leaves[commonName] = std::move(leaf);
}

std::string DeuxDDocAuthority::pem() const {
    return pemOf(m_keys->certificate.get());
}

std::string DeuxDDocAuthority::leafPem(const std::string& commonName) const {
    return pemOf(m_keys->leaves.at(commonName).certificate.get());
}

Bytes DeuxDDocAuthority::sign(const std::string& commonName, std::string_view signedText) const {
    const Keys::Leaf& leaf = m_keys->leaves.at(commonName);
    const Curve& curve = curveOf(leaf.curve);
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    Bytes der(256);
    std::size_t size = der.size();
    const ByteView data = asBytes(signedText);
    require(EVP_DigestSignInit_ex(context, nullptr, curve.digest, nullptr, nullptr, leaf.key.get(),
                                  nullptr) == 1 &&
            EVP_DigestSign(context, der.data(), &size, data.data(), data.size()) == 1);
    EVP_MD_CTX_free(context);
    const unsigned char* next = der.data();
    ECDSA_SIG* signature = d2i_ECDSA_SIG(nullptr, &next, static_cast<long>(size));
    require(signature != nullptr);
    Bytes raw(static_cast<std::size_t>(2 * curve.half));
    BN_bn2binpad(ECDSA_SIG_get0_r(signature), raw.data(), curve.half);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature), raw.data() + curve.half, curve.half);
    ECDSA_SIG_free(signature);
    return raw;
}

std::string DeuxDDocAuthority::complete(const std::string& commonName,
                                        const std::string& signedText) const {
    const Bytes raw = sign(commonName, signedText);
    const bool binary = signedText.starts_with("DC01");
    return signedText + '\x1F' + (binary ? asString(raw) : deuxddoc::toBase32(raw));
}

std::vector<deuxddoc::BundleFile> DeuxDDocAuthority::files(const Date& date,
                                                           const Date& next) const {
    std::vector<deuxddoc::BundleFile> files{
        {"paquet.json", R"({"date": ")" + date.iso() + R"(", "prochaine": ")" + next.iso() + "\"}"},
        {"autorite.pem", pem()}};
    for (const auto& [name, leaf] : m_keys->leaves)
        files.push_back({name + ".pem", pemOf(leaf.certificate.get())});
    return files;
}

} // namespace escale::test
