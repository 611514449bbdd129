// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/cotation/block_kernels.h"

// One body, several instruction sets: the loader of the program chooses once. Sanitizers do not
// bear functions that are chosen so early.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) &&                             \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define ESCALE_CLONES __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define ESCALE_CLONES
#endif
#define ESCALE_INLINE inline __attribute__((always_inline))

namespace escale::cotation::kernels {
namespace {

constexpr std::size_t kRows = kBlockRows;

template <class Out, class Operation>
ESCALE_INLINE void each(Source left, Source right, Out* __restrict out, Operation operation) {
    const double* __restrict a = left.lane;
    const double* __restrict b = right.lane;
    if (a && b)
        for (std::size_t i = 0; i < kRows; ++i)
            out[i] = operation(a[i], b[i]);
    else if (a)
        for (std::size_t i = 0; i < kRows; ++i)
            out[i] = operation(a[i], right.value);
    else if (b)
        for (std::size_t i = 0; i < kRows; ++i)
            out[i] = operation(left.value, b[i]);
    else
        for (std::size_t i = 0; i < kRows; ++i)
            out[i] = operation(left.value, right.value);
}

/// Of three values, what holds when neither number is unknown.
ESCALE_INLINE double known(double a, double b, double otherwise) {
    const double first = a != a ? a : otherwise;
    return b != b ? b : first;
}

ESCALE_INLINE std::uint8_t truth(double a, double b, bool holds) {
    const double settled = holds ? kTruthYes : kTruthNo;
    const double first = a != a ? kTruthUnknown : settled;
    return static_cast<std::uint8_t>(static_cast<int>(b != b ? kTruthUnknown : first));
}

} // namespace

ESCALE_CLONES void loadNumbers(const std::int32_t* __restrict column, double* __restrict out) {
    for (std::size_t i = 0; i < kRows; ++i)
        out[i] = column[i] == kNoNumber ? __builtin_nan("") : static_cast<double>(column[i]);
}

ESCALE_CLONES void numbers(StepKind kind, Source left, Source right, double* out) {
    switch (kind) {
    case StepKind::add:
        return each(left, right, out, [](double a, double b) { return a + b; });
    case StepKind::subtract:
        return each(left, right, out, [](double a, double b) { return a - b; });
    case StepKind::multiply:
        return each(left, right, out, [](double a, double b) { return a * b; });
    case StepKind::least:
        return each(left, right, out,
                    [](double a, double b) { return known(a, b, a < b ? a : b); });
    case StepKind::greatest:
        return each(left, right, out,
                    [](double a, double b) { return known(a, b, a > b ? a : b); });
    default:
        return each(left, right, out, [](double a, double b) { return __builtin_trunc(a / b); });
    }
}

ESCALE_CLONES void compare(StepKind kind, Source left, Source right, std::uint8_t* out) {
    if (kind == StepKind::less)
        return each(left, right, out, [](double a, double b) { return truth(a, b, a < b); });
    if (kind == StepKind::lessOrEqual)
        return each(left, right, out, [](double a, double b) { return truth(a, b, a <= b); });
    each(left, right, out, [](double a, double b) { return truth(a, b, a == b); });
}

ESCALE_CLONES void fill(std::uint8_t value, std::uint8_t* __restrict out) {
    for (std::size_t i = 0; i < kRows; ++i)
        out[i] = value;
}

ESCALE_CLONES void lower(const std::uint8_t* a, const std::uint8_t* __restrict b,
                         std::uint8_t* out) {
    for (std::size_t i = 0; i < kRows; ++i)
        out[i] = a[i] < b[i] ? a[i] : b[i];
}

ESCALE_CLONES void higher(const std::uint8_t* a, const std::uint8_t* __restrict b,
                          std::uint8_t* out) {
    for (std::size_t i = 0; i < kRows; ++i)
        out[i] = a[i] > b[i] ? a[i] : b[i];
}

ESCALE_CLONES void opposite(const std::uint8_t* __restrict a, std::uint8_t* __restrict out) {
    for (std::size_t i = 0; i < kRows; ++i)
        out[i] = static_cast<std::uint8_t>(kTruthYes - a[i]);
}

ESCALE_CLONES void homeIn(const std::uint8_t* __restrict homes, std::int64_t mask,
                          std::uint8_t* __restrict out) {
    for (std::size_t i = 0; i < kRows; ++i)
        out[i] = homes[i] == 0 ? kTruthUnknown : kTruthNo;
    for (std::uint8_t home = 1; home < 64; ++home)
        if ((mask >> home & 1) != 0)
            for (std::size_t i = 0; i < kRows; ++i)
                out[i] = homes[i] == home ? kTruthYes : out[i];
}

ESCALE_CLONES void together(const std::uint8_t* __restrict state, std::uint8_t* __restrict out) {
    // absent 0, refused 1, expired 2, present 3, validated 4; the worst is refused, then expired,
    // then absent: absent is put behind expired, and back.
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::uint8_t a = state[i] > 2 ? state[i] : (state[i] == 0 ? 2 : state[i] - 1);
        const std::uint8_t b = out[i] > 2 ? out[i] : (out[i] == 0 ? 2 : out[i] - 1);
        const std::uint8_t worst = a < b ? a : b;
        out[i] = worst > 2 ? worst : (worst == 2 ? 0 : worst + 1);
    }
}

ESCALE_CLONES void levels(const std::uint8_t* __restrict condition,
                          const std::uint8_t* __restrict confirmation,
                          const std::uint8_t* __restrict state, std::uint8_t alone,
                          std::uint8_t* __restrict out) {
    if (state)
        for (std::size_t i = 0; i < kRows; ++i) {
            // Bytes all along, and one choice at a time: the loop becomes vectors.
            const std::uint8_t piece = state[i];
            const std::uint8_t one = piece > 2 ? 1 : 0;
            const std::uint8_t shifted = static_cast<std::uint8_t>(piece + one);
            const std::uint8_t given = piece == 0 ? kLevelDeclared : shifted;
            const std::uint8_t holds = condition[i];
            out[i] = holds == kTruthYes ? given : std::uint8_t{0};
        }
    else
        for (std::size_t i = 0; i < kRows; ++i)
            out[i] = condition[i] == kTruthYes ? alone : 0;
    if (confirmation)
        for (std::size_t i = 0; i < kRows; ++i) {
            const std::uint8_t found = out[i];
            const std::uint8_t declared = condition[i] == kTruthYes ? kLevelDeclared : 0;
            out[i] = confirmation[i] == kTruthYes ? found : declared;
        }
}

ESCALE_CLONES void points(const BlockPoints& rule, Source of, std::uint8_t* __restrict out) {
    double given[kRows], values[kRows];
    for (std::size_t i = 0; i < kRows; ++i)
        given[i] = 0;
    each(of, of, values, [](double a, double) { return a; });
    if (rule.kind == PointRule::Kind::perPeriod) {
        const double period = rule.period, each = rule.points, cap = rule.cap;
        for (std::size_t i = 0; i < kRows; ++i) {
            const double value = values[i];
            const double worth = __builtin_floor(value / period) * each;
            const double capped = worth > cap ? cap : worth;
            given[i] = value >= period ? capped : 0;
        }
    }
    for (const BlockPoints::Row& row : rule.rows) {
        const double from = row.from, below = row.below, worth = row.points;
        for (std::size_t i = 0; i < kRows; ++i) {
            const double value = values[i];
            const double before = given[i];
            const double reached = value >= from ? worth : before;
            given[i] = value < below ? reached : before;
        }
    }
    for (std::size_t i = 0; i < kRows; ++i)
        out[i] = static_cast<std::uint8_t>(static_cast<int>(given[i]));
}

ESCALE_CLONES void addPoints(const std::uint8_t* __restrict level, std::uint8_t least,
                             const std::uint8_t* __restrict lane, int points,
                             std::int16_t* __restrict total) {
    const auto fixed = static_cast<std::int16_t>(points);
    if (lane)
        for (std::size_t i = 0; i < kRows; ++i) {
            const std::int16_t worth = lane[i];
            total[i] = static_cast<std::int16_t>(total[i] + (level[i] >= least ? worth : 0));
        }
    else
        for (std::size_t i = 0; i < kRows; ++i)
            total[i] = static_cast<std::int16_t>(total[i] + (level[i] >= least ? fixed : 0));
}

ESCALE_CLONES void bestPoints(const std::uint8_t* __restrict level, std::uint8_t least,
                              const std::uint8_t* __restrict lane, int points,
                              std::int16_t* __restrict best) {
    const auto fixed = static_cast<std::int16_t>(points);
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::int16_t worth = lane ? lane[i] : fixed;
        const std::int16_t given = level[i] >= least ? worth : 0;
        best[i] = given > best[i] ? given : best[i];
    }
}

ESCALE_CLONES void closeGroup(int cap, std::int16_t* __restrict group,
                              std::int16_t* __restrict total) {
    const auto most = static_cast<std::int16_t>(cap < 0 || cap > INT16_MAX ? INT16_MAX : cap);
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::int16_t kept = group[i] < most ? group[i] : most;
        total[i] = static_cast<std::int16_t>(total[i] + kept);
        group[i] = 0;
    }
}

ESCALE_CLONES void bound(int cap, int floor, std::int16_t* __restrict total) {
    const auto most = static_cast<std::int16_t>(cap < 0 || cap > INT16_MAX ? INT16_MAX : cap);
    const auto least = static_cast<std::int16_t>(floor < INT16_MIN ? INT16_MIN : floor);
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::int16_t capped = total[i] < most ? total[i] : most;
        total[i] = capped > least ? capped : least;
    }
}

ESCALE_CLONES void chooseGrid(const std::uint8_t* __restrict condition, std::uint8_t grid,
                              const std::int16_t* __restrict retained,
                              std::uint8_t* __restrict open, std::uint8_t* __restrict chosen,
                              std::int16_t* __restrict best, std::uint8_t* __restrict taken) {
    // One width of lane a loop, and no condition in the middle: these loops become vectors.
    std::uint8_t less[kRows];
    for (std::size_t i = 0; i < kRows; ++i)
        less[i] = retained[i] < best[i] ? 1 : 0;
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::uint8_t before = chosen[i], left = open[i], holds = condition[i];
        const std::uint8_t first = before == UINT8_MAX ? 1 : 0;
        const std::uint8_t allowed = holds != kTruthNo ? left : 0;
        const std::uint8_t takes = (first | less[i]) & allowed;
        taken[i] = takes;
        chosen[i] = takes != 0 ? grid : before;
        open[i] = holds == kTruthYes ? 0 : left;
    }
    copyTaken(taken, retained, best);
}

ESCALE_CLONES void copyTaken(const std::uint8_t* __restrict taken,
                             const std::int16_t* __restrict from, std::int16_t* __restrict to) {
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::int16_t kept = to[i], other = from[i];
        to[i] = taken[i] != 0 ? other : kept;
    }
}

ESCALE_CLONES void clearWhere(const std::uint8_t* __restrict truth,
                              std::int16_t* __restrict total) {
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::int16_t kept = total[i];
        total[i] = truth[i] == kTruthYes ? std::int16_t{0} : kept;
    }
}

ESCALE_CLONES void keepWhere(const std::uint8_t* __restrict worth,
                             const std::uint8_t* __restrict level, std::uint8_t* __restrict out) {
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::uint8_t found = level[i];
        out[i] = worth[i] != 0 ? found : std::uint8_t{0};
    }
}

ESCALE_CLONES void copyBytes(const std::uint8_t* __restrict taken,
                             const std::uint8_t* __restrict from, std::uint8_t* __restrict to) {
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::uint8_t kept = to[i], other = from[i];
        to[i] = taken[i] != 0 ? other : kept;
    }
}

ESCALE_CLONES void mark(const std::uint8_t* __restrict level, std::uint8_t least, std::uint8_t most,
                        unsigned bit, std::uint64_t* __restrict masks) {
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::uint64_t found = level[i] >= least && level[i] <= most ? 1 : 0;
        masks[i] |= found << bit;
    }
}

ESCALE_CLONES void noteWhere(const std::uint8_t* __restrict truth, std::uint8_t value,
                             std::uint8_t* __restrict out) {
    for (std::size_t i = 0; i < kRows; ++i) {
        const std::uint8_t kept = out[i];
        out[i] = truth[i] == kTruthYes ? value : kept;
    }
}

} // namespace escale::cotation::kernels
