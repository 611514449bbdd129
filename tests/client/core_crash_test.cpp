// SPDX-License-Identifier: GPL-3.0-or-later
// What a device said it kept is there after it was killed, and after its disk was full. The work is
// done by this same program, run as a child.
#include "tests/client/device_fixture.h"
#include "tests/support/kills.h"

#include <QProcess>
#include <QtTest>

#include <csignal>
#include <iostream>
#include <random>
#include <sys/resource.h>

using namespace escale;
using namespace escale::client;
using namespace escale::tests;

namespace {

/// A free text that counts.
constexpr const char* kCounter = "demandeur.adresse.voie";

std::unique_ptr<Workspace> openTablet(const std::string& root, const Clock& clock, Random& random) {
    auto workspace = Workspace::open(root, SessionKeeping::file, clock, random).value();
    workspace->unlockWithPin(kPin).value();
    return workspace;
}

/// Answers without end, saying each one once it is kept.
int typeWithoutEnd(const std::string& root, const std::string& id) {
    SystemClock clock;
    crypto::SystemRandom random;
    auto workspace = openTablet(root, clock, random);
    DossierSession session(*workspace, catalogue());
    session.open(DossierId(id)).value();
    const std::string before = textOf(session.answer(kCounter));
    for (int i = before.empty() ? 1 : std::stoi(before) + 1;; ++i) {
        session.setAnswer(kCounter, std::to_string(i)).value();
        std::cout << i << std::endl;
        if (i % 5 == 0) {
            session.addPiece("quittance", {jpegWithPlace(i % 200)}).value();
            std::cout << "p" << i << std::endl;
        }
    }
}

/// Goes on until the limit on file sizes is met, then says how it was told.
int fillTheDisk(const std::string& root, const std::string& id, rlim_t limit) {
    std::signal(SIGXFSZ, SIG_IGN);
    SystemClock clock;
    crypto::SystemRandom random;
    auto workspace = openTablet(root, clock, random);
    DossierSession session(*workspace, catalogue());
    session.open(DossierId(id)).value();
    const rlimit small{limit, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &small);
    int kept = 0;
    Result<void> written;
    while (kept < 5'000 && (written = session.setAnswer(kCounter, std::to_string(kept + 1))))
        ++kept;
    const rlimit large{RLIM_INFINITY, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &large);
    const Errc code = written ? Errc::internal : written.error().code;
    const bool worksAgain = session.setAnswer("demandeur.prenom", "Awa").has_value();
    std::cout << kept << " " << errcName(code) << " " << (worksAgain ? "reprend" : "bloque") << " "
              << userMessage(code) << std::endl;
    return 0;
}

struct Tablet {
    Tablet()
        : device(protocol::Role::mediateur) {
        auto workspace = device.open(SessionKeeping::file);
        DossierSession session(*workspace, catalogue());
        id = session.create({}).value();
    }

    void start(QProcess& child, const QStringList& more) {
        QStringList line{QString::fromStdString(device.root()), QString::fromStdString(id.str())};
        child.start(QCoreApplication::applicationFilePath(), more + line);
    }

    DeviceFixture device;
    DossierId id;
};

} // namespace

class CoreCrashTest : public QObject {
    Q_OBJECT
private slots:
    void everythingSaidToBeKeptIsBackAfterAKill() {
        auto tablet = std::make_unique<Tablet>();
        const unsigned seed = std::random_device{}();
        qInfo("seed %u", seed);
        std::mt19937 draw(seed);
        int answers = 0;
        int pieces = 0;
        for (int round = 0; round < kills(25); ++round) {
            QProcess child;
            tablet->start(child, {QStringLiteral("--child-types")});
            QVERIFY(child.waitForReadyRead(30'000));
            QTest::qWait(static_cast<int>(draw() % 60));
            child.kill();
            QVERIFY(child.waitForFinished());
            for (const QByteArray& line : child.readAllStandardOutput().split('\n')) {
                pieces += line.startsWith('p') ? 1 : 0;
                answers = line.startsWith('p') || line.isEmpty() ? answers : line.toInt();
            }
            auto workspace = tablet->device.open(SessionKeeping::file);
            const Dossier dossier = workspace->store().load(tablet->id).value();
            QVERIFY(std::stoi(textOf(dossier.answer(kCounter))) >= answers);
            QVERIFY(static_cast<int>(dossier.items("pieces").size()) >= pieces);
            checkPages(*workspace, dossier);
            checkQueue(*workspace);
            if (answers > 400) { // more than one message carries: another tablet
                tablet = std::make_unique<Tablet>();
                answers = pieces = 0;
            }
        }
    }

    void aFullDiskIsSaidAndNothingIsLost() {
        Tablet tablet;
        QProcess child;
        tablet.start(child, {QStringLiteral("--child-fills"), QStringLiteral("400000")});
        QVERIFY(child.waitForFinished(120'000));
        const QStringList said = QString::fromUtf8(child.readAllStandardOutput()).split(' ');
        QVERIFY2(said.size() > 3, child.readAllStandardError());
        QCOMPARE(said[1], QStringLiteral("plus_de_place"));
        QCOMPARE(said[2], QStringLiteral("reprend"));
        QVERIFY(said.mid(3).join(QLatin1Char(' ')).startsWith(QStringLiteral("Il n’y a plus")));
        auto workspace = tablet.device.open(SessionKeeping::file);
        const Dossier dossier = workspace->store().load(tablet.id).value();
        QCOMPARE(textOf(dossier.answer(kCounter)), said[0].toStdString());
        QCOMPARE(textOf(dossier.answer("demandeur.prenom")), std::string("Awa"));
        checkQueue(*workspace);
    }

private:
    /// Every page that the dossier names is there, whole.
    static void checkPages(Workspace& workspace, const Dossier& dossier) {
        for (const std::string& id : dossier.items("pieces")) {
            const Value pages = dossier.answer("pieces[" + id + "].pages");
            for (const std::string& name : std::get<TextList>(pages)) {
                QVERIFY(workspace.pages().read(name, 0, 1).value().size() == 1);
                const Bytes copy = workspace.pages().readCopy(name).value();
                QVERIFY(workspace.store().openCopy(dossier.id, name, copy));
            }
        }
    }

    /// Numbers from 1 without a gap: no half of an edit.
    static void checkQueue(Workspace& workspace) {
        const auto count = workspace.store().queue().value().edits;
        const auto batch = workspace.store().nextBatch(500).value();
        QCOMPARE(static_cast<std::int64_t>(batch.edits.size()), std::min<std::int64_t>(count, 500));
        for (std::size_t i = 0; i < batch.edits.size(); ++i)
            QCOMPARE(batch.edits[i].seq, static_cast<std::int64_t>(i) + 1);
    }
};

int main(int argc, char** argv) {
    const std::vector<std::string> line(argv + 1, argv + argc);
    if (line.size() == 3 && line[0] == "--child-types")
        return typeWithoutEnd(line[1], line[2]);
    if (line.size() == 4 && line[0] == "--child-fills")
        return fillTheDisk(line[2], line[3], std::stoul(line[1]));
    QCoreApplication application(argc, argv);
    CoreCrashTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "core_crash_test.moc"
