// SPDX-License-Identifier: GPL-3.0-or-later
#include "qml/reading/spoken_script.h"

#include "qml/reading/word_places.h"

#include <algorithm>
#include <iterator>

namespace escale {

namespace {

/// What an item says of itself goes for what it holds.
struct Manner {
    QString language;
    QString kind;
    bool isPrivate = false;
    int rank = 0;
};

struct Entry {
    QString text;
    Manner manner;
    QQuickItem* item = nullptr;
};

Manner mannerOf(const QQuickItem& item, Manner manner) {
    if (const auto language = item.property("spokenLanguage").toString(); !language.isEmpty())
        manner.language = language;
    if (const auto kind = item.property("spokenKind").toString(); !kind.isEmpty())
        manner.kind = kind;
    manner.isPrivate = manner.isPrivate || item.property("spokenPrivate").toBool();
    if (const auto rank = item.property("spokenRank"); rank.isValid())
        manner.rank = rank.toInt();
    return manner;
}

/// An EscaleText: the only one that has these.
bool isLabel(const QQuickItem& item) {
    return item.property("lineTall").isValid() && item.property("rich").isValid();
}

void walk(QQuickItem& item, const Manner& around, QList<Entry>& found) {
    const auto spoken = item.property("spoken");
    if (!item.isVisible() || item.opacity() <= 0 || (spoken.isValid() && !spoken.toBool()))
        return;
    const Manner manner = mannerOf(item, around);
    const bool label = isLabel(item);
    QString text = item.property("spokenText").toString();
    if (text.isEmpty() && label)
        text =
            WordPlaces::plainText(item.property("text").toString(), item.property("rich").toBool());
    if (!text.isEmpty()) {
        found.append({text, manner, label ? &item : nullptr});
        return;
    }
    for (auto* child : item.childItems())
        walk(*child, manner, found);
}

QVariant mapOf(const Entry& entry) {
    return QVariantMap{{"text", entry.text},
                       {"language", entry.manner.language},
                       {"kind", entry.manner.kind},
                       {"isPrivate", entry.manner.isPrivate},
                       {"item", QVariant::fromValue<QObject*>(entry.item)}};
}

} // namespace

QVariantList SpokenScript::of(QQuickItem* root, QQuickItem* next) {
    QVariantList script;
    for (auto* from : {root, next}) {
        QList<Entry> found;
        if (from)
            walk(*from, {}, found);
        std::stable_sort(found.begin(), found.end(), [](const Entry& one, const Entry& other) {
            return one.manner.rank < other.manner.rank;
        });
        std::transform(found.begin(), found.end(), std::back_inserter(script), mapOf);
    }
    return script;
}

} // namespace escale
