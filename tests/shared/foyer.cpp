// SPDX-License-Identifier: GPL-3.0-or-later
#include "foyer.h"

#include "dossier_support.h"

#include <QDir>
#include <QFile>
#include <QTest>
#include <algorithm>
#include <set>

namespace escale::test {
namespace {

const QString kFolder = QStringLiteral(ESCALE_FOYERS);

std::string textOf(const json::value& value) {
    return value.is_string() ? std::string(std::string_view(value.get_string())) : std::string();
}

} // namespace

Foyer::Foyer(const std::string& file) {
    QFile data(kFolder + '/' + QString::fromStdString(file) + ".json");
    if (data.open(QIODevice::ReadOnly)) {
        const auto parsed = parseJson(data.readAll().toStdString());
        if (parsed && parsed->is_object())
            m_data = parsed->get_object();
    }
    if (const auto day = parseIsoDate(jsonStringOr(m_data, "aujourdhui")))
        m_today = *day;
    m_dossier.id = dossierId();
}

std::vector<std::string> Foyer::texts(const char* member) const {
    std::vector<std::string> all;
    if (const auto* list = m_data.if_contains(member); list && list->is_array())
        for (const json::value& one : list->get_array())
            all.push_back(textOf(one));
    return all;
}

void Foyer::answerAll() {
    std::set<std::string> done;
    std::set<std::string> fields;
    for (;;) {
        const auto visible = visibleQuestions(m_dossier, m_today);
        const auto next = std::find_if(visible.begin(), visible.end(), [&](const Question& page) {
            return !done.contains(page.id + page.item);
        });
        if (next == visible.end())
            return;
        done.insert(next->id + next->item);
        for (const std::string& path : next->fields)
            if (!fields.insert(path).second)
                m_faults.push_back("asked twice: " + path);
        const std::size_t place = placeOf(*next);
        m_asked.push_back(place == 0 ? next->id : next->id + ' ' + std::to_string(place));
        answer(*next);
    }
}

std::size_t Foyer::placeOf(const Question& page) const {
    if (page.item.empty())
        return 0;
    const auto ids = m_dossier.items(page.collection);
    for (std::size_t i = 0; i < ids.size(); ++i)
        if (page.item == page.collection + '[' + ids[i] + ']')
            return i + 1;
    return 0;
}

void Foyer::answer(const Question& page) {
    if (page.holdsItems()) {
        addItems(page);
        return;
    }
    for (const std::string& path : page.fields)
        give(page, path);
}

std::string Foyer::typedFor(const Question& page, const std::string& path) {
    const auto* answers = m_data.if_contains("reponses");
    const auto* given = answers ? answers->as_object().if_contains(page.id) : nullptr;
    if (!given) {
        m_faults.push_back("no answer for " + page.id);
        return {};
    }
    const std::size_t place = placeOf(page);
    if (const auto* list = given->if_array()) {
        if (place == 0 || place > list->size()) {
            m_faults.push_back("no answer for person " + std::to_string(place) + " of " + page.id);
            return {};
        }
        return textOf((*list)[place - 1]);
    }
    if (const auto* parts = given->if_object())
        return jsonStringOr(*parts, path.substr(path.rfind('.') + 1), "n_en_a_pas");
    return textOf(*given);
}

void Foyer::give(const Question& page, const std::string& path) {
    const FieldSpec& field = *catalogue().find(parsePath(path).value());
    std::string typed = typedFor(page, path);
    if (typed.empty() && !proposedAnswer(m_dossier, path, m_today).empty())
        typed = proposedAnswer(m_dossier, path, m_today);
    const auto value = parseTyped(field, typed, m_today, catalogue());
    if (!value)
        m_faults.push_back(path + " refused: " + value.error().detail);
    else
        put(path, *value);
}

/// {"codemandeurs": 2}: that many persons; {"localisations": ["95585"]}: those towns.
void Foyer::addItems(const Question& page) {
    const auto* answers = m_data.if_contains("reponses");
    const auto* given = answers ? answers->as_object().if_contains(page.id) : nullptr;
    if (!given) {
        m_faults.push_back("no answer for " + page.id);
        return;
    }
    const bool towns = given->is_array();
    const std::size_t count = towns ? given->get_array().size()
                                    : static_cast<std::size_t>(given->to_number<std::int64_t>());
    for (std::size_t i = 0; i < count; ++i) {
        const std::string path = item(page.collection, ++m_items);
        put(path, true);
        if (towns) {
            put(path + ".commune", textOf(given->get_array()[i]));
            put(path + ".rang", static_cast<std::int64_t>(i + 1));
        }
    }
}

void Foyer::put(const std::string& path, Value value) {
    m_dossier.fields[path].value = std::move(value);
}

std::vector<std::string> foyers() {
    std::vector<std::string> names;
    for (const QString& file : QDir(kFolder).entryList({"*.json"}, QDir::Files, QDir::Name))
        names.push_back(file.chopped(5).toStdString());
    return names;
}

QByteArray joined(const std::vector<std::string>& texts) {
    QByteArray all;
    for (const std::string& text : texts)
        all += QByteArray::fromStdString(text) + "\n";
    return all;
}

void foyerRows() {
    QTest::addColumn<QString>("file");
    for (const std::string& name : foyers())
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
}

} // namespace escale::test
