// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/bytes.h"
#include "shared/base/date.h"
#include "shared/base/ids.h"
#include "shared/base/json.h"

#include <QtTest>

using namespace escale;

namespace {

class FixedClock : public Clock {
public:
    [[nodiscard]] std::int64_t nowMs() const override { return 1'795'305'508'123; }
};

class CountingRandom : public Random {
public:
    void fill(std::span<std::uint8_t> out) override {
        for (auto& byte : out)
            byte = m_next++;
    }

private:
    std::uint8_t m_next = 0;
};

} // namespace

class BaseTest : public QObject {
    Q_OBJECT
private slots:
    void everyErrorHasItsOwnWordAndMessage() {
        QSet<QByteArray> names;
        for (int i = 0; i <= static_cast<int>(Errc::internal); ++i) {
            const auto code = static_cast<Errc>(i);
            const std::string_view name = errcName(code);
            names.insert(QByteArray(name.data(), static_cast<qsizetype>(name.size())));
            QCOMPARE(errcFromName(name), code);
            QVERIFY(!userMessage(code).empty());
        }
        QCOMPARE(names.size(), static_cast<int>(Errc::internal) + 1);
    }

    void base64FollowsRfc4648() {
        const std::pair<const char*, const char*> vectors[] = {
            {"", ""}, {"f", "Zg=="}, {"fo", "Zm8="}, {"foo", "Zm9v"}, {"foobar", "Zm9vYmFy"}};
        for (const auto& [plain, encoded] : vectors) {
            QCOMPARE(toBase64(asBytes(plain)), std::string(encoded));
            QCOMPARE(asString(*fromBase64(encoded)), std::string(plain));
        }
        for (const char* bad : {"Zg=", "Zg==Zg==", "Z===", "Zm 9v", "====", "Zm9\n"})
            QVERIFY(!fromBase64(bad));
    }

    void hexadecimalRefusesOddAndForeign() {
        QCOMPARE(toHex(*fromHex("00ffA0")), std::string("00ffa0"));
        QVERIFY(!fromHex("0"));
        QVERIFY(!fromHex("zz"));
    }

    void identifiersAreUuidV7AndSortByTime() {
        FixedClock clock;
        CountingRandom random;
        const std::string id = newUuid(clock, random);
        QVERIFY(isUuid(id));
        QCOMPARE(id[14], '7');
        QVERIFY(!isUuid("01A2013F-7C5B-7000-8000-000000000000"));
        QVERIFY(!parseId<DossierId>("../etc/passwd"));
    }

    void referenceHasTwelveDigits() {
        CountingRandom random;
        const std::string reference = newReference(random);
        QCOMPARE(reference, std::string("012345678901"));
    }

    void datesThatDoNotExistAreRefused() {
        QVERIFY(parseIsoDate("2024-02-29"));
        for (const char* bad :
             {"2023-02-29", "2024-13-01", "1899-01-01", "2024-1-01", "20240101", "2024-02-2a", ""})
            QVERIFY2(!parseIsoDate(bad), bad);
    }

    void typedDatesAreReadAsPeopleWriteThem() {
        const Date today{2026, 11, 21};
        for (const char* text : {"1/3/82", "01 03 1982", "1.3.1982", "01-03-1982", "1982-03-01"})
            QCOMPARE(parseTypedDate(text, today)->iso(), std::string("1982-03-01"));
        QCOMPARE(parseTypedDate("1/3/25", today)->year, 2025);
        QCOMPARE(parseTypedDate("1/3/27", today)->year, 1927);
        for (const char* bad : {"31/2/2001", "1 mars 1982", "1/3", "1/3/198", "", "1/3/1982/4"})
            QVERIFY2(!parseTypedDate(bad, today), bad);
    }

    void anniversaryOf29FebruaryIsTheLastDayOfFebruary() {
        const Date born{2004, 2, 29};
        QCOMPARE(fullYears(born, {2022, 2, 27}), 17);
        QCOMPARE(fullYears(born, {2022, 2, 28}), 18);
        QCOMPARE(addMonths({2024, 1, 31}, 1).iso(), std::string("2024-02-29"));
        QCOMPARE(fullMonths({2024, 1, 31}, {2024, 2, 29}), 1);
        QCOMPARE(fullYears({2024, 1, 16}, {2026, 1, 15}), 1);
    }

    void parisDayChangesAtLocalMidnight() {
        QCOMPARE(parisDate(1'782'856'799'000).iso(), std::string("2026-06-30")); // 21:59:59Z
        QCOMPARE(parisDate(1'782'856'800'000).iso(), std::string("2026-07-01")); // 22:00:00Z
        QCOMPARE(parisDate(1'767'221'999'000).iso(), std::string("2025-12-31")); // 22:59:59Z
        QCOMPARE(parisDate(1'767'222'000'000).iso(), std::string("2026-01-01")); // 23:00:00Z
        QCOMPARE(isoInstant(1'767'222'000'007), std::string("2025-12-31T23:00:00.007Z"));
    }

    void jsonGateRefusesWhatIsTooBigTooDeepOrUnfinished() {
        QVERIFY(parseJson(R"({"a":[1,2,{"b":null}]})"));
        QCOMPARE(parseJson("[1,2,3]", 3).error().code, Errc::tooLarge);
        const std::string deep = std::string(40, '[') + std::string(40, ']');
        QCOMPARE(parseJson(deep).error().code, Errc::malformed);
        for (const char* bad : {"", "{", "{}x", "{'a':1}", "[1,]", "nul", "\"\xff\""})
            QCOMPARE(parseJson(bad).error().code, Errc::malformed);
    }
};

QTEST_APPLESS_MAIN(BaseTest)
#include "base_test.moc"
