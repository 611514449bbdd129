// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/pdf_pages.h"

#include "client/scan/confined.h"
#include "shared/crypto/secret.h"

#include <charconv>
#include <string>

namespace escale::scan {
namespace {

constexpr const char* kInfo = "/usr/bin/pdfinfo";
constexpr const char* kDraw = "/usr/bin/pdftoppm";
constexpr const char* kFile = "/proc/self/fd/0";
constexpr int kInfoMs = 100, kDrawMs = 4'000;
constexpr int kLongSide = 2339; // A4 at 200 dpi
constexpr std::size_t kMostInfo = 64U << 10;
constexpr std::size_t kMostPicture = std::size_t{3} * kLongSide * kLongSide + 64;

/// The number after `name`, 0 when there is none.
int numberAfter(std::string_view text, std::string_view name) {
    auto at = text.find(name);
    if (at == std::string_view::npos)
        return 0;
    at = text.find_first_not_of(" \t", at + name.size());
    int value = 0;
    if (at != std::string_view::npos)
        std::from_chars(text.data() + at, text.data() + text.size(), value);
    return value;
}

std::optional<Raison> countPages(ByteView file, int* pages) {
    const Confined info = runConfined(kInfo, {kFile}, file, kInfoMs, kMostInfo);
    if (!info.finished)
        return Raison::tropGrand;
    const std::string said = asString(info.output);
    if (said.find("Incorrect password") != std::string::npos)
        return Raison::motDePasse;
    *pages = numberAfter(said, "\nPages:");
    if (info.code != 0 || *pages < 1)
        return Raison::tronque;
    return *pages > kMaxPdfPages ? std::optional(Raison::tropGrand) : std::nullopt;
}

/// "P6 width height 255", one blank, then the points (netpbm's ppm(5)).
bool readPpm(ByteView bytes, Photo* photo) {
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    std::array<int, 3> numbers{};
    std::size_t at = 2;
    if (!text.starts_with("P6"))
        return false;
    for (int& number : numbers) {
        at = text.find_first_not_of(" \n", at);
        if (at == std::string_view::npos)
            return false;
        const auto end = std::from_chars(text.data() + at, text.data() + text.size(), number);
        at = static_cast<std::size_t>(end.ptr - text.data());
    }
    const auto [width, height, most] = numbers;
    if (width < 16 || height < 16 || width > kLongSide || height > kLongSide || most != 255)
        return false;
    const std::size_t row = 3 * static_cast<std::size_t>(width);
    if (bytes.size() < at + 1 + row * static_cast<std::size_t>(height))
        return false;
    RgbRows rows(photo, width, height);
    for (int y = 0; y < height; ++y)
        rows.put(y, bytes.data() + at + 1 + row * static_cast<std::size_t>(y), 3, 0, 2);
    return true;
}

} // namespace

std::optional<Raison> drawPdf(ByteView file, int page, Photo* photo, int* pages) {
    if (const auto refused = countPages(file, pages))
        return refused;
    if (page < 0 || page >= *pages)
        return Raison::tronque;
    const std::string number = std::to_string(page + 1);
    Confined drawn = runConfined(
        kDraw, {"-f", number, "-l", number, "-scale-to", std::to_string(kLongSide), kFile}, file,
        kDrawMs, kMostPicture);
    const bool read = drawn.code == 0 && readPpm(drawn.output, photo);
    crypto::wipe(drawn.output);
    if (!drawn.finished)
        return Raison::tropGrand;
    return read ? std::nullopt : std::optional(Raison::tronque);
}

} // namespace escale::scan
