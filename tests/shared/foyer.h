// SPDX-License-Identifier: GPL-3.0-or-later
// An invented household of tests/data/foyers, answered page by page as the questionnaire does.
#pragma once

#include "shared/base/json.h"
#include "shared/rules/questions.h"
#include "shared/rules/rules.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace escale::test {

class Foyer {
public:
    /// `file`: name in tests/data/foyers, without ".json".
    explicit Foyer(const std::string& file);

    /// Answers every page that shows, in order, until there is none.
    void answerAll();

    [[nodiscard]] const Dossier& dossier() const { return m_dossier; }
    [[nodiscard]] const Date& today() const { return m_today; }
    /// Ids of the pages, in the order in which they were asked; "id 2" for the second person.
    [[nodiscard]] const std::vector<std::string>& asked() const { return m_asked; }
    /// What could not be answered, or was asked twice: empty when all went well.
    [[nodiscard]] const std::vector<std::string>& faults() const { return m_faults; }
    /// A list of texts of the file ("demandees", "jamais", "manque", "doutes").
    [[nodiscard]] std::vector<std::string> texts(const char* member) const;

private:
    void answer(const Question& page);
    void give(const Question& page, const std::string& path);
    void addItems(const Question& page);
    std::string typedFor(const Question& page, const std::string& path);
    /// 1 for the first item of the collection; 0 when the page is about no item.
    [[nodiscard]] std::size_t placeOf(const Question& page) const;
    void put(const std::string& path, Value value);

    json::object m_data;
    Date m_today;
    Dossier m_dossier;
    std::vector<std::string> m_asked;
    std::vector<std::string> m_faults;
    unsigned m_items = 0;
};

/// Names of all the files, sorted.
std::vector<std::string> foyers();
/// One line each, to compare lists and see where they differ.
QByteArray joined(const std::vector<std::string>& texts);
/// A row for each file, in a column "file".
void foyerRows();

} // namespace escale::test
