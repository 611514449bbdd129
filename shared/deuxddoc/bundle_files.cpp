// SPDX-License-Identifier: GPL-3.0-or-later
// The folder of a bundle.
#include "shared/deuxddoc/bundle.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace escale::deuxddoc {
namespace {

namespace fs = std::filesystem;

bool wanted(const fs::directory_entry& entry) {
    std::error_code error;
    return entry.is_regular_file(error) &&
           (entry.path().extension() == ".pem" || entry.path().filename() == "paquet.json");
}

Result<BundleFile> readFile(const fs::path& path) {
    std::error_code error;
    const auto size = fs::file_size(path, error);
    if (error)
        return fail(Errc::storageFailure, path.filename().string() + " : illisible");
    if (size > kMaxBundleFileBytes)
        return fail(Errc::tooLarge, path.filename().string() + " : trop grand");
    std::ifstream stream(path, std::ios::binary);
    BundleFile file{path.filename().string(),
                    std::string(std::istreambuf_iterator<char>(stream), {})};
    if (stream.bad() || file.content.size() != size)
        return fail(Errc::storageFailure, file.name + " : illisible");
    return file;
}

} // namespace

Result<std::vector<BundleFile>> bundleFiles(const fs::path& folder) {
    std::error_code error;
    std::vector<BundleFile> files;
    fs::directory_iterator entries(folder, error);
    if (error)
        return fail(Errc::notFound, "dossier de certificats introuvable : " + folder.string());
    for (; entries != fs::directory_iterator(); entries.increment(error)) {
        if (error)
            return fail(Errc::storageFailure, "dossier de certificats illisible");
        if (!wanted(*entries))
            continue;
        if (files.size() == kMaxBundleFiles)
            return fail(Errc::tooLarge, "trop de fichiers de certificats");
        ESCALE_TRY_ASSIGN(file, readFile(entries->path()));
        files.push_back(std::move(file));
    }
    return files;
}

Result<CertificateBundle> readBundle(const fs::path& folder) {
    ESCALE_TRY_ASSIGN(files, bundleFiles(folder));
    ESCALE_TRY_ASSIGN(bundle, CertificateBundle::fromFiles(files));
    if (bundle.size() == 0)
        return fail(Errc::notFound, "aucun certificat dans " + folder.string());
    return bundle;
}

} // namespace escale::deuxddoc
