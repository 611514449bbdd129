# SPDX-License-Identifier: GPL-3.0-or-later
"""What a text of the interface may not be, language by language. Used by check_translations.py.

A language that is not named here is held to what stands for all of them (OTHER).
"""
import re

NBSP = "\u00a0\u202f"
SENTENCE_END = re.compile(r"[.?!…؟]+(?:\s+|$)")
COMMAS = re.compile(r"[,،](?!\d)")
# Most words of a sentence, commas of a sentence, sentences of a hint and of a title.
LIMITS = {"fr": {"words": 12, "commas": 1}}
OTHER = {"words": 14, "commas": 2}
SENTENCES = {"question.": 1, "aide.": 2}
MAX_SENTENCES = 3  # what happened, what stays, what to do

FORBIDDEN = {
    "fr": r"veuillez|obligatoires?|invalides?|erreurs?|échecs?|oups|svp|cliquez|cliquer|valider|validez"
          r"|codemandeurs?|attestations?|justificatifs?|foyer fiscal",
    "en": r"please|mandatory|invalid|errors?|failed|failure|oops|click|tap|co-applicants?|household tax",
    "ar": r"خطأ|أخطاء|فشل|غير صالح(?:ة)?|إلزامي(?:ة)?|إجباري(?:ة)?|يرجى|الرجاء|من فضلك|انقر|النقر",
    "uk": r"помилк\w*|невірн\w*|недійсн\w*|обов’язков\w*|будь ласка|прохання|клацніть|натисніть|невдач\w*|збій",
}
# Not for the public; the page of a device that is not installed yet is read by who installs it.
TECHNICAL = {
    "fr": r"réseaux?|serveurs?|synchronisations?|synchronisé\w*|en ligne",
    "en": r"networks?|servers?|sync\w*|online|offline",
    "ar": r"شبكة|الشبكة|خادم|الخادم|مزامنة|المزامنة",
    "uk": r"мереж\w*|сервер\w*|синхроніз\w*|онлайн",
}
# The same for the pages of who holds a device behind a PIN.
STAFF_PAGES = {"NotReadyPage", "SendingPage"}
STAFF_KEYS = ("envois.",)
NAMES = (r"Escale|Action|Logement|HLM|USB|Vitale|CAF|MSA|DALO|MDPH|Pacs|CDI|CDD|RFR|SIRET|SIREN|APL|ALS|ALF|PDF|QR|PIN|CSV|RSA|AAH|ARE|CMI|ASE|ADIL"
         r"|MDPH|CCAS|CROUS|ASDIR|DRE|ATA|ADA|SMS|T[1-6]|F[1-5]|A|B|ABC|e-mail|[\w.-]+@[\w.-]+")
SCRIPTS = {
    "ar": {"letters": re.compile(r"[\u0621-\u064A]"), "foreign": re.compile(r"[A-Za-zÀ-ÿ\u0400-\u04FF][\w.@-]*"),
           "alone": {"Escale", "Maj"},
           "never": {"Arabic-Indic digits": r"[\u0660-\u0669\u06F0-\u06F9]", "a Latin ? , or ;": r"(?<![A-Za-z0-9])[?,;]",
                     "a tatweel": "\u0640(?! ?[%0-9])", "a space before ؟ ، ؛ : or .": r" [؟،؛:.](?! ?\d)"}},
    "uk": {"letters": re.compile(r"[А-ЩЬЮЯҐЄІЇа-щьюяґєії]"), "foreign": re.compile(r"[A-Za-zÀ-ÿ][\w.@-]*"),
           "alone": {"Escale"},
           "never": {"a Russian letter": "[ыэъёЫЭЪЁ]", "a space before ? ! : ; or .": r"\s[?!:;.](?!\d)",
                     "“ or \": « » is written": "[“”\"]"}},
    "en": {"letters": re.compile(r"[A-Za-z]"), "foreign": re.compile(r"[\u0400-\u06FF]+"), "alone": set(),
           "never": {"« or »: “ ” is written": "[«»]", "a space before ? ! : ; or .": r"\s[?!:;.](?!\d)", "\"": "\""}},
    "fr": {"letters": re.compile(r"[A-Za-zÀ-ÿŒœ]"), "foreign": re.compile(r"[\u0400-\u06FF]+"), "alone": {"%1ᵉ", "%1ʳᵉ"},
           "never": {"a common space beside ? ! : ; « or »": rf"(?<![{NBSP}\n])[?!:;»](?!\S)|«(?![{NBSP}])",
                     "\" or “: « » is written": "[“”\"]",
                     "a common space between number and unit":
                         r"(?:\d|%[1-9n]) (?:€|euros?\b|m²|min\b|minutes?\b|ans?\b|mois\b|jours?\b|points?\b)"}},
}
LETTER = re.compile(r"[^\W\d_]")


def sentences_of(text):
    return [part for part in SENTENCE_END.split(text) if LETTER.search(part)]


def plain_faults(language, context, key, text):
    """Forbidden words, technical words, long sentences."""
    faults = []
    # An official term is said where it is explained, and nowhere else.
    term = key.startswith("glossaire.") and not key.endswith(".sens")
    for word in re.findall(rf"\b(?:{FORBIDDEN[language]})\b", text, re.I) if language in FORBIDDEN and not term else []:
        faults.append(f"« {word} » is never said")
    if context not in STAFF_PAGES and not key.startswith(STAFF_KEYS) and language in TECHNICAL:
        faults += [f"« {word} » is not for the public" for word in re.findall(rf"\b(?:{TECHNICAL[language]})\b", text, re.I)]
    limits = LIMITS.get(language, OTHER)
    sentences = sentences_of(text)
    for sentence in sentences:
        words = [word for word in sentence.split() if re.search(r"\w", word)]
        if len(words) > limits["words"]:
            faults.append(f"{len(words)} words in « {sentence} »")
        if len(COMMAS.findall(sentence)) > limits["commas"]:
            faults.append(f"{len(COMMAS.findall(sentence))} commas in « {sentence} »")
    most = next((number for start, number in SENTENCES.items() if key.startswith(start)), MAX_SENTENCES)
    if len(sentences) > most:
        faults.append(f"{len(sentences)} sentences, {most} at most")
    return faults


def script_faults(language, text):
    """Letters and signs of another script, and the signs of this one."""
    rules = SCRIPTS.get(language)
    if not rules:
        return []
    faults = []
    bare = re.sub(r"%[1-9n]", "", text)
    if LETTER.search(bare) and not rules["letters"].search(bare) and text not in rules["alone"] \
            and not re.fullmatch(rf"(?:{NAMES}|\W|\d)+", bare):
        faults.append(f"« {text} » is not written in this language")
    for word in rules["foreign"].findall(bare):
        if not re.fullmatch(rf"(?:{NAMES})\.?", word) and text not in rules["alone"]:
            faults.append(f"« {word} » is of another script")
    faults += [f"{what} in « {text} »" for what, sign in rules["never"].items() if re.search(sign, text)]
    if "'" in text or "!" in text:
        faults.append(f"' or ! in « {text} »")
    return faults


def read_glossary(path):
    """[(language, word, rejected, left alone)] of glossaire.tsv."""
    glossary = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            language, word, _, rejected, *alone = line.split("\t")
            glossary.append((language, word, re.compile(rf"\b(?:{rejected})\b", re.I), re.compile(alone[0]) if alone else None))
    return glossary


def glossary_faults(glossary, language, name, text):
    return [f"« {found[0]} »: we say « {word} »" for tongue, word, rejected, alone in glossary
            if tongue == language and not (alone and alone.search(name)) for found in [rejected.search(text)] if found]


def text_faults(glossary, language, message, text):
    """Every fault of one text."""
    context, key = message
    return (plain_faults(language, context, key, text) + script_faults(language, text)
            + glossary_faults(glossary, language, f"{context}/{key}", text))


def self_check():
    glossary = [("fr", "document", re.compile(r"\bjustificatifs?\b", re.I), re.compile("libre"))]
    good = {"fr": ("Il manque %1\u00a0points.", "Où habitez-vous\u00a0?", "Maj"), "en": ("%1 points are missing.", "Touch “I am here”."),
            "ar": ("تنقص %1 صفحة.", "رقم Vitale من 15 رقما؟", "مثال: nadia@exemple.fr"), "uk": ("Бракує цифр: %1.", "Ім’я, CAF або MSA?")}
    for language, texts in good.items():
        for text in texts:
            assert text_faults(glossary, language, ("catalogue", "a"), text) == [], (language, text)
    planted = {
        "fr": ("Un deux trois quatre cinq six sept huit neuf dix onze douze treize", "Un, deux, trois", "Veuillez lire.", "Combien ?",
               "L'erreur", "Le serveur", "Un justificatif", "Un. Deux. Trois. Quatre.", "Dans 3 ans", "Вы"),
        "en": ("Please wait.", "The server", "A question ?", "«Yes»", "It's"),
        "ar": ("page", "الصفحة page هنا", "هل هذا صحيح?", "رقم ٣", "الرجاء الانتظار", "الخادم"),
        "uk": ("Це ошибка ы", "Сервер", "Помилка тут", "Слово word тут", "Ім'я", "Будь ласка"),
        "xx": (" ".join(["mot"] * 15),),
    }
    for language, texts in planted.items():
        for text in texts:
            assert text_faults(glossary, language, ("catalogue", "a"), text), f"not seen: {language} {text}"
    assert text_faults(glossary, "fr", ("catalogue", "aide.a"), "Un. Deux. Trois.")
    assert not text_faults(glossary, "fr", ("catalogue", "libre"), "Un mot")
