// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/scan/shape.h"

#include <algorithm>
#include <cmath>

namespace escale::scan {
namespace {

constexpr double kTolerance = 0.045;                  // of a ratio
constexpr double kLeastFocal = 0.5, kMostFocal = 1.6; // of the long side of the photo

struct Vector {
    double x = 0, y = 0, z = 0;
};

Vector operator-(const Vector& a, const Vector& b) {
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}
Vector operator*(double k, const Vector& a) {
    return {k * a.x, k * a.y, k * a.z};
}
double dot(const Vector& a, const Vector& b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}
Vector cross(const Vector& a, const Vector& b) {
    return {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};
}
double norm(const Vector& a) {
    return std::sqrt(dot(a, a));
}

Vector homogeneous(const Point& p, const Camera& camera) {
    return {p.x - camera.width / 2.0, p.y - camera.height / 2.0, 1};
}

/// The two directions of the sides, in a camera whose focal length is 1 (Zhang and He, Whiteboard
/// scanning and image enhancement, 2007, equations 11 and 14).
struct Directions {
    Vector across, down;
};

std::optional<Directions> directions(const Quad& quad, const Camera& camera) {
    const Vector m1 = homogeneous(quad[0], camera), m2 = homogeneous(quad[1], camera);
    const Vector m3 = homogeneous(quad[3], camera), m4 = homogeneous(quad[2], camera);
    const double d2 = dot(cross(m2, m4), m3), d3 = dot(cross(m3, m4), m2);
    if (std::abs(d2) < 1e-6 || std::abs(d3) < 1e-6)
        return std::nullopt;
    const double k2 = dot(cross(m1, m4), m3) / d2, k3 = dot(cross(m1, m4), m2) / d3;
    return Directions{k2 * m2 - m1, k3 * m3 - m1};
}

double ratioAt(const Directions& d, double focal) {
    const auto length = [focal](const Vector& n) {
        return std::sqrt((n.x * n.x + n.y * n.y) / (focal * focal) + n.z * n.z);
    };
    const double down = length(d.down);
    return down > 0 ? length(d.across) / down : 0;
}

Forme formeOfRatio(double ratio) {
    const double tall = ratio < 1 && ratio > 0 ? 1 / ratio : ratio;
    if (std::abs(tall / kA4Ratio - 1) < kTolerance)
        return Forme::a4;
    if (std::abs(tall / kId1Ratio - 1) < kTolerance)
        return Forme::id1;
    return Forme::autre;
}

} // namespace

double sideRatio(const Quad& quad, const Camera& camera) {
    const auto d = directions(quad, camera);
    return d ? ratioAt(*d, camera.focal()) : 0;
}

Forme formeOf(const Quad& quad, const Camera& camera) {
    const auto d = directions(quad, camera);
    if (!d)
        return Forme::autre;
    const Forme usual = formeOfRatio(ratioAt(*d, camera.focal()));
    if (usual != Forme::autre)
        return usual;
    // Both sides are perpendicular: it gives the focal length, when there is perspective enough.
    const double depth = d->across.z * d->down.z;
    if (std::abs(depth) < 1e-4)
        return Forme::autre;
    const double square = -(d->across.x * d->down.x + d->across.y * d->down.y) / depth;
    const double side = std::max(camera.width, camera.height);
    if (square < kLeastFocal * kLeastFocal * side * side ||
        square > kMostFocal * kMostFocal * side * side)
        return Forme::autre;
    return formeOfRatio(ratioAt(*d, std::sqrt(square)));
}

Quad upright(const Quad& quad, Forme forme) {
    const auto length = [&](std::size_t i) {
        const Point& a = quad[i];
        const Point& b = quad[(i + 1) % 4];
        return std::hypot(b.x - a.x, b.y - a.y);
    };
    const double even = length(0) + length(2), odd = length(1) + length(3);
    std::size_t best = 0;
    double most = -1e18;
    for (std::size_t i = 0; i < 4; ++i) {
        const bool isShort = (i % 2 == 0) == (even <= odd);
        if ((forme == Forme::a4 && !isShort) || (forme == Forme::id1 && isShort))
            continue;
        const double level = quad[(i + 1) % 4].x - quad[i].x; // how far to the right side i goes
        if (level > most) {
            most = level;
            best = i;
        }
    }
    return {quad[best], quad[(best + 1) % 4], quad[(best + 2) % 4], quad[(best + 3) % 4]};
}

std::optional<Quad> complete(const Quad& quad, std::size_t missing, const Camera& camera) {
    const double f = camera.focal();
    const auto ray = [&](const Point& p) {
        const Vector h = homogeneous(p, camera);
        return Vector{h.x / f, h.y / f, 1};
    };
    // Side `base` faces the missing one; `left` and `right` are its ends, `far` lie on the flanks.
    const std::size_t base = (missing + 2) % 4;
    const Vector left = ray(quad[base]), right = ray(quad[(base + 1) % 4]);
    const Vector farRight = ray(quad[(base + 2) % 4]), farLeft = ray(quad[(base + 3) % 4]);
    const Vector ground = cross(left, right);
    Vector away = cross(cross(left, farLeft), cross(right, farRight));
    const double size = norm(away);
    if (size < 1e-9)
        return std::nullopt;
    away = 1 / size * away;
    const Vector along = cross(ground, away); // perpendicular to `away`, seen on the base's line
    // left + k·along = depth·right
    const Vector side = cross(along, right);
    if (std::abs(dot(side, side)) < 1e-12)
        return std::nullopt;
    const double k = -dot(cross(left, right), side) / dot(side, side);
    const Vector corner{left.x + k * along.x, left.y + k * along.y, left.z + k * along.z};
    const double width = std::abs(k) * norm(along);
    const double sign = dot(cross(cross(left, farLeft), left), away) >= 0 ? 1 : -1;
    const auto project = [&](const Vector& from, double by) {
        const Vector p{from.x + by * away.x, from.y + by * away.y, from.z + by * away.z};
        return Point{p.x / p.z * f + camera.width / 2.0, p.y / p.z * f + camera.height / 2.0};
    };
    for (const double ratio : {1 / kA4Ratio, kA4Ratio, 1 / kId1Ratio, kId1Ratio}) {
        Quad whole = quad;
        whole[(base + 3) % 4] = project(left, sign * width * ratio);
        whole[(base + 2) % 4] = project(corner, sign * width * ratio);
        // The first shape whose end is outside the picture, as its missing side is.
        if (area(whole) > 1.002 * area(quad) && overlap(whole, quad) > 0.3)
            return whole;
    }
    return std::nullopt;
}

} // namespace escale::scan
