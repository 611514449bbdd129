// SPDX-License-Identifier: GPL-3.0-or-later
// The list of the documents, some at a time, and the page of one that the person does not have.
#pragma once

#include "client/viewmodels/piece_words.h"

#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class PieceList : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    /// "2 documents gardés sur 5".
    Q_PROPERTY(QString title READ title NOTIFY changed)
    /// "Documents envoyés : 3 sur 5."; empty while the demande is not confirmed.
    Q_PROPERTY(QString sending READ sending NOTIFY changed)
    /// In front of the person: [{key, picto, name, whose, fault, points, note, state, stateLabel,
    /// stateIcon, stateKind, wanted}]; points is -1 where a note is said instead.
    Q_PROPERTY(QVariantList rows READ rows NOTIFY rowsChanged)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int others READ others NOTIFY rowsChanged) // that are on other pages
    /// How many the page has room for, as it says.
    Q_PROPERTY(int perPage READ perPage WRITE setPerPage NOTIFY rowsChanged)
    Q_PROPERTY(int lacking READ lacking NOTIFY changed)
    /// The document that the person does not have: {key, picto, name, whose, advice, where, then,
    /// points}, and what else would do: [{type, name, picto, where}].
    Q_PROPERTY(QVariantMap absent READ absent NOTIFY absentChanged)
    Q_PROPERTY(QVariantList instead READ instead NOTIFY absentChanged)

public:
    using QObject::QObject;
    /// `sent` of `total` have arrived whole; total 0: nothing is worth saying about it.
    void show(QList<PieceFace> faces, int sent, int total);
    void clear();
    [[nodiscard]] const QList<PieceFace>& faces() const { return m_faces; }
    /// nullptr when nothing has that key.
    [[nodiscard]] const PieceFace* find(const QString& key) const;
    /// The first that has to be given; nullptr when all are there.
    [[nodiscard]] const PieceFace* firstWanted() const;

    [[nodiscard]] QString title() const;
    [[nodiscard]] QString sending() const;
    [[nodiscard]] QVariantList rows() const;
    [[nodiscard]] int count() const { return static_cast<int>(m_faces.size()); }
    [[nodiscard]] int others() const;
    [[nodiscard]] int perPage() const { return m_perPage; }
    void setPerPage(int perPage);
    [[nodiscard]] int lacking() const;
    [[nodiscard]] QVariantMap absent() const;
    [[nodiscard]] QVariantList instead() const;
    [[nodiscard]] QString absentKey() const { return m_absent; }

    Q_INVOKABLE void showOthers();
    /// Looks at one that lacks; the first one for "".
    void openAbsent(const QString& key);
    /// The next one that lacks.
    Q_INVOKABLE void nextAbsent();

signals:
    void changed();
    void rowsChanged();
    void absentChanged();

private:
    QList<PieceFace> m_faces;
    int m_sent = 0, m_total = 0;
    int m_first = 0, m_perPage = 5;
    QString m_absent;
};

/// A row as the pages read it.
QVariantMap pieceRow(const PieceFace& face);

} // namespace escale
