// SPDX-License-Identifier: GPL-3.0-or-later
// What disk_fault.cpp is told: after how many writes the disk has no room left.
#pragma once

#include <QFile>
#include <QTemporaryDir>

namespace escale::tests {

class FullDisk {
public:
    FullDisk()
        : m_file(m_folder.filePath("reste")) {
        qputenv("ESCALE_DISK_FULL", m_file.toUtf8());
        qputenv("ESCALE_DISK_FILES", "1");
    }
    ~FullDisk() { empty(); }
    Q_DISABLE_COPY_MOVE(FullDisk)
    /// The first `writes` succeed.
    void fill(int writes) {
        empty();
        QFile file(m_file + ".part"); // whole before it counts
        if (!file.open(QIODevice::WriteOnly) ||
            file.write(QByteArray::number(writes).leftJustified(8)) != 8 || !file.rename(m_file))
            qFatal("the disk of the test cannot be filled");
    }
    void empty() { QFile::remove(m_file); }
    [[nodiscard]] QString file() const { return m_file; }

private:
    QTemporaryDir m_folder;
    QString m_file;
};

} // namespace escale::tests
