// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/xml.h"

#include <algorithm>

namespace escale::sne {

const XmlElement* XmlElement::child(std::string_view local) const {
    const auto found = std::ranges::find(children, local, &XmlElement::name);
    return found == children.end() ? nullptr : &*found;
}

XmlElement* XmlElement::child(std::string_view local) {
    return const_cast<XmlElement*>(std::as_const(*this).child(local));
}

const XmlElement* XmlElement::at(std::string_view path) const {
    const XmlElement* element = this;
    while (element && !path.empty()) {
        const auto slash = path.find('/');
        element = element->child(path.substr(0, slash));
        path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
    }
    return element;
}

const XmlElement* XmlElement::findDeep(std::string_view local) const {
    if (name == local)
        return this;
    for (const XmlElement& next : children) {
        if (const XmlElement* found = next.findDeep(local))
            return found;
    }
    return nullptr;
}

std::string XmlElement::textAt(std::string_view path) const {
    const XmlElement* element = at(path);
    return element ? std::string(trimXml(element->text)) : std::string();
}

std::string XmlElement::codeAt(std::string_view path) const {
    const XmlElement* element = at(path);
    return element ? element->attribute("code") : std::string();
}

std::string XmlElement::attribute(std::string_view local) const {
    const auto found = std::ranges::find(attributes, local, &XmlAttribute::name);
    return found == attributes.end() ? std::string() : found->value;
}

XmlElement& XmlElement::add(std::string local, std::string content) {
    children.push_back({ns, std::move(local), {}, std::move(content), {}});
    return children.back();
}

XmlElement& XmlElement::addCode(std::string local, std::string code) {
    return add(std::move(local)).setAttribute("code", std::move(code));
}

XmlElement& XmlElement::setAttribute(std::string local, std::string value) {
    attributes.push_back({{}, std::move(local), std::move(value)});
    return *this;
}

std::string_view trimXml(std::string_view text) {
    constexpr std::string_view kSpace = " \t\r\n";
    const auto first = text.find_first_not_of(kSpace);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

} // namespace escale::sne
