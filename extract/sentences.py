"""Where sentences end, in English and in French."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract import wording

Span = tuple[int, int]
_CLOSES = re.compile(r"[^.?!“«”»]{0,100}[”»](?!,? [a-z]+ (?:said|says|told))")
_INITIAL = re.compile(r"[A-Z]\.")
_ASKS = re.compile(r"(?<![\w-])[A-Z][\w’'-]+ [A-Z][\w’'-]+$")  # "published Whose Passport[? A Guide] for Consulates"
_SUBTITLE = re.compile(r"(?:An?|The) [A-Z][a-z]")


@cache
def _boundary() -> re.Pattern[str]:
    """A stop with closing signs, then a space and what may begin a sentence; or a stop glued between two words."""
    capital = "A-ZÀ-ÖØ-ÞŒŠŽ"
    return re.compile(
        r"[.!?…](?:(?<=[a-zà-ÿœ]{3}\.)(?P<tight>)"
        rf"(?=[{capital}][a-zà-ÿœ’'])"
        r"|(?P<more>[.!?…]{0,8})(?P<close>(?:\s?[»”\"’')\]]){0,4}) {1,3}"
        rf"(?=[«“\"‘'(\[#]?\s?[{capital}\d]|[–—•]\s))"
    )


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"[\w.°º’'/@:-]+$")


def split(text: str, start: int, end: int) -> list[Span]:
    """Spans of the sentences in ``[start, end)`` of ``text``, without the spaces around them."""
    spans: list[Span] = []
    first = start
    for stop, after in _ends(text, start, end):
        if stop > first:
            spans.append((first, stop))
            first = after
    last = end
    while last > first and text[last - 1].isspace():
        last -= 1
    if last > first:
        spans.append((first, last))
    return spans


def _ends(text: str, start: int, end: int) -> Iterator[Span]:
    """(end of a sentence, beginning of the next) for each boundary that is one."""
    begun = start
    for match in _boundary().finditer(text, start, end):
        if match.group("tight") is not None:
            token = _token().search(text, max(start, match.start() - 40), match.start())
            if token is not None and (any(sign in token.group() for sign in "/@:") or token.group().startswith("www")):
                continue
            yield match.end(), match.end()
        elif _is_end(text, begun, match):
            begun = match.end()
            yield match.end("close"), match.end()


def _is_end(text: str, begun: int, match: re.Match[str]) -> bool:
    if match.group("more")[:3] == "..." and text[match.end() - 2 : match.end() - 1] == ".":
        return False  # dots that lead from one column to the next: "Japan ..... 11 July 2017"
    if text[match.start()] in "?!" and not match.group("close") and _in_title(text, begun, match.end()):
        return False
    if text[match.start()] in "?!" and _ASKS.search(text, max(begun, match.start() - 40), match.start()) is not None:
        return _SUBTITLE.match(text, match.end()) is None
    if text[match.start()] != "." or match.group("more") or match.group("close"):
        return True
    found = _token().search(text, max(begun, match.start() - 24), match.start())
    if found is None:
        return True
    word = found.group()
    folded = re.split("['/]", wording.fold(word))[-1]  # « l'art. 5 », "AG/RES. 2991"
    following = _next_word(text, match.end())
    if _is_abbreviation(folded, following):
        return False
    if len(word) == 1 and word.isupper():  # an initial: 'A. Guterres', « S. E. M. Guterres »
        if _INITIAL.match(text, match.end()) is not None:
            return False
        return wording.fold(following) in _openers()
    return not (word.isdecimal() and found.start() == begun and len(word) <= 3)


def _in_title(text: str, begun: int, at: int) -> bool:
    """Do quotation marks opened in the sentence close soon behind ``at``: “Who pays? The price of debt”?"""
    opened = max(text.rfind(mark, begun, at) for mark in "“«")
    closed = any(mark in text[opened:at] for mark in "”»")
    return opened >= 0 and not closed and _CLOSES.match(text, at) is not None


def _next_word(text: str, at: int) -> str:
    match = re.compile(r"[«“\"‘'(\[#]?\s?([\w’'-]+)").match(text, at)
    return match.group(1) if match is not None else ""


@cache
def _openers() -> frozenset[str]:
    """Words that begin sentences and no names."""
    return wording.stop_words()["en"] | wording.stop_words()["fr"]


def _is_abbreviation(folded: str, following: str) -> bool:
    """Whether the stop after ``folded`` belongs to an abbreviation that goes on with ``following``."""
    if folded in wording.words("abbreviations", "final"):
        return re.split(r"['’-]", wording.fold(following))[0] not in _openers() | {"l", "d"}
    numbered = (
        following[:1].isdigit() or re.fullmatch(r"[IVXLC]+|[A-Z]", following) is not None
    )  # "Sales No. E.20.IV.3"
    if numbered and folded in wording.words("abbreviations", "numbered"):
        return True
    if following[:1].isupper() and folded in wording.words("abbreviations", "title"):
        return True
    return (
        folded in wording.words("abbreviations", "inner") or re.fullmatch(r"(?:[a-z]\.){1,4}[a-z]", folded) is not None
    )
