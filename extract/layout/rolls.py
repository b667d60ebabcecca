"""Lists of who held something, or belongs to it, below a line that says of what: "Chairs of the Committee on Ports" /
"2018–2019: Ms. Anna Berg (Kenya)", "Members of the Board" / "Kenya" / "Togo (since 2014)".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from extract.document import Document, Sentence
from extract.facts import Entity
from extract.layout import headers
from extract.layout.cells import Cell, Cells, cell, is_doubted
from extract.layout.entries import Entry, entry
from extract.layout.shapes import post, types_of
from extract.layout.stated import Stated
from extract.mentions.finder import Found
from extract.mentions.heads import is_office_word
from extract.relations import Roles
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data, words
from ontology.types import is_a

_BRACKETS = 12  # characters of " (UNHCR)" behind a name
_LINE = 160  # characters of a line that opens a list, or stands in it
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_YEAR = r"(?:19|20)\d\d"
_BEHIND = re.compile(  # "(2019)", "as at 31 December 2019", « depuis 2010 »
    rf"(?: (?:are|were|include|included|sont|étaient|figurent)(?: as follows| the following| les suivants)?)?"
    rf"[\s,(]*(?:(?:in|for|since|as (?:at|of)|en|au|depuis|pour)\s)?"
    rf"(?:(?:\d{{1,2}}(?:er)?\s)?[^\W\d_]{{3,9}}\s(?={_YEAR}))?"
    rf"(?:{_YEAR}(?:\s?[-–—/]\s?\d{{2,4}})?)?[\s).:]*"
)
_SMALL = 3  # letters of words that names write small: "of", « des »
_WORDS = 5  # words of an office's name, and fewer
_PLURALS = (("ies", "y"), ("s", ""))
_ROLES = {"chairs": "chair", "members": "member", "offices": "person"}


@dataclass(frozen=True, slots=True)
class _Roll:
    """An open list: of which kind, of what body, the office that its people hold, the year that its head tells."""

    kind: str
    body: Entity
    office: str
    year: str | None
    last: int  # the passage of its last line


class Rolls:
    """Reads one document, its sentences in the order of the text; ``owner`` gives what the lines above are about."""

    def __init__(self, document: Document, cells: Cells, owner: Callable[[Sequence[str]], Entity | None]) -> None:
        self.document = document
        self.cells = cells
        self._owner = owner
        self._open: _Roll | None = None
        self._named = False  # the line is nothing but the name of an organisation

    def note(self, sentence: Sentence, found: Found) -> None:
        """Open a list where the line says so, close it where the line is none of it."""
        names = [one for one in found.named if isinstance(one.data, Entity) and is_a(one.data.type, "Organization")]
        self._named = any(one.start == sentence.start and one.end >= sentence.end - _BRACKETS for one in names)
        within = self.lists(sentence)
        opened = self._opened(sentence, found) if not within or self.document.text[sentence.end - 1] == ":" else None
        self._open = opened if opened is not None or not within else self._open  # "Members" / "Among our members are:"

    def lists(self, sentence: Sentence) -> bool:
        """May the sentence be a line of the open list?"""
        passage = self.document.passages[sentence.passage]
        whole = (passage.words, passage.end) == (sentence.start, sentence.end)
        follows = self._open is not None and self._open.last == sentence.passage - 1
        heads = passage.kind == "heading" and not (self._named and self._goes_on(sentence.passage))
        return follows and whole and sentence.end - sentence.start <= _LINE and passage.kind != "table" and not heads

    def _goes_on(self, index: int) -> bool:
        """Is the line at ``index`` of a plain text, which may look like a heading ("UNHCR"), one of the list: right
        behind the colon, or before the next numbered paragraph?
        """
        before, after = self.document.passages[index - 1], self.document.passages[index + 1 : index + 2]
        opened = self.document.text[before.start : before.end].endswith(":")
        return self.document.format != "html" and (opened or not after or after[0].label is not None)

    def facts(self, sentence: Sentence, row: Row) -> Iterator[Stated]:
        """What a line of the open list tells."""
        roll = self._open
        if roll is None or not self.lists(sentence):
            return
        line = entry(row)
        named = cell(self.document, row, line.start, line.end) if line is not None else None
        item = self.document.passages[sentence.passage].kind == "item"
        listed = line is not None and (
            line.marked or (item and _is_name(line, self.document.text[line.start : line.end]))
        )
        holders = self._holders(roll, named, listed) if named is not None else []
        if line is None or not holders:
            self._open = replace(roll, last=sentence.passage) if item else None
            return
        self._open = replace(roll, last=sentence.passage)
        if is_doubted(cell(self.document, row, sentence.start, sentence.end), free=False):
            return
        for holder in holders:
            yield from ((sentence, kind, roles, "asserted") for kind, roles in _told(roll, holder, line, row.language))

    def _holders(self, roll: _Roll, named: Cell, listed: bool) -> list[Entity]:
        """Those whom a line names; what nobody knows is a member where it is an item of the list."""
        types = types_of(roll.kind, _ROLES[roll.kind])
        found = self.cells.entities(named, types, None)
        if not found and listed and roll.kind == "members":
            found = self.cells.entities(named, types, "Organization")
        return [entity for entity in found if entity != roll.body]

    def _opened(self, sentence: Sentence, found: Found) -> _Roll | None:
        """The list that the line opens: "Members of the Committee on Ports (2019)", "Past Chairs:"."""
        passage = self.document.passages[sentence.passage]
        text = self.document.text[sentence.start : sentence.end]
        if passage.kind == "table" or len(text) > _LINE:
            return None
        bodies = [one for one in found.named if isinstance(one.data, Entity) and is_a(one.data.type, "Organization")]
        body = bodies[0] if bodies else None
        before, behind = text.rstrip(" :"), ""
        if body is not None:
            before, behind = text[: body.start - sentence.start], text[body.end - sentence.start :]
        heads = passage.kind in ("heading", "title") or text.endswith(":")
        if not _BEHIND.fullmatch(behind):
            return None
        kind, office = _announced(before, passage.language)
        of = body.data if body is not None else self._owner(("Organization",)) if heads else None
        if not kind or not isinstance(of, Entity):
            return None
        years = headers.years(text)
        return _Roll(kind, of, office, years[0] if len(years) == 1 else None, sentence.passage)


def _is_name(line: Entry, text: str) -> bool:
    """Is an item a name that nobody knows: told with a time, or written as one ("Kuri House", no "Share reports")?"""
    written = [word for word in _WORD.findall(text) if len(word) > _SMALL]
    return bool(line.years) or all(word[0].isupper() for word in written)


def _announced(title: str, language: str) -> tuple[str, str]:
    """The kind of facts that follow a ``title``, and the office of its people: 'Past Chairs of' -> chairs, Chair."""
    vocabulary, known = words(language).single, _rolls(language)
    small = {"D", "P", "B"}  # "Among our members are", « Parmi nos membres figurent »
    written = [word for word in _WORD.findall(title) if not small & set(vocabulary.get(fold(word), ()))]
    written = [word for word in written if fold(word) not in known["listing"]]
    said = [word for word in written if not {fold(word)} & {*known["modifiers"], *known["once"]}]
    folded = fold(" ".join(said))
    if headers.planned(folded, language):
        return "", ""
    if folded in known["chairs"]:
        return "chairs", known["chairs"][folded]
    if folded in known["members"]:
        once = any(fold(word) in known["once"] for word in written)
        return ("", "") if once else ("members", "")
    head = said[:1] if language == "fr" else said[-1:]
    office = " ".join(map(_singular, said))
    plural = bool(head) and _singular(head[0]) != head[0]
    held = plural and is_office_word(fold(_singular(head[0])), language)
    return ("offices", office) if held and title[:1].isupper() and len(said) < _WORDS else ("", "")


@cache
def _rolls(language: str) -> dict[str, dict[str, str]]:
    """The words of tables.yaml that open lists, folded; of chairs and members with the office of who is listed."""
    content = data("tables")["rolls"][language]
    return {
        name: {fold(word): office for word, office in dict.fromkeys(listed, "").items()}
        for name, listed in content.items()
    } | {"chairs": {fold(word): office for word, office in content["chairs"].items()}}


def _singular(word: str) -> str:
    """ "Directors-General" -> "Director-General", "Secretaries" -> "Secretary"."""
    parts = word.split("-")
    for ending, instead in _PLURALS:
        if parts[0].endswith(ending) and len(parts[0]) > len(ending) + 2:
            return "-".join([parts[0].removesuffix(ending) + instead, *parts[1:]])
    return word


def _told(roll: _Roll, holder: Entity, line: Entry, language: str) -> Iterator[tuple[str, Roles]]:
    """The facts of one name in a line."""
    if roll.kind != "offices":
        years = line.years or ((roll.year,) if roll.year is not None else ())
        first = years[:1] if roll.kind == "members" else years
        told: Roles = {"body": roll.body, _ROLES[roll.kind]: holder}
        yield from ((roll.kind, {**told, **year}) for year in ([{"year": year} for year in first] or [{}]))
    if roll.office and holder.type == "Person":
        office = post(roll.office, roll.body, language)
        yield "offices", {"person": holder, "office": office, "organisation": roll.body, **line.term}
