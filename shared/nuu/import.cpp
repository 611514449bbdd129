// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/import.h"

#include "shared/dossier/check.h"
#include "shared/nuu/field_codec.h"
#include "shared/nuu/interface_nuu.h"
#include "shared/nuu/nuu_order.h"
#include "shared/nuu/sne_mapper.h"
#include "shared/nuu/wire_time.h"
#include "shared/nuu/xml_gate.h"
#include "shared/nuu/xml_writer.h"

#include <algorithm>
#include <map>
#include <set>

namespace escale::sne {
namespace {

constexpr std::string_view kPostal = "demandeur.postale.";

class Reader {
public:
    Reader(const XmlElement& demande, const Catalogue& catalogue)
        : m_demande(demande)
        , m_catalogue(catalogue) {}

    Answers read() {
        for (const FieldSpec& field : m_catalogue.fields()) {
            const bool told = isTold(field) && !field.id.starts_with(kPostal);
            const auto bracket = field.id.find("[]");
            if (told && bracket != std::string::npos)
                readItems(field, field.id.substr(0, bracket));
            else if (told)
                take(field, m_demande, field.sneElement, field.id);
        }
        names("personnePhysique/demandeur", "demandeur.");
        implied();
        return std::move(m_answers);
    }

private:
    void take(const FieldSpec& field, const XmlElement& base, std::string_view path,
              std::string id) {
        put(field, std::move(id), readField(base, path, field, m_catalogue));
    }

    void put(const FieldSpec& field, std::string id, Value value) {
        const auto* text = std::get_if<std::string>(&value);
        if (!isEmpty(value) && !(text && text->empty()) && checkValue(field, value, m_catalogue))
            m_answers.emplace_back(std::move(id), std::move(value));
    }

    void put(const std::string& path, Value value) {
        const auto parsed = parsePath(path);
        if (const FieldSpec* field = parsed ? m_catalogue.find(*parsed) : nullptr)
            put(*field, path, std::move(value));
    }

    void readItems(const FieldSpec& field, const std::string& collection) {
        const std::string_view item = itemElement(collection);
        const auto slash = item.rfind('/');
        const XmlElement* list = item.empty() ? nullptr : m_demande.at(item.substr(0, slash));
        for (std::size_t i = 0; list && i < list->children.size(); ++i) {
            const XmlElement& element = list->children[i];
            const std::string base = collection + '[' + element.attribute(kItemMark) + ']';
            if (m_seen.insert(base).second)
                present(collection, base, element, i);
            const std::string_view rest =
                std::string_view(field.sneElement)
                    .substr(std::min(field.sneElement.size(), item.size() + 1));
            take(field, element, rest, base + field.id.substr(collection.size() + 2));
        }
    }

    void present(const std::string& collection, const std::string& base, const XmlElement& element,
                 std::size_t place) {
        m_answers.emplace_back(base, true);
        if (collection == "localisations")
            put(base + ".rang", static_cast<std::int64_t>(place + 1));
        // The older form gives `nom` alone: it is the only name known.
        if (collection == "codemandeurs" && !element.child("nomPatronymique"))
            put(base + ".nom", element.textAt("nom"));
        natures(element, base + ".");
    }

    void names(std::string_view element, const std::string& base) {
        const XmlElement* person = m_demande.at(element);
        if (!person)
            return;
        natures(*person, base);
        const std::string used = person->textAt("nom");
        const std::string birth = person->textAt("nomPatronymique");
        if (birth.empty()) {
            std::erase_if(m_answers,
                          [&](const auto& it) { return it.first == base + "nom_usage"; });
            put(base + "nom", used);
        } else if (used == birth) {
            for (auto& [path, value] : m_answers)
                if (path == base + "nom_usage")
                    value = Marker::none;
        }
    }

    /// Which kinds of resources there are: a question of its own in the form.
    void natures(const XmlElement& person, const std::string& base) {
        TextList codes;
        const XmlElement* list = person.child("listeRessourceRecue");
        const auto* known = m_catalogue.codeList("ressource");
        for (std::size_t i = 0; known && list && i < list->children.size(); ++i) {
            const std::string code = list->children[i].codeAt("ressource");
            const auto found = std::ranges::find(*known, code, &CodeEntry::sneCode);
            if (found != known->end())
                codes.push_back(found->code);
        }
        std::ranges::sort(codes);
        codes.erase(std::ranges::unique(codes).begin(), codes.end());
        if (!codes.empty())
            put(base + "ressources.natures", std::move(codes));
    }

    /// Questions of the form that the interface answers by what it lists.
    void implied() {
        const XmlElement* physique = m_demande.child("personnePhysique");
        if (const std::string numero = m_demande.textAt("numUnique"); isNumeroUnique(numero)) {
            put("demande.nature", std::string("modification"));
            put("demande.numero_unique", numero);
        }
        const auto holds = [&](const char* list) {
            const XmlElement* found = physique ? physique->child(list) : nullptr;
            return found && !found->children.empty();
        };
        if (!physique)
            return;
        put("foyer.conjoint", holds("listeCotitulaire"));
        put("foyer.personnes_a_charge", holds("listePersonneACharge"));
        put("foyer.autres_enfants", holds("listePersonneEnGarde"));
        put("naissances.attendues", physique->child("personneANaitre") != nullptr);
    }

    const XmlElement& m_demande;
    const Catalogue& m_catalogue;
    Answers m_answers;
    std::set<std::string> m_seen;
};

void markItems(XmlElement& demande, const Catalogue& catalogue, const NewItem& newItem) {
    for (const CollectionSpec& collection : catalogue.collections()) {
        const std::string_view item = itemElement(collection.name);
        const auto slash = item.rfind('/');
        if (item.empty() || !demande.at(item.substr(0, slash)))
            continue;
        for (XmlElement& element : ensure(demande, item.substr(0, slash)).children)
            element.setAttribute(std::string(kItemMark), newItem().str());
    }
}

/// Leaves of `element` that `back` has not, or has otherwise.
void listKept(const XmlElement& element, const XmlElement* back, const std::string& path,
              std::vector<std::string>& out) {
    if (element.children.empty()) {
        const bool said =
            back && back->text == element.text && back->attributes == element.attributes;
        if (!said && std::ranges::find(out, path) == out.end())
            out.push_back(path);
        return;
    }
    std::map<std::string, std::size_t> places;
    for (const XmlElement& child : element.children) {
        std::size_t before = places[child.name]++;
        const XmlElement* same = nullptr;
        for (std::size_t i = 0; back && !same && i < back->children.size(); ++i)
            if (back->children[i].name == child.name && before-- == 0)
                same = &back->children[i];
        listKept(child, same, path.empty() ? child.name : path + '/' + child.name, out);
    }
}

/// What the form alone would send of these answers.
XmlElement sentByTheForm(const Answers& answers, const XmlElement& demande,
                         const Catalogue& catalogue) {
    Dossier dossier;
    dossier.receivedOn = demande.textAt("dateCreationDemande");
    for (const auto& [path, value] : answers)
        dossier.fields[path].value = value;
    MapSettings settings;
    settings.numUnique = demande.textAt("numUnique");
    settings.nowMs = instantOf(dossier.receivedOn + "T12:00:00.000+01:00").value_or(0);
    return toInterfaceNuu(dossier, catalogue, settings);
}

} // namespace

Answers readMarked(const XmlElement& marked, const Catalogue& catalogue) {
    const XmlElement* demande = marked.at(kDemandePath);
    return demande ? Reader(*demande, catalogue).read() : Answers();
}

Result<Imported> importDemande(const XmlElement& interfaceNuu, const Catalogue& catalogue,
                               const NewItem& newItem) {
    const XmlElement* demande = interfaceNuu.at(kDemandePath);
    if (interfaceNuu.name != "interfaceNuu" || interfaceNuu.ns != kNuuNamespace || !demande ||
        !demande->at("personnePhysique/demandeur"))
        return fail(Errc::malformed, "ce n’est pas la demande d’une personne");
    XmlElement marked = interfaceNuu;
    removeMarks(marked); // a mark of somebody else's means nothing here
    markItems(demandeOf(marked), catalogue, newItem);
    std::string copy = writeXml(marked, "n", XmlCharset::utf8);
    if (copy.size() > kMaxTextBytes)
        return fail(Errc::tooLarge, "demande trop grande pour être gardée entière");
    Imported imported;
    imported.answers = readMarked(marked, catalogue);
    const XmlElement sent = sentByTheForm(imported.answers, *demande, catalogue);
    listKept(*demande, sent.at(kDemandePath), {}, imported.kept);
    imported.answers.emplace_back(std::string(kOriginField), std::move(copy));
    return imported;
}

std::optional<XmlElement> originOf(const Dossier& dossier) {
    const std::string copy = textOf(dossier.answer(std::string(kOriginField)));
    if (copy.empty())
        return std::nullopt;
    auto tree = parseXml(copy);
    if (!tree || !tree->at(kDemandePath))
        return std::nullopt;
    return std::move(*tree);
}

void removeMarks(XmlElement& element) {
    std::erase_if(element.attributes,
                  [](const XmlAttribute& attribute) { return attribute.name == kItemMark; });
    for (XmlElement& child : element.children)
        removeMarks(child);
}

} // namespace escale::sne
