// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/platform/data_dir.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace escale::client {
namespace {

Result<void> privateFolder(const std::string& path) {
    std::error_code ignored;
    std::filesystem::create_directories(std::filesystem::path(path).parent_path(), ignored);
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
        const Errc code =
            errno == ENOSPC || errno == EDQUOT ? Errc::diskFull : Errc::storageFailure;
        return fail(code, "création de « " + path + " » : " + std::strerror(errno));
    }
    struct stat info {};
    if (::stat(path.c_str(), &info) != 0 || !S_ISDIR(info.st_mode))
        return fail(Errc::storageFailure, "« " + path + " » n’est pas un dossier du disque");
    if ((info.st_mode & 077) != 0 && ::chmod(path.c_str(), 0700) != 0)
        return fail(Errc::forbidden, "d’autres utilisateurs peuvent lire « " + path + " »");
    return {};
}

} // namespace

Result<DataDir> prepareDataDir(const std::string& root) {
    if (root.empty())
        return fail(Errc::invalidArgument, "aucun dossier de données n’est donné");
    std::error_code error;
    const auto absolute = std::filesystem::absolute(root, error);
    if (error)
        return fail(Errc::storageFailure, "chemin du dossier de données : " + error.message());
    std::string path = absolute.lexically_normal().string();
    while (path.size() > 1 && path.back() == '/')
        path.pop_back();
    const DataDir dir{path};
    ESCALE_TRY(privateFolder(dir.root));
    ESCALE_TRY(privateFolder(dir.pages()));
    return dir;
}

void hardenProcess() {
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    ::umask(077);
}

} // namespace escale::client
