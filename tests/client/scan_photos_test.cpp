// SPDX-License-Identifier: GPL-3.0-or-later
// Photos of 12 megapixels whose corners are known, kept beside the project: 30 documents, 2 tables.
#include "client/scan/scan.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace escale;
using namespace escale::scan;

namespace {

const QString kFolder = QStringLiteral(ESCALE_PHOTOS "/");

Quad quadOf(const QJsonArray& corners) {
    Quad quad;
    for (qsizetype i = 0; i < 4; ++i)
        quad[static_cast<std::size_t>(i)] = {corners[i][0].toDouble(), corners[i][1].toDouble()};
    return quad;
}

/// Mean distance of the corners, whichever of them is the first.
double cornerError(const Quad& a, const Quad& b) {
    double best = 1e9;
    for (std::size_t shift = 0; shift < 4; ++shift) {
        double sum = 0;
        for (std::size_t i = 0; i < 4; ++i)
            sum += std::hypot(a[(i + shift) % 4].x - b[i].x, a[(i + shift) % 4].y - b[i].y) / 4;
        best = std::min(best, sum);
    }
    return best;
}

} // namespace

class ScanPhotosTest : public QObject {
    Q_OBJECT

private slots:
    void documentsAreFound() {
        QFile file(kFolder + QStringLiteral("truth.json"));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("no photos beside the project");
        int documents = 0, good = 0;
        std::vector<double> errors;
        for (const auto& entry : QJsonDocument::fromJson(file.readAll()).array()) {
            const QString name = entry[QLatin1String("file")].toString();
            QFile photo(kFolder + name);
            QVERIFY2(photo.open(QIODevice::ReadOnly), qPrintable(name));
            const QByteArray bytes = photo.readAll();
            const ScannedPage page =
                scanPhoto(asBytes({bytes.data(), static_cast<std::size_t>(bytes.size())}));
            double best = 0, error = 0;
            const auto truths = entry[QLatin1String("docs")].toArray();
            for (const auto& truth : truths) {
                const Quad quad = quadOf(truth[QLatin1String("corners")].toArray());
                const double same = page.coins ? overlap(quad, *page.coins) : 0;
                if (same > best) {
                    best = same;
                    error = cornerError(*page.coins, quad);
                }
            }
            check(name.left(2).toInt(), page, best);
            documents += truths.isEmpty() ? 0 : 1;
            if (best > 0.97) {
                ++good;
                errors.push_back(error);
            }
        }
        std::sort(errors.begin(), errors.end());
        QCOMPARE(documents, 30);
        QVERIFY2(good >= 28, qPrintable(QString::number(good)));
        QVERIFY(errors[errors.size() / 2] <= 2);
    }

private:
    static void check(int number, const ScannedPage& page, double same) {
        QVERIFY(page.pdf.size() <= kMaxPageBytes);
        if (number >= 17 && number <= 19)
            QVERIFY2(page.has(Raison::horsCadre), qPrintable(QString::number(number)));
        if (number == 20 || number == 21)
            QVERIFY2(page.has(Raison::deuxPages), qPrintable(QString::number(number)));
        if (number == 31 || number == 32)
            QVERIFY2(page.has(Raison::pasDePage), qPrintable(QString::number(number)));
        // Nothing wrong is ever given as right.
        QVERIFY2(page.verdict != Verdict::ok || same > 0.97, qPrintable(QString::number(number)));
    }
};

QTEST_GUILESS_MAIN(ScanPhotosTest)
#include "scan_photos_test.moc"
