// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/scan_reading.h"

#include "client/ctl/scan_line.h"
#include "client/reading/read_page.h"
#include "client/reading/text_process.h"
#include "shared/base/system_ports.h"

#include <chrono>

namespace escale::client::ctl {
namespace {

json::value dayOf(const std::optional<Date>& date) {
    return date ? json::value(date->iso()) : json::value(nullptr);
}

json::object codeOf(const reading::CodeRead& code) {
    const deuxddoc::Header& header = code.message.header;
    json::object fields;
    for (const deuxddoc::Field& field : code.message.fields) {
        if (!field.id.empty())
            fields[field.id] = deuxddoc::readable(field.value);
    }
    return {
        {"statut", deuxddoc::verdictWord(code.verification.verdict)},
        {"raison", deuxddoc::reasonName(code.verification.reason)},
        {"type", header.type},
        {"libelle", code.message.typeLabel()},
        {"version", header.version},
        {"autorite", header.authority},
        {"certificat", header.certificate},
        {"emis_le", dayOf(header.issued)},
        {"signe_le", dayOf(header.signedOn)},
        {"champs", std::move(fields)},
        {"couvre", json::array(code.verification.covers.begin(), code.verification.covers.end())},
        {"annexe_ignoree", code.message.hasAnnex}};
}

json::object readOf(const reading::ReadPage& read) {
    json::array proposals;
    for (const reading::Proposal& proposal : read.proposals) {
        const reading::Box& box = proposal.box;
        proposals.push_back(
            json::object{{"sujet", reading::subjectName(proposal.subject)},
                         {"valeur", proposal.value},
                         {"source", proposal.source == reading::Source::code ? "2d-doc" : "texte"},
                         {"confiance", proposal.confidence},
                         {"boite", json::array{box.x, box.y, box.width, box.height}}});
    }
    json::array disagreements;
    for (const reading::Subject subject : read.disagreements)
        disagreements.emplace_back(reading::subjectName(subject));
    return {{"nature", read.kind.empty() ? json::value(nullptr) : json::value(read.kind)},
            {"propositions", std::move(proposals)},
            {"desaccords", std::move(disagreements)}};
}

/// Adds what the text says, if it can be read; how long it took.
double addTextOf(const scan::ScannedPage& page, reading::ReadPage& read) {
    const auto start = std::chrono::steady_clock::now();
    reading::TextOptions options;
    options.turn = read.turn;
    if (const auto text = reading::readTextApart(page.gris, page.dpi, options))
        reading::addText(read, *text);
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
        .count();
}

} // namespace

Result<PageReader> PageReader::open(const std::string& certificates) {
    PageReader reader;
    reader.m_today = parisDate(SystemClock().nowMs());
    if (certificates.empty())
        return reader;
    ESCALE_TRY_ASSIGN(bundle, deuxddoc::readBundle(certificates));
    reader.m_bundle = std::move(bundle);
    return reader;
}

void PageReader::read(const scan::ScannedPage& page, json::object* line) const {
    (*line)["code_2ddoc"] = nullptr;
    (*line)["lu"] = nullptr;
    const deuxddoc::Trust trust{m_bundle ? &*m_bundle : nullptr, m_today, true};
    auto read = reading::readPage(page.gris, page.dpi, trust);
    if (!read)
        return;
    const double textMs = addTextOf(page, *read);
    if (read->code)
        (*line)["code_2ddoc"] = codeOf(*read->code);
    (*line)["lu"] = readOf(*read);
    json::object& ms = (*line)["ms"].as_object();
    ms["code_2ddoc"] = rounded(read->ms.code);
    ms["texte"] = rounded(textMs);
}

} // namespace escale::client::ctl
