// SPDX-License-Identifier: GPL-3.0-or-later
// Where the frames of a photo come from: the camera, or a folder of pictures shown one after
// another (tests, demonstrations). Files that the person chooses are in piece_files.h.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QObject>

namespace escale {

/// On the thread of the interface.
class FrameSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    virtual void start() = 0;
    virtual void stop() = 0;
    /// One photo, as good as the source gives: `photo` comes once.
    virtual void takePhoto() = 0;

signals:
    void frame(const QImage& image);
    /// A whole JPEG or PNG.
    void photo(const QByteArray& file);
    /// It was unplugged, or does not answer: nothing more comes.
    void lost();
};

} // namespace escale
