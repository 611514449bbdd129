// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/text_page.h"

#include "client/reading/evidence.h"

#include <algorithm>

namespace escale::reading {
namespace {

constexpr int kSureConfidence = 70;
constexpr std::size_t kRealWord = 4; // letters
constexpr int kFewWords = 6;         // real words read surely: fewer, the page may be upside down

int sureWords(const std::vector<Word>& words) {
    return static_cast<int>(std::count_if(words.begin(), words.end(), [](const Word& word) {
        return word.confidence >= kSureConfidence && word.text.size() >= kRealWord;
    }));
}

TextFindings findingsIn(TextReader& reader, const std::vector<Word>& words, const cv::Mat& page,
                        int dpi) {
    const std::vector<Segment> segments = segmentsOf(words);
    TextFindings findings;
    findings.kind = kindOf(segments);
    const auto amount = taxIncomeIn(words, segments);
    if (amount && holds(*amount, page, dpi, reader))
        findings.proposals.push_back(
            {Subject::taxIncome, amount->digits, amount->box, amount->confidence, Source::text});
    for (Proposal& name : namesIn(segments))
        findings.proposals.push_back(std::move(name));
    for (Proposal& date : datesIn(segments))
        findings.proposals.push_back(std::move(date));
    if (auto postcode = postcodeIn(segments))
        findings.proposals.push_back(std::move(*postcode));
    return findings;
}

} // namespace

TextFindings readText(TextReader& reader, const cv::Mat& page, int dpi) {
    const std::vector<Word> words = reader.page(page, dpi);
    if (sureWords(words) >= kFewWords)
        return findingsIn(reader, words, page, dpi);
    cv::Mat turned;
    cv::rotate(page, turned, cv::ROTATE_180);
    const std::vector<Word> others = reader.page(turned, dpi);
    if (sureWords(others) <= sureWords(words))
        return findingsIn(reader, words, page, dpi);
    TextFindings findings = findingsIn(reader, others, turned, dpi);
    for (Proposal& proposal : findings.proposals) {
        Box& box = proposal.box;
        box.x = page.cols - box.x - box.width;
        box.y = page.rows - box.y - box.height;
    }
    return findings;
}

} // namespace escale::reading
