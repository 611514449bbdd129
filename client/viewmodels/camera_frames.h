// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of the first camera. A tablet without a camera has none, and says so.
#pragma once

#include "client/viewmodels/frame_source.h"

#include <memory>

class QCamera;
class QImageCapture;
class QMediaCaptureSession;
class QMediaDevices;
class QVideoFrame;
class QVideoSink;

namespace escale {

class CameraFrames : public FrameSource {
    Q_OBJECT
public:
    explicit CameraFrames(QObject* parent = nullptr);
    ~CameraFrames() override;

    [[nodiscard]] static bool isThere();
    void start() override;
    void stop() override;
    void takePhoto() override;

private:
    void show(const QVideoFrame& frame);
    void give(const QImage& image);
    void checkPlugged();

    QImage m_last;
    bool m_lost = false;
    std::unique_ptr<QCamera> m_camera;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QImageCapture> m_capture;
    std::unique_ptr<QMediaDevices> m_devices; // says when one is unplugged
    std::unique_ptr<QMediaCaptureSession> m_session;
};

} // namespace escale
