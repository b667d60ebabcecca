"""The paragraphs, tables and notes of a DOCX file, in the order of the page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from extract.columns import BETWEEN
from extract.readers.docx import tables
from extract.readers.docx.numbering import Numbering
from extract.readers.docx.styles import Style, Styles, W, list_of
from extract.readers.docx.tables import Cell
from extract.readers.docx.text import Words, words_of
from extract.readers.written import RUNNING, Written

if TYPE_CHECKING:
    from docx.document import Document

STAR = re.compile(r"\*{1,4}(?=\s?[^\s*])")
LETTERED = re.compile(r"[a-z](?=\s)")
SEPARATORS = ("separator", "continuationSeparator", "continuationNotice")
TOP = 12  # blocks among which a table may be a masthead


class Reader:
    """Reads one document, its body first."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.styles = Styles(document)
        self.numbering = Numbering(document)
        self.notes: list[tuple[str, str, str]] = []  # (kind of note, id, mark) in the order of their references

    def read(self) -> list[Written]:
        """Masthead, body and notes; the symbol that running heads state stands last."""
        found = [*self._masthead(), *self._blocks(self.document.element.body, top=True)]
        found += self._footnotes()
        symbol = self._symbol()
        if symbol is not None and not any(symbol in w.text for w in found[:TOP]):
            found.append(Written(symbol, "symbol"))
        return found

    # Blocks

    def _blocks(self, root: Any, *, top: bool = False) -> Iterator[Written]:
        """The blocks below an element: paragraphs, and the rows of tables."""
        number = 0
        for element in _children(root):
            found = (
                self._paragraph(element) if element.tag == f"{W}p" else self._table(element, top=top and number < TOP)
            )
            for written in found:
                number += 1
                top = top and len(written.text) <= RUNNING
                yield written

    def _paragraph(self, element: Any) -> Iterator[Written]:
        properties = element.find(f"{W}pPr")
        name = properties.find(f"{W}pStyle") if properties is not None else None
        key = name.get(f"{W}val") if name is not None else None
        style = self.styles.of(key)
        words = words_of(element, style, self.styles, self._mark)
        text, marks = words.collapsed()
        number = self._number(properties, key, style) if text else ""
        if text and not style.name.startswith("toc "):
            if number:
                text, marks = f"{number} {text}", [(at + len(number) + 1, mark) for at, mark in marks]
            framed = properties is not None and properties.find(f"{W}framePr") is not None
            yield self._written(text, marks, style, words, properties, framed=framed)
        for box in words.boxes:
            yield from self._blocks(box)

    def _written(
        self, text: str, marks: list[tuple[int, str]], style: Style, words: Words, properties: Any, *, framed: bool
    ) -> Written:
        found = Written(text, face=words.face(), marks=marks)
        star = STAR.match(text)
        if style.name.startswith(("footnote text", "endnote text")) or (framed and star is not None):
            letter = star or LETTERED.match(text) or re.match(r"[a-z](?=[A-Z])", text)
            found.kind, found.note = "footnote", letter.group() if letter is not None else ""
            if letter is not None:
                found.text = f"{found.note} {text[letter.end() :].lstrip()}"
            return found
        outline = properties.find(f"{W}outlineLvl") if properties is not None else None
        level = int(outline.get(f"{W}val") or 9) if outline is not None else style.outline
        if style.name == "title":
            found.kind = "title"
        elif level is not None and level < 9 and style.name.startswith(("heading", "titre")):
            found.kind, found.level = "heading", min(level + 1, 6)
        return found

    def _number(self, properties: Any, key: str | None, style: Style) -> str:
        """The number that is printed before a paragraph."""
        listed = list_of(properties) or style.number or self.numbering.of_style(key)
        if listed is None or listed[0] == "0":
            return ""
        own = self.numbering.of_style(key)
        if list_of(properties) is None and own is not None and own[0] == listed[0]:
            listed = own  # the list says which of its levels the style is
        return self.numbering.next(*listed)

    # Tables

    def _table(self, table: Any, *, top: bool) -> Iterator[Written]:
        elements = [*_children(table, "tr")]
        rows = [[*self._cells(row)] for row in elements]
        heads = tables.heads(rows)
        if heads is not None:
            yield tables.row(heads, [cell.text for cell in heads], header=True)
        above: list[str] = []
        headed = heads is not None
        for element, cells in [*zip(elements, rows, strict=True)][2 * headed :]:
            filled = [cell for cell in cells if cell.text]
            front = (
                top and not headed and any(tables.is_masthead(block.text) for cell in filled for block in cell.blocks)
            )
            if front or tables.is_laid_out(filled, alone=len(rows) == 1):
                above = []
                yield from (block for cell in cells for block in cell.blocks)
                continue
            texts = [above[k] if cell.merged and k < len(above) else cell.text for k, cell in enumerate(cells)]
            above = texts
            header = not headed and tables.is_heads(element, texts, filled, first=element is elements[0])
            headed = headed or header
            yield tables.row(cells, texts, header=header)

    def _cells(self, row: Any) -> Iterator[Cell]:
        """The cells of a row; a wide one has empty ones behind."""
        for cell in _children(row, "tc"):
            properties = cell.find(f"{W}tcPr")
            span = properties.find(f"{W}gridSpan") if properties is not None else None
            merge = properties.find(f"{W}vMerge") if properties is not None else None
            merged = merge is not None and merge.get(f"{W}val", "continue") == "continue"
            blocks = [] if merged else list(self._blocks(cell))
            yield Cell(" ".join(block.text for block in blocks), blocks, merged=merged)
            width = span.get(f"{W}val") if span is not None else "1"
            for _ in range(min(int(width), 64) - 1 if width.isdecimal() else 0):
                yield Cell("", [], wide=True)

    # Notes

    def _mark(self, reference: Any) -> str:
        """The mark of a footnote, at the place in the text that refers to it."""
        kind = "footnote" if reference.tag == f"{W}footnoteReference" else "endnote"
        identifier = str(reference.get(f"{W}id"))
        known = next((mark for k, i, mark in self.notes if (k, i) == (kind, identifier)), None)
        if known is not None:
            return known
        mark = ""
        if reference.get(f"{W}customMarkFollows") in ("1", "true", "on"):
            following = reference.getnext()
            mark = (following.text or "").strip() if following is not None and following.tag == f"{W}t" else ""
            if following is not None and mark:
                following.text = ""  # it is the mark, no part of the text
        mark = mark or str(1 + sum(1 for k, _, m in self.notes if k == kind and m.isdecimal()))
        self.notes.append((kind, identifier, mark))
        return mark

    def _footnotes(self) -> Iterator[Written]:
        """The footnotes, then the endnotes, in the order in which the text refers to them."""
        parts = {kind: self._notes_part(kind) for kind in ("footnote", "endnote")}
        for kind, identifier, mark in sorted(self.notes, key=lambda note: note[0] != "footnote"):
            element = parts[kind].get(identifier)
            blocks = list(self._blocks(element)) if element is not None else []
            text = " ".join(block.text for block in blocks)
            text = text.removeprefix(mark).lstrip() if mark[0] == "*" else text
            if text:
                yield Written(f"{mark} {text}", "footnote", note=mark)

    def _notes_part(self, kind: str) -> dict[str, Any]:
        from docx.opc.oxml import parse_xml

        for relation in self.document.part.rels.values():
            if relation.reltype.endswith(f"/{kind}s") and not relation.is_external:
                root: Any = parse_xml(relation.target_part.blob)
                return {str(e.get(f"{W}id")): e for e in root if e.get(f"{W}type") not in SEPARATORS}
        return {}

    # Heads

    def _masthead(self) -> list[Written]:
        """The head of the first page, where it has one of its own: the masthead, its left column first."""
        section = next(iter(self.document.sections), None)
        if section is None or not section.different_first_page_header_footer:
            return []
        head = section.first_page_header
        if head.is_linked_to_previous:
            return []
        left: list[Written] = []
        right: list[Written] = []
        for element in _children(head._element):
            if element.tag == f"{W}p":
                left += self._paragraph(element)
                continue
            for row in _children(element, "tr"):
                for k, cell in enumerate(cell for cell in self._cells(row) if cell.text):
                    (right if k > 0 else left).extend(cell.blocks)
        return [*left, *right]

    def _symbol(self) -> str | None:
        """The symbol that running heads state."""
        from extract.symbols import SYMBOL_PATTERN

        for section in self.document.sections:
            if not section.header.is_linked_to_previous:
                for block in self._blocks(section.header._element):
                    for piece in block.text.split(BETWEEN):
                        if re.fullmatch(SYMBOL_PATTERN, piece) is not None:
                            return piece
        return None


def _children(root: Any, *names: str) -> Iterator[Any]:
    """The children of an element with these names, else its paragraphs and tables, through content controls."""
    wanted = {f"{W}{name}" for name in names or ("p", "tbl")}
    inside = {f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"}
    stack = [iter(root)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag in wanted:
            yield element
        elif element.tag in inside:
            stack.append(iter(element))
