// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/secret.h"

#include <openssl/crypto.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <new>
#include <utility>

namespace escale::crypto {

namespace {

// Whole pages: munlock() works by page, so a neighbour on the same page would be unlocked too.
std::size_t pagesFor(std::size_t size) {
    const auto page = static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    return (size + page - 1) / page * page;
}

} // namespace

SecretBytes::SecretBytes(std::size_t size) {
    if (size == 0)
        return;
    if (size > (std::size_t{1} << 40))
        throw std::bad_alloc();
    const std::size_t length = pagesFor(size);
    void* pages = mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (pages == MAP_FAILED)
        throw std::bad_alloc();
    mlock(pages, length);
    madvise(pages, length, MADV_DONTDUMP);
    m_data = static_cast<std::uint8_t*>(pages);
    m_size = size;
}

SecretBytes SecretBytes::fromBytes(ByteView bytes) {
    SecretBytes secret(bytes.size());
    std::copy(bytes.begin(), bytes.end(), secret.m_data);
    return secret;
}

SecretBytes::~SecretBytes() {
    wipe();
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : m_data(std::exchange(other.m_data, nullptr))
    , m_size(std::exchange(other.m_size, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    if (this != &other) {
        wipe();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

void SecretBytes::wipe() noexcept {
    if (m_data == nullptr)
        return;
    OPENSSL_cleanse(m_data, m_size);
    munmap(m_data, pagesFor(m_size)); // unlocks as well
    m_data = nullptr;
    m_size = 0;
}

bool constantTimeEquals(ByteView left, ByteView right) {
    return left.size() == right.size() &&
           (left.empty() || CRYPTO_memcmp(left.data(), right.data(), left.size()) == 0);
}

void wipe(std::string& text) {
    text.resize(text.capacity()); // within the capacity: the buffer does not move
    OPENSSL_cleanse(text.data(), text.size());
    text.clear();
}

void wipe(Bytes& bytes) {
    bytes.resize(bytes.capacity());
    OPENSSL_cleanse(bytes.data(), bytes.size());
    bytes.clear();
}

} // namespace escale::crypto
