// SPDX-License-Identifier: GPL-3.0-or-later
// The words of a scan: what was decided about a photo, why, and what to tell the person.
#pragma once

#include <string_view>

namespace escale::scan {

/// `ok`: the page may be kept. `douteux`: legible as far as can be told, the person decides.
/// `reprendre`: a new photo is needed.
enum class Verdict { ok, douteux, reprendre };

/// Why a photo is not simply `ok`. The first group is about the file, found before anything is
/// decoded; the second about what is in the picture.
enum class Raison {
    pasUneImage, // neither JPEG, nor PNG, nor PDF
    heic,        // a HEIC photo, as some telephones make
    tronque,     // cut or damaged
    tropGrand,   // more points, passes, pages or bytes than are taken
    motDePasse,  // a PDF that needs a password

    pasDePage,          // no page was found
    deuxPages,          // several pages in one photo
    horsCadre,          // a part of the page is outside the photo
    contoursIncertains, // something is found; its outline is a guess
    tropLoin,           // the page is too small in the photo to be read
    flou,               // unreadable
    codeFlou,           // legible, but a 2D-Doc code would not be
    reflet,
    sombre,
};

enum class Forme { a4, id1, autre };

/// One advice at a time, for the preview.
enum class Advice {
    ok, // hold it there: the photo may be taken
    aucunePage,
    horsCadre,
    deuxPages,
    rapprochez,
    tropSombre,
    reflet,
    neBougezPlus,
};

/// Stable lower_snake_case words, for JSON and for the keys of texts.
std::string_view verdictName(Verdict verdict);
std::string_view raisonName(Raison raison);
std::string_view formeName(Forme forme);
std::string_view adviceName(Advice advice);

/// What to do about it, one plain French sentence.
std::string_view raisonSentence(Raison raison);

} // namespace escale::scan
