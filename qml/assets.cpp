// SPDX-License-Identifier: GPL-3.0-or-later
// Resources only: a static library needs one source.
