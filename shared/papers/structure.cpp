// SPDX-License-Identifier: GPL-3.0-or-later
// libqpdf reads and writes the objects: they are never searched for as text.
#include "shared/papers/structure.h"

#include <exception>
#include <memory>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace escale::papers {

namespace {

QPDFObjectHandle words(const std::string& utf8) {
    return QPDFObjectHandle::newUnicodeString(utf8);
}

/// Walks the tree in the order in which it was written, and marks each element.
class Marker {
public:
    explicit Marker(const Structure& structure)
        : m_structure(structure) {}

    void walk(const QPDFObjectHandle& node) {
        QPDFObjectHandle children = node;
        children = children.getKey("/K");
        if (children.isDictionary())
            mark(children);
        else if (children.isArray())
            for (int i = 0; i < children.getArrayNItems(); ++i)
                if (children.getArrayItem(i).isDictionary())
                    mark(children.getArrayItem(i));
    }
    [[nodiscard]] bool whole() const { return m_same && m_at == m_structure.size(); }

private:
    void mark(QPDFObjectHandle element) {
        if (!element.getKey("/S").isName())
            return;
        if (m_at >= m_structure.size() ||
            element.getKey("/S").getName() != "/" + m_structure[m_at].name) {
            m_same = false;
            return;
        }
        const Element& known = m_structure[m_at++];
        if (!known.language.empty())
            element.replaceKey("/Lang", QPDFObjectHandle::newString(known.language));
        if (!known.alternative.empty())
            element.replaceKey("/Alt", words(known.alternative));
        walk(element);
    }

    const Structure& m_structure;
    std::size_t m_at = 0;
    bool m_same = true;
};

Result<Bytes> mark(ByteView written, const Structure& structure, const std::string& language) {
    const std::shared_ptr<QPDF> pdf = QPDF::create();
    pdf->setSuppressWarnings(true);
    pdf->processMemoryFile("papier", reinterpret_cast<const char*>(written.data()), written.size());
    QPDFObjectHandle root = pdf->getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString(language));
    auto shown = QPDFObjectHandle::newDictionary();
    shown.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", shown);
    Marker marker(structure);
    marker.walk(root.getKey("/StructTreeRoot"));
    if (!marker.whole())
        return fail(Errc::internal, "l’arbre du document n’est pas celui qui a été écrit");
    // Readers follow the order of the structure with the keyboard too (ISO 14289-1 §7.18.3).
    for (QPDFObjectHandle page : pdf->getAllPages())
        page.replaceKey("/Tabs", QPDFObjectHandle::newName("/S"));
    QPDFWriter writer(*pdf);
    writer.setOutputMemory();
    writer.setStaticID(false);
    writer.write();
    const std::shared_ptr<Buffer> out = writer.getBufferSharedPointer();
    return Bytes(out->getBuffer(), out->getBuffer() + out->getSize());
}

} // namespace

Result<Bytes> withStructure(ByteView written, const Structure& structure,
                            const std::string& language) {
    try {
        return mark(written, structure, language);
    } catch (const std::exception& thrown) { // the library's way to say that bytes are no PDF
        return fail(Errc::internal, std::string("libqpdf : ") + thrown.what());
    }
}

} // namespace escale::papers
