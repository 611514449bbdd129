// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/store/migrations.h"

namespace escale::data {
extern const std::string_view serverMigration001;
extern const std::string_view serverMigration002;
extern const std::string_view serverMigration003;
extern const std::string_view serverMigration004;
} // namespace escale::data

namespace escale::server {

const std::array<std::string_view, 4>& sqlMigrations() {
    static const std::array all{data::serverMigration001, data::serverMigration002,
                                data::serverMigration003, data::serverMigration004};
    return all;
}

} // namespace escale::server
