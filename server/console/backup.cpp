// SPDX-License-Identifier: GPL-3.0-or-later
// escale-server backup: database, pages and keys as they were at one instant, the service running.
#include "server/console/commands.h"
#include "server/console/data_dir.h"
#include "server/reconcile/part_file.h"
#include "server/store/blobs.h"

#include <cerrno>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

namespace escale::server {
namespace {

namespace fs = std::filesystem;

Error copyFailure(const std::error_code& error) {
    errno = error.value();
    return systemFailure("copie de sauvegarde");
}

Result<void> copyFile(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::copy_file(from, to, error);
    if (error)
        return copyFailure(error);
    return syncFile(to.string());
}

/// The names of the pages at this instant: links, which cost nothing and outlive an erasure.
Result<void> linkPages(const fs::path& blobs, const fs::path& links) {
    std::error_code error;
    fs::copy(blobs, links, fs::copy_options::recursive | fs::copy_options::create_hard_links,
             error);
    return error ? Result<void>(copyFailure(error)) : Result<void>();
}

/// Copies a folder of files and folders; each folder is on disk before the next one begins.
Result<std::int64_t> copyTree(const fs::path& from, const fs::path& to) {
    if (::mkdir(to.c_str(), 0700) != 0)
        return systemFailure("création d’un dossier de sauvegarde");
    std::int64_t files = 0;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(from, error)) {
        const fs::path target = to / entry.path().filename();
        if (entry.is_directory()) {
            ESCALE_TRY_ASSIGN(inside, copyTree(entry.path(), target));
            files += inside;
            continue;
        }
        ESCALE_TRY(copyFile(entry.path(), target));
        ++files;
    }
    if (error)
        return copyFailure(error);
    ESCALE_TRY(syncFolder(to.string()));
    return files;
}

/// Removes the links, whatever happens.
class Links {
public:
    explicit Links(fs::path folder)
        : m_folder(std::move(folder)) {}
    Links(const Links&) = delete;
    Links& operator=(const Links&) = delete;
    ~Links() {
        std::error_code ignored;
        fs::remove_all(m_folder, ignored);
    }
    [[nodiscard]] const fs::path& folder() const { return m_folder; }

private:
    fs::path m_folder;
};

} // namespace

Result<json::value> backupCommand(const Options& options) {
    const DataDir dir(options.get("--data"));
    const std::string out = options.get("--out");
    ESCALE_TRY_ASSIGN(store, openStore(dir));
    if (::mkdir(out.c_str(), 0700) != 0)
        return errno == EEXIST ? fail(Errc::alreadyExists, "ce dossier est déjà là : " + out)
                               : systemFailure("création de " + out);
    const Links links(dir.blobs() + ".sauvegarde-" + std::to_string(::getpid()));
    std::string database;
    {
        ESCALE_TRY_ASSIGN(held, lockPages(dir.parts()));
        ESCALE_TRY_ASSIGN(saved, store->saveTo(out));
        database = saved;
        ESCALE_TRY(linkPages(dir.blobs(), links.folder()));
    }
    ESCALE_TRY_ASSIGN(pages, copyTree(links.folder(), out + "/blobs"));
    ESCALE_TRY(copyTree(dir.file("pki"), out + "/pki"));
    // The next release starts from the one that people hold.
    std::error_code ignored;
    if (fs::exists(dir.publications(), ignored))
        ESCALE_TRY(copyTree(dir.publications(), out + "/territoires"));
    if (::mkdir((out + "/uploads").c_str(), 0700) != 0)
        return systemFailure("création d’un dossier de sauvegarde");
    // Last, as init does: without it, what is there was not finished and no command takes it.
    ESCALE_TRY(copyFile(dir.file("configuration.json"), out + "/configuration.json"));
    ESCALE_TRY(syncFolder(out));
    return json::value{{"sauvegarde", out}, {"base", database}, {"pages", pages}};
}

} // namespace escale::server
