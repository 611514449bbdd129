// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/viewmodels_support.h"

#include "client/selftest/specimen.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

namespace escale::tests {

using Page = Parcours::Page;

SaidAs::SaidAs(QHash<QByteArray, QString> texts)
    : m_texts(std::move(texts)) {
    QCoreApplication::installTranslator(this);
}

SaidAs::~SaidAs() {
    QCoreApplication::removeTranslator(this);
}

QString SaidAs::translate(const char*, const char* key, const char*, int) const {
    return m_texts.value(key);
}

BorneAtWork::BorneAtWork(protocol::Role role, std::shared_ptr<papers::Printer> printer)
    : device(role)
    , workspace(device.open(client::SessionKeeping::memory))
    , session(std::make_unique<client::DossierSession>(*workspace, catalogue()))
    , sync(std::make_unique<client::SyncEngine>(workspace->store(), workspace->pages(), server,
                                                device.clock, device.random))
    , m_answers(loadWalkAnswers(frenchWalk()).value()) {
    writeSpecimen(photos.path()).value();
    server.away = true;
    ParcoursParts parts;
    parts.session = session.get();
    parts.sync = sync.get();
    parts.borne = role == protocol::Role::borne;
    parts.photoFolders = {photos.path()};
    parts.printer = std::move(printer);
    parts.idle.now = [this] { return steadyMs; };
    parcours = std::make_unique<Parcours>(std::move(parts));
    sync->start();
}

void BorneAtWork::begin() {
    parcours->chooseLanguage("fr");
    parcours->begin();
}

void BorneAtWork::answer() {
    auto& question = *parcours->question();
    const auto& answer = m_answers.at(question.questionId());
    for (const auto& code : answer.choices)
        if (!question.draft().selected.contains(code))
            question.choose(code);
    if (!answer.letters.isEmpty() || !answer.digits.isEmpty())
        question.setTyped(answer.letters + answer.digits);
    if (!answer.date.isEmpty())
        question.setTyped(answer.date.join('/'));
    for (const auto& [path, text] : answer.fields)
        if (path.endsWith(".commune"))
            question.choose(text);
        else
            question.setField(path, text);
    if (!answer.insee.isEmpty())
        question.choose(answer.insee);
}

void BorneAtWork::type(const QString& typed) {
    parcours->question()->setTyped(typed);
    parcours->next();
}

void BorneAtWork::goTo(const QString& id) {
    while (parcours->page() != Page::Verifier && questionId() != id) {
        auto& question = *parcours->question();
        if (parcours->page() == Page::Doute) {
            parcours->next();
        } else if (parcours->page() == Page::Documents) {
            photograph();
            parcours->next();
        } else if (question.saisie() == "personnes" && question.choices().isEmpty()) {
            question.addPerson();
        } else if (question.saisie() == "personnes" || question.saisie() == "communes") {
            parcours->next();
        } else if (const auto& button = m_answers.at(questionId()).button; !button.isEmpty()) {
            button == "je-ne-sais-pas" ? question.sayUnknown() : question.sayNone();
        } else {
            answer();
            parcours->next();
        }
        if (!question.error().isEmpty())
            qFatal("%s: %s", qPrintable(questionId()), qPrintable(question.error()));
    }
}

void BorneAtWork::waitForPage(Page page) {
    const QDeadlineTimer end(60'000);
    while (parcours->page() != page) {
        if (end.hasExpired())
            qFatal("page %d is shown, %d was awaited: %s", int(parcours->page()), int(page),
                   qPrintable(parcours->piece()->error()));
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    }
}

void BorneAtWork::photograph() {
    parcours->openPhoto();
    waitForPage(Page::Photo);
    parcours->piece()->chooseFile(kSpecimenName);
    waitForPage(Page::Relire);
    parcours->next();
    waitForPage(Page::Feuilles);
    parcours->next();
    waitForPage(Page::Documents);
}

void BorneAtWork::deposit() {
    begin();
    goTo({});
    parcours->next();
    parcours->confirmDeposit();
}

std::int64_t BorneAtWork::edits() {
    return workspace->store().queue().value().edits;
}

} // namespace escale::tests
