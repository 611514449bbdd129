// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/walk.h"

#include "client/viewmodels/languages.h"

namespace escale {

namespace {

constexpr int kMostPages = 8; // of answers to one question

} // namespace

Result<void> Walk::waitForPage(Parcours::Page page, const QString& what) {
    return walker.waitFor(what, [&] { return parcours.page() == page; });
}

Result<void> Walk::arrive(Parcours::Page page, const QString& name) {
    ESCALE_TRY(waitForPage(page, name));
    return step(name);
}

Result<void> Walk::chooseLanguage(const QString& code) {
    const auto* wanted = findLanguage(code);
    if (!wanted)
        return fail(Errc::notFound, "langue inconnue : " + code.toStdString());
    if (wanted->listed)
        return walker.tap("langue:" + code);
    ESCALE_TRY(walker.tap("langue:fr"));
    parcours.preferences()->setLanguage(code);
    return {};
}

Result<void> Walk::choose(const QString& code) {
    const QString name = QStringLiteral("choix:") + code;
    for (int i = 0; i < kMostPages && !walker.isThere(name) && walker.isThere("autres-reponses");
         ++i)
        ESCALE_TRY(walker.tap("autres-reponses"));
    return walker.tap(name);
}

} // namespace escale
