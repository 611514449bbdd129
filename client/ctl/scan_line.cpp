// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/scan_line.h"

#include <cmath>
#include <sys/resource.h>

namespace escale::client::ctl {
namespace {

json::value cornersOf(const std::optional<scan::Quad>& quad) {
    if (!quad)
        return nullptr;
    json::array corners;
    for (const scan::Point& p : *quad)
        corners.push_back(json::array{rounded(p.x), rounded(p.y)});
    return corners;
}

} // namespace

double rounded(double value) {
    return std::round(value * 100) / 100;
}

std::int64_t peakMegabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

json::object timesOf(const scan::ScanTimes& times) {
    return {{"porte", rounded(times.porte)},       {"decodage", rounded(times.decodage)},
            {"contour", rounded(times.contour)},   {"redressement", rounded(times.redressement)},
            {"mesures", rounded(times.mesures)},   {"eclairage", rounded(times.eclairage)},
            {"ecriture", rounded(times.ecriture)}, {"total", rounded(times.total)}};
}

json::object scanLine(const std::string& file, const scan::ScannedPage& page,
                      const std::string& written) {
    json::array reasons;
    for (const scan::Raison raison : page.raisons)
        reasons.emplace_back(scan::raisonName(raison));
    json::object line{{"file", file},
                      {"verdict", scan::verdictName(page.verdict)},
                      {"raisons", reasons},
                      {"coins", cornersOf(page.coins)},
                      {"format", scan::formeName(page.forme)},
                      {"nettete", rounded(page.nettete)},
                      {"reflet", rounded(page.reflet)},
                      {"clarte", page.clarte},
                      {"page", nullptr},
                      {"octets", page.pdf.size()},
                      {"ms", timesOf(page.ms)},
                      {"rss_mb", peakMegabytes()}};
    if (!written.empty())
        line["page"] = written;
    return line;
}

json::object unreadLine(const std::string& file, const Error& error) {
    return {{"file", file},
            {"verdict", scan::verdictName(scan::Verdict::reprendre)},
            {"raisons", json::array{errcName(error.code)}},
            {"coins", nullptr},
            {"page", nullptr},
            {"octets", 0},
            {"code_2ddoc", nullptr},
            {"lu", nullptr},
            {"rss_mb", peakMegabytes()}};
}

std::string scanSentence(const json::object& line, const scan::ScannedPage& page) {
    std::string text = json::value_to<std::string>(line.at("file")) + " : ";
    text += page.verdict == scan::Verdict::ok        ? "bonne"
            : page.verdict == scan::Verdict::douteux ? "douteuse"
                                                     : "à reprendre";
    for (const scan::Raison raison : page.raisons)
        text += " — " + std::string(scan::raisonSentence(raison));
    if (line.at("page").is_string())
        text += " → " + json::value_to<std::string>(line.at("page"));
    return text;
}

} // namespace escale::client::ctl
