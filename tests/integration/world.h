// SPDX-License-Identifier: GPL-3.0-or-later
// A server, a stand-in of the SNE and devices, in one temporary folder.
#pragma once

#include "tests/support/programs.h"

#include <QTemporaryDir>

#include <array>

namespace escale::tests {

/// The one of tests/client/device_fixture.h: the touch program is given it too.
inline const QString kTabletPin = QStringLiteral("402917");

/// One enrolled device, driven through escale-ctl.
class Device {
public:
    explicit Device(QString dir)
        : m_dir(std::move(dir)) {}

    /// escale-ctl WORDS… --data DIR (after the second word, or the first for `sync`).
    [[nodiscard]] Answer ctl(QStringList words) const;
    [[nodiscard]] Answer sync() const { return ctl({QStringLiteral("sync")}); }
    /// escale-ctl WORDS…, under way, to be killed or waited for.
    [[nodiscard]] std::unique_ptr<QProcess> start(QStringList words) const;
    [[nodiscard]] QJsonObject show(const QString& dossier) const;
    [[nodiscard]] const QString& dir() const { return m_dir; }

private:
    QString m_dir;
};

class World {
public:
    /// With `database`, several servers may share it (a libpq connection string); else SQLite.
    explicit World(const QString& database = {});

    [[nodiscard]] bool isReady() const { return m_ready; }
    /// One of the servers, all on the same data.
    bool startServer(std::size_t which = 0);
    bool startEcole(const QStringList& more = {});
    Service& server(std::size_t which = 0) { return m_servers.at(which).service; }
    Service& ecole() { return m_ecole; }
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }
    [[nodiscard]] QString ca() const { return m_ca; }

    /// A one-time code for a device of `role`.
    [[nodiscard]] QString code(const QString& role, const QString& site = QStringLiteral("EPN"));
    /// Enrols a device; its server must run.
    Device enrol(const QString& name, const QString& role,
                 const QString& site = QStringLiteral("EPN"), std::size_t which = 0);
    /// Writes an invented photo and gives its path.
    QString photo(int variant = 0);
    /// Numéros uniques that the stand-in has given.
    [[nodiscard]] QStringList numbersGiven() const;
    [[nodiscard]] QString xmlHeld(const QString& number) const;

private:
    bool shortenUncertainWait();

    struct Server {
        Service service;
        QString port = QStringLiteral("0");
    };

    QTemporaryDir m_dir;
    std::array<Server, 3> m_servers;
    Service m_ecole;
    QString m_ca;
    QString m_ecolePort = QStringLiteral("0");
    bool m_ready = false;
};

/// chemin=valeur words of a complete demande of an invented person; `photo` is not part of it.
QStringList completeDemande(const QString& name = QStringLiteral("Benarous"));

/// Those words as `--set` wants them.
QStringList setWords(const QStringList& answers);

/// Makes that demande and its pièce on `device`; the dossier, empty when something was refused.
QString completeDossier(const Device& device, World& world,
                        const QString& name = QStringLiteral("Benarous"), int photo = 0);

/// Syncs `device` until `dossier` has its numéro unique (at most 40 s); empty when it does not
/// come.
QString waitForNumber(const Device& device, const QString& dossier);

} // namespace escale::tests
