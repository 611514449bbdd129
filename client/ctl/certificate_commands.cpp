// SPDX-License-Identifier: GPL-3.0-or-later
// certificats build, check, install: what 2D-Docs are verified with, from the folder of who gathers
// them to the devices.
#include "client/ctl/commands.h"
#include "client/ctl/pack_keys.h"
#include "client/platform/atomic_file.h"
#include "client/reading/certificates.h"
#include "shared/crypto/secret.h"
#include "shared/deuxddoc/bundle_pack.h"

#include <algorithm>
#include <filesystem>

namespace escale::client::ctl {
namespace {

constexpr std::string_view kManifest = "paquet.json";

/// The dates of --date and --prochaine, when the folder does not say them.
Result<void> dateFiles(const Arguments& arguments, std::vector<deuxddoc::BundleFile>& files) {
    const bool dated =
        std::any_of(files.begin(), files.end(),
                    [](const deuxddoc::BundleFile& file) { return file.name == kManifest; });
    const std::string date = arguments.option("date");
    const std::string next = arguments.option("prochaine");
    if (dated && (!date.empty() || !next.empty()))
        return fail(Errc::invalidArgument,
                    "le dossier a un paquet.json : ses dates sont celles du paquet");
    if (dated)
        return {};
    if (date.empty() || next.empty())
        return fail(Errc::invalidArgument,
                    "de quel jour sont ces certificats, et jusqu’à quand servent-ils ? Donnez "
                    "--date et --prochaine, ou un paquet.json dans le dossier");
    files.push_back({std::string(kManifest),
                     json::serialize(json::object{{"date", date}, {"prochaine", next}})});
    return {};
}

json::object shown(const deuxddoc::CertificateBundle& bundle, const Date& today) {
    const deuxddoc::BundleAudit audit = deuxddoc::audit(bundle, today);
    return {{"date", bundle.date()->iso()},
            {"prochaine", bundle.nextUpdate()->iso()},
            {"perime", *bundle.nextUpdate() < today},
            {"autorites", audit.authorities},
            {"certificats", audit.certificates},
            {"finis", audit.ended},
            {"sans_autorite", json::array(audit.orphans.begin(), audit.orphans.end())}};
}

/// What a check found; a pack that verifies nothing is refused, and shown all the same.
Outcome judged(const deuxddoc::CertificateBundle& bundle, const Date& today) {
    Outcome outcome;
    outcome.output = shown(bundle, today);
    if (*bundle.nextUpdate() < today)
        outcome.error = fail(Errc::invalidArgument, "ces certificats ne servent plus depuis le " +
                                                        bundle.nextUpdate()->iso());
    return outcome;
}

Result<DataDir> enrolledDir(const Arguments& arguments) {
    DataDir dir{arguments.option("data")};
    std::error_code error;
    if (!std::filesystem::exists(dir.profile(), error))
        return fail(Errc::notFound, dir.root + " : aucun appareil enregistré ici");
    return dir;
}

Result<Outcome> checkDevice(const Arguments& arguments, const Date& today) {
    ESCALE_TRY_ASSIGN(dir, enrolledDir(arguments));
    const auto held = reading::DeviceCertificates::load(dir);
    if (!held.bundle())
        return *held.failure();
    return judged(*held.bundle(), today);
}

} // namespace

Result<Outcome> buildCertificates(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(files, deuxddoc::bundleFiles(arguments.option("from")));
    ESCALE_TRY(dateFiles(arguments, files));
    ESCALE_TRY_ASSIGN(bundle, deuxddoc::CertificateBundle::fromFiles(files));
    if (bundle.size() == 0 || bundle.authorities().empty())
        return fail(Errc::notFound, "il faut au moins une autorité et un certificat (.pem)");
    ESCALE_TRY_ASSIGN(key, signingKey(arguments));
    auto pack = deuxddoc::sealBundle(files, key.privatePem, key.publicPem);
    crypto::wipe(key.privatePem);
    if (!pack)
        return pack.error();
    ESCALE_TRY(writeFileAtomic(arguments.option("out"), *pack));
    Outcome outcome{shown(bundle, parisDate(machine.clock.nowMs())), {}};
    outcome.output["octets"] = pack->size();
    return outcome;
}

Result<Outcome> checkCertificates(const Arguments& arguments, Machine& machine) {
    const Date today = parisDate(machine.clock.nowMs());
    if (!arguments.option("data").empty())
        return checkDevice(arguments, today);
    const std::string path = arguments.option("paquet");
    ESCALE_TRY_ASSIGN(pack, readWholeFile(path, deuxddoc::kMaxBundlePackBytes));
    ESCALE_TRY_ASSIGN(key, publicKey(arguments, path));
    ESCALE_TRY_ASSIGN(bundle, deuxddoc::openBundle(pack, key));
    return judged(bundle, today);
}

Result<Outcome> installCertificates(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(dir, enrolledDir(arguments));
    ESCALE_TRY_ASSIGN(pack,
                      readWholeFile(arguments.option("paquet"), deuxddoc::kMaxBundlePackBytes));
    std::string key;
    if (!arguments.option("cle-publique").empty()) {
        ESCALE_TRY_ASSIGN(text, publicKey(arguments, {}));
        key = std::move(text);
    }
    const Date today = parisDate(machine.clock.nowMs());
    ESCALE_TRY_ASSIGN(bundle, reading::installCertificates(dir, pack, key, today));
    return Outcome{shown(bundle, today), {}};
}

} // namespace escale::client::ctl
