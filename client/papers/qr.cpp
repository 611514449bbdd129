// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/papers/qr.h"

#include <algorithm>
#include <memory>

#include <qrencode.h>

namespace escale::papers {

std::vector<std::string> qrRows(std::string_view digits) {
    const bool fine = !digits.empty() && std::all_of(digits.begin(), digits.end(),
                                                     [](char c) { return c >= '0' && c <= '9'; });
    if (!fine)
        return {};
    const std::string text(digits);
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
    if (!code)
        return {};
    const auto side = static_cast<std::size_t>(code->width);
    std::vector<std::string> rows(side, std::string(side, '0'));
    for (std::size_t y = 0; y < side; ++y)
        for (std::size_t x = 0; x < side; ++x)
            if ((code->data[y * side + x] & 1) != 0)
                rows[y][x] = '1';
    return rows;
}

} // namespace escale::papers
