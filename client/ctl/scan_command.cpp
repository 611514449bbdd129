// SPDX-License-Identifier: GPL-3.0-or-later
// scan: photos in, one line each out, and the pages as PDF where --out says.
#include "client/ctl/commands.h"
#include "client/ctl/scan_line.h"
#include "client/ctl/scan_reading.h"
#include "client/platform/atomic_file.h"
#include "client/scan/scan.h"
#include "shared/crypto/secret.h"

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <set>

namespace escale::client::ctl {
namespace {

namespace fs = std::filesystem;

/// The files named, and those of the folders named, in order of name.
std::vector<std::string> filesOf(const std::vector<std::string>& words) {
    std::vector<std::string> files;
    for (const std::string& word : words) {
        std::error_code ignored;
        if (!fs::is_directory(word, ignored)) {
            files.push_back(word);
            continue;
        }
        std::vector<std::string> inside;
        for (const auto& entry : fs::directory_iterator(word, ignored)) {
            if (entry.is_regular_file(ignored))
                inside.push_back(entry.path().string());
        }
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

Result<Bytes> readPhoto(const std::string& path) {
    std::error_code failure;
    if (fs::exists(path, failure) && !fs::is_regular_file(path, failure))
        return fail(Errc::unreadableImage, "ce n’est pas un fichier");
    return readWholeFile(path, scan::kMaxFileBytes);
}

class Command {
public:
    Command(const Arguments& arguments, PageReader reader, std::ostream& output)
        : m_folder(arguments.option("out"))
        , m_json(arguments.options.contains("json"))
        , m_reader(std::move(reader))
        , m_output(output) {}

    Result<void> prepare() const {
        std::error_code failure;
        if (!m_folder.empty() && !fs::is_directory(m_folder, failure) &&
            !fs::create_directories(m_folder, failure))
            return fail(Errc::storageFailure, "le dossier de --out ne peut pas être créé");
        return {};
    }

    Result<void> add(const std::string& file) {
        auto bytes = readPhoto(file);
        if (!bytes) {
            sayUnread(file, bytes.error());
            return {};
        }
        int pages = 1;
        for (int page = 0; page < pages; ++page) {
            scan::ScanOptions options;
            options.page = page;
            const scan::ScannedPage scanned = scan::scanPhoto(*bytes, options);
            pages = scanned.photo.pages;
            const auto said = keep(file, page, scanned);
            if (!said) {
                crypto::wipe(*bytes);
                return said;
            }
        }
        crypto::wipe(*bytes);
        return {};
    }

    [[nodiscard]] int unread() const { return m_unread; }

private:
    Result<void> keep(const std::string& file, int page, const scan::ScannedPage& scanned) {
        std::string name;
        Result<void> written;
        if (!m_folder.empty() && !scanned.pdf.empty()) {
            name = nameFor(file, page, scanned.photo.pages);
            written = writeFileAtomic(name, scanned.pdf);
        }
        json::object line = scanLine(file, scanned, written ? name : std::string());
        if (scanned.photo.pages > 1)
            line["feuille"] = page + 1;
        m_reader.read(scanned, &line);
        say(line, scanned);
        return written;
    }

    void sayUnread(const std::string& file, const Error& error) {
        if (error.code == Errc::tooLarge) {
            scan::ScannedPage large;
            large.raisons = {scan::Raison::tropGrand};
            json::object line = scanLine(file, large, {});
            m_reader.read(large, &line);
            say(line, large);
            return;
        }
        ++m_unread;
        if (m_json)
            m_output << json::serialize(unreadLine(file, error)) << std::endl;
        else
            m_output << file << " : " << userMessage(error.code) << std::endl;
    }

    /// At once: a folder may hold a thousand photos.
    void say(const json::object& line, const scan::ScannedPage& scanned) {
        m_output << (m_json ? json::serialize(line) : scanSentence(line, scanned)) << std::endl;
    }

    /// A name that no other photo of this command has.
    std::string nameFor(const std::string& file, int page, int pages) {
        std::string stem = fs::path(file).stem().string();
        if (pages > 1)
            stem += "-" + std::to_string(page + 1);
        std::string name = stem;
        for (int twin = 2; !m_names.insert(name).second; ++twin)
            name = stem + "_" + std::to_string(twin);
        return (fs::path(m_folder) / (name + ".pdf")).string();
    }

    std::string m_folder;
    bool m_json;
    PageReader m_reader;
    std::ostream& m_output;
    std::set<std::string> m_names;
    int m_unread = 0;
};

} // namespace

Result<Outcome> scanPhotos(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(reader, PageReader::open(arguments.option("certificats")));
    Command command(arguments, std::move(reader), *machine.output);
    ESCALE_TRY(command.prepare());
    for (const std::string& file : filesOf(arguments.words))
        ESCALE_TRY(command.add(file));
    Outcome outcome;
    outcome.printed = true;
    if (command.unread() > 0)
        outcome.error = fail(Errc::unreadableImage, std::to_string(command.unread()) +
                                                        " fichier(s) n’ont pas pu être ouverts");
    return outcome;
}

} // namespace escale::client::ctl
