// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/system_ports.h"
#include "shared/crypto/cms.h"
#include "shared/crypto/pki.h"
#include "shared/crypto/random.h"
#include "tests/shared/crypto_fixtures.h"

#include <QtTest>

#include <algorithm>

using namespace escale;
using namespace escale::crypto;
using escale::test::bytesOf;
using escale::test::OpensslFolder;

namespace {

struct Holder {
    std::string certPem;
    std::string keyPem;
};

bool contains(const Bytes& bytes, const Bytes& part) {
    return std::search(bytes.begin(), bytes.end(), part.begin(), part.end()) != bytes.end();
}

} // namespace

class CryptoCmsTest : public QObject {
    Q_OBJECT
private:
    SystemClock m_clock;
    SystemRandom m_random;
    Authority m_authority;
    Holder m_server;
    Holder m_escrow;
    Holder m_stranger;
    const Bytes m_plain = bytesOf("Mme Odile Invent, 3 rue des Essais");

    Holder holder(const char* name, CertUsage usage = CertUsage::sealing) {
        Holder made;
        made.keyPem = newP256KeyPem().value();
        LeafRequest request;
        request.keyPem = made.keyPem;
        request.commonName = name;
        request.usage = usage;
        made.certPem = issue(m_authority, request, m_clock, m_random).value();
        return made;
    }

    static Result<Bytes> open(ByteView der, const Holder& who) {
        return openCms(der, who.certPem, who.keyPem);
    }

private slots:
    void initTestCase() {
        m_authority = makeAuthority("Autorité d’essai", 2, m_clock, m_random).value();
        m_server = holder("Service");
        m_escrow = holder("Séquestre");
        m_stranger = holder("Autre");
    }

    void bothRecipientsOpenAndNobodyElse() {
        const Bytes der = sealCms(m_plain, {m_server.certPem, m_escrow.certPem}).value();
        QVERIFY(!contains(der, m_plain));
        QCOMPARE(open(der, m_server).value(), m_plain);
        QCOMPARE(open(der, m_escrow).value(), m_plain);
        QCOMPARE(open(der, m_stranger).error().code, Errc::cryptoFailure);
        const Holder mixed{m_server.certPem, m_stranger.keyPem};
        QCOMPARE(open(der, mixed).error().code, Errc::cryptoFailure);
        QVERIFY(sealCms(m_plain, {m_server.certPem, m_escrow.certPem}).value() != der);
    }

    void emptyAndLargeContentsComeBackWhole() {
        Bytes large(700'001);
        m_random.fill(large);
        for (const Bytes& plain : {Bytes{}, Bytes{0}, bytesOf("a\nb\r\nc"), large}) {
            const Bytes der = sealCms(plain, {m_server.certPem, m_escrow.certPem}).value();
            const Result<Bytes> opened = open(der, m_server);
            QVERIFY2(opened, opened ? "" : opened.error().detail.c_str());
            QCOMPARE(*opened, plain);
        }
    }

    void anyByteChangedIsRefused() {
        const Bytes der = sealCms(m_plain, {m_server.certPem}).value();
        for (std::size_t at = 0; at < der.size(); ++at) {
            for (const int bit : {0x01, 0x02, 0x20, 0x80}) {
                Bytes changed = der;
                changed[at] = static_cast<std::uint8_t>(changed[at] ^ bit);
                const Result<Bytes> opened = open(changed, m_server);
                QVERIFY2(!opened, qPrintable(QString("byte %1 bit %2").arg(at).arg(bit)));
                QVERIFY(opened.error().code == Errc::malformed ||
                        opened.error().code == Errc::cryptoFailure);
            }
            QCOMPARE(open(ByteView(der).first(at), m_server).error().code, Errc::malformed);
        }
        Bytes longer = der;
        longer.push_back(0);
        QCOMPARE(open(longer, m_server).error().code, Errc::malformed);
    }

    void aChangeInTheOtherRecipientsEntryNeverChangesWhatIsRead() {
        const Bytes der = sealCms(m_plain, {m_server.certPem, m_escrow.certPem}).value();
        int refused = 0;
        for (std::size_t at = 0; at < der.size(); ++at) {
            Bytes changed = der;
            changed[at] ^= 0x01;
            const Result<Bytes> server = open(changed, m_server);
            const Result<Bytes> escrow = open(changed, m_escrow);
            QVERIFY(!server || *server == m_plain);
            QVERIFY(!escrow || *escrow == m_plain);
            QVERIFY(!server || !escrow);
            refused += !server && !escrow ? 1 : 0;
        }
        QVERIFY(refused > 0);
    }

    void garbageIsMalformed() {
        Bytes noise(500);
        m_random.fill(noise);
        noise[0] = 0x30;
        const Bytes bombs[] = {{},
                               bytesOf("bonjour"),
                               noise,
                               {0x30, 0x80, 0, 0},
                               {0x30, 0x84, 0xff, 0xff, 0xff, 0xff},
                               {0x30, 0xff},
                               Bytes(10'000, 0x30)};
        for (const Bytes& bomb : bombs)
            QCOMPARE(open(bomb, m_server).error().code, Errc::malformed);
        const Bytes der = sealCms(m_plain, {m_server.certPem}).value();
        QCOMPARE(openCms(der, "certificat", m_server.keyPem).error().code, Errc::malformed);
        QCOMPARE(openCms(der, m_server.certPem, "clé").error().code, Errc::malformed);
    }

    void limitsOfSizeAndRecipientsHold() {
        QCOMPARE(sealCms(m_plain, {}).error().code, Errc::invalidArgument);
        const std::vector<std::string> many(kMaxCmsRecipients + 1, m_server.certPem);
        QCOMPARE(sealCms(m_plain, many).error().code, Errc::invalidArgument);
        const Bytes big(kMaxCmsBytes + 1);
        QCOMPARE(
            sealCms(ByteView(big).first(kMaxCmsPlainBytes + 1), {m_server.certPem}).error().code,
            Errc::tooLarge);
        QCOMPARE(open(big, m_server).error().code, Errc::tooLarge);
    }

    void aCertificateThatCannotSealIsRefused() {
        const Holder client = holder("Borne", CertUsage::clientAuth);
        QCOMPARE(sealCms(m_plain, {client.certPem}).error().code, Errc::cryptoFailure);
        QCOMPARE(sealCms(m_plain, {m_server.certPem, "x"}).error().code, Errc::malformed);
        OpensslFolder folder;
        QVERIFY(folder.run({"req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "k.pem",
                            "-out", "r.pem", "-subj", "/CN=rsa"}));
        QCOMPARE(sealCms(m_plain, {folder.readText("r.pem")}).error().code, Errc::cryptoFailure);
        QVERIFY(folder.run({"req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-384",
                            "-nodes", "-keyout", "k.pem", "-out", "r.pem", "-subj", "/CN=p384"}));
        QCOMPARE(sealCms(m_plain, {folder.readText("r.pem")}).error().code, Errc::cryptoFailure);
    }

    void theOpensslProgramOpensOurs() {
        OpensslFolder folder;
        folder.write("in.der", sealCms(m_plain, {m_server.certPem, m_escrow.certPem}).value());
        for (const Holder& who : {m_server, m_escrow}) {
            folder.write("r.pem", who.certPem);
            folder.write("k.pem", who.keyPem);
            QVERIFY(folder.run({"cms", "-decrypt", "-binary", "-inform", "DER", "-in", "in.der",
                                "-recip", "r.pem", "-inkey", "k.pem", "-out", "out"}));
            QCOMPARE(folder.read("out"), m_plain);
        }
    }

    void weOpenThatOfTheOpensslProgram() {
        OpensslFolder folder;
        Bytes photo(400'000);
        m_random.fill(photo);
        folder.write("plain", photo);
        folder.write("r.pem", m_server.certPem);
        QVERIFY(folder.run({"cms", "-encrypt", "-binary", "-aes-256-gcm", "-outform", "DER", "-in",
                            "plain", "-out", "out.der", "-recip", "r.pem", "-keyopt",
                            "ecdh_kdf_md:sha256"}));
        QCOMPARE(open(folder.read("out.der"), m_server).value(), photo);
    }

    void weakerFormsOfTheOpensslProgramAreRefused() {
        OpensslFolder folder;
        folder.write("plain", m_plain);
        folder.write("r.pem", m_server.certPem);
        const QStringList base{"cms", "-encrypt", "-binary", "-outform", "DER",
                               "-in", "plain",    "-out",    "out.der"};
        const QStringList recipient{"-recip", "r.pem"};
        const QStringList sha256{"-keyopt", "ecdh_kdf_md:sha256"};
        const QStringList weaker[] = {
            base + QStringList{"-aes-256-cbc"} + recipient + sha256, // not authenticated
            base + QStringList{"-aes-128-gcm"} + recipient + sha256,
            base + QStringList{"-aes-256-gcm"} + recipient, // SHA-1 in the key derivation
            base + QStringList{"-aes-256-gcm", "-stream"} + recipient + sha256, // BER, not DER
        };
        for (const QStringList& arguments : weaker) {
            QVERIFY(folder.run(arguments));
            QCOMPARE(open(folder.read("out.der"), m_server).error().code, Errc::malformed);
        }
    }
};

QTEST_GUILESS_MAIN(CryptoCmsTest)
#include "crypto_cms_test.moc"
