// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/history.h"
#include "tests/shared/merge_support.h"

#include <QTest>

using namespace escale;
using namespace escale::test;

namespace {

const std::string kPhone = "demandeur.telephone";
const std::string kChild = "personnes_a_charge[018f0000-0000-7000-8000-000000000001]";

/// Two tablets, one telephone: given, changed by both, settled.
struct Played {
    Lab lab;
    std::vector<ReceivedEdit> edits;

    void send(Edit edit) {
        lab.take(edit);
        edits.push_back({std::move(edit), 1000 + static_cast<std::int64_t>(edits.size())});
    }
    Played() {
        send(lab.edit(1, {{kPhone, std::string("0600000001"), 0}, {kChild, true, 0}}));
        send(lab.edit(1, {{kPhone, std::string("0600000002"), 1}}));
        send(lab.edit(2, {{kPhone, std::string("0600000003"), 1},
                          {kChild + ".prenom", std::string("Zoé"), 0}}));
        Edit settled = lab.edit(2, {{kPhone, std::string("0600000002"), lab.base(kPhone)}});
        settled.closes = "elle l’a redit";
        send(std::move(settled));
    }
    [[nodiscard]] std::vector<HistoryStep> history(const std::string& path) const {
        return playHistory(lab.dossier.id, edits, catalogue(), path);
    }
};

} // namespace

class HistoryTest : public QObject {
    Q_OBJECT

private slots:
    void eachStepSaysWhatCameOfTheAnswer() {
        const auto steps = Played().history(kPhone);
        QCOMPARE(steps.size(), std::size_t{4});
        const std::vector<ChangeResult> results{ChangeResult::applied, ChangeResult::applied,
                                                ChangeResult::clash, ChangeResult::applied};
        for (std::size_t i = 0; i < steps.size(); ++i) {
            QCOMPARE(steps[i].result, results[i]);
            QCOMPARE(steps[i].receivedMs, 1000 + static_cast<std::int64_t>(i));
            QCOMPARE(steps[i].disputed, i == 2);
        }
        // The one who came second did not replace the answer that was there.
        QVERIFY(steps[2].value == Value(std::string("0600000003")));
        QVERIFY(steps[2].shown == Value(std::string("0600000002")));
        QCOMPARE(steps[3].closes, std::string("elle l’a redit"));
    }

    void theLastStepShowsWhatTheServerShows() {
        const Played played;
        for (const auto& [path, field] : played.lab.dossier.fields) {
            const auto steps = played.history(path);
            QVERIFY(!steps.empty());
            QVERIFY(std::any_of(steps.begin(), steps.end(),
                                [&](const auto& step) { return step.shown == field.value; }));
        }
        QCOMPARE(played.history("").back().revision, played.lab.dossier.revision);
    }

    void anItemTellsItsFieldsToo() {
        const auto steps = Played().history(kChild);
        QCOMPARE(steps.size(), std::size_t{2});
        QCOMPARE(steps[1].path, kChild + ".prenom");
        QVERIFY(Played().history("demandeur.nom").empty());
    }

    void theMessageComesBackAsItLeft() {
        const Played played;
        const protocol::HistoryResponse message{played.lab.dossier.id, played.history(""), true};
        const auto back = protocol::decodeHistoryResponse(protocol::encode(message));
        QVERIFY(back);
        QVERIFY(back->steps == message.steps);
        QVERIFY(back->more);
        QVERIFY(back->dossier == message.dossier);
    }

    void aMessageThatIsNotOneIsRefused() {
        const std::string good = protocol::encode(
            protocol::HistoryResponse{Played().lab.dossier.id, Played().history(kPhone), false});
        for (const auto& [from, to] :
             std::vector<std::pair<std::string, std::string>>{{"\"applique\"", "\"inconnu\""},
                                                              {"\"encore\":false", "\"encore\":0"},
                                                              {"\"encore\"", "\"autre\""},
                                                              {"\"seq\":1", "\"seq\":-1"},
                                                              {"\"etapes\":[", "\"etapes\":["}}) {
            std::string bad = good;
            bad.replace(bad.find(from), from.size(), to);
            QCOMPARE(static_cast<bool>(protocol::decodeHistoryResponse(bad)), from == to);
        }
        QVERIFY(!protocol::decodeHistoryResponse(good.substr(0, good.size() / 2)));
    }
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "history_test.moc"
