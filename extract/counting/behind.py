"""Numbers behind what they count: "judges (55)", "drivers (n = 43)", "Officers trained by IOM in 2020: 340"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from extract.counting.labelled import unit_of
from extract.counting.numbers import Quantity
from extract.counting.roles import lemmas, word_set
from extract.syntax.items import item_behind
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data

Behind = tuple[Quantity, int, int, str, str]  # the number from its noun on, the noun's items, its head, its words

_SAMPLE = re.compile(r"\([nN]\s?=\s?$")  # "(n = 43)"
_CLOSED = re.compile(r"[);,]|, ")
_ENDED = re.compile(r"\s*(?:$|[;,.(|\n]|(?:in|en) (?:19|20)\d\d)")
_YEARLY = re.compile(
    r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?:\s?[:,=]\s?| [–-] )(?=\d)(?P<number>[\d\u00a0 ,.]*\d)(?=\s?[;,.)]|$| \()"
)
_LABEL = re.compile(r"(?:^|[;:.|]\s+)(?P<lead>(?:the )?(?:number|total) of |(?:le )?nombre (?:de |d['’]))?"
                    r"(?P<label>[^;:.|()]{3,90}?)\s?:\s*$", re.IGNORECASE)  # fmt: skip
_LEADING = re.compile(r"^(?:the )?(?:number|total) of |^(?:le )?nombre (?:de |d['’])", re.IGNORECASE)
_COMPLEMENT = re.compile(r" (?:to|of|in|at|à|au|aux|de|du|des|dans) ")
_AHEAD = re.compile(r"\bto be\b|\bà \w+(?:er|ir|re)\b")  # "victims to be assisted"
_CLOSERS = (",", ";", ":")
_REACH = 6  # items between the brackets and the noun of whom the number in them counts
_INSIDE = ("W", "J", "N", "Q", "E", "P", "D", "H")


def in_brackets(text: str, row: Row, quantity: Quantity) -> Behind | None:
    """What a number in brackets counts: the people right before them, or of a sample whatever stands there."""
    place = item_behind(row.items, quantity.start)
    opening = next((k for k in range(place - 1, max(-1, place - 4), -1) if row.kind(k) == "("), -1)
    if opening < 1 or quantity.unit or quantity.spelled or _CLOSED.match(text, quantity.end) is None:
        return None
    sample = _SAMPLE.search(text, row.items[opening].start, quantity.start) is not None
    if not sample and place != opening + 1:
        return None
    for k in range(opening - 1, max(-1, opening - 1 - _REACH), -1):
        if row.kind(k) not in _INSIDE:
            return None
        head = fold(text[row.items[k].start : row.items[k].end]).split(" ")[-1]
        if head in word_set(row.language, "people") and row.kind(k) != "P":
            first = k
            while row.language == "en" and first and row.kind(first - 1) in ("W", "J"):
                first -= 1
            words = text[row.items[first].start : row.items[opening - 1].end]
            moved = replace(quantity, start=row.items[first].start)
            return moved, first, row.close(opening) + 1, head, words
    return None


def yearly(text: str, row: Row, quantity: Quantity) -> Behind | None:
    """ "Victims identified: 2014: 63; 2015: 71", "Closures at the Chamber: 2005, 14; 2006, 22": one of several, each
    behind its year, that a label counts.
    """
    if not row.items or quantity.unit not in ("", "%") or quantity.spelled:
        return None
    low, high = row.items[0].start, row.items[-1].end
    pairs = list(_YEARLY.finditer(text, low, high))
    label = text[low : pairs[0].start()].rstrip() if len(pairs) > 1 else ""
    if label[-1:] not in (":", "(", "–", "-") or not any(pair.start("number") == quantity.start for pair in pairs):
        return None
    words = _LEADING.sub("", label.rstrip(" :(–-"))
    unit = unit_of(words, row.language)
    first = item_behind(row.items, low)
    return None if unit is None else (quantity, first, first + 1, unit, words)


def raised(text: str, row: Row, quantity: Quantity) -> Behind | None:
    """What is so many now: "bringing the number of [parties to the Protocol] to 184"."""
    low = row.items[0].start if row.items else quantity.start
    match = _raised(row.language).search(text, low, quantity.start)
    noun = _COMPLEMENT.split(match["label"])[0] if match is not None else ""
    unit = unit_of(noun, row.language) if not quantity.unit else None
    if match is None or unit is None:
        return None
    start, end = match.span("label")
    first, last = item_behind(row.items, start), item_behind(row.items, end)
    return replace(quantity, start=start), first, last, unit, match["label"]


def numbered(text: str, row: Row, quantity: Quantity) -> Behind | None:
    """What is as many: "the number of [States that replied] was 45", « le nombre de [victimes] s'établit à 312 »."""
    verb = row.back(item_behind(row.items, quantity.start - len(quantity.qualifier) - 1), "PAD#TEC")
    said = row.kind(verb) == "V" and not row.items[verb].data.negated
    amounts = said and not {*lemmas(row, verb), row.items[verb].word}.isdisjoint(word_set(row.language, "amount"))
    counts = word_set(row.language, "number")
    noun = next((k for k in range(verb - 1, -1, -1) if row.items[k].word in counts), None) if amounts else None
    lasting = row.kind(item_behind(row.items, quantity.end)) in ("W", "N")  # "rose to 103 in two [years]"
    of = next((k for k in (noun + 1, noun + 2) if row.kind(k) == "P"), None) if noun is not None else None
    if noun is None or of is None or lasting or quantity.unit or not _opens(row, noun):
        return None
    first = row.skip(of + 1)
    comma = next((k for k in range(first, verb) if row.kind(k) in _CLOSERS), verb)
    last = row.back(comma, "A") + 1  # "now stands at"
    label = text[row.items[first].start : row.items[last - 1].end] if first < last else ""
    unit = unit_of(_COMPLEMENT.split(label)[0], row.language) if _AHEAD.search(label) is None else None
    return None if unit is None else (quantity, first, last, unit, label)


def _opens(row: Row, noun: int) -> bool:
    """Does the noun phrase of which ``noun`` is the head open its clause: "In 2016, the estimated number of …"?"""
    before = row.back(noun, "AWJVD#")
    return before < 0 or row.kind(before) in (*_CLOSERS, "S", "C", "T")


@cache
def _raised(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(data('quantities')[language]['raised'])})$")


def labelled(text: str, row: Row, quantity: Quantity) -> Behind | None:
    """What the label before a number counts; one that only says what, in a line of its own, is read with its list."""
    low = row.items[0].start if row.items else quantity.start
    ahead = text[low : quantity.start].removesuffix(quantity.qualifier + " " if quantity.qualifier else "")
    match = _LABEL.search(ahead)
    if match is None or quantity.unit not in ("", "%") or _ENDED.match(text, quantity.end) is None:
        return None
    unit = unit_of(match["label"], row.language)
    start, end = low + match.start("lead" if match["lead"] else "label"), low + match.end("label")
    first, last = item_behind(row.items, low + match.start("label")), item_behind(row.items, end)
    alone = start <= low and text[quantity.end : row.items[-1].end].strip(" .") == ""
    told = any(item.kind == "T" or (item.kind == "P" and item.data == "by") for item in row.items[first:last])
    if unit is None or (alone and not told):
        return None
    phrase = next((k for k in range(first, last) if row.kind(k) not in _INSIDE), last)
    return replace(quantity, start=start), first, phrase, unit, match["label"]
