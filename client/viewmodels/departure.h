// SPDX-License-Identifier: GPL-3.0-or-later
// Leaving and coming back: the code de reprise, the papers, what is kept or erased, and the pages
// that lie beside the questionnaire (rights, accessibility).
#pragma once

#include "client/viewmodels/papers_view_model.h"
#include "client/viewmodels/parcours_pages.h"
#include "client/viewmodels/return_ask.h"
#include "client/viewmodels/return_view_model.h"

#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

namespace escale {

namespace client {
class ReturnSearch;
}
class Parcours;
struct ParcoursParts;

class Departure : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by Parcours")
    Q_PROPERTY(escale::ReturnViewModel* typed READ typed CONSTANT)
    Q_PROPERTY(escale::PapersViewModel* papers READ papers CONSTANT)
    /// Something of the person is kept: there is a code, and something to erase.
    Q_PROPERTY(bool hasDemande READ hasDemande NOTIFY changed)
    /// The demande was confirmed: it leaves by itself, ending erases nothing of it.
    Q_PROPERTY(bool confirmed READ confirmed NOTIFY changed)

public:
    using Page = ParcoursPages::Page;

    /// `parcours` owns it.
    Departure(Parcours& parcours, const ParcoursParts& parts);
    ~Departure() override;
    ReturnViewModel* typed() { return &m_typed; }
    PapersViewModel* papers() { return &m_papers; }
    [[nodiscard]] bool hasDemande() const;
    [[nodiscard]] bool confirmed() const;

    /// « J’ai déjà un code », on a borne.
    Q_INVOKABLE void openReturn();
    /// « Garder et revenir »: the code of the demande, confirmed or not.
    Q_INVOKABLE void openCode();
    /// From the page of the state, the receipt again.
    Q_INVOKABLE void openReceipt();
    Q_INVOKABLE void openPapers();
    /// "recap", "pieces", "recu".
    Q_INVOKABLE void openPaper(const QString& kind);
    Q_INVOKABLE void openRights();
    Q_INVOKABLE void openAccessibility();
    /// « Tout effacer »: ends the session, and nothing of what was answered is kept anywhere. A
    /// demande that was confirmed stays one.
    Q_INVOKABLE void eraseAll();

    // For Parcours.
    [[nodiscard]] static bool owns(Page page);
    void next();
    void back();
    /// Before the session ends: what nobody could ever open again is not kept. A person without
    /// their code cannot come back.
    void forgetWhatIsLost();
    void clear();
    void retranslate();
    /// A page with the code is shown.
    void codeShown() { m_codeShown = true; }

signals:
    void changed();

private:
    /// Where back() goes, and what lay under the overlay that was open.
    struct Before {
        Page page, behindOverlay;
    };
    void open(Page page);
    void resume();
    void askServer();
    void stopSearching();
    void cameBack();
    void goOnWithDemande();

    Parcours& m_parcours;
    ReturnViewModel m_typed;
    PapersViewModel m_papers;
    QList<Before> m_before;
    bool m_codeShown = false;
    std::unique_ptr<client::ReturnSearch> m_search; // on a borne
    ReturnAsk m_ask;
};

} // namespace escale
