"""A document that was read, written down again as DOCX and as PDF, as a typist would set it."""

from __future__ import annotations

from extract.columns import BETWEEN
from extract.document import Document, Passage
from tests.extract.papers import EACH, Paper
from tests.extract.wordfiles import docx, p, run, table

LEFT, RIGHT, TOP, BOTTOM = 90, 540, 740, 80


def _texts(document: Document) -> list[tuple[Passage, str]]:
    return [(q, document.text[q.start : q.end]) for q in document.passages]


def as_docx(document: Document) -> bytes:
    """The document as DOCX; footnotes stand at its end, as in the text."""
    body = []
    rows: list[list[str]] = []
    for passage, words in [*_texts(document), (None, "")]:
        if rows and (passage is None or passage.kind != "table"):
            body.append(table(rows))
            rows = []
        if passage is None:
            break
        if passage.kind == "table":
            rows.append(words.split(BETWEEN))
        elif passage.kind in ("heading", "title"):
            body.append(p(run(words, f'<w:b/><w:sz w:val="{28 - 2 * passage.level}"/>')))
        else:
            body.append(p(words))
    return docx("".join(body))


def as_pdf(document: Document) -> bytes:
    """The document as PDF: headings in bold, numbers before their paragraphs, a head and a number on each page."""
    paper = _Typist(document.name)
    for passage, words in _texts(document):
        if passage.kind == "table":
            paper.row(words.split(BETWEEN))
        elif passage.kind in ("heading", "title"):
            paper.block(words, size=14 - passage.level, font="B")
        else:
            body = (passage.body or passage.start) - passage.start
            paper.block(words[body:], number=words[:body].strip(), indent=20 * passage.level)
    return paper.paper.data()


class _Typist:
    def __init__(self, name: str) -> None:
        self.paper = Paper()
        self.name = name
        self.pages = 1
        self.y = float(TOP)
        self._foot()

    def _foot(self) -> None:
        self.paper.at(LEFT, 770, f"About {self.name}", 8)
        self.paper.at(300, 40, f"{self.pages}", 8)

    def _room(self, height: float) -> None:
        if self.y - height < BOTTOM:
            self.paper.page()
            self.pages += 1
            self.y = float(TOP)
            self._foot()

    def block(self, words: str, *, number: str = "", size: float = 10, font: str = "", indent: float = 0) -> None:
        self.y -= 0.8 * size
        left = LEFT + indent
        line = ""
        first = True
        for word in [*words.split(), ""]:
            longer = f"{line} {word}".strip()
            if word and left + EACH * size * len(longer) <= RIGHT:
                line = longer
                continue
            self._room(size)
            if first and number:
                self.paper.at(left - 40, self.y, number, size, font)
            self.paper.at(left, self.y, line, size, font)
            self.y -= 1.2 * size
            line, first = word, False

    def row(self, cells: list[str]) -> None:
        width = (RIGHT - LEFT) / len(cells)
        lines = [_broken(cell, width - 12) for cell in cells]
        self._room(9.6 * max(map(len, lines)))
        self.y -= 8
        for k in range(max(map(len, lines))):
            for column, cell in enumerate(lines):
                if k < len(cell):
                    self.paper.at(LEFT + column * width, self.y, cell[k], 8)
            self.y -= 9.6


def _broken(words: str, width: float) -> list[str]:
    lines = [""]
    for word in words.split():
        longer = f"{lines[-1]} {word}".strip()
        if EACH * 8 * len(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
