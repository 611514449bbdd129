// SPDX-License-Identifier: GPL-3.0-or-later
// The check page: every answer in plain words, with what « Changer » needs; then what is missing,
// then what can come later. Shown a few rows at a time, never two parts together.
#pragma once

#include <QAbstractListModel>
#include <QVariantList>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace escale {

class RecapModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    /// What is still missing to send the demande: [{label, questionId, item}].
    Q_PROPERTY(QVariantList missing READ missing NOTIFY missingChanged)
    Q_PROPERTY(bool complete READ complete NOTIFY missingChanged)
    /// Something missing keeps the demande from being confirmed (a document does not).
    Q_PROPERTY(bool blocked READ blocked NOTIFY missingChanged)
    Q_PROPERTY(int count READ count NOTIFY missingChanged)
    /// Rows of the last two groups: what is left to answer.
    Q_PROPERTY(int left READ left NOTIFY missingChanged)
    /// The rows in front of the person, kRowsPerPage at most, of one part and one group: maps of
    /// the roles below, by their names.
    Q_PROPERTY(QVariantList page READ page NOTIFY pageChanged)
    /// Number of the first of them.
    Q_PROPERTY(int first READ first NOTIFY pageChanged)
    /// Answers that do not go together: {code, question, advice, rows (as those of page)}; empty
    /// when there is nothing to look at.
    Q_PROPERTY(QVariantMap doubt READ doubt NOTIFY doubtChanged)

public:
    static constexpr int kRowsPerPage = 5;

    enum Role {
        PartRole = Qt::UserRole + 1, // int 1–6
        PartNameRole,
        PictoRole,
        LabelRole,      // "Votre nom"
        AnswerRole,     // "Benarous", "vous ne savez pas encore"
        QuestionIdRole, // for Parcours.change
        ItemRole,
        UnknownRole, // bool: answered « je ne sais pas » or « je n’en ai pas », or not answered
        GroupRole,   // "parties", "manque", "plus_tard"
        SentenceRole, // StyledText, what was typed escaped: "Votre nom : <b>Benarous</b>"
        WhyRole,      // why it matters, may be empty
        ActionRole,   // "changer", "repondre", "photographier", "corriger"
        MoreRole,     // bool: goes on with the row above (a long answer)
    };
    Q_ENUM(Role)

    struct Row {
        int part = 0;
        QString partName, picto, label, answer, questionId, item;
        bool unknown = false;
        QString group = QStringLiteral("parties");
        QString sentence, why;
        QString action = QStringLiteral("changer");
        bool more = false;
        bool marker = false; // « je n’en ai pas »: no sentence takes it in
    };

    using QAbstractListModel::QAbstractListModel;
    /// Replaces everything. `missing` as in the property. The page shown stays where it was, or
    /// where its first row now stands.
    void show(QList<Row> rows, QVariantList missing, bool blocked = false);
    void clear();
    void showDoubt(QVariantMap doubt);
    /// A row as a map of the roles by their names.
    [[nodiscard]] static QVariantMap mapOf(const Row& row);
    [[nodiscard]] const QVariantMap& doubt() const { return m_doubt; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] QVariantList missing() const { return m_missing; }
    [[nodiscard]] bool complete() const { return m_missing.isEmpty(); }
    [[nodiscard]] bool blocked() const { return m_blocked; }
    [[nodiscard]] int count() const { return rowCount(); }
    [[nodiscard]] int left() const;
    [[nodiscard]] QVariantList page() const;
    [[nodiscard]] int first() const { return m_starts.last(); }
    /// The next rows, `shown` of the present ones having found room. False: there are no more.
    Q_INVOKABLE bool forward(int shown);
    /// The rows before. False: these are the first ones.
    Q_INVOKABLE bool backward();

signals:
    void missingChanged();
    void pageChanged();
    void doubtChanged();

private:
    [[nodiscard]] int placeOf(const Row& row) const;
    [[nodiscard]] static QHash<int, QByteArray> names();
    [[nodiscard]] static QVariant valueOf(const Row& row, int role);

    QList<Row> m_rows;
    QVariantList m_missing;
    QVariantMap m_doubt;
    bool m_blocked = false;
    QList<int> m_starts{0}; // first rows of the pages gone through; never empty
};

} // namespace escale
