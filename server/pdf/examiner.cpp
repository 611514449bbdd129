// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/pdf/examiner.h"

#include "server/pdf/examine.h"
#include "shared/base/descriptor.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace escale::server {
namespace {

Result<pid_t> spawn(const std::string& program, const std::string& word, int input) {
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_adddup2(&files, input, STDIN_FILENO);
    posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none; // the service blocks SIGTERM; its child must not
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    std::string name = program;
    std::string argument = word;
    char* const arguments[] = {name.data(), argument.data(), nullptr};
    char* const environment[] = {nullptr};
    pid_t child = 0;
    const int error =
        ::posix_spawn(&child, program.c_str(), &files, &attributes, arguments, environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&files);
    if (error != 0)
        return fail(Errc::storageFailure, "examen d’un PDF : aucun processus");
    return child;
}

Result<void> verdictOf(int status) {
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    switch (static_cast<PdfVerdict>(code)) {
    case PdfVerdict::accepted:
        return {};
    case PdfVerdict::locked:
        return fail(Errc::unreadableImage, "PDF protégé par un mot de passe");
    case PdfVerdict::active:
        return fail(Errc::unreadableImage, "PDF qui contient un programme");
    case PdfVerdict::attached:
        return fail(Errc::unreadableImage, "PDF qui contient d’autres fichiers");
    case PdfVerdict::excessive:
        return fail(Errc::unreadableImage, "PDF de trop nombreuses pages");
    case PdfVerdict::damaged:
        break;
    }
    return fail(Errc::unreadableImage, code < 0 ? "PDF trop lourd à lire" : "PDF illisible");
}

} // namespace

Result<void> examineApart(const std::string& program, const std::string& word, ByteView pdf) {
    const Descriptor file = memoryFile(pdf);
    if (!file.isOpen())
        return fail(Errc::storageFailure, "examen d’un PDF : mémoire");
    ESCALE_TRY_ASSIGN(child, spawn(program, word, file.get()));
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return fail(Errc::storageFailure, "examen d’un PDF : processus perdu");
    return verdictOf(status);
}

} // namespace escale::server
