// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/dossier/path.h"

#include <algorithm>

namespace escale {
namespace {

constexpr std::size_t kMaxPathBytes = 200;

bool isPart(std::string_view text) {
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), allowed);
}

bool isDotted(std::string_view text) {
    for (;;) {
        const auto dot = text.find('.');
        if (!isPart(text.substr(0, dot)))
            return false;
        if (dot == std::string_view::npos)
            return true;
        text.remove_prefix(dot + 1);
    }
}

} // namespace

std::string FieldPath::str() const {
    if (collection.empty())
        return field;
    return collection + '[' + item.str() + ']' + (field.empty() ? "" : '.' + field);
}

std::string FieldPath::pattern() const {
    if (collection.empty())
        return field;
    return collection + "[]" + (field.empty() ? "" : '.' + field);
}

Result<FieldPath> parsePath(std::string_view text) {
    const auto unknown = [] {
        return fail(Errc::unknownField, "nom de champ qui n’a pas la forme attendue");
    };
    if (text.size() > kMaxPathBytes)
        return unknown();
    FieldPath path;
    const auto open = text.find('[');
    if (open == std::string_view::npos) {
        if (!isDotted(text))
            return unknown();
        path.field = text;
        return path;
    }
    const auto close = text.find(']', open);
    if (close == std::string_view::npos || !isPart(text.substr(0, open)) ||
        !isUuid(text.substr(open + 1, close - open - 1)))
        return unknown();
    path.collection = text.substr(0, open);
    path.item = ItemId(std::string(text.substr(open + 1, close - open - 1)));
    const std::string_view rest = text.substr(close + 1);
    if (rest.empty())
        return path;
    if (rest.front() != '.' || !isDotted(rest.substr(1)))
        return unknown();
    path.field = rest.substr(1);
    return path;
}

} // namespace escale
