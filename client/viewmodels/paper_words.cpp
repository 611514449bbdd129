// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/paper_words.h"

#include "client/papers/qr.h"
#include "client/viewmodels/piece_words.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/read_back.h"
#include "client/viewmodels/recap_words.h"
#include "client/viewmodels/words_in.h"

#include <array>

namespace escale {

namespace {

using papers::Both;
using papers::Paper;

Both say(const QString& words) {
    return {words.toStdString(), {}};
}

Both text(const char* key) {
    return say(Preferences::text(QLatin1String(key)));
}

void addCode(Paper& paper, const PaperFacts& facts) {
    ReceiptViewModel receipt;
    receipt.show(facts.receipt);
    if (!facts.receipt.numeroUnique.isEmpty())
        paper.blocks.push_back(
            papers::Code{text("papier.numero"), receipt.numeroUnique().toStdString(), {}, {}});
    paper.blocks.push_back(papers::Code{text("papier.code"), receipt.reference().toStdString(),
                                        papers::qrRows(facts.receipt.reference.toStdString()),
                                        text("papier.carre")});
}

void addFoot(Paper& paper, const PaperFacts& facts) {
    if (!facts.phone.isEmpty())
        paper.blocks.push_back(
            papers::Sentence{say(Preferences::text("papier.telephone").arg(facts.phone)), false});
    paper.blocks.push_back(papers::Sentence{
        say(Preferences::text("papier.date").arg(dateInWords(facts.today))), false});
}

/// One table for each part of the questionnaire.
void addAnswers(Paper& paper, const PaperFacts& facts) {
    const auto rows = recapRows(visibleQuestions(facts.dossier, facts.today), facts.dossier);
    int part = 0;
    papers::Answers table;
    const auto close = [&] {
        if (!table.rows.empty())
            paper.blocks.push_back(std::move(table));
        table = {{text("papier.colonne.question"), text("papier.colonne.reponse")}, {}};
    };
    for (const auto& row : rows) {
        if (row.part != part) {
            close();
            part = row.part;
            static constexpr std::array kPictos{"",
                                                "partie-vous",
                                                "partie-famille",
                                                "partie-logement",
                                                "partie-argent",
                                                "partie-souhait",
                                                "partie-documents"};
            paper.blocks.push_back(papers::Section{
                say(row.partName),
                part > 0 && part < int(kPictos.size()) ? kPictos[std::size_t(part)] : ""});
        }
        table.rows.push_back({say(row.label), say(row.answer), row.unknown});
    }
    close();
}

void addPieces(Paper& paper, const PaperFacts& facts) {
    papers::Pieces list;
    for (const auto& piece : pieceFaces(facts.dossier, facts.today)) {
        const bool kept = pieces::isGiven(piece.status.state);
        const QString detail = listInWords(
            {piece.whose, kept ? QString() : piece.fault, kept ? QString() : piece.advice});
        list.rows.push_back({piece.picto.toStdString(), say(piece.label), say(detail),
                             text(kept ? "papier.pieces.donne" : "papier.pieces.apporter"), kept});
    }
    paper.blocks.push_back(std::move(list));
}

void addSteps(Paper& paper, const PaperFacts& facts) {
    ReceiptViewModel receipt;
    receipt.show(facts.receipt);
    papers::Steps steps;
    for (const auto& one : receipt.stops()) {
        const auto stop = one.toMap();
        steps.rows.push_back({say(stop["when"].toString()), say(stop["what"].toString()),
                              stop["state"].toString() == QLatin1String("done")});
    }
    if (!steps.rows.empty())
        paper.blocks.push_back(std::move(steps));
}

/// In the present language alone.
Paper written(PaperKind kind, const PaperFacts& facts) {
    Paper paper;
    paper.pageOf = text("papier.page");
    switch (kind) {
    case PaperKind::recap:
        paper.title = text("papier.recap.titre");
        paper.hint = text("papier.recap.aide");
        addCode(paper, facts);
        addAnswers(paper, facts);
        paper.blocks.push_back(papers::Sentence{text("papier.recap.prudence"), true});
        break;
    case PaperKind::pieces:
        paper.title = text("papier.pieces.titre");
        paper.hint = text("papier.pieces.aide");
        addPieces(paper, facts);
        paper.blocks.push_back(papers::Sentence{text("papier.pieces.manque"), true});
        break;
    case PaperKind::attestation:
        return attestationOf(facts.dossier, facts.site);
    case PaperKind::recu:
        paper.title = text("papier.recu.titre");
        paper.hint = text("papier.recu.aide");
        addCode(paper, facts);
        paper.blocks.push_back(papers::Sentence{text("papier.recu.secret"), true});
        addSteps(paper, facts);
        break;
    }
    addFoot(paper, facts);
    return paper;
}

} // namespace

std::optional<PaperKind> paperKindOf(const QString& word) {
    if (word == QLatin1String("recap"))
        return PaperKind::recap;
    if (word == QLatin1String("pieces"))
        return PaperKind::pieces;
    if (word == QLatin1String("recu"))
        return PaperKind::recu;
    if (word == QLatin1String("attestation"))
        return PaperKind::attestation;
    return {};
}

Paper paperOf(PaperKind kind, const PaperFacts& facts, const QString& asked) {
    const QString language = kind == PaperKind::attestation ? QStringLiteral("fr") : asked;
    Paper own;
    {
        const WordsIn words(language);
        own = written(kind, facts);
    }
    own.language = language.toStdString();
    own.languageName = Preferences::nameOf(language).toStdString();
    if (!own.bilingual())
        return own;
    const WordsIn words(QStringLiteral("fr"));
    return papers::withFrench(std::move(own), written(kind, facts));
}

} // namespace escale
