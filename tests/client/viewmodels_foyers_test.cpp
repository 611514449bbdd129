// SPDX-License-Identifier: GPL-3.0-or-later
// Twelve invented households on the check page, in French: every answer once, as a sentence,
// nothing of the questions that they were not asked, then what is missing. What each one reads
// stands in its file ("recap", "a_donner", "plus_tard").
#include "client/viewmodels/preferences.h"
#include "client/viewmodels/recap_words.h"
#include "tests/shared/foyer.h"

#include <QTextDocumentFragment>
#include <QTranslator>
#include <QtTest>

#include <set>

using namespace escale;
using namespace escale::test;

namespace {

/// As people read it: no mark-up, plain spaces.
QString read(const QString& sentence) {
    QString words = QTextDocumentFragment::fromHtml(sentence).toPlainText();
    words.replace(QChar::LineFeed, QLatin1Char(' '));
    for (const char16_t space : {u'\u00A0', u'\u202F'})
        words.replace(QChar(space), QLatin1Char(' '));
    return words;
}

struct CheckPage {
    RecapModel model;
    std::vector<Question> visible;

    explicit CheckPage(const Foyer& foyer)
        : visible(visibleQuestions(foyer.dossier(), foyer.today())) {
        const auto missing = missingToRegister(foyer.dossier(), catalogue(), foyer.today());
        fillRecap(model, visible, foyer.dossier(), missing, foyer.today());
    }

    [[nodiscard]] QString of(int row, RecapModel::Role role) const {
        return model.data(model.index(row), role).toString();
    }
    [[nodiscard]] QStringList sentences(const QString& group) const {
        QStringList all;
        for (int row = 0; row < model.count(); ++row)
            // Which documents bring points is told by the tests of the note.
            if (of(row, RecapModel::GroupRole) == group &&
                (group != "plus_tard" || of(row, RecapModel::ActionRole) != "photographier"))
                all.append(read(of(row, RecapModel::SentenceRole)));
        return all;
    }
};

} // namespace

class ViewmodelsFoyersTest : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QVERIFY(m_french.load(QStringLiteral(ESCALE_QM_DIR "/escale_fr.qm")));
        QCoreApplication::installTranslator(&m_french);
        QLocale::setDefault(QLocale(QStringLiteral("fr_FR")));
    }

    void eachReadsItsAnswers_data() { foyerRows(); }

    void eachReadsItsAnswers() {
        QFETCH(QString, file);
        Foyer foyer(file.toStdString());
        foyer.answerAll();
        const CheckPage page(foyer);
        const std::pair<const char*, const char*> groups[] = {
            {"parties", "recap"}, {"manque", "a_donner"}, {"plus_tard", "plus_tard"}};
        if (qEnvironmentVariableIsSet("ESCALE_SHOW_PAGES"))
            for (const auto& [group, member] : groups)
                qInfo("%s\n%s", member, qPrintable(page.sentences(group).join('\n')));
        for (const auto& [group, member] : groups) {
            const QStringList said = page.sentences(group);
            const QStringList expected =
                QString::fromUtf8(joined(foyer.texts(member))).split('\n', Qt::SkipEmptyParts);
            for (qsizetype i = 0; i < std::min(said.size(), expected.size()); ++i)
                QCOMPARE(said[i], expected[i]);
            QCOMPARE(said.size(), expected.size());
        }
    }

    void eachAnswerIsThereOnceAndNothingElse_data() { eachReadsItsAnswers_data(); }

    void eachAnswerIsThereOnceAndNothingElse() {
        QFETCH(QString, file);
        Foyer foyer(file.toStdString());
        foyer.answerAll();
        const CheckPage page(foyer);
        std::vector<std::string> shown;
        for (int row = 0; row < page.model.count(); ++row)
            if (page.of(row, RecapModel::GroupRole) == "parties" &&
                !page.model.data(page.model.index(row), RecapModel::MoreRole).toBool())
                shown.push_back((page.of(row, RecapModel::QuestionIdRole) + ' ' +
                                 page.of(row, RecapModel::ItemRole))
                                    .toStdString());
        std::vector<std::string> asked;
        for (const Question& question : page.visible)
            asked.push_back(question.id + ' ' + question.item);
        QCOMPARE(joined(shown), joined(asked));
        QCOMPARE(shown.size(), foyer.asked().size());
        QCOMPARE(std::set<std::string>(shown.begin(), shown.end()).size(), shown.size());
    }

private:
    QTranslator m_french;
};

QTEST_MAIN(ViewmodelsFoyersTest)
#include "viewmodels_foyers_test.moc"
