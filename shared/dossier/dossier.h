// SPDX-License-Identifier: GPL-3.0-or-later
// A dossier: a map of versioned fields, its open conflicts, and where it stands.
#pragma once

#include "shared/base/ids.h"
#include "shared/dossier/condition.h"
#include "shared/dossier/path.h"
#include "shared/dossier/value.h"

#include <map>
#include <string>
#include <vector>

namespace escale {

/// Hybrid logical clock: for people to read and to order what one device did; never decides alone.
struct Stamp {
    std::int64_t ms = 0;
    std::int64_t counter = 0;
    auto operator<=>(const Stamp&) const = default;
};

/// Who gave a value, on what, when.
struct Origin {
    DeviceId device;
    std::int64_t seq = 0; // number of the edit on that device
    std::string author;   // "demandeur", "mediateur", "guichet", "sne", or a name the site chose
    Stamp at;
    bool operator==(const Origin&) const = default;
};

struct FieldState {
    Value value;
    /// Revision of the dossier that set it. In a view made by withPending, a field with a pending
    /// answer keeps the revision that its author had in front of them (0: none).
    std::int64_t revision = 0;
    Origin origin; // of a union of several people's sets: seq 0
    bool operator==(const FieldState&) const = default;
};

/// One of the values that people gave for the same field without seeing each other's.
struct Candidate {
    Value value;
    Origin origin;
    std::int64_t revision = 0; // of the dossier when it joined
    bool operator==(const Candidate&) const = default;
};

/// An open clash: every value stays until a person closes it.
struct Conflict {
    std::string path;
    Value baseValue; // what both had in front of them; empty when nothing
    std::int64_t baseRevision = 0;
    std::vector<Candidate> candidates; // at least two, in order of arrival
    std::size_t winner = 0;            // provisional, index in candidates
    bool operator==(const Conflict&) const = default;
};

/// Where a demande stands, from the first answer to the numéro unique.
enum class DossierStage {
    draft,      // en_cours: being answered
    deposited,  // deposee: the person has confirmed; the server has it or will
    toDecide,   // a_decider: a person must choose (a clash on a field the SNE needs, doublons)
    toCorrect,  // a_corriger: something is missing, or the SNE answered with anomalies
    forwarding, // en_transmission: sent, the SNE's answer is awaited
    registered, // enregistree: the SNE gave the numéro unique
};
std::string_view stageName(DossierStage stage);
Result<DossierStage> stageFromName(std::string_view name);

/// Something a person has to do, in plain words.
struct Task {
    std::string code;    // "anomalie:CTRL_DEM_0012", "manque", "doublons", "conflit"
    std::string path;    // field concerned, may be empty
    std::string message; // French, for the person
    bool operator==(const Task&) const = default;
};

/// Pages of a pièce as the server has received them.
struct PieceStatus {
    PieceId piece;
    int pagesExpected = 0;
    int pagesReceived = 0;
    bool operator==(const PieceStatus&) const = default;
};

/// What a device is and where it stands, in words for people; beside the values of a clash.
struct DevicePlace {
    DeviceId device;
    std::string role; // "borne", "mediateur", "permanence"
    std::string site; // as its enrolment named it: "Mairie de Gonesse"
    bool operator==(const DevicePlace&) const = default;
};

struct Dossier final : AnswerSource {
    DossierId id;
    std::int64_t revision = 0;                // grows by one with each edit the server applied
    std::map<std::string, FieldState> fields; // by canonical path; cleared fields stay, empty
    std::vector<Conflict> conflicts;          // open ones
    bool parallel = false; // several people worked on it at once: information, nothing to do
    DossierStage stage = DossierStage::draft;
    std::string numeroUnique; // 18 characters, only ever from the SNE
    std::string receivedOn;   // date of deposit = reception by the server, ISO; empty before
    std::vector<Task> tasks;
    std::vector<PieceStatus> pieces;
    std::vector<DevicePlace> places; // of the devices in `conflicts`, as the server told them

    bool operator==(const Dossier& other) const;
    [[nodiscard]] Value answer(const std::string& path) const override;
    /// Items that are there: not removed, with their presence or at least one field set. Ordered by
    /// the field "rang" where the collection has one, then by ID (that is, by creation).
    [[nodiscard]] std::vector<std::string> items(const std::string& collection) const override;
    [[nodiscard]] const Conflict* conflictOn(const std::string& path) const;
    /// nullptr when the server did not say.
    [[nodiscard]] const DevicePlace* placeOf(const DeviceId& device) const;
};

/// Local reference and code de reprise of the dossier (field "reference").
std::string referenceOf(const Dossier& dossier);

} // namespace escale
