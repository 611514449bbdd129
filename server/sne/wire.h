// SPDX-License-Identifier: GPL-3.0-or-later
// The three services of the SNE that we call, as SOAP 1.2 in MTOM packages: both sides of the wire.
// Pure functions. What is known of the format and what is a guess: README.md.
#pragma once

#include "server/sne/mtom.h"
#include "server/sne/xml.h"
#include "shared/base/date.h"
#include "shared/base/ports.h"
#include "shared/base/result.h"

#include <optional>
#include <string>
#include <string_view>

namespace escale::sne {

inline constexpr std::string_view kServicePath = "/services/DemandeLogementImplService/";
inline constexpr std::string_view kSoapNamespace = "http://www.w3.org/2003/05/soap-envelope";
inline constexpr std::string_view kWsNamespace = "http://ws.metier.nuu.application.i2/";
inline constexpr std::string_view kXopNamespace = "http://www.w3.org/2004/08/xop/include";

enum class Service { getNumUnique, getDoublons, getDemandeLogement };
std::string_view serviceName(Service service);

struct ServiceRequest {
    Service service = Service::getNumUnique;
    std::string fileName;        // "DEMG1226-201709011530-000000.xml"; not for getDemandeLogement
    std::string demandeXml;      // interfaceNuu, us-ascii; not for getDemandeLogement
    std::string certificateName; // "CERG1226-201709011530.pem"; not for getDoublons
    std::string certificatePem;  // may be empty
    std::string numUnique;       // getDemandeLogement only
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
    std::optional<XmlElement> content; // interfaceNuu or listeDoublons
};

WireMessage buildRequest(const ServiceRequest& request, Random& random);
/// Errc::malformed for what is not one of the three services, or lacks a part that it names.
Result<ServiceRequest> parseRequest(std::string_view contentType, std::string_view body);

/// `content` is an interfaceNuu or a listeDoublons.
WireMessage buildAnswer(Service service, const XmlElement& content, Random& random);
WireMessage buildFault(const SoapFault& fault);
/// Errc::malformed when neither a fault nor a content is there.
Result<ServiceAnswer> parseAnswer(std::string_view contentType, std::string_view body);

/// "DEM{guichet}-{YYYYMMDDHHMM}-{order on 6 digits}.xml" at the hour of Paris.
std::string demandeFileName(std::string_view guichet, std::int64_t atMs, int order);
/// "CER{guichet}-{YYYYMMDDHHMM}.pem".
std::string certificateFileName(std::string_view guichet, std::int64_t atMs);
/// "2026-11-22T10:31:05.120+01:00".
std::string parisTimestamp(std::int64_t epochMs);

} // namespace escale::sne
