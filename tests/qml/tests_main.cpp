// SPDX-License-Identifier: GPL-3.0-or-later
// Runs the tst_*.qml files beside this one against the static module Escale.Ui.
#include <QtGui/QFont>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlEngine>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuickTest/quicktest.h>

Q_IMPORT_QML_PLUGIN(Escale_UiPlugin)

class Setup : public QObject {
    Q_OBJECT

public slots:
    void applicationAvailable() {
        QFont font;
        font.setFamilies({"Andika", "Noto Sans Arabic", "Noto Sans"});
        QGuiApplication::setFont(font);
    }
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath("qrc:/qt/qml"); }
};

QUICK_TEST_MAIN_WITH_SETUP(escale_ui, Setup)

#include "tests_main.moc"
