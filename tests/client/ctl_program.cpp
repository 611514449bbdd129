// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/ctl_program.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

namespace escale::tests {

Answer ctl(const QStringList& line, const QMap<QString, QString>& variables) {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        environment.insert(variable.key(), variable.value());
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/escale-ctl"), line);
    Answer answer;
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return answer;
    answer.code = process.exitCode();
    answer.out = process.readAllStandardOutput();
    answer.json = QJsonDocument::fromJson(answer.out).object();
    answer.message = QString::fromUtf8(process.readAllStandardError());
    return answer;
}

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace escale::tests
