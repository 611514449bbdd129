// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/path_words.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

namespace escale::client::ctl {
namespace {

std::optional<std::size_t> numberOf(std::string_view word) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    if (error != std::errc() || end != word.data() + word.size() || number == 0)
        return std::nullopt;
    return number;
}

/// Resolves the words of one command; new items are remembered, so that a word names one item.
class Resolver {
public:
    Resolver(const Dossier& dossier, const Catalogue& catalogue, const Clock& clock, Random& random)
        : m_dossier(dossier)
        , m_catalogue(catalogue)
        , m_clock(clock)
        , m_random(random) {}

    Result<void> add(const std::string& assignment) {
        const auto equals = assignment.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(Errc::invalidArgument, "« " + assignment +
                                                   " » : écrivez chemin=valeur, par exemple "
                                                   "demandeur.nom=DIALLO");
        ESCALE_TRY_ASSIGN(path, fullPath(assignment.substr(0, equals)));
        m_answers.push_back({path, assignment.substr(equals + 1)});
        return {};
    }

    std::vector<TypedAnswer> take() { return std::move(m_answers); }

private:
    Result<std::string> fullPath(const std::string& text) {
        const auto open = text.find('[');
        const auto close = text.find(']', open);
        if (open == std::string::npos || close == std::string::npos)
            return text;
        const std::string name = text.substr(0, open);
        const std::string word = text.substr(open + 1, close - open - 1);
        if (m_catalogue.findCollection(name) == nullptr)
            return fail(Errc::unknownField, text + " : la liste « " + name + " » n’existe pas");
        if (isUuid(word))
            return text;
        auto item = itemOf(name, word);
        if (!item)
            return fail(item.error().code, text + " : " + item.error().detail);
        return name + "[" + *item + "]" + text.substr(close + 1);
    }

    Result<std::string> itemOf(const std::string& name, const std::string& word) {
        std::vector<std::string>& items = itemsOf(name);
        const std::string key = name + "[" + word;
        if (const auto known = m_named.find(key); known != m_named.end())
            return known->second;
        const auto number = numberOf(word);
        if (number && *number <= items.size())
            return items[*number - 1];
        if (!word.starts_with('+') && (!number || *number != items.size() + 1))
            return fail(Errc::invalidArgument, "il y en a " + std::to_string(items.size()) +
                                                   " ; écrivez un numéro de 1 à " +
                                                   std::to_string(items.size() + 1) +
                                                   ", [+] ou un identifiant");
        const auto* spec = m_catalogue.findCollection(name);
        if (spec->maxItems > 0 && items.size() >= static_cast<std::size_t>(spec->maxItems))
            return fail(Errc::tooLarge, std::to_string(spec->maxItems) + " au plus");
        return m_named[key] = newItem(name, items);
    }

    std::vector<std::string>& itemsOf(const std::string& name) {
        const auto [entry, isNew] = m_items.try_emplace(name);
        if (isNew)
            entry->second = m_dossier.items(name);
        return entry->second;
    }

    /// Items are ordered by their identifiers: one made in the same millisecond must come after.
    std::string newItem(const std::string& name, std::vector<std::string>& items) {
        constexpr int kTries = 1000; // a clock that went back would never get there
        const auto last = std::max_element(items.begin(), items.end());
        std::string item = newUuid(m_clock, m_random);
        for (int i = 0; i < kTries && last != items.end() && item <= *last; ++i)
            item = newUuid(m_clock, m_random);
        items.push_back(item);
        m_answers.push_back({name + "[" + item + "]", "oui"});
        return item;
    }

    const Dossier& m_dossier;
    const Catalogue& m_catalogue;
    const Clock& m_clock;
    Random& m_random;
    std::map<std::string, std::vector<std::string>> m_items;
    std::map<std::string, std::string> m_named;
    std::vector<TypedAnswer> m_answers;
};

} // namespace

Result<std::vector<TypedAnswer>> resolveAssignments(const std::vector<std::string>& assignments,
                                                    const Dossier& dossier,
                                                    const Catalogue& catalogue, const Clock& clock,
                                                    Random& random) {
    Resolver resolver(dossier, catalogue, clock, random);
    for (const std::string& assignment : assignments)
        ESCALE_TRY(resolver.add(assignment));
    return resolver.take();
}

} // namespace escale::client::ctl
