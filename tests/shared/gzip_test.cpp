// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed bodies: what goes in comes out, and nothing else is believed.
#include "shared/protocol/gzip.h"

#include <QTest>

using namespace escale;
using namespace escale::protocol;

namespace {

std::string words(std::size_t size) {
    std::string text;
    for (unsigned seed = 7; text.size() < size; seed = seed * 1'664'525 + 1'013'904'223)
        text += "\"demandeur.nom\":" + std::to_string(seed >> 8) + ",";
    text.resize(size);
    return text;
}

} // namespace

class GzipTest : public QObject {
    Q_OBJECT
private slots:
    void whatGoesInComesOut() {
        for (const std::size_t size : {0U, 1U, 1'000U, 16'384U, 16'385U, 700'000U}) {
            const std::string plain = words(size);
            const std::string packed = gzip(plain);
            QVERIFY(size < 1'000 || packed.size() < size / 2);
            QCOMPARE(gunzip(packed, size).value(), plain);
            if (size > 0)
                QCOMPARE(gunzip(packed, size - 1).error().code, Errc::tooLarge);
        }
    }

    void aBombIsNotUnpacked() {
        const std::string bomb = gzip(std::string(64U << 20, '0'));
        QVERIFY(bomb.size() < 100'000);
        QCOMPARE(gunzip(bomb, 1U << 20).error().code, Errc::tooLarge);
    }

    void whatIsCutDamagedOrFollowedIsRefused() {
        const std::string packed = gzip(words(5'000));
        for (std::size_t size = 0; size < packed.size(); ++size)
            QCOMPARE(gunzip(packed.substr(0, size), 10'000).error().code, Errc::malformed);
        for (std::size_t at = 12; at < packed.size(); at += 7) {
            std::string damaged = packed;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
            QVERIFY(!gunzip(damaged, 10'000));
        }
        QCOMPARE(gunzip(packed + "x", 10'000).error().code, Errc::malformed);
        QCOMPARE(gunzip(packed + packed, 20'000).error().code, Errc::malformed);
        QCOMPARE(gunzip("{\"curseur\":0}", 10'000).error().code, Errc::malformed);
    }
};

QTEST_APPLESS_MAIN(GzipTest)
#include "gzip_test.moc"
