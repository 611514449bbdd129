// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the demandes that the register knows is this person's: said by a person, never guessed.
#include "server/console/commands.h"
#include "server/console/data_dir.h"
#include "server/reconcile/part_file.h"
#include "shared/nuu/interface_nuu.h"

#include <algorithm>
#include <unistd.h>

namespace escale::server {
namespace {

constexpr std::string_view kSearch = "getDoublons";
constexpr std::string_view kTask = "doublons";

/// The numbers of the last answer of the register to a search, in its order.
Result<std::vector<std::string>> knownNumbers(StoreSession& session, const DossierId& id) {
    ESCALE_TRY_ASSIGN(exchanges, session.outbox().exchanges(id));
    std::vector<std::string> numbers;
    for (const ExchangeRow& exchange : exchanges) {
        if (exchange.service != kSearch || exchange.response.empty())
            continue;
        numbers.clear();
        const std::string text = asString(exchange.response);
        for (std::size_t open = text.find('>'); open != std::string::npos;
             open = text.find('>', open + 1)) {
            const std::size_t close = text.find('<', open);
            if (close == std::string::npos)
                break;
            std::string word = text.substr(open + 1, close - open - 1);
            if (sne::isNumeroUnique(word) &&
                std::find(numbers.begin(), numbers.end(), word) == numbers.end())
                numbers.push_back(std::move(word));
        }
    }
    return numbers;
}

struct Question {
    DossierRow dossier;
    OutboxRow row;
    std::vector<std::string> numbers;
};

Result<Question> question(StoreSession& session, const DossierId& id) {
    Question asked;
    ESCALE_TRY_ASSIGN(dossier, session.dossiers().find(id));
    if (!dossier)
        return fail(Errc::notFound, "dossier absent");
    ESCALE_TRY_ASSIGN(row, session.outbox().open(id));
    if (!row || row->state != OutboxState::toDecide || !dossier->dossier.numeroUnique.empty())
        return fail(Errc::conflict, "rien à décider : ce dossier n’attend le choix de personne");
    ESCALE_TRY_ASSIGN(numbers, knownNumbers(session, id));
    asked.dossier = std::move(*dossier);
    asked.row = std::move(*row);
    asked.numbers = std::move(numbers);
    return asked;
}

/// The number is the dossier's; what the dossier says goes to the register under it.
Result<void> settle(StoreSession& session, Question asked, const std::string& numero,
                    std::int64_t nowMs) {
    asked.row.kind = OutboxKind::modification;
    asked.row.state = OutboxState::toCheck;
    asked.row.attempts = 0;
    asked.row.nextAttemptMs = nowMs;
    asked.row.lastError.clear();
    ESCALE_TRY(session.outbox().update(asked.row));
    Dossier& dossier = asked.dossier.dossier;
    dossier.numeroUnique = numero;
    dossier.stage = DossierStage::forwarding;
    std::erase_if(dossier.tasks, [](const Task& task) { return task.code == kTask; });
    return session.dossiers().save(asked.dossier);
}

/// Before it is done: who (the account of the machine), when, and which number.
Result<void> audit(const DataDir& dir, const DossierId& id, const std::string& numero,
                   std::int64_t nowMs) {
    const std::string path = dir.file("audit.jsonl");
    const std::string line = json::serialize(json::object{{"le", isoInstant(nowMs)},
                                                          {"action", "choix_doublon"},
                                                          {"dossier", id.str()},
                                                          {"numero", numero},
                                                          {"compte", std::int64_t{::getuid()}}}) +
                             "\n";
    ESCALE_TRY_ASSIGN(size, partSize(path));
    return appendPart(path, dir.root(), size, asBytes(line));
}

} // namespace

Result<json::value> dossierDecideCommand(const Options& options, const Clock& clock) {
    const DataDir dir(options.get("--data"));
    const std::string numero = options.get("--numero");
    ESCALE_TRY_ASSIGN(id, parseId<DossierId>(options.get("--dossier")));
    ESCALE_TRY_ASSIGN(store, openStore(dir));
    const std::int64_t now = clock.nowMs();
    json::array known;
    const auto work = [&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(asked, question(session, id));
        for (const std::string& number : asked.numbers)
            known.emplace_back(number);
        if (numero.empty())
            return {};
        if (std::find(asked.numbers.begin(), asked.numbers.end(), numero) == asked.numbers.end())
            return fail(Errc::invalidArgument,
                        "le registre n’a pas donné ce numéro pour cette personne");
        ESCALE_TRY(audit(dir, id, numero, now));
        return settle(session, std::move(asked), numero, now);
    };
    if (numero.empty()) {
        ESCALE_TRY(store->reading(work));
        return json::value{{"dossier", id.str()}, {"numeros", std::move(known)}};
    }
    ESCALE_TRY(store->inTransaction(work));
    return json::value{{"dossier", id.str()}, {"numero_unique", numero}};
}

} // namespace escale::server
