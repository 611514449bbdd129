// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: printed words, by tesseract (LSTM, « fra »). Hundreds of milliseconds and a
// hundred megabytes: only the reader's own process links it.
#pragma once

#include "client/reading/text_findings.h"

#include <opencv2/core.hpp>

#include <memory>

namespace escale::reading {

struct Word {
    std::string text;
    Box box;
    int confidence = 0; // 0 to 100
    int line = 0;       // words of the same line have the same number, in reading order
};

/// How grey becomes black and white before the words are looked for.
enum class Threshold {
    global, // Otsu
    local,  // Sauvola
};

class TextReader {
public:
    /// Errc::notFound when the data of the language are not on this machine. `tessdata` empty:
    /// where Debian puts them.
    static Result<TextReader> create(const std::string& tessdata = {});
    TextReader(TextReader&&) noexcept;
    TextReader& operator=(TextReader&&) noexcept;
    ~TextReader();

    /// Words of a whole page, 8-bit grey.
    std::vector<Word> page(const cv::Mat& grey, int dpi);
    /// Words of one line cut out of it.
    std::vector<Word> line(const cv::Mat& grey, int dpi, Threshold threshold);

private:
    struct Engine;
    explicit TextReader(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> m_engine;
};

} // namespace escale::reading
