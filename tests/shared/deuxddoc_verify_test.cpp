// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/verify.h"
#include "tests/shared/deuxddoc_support.h"
#include "tests/support/deuxddoc_authority.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace escale;
using namespace escale::deuxddoc;
using escale::test::DeuxDDocAuthority;
using escale::test::SignatureCurve;

namespace {

constexpr Date kMade{2026, 3, 1};
constexpr Date kNext{2026, 9, 1};
constexpr Date kToday{2026, 5, 1};

CertificateBundle bundleOf(const DeuxDDocAuthority& authority) {
    return CertificateBundle::fromFiles(authority.files(kMade, kNext)).value();
}

Verification verdictOf(const std::string& text, const CertificateBundle& bundle,
                       const Date& today = kToday) {
    return verify(parse(text).value(), {&bundle, today});
}

} // namespace

class DeuxDDocVerifyTest : public QObject {
    Q_OBJECT
private:
    DeuxDDocAuthority m_authority{"FR00"};

    std::string signedSample(std::size_t at) const {
        return m_authority.complete("T001", test::samples()[at].text);
    }

private slots:
    void initTestCase() { m_authority.issue("T001"); }

    void everyVersionAndTypeVerifies_data() {
        QTest::addColumn<int>("sample");
        QTest::addColumn<int>("curve");
        for (int curve = 0; curve < 3; ++curve) {
            for (std::size_t at = 0; at < test::samples().size(); ++at)
                QTest::addRow("%s, curve %d", test::samples()[at].name, curve)
                    << static_cast<int>(at) << curve;
        }
    }
    void everyVersionAndTypeVerifies() {
        QFETCH(int, sample);
        QFETCH(int, curve);
        static DeuxDDocAuthority authority("FR00");
        authority.issue("T001", static_cast<SignatureCurve>(curve));
        const std::string text =
            authority.complete("T001", test::samples()[static_cast<std::size_t>(sample)].text);
        const Verification verification = verdictOf(text, bundleOf(authority));
        QCOMPARE(verification.verdict, Verdict::verified);
        const Message message = parse(text).value();
        QCOMPARE(verification.covers.size(), message.fields.size());
        QCOMPARE(verification.covers.front(), message.fields.front().id);
        QCOMPARE(verification.certificate.size(), std::size_t{64});
    }

    void everySingleCharacterChangeIsFound_data() {
        QTest::addColumn<int>("sample");
        for (std::size_t at = 0; at < test::samples().size(); ++at)
            QTest::addRow("%s", test::samples()[at].name) << static_cast<int>(at);
    }
    void everySingleCharacterChangeIsFound() {
        QFETCH(int, sample);
        const std::string text = signedSample(static_cast<std::size_t>(sample));
        const CertificateBundle bundle = bundleOf(m_authority);
        for (std::size_t at = 0; at < text.size(); ++at) {
            for (const char other : {static_cast<char>(text[at] ^ 1), '7', '\x1D'}) {
                std::string changed = text;
                changed[at] = other;
                if (changed == text)
                    continue;
                const auto message = parse(changed);
                if (!message)
                    continue;
                const Verification verification = verify(*message, {&bundle, kToday});
                const bool namesOther = at >= 4 && at < 12;
                const QByteArray where = QByteArray::number(static_cast<int>(at)) + " → " + other;
                QVERIFY2(verification.verdict ==
                             (namesOther ? Verdict::unverifiable : Verdict::altered),
                         where.constData());
                QVERIFY(verification.covers.empty());
            }
        }
    }

    void aMissingOrCutSignatureIsAltered() {
        const CertificateBundle bundle = bundleOf(m_authority);
        const std::string text = signedSample(6);
        for (std::size_t size = text.find('\x1F'); size < text.size(); ++size)
            QCOMPARE(verdictOf(text.substr(0, size), bundle).verdict, Verdict::altered);
        QCOMPARE(verdictOf(text + "AA", bundle).verdict, Verdict::altered);
    }

    void theAnnexChangesNothingAndIsNotCovered() {
        const CertificateBundle bundle = bundleOf(m_authority);
        const Verification verification = verdictOf(signedSample(6) + "\x1D"
                                                                      "42CELIBATAIRE\x1D",
                                                    bundle);
        QCOMPARE(verification.verdict, Verdict::verified);
        QVERIFY(std::find(verification.covers.begin(), verification.covers.end(), "42") ==
                verification.covers.end());
    }

    void anUnknownCertificateSaysNothing() {
        const CertificateBundle bundle = bundleOf(m_authority);
        std::string text = test::samples()[6].text;
        text.replace(8, 4, "T002");
        const Verification other = verdictOf(m_authority.complete("T001", text), bundle);
        QCOMPARE(other.verdict, Verdict::unverifiable);
        QCOMPARE(other.reason, Reason::unknownCertificate);
        text = test::samples()[6].text;
        text.replace(4, 4, "FR01");
        QCOMPARE(verdictOf(m_authority.complete("T001", text), bundle).reason,
                 Reason::unknownCertificate);
        QCOMPARE(verify(parse(signedSample(6)).value(), {nullptr, kToday}).reason,
                 Reason::noCertificates);
    }

    void aCertificateThatTheNamedAuthorityDidNotIssueSaysNothing() {
        DeuxDDocAuthority impostor("FR00");
        impostor.issue("T001");
        std::vector<BundleFile> files = m_authority.files(kMade, kNext);
        for (BundleFile& file : files) {
            if (file.name == "T001.pem")
                file.content = impostor.leafPem("T001");
        }
        const CertificateBundle bundle = CertificateBundle::fromFiles(files).value();
        const std::string text = impostor.complete("T001", test::samples()[6].text);
        const Verification verification = verdictOf(text, bundle);
        QCOMPARE(verification.verdict, Verdict::unverifiable);
        QCOMPARE(verification.reason, Reason::untrustedCertificate);
    }

    void anAuthorityIsNoLeaf() {
        DeuxDDocAuthority authority("T001");
        const CertificateBundle bundle =
            CertificateBundle::fromFiles(authority.files(kMade, kNext)).value();
        QCOMPARE(verdictOf(signedSample(6), bundle).reason, Reason::unknownCertificate);
    }

    void aStaleBundleSaysNothingForOrAgainst() {
        const CertificateBundle bundle = bundleOf(m_authority);
        const std::string text = signedSample(6);
        QCOMPARE(verdictOf(text, bundle, kNext).verdict, Verdict::verified);
        const Verification stale = verdictOf(text, bundle, addDays(kNext, 1));
        QCOMPARE(stale.verdict, Verdict::unverifiable);
        QCOMPARE(stale.reason, Reason::staleBundle);
        std::string changed = text;
        changed[40] = '9';
        QCOMPARE(verdictOf(changed, bundle, addDays(kNext, 1)).verdict, Verdict::unverifiable);
        QCOMPARE(verdictOf(text, bundle, addDays(kMade, -2)).reason, Reason::clockBehind);
    }

    void aBundleWithoutDateIsTakenOnlyWhenSomebodyAnswersForIt() {
        std::vector<BundleFile> files = m_authority.files(kMade, kNext);
        files.erase(files.begin());
        const CertificateBundle bundle = CertificateBundle::fromFiles(files).value();
        const Message message = parse(signedSample(6)).value();
        QCOMPARE(verify(message, {&bundle, kToday}).reason, Reason::undatedBundle);
        QCOMPARE(verify(message, {&bundle, kToday, true}).verdict, Verdict::verified);
    }

    void validityIsThatOfTheDayOfTheSignature() {
        // Signed on 2026-01-01; both expired since.
        DeuxDDocAuthority expired("FR00", {{2020, 1, 1}, {2026, 2, 1}});
        expired.issue("T001", SignatureCurve::p256, {{2025, 1, 1}, {2026, 1, 15}});
        const std::string text = expired.complete("T001", test::samples()[6].text);
        QCOMPARE(verdictOf(text, bundleOf(expired)).verdict, Verdict::verified);
        for (const auto& [authoritySpan, leafSpan] :
             {std::pair{DeuxDDocAuthority::Span{{2020, 1, 1}, {2025, 12, 1}},
                        DeuxDDocAuthority::Span{{2025, 1, 1}, {2026, 1, 15}}},
              {DeuxDDocAuthority::Span{{2020, 1, 1}, {2027, 1, 1}},
               DeuxDDocAuthority::Span{{2025, 1, 1}, {2025, 12, 1}}},
              {DeuxDDocAuthority::Span{{2020, 1, 1}, {2027, 1, 1}},
               DeuxDDocAuthority::Span{{2026, 1, 3}, {2027, 1, 1}}}}) {
            DeuxDDocAuthority other("FR00", authoritySpan);
            other.issue("T001", SignatureCurve::p256, leafSpan);
            const Verification verification =
                verdictOf(other.complete("T001", test::samples()[6].text), bundleOf(other));
            QCOMPARE(verification.verdict, Verdict::unverifiable);
            QCOMPARE(verification.reason, Reason::outsideValidity);
        }
    }

    void aMessageWithoutDayOfSignatureIsNotVerified() {
        std::string text = test::samples()[6].text;
        text.replace(16, 4, "FFFF");
        QCOMPARE(verdictOf(m_authority.complete("T001", text), bundleOf(m_authority)).reason,
                 Reason::outsideValidity);
    }

    void theManifestMayNameAnAuthority() {
        DeuxDDocAuthority authority("AC Documents signés");
        authority.issue("T001");
        std::vector<BundleFile> files = authority.files(kMade, kNext);
        QCOMPARE(verdictOf(authority.complete("T001", test::samples()[6].text),
                           CertificateBundle::fromFiles(files).value())
                     .reason,
                 Reason::unknownCertificate);
        files[0].content = R"({"date": "2026-03-01", "prochaine": "2026-09-01",
                               "autorites": {"FR00": "autorite.pem"}})";
        QCOMPARE(verdictOf(authority.complete("T001", test::samples()[6].text),
                           CertificateBundle::fromFiles(files).value())
                     .verdict,
                 Verdict::verified);
        files.erase(files.begin() + 1);
        QCOMPARE(CertificateBundle::fromFiles(files).error().code, Errc::malformed);
    }

    void aBundleThatDoesNotReadIsRefused() {
        for (const char* bad : {"", "[]", "{}", R"({"date": "2026-03-01"})",
                                R"({"date": "1er mars", "prochaine": "2026-09-01"})"})
            QCOMPARE(CertificateBundle::fromFiles({{"paquet.json", bad}}).error().code,
                     Errc::malformed);
        QCOMPARE(CertificateBundle::fromFiles(
                     {{"a.pem", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"}})
                     .error()
                     .code,
                 Errc::malformed);
        QCOMPARE(readBundle("/nulle/part").error().code, Errc::notFound);
    }

    void aFolderIsRead() {
        QTemporaryDir folder;
        QCOMPARE(readBundle(folder.path().toStdString()).error().code, Errc::notFound);
        const auto write = [&](const std::string& name, const std::string& content) {
            QFile file(folder.filePath(QString::fromStdString(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content.data(), static_cast<qint64>(content.size()));
        };
        for (const BundleFile& file : m_authority.files(kMade, kNext))
            write(file.name, file.content);
        write("LISEZ-MOI.txt", "-----BEGIN CERTIFICATE-----");
        const CertificateBundle bundle = readBundle(folder.path().toStdString()).value();
        QVERIFY(bundle.date() == kMade);
        QVERIFY(bundle.nextUpdate() == kNext);
        QCOMPARE(verdictOf(signedSample(6), bundle).verdict, Verdict::verified);
    }

    void theWordsOfTheVerdict() {
        QCOMPARE(verdictWord(Verdict::verified), std::string_view("vérifié"));
        QCOMPARE(verdictWord(Verdict::unverifiable), std::string_view("non vérifiable"));
        QCOMPARE(verdictWord(Verdict::altered), std::string_view("altéré"));
    }
};

QTEST_GUILESS_MAIN(DeuxDDocVerifyTest)
#include "deuxddoc_verify_test.moc"
