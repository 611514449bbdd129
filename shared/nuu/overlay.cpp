// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/overlay.h"

#include "shared/nuu/field_codec.h"
#include "shared/nuu/import.h"
#include "shared/nuu/interface_nuu.h"
#include "shared/nuu/nuu_completion.h"
#include "shared/nuu/nuu_order.h"
#include "shared/rules/rules.h"

#include <algorithm>
#include <map>
#include <set>

namespace escale::sne {
namespace {

/// Elements that follow from another of their parent, and are not answers by themselves: they come
/// from `fresh` when that one changed.
struct Follower {
    std::string_view changed; // start of its name
    std::string_view name;
};
constexpr Follower kFollowers[] = {
    {"lienDemandeur", "situationFamiliale"},
    {"codePostal", "etranger"},
    {"commune", "etranger"},
    {"montantMoins", "anneeMoins1"},
    {"montantMoins", "montantMoins1"},
    {"montantMoins", "anneeMoins2"},
    {"montantMoins", "montantMoins2"},
};
constexpr std::string_view kDependantsSums =
    "personnePhysique/demandeur/listeRessourceRecuePersACharge";
constexpr std::string_view kReasons = "personnePhysique/listeMotif";

const XmlElement* marked(const XmlElement& list, const std::string& mark) {
    const auto found = std::ranges::find_if(
        list.children, [&](const XmlElement& item) { return item.attribute(kItemMark) == mark; });
    return found == list.children.end() ? nullptr : &*found;
}

void erase(XmlElement& base, std::string_view path, const FieldSpec& field) {
    const auto slash = path.rfind('/');
    const std::string_view local = slash == std::string_view::npos ? path : path.substr(slash + 1);
    const std::string_view parentPath =
        slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
    if (!base.at(parentPath))
        return;
    std::erase_if(ensure(base, parentPath).children, [&](const XmlElement& child) {
        return child.name == local &&
               (field.sneCode.empty() || child.codeAt("ressource") == field.sneCode);
    });
}

class Overlay {
public:
    Overlay(XmlElement& demande, const XmlElement& fresh, const Dossier& dossier,
            const Catalogue& catalogue)
        : m_demande(demande)
        , m_fresh(fresh)
        , m_dossier(dossier)
        , m_catalogue(catalogue) {}

    /// Lists of items: those gone leave, those new come whole.
    void items(const std::set<std::string>& asked, const std::set<std::string>& askedBefore) {
        for (const CollectionSpec& collection : m_catalogue.collections()) {
            const std::string_view element = itemElement(collection.name);
            if (element.empty())
                continue;
            const std::string_view list = element.substr(0, element.rfind('/'));
            const auto inside = [&](const std::string& path) {
                return path.starts_with(collection.name + '[');
            };
            const bool shown = std::ranges::any_of(asked, inside);
            const bool shownBefore = std::ranges::any_of(askedBefore, inside);
            removeGone(list, shown || !shownBefore ? m_dossier.items(collection.name)
                                                   : std::vector<std::string>());
            addNew(list);
        }
    }

    void field(const std::string& path, const Value& before, bool asked, bool askedBefore) {
        const auto parsed = parsePath(path);
        const FieldSpec* spec = parsed ? m_catalogue.find(*parsed) : nullptr;
        if (!spec || !isTold(*spec))
            return;
        const Value now = undisputed(m_dossier, path);
        if (now == before && (asked || !askedBefore))
            return;
        const std::string_view item = itemElement(parsed->collection);
        XmlElement* base = &m_demande;
        std::string_view element = spec->sneElement;
        if (!parsed->collection.empty()) {
            base = itemOf(item, parsed->item.str());
            element = element.substr(std::min(element.size(), item.size() + 1));
        }
        if (!base)
            return;
        erase(*base, element, *spec);
        if (asked)
            writeField(*base, element, *spec, now, m_catalogue);
        follow(parsed->collection.empty() ? std::string() : std::string(item), parsed->item.str(),
               element);
    }

    /// Sums and reasons that the answers of the form add.
    void derived() {
        const XmlElement* sums = m_fresh.at(kDependantsSums);
        if (sums && !sums->children.empty())
            ensure(m_demande, kDependantsSums).children = sums->children;
        const XmlElement* reasons = m_fresh.at(kReasons);
        for (std::size_t i = 0; reasons && i < reasons->children.size(); ++i) {
            XmlElement& held = ensure(m_demande, kReasons);
            if (std::ranges::find(held.children, reasons->children[i]) == held.children.end())
                held.children.push_back(reasons->children[i]);
        }
    }

private:
    XmlElement* itemOf(std::string_view item, const std::string& mark) {
        const std::string_view list = item.substr(0, item.rfind('/'));
        if (item.empty() || !m_demande.at(list))
            return nullptr;
        return const_cast<XmlElement*>(marked(ensure(m_demande, list), mark));
    }

    void removeGone(std::string_view list, const std::vector<std::string>& present) {
        if (!m_demande.at(list))
            return;
        std::erase_if(ensure(m_demande, list).children, [&](const XmlElement& item) {
            return std::ranges::find(present, item.attribute(kItemMark)) == present.end();
        });
    }

    void addNew(std::string_view list) {
        const XmlElement* from = m_fresh.at(list);
        for (std::size_t i = 0; from && i < from->children.size(); ++i) {
            const XmlElement* held = m_demande.at(list);
            if (!held || !marked(*held, from->children[i].attribute(kItemMark)))
                ensure(m_demande, list).children.push_back(from->children[i]);
        }
    }

    /// Brings from `fresh` what stands beside the element that changed and follows from it.
    void follow(const std::string& item, const std::string& mark, std::string_view element) {
        const auto slash = element.rfind('/');
        const std::string_view parent =
            slash == std::string_view::npos ? std::string_view() : element.substr(0, slash);
        const XmlElement* from = &m_fresh;
        XmlElement* to = &m_demande;
        if (!item.empty()) {
            const XmlElement* list = m_fresh.at(std::string_view(item).substr(0, item.rfind('/')));
            from = list ? marked(*list, mark) : nullptr;
            to = itemOf(item, mark);
        }
        from = from ? from->at(parent) : nullptr;
        if (!from || !to || !to->at(parent))
            return;
        XmlElement& held = ensure(*to, parent);
        const std::string_view changed =
            element.substr(slash == std::string_view::npos ? 0 : slash + 1);
        for (const auto& [start, name] : kFollowers)
            if (changed.starts_with(start))
                bring(*from, name, held);
        // Only of the demandeur do we know both names.
        if (item.empty() && changed.starts_with("nom"))
            bring(*from, "nom", held);
    }

    static void bring(const XmlElement& from, std::string_view name, XmlElement& to) {
        const XmlElement* value = from.child(name);
        XmlElement* there = to.child(name);
        if (value && there)
            *there = *value;
        else if (value)
            to.children.push_back(*value);
    }

    XmlElement& m_demande;
    const XmlElement& m_fresh;
    const Dossier& m_dossier;
    const Catalogue& m_catalogue;
};

/// The dossier as it was right after it came.
Dossier asImported(const Answers& answers, const Dossier& dossier) {
    Dossier before;
    before.receivedOn = dossier.receivedOn;
    for (const auto& [path, value] : answers)
        before.fields[path].value = value;
    return before;
}

} // namespace

XmlElement overlay(XmlElement origin, const XmlElement& fresh, const Dossier& dossier,
                   const Catalogue& catalogue, const std::vector<std::string>& asked,
                   const Date& today) {
    const Answers answers = readMarked(origin, catalogue);
    const auto visible = toldFields(visibleFields(asImported(answers, dossier), catalogue, today));
    const std::set<std::string> before(visible.begin(), visible.end());
    const std::set<std::string> now(asked.begin(), asked.end());
    std::map<std::string, Value> values(answers.begin(), answers.end());
    for (const std::string& path : asked)
        values.try_emplace(path);
    const XmlElement none;
    const XmlElement* made = fresh.at(kDemandePath);
    Overlay writer(demandeOf(origin), made ? *made : none, dossier, catalogue);
    writer.items(now, before);
    for (const auto& [path, value] : values)
        writer.field(path, value, now.contains(path), before.contains(path));
    writer.derived();
    return origin;
}

} // namespace escale::sne
