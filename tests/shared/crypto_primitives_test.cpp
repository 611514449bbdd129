// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/crypto/aead.h"
#include "shared/crypto/hash.h"
#include "shared/crypto/kdf.h"
#include "shared/crypto/random.h"
#include "shared/crypto/secret.h"
#include "shared/crypto/sign.h"
#include "tests/shared/crypto_fixtures.h"

#include <QtTest>

#include <algorithm>

using namespace escale;
using namespace escale::crypto;
using escale::test::bytesOf;
using escale::test::hex;
using escale::test::pemOf;

namespace {

// Cheap: the tests of the blob are not about its cost.
constexpr ScryptParams kQuick{1U << 10, 8, 1};

struct GcmVector {
    const char* key;
    const char* nonce;
    const char* aad;
    const char* plain;
    const char* cipher;
    const char* tag;
};

// The GCM Specification (McGrew, Viega), test cases 13, 14 and 16, AES-256.
constexpr GcmVector kGcmVectors[] = {
    {"0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000",
     "", "", "", "530f8afbc74536b9a963b4f1c4cb738b"},
    {"0000000000000000000000000000000000000000000000000000000000000000", "000000000000000000000000",
     "", "00000000000000000000000000000000", "cea7403d4d606b6e074ec5d3baf39d18",
     "d0d1c8a799996bf0265b98b5d48ab919"},
    {"feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
     "feedfacedeadbeeffeedfacedeadbeefabaddad2",
     "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
     "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39",
     "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
     "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662",
     "76fc6ece0f4e1768cddf8853bb2d551b"}};

} // namespace

class CryptoPrimitivesTest : public QObject {
    Q_OBJECT
private:
    SystemRandom m_random;

private slots:
    void randomFillsEveryByteAndNeverRepeats() {
        Bytes first(3U << 20);
        Bytes second(3U << 20);
        m_random.fill(first);
        m_random.fill(second);
        QVERIFY(first != second);
        QVERIFY(Bytes(first.end() - 32, first.end()) != Bytes(32));
        m_random.fill({});
    }

    void secretsMoveAndCompareWithoutCopies() {
        SecretBytes secret = SecretBytes::fromBytes(bytesOf("code de reprise"));
        SecretBytes moved = std::move(secret);
        QVERIFY(secret.empty());
        QCOMPARE(asString(moved.view()), std::string("code de reprise"));
        const SecretBytes second = moved.clone();
        QVERIFY(constantTimeEquals(second.view(), moved.view()));
        moved.wipe();
        QVERIFY(moved.empty() && moved.view().empty());
        QVERIFY(!constantTimeEquals(second.view(), moved.view()));
        QVERIFY(!constantTimeEquals(bytesOf("abc"), bytesOf("abd")));
        QVERIFY(!constantTimeEquals(bytesOf("abc"), bytesOf("abcd")));
        QVERIFY(constantTimeEquals({}, {}));
        static_assert(!std::is_copy_constructible_v<SecretBytes>);
    }

    void wipingOverwritesTheBufferItself() {
        // The buffers stay owned by their objects, so what is left in them can be looked at.
        std::string text = "482915703642 et un peu plus que la place d’une petite chaîne";
        const char* letters = text.data();
        const std::size_t room = text.capacity();
        wipe(text);
        QVERIFY(text.empty());
        QCOMPARE(std::count(letters, letters + room, '\0'), static_cast<std::ptrdiff_t>(room));
        Bytes bytes(100, 0x55);
        const std::uint8_t* values = bytes.data();
        wipe(bytes);
        QVERIFY(bytes.empty());
        QCOMPARE(std::count(values, values + 100, 0), std::ptrdiff_t{100});
    }

    void sha256FollowsFips180() {
        QCOMPARE(sha256Hex({}), std::string("e3b0c44298fc1c149afbf4c8996fb924"
                                            "27ae41e4649b934ca495991b7852b855"));
        QCOMPARE(sha256Hex(asBytes("abc")), std::string("ba7816bf8f01cfea414140de5dae2223"
                                                        "b00361a396177a9cb410ff61f20015ad"));
        Sha256 hash;
        const std::string thousand(1000, 'a');
        for (int i = 0; i < 1000; ++i)
            hash.update(asBytes(thousand));
        QCOMPARE(toHex(hash.finish()), std::string("cdc76e5c9914fb9281a1c7e284d73e67"
                                                   "f1809a48a497200e046d39ccc7112cd0"));
        hash.update(asBytes("ab"));
        hash.update({});
        hash.update(asBytes("c"));
        QCOMPARE(hash.finish(), sha256(asBytes("abc")));
    }

    void hmacFollowsRfc4231() {
        QCOMPARE(toHex(hmacSha256(Bytes(20, 0x0b), asBytes("Hi There"))),
                 std::string("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
        QCOMPARE(toHex(hmacSha256(asBytes("Jefe"), asBytes("what do ya want for nothing?"))),
                 std::string("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
        QCOMPARE(
            toHex(hmacSha256(Bytes(131, 0xaa),
                             asBytes("Test Using Larger Than Block-Size Key - Hash Key First"))),
            std::string("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"));
        QCOMPARE(toHex(hmacSha256({}, {})),
                 std::string("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad"));
    }

    void aesGcmOpensKnownAnswers() {
        for (const GcmVector& vector : kGcmVectors) {
            const SecretBytes key = SecretBytes::fromBytes(hex(vector.key));
            const Bytes sealed =
                hex(std::string(vector.nonce) + vector.cipher + std::string(vector.tag));
            const Result<Bytes> plain = openAead(key, sealed, hex(vector.aad));
            QVERIFY(plain);
            QCOMPARE(*plain, hex(vector.plain));
        }
    }

    void sealedBytesOpenWithTheirKeyAndDataOnly() {
        const SecretBytes key = newKey(m_random);
        const Bytes plain = bytesOf("revenu fiscal");
        const Bytes aad = bytesOf("dossier 1");
        const Bytes sealed = sealAead(key, plain, aad, m_random).value();
        QCOMPARE(sealed.size(), plain.size() + kAeadOverhead);
        QCOMPARE(openAead(key, sealed, aad).value(), plain);
        QVERIFY(sealAead(key, plain, aad, m_random).value() != sealed);
        QCOMPARE(openAead(newKey(m_random), sealed, aad).error().code, Errc::cryptoFailure);
        QCOMPARE(openAead(key, sealed, bytesOf("dossier 2")).error().code, Errc::cryptoFailure);
        QCOMPARE(openAead(key, sealed, {}).error().code, Errc::cryptoFailure);
        const SecretBytes shortKey(16);
        QCOMPARE(sealAead(shortKey, plain, aad, m_random).error().code, Errc::cryptoFailure);
        QCOMPARE(openAead(shortKey, sealed, aad).error().code, Errc::cryptoFailure);
    }

    void aSealWithAnyByteChangedOrCutIsRefused() {
        const SecretBytes key = newKey(m_random);
        const Bytes sealed = sealAead(key, bytesOf("loyer 512"), {}, m_random).value();
        for (std::size_t at = 0; at < sealed.size(); ++at) {
            Bytes changed = sealed;
            changed[at] ^= 0x01;
            QCOMPARE(openAead(key, changed, {}).error().code, Errc::cryptoFailure);
            QVERIFY(!openAead(key, ByteView(sealed).first(at), {}));
        }
        Bytes longer = sealed;
        longer.push_back(0);
        QVERIFY(!openAead(key, longer, {}));
    }

    void tooMuchAtOnceIsRefused() {
        const SecretBytes key = newKey(m_random);
        const Bytes big(kMaxAeadBytes + kAeadOverhead + 1);
        QCOMPARE(sealAead(key, big, {}, m_random).error().code, Errc::tooLarge);
        QCOMPARE(openAead(key, big, {}).error().code, Errc::tooLarge);
    }

    void scryptFollowsRfc7914() {
        const auto derived = [](const char* secret, const char* salt, ScryptParams params) {
            return toHex(deriveScrypt(asBytes(secret), asBytes(salt), params).value().view());
        };
        // The RFC gives 64 bytes; the last step being PBKDF2, the first 32 are the same.
        QCOMPARE(derived("", "", {16, 1, 1}),
                 std::string("77d6576238657b203b19ca42c18a0497f16b4844e3074ae8dfdffa3fede21442"));
        QCOMPARE(derived("password", "NaCl", {1024, 8, 16}),
                 std::string("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"));
        QCOMPARE(derived("pleaseletmein", "SodiumChloride", {16384, 8, 1}),
                 std::string("7023bdcb3afd7348461c06cd81fd38ebfda8fbba904f8e3ea9b543f6545da1f2"));
    }

    void scryptRefusesBadAndCostlyParameters() {
        const ScryptParams bad[] = {{0, 8, 1},        {1, 8, 1},        {1000, 8, 1},
                                    {1024, 0, 1},     {1024, 8, 0},     {1U << 31, 8, 1},
                                    {1U << 18, 9, 1}, {1U << 17, 8, 5}, {1024, 256, 1}};
        for (const ScryptParams& params : bad)
            QCOMPARE(deriveScrypt(asBytes("s"), asBytes("sel"), params).error().code,
                     Errc::invalidArgument);
        QVERIFY(deriveScrypt(asBytes("s"), asBytes("sel")));
    }

    void aWrappedKeyOpensWithItsSecretOnly() {
        const SecretBytes key = newKey(m_random);
        const Bytes secret = bytesOf("482915703642");
        const Bytes wrapped = wrapKey(key, secret, m_random, kQuick).value();
        QVERIFY(constantTimeEquals(unwrapKey(wrapped, secret).value().view(), key.view()));
        QCOMPARE(unwrapKey(wrapped, bytesOf("482915703643")).error().code, Errc::wrongCode);
        QCOMPARE(unwrapKey(wrapped, {}).error().code, Errc::wrongCode);
        QVERIFY(wrapKey(key, secret, m_random, kQuick).value() != wrapped);
        const Bytes costly = wrapKey(key, secret, m_random).value();
        QVERIFY(constantTimeEquals(unwrapKey(costly, secret).value().view(), key.view()));
        QCOMPARE(wrapKey(SecretBytes(), secret, m_random).error().code, Errc::invalidArgument);
        QCOMPARE(wrapKey(SecretBytes(65), secret, m_random).error().code, Errc::invalidArgument);
        QCOMPARE(wrapKey(key, secret, m_random, {3, 8, 1}).error().code, Errc::invalidArgument);
    }

    void anAlteredWrappedKeyIsRefusedWithoutCostlyWork() {
        const Bytes secret = bytesOf("1234");
        const Bytes wrapped = wrapKey(newKey(m_random), secret, m_random, kQuick).value();
        for (std::size_t at = 0; at < wrapped.size(); ++at) {
            Bytes changed = wrapped;
            changed[at] ^= 0x01;
            QVERIFY(!unwrapKey(changed, secret));
        }
        const auto codeWith = [&](std::size_t at, std::uint8_t value) {
            Bytes changed = wrapped;
            changed[at] = value;
            return unwrapKey(changed, secret).error().code;
        };
        QCOMPARE(codeWith(0, 'X'), Errc::malformed);
        QCOMPARE(codeWith(3, 2), Errc::unsupportedVersion);
        QCOMPARE(codeWith(4, 0), Errc::malformed);
        QCOMPARE(codeWith(4, 31), Errc::tooLarge);
        QCOMPARE(codeWith(4, 255), Errc::malformed);
        QCOMPARE(codeWith(5, 0), Errc::malformed);
        QCOMPARE(codeWith(6, 0), Errc::malformed);
        QCOMPARE(unwrapKey({}, secret).error().code, Errc::malformed);
        QCOMPARE(unwrapKey(ByteView(wrapped).first(40), secret).error().code, Errc::malformed);
    }

    void ed25519FollowsRfc8032() {
        const Bytes message = hex("72");
        const Bytes signature =
            hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        const std::string publicPem = pemOf(
            "PUBLIC KEY", hex("302a300506032b6570032100"
                              "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
        const std::string privatePem = pemOf(
            "PRIVATE KEY", hex("302e020100300506032b657004220420"
                               "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        QVERIFY(verify(publicPem, message, signature));
        QCOMPARE(sign(privatePem, message).value(), signature);
        QVERIFY(!verify(publicPem, hex("73"), signature));
        for (std::size_t at = 0; at < signature.size(); ++at) {
            Bytes changed = signature;
            changed[at] ^= 0x01;
            QCOMPARE(verify(publicPem, message, changed).error().code, Errc::cryptoFailure);
        }
    }

    void signaturesAskForEd25519Keys() {
        const KeyPair pair = newEd25519().value();
        const Bytes data = bytesOf("pack du territoire");
        const Bytes signature = sign(pair.privatePem, data).value();
        QVERIFY(verify(pair.publicPem, data, signature));
        QVERIFY(verify(pair.publicPem, {}, sign(pair.privatePem, {}).value()));
        QVERIFY(!verify(newEd25519().value().publicPem, data, signature));
        QVERIFY(!verify(pair.publicPem, data, ByteView(signature).first(63)));
        QVERIFY(!verify(pair.publicPem, data, {}));
        for (const std::string& notKey : {std::string(), std::string("clé"), pair.privatePem})
            QCOMPARE(verify(notKey, data, signature).error().code, Errc::cryptoFailure);
        QCOMPARE(sign(pair.publicPem, data).error().code, Errc::cryptoFailure);
    }
};

QTEST_APPLESS_MAIN(CryptoPrimitivesTest)
#include "crypto_primitives_test.moc"
