// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/papers/paper.h"

#include <algorithm>

namespace escale::papers {

namespace {

void join(Both& own, const Both& french) {
    own.french = french.own;
}

/// Said once when both languages say the same (a name, a number).
void joinDifferent(Both& own, const Both& french) {
    own.french = own.own == french.own ? std::string() : french.own;
}

void join(Section& own, const Section& french) {
    joinDifferent(own.name, french.name);
}

void join(Sentence& own, const Sentence& french) {
    joinDifferent(own.text, french.text);
}

void join(Answers& own, const Answers& french) {
    for (std::size_t i = 0; i < std::min(own.rows.size(), french.rows.size()); ++i) {
        join(own.rows[i].question, french.rows[i].question);
        join(own.rows[i].answer, french.rows[i].answer);
    }
}

void join(Pieces& own, const Pieces& french) {
    for (std::size_t i = 0; i < std::min(own.rows.size(), french.rows.size()); ++i) {
        joinDifferent(own.rows[i].name, french.rows[i].name);
        joinDifferent(own.rows[i].detail, french.rows[i].detail);
        joinDifferent(own.rows[i].state, french.rows[i].state);
    }
}

void join(Code& own, const Code& french) {
    joinDifferent(own.label, french.label);
    joinDifferent(own.qrName, french.qrName);
}

void join(Steps& own, const Steps& french) {
    for (std::size_t i = 0; i < std::min(own.rows.size(), french.rows.size()); ++i) {
        joinDifferent(own.rows[i].when, french.rows[i].when);
        joinDifferent(own.rows[i].what, french.rows[i].what);
    }
}

} // namespace

Paper withFrench(Paper own, const Paper& french) {
    if (!own.bilingual())
        return own;
    joinDifferent(own.title, french.title);
    joinDifferent(own.hint, french.hint);
    joinDifferent(own.pageOf, french.pageOf);
    for (std::size_t i = 0; i < std::min(own.blocks.size(), french.blocks.size()); ++i)
        std::visit(
            [&](auto& mine) {
                using Kind = std::decay_t<decltype(mine)>;
                if (const auto* theirs = std::get_if<Kind>(&french.blocks[i]))
                    join(mine, *theirs);
            },
            own.blocks[i]);
    return own;
}

} // namespace escale::papers
