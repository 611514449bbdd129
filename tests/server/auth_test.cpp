// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/enrolment.h"
#include "tests/server/store_support.h"

#include <QtTest>

#include <thread>

using namespace escale;
using namespace escale::server_test;
using protocol::Role;

namespace {

const std::string kAddress = "192.0.2.7";

class EnrolBench : public Bench {
public:
    EnrolBench()
        : enrolment(*store, clock, random, {authority, {sealing.certPem, sealing.certPem}}) {
        keyPem = crypto::newP256KeyPem().value();
    }
    std::string code(Role role = Role::borne) {
        return server::createCode(*store, role, "Rennes", clock, random).value();
    }
    Result<protocol::EnrolResponse> enrol(const std::string& code,
                                          const std::string& address = kAddress) {
        return enrolment.enrol({code, crypto::makeCsr(keyPem, "appareil").value()}, address);
    }
    std::string keyPem;
    server::Enrolment enrolment;
};

} // namespace

class AuthTest : public QObject {
    Q_OBJECT
private slots:
    void aCodeGivesADeviceItsCertificateOnce() {
        EnrolBench bench;
        const std::string code = bench.code(Role::mediateur);
        QCOMPARE(code.size(), std::size_t{16});
        QCOMPARE(code[0], 'M');
        const auto answer = bench.enrol(code).value();
        QCOMPARE(answer.role, Role::mediateur);
        QCOMPARE(answer.site, std::string("Rennes"));
        QCOMPARE(answer.sealingPems.size(), std::size_t{2});
        QVERIFY(crypto::verifyChain(answer.certificatePem, answer.caPem, bench.clock.nowMs(),
                                    crypto::CertUsage::clientAuth));
        QVERIFY(crypto::verifyKeyOfCert(bench.keyPem, answer.certificatePem));
        const auto cert = crypto::readCert(std::string_view(answer.certificatePem)).value();
        QCOMPARE(cert.commonName, answer.device.str());
        QVERIFY(server::identify(*bench.store, cert.commonName, cert.fingerprintSha256Hex));
        QCOMPARE(bench.enrol(code).error().code, Errc::codeUsed);
    }

    void theWayACodeIsTypedDoesNotMatter() {
        EnrolBench bench;
        QString typed = QString::fromStdString(bench.code()).toLower();
        typed.replace('-', ' ');
        QVERIFY(bench.enrol(typed.toStdString()));
    }

    void aCodeUsedByManyAtOnceServesOne() {
        EnrolBench bench;
        const std::string code = bench.code();
        std::atomic<int> served = 0;
        std::atomic<int> used = 0;
        std::vector<std::thread> threads;
        for (int i = 0; i < 8; ++i)
            threads.emplace_back([&, i] {
                const auto answer = bench.enrol(code, "192.0.2." + std::to_string(i));
                if (answer)
                    ++served;
                else if (answer.error().code == Errc::codeUsed)
                    ++used;
            });
        for (std::thread& thread : threads)
            thread.join();
        QCOMPARE(served.load(), 1);
        QCOMPARE(used.load(), 7);
    }

    void aCodeDiesAfter24Hours() {
        EnrolBench bench;
        const std::string young = bench.code();
        bench.clock.advance(server::kCodeLifeMs - 1);
        QVERIFY(bench.enrol(young));
        const std::string old = bench.code();
        bench.clock.advance(server::kCodeLifeMs);
        QCOMPARE(bench.enrol(old).error().code, Errc::codeUsed);
    }

    void tenWrongCodesCloseAnAddressForAWhile() {
        EnrolBench bench;
        const std::string good = bench.code();
        for (int i = 0; i < 10; ++i)
            QCOMPARE(bench.enrol("B-2222-2222-222" + std::to_string(2 + i % 8)).error().code,
                     Errc::wrongCode);
        QCOMPARE(bench.enrol(good).error().code, Errc::throttled);
        QVERIFY(bench.enrol(bench.code(), "198.51.100.4"));
        bench.clock.advance(server::Throttle::kWindowMs);
        QVERIFY(bench.enrol(good));
    }

    void aBadCertificateRequestDoesNotSpendTheCode() {
        EnrolBench bench;
        const std::string code = bench.code();
        QCOMPARE(bench.enrolment.enrol({code, "pas un PEM"}, kAddress).error().code,
                 Errc::malformed);
        QVERIFY(bench.enrol(code));
    }

    void aRevokedDeviceIsRefusedAtOnceAndAnUnknownOneToo() {
        EnrolBench bench;
        const auto answer = bench.enrol(bench.code()).value();
        const auto cert = crypto::readCert(std::string_view(answer.certificatePem)).value();
        QCOMPARE(server::identify(*bench.store, cert.commonName, std::string(64, '0')).error().code,
                 Errc::unauthorized);
        bench.store
            ->inTransaction([&](server::StoreSession& session) {
                return session.devices().revoke(answer.device, kNow);
            })
            .value();
        QCOMPARE(
            server::identify(*bench.store, cert.commonName, cert.fingerprintSha256Hex).error().code,
            Errc::forbidden);
        QCOMPARE(bench.reconciler->sync(answer.device, {}).error().code, Errc::forbidden);
    }

    void theCodeItselfIsNowhereOnDisk() {
        EnrolBench bench;
        const std::string code = bench.code();
        const std::string stored = bench.stored();
        QVERIFY(stored.find("borne") != std::string::npos); // it is what was written
        QVERIFY(stored.find(code) == std::string::npos);
    }

    void aSiteWithoutNameOrWithALineBreakIsRefused() {
        EnrolBench bench;
        for (const std::string& site : {std::string(), std::string("a\nb"), std::string(81, 'a')})
            QCOMPARE(server::createCode(*bench.store, Role::borne, site, bench.clock, bench.random)
                         .error()
                         .code,
                     Errc::invalidArgument);
    }
};

QTEST_APPLESS_MAIN(AuthTest)
#include "auth_test.moc"
