// SPDX-License-Identifier: GPL-3.0-or-later
// Where the sound goes. Lives on the thread of the interface.
#pragma once

#include "client/speech/utterance.h"

#include <QObject>

namespace escale::speech {

class Player : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// From its first sample; what was playing is dropped. volume: 0 to 1.
    virtual void play(const Utterance& utterance, double volume) = 0;
    /// At once: nothing more is heard, nothing more is emitted.
    virtual void stop() = 0;

signals:
    /// The sample being heard, some thirty times a second.
    void heard(qint64 sample);
    void finished();
    /// The sound output went away, or takes nothing: what is left of the text is not heard.
    void broken();
};

} // namespace escale::speech
