"""What readers of files with fonts and pages find, and how it becomes a source: paragraphs, headings, notes, pages."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from extract import wording
from extract.closing import is_date, is_meeting, is_signature
from extract.joining import ends
from extract.readers.source import Block, BlockKind, Format, Meta, Source

_ENTRY = re.compile(r"[^\W\d_].*[\s.;]\d{1,3}$")
DEEPEST = 6  # heading level
FOOT = 8  # paragraphs at the foot of a document among which its signature stands
ALIKE = 0.7  # points by which headings of one level differ in size
HEADING = 300  # characters: a heading is no longer
CELL = 400  # characters: a longer cell of a table is running text
SENTENCE = 50  # characters: where no line is so long, this is running text
RUNNING = 120  # characters: a line at the top of a document that is no longer may belong to its front matter


class Face(NamedTuple):
    """How a paragraph is set from its first letter to its last: size in points, bold, italic."""

    size: float
    bold: bool
    italic: bool


@dataclass(slots=True)
class Written:
    """A paragraph, row of a table or footnote as its file holds it.

    ``marks`` are the footnote marks that were taken out of the text: (offset, mark); ``turns`` where further pages
    begin in it: (offset, page).
    """

    text: str
    kind: BlockKind = ""
    level: int = 0  # of a heading; 1 for the header row of a table
    face: Face | None = None
    page: int = 0  # 0: not known
    turns: list[tuple[int, int]] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    note: str = ""  # the mark of a footnote

    def page_at(self, offset: int) -> int:
        """The page on which the character at ``offset`` stands."""
        return next((page for start, page in reversed(self.turns) if start <= offset), self.page)


def assembled(
    name: str,
    format: Format,
    written: Sequence[Written],
    *,
    stated: Mapping[Meta, str],
    warnings: tuple[str, ...] = (),
) -> Source:
    """The source: one block a line with an empty line between blocks, footnotes behind the body.

    ``stated`` is what the file says of itself; it counts where the text itself says nothing.
    """
    written = _closed(written)
    ordered = [*(w for w in written if w.kind != "footnote"), *(w for w in written if w.kind == "footnote")]
    _find_headings(ordered)
    starts: list[int] = []
    position = 0
    for paragraph in ordered:
        starts.append(position)
        position += len(paragraph.text) + 2
    marks = _marks(ordered, starts)
    raw = "\n\n".join(w.text for w in ordered)
    blocks = tuple(
        Block(start, start + len(w.text), w.kind, w.level, _tied(w, marks, raw))
        for start, w in zip(starts, ordered, strict=True)
    )
    told = {key: (value, -1, -1) for key, value in stated.items()}
    return Source(name, format, raw, blocks, told, _pages(ordered, starts), warnings)


def without_contents(written: Sequence[Written]) -> list[Written]:
    """Without the table of contents: its heading, and the lines below it that end in the number of a page."""
    out: list[Written] = []
    open_ = False
    for w in written:
        if wording.fold(w.text).rstrip(": ") in wording.words("contents"):
            open_ = True
        elif not open_ or not (_ENTRY.search(w.text) or wording.fold(w.text).strip(" .–;") in ("page", "paragraphs")):
            open_ = False
            out.append(w)
    return out


def _closed(written: Sequence[Written]) -> list[Written]:
    """With the meeting at which a resolution was adopted and its date on one line: '18th plenary meeting, 10 May'; and
    with who signed and as what.
    """
    out: list[Written] = []
    last = len(written) - sum(w.kind in ("table", "footnote") for w in written)
    for number, w in enumerate(written, 1):
        before = out[-1] if out else None
        foot = last - FOOT < number and before is not None and not {before.kind, w.kind} & {"table", "footnote"}
        if foot and before is not None and is_signature(before.text, w.text):
            out[-1] = replace(before, text=f"{before.text}, {w.text}", kind="paragraph", face=None)
            continue
        if len(w.text) > HEADING or w.kind in ("table", "footnote"):
            out.append(w)
            continue
        if before is not None and is_meeting(before.text) and is_date(w.text):
            out[-1] = replace(before, text=f"{before.text}, {w.text}", kind="paragraph", face=None)
            continue
        meeting, _, date = w.text.partition(", ")
        closing = w.kind == "" and is_meeting(meeting) and (not date or is_date(date))
        out.append(replace(w, kind="paragraph") if closing else w)
    return out


def _find_headings(written: Sequence[Written]) -> None:
    """Gives headings their level: larger ones stand above smaller ones, bold ones above italic ones.

    Lines of the front matter are told by their words, not by their letters.
    """
    body = _body_size(written)
    ended = [(i, len(w.text)) for i, w in enumerate(written) if ends(w.text)]
    first = next((i for least in (RUNNING, SENTENCE) for i, length in ended if length > least), 0)
    found = [w for w in written[first:] if w.kind == "" and _is_heading(w, body)]
    sizes = _sizes(found)
    faces = sorted({_rank(w, sizes) for w in found})
    for i, w in enumerate(written):
        if w.kind == "heading" and i < first:
            w.kind, w.level = "", 0
        elif w.kind == "" and i >= first and _is_heading(w, body):
            w.kind, w.level = "heading", min(faces.index(_rank(w, sizes)) + 1, DEEPEST)
        elif w.kind == "" and i >= first and w.face is not None and found:
            w.kind = "paragraph"


def _sizes(written: Sequence[Written]) -> dict[float, float]:
    """Size of a heading -> the one that stands for it and those nearly as large."""
    found: dict[float, float] = {}
    last = float("inf")
    for size in sorted({w.face.size for w in written if w.face is not None}, reverse=True):
        last = last if last - size < ALIKE else size
        found[size] = last
    return found


def _rank(written: Written, sizes: Mapping[float, float]) -> tuple[float, bool, bool]:
    assert written.face is not None
    return -sizes[written.face.size], not written.face.bold, written.face.italic


def _body_size(written: Sequence[Written]) -> float:
    """The size in which most of the text is set."""
    lengths: dict[float, int] = {}
    for w in written:
        if w.face is not None and w.kind in ("", "paragraph"):
            lengths[w.face.size] = lengths.get(w.face.size, 0) + len(w.text)
    return max(sorted(lengths), key=lambda size: lengths[size]) if lengths else 0


def _is_heading(written: Written, body: float) -> bool:
    face, text = written.face, written.text
    if face is None or len(text) > HEADING or not any(map(str.isalpha, text)) or text[0].islower():
        return False
    distinct = face.bold or face.size > 1.12 * body or (face.italic and len(text) <= RUNNING)
    return distinct and face.size > 0.88 * body and not (ends(text) and text[-1] in ".:;,") and text[-1] != ","


def _marks(written: Sequence[Written], starts: Sequence[int]) -> dict[tuple[str, int], int]:
    """(mark, page) -> offset in the raw text at which the mark stood; (mark, 0) for the first on any page."""
    found: dict[tuple[str, int], int] = {}
    for w, start in zip(written, starts, strict=True):
        for offset, mark in w.marks:
            at = start + min(max(offset - 1, 0), len(w.text) - 1)
            for label in mark.split(","):
                found.setdefault((label, w.page_at(offset)), at)
                found.setdefault((label, 0), at)
    return found


def _tied(written: Written, marks: Mapping[tuple[str, int], int], raw: str) -> int | None:
    """Where the mark of a footnote stood in the raw text."""
    if written.kind != "footnote" or not written.note:
        return None
    known = marks.get((written.note, written.page), marks.get((written.note, 0)))
    if known is None and written.note[0] == "*":  # « liste préliminaire** »: no raised mark, a part of the text
        star = re.search(rf"(?<=\w){re.escape(written.note)}(?!\*)", raw)
        known = star.start() - 1 if star is not None else None
    return known


def _pages(written: Sequence[Written], starts: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """(offset in the raw text, page) wherever another page begins."""
    found: list[tuple[int, int]] = []
    for w, start in zip(written, starts, strict=True):
        for offset, page in ((0, w.page), *w.turns):
            if page != 0 and (not found or found[-1][1] != page):
                found.append((start + offset, page))
    return tuple(found)
