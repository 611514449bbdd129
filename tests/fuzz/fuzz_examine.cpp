// SPDX-License-Identifier: GPL-3.0-or-later
// What the server looks at in a PDF before it files it: the verdict is one of those it knows.
#include "server/pdf/examine.h"

#include <cstdint>
#include <cstdlib>

using namespace escale;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    switch (server::examinePdf({reinterpret_cast<const char*>(data), size})) {
    case server::PdfVerdict::accepted:
    case server::PdfVerdict::damaged:
    case server::PdfVerdict::locked:
    case server::PdfVerdict::active:
    case server::PdfVerdict::attached:
    case server::PdfVerdict::excessive:
        return 0;
    }
    std::abort();
}
