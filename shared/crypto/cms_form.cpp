// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/cms_form.h"

#include "shared/crypto/cms.h"

#include <algorithm>
#include <array>

namespace escale::crypto {

namespace {

constexpr std::uint8_t kInteger = 0x02;
constexpr std::uint8_t kBitString = 0x03;
constexpr std::uint8_t kOctetString = 0x04;
constexpr std::uint8_t kSequence = 0x30;
constexpr std::uint8_t kSet = 0x31;
constexpr std::uint8_t kContext0Primitive = 0x80;
constexpr std::uint8_t kContext0 = 0xa0;
constexpr std::uint8_t kContext1 = 0xa1;

// id-smime-ct-authEnvelopedData, RFC 5083
constexpr std::array<std::uint8_t, 13> kAuthEnvelopedData = {
    0x06, 0x0b, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x10, 0x01, 0x17};
// id-data, RFC 5652
constexpr std::array<std::uint8_t, 11> kData = {0x06, 0x09, 0x2a, 0x86, 0x48, 0x86,
                                                0xf7, 0x0d, 0x01, 0x07, 0x01};
// id-ecPublicKey without parameters, RFC 5753 §3.1.1
constexpr std::array<std::uint8_t, 11> kEcPublicKey = {0x30, 0x09, 0x06, 0x07, 0x2a, 0x86,
                                                       0x48, 0xce, 0x3d, 0x02, 0x01};
// dhSinglePass-stdDH-sha256kdf-scheme with id-aes256-wrap, RFC 5753 §7.1.4
constexpr std::array<std::uint8_t, 23> kEcdhSha256Aes256Wrap = {
    0x30, 0x15, 0x06, 0x06, 0x2b, 0x81, 0x04, 0x01, 0x0b, 0x01, 0x30, 0x0b,
    0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, 0x2d};
// id-aes256-GCM, RFC 5084
constexpr std::array<std::uint8_t, 11> kAes256Gcm = {0x06, 0x09, 0x60, 0x86, 0x48, 0x01,
                                                     0x65, 0x03, 0x04, 0x01, 0x2e};
constexpr std::size_t kNonceBytes = 12;
constexpr std::size_t kTagBytes = 16;
constexpr std::size_t kWrappedKeyBytes = 40;    // RFC 3394: 32 + 8
constexpr std::size_t kPointBitString = 1 + 65; // unused bits, uncompressed P-256 point

bool same(ByteView left, ByteView right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end());
}

/// Reads DER elements one after the other; each reader answers false when the next one is not what
/// was asked for.
class DerReader {
public:
    explicit DerReader(ByteView der)
        : m_rest(der) {}

    bool next(std::uint8_t tag, ByteView& content) {
        if (m_rest.size() < 2 || m_rest[0] != tag)
            return false;
        std::size_t size = m_rest[1];
        std::size_t header = 2;
        if (size >= 0x80) {
            const std::size_t count = size & 0x7f;
            if (count == 0 || count > 4 || m_rest.size() < 2 + count)
                return false;
            size = 0;
            for (const std::uint8_t byte : m_rest.subspan(2, count))
                size = size << 8 | byte;
            header += count;
            // DER: the shortest form of the length, and no other.
            if (size < 0x80 || size >> (8 * (count - 1)) == 0)
                return false;
        }
        if (size > m_rest.size() - header)
            return false;
        content = m_rest.subspan(header, size);
        m_rest = m_rest.subspan(header + size);
        return true;
    }

    /// The next bytes, headers included, are `bytes`.
    bool exactly(ByteView bytes) {
        if (m_rest.size() < bytes.size() || !same(m_rest.first(bytes.size()), bytes))
            return false;
        m_rest = m_rest.subspan(bytes.size());
        return true;
    }

    bool number(std::uint8_t value) {
        ByteView content;
        return next(kInteger, content) && content.size() == 1 && content[0] == value;
    }

    [[nodiscard]] ByteView rest() const { return m_rest; }
    [[nodiscard]] bool atEnd() const { return m_rest.empty(); }

private:
    ByteView m_rest;
};

// KeyAgreeRecipientInfo: an ephemeral key of the sender, one recipient, no user material.
bool readRecipient(ByteView recipient, ByteView& id) {
    DerReader fields(recipient);
    ByteView originator;
    ByteView keys;
    if (!fields.number(3) || !fields.next(kContext0, originator) ||
        !fields.exactly(kEcdhSha256Aes256Wrap) || !fields.next(kSequence, keys) || !fields.atEnd())
        return false;

    DerReader originatorReader(originator);
    ByteView originatorKey;
    if (!originatorReader.next(kContext1, originatorKey) || !originatorReader.atEnd())
        return false;
    DerReader keyReader(originatorKey);
    ByteView point;
    if (!keyReader.exactly(kEcPublicKey) || !keyReader.next(kBitString, point) ||
        !keyReader.atEnd() || point.size() != kPointBitString || point[0] != 0 || point[1] != 4)
        return false;

    DerReader list(keys);
    ByteView entry;
    if (!list.next(kSequence, entry) || !list.atEnd())
        return false;
    DerReader entryReader(entry);
    ByteView idContent;
    ByteView wrapped;
    if (!entryReader.next(kSequence, idContent))
        return false;
    id = entry.first(entry.size() - entryReader.rest().size());
    return entryReader.next(kOctetString, wrapped) && entryReader.atEnd() &&
           wrapped.size() == kWrappedKeyBytes;
}

bool readRecipients(ByteView set, ByteView wanted, bool& found) {
    DerReader recipients(set);
    for (std::size_t count = 0; !recipients.atEnd(); ++count) {
        ByteView recipient;
        ByteView id;
        if (count == kMaxCmsRecipients || !recipients.next(kContext1, recipient) ||
            !readRecipient(recipient, id))
            return false;
        found = found || same(id, wanted);
    }
    return true;
}

// EncryptedContentInfo: data, AES-256-GCM, a nonce of 12 bytes and a tag of 16.
bool readContent(ByteView info) {
    DerReader fields(info);
    ByteView algorithm;
    ByteView content;
    if (!fields.exactly(kData) || !fields.next(kSequence, algorithm) ||
        !fields.next(kContext0Primitive, content) || !fields.atEnd())
        return false;
    DerReader algorithmReader(algorithm);
    ByteView parameters;
    if (!algorithmReader.exactly(kAes256Gcm) || !algorithmReader.next(kSequence, parameters) ||
        !algorithmReader.atEnd())
        return false;
    DerReader parameterReader(parameters);
    ByteView nonce;
    return parameterReader.next(kOctetString, nonce) && nonce.size() == kNonceBytes &&
           parameterReader.number(kTagBytes) && parameterReader.atEnd();
}

bool readMessage(ByteView der, ByteView wanted, bool& found) {
    DerReader message(der);
    ByteView info;
    if (!message.next(kSequence, info) || !message.atEnd())
        return false;
    DerReader infoReader(info);
    ByteView wrapper;
    if (!infoReader.exactly(kAuthEnvelopedData) || !infoReader.next(kContext0, wrapper) ||
        !infoReader.atEnd())
        return false;
    DerReader wrapperReader(wrapper);
    ByteView envelope;
    if (!wrapperReader.next(kSequence, envelope) || !wrapperReader.atEnd())
        return false;
    DerReader fields(envelope);
    ByteView recipients;
    ByteView content;
    ByteView mac;
    return fields.number(0) && fields.next(kSet, recipients) &&
           readRecipients(recipients, wanted, found) && fields.next(kSequence, content) &&
           readContent(content) && fields.next(kOctetString, mac) && mac.size() == kTagBytes &&
           fields.atEnd();
}

} // namespace

Result<void> checkCmsForm(ByteView der, ByteView recipientId) {
    bool found = false;
    if (!readMessage(der, recipientId, found))
        return fail(Errc::malformed, "ce n’est pas un contenu scellé de la forme attendue");
    if (!found)
        return fail(Errc::cryptoFailure, "contenu scellé pour un autre destinataire");
    return {};
}

} // namespace escale::crypto
