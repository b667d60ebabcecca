"""The works that an organisation lists as its own: "Pacific Case Digest, second edition, published jointly with UNODC
(November 2023)" below the heading "Publications", « Accueillir sans juger, guide à l'usage des bénévoles (2021) ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.document import Document, Passage, Sentence
from extract.facts import Entity
from extract.mentions import dates
from extract.mentions.finder import Finder, Found
from extract.relations import Roles
from extract.syntax.items import Named
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

_LONGEST = 300  # characters of an entry
_OPENED = re.compile(r"(?:[-–—•*·] |\(?\w{1,3}[.)] )?(?:(?P<year>(?:19|20)\d\d) ?[:–—-] )?")
_TITLE = (
    r"(?:[“«„\"]\s?(?P<quoted>[^“”«»\"„]{3,200}?)\s?[”»\"]|(?P<bare>[A-ZÀ-Ý0-9][^“”«»\"„;()]{2,200}?))"
    r"(?=\s?\(|,\s(?:DESCRIBED)|\s[–—]\s|[.;,]?$|\.\s)"
)
_CAPITAL = re.compile(r"(?<!\w)[A-ZÀ-Ý]\w+")
_JOINED = re.compile(r",? (?:and|et) (?:with |avec )?(?:the |la |le |l['’])?|, (?:the |la |le |l['’])?")


def listed(
    document: Document, finder: Finder, sentence: Sentence, found: Found, house: Entity | None
) -> Iterator[tuple[str, Roles]]:
    """The work that ``sentence`` lists, published by ``house``, whose page or report it is, and who did so with it."""
    passage = document.passages[sentence.passage]
    start = passage.words
    page = document.format == "html"  # elsewhere nobody knows where a list ends
    fits = page and passage.kind == "item" and sentence.start <= start and passage.end - start <= _LONGEST
    owner = _owner(document, finder, passage, house) if fits else None
    if owner is None:
        return
    entry = _Entry(document.text, start, passage.end, passage.language, found.named)
    title = entry.title()
    if title is None:
        return
    roles: Roles = {"title": finder.work(title, passage.language)}
    roles |= {"date": entry.date} if entry.date is not None else {}
    yield from (("publications", roles | {"publisher": one}) for one in entry.publishers(owner))


class _Entry:
    """One line of the list: its title, and behind that who published it with whom, and when."""

    def __init__(self, text: str, start: int, end: int, language: str, named: Sequence[Named]) -> None:
        self.text, self.start, self.end, self.language = text, start, end, language
        opened = _OPENED.match(text, start, end)
        assert opened is not None  # it may be empty
        self._match = _title(language).match(text, opened.end(), end)
        behind = self._match.end() if self._match is not None else end
        self._named = [one for one in named if one.start >= behind]
        self._begins = [one for one in named if one.start == opened.end() and one.end >= behind]
        self._behind = behind
        found = [*dates.find(text, language, behind, end)]
        told = [opened["year"]] if opened["year"] else [date.first for date in found]
        spans = [*((date.start, date.end) for date in found), *((one.start, one.end) for one in self._named)]
        self._unknown = any(
            not any(low <= word.start() < high for low, high in spans) for word in _CAPITAL.finditer(text, behind, end)
        )
        self.date = told[0] if len(told) == 1 else None
        self._dated = bool(told)

    def title(self) -> str | None:
        """The title, where the line is an entry and what it lists is out."""
        match, whole = self._match, self.text[self.start : self.end]
        if match is None or _ahead(self.language).search(whole) or match["bare"] and _asks(self.language).match(whole):
            return None
        if self._unknown or any(_is_body(one) for one in self._begins):
            return None  # "Coal, Trucks and Silence. Orkhon Foundation, October 2022."
        described = match["quoted"] or _described(self.language).match(self.text, self._behind, self.end)
        return (match["quoted"] or match["bare"]) if self._dated or described else None

    def publishers(self, house: Entity) -> list[Entity]:
        """Those behind "by" or alone in brackets; else ``house``, and those behind "with"."""
        bodies = [one for one in self._named if _is_body(one)]
        theirs, joint, last = list[Entity](), list[Entity](), None
        for one in bodies:
            assert isinstance(one.data, Entity)
            before = self.text[self._behind : one.start]
            follows = last is not None and _JOINED.fullmatch(self.text, last[0].end, one.start) is not None
            into = last[1] if follows and last is not None else self._led(before, theirs, joint)
            if into is not None:
                into.append(one.data)
                last = one, into
        both = [house, *joint]
        return list({entity.id: entity for entity in (theirs or both)}.values())

    def _led(self, before: str, theirs: list[Entity], joint: list[Entity]) -> list[Entity] | None:
        """What stands ``before`` a body says whether it published the work, alone or with the house."""
        if _with(self.language).search(before):
            return joint
        by = _by(self.language).search(before)
        alone = before.endswith("(") or (
            by is not None and by["verb"] not in data("works")[self.language]["listed"]["aside"]
        )
        return theirs if alone else None


def _is_body(mention: Named) -> bool:
    return isinstance(mention.data, Entity) and is_a(mention.data.type, "Organization")


def _owner(document: Document, finder: Finder, passage: Passage, house: Entity | None) -> Entity | None:
    """Whose publications the heading, or the words that introduce the list, say are listed: those of the one body that
    they name, else of the ``house``.
    """
    above = document.above(passage)
    if above is None or above.kind not in ("heading", "title", "paragraph"):
        return None
    start = above.words
    words = fold(document.text[start : above.end]).strip(" :.0123456789")
    if re.fullmatch(str(data("works")[passage.language]["listed"]["headings"]), words) is None:
        return None
    named = {one.id: one for _, _, one in finder.names_in(start, above.end) if is_a(one.type, "Organization")}
    return next(iter(named.values()), house) if len(named) < 2 else None


@cache
def _title(language: str) -> re.Pattern[str]:
    """A title up to its brackets, its dash, or the comma behind which it is described: ", guide à l'usage de"."""
    content = data("works")[language]
    told, listed_ = content["told"], content["listed"]
    issued = any_of([*told["issued"], *told["describing"], *listed_["jointly"], *listed_["aside"]])
    dated = r"(?:[^\W\d_]+ )?(?:19|20)\d\d(?!\d)"
    return re.compile(_TITLE.replace("DESCRIBED", rf"{_kinds(language)}|(?:{issued})(?!\w)|{dated}"))


@cache
def _described(language: str) -> re.Pattern[str]:
    return re.compile(rf"[\s,–—(]*{_kinds(language)}")


def _kinds(language: str) -> str:
    """What a title is said to be: "a practical guide", « deuxième édition »."""
    said = any_of(data("works")[language]["listed"]["describing"])
    return rf"(?:[^\W\d_A-ZÀ-Ý][\w’'-]* ){{0,4}}?(?:{_nouns(language)}|{said})(?!\w)"


def _nouns(language: str) -> str:
    return any_of([noun for nouns in data("works")[language]["nouns"].values() for noun in nouns])


@cache
def _ahead(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(data('works')[language]['listed']['ahead'])})(?!\w)", re.IGNORECASE)


@cache
def _asks(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:[-–—•*·] )?(?:{any_of(data('works')[language]['listed']['asks'])})(?!\w)", re.IGNORECASE)


@cache
def _with(language: str) -> re.Pattern[str]:
    lead = any_of(data("works")[language]["listed"]["jointly"])
    return re.compile(rf"(?<!\w)(?:{lead}) (?:the |la |le |l['’])?$")


@cache
def _by(language: str) -> re.Pattern[str]:
    """ "published by", « rapport de l' »: of any verb, and of no other noun."""
    by, of = ("by", "of") if language == "en" else ("par|chez", "de|du|des|d['’]")
    article = r"\s?(?:the |la |le |les |l['’])?"
    return re.compile(rf"(?:(?:(?P<verb>[^\W\d_]+) )?(?:{by})|(?:{_nouns(language)}) (?:{of})){article}$")
