// SPDX-License-Identifier: GPL-3.0-or-later
// One attempt to bring one row of the outbox to its end. Used by the forwarder only.
#pragma once

#include "server/sne/forwarder.h"

namespace escale::sne {

/// How an attempt ended. With `retry`, the row stays open and comes back later.
struct Step {
    std::string event; // French, one line, for the log and the operator
    bool retry = false;
    bool away = false; // with retry: the SNE did not answer, or not in a way that can be read
    std::string
        note{}; // what an answer had that our reading of the schema does not, "" for nothing
};

class Transmission {
public:
    /// All outlive the transmission.
    Transmission(OutboxPort& outbox, SneService& sne, const Catalogue& catalogue,
                 const Clock& clock, const ForwarderConfig& config, server::OutboxRow row);

    /// An error is the store's, or a dossier that cannot be read.
    Result<Step> run();
    /// As it is now, to be written with the time of the next attempt.
    server::OutboxRow& row() { return m_row; }

private:
    Result<Step> step();
    /// The row leaves the file until an operator starts it again; nothing is sent.
    Result<Step> giveUp(std::string why);
    /// "" when `xml` follows our reading of the schema, or carries what came from the register.
    [[nodiscard]] std::string outOfSchema(const std::string& xml, const Dossier& dossier) const;
    Result<Step> create(const Dossier& dossier);
    Result<Step> modify(const Dossier& dossier, const std::string& numero);
    /// What became of the creation that left and was never answered. Sends no creation.
    Result<Step> recover(const Dossier& dossier);
    Result<Step> startAgain();
    Result<Step> sendCreation(const Dossier& dossier, const XmlElement& demande);
    /// Numbers that the SNE has for the person of `demande`; nullopt with `why` when it cannot
    /// tell.
    Result<std::optional<std::vector<Doublon>>> search(const XmlElement& demande, std::string& why);
    /// The number, among those found, under which the SNE holds exactly `sent`; "" when none or
    /// several.
    Result<std::string> whichIsOurs(const XmlElement& sent, const std::vector<Doublon>& found);
    /// Brings the demande under `numero` up to date and takes that number.
    Result<Step> recovered(const Dossier& dossier, const std::string& numero);
    Result<Step> adopt(const Dossier& dossier, const std::string& numero);
    /// MOD or REN, as the person said.
    [[nodiscard]] std::string typeOf(const Dossier& dossier) const;
    Result<Step> finish(const std::string& numero);
    Result<Step> rejectWith(const std::vector<NuuAnomaly>& anomalies);
    Result<Step> tooMany(std::size_t found);
    Result<Step> askPerson(std::string message);

    Result<void> mark(server::OutboxState state, std::optional<DossierStage> stage,
                      std::chrono::milliseconds wait = {});
    Result<void> archive(Service service, const Exchange& exchange, const std::string& xml);
    [[nodiscard]] XmlElement map(const Dossier& dossier, std::string type,
                                 std::string numero) const;

    OutboxPort& m_outbox;
    SneService& m_sne;
    const Catalogue& m_catalogue;
    const Clock& m_clock;
    const ForwarderConfig& m_config;
    server::OutboxRow m_row;
    bool m_away = false;
    std::string m_note;
};

} // namespace escale::sne
