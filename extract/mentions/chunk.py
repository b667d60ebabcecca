"""What the chunkers of both languages share: the line that they read, and the described thing that they find."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.mentions.heads import Head
from ontology.alternatives import any_folded, any_of
from ontology.lexicon import data
from ontology.types import is_a, is_any

_NAME_BEHIND = re.compile(
    r" (?:[“«\"]\s?(?P<quoted>[A-ZÀ-Ý][^”»\"]{1,60}?)\s?[”»\"]|(?P<name>[A-Z][A-Z0-9-]{2,}(?![\w’'])))"
)


@dataclass(frozen=True, slots=True)
class Span:
    """A name or date found before, which a described thing may hold but not cut."""

    start: int
    end: int
    type: str  # of ontology/types.yaml; 'Date' for dates
    id: str  # of a date its first day

    def is_any(self, *ancestors: str) -> bool:
        """Is it of one of these types, or below one? A date is of none."""
        return self.type != "Date" and is_any(self.type, ancestors)


@dataclass(frozen=True, slots=True)
class Described:
    """A described thing at ``[start, end)`` with its head, the ordinals before that, and the spans inside."""

    start: int
    end: int
    head: Head
    ordinals: tuple[int, ...]
    inside: tuple[Span, ...]
    bare: bool  # nothing but the head: a short reference, no name
    capital: bool  # the head is written as a name is
    inner: Described | None = None  # the first described thing in its complement: what the office or body belongs to
    when: str = ""  # of a meeting: the first date or place of its sentence


class Line:
    """A sentence ``text[low:high]`` with its names and dates; offsets are of the text. ``titled``: it is the title of
    the document.
    """

    __slots__ = ("ends", "folded", "high", "low", "spans", "starts", "text", "titled", "upper")

    def __init__(
        self, text: str, folded: str, low: int, high: int, spans: Sequence[Span], *, titled: bool = False
    ) -> None:
        self.text = text
        self.upper = text[low:high].isupper()  # "REGIONAL CENTRE FOR …": capitals say nothing
        self.folded = folded
        self.low = low
        self.high = high
        self.spans = sorted(spans, key=lambda span: span.start)
        self.titled = titled
        self.starts = {span.start: span for span in spans}
        self.ends = {span.end: span for span in spans}

    def recased(self, names: Sequence[int]) -> Line:
        """A line in capitals as it would be written else: in small letters, but where ``names`` begin."""
        written = "".join(
            letter if k in names or len(letter.lower()) != 1 else letter.lower()
            for k, letter in enumerate(self.text[self.low : self.high], self.low)
        )
        text = self.text[: self.low] + written + self.text[self.high :]
        return Line(text, self.folded, self.low, self.high, self.spans, titled=self.titled)

    def cuts(self, start: int, end: int) -> bool:
        """Does a name or date reach into ``[start, end)`` that is not a part of what stands there?"""
        return any(span.start < end and start < span.end and not self._part(span, start, end) for span in self.spans)

    @staticmethod
    def _part(span: Span, start: int, end: int) -> bool:
        return start <= span.start and span.end <= end and span.end - span.start < end - start

    def overlaps(self, start: int, end: int) -> bool:
        """Does a name or date reach into ``[start, end)``?"""
        return any(span.start < end and start < span.end for span in self.spans)

    def within(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans that stand whole in ``[start, end)``."""
        return tuple(span for span in self.spans if start <= span.start and span.end <= end)

    def is_capital(self, index: int) -> bool:
        """Is a word written with a capital at ``index``, or behind its Arabic article ("el-Mandeb"), where that tells
        anything?
        """
        if self.upper:
            return False
        return self.text[index].isupper() or _article().match(self.text, index) is not None


@cache
def _article() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(data('heads')['joined_articles'])})[-’'](?=[A-ZÀ-Ý])")


def amid(line: Line, position: int, language: str) -> int:
    """Where a name ends that at ``position`` goes on with the circumstance in which it works: "trafficking [in the
    context of migration]", « la traite [en temps de guerre] »; ``position`` if it does not.
    """
    match = _amid(language).match(line.folded, position, line.high)
    return position if match is None else match.end()


@cache
def _amid(language: str) -> re.Pattern[str]:
    return re.compile(rf" (?:{any_folded(data('heads')[language]['amid'])})(?!\w)")


def is_instrument(head: Head) -> bool:
    """Does the head name an instrument or a programme: what has a year or a number in its name?"""
    return is_a(head.type, "Instrument") or is_a(head.type, "Programme")


def gaps(start: int, end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The parts of ``[start, end)`` between what is ``taken``, where a name may stand."""
    position = start
    for first, last in [*sorted(taken), (end, end)]:
        if first - position > 4:
            yield position, first
        position = max(position, last)


def name_behind(text: str, end: int) -> tuple[str, int] | None:
    """The name right behind a description that ends at ``end``, and where it ends: « la plateforme « Systraite » »,
    "the network ISON".
    """
    match = _NAME_BEHIND.match(text, end)
    return (match["quoted"] or match["name"], match.end()) if match is not None else None
