// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/sql.h"

namespace escale::server {

SqlStatement& SqlStatement::bind(int index, std::int64_t value) {
    bindInt(index, value);
    return *this;
}

SqlStatement& SqlStatement::bind(int index, std::string_view text) {
    bindText(index, text);
    return *this;
}

SqlStatement& SqlStatement::bind(int index, ByteView blob) {
    bindBlob(index, blob);
    return *this;
}

Result<void> SqlStatement::run() {
    ESCALE_TRY(count());
    return {};
}

Result<std::int64_t> oneNumber(const Query& query) {
    ESCALE_TRY_ASSIGN(found, query->step());
    if (!found)
        return fail(Errc::notFound, "aucune ligne");
    const std::int64_t number = query->columnInt(0);
    ESCALE_TRY(query->step()); // to its end: only then is an update complete
    return number;
}

} // namespace escale::server
