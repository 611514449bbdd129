// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_view_model.h"

#include "client/viewmodels/camera_frames.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/page_picture.h"
#include "client/viewmodels/piece_images.h"
#include "client/viewmodels/piece_words.h"
#include "client/viewmodels/preferences.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace escale {

namespace {

constexpr qsizetype kMaxFilesListed = 50;

} // namespace

PieceViewModel::PieceViewModel(QObject* parent)
    : QObject(parent)
    , m_images(std::make_shared<PieceImages>()) {}

PieceViewModel::~PieceViewModel() {
    m_images->wipe();
}

void PieceViewModel::setFolders(QStringList folders) {
    m_folders = std::move(folders);
}

void PieceViewModel::setKeeper(Keeper keeper) {
    m_keeper = std::move(keeper);
}

void PieceViewModel::choose(WantedPiece wanted) {
    m_wanted = std::move(wanted);
    retake();
    emit pieceChanged();
}

void PieceViewModel::open() {
    m_open = true;
    setError({});
    if (!m_camera && CameraFrames::isThere()) {
        m_camera = std::make_unique<CameraFrames>();
        connect(m_camera.get(), &CameraFrames::frame, this, [this](const QImage& frame) {
            if (!m_taken)
                show(frame);
        });
        // The camera object is in the middle of its own signal: it goes at the next turn.
        connect(
            m_camera.get(), &CameraFrames::lost, this, [this] { close(); }, Qt::QueuedConnection);
        m_camera->start();
    }
    m_paths.clear();
    for (const auto& root : roots())
        for (const auto& file : QDir(root).entryInfoList({"*.jpg", "*.jpeg", "*.png"},
                                                         QDir::Files | QDir::Readable, QDir::Time))
            if (m_paths.size() < kMaxFilesListed)
                m_paths.append(file.absoluteFilePath());
    emit sourceChanged();
}

void PieceViewModel::close() {
    m_open = false;
    m_camera.reset();
    m_taken = false;
    m_adviceKey.clear();
    m_images->wipe();
    emit sourceChanged();
    emit previewChanged();
}

void PieceViewModel::clear() {
    m_paths.clear();
    m_wanted = {};
    setError({});
    close();
    emit pieceChanged();
}

void PieceViewModel::retranslate() {
    emit pieceChanged();
    emit previewChanged();
    emit errorChanged();
}

QString PieceViewModel::label() const {
    return m_wanted.type.isEmpty() ? QString()
                                   : pieceLabel(m_wanted.type.toStdString(), m_wanted.incomeYear);
}

QString PieceViewModel::picto() const {
    return m_wanted.type.isEmpty() ? QString() : pieceTypePicto(m_wanted.type.toStdString());
}

bool PieceViewModel::cameraAvailable() const {
    return m_camera != nullptr;
}

QVariantList PieceViewModel::files() const {
    QVariantList all;
    for (const auto& path : m_paths)
        all.append(
            QVariantMap{{"name", QFileInfo(path).fileName()}, {"url", QUrl::fromLocalFile(path)}});
    return all;
}

QUrl PieceViewModel::preview() const {
    if (m_images->get().isNull())
        return {};
    return QUrl(QStringLiteral("image://escale-piece/%1").arg(m_frames));
}

QString PieceViewModel::advice() const {
    return m_adviceKey.isEmpty() ? QString() : Preferences::text(m_adviceKey);
}

bool PieceViewModel::taken() const {
    return m_taken;
}

QString PieceViewModel::error() const {
    return m_error.isEmpty() ? QString() : Preferences::text("errc." + m_error);
}

void PieceViewModel::take() {
    if (m_images->get().isNull())
        return;
    m_taken = true;
    emit previewChanged();
}

void PieceViewModel::chooseFile(const QString& name) {
    for (const auto& path : m_paths) {
        if (QFileInfo(path).fileName() != name)
            continue;
        auto picture = readPicture(path);
        if (!picture)
            return setError(errorName(picture.error()));
        setError({});
        m_taken = true;
        show(*picture);
        return;
    }
    setError(errorName(fail(Errc::notFound)));
}

void PieceViewModel::retake() {
    m_taken = false;
    m_adviceKey.clear();
    m_images->wipe();
    setError({});
    emit previewChanged();
}

bool PieceViewModel::keep() {
    auto jpeg = pageJpeg(m_images->get());
    if (!jpeg) {
        setError(errorName(jpeg.error()));
        return false;
    }
    const QString wrong = m_keeper ? m_keeper(m_wanted, std::move(*jpeg)) : QString();
    setError(wrong);
    if (wrong.isEmpty())
        close();
    return wrong.isEmpty();
}

void PieceViewModel::show(const QImage& image) {
    m_images->set(image);
    m_adviceKey = adviceOn(image);
    ++m_frames;
    emit previewChanged();
}

void PieceViewModel::setError(const QString& name) {
    if (name == m_error)
        return;
    m_error = name;
    emit errorChanged();
}

QStringList PieceViewModel::roots() const {
    QStringList all = m_folders;
    // A stick is mounted in /media/NAME or /media/USER/NAME.
    for (const auto& first :
         QDir("/media").entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::Readable)) {
        all.append(first.absoluteFilePath());
        for (const auto& second :
             QDir(first.absoluteFilePath()).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot))
            all.append(second.absoluteFilePath());
    }
    return all;
}

} // namespace escale
