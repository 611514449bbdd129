// SPDX-License-Identifier: GPL-3.0-or-later
// Sound of one text, and when each of its words is heard. Plain values.
#pragma once

#include <QString>

#include <vector>

namespace escale::speech {

/// A stretch of a text, in UTF-16 code units (as QString counts).
struct Span {
    int start = -1;
    int length = 0;
    bool operator==(const Span&) const = default;
};

/// `where` of the spoken text is heard from `sample` on.
struct WordEvent {
    Span where;
    qint64 sample = 0;
};

/// One channel of 16-bit samples. `words` is in the order of their samples; empty for a recording.
struct Utterance {
    int sampleRate = 22050;
    std::vector<qint16> samples;
    std::vector<WordEvent> words;

    [[nodiscard]] bool empty() const { return samples.empty(); }
    [[nodiscard]] qint64 milliseconds() const {
        return static_cast<qint64>(samples.size()) * 1000 / sampleRate;
    }
};

/// How the person wants to hear. Words a minute: slower than the 175 of espeak-ng, so that people
/// who learn the language follow.
struct Pace {
    static constexpr int kUsual = 150;
    static constexpr int kSlow = 115;
    int wordsPerMinute = kUsual;
};

} // namespace escale::speech
