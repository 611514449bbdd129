// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the sound of texts away from the thread of the interface, one after the other.
#pragma once

#include "client/speech/synthesiser.h"

#include <QObject>

#include <atomic>
#include <memory>

namespace escale::speech {

/// One text to make heard. `recording` may be empty.
struct VoiceTask {
    quint64 ticket = 0;
    QString spoken;
    QString language;
    QString recording;
    Pace pace;
    int silenceMs = 0; // after it
};

class VoiceWorker : public QObject {
    Q_OBJECT
public:
    explicit VoiceWorker(std::shared_ptr<Synthesiser> synthesiser);

    /// A recording that cannot be read gives way to the synthesis; a text that nothing can say
    /// gives an empty utterance.
    void make(const escale::speech::VoiceTask& task);

signals:
    void made(quint64 ticket, const escale::speech::Utterance& utterance);

private:
    std::shared_ptr<Synthesiser> m_synthesiser;
};

} // namespace escale::speech

Q_DECLARE_METATYPE(escale::speech::Utterance)
