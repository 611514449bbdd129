// SPDX-License-Identifier: GPL-3.0-or-later
// What the tests of shared/crypto have in common.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/ports.h"

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <cstdint>
#include <string>

namespace escale::test {

class FixedClock : public Clock {
public:
    explicit FixedClock(std::int64_t ms)
        : m_ms(ms) {}
    [[nodiscard]] std::int64_t nowMs() const override { return m_ms; }

private:
    std::int64_t m_ms;
};

inline Bytes bytesOf(std::string_view text) {
    const ByteView view = asBytes(text);
    return {view.begin(), view.end()};
}

inline Bytes hex(std::string_view text) {
    return fromHex(text).value();
}

inline std::string pemOf(const char* label, ByteView der) {
    return std::string("-----BEGIN ") + label + "-----\n" + toBase64(der) + "\n-----END " + label +
           "-----\n";
}

/// The DER between the lines of a PEM text.
inline Bytes derOf(const std::string& pem) {
    std::string base64;
    for (const QByteArray& line : QByteArray::fromStdString(pem).split('\n')) {
        if (!line.startsWith("-----"))
            base64 += line.trimmed().toStdString();
    }
    return fromBase64(base64).value();
}

/// A folder in which the system's openssl program runs.
class OpensslFolder {
public:
    void write(const QString& name, ByteView content) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly))
            return;
        file.write(reinterpret_cast<const char*>(content.data()),
                   static_cast<qsizetype>(content.size()));
    }
    void write(const QString& name, const std::string& text) { write(name, asBytes(text)); }

    Bytes read(const QString& name) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        const QByteArray content = file.readAll();
        return {content.begin(), content.end()};
    }
    std::string readText(const QString& name) { return asString(read(name)); }

    /// True when `openssl ARGUMENTS` ended with 0.
    bool run(const QStringList& arguments) {
        QProcess process;
        process.setWorkingDirectory(m_folder.path());
        process.start("openssl", arguments);
        return process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit &&
               process.exitCode() == 0;
    }

private:
    QTemporaryDir m_folder;
};

} // namespace escale::test
