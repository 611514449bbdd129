// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/gzip.h"

#include <algorithm>
#include <array>
#include <memory>
#include <new>
#include <zlib.h>

namespace escale::protocol {
namespace {

constexpr int kGzipWindow = 15 + 16; // zlib's way to ask for the gzip format
constexpr int kMemory = 8;
constexpr std::size_t kBlock = 16'384;

void feed(z_stream& stream, std::string_view bytes) {
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data())); // only read
    stream.avail_in = static_cast<uInt>(bytes.size());
}

/// What `step` wrote in `block`, and its answer.
template <typename Step>
std::pair<int, std::string_view> run(z_stream& stream, std::array<char, kBlock>& block, Step step) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    const int answer = step(stream);
    return {answer, {block.data(), block.size() - stream.avail_out}};
}

} // namespace

std::string gzip(std::string_view plain) {
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzipWindow, kMemory,
                     Z_DEFAULT_STRATEGY) != Z_OK)
        throw std::bad_alloc();
    const std::unique_ptr<z_stream, decltype(&deflateEnd)> closer(&stream, deflateEnd);
    feed(stream, plain);
    std::string packed;
    std::array<char, kBlock> block{};
    for (int answer = Z_OK; answer != Z_STREAM_END;) {
        const auto [next, out] =
            run(stream, block, [](z_stream& it) { return deflate(&it, Z_FINISH); });
        packed += out;
        answer = next;
    }
    return packed;
}

Result<std::string> gunzip(std::string_view packed, std::size_t limit) {
    z_stream stream{};
    if (inflateInit2(&stream, kGzipWindow) != Z_OK)
        throw std::bad_alloc();
    const std::unique_ptr<z_stream, decltype(&inflateEnd)> closer(&stream, inflateEnd);
    feed(stream, packed);
    std::string plain;
    std::array<char, kBlock> block{};
    for (;;) {
        const auto [answer, out] =
            run(stream, block, [](z_stream& it) { return inflate(&it, Z_NO_FLUSH); });
        if (plain.size() + out.size() > limit)
            return fail(Errc::tooLarge, "message trop grand une fois décompressé");
        plain += out;
        if (answer == Z_STREAM_END && stream.avail_in == 0)
            return plain;
        if (answer != Z_OK || (stream.avail_in == 0 && stream.avail_out > 0))
            return fail(Errc::malformed, "message compressé illisible");
    }
}

} // namespace escale::protocol
