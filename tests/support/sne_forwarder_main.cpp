// SPDX-License-Identifier: GPL-3.0-or-later
// A forwarder alone, to be killed at any moment: STORE PORT CERTIFICATES. Ends by itself when the
// outbox has had nothing due for a second.
#include "server/sne/forwarder.h"
#include "server/store/sqlite_store.h"
#include "shared/base/system_ports.h"
#include "shared/crypto/random.h"

#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

namespace {

using namespace escale;

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

sne::SneConfig sneConfig(const std::string& port, const std::string& certificates) {
    sne::SneConfig config;
    config.url = {"127.0.0.1", static_cast<std::uint16_t>(std::stoi(port)),
                  std::string(sne::kServicePath)};
    config.tls.caPem = content(certificates + "/ca.pem");
    config.tls.certificateChainPem = content(certificates + "/cert.pem");
    config.tls.privateKeyPem = content(certificates + "/key.pem");
    config.guichet = "G1226";
    config.timeout = std::chrono::seconds(5);
    return config;
}

} // namespace

int main(int argc, char** argv) {
    using std::chrono::milliseconds;
    if (argc != 4)
        return 2;
    const SystemClock clock;
    crypto::SystemRandom random;
    const auto store = server::SqliteStore::open(argv[1]).value();
    const auto client = sne::SneClient::make(sneConfig(argv[2], argv[3]), clock, random).value();
    server::SneOutbox outbox(*store, clock);
    sne::StoreOutbox port(outbox, *store);
    sne::ForwarderConfig config;
    config.guichet = "G1226";
    config.backoffMin = milliseconds(5);
    config.backoffMax = milliseconds(50);
    config.uncertainWait = milliseconds(100); // the stand-in on this machine answers within that
    sne::Forwarder forwarder(port, *client, catalogue(), clock, random, config);
    std::cout << "pret" << std::endl;
    for (int idle = 0; idle < 50; ++idle) {
        while (forwarder.runOnce().value())
            idle = 0;
        std::this_thread::sleep_for(milliseconds(20));
    }
    return 0;
}
