// SPDX-License-Identifier: GPL-3.0-or-later
// The six services of the SNE, as SOAP 1.2 in MTOM packages: both sides of the wire.
// Pure functions. What is known of the format and what is a guess: README.md.
#pragma once

#include "server/sne/mtom.h"
#include "shared/base/date.h"
#include "shared/base/ports.h"
#include "shared/base/result.h"
#include "shared/nuu/xml.h"

#include <optional>
#include <string>
#include <string_view>

namespace escale::sne {

inline constexpr std::string_view kServicePath = "/services/DemandeLogementImplService/";
inline constexpr std::string_view kSoapNamespace = "http://www.w3.org/2003/05/soap-envelope";
inline constexpr std::string_view kWsNamespace = "http://ws.metier.nuu.application.i2/";
inline constexpr std::string_view kXopNamespace = "http://www.w3.org/2004/08/xop/include";

enum class Service {
    getNumUnique,
    getDoublons,
    getDemandeLogement,
    getNouveauxDaloDepuisLe,
    getDemandesRadieesDepuisLe,
    declarationNouveauDalo, // its parameters are ours: no source gives them
};
std::string_view serviceName(Service service);

struct ServiceRequest {
    Service service = Service::getNumUnique;
    std::string fileName;        // "DEMG1226-201709011530-000000.xml", where a demande is sent
    std::string demandeXml;      // interfaceNuu, us-ascii, likewise
    std::string certificateName; // "CERG1226-201709011530.pem"; not for getDoublons
    std::string certificatePem;  // may be empty
    std::string numUnique;       // getDemandeLogement only
    std::string since;           // the two …DepuisLe: "2026-11-22T10:31:05.120+01:00"
    bool operator==(const ServiceRequest&) const = default;
};

/// A fault of SOAP 1.2: the other side could not treat the request.
struct SoapFault {
    std::string code; // "soap:Receiver"
    std::string reason;
    bool operator==(const SoapFault&) const = default;
};

/// One of the two is set.
struct ServiceAnswer {
    std::optional<SoapFault> fault;
    std::optional<XmlElement> content; // interfaceNuu or one of the lists
};

WireMessage buildRequest(const ServiceRequest& request, Random& random);
/// Errc::malformed for what is not one of the services, or lacks a part that it names.
Result<ServiceRequest> parseRequest(std::string_view contentType, std::string_view body);

/// `content` is an interfaceNuu or one of the lists.
WireMessage buildAnswer(Service service, const XmlElement& content, Random& random);
WireMessage buildFault(const SoapFault& fault);
/// Errc::malformed when neither a fault nor a content is there.
Result<ServiceAnswer> parseAnswer(std::string_view contentType, std::string_view body);

} // namespace escale::sne
