// SPDX-License-Identifier: GPL-3.0-or-later
// Each letter is drawn with a face we chose: no empty box, no face that the machine picked.
#include "tests/i18n/words_files.h"

#include <QFontInfo>
#include <QGlyphRun>
#include <QRawFont>
#include <QSet>
#include <QTextLayout>
#include <QtTest>

using namespace escale::i18n;

namespace {

constexpr qreal kPixels = 28;

/// Families with which Qt really draws `text`, and "?" for a letter without a sign.
QSet<QString> drawnWith(const QString& text, const QFont& font) {
    QTextLayout layout(text, font);
    layout.beginLayout();
    layout.createLine();
    layout.endLayout();
    QSet<QString> families;
    for (const auto& run : layout.glyphRuns()) {
        families.insert(run.rawFont().familyName());
        for (const auto glyph : run.glyphIndexes())
            if (glyph == 0)
                families.insert("?");
    }
    return families;
}

bool isArabic(const QString& text) {
    return std::any_of(text.begin(), text.end(),
                       [](QChar letter) { return letter.script() == QChar::Script_Arabic; });
}

} // namespace

class GlyphsTest : public QObject {
    Q_OBJECT
private slots:
    void theFacesAreInstalled() {
        for (const auto& family : families())
            QCOMPARE(QFontInfo(QFont(family)).family(), family);
    }

    void eachTextIsDrawnWithAChosenFace() {
        const auto texts = allTexts();
        QVERIFY(texts.size() > 1000);
        QStringList faults;
        for (const auto& text : texts)
            for (const bool bold : {false, true}) {
                const auto drawn = drawnWith(filled(text).replace('\n', ' '), face(kPixels, bold));
                const QSet<QString> strange = drawn - QSet<QString>{"Andika", "Noto Sans Arabic"};
                if (!strange.isEmpty())
                    faults.append(text.language + ": " + text.key + ": " +
                                  QStringList(strange.values()).join(", "));
            }
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join('\n')));
    }

    void arabicIsDrawnWithNotoSansArabic() {
        int seen = 0;
        for (const auto& text : allTexts()) {
            if (!isArabic(text.text))
                continue;
            ++seen;
            QVERIFY2(drawnWith(filled(text).replace('\n', ' '), face(kPixels, true))
                         .contains("Noto Sans Arabic"),
                     qPrintable(text.key));
        }
        QVERIFY(seen > 400);
        // Without our list the machine picks another face: the test above would see it.
        QVERIFY(!drawnWith("سكن", QFont("Andika")).contains("Andika"));
    }

    void eachKeyIsDrawnWithAChosenFace() {
        const auto legends = keyLegends();
        QVERIFY(legends.size() > 40);
        for (const auto& legend : legends)
            QVERIFY2(
                (drawnWith(legend, face(34, false)) - QSet<QString>{"Andika", "Noto Sans Arabic"})
                    .isEmpty(),
                qPrintable(legend));
    }

    void namesFromEverywhereAreDrawn_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"Nguyễn", "Ełżbieta", "Öztürk", "Мар’яна", "Çağrı", "Škoda",
                                 "Ọláńrewájú", "Ħamid", "ناديا", "گلناز", "Ўктам", "Ṣàngó"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void namesFromEverywhereAreDrawn() {
        QFETCH(QString, name);
        QVERIFY(!drawnWith(name, face(kPixels, false)).contains("?"));
        for (const auto& family : drawnWith(name, face(kPixels, false)))
            QVERIFY2(families().contains(family), qPrintable(family));
    }
};

QTEST_MAIN(GlyphsTest)
#include "glyphs_test.moc"
