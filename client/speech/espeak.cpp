// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/speech/synthesiser.h"

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <mutex>

namespace escale::speech {

namespace {

constexpr int kBufferMs = 200;

// The library keeps one state for the whole process.
std::mutex s_mutex;
Utterance* s_now = nullptr;
std::vector<int> s_units; // of the present text: place in UTF-16 of each code point

/// 0 when the data of the library are not there.
int sampleRate() {
    static const int kRate = std::max(0, espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, kBufferMs,
                                                           nullptr, espeakINITIALIZE_DONT_EXIT));
    return kRate;
}

void keepWord(const espeak_EVENT& event) {
    // The words that the library adds itself ("euros" for €) have no length.
    const auto first = static_cast<std::size_t>(event.text_position - 1);
    const auto past = first + static_cast<std::size_t>(std::max(0, event.length));
    if (event.text_position < 1 || event.length < 1 || past >= s_units.size())
        return;
    s_now->words.push_back({{s_units[first], s_units[past] - s_units[first]}, event.sample});
}

int keep(short* samples, int count, espeak_EVENT* events) {
    if (samples && count > 0)
        s_now->samples.insert(s_now->samples.end(), samples, samples + count);
    for (; events->type != espeakEVENT_LIST_TERMINATED; ++events)
        if (events->type == espeakEVENT_WORD)
            keepWord(*events);
    return 0;
}

/// Place in UTF-16 of each code point, and of the end.
std::vector<int> unitsOf(const QString& text) {
    std::vector<int> units;
    for (int i = 0; i < text.size(); ++i)
        if (!text[i].isLowSurrogate())
            units.push_back(i);
    units.push_back(static_cast<int>(text.size()));
    return units;
}

/// By its name, or as the best for a language ("en-gb").
bool choose(const QByteArray& voice) {
    if (espeak_SetVoiceByName(voice.constData()) == EE_OK)
        return true;
    espeak_VOICE wanted{};
    wanted.languages = voice.constData();
    return espeak_SetVoiceByProperties(&wanted) == EE_OK;
}

class Espeak final : public Synthesiser {
public:
    explicit Espeak(const QHash<QString, QString>& voices) {
        for (auto voice = voices.begin(); voice != voices.end(); ++voice)
            if (!voice->isEmpty())
                m_voices.insert(voice.key(), voice->toUtf8());
    }

    bool speaks(const QString& language) const override {
        const std::lock_guard lock(s_mutex);
        return m_voices.contains(language) && sampleRate() > 0;
    }

    Result<Utterance> say(const QString& text, const QString& language, Pace pace) override {
        const std::lock_guard lock(s_mutex);
        const QByteArray voice = m_voices.value(language);
        if (voice.isEmpty() || sampleRate() <= 0 || !choose(voice))
            return fail(Errc::notFound, "pas de voix pour « " + language.toStdString() + " »");
        Utterance utterance;
        utterance.sampleRate = sampleRate();
        s_now = &utterance;
        s_units = unitsOf(text);
        espeak_SetSynthCallback(keep);
        espeak_SetParameter(espeakRATE, pace.wordsPerMinute, 0);
        const QByteArray bytes = text.toUtf8();
        const auto said =
            espeak_Synth(bytes.constData(), static_cast<std::size_t>(bytes.size()) + 1, 0,
                         POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, nullptr);
        s_now = nullptr;
        s_units.clear();
        if (said != EE_OK)
            return fail(Errc::internal, "espeak-ng refuse un texte");
        std::stable_sort(utterance.words.begin(), utterance.words.end(),
                         [](const auto& a, const auto& b) { return a.sample < b.sample; });
        return utterance;
    }

private:
    QHash<QString, QByteArray> m_voices; // by language
};

} // namespace

std::unique_ptr<Synthesiser> makeEspeak(const QHash<QString, QString>& voices) {
    return std::make_unique<Espeak>(voices);
}

} // namespace escale::speech
