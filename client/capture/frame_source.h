// SPDX-License-Identifier: GPL-3.0-or-later
// Where pages come from: a camera, or a file that the person has.
#pragma once

#include "shared/base/bytes.h"

#include <QObject>
#include <QString>

namespace escale::client {

/// A page as it came: a whole JPEG, PNG or PDF. Wiped when destroyed; never on disk.
struct CapturedPage {
    Bytes bytes;

    CapturedPage() = default;
    explicit CapturedPage(Bytes content)
        : bytes(std::move(content)) {}
    CapturedPage(CapturedPage&&) noexcept = default;
    CapturedPage& operator=(CapturedPage&& other) noexcept;
    CapturedPage(const CapturedPage&) = delete;
    CapturedPage& operator=(const CapturedPage&) = delete;
    ~CapturedPage();
};

/// One page at a time: takePage(), then `captured` (take() it) or `failed`. On one thread.
class FrameSource : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whether a page can be taken at all (a camera is there, a file was chosen).
    [[nodiscard]] virtual bool isAvailable() const = 0;
    virtual void takePage() = 0;
    /// The last captured page, once.
    [[nodiscard]] CapturedPage take();

signals:
    void availableChanged();
    void captured();
    /// `errorName` is errcName(); the sentence is userMessage().
    void failed(const QString& errorName);

protected:
    void keep(Bytes bytes);

private:
    CapturedPage m_page;
};

} // namespace escale::client
