// SPDX-License-Identifier: GPL-3.0-or-later
// dossier history: why a value changed. The server knows: it is asked.
#include "client/ctl/connection.h"
#include "client/ctl/server_commands.h"
#include "client/sync/page_upload.h"
#include "shared/protocol/history.h"

#include <QEventLoop>
#include <QUrl>

namespace escale::client::ctl {
namespace {

std::string target(const DossierId& dossier, const std::string& path, std::size_t start) {
    std::string text = "/v1/dossiers/" + dossier.str() + "/history?depuis=" + std::to_string(start);
    if (!path.empty())
        text += "&chemin=" + QUrl::toPercentEncoding(QString::fromStdString(path)).toStdString();
    return text;
}

Result<HttpAnswer> ask(Transport& transport, std::string path) {
    QEventLoop loop;
    Result<HttpAnswer> answer = fail(Errc::internal);
    bool finished = false;
    transport.send({"GET", std::move(path), {}, {}}, [&](Result<HttpAnswer> came) {
        answer = std::move(came);
        finished = true;
        loop.quit();
    });
    if (!finished)
        loop.exec();
    return answer;
}

} // namespace

Result<Outcome> showHistory(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY_ASSIGN(id, parseId<DossierId>(arguments.option("dossier")));
    ESCALE_TRY_ASSIGN(transport, connectDevice(*device.workspace));
    json::array steps;
    for (bool more = true; more;) {
        const auto answer = ask(*transport, target(id, arguments.option("path"), steps.size()));
        if (!answer || answer->status != 200)
            return errorOf(answer);
        ESCALE_TRY_ASSIGN(message, protocol::decodeHistoryResponse(asString(answer->body)));
        for (const HistoryStep& step : message.steps)
            steps.push_back(protocol::toJson(step));
        more = message.more && !message.steps.empty();
    }
    return Outcome{{{"dossier", id.str()}, {"etapes", std::move(steps)}}, {}};
}

} // namespace escale::client::ctl
