// SPDX-License-Identifier: GPL-3.0-or-later
// Valid messages, damaged in every way: a reader refuses them or reads something whole.
#include "codec_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::protocol;
using namespace escale::test;

namespace {

std::string damaged(std::string text, Seeded& random) {
    static const char* const kPieces[] = {
        "null", "-1", "1e9", "{}", "[]", "\"", "\\u0000", "\xFF", "99999999999999999999",
        "true", ",",  ":",   "}"};
    for (unsigned n = 1 + random.below(4); n > 0 && !text.empty(); --n) {
        const std::size_t at = random.next() % text.size();
        switch (random.below(5)) {
        case 0:
            text[at] = static_cast<char>(random.next());
            break;
        case 1:
            text.erase(at, 1 + random.below(20));
            break;
        case 2:
            text.insert(at, kPieces[random.below(std::size(kPieces))]);
            break;
        case 3:
            text.insert(at, text.substr(at, random.below(60)));
            break;
        default:
            text.resize(at);
        }
    }
    return text;
}

} // namespace

class CodecFuzzTest : public QObject {
    Q_OBJECT
private slots:
    void damagedRequestsAreRefusedOrWhole() {
        Seeded random(21);
        int refused = 0;
        for (int i = 0; i < 20'000; ++i) {
            const auto message = decodeSyncRequest(damaged(encode(randomRequest(random)), random));
            if (!message) {
                ++refused;
                continue;
            }
            const std::string again = encode(*message);
            QCOMPARE(encode(*decodeSyncRequest(again)), again);
            for (const Edit& edit : message->edits)
                (void)validateEdit(edit, catalogue());
        }
        QVERIFY(refused > 10'000);
    }

    void damagedAnswersAreRefusedOrWhole() {
        Seeded random(22);
        for (int i = 0; i < 10'000; ++i) {
            const auto message =
                decodeSyncResponse(damaged(encode(randomResponse(random)), random));
            if (!message)
                continue;
            const std::string again = encode(*message);
            QCOMPARE(encode(*decodeSyncResponse(again)), again);
        }
    }

    void whatIsReadAndValidCanBeMerged() {
        Seeded random(23);
        Dossier dossier;
        dossier.id = dossierId();
        for (int i = 0; i < 20'000; ++i) {
            const Edit edit = randomEdit(random);
            if (validateEdit(edit, catalogue()))
                mergeEdit(dossier, edit, catalogue(), Authority::demandeur);
        }
        QVERIFY(dossier.revision > 0);
        QVERIFY(*dossierFromJson(protocol::toJson(dossier)) == dossier);
    }
};

QTEST_APPLESS_MAIN(CodecFuzzTest)
#include "codec_fuzz_test.moc"
