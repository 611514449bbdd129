// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/scan_words.h"

namespace escale {

using scan::Raison;

QString keyOf(Raison reason) {
    const auto name = scan::raisonName(reason);
    return QStringLiteral("piece.raison.") + QString::fromUtf8(name.data(), qsizetype(name.size()));
}

QString keyOf(scan::Advice advice) {
    const auto name = scan::adviceName(advice);
    return QStringLiteral("piece.conseil.") +
           QString::fromUtf8(name.data(), qsizetype(name.size()));
}

QString pictoOf(Raison reason) {
    switch (reason) {
    case Raison::flou:
    case Raison::codeFlou:
        return QStringLiteral("photo-floue");
    case Raison::reflet:
        return QStringLiteral("photo-reflet");
    case Raison::sombre:
        return QStringLiteral("photo-sombre");
    case Raison::tropLoin:
        return QStringLiteral("photo-rapprocher");
    case Raison::horsCadre:
        return QStringLiteral("photo-reculer");
    default:
        return QStringLiteral("photo-coin");
    }
}

} // namespace escale
