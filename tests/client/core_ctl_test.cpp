// SPDX-License-Identifier: GPL-3.0-or-later
// escale-ctl from outside: exit codes, JSON, sentences.
#include "tests/client/ctl_program.h"
#include "tests/client/device_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

using namespace escale;
using namespace escale::tests;

namespace {

/// A command on one device, and the dossier that it has.
class Operator {
public:
    explicit Operator(protocol::Role role)
        : device(role) {
        if (role != protocol::Role::borne)
            variables[QStringLiteral("ESCALE_PIN")] = QString::fromLatin1(kPin);
    }

    Answer run(const QStringList& command, const QStringList& rest = {}) const {
        const QStringList data{QStringLiteral("--data"), QString::fromStdString(device.root())};
        return ctl(command + data + rest, variables);
    }
    Answer on(const QString& verb, const QStringList& rest = {}) const {
        return run(verb.split(QLatin1Char(' ')),
                   QStringList{QStringLiteral("--dossier"), id} + rest);
    }
    Answer create(const QStringList& assignments = {}) {
        const QStringList set =
            assignments.isEmpty() ? QStringList() : QStringList{QStringLiteral("--set")};
        const Answer answer =
            run({QStringLiteral("dossier"), QStringLiteral("create")}, set + assignments);
        id = answer.json[QLatin1String("dossier")].toString();
        return answer;
    }
    QJsonValue shown(const QString& path) const {
        const QJsonObject fields =
            on(QStringLiteral("dossier show")).json[QLatin1String("champs")].toObject();
        return fields.value(path).toObject().value(QLatin1String("valeur"));
    }

    DeviceFixture device;
    QMap<QString, QString> variables;
    QString id;
};

QString photoIn(const QTemporaryDir& folder) {
    QFile photo(folder.filePath(QStringLiteral("photo.jpg")));
    const Bytes jpeg = jpegWithPlace();
    const auto size = static_cast<qint64>(jpeg.size());
    if (!photo.open(QIODevice::WriteOnly) ||
        photo.write(reinterpret_cast<const char*>(jpeg.data()), size) != size)
        qFatal("la photo ne s’écrit pas");
    return photo.fileName();
}

} // namespace

class CoreCtlTest : public QObject {
    Q_OBJECT
private slots:
    void wrongUseIsToldApartFromRefusal_data() {
        QTest::addColumn<QStringList>("line");
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("unknown command") << QStringList{"dossier", "brûler"};
        QTest::newRow("option missing") << QStringList{"dossier", "list"};
        QTest::newRow("value missing") << QStringList{"dossier", "list", "--data"};
        QTest::newRow("unknown option") << QStringList{"sync", "--data", "x", "--vite", "oui"};
        QTest::newRow("word too many") << QStringList{"sync", "--data", "x", "vite"};
        QTest::newRow("nothing to set")
            << QStringList{"dossier", "set", "--data", "x", "--dossier", "y"};
    }

    void wrongUseIsToldApartFromRefusal() {
        QFETCH(QStringList, line);
        const Answer answer = ctl(line);
        QCOMPARE(answer.code, 2);
        QVERIFY(answer.out.isEmpty());
        QVERIFY(answer.message.contains(QStringLiteral("Usage")));
    }

    void aFolderThatIsNotEnrolledIsRefused() {
        QTemporaryDir empty;
        const Answer answer = ctl({"dossier", "list", "--data", empty.path()});
        QCOMPARE(answer.code, 1);
        QVERIFY(answer.message.contains(QStringLiteral("pas encore prêt")));
    }

    void aDossierIsCreatedAnsweredAndShown() {
        Operator tablet(protocol::Role::mediateur);
        const Answer created = tablet.create({"demandeur.nom=DIALLO", "demandeur.prenom=Awa"});
        QCOMPARE(created.code, 0);
        QCOMPARE(created.json[QLatin1String("reference")].toString().size(), 12);
        QCOMPARE(
            tablet.on("dossier set", {"demandeur.naissance=1/3/1982", "foyer.conjoint=non"}).code,
            0);
        QCOMPARE(tablet.shown("demandeur.naissance").toString(), QStringLiteral("1982-03-01"));
        QCOMPARE(tablet.shown("foyer.conjoint"), QJsonValue(false));
        const QJsonObject shown = tablet.on("dossier show").json;
        QCOMPARE(shown[QLatin1String("etat")].toString(), QStringLiteral("en_cours"));
        QCOMPARE(shown[QLatin1String("numero_unique")].toString(), QString());
        const QJsonObject waiting = shown[QLatin1String("en_attente")].toObject();
        QCOMPARE(waiting[QLatin1String("editions")].toInt(), 2);
        QVERIFY(!shown[QLatin1String("manque")].toArray().isEmpty());
        const QJsonObject name =
            shown[QLatin1String("champs")].toObject()[QLatin1String("demandeur.nom")].toObject();
        QCOMPARE(name[QLatin1String("auteur")].toString(), QStringLiteral("mediateur"));
    }

    void itemsAreNamedByTheirPlaceOrByAPlus() {
        Operator tablet(protocol::Role::mediateur);
        tablet.create({"localisations[1].commune=95585", "localisations[1].rang=1"});
        const Answer added = tablet.on(
            "dossier set", {"localisations[2].commune=95018", "localisations[+a].commune=95280"});
        QVERIFY2(added.code == 0, qPrintable(added.message));
        const QJsonObject fields =
            tablet.on("dossier show").json[QLatin1String("champs")].toObject();
        QCOMPARE(fields.keys().filter(QStringLiteral("].commune")).size(), 3);
        const Answer far = tablet.on("dossier set", {"localisations[9].commune=95018"});
        QCOMPARE(far.code, 1);
        QVERIFY(far.message.contains(QStringLiteral("localisations[9].commune")));
    }

    void aRefusedValueNamesItsPathAndWritesNothing_data() {
        QTest::addColumn<QString>("assignment");
        QTest::newRow("unknown path") << "demandeur.pointure=43";
        QTest::newRow("unknown list") << "voitures[1].marque=X";
        QTest::newRow("bad date") << "demandeur.naissance=31/02/1982";
        QTest::newRow("bad code") << "demandeur.civilite=prince";
        QTest::newRow("bad boolean") << "foyer.conjoint=peut-être";
        QTest::newRow("bad number") << "logement_actuel.surface=grand";
    }

    void aRefusedValueNamesItsPathAndWritesNothing() {
        QFETCH(QString, assignment);
        Operator tablet(protocol::Role::mediateur);
        tablet.create();
        const Answer answer = tablet.on("dossier set", {"demandeur.nom=DIALLO", assignment});
        QCOMPARE(answer.code, 1);
        QVERIFY(answer.out.isEmpty());
        QVERIFY(answer.message.contains(assignment.section(QLatin1Char('='), 0, 0)));
        QVERIFY(tablet.shown("demandeur.nom").isUndefined());
    }

    void badInputIsRefusedWithWhatToDo_data() {
        QTest::addColumn<QString>("assignment");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* name, const QString& assignment, const char* said) {
            QTest::newRow(name) << assignment << QString::fromUtf8(said);
        };
        const QString birth = QStringLiteral("demandeur.naissance=");
        row("no such day", birth + "31/04/1982", "Ce jour n’existe pas");
        row("29 February", birth + "29/02/2023", "Ce jour n’existe pas");
        row("letters in an amount", "revenus.rfr_n2=12abc", "seulement des chiffres");
        row("emoji", QString::fromUtf8("demandeur.nom=Lina🏠"), "que des lettres");
        row("long name", "demandeur.nom=" + QString(10'000, QLatin1Char('a')), "trop long");
        row("wrong key", "demandeur.nir=285039558512387", "chiffre par chiffre");
        row("many namesakes", "localisations[1].commune=Saint-Denis", "code postal");
        row("no such town", "localisations[1].commune=Atlantide", "début du nom");
        row("no such place", "demandeur.adresse.code_postal=B-1000", "5 chiffres");
    }

    void badInputIsRefusedWithWhatToDo() {
        QFETCH(QString, assignment);
        QFETCH(QString, said);
        static Operator tablet(protocol::Role::mediateur);
        if (tablet.id.isEmpty())
            tablet.create({"demandeur.nom=DIALLO", "demandeur.prenom=Awa"});
        const Answer answer = tablet.on("dossier set", {"demandeur.prenom=Lina", assignment});
        QCOMPARE(answer.code, 1);
        QVERIFY2(answer.message.contains(said), qPrintable(answer.message.left(300)));
        QCOMPARE(tablet.shown("demandeur.nom").toString(), QStringLiteral("DIALLO"));
        QCOMPARE(tablet.shown("demandeur.prenom").toString(), QStringLiteral("Awa"));
    }

    void whatIsUnusualAndRightIsKeptAsItIs() {
        Operator tablet(protocol::Role::mediateur);
        const QMap<QString, QString> kept{
            {"demandeur.nom", QString::fromUtf8("阮氏明")},
            {"demandeur.nom_usage", QString::fromUtf8("بن عروس")},
            {"demandeur.prenom", QString::fromUtf8("Nguyễn")},
            {"demandeur.naissance", "1984-02-29"},
            {"demandeur.nir", "184032A00412373"},
            {"demandeur.travail.commune", "2A004"},
        };
        QStringList assignments;
        for (auto one = kept.begin(); one != kept.end(); ++one)
            assignments.append(one.key() + '=' + one.value());
        const Answer created = tablet.create(assignments);
        QVERIFY2(created.code == 0, qPrintable(created.message));
        for (auto one = kept.begin(); one != kept.end(); ++one)
            QCOMPARE(tablet.shown(one.key()).toString(), one.value());
    }

    void aChildIsNotOlderThanItsParent() {
        Operator tablet(protocol::Role::mediateur);
        tablet.create({"demandeur.naissance=14/03/1985"});
        const QString child = QStringLiteral("personnes_a_charge[1].");
        const Answer older =
            tablet.on("dossier set", {child + "naissance=01/01/1980", child + "lien=enfant"});
        QCOMPARE(older.code, 1);
        QVERIFY2(older.message.contains("né avant tous les adultes"), qPrintable(older.message));
        QCOMPARE(
            tablet.on("dossier set", {child + "naissance=01/01/2015", child + "lien=enfant"}).code,
            0);
    }

    void oneTownTooManyIsRefusedAndTheOthersStay() {
        Operator tablet(protocol::Role::mediateur);
        const QStringList codes{"95585", "95018", "95280", "95268", "95680", "95277",
                                "95127", "95500", "95572", "95203", "95063"};
        QStringList assignments;
        for (int i = 0; i < 10; ++i)
            assignments.append(
                QStringLiteral("localisations[+%1].commune=%2").arg(i).arg(codes[i]));
        QCOMPARE(tablet.create(assignments).code, 0);
        const Answer more = tablet.on("dossier set", {"localisations[+].commune=" + codes[10]});
        QCOMPARE(more.code, 1);
        QVERIFY2(more.message.contains("10 au plus"), qPrintable(more.message));
        const QJsonObject fields =
            tablet.on("dossier show").json[QLatin1String("champs")].toObject();
        QCOMPARE(fields.keys().filter(QStringLiteral("].commune")).size(), 10);
    }

    void aPinIsAskedAndAWrongOneIsRefused() {
        Operator tablet(protocol::Role::permanence);
        tablet.variables.clear();
        QCOMPARE(tablet.create().code, 1);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("pin")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("402917\n");
        file.close();
        QCOMPARE(tablet.run({"dossier", "list"}, {"--pin-file", file.fileName()}).code, 0);
        tablet.variables[QStringLiteral("ESCALE_PIN")] = QStringLiteral("835017");
        const Answer wrong = tablet.create();
        QCOMPARE(wrong.code, 1);
        QVERIFY(wrong.message.contains(QStringLiteral("Ce code n’est pas le bon")));
    }

    void aPinIsAskedBeforeTheEnrolmentCodeIsSpent() {
        QTemporaryDir folder;
        QFile ca(folder.filePath(QStringLiteral("ca.pem")));
        QVERIFY(ca.open(QIODevice::WriteOnly));
        ca.write(QByteArray::fromStdString(fakeAuthority().authority.certPem));
        ca.close();
        const QString data = folder.filePath(QStringLiteral("d"));
        const QStringList line{"device", "init",        "--data",   data,
                               "--ca",   ca.fileName(), "--server", "https://127.0.0.1:1"};
        const Answer noPin = ctl(line + QStringList{"--code", "M-7KQ2-9MXD-4TRA"});
        QCOMPARE(noPin.code, 1);
        QVERIFY(noPin.message.contains(QStringLiteral("PIN")));
        const Answer away = ctl(line + QStringList{"--code", "B-7KQ2-9MXD-4TRA"});
        QCOMPARE(away.code, 1);
        QVERIFY(away.message.contains(QStringLiteral("injoignable")));
        QVERIFY(!QFile::exists(data + QStringLiteral("/appareil.json")));
        QCOMPARE(ctl(line + QStringList{"--code", "rien"}).code, 1);
    }

    void aBorneNeedsTheCodeOnceItsSessionHasEnded() {
        Operator borne(protocol::Role::borne);
        const Answer created = borne.create({"demandeur.nom=DIALLO-SENTINELLE"});
        QCOMPARE(borne.on("dossier show").code, 0);
        QVERIFY(QFile::exists(QString::fromStdString(borne.device.root() + "/session")));
        const Answer ended = borne.run({"session", "end"});
        QCOMPARE(ended.json[QLatin1String("en_attente")].toInt(), 1);
        QVERIFY(!QFile::exists(QString::fromStdString(borne.device.root() + "/session")));
        QVERIFY(!borne.device.holds("SENTINELLE"));
        const Answer closed = borne.on("dossier show");
        QCOMPARE(closed.code, 1);
        QVERIFY(closed.message.contains(QStringLiteral("Il faut le code")));
        const QString code = created.json[QLatin1String("reference")].toString();
        QCOMPARE(borne.on("dossier show", {"--code", code}).code, 0);
    }

    void anAgentSaysWhatAPieceIsWorthAndABorneDoesNot() {
        QTemporaryDir folder;
        const QString photo = photoIn(folder);
        const auto added = [&](Operator& one) {
            one.create();
            const Answer answer = one.on("piece add", {"--type", "handicap", photo});
            return answer.json[QLatin1String("piece")].toString();
        };
        Operator tablet(protocol::Role::mediateur);
        const QStringList piece{"--piece", added(tablet)};
        const auto judgement = [&]() -> QJsonValue {
            const QJsonArray pieces =
                tablet.on("piece list").json[QLatin1String("pieces")].toArray();
            return pieces[0].toObject()[QLatin1String("jugement")];
        };
        QVERIFY(judgement().isNull());
        QCOMPARE(tablet.on("piece judge", piece + QStringList{"--avis", "gardee"}).code, 1);
        const Answer why = tablet.on("piece judge", piece + QStringList{"--avis", "refusee"});
        QVERIFY2(why.code == 1 && why.message.contains("pourquoi"), qPrintable(why.message));
        QVERIFY(judgement().isNull());
        const Answer said = tablet.on(
            "piece judge", piece + QStringList{"--avis", "refusee", "--refus", "incomplete"});
        QVERIFY2(said.code == 0, qPrintable(said.message));
        const QJsonObject shown = judgement().toObject();
        QCOMPARE(shown[QLatin1String("avis")].toString(), QStringLiteral("refusee"));
        QCOMPARE(shown[QLatin1String("refus")].toString(), QStringLiteral("incomplete"));
        QCOMPARE(shown[QLatin1String("auteur")].toString(), QStringLiteral("mediateur"));
        QVERIFY(!shown[QLatin1String("le")].toString().isEmpty());
        Operator borne(protocol::Role::borne);
        const QString own = added(borne);
        QCOMPARE(borne.on("piece judge", {"--piece", own, "--avis", "validee"}).code, 1);
        QCOMPARE(borne.on("dossier set", {"pieces[" + own + "].avis=validee"}).code, 1);
    }

    void piecesAreAddedAndBadFilesNamed() {
        Operator borne(protocol::Role::borne);
        borne.create();
        QTemporaryDir folder;
        QFile photo(folder.filePath(QStringLiteral("photo.jpg")));
        QVERIFY(photo.open(QIODevice::WriteOnly));
        const Bytes jpeg = jpegWithPlace();
        photo.write(reinterpret_cast<const char*>(jpeg.data()), static_cast<qint64>(jpeg.size()));
        photo.close();
        QCOMPARE(borne.on("piece add", {"--type", "identite", photo.fileName()}).code, 0);
        const QJsonArray pieces = borne.on("dossier show").json[QLatin1String("pieces")].toArray();
        QCOMPARE(pieces.size(), 1);
        QCOMPARE(pieces[0].toObject()[QLatin1String("pages")].toArray().size(), 1);
        const Answer absent = borne.on("piece add", {"--type", "identite", "/absent.jpg"});
        QCOMPARE(absent.code, 1);
        QVERIFY(absent.message.contains(QStringLiteral("/absent.jpg")));
        QCOMPARE(borne.on("piece add", {"--type", "passe-partout", photo.fileName()}).code, 1);
        const QJsonObject listed = borne.on("piece list").json;
        QCOMPARE(listed[QLatin1String("total")].toInt(), 1);
        QCOMPARE(listed[QLatin1String("gardees")].toInt(), 1);
        const QJsonObject piece = listed[QLatin1String("pieces")].toArray()[0].toObject();
        QCOMPARE(piece[QLatin1String("etat")].toString(), QStringLiteral("gardee"));
        QCOMPARE(piece[QLatin1String("en_attente")].toInt(), 1);
        const QString id = piece[QLatin1String("piece")].toString();
        QCOMPARE(borne.on("piece remove", {"--piece", id}).code, 0);
        QCOMPARE(borne.on("piece list").json[QLatin1String("total")].toInt(), 0);
        QCOMPARE(borne.device.pageFiles(), 0);
        QCOMPARE(borne.on("piece remove", {"--piece", id}).code, 1);
    }

    void withoutAServerSyncSaysWhyAndKeepsEverything() {
        Operator tablet(protocol::Role::mediateur);
        tablet.create({"demandeur.nom=DIALLO"});
        const Answer away = tablet.run({"sync"});
        QCOMPARE(away.code, 1);
        QCOMPARE(away.json[QLatin1String("en_attente")].toInt(), 1);
        QCOMPARE(away.json[QLatin1String("envoyees")].toInt(), 0);
        QVERIFY(away.message.contains(QStringLiteral("Votre demande est gardée ici")));
        QCOMPARE(tablet.shown("demandeur.nom").toString(), QStringLiteral("DIALLO"));
    }

    void aNoteComesWithItsExplanation() {
        Operator tablet(protocol::Role::mediateur);
        tablet.create({"logement_actuel.categorie=sans_abri", "demandeur.adresse.commune=95585"});
        const Answer note = tablet.on("cote", {"--commune", "95585"});
        QVERIFY2(note.code == 0, qPrintable(note.message));
        QVERIFY(note.out.contains("\"lignes\""));
        QCOMPARE(tablet.on("cote", {"--commune", "Sarcelles"}).code, 1);
        const Answer unknown = tablet.on("cote", {"--commune", "13055"});
        QCOMPARE(unknown.code, 1);
        QVERIFY(unknown.message.contains(QStringLiteral("aucun barème")));
    }
};

QTEST_GUILESS_MAIN(CoreCtlTest)
#include "core_ctl_test.moc"
