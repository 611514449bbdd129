// SPDX-License-Identifier: GPL-3.0-or-later
// What a PDF holds, told by libqpdf: no picture of it is decoded. Only to be called in a process
// that has nothing to lose (examiner.h): the bytes come from outside.
#pragma once

#include <cstddef>
#include <string_view>

namespace escale::server {

enum class PdfVerdict {
    accepted = 0,
    damaged = 10,   // not a PDF that can be read
    locked = 11,    // behind a password
    active = 12,    // scripts, programs to launch, forms to send
    attached = 13,  // files inside
    excessive = 14, // more than 100 pages or 20 000 objects
};

/// Reads every object, those of compressed streams too. Never throws.
PdfVerdict examinePdf(std::string_view pdf);

/// The whole of a child process: limits itself (2 s of CPU, 256 MiB, no file, no core), reads a PDF
/// of at most `maxBytes` on its standard input, and gives its verdict as exit code.
int examineStandardInput(std::size_t maxBytes);

} // namespace escale::server
