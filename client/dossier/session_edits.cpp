// SPDX-License-Identifier: GPL-3.0-or-later
// What the person does: answers, items, pièces. Each call is one edit.
#include "client/dossier/dossier_session.h"

#include "client/dossier/piece_sending.h"
#include "client/platform/page_content.h"
#include "shared/crypto/cms.h"
#include "shared/crypto/secret.h"
#include "shared/dossier/judgement.h"
#include "shared/rules/together.h"
#include "shared/sync/merge.h"

#include <algorithm>

namespace escale::client {
namespace {

Error refusedAt(const std::string& path, const Error& error) {
    const bool hasKey = error.code == Errc::invalidArgument;
    return fail(error.code, path + " : " + (hasKey ? messageFor(error.detail) : error.detail));
}

/// What is known of a pièce besides its type and its pages.
void addFacts(std::vector<Change>& changes, const std::string& base, const NewPiece& piece) {
    if (!piece.person.empty())
        changes.push_back({base + ".pour", piece.person, 0});
    if (!piece.dates.issuedOn.empty())
        changes.push_back({base + ".emise_le", piece.dates.issuedOn.iso(), 0});
    if (!piece.dates.expiresOn.empty())
        changes.push_back({base + ".expire_le", piece.dates.expiresOn.iso(), 0});
    if (piece.doubtful)
        changes.push_back({base + ".a_verifier", true, 0});
}

} // namespace

Result<void> DossierSession::checkChange(const Change& change) const {
    const Catalogue& catalogue = m_catalogue;
    ESCALE_TRY_ASSIGN(path, parsePath(change.path));
    if (path.isItem()) {
        const bool known = catalogue.findCollection(path.collection) != nullptr;
        if (known && (isEmpty(change.value) || std::holds_alternative<bool>(change.value)))
            return {};
        return fail(Errc::unknownField, change.path + " : cette liste n’existe pas");
    }
    const FieldSpec* field = catalogue.find(path);
    if (field == nullptr)
        return fail(Errc::unknownField, change.path + " : ce champ n’existe pas");
    if (isJudgementField(path) && profile().isBorne())
        return fail(Errc::forbidden, change.path + " : une borne ne juge pas un document");
    const auto checked = checkValue(*field, change.value, catalogue);
    return checked ? Result<void>{} : refusedAt(change.path, checked.error());
}

Result<Value> DossierSession::parseAnswer(const TypedAnswer& answer) const {
    ESCALE_TRY_ASSIGN(path, parsePath(answer.path));
    if (path.isItem() && (answer.text == "oui" || answer.text == "non"))
        return Value(answer.text == "oui");
    const FieldSpec* field = m_catalogue.find(path);
    if (field == nullptr)
        return fail(Errc::unknownField, "ce champ n’existe pas");
    return parseTyped(*field, answer.text, today(), m_catalogue);
}

Result<std::vector<Change>> DossierSession::typedChanges(const std::vector<TypedAnswer>& answers,
                                                         const Dossier& before) const {
    std::vector<Change> changes;
    Dossier after = before;
    for (const TypedAnswer& answer : answers) {
        auto value = parseAnswer(answer);
        if (!value)
            return refusedAt(answer.path, value.error());
        after.fields[answer.path].value = *value;
        if (before.answer(answer.path) != *value)
            changes.push_back({answer.path, std::move(*value), 0});
    }
    for (const Change& change : changes)
        if (const auto together = checkTogether(after, change.path); !together)
            return refusedAt(change.path, together.error());
    return changes;
}

std::vector<RefusedAnswer> DossierSession::check(const std::vector<TypedAnswer>& answers) const {
    std::vector<RefusedAnswer> refused;
    Dossier after = m_dossier;
    for (const TypedAnswer& answer : answers) {
        auto value = parseAnswer(answer);
        if (value)
            after.fields[answer.path].value = std::move(*value);
        else
            refused.push_back({answer.path, value.error().detail});
    }
    for (const TypedAnswer& answer : answers)
        if (const auto together = checkTogether(after, answer.path); !together)
            refused.push_back({answer.path, together.error().detail});
    return refused;
}

Result<void> DossierSession::answerAll(const std::vector<TypedAnswer>& answers) {
    ESCALE_TRY_ASSIGN(changes, typedChanges(answers, m_dossier));
    return changes.empty() ? Result<void>{} : write(std::move(changes), {});
}

Result<void> DossierSession::setAnswer(const std::string& path, std::string_view typed) {
    return answerAll({{path, std::string(typed)}});
}

Result<void> DossierSession::setValue(const std::string& path, const Value& value) {
    if (m_dossier.answer(path) == value)
        return {};
    return apply({{path, value, 0}});
}

Result<void> DossierSession::apply(std::vector<Change> changes) {
    return write(std::move(changes), {});
}

Result<void> DossierSession::settle(const std::string& path, const Value& value,
                                    const std::string& reason) {
    if (m_dossier.conflictOn(path) == nullptr)
        return fail(Errc::notFound, path + " : il n’y a pas deux réponses à cette question");
    if (reason.empty())
        return fail(Errc::invalidArgument, path + " : il faut dire pourquoi");
    return write({{path, value, 0}}, reason);
}

Result<ItemId> DossierSession::addItem(const std::string& collection,
                                       const std::vector<TypedAnswer>& answers) {
    const CollectionSpec* spec = m_catalogue.findCollection(collection);
    if (spec == nullptr)
        return fail(Errc::unknownField, collection + " : cette liste n’existe pas");
    if (spec->maxItems > 0 &&
        m_dossier.items(collection).size() >= static_cast<std::size_t>(spec->maxItems))
        return fail(Errc::tooLarge,
                    collection + " : " + std::to_string(spec->maxItems) + " au plus");
    const auto item = newId<ItemId>(m_workspace.clock(), m_workspace.random());
    const std::string base = FieldPath{collection, item, {}}.str();
    std::vector<TypedAnswer> full;
    for (const TypedAnswer& answer : answers)
        full.push_back({base + "." + answer.path, answer.text});
    ESCALE_TRY_ASSIGN(changes, typedChanges(full, m_dossier));
    changes.insert(changes.begin(), Change{base, true, 0});
    ESCALE_TRY(write(std::move(changes), {}));
    return item;
}

Result<void> DossierSession::removeItem(const std::string& collection, const ItemId& item) {
    const auto items = m_dossier.items(collection);
    if (std::find(items.begin(), items.end(), item.str()) == items.end())
        return fail(Errc::notFound, collection + " : cet élément n’est plus là");
    return write({{FieldPath{collection, item, {}}.str(), false, 0}}, {});
}

Result<PieceId> DossierSession::addPiece(const NewPiece& given, std::vector<Bytes> pages) {
    const auto piece = newId<PieceId>(m_workspace.clock(), m_workspace.random());
    const std::string base = FieldPath{"pieces", ItemId(piece.str()), {}}.str();
    const auto checked = parseAnswer({base + ".type", given.type});
    auto kept = Result<std::vector<NewPage>>(fail(Errc::invalidArgument, "une pièce sans page"));
    if (!checked)
        kept = refusedAt(base + ".type", checked.error());
    else if (!pages.empty())
        kept = keepPages(piece, pages);
    for (Bytes& page : pages)
        crypto::wipe(page);
    if (!kept)
        return kept.error();
    TextList names;
    for (const NewPage& page : *kept)
        names.push_back(page.sha256Hex);
    std::vector<Change> changes{
        {base, true, 0}, {base + ".type", given.type, 0}, {base + ".pages", names, 0}};
    addFacts(changes, base, given);
    ESCALE_TRY(write(std::move(changes), {}, std::move(*kept)));
    return piece;
}

Result<std::vector<NewPage>> DossierSession::keepPages(const PieceId& piece,
                                                       std::vector<Bytes>& pages) {
    if (!isOpen())
        return fail(Errc::locked, "aucune demande n’est ouverte");
    std::vector<NewPage> kept;
    for (const Bytes& page : pages) {
        auto one = keepPage(page);
        if (!one) {
            // Nothing names those yet: on a full disk their room is given back at once.
            for (const NewPage& before : kept)
                static_cast<void>(m_workspace.pages().erase(before.sha256Hex));
            return one.error();
        }
        one->piece = piece;
        one->rank = static_cast<int>(kept.size());
        kept.push_back(std::move(*one));
    }
    return kept;
}

Result<NewPage> DossierSession::keepPage(ByteView page) {
    ESCALE_TRY_ASSIGN(clean, withoutMetadata(page));
    auto sealed = crypto::sealCms(clean, m_workspace.profile().sealingPems);
    if (sealed && sealed->size() > protocol::kMaxUploadBytes)
        sealed = fail(Errc::tooLarge, "page de plus de 8 Mo");
    auto name = sealed ? m_workspace.pages().keep(*sealed) : Result<std::string>(sealed.error());
    Result<void> copied;
    if (name && m_workspace.needsPin()) {
        auto copy = m_workspace.store().sealCopy(m_dossier.id, *name, clean);
        copied = copy ? m_workspace.pages().keepCopy(*name, *copy) : copy.error();
    }
    crypto::wipe(clean);
    if (!name)
        return name.error();
    if (!copied) {
        static_cast<void>(m_workspace.pages().erase(*name));
        return copied.error();
    }
    return NewPage{{}, 0, *name, static_cast<std::int64_t>(sealed->size())};
}

Result<Bytes> DossierSession::readPage(const std::string& sha256Hex) {
    if (!m_workspace.needsPin())
        return fail(Errc::locked, "une borne ne relit pas une page");
    ESCALE_TRY_ASSIGN(sealed, m_workspace.pages().readCopy(sha256Hex));
    return m_workspace.store().openCopy(m_dossier.id, sha256Hex, sealed);
}

Result<void> DossierSession::write(std::vector<Change> changes, std::string closes,
                                   std::vector<NewPage> pages) {
    if (!isOpen())
        return fail(Errc::locked, "aucune demande n’est ouverte");
    ESCALE_TRY_ASSIGN(snapshot, m_workspace.store().snapshot(m_dossier.id));
    QStringList paths;
    for (Change& change : changes) {
        ESCALE_TRY(checkChange(change));
        change.base = baseOf(snapshot, change.path);
        paths << QString::fromStdString(change.path);
    }
    Draft draft;
    draft.dossier = m_dossier.id;
    draft.author = m_workspace.profile().defaultAuthor();
    draft.schema = m_catalogue.schema();
    draft.seen = snapshot.revision;
    draft.changes = std::move(changes);
    draft.closes = std::move(closes);
    draft.pages = std::move(pages);
    draft.dropped = pagesDropped(m_dossier, draft.changes);
    ESCALE_TRY(m_workspace.store().append(draft));
    for (const std::string& name : draft.dropped)
        ESCALE_TRY(m_workspace.pages().erase(name));
    ESCALE_TRY_ASSIGN(dossier, m_workspace.store().load(m_dossier.id));
    show(std::move(dossier));
    emit changed(paths);
    emit kept();
    return {};
}

} // namespace escale::client
