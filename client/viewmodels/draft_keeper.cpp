// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/draft_keeper.h"

#include "client/viewmodels/error_name.h"
#include "client/viewmodels/parcours.h"

#include <QDataStream>
#include <QHash>
#include <QIODevice>

namespace escale {

namespace {

// A letter in a rush waits for the next ones; a finger that rests does not.
constexpr int kDelayMs = 300;

constexpr quint8 kForm = 2; // of what is written
constexpr auto kStream = QDataStream::Qt_6_4;

QList<QByteArray> bytesOf(const QStringList& all) {
    QList<QByteArray> bytes;
    for (const auto& one : all)
        bytes.append(one.toUtf8());
    return bytes;
}

QStringList wordsOf(const QList<QByteArray>& all) {
    QStringList words;
    for (const auto& one : all)
        words.append(QString::fromUtf8(one));
    return words;
}

/// What stands on the disk: the page that was asked, if any, and what was typed in which page.
struct Kept {
    QByteArray question, item;
    QHash<QString, QuestionDraft> pages;
};

std::string encode(const Kept& kept) {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(kStream);
    stream << kForm << kept.question << kept.item << qint32(kept.pages.size());
    for (auto at = kept.pages.begin(); at != kept.pages.end(); ++at)
        stream << at.key().toUtf8() << at->typed.toUtf8() << bytesOf(at->selected)
               << bytesOf(at->fields) << qint32(at->marker) << at->abroad;
    return bytes.toStdString();
}

Kept decode(const std::string& text) {
    Kept kept;
    QDataStream stream(QByteArray::fromStdString(text));
    stream.setVersion(kStream);
    quint8 form = 0;
    qint32 count = 0;
    stream >> form >> kept.question >> kept.item >> count;
    for (qint32 i = 0; i < count && stream.status() == QDataStream::Ok; ++i) {
        QByteArray key, typed;
        QList<QByteArray> selected, fields;
        qint32 marker = 0;
        bool abroad = false;
        stream >> key >> typed >> selected >> fields >> marker >> abroad;
        kept.pages.insert(QString::fromUtf8(key),
                          {QString::fromUtf8(typed), wordsOf(selected), wordsOf(fields),
                           static_cast<QuestionDraft::Marker>(marker), abroad});
    }
    return form == kForm && stream.status() == QDataStream::Ok ? kept : Kept();
}

} // namespace

DraftKeeper::DraftKeeper(Parcours& parcours, Questionnaire& form, client::DossierSession* session)
    : m_parcours(parcours)
    , m_form(form)
    , m_session(session) {
    if (!m_session)
        return;
    m_timer.setSingleShot(true);
    m_timer.setInterval(kDelayMs);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::flush);
    const auto* page = m_parcours.question();
    connect(page, &QuestionViewModel::answerChanged, this, &DraftKeeper::changed);
    connect(&m_parcours, &Parcours::pageChanged, this, &DraftKeeper::changed);
    connect(m_session, &client::DossierSession::kept, this, &DraftKeeper::changed);
    connect(m_session, &client::DossierSession::closed, this, [this] {
        m_waits = false;
        m_written.clear();
    });
}

void DraftKeeper::changed() {
    if (m_session->isOpen() && !m_timer.isActive())
        m_timer.start();
}

void DraftKeeper::flush() {
    m_timer.stop();
    if (!m_session || !m_session->isOpen() || m_waits)
        return;
    const bool asking = m_parcours.page() == Parcours::Page::Question;
    const auto unkept = m_form.unkept(asking);
    if (unkept.isEmpty())
        return write({});
    const auto& asked = m_form.asked();
    const bool here = asking && unkept.contains(m_form.draftKey());
    write(encode({here ? QByteArray::fromStdString(asked.id) : QByteArray(),
                  QByteArray::fromStdString(asked.item), unkept}));
}

void DraftKeeper::write(const std::string& text) {
    if (text == m_written)
        return;
    const auto kept = m_session->keepDraft(text);
    if (kept)
        m_written = text;
    else
        emit failed(errorName(kept.error()));
}

bool DraftKeeper::load() {
    m_timer.stop();
    const auto text = m_session->draft();
    m_written = text ? *text : std::string();
    m_waits = false;
    if (m_form.hasTyped()) // the program did not stop in between
        return false;
    m_waits = !decode(m_written).question.isEmpty();
    if (!m_waits)
        putBack();
    return m_waits;
}

void DraftKeeper::putBack() {
    const auto pages = decode(m_written).pages;
    for (auto at = pages.begin(); at != pages.end(); ++at)
        m_form.putBack(at.key(), at.value());
}

void DraftKeeper::resume() {
    m_waits = false;
    putBack();
    const Kept kept = decode(m_written);
    emit resumed(kept.question.toStdString(), kept.item.toStdString());
}

void DraftKeeper::erase() {
    m_waits = false;
    write({});
    emit erased();
}

} // namespace escale
