// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/speech/voice_worker.h"

#include "client/speech/recordings.h"

#include <utility>

namespace escale::speech {

namespace {

Utterance soundOf(Synthesiser& synthesiser, const VoiceTask& task) {
    if (!task.recording.isEmpty())
        if (auto recorded = readRecording(task.recording))
            return std::move(*recorded);
    auto said = synthesiser.say(task.spoken, task.language, task.pace);
    return said ? std::move(*said) : Utterance();
}

} // namespace

VoiceWorker::VoiceWorker(std::shared_ptr<Synthesiser> synthesiser)
    : m_synthesiser(std::move(synthesiser)) {
    qRegisterMetaType<Utterance>();
}

void VoiceWorker::make(const VoiceTask& task) {
    Utterance utterance = soundOf(*m_synthesiser, task);
    if (!utterance.empty())
        utterance.samples.resize(utterance.samples.size() +
                                 static_cast<std::size_t>(task.silenceMs) *
                                     static_cast<std::size_t>(utterance.sampleRate) / 1000);
    emit made(task.ticket, utterance);
}

} // namespace escale::speech
