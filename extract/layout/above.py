"""What the headings, captions and titles speak of that stand above the rows and labelled lines of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract import labels
from extract.document import Document, Passage, Sentence
from extract.facts import Entity
from extract.layout import headers
from extract.layout.titles import subject
from extract.layout.treaties import AGREED
from extract.mentions.finder import Found
from extract.mentions.references import Memory
from extract.syntax.items import Named
from ontology.authority import records
from ontology.types import is_a, is_any

_YEAR = re.compile(r"(?<![\d/–-])(?:19|20)\d\d(?![\d/–-])")
_HEADING = 80  # characters of a heading that says of when the list below it is
_CLAUSE = re.compile(r"(?<=[.:;!?]) ")
_HEADLINE = re.compile(r"\s?[:|–—]\s")
_ARTICLE = 5  # characters: "The "
_MOST = 0.6  # of the characters of a line


class Above:
    """What has stood above, as far as a document has been read; its sentences must come in the order of the text."""

    def __init__(self, document: Document, memory: Memory) -> None:
        self.document = document
        self.works = False  # under the heading of a list of publications
        self.rows: set[int] = set()  # passages with several cells, which are no captions
        self._memory = memory
        self._named: dict[int, list[tuple[Named, bool]]] = {}  # passage -> its names; whether they are most of it
        self._title: Entity | None = None
        self._treaty: Entity | None = None  # the first that the document's head names
        self._front: dict[str, Entity] = {}  # the organisations that the masthead names
        self._head: Entity | None = None  # what the last heading, or line that is a name, spoke of
        self._headed = -1  # where that heading stands
        self._others = False  # does that speak of a body without a name: "Steering Committee"?

    def note(self, sentence: Sentence, found: Found) -> None:
        """Take note of what a heading, a caption, or a line that is a name speaks of."""
        passage = self.document.passages[sentence.passage]
        text = self.document.text[sentence.start : sentence.end]
        named = [(mention, mention.data) for mention in found.named if isinstance(mention.data, Entity)]
        most = [(name, name.end - name.start >= _MOST * len(text)) for name, _ in named]
        self._named.setdefault(sentence.passage, []).extend(most)
        whole = self._whole(sentence, passage, named)
        if passage.kind in ("frontmatter", "title"):
            bodies = [(name, entity) for name, entity in named if is_a(entity.type, "Organization")]
            sure = [e for name, e in bodies if not self.document.text[name.end : name.end + 2].strip().isdigit()]
            self._front.update({entity.id: entity for entity in sure})  # not "… against Trafficking Issue 9"
            treaties = (entity for _, entity in named if is_any(entity.type, AGREED))
            self._treaty = self._treaty or next(treaties, None)
        if passage.kind == "title":
            self._title = whole or subject(named, sentence) or self._title
        if passage.kind in ("heading", "title"):
            self.works = any(other == "title" for _, other in headers.promotions(text, passage.language))
        if passage.kind in ("heading", "title") and not labels.is_known(text, passage.language):
            self._head = named[0][1] if len(named) == 1 else None
            self._others = not named and headers.of_body(text, passage.language)
            self._headed = sentence.passage
        elif passage.kind == "heading" and self.document.format == "html" and not self._under(sentence.passage):
            self._head, self._others = None, False  # a heading of its own beside "Steering Committee"
        elif whole is not None and (sentence.start, sentence.end) == (passage.start, passage.end):
            self._head = whole

    def _whole(self, sentence: Sentence, passage: Passage, named: Sequence[tuple[Named, Entity]]) -> Entity | None:
        """What most of a line names, or a title before its colon: « Comité des droits de l'enfant : fiche »."""
        least = _MOST * (sentence.end - sentence.start)
        whole = next((entity for name, entity in named if name.end - name.start >= least), None)
        if whole is not None or passage.kind != "title":
            return whole
        headline = _HEADLINE.search(self.document.text, sentence.start, sentence.end)
        end = headline.start() if headline is not None else sentence.end
        return next((e for name, e in named if name.start - sentence.start < _ARTICLE and name.end == end), None)

    def _under(self, index: int) -> bool:
        """Does the passage stand below the heading that spoke last?"""
        parent = self.document.passages[index].parent
        while parent is not None and parent != self._headed:
            parent = self.document.passages[parent].parent
        return parent is not None

    def caption(self, top: int) -> str:
        """The heading above a table, the line between them, and what the heading stands under."""
        passages = self.document.passages
        parent = passages[top].parent
        grand = passages[parent].parent if parent is not None and passages[parent].kind != "heading" else None
        near = dict.fromkeys(k for k in (top - 1, parent, grand) if k is not None and k >= 0)
        return " / ".join(self._unnamed(k) for k in near if k not in self.rows)

    def is_planned(self, top: int, caption: str, language: str) -> bool:
        """Does the caption announce plans? A paragraph that does not announce the table speaks for itself alone."""
        above = self.document.passages[top - 1] if top else None
        if above is not None and above.kind == "paragraph" and self.document.text[above.end - 1] != ":":
            words = self._unnamed(top - 1)
            caption = caption if headers.announces(words, language) else caption.removeprefix(words)
        return headers.planned(caption, language)

    def _unnamed(self, index: int) -> str:
        """The words of a passage without the names in it: a fund "of contributions" makes no contributions."""
        passage = self.document.passages[index]
        text = self.document.text[passage.start : passage.end]
        for name, _ in reversed(self._named.get(index, [])):
            text = text[: name.start - passage.start] + text[name.end - passage.start :]
        return _CLAUSE.split(text.rstrip(" :"))[-1] if passage.kind == "paragraph" else text

    def of(self, top: int, types: Sequence[str]) -> Entity | None:
        """What of these types the table in passage ``top`` is about: as its caption names it, or a heading above."""
        passages = self.document.passages
        chain, parent = [top - 1], passages[top].parent
        while parent is not None:
            chain.append(parent)
            parent = passages[parent].parent
        for k, index in enumerate(dict.fromkeys(chain)):
            named = [name.data for name, most in self._named.get(index, []) if most or k < 2]
            fitting = {e.id: e for e in named if isinstance(e, Entity) and e.type != "State" and is_any(e.type, types)}
            if fitting:
                return next(iter(fitting.values())) if len(fitting) == 1 else None
        return self.subject_of(types) or self._held(types) or self._own(types)

    def _held(self, types: Sequence[str]) -> Entity | None:
        """The meeting on which the document reports."""
        meeting = self._memory.meeting
        return meeting if meeting is not None and is_any(meeting.type, types) else None

    def _headlined(self, types: Sequence[str]) -> Entity | None:
        """The programme with whose name the title of the page begins, which the text below explains: "Safe Crossings:
        Protecting Workers".
        """
        first = next((one for one in self.document.passages if one.kind in ("title", "heading")), None)
        title = "" if first is None else self.document.text[first.start : first.end]
        name = _HEADLINE.split(title)[0].strip()
        known = self._memory.aliases.get(name)
        return known if known is not None and known.type == "Programme" and is_any(known.type, types) else None

    def subject_of(self, types: Sequence[str]) -> Entity | None:
        """What of these types the nearest heading speaks of, else the title, else a treaty that the head names."""
        about = (self._head, self._headlined(types), self._title, self._treaty)
        return next((entity for entity in about if entity is not None and is_any(entity.type, types)), None)

    def _own(self, types: Sequence[str]) -> Entity | None:
        """Whose page it is, where the heading speaks of no other body: "Our members", « Présidence »."""
        house = self._memory.own_house if not self._others else None
        return house if house is not None and is_any(house.type, types) else None

    def owner(self, types: Sequence[str]) -> Entity | None:
        """Of lines that tell who does what, the body above, else the one that the masthead names, else whose page it
        is.
        """
        found = self.subject_of(types)
        if found is None and len(self._front) == 1:
            front = next(entity for entity in self._front.values())
            found = front if self.document.format != "html" or front.id not in records() else None
        found = found or self._own(types)
        return found if found is not None and is_any(found.type, types) else None

    def headed_year(self, passage: int) -> str | None:
        """ "2024 in figures", « L'année 2024 en chiffres »: the one year of the heading above a list."""
        parent = self.document.passages[passage].parent
        if parent is None or self.document.passages[parent].kind != "heading":
            return None
        words = self._unnamed(parent)
        found = [*_YEAR.finditer(words)]
        return found[0].group() if len(found) == 1 and len(words) < _HEADING else None
