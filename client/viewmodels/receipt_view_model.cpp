// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/receipt_view_model.h"

#include "client/papers/qr.h"
#include "client/viewmodels/preferences.h"

#include <QList>

#include <utility>

namespace escale {

namespace {

QString grouped(const QString& text, const QList<int>& sizes) {
    QStringList groups;
    qsizetype at = 0;
    for (const int size : sizes) {
        groups.append(text.mid(at, size));
        at += size;
    }
    return groups.join(QLatin1Char(' ')).trimmed();
}

QVariantMap stop(const QString& word, const char* state) {
    return {{"when", Preferences::text("recu.quand." + word)},
            {"what", Preferences::text("recu.quoi." + word)},
            {"state", state}};
}

} // namespace

ReceiptViewModel::ReceiptViewModel(QString phone, QObject* parent)
    : QObject(parent)
    , m_phone(std::move(phone)) {}

void ReceiptViewModel::show(Facts facts) {
    m_facts = std::move(facts);
    emit changed();
}

QString ReceiptViewModel::reference() const {
    return grouped(m_facts.reference, {4, 4, 4});
}

QStringList ReceiptViewModel::qr() const {
    QStringList rows;
    for (const auto& row : papers::qrRows(m_facts.reference.toStdString()))
        rows.append(QString::fromStdString(row));
    return rows;
}

QString ReceiptViewModel::state() const {
    if (m_facts.reference.isEmpty())
        return {};
    if (!m_facts.confirmed)
        return QStringLiteral("en_cours");
    if (m_facts.ended)
        return QStringLiteral("radiee");
    if (!m_facts.numeroUnique.isEmpty())
        return QStringLiteral("enregistree");
    if (!m_facts.tasks.isEmpty())
        return QStringLiteral("a_corriger");
    return m_facts.sent ? QStringLiteral("envoyee") : QStringLiteral("gardee");
}

QString ReceiptViewModel::title() const {
    return state().isEmpty() ? QString() : Preferences::text("recu.titre." + state());
}

QString ReceiptViewModel::hint() const {
    return state().isEmpty() ? QString() : Preferences::text("recu.aide." + state());
}

QString ReceiptViewModel::numeroUnique() const {
    // Shape of the register's number: department, town, year, order, letter and key.
    return grouped(m_facts.numeroUnique, {3, 2, 2, 6, 5});
}

QVariantList ReceiptViewModel::stops() const {
    const QString at = state();
    if (at.isEmpty())
        return {};
    const bool sent = at != QLatin1String("gardee") && at != QLatin1String("en_cours");
    const bool numbered = at == QLatin1String("enregistree") || at == QLatin1String("radiee");
    return {stop("gardee", "done"), stop("envoyee", sent ? "done" : "now"),
            stop("enregistree", numbered ? "done"
                                : sent   ? "now"
                                         : "later"),
            stop("renouveler", numbered ? "now" : "later")};
}

QVariantList ReceiptViewModel::tasks() const {
    return m_facts.tasks;
}

QString ReceiptViewModel::waiting() const {
    if (state() != QLatin1String("gardee") || !m_facts.lastTryFailed)
        return {};
    return Preferences::text("recu.attente");
}

QString ReceiptViewModel::phone() const {
    return m_phone;
}

} // namespace escale
