// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/bytes.h"

namespace escale {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase64Digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

int hexValue(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

int base64Value(char c) {
    const auto at = kBase64Digits.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

} // namespace

std::string toHex(ByteView bytes) {
    std::string out;
    out.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        out += kHexDigits[byte >> 4];
        out += kHexDigits[byte & 15];
    }
    return out;
}

Result<Bytes> fromHex(std::string_view text) {
    if (text.size() % 2 != 0)
        return fail(Errc::malformed, "hexadécimal de longueur impaire");
    Bytes out;
    out.reserve(text.size() / 2);
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const int high = hexValue(text[i]);
        const int low = hexValue(text[i + 1]);
        if (high < 0 || low < 0)
            return fail(Errc::malformed, "caractère qui n’est pas hexadécimal");
        out.push_back(static_cast<std::uint8_t>(high * 16 + low));
    }
    return out;
}

std::string toBase64(ByteView bytes) {
    std::string out;
    out.reserve((bytes.size() + 2) / 3 * 4);
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        const std::size_t left = bytes.size() - i;
        const std::uint32_t group =
            (bytes[i] << 16) | (left > 1 ? bytes[i + 1] << 8 : 0) | (left > 2 ? bytes[i + 2] : 0);
        out += kBase64Digits[group >> 18 & 63];
        out += kBase64Digits[group >> 12 & 63];
        out += left > 1 ? kBase64Digits[group >> 6 & 63] : '=';
        out += left > 2 ? kBase64Digits[group & 63] : '=';
    }
    return out;
}

Result<Bytes> fromBase64(std::string_view text) {
    if (text.size() % 4 != 0)
        return fail(Errc::malformed, "base64 de longueur fausse");
    Bytes out;
    out.reserve(text.size() / 4 * 3);
    for (std::size_t i = 0; i < text.size(); i += 4) {
        const bool last = i + 4 == text.size();
        const int padding =
            last ? (text[i + 3] == '=') + (text[i + 2] == '=' && text[i + 3] == '=') : 0;
        std::uint32_t group = 0;
        for (int k = 0; k < 4; ++k) {
            const int value = k >= 4 - padding ? 0 : base64Value(text[i + k]);
            if (value < 0)
                return fail(Errc::malformed, "caractère qui n’est pas base64");
            group = group << 6 | static_cast<std::uint32_t>(value);
        }
        out.push_back(static_cast<std::uint8_t>(group >> 16));
        if (padding < 2)
            out.push_back(static_cast<std::uint8_t>(group >> 8 & 255));
        if (padding < 1)
            out.push_back(static_cast<std::uint8_t>(group & 255));
    }
    return out;
}

} // namespace escale
