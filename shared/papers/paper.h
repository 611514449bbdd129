// SPDX-License-Identifier: GPL-3.0-or-later
// A paper to take away, before it has a shape: what is said, in the language of the person, with
// the French beside it. Texts are UTF-8 and final: nothing here is translated any more.
#pragma once

#include <string>
#include <variant>
#include <vector>

namespace escale::papers {

/// The same thing twice. `french` is empty when the language of the paper is French.
struct Both {
    std::string own;
    std::string french;
};

/// A chapter, with its pictogram (name of a file of qml/pictograms; may be empty).
struct Section {
    Both name;
    std::string picto;
};

/// One sentence; `strong` on a tinted plate.
struct Sentence {
    Both text;
    bool strong = false;
};

struct Answer {
    Both question;
    Both answer;
    bool unknown = false; // « je ne sais pas », no answer
};

/// `columns` names the two columns of a paper in French only ("Question", "Réponse"); beside
/// French, the columns are the languages and bear their names.
struct Answers {
    std::vector<Both> columns;
    std::vector<Answer> rows;
};

struct Piece {
    std::string picto;
    Both name;
    Both detail;
    Both state;        // "Gardé", "À apporter"
    bool kept = false; // given already: a tick instead of a box
};

struct Pieces {
    std::vector<Piece> rows;
};

/// Digits in groups ("4829 1570 3642") and, unless `qr` is empty, the square that carries them.
struct Code {
    Both label;
    std::string digits;
    std::vector<std::string> qr; // see qr.h
    Both qrName;                 // what the square is, for who cannot see it
};

struct Step {
    Both when;
    Both what;
    bool done = false;
};

struct Steps {
    std::vector<Step> rows;
};

using Block = std::variant<Section, Sentence, Answers, Pieces, Code, Steps>;

struct Paper {
    std::string language = "fr"; // BCP 47
    std::string languageName = "Français";
    Both title; // also the title of the document: nothing personal
    Both hint;
    std::vector<Block> blocks;
    Both pageOf; // "Page %1 sur %2"

    [[nodiscard]] bool bilingual() const { return language != "fr"; }
};

/// `own` with the words of `french` beside its own: two papers of the same blocks, each written in
/// one language (its `own` texts).
Paper withFrench(Paper own, const Paper& french);

} // namespace escale::papers
