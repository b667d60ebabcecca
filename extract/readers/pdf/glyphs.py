"""The pages of a PDF file as rows of pieces of text, each with its place: what pdfium tells of the glyphs.

Lengths are points, measured from the lower left corner of the page as a reader holds it.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from ctypes import CFUNCTYPE, addressof, c_float, c_int, c_void_p, cast, create_string_buffer
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

WIDE = 0.95  # of the height of the letters: no space between two words of a line is wider
STRAY = 0.16  # a space that pdfium made up from a narrower gap stands inside a word: "in cluding"
RAISED = 0.85  # a mark of a footnote is smaller than this part of the letters beside it
LIFT = 0.22  # and stands higher than they by this part of their height, or more
NUMBER = 6  # characters: a longer first piece of a line is no printed number
BROKEN = "\x02\ufffe"  # what pdfium writes for a hyphen at the end of a line
MARK = re.compile(r"(?:\d{1,3}|\*{1,4}|[a-z†‡])(?:,(?:\d{1,3}|[a-z]))*")
TAIL = 4  # characters of a mark at the end of a word: 'agreement1'
ORDINAL = re.compile(r"(?:er|re|e|ème|nd|nde|st|rd|th|o|os)")  # raised behind a number they are no marks
ITALIC = 1 << 6  # flag of a font descriptor
SAME = 0.05  # points by which letters on one line differ
LEVEL = 0.12  # heights of letters by which words on one line differ
SMALLER = 0.6  # of the height of a line: a word in a font that tells lesser heights of its letters is no smaller
_WORD = re.compile(rf"[^\s\0{BROKEN}]+[{BROKEN}]?|[{BROKEN}]")
DENSE = 100_000  # characters: no page that a person can read holds more
_PATH = 2  # a line or a box, among the objects of a page


Box = tuple[float, float, float, float]  # left, bottom, right, top


@dataclass(slots=True)
class Piece:
    """Words that stand together on a line. ``marks`` are footnote marks taken out of the text: (offset, mark)."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    bold: bool = False  # from its first letter to its last
    italic: bool = False
    marks: list[tuple[int, str]] = field(default_factory=list)
    note: str = ""  # the raised mark with which it begins, as a footnote does
    lefts: list[float] = field(default_factory=list)  # where its words begin, one for each that a space parts
    order: int = 0  # of its first letter among those of the page, as the file writes them
    last: int = 0  # of its last letter

    @property
    def size(self) -> float:
        return self.top - self.bottom


@dataclass(slots=True)
class Row:
    """The pieces of one line of a page, from left to right."""

    pieces: list[Piece]
    bottom: float
    top: float

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return self.pieces[-1].right

    @property
    def size(self) -> float:
        """Height of the letters of its longest piece."""
        if len(self.pieces) == 1:
            return self.pieces[0].size
        return max(self.pieces, key=lambda piece: len(piece.text)).size

    @property
    def text(self) -> str:
        if len(self.pieces) == 1:
            return self.pieces[0].text
        return " ".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Page:
    """A page: its number counted from 1, its size, its rows from the top, and how many characters it holds."""

    number: int
    width: float
    height: float
    rows: list[Row]
    characters: int
    drawn: list[Box] = field(default_factory=list)  # the lines and boxes on it, where it may hold a table


def read_page(page: PdfPage, number: int) -> Page:
    """The rows of a page; text that is set at a right angle to the others is left out. A page too dense has none."""
    from extract.readers.pdf.rows import rows_of

    width, height = page.get_size()
    text = page.get_textpage()
    try:
        characters = text.count_chars()
        dense = characters > DENSE
        pieces = [] if dense else list(_pieces(text, _turn(page.get_rotation(), width, height)))
    finally:
        text.close()
    rows = rows_of(pieces)
    parted = sum(len(row.pieces) > 1 and len(row.pieces[0].text) > NUMBER for row in rows)
    return Page(number, width, height, rows, characters, _drawn(page) if parted > 1 else [])


def _drawn(page: PdfPage) -> list[Box]:
    import pypdfium2.raw as pdfium

    object_at = partial(_bare(pdfium.FPDFPage_GetObject, c_void_p, c_void_p, c_int), cast(page.raw, c_void_p).value)
    objects = list(map(object_at, range(pdfium.FPDFPage_CountObjects(page.raw))))
    types = map(_bare(pdfium.FPDFPageObj_GetType, c_int, c_void_p), objects)
    bounds = _bare(pdfium.FPDFPageObj_GetBounds, c_int, *(c_void_p,) * 5)
    sides = (c_float * 4)()
    places = [addressof(sides) + 4 * side for side in range(4)]
    drawn = [item for item, kind in zip(objects, types, strict=True) if kind == _PATH]
    return [(sides[0], sides[1], sides[2], sides[3]) for item in drawn if bounds(item, *places)]


def _turn(rotation: int, width: float, height: float) -> Callable[[Box], Box] | None:
    """What turns a box of the file into one of the page as it is shown; None where the page is not turned."""
    if rotation == 90:
        return lambda box: (box[1], height - box[2], box[3], height - box[0])
    if rotation == 180:
        return lambda box: (width - box[2], height - box[3], width - box[0], height - box[1])
    if rotation == 270:
        return lambda box: (width - box[3], box[0], width - box[1], box[2])
    return None


class _Glyphs:
    """The characters of a page: their boxes, with the height that their font gives to all letters alike, and fonts.

    The boxes of a whole page are asked for in one go, into one stretch of memory, which takes a third of the time.
    """

    def __init__(self, text: PdfTextPage, turn: Callable[[Box], Box] | None) -> None:
        import pypdfium2.raw as pdfium

        raw = cast(text.raw, c_void_p).value
        self._box = partial(_bare(pdfium.FPDFText_GetLooseCharBox, c_int, c_void_p, c_int, c_void_p), raw)
        self._object_of = partial(_bare(pdfium.FPDFText_GetTextObject, c_void_p, c_void_p, c_int), raw)
        self._font_of = _bare(pdfium.FPDFTextObj_GetFont, c_void_p, c_void_p)
        self._generated, self._font = pdfium.FPDFText_IsGenerated, pdfium.FPDFText_GetFontInfo
        self._fonts: dict[int, tuple[bool, bool]] = {}  # by address: asking for a name takes forty times as long
        self._name, self._flags = create_string_buffer(80), c_int()
        self._text, self._turn = text.raw, turn

    def boxes(self, indices: Sequence[int]) -> list[Box]:
        """Where these characters stand."""
        rectangles = (c_float * (4 * len(indices)))()  # left, top, right, bottom of each
        begin = addressof(rectangles)
        deque(map(self._box, indices, range(begin, begin + 16 * len(indices), 16)), maxlen=0)
        flat: list[Any] = memoryview(rectangles).cast("B").cast("f").tolist()
        found = list(zip(flat[::4], flat[3::4], flat[2::4], flat[1::4], strict=True))
        return found if self._turn is None else list(map(self._turn, found))

    def generated(self, index: int) -> bool:
        """Whether the character is none of the file's: pdfium wrote it where it saw a gap."""
        return bool(self._generated(self._text, index) == 1)

    def font(self, index: int) -> tuple[bool, bool]:
        """Whether the letter is bold, and whether it is italic."""
        key = self._font_of(self._object_of(index)) or 0
        if key not in self._fonts:
            self._font(self._text, index, self._name, 80, self._flags)
            name = self._name.value.lower()
            italic = b"ital" in name or b"obliq" in name or bool(self._flags.value & ITALIC)
            self._fonts[key] = (b"bold" in name or b"black" in name, italic)
        return self._fonts[key]


def _bare(function: Any, *types: Any) -> Callable[..., Any]:
    """A function of pdfium by its address: result and arguments of these types, which need no wrapping on their way."""
    return CFUNCTYPE(*types)(cast(function, c_void_p).value or 0)


def _pieces(text: PdfTextPage, turn: Callable[[Box], Box] | None) -> Iterator[Piece]:
    """Words in the order of the file, those of one line joined where no wide gap parts them."""
    glyphs = _Glyphs(text, turn)
    last: Piece | None = None
    before = 0  # index of its last letter
    characters = _characters(text)
    spans = [match.span() for match in _WORD.finditer(characters)]
    starts, finals = glyphs.boxes([start for start, _ in spans]), glyphs.boxes([end - 1 for _, end in spans])
    for (start, end), (left, bottom, _, top), final in zip(spans, starts, finals, strict=True):
        words = characters[start:end]
        if last is not None and words[-1] not in BROKEN and _follows(last, left, bottom, top, final):
            last.text = f"{last.text} {words}"
            last.lefts.append(left)
            last.right, last.last, before = final[2], end, end - 1
            continue
        if _is_on(final[1], bottom):
            top = min(top, final[3])  # « États »: some fonts give a capital with an accent more height
        right, size = final[2], top - bottom
        if abs(final[1] - bottom) > 2 * (right - left) + 1:
            continue  # it runs upwards or downwards
        if words[-1] in BROKEN:
            words = f"{words[:-1]}-"
        if last is not None and -0.5 * size < (gap := left - last.right) < WIDE * size and _is_level(last, bottom, top):
            if gap < STRAY * size and start > 0 and glyphs.generated(start - 1):
                last.text += words
            else:
                last.text += f" {words}"
                last.lefts.append(left)
            last.right, last.last = right, end
            if last.size < RAISED * size:
                last.bottom, last.top = bottom, top
            elif _is_on(last.bottom, bottom):
                last.top = min(last.top, top)
        else:
            if last is not None:
                yield _finished(last, glyphs, before)
            last = Piece(words, left, right, bottom, top, *glyphs.font(start), lefts=[left], order=start, last=end)
        before = end - 1
        if final[3] - final[1] < RAISED * size and is_raised(final, bottom, top):
            length = _tail(words, glyphs.boxes(range(end - min(TAIL, len(words) - 1), end)), bottom, top)
            if length > 0:
                yield from _without_tail(last, glyphs.boxes([end - length])[0], final, words[-length:])
                last = None
    if last is not None:
        yield _finished(last, glyphs, before)


def _follows(last: Piece, left: float, bottom: float, top: float, final: Box) -> bool:
    """Whether a word stands behind others on their line, all letters of one height, as nearly all words do."""
    if last.bottom != bottom or last.top != top or final[1] != bottom or final[3] != top:
        return False
    return STRAY * (top - bottom) <= left - last.right < WIDE * (top - bottom)


def _tail(words: str, boxes: Sequence[Box], bottom: float, top: float) -> int:
    """How many characters at the end of a word are a raised mark: '20241', printed 2024¹."""
    length = len(boxes) - next((k for k in range(len(boxes), 0, -1) if not is_raised(boxes[k - 1], bottom, top)), 0)
    mark = words[len(words) - length :]
    return length if length > 0 and MARK.fullmatch(mark) and not ORDINAL.fullmatch(mark) else 0


def _is_on(bottom: float, other: float) -> bool:
    """Do two letters of one size stand on one line? Those of others reach lower."""
    return abs(bottom - other) < SAME


def _is_level(last: Piece, bottom: float, top: float) -> bool:
    """Whether a word stands on the line of the one before it, by its edges, or by its middle in a font of low boxes."""
    if last.bottom == bottom and last.top == top:
        return True
    size = top - bottom
    low, high = abs(last.bottom - bottom), abs(last.top - top)
    if low < LEVEL * size and high < LEVEL * size:
        return True
    part = min(size, last.size) / max(size, last.size, 1)
    if _is_on(last.bottom, bottom):
        return part > SMALLER
    return SMALLER < part < RAISED and abs(last.bottom + last.top - bottom - top) < 2 * LEVEL * size


def _finished(piece: Piece, glyphs: _Glyphs, last: int) -> Piece:
    """A piece of which the last letter, at index ``last``, says whether all of it is bold, or italic."""
    if (piece.bold or piece.italic) and len(piece.lefts) > 1:
        bold, italic = glyphs.font(last)
        piece.bold, piece.italic = piece.bold and bold, piece.italic and italic
    return piece


def is_raised(box: Box, bottom: float, top: float) -> bool:
    """Whether a character is smaller than letters between ``bottom`` and ``top``, and stands higher."""
    size = top - bottom
    return box[3] - box[1] < RAISED * size and box[1] > bottom + LIFT * size and box[3] > top - LIFT * size


def _characters(text: PdfTextPage) -> str:
    """The characters of a page by their index; what is no character of its own is a space."""
    import pypdfium2.raw as pdfium

    characters: str = text.get_text_range()
    count = text.count_chars()
    if len(characters) == count:
        return characters
    codes = (pdfium.FPDFText_GetUnicode(text.raw, index) for index in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " " for code in codes)


def _without_tail(piece: Piece, first: Box, last: Box, mark: str) -> Iterator[Piece]:
    """A piece and the raised characters at its end as a piece of their own: 'agreement' and '1'."""
    piece.text = piece.text[: -len(mark)]
    piece.right = first[0]
    yield piece
    yield Piece(mark, first[0], last[2], last[1], last[3], lefts=[first[0]], order=piece.last, last=piece.last)
