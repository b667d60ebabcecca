"""The words of one paragraph of a DOCX file, with the marks of its footnotes and how its letters are set."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extract.readers.docx.styles import DEFAULT, Look, Style, Styles, W, look_of
from extract.readers.pdf.glyphs import MARK, ORDINAL
from extract.readers.written import Face

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
SKIPPED = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "instrText", "delText", "ruby", "object")
) | {f"{MC}Fallback"}
NOTES = (f"{W}footnoteReference", f"{W}endnoteReference")
BREAKS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}


@dataclass(slots=True)
class Words:
    """What was read of a paragraph. ``boxes`` are the text boxes that are anchored in it."""

    parts: list[str] = field(default_factory=list)
    marks: list[tuple[int, str]] = field(default_factory=list)
    sizes: dict[float, int] = field(default_factory=dict)
    bold: bool = True
    italic: bool = True
    boxes: list[Any] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, look: Look) -> None:
        """Adds letters that are set like ``look``."""
        self.parts.append(text)
        self.length += len(text)
        if text.strip():
            size = look.size or DEFAULT
            self.sizes[size] = self.sizes.get(size, 0) + len(text)
            self.bold = self.bold and bool(look.bold)
            self.italic = self.italic and bool(look.italic)

    def face(self) -> Face | None:
        """How the paragraph is set; None where it has no letters."""
        if not self.sizes:
            return None
        return Face(max(sorted(self.sizes), key=lambda size: self.sizes[size]), self.bold, self.italic)

    def collapsed(self) -> tuple[str, list[tuple[int, str]]]:
        """The text with white space collapsed, and its marks at their new offsets."""
        whole = "".join(self.parts)
        text = " ".join(whole.split())
        return text, [(len(" ".join(whole[:at].split())), mark) for at, mark in self.marks]


def words_of(paragraph: Any, style: Style, styles: Styles, note: Any) -> Words:
    """The words of the element ``w:p``; ``note`` gives the printed mark of a footnote's reference."""
    found = Words()
    looks: dict[str | None, Look] = {}
    for run in _runs(paragraph, found.boxes):
        properties = run.find(f"{W}rPr")
        named = properties.find(f"{W}rStyle") if properties is not None else None
        key = named.get(f"{W}val") if named is not None else None
        if key not in looks:
            looks[key] = style.look if key is None else styles.of(key).look
        look = look_of(properties).over(looks[key]).over(style.look)
        if not look.hidden:
            _add(found, run, look, note)
    return found


def _runs(root: Any, boxes: list[Any]) -> Iterator[Any]:
    """The runs below an element, in order: those in links, fields and content controls, not what was deleted."""
    stack = [iter(root)]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif element.tag == f"{W}txbxContent":
            boxes.append(element)
        elif element.tag in SKIPPED or not isinstance(element.tag, str):
            continue
        else:
            if element.tag == f"{W}r":
                yield element
            stack.append(iter(element))


def _add(found: Words, run: Any, look: Look, note: Any) -> None:
    for element in run:
        if element.tag == f"{W}t":
            text = element.text or ""
            mark = text.strip()
            before = "".join(found.parts[-1:])[-1:]
            if look.raised and before.strip() and MARK.fullmatch(mark) and not ORDINAL.fullmatch(mark):
                found.marks.append((found.length, mark))
            else:
                found.add(text, look)
        elif element.tag in BREAKS:
            if element.get(f"{W}type") not in ("page", "column"):
                found.add(BREAKS[element.tag], look)
        elif element.tag in NOTES:
            mark = note(element)
            if mark:
                found.marks.append((found.length, mark))
