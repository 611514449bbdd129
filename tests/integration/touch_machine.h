// SPDX-License-Identifier: GPL-3.0-or-later
// The real touch program driven from outside (--pilote), on a machine of its own: everything that
// it may write to stands in folders that can be searched.
#pragma once

#include "shared/protocol/messages.h"

#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace escale::tests {

class DeviceFixture;

class TouchMachine {
public:
    /// On a device that no server knows.
    explicit TouchMachine(protocol::Role role);
    /// On the device of that folder.
    explicit TouchMachine(QString data);
    ~TouchMachine();

    /// Over the whole screen, as on a site, from the next start on.
    void fillScreen() { m_windowed = false; }
    /// With the PIN of the device when `unlocked`.
    bool start(const QStringList& options = {}, bool unlocked = true);
    /// False when the program did not do it; what it said is then in failure().
    bool order(const QString& line);
    bool orders(const QStringList& lines);
    void kill() { end(&QProcess::kill); }
    void terminate() { end(&QProcess::terminate); }

    /// Texts of the interface now. The list stands apart from what the program may write.
    QByteArray interface();
    /// Files written by the program that hold `bytes`, in lower or upper case, or `bytes` as Qt
    /// keeps letters in memory.
    [[nodiscard]] QStringList filesWith(const QByteArray& bytes) const;
    /// A photo for « --dossier-photos », as on somebody's USB stick: its name.
    QString addPhoto();
    /// A file where the scanner of the device leaves its own.
    void scan(const QString& name, const QByteArray& content) const;
    /// The files that a scanner left on the device.
    [[nodiscard]] QStringList scans() const;
    [[nodiscard]] QString photos() const { return m_apart.filePath("photos"); }
    [[nodiscard]] QByteArray said() const { return m_said; }
    [[nodiscard]] QString failure() const { return m_failure; }

private:
    void end(void (QProcess::*how)());
    bool fails(const QString& line, const QByteArray& why);
    [[nodiscard]] QProcessEnvironment environment(bool unlocked) const;

    std::unique_ptr<DeviceFixture> m_device;
    QString m_data;
    QTemporaryDir m_dir;
    QTemporaryDir m_apart;
    std::unique_ptr<QProcess> m_program;
    QByteArray m_answer;
    QByteArray m_said;
    QString m_failure;
    bool m_windowed = true;
};

} // namespace escale::tests
