// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/pieces/piece_rules.h"

namespace escale::data {
extern const std::string_view kPieces;
}

namespace escale::pieces {

const Document* Rules::document(std::string_view type) const {
    const auto found = m_documents.find(type);
    return found == m_documents.end() ? nullptr : &found->second;
}

std::string_view Rules::sourceTitle(std::string_view name) const {
    const auto found = m_sources.find(name);
    return found == m_sources.end() ? std::string_view() : std::string_view(found->second);
}

std::string_view groupName(Group group) {
    switch (group) {
    case Group::registration:
        return "enregistrement";
    case Group::mandatory:
        return "obligatoire";
    case Group::complementary:
        break;
    }
    return "complementaire";
}

const Rules& pieceRules() {
    static const Rules kRules = Rules::load(data::kPieces, catalogue()).value();
    return kRules;
}

} // namespace escale::pieces
