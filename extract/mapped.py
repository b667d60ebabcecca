"""Text that remembers where each of its characters stood in the file: every step of the repair goes through here."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from extract.document import OffsetMap

# (start, end, None) keeps the characters [start, end); (start, end, words) writes `words` in their place.
Piece = tuple[int, int, str | None]
Edit = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Mapped:
    """Text and its piecewise map to raw offsets (see :class:`extract.document.OffsetMap`)."""

    text: str
    starts: list[int]
    targets: list[int]

    def raw(self, offset: int) -> int:
        """Raw offset of the character at ``offset``."""
        i = bisect_right(self.starts, offset) - 1
        return self.targets[i] + offset - self.starts[i]

    def offsets(self) -> OffsetMap:
        return OffsetMap(tuple(self.starts), tuple(self.targets))


def mapped(raw: str) -> Mapped:
    """``raw`` as it is: every character stands for itself."""
    return Mapped(raw, [0], [0])


def rebuild(source: Mapped, pieces: Iterable[Piece]) -> Mapped:
    """A new text out of pieces of ``source``, in the order given.

    What is written in place of characters is mapped to the first of them, each letter of an expansion
    ('fi' for 'ﬁ') to the same character.
    """
    out: list[str] = []
    starts: list[int] = []
    targets: list[int] = []
    position = 0
    for start, end, written in pieces:
        if written is None:
            out.append(source.text[start:end])
            _keep(source, start, end, position, starts, targets)
            position += end - start
        else:
            out.append(written)
            target = source.raw(start)
            for k in range(position, position + len(written)):
                if not starts or target - targets[-1] != k - starts[-1]:
                    starts.append(k)
                    targets.append(target)
            position += len(written)
    return Mapped("".join(out), starts or [0], targets or [0])


def _keep(source: Mapped, start: int, end: int, position: int, starts: list[int], targets: list[int]) -> None:
    """Note where the characters ``[start, end)`` of ``source`` stand in the file; they are written at ``position``."""
    origins, places = source.starts, source.targets
    i = bisect_right(origins, start) - 1
    target = places[i] + start - origins[i]
    if not starts or target - targets[-1] != position - starts[-1]:
        starts.append(position)
        targets.append(target)
    last = bisect_left(origins, end, i + 1)
    if last > i + 1:
        shift = position - start
        starts.extend([origin + shift for origin in origins[i + 1 : last]])
        targets.extend(places[i + 1 : last])


def edited(source: Mapped, edits: Iterable[Edit]) -> Mapped:
    """``source`` with each ``(start, end, words)`` written in place; edits in order, not overlapping."""
    listed = list(edits)
    return rebuild(source, _pieces(source, listed)) if listed else source


def _pieces(source: Mapped, edits: list[Edit]) -> Iterator[Piece]:
    cursor = 0
    for start, end, words in edits:
        if start > cursor:
            yield cursor, start, None
        if words:
            yield start, end, words
        cursor = end
    if cursor < len(source.text):
        yield cursor, len(source.text), None


def substitute(source: Mapped, pattern: re.Pattern[str], words: Callable[[re.Match[str]], str] | str) -> Mapped:
    """``source`` with every match of ``pattern`` replaced by ``words``, a string or a function of the match."""
    if isinstance(words, str):
        return edited(source, ((m.start(), m.end(), words) for m in pattern.finditer(source.text)))
    return edited(source, ((m.start(), m.end(), words(m)) for m in pattern.finditer(source.text)))
