// SPDX-License-Identifier: GPL-3.0-or-later
// Private to this room: owners of OpenSSL's objects and readers of PEM. Never include it elsewhere.
#pragma once

#include "shared/base/bytes.h"
#include "shared/base/result.h"

#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <memory>
#include <string>
#include <string_view>

namespace escale::crypto {

template <auto Free>
struct Deleter {
    template <class T>
    void operator()(T* object) const {
        Free(object);
    }
};
template <class T, auto Free>
using Owned = std::unique_ptr<T, Deleter<Free>>;

using BioPtr = Owned<BIO, BIO_free_all>;
using CipherCtxPtr = Owned<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;
using CmsPtr = Owned<CMS_ContentInfo, CMS_ContentInfo_free>;
using MdCtxPtr = Owned<EVP_MD_CTX, EVP_MD_CTX_free>;
using PkeyPtr = Owned<EVP_PKEY, EVP_PKEY_free>;
using PkeyCtxPtr = Owned<EVP_PKEY_CTX, EVP_PKEY_CTX_free>;
using X509Ptr = Owned<X509, X509_free>;
using X509ReqPtr = Owned<X509_REQ, X509_REQ_free>;

/// Leaves OpenSSL's queue of errors of this thread as it was found: TLS code reads the same queue.
class ErrorQueue {
public:
    ErrorQueue() { ERR_set_mark(); }
    ~ErrorQueue() { ERR_pop_to_mark(); }
    ErrorQueue(const ErrorQueue&) = delete;
    ErrorQueue& operator=(const ErrorQueue&) = delete;
};

/// fail() with OpenSSL's own reason behind `detail`, if it left one.
Error opensslFailure(Errc code, std::string detail);

/// A reader over `data`, which must outlive it. Null when out of memory.
BioPtr bioOver(ByteView data);
/// An empty one in memory, wiped when freed.
BioPtr memoryBio();
/// What was written in a memoryBio().
ByteView bioContent(BIO* bio);

/// Readers of one PEM object: Errc::tooLarge over kMaxPemBytes, Errc::malformed otherwise. An
/// encrypted key is refused, never asked for at a terminal.
Result<PkeyPtr> readPrivateKey(std::string_view pem);
Result<PkeyPtr> readPublicKey(std::string_view pem);
Result<X509Ptr> readCertificate(std::string_view pem);
Result<X509ReqPtr> readRequest(std::string_view pem);
/// Exactly one certificate, without a byte behind it.
Result<X509Ptr> readCertificateDer(ByteView der);

Result<Bytes> certificateDer(X509* certificate);
Result<std::string> certificatePem(X509* certificate);
Result<std::string> privateKeyPem(EVP_PKEY* key);

/// The name of the curve of `key`; empty when it is on none, or on one that is described instead of
/// named: an explicit description may look like a known curve with a base point of the sender's
/// choice (CVE-2020-0601).
std::string curveName(const EVP_PKEY* key);
/// Success when `key` is on P-256, named (not a curve of the sender's own); else cryptoFailure.
Result<void> requireP256(const EVP_PKEY* key);
Result<PkeyPtr> newP256Key();

} // namespace escale::crypto
