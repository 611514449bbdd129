// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/programs.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QJsonDocument>

namespace escale::tests {
namespace {

QString pathOf(const QString& program) {
    return QCoreApplication::applicationDirPath() + QLatin1Char('/') + program;
}

} // namespace

Answer run(const QString& program, const QStringList& arguments, const QString& pin) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!pin.isEmpty())
        environment.insert(QStringLiteral("ESCALE_PIN"), pin);
    process.setProcessEnvironment(environment);
    process.start(pathOf(program), arguments);
    Answer answer;
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        answer.message = QStringLiteral("no end after 60 s");
        return answer;
    }
    answer.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    answer.out = process.readAllStandardOutput();
    answer.json = QJsonDocument::fromJson(answer.out).object();
    answer.message = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

Service::~Service() {
    kill();
}

bool Service::start(const QString& program, const QStringList& arguments) {
    kill();
    m_url.clear();
    m_process = std::make_unique<QProcess>();
    m_process->start(pathOf(program), arguments);
    QElapsedTimer timer;
    timer.start();
    QByteArray out;
    while (timer.elapsed() < 20'000 && m_process->state() != QProcess::NotRunning) {
        m_process->waitForReadyRead(100);
        out += m_process->readAllStandardOutput();
        const auto object = QJsonDocument::fromJson(out.trimmed()).object();
        m_url = object.value(QStringLiteral("ecoute")).toString();
        if (!m_url.isEmpty())
            return true;
    }
    m_errors = QString::fromUtf8(m_process->readAllStandardError());
    return false;
}

bool Service::stop() {
    if (!m_process)
        return false;
    m_process->terminate();
    const bool ended = m_process->waitForFinished(20'000);
    m_errors = QString::fromUtf8(m_process->readAllStandardError());
    const bool clean =
        ended && m_process->exitStatus() == QProcess::NormalExit && m_process->exitCode() == 0;
    m_process.reset();
    return clean;
}

void Service::kill() {
    if (!m_process)
        return;
    m_process->kill();
    m_process->waitForFinished();
    m_process.reset();
}

bool Service::isRunning() const {
    return m_process && m_process->state() == QProcess::Running;
}

QByteArray inventedPhoto(int variant) {
    QImage page(600, 400, QImage::Format_RGB32);
    for (int y = 0; y < page.height(); ++y) {
        for (int x = 0; x < page.width(); ++x)
            page.setPixel(x, y, qRgb((x + variant * 31) % 256, y % 256, (x * y) % 200));
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    page.save(&buffer, "JPEG", 80);
    return bytes;
}

} // namespace escale::tests
