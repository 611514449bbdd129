// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/warning_watch.h"

#include <QMutex>
#include <QMutexLocker>
#include <QtGlobal>

namespace escale {

namespace {

QtMessageHandler s_previous = nullptr;
QMutex s_mutex; // warnings come from any thread
QString s_first;

bool isOfPages(const QMessageLogContext& context, const QString& message) {
    const QString category = QString::fromLatin1(context.category ? context.category : "");
    return message.contains(QLatin1String("qrc:")) || category.contains(QLatin1String("qml")) ||
           category == QLatin1String("js");
}

void handle(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    if (type != QtDebugMsg && type != QtInfoMsg && isOfPages(context, message)) {
        const QMutexLocker lock(&s_mutex);
        if (s_first.isEmpty())
            s_first = message;
    }
    if (s_previous)
        s_previous(type, context, message);
}

} // namespace

WarningWatch::WarningWatch() {
    s_first.clear();
    s_previous = qInstallMessageHandler(handle);
}

WarningWatch::~WarningWatch() {
    qInstallMessageHandler(s_previous);
}

QString WarningWatch::first() const {
    const QMutexLocker lock(&s_mutex);
    return s_first;
}

} // namespace escale
