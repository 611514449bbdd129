// SPDX-License-Identifier: GPL-3.0-or-later
// A small XML tree: what the messages of the SNE need, nothing more. No library type.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace escale::sne {

struct XmlAttribute {
    std::string ns; // namespace URI, empty for most
    std::string name;
    std::string value;
    bool operator==(const XmlAttribute&) const = default;
};

/// Namespace URIs are resolved, prefixes forgotten. `text` is the character data of an element
/// without children; white space between children is dropped.
struct XmlElement {
    std::string ns;
    std::string name;
    std::vector<XmlAttribute> attributes;
    std::string text;
    std::vector<XmlElement> children;

    bool operator==(const XmlElement&) const = default;

    /// First child of that local name; nullptr when absent.
    [[nodiscard]] const XmlElement* child(std::string_view local) const;
    [[nodiscard]] XmlElement* child(std::string_view local);
    /// Follows local names separated by '/'; nullptr when one is absent.
    [[nodiscard]] const XmlElement* at(std::string_view path) const;
    /// First element of that local name, this one included, in document order.
    [[nodiscard]] const XmlElement* findDeep(std::string_view local) const;
    /// Text of the element at `path` without white space around it, "" when absent.
    [[nodiscard]] std::string textAt(std::string_view path) const;
    /// Attribute `code` of the element at `path`, "" when absent.
    [[nodiscard]] std::string codeAt(std::string_view path) const;
    /// Value of the attribute of that local name, "" when absent.
    [[nodiscard]] std::string attribute(std::string_view local) const;

    /// Adds an element of the same namespace and returns it; valid until the next add.
    XmlElement& add(std::string local, std::string content = {});
    XmlElement& addCode(std::string local, std::string code);
    XmlElement& setAttribute(std::string local, std::string value);
};

/// `text` without the white space of XML (space, tab, CR, LF) around it.
std::string_view trimXml(std::string_view text);

} // namespace escale::sne
