// SPDX-License-Identifier: GPL-3.0-or-later
// Carries bytes between a public port and the listener behind it, and can cut everything at once:
// that is how an answer gets lost after the work is done.
#pragma once

#include "shared/base/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace escale::sne::ecole {

class Relay {
public:
    /// Listens on 127.0.0.1:`port` (0: any) for connections to 127.0.0.1:`inner`.
    /// Errc::networkUnavailable when the port is taken.
    static Result<std::unique_ptr<Relay>> start(std::uint16_t port, std::uint16_t inner);
    ~Relay();

    [[nodiscard]] std::uint16_t port() const;
    /// Every connection is closed when it returns; new ones are accepted again.
    void cutAll();
    /// Whatever connection carries the next answers is closed after `bytes` more bytes of them.
    void cutWithin(std::size_t bytes);

private:
    struct Impl;
    explicit Relay(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace escale::sne::ecole
