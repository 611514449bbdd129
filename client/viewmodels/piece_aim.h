// SPDX-License-Identifier: GPL-3.0-or-later
// Aiming: what the camera shows, where the page is in it, and one advice at a time.
#pragma once

#include "client/viewmodels/frame_source.h"
#include "client/viewmodels/piece_images.h"
#include "client/viewmodels/scanner.h"

#include <QUrl>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>
#include <optional>

namespace escale {

class PieceAim : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("owned by PieceViewModel")
    /// A camera gives frames; otherwise pages come from files.
    Q_PROPERTY(bool available READ available NOTIFY availableChanged)
    /// It was there, and is no longer.
    Q_PROPERTY(bool unplugged READ unplugged NOTIFY availableChanged)
    /// image://escale-piece/… of the live frame; empty before the first one.
    Q_PROPERTY(QUrl frame READ frame NOTIFY frameChanged)
    /// Corners of the page in the frame, from 0 to 1; empty when none is found.
    Q_PROPERTY(QVariantList outline READ outline NOTIFY frameChanged)
    /// Width of the frame over its height.
    Q_PROPERTY(qreal ratio READ ratio NOTIFY frameChanged)
    /// Empty before the first frame.
    Q_PROPERTY(QString advice READ advice NOTIFY adviceChanged)
    Q_PROPERTY(QString adviceIcon READ adviceIcon NOTIFY adviceChanged)
    Q_PROPERTY(bool ready READ ready NOTIFY adviceChanged) // sharp, whole: hold it there

public:
    /// A new source of frames; null when there is no camera.
    using SourceMaker = std::function<std::unique_ptr<FrameSource>()>;

    /// Both outlive it.
    PieceAim(Scanner& scanner, PieceImages& images, QObject* parent = nullptr);
    void setSource(SourceMaker maker) { m_maker = std::move(maker); }
    void start();
    void stop();
    /// Takes a photo: `photo` comes once, empty when the camera gave none.
    void shoot();
    void retranslate() { emit adviceChanged(); }

    [[nodiscard]] bool available() const { return m_source != nullptr; }
    [[nodiscard]] bool unplugged() const { return m_unplugged; }
    [[nodiscard]] QUrl frame() const;
    [[nodiscard]] QVariantList outline() const { return m_outline; }
    [[nodiscard]] qreal ratio() const { return m_ratio; }
    [[nodiscard]] QString advice() const;
    [[nodiscard]] QString adviceIcon() const;
    [[nodiscard]] bool ready() const { return m_advice == scan::Advice::ok; }

signals:
    void availableChanged();
    void frameChanged();
    void adviceChanged();
    /// The page is sharp and still: the photo may be taken by itself.
    void still();
    void photo(const QByteArray& file);

private:
    void show(const LiveView& view);
    void advise(scan::Advice advice);
    void lose();

    Scanner& m_scanner;
    PieceImages& m_images;
    SourceMaker m_maker;
    std::unique_ptr<FrameSource> m_source;
    bool m_unplugged = false;
    std::optional<scan::Advice> m_advice, m_next;
    int m_nextFrames = 0; // for how many frames m_next has been the better advice
    QVariantList m_outline;
    qreal m_ratio = 1;
    qint64 m_frames = 0; // so far: a new address each time, so that nothing is cached
};

} // namespace escale
