// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/world.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QThread>

namespace escale::tests {

using namespace Qt::Literals;

Answer Device::ctl(QStringList words) const {
    const qsizetype commandWords = words.size() == 1 || words.at(1).startsWith('-'_L1) ? 1 : 2;
    words.insert(commandWords, u"--data"_s);
    words.insert(commandWords + 1, m_dir);
    return run(u"escale-ctl"_s, words, kTabletPin);
}

std::unique_ptr<QProcess> Device::start(QStringList words) const {
    auto process = std::make_unique<QProcess>();
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"ESCALE_PIN"_s, kTabletPin);
    process->setProcessEnvironment(environment);
    words << u"--data"_s << m_dir;
    process->start(QCoreApplication::applicationDirPath() + u"/escale-ctl"_s, words);
    return process;
}

QJsonObject Device::show(const QString& dossier) const {
    return ctl({u"dossier"_s, u"show"_s, u"--dossier"_s, dossier}).json;
}

World::World(const QString& database) {
    QStringList words{u"init"_s, u"--data"_s, path(u"serveur"_s)};
    if (!database.isEmpty())
        words << u"--database"_s << database;
    const Answer made = run(u"escale-server"_s, words);
    m_ca = made.json.value("ca"_L1).toString();
    m_ready = made.code == 0 && QFile::exists(m_ca) && shortenUncertainWait();
    // The stand-in makes the server's client certificate at its first start.
    m_ready = m_ready && startEcole() && m_ecole.stop();
}

// The demonstration of a lost answer need not last as long as in service.
bool World::shortenUncertainWait() {
    QFile file(path(u"serveur/configuration.json"_s));
    if (!file.open(QIODevice::ReadWrite))
        return false;
    QJsonObject configuration = QJsonDocument::fromJson(file.readAll()).object();
    configuration["attente_incertaine"_L1] = 2;
    const QByteArray text = QJsonDocument(configuration).toJson();
    return file.resize(0) && file.seek(0) && file.write(text) == text.size();
}

bool World::startEcole(const QStringList& more) {
    const QStringList words{u"run"_s, u"--data"_s, path(u"ecole"_s), u"--port"_s, m_ecolePort};
    if (!m_ecole.start(u"escale-sne-ecole"_s, words + more))
        return false;
    m_ecolePort = m_ecole.port();
    return true;
}

bool World::startServer(std::size_t which) {
    Server& server = m_servers.at(which);
    // Port 0 asks for a free one; afterwards the same is kept, since devices know it.
    if (!server.service.start(u"escale-server"_s,
                              {u"run"_s, u"--data"_s, path(u"serveur"_s), u"--port"_s, server.port,
                               u"--sne-url"_s, u"https://127.0.0.1:"_s + m_ecolePort,
                               u"--sne-pki"_s, path(u"ecole/client"_s)}))
        return false;
    server.port = server.service.port();
    return true;
}

QString World::code(const QString& role, const QString& site) {
    return run(u"escale-server"_s,
               {u"enrol"_s, u"--data"_s, path(u"serveur"_s), u"--site"_s, site, u"--role"_s, role})
        .json.value("code"_L1)
        .toString();
}

Device World::enrol(const QString& name, const QString& role, const QString& site,
                    std::size_t which) {
    Device device(path(name));
    const Answer answer = device.ctl({u"device"_s, u"init"_s, u"--server"_s,
                                      u"https://127.0.0.1:"_s + m_servers.at(which).port, u"--ca"_s,
                                      m_ca, u"--code"_s, code(role, site)});
    if (answer.code != 0)
        qWarning("device init: %s", qPrintable(answer.message));
    return device;
}

QString World::photo(int variant) {
    const QString name = path(u"photo%1.jpg"_s.arg(variant));
    QFile file(name);
    if (file.open(QIODevice::WriteOnly))
        file.write(inventedPhoto(variant));
    return name;
}

QStringList World::numbersGiven() const {
    const Answer answer = run(u"escale-sne-ecole"_s, {u"list"_s, u"--data"_s, path(u"ecole"_s)});
    QStringList numbers;
    const QJsonArray demandes = answer.json.value("demandes"_L1).toArray();
    for (const QJsonValue& demande : demandes)
        numbers << demande.toObject().value("numero"_L1).toString();
    return numbers;
}

QString World::xmlHeld(const QString& number) const {
    return QString::fromUtf8(run(u"escale-sne-ecole"_s,
                                 {u"show"_s, u"--data"_s, path(u"ecole"_s), u"--numero"_s, number})
                                 .out);
}

QStringList completeDemande(const QString& name) {
    return {u"demande.nature=premiere"_s,
            u"demandeur.civilite=mme"_s,
            u"demandeur.nom="_s + name,
            u"demandeur.prenom=Lina"_s,
            u"demandeur.naissance=1985-03-14"_s,
            u"demandeur.nationalite=francaise"_s,
            u"demandeur.nir=n_en_a_pas"_s,
            u"demandeur.telephone=0639980001"_s,
            u"demandeur.courriel=n_en_a_pas"_s,
            u"demandeur.adresse.numero=12"_s,
            u"demandeur.adresse.voie=rue des Essais"_s,
            u"demandeur.adresse.code_postal=95200"_s,
            u"demandeur.adresse.commune=95585"_s,
            u"demandeur.situation_familiale=celibataire"_s,
            u"foyer.conjoint=non"_s,
            u"foyer.personnes_a_charge=non"_s,
            u"logement_actuel.categorie=prive"_s,
            u"logement_actuel.personnes=1"_s,
            u"logement_actuel.surface=28"_s,
            u"demandeur.ressources.natures=sal"_s,
            u"demandeur.ressources.sal=1200"_s,
            u"logement_recherche.types=t2,t3"_s,
            u"logement_recherche.personnes=1"_s,
            u"localisations[1].commune=95585"_s,
            u"logement_recherche.elargir=oui"_s,
            u"depot.consentement=oui"_s,
            u"depot.confirme=oui"_s};
}

QStringList setWords(const QStringList& answers) {
    QStringList words;
    for (const QString& answer : answers)
        words << u"--set"_s << answer;
    return words;
}

QString completeDossier(const Device& device, World& world, const QString& name, int photo) {
    const QStringList create =
        QStringList{u"dossier"_s, u"create"_s} + setWords(completeDemande(name));
    const QString dossier = device.ctl(create).json.value("dossier"_L1).toString();
    const Answer piece = device.ctl({u"piece"_s, u"add"_s, u"--dossier"_s, dossier, u"--type"_s,
                                     u"identite"_s, world.photo(photo)});
    if (piece.code != 0)
        qWarning("piece add: %s", qPrintable(piece.message));
    return piece.code == 0 ? dossier : QString();
}

QString waitForNumber(const Device& device, const QString& dossier) {
    QDeadlineTimer deadline(40'000);
    while (!deadline.hasExpired()) {
        (void)device.sync();
        const QString number = device.show(dossier).value("numero_unique"_L1).toString();
        if (!number.isEmpty())
            return number;
        QThread::msleep(200);
    }
    return {};
}

} // namespace escale::tests
