// SPDX-License-Identifier: GPL-3.0-or-later
// Expected failures are values: Result<T> holds a T or an Error. Exceptions are for our own faults.
#pragma once

#include "shared/base/error.h"

#include <boost/system/result.hpp>

#include <string>
#include <utility>

namespace escale {

/// Thrown by Result::value() when it holds an Error: reading a result without testing it is a fault
/// of ours, never a way to report a failure.
[[noreturn]] void throwError(const Error& error);

inline void throw_exception_from_error(const Error& error, const boost::source_location&) {
    throwError(error);
}

template <class T>
using Result = boost::system::result<T, Error>;

/// `return fail(Errc::notFound, "dossier absent");`
inline Error fail(Errc code, std::string detail = {}) {
    return Error{code, std::move(detail)};
}

} // namespace escale

// Evaluates EXPR (a Result); on failure returns its error from the enclosing function.
#define ESCALE_TRY(EXPR)                                                                           \
    do {                                                                                           \
        if (auto escaleTry = (EXPR); !escaleTry)                                                   \
            return escaleTry.error();                                                              \
    } while (false)

// Evaluates EXPR (a Result<T>); on failure returns its error, else declares NAME with the value.
#define ESCALE_TRY_ASSIGN(NAME, EXPR)                                                              \
    auto NAME##Result = (EXPR);                                                                    \
    if (!NAME##Result)                                                                             \
        return NAME##Result.error();                                                               \
    auto NAME = std::move(*NAME##Result)
