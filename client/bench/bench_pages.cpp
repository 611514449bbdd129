// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bench/bench.h"
#include "client/bench/frame_meter.h"
#include "client/selftest/generated_answers.h"
#include "client/selftest/walker.h"
#include "client/viewmodels/parcours.h"

#include <iostream>
#include <utility>

namespace escale {

namespace {

using Page = Parcours::Page;

constexpr int kPages = 40;
constexpr int kSlideMs = 300; // a page slides for 180 ms: its frames count too

class PagesBench {
public:
    PagesBench(Walker& walker, Parcours& parcours)
        : m_walker(walker)
        , m_parcours(parcours) {}

    Result<void> run() {
        ESCALE_TRY(m_walker.tap("langue:fr"));
        ESCALE_TRY(settle());
        ESCALE_TRY(m_walker.tap("continuer"));
        ESCALE_TRY(settle());
        for (int i = 0; i < kPages && m_parcours.page() == Page::Question; ++i)
            ESCALE_TRY(leave());
        return {};
    }

private:
    Result<void> settle() {
        QElapsedTimer waiting;
        waiting.start();
        return m_walker.waitFor("la page", [&] { return waiting.elapsed() > kSlideMs; });
    }

    [[nodiscard]] std::pair<QString, Page> place() const {
        return {m_parcours.question()->questionId() + m_parcours.question()->item(),
                m_parcours.page()};
    }

    /// A touch leaves the page; what the page takes is found by trying.
    Result<void> leave() {
        const auto before = place();
        for (const auto& made : generatedAnswers(*m_parcours.question())) {
            giveAnswer(*m_parcours.question(), made);
            if (place() == before && m_walker.isThere("continuer"))
                ESCALE_TRY(m_walker.tap("continuer"));
            ESCALE_TRY(settle());
            if (place() != before)
                return {};
        }
        m_parcours.question()->addPerson();
        ESCALE_TRY(settle());
        if (place() != before)
            return {};
        return fail(Errc::notFound, "aucune réponse ne convient à " + before.first.toStdString());
    }

    Walker& m_walker;
    Parcours& m_parcours;
};

} // namespace

QJsonObject benchPages(Walker& walker, Parcours& parcours, FrameMeter& meter) {
    QObject::connect(&parcours, &Parcours::pageChanged, &meter, &FrameMeter::pageMoved);
    QObject::connect(parcours.question(), &QuestionViewModel::questionChanged, &meter,
                     &FrameMeter::pageMoved);
    if (const auto ran = PagesBench(walker, parcours).run(); !ran)
        std::cerr << "escale : " << ran.error().detail << std::endl;
    return framesReport(meter);
}

} // namespace escale
