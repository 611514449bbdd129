// SPDX-License-Identifier: GPL-3.0-or-later
// bench ui: the touch application beside the smallest Qt Quick window, offscreen, drawn by
// software, 1280x800. Each start is a process of its own.
#include "client/ctl/commands.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLibraryInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>
#include <ctime>
#include <fcntl.h>
#include <unistd.h>

namespace escale::client::ctl {
namespace {

constexpr int kWarmStarts = 9;
constexpr int kColdStarts = 3;
constexpr int kProcessMs = 180'000;
constexpr double kNsPerUs = 1'000;
constexpr double kUsPerMs = 1'000;

struct Program {
    QString name;
    QStringList start; // arguments
    QStringList pages;
};

qint64 monotonicNs() {
    timespec now{};
    clock_gettime(CLOCK_MONOTONIC, &now);
    return qint64(now.tv_sec) * 1'000'000'000 + now.tv_nsec;
}

Result<QJsonObject> runProgram(const QString& name, const QStringList& arguments) {
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    environment.insert(QStringLiteral("QT_QUICK_BACKEND"), QStringLiteral("software"));
    process.setProcessEnvironment(environment);
    process.start(QCoreApplication::applicationDirPath() + QLatin1Char('/') + name, arguments);
    if (!process.waitForFinished(kProcessMs) || process.exitCode() != 0)
        return fail(Errc::notFound, name.toStdString() + " ne se mesure pas : " +
                                        process.readAllStandardError().toStdString());
    const auto lines = process.readAllStandardOutput().trimmed().split('\n');
    return QJsonDocument::fromJson(lines.last()).object();
}

/// What the program read from the disk leaves the memory, unless another program uses it too.
void evict(const QJsonArray& mapped) {
    QStringList files;
    for (const auto& file : mapped)
        files.append(file.toString());
    for (const auto& folder : {QLibraryInfo::path(QLibraryInfo::QmlImportsPath),
                               QStringLiteral("/usr/share/fonts/truetype")})
        for (QDirIterator file(folder, QDir::Files, QDirIterator::Subdirectories); file.hasNext();)
            files.append(file.next());
    for (const auto& name : files) {
        const int file = ::open(name.toUtf8().constData(), O_RDONLY | O_CLOEXEC);
        if (file < 0)
            continue;
        posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        ::close(file);
    }
}

std::int64_t whole(double number) {
    return static_cast<std::int64_t>(number + 0.5);
}

double percentile(std::vector<double> sorted, std::size_t percent) {
    std::sort(sorted.begin(), sorted.end());
    if (sorted.empty())
        return 0;
    return sorted[std::min(sorted.size() - 1, sorted.size() * percent / 100)];
}

std::vector<double> microseconds(const QJsonValue& array) {
    std::vector<double> all;
    for (const auto& one : array.toArray())
        all.push_back(one.toDouble() * kUsPerMs);
    return all;
}

class Measured {
public:
    explicit Measured(Program program)
        : m_program(std::move(program)) {}

    Result<void> start(bool cold) {
        if (cold)
            evict(m_files);
        const qint64 before = monotonicNs();
        ESCALE_TRY_ASSIGN(said, runProgram(m_program.name, m_program.start));
        const qint64 first =
            said.value(QStringLiteral("premiere_image_ns")).toString().toLongLong();
        (cold ? m_cold : m_warm).push_back(static_cast<double>(first - before) / kNsPerUs);
        m_rssKb = said.value(QStringLiteral("rss_ko")).toDouble();
        m_files = said.value(QStringLiteral("fichiers")).toArray();
        return {};
    }
    void forget() { m_warm.clear(); }

    Result<void> pages() {
        ESCALE_TRY_ASSIGN(said, runProgram(m_program.name, m_program.pages));
        m_pages = microseconds(said.value(QStringLiteral("pages_ms")));
        m_frames = microseconds(said.value(QStringLiteral("images_ms")));
        m_rssAfterKb = said.value(QStringLiteral("rss_ko")).toDouble();
        return {};
    }

    [[nodiscard]] json::object report() const {
        return {{"premiere_image_us", json::object{{"chaud_min", whole(percentile(m_warm, 0))},
                                                   {"chaud_p50", whole(percentile(m_warm, 50))},
                                                   {"froid_p50", whole(percentile(m_cold, 50))}}},
                {"changement_de_page_us", json::object{{"pages", m_pages.size()},
                                                       {"p50", whole(percentile(m_pages, 50))},
                                                       {"p95", whole(percentile(m_pages, 95))},
                                                       {"max", whole(percentile(m_pages, 100))}}},
                {"image_us", json::object{{"images", m_frames.size()},
                                          {"p50", whole(percentile(m_frames, 50))},
                                          {"p95", whole(percentile(m_frames, 95))},
                                          {"max", whole(percentile(m_frames, 100))}}},
                {"rss_ko", json::object{{"premiere_image", whole(m_rssKb)},
                                        {"apres_les_pages", whole(m_rssAfterKb)}}}};
    }

    /// Beside `other`, in hundredths: 320 is 3.2 times as much.
    [[nodiscard]] json::object ratios(const Measured& other) const {
        const auto ratio = [](double mine, double its) {
            return its > 0 ? whole(mine / its * 100) : 0;
        };
        return {
            {"premiere_image_chaud", ratio(percentile(m_warm, 50), percentile(other.m_warm, 50))},
            {"premiere_image_froid", ratio(percentile(m_cold, 50), percentile(other.m_cold, 50))},
            {"changement_de_page", ratio(percentile(m_pages, 50), percentile(other.m_pages, 50))},
            {"image", ratio(percentile(m_frames, 50), percentile(other.m_frames, 50))},
            {"rss", ratio(m_rssKb, other.m_rssKb)}};
    }

private:
    Program m_program;
    std::vector<double> m_warm;
    std::vector<double> m_cold;
    std::vector<double> m_pages;
    std::vector<double> m_frames;
    double m_rssKb = 0;
    double m_rssAfterKb = 0;
    QJsonArray m_files;
};

/// One after the other, so that both meet the same machine.
Result<void> measure(Measured& escale, Measured& witness) {
    ESCALE_TRY(escale.start(false));
    ESCALE_TRY(witness.start(false));
    escale.forget();
    witness.forget();
    for (int i = 0; i < kWarmStarts; ++i) {
        ESCALE_TRY(escale.start(false));
        ESCALE_TRY(witness.start(false));
    }
    for (int i = 0; i < kColdStarts; ++i) {
        ESCALE_TRY(escale.start(true));
        ESCALE_TRY(witness.start(true));
    }
    ESCALE_TRY(escale.pages());
    return witness.pages();
}

} // namespace

Result<Outcome> benchUi(const Arguments& /*arguments*/, Machine& /*machine*/) {
    const QTemporaryDir folder;
    const QStringList data{QStringLiteral("--data"), folder.filePath(QStringLiteral("appareil"))};
    const auto bench = [&](const char* phase) {
        return data + QStringList{QStringLiteral("--bench"), QLatin1String(phase)};
    };
    ESCALE_TRY(runProgram(QStringLiteral("escale"), bench("preparer")));
    Measured escale({QStringLiteral("escale"), bench("demarrage"), bench("pages")});
    Measured witness({QStringLiteral("escale-temoin"), {}, {QStringLiteral("pages")}});
    ESCALE_TRY(measure(escale, witness));
    return Outcome{{{"escale", escale.report()},
                    {"temoin", witness.report()},
                    {"rapports_pour_cent", escale.ratios(witness)}},
                   {}};
}

} // namespace escale::client::ctl
