// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/papers_view_model.h"

#include "client/papers/document.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/piece_images.h"
#include "client/viewmodels/preferences.h"
#include "shared/crypto/secret.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include <array>

namespace escale {

namespace {

constexpr int kPictureWidth = 1240; // 150 dots an inch: small letters can be read in the lens

struct Choice {
    const char* kind;
    const char* picto;
};
constexpr std::array<Choice, 4> kChoices{{{"attestation", "tick"},
                                          {"recu", "recu"},
                                          {"recap", "demande"},
                                          {"pieces", "partie-documents"}}};

void wipe(std::vector<QImage>& pages) {
    for (QImage& page : pages)
        page.fill(Qt::white);
    pages.clear();
}

QString add(QString words, const papers::Both& both) {
    return words + QString::fromStdString(both.own) + QLatin1Char(' ');
}

QString spoken(const papers::Block& block) {
    QString words;
    if (const auto* section = std::get_if<papers::Section>(&block))
        words = add(words, section->name);
    else if (const auto* sentence = std::get_if<papers::Sentence>(&block))
        words = add(words, sentence->text);
    else if (const auto* code = std::get_if<papers::Code>(&block))
        words = add(words, code->label) + QString::fromStdString(code->digits) + ". ";
    else if (const auto* answers = std::get_if<papers::Answers>(&block))
        for (const auto& row : answers->rows)
            words = add(add(words, row.question).trimmed() + ": ", row.answer).trimmed() + ". ";
    else if (const auto* pieces = std::get_if<papers::Pieces>(&block))
        for (const auto& row : pieces->rows)
            words = add(add(words, row.name).trimmed() + ". ", row.state).trimmed() + ". ";
    else if (const auto* steps = std::get_if<papers::Steps>(&block))
        for (const auto& row : steps->rows)
            words = add(add(words, row.when).trimmed() + ". ", row.what);
    return words;
}

} // namespace

PapersViewModel::PapersViewModel(std::shared_ptr<papers::Printer> printer, QObject* parent)
    : QObject(parent)
    , m_printer(printer ? std::move(printer) : std::make_shared<papers::NoPrinter>())
    , m_images(std::make_shared<PieceImages>()) {}

PapersViewModel::~PapersViewModel() {
    close();
}

void PapersViewModel::lookForPrinter() {
    QThreadPool::globalInstance()->start(
        [printer = m_printer, self = QPointer<PapersViewModel>(this)] {
            const bool there = printer->isThere();
            QMetaObject::invokeMethod(QCoreApplication::instance(), [self, there] {
                if (!self || self->m_printerThere == there)
                    return;
                self->m_printerThere = there;
                emit self->printerChanged();
            });
        });
}

bool PapersViewModel::open(const QString& kind) {
    close();
    const auto known = paperKindOf(kind);
    auto paper = known && m_maker ? m_maker(*known) : std::optional<papers::Paper>();
    if (!paper)
        return false;
    auto pages = papers::imagesOf(*paper, kPictureWidth);
    if (!pages || pages->empty())
        return false;
    m_kind = kind;
    m_paper = std::move(paper);
    m_pages = std::move(*pages);
    showPage(0);
    return true;
}

void PapersViewModel::close() {
    wipe(m_pages);
    m_images->wipe();
    m_paper.reset();
    m_kind.clear();
    m_outcome.clear();
    m_page = 0;
    emit pageChanged();
    emit printerChanged();
}

void PapersViewModel::retranslate() {
    emit wordsChanged();
    if (const QString kind = m_kind; !kind.isEmpty())
        open(kind);
    emit printerChanged();
}

QVariantList PapersViewModel::choices() const {
    QVariantList all;
    for (const auto& choice : kChoices) {
        // The attestation comes with the numéro unique; the others can be made of any demande.
        if (paperKindOf(choice.kind) == PaperKind::attestation &&
            !(m_maker && m_maker(PaperKind::attestation)))
            continue;
        const QString key = QStringLiteral("papier.%1.").arg(QLatin1String(choice.kind));
        all.append(QVariantMap{{"value", QLatin1String(choice.kind)},
                               {"text", Preferences::text(key + "choix")},
                               {"second", Preferences::text(key + "choix.quoi")},
                               {"icon", QLatin1String(choice.picto)}});
    }
    return all;
}

QString PapersViewModel::title() const {
    return m_paper ? QString::fromStdString(m_paper->title.own) : QString();
}

QUrl PapersViewModel::image() const {
    return m_pages.empty() ? QUrl() : QUrl(QStringLiteral("image://escale-papier/%1").arg(m_shown));
}

QString PapersViewModel::words() const {
    QString all;
    if (m_paper)
        for (const auto& block : m_paper->blocks)
            all += spoken(block);
    return all.trimmed();
}

QString PapersViewModel::message() const {
    if (m_printing)
        return Preferences::text("papier.impression.en_cours");
    return m_outcome.isEmpty() ? QString() : Preferences::text("papier.impression." + m_outcome);
}

bool PapersViewModel::failed() const {
    return !m_printing && !m_outcome.isEmpty() && m_outcome != QLatin1String("fait");
}

void PapersViewModel::showPage(int page) {
    m_page = page;
    ++m_shown;
    m_images->set(m_pages[static_cast<std::size_t>(page)]);
    emit pageChanged();
}

void PapersViewModel::turn() {
    if (!m_pages.empty())
        showPage((m_page + 1) % pageCount());
}

void PapersViewModel::print() {
    if (!m_paper || m_printing)
        return;
    auto pdf = papers::pdfOf(*m_paper);
    if (!pdf)
        return printed(QStringLiteral("refuse"));
    m_printing = true;
    m_outcome.clear();
    emit printerChanged();
    QThreadPool::globalInstance()->start([printer = m_printer, bytes = std::move(*pdf),
                                          self = QPointer<PapersViewModel>(this)]() mutable {
        const auto done = printer->print(bytes, papers::kJobTitle);
        crypto::wipe(bytes);
        const QString word = done                                  ? QStringLiteral("fait")
                             : done.error().code == Errc::notFound ? QStringLiteral("absente")
                             : done.error().code == Errc::timeout  ? QStringLiteral("bloquee")
                                                                   : QStringLiteral("refuse");
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, word] {
            if (self)
                self->printed(word);
        });
    });
}

void PapersViewModel::printed(const QString& word) {
    m_printing = false;
    // The person may have left, or have gone to another paper meanwhile.
    m_outcome = m_paper ? word : QString();
    if (word == QLatin1String("absente"))
        m_printerThere = false;
    emit printerChanged();
}

} // namespace escale
