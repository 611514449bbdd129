// SPDX-License-Identifier: GPL-3.0-or-later
// What was read on the documents that were kept, asked one thing at a time. Nothing is kept of it
// without a yes; what the person wrote stays until they choose otherwise.
#pragma once

#include "client/dossier/dossier_session.h"
#include "client/viewmodels/piece_images.h"
#include "client/viewmodels/read_piece.h"

#include <QObject>
#include <QVariantMap>
#include <QtQml/qqmlregistration.h>

namespace escale {

class PieceProposals : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by PieceViewModel")
    /// What is asked now: {code (another for each ask), kind (type, code.verifie,
    /// code.non_verifiable, code.altere, juste, differe, nom, emise_le, expire_le), piece (its
    /// name), icon, title, hint, picture (where it was read, "" when nowhere), caption, label and
    /// value (what is asked about), rows (to read), choices (to touch; `cards`: as a grid)}.
    Q_PROPERTY(QVariantMap ask READ ask NOTIFY askChanged)

public:
    explicit PieceProposals(std::shared_ptr<PieceImages> images, QObject* parent = nullptr);
    /// Null: nothing is asked.
    void setSession(client::DossierSession* session) { m_session = session; }
    void add(ReadPiece piece);
    /// Puts the first thing to ask in `ask`; false when there is none, or when it is still read.
    bool look();
    void clear();
    void retranslate();
    [[nodiscard]] QVariantMap ask() const { return m_words; }

    /// "oui", "non", "papier", "moi", "suite", "sais_pas", or the value of a card.
    Q_INVOKABLE void answer(const QString& answer);

signals:
    void askChanged();
    /// The answer was taken: look() says what comes next.
    void answered();
    /// It could not be kept (errcName): the same is asked again.
    void failed(const QString& errcName);

private:
    [[nodiscard]] Result<void> keep(const QString& answer);
    [[nodiscard]] Result<void> apply(std::vector<std::pair<std::string, Value>> values);
    void show();

    std::shared_ptr<PieceImages> m_images;
    client::DossierSession* m_session = nullptr;
    std::vector<ReadPiece> m_pieces; // the one asked about is the first
    ReadAsk m_ask;
    QVariantMap m_words;
    int m_year = 0;  // chosen, its month is asked for
    int m_shown = 0; // pictures so far: a new address each time
};

} // namespace escale
