// SPDX-License-Identifier: GPL-3.0-or-later
// The dossier in front of the person: applies edits, keeps each one at once, says what changed.
#pragma once

#include "client/dossier/agreement.h"
#include "client/dossier/new_piece.h"
#include "client/dossier/piece_sending.h"
#include "client/dossier/typed_answer.h"
#include "client/dossier/workspace.h"
#include "shared/dossier/catalogue.h"
#include "shared/rules/rules.h"

#include <QObject>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace escale::client {

/// One dossier open at a time. On the thread of the interface; each call returns once what it wrote
/// is on disk. On failure nothing was written and nothing changed on screen.
class DossierSession : public QObject {
    Q_OBJECT
public:
    /// `workspace` and `catalogue` outlive the session.
    DossierSession(Workspace& workspace, const Catalogue& catalogue, QObject* parent = nullptr);

    /// A new dossier with its reference, and `answers` in the same edit. On a borne begins the
    /// session. It becomes the open one. Blocks about 0.3 s on a borne.
    Result<DossierId> create(const std::vector<TypedAnswer>& answers = {});
    /// Somebody may soon begin a dossier: what takes time is done meanwhile.
    void prepare() { m_workspace.store().prepareReference(); }
    /// Errc::locked when its key is not there, notFound.
    Result<void> open(const DossierId& id);
    /// How long until a code de reprise may be looked for again (ReturnSearch), ms; 0: now.
    [[nodiscard]] Result<std::int64_t> resumeWaitMs();
    /// Borne: the person is back with their code (12 digits, spaces allowed), and the dossier is
    /// known. Errc::wrongCode, throttled. Blocks about 0.3 s.
    Result<void> resume(const DossierId& id, std::string_view code);
    /// Behind a PIN: the person is back with their code, and agrees. A dossier of this device, or
    /// the one that the server gave for the code: it becomes the open one. Errc::locked, forbidden.
    Result<void> comeBack(const DossierId& id);
    Result<void> comeBack(const Dossier& dossier);
    /// Leaves the dossier; it stays kept.
    void close();
    [[nodiscard]] Result<std::vector<DossierSummary>> list();
    /// A dossier, without opening it: what a list of people shows. Errc::locked, notFound.
    [[nodiscard]] Result<Dossier> read(const DossierId& id);
    [[nodiscard]] Result<std::vector<Refusal>> refusals(const DossierId& id);
    /// Answers that the next create() puts before its own: what was said before the first one.
    void setOpening(std::vector<TypedAnswer> answers) { m_opening = std::move(answers); }
    /// The person lets who holds this device see their answers, or no longer (rule: agreement.h).
    Result<void> recordAgreement(bool given);
    [[nodiscard]] const DeviceProfile& profile() const { return m_workspace.profile(); }
    [[nodiscard]] Workspace& workspace() { return m_workspace; }

    [[nodiscard]] bool isOpen() const { return !m_dossier.id.empty(); }
    /// Last snapshot and own edits. Valid until the next signal.
    [[nodiscard]] const Dossier& dossier() const { return m_dossier; }
    [[nodiscard]] std::string reference() const { return referenceOf(m_dossier); }
    [[nodiscard]] Value answer(const std::string& path) const { return m_dossier.answer(path); }
    /// Fields to ask for and what is missing, today in Paris.
    [[nodiscard]] std::vector<std::string> visibleFields() const;
    [[nodiscard]] std::vector<Missing> missing() const;
    [[nodiscard]] Date today() const;
    [[nodiscard]] std::int64_t nowMs() const { return m_workspace.clock().nowMs(); }

    /// Checks without writing. Empty: everything would be accepted.
    [[nodiscard]] std::vector<RefusedAnswer> check(const std::vector<TypedAnswer>& answers) const;
    /// One edit for all of `answers` (leaving a page). Errc::unknownField or invalidArgument with
    /// the detail "path : sentence"; use check() first to show each message beside its field.
    /// Answers that change nothing are left out; none left: success without an edit.
    Result<void> answerAll(const std::vector<TypedAnswer>& answers);
    Result<void> setAnswer(const std::string& path, std::string_view typed);
    Result<void> setValue(const std::string& path, const Value& value);
    /// One edit of ready values. Bases are filled in here.
    Result<void> apply(std::vector<Change> changes);
    /// Closes the conflict on `path` with the value that a person chose, and why.
    Result<void> settle(const std::string& path, const Value& value, const std::string& reason);

    /// A new item of a collection ("localisations", "enfants"…), with answers for its own fields
    /// (paths relative to the item: "commune"). Errc::tooLarge over the catalogue's maximum.
    Result<ItemId> addItem(const std::string& collection,
                           const std::vector<TypedAnswer>& answers = {});
    /// Of "pieces": its pages leave the device at once, and the server is told to forget those it
    /// had begun to receive.
    Result<void> removeItem(const std::string& collection, const ItemId& item);

    /// A pièce of `type` ("identite"…) from whole files: JPEG, PNG or PDF, told by their bytes
    /// (Errc::unreadableImage). What a camera or a scanner wrote beside the picture (place, device)
    /// is taken out, pages are sealed, then one edit names them. `pages` are wiped.
    Result<PieceId> addPiece(const NewPiece& piece, std::vector<Bytes> pages);
    Result<PieceId> addPiece(const std::string& type, std::vector<Bytes> pages) {
        return addPiece(NewPiece{type, {}, {}, false}, std::move(pages));
    }
    /// What an agent says of a pièce as it is now; a refusal has a code of "refus_piece". notFound,
    /// forbidden (on a borne; a move that pieces::canMove refuses), invalidArgument (no code).
    Result<void> judgePiece(const PieceId& piece, pieces::State judgement,
                            const std::string& refusal = {});
    /// Where the pages of this dossier stand in the queue of this device.
    [[nodiscard]] Result<pieces::PageStates> pageStates();
    /// Where each pièce of a dossier stands on its way to the server, whether it is open or not
    /// (« 3 pièces sur 5 envoyées »: countSendings()). Errc::locked, notFound.
    [[nodiscard]] Result<std::vector<PieceSending>> sendings(const DossierId& id);
    /// The pages of a pièce as they were captured, on PIN roles.
    Result<Bytes> readPage(const std::string& sha256Hex);

    /// Behind a PIN: what is being typed, sealed with the dossier that is open. Empty: nothing.
    Result<void> keepDraft(std::string_view text);
    [[nodiscard]] Result<std::string> draft();

    /// Borne: the person wants nothing of their answers to be kept. What waits to be sent never
    /// says them, what the server has is cleared, the code opens nothing any more, and the dossier
    /// is left. Errc::forbidden once the demande is confirmed: it is a demande then. PIN roles:
    /// forbidden.
    Result<void> discard();
    /// Borne: everything of the person leaves this device, now or once sent. PIN roles: locks.
    Result<void> endSession();

    /// Reads the dossier again; call it when the sync engine says that it changed.
    Result<void> refresh();

signals:
    void opened();
    void closed();
    /// Full paths whose answer changed, by the person or by the server; empty: read everything.
    void changed(const QStringList& paths);
    /// An edit was kept on this device ("gardé").
    void kept();

private:
    Result<std::vector<Change>> typedChanges(const std::vector<TypedAnswer>& answers,
                                             const Dossier& before) const;
    Result<void> checkChange(const Change& change) const;
    Result<Value> parseAnswer(const TypedAnswer& answer) const;
    Result<void> write(std::vector<Change> changes, std::string closes,
                       std::vector<NewPage> pages = {});
    Result<std::vector<NewPage>> keepPages(const PieceId& piece, std::vector<Bytes>& pages);
    Result<NewPage> keepPage(ByteView page); // its piece and rank are not known yet
    [[nodiscard]] Result<std::vector<Draft>> clearingDrafts() const;
    void show(Dossier dossier);

    Workspace& m_workspace;
    const Catalogue& m_catalogue;
    Dossier m_dossier;
    std::vector<TypedAnswer> m_opening;
};

} // namespace escale::client
