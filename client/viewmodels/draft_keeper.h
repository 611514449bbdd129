// SPDX-License-Identifier: GPL-3.0-or-later
// Behind a PIN, what is half typed outlives the program: sealed on the disk while it is typed, and
// the person is asked what becomes of it when their dossier is opened again.
#pragma once

#include "client/dossier/dossier_session.h"

#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace escale {

class Parcours;
class Questionnaire;

class DraftKeeper : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Adviser")

public:
    /// `session` may be null (a borne): it then does nothing. All outlive it.
    DraftKeeper(Parcours& parcours, Questionnaire& form, client::DossierSession* session);

    /// A dossier was opened. True when the page of a program that stopped is to be asked about.
    bool load();
    /// Writes now what waits to be written.
    void flush();

    Q_INVOKABLE void resume();
    Q_INVOKABLE void erase();

signals:
    /// The page that was shown, with what was typed back in it.
    void resumed(const std::string& question, const std::string& item);
    void erased();
    void failed(const QString& errcName);

private:
    void changed();
    void write(const std::string& text);
    void putBack();

    Parcours& m_parcours;
    Questionnaire& m_form;
    client::DossierSession* m_session;
    QTimer m_timer;
    bool m_waits = false;  // nothing is written before the person has said what becomes of it
    std::string m_written; // what stands on the disk for the dossier that is open
};

} // namespace escale
