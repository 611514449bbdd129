// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/app_options.h"

#include "client/viewmodels/languages.h"

#include <QCommandLineParser>
#include <QStandardPaths>

namespace escale {

namespace {

constexpr int kLeastIdleSeconds = 20;
constexpr int kMostIdleSeconds = 3600;

void addOptions(QCommandLineParser& line) {
    line.addOptions(
        {{"borne", "Borne : la session s’efface quand la personne part."},
         {"mediateur", "Tablette d’un médiateur, derrière un code PIN."},
         {"permanence", "Ordinateur d’une permanence, derrière un code PIN."},
         {"data", "Dossier de l’appareil.", "DIR"},
         {"fenetre", "Dans une fenêtre, pas en plein écran."},
         {"langue", "Langue de départ : " + languageCodes() + ".", "CODE"},
         {"telephone", "Numéro du lieu, écrit sur le reçu.", "NUMERO"},
         {"imprimante", "Imprimante du lieu (sinon celle du système).", "NOM"},
         {"inactivite", "Borne : attente avant l’alerte (90).", "SECONDES"},
         {"pin-file", "Fichier du code PIN (sinon ESCALE_PIN).", "FICHIER"},
         {"dossier-photos", "Autre dossier de photos de documents (rien n’y est effacé).", "DIR"},
         {"dossier-camera", "Images montrées à la place de la caméra.", "DIR"},
         {"certificats", "Certificats des autorités du 2D-Doc (PEM).", "DIR"},
         {"essai", "Sur un appareil d’essai : rien n’est envoyé, rien ne reste."},
         {"enregistrements", "Dossier des voix enregistrées.", "DIR"},
         {"self-test", "Parcourt les pages sur un appareil d’essai, puis finit."},
         {"modes", "Pages à parcourir : borne, questions, mediateur… (toutes).", "LISTE"},
         {"langues", "Langues à parcourir : fr, ar… (toutes).", "LISTE"},
         {"taille", "Tailles : 1280x800,800x1280 (les deux).", "LISTE"},
         {"clavier", "Parcourt les pages sans toucher : Tab et Espace."},
         {"apparence", "Apparences : normal, grand, contraste, calme (normal).", "LISTE"},
         {"parcours", "Remplit une demande par des touches, jusqu’au numéro unique."},
         {"pilote", "Obéit à des ordres lus sur l’entrée, pour les essais."},
         {"bench", "Se mesure (escale-ctl bench ui).", "PHASE"},
         {"captures", "Écrit une image de chaque page dans DIR.", "DIR"}});
    line.addHelpOption();
}

QString defaultData() {
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/escale";
}

Result<void> readWalk(const QCommandLineParser& line, AppOptions& options) {
    if (line.isSet("self-test") && line.isSet("parcours"))
        return fail(Errc::invalidArgument, "--self-test ou --parcours, pas les deux");
    options.walk = line.isSet("self-test")  ? AppOptions::Walk::selfTest
                   : line.isSet("parcours") ? AppOptions::Walk::parcours
                   : line.isSet("pilote")   ? AppOptions::Walk::pilot
                   : line.isSet("bench")    ? AppOptions::Walk::bench
                                            : AppOptions::Walk::none;
    options.trial = line.isSet("essai") || options.walk == AppOptions::Walk::selfTest;
    // What walks touch is the same every time: they say by themselves what is read.
    options.reading = options.walk == AppOptions::Walk::none;
    options.captures = line.value("captures");
    options.bench = line.value("bench");
    auto& scope = options.selfTest;
    const auto read = [&](const char* name, QStringList& list) {
        if (line.isSet(name))
            list = line.value(name).split(QLatin1Char(','));
    };
    read("modes", scope.modes);
    read("langues", scope.languages);
    read("taille", scope.sizes);
    read("apparence", scope.appearances);
    scope.keys = line.isSet("clavier");
    return {};
}

} // namespace

Result<AppOptions> parseAppOptions(const QStringList& arguments) {
    QCommandLineParser line;
    addOptions(line);
    if (!line.parse(arguments))
        return fail(Errc::invalidArgument, line.errorText().toStdString());
    if (!line.positionalArguments().isEmpty())
        return fail(Errc::invalidArgument,
                    "mot en trop : " + line.positionalArguments().first().toStdString());
    AppOptions options;
    for (const auto* role : {"borne", "mediateur", "permanence"}) {
        if (!line.isSet(role))
            continue;
        if (!options.role.isEmpty())
            return fail(Errc::invalidArgument, "un seul rôle à la fois");
        options.role = role;
    }
    ESCALE_TRY(readWalk(line, options));
    options.data = line.isSet("data") ? line.value("data") : defaultData();
    options.windowed = line.isSet("fenetre") || (options.walk != AppOptions::Walk::none &&
                                                 options.walk != AppOptions::Walk::pilot);
    if (line.isSet("langue"))
        options.language = line.value("langue");
    options.phone = line.value("telephone");
    options.printer = line.value("imprimante");
    if (line.isSet("inactivite"))
        options.idleSeconds = line.value("inactivite").toInt();
    if (options.idleSeconds < kLeastIdleSeconds || options.idleSeconds > kMostIdleSeconds)
        return fail(Errc::invalidArgument, "--inactivite : de 20 à 3600 secondes");
    options.pinFile = line.value("pin-file");
    options.photos = line.value("dossier-photos");
    options.camera = line.value("dossier-camera");
    options.certificates = line.value("certificats");
    options.recordings = line.value("enregistrements");
    if (!findLanguage(options.language))
        return fail(Errc::invalidArgument, "--langue : " + languageCodes().toStdString());
    return options;
}

QString appUsage() {
    QCommandLineParser line;
    addOptions(line);
    return line.helpText();
}

} // namespace escale
