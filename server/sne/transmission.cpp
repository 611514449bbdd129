// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/transmission.h"

#include "server/sne/dead_letter.h"
#include "shared/crypto/hash.h"
#include "shared/nuu/import.h"
#include "shared/nuu/schema.h"
#include "shared/nuu/sne_mapper.h"
#include "shared/nuu/wire_time.h"
#include "shared/nuu/xml_gate.h"
#include "shared/nuu/xml_writer.h"
#include "shared/rules/rules.h"

#include <algorithm>

namespace escale::sne {
namespace {

using server::OutboxKind;
using server::OutboxState;

/// With the search and the update, so many calls end before another server may take the row up
/// (SneOutbox::nextOutbox).
constexpr std::size_t kMostCompared = 6;

std::string ascii(const XmlElement& root) {
    return "<?xml version=\"1.0\" encoding=\"US-ASCII\"?>\n" +
           writeXml(root, "ns1", XmlCharset::ascii);
}

/// For the operator's eye; never a value of the person.
std::string describe(const Outcome& outcome) {
    if (const auto* fault = std::get_if<GotFault>(&outcome))
        return "le SNE n’a pas pu traiter la demande : " + fault->fault.reason;
    if (const auto* refused = std::get_if<Refused>(&outcome))
        return "le SNE refuse l’appel : " + refused->detail;
    if (const auto* away = std::get_if<Unreachable>(&outcome))
        return "le SNE est injoignable : " + away->detail;
    if (const auto* lost = std::get_if<AnswerLost>(&outcome))
        return "réponse du SNE perdue : " + lost->detail;
    return "réponse inattendue du SNE";
}

/// Nothing of it can have been carried out.
bool surelyNotDone(const Outcome& outcome) {
    return std::holds_alternative<Unreachable>(outcome) || std::holds_alternative<Refused>(outcome);
}

/// True when a creation of this row may have left.
bool mayHaveLeft(const server::OutboxRow& row) {
    return row.state == OutboxState::uncertain ||
           (row.state == OutboxState::sending && row.kind == OutboxKind::creation);
}

/// One demande at the SNE, surely of the same person.
bool isOne(const std::vector<Doublon>& found, const XmlElement& demande) {
    return found.size() == 1 && isNumeroUnique(found.front().numUnique) &&
           samePerson(found.front().person, demandeurOf(demande));
}

std::string claimedNumber(const Dossier& dossier) {
    const bool isNew = textOf(dossier.answer("demande.nature")) == "premiere";
    return isNew ? std::string() : textOf(dossier.answer("demande.numero_unique"));
}

Step retry(std::string event) {
    return {std::move(event), true};
}

} // namespace

Transmission::Transmission(OutboxPort& outbox, SneService& sne, const Catalogue& catalogue,
                           const Clock& clock, const ForwarderConfig& config, server::OutboxRow row)
    : m_outbox(outbox)
    , m_sne(sne)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_config(config)
    , m_row(std::move(row)) {}

Result<Step> Transmission::run() {
    ESCALE_TRY_ASSIGN(done, step());
    done.away = m_away;
    done.note = m_note;
    return done;
}

Result<Step> Transmission::step() {
    ESCALE_TRY_ASSIGN(stored, m_outbox.dossier(m_row.dossier));
    const Dossier dossier = server::forwardable(std::move(stored));
    m_row.dossierRevision = dossier.revision;
    m_row.fileName =
        demandeFileName(m_config.guichet, m_clock.nowMs(), static_cast<int>(m_row.id % 1'000'000));
    const bool isNew = dossier.numeroUnique.empty();
    if (!isNew) { // the dossier may have been signed anew since the row was opened
        ESCALE_TRY_ASSIGN(kind, m_outbox.kindToTell(dossier));
        m_row.kind = kind;
    }
    // A creation that may have been carried out looks for its number first, complete or not.
    if (isNew && mayHaveLeft(m_row))
        return recover(dossier);
    std::vector<Task> tasks;
    const Date today = parisDate(m_clock.nowMs());
    for (const Anomaly& anomaly : blockingControls(dossier, m_catalogue, today))
        tasks.push_back({"anomalie:" + anomaly.code, anomaly.path, anomaly.label});
    if (!tasks.empty()) {
        ESCALE_TRY(m_outbox.reject(m_row, tasks));
        return Step{"contrôles bloquants : rien n’est envoyé", false};
    }
    return isNew ? create(dossier) : modify(dossier, dossier.numeroUnique);
}

XmlElement Transmission::map(const Dossier& dossier, std::string type, std::string numero) const {
    return toInterfaceNuu(dossier, m_catalogue,
                          {m_config.guichet, std::move(type), std::move(numero), m_clock.nowMs()});
}

Result<void> Transmission::mark(OutboxState state, std::optional<DossierStage> stage,
                                std::chrono::milliseconds wait) {
    m_row.state = state;
    m_row.nextAttemptMs = m_clock.nowMs() + wait.count();
    return m_outbox.update(m_row, stage);
}

Result<void> Transmission::archive(Service service, const Exchange& exchange,
                                   const std::string& xml) {
    m_away = std::holds_alternative<Refused>(exchange.outcome) ||
             std::holds_alternative<Unreachable>(exchange.outcome) ||
             std::holds_alternative<AnswerLost>(exchange.outcome);
    if (!exchange.outOfSchema.empty())
        m_note = "réponse hors de notre lecture du schéma : " + exchange.outOfSchema;
    return m_outbox.archive(m_row.dossier, std::string(serviceName(service)),
                            asBytes(exchange.request), asBytes(exchange.response),
                            crypto::sha256Hex(asBytes(xml)));
}

Result<std::optional<std::vector<Doublon>>> Transmission::search(const XmlElement& demande,
                                                                 std::string& why) {
    const std::string xml = ascii(toSearch(demande));
    const Exchange exchange = m_sne.getDoublons(m_row.fileName, xml);
    ESCALE_TRY(archive(Service::getDoublons, exchange, xml));
    if (const auto* got = std::get_if<GotDoublons>(&exchange.outcome))
        return std::optional(got->doublons);
    why = describe(exchange.outcome);
    return std::optional<std::vector<Doublon>>();
}

Result<Step> Transmission::create(const Dossier& dossier) {
    const XmlElement demande = map(dossier, "CRE", {});
    ESCALE_TRY(mark(OutboxState::duplicates, DossierStage::forwarding));
    std::string why;
    ESCALE_TRY_ASSIGN(found, search(demande, why));
    if (!found)
        return retry(why);
    // A person who renews or changes a demande has said its number: it chooses among several.
    const std::string claimed = claimedNumber(dossier);
    if (found->empty() && claimed.empty())
        return sendCreation(dossier, demande);
    if (found->empty())
        return askPerson("Le registre national ne retrouve pas la demande dont le numéro a été "
                         "donné : vérifiez le numéro, le nom et la date de naissance.");
    if (isOne(*found, demande))
        return adopt(dossier, found->front().numUnique);
    const auto named = std::ranges::find(*found, claimed, &Doublon::numUnique);
    return named == found->end() ? tooMany(found->size()) : adopt(dossier, claimed);
}

Result<Step> Transmission::recover(const Dossier& dossier) {
    ESCALE_TRY_ASSIGN(kept, m_outbox.lastCreation(m_row.dossier));
    // Nothing kept: the program stopped before it could send anything.
    if (kept.empty())
        return startAgain();
    ESCALE_TRY_ASSIGN(sent, parseXml(kept));
    std::string why;
    ESCALE_TRY_ASSIGN(found, search(sent, why));
    if (!found)
        return retry(why);
    if (found->empty())
        return startAgain();
    if (isOne(*found, sent))
        return recovered(dossier, found->front().numUnique);
    if (found->size() > kMostCompared)
        return tooMany(found->size());
    ESCALE_TRY_ASSIGN(ours, whichIsOurs(sent, *found));
    return ours.empty() ? tooMany(found->size()) : recovered(dossier, ours);
}

/// The number is kept before anything else: the register may refuse what changed since, or take a
/// new name under which this search would find nobody.
Result<Step> Transmission::recovered(const Dossier& dossier, const std::string& numero) {
    ESCALE_TRY(m_outbox.adopt(m_row, numero));
    m_row.kind = OutboxKind::modification;
    m_row.state = OutboxState::sending;
    return adopt(dossier, numero);
}

Result<Step> Transmission::startAgain() {
    ESCALE_TRY(mark(OutboxState::toCheck, {}));
    return Step{"création non reçue par le SNE : la demande est revérifiée", false};
}

std::string Transmission::outOfSchema(const std::string& xml, const Dossier& dossier) const {
    if (originOf(dossier)) // may hold elements of the register that we do not know
        return {};
    const auto faults = checkSchema(xml);
    if (!faults)
        return faults.error().detail;
    return faults->empty() ? std::string() : faults->front().path;
}

Result<Step> Transmission::giveUp(std::string why) {
    sne::giveUp(m_row, why);
    ESCALE_TRY(m_outbox.update(m_row, {}));
    return Step{"lettre morte : " + why, false};
}

Result<Step> Transmission::sendCreation(const Dossier& dossier, const XmlElement& demande) {
    const std::string xml = ascii(demande);
    if (const std::string where = outOfSchema(xml, dossier); !where.empty())
        return giveUp("la demande ne suit pas le schéma, rien n’est envoyé : " + where);
    ESCALE_TRY(m_outbox.keepCreation(m_row.dossier, xml, crypto::sha256Hex(asBytes(xml))));
    // On disk before a byte leaves: whoever starts after us looks for the number before sending.
    ESCALE_TRY(mark(OutboxState::uncertain, DossierStage::forwarding, m_config.uncertainWait));
    const Exchange exchange = m_sne.getNumUnique(m_row.fileName, xml);
    if (const auto kept = archive(Service::getNumUnique, exchange, xml); !kept)
        return retry("archivage impossible : " + kept.error().detail);
    if (const auto* number = std::get_if<GotNumUnique>(&exchange.outcome))
        return finish(number->numUnique);
    if (const auto* refused = std::get_if<GotAnomalies>(&exchange.outcome))
        return rejectWith(refused->anomalies);
    if (surelyNotDone(exchange.outcome))
        m_row.state = OutboxState::toCheck;
    return retry(describe(exchange.outcome));
}

Result<std::string> Transmission::whichIsOurs(const XmlElement& sent,
                                              const std::vector<Doublon>& found) {
    std::string ours;
    for (const Doublon& doublon : found) {
        const Exchange exchange = m_sne.getDemandeLogement(doublon.numUnique);
        ESCALE_TRY(archive(Service::getDemandeLogement, exchange, doublon.numUnique));
        const auto* held = std::get_if<GotDemande>(&exchange.outcome);
        if (std::holds_alternative<GotAnomalies>(exchange.outcome))
            continue; // gone since the search
        if (!held)
            return fail(Errc::serverFailure, describe(exchange.outcome));
        if (!sameDemande(held->interfaceNuu, sent, m_catalogue))
            continue;
        if (!ours.empty())
            return std::string();
        ours = doublon.numUnique;
    }
    return ours;
}

std::string Transmission::typeOf(const Dossier& dossier) const {
    const bool claimed = dossier.numeroUnique.empty() &&
                         textOf(dossier.answer("demande.nature")) == "renouvellement";
    return claimed || m_row.kind == OutboxKind::renewal ? "REN" : "MOD";
}

Result<Step> Transmission::adopt(const Dossier& dossier, const std::string& numero) {
    // The person's demande is there already: it is brought up to date, which may be repeated. Until
    // then the row stays a creation, and the next attempt finds the same number again.
    const std::string xml = ascii(map(dossier, typeOf(dossier), numero));
    if (const std::string where = outOfSchema(xml, dossier); !where.empty())
        return giveUp("la demande ne suit pas le schéma, rien n’est envoyé : " + where);
    const Exchange exchange = m_sne.getNumUnique(m_row.fileName, xml);
    ESCALE_TRY(archive(Service::getNumUnique, exchange, xml));
    if (const auto* number = std::get_if<GotNumUnique>(&exchange.outcome)) {
        if (number->numUnique != numero)
            return askPerson("Le registre national a répondu un autre numéro que celui de cette "
                             "demande : vérifiez auprès de lui.");
        return finish(numero);
    }
    if (const auto* refused = std::get_if<GotAnomalies>(&exchange.outcome))
        return rejectWith(refused->anomalies);
    return retry(describe(exchange.outcome));
}

Result<Step> Transmission::modify(const Dossier& dossier, const std::string& numero) {
    ESCALE_TRY(mark(OutboxState::sending, DossierStage::forwarding));
    return adopt(dossier, numero);
}

} // namespace escale::sne
