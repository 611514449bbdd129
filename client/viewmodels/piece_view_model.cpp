// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/viewmodels/piece_view_model.h"

#include "client/capture/page_file.h"
#include "client/viewmodels/error_name.h"
#include "client/viewmodels/piece_words.h"
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/scan_words.h"
#include "shared/pieces/piece_rules.h"

#include <algorithm>
#include <utility>

namespace escale {

namespace {

using scan::Raison;
using scan::Verdict;

// After that many photos the person may keep what they have: never a dead end.
constexpr int kTriesBeforeKeeping = 2;

} // namespace

PieceViewModel::PieceViewModel(QObject* parent)
    : QObject(parent)
    , m_images(std::make_shared<PieceImages>())
    , m_pages(m_images)
    , m_proposals(m_images)
    , m_aim(m_scanner, *m_images) {
    connect(&m_scanner, &Scanner::scanned, this, &PieceViewModel::showPage);
    connect(&m_aim, &PieceAim::still, this, &PieceViewModel::take);
    connect(&m_aim, &PieceAim::photo, this, [this](const QByteArray& file) {
        if (std::exchange(m_shooting, false))
            receive(Bytes(file.begin(), file.end()), false);
    });
}

PieceViewModel::~PieceViewModel() {
    m_images->wipeAll();
}

void PieceViewModel::open(WantedPiece wanted) {
    const bool goesOn = m_pages.count() > 0 && wanted.key == m_wanted.key;
    if (!goesOn)
        m_pages.clear();
    m_wanted = std::move(wanted);
    m_pages.setTwoSided(twoSided());
    m_tries = 0;
    goesOn ? go(Step::listing) : startAiming();
}

void PieceViewModel::close() {
    m_aim.stop();
    forgetPage();
    m_files.clear();
    setError({});
    go(Step::closed);
}

void PieceViewModel::clear() {
    m_wanted = {};
    m_reader.cancel();
    m_proposals.clear();
    m_pages.clear();
    close();
}

void PieceViewModel::retranslate() {
    emit stepChanged();
    emit errorChanged();
    m_aim.retranslate();
    emit m_pages.changed();
    m_proposals.retranslate();
}

QString PieceViewModel::label() const {
    return m_wanted.type.isEmpty() ? QString()
                                   : pieceLabel(m_wanted.type.toStdString(), m_wanted.incomeYear);
}

QString PieceViewModel::picto() const {
    return m_wanted.type.isEmpty() ? QString() : pieceTypePicto(m_wanted.type.toStdString());
}

QString PieceViewModel::rank() const {
    return m_pages.nameOf(m_pages.replaced() >= 0 ? m_pages.replaced() : m_pages.count());
}

QUrl PieceViewModel::picture() const {
    if (m_step != Step::reviewing)
        return {};
    return QUrl(QStringLiteral("image://escale-piece/%1/%2")
                    .arg(QLatin1String(PieceImages::kMain))
                    .arg(-m_shown));
}

QString PieceViewModel::verdict() const {
    return m_page && !good() && !m_page->raisons.empty()
               ? Preferences::text(keyOf(m_page->raisons.front()))
               : QString();
}

QString PieceViewModel::verdictIcon() const {
    return m_page && !m_page->raisons.empty() ? pictoOf(m_page->raisons.front()) : QString();
}

/// What a scan says and that does no harm here: a blurred code on what bears none (an avis d’impôt
/// does), the white of the paper in a file that is a page by itself.
bool PieceViewModel::isHarmless(Raison reason) const {
    if (reason == Raison::codeFlou)
        return m_wanted.type != QLatin1String("avis_imposition");
    return reason == Raison::reflet && m_fromFile && !m_page->coins;
}

bool PieceViewModel::good() const {
    return m_page && std::all_of(m_page->raisons.begin(), m_page->raisons.end(),
                                 [this](Raison reason) { return isHarmless(reason); });
}

bool PieceViewModel::keepable() const {
    return m_page &&
           (good() || m_page->verdict != Verdict::reprendre || m_tries >= kTriesBeforeKeeping);
}

/// A PDF has no outline; and what was taken whole by itself has none either.
bool PieceViewModel::croppable() const {
    return m_page && m_page->photo.kind != scan::FileKind::pdf && (m_whole || m_page->coins);
}

QString PieceViewModel::error() const {
    return m_error.isEmpty() ? QString() : Preferences::text(m_error);
}

bool PieceViewModel::twoSided() const {
    const auto* document = pieces::pieceRules().document(m_wanted.type.toStdString());
    return document && document->sides > 1;
}

void PieceViewModel::go(Step step) {
    m_step = step;
    emit stepChanged();
}

void PieceViewModel::startAiming() {
    forgetPage();
    m_files.read();
    m_aim.start();
    go(Step::aiming);
}

void PieceViewModel::take() {
    if (m_step != Step::aiming || busy() || m_shooting)
        return;
    m_shooting = true;
    m_aim.shoot();
}

void PieceViewModel::chooseFile(const QString& name) {
    if (m_step != Step::aiming || busy())
        return;
    const QString path = m_files.pathOf(name);
    auto file = path.isEmpty() ? Result<client::CapturedPage>(fail(Errc::notFound))
                               : client::readDocumentFile(path.toStdString());
    if (!file)
        return setError(QStringLiteral("errc.") + errorName(file.error()));
    receive(std::move(file->bytes), true);
}

void PieceViewModel::receive(Bytes file, bool fromFile) {
    setError({});
    m_fromFile = fromFile;
    m_whole = false;
    m_file = std::make_shared<client::CapturedPage>(std::move(file));
    makePage(0);
}

void PieceViewModel::makePage(int filePage) {
    m_filePage = filePage;
    scan::ScanOptions options;
    options.entiere = m_whole;
    options.page = filePage;
    m_scanner.scan(m_file, options, m_fromFile);
    emit stepChanged();
}

void PieceViewModel::showPage(const std::shared_ptr<scan::ScannedPage>& page) {
    if (m_step == Step::closed || !m_file)
        return;
    if (page->verdict == Verdict::reprendre && !m_whole)
        ++m_tries;
    if (page->jpeg.empty()) {
        setError(keyOf(page->raisons.empty() ? Raison::tronque : page->raisons.front()));
        return m_step == Step::aiming ? go(Step::aiming) : startAiming();
    }
    const QImage picture = QImage::fromData(page->jpeg.data(), static_cast<int>(page->jpeg.size()));
    m_aim.stop();
    m_page = page;
    m_images->set(picture);
    ++m_shown;
    go(Step::reviewing);
}

void PieceViewModel::seeWhole(bool whole) {
    if (!m_file || whole == m_whole || busy())
        return;
    m_whole = whole;
    makePage(m_filePage);
}

void PieceViewModel::retake() {
    if (m_step == Step::reviewing)
        startAiming();
}

void PieceViewModel::keep() {
    if (m_step != Step::reviewing || !keepable() || busy())
        return;
    const int morePages = m_page->photo.pages - m_filePage - 1;
    const bool replaced = m_pages.replaced() >= 0;
    const QImage picture = m_images->get();
    auto reading = m_reader.read(std::move(m_page->gris), m_page->dpi, picture);
    m_pages.add(std::move(m_page->pdf), picture, !good(), std::move(reading));
    m_tries = 0;
    m_page.reset();
    if (morePages > 0 && !replaced)
        return makePage(m_filePage + 1);
    const bool otherSide = twoSided() && m_pages.count() < 2 && !m_fromFile;
    if (otherSide)
        return startAiming();
    list();
}

void PieceViewModel::addPage() {
    setError({});
    m_pages.replace(-1);
    m_tries = 0;
    startAiming();
}

void PieceViewModel::retakePage(int rank) {
    setError({});
    m_pages.replace(rank);
    m_tries = 0;
    startAiming();
}

void PieceViewModel::removePage(int rank) {
    m_pages.remove(rank);
    if (m_pages.count() == 0)
        startAiming();
}

void PieceViewModel::list() {
    m_aim.stop();
    forgetPage();
    m_pages.replace(-1);
    setError({});
    go(Step::listing);
}

bool PieceViewModel::done() {
    if (m_pages.count() == 0)
        return true;
    const auto kept = m_keeper(m_wanted, m_pages.copies(), m_pages.doubtful());
    setError(kept ? QString() : QStringLiteral("errc.") + errorName(kept.error()));
    if (!kept) {
        go(Step::listing);
        return false;
    }
    m_proposals.add({*kept, m_pages.readings(), {}, {}});
    m_pages.clear();
    close();
    return true;
}

void PieceViewModel::forgetPage() {
    m_page.reset();
    m_file.reset();
    m_shooting = false;
    m_whole = false;
    m_images->wipe();
}

void PieceViewModel::setError(const QString& key) {
    if (key == m_error)
        return;
    m_error = key;
    emit errorChanged();
}

} // namespace escale
