// SPDX-License-Identifier: GPL-3.0-or-later
// « J’ai déjà un code »: twelve digits, and what to do when they open nothing.
#pragma once

#include "shared/base/error.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <string>

namespace escale {

class ReturnViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Departure")
    /// Digits typed, in groups: "4829 15". Never read aloud, never kept.
    Q_PROPERTY(QString code READ code NOTIFY changed)
    /// What is wrong, then what to do; empty when nothing is.
    Q_PROPERTY(QString error READ error NOTIFY changed)
    /// This code opens nothing here: where the demande may be continued is to be said.
    Q_PROPERTY(bool elsewhere READ elsewhere NOTIFY changed)
    /// Its demande is looked for, here then by the server.
    Q_PROPERTY(bool searching READ searching NOTIFY changed)

public:
    static constexpr int kDigits = 12;

    explicit ReturnViewModel(QObject* parent = nullptr);
    /// How long until a code may be tried, ms.
    void setWait(std::function<qint64()> waitMs) { m_waitMs = std::move(waitMs); }

    [[nodiscard]] QString code() const;
    [[nodiscard]] QString error() const;
    [[nodiscard]] bool elsewhere() const;
    [[nodiscard]] bool searching() const { return m_searching; }

    /// Digits of the keypad; what is no digit, and a thirteenth one, is left out.
    Q_INVOKABLE void type(const QString& letters);
    Q_INVOKABLE void erase();

    [[nodiscard]] bool complete() const { return m_digits.size() == kDigits; }
    [[nodiscard]] std::string digits() const { return m_digits.toStdString(); }
    /// Nothing is typed until refuse() or clear().
    void search();
    /// The page says why; a wrong code stays, to be looked at digit by digit.
    void refuse(Errc reason);
    void clear();
    void retranslate() { emit changed(); }

signals:
    void changed();

private:
    void countDown();

    QString m_digits;
    Errc m_reason = Errc::internal; // internal: nothing to say
    bool m_searching = false;
    std::function<qint64()> m_waitMs;
    int m_waitSeconds = 0;
    QTimer m_second;
};

} // namespace escale
