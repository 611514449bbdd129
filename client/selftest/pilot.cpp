// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/pilot.h"

#include "client/selftest/generated_answers.h"
#include "client/selftest/inventory.h"

#include <QCoreApplication>
#include <QFile>
#include <QKeyEvent>
#include <QMetaEnum>
#include <QQuickWindow>

#include <array>
#include <iostream>
#include <unistd.h>
#include <utility>

namespace escale {

namespace {

using Page = Parcours::Page;

constexpr int kMostPages = 400;

Result<Page> pageNamed(const QString& name) {
    bool known = false;
    const int page = QMetaEnum::fromType<Page>().keyToValue(name.toUtf8(), &known);
    if (!known)
        return fail(Errc::invalidArgument, "page inconnue");
    return Page(page);
}

} // namespace

Pilot::Pilot(Walker& walker, Parcours& parcours, QQuickWindow& window,
             std::function<void(qint64)> passTime)
    : m_walker(walker)
    , m_parcours(parcours)
    , m_window(window)
    , m_passTime(std::move(passTime))
    , m_input(STDIN_FILENO, QSocketNotifier::Read) {
    connect(&m_input, &QSocketNotifier::activated, this, &Pilot::read);
}

void Pilot::read() {
    std::array<char, 4096> bytes{};
    const auto count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
    if (count <= 0)
        return QCoreApplication::quit();
    m_pending.append(bytes.data(), count);
    // An order lets events pass: the next one waits for its end.
    m_input.setEnabled(false);
    for (auto end = m_pending.indexOf('\n'); end >= 0; end = m_pending.indexOf('\n')) {
        const QString line = QString::fromUtf8(m_pending.left(end));
        m_pending.remove(0, end + 1);
        const auto done =
            obey(line.section(QLatin1Char(' '), 0, 0), line.section(QLatin1Char(' '), 1));
        std::cout << (done ? "fait" : "refus: " + done.error().detail) << std::endl;
    }
    m_input.setEnabled(true);
}

Result<void> Pilot::obey(const QString& order, const QString& rest) {
    if (order == "toucher")
        return m_walker.tap(rest);
    if (order == "ecrire")
        return m_walker.type(rest);
    if (order == "chiffres")
        return m_walker.keypad(rest);
    if (order == "aller")
        return goTo(rest);
    if (order == "avancer")
        return goOnTo(rest);
    if (order == "taille")
        return resize(rest);
    if (order == "sortir")
        return tryToGetOut();
    if (order == "attendre")
        return waitForPage(rest);
    if (order == "inventaire")
        return writeInventory(rest);
    if (order != "passer")
        return fail(Errc::invalidArgument, "ordre inconnu");
    m_passTime(rest.toLongLong());
    return {};
}

Result<void> Pilot::goTo(const QString& question) {
    for (int i = 0; i < kMostPages; ++i) {
        if (m_parcours.page() == Page::Question && m_parcours.question()->questionId() == question)
            return {};
        ESCALE_TRY(leave());
    }
    return fail(Errc::notFound, "cette question n’est pas posée");
}

/// Goes on from the page shown, with a made-up answer.
Result<void> Pilot::leave() {
    auto& question = *m_parcours.question();
    if (m_parcours.page() == Page::Doute) { // made-up answers may disagree
        m_parcours.next();
        return {};
    }
    if (m_parcours.page() != Page::Question)
        return fail(Errc::notFound, "ce n’est pas une question");
    const auto place = [&] {
        return std::pair(question.questionId() + question.item(), m_parcours.page());
    };
    const auto before = place();
    if (question.saisie() == QLatin1String("personnes") && question.choices().isEmpty()) {
        question.addPerson();
        return {};
    }
    if (!question.typed().isEmpty()) // answered before
        m_parcours.next();
    for (const auto& made : generatedAnswers(question)) {
        if (place() != before)
            return {};
        giveAnswer(question, made);
        if (place() == before)
            m_parcours.next();
    }
    if (place() != before)
        return {};
    return fail(Errc::notFound, "aucune réponse ne convient ici");
}

Result<void> Pilot::goOnTo(const QString& name) {
    ESCALE_TRY_ASSIGN(page, pageNamed(name));
    for (int i = 0; i < kMostPages && m_parcours.page() != page; ++i) {
        if (m_parcours.page() == Page::Documents || m_parcours.page() == Page::Verifier)
            m_parcours.next();
        else
            ESCALE_TRY(leave());
    }
    return waitForPage(name);
}

/// What a keyboard left plugged in, or a compositor, may send. The window has to be there still,
/// over the whole screen.
Result<void> Pilot::tryToGetOut() {
    const auto state = m_window.visibility();
    for (const QKeyCombination keys :
         {Qt::Key_Escape | Qt::NoModifier, Qt::ALT | Qt::Key_F4, Qt::CTRL | Qt::Key_Q,
          Qt::CTRL | Qt::Key_W, Qt::ALT | Qt::Key_Tab, Qt::Key_F11 | Qt::NoModifier,
          Qt::Key_Back | Qt::NoModifier, Qt::META | Qt::Key_D})
        for (const auto type : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(type, keys.key(), keys.keyboardModifiers());
            QCoreApplication::sendEvent(&m_window, &event);
        }
    m_window.close();
    QCoreApplication::processEvents();
    if (!m_window.isVisible() || m_window.visibility() != state)
        return fail(Errc::internal, "la fenêtre est partie");
    return {};
}

Result<void> Pilot::waitForPage(const QString& name) {
    ESCALE_TRY_ASSIGN(page, pageNamed(name));
    return m_walker.waitFor(name, [&, page = page] { return m_parcours.page() == page; });
}

Result<void> Pilot::resize(const QString& size) {
    const QSize wanted(size.section(QLatin1Char('x'), 0, 0).toInt(),
                       size.section(QLatin1Char('x'), 1).toInt());
    m_window.resize(wanted);
    return m_walker.waitFor(size, [&] { return m_window.size() == wanted; });
}

Result<void> Pilot::writeInventory(const QString& name) {
    QFile file(name);
    const QByteArray texts = everyText(m_window, m_parcours).join(QLatin1Char('\n')).toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(texts) != texts.size())
        return fail(Errc::storageFailure, "l’inventaire ne s’écrit pas");
    return {};
}

} // namespace escale
