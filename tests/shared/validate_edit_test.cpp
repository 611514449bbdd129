// SPDX-License-Identifier: GPL-3.0-or-later
#include "dossier_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::test;

namespace {

Errc refusal(const Edit& edit) {
    const auto result = validateEdit(edit, catalogue());
    return result ? Errc::internal : result.error().code;
}

Errc refusal(const std::string& path, Value value, std::int64_t base = 0) {
    return refusal(editOf(1, 1, {{path, std::move(value), base}}));
}

constexpr Errc kAccepted = Errc::internal; // never a refusal of validateEdit

} // namespace

class ValidateEditTest : public QObject {
    Q_OBJECT
private slots:
    void goodChangesAreAccepted() {
        QCOMPARE(refusal("demandeur.nom", "Benarous"), kAccepted);
        QCOMPARE(refusal("demandeur.nom", Value()), kAccepted);
        QCOMPARE(refusal("demandeur.nir", Marker::none), kAccepted);
        QCOMPARE(refusal(item("localisations", 1), true), kAccepted);
        QCOMPARE(refusal(item("localisations", 1) + ".commune", "2A004"), kAccepted);
    }

    void unknownPathsAreRefused() {
        for (const std::string& path :
             {std::string("demandeur.age"), std::string("Demandeur.nom"), std::string(),
              item("voitures", 1), item("localisations", 1) + ".nom",
              std::string("localisations[].commune"), std::string("localisations")})
            QCOMPARE(refusal(path, "x"), Errc::unknownField);
    }

    void valuesOfAnotherFormAreRefused() {
        QCOMPARE(refusal("demandeur.nom", true), Errc::invalidArgument);
        QCOMPARE(refusal("demandeur.nom", Marker::doNotKnow), Errc::invalidArgument);
        QCOMPARE(refusal("demandeur.telephone", "06 12 34 56 78"), Errc::invalidArgument);
        QCOMPARE(refusal("demandeur.naissance", "14/03/1984"), Errc::invalidArgument);
        QCOMPARE(refusal(item("localisations", 1), "oui"), Errc::invalidArgument);
        QCOMPARE(refusal(item("localisations", 1), Value()), Errc::invalidArgument);
        QCOMPARE(refusal("demandeur.nom", "Benarous", -1), Errc::invalidArgument);
    }

    void anErrorNamesThePathNeverTheValue() {
        const Edit edit = editOf(1, 1, {{"demandeur.telephone", "secret", 0}});
        const std::string detail = validateEdit(edit, catalogue()).error().detail;
        QVERIFY(detail.find("demandeur.telephone") != std::string::npos);
        QVERIFY(detail.find("secret") == std::string::npos);
    }

    void theSchemaMustBeKnown() {
        Edit edit = editOf(1, 1, {{"demandeur.nom", "A", 0}});
        for (const int schema : {0, -1, catalogue().schema() + 1, catalogue().schema() - 2}) {
            edit.schema = schema;
            QCOMPARE(refusal(edit), Errc::unsupportedVersion);
        }
    }

    void authorshipMustBeComplete() {
        const Edit good = editOf(1, 1, {{"demandeur.nom", "A", 0}});
        Edit edit = good;
        edit.seq = 0;
        QCOMPARE(refusal(edit), Errc::invalidArgument);
        for (const std::string& author :
             {std::string(), std::string(101, 'a'), std::string("a\n")}) {
            edit = good;
            edit.author = author;
            QCOMPARE(refusal(edit), Errc::invalidArgument);
        }
        edit = good;
        edit.device = DeviceId();
        QCOMPARE(refusal(edit), Errc::invalidArgument);
        edit = good;
        edit.dossier = DossierId("x");
        QCOMPARE(refusal(edit), Errc::invalidArgument);
        edit = good;
        edit.changes.clear();
        QCOMPARE(refusal(edit), Errc::invalidArgument);
        edit = good;
        edit.changes.push_back(good.changes.front());
        QCOMPARE(refusal(edit), Errc::invalidArgument);
    }

    void limitsHold() {
        Edit edit = editOf(1, 1, {});
        for (unsigned n = 0; n < kMaxChangesPerEdit; ++n)
            edit.changes.push_back({item("localisations", n), true, 0});
        QCOMPARE(refusal(edit), kAccepted);
        edit.changes.push_back({item("localisations", 9999), true, 0});
        QCOMPARE(refusal(edit), Errc::tooLarge);
        QCOMPARE(refusal("demandeur.nom", std::string(kMaxTextBytes + 1, 'a')), Errc::tooLarge);
        edit = editOf(1, 1, {{"demandeur.nom", "A", 0}});
        edit.closes = std::string(kMaxTextBytes + 1, 'a');
        QCOMPARE(refusal(edit), Errc::tooLarge);
    }
};

QTEST_APPLESS_MAIN(ValidateEditTest)
#include "validate_edit_test.moc"
