// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/walk.h"

namespace escale {

Result<void> Walk::waitForPage(Parcours::Page page, const QString& what) {
    return walker.waitFor(what, [&] { return parcours.page() == page; });
}

Result<void> Walk::arrive(Parcours::Page page, const QString& name) {
    ESCALE_TRY(waitForPage(page, name));
    return step(name);
}

} // namespace escale
