// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_view_model.h"

#include "client/viewmodels/camera_frames.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/page_picture.h"
#include "client/viewmodels/piece_images.h"
#include "client/viewmodels/preferences.h"

#include <QDir>
#include <QFileInfo>

#include <utility>

namespace escale {

namespace {

constexpr qsizetype kMaxFilesListed = 50;

QString stateOf(const DocumentFace& document, bool taken) {
    if (document.kept)
        return QStringLiteral("gardee");
    return taken ? QStringLiteral("prise") : QStringLiteral("a-fournir");
}

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

void PieceViewModel::setDocuments(QList<DocumentFace> documents) {
    m_documents = std::move(documents);
    if (!selected())
        m_type = m_documents.isEmpty() ? QString() : m_documents.first().type;
    emit documentsChanged();
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
    emit documentsChanged();
}

void PieceViewModel::clear() {
    m_paths.clear();
    m_documents.clear();
    m_type.clear();
    setError({});
    close();
    emit pieceChanged();
}

void PieceViewModel::retranslate() {
    emit documentsChanged();
    emit pieceChanged();
    emit previewChanged();
    emit errorChanged();
}

QVariantList PieceViewModel::documents() const {
    QVariantList all;
    for (const auto& document : m_documents) {
        const QString state = stateOf(document, m_taken && document.type == m_type);
        all.append(QVariantMap{{"type", document.type},
                               {"label", Preferences::text("code.piece." + document.type)},
                               {"detail", Preferences::text("piece.detail." + document.type)},
                               {"picto", document.picto},
                               {"state", state},
                               {"stateLabel", Preferences::text("piece.etat." + state)}});
    }
    return all;
}

QString PieceViewModel::type() const {
    return m_type;
}

QString PieceViewModel::label() const {
    return m_type.isEmpty() ? QString() : Preferences::text("code.piece." + m_type);
}

QString PieceViewModel::picto() const {
    const auto* document = selected();
    return document ? document->picto : QString();
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

void PieceViewModel::select(const QString& type) {
    if (type == m_type)
        return;
    m_type = type;
    retake();
    emit pieceChanged();
}

void PieceViewModel::take() {
    if (m_images->get().isNull())
        return;
    m_taken = true;
    emit previewChanged();
    emit documentsChanged();
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
        emit documentsChanged();
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
    emit documentsChanged();
}

bool PieceViewModel::keep() {
    auto jpeg = pageJpeg(m_images->get());
    if (!jpeg) {
        setError(errorName(jpeg.error()));
        return false;
    }
    const QString wrong = m_keeper ? m_keeper(m_type, std::move(*jpeg)) : QString();
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

const DocumentFace* PieceViewModel::selected() const {
    for (const auto& document : m_documents)
        if (document.type == m_type)
            return &document;
    return nullptr;
}

} // namespace escale
