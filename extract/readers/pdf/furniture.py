"""What stands around the text of a page: running heads and feet, which come again, and the footnotes."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract import wording
from extract.lines import is_entry, line_kind
from extract.readers.pdf.glyphs import Page, Piece, Row
from extract.symbols import SYMBOL_PATTERN

if TYPE_CHECKING:
    from extract.readers.pdf.layout import Part

HEAD, FOOT = 0.17, 0.14  # parts of a page's height in which running heads and feet stand
ROWS = 5  # rows of them
SAME = 3.0  # points by which their distance from the edge of the page differs
PART = 0.15  # of the pages that hold a running head; a chapter of a long document has its own
SMALL = 0.92  # of the usual size of letters: those of footnotes are smaller
STARRED = re.compile(r"\*{1,4}\s?(?=[^\s*])")
NUMBERED = re.compile(r"\d{1,3}\s+(?=\S)")


@dataclass(slots=True)
class Note:
    """A footnote: its mark, and its rows."""

    mark: str
    page: int
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where on its page a piece of a running head stands: at its top or foot, and how far from the edge."""

    page: int
    edge: float
    words: str


def without_furniture(pages: Sequence[Page]) -> str | None:
    """Takes running heads and feet out of ``pages``; gives the symbol of the document that they state, if any.

    They are told by coming again, digits aside, at one distance from the edge of at least two pages; page numbers by
    counting on with the pages. Job numbers and bar codes, which stand on one page, are told by their form.
    """
    places: defaultdict[tuple[bool, str], list[_Place]] = defaultdict(list)
    for page in pages:
        for top in (True, False):
            for row in _zone(page, top=top):
                for piece in row.pieces:
                    edge = page.height - row.top if top else row.bottom
                    places[top, _bare(piece.text)].append(_Place(page.number, edge, piece.text))
    least = max(2, int(PART * len(pages)))
    running = {key: at for key, found in places.items() if (at := _running(key[1], found, least)) is not None}
    echoed = _Echo(pages)
    symbols: Counter[str] = Counter()
    for page in pages:
        symbols.update(_strip(page, running))
        echoed.strip(page)
    return max(sorted(symbols), key=lambda symbol: symbols[symbol]) if symbols else None


def _bare(words: str) -> str:
    return re.sub(r"\d+", "#", wording.fold(words))


def _zone(page: Page, *, top: bool) -> list[Row]:
    """The rows near an edge of the page, the outermost first."""
    if top:
        return [row for row in page.rows[:ROWS] if row.top > (1 - HEAD) * page.height]
    return [row for row in page.rows[: -ROWS - 1 : -1] if row.bottom < FOOT * page.height]


def _running(bare: str, places: list[_Place], least: int) -> float | None:
    """The distance from the edge at which a text comes again; None where it does not."""
    if "#" in bare:
        places = _counting(places)
    edges = sorted(place.edge for place in places)
    if len(edges) == 0:
        return None
    usual = edges[len(edges) // 2]
    pages = {place.page for place in places if abs(place.edge - usual) <= SAME}
    return usual if len(pages) >= least else None


def _counting(places: list[_Place]) -> list[_Place]:
    """The most places whose numbers are the same, but for one that may count on with the pages: '3/12', 'Page 7'.

    « Tableau 1 », « Tableau 2 » at the top of pages are none: they do not count each page.
    """
    groups: defaultdict[tuple[int | str, ...], list[_Place]] = defaultdict(list)
    for place in places:
        numbers = [int(number) for number in re.findall(r"\d+", place.words)]
        groups[(*numbers, "")].append(place)
        for k, number in enumerate(numbers):
            groups[(*numbers[:k], f"+{number - place.page}", *numbers[k + 1 :])].append(place)
    return max(groups.values(), key=lambda group: len({place.page for place in group}))


def _strip(page: Page, running: dict[tuple[bool, str], float]) -> Iterator[str]:
    """Takes the furniture off a page, row by row from its edges inwards; gives the symbols on it."""
    for top in (True, False):
        for row in _zone(page, top=top):
            heads = all(
                (edge := running.get((top, _bare(piece.text)))) is not None
                and abs(edge - (page.height - row.top if top else row.bottom)) <= SAME
                for piece in row.pieces
            )
            if not heads and (top or line_kind(row.text) not in ("furniture", "rule")):
                if top or page.number > 1:
                    break
                continue  # the foot of a first page holds more: 'Please recycle', a bar code, its number
            yield from (p.text for p in row.pieces if re.fullmatch(SYMBOL_PATTERN, p.text) is not None)
            page.rows.remove(row)


class _Echo:
    """Running heads that stand on one page alone, as on the second of two: the symbol that stands on the first, or
    small letters that say its title again.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        self._usual = usual_size(page.rows for page in pages)
        first = pages[0].rows[: 2 * ROWS]
        self._said = frozenset(word for row in first for word in _words(row))

    def strip(self, page: Page) -> None:
        """Takes the first row off a later page where it is such a head."""
        row = next(iter(_zone(page, top=True)), None)
        if (
            page.number > 1
            and row is not None
            and (row.size < SMALL * self._usual or re.fullmatch(SYMBOL_PATTERN, row.text) is not None)
            and self._said.issuperset(_words(row))
        ):
            page.rows.remove(row)


def _words(row: Row) -> list[str]:
    return re.findall(r"\w+", wording.fold(row.text))


def without_contents(pages: Sequence[Page]) -> None:
    """Takes the table of contents out of ``pages``: on each, from its heading or first entry to its last entry."""
    for page in pages:
        entries = [i for i, row in enumerate(page.rows) if any(is_entry(piece.text) for piece in row.pieces)]
        if not entries:
            continue
        first, last = entries[0], entries[-1]
        titles = [i for i in range(first) if wording.fold(page.rows[i].text).rstrip(": ") in wording.words("contents")]
        if titles and first - titles[-1] <= ROWS:
            first = titles[-1]
        del page.rows[first : last + 1]


def take_notes(parts: Sequence[Part]) -> list[Note]:
    """Takes the footnotes out of the parts of pages; one that goes on on the next page is one note."""
    usual = usual_size(part.rows for part in parts)
    notes: list[Note] = []
    raised = _raised(parts)
    for part in parts:
        numbers = raised[part.page.number]
        first = _notes_begin(part, usual, numbers)
        if first is None:
            continue
        ruled = line_kind(part.rows[first].text) == "note"
        rows = part.rows[first + ruled :]
        del part.rows[first:]
        for row in rows:
            mark = _mark(row, notes, part.page.number, None if ruled else numbers)
            if mark is not None or not notes:
                notes.append(Note(mark or "", part.page.number, [row]))
            else:
                notes[-1].rows.append(row)
    return notes


def _raised(parts: Sequence[Part]) -> Mapping[int, frozenset[str]]:
    """Page -> the marks of footnotes in its text."""
    found: defaultdict[int, set[str]] = defaultdict(set)
    for part in parts:
        marks = (mark for row in part.rows for piece in row.pieces for _, mark in piece.marks)
        found[part.page.number].update(label for mark in marks for label in mark.split(","))
    return {page: frozenset(marks) for page, marks in found.items()}


def usual_size(parts: Iterable[Sequence[Row]]) -> float:
    """The height in which most letters of a document are set."""
    lengths: Counter[float] = Counter()
    for rows in parts:
        for row in rows:
            lengths[round(2 * row.size) / 2] += len(row.text)
    return max(sorted(lengths), key=lambda size: lengths[size]) if lengths else 0.0


def _notes_begin(part: Part, usual: float, numbers: frozenset[str]) -> int | None:
    """Index of the row at which the footnotes of a part begin, with the rule above them."""
    rows, height = part.rows, part.page.height
    ruled = [i for i, row in enumerate(rows) if row.pieces[0].text[0] == "_" and line_kind(row.text) == "note"]
    if ruled and ruled[-1] + 1 < len(rows) and _starts(rows[ruled[-1] + 1], None) is not None:
        return ruled[-1]
    first = len(rows)
    while first > 0 and rows[first - 1].size < SMALL * usual:
        first -= 1
    for i in range(first, len(rows)):
        if _starts(rows[i], numbers) is not None and rows[i].top < 0.75 * height:
            return i
    return None


def _starts(row: Row, numbers: frozenset[str] | None) -> str | None:
    """The mark of the footnote that begins with this row: raised, a star, or one of ``numbers``, any where None."""
    piece: Piece = row.pieces[0]
    if piece.note:
        return piece.note
    match = STARRED.match(row.text) or NUMBERED.match(row.text)
    mark = match.group().strip() if match is not None else None
    return mark if mark is None or numbers is None or mark[0] == "*" or mark in numbers else None


def _mark(row: Row, notes: list[Note], page: int, numbers: frozenset[str] | None) -> str | None:
    """The mark of a row among footnotes; a number that does not count on is none: '12 March 2021'."""
    mark = _starts(row, numbers)
    if mark is None or row.pieces[0].note or not mark.isdecimal():
        return mark
    before = next((int(note.mark) for note in reversed(notes) if note.mark.isdecimal()), None)
    here = any(note.page == page for note in notes)
    fits = before is None or before < int(mark) <= before + 3 or (int(mark) == 1 and not here)
    return mark if fits else None
