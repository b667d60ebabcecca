"""The lettered actions to which an instrument commits its parties, under its objectives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from string import capwords

from extract.below import item_words
from extract.document import Document, Passage, Sentence
from extract.facts import Entity, Fact
from extract.lettered import is_action, lettered
from extract.mentions.describing import heads_of
from extract.mentions.entities import slug
from extract.mentions.finder import Finder
from extract.syntax.items import Named
from ontology.alternatives import any_folded
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_any

_RECENT = 8  # passages after which a plan is no longer spoken of
_LINE = 150  # characters of a line that names an objective, and is no heading
_STATED = ("Publication",)  # "the Moroni Joint Statement": a text of those who make it, by its noun
_INSTRUMENTS = ("Plan", "Declaration", "Agreement", "Treaty", *_STATED)
# types of documents that commit those who adopted them
_OWN = ("declaration", "plan", "agreement", "treaty", "terms-of-reference")
_QUOTES = ' "“«'
_ARTICLE = 4  # characters before a name that a title begins with
_HEADS = ("heading", "title", "frontmatter")
_LETTER = re.compile(r"\(([^()]+)\)$")
_CLOSING = re.compile(r"\s*[\"”»]?\s*\([^()]*\d{4}[^()]*\)$")  # '…” (GCM, 2018: para. 26)' behind a quoted instrument


@dataclass(frozen=True, slots=True)
class _Objective:
    number: str
    passage: int
    level: int  # of its heading; 0 for a line that is none
    instrument: Entity | None = None  # that its line says it is of: "Under objective 1 of the Action Plan, we will:"


class Commitments:
    """Reads the sentences of one document in their order."""

    def __init__(self, document: Document, finder: Finder) -> None:
        self.document = document
        self.finder = finder
        self.objective: _Objective | None = None
        self.instrument: Entity | None = None
        self.recent: tuple[int, Entity] | None = None  # the passage that named a plan or declaration last, and that
        self.open: dict[int, Entity] = {}  # passage that introduces commitments -> whose they are
        self.headed: dict[int, Entity] = {}  # passage that names an objective of a plan -> that plan
        self.reports = False  # the document reports, or proposes
        self.plan: Entity | None = None  # that a line of the head, or a heading, is the name of
        self.pending: Entity | None = None  # whose commitments stand below the headings of objectives that follow
        self.numbered: tuple[Entity, int] | None = None  # whose commitments numbered paragraphs are; the next number
        self.types = frozenset(part.type.value for part in document.parts if part.type is not None)

    def facts(self, sentence: Sentence, named: Sequence[Named]) -> Iterator[Fact]:
        """The commitment that an item is; what other sentences tell of objectives and instruments is kept."""
        passage = self.document.passages[sentence.passage]
        begins = sentence.start == passage.words
        above = self._above(sentence.passage)
        if passage.kind == "item" and above in self.open and begins:
            yield from self._item(sentence, passage, self.open[above])
            return
        if passage.kind == "item" and above in self.headed and begins:
            called = any(one.start <= sentence.start for one in named)  # "Kenya opened two shelters"
            if not called and is_action(self.finder.folded[sentence.start : sentence.end], passage.language):
                yield from self._item(sentence, passage, self.headed[above])
            return
        if begins and self.numbered is not None:
            instrument, number = self.numbered
            self.numbered = (instrument, number + 1) if passage.label == str(number) else None
            if self.numbered is not None:
                yield from self._item(sentence, passage, instrument)
                return
        folded = self.finder.folded[sentence.start : sentence.end]
        opens = folded.endswith(":")
        under = _under(folded, passage.language) or _worded(folded, passage.language) if opens else None
        if under is not None:
            whose = _whose(folded, under.end(), sentence.start, named, passage.language) or self._still()
            self.objective = _Objective(under["number"].upper(), sentence.passage, 0, whose)
        if opens and self._chapeau(sentence, passage, folded, named):
            self.recent = (sentence.passage, self.open[sentence.passage])
            return
        opening = folded.lstrip(_QUOTES)  # a quoted passage: "“Objective 1: No child detained. We will:"
        line = sentence.end - sentence.start <= _LINE and _pattern("objective", passage.language).match(opening)
        told = [*self._told(sentence, folded, named)]
        yield from told
        if not told and (passage.kind in _HEADS or (line and not folded.endswith(":"))):
            self._head(sentence.passage, folded, named)
        recent = _instrument(named, ("Plan", "Declaration", "Agreement", *_STATED))
        self.recent = (sentence.passage, recent) if recent is not None else self.recent

    def _told(self, sentence: Sentence, folded: str, named: Sequence[Named]) -> Iterator[Fact]:
        """What a sentence tells with its objective and letter: "Under objective 12 (b) of the Compact, …"."""
        language = self.document.passages[sentence.passage].language
        for one in lettered(folded, sentence.start, language, named):
            action = " ".join(self.document.text[one.start : one.end].split())
            roles: dict[str, Entity | str | int | float] = {
                "instrument": one.instrument,
                "objective": one.objective,
                "item": one.item,
                "action": action,
            }
            yield Fact("commitments", roles, sentence.start, sentence.end, sentence.passage)

    def _above(self, index: int) -> int | None:
        """The passage that an item stands below; where the structure knows none, the last that is no item."""
        passages = self.document.passages
        if passages[index].kind != "item" or passages[index].parent is not None:
            return passages[index].parent
        return next((k for k in range(index - 1, -1, -1) if passages[k].kind != "item"), None)

    def _head(self, index: int, folded: str, named: Sequence[Named]) -> None:
        passage = self.document.passages[index]
        instrument = _instrument(named)
        match = _pattern("objective", passage.language).search(folded)
        self._title(passage, folded, named)
        if self.plan is None and self._own() is None:
            self.instrument = self._pledges(passage) or self.instrument
        if match is not None and self.plan is not None:
            self.headed[index] = self.plan
        if match is not None:
            self.objective = _Objective(match["number"].upper(), index, passage.level)
            if self.pending is not None:
                self.open[index] = self.pending
            self.instrument = instrument or self.instrument
        elif self._is_over(index, passage):
            self.objective = self.pending = None
        if self.instrument is None:
            self.instrument = instrument

    def _title(self, passage: Passage, folded: str, named: Sequence[Named]) -> None:
        """Keep the plan whose name a title or heading begins with; a report on it commits nobody."""
        told = _pattern("told", passage.language).search(folded) is not None
        first = next((one for one in named if isinstance(one.data, Entity)), None)
        if told:
            self.reports = True
        elif first is not None and first.start - passage.start <= _ARTICLE:
            self.plan = _instrument([first]) or self.plan
        self.plan = None if self.reports else self.plan

    def _pledges(self, passage: Passage) -> Entity | None:
        """The undertakings that a heading names, "The Bujumbura Undertakings", « Engagements volontaires du Togo »."""
        words = " ".join(self.document.text[passage.words : passage.end].split())
        match = _pattern("pledges", passage.language).fullmatch(fold(words))
        if match is None or _pattern("told", passage.language).search(fold(words)) is not None:
            return None
        name = words[match.start("name") :]
        label = capwords(name) if name.isupper() else name
        return self.finder.register.new(f"declaration/{slug(label)}", "Declaration", passage.language, label)

    def _still(self) -> Entity | None:
        """Whose the objective before was said to be: "Under objective 2, we undertake to:" in the next paragraph."""
        return self.objective.instrument if self.objective is not None else None

    def _is_over(self, index: int, passage: Passage) -> bool:
        """Does another heading of its level end the objective?"""
        objective = self.objective
        return objective is not None and index != objective.passage and 0 < passage.level <= objective.level

    def _chapeau(self, sentence: Sentence, passage: Passage, folded: str, named: Sequence[Named]) -> bool:
        """Whether the sentence introduces commitments, whose instrument is then kept for what stands below."""
        language = passage.language
        said = any(pattern.search(folded) for pattern in _chapeaux(language))
        bare = self.objective is not None and _pattern("bare", language).fullmatch(folded.strip()) is not None
        objective = self.objective is not None
        party = objective and _pattern("party", language).search(folded) is not None  # "Under this objective, Chile …"
        by_it = self._by(sentence, folded, named, language) or self._going_on(sentence.passage, folded, language)
        if (
            not (said or bare or party or by_it is not None)
            or _pattern("against", language).search(folded)
            or "draft-resolution" in self.types
        ):
            return False
        recent = self.recent[1] if self.recent is not None and sentence.passage - self.recent[0] <= _RECENT else None
        beside = recent if self.recent is not None and sentence.passage - self.recent[0] < 2 else None
        ours = self._ours(folded, language) if self.objective is None else None  # below one, of what tells it
        spoken = beside or ours or recent
        instrument = by_it or self._still() or self.instrument or self._own() or _instrument(named) or spoken
        if instrument is not None:
            self.open[sentence.passage] = instrument
            after = self.document.passages[sentence.passage + 1 : sentence.passage + 2]
            self.pending = instrument if after and after[0].kind not in ("item", "paragraph") else None
            self.numbered = (instrument, 1) if after and after[0].kind != "item" and after[0].label == "1" else None
        return instrument is not None

    def _by(self, sentence: Sentence, folded: str, named: Sequence[Named], language: str) -> Entity | None:
        """The instrument that a sentence opens with, « Par la Charte, les membres s'engagent à : », or that
        a relative clause is about: "the Charter, in which members undertake to:".
        """
        leads, relative = _pattern("led_by", language), _pattern("relative", language)
        if _pattern("pledging", language).search(folded) is None:
            return None
        opened = [one for one in named if leads.fullmatch(folded, 0, max(0, one.start - sentence.start)) is not None]
        opened += [one for one in named if relative.match(folded, one.end - sentence.start) is not None]
        return _instrument(opened, (*_INSTRUMENTS, "Guideline")) or self._theirs(sentence, folded, language)

    def _theirs(self, sentence: Sentence, folded: str, language: str) -> Entity | None:
        """« Par cette Charte, nous nous engageons à : »: known by its noun alone, on the page of those whose it is."""
        noun = _noun_led(language).match(folded)
        house = self.finder.memory.house
        if noun is None or house is None:
            return None
        label = self.document.text[sentence.start + noun.start("noun") : sentence.start + noun.end("noun")]
        return self.finder.register.owned("Declaration", label, house[0], language) if label[0].isupper() else None

    def _going_on(self, index: int, folded: str, language: str) -> Entity | None:
        """Whose commitments the list above is, where a line goes on with it: "and, under objective 2, to:"."""
        above = self._above(index - 1) if index > 0 and self.document.passages[index - 1].kind == "item" else None
        goes_on = _pattern("going_on", language).match(folded) is not None and _under(folded, language) is not None
        return self.open.get(above) if above is not None and goes_on else None

    def _own(self) -> Entity | None:
        own = self.finder.self_entity  # of a memorandum, the document says no more than its title
        return own if not self.types.isdisjoint(_OWN) or own.type == "Agreement" else None

    def _ours(self, folded: str, language: str) -> Entity | None:
        """The document, where those whose joint statement it is say "we"."""
        said = "statement" in self.types and _pattern("ours", language).search(folded) is not None
        return self.finder.self_entity if said else None

    def _item(self, sentence: Sentence, passage: Passage, instrument: Entity) -> Iterator[Fact]:
        action, end = item_words(self.document, sentence.passage, sentence.start)
        action = _CLOSING.sub("", action).rstrip(' .;,"”»')
        roles: dict[str, Entity | str | int | float] = {"instrument": instrument, "action": action}
        if self.objective is not None:
            roles["objective"] = self.objective.number
        letter = _LETTER.search(passage.label or "")
        if letter is not None or passage.kind != "item":
            roles["item"] = letter[1] if letter is not None else str(passage.label)
        yield Fact("commitments", roles, sentence.start, end, sentence.passage)


def _instrument(named: Sequence[Named], types: tuple[str, ...] = _INSTRUMENTS) -> Entity | None:
    found = (one.data for one in named if isinstance(one.data, Entity))
    return next((entity for entity in found if is_any(entity.type, types) and not _is_told(entity)), None)


def _is_told(entity: Entity) -> bool:
    """Is it a work, and no statement of those who undertake something?"""
    return entity.type in _STATED and heads_of(entity).isdisjoint(data("commitments")["statements"])


def _whose(folded: str, at: int, start: int, named: Sequence[Named], language: str) -> Entity | None:
    """The instrument named behind its objective, which ends ``at``, in a sentence that begins at ``start``."""
    of = _pattern("whose", language)
    return _instrument([one for one in named if of.fullmatch(folded, at, max(at, one.start - start)) is not None])


def _worded(folded: str, language: str) -> re.Match[str] | None:
    """The objective that a sentence is about to quote: "Its objective 4 reads as follows:"."""
    objective = data("commitments")[language]["objective"]
    return re.fullmatch(data("commitments")[language]["worded"].format(objective=f"(?:{objective})"), folded)


def _under(folded: str, language: str) -> re.Match[str] | None:
    """The objective that a clause opens with: "States undertake, under objective 1 (Prevention), to:"."""
    opens = (0, *(match.end() for match in re.finditer(r"(?:^|, )(?:(?:et|and)(?:,? ))?", folded)))
    found = (_pattern("under", language).match(folded, at) for at in opens)
    return next((match for match in found if match is not None), None)


@cache
def _pattern(name: str, language: str) -> re.Pattern[str]:
    return re.compile(rf"{data('commitments')[language][name]}")


@cache
def _noun_led(language: str) -> re.Pattern[str]:
    """What leads to a noun for a text that commits, and this: "under the Charter"."""
    return re.compile(rf"(?:{data('commitments')[language]['led_by']})(?P<noun>{any_folded(_texts(language))})(?!\w)")


@cache
def _texts(language: str) -> tuple[str, ...]:
    return tuple(data("commitments")[language]["texts"])


@cache
def _chapeaux(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in data("commitments")[language]["chapeau"])
