// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/device_fixture.h"

#include "client/dossier/return_search.h"
#include "client/platform/atomic_file.h"
#include "client/platform/key_vault.h"
#include "shared/base/system_ports.h"

#include <QBuffer>
#include <QDirIterator>
#include <QEventLoop>
#include <QFile>
#include <QImage>

namespace escale::tests {

using namespace client;

const FakeAuthority& fakeAuthority() {
    static const FakeAuthority made = [] {
        SystemClock clock; // certificates are read by TLS, which has the machine's clock
        crypto::SystemRandom random;
        FakeAuthority all;
        all.authority = crypto::makeAuthority("Autorité d’essai", 10, clock, random).value();
        all.sealingKeyPem = crypto::newP256KeyPem().value();
        crypto::LeafRequest request;
        request.keyPem = all.sealingKeyPem;
        request.commonName = "scellement";
        request.usage = crypto::CertUsage::sealing;
        all.sealingCertPem = crypto::issue(all.authority, request, clock, random).value();
        return all;
    }();
    return made;
}

ServerIdentity serverIdentity(const crypto::Authority& authority) {
    SystemClock clock;
    crypto::SystemRandom random;
    ServerIdentity identity;
    identity.keyPem = crypto::newP256KeyPem().value();
    crypto::LeafRequest request;
    request.keyPem = identity.keyPem;
    request.commonName = "127.0.0.1";
    request.ipAddresses = {"127.0.0.1"};
    request.usage = crypto::CertUsage::serverAuth;
    identity.certPem = crypto::issue(authority, request, clock, random).value();
    return identity;
}

DeviceFixture::DeviceFixture(protocol::Role role, const std::string& server)
    : m_root(m_dir.filePath(QStringLiteral("appareil")).toStdString())
    , m_device(newId<DeviceId>(clock, random)) {
    enrol(role, server);
}

void DeviceFixture::enrol(protocol::Role role, const std::string& server) {
    const DataDir dir = prepareDataDir(m_root).value();
    const bool needsPin = role != protocol::Role::borne;
    crypto::SecretBytes key;
    if (needsPin)
        key = createDeviceKey(dir, kPin, random, {1U << 12, 8, 1}).value();
    const std::string tlsKey = crypto::newP256KeyPem().value();
    saveTlsKey(dir, tlsKey, needsPin ? &key : nullptr, random).value();
    crypto::LeafRequest request;
    request.csrPem = crypto::makeCsr(tlsKey, "escale").value();
    request.commonName = m_device.str();
    const FakeAuthority& all = fakeAuthority();
    const std::string certificate =
        crypto::issue(all.authority, request, SystemClock(), random).value();
    const DeviceProfile profile{server,
                                m_device,
                                role,
                                "Espace France Services d’essai",
                                all.authority.certPem,
                                certificate,
                                {all.sealingCertPem}};
    writeFileAtomic(dir.profile(), asBytes(encodeProfile(profile))).value();
}

std::unique_ptr<Workspace> DeviceFixture::open(SessionKeeping keeping) {
    auto workspace = Workspace::open(m_root, keeping, clock, random).value();
    if (workspace->needsPin())
        workspace->unlockWithPin(kPin).value();
    else
        workspace->beginSession().value();
    return workspace;
}

bool DeviceFixture::holds(const std::string& needle) const {
    QDirIterator files(QString::fromStdString(m_root), QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) &&
            file.readAll().contains(QByteArray::fromStdString(needle)))
            return true;
    }
    return false;
}

int DeviceFixture::pageFiles() const {
    const QDir folder(QString::fromStdString(m_root + "/pieces"));
    return static_cast<int>(folder.entryList(QDir::Files).size());
}

Result<DossierId> comeBack(DossierSession& session, const std::string& code) {
    ReturnSearch search(session);
    Result<DossierId> outcome = fail(Errc::internal);
    QEventLoop loop;
    QObject::connect(&search, &ReturnSearch::found, [&] { outcome = session.dossier().id; });
    QObject::connect(&search, &ReturnSearch::notHere, [&] { outcome = fail(Errc::wrongCode); });
    QObject::connect(&search, &ReturnSearch::refused, [&](const Error& error) { outcome = error; });
    search.start(code);
    while (search.isRunning())
        loop.processEvents(QEventLoop::WaitForMoreEvents);
    return outcome;
}

Bytes jpegWithPlace(int shade) {
    QImage image(64, 48, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            image.setPixel(x, y, qRgb(shade, 4 * x % 256, 5 * y % 256));
    }
    QByteArray encoded;
    QBuffer buffer(&encoded);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "JPEG", 90);
    const QByteArray exif = QByteArray("\xff\xe1\x00\x22", 4) + QByteArray("Exif\0\0", 6) +
                            QByteArray("GPS 48.9912 2.4469 Appareil");
    const QByteArray padded = exif.left(4 + 0x20);
    const QByteArray comment = QByteArray("\xff\xfe\x00\x0e", 4) + QByteArray("rue Gabriel P");
    encoded.insert(2, padded + comment.left(4 + 0x0c));
    return {encoded.begin(), encoded.end()};
}

protocol::SyncResponse acknowledge(std::int64_t mark, std::int64_t cursor) {
    protocol::SyncResponse answer;
    answer.acknowledged = mark;
    answer.cursor = cursor;
    return answer;
}

} // namespace escale::tests
