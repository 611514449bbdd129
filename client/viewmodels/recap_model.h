// SPDX-License-Identifier: GPL-3.0-or-later
// The check page: every answer in plain words, with what « Changer » needs.
#pragma once

#include <QAbstractListModel>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class RecapModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    /// What is still missing to send the demande: [{label, questionId, item}].
    Q_PROPERTY(QVariantList missing READ missing NOTIFY missingChanged)
    Q_PROPERTY(bool complete READ complete NOTIFY missingChanged)
    Q_PROPERTY(int count READ count NOTIFY missingChanged)

public:
    enum Role {
        PartRole = Qt::UserRole + 1, // int 1–6
        PartNameRole,
        PictoRole,
        LabelRole,      // "Votre nom"
        AnswerRole,     // "Benarous", "Je ne sais pas"
        QuestionIdRole, // for Parcours.change
        ItemRole,
        UnknownRole, // bool: answered « je ne sais pas » or « je n’en ai pas »
    };
    Q_ENUM(Role)

    struct Row {
        int part = 0;
        QString partName, picto, label, answer, questionId, item;
        bool unknown = false;
    };

    using QAbstractListModel::QAbstractListModel;
    /// Replaces everything. `missing` as in the property.
    void show(QList<Row> rows, QVariantList missing);
    void clear() { show({}, {}); }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray>
    roleNames() const override; // part, partName, picto, label…
    [[nodiscard]] QVariantList missing() const;
    [[nodiscard]] bool complete() const;
    [[nodiscard]] int count() const { return rowCount(); }

signals:
    void missingChanged();

private:
    QList<Row> m_rows;
    QVariantList m_missing;
};

} // namespace escale
