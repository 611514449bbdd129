// SPDX-License-Identifier: GPL-3.0-or-later
// What the operator may do with the pièces of a dossier. Opening them leaves a line in the audit.
#include "server/console/commands.h"
#include "server/console/data_dir.h"
#include "server/reconcile/part_file.h"
#include "server/store/blobs.h"
#include "shared/crypto/cms.h"
#include "shared/crypto/secret.h"

#include <sys/stat.h>
#include <unistd.h>

namespace escale::server {
namespace {

/// A pièce of the dossier and those of its pages that are here, in order.
struct HeldPiece {
    std::string id;
    std::string type;
    std::size_t expected = 0;
    std::vector<PageRow> pages;
};

Result<std::vector<HeldPiece>> heldPieces(Store& store, const DossierId& id) {
    std::vector<HeldPiece> pieces;
    ESCALE_TRY(store.reading([&](StoreSession& session) -> Result<void> {
        ESCALE_TRY_ASSIGN(row, session.dossiers().find(id));
        if (!row)
            return fail(Errc::notFound, "dossier absent");
        for (const std::string& item : row->dossier.items("pieces")) {
            const std::string base = "pieces[" + item + "].";
            HeldPiece piece{item, textOf(row->dossier.answer(base + "type")), 0, {}};
            const Value value = row->dossier.answer(base + "pages");
            const auto* names = std::get_if<TextList>(&value);
            for (const std::string& name : names ? *names : TextList()) {
                ++piece.expected;
                ESCALE_TRY_ASSIGN(page, session.pages().page(id, PieceId(item), name));
                if (page)
                    piece.pages.push_back(std::move(*page));
            }
            pieces.push_back(std::move(piece));
        }
        return {};
    }));
    return pieces;
}

std::string_view extensionOf(const std::string& contentType) {
    return contentType == "application/pdf" ? ".pdf" : contentType == "image/png" ? ".png" : ".jpg";
}

/// Before anything is opened: who (the account of the machine), when, and which dossier.
Result<void> audit(const DataDir& dir, const DossierId& id, std::size_t pages, const Clock& clock) {
    const std::string path = dir.file("audit.jsonl");
    const json::value line{{"le", isoInstant(clock.nowMs())},
                           {"action", "export_pieces"},
                           {"dossier", id.str()},
                           {"pages", pages},
                           {"compte", std::int64_t{::getuid()}}};
    const std::string text = json::serialize(line) + "\n";
    ESCALE_TRY_ASSIGN(size, partSize(path));
    return appendPart(path, dir.root(), size, asBytes(text));
}

Result<void> writeOpened(const BlobFiles& blobs, const SealingKey& key, const PageRow& page,
                         const std::string& folder, const std::string& name) {
    ESCALE_TRY_ASSIGN(sealed, blobs.read(page.sha256));
    ESCALE_TRY_ASSIGN(opened, crypto::openCms(sealed, key.certPem, key.keyPem));
    const auto written = appendPart(folder + "/" + name, folder, 0, opened);
    crypto::wipe(opened);
    return written;
}

} // namespace

Result<json::value> pieceListCommand(const Options& options) {
    ESCALE_TRY_ASSIGN(id, parseId<DossierId>(options.get("--dossier")));
    ESCALE_TRY_ASSIGN(store, openStore(DataDir(options.get("--data"))));
    ESCALE_TRY_ASSIGN(pieces, heldPieces(*store, id));
    json::array result;
    for (const HeldPiece& piece : pieces) {
        json::array pages;
        for (const PageRow& page : piece.pages)
            pages.push_back({{"sha256", page.sha256},
                             {"contenu", page.contentType},
                             {"octets", page.bytes},
                             {"recue_le", isoInstant(page.receivedMs)}});
        result.push_back({{"piece", piece.id},
                          {"type", piece.type},
                          {"attendues", piece.expected},
                          {"pages", std::move(pages)}});
    }
    return json::value(std::move(result));
}

Result<json::value> pieceExportCommand(const Options& options, const Clock& clock) {
    ESCALE_TRY_ASSIGN(id, parseId<DossierId>(options.get("--dossier")));
    const DataDir dir(options.get("--data"));
    const std::string out = options.get("--out");
    ESCALE_TRY_ASSIGN(store, openStore(dir));
    ESCALE_TRY_ASSIGN(key, readSealingKey(dir));
    ESCALE_TRY_ASSIGN(pieces, heldPieces(*store, id));
    if (::mkdir(out.c_str(), 0700) != 0)
        return errno == EEXIST ? fail(Errc::alreadyExists, "ce dossier est déjà là : " + out)
                               : systemFailure("création de " + out);
    std::size_t pages = 0;
    for (const HeldPiece& piece : pieces)
        pages += piece.pages.size();
    ESCALE_TRY(audit(dir, id, pages, clock));
    const BlobFiles blobs(dir.blobs());
    json::array files;
    std::size_t rank = 0;
    for (const HeldPiece& piece : pieces) {
        ++rank;
        for (std::size_t i = 0; i < piece.pages.size(); ++i) {
            const PageRow& page = piece.pages[i];
            // Numbers of ours and a type of ours: nothing of a name comes from outside.
            const std::string name = std::to_string(rank) + "-page-" + std::to_string(i + 1) +
                                     std::string(extensionOf(page.contentType));
            ESCALE_TRY(writeOpened(blobs, key, page, out, name));
            files.push_back({{"fichier", name}, {"piece", piece.id}, {"type", piece.type}});
        }
    }
    return json::value{{"dossier", id.str()}, {"fichiers", std::move(files)}};
}

} // namespace escale::server
