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

/// At least how many demandes came, left or changed bins since `held` was published.
int changes(const std::vector<int>& edges, const Cell& held, const Counts& now) {
    int more = 0;
    int fewer = 0;
    std::size_t edge = 0;
    for (std::size_t i = 0; i < held.size(); ++i) {
        int count = 0;
        for (; edge < edges.size() && (i + 1 == held.size() || edges[edge] < held[i + 1].from);
             ++edge)
            count += now[edge];
        more += std::max(0, count - held[i].count);
        fewer += std::max(0, held[i].count - count);
    }
    return std::max(more, fewer);
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
        if (m_before)
            for (const auto& [key, cell] : m_before->cells)
                countsOf(key); // nobody, if nobody is left
        sayWhatMoved();
        const Counts nobody(m_out.edges.size(), 0);
        for (const auto& [key, counts] : m_counts)
            if (!key.commune.empty() && !keep(key) && mayChange(key))
                publish(key, merged(m_out.edges, counts, nobody, m_out.least));
        for (const auto& [key, counts] : m_counts)
            if (key.commune.empty() && !keep(key) && mayChange(key))
                wholeEpci(key, counts);
        return std::move(m_out);
    }

private:
    Counts& countsOf(const CellKey& key) {
        Counts& counts = m_counts[key];
        counts.resize(m_out.edges.size());
        return counts;
    }

    [[nodiscard]] const Cell* heldCell(const CellKey& key) const {
        if (!m_before)
            return nullptr;
        const auto held = m_before->cells.find(key);
        return held == m_before->cells.end() ? nullptr : &held->second;
    }

    /// Too few demandes have changed for the cell to change.
    [[nodiscard]] bool isStill(const CellKey& key, const Cell& held) {
        return changes(m_out.edges, held, countsOf(key)) < m_out.least &&
               std::all_of(held.begin(), held.end(),
                           [&](const Bin& bin) { return bin.count >= m_out.least; });
    }

    bool keep(const CellKey& key) {
        const Cell* held = heldCell(key);
        if (!held || !isStill(key, *held))
            return false;
        m_out.cells[key] = *held;
        return true;
    }

    void sayWhatMoved() {
        if (!m_before)
            return;
        int all = 0;
        for (const auto& [key, cell] : m_before->cells) {
            if (!key.commune.empty())
                continue;
            all += changes(m_out.edges, cell, countsOf(key));
            if (isStill(key, cell))
                m_still.insert(key.typology);
        }
        m_allStill = all < m_out.least && !m_before->cells.empty();
    }

    /// A cell that was there may change, or go. One that was not there comes only when enough has
    /// changed around it: else it would tell who made it large enough.
    [[nodiscard]] bool mayChange(const CellKey& key) const {
        if (!m_before || heldCell(key))
            return true;
        return heldCell({"", key.typology}) ? !m_still.contains(key.typology) : !m_allStill;
    }

    void publish(const CellKey& key, Cell cell) {
        if (!cell.empty() && total(cell) >= m_out.least)
            m_out.cells[key] = std::move(cell);
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
    std::set<std::string> m_still; // typologies whose EPCI has hardly changed
    bool m_allStill = false;
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
    if (before && (before->epci != head.epci || before->bareme != head.bareme ||
                   before->baremeVersion != head.baremeVersion))
        return fail(Errc::invalidArgument, "la publication d’avant suit un autre barème");
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
