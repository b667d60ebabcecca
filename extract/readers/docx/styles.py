"""What the styles of a DOCX file say: how text is set, which paragraphs are headings, and their numbering."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 40  # styles that are based on one another
DEFAULT = 10.0  # points
OFF = ("0", "false", "off", "none")


@dataclass(frozen=True, slots=True)
class Look:
    """How a run or a style sets letters; None where it does not say."""

    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None

    def over(self, other: Look) -> Look:
        """This look, and that of ``other`` where this one does not say."""
        return Look(
            other.size if self.size is None else self.size,
            other.bold if self.bold is None else self.bold,
            other.italic if self.italic is None else self.italic,
            other.raised if self.raised is None else self.raised,
            other.hidden if self.hidden is None else self.hidden,
        )


@dataclass(slots=True)
class Style:
    """A style with what it inherits."""

    name: str = ""
    look: Look = field(default_factory=Look)
    outline: int | None = None  # level of a heading, 0 at the top
    number: tuple[str, int] | None = None  # (numId, level) of its list


class Styles:
    """The styles of one document by their ids, resolved once."""

    def __init__(self, document: Document) -> None:
        root: Any = document.styles.element
        self._elements = {str(element.get(f"{W}styleId")): element for element in root.iterchildren(f"{W}style")}
        self._default = look_of(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        self._resolved: dict[str, Style] = {}
        self.usual = next(
            (
                key
                for key, e in self._elements.items()
                if e.get(f"{W}type") == "paragraph" and e.get(f"{W}default") == "1"
            ),
            "",
        )

    def of(self, identifier: str | None) -> Style:
        """The style with this id, or that of paragraphs which name none."""
        key = self.usual if identifier is None else identifier
        if key not in self._resolved:
            self._resolved[key] = self._resolve(key)
        return self._resolved[key]

    def _resolve(self, identifier: str) -> Style:
        found = Style()
        look = Look()
        key: str | None = identifier
        for _ in range(DEEPEST):
            element = self._elements.get(key or "")
            if element is None:
                break
            found.name = found.name or str(_value(element.find(f"{W}name")) or "").casefold()
            look = look.over(look_of(element.find(f"{W}rPr")))
            properties = element.find(f"{W}pPr")
            if properties is not None:
                outline = _value(properties.find(f"{W}outlineLvl"))
                if found.outline is None and outline is not None and outline.isdecimal():
                    found.outline = int(outline)
                found.number = found.number or list_of(properties)
            key = _value(element.find(f"{W}basedOn"))
        found.look = look.over(self._default)
        return found


def look_of(properties: Any) -> Look:
    """What the element ``w:rPr`` says of letters."""
    if properties is None:
        return Look()
    size = _value(properties.find(f"{W}sz"))
    raised = _value(properties.find(f"{W}vertAlign"))
    return Look(
        size=float(size) / 2 if size is not None and size.isdecimal() else None,
        bold=_switch(properties.find(f"{W}b")),
        italic=_switch(properties.find(f"{W}i")),
        raised=None if raised is None else raised == "superscript",
        hidden=_switch(properties.find(f"{W}vanish")),
    )


def list_of(properties: Any) -> tuple[str, int] | None:
    """(numId, level) of the element ``w:pPr``; numId '0' takes a paragraph out of the list of its style."""
    element = properties.find(f"{W}numPr") if properties is not None else None
    if element is None:
        return None
    number, level = _value(element.find(f"{W}numId")), _value(element.find(f"{W}ilvl"))
    if number is None:
        return None
    return number, int(level) if level is not None and level.isdecimal() else 0


def _value(element: Any) -> str | None:
    return None if element is None else element.get(f"{W}val")


def _switch(element: Any) -> bool | None:
    return None if element is None else element.get(f"{W}val", "1") not in OFF
