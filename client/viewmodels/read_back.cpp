// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/read_back.h"

#include "shared/dossier/communes.h"

#include <QDate>
#include <QLocale>

namespace escale {

QString dateInWords(const Date& date) {
    if (date.empty())
        return {};
    const bool first = date.day == 1 && QLocale().language() == QLocale::French;
    return QLocale().toString(QDate(date.year, date.month, date.day),
                              first ? QStringLiteral("d'er' MMMM yyyy")
                                    : QStringLiteral("d MMMM yyyy"));
}

QString dateWhileTyped(const QString& typed, const Date& today) {
    if (const auto whole = parseTypedDate(typed.toStdString(), today))
        return dateInWords(*whole);
    const auto parts = typed.split(QLatin1Char('/'));
    const int month = parts.value(1).toInt();
    if (parts.value(0).isEmpty() || month < 1 || month > 12)
        return {};
    const QString words =
        QStringList{parts[0], QLocale().monthName(month), parts.value(2)}.join(QLatin1Char(' '));
    return words.trimmed() + QChar(0x2026);
}

QString communeInWords(const QString& insee) {
    const auto* town = findCommune(insee.toStdString());
    if (!town)
        return insee;
    return QStringLiteral("%1 (%2)").arg(QString::fromStdString(town->name),
                                         QString::fromStdString(placeCode(*town)));
}

QString amountInWords(const QString& typed) {
    QString digits = typed;
    digits.remove(QLatin1Char(' '));
    bool good = false;
    const qlonglong euros = digits.toLongLong(&good);
    return good ? QStringLiteral("%1\u00a0€").arg(QLocale().toString(euros)) : QString();
}

QString inGroups(const QString& number, const QList<int>& groups) {
    if (groups.isEmpty() || number.startsWith(QLatin1Char('+')))
        return number;
    QStringList parts;
    qsizetype at = 0;
    for (const int size : groups) {
        parts.append(number.mid(at, size));
        at += size;
    }
    parts.last() += number.mid(at);
    parts.removeAll(QString());
    return parts.join(QChar(0x00A0));
}

QString listInWords(QStringList words) {
    words.removeAll(QString());
    const bool arabic = QLocale().script() == QLocale::ArabicScript;
    return words.join(arabic ? QStringLiteral("، ") : QStringLiteral(", "));
}

} // namespace escale
