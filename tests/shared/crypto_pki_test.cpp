// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/hash.h"
#include "shared/crypto/pki.h"
#include "shared/crypto/random.h"
#include "tests/shared/crypto_fixtures.h"

#include <QtTest>

using namespace escale;
using namespace escale::crypto;
using escale::test::derOf;
using escale::test::FixedClock;
using escale::test::OpensslFolder;
using escale::test::pemOf;

namespace {

constexpr std::int64_t kDayMs = 86'400'000;
constexpr std::int64_t kNowMs = 1'795'305'508'000; // 2026-11-21

} // namespace

class CryptoPkiTest : public QObject {
    Q_OBJECT
private:
    FixedClock m_clock{kNowMs};
    SystemRandom m_random;
    Authority m_authority;
    std::string m_key;
    std::string m_csr;

    LeafRequest fromCsr(const std::string& csr) const {
        LeafRequest request;
        request.csrPem = csr;
        request.commonName = "borne-012";
        request.organizationalUnit = "borne";
        return request;
    }
    Result<std::string> issued(const LeafRequest& request) {
        return issue(m_authority, request, m_clock, m_random);
    }

private slots:
    void initTestCase() {
        m_authority = makeAuthority("Autorité d’essai", 10, m_clock, m_random).value();
        m_key = newP256KeyPem().value();
        m_csr = makeCsr(m_key, "nom choisi par l’appareil").value();
    }

    void anAuthorityIsOneAndOnlyForLeaves() {
        const CertInfo info = readCert(m_authority.certPem).value();
        QVERIFY(info.isCa);
        QCOMPARE(info.commonName, std::string("Autorité d’essai"));
        QCOMPARE(info.notBeforeMs, kNowMs - kDayMs);
        QCOMPARE(info.notAfterMs, kNowMs + 3650 * kDayMs);
        QVERIFY(verifyKeyOfCert(m_authority.keyPem, m_authority.certPem));
        OpensslFolder folder;
        folder.write("ca.pem", m_authority.certPem);
        QVERIFY(folder.run({"x509", "-in", "ca.pem", "-noout", "-text", "-out", "text"}));
        const QString text = QString::fromStdString(folder.readText("text"));
        QVERIFY(text.contains("CA:TRUE, pathlen:0"));
        QVERIFY(text.contains("Certificate Sign, CRL Sign"));
        for (const int years : {0, -1, 31})
            QCOMPARE(makeAuthority("x", years, m_clock, m_random).error().code,
                     Errc::invalidArgument);
        QCOMPARE(makeAuthority("", 1, m_clock, m_random).error().code, Errc::invalidArgument);
    }

    void aLeafSaysWhatTheAuthorityDecidedNotWhatTheRequestAsked() {
        const std::string pem = issued(fromCsr(m_csr)).value();
        const CertInfo info = readCert(pem).value();
        QCOMPARE(info.commonName, std::string("borne-012"));
        QCOMPARE(info.organizationalUnit, std::string("borne"));
        QVERIFY(!info.isCa);
        QCOMPARE(info.notBeforeMs, kNowMs - kDayMs);
        QCOMPARE(info.notAfterMs, kNowMs + 365 * kDayMs);
        QCOMPARE(info.serialHex.size(), std::size_t{32});
        QCOMPARE(info.fingerprintSha256Hex, sha256Hex(derOf(pem)));
        QVERIFY(verifyKeyOfCert(m_key, pem));
        QCOMPARE(verifyKeyOfCert(m_authority.keyPem, pem).error().code, Errc::cryptoFailure);
        QVERIFY(readCert(issued(fromCsr(m_csr)).value()).value().serialHex != info.serialHex);
    }

    void extensionsAskedByARequestAreIgnored() {
        OpensslFolder folder;
        QVERIFY(folder.run({"req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
                            "-nodes", "-keyout", "k.pem", "-out", "csr.pem", "-subj", "/CN=mallory",
                            "-addext", "basicConstraints=critical,CA:TRUE", "-addext",
                            "subjectAltName=DNS:sne.example"}));
        folder.write("leaf.pem", issued(fromCsr(folder.readText("csr.pem"))).value());
        QVERIFY(folder.run({"x509", "-in", "leaf.pem", "-noout", "-text", "-out", "text"}));
        const QString text = QString::fromStdString(folder.readText("text"));
        QVERIFY(text.contains("CA:FALSE"));
        QVERIFY(!text.contains("CA:TRUE"));
        QVERIFY(!text.contains("sne.example"));
        QVERIFY(!text.contains("mallory"));
    }

    void theOpensslProgramAcceptsChainNamesAndUsages() {
        OpensslFolder folder;
        LeafRequest request;
        request.keyPem = m_key;
        request.commonName = "Serveur d’essai";
        request.dnsNames = {"localhost", "escale.example"};
        request.ipAddresses = {"127.0.0.1", "::1"};
        request.usage = CertUsage::serverAuth;
        folder.write("ca.pem", m_authority.certPem);
        folder.write("leaf.pem", issued(request).value());
        const QStringList verify{"verify",  "-x509_strict",
                                 "-attime", QString::number(kNowMs / 1000),
                                 "-CAfile", "ca.pem"};
        QVERIFY(folder.run(verify + QStringList{"-purpose", "sslserver", "-verify_hostname",
                                                "escale.example", "leaf.pem"}));
        QVERIFY(folder.run(verify + QStringList{"-verify_ip", "127.0.0.1", "leaf.pem"}));
        QVERIFY(folder.run(verify + QStringList{"-verify_ip", "::1", "leaf.pem"}));
        QVERIFY(!folder.run(verify + QStringList{"-verify_hostname", "autre.example", "leaf.pem"}));
        QVERIFY(!folder.run(verify + QStringList{"-purpose", "sslclient", "leaf.pem"}));
        folder.write("client.pem", issued(fromCsr(m_csr)).value());
        QVERIFY(folder.run(verify + QStringList{"-purpose", "sslclient", "client.pem"}));
        QVERIFY(!folder.run(verify + QStringList{"-purpose", "sslserver", "client.pem"}));
    }

    void requestsWithAnotherKindOfKeyAreRefused() {
        OpensslFolder folder;
        const QStringList kinds[] = {
            {"rsa:2048"}, {"ec", "-pkeyopt", "ec_paramgen_curve:P-384"}, {"ed25519"}};
        for (const QStringList& kind : kinds) {
            QVERIFY(folder.run(QStringList{"req", "-new", "-nodes", "-keyout", "k.pem", "-out",
                                           "csr.pem", "-subj", "/CN=x", "-newkey"} +
                               kind));
            QCOMPARE(issued(fromCsr(folder.readText("csr.pem"))).error().code, Errc::cryptoFailure);
        }
        // P-256 described by its numbers instead of its name.
        QVERIFY(folder.run({"ecparam", "-name", "prime256v1", "-genkey", "-noout", "-param_enc",
                            "explicit", "-out", "k.pem"}));
        QVERIFY(folder.run({"req", "-new", "-key", "k.pem", "-out", "csr.pem", "-subj", "/CN=x"}));
        QCOMPARE(issued(fromCsr(folder.readText("csr.pem"))).error().code, Errc::cryptoFailure);
    }

    void aRequestWhoseSignatureDoesNotHoldIsRefused() {
        Bytes der = derOf(m_csr);
        der.back() ^= 0x01;
        QCOMPARE(issued(fromCsr(pemOf("CERTIFICATE REQUEST", der))).error().code,
                 Errc::cryptoFailure);
        for (std::size_t at = 0; at < der.size(); ++at) {
            Bytes changed = derOf(m_csr);
            changed[at] ^= 0x01;
            QVERIFY(!issued(fromCsr(pemOf("CERTIFICATE REQUEST", changed))));
        }
    }

    void requestsThatCannotBeReadAreRefusedWithoutAskingAnyone() {
        const std::string encrypted = "-----BEGIN CERTIFICATE REQUEST-----\n"
                                      "Proc-Type: 4,ENCRYPTED\n"
                                      "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n"
                                      "AAAAAAAAAAAAAAAAAAAAAA==\n"
                                      "-----END CERTIFICATE REQUEST-----\n";
        for (const std::string& bad : {std::string("x"), m_key, m_authority.certPem, encrypted})
            QCOMPARE(issued(fromCsr(bad)).error().code, Errc::malformed);
        QCOMPARE(issued(fromCsr(std::string(kMaxPemBytes + 1, 'x'))).error().code, Errc::tooLarge);
        QCOMPARE(issued(LeafRequest{}).error().code, Errc::invalidArgument);
        LeafRequest both = fromCsr(m_csr);
        both.keyPem = m_key;
        QCOMPARE(issued(both).error().code, Errc::invalidArgument);
    }

    void namesAndDaysOutOfBoundsAreRefused() {
        const auto codeOf = [this](auto change) {
            LeafRequest request = fromCsr(m_csr);
            change(request);
            const Result<std::string> result = issued(request);
            return result ? Errc::internal : result.error().code;
        };
        for (const std::string& name : {std::string(), std::string(65, 'a'), std::string("a\nb"),
                                        std::string("a\0b", 3), std::string("\xff\xfe")})
            QCOMPARE(codeOf([&](LeafRequest& r) { r.commonName = name; }), Errc::invalidArgument);
        for (const int days : {0, -5, 3661})
            QCOMPARE(codeOf([&](LeafRequest& r) { r.days = days; }), Errc::invalidArgument);
        for (const char* dns : {"", "a b", "a,DNS:b", "é.example"})
            QCOMPARE(codeOf([&](LeafRequest& r) { r.dnsNames = {dns}; }), Errc::invalidArgument);
        for (const char* ip : {"", "1.2.3", "300.1.1.1", "localhost", "1.2.3.4/24"})
            QCOMPARE(codeOf([&](LeafRequest& r) { r.ipAddresses = {ip}; }), Errc::invalidArgument);
        QCOMPARE(codeOf([&](LeafRequest& r) {
                     r.dnsNames = {33, "a.example"};
                 }),
                 Errc::invalidArgument);
        QCOMPARE(makeCsr(m_key, "").error().code, Errc::invalidArgument);
        QCOMPARE(makeCsr("clé", "x").error().code, Errc::malformed);
    }

    void onlyARealAuthorityIssues() {
        const std::string leaf = issued(fromCsr(m_csr)).value();
        QCOMPARE(issue({leaf, m_key}, fromCsr(m_csr), m_clock, m_random).error().code,
                 Errc::invalidArgument);
        QCOMPARE(
            issue({m_authority.certPem, m_key}, fromCsr(m_csr), m_clock, m_random).error().code,
            Errc::cryptoFailure);
        LeafRequest longer = fromCsr(m_csr);
        longer.days = 3660;
        QCOMPARE(readCert(issued(longer).value()).value().notAfterMs,
                 readCert(m_authority.certPem).value().notAfterMs);
        const FixedClock later(kNowMs + 3700 * kDayMs);
        QCOMPARE(issue(m_authority, fromCsr(m_csr), later, m_random).error().code,
                 Errc::invalidArgument);
    }

    void aChainHoldsForItsAuthorityItsDatesAndItsUsageOnly() {
        const std::string leaf = issued(fromCsr(m_csr)).value();
        const std::string& ca = m_authority.certPem;
        QVERIFY(verifyChain(leaf, ca, kNowMs));
        QVERIFY(verifyChain(leaf, ca, kNowMs, CertUsage::clientAuth));
        QVERIFY(verifyChain(leaf, ca, kNowMs - kDayMs + 1000));
        for (const CertUsage other : {CertUsage::serverAuth, CertUsage::sealing})
            QCOMPARE(verifyChain(leaf, ca, kNowMs, other).error().code, Errc::cryptoFailure);
        for (const std::int64_t when :
             {kNowMs - 2 * kDayMs, kNowMs + 366 * kDayMs, std::int64_t{0}})
            QCOMPARE(verifyChain(leaf, ca, when).error().code, Errc::cryptoFailure);
        // Same name, other key.
        const Authority other = makeAuthority("Autorité d’essai", 10, m_clock, m_random).value();
        QCOMPARE(verifyChain(leaf, other.certPem, kNowMs).error().code, Errc::cryptoFailure);
        QCOMPARE(verifyChain(leaf, leaf, kNowMs).error().code, Errc::cryptoFailure);
        QCOMPARE(verifyChain("x", ca, kNowMs).error().code, Errc::malformed);
        QCOMPARE(verifyChain(leaf, "x", kNowMs).error().code, Errc::malformed);
        LeafRequest sealing = fromCsr(m_csr);
        sealing.usage = CertUsage::sealing;
        QVERIFY(verifyChain(issued(sealing).value(), ca, kNowMs, CertUsage::sealing));
    }

    void aChangedCertificateIsRefused() {
        const Bytes der = derOf(issued(fromCsr(m_csr)).value());
        for (std::size_t at = 0; at < der.size(); ++at) {
            Bytes changed = der;
            changed[at] ^= 0x01;
            QVERIFY2(!verifyChain(pemOf("CERTIFICATE", changed), m_authority.certPem, kNowMs),
                     qPrintable(QString::number(at)));
        }
    }

    void certificatesGoFromPemToDerAndBack() {
        const std::string pem = issued(fromCsr(m_csr)).value();
        const Bytes der = pemToDer(pem).value();
        QCOMPARE(der, derOf(pem));
        QCOMPARE(derToPem(der).value(), pem);
        QVERIFY(readCert(ByteView(der)).value() == readCert(pem).value());
        Bytes longer = der;
        longer.push_back(0);
        QCOMPARE(derToPem(longer).error().code, Errc::malformed);
        QCOMPARE(derToPem({}).error().code, Errc::malformed);
        QCOMPARE(readCert(ByteView(longer)).error().code, Errc::malformed);
        QCOMPARE(readCert(std::string_view{}).error().code, Errc::malformed);
        QCOMPARE(pemToDer(m_key).error().code, Errc::malformed);
        QVERIFY(publicKeyPem(m_key).value().starts_with("-----BEGIN PUBLIC KEY-----"));
        QCOMPARE(publicKeyPem(pem).error().code, Errc::malformed);
    }
};

QTEST_GUILESS_MAIN(CryptoPkiTest)
#include "crypto_pki_test.moc"
