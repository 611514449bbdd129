// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/scan.h"

#include "client/scan/finder.h"
#include "client/scan/page.h"
#include "client/scan/pdf_pages.h"
#include "client/scan/thread_time.h"
#include "shared/crypto/secret.h"

#include <opencv2/core.hpp>

#include <algorithm>

namespace escale::scan {
namespace {

// client/README.md says where each of these comes from.
constexpr double kSharp = 12, kLegible = 6.4;
constexpr double kSomeGlare = 0.004, kMuchGlare = 0.25, kAllBright = 0.60;
constexpr double kDark = 60, kTooDark = 28;
constexpr double kFar = 105, kTooFar = 75; // points of the photo for one inch of paper
constexpr std::size_t kPdfRoom = 2'000;    // what a PDF adds around its JPEG
constexpr std::size_t kMostJpeg = 490'000 - kPdfRoom;

/// Adds what its life took to a step.
class Stopwatch {
public:
    explicit Stopwatch(double* step)
        : m_step(step)
        , m_start(threadMs()) {}
    ~Stopwatch() { *m_step += threadMs() - m_start; }
    Stopwatch(const Stopwatch&) = delete;
    Stopwatch& operator=(const Stopwatch&) = delete;

private:
    double* m_step;
    double m_start;
};

class Scan {
public:
    Scan(ByteView file, const ScanOptions& options)
        : m_file(file)
        , m_options(options) {}

    ScannedPage run() {
        {
            const Stopwatch total(&m_page.ms.total);
            if (const auto refused = open())
                m_page.raisons = {*refused};
            else
                work();
        }
        return std::move(m_page);
    }

private:
    std::optional<Raison> open() {
        {
            const Stopwatch step(&m_page.ms.porte);
            const Probe found = probe(m_file);
            m_page.photo = found.info;
            if (found.refus)
                return found.refus;
        }
        const Stopwatch step(&m_page.ms.decodage);
        switch (m_page.photo.kind) {
        case FileKind::jpeg:
            return decodeJpeg(m_file, m_page.photo, &m_photo);
        case FileKind::png:
            return decodePng(m_file, m_page.photo, &m_photo);
        case FileKind::pdf:
            break;
        }
        return drawPdf(m_file, m_options.page, &m_photo, &m_page.photo.pages);
    }

    void work() {
        const bool turned = m_page.photo.orientation >= 5;
        if (isDrawn())
            m_camera = {m_photo.y.cols, m_photo.y.rows};
        else
            m_camera = {turned ? m_page.photo.height : m_page.photo.width,
                        turned ? m_page.photo.width : m_page.photo.height};
        findOutline();
        if (!m_page.coins) {
            m_page.raisons.push_back(Raison::pasDePage);
            return;
        }
        makePage();
        decide();
    }

    /// A page of a PDF: nothing to find, nothing to light.
    [[nodiscard]] bool isDrawn() const { return m_page.photo.kind == FileKind::pdf; }

    /// As it is held: nothing is turned that a person has chosen.
    void takeGiven() {
        const double right = m_camera.width, bottom = m_camera.height;
        const Quad whole{Point{0, 0}, {right, 0}, {right, bottom}, {0, bottom}};
        const Quad given = isDrawn() ? whole : m_options.coins.value_or(whole);
        if (!isOutline(given))
            return;
        m_page.coins = given;
        m_page.forme = formeOf(given, m_camera);
    }

    void findOutline() {
        const Stopwatch step(&m_page.ms.contour);
        if (m_options.coins || m_options.entiere || isDrawn()) {
            takeGiven();
            return;
        }
        const Found found = findPage(levelsOf(m_photo), m_camera);
        m_page.coins = found.coins;
        m_page.forme = found.forme;
        if (found.several)
            say(Raison::deuxPages, Verdict::reprendre);
        if (found.cut)
            say(Raison::horsCadre, Verdict::reprendre);
        else if (found.coins && !found.sure)
            say(Raison::contoursIncertains, Verdict::douteux);
    }

    void makePage() {
        const PageSize size = pageSizeOf(*m_page.coins, m_page.forme, m_camera);
        m_dpi = photoDpi(*m_page.coins, size);
        Photo page;
        {
            const Stopwatch step(&m_page.ms.redressement);
            page = straighten(m_photo, *m_page.coins, size);
            m_photo = Photo();
        }
        measure(page, size.dpi);
        write(page, size);
    }

    void measure(Photo& page, int dpi) {
        {
            const Stopwatch step(&m_page.ms.mesures);
            const Measures light = measureLight(page);
            m_page.reflet = light.reflet;
            m_page.clarte = light.clarte;
        }
        {
            const Stopwatch step(&m_page.ms.eclairage);
            if (!isDrawn())
                evenLight(page, dpi);
        }
        const Stopwatch step(&m_page.ms.mesures);
        m_page.nettete = sharpness(page.y);
    }

    void write(const Photo& page, const PageSize& size) {
        const Stopwatch step(&m_page.ms.ecriture);
        m_page.dpi = size.dpi;
        m_page.gris = {page.y.cols, page.y.rows, {}};
        m_page.gris.pixels.assign(page.y.datastart, page.y.dataend);
        auto jpeg = jpegOf(page, size.dpi, kMostJpeg);
        if (!jpeg) {
            say(Raison::tropGrand, Verdict::reprendre);
            return;
        }
        m_page.jpeg = std::move(*jpeg);
        m_page.pdf = pdfAround(m_page.jpeg, size);
    }

    void decide() {
        if (m_dpi < kFar)
            say(Raison::tropLoin, m_dpi < kTooFar ? Verdict::reprendre : Verdict::douteux);
        if (m_page.nettete < kSharp)
            say(m_page.nettete < kLegible ? Raison::flou : Raison::codeFlou,
                m_page.nettete < kLegible ? Verdict::reprendre : Verdict::douteux);
        if (isDrawn()) { // white paper of a PDF is no glare
            m_page.verdict = m_worst;
            return;
        }
        // A page that is bright all over is well lit; a part of it that is burnt out is a glare.
        if (m_page.reflet > kSomeGlare && m_page.reflet < kAllBright)
            say(Raison::reflet, m_page.reflet > kMuchGlare ? Verdict::reprendre : Verdict::douteux);
        if (m_page.clarte < kDark)
            say(Raison::sombre, m_page.clarte < kTooDark ? Verdict::reprendre : Verdict::douteux);
        m_page.verdict = m_worst;
    }

    void say(Raison raison, Verdict verdict) {
        m_page.raisons.push_back(raison);
        m_worst = std::max(m_worst, verdict);
    }

    ByteView m_file;
    ScanOptions m_options;
    ScannedPage m_page;
    Photo m_photo;
    Camera m_camera;
    double m_dpi = 0;
    Verdict m_worst = Verdict::ok;
};

} // namespace

ScannedPage& ScannedPage::operator=(ScannedPage&& other) noexcept {
    if (this != &other) {
        std::swap(verdict, other.verdict);
        std::swap(raisons, other.raisons);
        std::swap(photo, other.photo);
        std::swap(coins, other.coins);
        std::swap(forme, other.forme);
        std::swap(nettete, other.nettete);
        std::swap(reflet, other.reflet);
        std::swap(clarte, other.clarte);
        std::swap(dpi, other.dpi);
        std::swap(gris, other.gris);
        std::swap(jpeg, other.jpeg);
        std::swap(pdf, other.pdf);
        std::swap(ms, other.ms);
    }
    return *this;
}

ScannedPage::~ScannedPage() {
    crypto::wipe(gris.pixels);
    crypto::wipe(jpeg);
    crypto::wipe(pdf);
}

bool ScannedPage::has(Raison raison) const {
    return std::find(raisons.begin(), raisons.end(), raison) != raisons.end();
}

ScannedPage scanPhoto(ByteView file, const ScanOptions& options) {
    // One thread: the other cores belong to the screen.
    cv::setNumThreads(1);
    return Scan(file, options).run();
}

} // namespace escale::scan
