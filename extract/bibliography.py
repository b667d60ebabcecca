"""Works as notes and references cite them: "See UNODC, Global Report on Trafficking in Persons (Vienna, 2021)."

The authors come first, then the title, then place and year in brackets or behind commas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.imprints import imprinted
from extract.mentions import dates
from extract.mentions.describing import Hit
from extract.mentions.finder import Finder
from extract.mentions.work_words import is_title
from extract.relations import Roles
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a, is_any

_PARTS = re.compile(r"(?<=[;.])\s+(?=(?:See |Voir |and |et )?[A-ZÀ-Ý«“\"])|(?<=;)\s+")
_JOIN = re.compile(r"\s?(?:,|,? and|,? et|/|;)\s(?:the |la |le |l['’])?")
_TITLE = re.compile(
    r",\s(?P<open>[“«\"]\s?)?(?P<title>[A-ZÀ-Ý][^“”«»\"()]{9,220}?)(?:\s?[”»\"])?,?"
    r"(?:\s\((?P<inside>[^()]{4,90})\)|,\s(?P<place>[A-ZÀ-Ý][\w .-]{2,30},\s)(?P<year>(?:19|20)\d\d)(?!\d)"
    r"|,\s(?P<when>(?:\d\d?(?:er)?\s)?(?:[^\W\d]+\s)?(?:19|20)\d\d)(?=[.;]?\s*$))"
)
_TITLE_FIRST = re.compile(
    r"(?:[“«\"]\s?(?P<quoted>[^“”«»\"]{6,200}?)\s?,?[”»\"]|(?P<plain>[A-ZÀ-Ý][^“”«»\".;]{3,80}:\s[^“”«»\".;,]{6,160})"
    r"|(?P<bare>[A-ZÀ-Ý][^“”«»\".;:(]{12,160}))"
)
_BULLET = re.compile(r"[-–•*]\s")
_CUT = re.compile(r"[,.]\s(?=[A-ZÀ-Ý])")
_TAIL = re.compile(
    r"(?: \([A-ZÀ-Ý][\w -]{1,12}\))?"
    r"(?:, (?:[A-ZÀ-Ý\d]|(?:launched|published|released|issued|lancé|publié|paru)e?s? )[\w -]{1,39})?"
    r",? \(?(?:(?:\d\d? )?[^\W\d]+ )?(?:19|20)\d\d\)?(?=\.|$)"
)
_LONGEST = 200  # characters of the line that says who published it
_SYMBOL = re.compile(r"\b[A-Z]+/\w")


def referenced(document: Document, finder: Finder, sentence: Sentence) -> Iterator[tuple[str, Roles]]:
    """The works that the sentence cites as references do, with their authors, or publishers, and years."""
    found = [*_by_bodies(document, finder, sentence)]
    yield from found or imprinted(document, finder, sentence)


def _by_bodies(document: Document, finder: Finder, sentence: Sentence) -> Iterator[tuple[str, Roles]]:
    language = document.passages[sentence.passage].language
    passage = document.passages[sentence.passage]
    if sentence.start <= passage.words:
        yield from _title_first(
            document.text, finder, sentence.start, passage.end, language, listed=passage.kind == "item"
        )
        yield from _imprint(document, finder, sentence, language)
    for start, end in _entries(document.text, sentence, language):
        authors, after = _authors(document.text, finder, start, end)
        match = _TITLE.match(document.text, after, end) if authors else None
        listed = passage.kind in ("item", "footnote")  # elsewhere it opens a sentence: "ILO, Geneva, June 2011"
        if match is None or _is_instrument(finder, match) or (match["when"] is not None and not listed):
            continue
        when = _year(document.text, match, language)
        if when is None:
            continue
        title = finder.work(match["title"], language)
        for author in authors:
            yield "publications", {"title": title, "publisher": author, "date": when}


def _title_first(
    text: str, finder: Finder, start: int, end: int, language: str, *, listed: bool
) -> Iterator[tuple[str, Roles]]:
    """ "“Locked In: Workers at Sea”, Human Rights Watch, September 2020": how an item or a paragraph begins."""
    bullet = _BULLET.match(text, start, end)
    begin = start if bullet is None else bullet.end()
    if _authors(text, finder, begin, end)[1] > begin:
        return  # « UNICEF et OIT, Guide de l'écoute, 2024 »: the authors come first
    for cut in _CUT.finditer(text, begin, end):
        match = _TITLE_FIRST.fullmatch(text, begin, cut.start())
        if match is None or (match["bare"] is not None and not (listed or is_title(match["bare"], long_too=False))):
            continue
        authors, after = _authors(text, finder, cut.end(), end)
        tail = _TAIL.match(text, after, end) if authors else None
        found = [*dates.find(text, language, after, tail.end())] if tail is not None else []
        if len(found) == 1:
            title = finder.work(match["quoted"] or match["plain"] or match["bare"], language)
            for author in authors:
                yield "publications", {"title": title, "publisher": author, "date": found[0].first}
            return


def _imprint(document: Document, finder: Finder, sentence: Sentence, language: str) -> Iterator[tuple[str, Roles]]:
    """ "Published by UNODC in April 2021." below a heading: who published what the heading names, and when."""
    above = document.passages[sentence.passage - 1] if sentence.passage else None
    if above is None or above.kind != "heading" or sentence.end - sentence.start > _LONGEST:
        return
    heading, text = document.text[above.start : above.end], document.text
    if " " not in heading or _imprinted(language).match(finder.folded, sentence.start, sentence.end) is None:
        return
    names = finder.names_in(sentence.start, sentence.end)
    publishers = list({entity.id: entity for _, _, entity in names if _author(entity)}.values())
    found = [*dates.find(text, language, sentence.start, sentence.end)]
    last = max([end for _, end, _ in names] + [date.end for date in found], default=0)
    for publisher in publishers if len(found) < 2 and sentence.end - last < 3 else ():  # and it says no more
        roles: Roles = {"title": finder.work(heading, language), "publisher": publisher}
        yield "publications", roles | ({"date": found[0].first} if found else {})


@cache
def _imprinted(language: str) -> re.Pattern[str]:
    return re.compile(str(data("works")[language]["imprint"]))


def _entries(text: str, sentence: Sentence, language: str) -> Iterator[tuple[int, int]]:
    """The entries of the sentence: where their authors begin, behind "See also" and the like, and where they end."""
    start = sentence.start
    for stop in [*(match.start() for match in _PARTS.finditer(text, start, sentence.end)), sentence.end]:
        begin = _lead(language).match(text, start, stop)
        yield begin.end() if begin is not None else start, stop
        start = stop


def _authors(text: str, finder: Finder, start: int, end: int) -> tuple[list[Entity], int]:
    """The organisations that open the entry, and where their list ends."""
    if not text[start : start + 1].isupper():
        return [], start
    hits: Sequence[Hit] = [hit for hit in finder.names_in(start, min(end, start + 200)) if _author(hit[2])]
    found: list[Entity] = []
    at = start
    for first, last, entity in hits:
        if first != at and not (found and _JOIN.fullmatch(text, at, first)):
            break
        found.append(entity)
        at = last
    return found, at


def _author(entity: Entity) -> bool:
    return is_a(entity.type, "Organization") and not is_a(entity.type, "Meeting")


def _is_instrument(finder: Finder, match: re.Match[str]) -> bool:
    """A treaty or resolution is no publication, nor is a document that bears a symbol."""
    if match["inside"] is not None and _SYMBOL.search(match["inside"]):
        return True
    first, last = match.span("title")
    return any(
        start == first
        and (
            (is_a(entity.type, "Instrument") and not is_any(entity.type, ("Publication", "Guideline")))
            or (end == last and not is_any(entity.type, ("Publication", "Guideline")))
        )
        for start, end, entity in finder.names_in(first, last)
    )


def _year(text: str, match: re.Match[str], language: str) -> str | None:
    """When it was published: the last date in the brackets, or the year behind the place; else that of its title."""
    if match["year"] is not None:
        return str(match["year"])
    if match["when"] is not None:
        told = [*dates.find(text, language, *match.span("when"))]
        return told[0].first if len(told) == 1 else None
    found = [*dates.find(text, language, *match.span("inside"))]
    if found:
        return found[-1].first
    sold = any(fold(word) in fold(match["inside"]) for word in data("works")["sold"])
    titled = [*dates.find(text, language, *match.span("title"))] if sold else []
    return titled[-1].first if titled else None


@cache
def _lead(language: str) -> re.Pattern[str]:
    listed = any_of(data("works")[language]["see"])
    return re.compile(rf"\s*(?:\d{{1,3}}[.)]?\s+)?(?:(?:{listed}),?\s)*", re.IGNORECASE)
