"""Named police and field operations: "Operation Libertad", « l'opération Épervier II », then "the operation"."""

from __future__ import annotations

import re
from functools import cache

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.mentions.describing import Hit
from extract.mentions.entities import Register, slug
from extract.mentions.french_tails import tail
from ontology.fold import fold
from ontology.lexicon import data

_WORD = r"[A-ZÀ-ÖØ-Ý][\w’'-]*"
_NAME = rf"{_WORD}(?: (?:of|de|du|des|la|le|{_WORD}|\d{{1,2}}(?![\w/])))*"
_SMALL = r"(?:[a-zà-ÿ-]+ ){0,3}?"  # « l'opération policière baptisée », "an operation of two weeks named"
_KINDS = "conjointe|policière|internationale|mondiale|régionale|transfrontalière|coordonnée"
_CALLED = "dite|baptisée|dénommée|appelée|intitulée|codenamed|code-named|code named|dubbed|named|called|known as"
_NAMED = re.compile(
    rf"\b(?P<noun>[Oo]p[ée]ration),? (?:(?:{_SMALL}(?:{_CALLED}) |{_SMALL}(?=[«“\"])"
    rf"|(?:{_KINDS}) )?(?:[«“\"]\s*(?P<quoted>[^«»“”\"]{{2,40}}?)\s*[»”\"]|(?P<name>{_NAME})))"
)
_PAIRED = re.compile(
    rf"\b(?P<noun>[Oo]p[ée]ration)s (?P<one>{_WORD}(?: {_WORD})*) (?:and|et) (?P<two>{_WORD}(?: {_WORD})*)"
)
_NOUN = re.compile(r"^[Oo]p[ée]ration ")
_LINKS = re.compile(r"(?: (?:of|de|du|des|la|le))+$")
_FAR = 3  # passages behind its name in which "the operation" still means it


class OperationNames:
    """The operations that one document names; ``find`` must be called in the order of the text."""

    def __init__(self, document: Document, folded: str, register: Register) -> None:
        self.document = document
        self.folded = folded
        self.register = register
        self._last: tuple[int, list[Entity]] = (-1, [])  # passage, the operations that it has named
        self._any = "operation" in folded

    def find(self, sentence: Sentence, language: str) -> list[Hit]:
        """Operations named in ``sentence``, and "the operation" where only one can be meant."""
        if not self._any or "peration" not in self.folded[sentence.start : sentence.end]:
            return []
        found: list[Hit] = []
        for match in _NAMED.finditer(self.document.text, sentence.start, sentence.end):
            hit = self._named(match, sentence, language)
            if hit is not None:
                found.append(hit)
        for match in _PAIRED.finditer(self.document.text, sentence.start, sentence.end):
            found += self._pair(match, language)
        found += self._meant(sentence, language, found)
        named = [entity for _, _, entity in found]
        if named:
            same = self._last[1] if self._last[0] == sentence.passage else []
            self._last = (sentence.passage, list({entity.id: entity for entity in [*same, *named]}.values()))
        return sorted(found, key=lambda hit: hit[0])

    def _pair(self, match: re.Match[str], language: str) -> list[Hit]:
        """« les opérations Aurore et Crépuscule »: the noun stands once for both."""
        noun = match["noun"].capitalize()
        return [
            (match.start(part), match.end(part),
             self.register.new(f"operation/{slug(fold(match[part]))}", "Operation", language, f"{noun} {match[part]}"))
            for part in ("one", "two")
        ]  # fmt: skip

    def _named(self, match: re.Match[str], sentence: Sentence, language: str) -> Hit | None:
        quoted = match["quoted"] is not None
        name = match["quoted"] if quoted else _LINKS.sub("", match["name"])
        name = _NOUN.sub("", name.rstrip(" ,."))  # 'the operation named "Operation Global Chain,"'
        if not name[:1].isupper() or fold(name) in _common():
            return None
        end = match.end() if quoted else match.start("name") + len(name)
        if language == "fr" and not quoted:
            end = tail(self.document.text, end, sentence.end)
            name = self.document.text[match.start("name") : end]
        noun = match["noun"].capitalize()
        entity = self.register.new(f"operation/{slug(fold(name))}", "Operation", language, f"{noun} {name}")
        return match.start(), end, entity

    def _meant(self, sentence: Sentence, language: str, named: list[Hit]) -> list[Hit]:
        known = self._last[1] if sentence.passage - self._last[0] <= _FAR else []
        found = []
        for match in _meaning(language).finditer(self.folded, sentence.start, sentence.end):
            before = [entity for start, _, entity in named if start < match.start()]
            options = {entity.id: entity for entity in (before or known)}
            taken = any(start <= match.end() and match.start() < end for start, end, _ in named)
            if len(options) == 1 and not taken:
                found.append((match.start(), match.end(), next(iter(options.values()))))
        return found


@cache
def _common() -> frozenset[str]:
    return frozenset({"centre", "center", "room", "the", "plan", "manual", "unit", "des", "les"})


@cache
def _meaning(language: str) -> re.Pattern[str]:
    words = "|".join(re.escape(fold(phrase)) for phrase in data("counting")[language]["operation"])
    return re.compile(rf"(?<!\w)(?:{words})(?![\w-])(?! [a-z]*\s?(?:room|centre))")
