// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/gate.h"

#include "client/scan/gate_parts.h"

namespace escale::scan {
namespace {

constexpr std::string_view kPngMagic = "\x89PNG\r\n\x1a\n";

/// ISO/IEC 14496-12 §4.3: a file type box, and the brands of ISO/IEC 23008-12 (HEIF) and AVIF.
bool isHeif(std::string_view text) {
    if (text.size() < 12 || text.substr(4, 4) != "ftyp")
        return false;
    const auto brand = text.substr(8, 4);
    for (const std::string_view known :
         {"heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "avif", "avis"}) {
        if (brand == known)
            return true;
    }
    return false;
}

} // namespace

Probe probe(ByteView file) {
    const std::string_view text(reinterpret_cast<const char*>(file.data()), file.size());
    Probe found;
    if (isHeif(text))
        found.refus = Raison::heic;
    else if (file.size() > kMaxFileBytes)
        found.refus = Raison::tropGrand;
    else if (text.starts_with("\xff\xd8\xff"))
        found.refus = gate::walkJpeg(file, &found.info);
    else if (text.starts_with(kPngMagic))
        found.refus = gate::walkPng(file, &found.info);
    else if (text.substr(0, 1024).find("%PDF-") != std::string_view::npos)
        found.refus = gate::walkPdf(text, &found.info);
    else
        found.refus = Raison::pasUneImage;
    return found;
}

} // namespace escale::scan
