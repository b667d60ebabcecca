"""The blocks of a web page: one walk over its tree, elements that hold no article text left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from extract import wording
from extract.columns import BETWEEN, is_header
from extract.labels import opens
from extract.readers.site import closes_quotation
from extract.readers.source import BlockKind
from ontology.alternatives import any_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

BREAK = "\n"
PARTED = "\n\n"
IN_CELL = ("p", "div")  # inside a cell they part its lines
CELL = 300  # characters: a longer cell is running text
TORN = 150  # one of several lines is no longer
EMPTY = "–"
SHORT = 60  # characters: a shorter line was ended on purpose
HEADINGS = {f"h{n}": n for n in range(1, 7)}
ARTICLE_TAGS = {"main", "article"}


@dataclass(frozen=True, slots=True)
class Found:
    """A block of text with where it stands: within ``main`` or ``article``, and how much of it is links."""

    text: str
    kind: BlockKind
    level: int
    region: str  # 'main', 'article' or ''
    linked: int  # characters inside links


@dataclass(slots=True)
class _Row:
    """The cells of an open row of a table, and whether it still can be the header row."""

    cells: list[str] = field(default_factory=list)
    first: bool = True  # no row of its table stands above it
    heads: bool = True  # all cells are <th>


@dataclass(slots=True)
class _State:
    """The walk's memory: text of the open block, open lists, open table row."""

    found: list[Found] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    linked: int = 0
    links: int = 0
    heading: int = 0
    lists: list[list[str | int]] = field(default_factory=list)
    item: str | None = None
    rows: list[_Row] = field(default_factory=list)
    tables: list[bool] = field(default_factory=list)  # of the open tables, whether a header row was seen
    cell_broken: bool = False
    fresh: bool = False  # a table was opened and has no row yet
    entry: list[str] = field(default_factory=list)  # of a card: its label, and what stands there
    regions: list[str] = field(default_factory=list)
    pre: int = 0

    def region(self) -> str:
        return "main" if "main" in self.regions else ("article" if self.regions else "")


def find_blocks(root: LexborNode) -> list[Found]:
    """Blocks below ``root`` in the order of the page: headings, paragraphs, list items, table rows."""
    state = _State()
    for node, entering in _walk(root):
        if entering:
            _enter(state, node)
        else:
            _leave(state, node)
    _flush(state)
    return state.found


def _walk(root: LexborNode) -> Iterator[tuple[LexborNode, bool]]:
    """Nodes on the way in (True) and out (False), without recursion: pages may be nested without end."""
    stack: list[tuple[LexborNode, bool]] = [(root, True)]
    while stack:
        node, entering = stack.pop()
        yield node, entering
        if not entering or (node.tag or "").startswith("-"):
            continue
        stack.append((node, False))
        if _dropped(node):
            continue
        child = node.last_child
        while child is not None:
            if child.tag != "-comment":
                stack.append((child, True))
            child = child.prev


@cache
def _sets() -> tuple[frozenset[str], frozenset[str], frozenset[str], re.Pattern[str]]:
    around = any_of(wording.html_words("around"))
    return (
        frozenset(wording.html_words("dropped")),
        frozenset(wording.html_words("dropped_roles")),
        frozenset(wording.html_words("blocks")),
        re.compile(rf"(?:^|[-_\s])(?:{around})(?=$|[-_\s])", re.IGNORECASE),
    )


def _dropped(node: LexborNode) -> bool:
    tags, roles, _, around = _sets()
    tag = node.tag or ""
    if closes_quotation(node):
        return False
    if tag in tags and not (tag == "aside" and _is_box(node)):
        return True
    if tag in ("html", "body", *ARTICLE_TAGS) or tag in HEADINGS:
        return False
    if tag == "sup" and _is_mark(node):
        return True
    attributes = node.attributes
    if not attributes:
        return False
    if (attributes.get("role") or "").casefold() in roles or "hidden" in attributes:
        return True
    style = (attributes.get("style") or "").replace(" ", "")
    if attributes.get("aria-hidden") == "true" or "display:none" in style:
        return True
    named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return around.search(named) is not None and node.css_first("main, article, h1") is None


def _is_box(node: LexborNode) -> bool:
    """Is an <aside> a box of the article: inside it, with a paragraph, few links, and no "Related news"?"""
    above = node.parent
    while above is not None and above.tag not in ARTICLE_TAGS:
        above = above.parent
    if above is None or node.css_first("p") is None:
        return False
    heading = node.css_first(", ".join(HEADINGS))
    if heading is not None and wording.fold(heading.text().strip(" :")) in wording.html_words("elsewhere"):
        return False
    linked = sum(len(link.text()) for link in node.css("a"))
    return linked <= 0.5 * len(node.text())


def _is_mark(node: LexborNode) -> bool:
    """A footnote mark: <sup>12</sup>, <sup><a href="#fn1">[1]</a></sup>; « 1<sup>er</sup> » is none."""
    words = (node.text(deep=True) or "").strip()
    before = (node.prev.text(deep=True) or "")[-3:] if node.prev is not None else ""
    return re.fullmatch(r"[\[(]?(?:\d{1,3}|\*{1,3})[\])]?", words) is not None and (
        node.css_first("a") is not None or re.fullmatch(r"[^\W\d_]{3}|.*[.,;:»”\")]", before.strip()) is not None
    )


def _enter(state: _State, node: LexborNode) -> None:
    tag = node.tag or ""
    if tag == "-text":
        _text(state, node)
        return
    if tag in ARTICLE_TAGS or (node.attributes or {}).get("role") == "main":
        state.regions.append("article" if tag == "article" else "main")
    if tag == "a":
        state.links += 1
    elif tag == "br":
        state.text.append(BREAK)
    elif tag in _sets()[2]:
        _open_block(state, node, tag)


def _text(state: _State, node: LexborNode) -> None:
    words = node.text(deep=False) or ""
    if not state.pre:
        words = re.sub(r"[ \t\r\n\f]+", " ", words)
    state.text.append(words)
    if state.links:
        state.linked += len(words.strip())


def _open_block(state: _State, node: LexborNode, tag: str) -> None:
    if tag in IN_CELL and state.rows:
        state.text.append(PARTED)
        return
    if tag not in ("td", "th"):
        if state.rows and "".join(state.text).strip():
            state.cell_broken = True
        _flush(state)
    state.heading = HEADINGS.get(tag, state.heading if tag in ("div", "section") else 0)
    if tag in ("ul", "ol"):
        state.lists.append([_numbering(node) if tag == "ol" else "", _first_number(node)])
    elif tag == "li":
        state.item = _marker(state)
    elif tag == "table":
        state.tables.append(False)
        state.fresh = True
    elif tag == "tr":
        state.rows.append(_Row(first=state.fresh))
        state.fresh = False
    elif tag in ("td", "th"):
        _flush(state) if not state.rows else None
        state.cell_broken = False
    elif tag == "pre":
        state.pre += 1


def _numbering(node: LexborNode) -> str:
    return (node.attributes.get("type") or "1")[:1]


def _first_number(node: LexborNode) -> int:
    start = node.attributes.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 6 else 1


def _marker(state: _State) -> str:
    """The number that a browser prints before a list item: '3. ', '(b) '; nothing before a bullet's words."""
    if not state.lists or state.lists[-1][0] == "":
        return ""
    style, number = state.lists[-1]
    assert isinstance(number, int)
    state.lists[-1][1] = number + 1
    if style in ("a", "A") and number <= 26:
        return f"({chr(96 + number)}) "
    if style in ("i", "I"):
        return f"({roman(number)}) "
    return f"{number}. "


def roman(number: int) -> str:
    """Lower-case Roman numeral of 1 to 3999; beyond that the number itself."""
    if not 0 < number < 4000:
        return str(number)
    steps = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
    out = ""
    for value, letters in (*steps, (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        out += letters * (number // value)
        number %= value
    return out


def _leave(state: _State, node: LexborNode) -> None:
    tag = node.tag or ""
    if tag == "a":
        state.links -= 1
    elif tag in ("td", "th") and state.rows:
        _close_cell(state, header=tag == "th")
    elif tag in IN_CELL and state.rows:
        _part_in_cell(state)
    elif tag in ("dt", "dd") and not state.rows:
        _close_entry(state, label=tag == "dt")
    elif tag in _sets()[2]:
        _flush(state)
        if tag in HEADINGS:
            state.heading = 0
        elif tag in ("ul", "ol") and state.lists:
            state.lists.pop()
        elif tag == "li":
            state.item = None
        elif tag == "tr" and state.rows:
            _close_row(state)
        elif tag == "table" and state.tables:
            state.tables.pop()
        elif tag == "pre":
            state.pre -= 1
        elif tag == "dl":
            _release(state)
    if state.regions and (tag in ARTICLE_TAGS or (node.attributes or {}).get("role") == "main"):
        state.regions.pop()


def _part_in_cell(state: _State) -> None:
    """The end of a paragraph inside a cell: a line of the cell, or a block where it is as long as running text."""
    if sum(map(len, state.text)) > CELL:
        _flush(state)
        state.cell_broken = True
    elif state.text:
        state.text.append(PARTED)


def _close_cell(state: _State, *, header: bool) -> None:
    lines = [words for words in map(_collapsed, "".join(state.text).split(BREAK)) if words]
    row = state.rows[-1]
    row.heads = row.heads and header
    length = sum(map(len, lines))
    running = length > CELL or (len(lines) > 1 and (length > TORN or state.linked > 0.5 * length))
    if state.cell_broken or running:
        _flush(state)
        return
    row.cells.append(_one_cell("".join(f"{line}{_joint(line)}" for line in lines[:-1]) + "".join(lines[-1:])))
    state.text.clear()
    state.linked = 0


def _one_cell(words: str) -> str:
    """« UNICEF ; HCR » within a cell are not two cells."""
    return words.replace(BETWEEN, "; ")


def _joint(line: str) -> str:
    """What parts a line of a cell from the next: 'Hassan Ould Ahmed' / 'Chair' are written with a comma."""
    return " " if line[-1] in ",;:.-–(" else ", "


def _close_row(state: _State) -> None:
    row = state.rows.pop()
    filled = [cell for cell in row.cells if cell]
    if len(filled) < 2:
        state.found.extend(Found(cell, "paragraph", 0, state.region(), 0) for cell in filled)
        return
    header = row.heads or (row.first and is_header(row.cells))
    headed = header or (bool(state.tables) and state.tables[-1])
    if state.tables:
        state.tables[-1] = headed
    cells = [cell or EMPTY for cell in row.cells] if headed else filled  # an empty cell keeps its column
    state.found.append(Found(BETWEEN.join(cells), "table", int(header), state.region(), 0))


def _close_entry(state: _State, *, label: bool) -> None:
    """ "<dt>Lead agency</dt><dd>IOM</dd>": a label with what it says is a row; sentences and chronologies are text."""
    words = _collapsed("".join(state.text))
    if label:
        _release(state)
    fits = bool(words) and len(words) < (SHORT if label else CELL) and words[-1] not in ".!?"
    dated = label and re.search(r"\d", words) is not None and not opens(f"{words}: …")  # and not "Theme for 2026"
    if not fits or (not state.entry and not label) or dated:
        _flush(state)
        return
    state.entry.append(_one_cell(words))
    state.text.clear()
    state.linked = 0


def _release(state: _State) -> None:
    """Close the open entry of a card; a label with nothing beside it is a line."""
    label, *said = state.entry or ("",)
    state.entry.clear()
    if label:
        words = BETWEEN.join((label, ", ".join(said))) if said else label
        state.found.append(Found(words, "table" if said else "paragraph", 0, state.region(), 0))


def _flush(state: _State) -> None:
    """Close the open block: its text becomes one block, or several where empty lines part it."""
    if not state.text:
        return
    text, linked = "".join(state.text), state.linked
    state.text.clear()
    state.linked = 0
    for words in _lines(text):
        _release(state)
        kind: BlockKind = "heading" if state.heading else ("item" if state.item is not None else "paragraph")
        level = state.heading or (len(state.lists) if kind == "item" else 0)
        state.found.append(Found((state.item or "") + words, kind, level, state.region(), min(linked, len(words))))
        if state.item:
            state.item = ""


def _lines(text: str) -> Iterator[str]:
    """Lines of a block: empty lines part, single breaks only where the line before them was ended on purpose."""
    for part in re.split(r"\n[ \t\r]*\n", text):
        open_words = ""
        for line in part.split(BREAK):
            words = _collapsed(line)
            if (
                open_words
                and words
                and (open_words[-1] in ".;:!?" or (len(open_words) < SHORT and not words[0].islower()))
            ):
                yield open_words
                open_words = words
            elif words:
                open_words = f"{open_words} {words}" if open_words else words
        if open_words:
            yield open_words


def _collapsed(words: str) -> str:
    return " ".join(words.split())
