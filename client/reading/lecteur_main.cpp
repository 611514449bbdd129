// SPDX-License-Identifier: GPL-3.0-or-later
// escale-lecteur: a page on the standard input, what its text says on the standard output.
//
//   in:  "ESCALE <width> <height> <dpi>\n" and as many bytes of grey
//   out: encodeFindings()
//   exit: 0 done, 2 not a page, 3 no data for the language
#include "client/reading/text_page.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <iterator>

using namespace escale;
using namespace escale::reading;

namespace {

constexpr int kNotAPage = 2;
constexpr int kNoLanguage = 3;
constexpr int kMostSide = 12'000;
constexpr rlim_t kMostMemory = 1'500ULL << 20;
constexpr rlim_t kMostSeconds = 60;

/// A page that makes the reader run wild must cost this process only. It holds personal data: no
/// core, no other process looking in.
void limitThisProcess() {
    const rlimit memory{kMostMemory, kMostMemory};
    const rlimit seconds{kMostSeconds, kMostSeconds};
    const rlimit none{0, 0};
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    // Sanitizers reserve terabytes that they never touch.
    setrlimit(RLIMIT_AS, &memory);
#else
    static_cast<void>(memory);
#endif
    setrlimit(RLIMIT_CPU, &seconds);
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

} // namespace

int main() {
    limitThisProcess();
    cv::setNumThreads(1);
    int width = 0;
    int height = 0;
    int dpi = 0;
    std::string first;
    std::getline(std::cin, first);
    if (std::sscanf(first.c_str(), "ESCALE %d %d %d", &width, &height, &dpi) != 3 || width < 1 ||
        height < 1 || width > kMostSide || height > kMostSide || dpi < 50 || dpi > 1200)
        return kNotAPage;
    cv::Mat page(height, width, CV_8U);
    const auto size = static_cast<std::streamsize>(width) * height;
    if (!std::cin.read(reinterpret_cast<char*>(page.data), size))
        return kNotAPage;
    auto reader = TextReader::create();
    if (!reader)
        return kNoLanguage;
    std::cout << encodeFindings(readText(*reader, page, dpi)) << std::flush;
    // Nothing to tidy: all of it ends with the process.
    std::_Exit(std::cout ? 0 : kNotAPage);
}
