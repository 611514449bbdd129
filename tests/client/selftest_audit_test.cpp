// SPDX-License-Identifier: GPL-3.0-or-later
// Each check of the self-test finds the fault planted for it, and says nothing of a sound page.
#include "client/selftest/audit/checks.h"
#include "client/selftest/audit/ink.h"

#include <QGuiApplication>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

#include <memory>

using namespace escale;
using namespace escale::audit;

namespace {

/// A sound page: one heading, a field, two buttons well apart, a keyboard of one key.
constexpr const char* kPage = R"(
    import QtQuick
    Item {
        width: 800; height: 600
        component Press: Item {
            property string name
            property color fill: "white"
            width: 120; height: 80
            Accessible.role: Accessible.Button
            Accessible.name: name
            Accessible.onPressAction: {}
            Rectangle { anchors.fill: parent; color: parent.fill; border.width: 2 }
            Text { anchors.centerIn: parent; text: parent.name; font.pixelSize: 26 }
            MultiPointTouchArea { anchors.fill: parent }
        }
        Text {
            x: 20; y: 20; text: "Quel est votre nom ?"; font.pixelSize: 40
            Accessible.role: Accessible.Heading; Accessible.name: text
        }
        Item {
            x: 20; y: 100; width: 300; height: 70
            Accessible.role: Accessible.EditableText; Accessible.name: "Nom"
            Accessible.onPressAction: {}
            TextInput { anchors.fill: parent; text: "Benarous"; font.pixelSize: 34; Accessible.ignored: true }
        }
        Press { x: 20; y: 300; name: "a"; objectName: "touche:a" }
        Press { x: 20; y: 500; name: "Retour" }
        Press { x: 600; y: 500; name: "Suite"; objectName: "continuer" }
        %1
    }
)";

class Page {
public:
    explicit Page(const QString& planted) {
        m_window.resize(800, 600);
        QQmlComponent component(&m_engine);
        component.setData(QString(kPage).replace("%1", planted).toUtf8(), QUrl("qrc:/essai.qml"));
        m_item.reset(qobject_cast<QQuickItem*>(component.create()));
        if (!m_item)
            qFatal("%s", qPrintable(component.errorString()));
        m_item->setParentItem(m_window.contentItem());
        m_window.show();
        m_window.grabWindow();
    }

    Scene scene() { return lookAt(m_window); }
    QStringList faults() { return faultsOf(scene(), Expected()); }

private:
    QQmlEngine m_engine;
    QQuickWindow m_window;
    std::unique_ptr<QQuickItem> m_item;
};

} // namespace

class SelftestAuditTest : public QObject {
    Q_OBJECT

private slots:
    void a_sound_page_has_no_fault() { QCOMPARE(Page({}).faults(), QStringList()); }

    void every_planted_fault_is_found_data() {
        QTest::addColumn<QString>("planted");
        QTest::addColumn<QString>("fault");
        const auto plant = [](const char* tag, const char* fault, const QString& planted) {
            QTest::newRow(tag) << planted << QString(fault);
        };
        plant("elided", "texte abrégé",
              "Text { x: 400; y: 100; width: 90; elide: Text.ElideRight; font.pixelSize: 26; "
              "text: 'Une réponse trop longue' }");
        plant("too wide", "plus large que sa place",
              "Text { x: 400; y: 100; width: 60; font.pixelSize: 26; "
              "wrapMode: Text.NoWrap; text: 'Anticonstitutionnellement' }");
        plant("out of its frame", "dépasse de son cadre",
              "Rectangle { x: 400; y: 100; width: 200; height: 70; border.width: 2; Text { "
              "width: 200; wrapMode: Text.Wrap; font.pixelSize: 26; text: 'Trois mots et encore "
              "bien d’autres mots qui n’ont pas de place ici' } }");
        plant("out of its button", "dépasse de son bouton",
              "Item { x: 400; y: 100; width: 200; height: 70; Accessible.role: Accessible.Button; "
              "Accessible.name: 'x'; Accessible.onPressAction: {} Text { width: 200; "
              "wrapMode: Text.Wrap; font.pixelSize: 26; text: 'Trois mots et encore bien d’autres "
              "mots qui n’ont pas de place ici' } }");
        plant("out of the window", "hors de la fenêtre",
              "Text { x: 740; y: 100; font.pixelSize: 26; text: 'Dehors' }");
        plant("under a banner", "texte couvert",
              "Rectangle { x: 0; y: 0; width: 800; height: 60; color: 'white' }");
        plant("letters on letters", "textes l’un sur l’autre",
              "Text { x: 40; y: 30; font.pixelSize: 26; text: 'Dessus' }");
        plant("letters on a button", "texte sur un bouton",
              "Text { x: 610; y: 510; font.pixelSize: 26; text: 'Sur le bouton' }");
        plant("small letters", "texte de 18 px",
              "Text { x: 400; y: 100; font.pixelSize: 18; text: 'Petit' }");
        plant("no glyph", "caractère sans dessin",
              "Text { x: 400; y: 100; font.pixelSize: 26; text: '\\uE9F3' }");
        plant("another font", "police Noto Serif",
              "Text { x: 400; y: 100; font.pixelSize: 26; font.family: 'Noto Serif'; "
              "text: 'Autre' }");
        plant("grey on white", "contraste 4.5",
              "Rectangle { x: 400; y: 100; width: 200; height: 90; Text { font.pixelSize: 26; "
              "color: '#767676'; text: 'Pâle' } }");
        plant("too small", "trop petit", "Press { x: 400; y: 100; height: 60; name: 'Petit' }");
        plant("low primary", "trop petit",
              "Press { x: 400; y: 100; height: 70; name: 'Bas'; objectName: 'continuer' }");
        plant("too near", "à 7 px", "Press { x: 147; y: 500; name: 'Près' }");
        plant("out of sight", "hors de la fenêtre", "Press { x: 700; y: 100; name: 'Loin' }");
        plant("covered", "couvert : « Suite »",
              "MultiPointTouchArea { x: 580; y: 480; width: 60; height: 60 }");
        plant("hidden", "couvert : « Suite »",
              "Rectangle { x: 590; y: 490; width: 200; height: 100; color: 'white' }");
        plant("keyboard on a field", "clavier sur : « Nom »",
              "Press { x: 20; y: 120; name: 'b'; objectName: 'touche:b' }");
        plant("keyboard on an error", "clavier sur : « Il manque",
              "Text { x: 30; y: 200; font.pixelSize: 26; text: 'Il manque un chiffre.' } "
              "Press { x: 20; y: 186; name: '1'; objectName: 'pave:1' }");
        plant("two headings", "2 titres",
              "Text { x: 400; y: 100; font.pixelSize: 26; text: 'Autre titre'; "
              "Accessible.role: Accessible.Heading; Accessible.name: text }");
        plant("no name", "sans nom", "Press { x: 400; y: 100 }");
        plant("no action", "sans action",
              "Item { x: 400; y: 100; width: 90; height: 90; Accessible.role: Accessible.Button; "
              "Accessible.name: 'Muet'; MultiPointTouchArea { anchors.fill: parent } }");
        plant("drop-down", "liste déroulante",
              "Item { x: 400; y: 100; width: 90; height: 90; Accessible.role: "
              "Accessible.ComboBox; Accessible.name: 'Liste' }");
        plant("spin button", "liste déroulante ou compteur",
              "Item { x: 400; y: 100; width: 90; height: 90; Accessible.role: "
              "Accessible.SpinBox; Accessible.name: 'Compteur' }");
        plant("scrolling", "ce qui défile",
              "Flickable { x: 400; y: 100; width: 90; height: 90; contentHeight: 900 }");
        plant("touch without a word", "se touche et ne se dit pas",
              "MultiPointTouchArea { x: 400; y: 100; width: 90; height: 90 }");
    }

    void every_planted_fault_is_found() {
        QFETCH(QString, planted);
        QFETCH(QString, fault);
        const auto faults = Page(planted).faults();
        const auto holds = [&](const QString& line) { return line.contains(fault); };
        QVERIFY2(std::any_of(faults.begin(), faults.end(), holds),
                 qPrintable("seen: " + faults.join(" | ")));
    }

    void no_heading_is_a_fault_too() {
        QQuickWindow empty;
        empty.resize(800, 600);
        QCOMPARE(badTree(lookAt(empty)), QStringList("0 titres : "));
    }

    void the_ink_of_a_text_is_where_its_letters_are_painted() {
        Page page("Rectangle { anchors.fill: parent; color: 'white'; Text { id: it; x: 300; y: "
                  "200; width: 400; horizontalAlignment: Text.AlignRight; font.pixelSize: 60; "
                  "text: 'Éj' } }");
        const auto scene = page.scene();
        const auto at = std::find_if(scene.texts.begin(), scene.texts.end(),
                                     [](const SeenText& text) { return text.words == "Éj"; });
        QVERIFY(at != scene.texts.end());
        QVERIFY(at->ink.right() > 690 && at->ink.right() <= 701);
        QVERIFY(at->ink.left() > 600);
        // An accent, a body and a tail: about the size of the letters, less than their line.
        QVERIFY2(at->ink.height() > 55 && at->ink.height() < 80, qPrintable(written(at->ink)));
        QVERIFY(at->ink.top() > 200);
    }

    void tags_are_not_words() {
        QCOMPARE(withoutTags("Partie 1 – <b><font color=\"#000\">Vous &amp; moi</font></b>"),
                 QString("Partie 1 – Vous & moi"));
    }

    void a_text_hidden_on_purpose_is_not_looked_at() {
        QCOMPARE(Page("Text { x: 40; y: 30; visible: false; text: 'x' } "
                      "Item { opacity: 0; Press { x: 30; y: 500; name: 'Caché' } }")
                     .faults(),
                 QStringList());
    }
};

int main(int argc, char** argv) {
    QGuiApplication application(argc, argv);
    QFont font;
    font.setFamilies(Expected().families);
    QGuiApplication::setFont(font);
    SelftestAuditTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "selftest_audit_test.moc"
