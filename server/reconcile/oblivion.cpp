// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/reconcile/oblivion.h"

#include "server/reconcile/part_file.h"

#include <map>

namespace escale::server {

Result<void> forgetDossier(Store& store, const Uploads::Places& places, const DossierId& id) {
    // While it is held, no page comes under a name that is being erased.
    ESCALE_TRY_ASSIGN(lock, lockPages(places.parts));
    std::map<std::string, std::int64_t> own;
    std::vector<std::string> alone;
    ESCALE_TRY(store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(pages, session.pages().pages(id));
        for (const PageRow& page : pages)
            ++own[page.sha256];
        for (const auto& [sha256, count] : own) {
            ESCALE_TRY_ASSIGN(all, session.pages().pagesOfContent(sha256));
            if (all == count)
                alone.push_back(sha256);
        }
        return {};
    }));
    const BlobFiles blobs(places.blobs);
    for (const std::string& sha256 : alone)
        ESCALE_TRY(blobs.erase(sha256));
    ESCALE_TRY(store.inTransaction([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
        if (!row)
            return fail(Errc::notFound, "dossier absent");
        ESCALE_TRY(session.dossiers().forget(id));
        Dossier empty;
        empty.id = id;
        empty.revision = row->dossier.revision + 1;
        row->dossier = std::move(empty);
        return session.dossiers().save(*row);
    }));
    return store.sweep();
}

} // namespace escale::server
