// SPDX-License-Identifier: GPL-3.0-or-later
// Frames of the first camera, as images. A tablet without a camera has none, and says so.
#pragma once

#include <QImage>
#include <QObject>

#include <memory>

class QCamera;
class QMediaCaptureSession;
class QVideoFrame;
class QVideoSink;

namespace escale {

class CameraFrames : public QObject {
    Q_OBJECT
public:
    explicit CameraFrames(QObject* parent = nullptr);
    ~CameraFrames() override;

    [[nodiscard]] static bool isThere();
    void start();
    void stop();

signals:
    void frame(const QImage& image);
    /// It was unplugged, or does not answer.
    void lost();

private:
    void take(const QVideoFrame& frame);

    std::unique_ptr<QCamera> m_camera;
    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QMediaCaptureSession> m_session;
};

} // namespace escale
