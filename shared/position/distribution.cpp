// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/position/distribution.h"

#include <algorithm>
#include <cstdlib>
#include <numeric>
#include <set>

namespace escale::position {
namespace {

/// Counts by edge, before anything is merged.
using Counts = std::vector<int>;

constexpr int kFineNotes = 20; // up to there a note is its own bin

std::size_t edgeOf(const std::vector<int>& edges, int note) {
    const auto after = std::upper_bound(edges.begin(), edges.end(), std::max(note, 0));
    return static_cast<std::size_t>(after - edges.begin()) - 1;
}

int total(const Counts& counts) {
    return std::accumulate(counts.begin(), counts.end(), 0);
}

int total(const Cell& cell) {
    return std::accumulate(cell.begin(), cell.end(), 0,
                           [](int sum, const Bin& bin) { return sum + bin.count; });
}

/// Bins from the top down, each closed once it holds enough. What `hidden` counts (demandes that no
/// other cell shows) must be nobody or enough as well, or a subtraction would show them.
Cell merged(const std::vector<int>& edges, const Counts& counts, const Counts& hidden, int least) {
    Cell cell;
    Counts secrets; // of each bin of `cell`
    int count = 0;
    int secret = 0;
    const auto enough = [&] { return count >= least && (secret == 0 || secret >= least); };
    for (std::size_t i = edges.size(); i-- > 0;) {
        count += counts[i];
        secret += hidden[i];
        if (!enough())
            continue;
        cell.push_back({edges[i], count});
        secrets.push_back(secret);
        count = secret = 0;
    }
    while (count > 0 && !enough()) { // too few at the bottom: with the bins above
        if (cell.empty())
            return {};
        count += cell.back().count;
        secret += secrets.back();
        cell.pop_back();
        secrets.pop_back();
    }
    if (count > 0)
        cell.push_back({edges.front(), count});
    if (!cell.empty())
        cell.back().from = edges.front();
    std::reverse(cell.begin(), cell.end());
    return cell;
}

/// How far two cells of the same edges are: demandes that came, left, or changed bins (twice).
int distance(const Cell& a, const Cell& b) {
    std::set<int> starts;
    for (const Cell* cell : {&a, &b})
        for (const Bin& bin : *cell)
            starts.insert(bin.from);
    int apart = 0;
    // Compared where both have a bin that starts: between two such notes, sums.
    int left = 0;
    int right = 0;
    for (auto note = starts.rbegin(); note != starts.rend(); ++note) {
        const auto here = [&](const Cell& cell) {
            return std::find_if(cell.begin(), cell.end(),
                                [&](const Bin& bin) { return bin.from == *note; });
        };
        const auto one = here(a);
        const auto other = here(b);
        left += one == a.end() ? 0 : one->count;
        right += other == b.end() ? 0 : other->count;
        if (one == a.end() || other == b.end())
            continue;
        apart += std::abs(left - right);
        left = right = 0;
    }
    return apart + std::abs(left - right);
}

class Builder {
public:
    Builder(Distribution head, const Distribution* before)
        : m_out(std::move(head))
        , m_before(before) {}

    Distribution run(const std::vector<Scored>& demandes) {
        for (const Scored& one : demandes) {
            ++countsOf({one.commune, one.typology})[edgeOf(m_out.edges, one.note)];
            ++countsOf({"", one.typology})[edgeOf(m_out.edges, one.note)];
        }
        const Counts nobody(m_out.edges.size(), 0);
        for (const auto& [key, counts] : m_counts)
            if (!key.commune.empty() && total(counts) >= m_out.least)
                publish(key, merged(m_out.edges, counts, nobody, m_out.least));
        keepVanishing();
        for (const auto& [key, counts] : m_counts)
            if (key.commune.empty())
                wholeEpci(key, counts);
        return std::move(m_out);
    }

private:
    Counts& countsOf(const CellKey& key) {
        Counts& counts = m_counts[key];
        counts.resize(m_out.edges.size());
        return counts;
    }

    /// The cell of before, unless enough has changed.
    void publish(const CellKey& key, Cell cell) {
        if (m_before)
            if (const auto held = m_before->cells.find(key);
                held != m_before->cells.end() && distance(held->second, cell) < m_out.least)
                cell = held->second;
        if (!cell.empty())
            m_out.cells[key] = std::move(cell);
    }

    /// A cell that went under the threshold by little stays: its absence would tell who left.
    void keepVanishing() {
        if (!m_before)
            return;
        for (const auto& [key, cell] : m_before->cells)
            if (!key.commune.empty() && !m_out.cells.contains(key) &&
                std::abs(total(cell) - total(countsOf(key))) < m_out.least)
                m_out.cells[key] = cell;
    }

    /// Demandes of the typology that no cell of a commune shows.
    Counts hidden(const std::string& typology) const {
        Counts counts(m_out.edges.size(), 0);
        for (const auto& [key, own] : m_counts)
            if (!key.commune.empty() && key.typology == typology && !m_out.cells.contains(key))
                for (std::size_t i = 0; i < counts.size(); ++i)
                    counts[i] += own[i];
        return counts;
    }

    void wholeEpci(const CellKey& key, const Counts& counts) {
        if (total(counts) < m_out.least)
            return;
        for (;;) {
            const Counts secret = hidden(key.typology);
            if (total(secret) == 0 || total(secret) >= m_out.least)
                return publish(key, merged(m_out.edges, counts, secret, m_out.least));
            dropSmallest(key.typology);
        }
    }

    /// One more cell left out, the one that serves the fewest.
    void dropSmallest(const std::string& typology) {
        auto smallest = m_out.cells.end();
        for (auto cell = m_out.cells.begin(); cell != m_out.cells.end(); ++cell)
            if (cell->first.typology == typology && !cell->first.commune.empty() &&
                (smallest == m_out.cells.end() || total(cell->second) < total(smallest->second)))
                smallest = cell;
        m_out.cells.erase(smallest);
    }

    Distribution m_out;
    const Distribution* m_before;
    std::map<CellKey, Counts> m_counts;
};

Place placeIn(const Cell& cell, int note) {
    Place place;
    place.known = true;
    place.of = total(cell);
    int above = place.of;
    for (std::size_t i = 0; i < cell.size(); ++i) {
        above -= cell[i].count;
        if (i + 1 == cell.size() || note < cell[i + 1].from) {
            place.from = above + 1;
            place.to = above + cell[i].count;
            return place;
        }
    }
    return place;
}

} // namespace

std::vector<int> defaultEdges(int mostNote) {
    std::vector<int> edges;
    int step = 1;
    for (int note = 0; note <= mostNote; note += step) {
        edges.push_back(note);
        if (note >= kFineNotes)
            step = 1 + note / kFineNotes;
    }
    return edges;
}

Result<Distribution> build(Distribution head, const std::vector<Scored>& demandes,
                           const Distribution* before) {
    if (before)
        head.edges = before->edges;
    const bool ascending = std::adjacent_find(head.edges.begin(), head.edges.end(),
                                              std::greater_equal<>()) == head.edges.end();
    if (head.edges.empty() || head.edges.front() != 0 || !ascending)
        return fail(Errc::invalidArgument, "les bornes des notes vont de 0 vers le haut");
    if (head.least < 2)
        return fail(Errc::invalidArgument, "le seuil est d’au moins 2 demandes");
    head.cells.clear();
    return Builder(std::move(head), before).run(demandes);
}

Place placeOf(const Distribution& distribution, std::string_view commune, std::string_view typology,
              int note) {
    const auto cell = distribution.cells.find({std::string(commune), std::string(typology)});
    if (cell != distribution.cells.end() && !cell->second.empty())
        return placeIn(cell->second, note);
    const auto whole = distribution.cells.find({"", std::string(typology)});
    if (whole == distribution.cells.end() || whole->second.empty())
        return {};
    Place place = placeIn(whole->second, note);
    place.wholeEpci = true;
    return place;
}

} // namespace escale::position
