// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/judgement.h"
#include "shared/dossier/text.h"
#include "shared/sync/merge.h"

#include <algorithm>
#include <set>

namespace escale {
namespace {

constexpr std::size_t kMaxAuthorBytes = 100;

bool isPlainText(const std::string& text) {
    const auto points = decodeUtf8(text);
    return points && std::none_of(points->begin(), points->end(), isControl);
}

/// Errors name the path, never the value.
Error about(const std::string& path, const Error& error) {
    return fail(error.code, path + " : " + error.detail);
}

Result<void> validateChange(const Change& change, const std::string& author,
                            const Catalogue& catalogue) {
    const auto path = parsePath(change.path);
    if (!path)
        return path.error();
    if (change.base < 0)
        return about(change.path, fail(Errc::invalidArgument, "base négative"));
    if (path->isItem()) {
        if (!catalogue.findCollection(path->collection))
            return about(change.path, fail(Errc::unknownField, "collection inconnue"));
        if (!std::holds_alternative<bool>(change.value))
            return about(change.path, fail(Errc::invalidArgument, "erreur.type"));
        return {};
    }
    const FieldSpec* field = catalogue.find(*path);
    if (!field)
        return about(change.path, fail(Errc::unknownField, "champ inconnu"));
    if (isJudgementField(*path) && authorityOfAuthor(author) < Authority::mediateur)
        return about(change.path, fail(Errc::forbidden, "seul un agent juge une pièce"));
    const auto checked = checkValue(*field, change.value, catalogue);
    if (!checked)
        return about(change.path, checked.error());
    return {};
}

Result<void> validateAuthorship(const Edit& edit) {
    if (!isUuid(edit.dossier.str()) || !isUuid(edit.device.str()))
        return fail(Errc::invalidArgument, "dossier ou appareil sans identifiant");
    if (edit.seq < 1 || edit.seen < 0)
        return fail(Errc::invalidArgument, "numéro de saisie");
    if (edit.author.empty() || edit.author.size() > kMaxAuthorBytes || !isPlainText(edit.author))
        return fail(Errc::invalidArgument, "auteur");
    if (edit.closes.size() > kMaxTextBytes)
        return fail(Errc::tooLarge, "motif trop long");
    return {};
}

} // namespace

Result<void> validateEdit(const Edit& edit, const Catalogue& catalogue) {
    const int schema = catalogue.schema();
    if (edit.schema < 1 || edit.schema < schema - 1 || edit.schema > schema)
        return fail(Errc::unsupportedVersion,
                    "schéma de catalogue inconnu : " + std::to_string(edit.schema));
    ESCALE_TRY(validateAuthorship(edit));
    if (edit.changes.empty())
        return fail(Errc::invalidArgument, "saisie sans changement");
    if (edit.changes.size() > kMaxChangesPerEdit)
        return fail(Errc::tooLarge, "trop de changements dans une saisie");
    std::set<std::string_view> paths;
    for (const Change& change : edit.changes) {
        ESCALE_TRY(validateChange(change, edit.author, catalogue));
        if (!paths.insert(change.path).second)
            return fail(Errc::invalidArgument, change.path + " : deux fois dans une saisie");
    }
    return {};
}

} // namespace escale
