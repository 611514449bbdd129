// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/client/scan_scenes.h"

#include "tests/client/scan_sheets.h"

#include <opencv2/imgproc.hpp>

#include <cmath>
#include <cstdio>
#include <cstdlib>
// After <cstdio>: jpeglib.h uses FILE without including it.
#include <jpeglib.h>

namespace escale::tests {
namespace {

constexpr double kDegree = 3.14159265358979 / 180;

double between(cv::RNG& rng, double low, double high) {
    return rng.uniform(low, high);
}

cv::Mat noiseField(cv::RNG& rng, const cv::Size& size, double grain) {
    cv::Mat small(std::max(2, static_cast<int>(size.height / grain)),
                  std::max(2, static_cast<int>(size.width / grain)), CV_32F);
    rng.fill(small, cv::RNG::NORMAL, 0, 1);
    cv::Mat field;
    cv::resize(small, field, size, 0, 0, cv::INTER_CUBIC);
    return field;
}

/// A colour everywhere, moved along by a field.
cv::Mat tinted(const cv::Mat& field, const cv::Scalar& colour, double strength) {
    std::vector<cv::Mat> planes;
    for (int c = 0; c < 3; ++c) {
        cv::Mat plane;
        field.convertTo(plane, CV_32F, strength * colour[c] / 255, colour[c]);
        planes.push_back(plane);
    }
    cv::Mat out;
    cv::merge(planes, out);
    return out;
}

cv::Mat woodTable(cv::RNG& rng, const cv::Size& size, const cv::Scalar& colour) {
    cv::Mat bend = noiseField(rng, size, size.height / 7.0), out(size, CV_32F);
    const double rings = between(rng, 25, 60), planks = between(rng, 3, 6);
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const double u = x * rings / size.width + 1.5 * bend.at<float>(y, x);
            out.at<float>(y, x) = static_cast<float>(std::sin(u) + 0.4 * std::sin(2.3 * u));
        }
    }
    cv::Mat table = tinted(out + 0.4 * noiseField(rng, size, 3), colour, 22);
    for (int i = 1; i < planks; ++i) {
        const int x = static_cast<int>(i * size.width / planks);
        cv::line(table, {x, 0}, {x + static_cast<int>(between(rng, -9, 9)), size.height},
                 colour * 0.35, std::max(1, size.width / 700));
    }
    return table;
}

cv::Mat gridTable(cv::RNG& rng, const cv::Size& size, bool checks) {
    const cv::Scalar one = checks ? cv::Scalar(190, 45, 50) : cv::Scalar(176, 170, 160);
    const cv::Scalar other = checks ? cv::Scalar(238, 226, 224) : cv::Scalar(120, 116, 110);
    cv::Mat table(size, CV_32FC3, one);
    const double step = between(rng, 0.07, 0.17) * size.width, turn = between(rng, -0.3, 0.3);
    const double c = std::cos(turn), s = std::sin(turn), joint = 0.025 * step;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const double u = (c * x + s * y) / step + 100, v = (c * y - s * x) / step + 100;
            const bool odd = (static_cast<int>(u) + static_cast<int>(v)) % 2 != 0;
            const bool seam =
                (u - std::floor(u)) * step < joint || (v - std::floor(v)) * step < joint;
            if (checks ? odd : seam)
                table.at<cv::Vec3f>(y, x) =
                    cv::Vec3f(static_cast<float>(other[0]), static_cast<float>(other[1]),
                              static_cast<float>(other[2]));
        }
    }
    return table + tinted(noiseField(rng, size, 4), {90, 90, 90}, 8) - cv::Scalar::all(90);
}

cv::Mat clothTable(cv::RNG& rng, const cv::Size& size) {
    cv::Mat table = tinted(noiseField(rng, size, 3), {28, 42, 72}, 20);
    const double step = between(rng, 0.15, 0.3) * size.width;
    for (double at = -2.0 * size.height; at < size.width; at += step)
        cv::line(table, cv::Point(static_cast<int>(at), 0),
                 cv::Point(static_cast<int>(at + size.height), size.height), {70, 86, 118},
                 static_cast<int>(step / 9));
    return table;
}

cv::Mat tableOf(cv::RNG& rng, Table kind, const cv::Size& size) {
    switch (kind) {
    case Table::darkWood:
        return woodTable(rng, size, {66, 44, 34});
    case Table::wood:
        return woodTable(rng, size, {176, 126, 78});
    case Table::grey:
        return tinted(noiseField(rng, size, size.width / 40.0) + noiseField(rng, size, 3),
                      {138, 142, 140}, 16);
    case Table::white:
        return tinted(noiseField(rng, size, size.width / 5.0), {222, 221, 224}, 4);
    case Table::cream:
        return tinted(noiseField(rng, size, size.width / 5.0), {226, 222, 202}, 5);
    case Table::black:
        return tinted(noiseField(rng, size, 4), {26, 26, 28}, 30);
    case Table::cloth:
        return clothTable(rng, size);
    case Table::checks:
        return gridTable(rng, size, true);
    case Table::tiles:
        return gridTable(rng, size, false);
    case Table::carpet:
        break;
    }
    return tinted(noiseField(rng, size, 2) + noiseField(rng, size, 9), {120, 92, 84}, 46);
}

/// A camera above the table: from mm on the table to points.
cv::Matx33d camera(cv::RNG& rng, const SceneWish& wish, const cv::Size& size, double mmLong) {
    const double f = 0.775 * std::max(size.width, size.height);
    const double turn = (wish.turn + between(rng, -4, 4)) * kDegree;
    const double ax = between(rng, -wish.tilt, wish.tilt) * kDegree;
    const double ay = between(rng, -wish.tilt, wish.tilt) * kDegree;
    const cv::Matx33d rz(std::cos(turn), -std::sin(turn), 0, std::sin(turn), std::cos(turn), 0, 0,
                         0, 1);
    const cv::Matx33d rx(1, 0, 0, 0, std::cos(ax), -std::sin(ax), 0, std::sin(ax), std::cos(ax));
    const cv::Matx33d ry(std::cos(ay), 0, std::sin(ay), 0, 1, 0, -std::sin(ay), 0, std::cos(ay));
    const cv::Matx33d r = rx * ry * rz;
    const double away = f * mmLong / (wish.fill * std::max(size.width, size.height));
    const double tx = (wish.shiftX + between(rng, -0.015, 0.015)) * size.width / f * away;
    const double ty = (wish.shiftY + between(rng, -0.015, 0.015)) * size.height / f * away;
    const cv::Matx33d pose(r(0, 0), r(0, 1), tx, r(1, 0), r(1, 1), ty, r(2, 0), r(2, 1), away);
    return cv::Matx33d(f, 0, size.width / 2.0, 0, f, size.height / 2.0, 0, 0, 1) * pose;
}

scan::Point project(const cv::Matx33d& h, double x, double y) {
    const cv::Vec3d p = h * cv::Vec3d(x, y, 1);
    return {p[0] / p[2], p[1] / p[2]};
}

class Painter {
public:
    Painter(const SceneWish& wish, unsigned seed, const cv::Size& size)
        : m_wish(wish)
        , m_rng(seed * 7919ULL + 17)
        , m_size(size)
        , m_canvas(tableOf(m_rng, wish.table, size)) {}

    Scene run() {
        if (m_wish.clutter)
            clutter();
        const double wide = m_wish.card ? 85.6 : 210, high = m_wish.card ? 53.98 : 297;
        if (m_wish.documents > 0) {
            const cv::Matx33d h = camera(m_rng, m_wish, m_size, std::max(wide, high));
            place(h, wide, high);
        }
        light();
        return finish();
    }

private:
    void place(const cv::Matx33d& h, double wide, double high) {
        if (m_wish.documents == 1) {
            lay(h, wide, high, 0, 0, 0);
            return;
        }
        if (m_wish.overlapping) {
            lay(h, wide, high, between(m_rng, 45, 70), between(m_rng, 60, 90),
                between(m_rng, -7, 7));
            lay(h, wide, high, -10, -20, between(m_rng, -4, 4));
            return;
        }
        lay(h, wide, high, -wide / 2 - 12, between(m_rng, -12, 12), between(m_rng, -5, 5));
        lay(h, wide, high, wide / 2 + 12, between(m_rng, -12, 12), between(m_rng, -5, 5));
    }

    /// A sheet whose middle is at (x, y) mm, turned by `turn` degrees.
    void lay(const cv::Matx33d& h, double wide, double high, double x, double y, double turn) {
        const double c = std::cos(turn * kDegree), s = std::sin(turn * kDegree);
        const cv::Matx33d move(c, -s, x, s, c, y, 0, 0, 1);
        const cv::Matx33d centre(1, 0, -wide / 2, 0, 1, -high / 2, 0, 0, 1);
        Sheet sheet = m_wish.card ? cardSheet(m_rng) : pageSheet(m_rng);
        const double scale = wide / (sheet.picture.cols - 2 * sheet.margin);
        if (m_wish.crumple > 0)
            crumple(&sheet, m_rng, m_wish.crumple);
        if (m_wish.glare > 0)
            glare(&sheet, m_rng, m_wish.glare);
        const cv::Matx33d all = h * move * centre;
        const double margin = sheet.margin * scale;
        const cv::Matx33d toMm(scale, 0, scale / 2 - margin, 0, scale, scale / 2 - margin, 0, 0, 1);
        const cv::Matx33d half(1, 0, -0.5, 0, 1, -0.5, 0, 0, 1);
        paste(sheet, half * all * toMm);
        m_documents.push_back({project(all, 0, 0), project(all, wide, 0), project(all, wide, high),
                               project(all, 0, high)});
    }

    void paste(const Sheet& sheet, const cv::Matx33d& map) {
        cv::Mat picture, mask;
        cv::warpPerspective(sheet.picture, picture, map, m_size, cv::INTER_AREA);
        cv::warpPerspective(sheet.mask, mask, map, m_size, cv::INTER_LINEAR);
        shade(mask);
        for (int y = 0; y < m_size.height; ++y) {
            for (int x = 0; x < m_size.width; ++x) {
                const float a = mask.at<float>(y, x);
                auto& to = m_canvas.at<cv::Vec3f>(y, x);
                to = to * (1 - a) + picture.at<cv::Vec3f>(y, x) * a;
            }
        }
    }

    /// The sheet keeps some light from the table beside it.
    void shade(const cv::Mat& mask) {
        const double reach = m_size.width / 300.0;
        const cv::Matx23d move(1, 0, reach * between(m_rng, 0.3, 1), 0, 1,
                               reach * between(m_rng, 0.3, 1));
        cv::Mat shadow;
        cv::warpAffine(mask, shadow, move, m_size);
        cv::GaussianBlur(shadow, shadow, {0, 0}, reach * 1.2);
        for (int y = 0; y < m_size.height; ++y) {
            for (int x = 0; x < m_size.width; ++x)
                m_canvas.at<cv::Vec3f>(y, x) *= 1 - 0.42F * shadow.at<float>(y, x);
        }
    }

    void clutter() {
        for (int i = 0; i < 3; ++i) {
            const cv::Point2f at(static_cast<float>(between(m_rng, 0, m_size.width)),
                                 static_cast<float>(between(m_rng, 0, m_size.height)));
            const cv::Size2f size(static_cast<float>(between(m_rng, 0.03, 0.1) * m_size.width),
                                  static_cast<float>(between(m_rng, 0.2, 0.5) * m_size.width));
            const cv::RotatedRect box(at, size, static_cast<float>(between(m_rng, 0, 180)));
            cv::Point2f p[4];
            box.points(p);
            const std::vector<cv::Point> shape{p[0], p[1], p[2], p[3]};
            const double v = between(m_rng, 20, 240);
            cv::fillConvexPoly(m_canvas, shape,
                               {v, between(m_rng, 20, 240), between(m_rng, 20, 240)});
        }
    }

    void light() {
        const double ax = between(m_rng, -0.22, 0.22), ay = between(m_rng, -0.22, 0.22);
        cv::Mat hand;
        if (m_wish.hand)
            hand = handShadow();
        for (int y = 0; y < m_size.height; ++y) {
            for (int x = 0; x < m_size.width; ++x) {
                double k = 0.86 * m_wish.dim *
                           (1 + ax * (x / (1.0 * m_size.width) - 0.5) +
                            ay * (y / (1.0 * m_size.height) - 0.5));
                if (m_wish.hand)
                    k *= 1 - 0.5 * hand.at<float>(y, x);
                m_canvas.at<cv::Vec3f>(y, x) *= static_cast<float>(k);
            }
        }
    }

    cv::Mat handShadow() {
        cv::Mat hand(m_size, CV_32F, cv::Scalar(0));
        const int w = m_size.width, h = m_size.height;
        const cv::Point palm(static_cast<int>(between(m_rng, 0.35, 0.9) * w),
                             static_cast<int>(between(m_rng, 0.8, 1) * h));
        cv::ellipse(hand, palm, {w / 4, h / 4}, 0, 0, 360, 1, -1);
        cv::ellipse(hand, palm - cv::Point(w / 5, h / 4), {w / 16, h / 5}, -20, 0, 360, 1, -1);
        cv::GaussianBlur(hand, hand, {0, 0}, w / 110.0);
        return hand;
    }

    Scene finish() {
        const double scale = m_size.height / 4000.0;
        if (m_wish.defocus > 0)
            cv::GaussianBlur(m_canvas, m_canvas, {0, 0}, 0.6 * m_wish.defocus * scale);
        if (m_wish.motion > 0)
            smear(m_wish.motion * scale);
        cv::Mat noise(m_size, CV_32FC3);
        m_rng.fill(noise, cv::RNG::NORMAL, 0, m_wish.noise);
        m_canvas += noise;
        Scene scene;
        m_canvas.convertTo(scene.picture, CV_8U);
        scene.documents = m_documents;
        return scene;
    }

    void smear(double length) {
        const int side = std::max(3, static_cast<int>(length) | 1);
        cv::Mat kernel(side, side, CV_32F, cv::Scalar(0));
        const double turn = between(m_rng, 0, 3.1), reach = side / 2.0 - 0.5;
        const cv::Point2d middle(reach, reach), way(reach * std::cos(turn), reach * std::sin(turn));
        cv::line(kernel, middle - way, middle + way, 1);
        kernel /= cv::sum(kernel)[0];
        cv::filter2D(m_canvas, m_canvas, -1, kernel);
    }

    SceneWish m_wish;
    cv::RNG m_rng;
    cv::Size m_size;
    cv::Mat m_canvas;
    std::vector<scan::Quad> m_documents;
};

} // namespace

Scene makeScene(const SceneWish& wish, unsigned seed, const cv::Size& size) {
    return Painter(wish, seed, size).run();
}

Bytes Scene::jpeg(int quality) const {
    return encodeJpeg(picture, quality);
}

bool Scene::isCut() const {
    for (const auto& document : documents) {
        for (const auto& p : document) {
            if (p.x < -3 || p.y < -3 || p.x > picture.cols + 3 || p.y > picture.rows + 3)
                return true;
        }
    }
    return false;
}

Bytes encodeJpeg(const cv::Mat& picture, int quality, bool progressive, bool full) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* data = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &data, &size);
    info.image_width = static_cast<JDIMENSION>(picture.cols);
    info.image_height = static_cast<JDIMENSION>(picture.rows);
    info.input_components = picture.channels();
    info.in_color_space = picture.channels() == 3 ? JCS_RGB : JCS_GRAYSCALE;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, quality, TRUE);
    if (full)
        info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = 1;
    if (progressive)
        jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    while (info.next_scanline < info.image_height) {
        auto* row = const_cast<JSAMPROW>(picture.ptr(static_cast<int>(info.next_scanline)));
        jpeg_write_scanlines(&info, &row, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    Bytes bytes(data, data + size);
    std::free(data);
    return bytes;
}

} // namespace escale::tests
