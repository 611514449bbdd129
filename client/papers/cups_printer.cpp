// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/papers/cups_printer.h"

#include <algorithm>
#include <memory>
#include <thread>
#include <utility>

#include <cups/cups.h>

namespace escale::papers {

namespace {

constexpr int kConnectMs = 5'000;
constexpr std::size_t kPiece = 16U << 10;
constexpr auto kLook = std::chrono::milliseconds(500);

struct FreeDest {
    void operator()(cups_dest_t* dest) const { cupsFreeDests(1, dest); }
};
struct CloseHttp {
    void operator()(http_t* http) const { httpClose(http); }
};
using Dest = std::unique_ptr<cups_dest_t, FreeDest>;
using Http = std::unique_ptr<http_t, CloseHttp>;

Error said(Errc code, const char* what) {
    const char* why = cupsLastErrorString();
    return fail(code, std::string(what) + (why && *why ? std::string(" : ") + why : ""));
}

/// A queue that is stopped, or that takes no job, is as good as none.
bool takesJobs(cups_dest_t* dest) {
    const char* accepting =
        cupsGetOption("printer-is-accepting-jobs", dest->num_options, dest->options);
    const char* state = cupsGetOption("printer-state", dest->num_options, dest->options);
    return (!accepting || std::string_view(accepting) == "true") &&
           (!state || std::string_view(state) != "5"); // IPP_PSTATE_STOPPED
}

Dest find(const std::string& name) {
    Dest dest(cupsGetNamedDest(CUPS_HTTP_DEFAULT, name.empty() ? nullptr : name.c_str(), nullptr));
    if (dest && !takesJobs(dest.get()))
        dest.reset();
    return dest;
}

struct Job {
    Http http;
    std::string queue;
    int number = 0;
};

Result<Job> start(const std::string& name, const std::string& title) {
    const Dest dest = find(name);
    if (!dest)
        return said(Errc::notFound, "pas d’imprimante");
    Job job;
    job.queue = dest->name;
    job.http.reset(httpConnect2(cupsServer(), ippPort(), nullptr, AF_UNSPEC, cupsEncryption(), 1,
                                kConnectMs, nullptr));
    if (!job.http)
        return said(Errc::networkUnavailable, "le service d’impression ne répond pas");
    job.number = cupsCreateJob(job.http.get(), job.queue.c_str(), title.c_str(), 0, nullptr);
    if (job.number == 0)
        return said(Errc::peerRefused, "l’imprimante ne prend pas le travail");
    return job;
}

void giveUp(Job& job) {
    cupsCancelJob2(job.http.get(), job.queue.c_str(), job.number, 1);
}

Result<void> stream(Job& job, ByteView pdf, const std::string& title) {
    auto status = cupsStartDocument(job.http.get(), job.queue.c_str(), job.number, title.c_str(),
                                    CUPS_FORMAT_PDF, 1);
    for (std::size_t at = 0; status == HTTP_STATUS_CONTINUE && at < pdf.size(); at += kPiece) {
        const auto piece = pdf.subspan(at, std::min(kPiece, pdf.size() - at));
        status = cupsWriteRequestData(job.http.get(), reinterpret_cast<const char*>(piece.data()),
                                      piece.size());
    }
    if (status != HTTP_STATUS_CONTINUE ||
        cupsFinishDocument(job.http.get(), job.queue.c_str()) > IPP_STATUS_OK_EVENTS_COMPLETE) {
        const Error error = said(Errc::peerRefused, "l’imprimante n’a pas pris le papier");
        giveUp(job);
        return error;
    }
    return {};
}

/// Of the job; completed when the service does not know it any more, since it forgets what it has
/// printed. Pending while it does not answer.
ipp_jstate_t stateOf(const Job& job) {
    ipp_t* request = ippNewRequest(IPP_OP_GET_JOB_ATTRIBUTES);
    const std::string uri = "ipp://localhost/jobs/" + std::to_string(job.number);
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_URI, "job-uri", nullptr, uri.c_str());
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr,
                 cupsUser());
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes", nullptr,
                 "job-state");
    const std::unique_ptr<ipp_t, decltype(&ippDelete)> answer(
        cupsDoRequest(job.http.get(), request, "/jobs"), ippDelete);
    if (cupsLastError() == IPP_STATUS_ERROR_NOT_FOUND)
        return IPP_JSTATE_COMPLETED;
    ipp_attribute_t* state =
        answer ? ippFindAttribute(answer.get(), "job-state", IPP_TAG_ENUM) : nullptr;
    return state ? static_cast<ipp_jstate_t>(ippGetInteger(state, 0)) : IPP_JSTATE_PENDING;
}

Result<void> follow(Job& job, std::chrono::seconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        const ipp_jstate_t state = stateOf(job);
        if (state == IPP_JSTATE_COMPLETED)
            return {};
        if (state > IPP_JSTATE_PROCESSING) { // stopped, cancelled, aborted
            giveUp(job);
            return fail(Errc::peerRefused, "l’imprimante s’est arrêtée");
        }
        if (std::chrono::steady_clock::now() >= end) {
            giveUp(job);
            return fail(Errc::timeout, "le papier n’est pas sorti");
        }
        std::this_thread::sleep_for(kLook);
    }
}

} // namespace

CupsPrinter::CupsPrinter(std::string name, std::chrono::seconds patience)
    : m_name(std::move(name))
    , m_patience(patience) {}

bool CupsPrinter::isThere() {
    return find(m_name) != nullptr;
}

Result<void> CupsPrinter::print(ByteView pdf, const std::string& title) {
    ESCALE_TRY_ASSIGN(job, start(m_name, title));
    ESCALE_TRY(stream(job, pdf, title));
    return follow(job, m_patience);
}

void CupsPrinter::takeBack(const std::string& title) {
    cups_job_t* jobs = nullptr;
    const int count = cupsGetJobs2(CUPS_HTTP_DEFAULT, &jobs, nullptr, 1, CUPS_WHICHJOBS_ACTIVE);
    for (int i = 0; i < count; ++i)
        if (jobs[i].title == title)
            cupsCancelJob2(CUPS_HTTP_DEFAULT, jobs[i].dest, jobs[i].id, 1);
    cupsFreeJobs(count, jobs);
}

} // namespace escale::papers
