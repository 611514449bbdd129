// SPDX-License-Identifier: GPL-3.0-or-later
// Reads with libxml2; schema.cpp is the only other file that includes it.
#include "shared/nuu/xml_gate.h"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <memory>
#include <mutex>

namespace escale::sne {
namespace {

struct FreeDoc {
    void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};
struct FreeContext {
    void operator()(xmlParserCtxt* context) const { xmlFreeParserCtxt(context); }
};

std::string text(const xmlChar* chars) {
    return chars ? reinterpret_cast<const char*>(chars) : "";
}

std::string namespaceOf(const xmlNs* ns) {
    return ns ? text(ns->href) : std::string();
}

std::string valueOf(const xmlAttr* attribute) {
    std::string value;
    for (const xmlNode* node = attribute->children; node; node = node->next)
        value += text(node->content);
    return value;
}

/// At most kMaxXmlDepth levels deep: the gate has counted them.
XmlElement convert(const xmlNode* node) {
    XmlElement element{namespaceOf(node->ns), text(node->name), {}, {}, {}};
    for (const xmlAttr* attribute = node->properties; attribute; attribute = attribute->next) {
        element.attributes.push_back(
            {namespaceOf(attribute->ns), text(attribute->name), valueOf(attribute)});
    }
    for (const xmlNode* child = node->children; child; child = child->next) {
        if (child->type == XML_ELEMENT_NODE)
            element.children.push_back(convert(child));
        else if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
            element.text += text(child->content);
    }
    if (!element.children.empty())
        element.text.clear();
    return element;
}

} // namespace

Result<XmlElement> parseXml(std::string_view bytes) {
    ESCALE_TRY(checkXml(bytes));
    static std::once_flag once;
    std::call_once(once, [] { xmlInitParser(); });
    const std::unique_ptr<xmlParserCtxt, FreeContext> context(xmlNewParserCtxt());
    if (!context)
        return fail(Errc::internal, "libxml2 ne démarre pas");
    constexpr int kOptions =
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_COMPACT;
    const std::unique_ptr<xmlDoc, FreeDoc> doc(xmlCtxtReadMemory(
        context.get(), bytes.data(), static_cast<int>(bytes.size()), nullptr, nullptr, kOptions));
    const xmlNode* root = doc ? xmlDocGetRootElement(doc.get()) : nullptr;
    if (!root || !context->wellFormed || !context->nsWellFormed)
        return fail(Errc::malformed, "XML mal formé");
    return convert(root);
}

} // namespace escale::sne
