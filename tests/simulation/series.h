// SPDX-License-Identifier: GPL-3.0-or-later
// Many days in a row.
#pragma once

#include "shared/base/result.h"
#include "tests/simulation/day.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace escale::simulation {

struct SeriesOptions {
    std::uint64_t seeds = 1;
    DayOptions day; // its seed is the first one
};

/// Errc::invalidArgument, saying which word.
Result<SeriesOptions> parseSeries(const std::vector<std::string>& words);

/// Until the last seed or the first that fails. False: one failed; its story is on `stories`, and
/// `output` says its seed.
bool playSeries(const SeriesOptions& options, std::ostream& output, std::ostream& stories);

/// An empty folder for a series, gone with the object.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    /// With one folder for each machine of a day of so many devices.
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

} // namespace escale::simulation
