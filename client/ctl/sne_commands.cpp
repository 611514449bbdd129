// SPDX-License-Identifier: GPL-3.0-or-later
// sne import, xml, check, reste.
#include "client/ctl/commands.h"
#include "client/platform/atomic_file.h"
#include "shared/nuu/controls.h"
#include "shared/nuu/import.h"
#include "shared/nuu/schema.h"
#include "shared/nuu/sne_mapper.h"
#include "shared/nuu/untold.h"
#include "shared/nuu/xml_gate.h"
#include "shared/nuu/xml_writer.h"
#include "shared/sync/edit.h"

#include <ostream>
#include <utility>

namespace escale::client::ctl {
namespace {

constexpr const char* kReading =
    "lecture d’Escale : ni le schéma ni les contrôles du SNE ne sont publics";

constexpr const char* kExampleGuichet = "G1226"; // as in the server's configuration

Result<std::string> fileOf(const Arguments& arguments) {
    const std::string& name = arguments.words.front();
    ESCALE_TRY_ASSIGN(bytes, readWholeFile(name, sne::kMaxXmlBytes + 1));
    return std::string(bytes.begin(), bytes.end());
}

json::array told(const std::vector<sne::NuuAnomaly>& anomalies) {
    json::array rows;
    for (const sne::NuuAnomaly& anomaly : anomalies)
        rows.push_back({{"code", anomaly.code},
                        {"libelle", anomaly.label},
                        {"chemin", anomaly.path},
                        {"champ", sne::fieldToCorrect(anomaly.code)}});
    return rows;
}

std::string declared(const sne::XmlElement& tree) {
    return "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>\n" +
           sne::writeXml(tree, "ns1", sne::XmlCharset::ascii);
}

/// What the file would be refused for: our reading of the schema, then the controls.
Result<std::vector<sne::NuuAnomaly>> checked(const std::string& xml, const Date& today) {
    ESCALE_TRY_ASSIGN(tree, sne::parseXml(xml));
    ESCALE_TRY_ASSIGN(faults, sne::checkSchema(xml));
    std::vector<sne::NuuAnomaly> found;
    for (const sne::SchemaFault& fault : faults)
        found.push_back({std::string(sne::kSchemaCode), fault.message, fault.path});
    if (tree.name == "interfaceNuu")
        for (sne::NuuAnomaly& anomaly : sne::controlDemande(tree, today))
            found.push_back(std::move(anomaly));
    return found;
}

/// In edits of as many changes as one may have.
Result<void> applyAll(const sne::Answers& answers, DossierSession& session) {
    std::vector<Change> changes;
    for (const auto& [path, value] : answers) {
        changes.push_back({path, value, 0});
        if (changes.size() == kMaxChangesPerEdit)
            ESCALE_TRY(session.apply(std::exchange(changes, {})));
    }
    return changes.empty() ? Result<void>{} : session.apply(std::move(changes));
}

std::string typeOf(const Arguments& arguments, const Dossier& dossier) {
    if (const std::string wanted = arguments.option("type");
        !wanted.empty() || sne::originOf(dossier))
        return wanted;
    const CodeEntry* nature =
        catalogue().findCode("nature", textOf(dossier.answer("demande.nature")));
    return nature ? nature->sneCode : "CRE";
}

std::string numberOf(const Dossier& dossier, const std::string& type) {
    if (type == "CRE" || type == "CRS" || (type.empty() && sne::originOf(dossier)))
        return {};
    return dossier.numeroUnique.empty() ? textOf(dossier.answer("demande.numero_unique"))
                                        : dossier.numeroUnique;
}

Result<sne::MapSettings> settingsFrom(const Arguments& arguments, const Dossier& dossier,
                                      std::int64_t nowMs) {
    sne::MapSettings settings;
    settings.typeFichier = typeOf(arguments, dossier);
    settings.numUnique = numberOf(dossier, settings.typeFichier);
    settings.guichet = arguments.option("guichet");
    if (settings.guichet.empty() && !sne::originOf(dossier))
        settings.guichet = kExampleGuichet;
    settings.nowMs = nowMs;
    settings.version = arguments.option("version");
    if (!settings.version.empty() && settings.version != "02.00" && settings.version != "02.01")
        return fail(Errc::invalidArgument, "--version 02.00 ou 02.01");
    if (settings.typeFichier == "RAD") {
        settings.radiation.motif = arguments.option("motif");
        settings.radiation.sousMotif = arguments.option("sous-motif");
        settings.radiation.day = parisDate(nowMs).iso();
    }
    return settings;
}

} // namespace

Result<Outcome> importSne(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(xml, fileOf(arguments));
    ESCALE_TRY_ASSIGN(tree, sne::parseXml(xml));
    ESCALE_TRY_ASSIGN(faults, sne::checkSchema(xml));
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY_ASSIGN(imported, sne::importDemande(tree, catalogue(), [&machine] {
                          return newId<ItemId>(machine.clock, machine.random);
                      }));
    ESCALE_TRY_ASSIGN(id, device.session->create());
    ESCALE_TRY(applyAll(imported.answers, *device.session));
    json::array kept(imported.kept.begin(), imported.kept.end());
    json::array apart;
    for (const sne::SchemaFault& fault : faults)
        apart.push_back(
            {{"chemin", fault.path}, {"ligne", fault.line}, {"message", fault.message}});
    return Outcome{{{"dossier", id.str()},
                    {"reference", device.session->reference()},
                    {"reponses", imported.answers.size() - 1},
                    {"gardes_sans_question", std::move(kept)},
                    {"hors_schema", std::move(apart)}},
                   {}};
}

Result<Outcome> writeSne(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    const Dossier& dossier = device.session->dossier();
    ESCALE_TRY_ASSIGN(settings, settingsFrom(arguments, dossier, machine.clock.nowMs()));
    *machine.output << declared(sne::toInterfaceNuu(dossier, catalogue(), settings)) << "\n";
    Outcome outcome;
    outcome.printed = true;
    return outcome;
}

Result<Outcome> checkSne(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(xml, fileOf(arguments));
    ESCALE_TRY_ASSIGN(found, checked(xml, parisDate(machine.clock.nowMs())));
    Outcome outcome;
    outcome.output = {{"anomalies", told(found)}, {"selon", kReading}};
    if (!found.empty())
        outcome.error = fail(Errc::refusedBySne, std::to_string(found.size()) + " anomalie(s)");
    return outcome;
}

Result<Outcome> untoldSne(const Arguments& arguments, Machine& machine) {
    ESCALE_TRY_ASSIGN(device, openDevice(arguments, machine));
    ESCALE_TRY(openDossier(arguments, device));
    json::array rows;
    for (const sne::Untold& untold :
         sne::untoldAnswers(device.session->dossier(), catalogue(), device.session->today()))
        rows.push_back({{"chemin", untold.path}, {"raison", untold.reason}});
    return Outcome{{{"hors_interface", std::move(rows)}}, {}};
}

} // namespace escale::client::ctl
