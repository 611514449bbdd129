// SPDX-License-Identifier: GPL-3.0-or-later
// From a photo to a page: gate, decoding, outline, upright 200 dpi page, measures, PDF. One thread,
// no file, no network. Thresholds and what they come from: client/README.md, « From photo to page
// ».
#pragma once

#include "client/scan/gate.h"
#include "client/scan/geometry.h"
#include "client/scan/vocabulary.h"
#include "shared/base/bytes.h"

#include <optional>
#include <vector>

namespace escale::scan {

/// A page never leaves larger than this.
inline constexpr std::size_t kMaxPageBytes = 500'000;

struct ScanOptions {
    /// The outline that the person drew: nothing is looked for.
    std::optional<Quad> coins;
    /// The whole picture is the page: a crop that was undone, a scanner's file.
    bool entiere = false;
    /// Which page of a PDF, from 0. Pages of a PDF are taken whole.
    int page = 0;
};

/// Milliseconds of this thread: what other programs take from the machine is not counted. A step
/// that was not needed is 0.
struct ScanTimes {
    double porte = 0;    // gate
    double decodage = 0; // of the photo
    double contour = 0;  // outline, its refinement
    double redressement = 0;
    double mesures = 0;   // sharpness, glare, darkness
    double eclairage = 0; // illumination, contrast
    double ecriture = 0;  // JPEG and PDF
    double total = 0;
};

/// Wiped when destroyed (`gris`, `jpeg`, `pdf`).
struct ScannedPage {
    Verdict verdict = Verdict::reprendre;
    std::vector<Raison> raisons; // the most important first; empty when ok
    PhotoInfo photo;
    /// Where the page is. A best guess when `raisons` says that it is cut or uncertain; none when
    /// there is no page or nothing could be decoded.
    std::optional<Quad> coins;
    Forme forme = Forme::autre;
    double nettete = 0; // client/README.md: 12 and 6.4 are the thresholds
    double reflet = 0;  // share of the page that is burnt out, 0 to 1
    double clarte = 0;  // of the paper, 0 to 255
    /// The upright page, evenly lit, at `dpi`: for readers (2D-Doc, OCR). Never cleaned further.
    /// 200 dpi (1654 x 2339 for A4), 300 for a card.
    Plane gris;
    int dpi = 0;
    Bytes jpeg; // the same in colour, of at most kMaxPageBytes
    Bytes pdf;  // the JPEG in a PDF of one page, without metadata, of at most kMaxPageBytes
    ScanTimes ms;

    ScannedPage() = default;
    ScannedPage(ScannedPage&&) noexcept = default;
    ScannedPage& operator=(ScannedPage&& other) noexcept;
    ScannedPage(const ScannedPage&) = delete;
    ScannedPage& operator=(const ScannedPage&) = delete;
    ~ScannedPage();

    [[nodiscard]] bool has(Raison raison) const;
};

/// Never fails: what cannot be read is `reprendre` with the reason. `gris`, `jpeg` and `pdf` are
/// there whenever `coins` is, so that a doubtful page can be kept all the same. `file` is not kept.
ScannedPage scanPhoto(ByteView file, const ScanOptions& options = {});

} // namespace escale::scan
