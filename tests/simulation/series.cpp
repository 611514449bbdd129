// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/series.h"

#include "shared/base/json.h"

#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <ostream>

namespace escale::simulation {
namespace {

constexpr int kMostDevices = 64;

Result<std::uint64_t> number(const std::string& word) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error != std::errc() || end != word.data() + word.size())
        return fail(Errc::invalidArgument, "nombre attendu : " + word);
    return value;
}

Result<void> take(const std::string& name, const std::string& word, SeriesOptions& options) {
    if (name == "--defect") {
        const auto defect = defectFromName(word);
        if (!defect)
            return fail(Errc::invalidArgument, "défaut inconnu : " + word);
        options.day.defect = *defect;
        return {};
    }
    ESCALE_TRY_ASSIGN(value, number(word));
    if (name == "--seeds")
        options.seeds = value;
    else if (name == "--seed")
        options.day.seed = value;
    else if (name == "--devices" && value >= 2 && value <= kMostDevices)
        options.day.devices = static_cast<int>(value);
    else
        return fail(Errc::invalidArgument, name + " " + word + " : ne se comprend pas");
    return {};
}

} // namespace

Result<SeriesOptions> parseSeries(const std::vector<std::string>& words) {
    SeriesOptions options;
    if (words.size() % 2 != 0)
        return fail(Errc::invalidArgument, "une option n’a pas de valeur");
    for (std::size_t i = 0; i + 1 < words.size(); i += 2)
        ESCALE_TRY(take(words[i], words[i + 1], options));
    return options;
}

ScratchFolder::ScratchFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "escale-XXXXXX").string();
    if (!::mkdtemp(pattern.data()))
        return;
    m_path = pattern;
    for (int i = 1; i <= kMostDevices; ++i) {
        std::filesystem::create_directory(m_path + "/borne-" + std::to_string(i));
        std::filesystem::create_directory(m_path + "/tablette-" + std::to_string(i));
    }
    std::filesystem::create_directory(m_path + "/serveur");
    std::filesystem::create_directory(m_path + "/SNE");
}

ScratchFolder::~ScratchFolder() {
    std::error_code error;
    std::filesystem::remove_all(m_path, error);
}

bool playSeries(const SeriesOptions& options, std::ostream& output, std::ostream& stories) {
    const ScratchFolder folder;
    DayOptions day = options.day;
    day.folder = folder.path();
    const std::uint64_t first = day.seed;
    std::uint64_t edits = 0;
    for (; day.seed < first + options.seeds; ++day.seed) {
        const DayReport report = playDay(day);
        edits += report.edits;
        if (report.faults.empty())
            continue;
        for (const std::string& line : report.story)
            stories << line << "\n";
        stories << "\nRejouer : escale-ctl sim --seeds 1 --seed " << day.seed << " --devices "
                << day.devices << "\n";
        json::array faults;
        for (const std::string& fault : report.faults)
            faults.emplace_back(fault);
        output << json::serialize(json::object{
                      {"graine", day.seed}, {"jouees", day.seed - first + 1}, {"fautes", faults}})
               << "\n";
        return false;
    }
    output << json::serialize(
                  json::object{{"jouees", options.seeds}, {"saisies", edits}, {"fautes", 0}})
           << "\n";
    return true;
}

} // namespace escale::simulation
