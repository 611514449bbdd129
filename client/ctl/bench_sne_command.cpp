// SPDX-License-Identifier: GPL-3.0-or-later
// bench sne: the forwarding of the server to the stand-in of the register, measured by the latter,
// which stands beside this program.
#include "client/ctl/commands.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStringList>

namespace escale::client::ctl {
namespace {

constexpr int kProcessMs = 600'000;

} // namespace

Result<Outcome> benchSne(const Arguments& arguments, Machine& /*machine*/) {
    QStringList line{QStringLiteral("bench")};
    if (const std::string number = arguments.option("n"); !number.empty())
        line << QStringLiteral("--n") << QString::fromStdString(number);
    QProcess process;
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/escale-sne-ecole"),
                  line);
    if (!process.waitForFinished(kProcessMs) || process.exitCode() != 0)
        return fail(Errc::notFound, "escale-sne-ecole ne se mesure pas : " +
                                        process.readAllStandardError().toStdString());
    ESCALE_TRY_ASSIGN(measured, parseJson(process.readAllStandardOutput().toStdString()));
    if (!measured.is_object())
        return fail(Errc::malformed, "mesure illisible");
    return Outcome{measured.as_object(), {}};
}

} // namespace escale::client::ctl
