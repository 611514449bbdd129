// SPDX-License-Identifier: GPL-3.0-or-later
// bench scan: the way from photo to page, step by step, beside the bare decoding of the same photos
// by libjpeg-turbo. All in processor time of one thread.
#include "client/ctl/commands.h"
#include "client/ctl/scan_line.h"
#include "client/ctl/scan_reading.h"
#include "client/platform/atomic_file.h"
#include "client/scan/bench.h"
#include "client/scan/scan.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace escale::client::ctl {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPhotos = 200;

using Samples = std::map<std::string, std::vector<double>, std::less<>>;

double at(std::vector<double> values, double share) {
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

json::object spread(const std::vector<double>& values) {
    return {{"mediane", rounded(at(values, 0.5))}, {"p90", rounded(at(values, 0.9))}};
}

std::vector<std::string> photosOf(const std::string& folder) {
    std::vector<std::string> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const auto type = entry.path().extension();
        if (type == ".jpg" || type == ".jpeg" || type == ".JPG")
            files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    files.resize(std::min(files.size(), kMostPhotos));
    return files;
}

/// The steps of one photo that has a page; `code_2ddoc` is what PageReader says it took.
void measure(ByteView photo, const PageReader& reader, Samples* samples) {
    const double bare = scan::bareDecodeMs(photo);
    const scan::ScannedPage page = scan::scanPhoto(photo);
    json::object line = scanLine({}, page, {});
    reader.read(page, &line);
    if (!page.coins || bare <= 0)
        return;
    double whole = page.ms.total;
    for (const auto& step : line.at("ms").as_object()) {
        const double ms = step.value().to_number<double>();
        (*samples)[std::string(step.key())].push_back(ms);
        if (step.key() == "code_2ddoc")
            whole += ms;
    }
    (*samples)["page_et_code"].push_back(whole);
    (*samples)["decodage_nu"].push_back(bare);
    (*samples)["rapport"].push_back(whole / bare);
    (*samples)["apercu"].push_back(scan::previewMs(photo));
}

} // namespace

Result<Outcome> benchScan(const Arguments& arguments, Machine& /*machine*/) {
    const auto files = photosOf(arguments.words.front());
    if (files.empty())
        return fail(Errc::notFound, "aucune photo JPEG dans ce dossier");
    ESCALE_TRY_ASSIGN(reader, PageReader::open(arguments.option("certificats")));
    Samples samples, first;
    for (std::size_t i = 0; i < files.size(); ++i) {
        ESCALE_TRY_ASSIGN(photo, readWholeFile(files[i], scan::kMaxFileBytes));
        if (i == 0)
            measure(photo, reader, &first); // what is prepared once
        measure(photo, reader, &samples);
    }
    json::object steps;
    for (const auto& [name, values] : samples)
        steps[name] = spread(values);
    steps.erase("rapport");
    return Outcome{{{"photos", files.size()},
                    {"pages", samples["rapport"].size()},
                    {"etapes_ms", steps},
                    {"rapport_au_decodage_nu", spread(samples["rapport"])},
                    {"rss_mb", peakMegabytes()}},
                   {}};
}

} // namespace escale::client::ctl
