"""Places that no list knows: "in Mzuzu on 21 August", « à Bergen (Norvège) », "the port of Mtwara"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from extract.mentions.heads import Head
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data, frames, verb_forms, verb_set

_LINK = r"(?:(?:de|do|da|dos|del) )?"  # "Madre de Dios"
_NAME = (
    r"(?P<name>[A-ZÀ-Ý][^\W\d_]+(?:[’'-][A-ZÀ-Ý]?[^\W\d_]+)*"
    rf"(?: {_LINK}[A-ZÀ-Ý][^\W\d_]+(?:-[^\W\d_]+)*){{0,2}})"
)


_PROPER = r"[A-ZÀ-Ý][^\W\d_]+(?:[’'-][A-ZÀ-Ý]?[^\W\d_]+)*(?: [A-ZÀ-Ý][^\W\d_]+)?"


def _grounds(language: str) -> str:
    """ "the port of ", « la ville de », « le département du », « la province d’ »."""
    nouns = "|".join(data("heads")[language]["place"]["nouns"])
    of = "of " if language == "en" else "(?:de la |de |du |des |d['’])"
    return f"(?:{nouns}) {of}"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    before = "|".join(data("heads")[language]["place"]["before"])
    after = "|".join(data("heads")[language]["place"]["after"])
    opening = "In" if language == "en" else "À"  # "In Mae Sot, IOM trained"
    led = f"(?:(?:{before}|{opening}) |{_grounds(language)})"
    counted = r"| \d| l['’]" if language == "fr" else ""  # « a formé à Kenema 215 agents », « à Kenema l’opération »
    return re.compile(rf"(?<![\w-]){led}{_NAME}(?![\w-])(?=,? \(|,|\.|;|$| (?:{after})(?!\w){counted})")


@cache
def _lands(language: str) -> re.Pattern[str]:
    """ "in the [Volta Region]", "across the [Kayes region]", "on [Lake Volta]", « dans la [préfecture de Siguiri] »,
    « sur le [lac Volta] »: behind no capital and before none, they are no part of another name.
    """
    listed = data("heads")[language]["lands"]
    nouns, waters = any_of(listed["nouns"]), any_of(listed["waters"])
    if language == "en":
        land = rf"(?:in|across|throughout|within|from|around|into|of) the (?P<land>{_PROPER} (?i:{nouns}))"
        lake = rf"[a-z]+ (?P<lake>(?i:{waters}) [A-Z][^\W\d_]+)"
    else:
        of = r"(?:de la |de l['’]|du |des |de |d['’])"
        land = rf"(?:dans|de|vers|par|à travers) (?:la |le |l['’])(?P<land>(?:{nouns}) {of}{_PROPER})"
        lake = rf"(?:le|du|au) (?P<lake>(?:{waters}) [A-ZÀ-Ý][^\W\d_]+)"
    return re.compile(rf"(?<![\w-])(?:{land}|{lake})(?![\w-])(?! [A-ZÀ-Ý])")


_BRACKETED = re.compile(rf" \({_NAME}(?=[,;] (?:[^()\d]* )?(?:\d{{1,2}}[^()]* )?\d{{4}}\))")


_DEMONYMS = ("an", "ish", "ese", "ern", "ic", "Arab")  # "the African region" is no place of that name
_OF = r"(?:of the |of |de la |de l['’]|du |des |de |d['’])"
_GOVERNED = re.compile(rf" {_OF}(?P<name>(?:[a-zà-ÿ-]+ {_OF})?(?P<proper>[A-ZÀ-Ý][\w’'-]*(?: [A-ZÀ-Ý][\w’'-]*)*))")


def governed(text: str, head: Head, language: str) -> re.Match[str] | None:
    """The place that an office governs, behind its ``head``: "Governor of [Borno State]", « maire de [la ville de
    [Zinder]] », as a match with the groups 'name' and 'proper'; None for other offices.
    """
    governs = head.noun in data("heads")[language]["of_places"]
    return _GOVERNED.match(text, head.end) if governs else None


def in_brackets(text: str, end: int, high: int) -> tuple[int, int] | None:
    """The span of the place in the brackets that open at ``end``, before a date: "Operation Dawn (Daejeon, 2010)"."""
    match = _BRACKETED.match(text, end, high)
    return None if match is None else match.span("name")


def lands(text: str, start: int, end: int, language: str, is_word: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Spans of unknown regions and lakes in ``text[start:end]``, their nouns included."""
    nouns = {noun for listed in data("heads")[language]["lands"].values() for noun in listed}
    for match in _lands(language).finditer(text, start, end):
        span = match.span("land") if match["land"] is not None else match.span("lake")
        parts = [part for part in text[slice(*span)].split(" ") if part[:1].isupper() and fold(part) not in nouns]
        if not any(is_word(fold(part)) or part.endswith(_DEMONYMS) for part in parts):
            yield span


@cache
def _further(language: str) -> re.Pattern[str]:
    """The second of two: "in Irbid and Zarqa in October"."""
    content = data("heads")[language]["place"]
    before, after = "|".join(content["before"]), "|".join(content["after"])
    joint = rf" (?:and|et) (?:(?:{before}|of|de) )?"
    return re.compile(rf"{joint}{_NAME}(?![\w-])(?=,|\.|;|$| (?:{after})(?!\w))")


@cache
def _dateline(language: str) -> re.Pattern[str]:
    """« Saint-Ouen, le 5 juin 2025 »: one word before a day, as a line of its own begins."""
    months = any_of(data("numbers")[language]["months"])
    name = r"(?P<name>[A-ZÀ-Ý][^\W\d_A-ZÀ-Ý]+(?:-[^\W\d_]+)*)"
    day = rf"le \d{{1,2}}(?:er)? (?:{months}) \d{{4}}"
    return re.compile(rf"(?<![^\n]){name}, (?i:{day})(?=\n|$|,)")


def find(text: str, start: int, end: int, language: str, is_word: Callable[[str], bool]) -> Iterator[tuple[int, int]]:
    """Spans of unknown places in ``text[start:end]``; ``is_word`` tells a folded word that is no name."""
    line = _dateline(language).match(text, start, end)
    if line is not None and not _holds_word(line["name"], is_word, language):
        yield line.span("name")
    for match in _pattern(language).finditer(text, start, end):
        succeeds = fold(text[start : match.start()]).rstrip().endswith(_succeeding(language))
        succeeds = succeeds or _is_handed(text, start, match, language)
        if not (succeeds or _holds_word(match["name"], is_word, language)):
            yield match.start("name"), match.end("name")
            other = _further(language).match(text, match.end("name"), end)
            if other is not None and not _holds_word(other["name"], is_word, language):
                yield other.start("name"), other.end("name")


@cache
def _succeeding(language: str) -> tuple[str, ...]:
    """« a succédé à Ingrid Halvorsen »: forms of verbs behind which « à » leads to no place."""
    lemmas = verb_set("succeeding") & verb_forms(language).keys() if language == "fr" else frozenset[str]()
    return tuple(sorted(fold(form) for lemma in lemmas for form, _ in verb_forms(language)[lemma]))


def _is_handed(text: str, start: int, match: re.Match[str], language: str) -> bool:
    """« a confié la présidence du Groupe à Ingrid Halvorsen »: to whom, by two names."""
    led = match.group().lower().startswith("à ") and " " in match["name"]
    return led and _handing(language).search(fold(text[start : match.start()])) is not None


@cache
def _handing(language: str) -> re.Pattern[str]:
    """« confie … la présidence », « la présidence … revient », and nothing said in between."""
    nouns = any_of({fold(noun) for frame in frames() if frame.kind == "chairs" for noun in frame.nouns[language]})
    handed = [frame for frame in frames() if frame.kind == "chairs" and "to" in frame.slots]
    lemmas = {lemma for frame in handed for lemma in frame.verbs[language]} & verb_forms(language).keys()
    forms = any_of({fold(form) for lemma in lemmas for form, _ in verb_forms(language)[lemma]})
    said = rf"(?:(?:{forms}) [^,.;:]{{0,12}}(?:{nouns})|(?:{nouns})[^,.;:]{{0,60}} (?:{forms}))"
    return re.compile(rf"(?<!\w){said}(?!\w)(?:(?! lors | tenu| organis| reuni)[^,.;:])*$")


def _holds_word(name: str, is_word: Callable[[str], bool], language: str) -> bool:
    """Is a part of the name, small words aside, a common word, or that of a language or a feast: "in Swahili"?"""
    parts = [part for part in name.split(" ") if part[:1].isupper()]
    return any(is_word(fold(part)) or is_no_place(part, language) for part in parts)


def is_no_place(word: str, language: str) -> bool:
    """Is it a word that is never the name of a place, capital or not: "Human", "Swahili"?"""
    return fold(word) in _never(language)


@cache
def _never(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("heads")[language]["place"]["never"]))
