// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/camera_frames.h"

#include <QBuffer>
#include <QCamera>
#include <QCameraDevice>
#include <QImageCapture>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>

#include <utility>

namespace escale {

namespace {

// Nothing of a letter is lost; the page that is kept is written anew.
constexpr int kPhotoQuality = 95;

} // namespace

CameraFrames::CameraFrames(QObject* parent)
    : FrameSource(parent)
    , m_camera(std::make_unique<QCamera>(QMediaDevices::defaultVideoInput()))
    , m_sink(std::make_unique<QVideoSink>())
    , m_capture(std::make_unique<QImageCapture>())
    , m_devices(std::make_unique<QMediaDevices>())
    , m_session(std::make_unique<QMediaCaptureSession>()) {
    m_session->setCamera(m_camera.get());
    m_session->setVideoSink(m_sink.get());
    m_session->setImageCapture(m_capture.get());
    connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &CameraFrames::show);
    connect(m_capture.get(), &QImageCapture::imageCaptured, this,
            [this](int, const QImage& image) { give(image); });
    // A camera that takes no still picture has its last frame taken instead.
    connect(m_capture.get(), &QImageCapture::errorOccurred, this, [this] { give(m_last); });
    connect(m_camera.get(), &QCamera::errorOccurred, this, &CameraFrames::checkPlugged);
    connect(m_devices.get(), &QMediaDevices::videoInputsChanged, this, &CameraFrames::checkPlugged);
}

CameraFrames::~CameraFrames() {
    // The session holds the others: it goes first.
    m_session.reset();
}

bool CameraFrames::isThere() {
    return !QMediaDevices::videoInputs().isEmpty();
}

void CameraFrames::start() {
    m_camera->start();
}

void CameraFrames::stop() {
    m_camera->stop();
    m_last = {};
}

void CameraFrames::takePhoto() {
    if (m_capture->isReadyForCapture())
        m_capture->capture();
    else
        give(m_last);
}

void CameraFrames::show(const QVideoFrame& frame) {
    QImage image = frame.toImage();
    if (image.isNull())
        return;
    m_last = image;
    emit this->frame(image);
}

void CameraFrames::give(const QImage& image) {
    QByteArray file;
    QBuffer buffer(&file);
    buffer.open(QIODevice::WriteOnly);
    if (!image.isNull())
        image.save(&buffer, "JPEG", kPhotoQuality);
    emit photo(file);
}

/// An error, or another list of cameras: is ours still there?
void CameraFrames::checkPlugged() {
    const bool there = QMediaDevices::videoInputs().contains(m_camera->cameraDevice());
    if (!m_lost && (!there || m_camera->error() != QCamera::NoError)) {
        m_lost = true;
        emit lost();
    }
}

} // namespace escale
