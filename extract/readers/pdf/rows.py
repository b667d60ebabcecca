"""The lines of a page: pieces of text that stand on one level, joined where they are near."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extract.readers.pdf.glyphs import MARK, ORDINAL, STRAY, WIDE, Piece, Row, is_raised

GUTTER = 0.6  # of the height of the letters: nor is one between words that the file writes apart
FOLLOWS = 4  # characters: white space, as pdfium writes it, between two words that the file writes together
BELOW = 0.5  # heights of letters between the middles of two lines, at least
UNDER = 0.3  # of the height of letters that a word and one above it share of a line's width, at least
SHARED = 0.62  # of the lower of two pieces on one line


def rows_of(pieces: Sequence[Piece]) -> list[Row]:
    """The rows of a page, from the top, of pieces in the order in which the file writes them."""
    return [_row(group) for group in _grouped(pieces)]


def _grouped(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces by the lines on which they stand, from the top."""
    groups: list[list[Piece]] = []
    edges: list[tuple[float, float]] = []  # bottom and top of the largest piece of each group
    marks = {id(mark): before for before, mark in pairwise(pieces) if _is_mark_of(mark, before)}
    words = [piece for piece in pieces if id(piece) not in marks]
    for piece in sorted(words, key=lambda piece: (-(piece.top + piece.bottom), piece.left)):
        low, high = piece.bottom, piece.top
        for at in range(len(groups) - 1, max(len(groups) - 4, -1), -1):
            bottom, top = edges[at]
            shared = (top if top < high else high) - (bottom if bottom > low else low)
            close = shared > 0 and shared > SHARED * min(top - bottom, high - low)
            if close and not any(_is_below(piece, other) for other in groups[at]):
                groups[at].append(piece)
                if high - low > top - bottom:
                    edges[at] = low, high
                break
        else:
            groups.append([piece])
            edges.append((low, high))
    lines = {id(piece): group for group in groups for piece in group}
    for mark in pieces:
        if id(mark) in marks:
            lines[id(mark)] = lines[id(marks[id(mark)])]
            lines[id(mark)].append(mark)
    return groups


def _is_below(piece: Piece, other: Piece) -> bool:
    """Whether a piece stands on the line below another, though both are on a level with a large heading beside them."""
    shift = (other.top + other.bottom - piece.top - piece.bottom) / 2
    shared = min(piece.right, other.right) - max(piece.left, other.left)
    return shift > BELOW * piece.size and shared > UNDER * piece.size


def _is_mark_of(piece: Piece, before: Piece) -> bool:
    """Whether a piece is the raised mark that the file writes behind another: it stands on no line of its own."""
    near = abs(piece.left - before.right) < GUTTER * before.size and MARK.fullmatch(piece.text) is not None
    return near and is_raised((piece.left, piece.bottom, piece.right, piece.top), before.bottom, before.top)


def _row(pieces: list[Piece]) -> Row:
    """A line: its pieces joined where they are near, footnote marks taken out of the text."""
    if len(pieces) == 1:
        return Row(pieces, pieces[0].bottom, pieces[0].top)
    joined: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.left):
        if joined and _is_near(joined[-1], piece):
            _join(joined[-1], piece)
        else:
            joined.append(piece)
    return Row(joined, min(p.bottom for p in joined), max(p.top for p in joined))


def _is_near(before: Piece, piece: Piece) -> bool:
    """Whether two pieces of a line are one; what the file writes apart, as it does two columns, needs a smaller gap."""
    gap = piece.left - before.right
    if 0 <= piece.order - before.last <= FOLLOWS:
        return gap < WIDE * max(before.size, piece.size)
    return gap < GUTTER * min(before.size, piece.size)


def _join(before: Piece, piece: Piece) -> None:
    raised = is_raised((piece.left, piece.bottom, piece.right, piece.top), before.bottom, before.top)
    if raised and MARK.fullmatch(piece.text) and not (ORDINAL.fullmatch(piece.text) and before.text[-1:].isalnum()):
        before.marks.append((len(before.text), piece.text))
    else:
        lead = before.left, before.bottom, before.right, before.top
        initial = MARK.fullmatch(before.text) is not None and is_raised(lead, piece.bottom, piece.top)
        before.note = before.text if initial else before.note
        near = piece.left - before.right < STRAY * max(before.size, piece.size) and not initial
        near = near or (raised and ORDINAL.fullmatch(piece.text) is not None)
        before.text += piece.text if near else f" {piece.text}"
        before.lefts += piece.lefts[near:]
        shift = len(before.text) - len(piece.text)
        before.marks += [(shift + at, mark) for at, mark in piece.marks]
        before.bold = before.bold and piece.bold
        if piece.size > before.size:
            before.bottom, before.top = piece.bottom, piece.top
    before.right, before.last = max(before.right, piece.right), piece.last
