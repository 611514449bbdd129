// SPDX-License-Identifier: GPL-3.0-or-later
// Voices of people, recorded: they take the place of the synthesis for the texts they say.
//
// In the folder, <language>/<key>.wav, .opus, .ogg or .flac, where key is that of the catalogue
// (question.nom). Other texts are named in <language>/index.tsv, lines FILE<TAB>KEY, where KEY may
// be Component/texte as in qml/i18n/ear. A text that holds %1 is never recorded.
#pragma once

#include "client/speech/ear_words.h"
#include "client/speech/utterance.h"
#include "shared/base/result.h"

#include <QHash>

namespace escale::speech {

class Recordings {
public:
    Recordings() = default;
    /// What `folder` holds for `language`; a folder that is not there holds nothing.
    Recordings(const QString& folder, const QString& language, const EarWords::Shown& shown);

    /// File that says the text `shown`; empty when none does.
    [[nodiscard]] QString fileFor(const QString& shown) const { return m_files.value(shown); }
    [[nodiscard]] bool empty() const { return m_files.isEmpty(); }

private:
    void add(const QString& file, const QString& text);

    QHash<QString, QString> m_files; // by text shown
};

/// The sound of a file, as one channel. Errc::notFound, malformed (no sound that can be read) or
/// tooLarge (over two minutes).
Result<Utterance> readRecording(const QString& file);

} // namespace escale::speech
