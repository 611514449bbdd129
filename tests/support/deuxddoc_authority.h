// SPDX-License-Identifier: GPL-3.0-or-later
// An authority that signs 2D-Docs, made by a test: its keys never leave the test.
#pragma once

#include "shared/deuxddoc/bundle.h"

#include <cstdint>
#include <memory>
#include <string>

namespace escale::test {

enum class SignatureCurve { p256, p384, p521 };

class DeuxDDocAuthority {
public:
    struct Span {
        Date from{2020, 1, 1};
        Date to{2040, 1, 1};
    };
    /// Self-signed, RSA 2048.
    explicit DeuxDDocAuthority(const std::string& commonName);
    DeuxDDocAuthority(const std::string& commonName, const Span& span);
    ~DeuxDDocAuthority();
    DeuxDDocAuthority(const DeuxDDocAuthority&) = delete;
    DeuxDDocAuthority& operator=(const DeuxDDocAuthority&) = delete;

    /// A leaf with a key of its own, kept here under `commonName`.
    void issue(const std::string& commonName, SignatureCurve curve = SignatureCurve::p256);
    void issue(const std::string& commonName, SignatureCurve curve, const Span& span);

    [[nodiscard]] std::string pem() const;
    [[nodiscard]] std::string leafPem(const std::string& commonName) const;
    /// r and s put end to end.
    [[nodiscard]] Bytes sign(const std::string& commonName, std::string_view signedText) const;
    /// `signedText`, US, and its signature as the version in its header writes it.
    [[nodiscard]] std::string complete(const std::string& commonName,
                                       const std::string& signedText) const;
    /// The authority and its leaves, dated.
    [[nodiscard]] std::vector<deuxddoc::BundleFile> files(const Date& date, const Date& next) const;

private:
    struct Keys;
    std::unique_ptr<Keys> m_keys;
};

} // namespace escale::test
