// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/position/pack.h"

#include "shared/crypto/signed_pack.h"
#include "shared/position/pack_numbers.h"

#include <algorithm>
#include <chrono>

namespace escale::position {
namespace {

constexpr crypto::PackKind kKind{"ESCPLACE", 1, kMaxPackBytes};

std::vector<std::string> names(const Distribution& distribution, std::string CellKey::*member) {
    std::vector<std::string> all;
    for (const auto& entry : distribution.cells)
        if (std::find(all.begin(), all.end(), entry.first.*member) == all.end() &&
            !(entry.first.*member).empty())
            all.push_back(entry.first.*member);
    std::sort(all.begin(), all.end());
    return all;
}

std::uint64_t placeIn(const std::vector<std::string>& all, const std::string& name) {
    return static_cast<std::uint64_t>(std::find(all.begin(), all.end(), name) - all.begin());
}

void writeCells(const Distribution& distribution, PackWriter& out) {
    const auto communes = names(distribution, &CellKey::commune);
    const auto typologies = names(distribution, &CellKey::typology);
    out.texts(communes);
    out.texts(typologies);
    out.number(distribution.cells.size());
    for (const auto& [key, cell] : distribution.cells) {
        out.number(key.commune.empty() ? 0 : 1 + placeIn(communes, key.commune));
        out.number(placeIn(typologies, key.typology));
        out.number(cell.size());
        std::size_t edge = 0;
        for (const Bin& bin : cell) {
            const auto at = static_cast<std::size_t>(
                std::find(distribution.edges.begin(), distribution.edges.end(), bin.from) -
                distribution.edges.begin());
            out.number(at - edge);
            out.number(static_cast<std::uint64_t>(bin.count));
            edge = at;
        }
    }
}

Bytes contentOf(const Distribution& distribution) {
    PackWriter out;
    out.text(distribution.epci);
    out.text(distribution.bareme);
    for (const int number :
         {distribution.baremeVersion, distribution.date.year, distribution.date.month,
          distribution.date.day, distribution.least, distribution.invented ? 1 : 0})
        out.number(static_cast<std::uint64_t>(number));
    out.number(distribution.edges.size());
    int before = 0;
    for (const int edge : distribution.edges) {
        out.number(static_cast<std::uint64_t>(edge - before));
        before = edge;
    }
    writeCells(distribution, out);
    return out.take();
}

/// Bins of one cell; false when they do not hold together.
bool readCell(PackReader& in, const Distribution& distribution, Cell& cell) {
    std::size_t edge = 0;
    for (std::uint64_t bins = in.number(); bins > 0 && in.good(); --bins) {
        edge += static_cast<std::size_t>(in.number());
        const std::uint64_t count = in.number();
        if (edge >= distribution.edges.size() || count > INT32_MAX)
            return false;
        cell.push_back({distribution.edges[edge], static_cast<int>(count)});
    }
    return in.good() && !cell.empty();
}

bool readCells(PackReader& in, Distribution& distribution) {
    const auto communes = in.texts();
    const auto typologies = in.texts();
    for (std::uint64_t cells = in.number(); cells > 0 && in.good(); --cells) {
        const std::uint64_t commune = in.number();
        const std::uint64_t typology = in.number();
        Cell cell;
        if (commune > communes.size() || typology >= typologies.size() ||
            !readCell(in, distribution, cell))
            return false;
        const std::string name = commune == 0 ? std::string() : communes[commune - 1];
        distribution.cells[{name, typologies[typology]}] = std::move(cell);
    }
    return in.good() && in.finished();
}

Result<Distribution> read(ByteView content) {
    PackReader in(content);
    Distribution distribution;
    distribution.epci = in.text();
    distribution.bareme = in.text();
    distribution.baremeVersion = in.small();
    distribution.date.year = in.small();
    distribution.date.month = in.small();
    distribution.date.day = in.small();
    distribution.least = in.small();
    distribution.invented = in.small() != 0;
    int edge = 0;
    for (std::uint64_t edges = in.number(); edges > 0 && in.good(); --edges)
        distribution.edges.push_back(edge += in.small());
    if (!in.good() || distribution.edges.empty() || !isValid(distribution.date) ||
        !readCells(in, distribution))
        return crypto::damagedPack();
    return distribution;
}

std::chrono::sys_days days(const Date& date) {
    return std::chrono::year{date.year} / static_cast<unsigned>(date.month) /
           static_cast<unsigned>(date.day);
}

} // namespace

Result<Bytes> sealPack(const Distribution& distribution, std::string_view privatePem,
                       std::string_view publicPem) {
    return crypto::signPack(kKind, contentOf(distribution), privatePem, publicPem);
}

Result<Distribution> openPack(ByteView pack, std::string_view publicPem, const Date& held) {
    ESCALE_TRY_ASSIGN(content, crypto::contentOfPack(kKind, pack, publicPem));
    ESCALE_TRY_ASSIGN(distribution, read(content));
    if (!held.empty() && distribution.date < held)
        return fail(Errc::conflict, "le paquet est du " + distribution.date.iso() +
                                        ", plus ancien que celui du " + held.iso() +
                                        " qui est déjà là : il n’est pas repris");
    return distribution;
}

bool isSiren(std::string_view text) {
    return text.size() == 9 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int ageInDays(const Date& pack, const Date& today) {
    return static_cast<int>((days(today) - days(pack)).count());
}

} // namespace escale::position
