// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/read_page.h"

#include "client/reading/symbol.h"
#include "client/reading/symbol_regions.h"
#include "shared/deuxddoc/names.h"

#include <algorithm>
#include <chrono>

namespace escale::reading {
namespace {

constexpr std::size_t kMostRegions = 4;

double since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

void takeSymbol(ReadPage& read, Symbol symbol, const cv::Rect& box, const deuxddoc::Trust& trust) {
    auto message = deuxddoc::parse(symbol.bytes);
    if (!message) {
        read.refused = message.error();
        return;
    }
    CodeRead code;
    code.raw = std::move(symbol.bytes);
    code.verification = deuxddoc::verify(*message, trust);
    code.message = std::move(*message);
    code.box = {box.x, box.y, box.width, box.height};
    read.code = std::move(code);
    read.turn = symbol.turn;
    read.refused.reset();
}

void propose(ReadPage& read, Subject subject, std::string value) {
    if (value.empty())
        return;
    read.proposals.push_back({subject, std::move(value), read.code->box, 100, Source::code});
}

/// What an altered code says is worth nothing.
void proposeFromCode(ReadPage& read) {
    if (!read.code || read.code->verification.verdict == deuxddoc::Verdict::altered)
        return;
    const std::string nature = read.code->message.nature();
    if (nature != "autre")
        read.kind = nature;
    const deuxddoc::DocumentFacts facts = deuxddoc::factsOf(read.code->message);
    if (facts.taxIncome)
        propose(read, Subject::taxIncome, std::to_string(*facts.taxIncome));
    for (const std::string& name : facts.people)
        propose(read, Subject::name, name);
    if (facts.birth)
        propose(read, Subject::birth, facts.birth->iso());
    if (facts.issued)
        propose(read, Subject::issued, facts.issued->iso());
    propose(read, Subject::postcode, facts.postcode);
}

/// A name is the same in any order, and a letter may be read wrong.
bool agree(const Proposal& one, const Proposal& other) {
    if (one.subject == Subject::name)
        return deuxddoc::matchNames(one.value, other.value) != deuxddoc::NameMatch::different;
    // The day printed and the day in the code are often not the same event.
    return one.value == other.value || one.subject == Subject::issued;
}

} // namespace

Result<ReadPage> readPage(const scan::Plane& page, int dpi, const deuxddoc::Trust& trust) {
    const auto points = static_cast<std::size_t>(std::max(0, page.width)) *
                        static_cast<std::size_t>(std::max(0, page.height));
    if (points == 0 || page.pixels.size() < points || dpi < 50 || dpi > 1200)
        return fail(Errc::invalidArgument, "page sans points, ou de résolution inconnue");
    const auto start = std::chrono::steady_clock::now();
    // OpenCV has no view of points that cannot be written: nothing here writes.
    const cv::Mat grey(page.height, page.width, CV_8U,
                       const_cast<std::uint8_t*>(page.pixels.data()));
    ReadPage read;
    for (const cv::Rect& box : symbolRegions(grey, dpi, kMostRegions)) {
        if (auto symbol = readSymbol(grey, box, dpi))
            takeSymbol(read, std::move(*symbol), box, trust);
        if (read.code)
            break;
    }
    proposeFromCode(read);
    read.ms.code = since(start);
    return read;
}

void addText(ReadPage& read, const TextFindings& text) {
    if (read.kind.empty())
        read.kind = text.kind;
    const std::vector<Proposal> known = read.proposals;
    for (const Proposal& proposal : text.proposals) {
        const auto sameSubject = [&](const Proposal& other) {
            return other.subject == proposal.subject;
        };
        if (std::none_of(known.begin(), known.end(), sameSubject)) {
            read.proposals.push_back(proposal);
            continue;
        }
        const bool agreed = std::any_of(known.begin(), known.end(), [&](const Proposal& other) {
            return sameSubject(other) && agree(other, proposal);
        });
        if (!agreed)
            read.disagreements.push_back(proposal.subject);
    }
}

} // namespace escale::reading
