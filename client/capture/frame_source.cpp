// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/capture/frame_source.h"

#include "shared/crypto/secret.h"

#include <utility>

namespace escale::client {

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

CapturedPage FrameSource::take() {
    return std::exchange(m_page, CapturedPage());
}

void FrameSource::keep(Bytes bytes) {
    m_page = CapturedPage(std::move(bytes));
    emit captured();
}

} // namespace escale::client
