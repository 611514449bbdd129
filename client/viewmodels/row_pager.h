// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a list the page shows: a few at a time, the first ones again after the last ones.
#pragma once

#include <QtGlobal>

namespace escale {

class RowPager {
public:
    /// `perPage`: 1 or more.
    explicit RowPager(int perPage)
        : m_perPage(perPage) {}

    [[nodiscard]] int perPage() const { return m_perPage; }
    /// The row that was first stays on the page, also once the page is turned back. False when
    /// nothing changes.
    bool setPerPage(int rows) {
        if (rows == m_perPage || rows < 1)
            return false;
        m_perPage = rows;
        return true;
    }
    /// The first row of the page.
    [[nodiscard]] int start() const { return m_first / m_perPage * m_perPage; }
    /// How many of `count` rows the page does not show; 0 when it shows all.
    [[nodiscard]] int others(qsizetype count) const {
        return static_cast<int>(
            count > m_perPage ? count - qMin(qsizetype(m_perPage), count - start()) : 0);
    }
    void turn(qsizetype count) { m_first = start() + m_perPage < count ? start() + m_perPage : 0; }
    void reset() { m_first = 0; }
    /// The list has `count` rows now: the page stays one of its own.
    void fit(qsizetype count) {
        if (start() >= count)
            m_first = static_cast<int>(qMax(qsizetype(0), count - 1));
    }

private:
    int m_perPage;
    int m_first = 0;
};

} // namespace escale
