# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pages say in one language, from the files that the program itself is built with."""
import json
import pathlib
import re


class Words:
    def __init__(self, root, language):
        root = pathlib.Path(root)
        self.language = language
        self._keys, self._sources = {}, {}
        for line in (root / f"qml/i18n/words/{language}.tsv").read_text(encoding="utf-8").split("\n"):
            if line.startswith("#") or "\t" not in line:
                continue
            key, text = (part.replace("\\n", "\n") for part in line.split("\t", 1))
            ui = re.fullmatch(r"[A-Z][A-Za-z0-9]*/(.+)", key, re.S)
            if ui:
                self._sources.setdefault(ui.group(1), set()).add(text)
            else:
                self._keys[key] = text
        catalogue = json.loads((root / "shared/data/demande.json").read_text(encoding="utf-8"))
        self.questions = [one for question in catalogue["questions"] for one in self._expanded(question, catalogue)]

    @staticmethod
    def _expanded(question, catalogue):
        """A line that names a model stands for its questions, once for each person."""
        if "modele" not in question:
            return [question]
        start, ending = question.get("prefixe", ""), question.get("mots", "")
        return [one | {"id": start + one["id"], "mots": one.get("mots", one["id"]) + ending}
                for one in catalogue["modeles"][question["modele"]].get("questions", []) if "id" in one]

    def key(self, key):
        return self._keys.get(key, key)

    def said(self, *sources):
        """Every way in which the pages may say these French words."""
        found = set()
        for source in sources:
            found |= self._sources.get(source, set()) | ({source} if self.language == "fr" else set())
        return {text.replace("\n", " ") for text in found}

    def choice(self, code):
        """Every label that an answer of that code may have."""
        if code in ("oui", "non"):
            return {self.key(f"reponse.{code}")}
        return {text for key, text in self._keys.items() if re.fullmatch(rf"code\.\w+\.{code}", key)}

    def field(self, path):
        """Label of one line of an address; the catalogue names it by its pattern."""
        return self.key("champ." + re.sub(r"\[[^\]]*\]", "[]", path))

    def asked(self, heading, after):
        """The question with that heading: the first one from `after` on, or any; None when it is no question."""
        places = [i for i, question in enumerate(self.questions) if self._title(question).fullmatch(heading)]
        later = [i for i in places if i >= after]
        return (later or places or [None])[0]

    def _title(self, question):
        """« de %1 » is said « d’Inès » before a vowel."""
        text = re.escape(self.key("question." + question.get("mots", question["id"])))
        return re.compile(text.replace(re.escape("de %1"), "(de |d’)%1").replace(re.escape("%1"), "%1").replace("%1", ".*"))
