// SPDX-License-Identifier: GPL-3.0-or-later
// A text becomes sound, without any sound card.
#pragma once

#include "client/speech/utterance.h"
#include "shared/base/result.h"

#include <QHash>

#include <memory>

namespace escale::speech {

class Synthesiser {
public:
    virtual ~Synthesiser() = default;
    /// Whether there is a voice for `language` ("fr", "ar"…).
    [[nodiscard]] virtual bool speaks(const QString& language) const = 0;
    /// Blocks for some milliseconds a sentence. Errc::notFound for a language without a voice,
    /// Errc::internal when the library refuses. A text with nothing to say gives no sample.
    virtual Result<Utterance> say(const QString& text, const QString& language, Pace pace) = 0;
};

/// libespeak-ng, whose data stand in the system (Debian: espeak-ng-data). May be used from any
/// thread, one text at a time. Without its data no language is spoken.
/// voices: voice of espeak-ng by language ({"en", "en-gb"}); an empty one is none.
std::unique_ptr<Synthesiser> makeEspeak(const QHash<QString, QString>& voices);

} // namespace escale::speech
