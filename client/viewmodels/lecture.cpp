// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/lecture.h"

#include "client/viewmodels/parcours.h"

#include <QEvent>
#include <QQmlEngine>

#include <algorithm>
#include <utility>

namespace escale {

namespace {

// Of the loudness of the machine: the person can ask for more, until the end of the session.
constexpr double kUsualVolume = 0.7;

Lecture* s_instance = nullptr;

bool isPrivate(const QVariant& entry) {
    return entry.toMap()[QStringLiteral("isPrivate")].toBool();
}

QVariantList withoutPrivate(const QVariantList& script) {
    QVariantList open;
    std::copy_if(script.begin(), script.end(), std::back_inserter(open),
                 [](const QVariant& entry) { return !isPrivate(entry); });
    return open;
}

} // namespace

Lecture::Lecture(std::unique_ptr<speech::Narrator> narrator, Parcours& parcours)
    : m_narrator(std::move(narrator))
    , m_parcours(parcours) {
    followNarrator();
    connect(&parcours, &Parcours::pageChanged, this, &Lecture::leavePage);
    connect(parcours.preferences(), &Preferences::languageChanged, this, [this] {
        leavePage();
        m_narrator->forgetTexts();
        emit availableChanged();
    });
}

Lecture::~Lecture() {
    if (s_instance == this)
        s_instance = nullptr;
}

Lecture* Lecture::create(QQmlEngine*, QJSEngine*) {
    QJSEngine::setObjectOwnership(s_instance, QJSEngine::CppOwnership);
    return s_instance;
}

void Lecture::setInstance(Lecture* instance) {
    s_instance = instance;
}

void Lecture::followNarrator() {
    auto* narrator = m_narrator.get();
    connect(narrator, &speech::Narrator::word, this, &Lecture::showWord);
    connect(narrator, &speech::Narrator::speakingChanged, this, [this] {
        if (!speaking())
            forgetWord();
        emit speakingChanged();
    });
    connect(narrator, &speech::Narrator::soundChanged, this, &Lecture::loseSound);
}

QString Lecture::currentText() const {
    return m_script.value(m_line).toMap()[QStringLiteral("text")].toString();
}

bool Lecture::isAvailable() const {
    return available(m_parcours.preferences()->language());
}

bool Lecture::available(const QString& language) const {
    return m_narrator->speaks(language);
}

void Lecture::listen(const QVariantList& script) {
    if (std::exchange(m_stoppedByPress, false))
        return;
    if (speaking())
        return stop();
    if (!m_aloud && std::any_of(script.begin(), script.end(), isPrivate))
        return hold(Hold::privateValues, script);
    begin(script);
}

void Lecture::begin(const QVariantList& script) {
    m_announcing = false;
    if (!m_narrator->findSound() && !std::exchange(m_saidSoundless, true))
        return hold(Hold::silence, script);
    read(script);
}

void Lecture::announce(const QVariantList& script) {
    m_announcing = true;
    read(withoutPrivate(script));
}

void Lecture::answerPrivate(bool everything) {
    m_aloud = everything;
    const auto script = release();
    begin(everything ? script : withoutPrivate(script));
}

void Lecture::readSilently() {
    read(release());
}

void Lecture::stop() {
    m_narrator->stop();
}

void Lecture::leavePage() {
    stop();
    forget();
    m_aloud = false;
    // The first page without a way back: the next person comes.
    if (m_parcours.page() == Parcours::Page::Langue && !m_parcours.canGoBack())
        m_saidSoundless = false;
}

void Lecture::read(const QVariantList& script) {
    m_narrator->stop();
    m_script = script;
    QList<speech::Line> lines;
    for (const auto& entry : script) {
        const auto map = entry.toMap();
        const QString language = map[QStringLiteral("language")].toString();
        const bool code = map[QStringLiteral("kind")] == QStringLiteral("code");
        lines.append({map[QStringLiteral("text")].toString(),
                      language.isEmpty() ? m_parcours.preferences()->language() : language,
                      code ? speech::Kind::code : speech::Kind::plain});
    }
    const auto* preferences = m_parcours.preferences();
    speech::Manner manner;
    manner.pace.wordsPerMinute =
        preferences->slowVoice() ? speech::Pace::kSlow : speech::Pace::kUsual;
    manner.volume = preferences->loudVoice() ? 1 : kUsualVolume;
    m_narrator->read(std::move(lines), manner);
}

void Lecture::showWord(int line, const speech::Span& where) {
    m_line = line;
    m_item = m_script.value(line).toMap()[QStringLiteral("item")].value<QObject*>();
    m_word = where;
    if (!m_announcing)
        m_parcours.stillHere();
    emit wordChanged();
}

void Lecture::forgetWord() {
    m_line = -1;
    m_item = nullptr;
    m_word = {};
    m_script.clear();
    emit wordChanged();
}

bool Lecture::eventFilter(QObject*, QEvent* event) {
    switch (event->type()) {
    case QEvent::TouchBegin:
    case QEvent::MouseButtonPress:
    case QEvent::KeyPress:
        if (speaking()) {
            m_stoppedByPress = true;
            stop();
        }
        break;
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
    case QEvent::MouseButtonRelease:
    case QEvent::KeyRelease:
        // After the button under the finger has answered.
        QMetaObject::invokeMethod(
            this, [this] { m_stoppedByPress = false; }, Qt::QueuedConnection);
        break;
    default:
        break;
    }
    return false;
}

void Lecture::hold(Hold reason, const QVariantList& script) {
    m_held = script;
    if (std::exchange(m_hold, reason) != reason)
        emit heldChanged();
}

QVariantList Lecture::release() {
    auto script = std::move(m_held);
    forget();
    return script;
}

/// In the middle of a text: it is said, and the text begins again without its sound.
void Lecture::loseSound() {
    if (m_announcing || m_script.isEmpty() || std::exchange(m_saidSoundless, true))
        return;
    const auto script = m_script;
    stop();
    hold(Hold::silence, script);
}

} // namespace escale
