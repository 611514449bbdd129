// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_aim.h"

#include "client/viewmodels/preferences.h"
#include "client/viewmodels/scan_words.h"

#include <QPointF>

namespace escale {

namespace {

using scan::Advice;

// An advice that changes with every frame cannot be followed.
constexpr int kFramesToChange = 3;

const char* iconOf(Advice advice) {
    switch (advice) {
    case Advice::ok:
        return "tick";
    case Advice::aucunePage:
    case Advice::deuxPages:
        return "photo-coin";
    case Advice::horsCadre:
        return "photo-reculer";
    case Advice::rapprochez:
        return "photo-rapprocher";
    case Advice::tropSombre:
        return "photo-sombre";
    case Advice::reflet:
        return "photo-reflet";
    case Advice::neBougezPlus:
        break;
    }
    return "photo-stable";
}

} // namespace

PieceAim::PieceAim(Scanner& scanner, PieceImages& images, QObject* parent)
    : QObject(parent)
    , m_scanner(scanner)
    , m_images(images) {
    connect(&m_scanner, &Scanner::looked, this, &PieceAim::show);
}

void PieceAim::start() {
    m_unplugged = false;
    if (!m_source && m_maker)
        m_source = m_maker();
    if (m_source) {
        connect(m_source.get(), &FrameSource::frame, &m_scanner, &Scanner::look);
        connect(m_source.get(), &FrameSource::photo, this, &PieceAim::photo);
        // It is in the middle of its own signal: it goes at the next turn.
        connect(m_source.get(), &FrameSource::lost, this, &PieceAim::lose, Qt::QueuedConnection);
        m_source->start();
    }
    emit availableChanged();
}

void PieceAim::stop() {
    m_source.reset();
    m_scanner.reset();
    m_images.wipe();
    m_advice.reset();
    m_next.reset();
    m_outline.clear();
    emit availableChanged();
    emit frameChanged();
    emit adviceChanged();
}

void PieceAim::lose() {
    stop();
    m_unplugged = true;
    emit availableChanged();
}

void PieceAim::shoot() {
    if (m_source)
        m_source->takePhoto();
}

QUrl PieceAim::frame() const {
    if (!m_source || m_images.get().isNull())
        return {};
    return QUrl(QStringLiteral("image://escale-piece/%1/%2")
                    .arg(QLatin1String(PieceImages::kMain))
                    .arg(m_frames));
}

QString PieceAim::advice() const {
    return m_advice ? Preferences::text(keyOf(*m_advice)) : QString();
}

QString PieceAim::adviceIcon() const {
    return m_advice ? QString::fromLatin1(iconOf(*m_advice)) : QString();
}

void PieceAim::show(const LiveView& view) {
    if (!m_source)
        return;
    m_images.set(view.image);
    ++m_frames;
    const auto& preview = view.preview;
    m_outline.clear();
    m_ratio = view.image.height() > 0 ? qreal(view.image.width()) / view.image.height() : 1;
    if (preview.coins && preview.width > 0 && preview.height > 0)
        for (const scan::Point& corner : *preview.coins)
            m_outline.append(QPointF(corner.x / preview.width, corner.y / preview.height));
    emit frameChanged();
    advise(preview.advice);
    if (preview.ready())
        emit still();
}

void PieceAim::advise(Advice advice) {
    m_nextFrames = m_next == advice ? m_nextFrames + 1 : 1;
    m_next = advice;
    if (m_advice == advice || (m_advice && m_nextFrames < kFramesToChange))
        return;
    m_advice = advice;
    emit adviceChanged();
}

} // namespace escale
