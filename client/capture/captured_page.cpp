// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/capture/captured_page.h"

#include "shared/crypto/secret.h"

#include <utility>

namespace escale::client {

CapturedPage::CapturedPage(Bytes content)
    : bytes(std::move(content)) {}

CapturedPage& CapturedPage::operator=(CapturedPage&& other) noexcept {
    if (this != &other) {
        crypto::wipe(bytes);
        bytes = std::move(other.bytes);
    }
    return *this;
}

CapturedPage::~CapturedPage() {
    crypto::wipe(bytes);
}

} // namespace escale::client
