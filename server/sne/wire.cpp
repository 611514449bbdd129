// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/sne/wire.h"

#include "shared/base/bytes.h"
#include "shared/nuu/xml_gate.h"
#include "shared/nuu/xml_writer.h"

#include <array>

namespace escale::sne {
namespace {

struct ServiceNames {
    Service service;
    std::string_view name;
    std::string_view request;
    std::string_view answer;
    bool demande;           // a demande is sent
    bool certificate;       // the certificate for the answer too
    std::string_view since; // parameter that holds a date, "" for none
};
constexpr std::array<ServiceNames, 6> kServices{{
    {Service::getNumUnique, "getNumUnique", "numUniqueParametres", "getNumUniqueReponse", true,
     true, ""},
    {Service::getDoublons, "getDoublons", "rechercheDoublonsParametres", "getDoublonsReponse", true,
     false, ""},
    {Service::getDemandeLogement, "getDemandeLogement", "demandeLogementParametres",
     "getDemandeLogementReponse", false, true, ""},
    {Service::getNouveauxDaloDepuisLe, "getNouveauxDaloDepuisLe", "nouveauxDaloDepuisLeParametres",
     "getNouveauxDaloDepuisLeReponse", false, true, "dateNouveauDaloDepuisLe"},
    {Service::getDemandesRadieesDepuisLe, "getDemandesRadieesDepuisLe",
     "demandesRadieesDepuisLeParametres", "getDemandesRadieesDepuisLeReponse", false, true,
     "dateRadiationDepuisLe"},
    {Service::declarationNouveauDalo, "declarationNouveauDalo", "declarationNouveauDaloParametres",
     "declarationNouveauDaloReponse", true, true, ""},
}};

const ServiceNames& namesOf(Service service) {
    return kServices.at(static_cast<std::size_t>(service));
}

std::string newToken(Random& random) {
    std::array<std::uint8_t, 16> bytes{};
    random.fill(bytes);
    return toHex(bytes);
}

std::string envelope(std::string_view content) {
    return "<soap:Envelope xmlns:soap=\"" + std::string(kSoapNamespace) + "\" xmlns:ws=\"" +
           std::string(kWsNamespace) + "\"><soap:Header/><soap:Body>" + std::string(content) +
           "</soap:Body></soap:Envelope>";
}

std::string element(std::string_view name, std::string_view text) {
    return '<' + std::string(name) + '>' + escapeXml(text, XmlCharset::utf8) + "</" +
           std::string(name) + '>';
}

/// The element and its xop:Include on one line: the other side minds white space.
std::string includeElement(std::string_view name, std::string_view type, std::string_view id) {
    return '<' + std::string(name) + " ws:contentType=\"" + std::string(type) +
           "\"><xop:Include xmlns:xop=\"" + std::string(kXopNamespace) +
           "\" href=\"cid:" + std::string(id) + "\"/></" + std::string(name) + '>';
}

MtomMessage messageFor(Service service) {
    MtomMessage message;
    message.action = std::string(kWsNamespace) + std::string(namesOf(service).name);
    return message;
}

/// The attachment that the element includes; an error when it is named and not there.
Result<std::string> included(const MtomMessage& message, const XmlElement& holder) {
    const XmlElement* include = holder.child("Include");
    if (!include || include->ns != kXopNamespace)
        return fail(Errc::malformed, "xop:Include absent");
    const Attachment* part = message.byHref(include->attribute("href"));
    if (!part)
        return fail(Errc::malformed, "partie jointe absente du message");
    return part->content;
}

Result<XmlElement> soapBody(const MtomMessage& message) {
    ESCALE_TRY_ASSIGN(root, parseXml(message.soap));
    if (root.name != "Envelope" || root.ns != kSoapNamespace)
        return fail(Errc::malformed, "ce n’est pas une enveloppe SOAP 1.2");
    const XmlElement* body = root.child("Body");
    if (!body || body->ns != kSoapNamespace || body->children.empty())
        return fail(Errc::malformed, "corps SOAP vide");
    return *body;
}

Result<void> readParts(const MtomMessage& message, const XmlElement& parameters,
                       ServiceRequest& request) {
    const ServiceNames& names = namesOf(request.service);
    if (names.demande) {
        const XmlElement* file = parameters.child("fichierDemande");
        if (!file)
            return fail(Errc::malformed, "fichierDemande absent");
        ESCALE_TRY_ASSIGN(xml, included(message, *file));
        request.demandeXml = std::move(xml);
        request.fileName = parameters.textAt("nomFichierDemande");
    } else if (!names.since.empty()) {
        request.since = parameters.textAt(names.since);
    } else {
        request.numUnique = parameters.textAt("numUnique");
    }
    if (const XmlElement* certificate = parameters.child("certificat")) {
        ESCALE_TRY_ASSIGN(pem, included(message, *certificate));
        request.certificatePem = std::move(pem);
        request.certificateName = parameters.textAt("nomCertificat");
    }
    return {};
}

SoapFault readFault(const XmlElement& fault) {
    SoapFault read{fault.textAt("Code/Value"), fault.textAt("Reason/Text")};
    if (read.reason.empty())
        read.reason = fault.textAt("faultstring"); // SOAP 1.1, from proxies
    return read;
}

const XmlElement* contentOf(const XmlElement& tree) {
    for (const char* name : {"interfaceNuu", "listeDoublons", "listeDalo", "listeRadiations"})
        if (const XmlElement* content = tree.findDeep(name))
            return content;
    return nullptr;
}

} // namespace

std::string_view serviceName(Service service) {
    return namesOf(service).name;
}

WireMessage buildRequest(const ServiceRequest& request, Random& random) {
    const ServiceNames& names = namesOf(request.service);
    const std::string token = newToken(random);
    const std::string demandeId = "demande." + token + "@escale";
    const std::string certificateId = "certificat." + token + "@escale";
    MtomMessage message = messageFor(request.service);
    std::string children;
    if (names.demande) {
        children += element("nomFichierDemande", request.fileName);
        children += includeElement("fichierDemande", "text/xml", demandeId);
    } else if (!names.since.empty()) {
        children += element(names.since, request.since);
    } else {
        children += element("numUnique", request.numUnique);
    }
    if (names.certificate) {
        children += element("nomCertificat", request.certificateName);
        children += includeElement("certificat", "application/x-x509-ca-cert", certificateId);
        message.attachments.push_back(
            {certificateId, "application/octet-stream; name=\"" + request.certificateName + '"',
             request.certificateName, request.certificatePem, true});
    }
    if (names.demande) {
        message.attachments.push_back(
            {demandeId, "text/xml; charset=us-ascii; name=\"" + request.fileName + '"',
             request.fileName, request.demandeXml, false});
    }
    const std::string root = "ws:" + std::string(names.request);
    message.soap = envelope('<' + root + '>' + children + "</" + root + '>');
    return buildMtom(message, token);
}

Result<ServiceRequest> parseRequest(std::string_view contentType, std::string_view body) {
    ESCALE_TRY_ASSIGN(message, parseMtom(contentType, body));
    ESCALE_TRY_ASSIGN(soap, soapBody(message));
    const XmlElement& parameters = soap.children.front();
    for (const ServiceNames& names : kServices) {
        if (parameters.name != names.request || parameters.ns != kWsNamespace)
            continue;
        ServiceRequest request;
        request.service = names.service;
        ESCALE_TRY(readParts(message, parameters, request));
        return request;
    }
    return fail(Errc::malformed, "service inconnu");
}

WireMessage buildAnswer(Service service, const XmlElement& content, Random& random) {
    MtomMessage message = messageFor(service);
    const std::string root = "ws:" + std::string(namesOf(service).answer);
    message.soap =
        envelope('<' + root + '>' + writeXml(content, "ns1", XmlCharset::utf8) + "</" + root + '>');
    return buildMtom(message, newToken(random));
}

WireMessage buildFault(const SoapFault& fault) {
    return {"application/soap+xml; charset=UTF-8",
            envelope("<soap:Fault><soap:Code><soap:Value>" +
                     escapeXml(fault.code, XmlCharset::utf8) +
                     "</soap:Value></soap:Code><soap:Reason><soap:Text xml:lang=\"fr\">" +
                     escapeXml(fault.reason, XmlCharset::utf8) +
                     "</soap:Text></soap:Reason></soap:Fault>")};
}

Result<ServiceAnswer> parseAnswer(std::string_view contentType, std::string_view body) {
    ESCALE_TRY_ASSIGN(message, parseMtom(contentType, body));
    ESCALE_TRY_ASSIGN(root, parseXml(message.soap));
    if (root.name != "Envelope")
        return fail(Errc::malformed, "réponse sans enveloppe SOAP");
    ServiceAnswer answer;
    if (const XmlElement* fault = root.at("Body/Fault")) {
        answer.fault = readFault(*fault);
        return answer;
    }
    if (const XmlElement* content = contentOf(root)) {
        answer.content = *content;
        return answer;
    }
    const XmlElement* include = root.findDeep("Include");
    if (!include)
        return fail(Errc::malformed, "réponse sans contenu");
    const Attachment* part = message.byHref(include->attribute("href"));
    if (!part)
        return fail(Errc::malformed, "partie jointe absente de la réponse");
    ESCALE_TRY_ASSIGN(joined, parseXml(part->content));
    const XmlElement* content = contentOf(joined);
    if (!content)
        return fail(Errc::malformed, "réponse sans contenu");
    answer.content = *content;
    return answer;
}

} // namespace escale::sne
