// SPDX-License-Identifier: GPL-3.0-or-later
// The real touch program on a borne: however a session ends, nothing that was typed is left on the
// disk, in what the program said, or in what its interface holds.
#include "tests/client/device_fixture.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QtTest>

#include <memory>

using namespace escale;
using namespace escale::tests;

namespace {

constexpr int kOrderMs = 120'000;

/// What the invented person types: found again nowhere by chance.
const QStringList kTyped{QStringLiteral("zyriakova"), QStringLiteral("wuluwahi"),
                         QStringLiteral("285039558512386"), QStringLiteral("0639984127"),
                         QStringLiteral("zibeline")};

/// Everything a program may write to stands in one folder, but the program itself.
class Machine {
public:
    explicit Machine(protocol::Role role)
        : device(role) {
        for (const char* name : {"home", "tmp", "run", "cwd"})
            QDir(m_dir.path()).mkpath(QLatin1String(name));
        QFile::setPermissions(m_dir.filePath("run"),
                              QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    ~Machine() { kill(); }

    bool start(const QStringList& options = {}) {
        m_program = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert("HOME", m_dir.filePath("home"));
        environment.insert("TMPDIR", m_dir.filePath("tmp"));
        environment.insert("XDG_RUNTIME_DIR", m_dir.filePath("run"));
        for (const char* name : {"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
            environment.remove(QLatin1String(name));
        environment.insert("QT_QPA_PLATFORM", "offscreen");
        environment.insert("QT_QUICK_BACKEND", "software");
        environment.insert("ESCALE_PIN", kPin);
        m_program->setProcessEnvironment(environment);
        m_program->setWorkingDirectory(m_dir.filePath("cwd"));
        m_program->start(
            QCoreApplication::applicationDirPath() + "/escale",
            QStringList{"--data", QString::fromStdString(device.root()), "--pilote", "--fenetre"} +
                options);
        return m_program->waitForStarted();
    }

    /// False when the program did not do it; what it said is then in failure().
    bool order(const QString& line) {
        m_program->write((line + '\n').toUtf8());
        while (!m_answer.contains('\n')) {
            if (!m_program->waitForReadyRead(kOrderMs))
                return fails(line, "no answer");
            const QByteArray said = m_program->readAllStandardOutput();
            m_said += said;
            m_answer += said;
        }
        const QByteArray answer = m_answer.left(m_answer.indexOf('\n'));
        m_answer.remove(0, answer.size() + 1);
        return answer == "fait" || fails(line, answer);
    }

    bool orders(const QStringList& lines) {
        for (const auto& line : lines)
            if (!order(line))
                return false;
        return true;
    }

    void kill() { end(&QProcess::kill); }
    void terminate() { end(&QProcess::terminate); }

    /// Texts of the interface now. The list stands apart from what the program may write.
    QByteArray interface() {
        const QString name = m_apart.filePath("inventaire");
        QFile::remove(name);
        if (!order("inventaire " + name))
            return {};
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Files that hold `typed`, as UTF-8 or as Qt keeps it in memory.
    [[nodiscard]] QStringList filesWith(const QString& typed) const {
        QStringList found;
        const QByteArray wide(reinterpret_cast<const char*>(typed.utf16()), 2 * typed.size());
        for (const auto& folder : {m_dir.path(), QString::fromStdString(device.root())}) {
            QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System,
                               QDirIterator::Subdirectories);
            while (files.hasNext()) {
                QFile file(files.next());
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                const QByteArray content = file.readAll();
                if (content.toLower().contains(typed.toUtf8()) || content.contains(wide))
                    found.append(file.fileName());
            }
        }
        return found;
    }

    [[nodiscard]] QByteArray said() const { return m_said; }
    [[nodiscard]] QString failure() const { return m_failure; }

    DeviceFixture device;

private:
    void end(void (QProcess::*how)()) {
        if (!m_program || m_program->state() == QProcess::NotRunning)
            return;
        (m_program.get()->*how)();
        m_program->waitForFinished();
        m_said += m_program->readAllStandardOutput() + m_program->readAllStandardError();
        m_answer.clear();
    }

    bool fails(const QString& line, const QByteArray& why) {
        m_failure = line + " : " + QString::fromUtf8(why + m_program->readAllStandardError());
        return false;
    }

    QTemporaryDir m_dir;
    QTemporaryDir m_apart;
    std::unique_ptr<QProcess> m_program;
    QByteArray m_answer;
    QByteArray m_said;
    QString m_failure;
};

/// Lower case and without spaces: numbers are shown in groups.
QByteArray plain(const QByteArray& text) {
    QString letters = QString::fromUtf8(text).toLower();
    letters.remove(QRegularExpression("[\\s\\x{00A0}\\x{202F}]"));
    return letters.toUtf8();
}

QStringList heldBy(const QByteArray& text) {
    QStringList found;
    for (const auto& typed : kTyped)
        if (plain(text).contains(typed.toUtf8()))
            found.append(typed);
    return found;
}

/// The person is in the middle of a page, and four pages are answered.
const QStringList kFill{"attendre Langue",   "toucher langue:fr", "attendre Accueil",
                        "toucher continuer", "aller nom",         "ecrire zyriakova",
                        "toucher continuer", "aller prenom",      "ecrire wuluwahi",
                        "toucher continuer", "aller nir",         "chiffres 285039558512386",
                        "toucher continuer", "aller telephone",   "chiffres 0639984127",
                        "toucher continuer", "aller courriel",    "ecrire zibeline"};

} // namespace

class ResetTest : public QObject {
    Q_OBJECT

    static void fill(Machine& borne) {
        QVERIFY(borne.start({"--borne"}));
        QVERIFY2(borne.orders(kFill), qPrintable(borne.failure()));
        // What is looked for can be seen: the page of the address holds what is being typed.
        QVERIFY(heldBy(borne.interface()).contains("zibeline"));
    }

    /// Nothing is left, in the running program neither.
    static void isEmpty(Machine& borne) {
        const QByteArray interface = borne.interface();
        QVERIFY2(interface.size() > 200, qPrintable(borne.failure()));
        QCOMPARE(heldBy(interface), QStringList());
        for (const auto& typed : kTyped)
            QCOMPARE(borne.filesWith(typed), QStringList());
        borne.terminate();
        QCOMPARE(heldBy(borne.said()), QStringList());
    }

    /// Another person, or the same one, opens the next session.
    static void isEmptyAfterStart(Machine& borne) {
        QVERIFY(borne.start({"--borne"}));
        QVERIFY2(borne.order("attendre Langue"), qPrintable(borne.failure()));
        isEmpty(borne);
    }

private slots:
    void theButton() {
        Machine borne(protocol::Role::borne);
        fill(borne);
        QVERIFY2(borne.orders({"toucher terminer", "attendre Terminer", "toucher oui-effacer",
                               "attendre Langue"}),
                 qPrintable(borne.failure()));
        isEmpty(borne);
    }

    void nobodyTouchesTheScreen() {
        Machine borne(protocol::Role::borne);
        fill(borne);
        QVERIFY2(borne.orders({"passer 600000", "attendre Langue"}), qPrintable(borne.failure()));
        isEmpty(borne);
    }

    void theProgramIsKilled() {
        Machine borne(protocol::Role::borne);
        fill(borne);
        borne.kill();
        for (const auto& typed : kTyped)
            QCOMPARE(borne.filesWith(typed), QStringList());
        QCOMPARE(heldBy(borne.said()), QStringList());
        isEmptyAfterStart(borne);
    }

    void theMachineIsRestarted() {
        Machine borne(protocol::Role::borne);
        fill(borne);
        borne.terminate();
        isEmptyAfterStart(borne);
    }

    void theTitleOfTheWindowNamesNobody() {
        Machine borne(protocol::Role::borne);
        fill(borne);
        const auto lines = borne.interface().split('\n');
        QCOMPARE(lines.first(), QByteArray("Escale"));
    }
};

QTEST_GUILESS_MAIN(ResetTest)
#include "reset_test.moc"
