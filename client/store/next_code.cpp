// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/next_code.h"

#include "shared/base/ids.h"
#include "shared/crypto/aead.h"

#include <utility>

namespace escale::client {

NextCode::NextCode(Random& random, const crypto::ScryptParams& cost)
    : m_random(random)
    , m_cost(cost) {}

Result<NextCode::Made> NextCode::make(std::string reference, Random& random,
                                      const crypto::ScryptParams& cost) {
    Made made;
    made.key = crypto::newKey(random);
    ESCALE_TRY_ASSIGN(wrapped, crypto::wrapKey(made.key, asBytes(reference), random, cost));
    made.wrapped = std::move(wrapped);
    made.reference = std::move(reference);
    return made;
}

void NextCode::prepare() {
    if (m_coming.valid() || !m_ready.reference.empty())
        return;
    m_coming = std::async(std::launch::async, [&random = m_random, cost = m_cost] {
        return make(newReference(random), random, cost);
    });
}

std::string NextCode::reference() {
    if (m_coming.valid())
        if (auto made = m_coming.get())
            m_ready = std::move(*made);
    return m_ready.reference.empty() ? newReference(m_random) : m_ready.reference;
}

Result<NextCode::Made> NextCode::take(std::string_view reference) {
    if (!m_ready.reference.empty() && m_ready.reference == reference)
        return std::exchange(m_ready, {});
    return make(std::string(reference), m_random, m_cost);
}

} // namespace escale::client
