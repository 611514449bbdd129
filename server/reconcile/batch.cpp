// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reconcile/batch.h"

#include "server/reconcile/progress.h"
#include "server/reconcile/reconciler.h"
#include "shared/sync/merge.h"

namespace escale::server {
namespace {

// A dossier travels whole in one answer of kMaxSyncBytes: it must not grow without bounds.
constexpr std::size_t kMaxDossierBytes = 256U << 10;
constexpr std::size_t kMaxDossierFields = 3000;

std::size_t bytesOf(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value))
        return text->size();
    std::size_t bytes = 8;
    if (const auto* list = std::get_if<TextList>(&value)) {
        for (const std::string& text : *list)
            bytes += text.size() + 3;
    }
    return bytes;
}

std::size_t bytesOf(const Dossier& dossier) {
    std::size_t bytes = 0;
    for (const auto& [path, field] : dossier.fields)
        bytes += bytesOf(field.value);
    for (const Conflict& conflict : dossier.conflicts) {
        bytes += bytesOf(conflict.baseValue);
        for (const Candidate& candidate : conflict.candidates)
            bytes += bytesOf(candidate.value);
    }
    return bytes;
}

std::size_t bytesOf(const Edit& edit) {
    std::size_t bytes = 0;
    for (const Change& change : edit.changes)
        bytes += bytesOf(change.value);
    return bytes;
}

/// The most that a device of that role may speak for.
Authority authorityOfRole(protocol::Role role) {
    return role == protocol::Role::borne ? Authority::demandeur : Authority::mediateur;
}

} // namespace

Batch::Batch(StoreSession& session, const DeviceRow& device, std::int64_t nowMs)
    : m_session(session)
    , m_device(device)
    , m_nowMs(nowMs) {}

Result<void> Batch::apply(const Incoming& incoming) {
    if (!incoming.edit) {
        refuse(incoming, {}, incoming.edit.error());
        return {};
    }
    const Edit& edit = *incoming.edit;
    if (const auto checked = check(edit); !checked) {
        refuse(incoming, edit.dossier, checked.error());
        return {};
    }
    const auto opened = open(edit.dossier);
    if (!opened && opened.error().code != Errc::forbidden)
        return opened.error();
    if (!opened) {
        refuse(incoming, edit.dossier, opened.error());
        return {};
    }
    Open& target = **opened;
    if (target.bytes + bytesOf(edit) > kMaxDossierBytes ||
        target.row.dossier.fields.size() + edit.changes.size() > kMaxDossierFields)
        refuse(incoming, edit.dossier, fail(Errc::tooLarge, "dossier trop grand"));
    else
        return merge(edit, target);
    return {};
}

Result<void> Batch::check(const Edit& edit) const {
    if (edit.device != m_device.id)
        return fail(Errc::forbidden, "modification d’un autre appareil");
    if (authorityOfAuthor(edit.author) > authorityOfRole(m_device.role))
        return fail(Errc::forbidden, "auteur que cet appareil ne peut pas être");
    return validateEdit(edit, catalogue());
}

Result<Batch::Open*> Batch::open(const DossierId& id) {
    const auto known = m_dossiers.find(id);
    if (known != m_dossiers.end())
        return &known->second;
    ESCALE_TRY_ASSIGN(found, m_session.dossiers().find(id));
    Open opened;
    if (found) {
        if (!mayHold(m_device, *found))
            return fail(Errc::forbidden, "dossier d’un autre appareil ou d’un autre site");
        opened.row = std::move(*found);
        opened.bytes = bytesOf(opened.row.dossier);
    } else {
        opened.row.dossier.id = id;
        opened.row.owner = m_device.id;
        opened.row.site = m_device.site;
    }
    return &m_dossiers.emplace(id, std::move(opened)).first->second;
}

Result<Value> Batch::valueAt(const DossierId& id, const std::string& path, std::int64_t revision) {
    ESCALE_TRY_ASSIGN(history, m_session.dossiers().history(id));
    for (const Edit& edit : m_applied) {
        if (edit.dossier == id)
            history.push_back({edit, m_nowMs});
    }
    Dossier past;
    past.id = id;
    for (const HistoryRow& row : history) {
        if (past.revision >= revision)
            break;
        mergeEdit(past, row.edit, catalogue(), authorityOfAuthor(row.edit.author));
    }
    return past.answer(path);
}

Result<void> Batch::merge(const Edit& edit, Open& open) {
    Result<void> read; // the history is only read when there is a clash, inside the merge
    const ValueAt before = [&](const std::string& path, std::int64_t revision) -> Value {
        auto value = valueAt(edit.dossier, path, revision);
        if (value)
            return std::move(*value);
        read = value.error();
        return {};
    };
    mergeEdit(open.row.dossier, edit, catalogue(), authorityOfAuthor(edit.author), before);
    ESCALE_TRY(read);
    open.bytes += bytesOf(edit);
    open.changed = true;
    m_applied.push_back(edit);
    return {};
}

void Batch::refuse(const Incoming& incoming, const DossierId& dossier, const Error& reason) {
    RefusedRow row;
    row.device = m_device.id;
    row.refused = {incoming.seq, dossier, reason.code, reason.detail};
    row.receivedMs = m_nowMs;
    row.body = incoming.body;
    m_refused.push_back(std::move(row));
}

Result<void> Batch::finish() {
    for (auto& [id, open] : m_dossiers) {
        if (open.changed)
            ESCALE_TRY(saveWithProgress(m_session, open.row, m_nowMs));
    }
    for (const Edit& edit : m_applied)
        ESCALE_TRY(m_session.dossiers().addEdit(edit, m_nowMs));
    for (const RefusedRow& row : m_refused)
        ESCALE_TRY(m_session.dossiers().addRefused(row));
    return {};
}

} // namespace escale::server
