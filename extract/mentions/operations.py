"""Named police and field operations: "Operation Libertad", « l'opération Épervier II », then "the operation"."""

from __future__ import annotations

import re
from functools import cache

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.mentions import names
from extract.mentions.describing import Hit
from extract.mentions.entities import Register, slug
from extract.mentions.french_tails import tail
from ontology.alternatives import any_folded, any_of
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

_WORD = r"[A-ZÀ-ÖØ-Ý][\w’'-]*"
_NAME = rf"{_WORD}(?: (?:of|de|du|des|do|da|del|la|le|{_WORD}|\d{{1,2}}(?![\w/])))*"
_QUOTED = (  # « Nid d'hirondelle », and 'Dawn', ‘Dawn,’ with no apostrophe inside
    r"(?:(?P<single>(?<!\w)[‘'](?=[A-ZÀ-Ý]))|[«“\"])\s*"
    r"(?P<quoted>(?(single)[^«»“”\"‘’']|[^«»“”\"]){2,40}?)\s*(?P<close>(?(single)[’'](?!\w)|[»”\"]))"
)
_SMALL = r"(?:[a-zà-ÿ-]+ ){0,3}?"  # « l'opération policière baptisée », "an operation of two weeks named"
_BETWEEN = r"(?:,? [a-zà-ÿ’'-]+){0,5}?"  # "the sweep mounted last week and codenamed"
_AFAR = r"(?:,? [\w’'-]+){1,12}?"  # "an operation in Togo on 3 May 2021, codenamed": only by words for such names
_NUMERAL = r"(?:[IVX]{1,5}|\d{1,2})"
_LINKS = re.compile(r"(?: (?:of|de|du|des|do|da|del|la|le))+$")
_BEFORE = 24  # characters before an operation in which its article stands
_SOME = re.compile(r"(?i:\b(?:an?|une)) (?:[^\W\d_A-Z][\w-]* )?$")
_FAR = 3  # passages behind its name in which "the operation" still means it


class OperationNames:
    """The operations that one document names; ``find`` must be called in the order of the text."""

    def __init__(self, document: Document, folded: str, register: Register) -> None:
        self.document = document
        self.folded = folded
        self.register = register
        self._last: tuple[int, list[Entity]] = (-1, [])  # passage, the operations that it has named
        self._any = any(_hints(language).search(folded) is not None for language in ("en", "fr"))
        self._series = _series(document.text) if self._any else None

    def find(self, sentence: Sentence, language: str) -> list[Hit]:
        """Operations named in ``sentence``, and "the operation" where only one can be meant."""
        numbered = self._numbered(sentence)
        hints = self._any and _hints(language).search(self.folded, sentence.start, sentence.end) is not None
        if not hints and not numbered:
            return []
        found: list[Hit] = []
        for pattern in _patterns(language):
            for match in pattern.finditer(self.document.text, sentence.start, sentence.end):
                hit = self._named(match, sentence, language)
                if hit is not None and not any(start < hit[1] and hit[0] < end for start, end, _ in found):
                    found.append(hit)
        for match in _paired(language).finditer(self.document.text, sentence.start, sentence.end):
            found += self._pair(match, language)
        alone = (one for one in numbered if not any(start < one.end() and one.start() < end for start, end, _ in found))
        found += [(one.start(), one.end(), self._entity("", one.group(), language)) for one in alone]
        found += self._meant(sentence, language, found)
        named = [entity for _, _, entity in found]
        if named:
            same = self._last[1] if self._last[0] == sentence.passage else []
            self._last = (sentence.passage, list({entity.id: entity for entity in [*same, *named]}.values()))
        return sorted(found, key=lambda hit: hit[0])

    def _numbered(self, sentence: Sentence) -> list[re.Match[str]]:
        """ "Harmattan II", alone, where the document names "Operation Harmattan III"."""
        series = self._series
        return [] if series is None else [*series.finditer(self.document.text, sentence.start, sentence.end)]

    def _pair(self, match: re.Match[str], language: str) -> list[Hit]:
        """« les opérations Aurore et Crépuscule », "Operations Dawn I and II": the noun stands once for both."""
        numbered = re.fullmatch(_NUMERAL, match["two"]) is not None
        names = match["one"], f"{match['one'].rpartition(' ')[0]} {match['two']}" if numbered else match["two"]
        return [
            (match.start(part), match.end(part), self._entity(match["noun"].capitalize(), name.strip(), language))
            for part, name in zip(("one", "two"), names, strict=True)
        ]

    def _named(self, match: re.Match[str], sentence: Sentence, language: str) -> Hit | None:
        quoted = match["quoted"] is not None  # the only group of names that every pattern has
        name = match["quoted"] if quoted else _LINKS.sub("", match["name"])
        own = _noun(language).match(name)  # 'the operation named "Operation Global Chain,"'
        name = name[own.end() if own is not None else 0 :].rstrip(" ,.")
        if not name[:1].isupper() or fold(name) in data("operations")[language]["common"]:
            return None
        low = max(sentence.start, match.start() - _BEFORE)
        if not quoted and _is_body(name) and _SOME.search(self.document.text, low, match.start()) is not None:
            return None  # « une opération INTERPOL »
        first = match.start("quoted" if quoted else "name") + (own.end() if own is not None else 0)
        end = match.end("close") if quoted else first + len(name)
        if language == "fr" and not quoted:
            end = tail(self.document.text, end, sentence.end)
            name = self.document.text[first:end]
        led = match.groupdict().get("noun")
        said = led or match["deed"]
        noun = own["noun"] if own is not None else said if _noun(language).match(f"{said} ") is not None else ""
        return match.start() if led else first, end, self._entity(noun.capitalize(), name, language)

    def _entity(self, noun: str, name: str, language: str) -> Entity:
        """The operation ``name``, under its name with the noun before it, and alone."""
        id_ = f"operation/{slug(fold(name))}"
        if noun:
            self.register.new(id_, "Operation", language, f"{noun} {name}")
        return self.register.new(id_, "Operation", language, name)

    def _meant(self, sentence: Sentence, language: str, named: list[Hit]) -> list[Hit]:
        known = self._last[1] if sentence.passage - self._last[0] <= _FAR else []
        found = []
        for match in _meaning(language).finditer(self.folded, sentence.start, sentence.end):
            low = match.start("deed") if match["deed"] is not None else match.start()
            before = [entity for start, _, entity in named if start < low]
            options = {entity.id: entity for entity in (before or known)}
            taken = any(start <= match.end() and low < end for start, end, _ in named)
            if len(options) == 1 and not taken:
                found.append((low, match.end(), next(iter(options.values()))))
        return found or self._headline(sentence, language, named)

    def _headline(self, sentence: Sentence, language: str, named: list[Hit]) -> list[Hit]:
        """ "Operation Dawn frees 12" / "Police freed 12 people in an operation led by …": the one of the headline."""
        passages, (last, known) = self.document.passages, self._last
        leads = 0 < sentence.passage - last <= _FAR and passages[last].kind in ("title", "heading", "frontmatter")
        if named or len(known) != 1 or not leads:
            return []
        found = [*_some(language).finditer(self.folded, sentence.start, sentence.end)]
        return [(match.start("noun"), match.end(), known[0]) for match in found] if len(found) == 1 else []


def _is_body(name: str) -> bool:
    """Is it the whole name of a known organisation?"""
    whole = (record for start, end, record in names.find(name, fold(name)) if (start, end) == (0, len(name)))
    return any(is_a(records()[record].type, "Organization") for record in whole)


def _either(words: list[str]) -> str:
    return any_of(words).replace(r"\ ", " ").replace("'", "['’]")


@cache
def _nouns(language: str) -> str:
    """ "[Oo]peration" in small letters or with a capital, "Exercise" with one only."""
    content = data("operations")[language]
    small = (rf"[{word[0].upper()}{word[0]}]{word[1:].replace('é', '[ée]')}" for word in content["nouns"])
    return "|".join([*small, *content["capital"]])


def _series(text: str) -> re.Pattern[str] | None:
    """What the numbered operations of ``text`` are called, with another number: "Harmattan II", beside "Operation
    Harmattan III".
    """
    found = {match["base"] for language in ("en", "fr") for match in _numbered(language).finditer(text)}
    return re.compile(rf"(?<![\w’'-])(?:{any_of(sorted(found))}) {_NUMERAL}(?![\w/])") if found else None


@cache
def _numbered(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_nouns(language)}) (?:[«“\"]\s*)?(?P<base>{_WORD}(?: {_WORD})*?) {_NUMERAL}(?![\w/])")


@cache
def _noun(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?P<noun>{_nouns(language)}) ")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    content = data("operations")[language]
    called, deeds = _either(content["called"]), _either(content["deeds"])
    kinds = rf"|(?:{_either(content['kinds'])}) " if content["kinds"] else ""
    named = rf"(?:(?<=['’])|(?<!['’]) )(?:the )?(?:{_QUOTED}|(?P<name>{_NAME}))"
    return (
        re.compile(
            rf"\b(?P<noun>{_nouns(language)})(?:,(?= {_SMALL}(?:(?:{called}) |[«“\"])))? "
            rf"(?:{_SMALL}(?:{called}) |{_SMALL}(?=[«“\"]){kinds})?"
            rf"(?:{_QUOTED}|(?P<name>{_NAME}))"
        ),
        re.compile(rf"\b(?P<deed>{deeds}){_BETWEEN},? (?:{called}){named}"),
        re.compile(rf"\b(?P<deed>{deeds}){_AFAR},? (?:{_either(content['coded'])}){named}"),
        re.compile(rf"\b(?P<deed>{deeds}) {_QUOTED}"),
        re.compile(rf"\b(?i:{called}){named}, (?:[a-zà-ÿ’'-]+ ?){{0,4}}?\b(?P<deed>{deeds})\b"),
    )


@cache
def _paired(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<noun>[Oo]p[ée]ration)s (?P<one>{_WORD}(?: {_WORD})*) (?:and|et) (?P<two>{_WORD}(?: {_WORD})*)"
    )


@cache
def _hints(language: str) -> re.Pattern[str]:
    """Folded words without which a sentence names no operation, and means none."""
    content = data("operations")[language]
    nouns = map(fold, (*content["nouns"], *content["capital"], *content["deeds"]))
    meant = (fold(phrase).split(" ")[-1] for phrase in data("counting")[language]["operation"])
    return re.compile(any_of((*nouns, *meant)))


@cache
def _some(language: str) -> re.Pattern[str]:
    content = data("operations")[language]
    nouns, some = any_folded(content["nouns"]), any_folded(content["some"])
    return re.compile(
        rf"(?<!\w)(?:{some}) (?:[a-z'’-]+ ){{0,2}}(?P<noun>{nouns})(?![\w-])(?! [a-z]*\s?(?:room|centre))"
    )


@cache
def _meaning(language: str) -> re.Pattern[str]:
    words = any_folded(data("counting")[language]["operation"])
    days = any_folded(data("words")["references"]["weekdays"][language]["days"])
    deeds = any_folded(data("operations")[language]["deeds"])
    words += rf"|(?:{days})'s (?P<deed>{deeds})"  # "in Monday's raid"
    other = r"plans?|programme|taken|points?|[a-z]*\s?(?:room|centre)"
    return re.compile(rf"(?<!\w)(?:{words})(?![\w-])(?! (?:{other})(?!\w))")
