// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/selftest/generated_answers.h"

namespace escale {

namespace {

constexpr int kDecimal = 10;
constexpr int kUsualDigits = 14;

WalkAnswer typedAs(const QString& letters) {
    WalkAnswer answer;
    answer.letters = letters;
    return answer;
}

QList<WalkAnswer> allTyped(const QStringList& all) {
    QList<WalkAnswer> answers;
    for (const auto& letters : all)
        answers.append(typedAs(letters));
    return answers;
}

QList<WalkAnswer> dates() {
    QList<WalkAnswer> answers;
    for (const auto& date : {QStringList{"14", "3", "1985"}, QStringList{"2", "9", "2017"},
                             QStringList{"1", "6", "2026"}, QStringList{"1", "3", "2027"}}) {
        WalkAnswer answer;
        answer.date = date;
        answers.append(answer);
    }
    return answers;
}

QList<WalkAnswer> choices(const QuestionViewModel& question) {
    QList<WalkAnswer> answers;
    for (const auto& choice : question.choices()) {
        WalkAnswer answer;
        answer.choices = {choice.toMap()["code"].toString()};
        answers.append(answer);
    }
    return answers;
}

/// `count` digits whose last one is the Luhn key, as in the numbers of companies.
QString numbered(int count) {
    QString digits(count - 1, QLatin1Char('1'));
    int sum = 0;
    for (int i = 0; i < digits.size(); ++i) {
        const int doubled = (count - 1 - i) % 2 == 1 ? 2 : 1;
        sum += doubled * digits[i].digitValue();
    }
    return digits + QString::number((kDecimal - sum % kDecimal) % kDecimal);
}

WalkAnswer address(const QuestionViewModel& question) {
    WalkAnswer answer;
    for (const auto& field : question.fields()) {
        const auto map = field.toMap();
        const QString path = map["path"].toString();
        const QString saisie = map["saisie"].toString();
        if (path.endsWith(QLatin1String("numero")))
            answer.fields.append({path, QStringLiteral("12")});
        else if (path.endsWith(QLatin1String("voie")))
            answer.fields.append({path, QStringLiteral("rue des Lilas")});
        else if (saisie == QLatin1String("code_postal"))
            answer.fields.append({path, QStringLiteral("95200")});
        else if (saisie == QLatin1String("commune"))
            answer.fields.append({path, QStringLiteral("95585")});
    }
    return answer;
}

WalkAnswer town() {
    WalkAnswer answer;
    answer.town = QStringLiteral("sarcel");
    answer.insee = QStringLiteral("95585");
    return answer;
}

QList<WalkAnswer> byKind(const QuestionViewModel& question) {
    const QString saisie = question.saisie();
    if (!question.choices().isEmpty())
        return choices(question);
    if (!question.fields().isEmpty())
        return {address(question)};
    if (saisie == QLatin1String("date"))
        return dates();
    if (saisie == QLatin1String("commune"))
        return {town()};
    if (saisie == QLatin1String("nombre") || saisie == QLatin1String("montant"))
        return allTyped({"2", "500", "60"});
    if (saisie == QLatin1String("telephone"))
        return allTyped({"0639984152"});
    if (saisie == QLatin1String("courriel"))
        return allTyped({"essai@exemple.fr"});
    if (saisie == QLatin1String("nir"))
        return allTyped({"285039558512386"});
    if (saisie == QLatin1String("chiffres"))
        return allTyped(
            {numbered(question.maximumLength() > 1 ? question.maximumLength() : kUsualDigits)});
    return allTyped({"Essai", "Une phrase d’essai.", "095012345678911095"});
}

} // namespace

QList<WalkAnswer> generatedAnswers(const QuestionViewModel& question) {
    auto answers = byKind(question);
    WalkAnswer marker;
    marker.button = question.canSayUnknown() ? QStringLiteral("je-ne-sais-pas")
                    : question.canSayNone()  ? QStringLiteral("je-nen-ai-pas")
                                             : QString();
    if (!marker.button.isEmpty())
        answers.append(marker);
    answers.append(WalkAnswer()); // a page that asks nothing of its own
    return answers;
}

WalkAnswer wrongAnswer(const QuestionViewModel& question) {
    const QString saisie = question.saisie();
    WalkAnswer answer;
    if (saisie == QLatin1String("date"))
        answer.date = {"31", "2", "1990"};
    else if (saisie == QLatin1String("courriel"))
        answer.letters = QStringLiteral("essai");
    else if (saisie == QLatin1String("commune"))
        answer.letters = QStringLiteral("zzzz");
    else if (saisie == QLatin1String("nir"))
        answer.letters = QStringLiteral("285039558512387");
    else if (saisie == QLatin1String("telephone") || saisie == QLatin1String("chiffres"))
        answer.letters = QStringLiteral("063998415");
    else if (saisie == QLatin1String("nombre") || saisie == QLatin1String("montant"))
        answer.letters = QStringLiteral("999999");
    else if (saisie == QLatin1String("texte"))
        answer.letters = QStringLiteral("@");
    for (const auto& field : question.fields())
        if (field.toMap()["saisie"] == QLatin1String("code_postal"))
            answer.fields.append({field.toMap()["path"].toString(), QStringLiteral("9520")});
    return answer;
}

void giveAnswer(QuestionViewModel& question, const WalkAnswer& answer) {
    const bool typed = question.choices().isEmpty() && question.fields().isEmpty();
    if (typed)
        question.setTyped(answer.date.isEmpty() ? answer.letters + answer.digits + answer.town
                                                : answer.date.join(QLatin1Char('/')));
    for (const auto& choice : question.choices()) {
        const auto map = choice.toMap();
        const QString code = map["code"].toString();
        const bool wanted = answer.choices.contains(code);
        if (!code.isEmpty() && map["selected"].toBool() != wanted &&
            (wanted || question.saisie() == QLatin1String("choix_multiples")))
            question.choose(code);
    }
    for (const auto& field : question.fields())
        question.setField(field.toMap()["path"].toString(), {});
    question.setAbroad(answer.button == QLatin1String("pas-en-france"));
    for (const auto& [path, words] : answer.fields)
        if (path.endsWith(QLatin1String(".commune")))
            question.choose(words);
        else
            question.setField(path, words);
    if (!answer.insee.isEmpty())
        question.choose(answer.insee);
    if (answer.button == QLatin1String("je-ne-sais-pas"))
        question.sayUnknown();
    else if (answer.button == QLatin1String("je-nen-ai-pas"))
        question.sayNone();
}

} // namespace escale
