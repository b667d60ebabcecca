"""Bodies, programmes and plans under common nouns that only their description tells from others: "a specialized
anti-trafficking unit", « la base de données nationale »; and "the unit", once one has been named.

They are no mentions by themselves: they are read where a frame of some kinds may want them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from extract.document import Sentence
from extract.facts import Entity
from extract.mentions import described, french_tails, references
from extract.mentions.chunk import Described, Line, Span, name_behind
from extract.mentions.entities import Register
from extract.mentions.heads import Head, table
from extract.mentions.told_again import told_again
from extract.syntax.items import Named
from extract.wording import month_numbers
from ontology.alternatives import any_folded
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, clause_frames, data
from ontology.types import is_a, is_any

_WORD_BEFORE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*) $")
_NO_NOUN = frozenset("HBMRSCPAOXU")
_NOMINAL = frozenset({"base", "pres"})  # forms of verbs that may be nouns: "support"
_APPOSED = re.compile(r",? (?:the |le |la |l['’])?")
_PLACE = re.compile(r" (?:in|at|à|de) (?P<place>[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)?)(?=[,.;:)]| [a-zà-ÿ])")
_NO_BODY = ("Operation", "Meeting", "Publication", "Instrument")  # « menée par la police, [l'opération Aube] … »
_WORDS = 3  # between a determiner and the head


def kinds() -> frozenset[str]:
    """The kinds of fact whose frames read common things."""
    return frozenset(data("heads")["described"]["kinds"])


class Common:
    """Finds such things in one document; they go to ``register``."""

    def __init__(self, text: str, folded: str, register: Register, memory: references.Memory) -> None:
        self.text = text
        self.folded = folded
        self.register = register
        self.memory = memory

    def find(self, sentence: Sentence, heads: Sequence[Head], named: Sequence[Named], language: str) -> Iterator[Named]:
        """Those of ``sentence`` outside the names and dates ``named``; ``heads`` are its head nouns."""
        heads = [head for head in heads if self._may_name(head)]
        if not heads:
            return
        spans = [Span(n.start, n.end, n.data.type if isinstance(n.data, Entity) else "Date", "") for n in named]
        line = Line(self.text, self.folded, sentence.start, sentence.end, spans)
        for thing in described.find(line, heads, language, common=True):
            start = start_of(line, thing.start) if language == "en" else thing.start
            thing = replace(thing, end=self._placed(line, thing))
            if start < thing.head.start or thing.head.end < thing.end or " " in thing.head.noun:
                land = self._is_land(line, thing, language)
                if (again := told_again(self.memory, self.text, thing, start, sentence.passage, language)) is not None:
                    yield Named(start, thing.end, "E", again)
                elif not (land or line.overlaps(start, thing.head.end) or self._apposed(line, thing)):
                    yield self._mention(thing, start, language)
            elif self._refers(line, thing, language):
                known = self.memory.short(thing.head.noun, sentence.passage)
                if known is not None and is_any(known.type, (thing.head.type,)):
                    yield Named(thing.start, thing.end, "E", known)

    def _may_name(self, head: Head) -> bool:
        before = _WORD_BEFORE.search(self.folded, max(0, head.start - 30), head.start)
        if before is not None and f"{before[1]} {head.noun}" in _nouns():
            return False  # "the lead agency of the cluster"
        used = head.noun in _nouns() or fold(head.noun) in _in_prepositions()
        if french_tails.is_draft(self.folded, head.noun, head.end):
            return False
        if _deed().match(self.folded, head.end) is not None:
            return False  # "a six-day international police operation"
        if head.plural or used or not (head.weak or " " in head.noun):
            return False
        return is_any(head.type, data("heads")["described"]["types"])

    def _refers(self, line: Line, thing: Described, language: str) -> bool:
        """ "The unit": one that was named before."""
        definite = references.is_definite(self.text, thing.start, language)
        return thing.bare and definite and not described.is_named_on(line, thing.end)

    @staticmethod
    def _is_land(line: Line, thing: Described, language: str) -> bool:
        """ "the department of Canindeyú": where something is, and no body."""
        place = any(span.type in ("City", "Place", "Region") and span.end == thing.end for span in thing.inside)
        return place and thing.head.noun in data("heads")[language]["place"]["nouns"]

    @staticmethod
    def _placed(line: Line, thing: Described) -> int:
        """ "the shelter in Chikwawa": where it is tells which."""
        match = _PLACE.match(line.text, thing.end, line.high) if thing.end == thing.head.end else None
        dated = match is not None and match["place"].lower() in month_numbers()  # "joined the team in April"
        return match.end() if match is not None and not dated and thing.head.type == "Body" else thing.end

    @staticmethod
    def _apposed(line: Line, thing: Described) -> bool:
        """ "a small scheme, the Lotus Assistance Fund": the thing has a name; no police is "Operation Dawn"."""
        match = _APPOSED.match(line.text, thing.end, line.high)
        named = line.starts.get(match.end()) if match is not None else None
        body = is_a(thing.head.type, "Organization")
        return named is not None and named.type != "Date" and not (body and named.is_any(*_NO_BODY))

    def _mention(self, thing: Described, start: int, language: str) -> Named:
        label, kind = self.text[start : thing.end], thing.head.type
        behind = name_behind(self.text, thing.end)
        if behind is not None:
            entity = self.register.new(self.register.thing_id(kind, behind[0], named=True), kind, language, behind[0])
            return Named(start, behind[1], "E", entity)
        id_ = self.register.thing_id(kind, label, named=any(span.type != "Date" for span in thing.inside))
        entity = self.register.new(id_, kind, language, label)
        return Named(start, thing.end, "E", entity)


def start_of(line: Line, start: int) -> int:
    """Where the words between the determiner and what begins at ``start`` begin: "the victim support unit"."""
    first = start
    for _ in range(_WORDS + 1):
        before = _WORD_BEFORE.search(line.folded, max(line.low, first - 30), first)
        readings = set(table("en").vocabulary.get(before[1], ())) if before is not None else set()
        if "D" in readings:
            return first
        if before is None or _NO_NOUN & readings or not _is_nominal(before[1]):
            break
        first = before.start()
    return start


def _is_nominal(word: str) -> bool:
    """May the word before a head be a noun or an adjective: no "established" nor "coordinating"?"""
    verbs = table("en").vocabulary.get(word, {}).get("V", [])
    return {name for _, name in verbs} <= _NOMINAL


@cache
def _nouns() -> frozenset[str]:
    """Posts and nouns that frames ask for: "lead agency", « coordination »."""
    return frozenset(
        noun for frame in clause_frames() for tongue in LANGUAGES for noun in frame.posts[tongue] | frame.nouns[tongue]
    )


@cache
def _in_prepositions() -> frozenset[str]:
    """Words of prepositions such as « dans le cadre de », "at the initiative of", folded."""
    return frozenset(
        word
        for language in LANGUAGES
        for phrases in data("words")[language]["prepositions"].values()
        for phrase in phrases
        for word in fold(phrase).split()
    )


@cache
def _deed() -> re.Pattern[str]:
    """A noun for what the police does, behind that for the police."""
    return re.compile(rf" (?:{any_folded(data('operations')['en']['deeds'])})(?![\w-])")
