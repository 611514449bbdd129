// SPDX-License-Identifier: GPL-3.0-or-later
// "Why did my value change?"
#pragma once

#include "server/routes/routes.h"

namespace escale::server {

void addHistoryRoute(http::Router& router, const Services& services);

} // namespace escale::server
