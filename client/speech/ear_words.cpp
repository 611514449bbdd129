// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/speech/ear_words.h"

namespace escale::speech {

namespace {

const QLatin1String kWord("mot:");

const QRegularExpression& places() {
    static const QRegularExpression kPlaces(QStringLiteral("%([1-9])"));
    return kPlaces;
}

} // namespace

EarWords::EarWords(const QByteArray& tsv, const Shown& shown) {
    for (const auto& line : QString::fromUtf8(tsv).split(QLatin1Char('\n'))) {
        const auto tab = line.indexOf(QLatin1Char('\t'));
        if (line.startsWith(QLatin1Char('#')) || tab < 1)
            continue;
        const QString key = line.left(tab);
        const QString spoken = line.mid(tab + 1).trimmed();
        if (spoken.isEmpty())
            continue;
        if (key.startsWith(kWord))
            m_words.insert(key.mid(kWord.size()), spoken);
        else if (const QString text = shown ? shown(key) : QString(); !text.isEmpty())
            addWhole(text, spoken);
    }
}

void EarWords::addWhole(const QString& shown, const QString& spoken) {
    if (!shown.contains(places())) {
        m_whole.insert(shown, spoken);
        return;
    }
    QString pattern = QStringLiteral("^");
    qsizetype from = 0;
    for (auto at = places().globalMatch(shown); at.hasNext();) {
        const auto place = at.next();
        pattern += QRegularExpression::escape(shown.mid(from, place.capturedStart() - from));
        pattern += QStringLiteral("(?<p%1>.+)").arg(place.captured(1));
        from = place.capturedEnd();
    }
    pattern += QRegularExpression::escape(shown.mid(from)) + QLatin1Char('$');
    m_patterns.append({QRegularExpression(pattern), spoken});
}

std::optional<QString> EarWords::whole(const QString& shown) const {
    if (const auto found = m_whole.constFind(shown); found != m_whole.constEnd())
        return *found;
    for (const auto& pattern : m_patterns) {
        const auto match = pattern.shown.match(shown);
        if (!match.hasMatch())
            continue;
        QString spoken = pattern.spoken;
        for (const auto& name : match.regularExpression().namedCaptureGroups())
            if (!name.isEmpty())
                spoken.replace(QLatin1Char('%') + name.mid(1), match.captured(name));
        return spoken;
    }
    return {};
}

std::optional<QString> EarWords::word(const QString& shown) const {
    auto found = m_words.constFind(shown);
    if (found == m_words.constEnd())
        found = m_words.constFind(shown.toLower());
    return found == m_words.constEnd() ? std::nullopt : std::optional(*found);
}

} // namespace escale::speech
