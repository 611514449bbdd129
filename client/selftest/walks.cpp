// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/walks.h"

#include <array>
#include <iostream>

namespace escale {

namespace {

struct Mode {
    const char* name;
    Result<void> (*walk)(Walk&);
};

constexpr std::array kModes{Mode{"borne", walkBorne},         Mode{"retour", walkReturn},
                            Mode{"questions", walkQuestions}, Mode{"photos", walkPhotos},
                            Mode{"lus", walkReadings},        Mode{"place", walkPlace},
                            Mode{"mediateur", walkAdviser},   Mode{"permanence", walkPermanence},
                            Mode{"pas-pret", walkNotReady}};

constexpr const char* kUsualSize = "1280x800";

int report(const Result<void>& walked, const Onlooker& onlooker) {
    const auto faults = onlooker.report();
    for (const auto& fault : faults)
        std::cerr << fault.toStdString() << '\n';
    if (!walked)
        std::cerr << "parcours arrêté : " << walked.error().detail << std::endl;
    return walked && faults.isEmpty() ? 0 : 1;
}

Result<QSize> sizeOf(const QString& words) {
    const auto parts = words.split(QLatin1Char('x'));
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    if (parts.size() != 2 || size.isEmpty())
        return fail(Errc::invalidArgument, "taille inconnue : " + words.toStdString());
    return size;
}

} // namespace

QStringList selfTestModes() {
    QStringList names;
    for (const auto& mode : kModes)
        names.append(mode.name);
    return names;
}

Result<QList<Look>> looksOf(const QStringList& sizes, const QStringList& appearances) {
    QList<Look> looks;
    for (const auto& appearance : appearances)
        for (const auto& words : sizes) {
            ESCALE_TRY_ASSIGN(size, sizeOf(words));
            if (!QStringList{"normal", "grand", "contraste", "calme"}.contains(appearance))
                return fail(Errc::invalidArgument,
                            "apparence inconnue : " + appearance.toStdString());
            QStringList name;
            if (appearance != "normal")
                name.append(appearance);
            if (words != kUsualSize)
                name.append(words);
            looks.append({name.join(QLatin1Char('.')), size, appearance == "grand",
                          appearance == "contraste", appearance == "calme"});
        }
    return looks;
}

int walkParcours(QQuickWindow& window, Parcours& parcours, const WarningWatch& warnings,
                 const QString& captures) {
    Onlooker onlooker(window, *parcours.preferences(), {Look()}, captures);
    onlooker.setChecking(false);
    Walker walker(window, onlooker, warnings);
    Walk walk{walker, parcours, "fr", {}, false, {}, {}, {}};
    return report(walkToNumero(walk), onlooker);
}

int walkSelfTest(QQuickWindow& window, Parcours& parcours, const WarningWatch& warnings,
                 const SelfTest& test) {
    Onlooker onlooker(window, *parcours.preferences(), test.looks, test.captures);
    Walker walker(window, onlooker, warnings);
    if (test.keys)
        walker.useKeys();
    for (const auto& language : test.languages) {
        onlooker.prepare();
        const bool quick = !test.keys && (language != "fr" || test.looks.first().name != QString());
        parcours.preferences()->setProperty("calm", quick);
        Walk walk{walker, parcours,      language,      "." + language,
                  quick,  test.passTime, test.speaking, test.arrange};
        for (const auto& mode : kModes) {
            if (mode.name != test.mode)
                continue;
            if (const auto walked = mode.walk(walk); !walked)
                return report(walked, onlooker);
        }
    }
    return report({}, onlooker);
}

} // namespace escale
