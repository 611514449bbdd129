// SPDX-License-Identifier: GPL-3.0-or-later
// One call to the SNE, one typed outcome.
#pragma once

#include "server/http/client.h"
#include "server/sne/wire.h"
#include "shared/nuu/feeds.h"
#include "shared/nuu/interface_nuu.h"

#include <chrono>
#include <memory>
#include <string>
#include <variant>
#include <vector>

namespace escale::sne {

struct GotNumUnique {
    std::string numUnique;
};
struct GotAnomalies {
    std::vector<NuuAnomaly> anomalies;
};
struct GotDoublons {
    std::vector<Doublon> doublons;
};
struct GotDemande {
    XmlElement interfaceNuu;
};
struct GotDalos {
    std::vector<NewDalo> rows;
};
struct GotEnded {
    std::vector<EndedDemande> rows;
};
/// The SNE read the request and could not treat it.
struct GotFault {
    SoapFault fault;
};
/// The other side answered no before treating anything: TLS, HTTP 4xx.
struct Refused {
    std::string detail;
};
/// Nothing left, or not the whole request: it cannot have been carried out.
struct Unreachable {
    std::string detail;
};
/// The whole request left; whether it was carried out is not known. Also HTTP 5xx without a fault
/// and an answer that cannot be read.
struct AnswerLost {
    std::string detail;
};

using Outcome = std::variant<GotNumUnique, GotAnomalies, GotDoublons, GotDemande, GotDalos,
                             GotEnded, GotFault, Refused, Unreachable, AnswerLost>;

/// What was on the wire, kept as proof.
struct Exchange {
    Outcome outcome;
    std::string request;  // body
    std::string response; // body, empty when none came
    /// First element of the answer that does not follow our reading of the schema; "" when all do.
    /// Told, never a reason to refuse: it is only our reading.
    std::string outOfSchema{};
};

struct SneConfig {
    http::Url url; // target included: kServicePath
    http::ClientConfig tls;
    std::string guichet;                  // "G1226"
    std::string encryptionCertificatePem; // joined to the requests, may be empty
    std::chrono::milliseconds timeout{30'000};
};

/// What the forwarder needs of the SNE.
class SneService {
public:
    virtual ~SneService() = default;
    /// `xml` is an interfaceNuu in us-ascii. GotNumUnique or GotAnomalies when all goes well.
    virtual Exchange getNumUnique(const std::string& fileName, const std::string& xml) = 0;
    /// GotDoublons when all goes well.
    virtual Exchange getDoublons(const std::string& fileName, const std::string& xml) = 0;
    /// GotDemande, or GotAnomalies for a number that is not there.
    virtual Exchange getDemandeLogement(const std::string& numUnique) = 0;
};

/// What the register says of demandes that it holds, and what a commission decided.
class SneFeeds {
public:
    virtual ~SneFeeds() = default;
    /// GotDalos when all goes well: since that instant.
    virtual Exchange getNouveauxDalo(std::int64_t sinceMs) = 0;
    /// GotEnded when all goes well.
    virtual Exchange getDemandesRadiees(std::int64_t sinceMs) = 0;
    /// `xml` is an interfaceNuu with its numUnique and its dalo. GotNumUnique or GotAnomalies.
    virtual Exchange declareDalo(const std::string& fileName, const std::string& xml) = 0;
};

/// Over HTTPS with a client certificate. May be used from several threads at once.
class SneClient final : public SneService, public SneFeeds {
public:
    /// Errc::cryptoFailure when a certificate or a key cannot be used. `clock` and `random` outlive
    /// the client.
    static Result<std::unique_ptr<SneClient>> make(SneConfig config, const Clock& clock,
                                                   Random& random);

    Exchange getNumUnique(const std::string& fileName, const std::string& xml) override;
    Exchange getDoublons(const std::string& fileName, const std::string& xml) override;
    Exchange getDemandeLogement(const std::string& numUnique) override;
    Exchange getNouveauxDalo(std::int64_t sinceMs) override;
    Exchange getDemandesRadiees(std::int64_t sinceMs) override;
    Exchange declareDalo(const std::string& fileName, const std::string& xml) override;

private:
    [[nodiscard]] ServiceRequest certified(Service service) const;
    SneClient(SneConfig config, http::HttpsClient client, const Clock& clock, Random& random);
    Exchange call(const ServiceRequest& request);

    SneConfig m_config;
    http::HttpsClient m_client;
    const Clock& m_clock;
    Random& m_random;
};

/// The outcome of an HTTP answer, whatever brought it. Pure.
Outcome readOutcome(Service service, int status, std::string_view contentType,
                    std::string_view body);
/// The outcome of a call without an answer. Pure.
Outcome readFailure(const http::ClientFailure& failure);

} // namespace escale::sne
