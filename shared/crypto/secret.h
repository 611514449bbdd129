// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that must not outlive their use: keys, codes.
#pragma once

#include "shared/base/bytes.h"

#include <cstddef>
#include <span>
#include <string>

namespace escale::crypto {

/// Secret bytes on pages of their own: kept out of swap and core dumps as far as the system allows
/// (RLIMIT_MEMLOCK may refuse, silently), overwritten on destruction. Never copied by accident.
class SecretBytes {
public:
    SecretBytes() = default;
    /// `size` bytes of zero. Throws std::bad_alloc.
    explicit SecretBytes(std::size_t size);
    /// Copies `bytes`; the caller wipes its own.
    static SecretBytes fromBytes(ByteView bytes);
    ~SecretBytes();

    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;
    SecretBytes(const SecretBytes&) = delete;
    SecretBytes& operator=(const SecretBytes&) = delete;

    /// A second copy, when one is truly meant.
    [[nodiscard]] SecretBytes clone() const { return fromBytes(view()); }
    /// Valid until this object is moved from, wiped or destroyed.
    [[nodiscard]] ByteView view() const { return {m_data, m_size}; }
    [[nodiscard]] std::span<std::uint8_t> mutableView() { return {m_data, m_size}; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    /// Overwrites and frees now; empty afterwards.
    void wipe() noexcept;

private:
    std::uint8_t* m_data = nullptr;
    std::size_t m_size = 0;
};

/// Equality in a time that depends on the sizes only (which are not secret).
[[nodiscard]] bool constantTimeEquals(ByteView left, ByteView right);

/// Overwrites the whole buffer, its spare room included, and empties it.
void wipe(std::string& text);
void wipe(Bytes& bytes);

} // namespace escale::crypto
