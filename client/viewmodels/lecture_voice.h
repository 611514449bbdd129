// SPDX-License-Identifier: GPL-3.0-or-later
// The voice of the application: the languages that the build found, their words for the ear.
#pragma once

#include "client/speech/narrator.h"

namespace escale {

class Preferences;

/// Voices of espeak-ng as the languages name them, texts of :/i18n/ear. `preferences` outlives the
/// result. recordings: see speech::Recordings, "" for none. player null: that of the machine.
std::unique_ptr<speech::Narrator> makeNarrator(const Preferences& preferences,
                                               const QString& recordings,
                                               std::unique_ptr<speech::Player> player = nullptr);

/// What a key of qml/i18n/ear shows in the language of `preferences`; empty in another language.
QString shownForKey(const Preferences& preferences, const QString& key, const QString& language);

} // namespace escale
