// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/deuxddoc/base32.h"

namespace escale::deuxddoc {
namespace {

constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

} // namespace

std::string toBase32(ByteView bytes) {
    std::string text;
    std::uint32_t bits = 0;
    int count = 0;
    for (const std::uint8_t byte : bytes) {
        bits = (bits << 8) | byte;
        for (count += 8; count >= 5; count -= 5)
            text += kAlphabet[(bits >> (count - 5)) & 31U];
    }
    if (count > 0)
        text += kAlphabet[(bits << (5 - count)) & 31U];
    return text;
}

Result<Bytes> fromBase32(std::string_view text) {
    Bytes bytes;
    std::uint32_t bits = 0;
    int count = 0;
    for (const char letter : text) {
        const auto value = kAlphabet.find(letter);
        if (value == std::string_view::npos)
            return fail(Errc::malformed, "caractère étranger à la base 32");
        bits = (bits << 5) | static_cast<std::uint32_t>(value);
        count += 5;
        if (count >= 8) {
            count -= 8;
            bytes.push_back(static_cast<std::uint8_t>((bits >> count) & 0xFFU));
        }
    }
    const bool leftover = (bits & ((1U << count) - 1U)) != 0;
    if (count >= 5 || leftover)
        return fail(Errc::malformed, "base 32 qui n’est pas écrite d’une seule façon");
    return bytes;
}

} // namespace escale::deuxddoc
