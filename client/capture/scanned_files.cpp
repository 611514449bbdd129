// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/capture/scanned_files.h"

#include "client/platform/atomic_file.h"

#include <filesystem>
#include <system_error>
#include <vector>

namespace escale::client {

namespace fs = std::filesystem;

Result<void> eraseScannedFiles(const std::string& folder) {
    std::error_code wrong;
    std::vector<fs::directory_entry> entries;
    const fs::recursive_directory_iterator end;
    for (fs::recursive_directory_iterator at(folder, wrong); !wrong && at != end;
         at.increment(wrong))
        entries.push_back(*at);
    if (wrong && wrong != std::errc::no_such_file_or_directory)
        return fail(Errc::storageFailure, "dossier de numérisation : " + wrong.message());
    Result<void> done;
    // What is in a folder before the folder.
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
        const bool file = entry->is_regular_file(wrong) && !entry->is_symlink(wrong);
        if (file) {
            if (const auto erased = eraseFile(entry->path().string()); !erased)
                done = erased.error();
        } else if (!fs::remove(entry->path(), wrong) && wrong) {
            done = fail(Errc::storageFailure, "dossier de numérisation : " + wrong.message());
        }
    }
    return done;
}

} // namespace escale::client
