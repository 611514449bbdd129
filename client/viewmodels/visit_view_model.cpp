// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/visit_view_model.h"

#include "client/viewmodels/error_name.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/usb_folder.h"
#include "shared/dossier/communes.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

namespace escale {

namespace {

constexpr std::array kSteps{"venu_pour", "explique",      "oriente", "menage",
                            "commune",   "langue_visite", "minutes"};
constexpr int kTown = 4;
constexpr int kLanguage = 5;
constexpr int kMinutes = 6;
constexpr std::size_t kTowns = 3;
// Said alone: what comes with them contradicts them.
constexpr std::array kAlone{"rien", "nulle_part", "inconnu"};

QString text(std::string_view words) {
    return QString::fromUtf8(words.data(), qsizetype(words.size()));
}

bool isAlone(const QString& code) {
    return std::any_of(kAlone.begin(), kAlone.end(),
                       [&](const char* one) { return code == QLatin1String(one); });
}

QVariantList durations() {
    QVariantList all;
    for (const int minutes : visitDurations())
        all.append(QVariantMap{{"value", QString::number(minutes)},
                               {"text", Preferences::text("visite.minutes.n").arg(minutes)},
                               {"icon", "attente"}});
    return all;
}

} // namespace

VisitViewModel::VisitViewModel(client::VisitBook* book, QString folder, QObject* parent)
    : QObject(parent)
    , m_book(book)
    , m_folder(std::move(folder)) {}

QString VisitViewModel::step() const {
    return QLatin1String(kSteps[static_cast<std::size_t>(m_step)]);
}

int VisitViewModel::stepCount() const {
    return static_cast<int>(kSteps.size());
}

QString VisitViewModel::title() const {
    return Preferences::text("visite.titre." + step());
}

QString VisitViewModel::hint() const {
    return Preferences::text(multiple() ? "visite.aide.plusieurs" : "visite.aide." + step());
}

QVariantList VisitViewModel::choices() const {
    if (m_step == kMinutes)
        return durations();
    QVariantList all;
    if (const auto* list = visitList(step().toStdString()))
        for (const auto& choice : *list)
            all.append(QVariantMap{
                {"value", text(choice.code)},
                {"text", Preferences::text("visite." + step() + '.' + text(choice.code))},
                {"icon", text(choice.picto)}});
    return all;
}

void VisitViewModel::setTyped(const QString& typed) {
    if (typed == m_typed)
        return;
    m_typed = typed;
    m_selected.remove(kTown); // the town chosen was another one
    emit changed();
}

QVariantList VisitViewModel::towns() const {
    QVariantList all;
    if (m_typed.trimmed().isEmpty() || !m_selected.value(kTown).isEmpty())
        return all;
    for (const auto* town : searchCommunes(m_typed.toStdString(), kTowns))
        all.append(QVariantMap{
            {"insee", text(town->insee)},
            {"name", text(town->name)},
            {"postcode", town->postcodes.empty() ? QString() : text(town->postcodes.front())}});
    return all;
}

QString VisitViewModel::error() const {
    return m_needsAnswer ? Preferences::text("erreur.reponse") : QString();
}

QString VisitViewModel::todaySentence() const {
    const auto key = m_today == 1 ? QStringLiteral("visite.aujourdhui.une")
                                  : QStringLiteral("visite.aujourdhui:%1").arg(m_today);
    return Preferences::sentence(key);
}

void VisitViewModel::choose(const QString& value) {
    auto& selected = m_selected[m_step];
    const bool was = selected.contains(value);
    if (!multiple() || isAlone(value))
        selected.clear();
    else
        selected.removeIf(isAlone);
    was ? void(selected.removeAll(value)) : selected.append(value);
    if (m_step == kTown)
        if (const auto* town = findCommune(value.toStdString()))
            m_typed = text(town->name);
    m_needsAnswer = false;
    emit changed();
}

void VisitViewModel::start() {
    clear();
}

bool VisitViewModel::forward() {
    m_needsAnswer = m_step == 0 && selected().isEmpty();
    const bool moves = !m_needsAnswer && !last();
    if (moves)
        ++m_step;
    emit changed();
    return moves;
}

bool VisitViewModel::backward() {
    if (m_step == 0)
        return false;
    --m_step;
    emit changed();
    return true;
}

std::vector<std::string> VisitViewModel::codes(int step) const {
    std::vector<std::string> all;
    for (const auto& code : m_selected.value(step))
        all.push_back(code.toStdString());
    return all;
}

QString VisitViewModel::save() {
    if (!m_book)
        return {};
    Visit visit;
    visit.asked = codes(0);
    visit.explained = codes(1);
    visit.sentTo = codes(2);
    visit.household = codes(3);
    visit.commune = m_selected.value(kTown).value(0).toStdString();
    visit.language = m_selected.value(kLanguage).value(0).toStdString();
    visit.minutes = m_selected.value(kMinutes).value(0).toInt();
    const auto kept = m_book->keep(std::move(visit));
    if (!kept)
        return errorName(kept.error());
    clear();
    return count();
}

QString VisitViewModel::count() {
    if (!m_book)
        return {};
    const auto visits = m_book->visits();
    if (!visits)
        return errorName(visits.error());
    const Date today = m_book->today();
    const auto from = [&](const Date& day) {
        const VisitPeriod period{day, {}};
        return static_cast<int>(
            std::count_if(visits->begin(), visits->end(),
                          [&](const Visit& visit) { return period.holds(visit.atMs); }));
    };
    m_today = from(today);
    m_month = from({today.year, today.month, 1});
    m_year = from({today.year, 1, 1});
    emit countsChanged();
    return {};
}

QString VisitViewModel::exportAll() {
    if (!m_book)
        return {};
    const QString key = usbFolder();
    auto written = m_book->exportTo((key.isEmpty() ? m_folder : key).toStdString());
    const bool onKey = written && !key.isEmpty();
    if (!written && !key.isEmpty())
        written = m_book->exportTo(m_folder.toStdString());
    if (!written)
        return errorName(written.error());
    const QFileInfo file(QString::fromStdString(*written));
    m_exported = Preferences::text(onKey ? "visite.fichier.cle" : "visite.fichier.dossier")
                     .arg(file.fileName());
    emit countsChanged();
    return {};
}

void VisitViewModel::retranslate() {
    m_exported.clear();
    emit changed();
    emit countsChanged();
}

void VisitViewModel::clear() {
    m_step = 0;
    m_selected.clear();
    m_typed.clear();
    m_needsAnswer = false;
    m_exported.clear();
    emit changed();
    emit countsChanged();
}

} // namespace escale
