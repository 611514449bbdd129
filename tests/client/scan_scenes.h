// SPDX-License-Identifier: GPL-3.0-or-later
// Photos of documents that nobody took: a page or a card seen by a pinhole camera on a table, with
// light, shadow, folds, noise; and where its corners truly are. Every scene comes from a number.
#pragma once

#include "client/scan/geometry.h"
#include "shared/base/bytes.h"

#include <opencv2/core.hpp>

#include <vector>

namespace escale::tests {

enum class Table { darkWood, wood, grey, white, cream, black, cloth, checks, tiles, carpet };

struct SceneWish {
    Table table = Table::darkWood;
    bool card = false;
    double turn = 0;   // degrees, besides a few that the seed adds
    double tilt = 10;  // degrees at most
    double fill = 0.8; // of the picture's long side that the document has
    double shiftX = 0; // of the picture's size: where its middle is, from the middle
    double shiftY = 0;
    double dim = 1; // 0.4 is a dark room
    double noise = 1.5;
    bool hand = false;  // the shadow of a hand
    double crumple = 0; // mm of height
    double glare = 0;   // of the page's width; 0 for none
    double defocus = 0; // radius in points of a 3000 x 4000 photo
    double motion = 0;  // length, likewise
    bool clutter = false;
    int documents = 1; // 0 for an empty table; 2 side by side, or overlapping
    bool overlapping = false;
    int quality = 84;
};

struct Scene {
    cv::Mat picture; // 8 bits, R, G, B
    std::vector<scan::Quad> documents;

    [[nodiscard]] Bytes jpeg(int quality = 84) const;
    [[nodiscard]] bool isCut() const;
};

Scene makeScene(const SceneWish& wish, unsigned seed, const cv::Size& size = {1500, 2000});

/// Bytes of a JPEG of `picture` (R, G, B, or grey), `progressive` or not, 4:2:0 or 4:4:4.
Bytes encodeJpeg(const cv::Mat& picture, int quality, bool progressive = false, bool full = false);

} // namespace escale::tests
