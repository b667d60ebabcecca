"""National laws by name, number and year: "the Trafficking in Persons Act, 2015", « la loi no 2005-06 du 10 mai 2005 »,
« la loi 418 ».

What laws are called stands in ontology/lexicon/symbols.yaml under `laws`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.facts import Entity
from extract.mentions import french
from extract.mentions.chunk import Line
from extract.mentions.describing import Hit
from extract.mentions.entities import Register, slug
from extract.mentions.heads import Head
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data

_CAPITAL = r"\(?[A-ZÀ-Ý][\w'’-]*\)?"
_NUMBER = r"(?P<number>(?:[A-Z]{1,2}[/-])?\d(?:[\w./-]*\w)?)"  # « 2016-27 », « L/2024/011/CNT »
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"\d{1,2}(?:er)? [^\W\d]+"
_INDEFINITE = re.compile(r"\b(?:un|une|an?)\s$")
_ABOUT = re.compile(r" (?:sur|contre|relative? (?:à|aux?)) ")
_IS_YEAR = re.compile(r"(?:19|20)\d\d")


def find(text: str, start: int, end: int, language: str, register: Register) -> Iterator[Hit]:
    """The laws in ``[start, end)`` that a number, a year or a name of several capitals tells from others."""
    for match in _pattern(language).finditer(text, start, end):
        opener = _openers().match(text, match.start(), match.start("head")) if language == "en" else None
        first = opener.end() if opener is not None else match.start()
        if _is_name(match, text[first : match.start("head")]):
            law = _law(match, text[first : match.end()], language, register)
            if language == "fr" and match.groupdict().get("number") is None:
                last = _reach(text, match, end)
                yield first, last, register.new(law.id, "Law", language, " ".join(text[first:last].split()))
                continue
            dated = match.groupdict().get("dated")  # a date that the clause may need: "By Decree No. 5 of 12 May 2019"
            yield first, match.end() if dated is None else match.start("dated"), law


def _reach(text: str, match: re.Match[str], end: int) -> int:
    """Where a law told by its year ends: « la loi de 2009 [sur la lutte contre la traite] »."""
    if _ABOUT.match(text, match.end()) is None:
        return match.end()
    sentence = text[match.start() : end]
    line = Line(sentence, fold(sentence), 0, len(sentence), ())
    noun = fold(match["head"])
    head = Head(0, match.end() - match.start(), noun, "Law", plural=False, weak=True, common=True)
    return match.start() + french.extent(line, head)[1]


def _is_name(match: re.Match[str], before: str) -> bool:
    """ "Act No. 5", "Shelters Act 2009", "Child Protection Act"; not "Penal Code", « un arrêté de 2010 »."""
    found = match.groupdict()
    if found["number"] is None and _INDEFINITE.search(match.string, max(0, match.start() - 6), match.start()):
        return False
    named = match["head"] in data("symbols")["laws"]["named"] and len(re.findall(r"\b[A-ZÀ-Ý]\w{2,}", before)) > 1
    return named or any(found.get(part) for part in ("number", "year"))


def _law(match: re.Match[str], printed: str, language: str, register: Register) -> Entity:
    """The law: by its number, where it has one, since the next mention may leave the rest out."""
    label, number = " ".join(printed.split()), match.groupdict().get("number")
    if number is None or _IS_YEAR.fullmatch(number):
        return register.new(f"law/{slug(label)}", "Law", language, label)
    own = number if re.search(r"[/-]", number) else f"{number} {match['year'] or ''}"
    id_ = f"law/{slug(match['head'])}-{slug(own)}"
    dated = match.groupdict().get("dated")
    if dated is not None:
        register.new(id_, "Law", language, label.removesuffix(dated))
    return register.new(id_, "Law", language, label)


@cache
def _pattern(language: str) -> re.Pattern[str]:
    words = data("symbols")["laws"][language]
    heads, small = any_of(words["heads"]), any_of(words["small"])
    head = rf"(?P<head>{heads})"
    if language == "fr":
        bare = r"(?=(?:[A-Z][A-Z]?[/-])?\d+[/-]|\d{2,}(?:[,.;)]|$| du \d))"
        number = rf"(?:n[o°º]s?\.? ?|{bare}){_NUMBER}(?: de (?:19|20)\d\d)?(?P<dated> du {_DAY} (?:19|20)\d\d)?"
        year = rf"(?:de |du {_DAY} ){_YEAR}"
        return re.compile(rf"(?<![\w-]){head}(?: (?:{small})){{0,2}} (?:{number}|{year})", re.IGNORECASE)
    name = rf"(?:{_CAPITAL}(?:(?: (?:{small})){{0,2}} {_CAPITAL})*? )?"
    tail = rf"(?:,? \(?(?:Nos?\. ?)?{_NUMBER}\)?)?(?:,? (?:of )?\(?{_YEAR}\)?)?"
    # "the Criminal Law (Amendment) Act": the last of the heads is that of the name
    inner = rf" \([A-Z][\w’'-]*(?: [\w’'-]+){{0,3}}\) (?:{heads})(?![\w’'-])"
    return re.compile(rf"(?<![\w-]){name}{head}(?![\w’'-])(?!{inner}){tail}")


@cache
def _openers() -> re.Pattern[str]:
    """Words that open a sentence and no name."""
    return re.compile(rf"(?:{any_of([str(word).capitalize() for word in data('heads')['en']['not_begin']])}) (?:the )?")
