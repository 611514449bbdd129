// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/camera_frames.h"

#include <QCamera>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>

namespace escale {

CameraFrames::CameraFrames(QObject* parent)
    : QObject(parent)
    , m_camera(std::make_unique<QCamera>(QMediaDevices::defaultVideoInput()))
    , m_sink(std::make_unique<QVideoSink>())
    , m_session(std::make_unique<QMediaCaptureSession>()) {
    m_session->setCamera(m_camera.get());
    m_session->setVideoSink(m_sink.get());
    connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &CameraFrames::take);
    connect(m_camera.get(), &QCamera::errorOccurred, this, &CameraFrames::lost);
}

CameraFrames::~CameraFrames() {
    // The session holds the sink and the camera: it goes first.
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
}

void CameraFrames::take(const QVideoFrame& frame) {
    const QImage image = frame.toImage();
    if (!image.isNull())
        emit this->frame(image);
}

} // namespace escale
