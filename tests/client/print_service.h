// SPDX-License-Identifier: GPL-3.0-or-later
// A real CUPS of our own, on the loopback, whose printers are files.
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace escale::tests {

class PrintService {
public:
    /// False when cupsd does not start. CUPS_SERVER is then set, for this process and its own.
    /// « Essai » is the default printer: it writes paper(). « Panne » stops, « Lente » never ends.
    bool start();
    ~PrintService();

    /// Documents that wait in the spool.
    [[nodiscard]] QStringList waiting() const;
    [[nodiscard]] QByteArray paper() const;
    /// Folder of everything that CUPS writes, without what came out of the printer.
    [[nodiscard]] QString folder() const { return m_dir.path(); }
    void admin(const QString& program, const QStringList& arguments) const;

private:
    void writeConfiguration(quint16 port) const;

    QTemporaryDir m_dir;
    QTemporaryDir m_out;
    QString m_server;
    QProcess m_cupsd;
};

} // namespace escale::tests
