// SPDX-License-Identifier: GPL-3.0-or-later
// A quick visit: a few pages of pictures, one line in the book. No name is asked.
#pragma once

#include "client/dossier/visit_book.h"

#include <QHash>
#include <QObject>
#include <QStringList>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace escale {

class VisitViewModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Adviser")
    /// "venu_pour", "explique", "oriente", "menage", "commune", "langue_visite", "minutes".
    Q_PROPERTY(QString step READ step NOTIFY changed)
    Q_PROPERTY(int stepNumber READ stepNumber NOTIFY changed) // from 1
    Q_PROPERTY(int stepCount READ stepCount CONSTANT)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    Q_PROPERTY(QVariantList choices READ choices NOTIFY changed) // [{value, text, icon}]
    Q_PROPERTY(QStringList selected READ selected NOTIFY changed)
    Q_PROPERTY(bool multiple READ multiple NOTIFY changed)
    /// What is typed on the page of the commune, and the towns that match: [{insee, name,
    /// postcode}].
    Q_PROPERTY(QString typed READ typed WRITE setTyped NOTIFY changed)
    Q_PROPERTY(QVariantList towns READ towns NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(bool last READ last NOTIFY changed)
    // The page of the visits.
    Q_PROPERTY(int today READ today NOTIFY countsChanged)
    Q_PROPERTY(int month READ month NOTIFY countsChanged)
    Q_PROPERTY(int year READ year NOTIFY countsChanged)
    Q_PROPERTY(QString todaySentence READ todaySentence NOTIFY countsChanged)
    /// Where the file of the visits is, once written.
    Q_PROPERTY(QString exported READ exported NOTIFY countsChanged)

public:
    /// `book` may be null; it outlives this. `folder`: where the file goes without a USB key.
    VisitViewModel(client::VisitBook* book, QString folder, QObject* parent = nullptr);

    [[nodiscard]] QString step() const;
    [[nodiscard]] int stepNumber() const { return m_step + 1; }
    [[nodiscard]] int stepCount() const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString hint() const;
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] QStringList selected() const { return m_selected.value(m_step); }
    [[nodiscard]] bool multiple() const { return m_step < kSeveral; }
    [[nodiscard]] QString typed() const { return m_typed; }
    void setTyped(const QString& text);
    [[nodiscard]] QVariantList towns() const;
    [[nodiscard]] QString error() const;
    [[nodiscard]] bool last() const { return stepNumber() == stepCount(); }
    [[nodiscard]] int today() const { return m_today; }
    [[nodiscard]] int month() const { return m_month; }
    [[nodiscard]] int year() const { return m_year; }
    [[nodiscard]] QString todaySentence() const;
    [[nodiscard]] QString exported() const { return m_exported; }

    Q_INVOKABLE void choose(const QString& value);

    /// An empty visit, first page.
    void start();
    /// Next page; false on the last one, or when the page needs an answer (error says so).
    bool forward();
    /// The page before; false on the first one.
    bool backward();
    /// Keeps the visit. The name of what went wrong (errcName); empty: kept.
    QString save();
    /// Counts again. Name of what went wrong, as save().
    QString count();
    /// Writes the file on the first USB key that can be written, else in the folder. As save().
    QString exportAll();
    void retranslate();
    /// Nothing of a visit is left.
    void clear();

signals:
    void changed();
    void countsChanged();

private:
    static constexpr int kSeveral = 4; // the first pages take several answers
    [[nodiscard]] std::vector<std::string> codes(int step) const;

    client::VisitBook* m_book;
    QString m_folder;
    int m_step = 0;
    QHash<int, QStringList> m_selected; // by page
    QString m_typed;
    bool m_needsAnswer = false;
    int m_today = 0, m_month = 0, m_year = 0;
    QString m_exported;
};

} // namespace escale
