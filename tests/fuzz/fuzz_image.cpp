// SPDX-License-Identifier: GPL-3.0-or-later
// The gates of pictures, and what decodes those that pass (small ones: an execution must be short):
// whatever the bytes, an answer and nothing read past their end.
#include "client/platform/page_content.h"
#include "client/scan/scan.h"

#include <cstdlib>

using namespace escale;

namespace {
constexpr int kMostPoints = 128 * 128;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView file(data, size);
    const scan::Probe probe = scan::probe(file);
    if (probe.accepted() && probe.info.kind != scan::FileKind::pdf &&
        (probe.info.width <= 0 || probe.info.height <= 0))
        std::abort();
    if (probe.accepted() && probe.info.kind != scan::FileKind::pdf &&
        probe.info.width * probe.info.height <= kMostPoints) {
        const scan::ScannedPage page = scan::scanPhoto(file);
        if (page.coins.has_value() == page.gris.pixels.empty())
            std::abort();
    }
    const auto format = client::inspectPage(file);
    const auto clean = client::withoutMetadata(file);
    // What is kept must pass the gate again, as what it was.
    if (format && clean && client::inspectPage(*clean).value() != *format)
        std::abort();
    return 0;
}
