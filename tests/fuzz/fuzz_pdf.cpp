// SPDX-License-Identifier: GPL-3.0-or-later
// The gate of PDFs: the bytes are put behind the mark of a PDF, so that they are taken for one.
#include "client/platform/page_content.h"
#include "client/scan/gate.h"

#include <cstdlib>

using namespace escale;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Bytes file(data, data + size);
    if (size < 5 || asString(ByteView(file).first(5)) != "%PDF-") {
        static constexpr std::string_view kMark = "%PDF-1.7\n";
        file.insert(file.begin(), kMark.begin(), kMark.end());
    }
    const scan::Probe probe = scan::probe(file);
    if (probe.accepted() && (probe.info.kind != scan::FileKind::pdf || probe.info.pages < 0))
        std::abort();
    const auto format = client::inspectPage(file);
    if (format && *format != client::PageFormat::pdf)
        std::abort();
    return 0;
}
