// SPDX-License-Identifier: GPL-3.0-or-later
// Certificates on their way to a device: what is taken, what is refused, what is said of them.
#include "shared/crypto/sign.h"
#include "shared/deuxddoc/bundle_pack.h"
#include "shared/deuxddoc/verify.h"
#include "tests/support/deuxddoc_authority.h"

#include <QtTest>

using namespace escale;
using namespace escale::deuxddoc;

namespace {

constexpr Date kMade{2026, 5, 21};
constexpr Date kNext{2026, 11, 21};

const crypto::KeyPair& key() {
    static const auto pair = crypto::newEd25519().value();
    return pair;
}

} // namespace

class DeuxDDocPackTest : public QObject {
    Q_OBJECT
private:
    test::DeuxDDocAuthority m_authority{"FR00"};
    Bytes m_pack;

    Bytes sealed(const std::vector<BundleFile>& files) {
        return sealBundle(files, key().privatePem, key().publicPem).value();
    }

private slots:
    void initTestCase() {
        m_authority.issue("T001");
        m_pack = sealed(m_authority.files(kMade, kNext));
    }

    void whatComesOutVerifiesUntilItsDay() {
        const CertificateBundle bundle = openBundle(m_pack, key().publicPem).value();
        QCOMPARE(*bundle.date(), kMade);
        QCOMPARE(*bundle.nextUpdate(), kNext);
        const std::string text =
            m_authority.complete("T001", "DC04FR00T001FFFF25192801FR46MARTIN EXEMPLE\x1D"
                                         "4113614\x1D");
        const Message message = deuxddoc::parse(text).value();
        QCOMPARE(verify(message, {&bundle, kNext}).verdict, Verdict::verified);
        const Verification late = verify(message, {&bundle, addDays(kNext, 1)});
        QCOMPARE(late.verdict, Verdict::unverifiable);
        QCOMPARE(late.reason, Reason::staleBundle);
    }

    void theSameFilesGiveTheSamePack() {
        auto files = m_authority.files(kMade, kNext);
        std::reverse(files.begin(), files.end());
        QCOMPARE(sealed(files), m_pack);
    }

    void whatIsCutChangedOrSignedByAnotherIsRefused() {
        for (std::size_t at = 0; at < m_pack.size(); at += 97) {
            QVERIFY(!openBundle(ByteView(m_pack).first(at), key().publicPem));
            Bytes changed = m_pack;
            changed[at] ^= 1;
            QVERIFY(!openBundle(changed, key().publicPem));
        }
        const auto other = crypto::newEd25519().value();
        QCOMPARE(openBundle(m_pack, other.publicPem).error().code, Errc::cryptoFailure);
        const auto forged =
            sealBundle(m_authority.files(kMade, kNext), other.privatePem, key().publicPem).value();
        QCOMPARE(openBundle(forged, key().publicPem).error().code, Errc::cryptoFailure);
    }

    void anOlderPackDoesNotReplaceANewerOne() {
        QCOMPARE(openBundle(m_pack, key().publicPem, addDays(kMade, 1)).error().code,
                 Errc::conflict);
        QVERIFY(openBundle(m_pack, key().publicPem, kMade));
    }

    void aPackWithoutDatesOrWithDatesBackToFrontIsNotMade() {
        auto files = m_authority.files(kMade, kNext);
        files.erase(files.begin());
        QCOMPARE(sealBundle(files, key().privatePem, key().publicPem).error().code,
                 Errc::invalidArgument);
        QCOMPARE(sealBundle(m_authority.files(kNext, kMade), key().privatePem, key().publicPem)
                     .error()
                     .code,
                 Errc::invalidArgument);
    }

    void whatIsNoCertificateIsNamed() {
        auto files = m_authority.files(kMade, kNext);
        files.push_back({"abime.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n"
                                      "-----END CERTIFICATE-----\n"});
        const auto refused = sealBundle(files, key().privatePem, key().publicPem);
        QVERIFY(!refused && refused.error().detail.find("abime.pem") != std::string::npos);
    }

    void certificatesOfNobodyAndEndedOnesAreCounted() {
        test::DeuxDDocAuthority stranger("FR99");
        stranger.issue("X001");
        m_authority.issue("OLD1", test::SignatureCurve::p256, {{2020, 1, 1}, {2023, 1, 1}});
        auto files = m_authority.files(kMade, kNext);
        files.push_back({"x.pem", stranger.leafPem("X001")});
        const auto bundle = CertificateBundle::fromFiles(files).value();
        const BundleAudit found = audit(bundle, kMade);
        QCOMPARE(found.authorities, std::size_t{1});
        QCOMPARE(found.certificates, std::size_t{3});
        QCOMPARE(found.ended, std::size_t{1});
        QCOMPARE(found.orphans, std::vector<std::string>{"X001"});
    }
};

QTEST_APPLESS_MAIN(DeuxDDocPackTest)
#include "deuxddoc_pack_test.moc"
