// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/speech/spoken_numbers.h"

#include <QLocale>
#include <QRegularExpression>

namespace escale::speech {

namespace {

const QString kComma = QStringLiteral(", ");

QRegularExpressionMatch matchAt(const QRegularExpression& pattern, const QString& text, int from) {
    return pattern.match(text, from, QRegularExpression::NormalMatch,
                         QRegularExpression::AnchorAtOffsetMatchOption);
}

SpokenStretch stretch(const QRegularExpressionMatch& match, int group, QString spoken) {
    return {{static_cast<int>(match.capturedStart(group)),
             static_cast<int>(match.capturedLength(group))},
            std::move(spoken)};
}

/// "3 / 1 / 1982", "03/01/1982"
std::optional<QList<SpokenStretch>> date(const QString& text, int from, const QString& language) {
    static const QRegularExpression kDate(
        QStringLiteral(R"((\d{1,2}) ?/ ?(\d{1,2}) ?/ ?(\d{4})(?!\d))"));
    const auto match = matchAt(kDate, text, from);
    const int month = match.captured(2).toInt();
    if (!match.hasMatch() || month < 1 || month > 12)
        return {};
    const QString name = QLocale(language).monthName(month);
    const auto day = QString::number(match.captured(1).toInt());
    return QList{stretch(match, 1, day + QLatin1Char(' ')), stretch(match, 2, name),
                 stretch(match, 3, QLatin1Char(' ') + match.captured(3))};
}

/// Ten digits in pairs: "06 12 34 56 78"
std::optional<QList<SpokenStretch>> telephone(const QString& text, int from) {
    static const QRegularExpression kTelephone(QStringLiteral(
        R"((0\d)[ .\x{a0}\x{202f}](\d\d)[ .\x{a0}\x{202f}](\d\d)[ .\x{a0}\x{202f}](\d\d)[ .\x{a0}\x{202f}](\d\d)(?!\d))"));
    const auto match = matchAt(kTelephone, text, from);
    if (!match.hasMatch())
        return {};
    QList<SpokenStretch> pairs;
    for (int pair = 1; pair <= 5; ++pair) {
        QString said = match.captured(pair);
        if (said.startsWith(QLatin1Char('0')))
            said.insert(1, QLatin1Char(' '));
        pairs.append(stretch(match, pair, said + (pair < 5 ? kComma : QString())));
    }
    return pairs;
}

/// Three groups of four digits or more are a reference.
std::optional<QList<SpokenStretch>> reference(const QString& text, int from) {
    static const QRegularExpression kReference(
        QStringLiteral(R"(\d{4}(?:[ \x{a0}]\d{4}){2,}(?!\d))"));
    const auto match = matchAt(kReference, text, from);
    if (!match.hasMatch())
        return {};
    auto groups = spokenCode(match.captured());
    for (auto& group : groups)
        group.shown.start += from;
    return groups;
}

/// "1 250", with a no-break space; "1.250" as Arabic is written in Algeria.
std::optional<QList<SpokenStretch>> thousands(const QString& text, int from,
                                              const QString& language) {
    static const QRegularExpression kSpaced(
        QStringLiteral(R"(\d{1,3}(?:[\x{a0}\x{202f}]\d{3})+(?!\d))"));
    static const QRegularExpression kDotted(QStringLiteral(R"(\d{1,3}(?:\.\d{3})+(?!\d))"));
    auto match = matchAt(kSpaced, text, from);
    if (!match.hasMatch() && language == QLatin1String("ar"))
        match = matchAt(kDotted, text, from);
    if (!match.hasMatch())
        return {};
    QString digits;
    for (const QChar sign : match.captured())
        if (sign.isDigit())
            digits += sign;
    return QList{stretch(match, 0, digits)};
}

/// Five digits alone: the department, then the rest, as people say them.
std::optional<QList<SpokenStretch>> postcode(const QString& text, int from) {
    static const QRegularExpression kPostcode(QStringLiteral(R"((\d)(\d)(\d{3})(?!\d))"));
    const auto match = matchAt(kPostcode, text, from);
    if (!match.hasMatch())
        return {};
    const bool zero = match.captured(1) == QLatin1String("0");
    const QString department =
        match.captured(1) + (zero ? QStringLiteral(" ") : QString()) + match.captured(2);
    QString rest = match.captured(3);
    for (qsizetype i = 0; i < rest.size() - 1 && rest[i] == QLatin1Char('0'); i += 2)
        rest.insert(i + 1, QLatin1Char(' '));
    return QList{stretch(match, 0, department + kComma + rest)};
}

} // namespace

std::optional<QList<SpokenStretch>> spokenNumber(const QString& text, int from,
                                                 const QString& language) {
    if (from >= text.size() || !text[from].isDigit())
        return {};
    if (auto found = date(text, from, language))
        return found;
    if (auto found = telephone(text, from))
        return found;
    if (auto found = reference(text, from))
        return found;
    if (auto found = thousands(text, from, language))
        return found;
    return postcode(text, from);
}

QList<SpokenStretch> spokenCode(const QString& text) {
    static const QRegularExpression kGroup(QStringLiteral(R"([^\s]+)"));
    QList<SpokenStretch> groups;
    for (auto at = kGroup.globalMatch(text); at.hasNext();) {
        const auto match = at.next();
        QString said;
        for (const QChar sign : match.captured())
            if (sign.isLetterOrNumber())
                said += (said.isEmpty() ? QString() : QStringLiteral(" ")) + sign;
        if (!said.isEmpty())
            groups.append(stretch(match, 0, said + kComma));
    }
    return groups;
}

} // namespace escale::speech
