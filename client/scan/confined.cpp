// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/confined.h"

#include "shared/base/descriptor.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace escale::scan {
namespace {

constexpr rlim_t kMemory = 512U << 20;
constexpr int kPollMs = 10;
constexpr int kPatienceMs = 60'000; // of wall clock, when the machine is very busy

void limit(int what, rlim_t most) {
    const rlimit both{most, most};
    ::setrlimit(static_cast<__rlimit_resource>(what), &both);
}

/// After fork: only what a signal handler may call.
[[noreturn]] void become(const char* program, char** line, int input, int output) {
    ::dup2(input, 0);
    ::dup2(output, 1);
    ::dup2(output, 2);
    ::close_range(3, ~0U, 0);
    limit(RLIMIT_AS, kMemory);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_CPU, 10);
    char* nothing[] = {nullptr};
    ::execve(program, line, nothing);
    ::_exit(127);
}

double cpuMsOf(pid_t process) {
    clockid_t clock{};
    std::timespec used{};
    if (::clock_getcpuclockid(process, &clock) != 0 || ::clock_gettime(clock, &used) != 0)
        return 0;
    return static_cast<double>(used.tv_sec) * 1e3 + static_cast<double>(used.tv_nsec) / 1e6;
}

/// Until the end of the output: false when a limit is reached first.
bool listen(pid_t process, int fd, int cpuMs, std::size_t mostBytes, Bytes* output) {
    std::array<std::uint8_t, 1U << 16> part{};
    for (int waited = 0; waited < kPatienceMs;) {
        pollfd ready{fd, POLLIN, 0};
        const int count = ::poll(&ready, 1, kPollMs);
        if (cpuMsOf(process) > cpuMs)
            return false;
        if (count <= 0) {
            waited += kPollMs;
            continue;
        }
        const auto got = ::read(fd, part.data(), part.size());
        if (got == 0)
            return true;
        if (got > 0)
            output->insert(output->end(), part.begin(), part.begin() + got);
        if (output->size() > mostBytes)
            return false;
    }
    return false;
}

} // namespace

Confined runConfined(const char* program, const std::vector<std::string>& line, ByteView input,
                     int cpuMs, std::size_t mostBytes) {
    Confined result;
    const Descriptor file = memoryFile(input);
    std::array<int, 2> ends{-1, -1};
    if (!file.isOpen() || ::pipe2(ends.data(), O_CLOEXEC) != 0)
        return result;
    const Descriptor reader(ends[0]);
    Descriptor writer(ends[1]);
    std::vector<std::string> words = line;
    words.insert(words.begin(), program);
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    const pid_t process = ::fork();
    if (process < 0)
        return result;
    if (process == 0)
        become(program, pointers.data(), file.get(), writer.get());
    writer.close();
    result.finished = listen(process, reader.get(), cpuMs, mostBytes, &result.output);
    if (!result.finished)
        ::kill(process, SIGKILL);
    int status = 0;
    while (::waitpid(process, &status, 0) < 0 && errno == EINTR) {
    }
    result.finished = result.finished && WIFEXITED(status);
    result.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return result;
}

} // namespace escale::scan
