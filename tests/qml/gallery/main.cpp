// SPDX-License-Identifier: GPL-3.0-or-later
// escale-gallery: shows the components and pages built from them.
//   escale-gallery [PAGE]            a window, one page (Components by default)
//   escale-gallery --captures DIR    writes every page in every presentation as PNG, then ends
#include <QtCore/QCommandLineParser>
#include <QtCore/QDir>
#include <QtGui/QFont>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlComponent>
#include <QtQml/QQmlEngine>
#include <QtQml/qqmlextensionplugin.h>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickView>

#include <memory>

#include "tests/qml/gallery/arabic_words.h"

Q_IMPORT_QML_PLUGIN(Escale_UiPlugin)

namespace {

struct Presentation {
    QString suffix;
    QSize size;
    bool arabic = false;
    bool contrast = false;
    bool large = false;
};

const QStringList kPages{"NamePage",   "HomePage",    "YesNoPage",  "DatePage",
                         "ScorePage",  "ReceiptPage", "FamilyPage", "LanguagePage",
                         "FinishPage", "IdlePage",    "ErrorPage",  "ArabicPage"};

void present(QQmlEngine* engine, const Presentation& as) {
    QQmlComponent probe(engine);
    probe.setData("import QtQml; import Escale.Ui; QtObject { property QtObject theme: Theme }",
                  QUrl());
    const std::unique_ptr<QObject> holder(probe.create());
    auto* theme = holder->property("theme").value<QObject*>();
    theme->setProperty("rightToLeft", as.arabic);
    theme->setProperty("highContrast", as.contrast);
    theme->setProperty("largeText", as.large);
    theme->setProperty("calm", true);
}

bool show(QQuickView& view, const QString& page, const Presentation& as) {
    view.engine()->addImportPath("qrc:/qt/qml");
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(as.size);
    view.setSource(QUrl("qrc:/gallery/" + page + ".qml"));
    present(view.engine(), as);
    view.show();
    return view.status() == QQuickView::Ready;
}

bool capture(const QString& page, const Presentation& as, const QDir& folder) {
    QQuickView view;
    if (!show(view, page, as))
        return false;
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    return view.grabWindow().save(folder.filePath(page + as.suffix + ".png"));
}

int captureAll(QGuiApplication& app, const QDir& folder, const QString& only) {
    const QList<Presentation> all{{"", {1280, 800}},
                                  {".portrait", {800, 1280}},
                                  {".ar", {1280, 800}, true},
                                  {".contrast", {1280, 800}, false, true},
                                  {".grand", {1280, 800}, false, false, true}};
    ArabicWords words;
    bool good = capture("Components", {"", {1280, 1900}}, folder) &&
                capture("Components", {".contrast", {1280, 1900}, false, true}, folder);
    for (const auto& as : all) {
        if (as.arabic)
            app.installTranslator(&words);
        for (const auto& page : kPages)
            if ((only.isEmpty() || only == page) &&
                !(page == "ScorePage" && as.size.height() > 800))
                good = capture(page, as, folder) && good;
        app.removeTranslator(&words);
    }
    return good ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    QFont font;
    font.setFamilies({"Andika", "Noto Sans Arabic", "Noto Sans"});
    app.setFont(font);
    QCommandLineParser line;
    line.addHelpOption();
    line.addOption({"captures", "Write every page in DIR and end.", "DIR"});
    line.addPositionalArgument("page", "The page to show.", "[PAGE]");
    line.process(app);
    const QString page = line.positionalArguments().value(0);
    if (line.isSet("captures")) {
        const QDir folder(line.value("captures"));
        folder.mkpath(".");
        return captureAll(app, folder, page);
    }
    QQuickView view;
    if (!show(view, page.isEmpty() ? "Components" : page, {"", {1280, 800}}))
        return 1;
    return app.exec();
}
