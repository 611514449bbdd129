// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/text_reader.h"

#include <tesseract/baseapi.h>

#include <algorithm>

namespace escale::reading {

struct TextReader::Engine {
    tesseract::TessBaseAPI api;
};

namespace {

std::vector<Word> wordsIn(tesseract::TessBaseAPI& api) {
    std::vector<Word> words;
    const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
    int line = -1;
    if (!at)
        return words;
    do {
        if (line < 0 || at->IsAtBeginningOf(tesseract::RIL_TEXTLINE))
            ++line;
        const std::unique_ptr<char[]> text(at->GetUTF8Text(tesseract::RIL_WORD));
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        if (!text || !at->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom))
            continue;
        words.push_back({text.get(),
                         {left, top, right - left, bottom - top},
                         std::clamp(static_cast<int>(at->Confidence(tesseract::RIL_WORD)), 0, 100),
                         line});
    } while (at->Next(tesseract::RIL_WORD));
    return words;
}

std::vector<Word> recognise(tesseract::TessBaseAPI& api, const cv::Mat& grey, int dpi,
                            tesseract::PageSegMode mode, Threshold threshold) {
    api.SetPageSegMode(mode);
    api.SetVariable("thresholding_method", threshold == Threshold::global ? "0" : "2");
    api.SetImage(grey.data, grey.cols, grey.rows, 1, static_cast<int>(grey.step));
    api.SetSourceResolution(dpi);
    std::vector<Word> words;
    if (api.Recognize(nullptr) == 0)
        words = wordsIn(api);
    api.Clear();
    return words;
}

} // namespace

Result<TextReader> TextReader::create(const std::string& tessdata) {
    auto engine = std::make_unique<Engine>();
    const char* folder = tessdata.empty() ? nullptr : tessdata.c_str();
    if (engine->api.Init(folder, "fra", tesseract::OEM_LSTM_ONLY) != 0)
        return fail(Errc::notFound, "les données de lecture du français ne sont pas là");
    engine->api.SetVariable("debug_file", "/dev/null");
    return TextReader(std::move(engine));
}

TextReader::TextReader(std::unique_ptr<Engine> engine)
    : m_engine(std::move(engine)) {}
TextReader::TextReader(TextReader&&) noexcept = default;
TextReader& TextReader::operator=(TextReader&&) noexcept = default;
TextReader::~TextReader() = default;

std::vector<Word> TextReader::page(const cv::Mat& grey, int dpi) {
    return recognise(m_engine->api, grey, dpi, tesseract::PSM_AUTO, Threshold::global);
}

std::vector<Word> TextReader::line(const cv::Mat& grey, int dpi, Threshold threshold) {
    return recognise(m_engine->api, grey, dpi, tesseract::PSM_SINGLE_LINE, threshold);
}

} // namespace escale::reading
