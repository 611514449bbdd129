// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/schema.h"

#include "shared/nuu/xml_gate.h"

#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

#include <memory>

namespace escale::data {
extern const std::string_view lecture_escale_xsd;
}

namespace escale::sne {
namespace {

struct Free {
    void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
    void operator()(xmlSchema* schema) const { xmlSchemaFree(schema); }
    void operator()(xmlSchemaParserCtxt* context) const { xmlSchemaFreeParserCtxt(context); }
    void operator()(xmlSchemaValidCtxt* context) const { xmlSchemaFreeValidCtxt(context); }
};
template <typename T>
using Owned = std::unique_ptr<T, Free>;

/// Read once, only read afterwards; nullptr when libxml2 refuses it (a test says that it does not).
const Owned<xmlSchema>& theSchema() {
    static const Owned<xmlSchema> schema = [] {
        const std::string_view text = data::lecture_escale_xsd;
        const Owned<xmlSchemaParserCtxt> context(
            xmlSchemaNewMemParserCtxt(text.data(), static_cast<int>(text.size())));
        return Owned<xmlSchema>(context ? xmlSchemaParse(context.get()) : nullptr);
    }();
    return schema;
}

/// "/ns1:interfaceNuu/ns1:demande[1]" as "interfaceNuu/demande[1]".
std::string plainPath(xmlNode* node) {
    const std::unique_ptr<xmlChar, decltype(xmlFree)> raw(node ? xmlGetNodePath(node) : nullptr,
                                                          xmlFree);
    const std::string path = raw ? reinterpret_cast<const char*>(raw.get()) : "";
    std::string plain;
    std::size_t at = path.empty() ? 0 : 1;
    while (at < path.size()) {
        const auto end = std::min(path.find('/', at), path.size());
        const auto colon = path.find(':', at);
        plain += plain.empty() ? "" : "/";
        plain += path.substr(colon < end ? colon + 1 : at, end - (colon < end ? colon + 1 : at));
        at = end + 1;
    }
    return plain;
}

void collect(void* user, xmlError* error) {
    auto& faults = *static_cast<std::vector<SchemaFault>*>(user);
    if (faults.size() >= kMaxSchemaFaults)
        return;
    std::string message = error->message ? error->message : "";
    while (message.ends_with('\n'))
        message.pop_back();
    faults.push_back({plainPath(static_cast<xmlNode*>(error->node)), error->line, message});
}

} // namespace

Result<std::vector<SchemaFault>> checkSchema(std::string_view xml) {
    ESCALE_TRY(parseXml(xml));
    xmlSchema* schema = theSchema().get();
    if (!schema)
        return fail(Errc::internal, "schéma illisible");
    constexpr int kOptions = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    const Owned<xmlDoc> doc(
        xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, kOptions));
    const Owned<xmlSchemaValidCtxt> context(xmlSchemaNewValidCtxt(schema));
    if (!doc || !context)
        return fail(Errc::internal, "libxml2 ne démarre pas");
    std::vector<SchemaFault> faults;
    xmlSchemaSetValidStructuredErrors(context.get(), collect, &faults);
    const int outcome = xmlSchemaValidateDoc(context.get(), doc.get());
    if (outcome < 0)
        return fail(Errc::internal, "libxml2 n’a pas pu vérifier");
    return faults;
}

} // namespace escale::sne
