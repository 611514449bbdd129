// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/reading/text_process.h"

#include "client/reading/turned.h"
#include "shared/base/descriptor.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <optional>

namespace escale::reading {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kMaxAnswerBytes = 256U << 10;
constexpr int kSliceMs = 50;
constexpr int kNoLanguage = 3; // exit code of escale-lecteur

struct Pipe {
    Descriptor out; // read from
    Descriptor in;  // written to
    bool open() {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            return false;
        out = Descriptor(ends[0]);
        in = Descriptor(ends[1]);
        return true;
    }
};

fs::path besideThisProgram() {
    std::error_code error;
    const fs::path self = fs::read_symlink("/proc/self/exe", error);
    return error ? fs::path() : self.parent_path() / "escale-lecteur";
}

std::optional<pid_t> start(const fs::path& program, Pipe& input, Pipe& output) {
    posix_spawn_file_actions_t actions;
    if (posix_spawn_file_actions_init(&actions) != 0)
        return std::nullopt;
    posix_spawn_file_actions_adddup2(&actions, input.out.get(), STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output.in.get(), STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string name = program.string();
    char* const arguments[] = {name.data(), nullptr};
    char threads[] = "OMP_THREAD_LIMIT=1";
    char* const environment[] = {threads, nullptr};
    pid_t child = -1;
    const int failed = posix_spawn(&child, name.c_str(), &actions, nullptr, arguments, environment);
    posix_spawn_file_actions_destroy(&actions);
    return failed == 0 ? std::optional(child) : std::nullopt;
}

/// Writes `sent` and reads the answer until it ends; nothing when it was given up.
std::optional<std::string> exchange(std::string_view sent, Pipe& input, Pipe& output,
                                    const TextOptions& options) {
    const auto end = Clock::now() + std::chrono::milliseconds(options.timeoutMs);
    std::string answer;
    std::array<char, 4096> piece{};
    ::fcntl(input.in.get(), F_SETFL, O_NONBLOCK);
    while (Clock::now() < end && answer.size() <= kMaxAnswerBytes) {
        if (options.cancelled != nullptr && options.cancelled->load())
            return std::nullopt;
        std::array<pollfd, 2> ends{pollfd{output.out.get(), POLLIN, 0},
                                   pollfd{input.in.get(), POLLOUT, 0}};
        if (::poll(ends.data(), input.in.get() >= 0 ? 2 : 1, kSliceMs) < 0 && errno != EINTR)
            return std::nullopt;
        if ((ends[1].revents & (POLLOUT | POLLERR | POLLHUP)) != 0) {
            const ssize_t wrote = ::write(input.in.get(), sent.data(), sent.size());
            if (wrote > 0)
                sent.remove_prefix(static_cast<std::size_t>(wrote));
            if (sent.empty() || (wrote < 0 && errno != EAGAIN))
                input.in.close();
        }
        if ((ends[0].revents & (POLLIN | POLLHUP)) != 0) {
            const ssize_t got = ::read(output.out.get(), piece.data(), piece.size());
            if (got == 0)
                return answer;
            if (got > 0)
                answer.append(piece.data(), static_cast<std::size_t>(got));
        }
    }
    return std::nullopt;
}

/// A reader that ended before it had everything must not end this program.
class IgnoredPipeSignal {
public:
    IgnoredPipeSignal() {
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe, &m_before);
    }
    ~IgnoredPipeSignal() {
        const timespec now{};
        sigset_t pipe;
        sigemptyset(&pipe);
        sigaddset(&pipe, SIGPIPE);
        while (sigtimedwait(&pipe, nullptr, &now) > 0) {
        }
        pthread_sigmask(SIG_SETMASK, &m_before, nullptr);
    }
    IgnoredPipeSignal(const IgnoredPipeSignal&) = delete;
    IgnoredPipeSignal& operator=(const IgnoredPipeSignal&) = delete;

private:
    sigset_t m_before{};
};

std::string messageOf(const scan::Plane& page, int dpi) {
    std::string message = "ESCALE " + std::to_string(page.width) + " " +
                          std::to_string(page.height) + " " + std::to_string(dpi) + "\n";
    message.append(reinterpret_cast<const char*>(page.pixels.data()),
                   static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height));
    return message;
}

Result<TextFindings> readUpright(const scan::Plane& page, int dpi, const TextOptions& options) {
    const fs::path program = options.program.empty() ? besideThisProgram() : options.program;
    const IgnoredPipeSignal ignored;
    Pipe input;
    Pipe output;
    if (!input.open() || !output.open())
        return fail(Errc::internal, "pas de tube pour le lecteur");
    const auto child = start(program, input, output);
    if (!child)
        return fail(Errc::notFound, "le lecteur de texte n’est pas là");
    input.out.close();
    output.in.close();
    const auto answer = exchange(messageOf(page, dpi), input, output, options);
    if (!answer)
        ::kill(*child, SIGKILL);
    int status = 0;
    while (::waitpid(*child, &status, 0) < 0 && errno == EINTR) {
    }
    if (!answer)
        return fail(Errc::timeout, "la lecture du texte a été arrêtée");
    if (WIFEXITED(status) && WEXITSTATUS(status) == kNoLanguage)
        return fail(Errc::notFound, "les données de lecture du français ne sont pas là");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return fail(Errc::unreadableImage, "le lecteur de texte s’est arrêté");
    return decodeFindings(*answer);
}

} // namespace

Result<TextFindings> readTextApart(const scan::Plane& page, int dpi, const TextOptions& options) {
    const auto points = static_cast<std::size_t>(std::max(0, page.width)) *
                        static_cast<std::size_t>(std::max(0, page.height));
    if (points == 0 || page.pixels.size() != points || options.turn < 0 || options.turn > 3)
        return fail(Errc::invalidArgument, "page sans points");
    if (options.turn == 0)
        return readUpright(page, dpi, options);
    auto findings = readUpright(turned(page, options.turn), dpi, options);
    if (!findings)
        return findings;
    for (Proposal& proposal : findings->proposals)
        proposal.box = turnedBack(proposal.box, page, options.turn);
    return findings;
}

} // namespace escale::reading
