// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/application.h"

#include "client/papers/cups_printer.h"
#include "client/platform/atomic_file.h"
#include "client/reading/certificates.h"
#include "client/sync/https_transport.h"
#include "client/viewmodels/lecture_voice.h"
#include "client/viewmodels/piece_images.h"
#include "shared/crypto/secret.h"
#include "shared/dossier/catalogue.h"

#include <QFile>
#include <QFileInfo>
#include <QQuickImageProvider>
#include <QQuickWindow>
#include <QThreadPool>

#include <cstdlib>

namespace escale {

namespace {

constexpr std::size_t kMaxPinFileBytes = 1024;
// Then a minute of warning: the device locks itself after five.
constexpr qint64 kQuietBehindPinMs = 240'000;

class PieceProvider final : public QQuickImageProvider {
public:
    explicit PieceProvider(std::shared_ptr<PieceImages> images)
        : QQuickImageProvider(Image)
        , m_images(std::move(images)) {}

    /// `id`: SLOT/NUMBER, or a number alone for the only picture of a provider.
    QImage requestImage(const QString& id, QSize* size, const QSize& wanted) override {
        const auto slash = id.indexOf(QLatin1Char('/'));
        const QImage image = slash < 0 ? m_images->get() : m_images->get(id.left(slash));
        if (size)
            *size = image.size();
        return wanted.isValid() ? image.scaled(wanted, Qt::KeepAspectRatio) : image;
    }

private:
    std::shared_ptr<PieceImages> m_images;
};

Result<std::string> readPin(const QString& file) {
    if (file.isEmpty()) {
        const char* pin = std::getenv("ESCALE_PIN");
        return std::string(pin ? pin : "");
    }
    ESCALE_TRY_ASSIGN(content, client::readWholeFile(file.toStdString(), kMaxPinFileBytes));
    std::string pin = asString(content);
    crypto::wipe(content);
    while (!pin.empty() && (pin.back() == '\n' || pin.back() == '\r'))
        pin.pop_back();
    return pin;
}

/// The option, else what came with the device or with the program.
QString recordingsOf(const AppOptions& options) {
    if (!options.recordings.isEmpty())
        return options.recordings;
    const QString own = options.data + "/enregistrements";
    return QFileInfo::exists(own) ? own : QStringLiteral("/usr/share/escale/enregistrements");
}

/// Against the certificates of the folder that was named, who names it answers for its age; else
/// against the pack of the device. None: every code is « non vérifiable ».
PageReader::Read readerOf(const AppOptions& options) {
    if (!options.reading)
        return {};
    std::shared_ptr<const deuxddoc::CertificateBundle> named;
    if (!options.certificates.isEmpty()) {
        if (auto read = deuxddoc::readBundle(options.certificates.toStdString()))
            named = std::make_shared<deuxddoc::CertificateBundle>(std::move(*read));
        else
            qWarning("certificats du 2D-Doc : %s", read.error().detail.c_str());
    }
    const auto own = reading::DeviceCertificates::load({options.data.toStdString()});
    if (own.failure() && own.failure()->code != Errc::notFound)
        qWarning("certificats du 2D-Doc : %s", own.failure()->detail.c_str());
    return [named, own](const scan::Plane& page, int dpi, const std::atomic<bool>& cancelled) {
        const Date today = parisDate(SystemClock().nowMs());
        const auto trust = named ? deuxddoc::Trust{named.get(), today, true} : own.trust(today);
        return readWholePage(page, dpi, trust, cancelled);
    };
}

/// What the operator put on the device for its site; without it, what published plans say.
AttestationFacts siteFacts(const QString& data) {
    QFile file(data + "/attestation.json");
    if (!file.open(QIODevice::ReadOnly))
        return knownFacts();
    auto facts = readFacts(file.readAll().toStdString(), knownFacts());
    if (!facts)
        qWarning("%s", facts.error().detail.c_str());
    return facts ? std::move(*facts) : knownFacts();
}

} // namespace

Result<void> Application::open(const AppOptions& options) {
    m_windowed = options.windowed;
    const auto opened = openDevice(options);
    if (!opened && opened.error().code != Errc::unauthorized)
        return opened.error();
    ParcoursParts parts;
    if (opened) {
        parts.session = m_session.get();
        parts.sync = m_sync.get();
        parts.borne = m_workspace->profile().isBorne();
        parts.lock = m_lock.get();
        parts.visits = m_visits.get();
        parts.packs = m_packs;
        parts.permanence = m_workspace->profile().role == protocol::Role::permanence;
    }
    parts.dataDir = options.data;
    parts.sitePhone = options.phone;
    parts.attestation = siteFacts(options.data);
    parts.idle.now = options.idleNow;
    parts.printer = std::make_shared<papers::CupsPrinter>(options.printer.toStdString());
    QThreadPool::globalInstance()->start([] { papers::CupsPrinter::takeBack(papers::kJobTitle); });
    parts.idle.quietMs = m_lock ? kQuietBehindPinMs : options.idleSeconds * 1000LL;
    parts.reader = readerOf(options);
    parts.cameraFolder = options.camera;
    parts.scanFolder = options.data + "/a-numeriser";
    parts.photoFolders = {parts.scanFolder};
    if (!options.photos.isEmpty())
        parts.photoFolders.append(options.photos);
    m_parcours = std::make_unique<Parcours>(std::move(parts));
    m_parcours->preferences()->setSiteLanguage(options.language);
    Parcours::setInstance(m_parcours.get());
    m_lecture = std::make_unique<Lecture>(
        makeNarrator(*m_parcours->preferences(), recordingsOf(options)), *m_parcours);
    Lecture::setInstance(m_lecture.get());
    return {};
}

Result<void> Application::openDevice(const AppOptions& options) {
    ESCALE_TRY_ASSIGN(workspace,
                      client::Workspace::open(options.data.toStdString(),
                                              client::SessionKeeping::memory, m_clock, m_random));
    const auto role = QString::fromUtf8(protocol::roleName(workspace->profile().role));
    if (!options.role.isEmpty() && options.role != role)
        return fail(Errc::forbidden, "cet appareil est enregistré pour un autre rôle");
    m_workspace = std::move(workspace);
    m_session = std::make_unique<client::DossierSession>(*m_workspace, catalogue());
    m_sync = std::make_unique<client::SyncEngine>(m_workspace->store(), m_workspace->pages(),
                                                  m_transport, m_clock, m_random);
    m_packs = std::make_shared<client::HeldPacks>(m_workspace->dir().root);
    m_sync->fetchTerritories(*m_packs);
    if (!m_workspace->needsPin())
        return connectDevice();
    m_visits = std::make_unique<client::VisitBook>(*m_workspace);
    m_lock = std::make_unique<client::DeviceLock>(*m_workspace);
    m_lock->setOpener([this] { return connectDevice(); });
    QObject::connect(m_lock.get(), &client::DeviceLock::closed, m_sync.get(),
                     [this] { disconnectDevice(); });
    ESCALE_TRY(unlock(options));
    return m_lock->isOpen() ? connectDevice() : Result<void>();
}

/// With the PIN of a script, when there is one.
Result<void> Application::unlock(const AppOptions& options) {
    ESCALE_TRY_ASSIGN(pin, readPin(options.pinFile));
    if (pin.empty())
        return {};
    const auto opened = m_workspace->unlockWithPin(pin);
    crypto::wipe(pin);
    return opened;
}

Result<void> Application::connectDevice() {
    const auto& profile = m_workspace->profile();
    ESCALE_TRY_ASSIGN(key, m_workspace->tlsKey());
    client::TlsIdentity identity{profile.caPem, profile.certificatePem, std::move(key)};
    auto transport = client::HttpsTransport::create(profile.server, identity);
    crypto::wipe(identity.keyPem);
    if (!transport)
        return transport.error();
    m_transport.attach(std::move(*transport));
    m_sync->start();
    return {};
}

void Application::disconnectDevice() {
    m_sync->stop();
    m_transport.detach();
}

bool Application::show() {
    m_engine = std::make_unique<QQmlApplicationEngine>();
    m_engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine->addImageProvider(QStringLiteral("escale-piece"),
                               new PieceProvider(m_parcours->piece()->images()));
    m_engine->addImageProvider(QStringLiteral("escale-papier"),
                               new PieceProvider(m_parcours->departure()->papers()->images()));
    m_engine->setInitialProperties({{"windowed", m_windowed}});
    m_engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Escale/Ui/Main.qml")));
    m_window = qobject_cast<QQuickWindow*>(m_engine->rootObjects().value(0));
    if (m_window)
        for (QObject* watcher :
             {static_cast<QObject*>(m_parcours.get()), static_cast<QObject*>(m_lecture.get())})
            m_window->installEventFilter(watcher);
    return m_window != nullptr;
}

} // namespace escale
