// SPDX-License-Identifier: GPL-3.0-or-later
// escale-ctl, run as an operator does.
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QStringList>

namespace escale::tests {

struct Answer {
    int code = -1; // -1: it did not end by itself
    QJsonObject json;
    QByteArray out;
    QString message;
};

/// The program beside this test, with these words and these variables of environment besides ours.
Answer ctl(const QStringList& line, const QMap<QString, QString>& variables = {});

/// Empty when it cannot be read.
QByteArray contentOf(const QString& path);

} // namespace escale::tests
