// SPDX-License-Identifier: GPL-3.0-or-later
// The pages that a device behind a PIN has. Adviser moves between them; `Adviser.Code` in QML.
#pragma once

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace escale {

class AdviserPlaces : public QObject {
    Q_OBJECT
    QML_ANONYMOUS
    /// The page shown, while Parcours.page is Parcours.Suivi.
    Q_PROPERTY(Place place READ place NOTIFY moved)
public:
    enum class Place {
        Code,      // lock
        Personnes, // people
        Chercher,  // people: the name that is looked for
        Envois,    // sending
        Accord,    // the person says yes before anything of them is shown
        Revient,   // typed: the person has a code de reprise
        Reprendre, // draft: the program stopped in the middle of a page
        Personne,  // person
        Retirer,   // asks before the agreement is taken back
        Conflit,   // conflict
        Pieces,    // pieces: the documents that the person gave
        Juger,     // pieces: the one that is looked at
        Visites,   // visit: how many, and the file of them
        Visite,    // visit: one page of a visit
    };
    Q_ENUM(Place)

    using QObject::QObject;
    [[nodiscard]] virtual Place place() const = 0;

signals:
    void moved();
};

} // namespace escale
