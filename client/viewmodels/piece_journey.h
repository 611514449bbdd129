// SPDX-License-Identifier: GPL-3.0-or-later
// The moves between the list of the documents, the photo of one, and the one that lacks. Part of
// Parcours.
#pragma once

#include "client/viewmodels/parcours_pages.h"
#include "client/viewmodels/piece_list.h"
#include "client/viewmodels/piece_view_model.h"

namespace escale {

class Parcours;

class PieceJourney {
public:
    /// `parcours` owns it.
    explicit PieceJourney(Parcours& parcours);

    PieceList list;
    PieceViewModel capture;

    /// Folders whose files can be chosen; `frames`: a folder shown in place of a camera, or "".
    void useSources(const QStringList& folders, const QString& frames);
    void refresh();
    void show(int direction);
    void openPhoto(const QString& key, const QString& type);
    void openAbsent(const QString& key);
    /// « Je le donne plus tard »: the adviser will know, and the list no longer insists.
    void sayAbsent();
    /// The page follows the photo: taken, kept, or to be done again.
    void follow();
    /// Continuer and Retour on the pages of a photo.
    void next();
    void back();
    /// What was read on the documents is asked; false when nothing is left to ask, or not yet.
    bool askWhatIsRead();
    /// The list is left: the pages of a document that was not confirmed are kept as they are. False
    /// when they could not be: they are shown again, with why.
    bool leaveList();
    void clear();
    void retranslate();

private:
    void moveTo(ParcoursPages::Page page, int direction);
    Result<PieceId> keep(const WantedPiece& wanted, std::vector<Bytes> pages, bool doubtful);
    void goOnAsking();

    Parcours& m_parcours;
    bool m_fromList =
        true; // where what was read is asked: after the list, or before the check page
};

} // namespace escale
