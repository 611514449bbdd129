// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/ctl/run.h"
#include "client/platform/data_dir.h"

#include <QCoreApplication>

#include <iostream>

int main(int argc, char** argv) {
    escale::client::hardenProcess();
    QCoreApplication application(argc, argv);
    return escale::client::ctl::run({argv + 1, argv + argc}, std::cout, std::cerr);
}
