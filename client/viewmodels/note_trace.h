// SPDX-License-Identifier: GPL-3.0-or-later
// How a note was worked out, for an adviser: what was applied, to which facts.
#pragma once

#include "client/viewmodels/demande_note.h"

#include <QString>
#include <QVariantList>

namespace escale {

/// "Barème roissy-… 1, moteur 1, empreinte 3fa9c2d1": what an archived trace is found by.
QString traceHeadOf(const DemandeNote& scored);

/// Lines that give points, could, or lack a fact: [{label, points, counted, facts}]; `facts` says
/// where the line stands, then what was read, with its value, in the words of the barème (French).
QVariantList traceLinesOf(const DemandeNote& scored);

} // namespace escale
