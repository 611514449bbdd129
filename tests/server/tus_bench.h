// SPDX-License-Identifier: GPL-3.0-or-later
// A server, a device of a médiateur and a dossier of theirs: uploads as any client of tus 1.0.0
// would make them, over real TLS.
#pragma once

#include "tests/server/program_support.h"

namespace escale::server_test {

std::string newUuidText();
std::string b64(const std::string& text);
/// A whole PDF of one page, small and plain.
std::string plainPdf(const std::string& more = {});

/// The same with that many pages.
std::string pdfOfPages(int count);
/// Opens with a password only.
std::string pdfBehindPassword();
/// Ten million pages, told in some hundred bytes: each of seven lists names the next one ten times.
std::string pdfOfEndlessPages();
/// Some kilobytes, whose hundred compressed objects are 32 MiB of blanks each.
std::string pdfThatSwells();

class TusBench {
public:
    TusBench();
    [[nodiscard]] std::string seal(const std::string& page) const;
    [[nodiscard]] std::vector<http::Header> announcement(const std::string& sealed) const;
    /// Announces and gives the path of the upload; "" when it is refused.
    std::string open(const std::string& sealed);
    http_test::Received patch(const std::string& target, std::size_t offset,
                              const std::string& body, std::vector<http::Header> more = {});
    http_test::Received tus(const std::string& method, const std::string& target,
                            std::vector<http::Header> more = {}, const std::string& body = {});
    /// Upload-Offset that HEAD says; -1 when there is none.
    int offset(const std::string& target);
    /// Seals, announces and sends `page`: the status of the last answer.
    int give(const std::string& page);
    /// One edit of the device, the next one.
    void edit(std::vector<Change> changes);
    /// The same: its status. Refused, its number is used again.
    int tryEdit(std::vector<Change> changes);

    Program program;
    TestDevice device;
    DossierId dossier;
    std::string piece = newUuidText();

private:
    std::int64_t m_seq = 0;
};

/// Value of a header in what was received; "" when absent.
std::string headerOf(const http_test::Received& answer, const std::string& name);

} // namespace escale::server_test
