"""What a number counts: the noun behind it, or what was counted before; and numbers that count nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.counting.behind import Behind, in_brackets, labelled, numbered, raised, yearly
from extract.counting.labels import JOINT, WINDOW, is_classed, is_label
from extract.counting.numbers import Quantity
from extract.counting.roles import word_set
from extract.counting.votes import cast
from extract.facts import Entity
from extract.syntax.items import Item, has, item_behind
from extract.syntax.rows import Row
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a, is_any

_MARKS = (",", ";", ":", "(", ")", "-", "?", '"', "R", "S", "T", "V", "C", "P", "'")
_OPENING = 8  # items of "Of the people freed in Lomé,"
_NEAR = 5  # words between a number and its noun: "7,000 senior criminal justice practitioners"


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts: ``head`` is the noun's folded form, ``text`` its phrase as printed."""

    quantity: Quantity
    index: int  # of the first item behind the number
    end: int  # of the last item of the phrase, plus one
    head: str
    text: str
    lasting: bool = False  # a duration


def counted(text: str, row: Row, quantities: Sequence[Quantity], before: Counted | None = None) -> list[Counted]:
    """The numbers of a sentence that count something, with what they count.

    ``before``: what the sentence before counted last, where this one goes on: "Of these, 85 were children".
    """
    found: list[Counted] = []
    before = _opened(text, row, quantities) or before
    labels: set[int] = set()
    alone = _alone(text, row, quantities)
    if alone is not None:
        found.append(alone)
    for position, quantity in enumerate(quantities):
        if is_classed(text, row, quantities, position):
            continue
        if is_label(text, row, quantities, position, labels):
            labels.add(position)
            continue
        index = item_behind(row.items, quantity.end)
        reading = _noun(text, row, index, quantity) or _joined(text, row, quantities, position)
        turned = _turned(text, row, quantity) if reading is None else None
        reading = Counted(*turned) if turned is not None else reading
        reading = reading or _elided(text, row, index, quantity, found or ([before] if before is not None else []))
        if reading is not None:
            found.append(reading)
    return found


def _opened(text: str, row: Row, quantities: Sequence[Quantity]) -> Counted | None:
    """ "Of the people freed, [14 are from Nepal, six from India]": what the sentence opens with, without a number."""
    led = row.kind(0) == "P" and row.items[0].word in word_set(row.language, "parted")
    ends = (k for k in range(1, min(_OPENING, len(row.items))) if row.kind(k) in (",", ";", ":", "#", "R", "S"))
    comma = next(ends, 0)
    noun = _head(text, row, 2) if led and row.kind(1) == "D" and row.kind(comma) == "," else None
    if noun is None or noun >= comma or not quantities or quantities[0].start < row.items[comma].start:
        return None
    word = _word(text, row.items[noun], row.language)
    whole = replace(quantities[0], value=0, unit="")
    return Counted(whole, noun, comma, word, text[row.items[2].start : row.items[comma - 1].end])


def _turned(text: str, row: Row, quantity: Quantity) -> Behind | None:
    """What a number counts that stands behind it."""
    readers = (cast, yearly, in_brackets, labelled, raised, numbered)
    return next((found for read in readers if (found := read(text, row, quantity)) is not None), None)


def _noun(text: str, row: Row, index: int, quantity: Quantity) -> Counted | None:
    """The phrase behind the number: « 79 pays », "7,000 criminal justice practitioners", « trois des cibles … »."""
    first, of = index, False
    if row.kind(first) == "P" and row.items[first].data == "of":
        first, of = first + 1, True
        while row.kind(first) == "D" or row.kind(first) == "#":
            first += 1
    if quantity.unit and quantity.unit != "%":
        return Counted(quantity, index, _phrase_end(row, first) if of else index, quantity.unit, "")
    head = _head(text, row, first)
    if head is None:
        return Counted(quantity, index, index, "%", "") if quantity.unit == "%" else None
    word = _word(text, row.items[head], row.language)
    if word in _time(row.language):
        return _lasting(text, row, index, head, quantity)
    end = _phrase_end(row, head + 1)
    return Counted(quantity, index, end, word, text[row.items[first].start : row.items[end - 1].end])


def _lasting(text: str, row: Row, index: int, head: int, quantity: Quantity) -> Counted | None:
    """« sur une période de quatre ans »: a duration is reported as the length of something."""
    before = text[max(0, quantity.start - WINDOW) : quantity.start].lower().rstrip()
    if not any(before.endswith(phrase) for phrase in data("quantities")[row.language]["lasting"]):
        return None
    item = row.items[head]
    low = next((k for k in range(index - 1, -1, -1) if row.kind(k) == "R"), 0)
    led = [row.items[k] for k in range(low, index) if row.items[k].kind == "V"]
    if (not led and low == 0) or any(has(verb, "I") or verb.data.form in ("infinitive", "base") for verb in led[-1:]):
        return None  # "decides to establish, for a period of two years"
    return Counted(quantity, index, head + 1, fold(item.word), text[item.start : item.end], lasting=True)


@cache
def _time(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("quantities")[language]["time"]))


def _head(text: str, row: Row, first: int) -> int | None:
    """The index of the first noun in the plural: the noun itself in French, the end of its chain in English."""
    limit = first + (_NEAR if row.language == "en" else 3)
    for k in range(first, min(limit, len(row.items))):
        item = row.items[k]
        if item.kind == "'" and k > first:
            continue
        if item.kind == "C" and row.language == "en" and first < k and row.kind(k - 1) == row.kind(k + 1) == "W":
            continue  # "186 port and airport officers"
        if item.kind in _MARKS:
            if item.kind == "V" and k == first and _attributive(row, k):
                continue  # "462 identified victims"
            return None
        if item.kind in ("#", "D", "X"):
            return None
        if _is_plural(text, item, row.language):
            if row.kind(k + 1) == "'":
                continue  # "three women's shelters"
            if row.language == "fr" and fold(item.word) in _adjectives() and row.kind(k + 1) in ("W", "N", "Q", "E"):
                continue  # « trois grands domaines »
            return k
        if row.language == "fr" and not (item.kind == "E" or item.word.isalpha() and k == first and len(item.word) > 3):
            return None
    return None


@cache
def _adjectives() -> frozenset[str]:
    return frozenset(map(fold, data("quantities")["fr"]["adjectives"]))


def _attributive(row: Row, index: int) -> bool:
    verb = row.items[index].data
    return (
        row.language == "en"
        and (verb.ambiguous or verb.form == "gerund")
        and row.kind(index + 1) in ("W", "E", "N", "Q")
    )


def _is_plural(text: str, item: Item, language: str) -> bool:
    if item.kind == "E":
        return _names_many(text, item, language)
    if item.kind not in ("W", "N", "Q", "J", "A", "H", "B"):
        return False
    word = fold(item.word)
    if word in _plurals(language):
        return True
    if len(word) < 4 and word not in ("cas", "ans"):
        return False
    if language == "fr":
        return item.kind in ("W", "N", "Q", "J") and word[-1] in "sx"
    return item.kind in ("W", "N", "Q") and word.endswith("s") and not word.endswith(("ss", "us", "is"))


def _names_many(text: str, item: Item, language: str) -> bool:
    """A mention of things in the plural: "Member States", « organisations non gouvernementales »."""
    entity = item.data
    if not isinstance(entity, Entity) or is_a(entity.type, "Person") or entity.type == "State":
        return False
    words = fold(text[item.start : item.end]).replace("-", " ").split()
    own = words[:2] if language == "fr" else words
    return any(word in _plurals(language) or (len(word) > 3 and word[-1] in "sx" and word[-2:] != "ss") for word in own)


@cache
def _plurals(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("quantities")[language]["plurals"])) | ({"pays"} if language == "fr" else set())


def _word(text: str, item: Item, language: str) -> str:
    if item.kind != "E":
        return fold(item.word)
    words = fold(text[item.start : item.end]).split()
    return words[0] if language == "fr" else words[words.index("of") - 1 if "of" in words[1:] else -1]


def _phrase_end(row: Row, index: int) -> int:
    """Where the noun phrase that goes on at ``index`` ends: over "of" and « de », and what they lead to."""
    k = index
    while k < len(row.items):
        item = row.items[k]
        if item.kind == "P" and item.data == "of":
            inner = k + 1
            while row.kind(inner) == "D" or _is_ordinal(row, inner):
                inner += 1
            if inner == len(row.items) or row.kind(inner) in (*_MARKS, "A", "X", "O"):
                break
            k = inner
            continue
        if item.kind in _MARKS or item.kind in ("#", "D", "X", "O", "A") or _is_verb(row, k) or _ends(row, k):
            break
        k += 1
    return k


def _is_ordinal(row: Row, index: int) -> bool:
    """« agents de [première] ligne »."""
    return row.kind(index) == "A" and row.items[index].word in data("numbers")[row.language]["ordinals"]


def _ends(row: Row, index: int) -> bool:
    return row.items[index].word in data("quantities")[row.language]["ends"]


def _is_verb(row: Row, index: int) -> bool:
    """An English verb that no list knows: "120 investigators preceded the raids"."""
    item = row.items[index]
    follows = row.kind(index + 1) in ("D", "E", "O", "#")
    return row.language == "en" and item.kind == "W" and item.word.endswith("ed") and follows


def _joined(text: str, row: Row, quantities: Sequence[Quantity], position: int) -> Counted | None:
    """ "between 20 and 30 people", « de 15 à 20 magistrats »: the first number counts what the second does."""
    if position + 1 == len(quantities):
        return None
    quantity, after = quantities[position], quantities[position + 1]
    between = text[quantity.end : after.start]
    if JOINT.fullmatch(between) is None:
        return None
    reading = _noun(text, row, item_behind(row.items, after.end), after)
    if reading is None or reading.text == "":
        return None
    return Counted(quantity, reading.index, reading.end, reading.head, reading.text)


_ONE_IN = re.compile(r"(?<!\w)(?:une?|one|an?) (?:sur|in|out of) $", re.IGNORECASE)


def _elided(text: str, row: Row, index: int, quantity: Quantity, before: Sequence[Counted]) -> Counted | None:
    """A bare number that goes on counting: « sur les 181 examinés », "58 led to inquiries", « cinq autres »."""
    low = row.items[0].start if row.items else 0
    led = text[max(low, quantity.start - WINDOW) : quantity.start]
    if _ONE_IN.search(led) is not None:
        return None  # « un sur huit », "one in eight"
    item = row.items[index] if index < len(row.items) else None
    last = next((one for one in reversed(before) if one.text and one.quantity.unit == ""), None)
    place = next((k for k, one in enumerate(row.items) if one.start >= quantity.start), 0)
    number = _NUMBER_OF.match(text, quantity.end)
    if number is not None:  # « on estime à 6 000 le nombre de personnes … »
        start = item_behind(row.items, number.end())
        end = _phrase_end(row, start)
        if end > start:
            return Counted(
                quantity, start, end, fold(row.items[start].word), text[row.items[start].start : row.items[end - 1].end]
            )
    object_ = row.kind(place - 1) == "V" and not row.items[place - 1].data.link  # "helped 57 to return home"
    while item is not None and item.kind == "A" and index + 1 < len(row.items):
        index += 1  # « neuf seulement disposent … »
        item = row.items[index]
    if item is not None and item.kind == "X" and row.kind(index + 1) == "V":
        item = row.items[index + 1]  # « 9 n'étaient pas signées »
    whole = led.rstrip().removesuffix(quantity.qualifier).rstrip()  # "including [at least] 68 in Togo"
    part = re.search(r"\b(?:dont|of which|of whom|including)$", whole) is not None
    others = _others(row.language).match(text, quantity.end) is not None
    gapped = bool(before) and _is_gapped(row, before[-1], place, item)
    follows = part or object_ or gapped or (item is not None and (item.kind == "V" or others))
    if last is not None and follows:
        undergone = item is not None and item.kind == "V" and (item.data.passive or item.data.ambiguous)
        last = _whole(row, quantity, before, last) if part else _told(row, before)[-1] if undergone else last
        return Counted(quantity, index, index, last.head, last.text)
    if last is not None and item is not None and (_is_dated(row, index) or _is_elsewhere(row, index)):
        return Counted(quantity, index, index, last.head, last.text)
    if _THEM.match(text, quantity.end) is not None:
        return Counted(quantity, index, index, "", "")
    if not quantity.spelled and _moved(row.language).search(led) is not None:
        return Counted(quantity, index, index, "", "")
    if (
        last is not None
        and re.search(r", (?:contre|against|compared (?:with|to)|comparé(?:e?s?) à) $", led) is not None
    ):
        return Counted(quantity, index, index, last.head, last.text)
    closes = item is None or item.kind in (",", ";", ".", ")", "T", "C") or (item.kind == "P" and item.data != "of")
    if closes and _reached(row.language).search(led) is not None and (not quantity.spelled or _TEAM.search(led)):
        return Counted(quantity, index, index, "", "")
    return None


def _whole(row: Row, part: Quantity, before: Sequence[Counted], last: Counted) -> Counted:
    """ "400 victims from 12 countries were identified, [including 68] in Togo": whose part it is, where a verb stands
    between: the victims, and not the countries that only say whence they are.
    """
    between = (item.kind for item in row.items if last.quantity.end <= item.start < part.start)
    told = _told(row, before)
    larger = [one for one in told if one.quantity.value >= part.value and one.quantity.end <= last.quantity.end]
    return larger[-1] if larger and "V" in between else last


def _told(row: Row, before: Sequence[Counted]) -> list[Counted]:
    """Those ``before`` of which something may be said: not the countries of "400 victims [from 12 countries]", unless
    nothing else is counted.
    """
    found = [one for one in before if one.text and one.quantity.unit == ""]
    within = [one for one in found if row.kind(item_behind(row.items, one.quantity.start) - 1) == "P"]
    return [one for one in found if one not in within] or within


def _is_dated(row: Row, index: int) -> bool:
    """ "63 victims in 2014, 71 in 2015": a list that goes on counts the same in other years."""
    number = row.back(index, "#")
    led = index + 1 if row.kind(index) == "P" else index
    before = any(item.kind == "T" for item in row.items[:index])
    return before and row.kind(led) == "T" and row.kind(number) in (",", "C", ";", "-")


def _is_elsewhere(row: Row, index: int) -> bool:
    """ "275 inspectors, 160 in Dakar and 115 in Thiès": a list that goes on counts the same in other places."""
    number = row.back(index, "#")
    at = row.skip(index + 1)
    led = row.kind(index) == "P" and row.items[index].data in ("in", "to", "at") and row.kind(at) == "E"
    behind = row.kind(at + 1) in ("", ",", ";", "C", ")")
    return (
        led and behind and is_any(row.items[at].data.type, ("Place", "State")) and row.kind(number) in (",", "C", ";")
    )


def _is_gapped(row: Row, before: Counted, place: int, item: Item | None) -> bool:
    """ "30 were accepted, 12 in part and 6 not at all": it goes on behind a bare number of things as that one did."""
    bare = before.index == before.end and before.quantity.end < row.items[min(place, len(row.items) - 1)].start
    joined = row.kind(place - 1) in ("C", ",", ";") or has(row.items[place - 1], "A")
    rest = item is not None and (item.kind in ("A", "X", "J") or (item.kind == "P" and item.data != "of"))
    behind = row.skip(item_behind(row.items, item.end)) if item is not None and item.kind == "P" else -1
    native = row.kind(behind) == "E" and row.items[behind].data.type == "State"  # "14 are from Nepal, six of India"
    return bare and joined and (rest or native)


def _alone(text: str, row: Row, quantities: Sequence[Quantity]) -> Counted | None:
    """« un pays a adopté …, tandis que cinq autres … »: one is counted where others of its noun are."""
    other = next((one for one in quantities if _others(row.language).match(text, one.end) is not None), None)
    if other is None:
        return None
    match = _ONE[row.language].search(text, row.items[0].start, other.start)
    if match is None:
        return None
    one = Quantity(match.start("one"), match.end("one"), 1, spelled=True)
    index = item_behind(row.items, one.end)
    end = _phrase_end(row, index + 1)
    return Counted(one, index, end, fold(row.items[index].word), text[row.items[index].start : row.items[end - 1].end])


_THEM = re.compile(r"\s(?:of them|d['’]entre (?:eux|elles))\b")
_TEAM = re.compile(r"\b(?:staff of|team of|effectif de|équipe de) $")
_NUMBER_OF = re.compile(r"\s(?:le nombre|la part|la proportion|the number) (?:de |des |d['’]|of )(?:the |les )?")
_ONE = {
    "en": re.compile(r"(?:^|, |and )(?P<one>[Oo]ne) (?=[^\W\d_]+ )"),
    "fr": re.compile(r"(?:^|, |et )(?P<one>[Uu]ne?) (?=[^\W\d_]+ )"),
}


@cache
def _others(language: str) -> re.Pattern[str]:
    words = any_of(data("quantities")[language]["others"])
    return re.compile(rf"\s(?:{words})\b")


@cache
def _moved(language: str) -> re.Pattern[str]:
    """ "fell from 4,370 in 2019 to 3,210", « est passé de 120 à 250 »."""
    words = "|".join(data("quantities")[language]["moved"])
    joints = "from|to|by" if language == "en" else "de|à"
    return re.compile(rf"\b(?:{words})\b[^;:.]*\b(?:{joints})\s+$", re.IGNORECASE)


@cache
def _reached(language: str) -> re.Pattern[str]:
    bare = {"was", "were", "is", "to", "at", "from", "de", "à", "contre"}
    words = any_of(word for word in data("quantities")[language]["reached"] if word not in bare)
    return re.compile(rf"\b(?:{words})\s+(?:\w+\s){{0,2}}$", re.IGNORECASE)
