// SPDX-License-Identifier: GPL-3.0-or-later
// The page of the PIN: dots, « On ouvre… », and in plain words what did not go.
#pragma once

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <string>

namespace escale {

struct Error;

namespace client {
class DeviceLock;
}

class AdviserLockViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Adviser")
    /// Digits typed so far: as many dots.
    Q_PROPERTY(int count READ count NOTIFY changed)
    /// The PIN is being tried.
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    /// What did not go, and how long to wait; empty when there is nothing to say.
    Q_PROPERTY(QString error READ error NOTIFY changed)
    /// Seconds before the next attempt; 0: now.
    Q_PROPERTY(int waitSeconds READ waitSeconds NOTIFY changed)

public:
    /// `lock` may be null (a borne): then nothing happens. It outlives this.
    explicit AdviserLockViewModel(client::DeviceLock* lock, QObject* parent = nullptr);
    ~AdviserLockViewModel() override;

    [[nodiscard]] int count() const { return static_cast<int>(m_typed.size()); }
    [[nodiscard]] bool busy() const;
    [[nodiscard]] QString error() const;
    [[nodiscard]] int waitSeconds() const { return m_waitSeconds; }

    Q_INVOKABLE void type(const QString& digit);
    Q_INVOKABLE void erase();
    Q_INVOKABLE void open();
    /// Looks at the time that is left: once a second by itself, by hand in tests.
    void check();
    /// Nothing typed is left.
    void clear();
    void retranslate() { emit changed(); }

signals:
    void changed();

private:
    void refused(const Error& error);
    void wipe();

    client::DeviceLock* m_lock;
    std::string m_typed;
    QString m_reason; // "court", "faux", "attendre", "errc.…"; empty: none
    int m_waitSeconds = 0;
    QTimer m_second;
};

} // namespace escale
