// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is, from its bytes alone: nothing is decoded, whatever its size says. A file that
// passes here may be given to a decoder; a bomb does not pass.
#pragma once

#include "client/scan/vocabulary.h"
#include "shared/base/bytes.h"

#include <optional>

namespace escale::scan {

/// Largest file, and most pages of a PDF.
inline constexpr std::size_t kMaxFileBytes = 48U << 20;
inline constexpr int kMaxPdfPages = 50;

enum class FileKind { jpeg, png, pdf };

struct PhotoInfo {
    FileKind kind = FileKind::jpeg;
    int width = 0; // of a picture, as stored; 0 for a PDF
    int height = 0;
    int orientation = 1; // EXIF 2.32 §4.6.4 tag 0x0112: 1 to 8
    int pages = 1;       // of a PDF
};

/// Either the facts, or the one reason why the file is refused.
struct Probe {
    PhotoInfo info;
    std::optional<Raison> refus;
    [[nodiscard]] bool accepted() const { return !refus; }
};

/// A few milliseconds at most. `file` may be anything.
Probe probe(ByteView file);

} // namespace escale::scan
