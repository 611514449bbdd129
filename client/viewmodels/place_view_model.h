// SPDX-License-Identifier: GPL-3.0-or-later
// The place of the demande among similar ones: an interval with its date, or why there is none.
#pragma once

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class PlaceViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by NoteViewModel")
    Q_PROPERTY(bool known READ known NOTIFY changed)
    /// The interval, from 1, and how many similar demandes there are; 0 when not known.
    Q_PROPERTY(int from READ from NOTIFY changed)
    Q_PROPERTY(int to READ to NOTIFY changed)
    Q_PROPERTY(int total READ total NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed) // "Votre place est entre"
    Q_PROPERTY(QString figure READ figure NOTIFY changed)     // "85ᵉ et 110ᵉ"
    Q_PROPERTY(QString honesty READ honesty NOTIFY changed)   // "sur 410 demandes comme la vôtre"
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed)         // "Chiffres du 1er octobre 2026"
    Q_PROPERTY(QString day READ day NOTIFY changed)           // "1er octobre 2026"
    Q_PROPERTY(bool stale READ stale NOTIFY changed)          // over 30 days
    Q_PROPERTY(bool invented READ invented NOTIFY changed)    // demonstration
    /// What must be said beside it: invented figures, old ones, those of the whole EPCI.
    Q_PROPERTY(QStringList cautions READ cautions NOTIFY changed)

public:
    struct Shown {
        bool known = false, stale = false, invented = false;
        int from = 0, to = 0, total = 0;
        QString sentence, figure, honesty, asOf, day;
        QStringList cautions;
    };

    using QObject::QObject;
    void show(Shown shown);

    [[nodiscard]] bool known() const { return m_shown.known; }
    [[nodiscard]] int from() const { return m_shown.from; }
    [[nodiscard]] int to() const { return m_shown.to; }
    [[nodiscard]] int total() const { return m_shown.total; }
    [[nodiscard]] QString sentence() const { return m_shown.sentence; }
    [[nodiscard]] QString figure() const { return m_shown.figure; }
    [[nodiscard]] QString honesty() const { return m_shown.honesty; }
    [[nodiscard]] QString asOf() const { return m_shown.asOf; }
    [[nodiscard]] QString day() const { return m_shown.day; }
    [[nodiscard]] bool stale() const { return m_shown.stale; }
    [[nodiscard]] bool invented() const { return m_shown.invented; }
    [[nodiscard]] QStringList cautions() const { return m_shown.cautions; }

signals:
    void changed();

private:
    Shown m_shown;
};

} // namespace escale
