"""Things named by a head noun and what belongs to it, that no list knows: « le Comité technique conjoint sur … ».

Bodies, meetings, instruments, programmes and offices are built around the head nouns of ontology/lexicon/heads.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from ontology.fold import fold, strip_accents
from ontology.inflection import plural
from ontology.lexicon import Readings, data, words

if TYPE_CHECKING:
    import ahocorasick_rs


@dataclass(frozen=True, slots=True)
class Span:
    """A name or date found before, which a described thing may hold but not cut."""

    start: int
    end: int
    type: str  # of ontology/types.yaml; 'Date' for dates
    id: str


@dataclass(frozen=True, slots=True)
class Described:
    """A described thing at ``[start, end)``: its head at ``[head_start, head_end)``, the ordinals before it, spans inside."""

    start: int
    end: int
    head_start: int
    head_end: int
    head: str  # singular head noun
    type: str
    ordinals: tuple[int, ...]
    inside: tuple[Span, ...]
    bare: bool  # nothing but the head: a short reference, no name


@dataclass(frozen=True, slots=True)
class _Heads:
    search: "ahocorasick_rs.AhoCorasick"
    heads: tuple[tuple[str, str], ...]  # (singular, type)


@cache
def _heads(language: str) -> _Heads:
    import ahocorasick_rs

    found: dict[str, tuple[str, str]] = {}
    for type_, nouns in data("heads")[language]["types"].items():
        for noun in nouns:
            for form in (noun, plural(noun, language)):
                found.setdefault(fold(form), (noun, type_))
    search = ahocorasick_rs.AhoCorasick(list(found), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
    return _Heads(search, tuple(found.values()))


@dataclass(frozen=True, slots=True)
class _Language:
    modifiers: frozenset[str]
    complements: tuple[str, ...]
    ordinals: Mapping[str, int]
    endings: tuple[str, ...]
    vocabulary: Mapping[str, Readings]


@cache
def _language(language: str) -> _Language:
    heads = data("heads")
    modifiers = {form for word in heads[language]["modifiers"] for form in (word, *([plural(word, "fr")] if language == "fr" else []))}
    ordinals = {fold(word): value for word, value in data("numbers")[language]["ordinals"].items()}
    complements = tuple(sorted((str(word) for word in heads[language]["complement"]), key=lambda word: -len(word)))
    return _Language(frozenset(map(fold, modifiers)), complements, ordinals, tuple(heads["adjective_endings"]), words(language).single)


def find(text: str, folded: str, start: int, end: int, spans: Sequence[Span], language: str) -> Iterator[Described]:
    """Described things in the sentence ``text[start:end]``, in order, not overlapping; ``spans`` are its names and dates."""
    position = start
    for number, first, last in _heads(language).search.find_matches_as_indexes(folded[start:end]):
        first, last = first + start, last + start
        if first < position or not _whole(folded, first, last) or _inside(spans, first, last):
            continue
        noun, type_ = _heads(language).heads[number]
        described = _english(text, folded, position, end, first, last, spans) if language == "en" else _french(text, folded, position, end, first, last, spans)
        left, right = described
        ordinals = _ordinals(folded, left, first, language)
        inside = tuple(span for span in spans if left <= span.start and span.end <= right)
        yield Described(left, right, first, last, noun, type_, ordinals, inside, bare=left == first and right == last)
        position = right


def _whole(folded: str, start: int, end: int) -> bool:
    before, after = folded[start - 1 : start], folded[end : end + 1]
    return not (before.isalnum() or before == "-" or after.isalnum() or after == "-" and folded[end + 1 : end + 2].isalpha())


def _inside(spans: Sequence[Span], start: int, end: int) -> bool:
    return any(span.start < end and start < span.end for span in spans)


def _ordinals(folded: str, start: int, end: int, language: str) -> tuple[int, ...]:
    table = _language(language).ordinals
    values = []
    for word in re.findall(r"\d+(?=st\b|nd\b|rd\b|th\b|e\b|er\b|re\b|eme\b)|[^\W\d_]+(?:-[^\W\d_]+)*", folded[start:end]):
        value = int(word) if word.isdigit() else table.get(word)
        if value is not None:
            values.append(value)
    return tuple(values)


# -- English -----------------------------------------------------------------------------------------------------------------

_LEFT_WORD = re.compile(r"([^\W_]+(?:[-.'’&][^\W_]+)*\.?)([ -])$")
_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_CONNECTORS = frozenset(["of", "on", "for", "against", "to", "in", "and", "the", "with", "from", "its", "their", "or", "by", "de", "a", "an"])
_NOT_BEGIN = frozenset(["the", "a", "an", "in", "on", "at", "by", "of", "and", "for", "to", "with", "from", "its", "their", "this", "that", "these", "under", "since", "as", "when", "while", "following", "during", "after", "before", "both", "each", "his", "her", "our", "all", "no"])
_IN_COMPLEMENT = frozenset(["trafficking", "trade", "violence", "change", "development", "participation", "experts"])


def _english(text: str, folded: str, low: int, high: int, start: int, end: int, spans: Sequence[Span]) -> tuple[int, int]:
    left = _english_left(text, folded, low, start, spans)
    return left, _english_right(text, folded, end, high, spans)


def _english_left(text: str, folded: str, low: int, start: int, spans: Sequence[Span]) -> int:
    """Capitals, known modifiers, ordinals and names that stand right before the head."""
    table = _language("en")
    capital = text[start].isupper()
    left = start
    while left > low:
        span = next((span for span in spans if span.end == left - 1 and text[left - 1 : left] == " " and span.type != "Date"), None)
        if span is not None and span.start >= low:
            left = span.start
            continue
        match = _LEFT_WORD.search(text, max(low, left - 40), left)
        if match is None or match.start(1) < low:
            break
        word = fold(match[1])
        joined = word in ("and", ",") and re.search(r"(?:st|nd|rd|th|[^\W\d]+)\s*,?$", folded[max(low, match.start(1) - 20) : match.start(1)])
        if (match[1][0].isupper() and capital and word not in _NOT_BEGIN and word not in ("mr", "ms", "mrs", "dr")) or word in table.modifiers or word in table.ordinals or re.fullmatch(r"\d+(?:st|nd|rd|th)", word):
            left = match.start(1)
        elif joined and left != start and _ordinal_before(folded, low, match.start(1)):
            left = match.start(1)
        else:
            comma = re.search(r"([^\W\d_]+(?:-[^\W\d_]+)*),\s$", folded[max(low, left - 30) : left])
            if comma and comma[1] in table.ordinals:
                left = left - len(comma[0])
                continue
            break
    return left


def _ordinal_before(folded: str, low: int, index: int) -> bool:
    match = re.search(r"([^\W_]+(?:-[^\W_]+)*),?\s$", folded[max(low, index - 30) : index])
    return match is not None and (match[1] in _language("en").ordinals or re.fullmatch(r"\d+(?:st|nd|rd|th)", match[1]) is not None)


def _english_right(text: str, folded: str, end: int, high: int, spans: Sequence[Span]) -> int:
    """Complements: "of the Global Fund", "on Human Trafficking", "on the protection of victims"."""
    right = end
    while right < high:
        following = _english_step(text, folded, right, high, spans)
        if following is None:
            break
        right = following
    return right


def _english_step(text: str, folded: str, right: int, high: int, spans: Sequence[Span]) -> int | None:
    """The end of the next piece of the name behind ``right``, or None where the name ends."""
    position = right
    connectors: list[str] = []
    while text[position : position + 1] == " " and len(connectors) < 4:
        span = next((span for span in spans if span.start == position + 1), None)
        if span is not None:
            return _absorb(span, connectors, high)
        match = _WORD.match(text, position + 1, high)
        if match is None:
            return None
        word = fold(match.group())
        if word in _CONNECTORS:
            connectors.append(word)
            position = match.end()
            continue
        if match.group()[0].isupper() and (connectors or True):
            return match.end() if _capital_fits(word, connectors) else None
        return _lower(text, right, match, connectors)
    return None


def _absorb(span: Span, connectors: Sequence[str], high: int) -> int | None:
    if span.type == "Date" or not connectors or connectors[0] in ("and", "in", "by", "with", "from", "or", "its", "their"):
        return None
    if connectors[0] == "to" and span.type in ("State", "City", "Region"):
        return None
    return min(span.end, high)


def _capital_fits(word: str, connectors: Sequence[str]) -> bool:
    if word in ("mr", "ms", "mrs", "dr", "i", "ii", "he", "she", "it"):
        return False
    return not connectors or connectors[0] not in ("by", "from", "with", "or", "a", "an", "its", "their", "the")


def _lower(text: str, right: int, match: re.Match[str], connectors: Sequence[str]) -> int | None:
    """A lower-case word of a complement, led by "of", "on", "for", "against"; within one, further words follow."""
    word = fold(match.group())
    table = _language("en")
    readings = table.vocabulary.get(word, {})
    before = fold(text[max(0, right - 25) : right]).split(" ")[-1]
    if not connectors:
        began = _in_complement(text, right)
        verb = bool({"V", "H", "B", "M", "R", "S", "C", "P", "A", "O", "X"} & set(readings))
        return match.end() if began and not verb else None
    if {"H", "B", "M", "R", "S", "O", "X"} & set(readings) or word in ("which", "that"):
        return None
    first = connectors[0]
    if first in ("on", "of", "for", "against") or (first == "in" and before in _IN_COMPLEMENT) or (first == "and" and _in_complement(text, right) and not {"V", "A", "P"} & set(readings)):
        if first == "of" and before in ("members", "chair"):
            return None
        return match.end()
    if first == "to" and _in_complement(text, right):
        return None
    return None


def _in_complement(text: str, right: int) -> bool:
    """Does the name, where it stands now, end within a lower-case complement?"""
    tail = text[max(0, right - 60) : right]
    last = tail.split(" ")[-1]
    return last[:1].islower() and re.search(r"\b(?:of|on|for|against|in|to)\b[^,;:()]*$", tail) is not None


# -- French ------------------------------------------------------------------------------------------------------------------

_FRENCH_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_FRENCH_DETERMINER = re.compile(r"(?:le |la |les |l['’]|un |une |ses |son |sa |leurs? )")
_PREPOSITION_OF = frozenset(["de", "du", "des", "d'", "d’"])


def _french(text: str, folded: str, low: int, high: int, start: int, end: int, spans: Sequence[Span]) -> tuple[int, int]:
    return _french_left(text, folded, low, start), _french_right(text, folded, end, high, spans)


def _french_left(text: str, folded: str, low: int, start: int) -> int:
    """Ordinals and « nouvelle », « première » before the head; « les vingt-sixième, vingt-septième et … »."""
    table = _language("fr")
    left = start
    while left > low:
        match = re.search(r"([^\W_]+(?:-[^\W_]+)*)( |, | et )$", folded[max(low, left - 45) : left])
        if match is None:
            break
        word = match[1]
        ordinal = word in table.ordinals or re.fullmatch(r"\d+(?:e|er|re|eme)", word) is not None
        if ordinal or (match[2] == " " and word in ("nouvelle", "nouveau", "haute", "haut", "grande", "grand")):
            left -= len(match[0])
        else:
            break
    return left


def _french_right(text: str, folded: str, end: int, high: int, spans: Sequence[Span]) -> int:
    right = end
    free = False  # within a complement, after its noun
    while right < high:
        step = _french_step(text, folded, right, high, spans, free)
        if step is None:
            break
        right, free = step
    return right


def _french_step(text: str, folded: str, right: int, high: int, spans: Sequence[Span], free: bool) -> tuple[int, bool] | None:
    if text[right : right + 1] != " ":
        return None
    position = right + 1
    if any(span.start == position and span.type != "Date" for span in spans) and free:
        return None
    table = _language("fr")
    for preposition in table.complements:
        if folded.startswith(fold(preposition), position):
            after = position + len(preposition)
            if folded[after : after + 1] in (" ", "'"):
                found = _french_complement(text, folded, after, high, spans, preposition)
                return None if found is None else (found, True)
    conjunction = re.match(r"et (?:(?:de |des |du |d['’]|à |aux |au |sur |contre |pour )?(?:la |le |les |l['’])?)", text[position:high])
    if conjunction is not None and free:
        return _french_and(text, folded, position + conjunction.end(), high, spans, conjunction.group())
    match = _FRENCH_WORD.match(text, position, high)
    if match is None or any(span.start == position for span in spans):
        return None
    word = match.group()
    if fold(word) in table.modifiers or _adjective(word, table) or (word[0].isupper() and not word.isupper()):
        return match.end(), free
    return None


def _french_complement(text: str, folded: str, after: int, high: int, spans: Sequence[Span], preposition: str) -> int | None:
    """The end of « de la Conférence », « sur la traite », « chargé d'adopter … » whose preposition ends at ``after``."""
    position = after + 1 if text[after : after + 1] in (" ", "'", "’") else after
    determiner = _FRENCH_DETERMINER.match(text, position, high)
    if determiner is not None:
        position = determiner.end()
    span = next((span for span in spans if span.start in (position, after + 1)), None)
    if span is not None:
        place = span.type in ("City", "State", "Region", "Place")
        if span.type == "Date" or place and preposition in ("à", "au", "aux", "en", "pour", "sur") or preposition in ("à", "au", "aux", "avec", "pour") and span.type not in ("Treaty", "Plan", "Declaration"):
            return None
        return min(span.end, high)
    if preposition in ("en", "à", "au", "aux", "avec", "pour", "d") and determiner is None and preposition != "d":
        if preposition in ("à", "avec", "au", "aux"):
            return None
    match = _FRENCH_WORD.match(text, position, high)
    if match is None or match.group()[0].isdigit():
        return None
    word = match.group().lower()
    readings = _language("fr").vocabulary.get(word, {})
    if {"H", "B", "M", "R", "S", "O", "X"} & set(readings) and "V" not in readings:
        return None
    if preposition in ("à", "au", "aux", "avec") and word[0].islower():
        return None
    if "V" in readings and any(name in ("ger", "pp", "fut", "cond") for _, name in readings["V"]) and word.endswith(("ant", "é", "ée", "és")):
        return None
    return match.end()


def _french_and(text: str, folded: str, position: int, high: int, spans: Sequence[Span], lead: str) -> tuple[int, bool] | None:
    """« pour la prévention du crime et la justice pénale »: another noun of the same complement, no new thing or verb."""
    if any(span.start == position and span.type != "Date" for span in spans):
        return None
    match = _FRENCH_WORD.match(text, position, high)
    if match is None:
        return None
    word = match.group()
    readings = _language("fr").vocabulary.get(word.lower(), {})
    if word[0].isupper() or word[0].isdigit() or {"V", "H", "B", "M", "R", "S", "O", "X", "A", "P"} & set(readings):
        return None
    if lead == "et " and not _adjective(word, _language("fr")):
        return None
    if next(iter(_heads("fr").search.find_matches_as_indexes(folded[position : match.end()])), None) is not None:
        return None
    return match.end(), True


def _adjective(word: str, table: _Language) -> bool:
    lower = word.lower()
    readings = table.vocabulary.get(lower)
    if readings is not None and not (set(readings) <= {"I", "U"}):
        return False
    return len(word) > 3 and strip_accents(lower) not in ("ainsi", "aussi") and lower.endswith(table.endings)
