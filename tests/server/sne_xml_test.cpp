// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/nuu/xml_gate.h"
#include "shared/nuu/xml_writer.h"

#include <QTest>

using namespace escale;
using namespace escale::sne;

namespace {

std::string repeated(const std::string& text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i)
        out += text;
    return out;
}

Errc refusal(const std::string& xml) {
    const auto parsed = parseXml(xml);
    return parsed ? Errc::internal : parsed.error().code;
}

} // namespace

class SneXmlTest : public QObject {
    Q_OBJECT

private slots:
    void readsNamespacesAttributesAndText() {
        const auto root =
            parseXml("<?xml version='1.0'?><!-- c --><p:a xmlns:p='urn:x' p:k='1'>"
                     "<p:b> t&amp;&#233;<![CDATA[<]]> </p:b><c xmlns='urn:y'/></p:a>");
        QVERIFY(root);
        QCOMPARE(root->ns, "urn:x");
        QCOMPARE(root->attribute("k"), "1");
        QCOMPARE(root->textAt("b"), "t&é<");
        QCOMPARE(root->child("c")->ns, "urn:y");
    }

    void refusesDeclarationsAndEntities_data() {
        QTest::addColumn<QString>("xml");
        QTest::newRow("doctype") << "<!DOCTYPE a><a/>";
        QTest::newRow("lower case") << "<!doctype a><a/>";
        QTest::newRow("billion laughs")
            << "<!DOCTYPE a [<!ENTITY x 'ha'><!ENTITY y '&x;&x;'>]><a>&y;</a>";
        QTest::newRow("external")
            << "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>";
        QTest::newRow("unknown entity") << "<a>&x;</a>";
        QTest::newRow("entity in an attribute") << "<a b='&x;'/>";
        QTest::newRow("encoding") << "<?xml version='1.0' encoding='UTF-7'?><a/>";
        QTest::newRow("utf-16") << "<?xml version='1.0' encoding='UTF-16'?><a/>";
        QTest::newRow("not xml") << "{}";
        QTest::newRow("empty") << "";
        QTest::newRow("cut") << "<a><b></b>";
        QTest::newRow("crossed") << "<a><b></a></b>";
        QTest::newRow("undeclared prefix") << "<p:a/>";
        QTest::newRow("character zero") << "<a>&#0;</a>";
    }
    void refusesDeclarationsAndEntities() {
        QFETCH(QString, xml);
        QCOMPARE(refusal(xml.toStdString()), Errc::malformed);
    }

    void refusesAQuadraticBlowUp() {
        const std::string bomb = "<!DOCTYPE a [<!ENTITY x '" + std::string(4'000, 'h') + "'>]><a>" +
                                 repeated("&x;", 50'000) + "</a>";
        QCOMPARE(refusal(bomb), Errc::malformed);
    }

    void countsBytesDepthAttributesAndElements() {
        const auto deep = [](int levels) {
            return repeated("<a>", levels) + repeated("</a>", levels);
        };
        QVERIFY(parseXml(deep(64)));
        QCOMPARE(refusal(deep(65)), Errc::tooLarge);
        QCOMPARE(refusal(repeated("<a>", 200'000)), Errc::tooLarge);
        const auto wide = [](int attributes) {
            std::string xml = "<a";
            for (int i = 0; i < attributes; ++i)
                xml += " k" + std::to_string(i) + "='>'";
            return xml + "/>";
        };
        QVERIFY(parseXml(wide(64)));
        QCOMPARE(refusal(wide(65)), Errc::tooLarge);
        QVERIFY(parseXml("<r>" + repeated("<a/>", 19'999) + "</r>"));
        QCOMPARE(refusal("<r>" + repeated("<a/>", 20'000) + "</r>"), Errc::tooLarge);
        QVERIFY(parseXml("<a>" + std::string(kMaxXmlBytes - 7, 'x') + "</a>"));
        QCOMPARE(refusal("<a>" + std::string(kMaxXmlBytes - 6, 'x') + "</a>"), Errc::tooLarge);
    }

    void writesAsciiThatReadsBackTheSame() {
        XmlElement root{"urn:x", "a", {}, {}, {}};
        root.setAttribute("k", "é\"<&>\n\t");
        root.add("b", "Zoé 𝒳 <&> \"'");
        const std::string xml = writeXml(root, "ns1", XmlCharset::ascii);
        QVERIFY(std::all_of(xml.begin(), xml.end(), [](char c) { return c > 0 && c < 0x7F; }));
        QVERIFY(xml.find("&#233;") != std::string::npos);
        QVERIFY(parseXml(xml).value() == root);
        QVERIFY(parseXml(writeXml(root, "ns1", XmlCharset::utf8)).value() == root);
    }

    void writesNothingThatAReaderWouldRefuse() {
        XmlElement root{"urn:x", "a", {}, std::string("x\x01y\xFFz\xC0\xAF\xED\xA0\x80", 10), {}};
        const auto back = parseXml(writeXml(root, "ns1", XmlCharset::utf8));
        QVERIFY(back);
        QVERIFY(back->text.find("\xEF\xBF\xBD") != std::string::npos);
        QVERIFY(back->text.starts_with('x'));
    }
};

QTEST_GUILESS_MAIN(SneXmlTest)
#include "sne_xml_test.moc"
