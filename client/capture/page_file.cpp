// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/capture/page_file.h"

#include "client/platform/atomic_file.h"

namespace escale::client {
namespace {

bool startsLikeAPage(ByteView bytes) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    return text.starts_with("\xff\xd8\xff") || text.starts_with("\x89PNG\r\n\x1a\n") ||
           text.starts_with("%PDF-");
}

} // namespace

Result<CapturedPage> readPageFile(const std::string& path) {
    ESCALE_TRY_ASSIGN(content, readWholeFile(path, kMaxPageFileBytes));
    CapturedPage page(std::move(content));
    if (!startsLikeAPage(page.bytes))
        return fail(Errc::unreadableImage, "ce fichier n’est ni un JPEG, ni un PNG, ni un PDF");
    return page;
}

Result<CapturedPage> readDocumentFile(const std::string& path) {
    ESCALE_TRY_ASSIGN(content, readWholeFile(path, kMaxDocumentFileBytes));
    return CapturedPage(std::move(content));
}

} // namespace escale::client
