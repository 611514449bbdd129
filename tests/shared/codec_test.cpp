// SPDX-License-Identifier: GPL-3.0-or-later
#include "codec_support.h"

#include <QtTest>
#include <algorithm>

using namespace escale;
using namespace escale::protocol;
using namespace escale::test;

namespace {

Errc requestError(std::string_view text) {
    const auto message = decodeSyncRequest(text);
    return message ? Errc::internal : message.error().code;
}

constexpr Errc kAccepted = Errc::internal;

/// JSON written with apostrophes for quotation marks.
std::string quoted(std::string text) {
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

std::string requestWith(const std::string& edit) {
    return quoted("{'version':1,'curseur':0,'edits':[" + edit + "],'scelles':[]}");
}

std::string editText(const std::string& changes, const std::string& more = "") {
    return "{'dossier':'" + dossierId().str() + "','appareil':'" + deviceId(1).str() +
           "','seq':1,'auteur':'demandeur','le':[1,0],'schema':1,'changes':[" + changes + "]" +
           more + "}";
}

std::string change(const std::string& value) {
    return "{'chemin':'demandeur.nom','valeur':" + value + ",'base':0}";
}

} // namespace

class CodecTest : public QObject {
    Q_OBJECT
private slots:
    void editsSurvive() {
        Seeded random(1);
        for (int i = 0; i < 2000; ++i) {
            const Edit edit = randomEdit(random);
            QVERIFY(*editFromJson(protocol::toJson(edit)) == edit);
            const std::string text = json::serialize(protocol::toJson(edit));
            QVERIFY(*editFromJson(*parseJson(text)) == edit);
        }
    }

    void dossiersSurvive() {
        Seeded random(2);
        for (int i = 0; i < 2000; ++i) {
            const Dossier dossier = randomDossier(random);
            QVERIFY(*dossierFromJson(protocol::toJson(dossier)) == dossier);
            const std::string text = json::serialize(protocol::toJson(dossier));
            QVERIFY(*dossierFromJson(*parseJson(text)) == dossier);
        }
    }

    void messagesSurvive() {
        Seeded random(3);
        for (int i = 0; i < 500; ++i) {
            const std::string request = encode(randomRequest(random));
            QCOMPARE(encode(*decodeSyncRequest(request)), request);
            const std::string response = encode(randomResponse(random));
            QCOMPARE(encode(*decodeSyncResponse(response)), response);
        }
    }

    void enrolmentSurvives() {
        const EnrolRequest request{"B-7KQ2-9MXD-4TRA", "-----BEGIN CERTIFICATE REQUEST-----\n"};
        QCOMPARE(decodeEnrolRequest(encode(request))->code, request.code);
        QCOMPARE(decodeEnrolRequest(encode(request))->csrPem, request.csrPem);
        for (const Role role : {Role::borne, Role::mediateur, Role::permanence}) {
            const EnrolResponse answer{deviceId(4), role, "Mairie d’Essai", "c", "a", {"s", "e"}};
            const auto read = decodeEnrolResponse(encode(answer));
            QCOMPARE(read->device, answer.device);
            QCOMPARE(read->role, role);
            QCOMPARE(read->site, answer.site);
            QVERIFY(read->sealingPems == answer.sealingPems);
            QCOMPARE(*roleFromName(roleName(role)), role);
        }
        QCOMPARE(roleFromName("maire").error().code, Errc::malformed);
    }

    void theWordsOfTheWireAreThoseOfTheReadme() {
        Edit edit = editOf(1, 4, {{"demandeur.nom", "Un", 0}});
        edit.at = {5, 6};
        const std::string expected =
            quoted("{'dossier':'" + dossierId().str() + "','appareil':'" + deviceId(1).str() +
                   "','seq':4,'auteur':'demandeur','le':[5,6],'schema':2,"
                   "'changes':[{'chemin':'demandeur.nom','valeur':'Un','base':0}]}");
        QCOMPARE(json::serialize(protocol::toJson(edit)), expected);
    }

    void unknownMembersAreRefused() {
        QCOMPARE(requestError(requestWith(editText(change("\"A\"")))), kAccepted);
        QCOMPARE(requestError(quoted("{'version':1,'curseur':0,'edits':[],'scelles':[],'plus':1}")),
                 Errc::malformed);
        QCOMPARE(requestError(requestWith(editText(change("\"A\""), ",'plus':1"))),
                 Errc::malformed);
        QCOMPARE(requestError(requestWith(
                     editText("{'chemin':'demandeur.nom','valeur':1,'base':0,'plus':1}"))),
                 Errc::malformed);
    }

    void everyMemberIsNeededWithItsType() {
        Seeded random(5);
        SyncResponse response;
        while (response.dossiers.empty() || response.dossiers[0].conflicts.empty() ||
               response.dossiers[0].fields.empty() || response.statuses.empty())
            response = randomResponse(random);
        const json::value good = *parseJson(encode(response));
        for (const auto& member : good.as_object())
            for (const bool wrong : {false, true}) {
                json::value bad = good;
                if (wrong)
                    bad.as_object()[member.key()] = json::object{{"x", 1.5}};
                else
                    bad.as_object().erase(member.key());
                QVERIFY2(!decodeSyncResponse(json::serialize(bad)), member.key_c_str());
            }
        const json::object& dossier = good.at("dossiers").at(0).as_object();
        for (const auto& member : dossier) {
            json::object bad = dossier;
            bad[member.key()] = 1.5;
            QVERIFY2(!dossierFromJson(bad), member.key_c_str());
            bad.erase(member.key());
            QVERIFY2(!dossierFromJson(bad), member.key_c_str());
        }
    }

    void otherVersionsAreNamed() {
        for (const char* version : {"0", "2", "-1"})
            QCOMPARE(requestError(quoted(std::string("{'version':") + version + ",'nouveau':1}")),
                     Errc::unsupportedVersion);
        for (const char* text : {"{}", "[]", "", "1", "{'version':'1'}", "{'version':1.0}"})
            QCOMPARE(requestError(quoted(text)), Errc::malformed);
    }

    void valuesThatAreNotValuesAreRefused() {
        for (const char* value : {"1.5", "{}", "[1]", "[[]]", "{'etat':'x'}"})
            QCOMPARE(requestError(requestWith(editText(change(value)))), Errc::malformed);
        for (const char* value : {"null", "true", "-3", "\"\"", "[]", "{'etat':'n_en_a_pas'}"})
            QCOMPARE(requestError(requestWith(editText(change(value)))), kAccepted);
        QCOMPARE(requestError(requestWith(editText(change("\"\xC3\x28\"")))), Errc::malformed);
        QCOMPARE(requestError(requestWith(editText(change("\"a\nb\"")))), Errc::malformed);
    }

    void negativeNumbersAreRefused() {
        QCOMPARE(requestError(quoted("{'version':1,'curseur':-1,'edits':[],'scelles':[]}")),
                 Errc::malformed);
        QCOMPARE(
            requestError(requestWith(editText("{'chemin':'demandeur.nom','valeur':1,'base':-1}"))),
            Errc::malformed);
    }

    void textsHaveALimit() {
        const std::string most(kMaxTextBytes, 'a');
        QCOMPARE(requestError(requestWith(editText(change('"' + most + '"')))), kAccepted);
        QCOMPARE(requestError(requestWith(editText(change('"' + most + "a\"")))), Errc::tooLarge);
        QCOMPARE(requestError(requestWith(editText(change("[\"" + most + "\",\"a\"]")))),
                 Errc::tooLarge);
        QCOMPARE(requestError(requestWith(editText(change("1"), ",\"ferme\":\"" + most + "a\""))),
                 Errc::tooLarge);
    }

    void numbersOfEditsAndChangesHaveALimit() {
        SyncRequest request;
        request.edits.assign(kMaxEditsPerSync, editOf(1, 1, {{"demandeur.nom", "A", 0}}));
        QCOMPARE(requestError(encode(request)), kAccepted);
        request.sealed.push_back({501, {1}});
        QCOMPARE(requestError(encode(request)), Errc::tooLarge);
        request.sealed.clear();
        request.edits.push_back(request.edits.front());
        QCOMPARE(requestError(encode(request)), Errc::tooLarge);
        request.edits = {editOf(1, 1, {})};
        request.edits[0].changes.assign(kMaxChangesPerEdit, {"demandeur.nom", "A", 0});
        QCOMPARE(requestError(encode(request)), kAccepted);
        request.edits[0].changes.push_back(request.edits[0].changes[0]);
        QCOMPARE(requestError(encode(request)), Errc::tooLarge);
    }

    void snapshotsHaveALimit() {
        SyncResponse response;
        Dossier dossier;
        dossier.id = dossierId();
        response.dossiers.assign(kMaxSnapshotsPerSync, dossier);
        QVERIFY(decodeSyncResponse(encode(response)).has_value());
        response.dossiers.push_back(dossier);
        QCOMPARE(decodeSyncResponse(encode(response)).error().code, Errc::tooLarge);
    }

    void sizeAndDepthHaveALimit() {
        QCOMPARE(requestError(std::string(kMaxSyncBytes + 1, ' ')), Errc::tooLarge);
        const std::string deep(40, '[');
        QCOMPARE(requestError(requestWith(deep + std::string(40, ']'))), Errc::malformed);
    }

    void aConflictHasAtLeastTwoValuesAndAWinner() {
        Dossier dossier;
        dossier.id = dossierId();
        const Candidate one{"a", {}, 1};
        dossier.conflicts = {{"demandeur.nom", {}, 0, {one}, 0}};
        QVERIFY(!dossierFromJson(protocol::toJson(dossier)));
        dossier.conflicts = {{"demandeur.nom", {}, 0, {one, one}, 2}};
        QVERIFY(!dossierFromJson(protocol::toJson(dossier)));
        dossier.conflicts = {{"demandeur.nom", {}, 0, {one, one}, 1}};
        QVERIFY(dossierFromJson(protocol::toJson(dossier)).has_value());
        dossier.fields["Pas un chemin"] = {};
        QVERIFY(!dossierFromJson(protocol::toJson(dossier)));
    }

    void refusalsSayWhyWithoutTechnicalWords() {
        for (int i = 0; i <= static_cast<int>(Errc::internal); ++i) {
            const auto code = static_cast<Errc>(i);
            const std::string body = encodeError(fail(code, "détail technique"));
            QCOMPARE(decodeError(body).code, code);
            QCOMPARE(decodeError(body).detail, std::string(userMessage(code)));
            QVERIFY(body.find("technique") == std::string::npos);
        }
        for (const char* body : {"", "<html>", "{}", "[]", "{'erreur':'inconnue','message':'x'}",
                                 "{'erreur':1,'message':'x'}", "{'erreur':'interne'}"})
            QCOMPARE(decodeError(quoted(body)).code, Errc::peerRefused);
    }
};

QTEST_APPLESS_MAIN(CodecTest)
#include "codec_test.moc"
