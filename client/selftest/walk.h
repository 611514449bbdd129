// SPDX-License-Identifier: GPL-3.0-or-later
// One walk over the pages of one mode, in one language: what its parts share. The walk of each mode
// stands in walk_<mode>.cpp; adding one is adding its file and its line in walks.cpp.
#pragma once

#include "client/selftest/walker.h"
#include "client/viewmodels/parcours.h"

#include <functional>

namespace escale {

struct Walk {
    Walker& walker;
    Parcours& parcours;
    QString language = QStringLiteral("fr");
    QString suffix; // of the names of the steps: ".fr"
    /// True: answers are given at once and nothing moves. False: every letter is touched, and what
    /// goes wrong on the way is shown as a person would meet it.
    bool quick = false;
    /// Lets time pass for the borne, without waiting: milliseconds. Empty: not possible.
    std::function<void(qint64)> passTime;
    /// A word of the page is being read aloud. Empty: not known.
    std::function<bool()> speaking;
    /// Puts the device in a state that no touch gives: a word of the walk that needs it. Empty: not
    /// possible.
    std::function<Result<void>(const QString&)> arrange;

    /// Waits for the page, then stops there.
    Result<void> arrive(Parcours::Page page, const QString& step);
    Result<void> waitForPage(Parcours::Page page, const QString& what);
    /// On the page of the languages. One that it does not offer (the pseudo-language, which is
    /// longer) is set from behind.
    Result<void> chooseLanguage(const QString& code);
    /// Touches the answer `code`, on whichever page of the answers it stands.
    Result<void> choose(const QString& code);
    Result<void> step(const QString& name) { return walker.step(name + suffix); }
};

/// From the choice of the language to the screen wiped for the next person (borne).
Result<void> walkBorne(Walk& walk);
/// Every question of the catalogue, whoever it is for (borne). Errc::notFound naming those that
/// were never shown.
Result<void> walkQuestions(Walk& walk);
/// A demande left before its end, with its code and a paper, and found again (borne).
Result<void> walkReturn(Walk& walk);
/// Every advice of the camera, every photo and file that cannot be kept as it is (borne).
Result<void> walkPhotos(Walk& walk);
/// Every question about what was read on a document, every verdict of a code (borne).
Result<void> walkReadings(Walk& walk);
/// The place among similar demandes, in every state of its figures, what would change it, and the
/// towns whose points are not known, or in part (borne).
Result<void> walkPlace(Walk& walk);
/// The points of the demande that is open, and how they were worked out, which an adviser alone
/// sees; then back on the page of the points.
Result<void> walkWorking(Walk& walk);
/// From the page of the PIN to the device locked again, people and visits included.
Result<void> walkAdviser(Walk& walk);
Result<void> walkPermanence(Walk& walk);
/// A device that is not enrolled.
Result<void> walkNotReady(Walk& walk);
/// A whole demande until its numéro unique has come back (90 s at most), then everything is erased.
Result<void> walkToNumero(Walk& walk);

} // namespace escale
