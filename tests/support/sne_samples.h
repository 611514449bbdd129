// SPDX-License-Identifier: GPL-3.0-or-later
// Invented people, a clock and a randomness that repeat themselves, a register in memory.
#pragma once

#include "server/sne/outbox_port.h"
#include "server/sne/sne_client.h"
#include "shared/nuu/sne_mapper.h"

#include <deque>
#include <map>

namespace escale::sne_test {

/// 2026-11-22T10:31:05.120+01:00.
inline constexpr std::int64_t kNow = 1'795'339'865'120;

/// The device that everybody used.
inline constexpr const char* kDevice = "018f2222-0000-7000-8000-000000000001";

class TestClock final : public Clock {
public:
    [[nodiscard]] std::int64_t nowMs() const override { return m_now; }
    void advance(std::int64_t ms) { m_now += ms; }

private:
    std::int64_t m_now = kNow;
};

class TestRandom final : public Random {
public:
    void fill(std::span<std::uint8_t> out) override;

private:
    std::uint64_t m_state = 88'172'645'463'325'252U;
};

void set(Dossier& dossier, const std::string& path, Value value);
/// Complete enough for every blocking control. `number` makes another person, never the same.
Dossier sampleDossier(int number = 1);
/// A household: codemandeur, child, two towns, accents.
Dossier householdDossier();

/// The rows and dossiers of an outbox in memory; every write is counted as durable.
class MemoryOutbox final : public sne::OutboxPort {
public:
    /// Adds a dossier with a row to check.
    void add(Dossier dossier);

    Result<std::optional<server::OutboxRow>> next(std::int64_t nowMs) override;
    Result<Dossier> dossier(const DossierId& id) override;
    Result<server::OutboxKind> kindToTell(const Dossier& dossier) override;
    Result<void> update(const server::OutboxRow& row, std::optional<DossierStage> stage) override;
    Result<void> complete(const server::OutboxRow& row, const std::string& numero) override;
    Result<void> adopt(const server::OutboxRow& row, const std::string& numero) override;
    Result<void> reject(const server::OutboxRow& row, const std::vector<Task>& tasks) override;
    Result<void> decide(const server::OutboxRow& row, const std::vector<Task>& tasks) override;
    Result<void> archive(const DossierId& dossier, const std::string& service, ByteView request,
                         ByteView response, const std::string& sha256) override;
    Result<std::string> lastCreation(const DossierId& dossier) override;
    Result<void> keepCreation(const DossierId& dossier, const std::string& xml,
                              const std::string& sha256) override;

    struct Archived {
        std::string service;
        std::string sha256;
    };
    std::map<std::string, Dossier> dossiers;
    std::map<std::string, std::string> creations;
    std::vector<server::OutboxRow> rows;
    std::vector<Archived> archived;
    bool failNextComplete = false; // as if the disk were full

private:
    server::OutboxRow* rowOf(std::int64_t id);
};

/// A register in memory, with what goes wrong on order.
class FakeSne final : public sne::SneService {
public:
    sne::Exchange getNumUnique(const std::string& fileName, const std::string& xml) override;
    sne::Exchange getDoublons(const std::string& fileName, const std::string& xml) override;
    sne::Exchange getDemandeLogement(const std::string& numUnique) override;

    /// Puts a demande in the register as if another guichet had.
    std::string hold(const std::string& xml);

    std::map<std::string, std::string> held; // number → XML
    std::vector<std::string> calls;          // "getNumUnique CRE"…
    std::deque<sne::Outcome> nextOutcomes;   // instead of treating, for the next calls
    int loseAnswers = 0;                     // registrations treated and not answered
    std::function<void()> beforeCreation;    // seen at the moment a CRE arrives
};

} // namespace escale::sne_test
