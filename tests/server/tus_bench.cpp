// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/tus_bench.h"

#include "shared/base/system_ports.h"
#include "shared/crypto/cms.h"
#include "shared/crypto/hash.h"
#include "shared/dossier/catalogue.h"

#include <QByteArray>

namespace escale::server_test {

std::string newUuidText() {
    const SystemClock clock;
    crypto::SystemRandom random;
    return newUuid(clock, random);
}

std::string b64(const std::string& text) {
    return toBase64(asBytes(text));
}

namespace {

std::string pdfOf(const std::vector<std::string>& objects, const std::string& trailer = {}) {
    std::string pdf = "%PDF-1.4\n";
    std::string table;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        const std::string place = std::to_string(pdf.size());
        table += std::string(10 - place.size(), '0') + place + " 00000 n \n";
        pdf += std::to_string(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const std::string size = std::to_string(objects.size() + 1);
    const std::string start = std::to_string(pdf.size());
    return pdf + "xref\n0 " + size + "\n0000000000 65535 f \n" + table + "trailer\n<< /Size " +
           size + " /Root 1 0 R " + trailer + " >>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace

std::string plainPdf(const std::string& more) {
    return pdfOf({"<< /Type /Catalog /Pages 2 0 R " + more + " >>",
                  "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"});
}

std::string pdfOfPages(int count) {
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", ""};
    std::string kids;
    for (int i = 0; i < count; ++i) {
        kids += std::to_string(i + 3) + " 0 R ";
        objects.emplace_back("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>");
    }
    objects[1] = "<< /Type /Pages /Kids [" + kids + "] /Count " + std::to_string(count) + " >>";
    return pdfOf(objects);
}

std::string pdfBehindPassword() {
    const std::string key(64, 'a'); // 32 bytes that no password gives
    return pdfOf({"<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                  "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"},
                 "/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + key +
                     "> /U <" + key + "> >>");
}

std::string pdfOfEndlessPages() {
    std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>"};
    constexpr int kLevels = 7;
    for (int level = 0; level < kLevels; ++level) {
        std::string kids;
        for (int i = 0; i < 10; ++i)
            kids += std::to_string(level + 3) + " 0 R ";
        objects.push_back("<< /Type /Pages /Count 10000000 /Kids [" + kids + "] >>");
    }
    objects.emplace_back("<< /Type /Page /Parent 8 0 R /MediaBox [0 0 9 9] >>");
    return pdfOf(objects);
}

std::string pdfThatSwells() {
    constexpr int kStreams = 100;
    const auto deflated = [](const QByteArray& bytes) { return qCompress(bytes, 9).mid(4); };
    const QByteArray blanks("9 0 <<>>" + QByteArray(32 << 20, ' '));
    const std::string twice = deflated(deflated(blanks)).toStdString();
    std::string pdf = "%PDF-1.5\n";
    std::string table; // of type 1 (where), then of type 2 (in which stream)
    const auto entry = [&](int type, std::size_t where) {
        table += static_cast<char>(type);
        for (const int shift : {24, 16, 8, 0})
            table += static_cast<char>(where >> shift);
        table += '\0';
    };
    int number = 0;
    const auto add = [&](const std::string& object) {
        entry(1, pdf.size());
        pdf += std::to_string(++number) + " 0 obj\n" + object + "\nendobj\n";
    };
    add("<< /Type /Catalog /Pages 2 0 R >>");
    add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
    for (int i = 0; i < kStreams; ++i)
        add("<< /Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode] /Length " +
            std::to_string(twice.size()) + " >>\nstream\n" + twice + "\nendstream");
    for (int i = 0; i < kStreams; ++i)
        entry(2, static_cast<std::size_t>(4 + i));
    const std::size_t start = pdf.size();
    return pdf + std::to_string(number + kStreams + 1) +
           " 0 obj\n<< /Type /XRef /W [1 4 1] /Index [1 " + std::to_string(number + kStreams) +
           "] /Size " + std::to_string(number + kStreams + 2) + " /Root 1 0 R /Length " +
           std::to_string(table.size()) + " >>\nstream\n" + table +
           "\nendstream\nendobj\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

TusBench::TusBench()
    : dossier(newUuidText()) {
    if (!program.start())
        throw std::runtime_error("run");
    device = program.enrol("mediateur", "Rennes");
    edit({{"demandeur.nom", std::string("BELLEC"), 0}});
}

void TusBench::edit(std::vector<Change> changes) {
    if (tryEdit(std::move(changes)) != 200)
        throw std::runtime_error("edit");
}

int TusBench::tryEdit(std::vector<Change> changes) {
    Edit edit;
    edit.dossier = dossier;
    edit.device = device.identity.device;
    edit.seq = m_seq + 1;
    edit.author = "mediateur";
    edit.schema = catalogue().schema();
    edit.changes = std::move(changes);
    protocol::SyncRequest request;
    request.edits = {edit};
    const auto answer = program.post(device, "/v1/sync", {}, protocol::encode(request)).value();
    m_seq += answer.status == 200 ? 1 : 0;
    return answer.status;
}

std::string TusBench::seal(const std::string& page) const {
    return asString(crypto::sealCms(asBytes(page), device.identity.sealingPems).value());
}

std::vector<http::Header> TusBench::announcement(const std::string& sealed) const {
    return {{"Tus-Resumable", "1.0.0"},
            {"Upload-Length", std::to_string(sealed.size())},
            {"Upload-Metadata", "dossier " + b64(dossier.str()) + ",piece " + b64(piece) +
                                    ",sha256 " + b64(crypto::sha256Hex(asBytes(sealed)))}};
}

std::string TusBench::open(const std::string& sealed) {
    const auto answer = program.post(device, "/v1/uploads", announcement(sealed), {}).value();
    return answer.status == 201 ? std::string(answer.header("Location")) : std::string();
}

http_test::Received TusBench::tus(const std::string& method, const std::string& target,
                                  std::vector<http::Header> more, const std::string& body) {
    more.insert(more.begin(), {"Tus-Resumable", "1.0.0"});
    return program.request(device, method, target, more, body);
}

http_test::Received TusBench::patch(const std::string& target, std::size_t offset,
                                    const std::string& body, std::vector<http::Header> more) {
    more.push_back({"Content-Type", "application/offset+octet-stream"});
    more.push_back({"Upload-Offset", std::to_string(offset)});
    return tus("PATCH", target, std::move(more), body);
}

int TusBench::offset(const std::string& target) {
    const std::string text = headerOf(tus("HEAD", target), "Upload-Offset");
    return text.empty() ? -1 : std::stoi(text);
}

int TusBench::give(const std::string& page) {
    const std::string sealed = seal(page);
    const std::string target = open(sealed);
    return target.empty() ? 0 : patch(target, 0, sealed).status();
}

std::string headerOf(const http_test::Received& answer, const std::string& name) {
    const std::string line = "\r\n" + name + ": ";
    const std::size_t at = answer.bytes.find(line);
    if (at == std::string::npos)
        return {};
    const std::size_t from = at + line.size();
    return answer.bytes.substr(from, answer.bytes.find("\r\n", from) - from);
}

} // namespace escale::server_test
