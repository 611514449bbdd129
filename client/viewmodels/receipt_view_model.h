// SPDX-License-Identifier: GPL-3.0-or-later
// The receipt: reference, what happens next, and the numéro unique once it is back.
#pragma once

#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class ReceiptViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    Q_PROPERTY(QString reference READ reference NOTIFY changed) // "4829 1570 3642"
    /// The same digits as a square to photograph: rows of "0" and "1" (papers/qr.h).
    Q_PROPERTY(QStringList qr READ qr NOTIFY changed)
    /// Documents kept with the demande.
    Q_PROPERTY(int documents READ documents NOTIFY changed)
    /// "en_cours" (not confirmed), "gardee" (here), "envoyee" (the server has it), "enregistree"
    /// (numéro unique), "a_corriger", "radiee" (the SNE ended it).
    Q_PROPERTY(QString state READ state NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    Q_PROPERTY(QString numeroUnique READ numeroUnique NOTIFY changed) // "111 11 26 000001 G1234"
    /// Stops of the timeline: [{when, what, state: "done"|"now"|"later"}].
    Q_PROPERTY(QVariantList stops READ stops NOTIFY changed)
    /// What must be corrected, in plain words: [{message, questionId}].
    Q_PROPERTY(QVariantList tasks READ tasks NOTIFY changed)
    /// One sentence when the sending waits; never a technical word.
    Q_PROPERTY(QString waiting READ waiting NOTIFY changed)
    Q_PROPERTY(QString phone READ phone CONSTANT) // of the site, from its configuration

public:
    /// What is known of the deposit, in no language.
    struct Facts {
        QString reference;    // 12 digits
        bool sent = false;    // the server has everything
        QString numeroUnique; // 18 characters, empty before
        QString receivedOn;   // ISO date, empty before
        QVariantList tasks;   // [{message, questionId}]
        bool lastTryFailed = false;
        bool confirmed = true;
        int documents = 0;
        bool ended = false;
    };

    explicit ReceiptViewModel(QString phone = {}, QObject* parent = nullptr);
    void show(Facts facts);
    /// Nothing is left of the person.
    void clear() { show({}); }

    [[nodiscard]] QString reference() const;
    [[nodiscard]] QStringList qr() const;
    [[nodiscard]] int documents() const { return m_facts.documents; }
    [[nodiscard]] QString state() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QString numeroUnique() const;
    [[nodiscard]] QVariantList stops() const;
    [[nodiscard]] QVariantList tasks() const;
    [[nodiscard]] QString waiting() const;
    [[nodiscard]] QString phone() const;

signals:
    void changed();

private:
    QString m_phone;
    Facts m_facts;
};

} // namespace escale
