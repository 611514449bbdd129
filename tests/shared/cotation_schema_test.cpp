// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON Schema of the barèmes says what the loader takes: those of the program follow it, and
// what it refuses the loader refuses too.
#include "json_schema.h"
#include "tests/shared/cotation_support.h"

#include <QtTest>

using namespace escale;
using namespace escale::cotation;
using namespace escale::cotation::test;
using escale::test::schemaError;

class CotationSchemaTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        m_schema = readJsonFile(QStringLiteral(ESCALE_DATA "/schemas/bareme.schema.json"));
    }

    void everyBaremeFollowsTheSchema() {
        QVERIFY(builtinBaremes().size() >= 2);
        for (const std::string_view id : builtinBaremes())
            QCOMPARE(schemaError(m_schema, parseJson(builtinBareme(id)).value()), std::string());
        QCOMPARE(schemaError(m_schema, parseJson(smallBareme().toStdString()).value()),
                 std::string());
    }

    void whatTheSchemaRefusesTheLoaderRefusesToo_data() {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        const auto row = [](const char* name, const char* from, const char* to) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to);
        };
        row("another format", "escale-bareme/1", "escale-bareme/9");
        row("points over 255", "{\"unique\": 8}", "{\"unique\": 256}");
        row("an unknown member", "\"format\"", "\"couleur\": 1, \"format\"");
        row("an unknown operator", "\"fait\": \"ressources\"", "\"racine\": \"ressources\"");
        row("a date written otherwise", "\"2024-01-01\"", "\"01/01/2024\"");
        row("no label", "\"libelle\"", "\"libelles\"");
    }

    void whatTheSchemaRefusesTheLoaderRefusesToo() {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QByteArray text = smallBareme();
        QVERIFY(text.contains(from));
        text.replace(text.indexOf(from), from.size(), to);
        QVERIFY(!schemaError(m_schema, parseJson(text.toStdString()).value()).empty());
        QVERIFY(!loadBareme(text.toStdString()));
    }

private:
    json::value m_schema;
};

QTEST_APPLESS_MAIN(CotationSchemaTest)
#include "cotation_schema_test.moc"
