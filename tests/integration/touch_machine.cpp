// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/touch_machine.h"

#include "tests/client/device_fixture.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QImage>

namespace escale::tests {

namespace {

constexpr int kOrderMs = 120'000;

} // namespace

TouchMachine::TouchMachine(protocol::Role role)
    : TouchMachine(QString()) {
    m_device = std::make_unique<DeviceFixture>(role);
    m_data = QString::fromStdString(m_device->root());
}

TouchMachine::TouchMachine(QString data)
    : m_data(std::move(data)) {
    for (const char* name : {"home", "tmp", "run", "cwd"})
        QDir(m_dir.path()).mkpath(QLatin1String(name));
    QFile::setPermissions(m_dir.filePath("run"),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

TouchMachine::~TouchMachine() {
    kill();
}

QProcessEnvironment TouchMachine::environment(bool unlocked) const {
    auto all = QProcessEnvironment::systemEnvironment();
    all.insert("HOME", m_dir.filePath("home"));
    all.insert("TMPDIR", m_dir.filePath("tmp"));
    all.insert("XDG_RUNTIME_DIR", m_dir.filePath("run"));
    for (const char* name : {"XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"})
        all.remove(QLatin1String(name));
    all.insert("QT_QPA_PLATFORM", "offscreen");
    all.insert("QT_QUICK_BACKEND", "software");
    if (unlocked)
        all.insert("ESCALE_PIN", kPin);
    else
        all.remove("ESCALE_PIN");
    return all;
}

bool TouchMachine::start(const QStringList& options, bool unlocked) {
    m_program = std::make_unique<QProcess>();
    m_program->setProcessEnvironment(environment(unlocked));
    m_program->setWorkingDirectory(m_dir.filePath("cwd"));
    m_program->start(QCoreApplication::applicationDirPath() + "/escale",
                     QStringList{"--data", m_data, "--pilote", "--dossier-photos", photos()} +
                         (m_windowed ? QStringList{"--fenetre"} : QStringList()) + options);
    return m_program->waitForStarted();
}

bool TouchMachine::order(const QString& line) {
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

bool TouchMachine::orders(const QStringList& lines) {
    for (const auto& line : lines)
        if (!order(line))
            return false;
    return true;
}

QByteArray TouchMachine::interface() {
    const QString name = m_apart.filePath("inventaire");
    QFile::remove(name);
    if (!order("inventaire " + name))
        return {};
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList TouchMachine::filesWith(const QByteArray& bytes) const {
    QStringList found;
    const QString letters = QString::fromUtf8(bytes);
    const QByteArray wide(reinterpret_cast<const char*>(letters.utf16()), 2 * letters.size());
    for (const auto& folder : {m_dir.path(), m_data}) {
        QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly))
                continue;
            const QByteArray content = file.readAll();
            if (content.contains(bytes) || content.toLower().contains(bytes) ||
                content.contains(wide))
                found.append(file.fileName());
        }
    }
    return found;
}

QString TouchMachine::addPhoto() {
    QDir().mkpath(photos());
    // A sheet as a scanner gives it: lines of short marks, sharp as print is.
    QImage picture(1654, 2339, QImage::Format_RGB32);
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x) {
            const bool inside = x > 140 && x < 1500 && y > 160 && y < 2180;
            const bool mark = y % 44 < 18 && x % 9 < 4 && (x / 90 + y / 44) % 5 != 0;
            picture.setPixel(x, y, inside && mark ? qRgb(30, 30, 34) : qRgb(232, 230, 224));
        }
    const QString name = QStringLiteral("carte.jpg");
    picture.save(photos() + '/' + name, "JPEG", 90);
    return name;
}

void TouchMachine::scan(const QString& name, const QByteArray& content) const {
    QDir().mkpath(m_data + "/a-numeriser");
    QFile file(m_data + "/a-numeriser/" + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("no file for the scanner");
}

QStringList TouchMachine::scans() const {
    return QDir(m_data + "/a-numeriser").entryList(QDir::Files | QDir::Hidden);
}

void TouchMachine::end(void (QProcess::*how)()) {
    if (!m_program || m_program->state() == QProcess::NotRunning)
        return;
    (m_program.get()->*how)();
    m_program->waitForFinished();
    m_said += m_program->readAllStandardOutput() + m_program->readAllStandardError();
    m_answer.clear();
}

bool TouchMachine::fails(const QString& line, const QByteArray& why) {
    m_failure = line + " : " + QString::fromUtf8(why + m_program->readAllStandardError());
    return false;
}

} // namespace escale::tests
