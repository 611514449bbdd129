// SPDX-License-Identifier: GPL-3.0-or-later
// sim: days of devices and a server in one process. Another program plays them, beside this one:
// it holds the server, which no client may.
#include "client/ctl/server_commands.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>

#include <ostream>

namespace escale::client::ctl {

Result<Outcome> simulate(const Arguments& arguments, Machine& machine) {
    const QString program =
        QCoreApplication::applicationDirPath() + QStringLiteral("/escale-simulation");
    if (!QFileInfo(program).isExecutable())
        return fail(Errc::notFound, "escale-simulation n’est pas à côté de escale-ctl : il se "
                                    "construit avec les tests");
    QStringList words;
    for (const char* name : {"seeds", "seed", "devices"}) {
        if (const auto value = arguments.option(name); !value.empty())
            words << QStringLiteral("--") + QString::fromLatin1(name)
                  << QString::fromStdString(value);
    }
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(program, words);
    if (!process.waitForFinished(-1) || process.exitStatus() != QProcess::NormalExit)
        return fail(Errc::internal,
                    "escale-simulation s’est arrêté : " + process.errorString().toStdString());
    if (process.exitCode() == 2)
        return fail(Errc::invalidArgument, "voyez ci-dessus");
    *machine.output << process.readAllStandardOutput().toStdString();
    Outcome outcome;
    outcome.printed = true;
    if (process.exitCode() != 0)
        outcome.error = fail(Errc::internal, "une graine a trouvé une faute : son histoire est "
                                             "ci-dessus");
    return outcome;
}

} // namespace escale::client::ctl
