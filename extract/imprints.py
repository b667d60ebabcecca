"""Works as bibliographies list them, with the imprint that says who published them.

"Okoro, A., Debts at Sea, University of Lagos Press, 2011", "Lost Property (Kingston, Institute of Labour Law, 1999)",
"Bales, K. (1999). Disposable People. Berkeley: University of California Press", « Vigie (Paris, L'Harmattan, 2012) ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.mentions.finder import Finder
from extract.mentions.heads import is_body_word, is_office_word
from extract.relations import Roles
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data
from ontology.types import is_a, is_any

_CAPITAL = "[A-ZÀ-ÖØ-Ý]"
_SURNAME = rf"(?:(?:van|von|de|del|der|da|di|el|al|le|la) )*{_CAPITAL}[^\W\d_]+(?:[-’' ]{_CAPITAL}[^\W\d_]+)*"
_INITIALS = rf"{_SURNAME},? (?:{_CAPITAL}\.[ -]?){{1,3}}"
_GIVEN = rf"{_SURNAME}, {_CAPITAL}[^\W\d_]+(?:[ -]{_CAPITAL}[^\W\d_]*\.?)?"
_ROLE = r"(?: \((?:eds?|dir|coord|trad|éd)s?\.?\))?"


def _people(one: str) -> str:
    return rf"{one}(?:(?:,? (?:and|et|&)|,|;) {one})*(?:,? et al\.?)?{_ROLE}"


_YEAR = r"(?:19|20)\d\d"
_AUTHORS = rf"(?:(?P<initials>{_people(_INITIALS)})|(?P<given>{_people(_GIVEN)}))"
_TITLE = rf"(?:[“«\"]\s?(?P<quoted>[^“”«»\"]{{4,200}}?)\s?,?[”»\"]|(?P<bare>{_CAPITAL}[^“”«»\"();]{{3,200}}?))"
_PART = rf"{_CAPITAL}[^,;:.()\d]{{2,90}}"
_PLACED = rf"(?P<first>{_PART})(?:(?P<colon> ?:|,) (?P<second>{_PART}))?"
_END = r"(?:,? (?:\d+ ?pp?\.?|pp?\. ?\d.{0,20}|pages? \d.{0,20}|vol\. .{0,10}))?\.?$"
_OPEN = r"(?:[-–—•*] |\[?\d{1,3}[\].)] )?(?:Vol\. \d+, )?"
# Behind the title: "(Kingston, Labour Institute, 1999)", ", Nordic Institute, 2014", ". Oslo: Nordic Institute, 2014"
_ENTRY = re.compile(
    rf"{_OPEN}(?:{_AUTHORS}[,.:]? )?{_TITLE}(?P<mark>,? \(|[,.] ){_PLACED},? (?P<year>{_YEAR})\)?{_END}"
)
# "Bales, K. (1999). Disposable People. Berkeley: …", « OIT (2014), Le travail à bord, Genève »
_DATED = re.compile(
    rf"{_OPEN}(?:{_AUTHORS}|(?P<body>{_CAPITAL}[^.;:()]{{2,90}}?))[,.]?"
    rf"(?: \((?P<year>{_YEAR})\)[,.:]?|(?<=\.) (?P<year2>{_YEAR})[.:]) {_TITLE}(?:(?P<mark>[,.] ){_PLACED})?{_END}"
)
_BY = re.compile(rf",? (?:by|par) {_CAPITAL}[^,.;:]*$")  # « Le prix du départ, par Hery Rabe. Éditions du Sud, 2023 »
_NAME = re.compile(
    rf"(?:{_CAPITAL}[^\W\d_]+ ){{1,2}}{_SURNAME}(?:,| (?:and|et|&) {_CAPITAL})"
)  # "Anna Berg, Quiet Rooms"
_SHORTEST, _LONGEST = 20, 400  # characters of an entry
_WORDS = 4  # a title of fewer may be an office
_HEADING = 60


def imprinted(document: Document, finder: Finder, sentence: Sentence) -> Iterator[tuple[str, Roles]]:
    """The work that a passage lists as a bibliography does, with its publisher and year: where the names of its authors
    tell, where "See" leads to it, or below a heading of such lists.
    """
    passage = document.passages[sentence.passage]
    first = passage.words
    led = _lead(passage.language).match(document.text, max(sentence.start, first), passage.end)
    start, end = (first, passage.end) if sentence.start <= first else (sentence.start, sentence.end)
    if (start > first and led is None) or not _SHORTEST < end - start <= _LONGEST:
        return
    start = start if led is None else led.end()
    for pattern in (_ENTRY, _DATED):
        match = pattern.match(document.text, start, end)
        if match is None:
            continue
        sure = led is not None and (match["quoted"] or match["mark"] != ", ")  # not "See the report, Council, 2019"
        if match["initials"] or sure or _is_listed(document, sentence.passage):
            yield from _listed(finder, match, passage.language)
            return


def _listed(finder: Finder, match: re.Match[str], language: str) -> Iterator[tuple[str, Roles]]:
    """The publication of an entry; without a house, of the body that wrote it: "ILO (2014). Profits. Geneva."

    Behind a comma, what is no place goes on with the title: "The Price, the Debt and Loss, Nordic Institute, 2014".
    """
    said = match.groupdict()
    title, first, second = _BY.sub("", said["quoted"] or said["bare"]), said["first"], said["second"]
    houses = [one for one in (second, first) if one is not None and _is_house(finder, match, one)]
    other = first if houses and houses[0] == second else first if not houses and second is None else None
    if other is not None and said["mark"] == ", " and not said["quoted"] and not _is_place(finder, match, other):
        title = f"{title}, {other}"
    body = said.get("body")
    if not houses and body is not None and _is_house(finder, match, body):
        houses = [body]
    words = fold(title).split(" ")
    named = not said["quoted"] and not said["initials"] and not said["given"] and _NAME.match(title)
    if named or _is_instrument(finder, match):
        return
    if not houses or len(words) < _WORDS and any(is_office_word(word, language) for word in words):
        return  # "Berg, A., Chief Inspector, Labour Institute, 2014"
    roles: Roles = {"title": finder.work(title, language), "publisher": _entity(finder, match, houses[0], language)}
    yield "publications", roles | {"date": said["year"] or said["year2"]}


def _is_instrument(finder: Finder, match: re.Match[str]) -> bool:
    start = match.start("quoted" if match["quoted"] else "bare")
    return any(
        first == start and is_a(entity.type, "Instrument") and not is_any(entity.type, ("Publication", "Guideline"))
        for first, _, entity in finder.names_in(start, match.end("quoted" if match["quoted"] else "bare"))
    )


def _entity(finder: Finder, match: re.Match[str], name: str, language: str) -> Entity:
    known = _named(finder, match, name)
    return known if known is not None and is_a(known.type, "Organization") else finder.organisation(name, language)


def _named(finder: Finder, match: re.Match[str], name: str) -> Entity | None:
    """What the part of the entry is as a whole by a name that is known."""
    start = match.start() + match.group().rindex(name)
    hits = finder.names_in(start, start + len(name))
    return next((entity for first, last, entity in hits if (first, last) == (start, start + len(name))), None)


def _is_house(finder: Finder, match: re.Match[str], name: str) -> bool:
    """A known body, or a name with a word of bodies or of who publishes books."""
    known = _named(finder, match, name)
    if known is not None:
        return is_a(known.type, "Organization") and not is_a(known.type, "Meeting")
    words = re.findall(r"[^\W\d_]+", fold(name))
    body = any(is_body_word(word, language) for language in LANGUAGES for word in words)
    return body or not _houses().isdisjoint({fold(name), *words})


def _is_place(finder: Finder, match: re.Match[str], name: str) -> bool:
    known = _named(finder, match, name)
    return known is not None and (known.type == "State" or is_a(known.type, "Place"))


def _is_listed(document: Document, index: int) -> bool:
    """Does the passage stand below a heading of lists of works?"""
    above = next((p for p in reversed(document.passages[:index]) if p.kind in ("heading", "title")), None)
    if above is None or above.end - above.start > _HEADING:
        return False
    words = fold(document.text[above.start : above.end]).strip(" :.0123456789")
    return any(words == form or words.endswith(" " + form) for form in _lists())


@cache
def _houses() -> frozenset[str]:
    return frozenset(map(fold, data("works")["houses"]))


@cache
def _lists() -> tuple[str, ...]:
    return tuple(fold(form) for language in LANGUAGES for form in data("works")[language]["lists"])


@cache
def _lead(language: str) -> re.Pattern[str]:
    listed = any_of(data("works")[language]["refer"])
    return re.compile(rf"(?:\d{{1,3}}[.)]?\s+)?(?:(?:{listed}),?\s)", re.IGNORECASE)
