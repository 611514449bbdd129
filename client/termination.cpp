// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/termination.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace escale {

namespace {

// A signal may come between any two instructions: its handler only writes one byte.
int s_ends[2] = {-1, -1};

void onSignal(int) {
    const char byte = 1;
    [[maybe_unused]] const auto written = ::write(s_ends[0], &byte, 1);
}

} // namespace

Termination::Termination(QObject* parent)
    : QObject(parent) {
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, s_ends) != 0)
        return;
    auto* notifier = new QSocketNotifier(s_ends[1], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, &Termination::asked);
    struct sigaction action {};
    action.sa_handler = onSignal;
    action.sa_flags = SA_RESTART;
    for (const int signal : {SIGTERM, SIGINT})
        sigaction(signal, &action, nullptr);
}

Termination::~Termination() {
    for (const int signal : {SIGTERM, SIGINT})
        std::signal(signal, SIG_DFL);
    for (int& end : s_ends) {
        if (end >= 0)
            ::close(end);
        end = -1;
    }
}

void Termination::asked() {
    char byte = 0;
    [[maybe_unused]] const auto read = ::read(s_ends[1], &byte, 1);
    // Not quit(), which asks the windows, and a borne's window says no.
    QCoreApplication::exit(0);
}

} // namespace escale
