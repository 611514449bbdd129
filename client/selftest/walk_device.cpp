// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/walk_device.h"

namespace escale {

namespace {

using Page = Parcours::Page;
using Place = Adviser::Place;

constexpr const char* kPin = "402917";
constexpr const char* kWrongPin = "402918";

Result<void> chooseLanguage(Walk& walk) {
    ESCALE_TRY(walk.walker.tap("langue"));
    ESCALE_TRY(walk.waitForPage(Page::Langue, "les langues"));
    ESCALE_TRY(walk.chooseLanguage(walk.language));
    return waitForPlace(walk, Place::Code, "la page du code");
}

} // namespace

Result<void> waitForPlace(Walk& walk, Place place, const QString& what) {
    return walk.walker.waitFor(what, [&] {
        return walk.parcours.page() == Page::Suivi && walk.parcours.adviser()->place() == place;
    });
}

Result<void> arriveAt(Walk& walk, Place place, const QString& step) {
    ESCALE_TRY(waitForPlace(walk, place, step));
    return walk.step(step);
}

Result<void> openDevice(Walk& walk) {
    auto& lock = *walk.parcours.adviser()->lock();
    ESCALE_TRY(waitForPlace(walk, Place::Code, "la page du code"));
    ESCALE_TRY(chooseLanguage(walk));
    ESCALE_TRY(walk.step("code"));
    ESCALE_TRY(walk.walker.keypad(kWrongPin));
    ESCALE_TRY(walk.step("code-ecrit"));
    ESCALE_TRY(walk.walker.tap("continuer"));
    ESCALE_TRY(walk.walker.waitFor(
        "le code faux est dit", [&] { return !lock.error().isEmpty(); }, kSlowMs));
    ESCALE_TRY(walk.step("code-faux"));
    ESCALE_TRY(walk.walker.keypad(kPin));
    ESCALE_TRY(walk.walker.tap("continuer"));
    return arriveAt(walk, Place::Personnes, "personnes");
}

Result<void> lockDevice(Walk& walk) {
    ESCALE_TRY(walk.walker.tap("terminer"));
    ESCALE_TRY(arriveAt(walk, Place::Code, "ferme"));
    if (walk.parcours.adviser()->people()->allCount() > 0)
        return fail(Errc::internal, "il reste des noms à l’écran");
    return {};
}

} // namespace escale
