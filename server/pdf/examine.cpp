// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pdf/examine.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>

#include <algorithm>
#include <array>
#include <string>
#include <sys/resource.h>
#include <unistd.h>

namespace escale::server {
namespace {

constexpr int kMaxDepth = 40;
constexpr std::size_t kMaxObjects = 20'000;
constexpr std::size_t kMaxPages = 100;

// ISO 32000-1: 12.6.4 (actions), 12.7.8 (XFA), 7.11.4 (embedded files), 13 (multimedia).
constexpr std::array<std::string_view, 8> kActions{"/JavaScript", "/Launch", "/SubmitForm",
                                                   "/ImportData", "/GoToE",  "/Rendition",
                                                   "/Movie",      "/Sound"};
constexpr std::array<std::string_view, 3> kActiveKeys{"/JS", "/JavaScript", "/XFA"};
constexpr std::array<std::string_view, 3> kFileKeys{"/EmbeddedFiles", "/EF", "/RichMediaContent"};

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// One object and the direct ones inside it; the indirect ones have their own turn.
PdfVerdict look(QPDFObjectHandle object, int depth) {
    if (depth > kMaxDepth)
        return PdfVerdict::excessive;
    if (object.isStream())
        object = object.getDict();
    if (object.isArray()) {
        for (QPDFObjectHandle item : object.aitems())
            if (!item.isIndirect())
                if (const PdfVerdict found = look(item, depth + 1); found != PdfVerdict::accepted)
                    return found;
        return PdfVerdict::accepted;
    }
    if (!object.isDictionary())
        return PdfVerdict::accepted;
    for (const std::string& key : object.getKeys()) {
        QPDFObjectHandle value = object.getKey(key);
        if (holds(kActiveKeys, key) ||
            (key == "/S" && value.isName() && holds(kActions, value.getName())))
            return PdfVerdict::active;
        if (holds(kFileKeys, key))
            return PdfVerdict::attached;
        if (!value.isIndirect())
            if (const PdfVerdict found = look(value, depth + 1); found != PdfVerdict::accepted)
                return found;
    }
    return PdfVerdict::accepted;
}

bool limitOneself() {
    const auto limit = [](auto what, rlim_t value) {
        const rlimit both{value, value};
        return ::setrlimit(what, &both) == 0;
    };
    return limit(RLIMIT_CPU, 2) && limit(RLIMIT_AS, rlim_t{256} << 20) && limit(RLIMIT_CORE, 0) &&
           limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, 0);
}

} // namespace

PdfVerdict examinePdf(std::string_view pdf) {
    try {
        QPDF file;
        file.setSuppressWarnings(true);
        file.processMemoryFile("page", pdf.data(), pdf.size());
        if (file.getObjectCount() > kMaxObjects || file.getAllPages().size() > kMaxPages)
            return PdfVerdict::excessive;
        if (file.getAllPages().empty())
            return PdfVerdict::damaged;
        for (const QPDFObjectHandle& object : file.getAllObjects())
            if (const PdfVerdict found = look(object, 0); found != PdfVerdict::accepted)
                return found;
        return look(file.getTrailer(), 0);
    } catch (const QPDFExc& e) {
        return e.getErrorCode() == qpdf_e_password ? PdfVerdict::locked : PdfVerdict::damaged;
    } catch (const std::exception&) { // libqpdf throws what it likes; memory may be short too
        return PdfVerdict::damaged;
    }
}

int examineStandardInput(std::size_t maxBytes) {
    if (!limitOneself())
        return static_cast<int>(PdfVerdict::damaged);
    ::alarm(10); // also when nothing comes
    std::string pdf;
    std::array<char, 64 << 10> buffer;
    for (;;) {
        const ssize_t got = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (got < 0 || pdf.size() + static_cast<std::size_t>(got) > maxBytes)
            return static_cast<int>(PdfVerdict::damaged);
        if (got == 0)
            break;
        pdf.append(buffer.data(), static_cast<std::size_t>(got));
    }
    return static_cast<int>(examinePdf(pdf));
}

} // namespace escale::server
