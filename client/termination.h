// SPDX-License-Identifier: GPL-3.0-or-later
// SIGTERM and SIGINT end the application: the only way out of a borne.
#pragma once

#include <QObject>

namespace escale {

class Termination : public QObject {
    Q_OBJECT
public:
    /// From now on, a signal ends the event loop with exit code 0. One object a process.
    explicit Termination(QObject* parent = nullptr);
    ~Termination() override;

private:
    void asked();
};

} // namespace escale
