"""Small PDF files for tests, written by hand: words at places of a page, in fonts of one width."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field

WIDTH, HEIGHT = 612, 792
EACH = 0.6  # of the size of a letter: how wide it is
FONTS = {"": "Courier", "B": "Courier-Bold", "I": "Courier-Oblique"}
LIGATURES = {"ﬁ": 1, "ﬂ": 2}
ENCODING = "<</Type/Encoding/BaseEncoding/WinAnsiEncoding/Differences[1/fi/fl]>>"


@dataclass
class Paper:
    """A PDF file that is written page by page; the first page is there already."""

    pages: list[list[str]] = field(default_factory=lambda: [[]])
    title: str = ""

    def page(self) -> None:
        """Begins another page."""
        self.pages.append([])

    def at(self, x: float, y: float, words: str, size: float = 10, font: str = "") -> float:
        """Writes words at a place; gives where they end."""
        code = "".join(f"{LIGATURES.get(c) or c.encode('cp1252')[0]:02x}" for c in words)
        self.pages[-1].append(f"BT /F{font} {size} Tf 1 0 0 1 {x} {y} Tm <{code}> Tj ET")
        return x + EACH * size * len(words)

    def rule(self, x: float, y: float, length: float) -> None:
        """Draws a line."""
        self.pages[-1].append(f"{x} {y} m {x + length} {y} l S")

    def lines(
        self, x: float, y: float, words: str, width: float, *, size: float = 10, font: str = "", first: float = 0
    ) -> float:
        """Writes a paragraph in lines of at most ``width`` points, the first set in; gives the height below it."""
        line, indent = "", first
        for word in [*words.split(), ""]:
            longer = f"{line} {word}".strip()
            if word and EACH * size * len(longer) + indent <= width:
                line = longer
                continue
            self.at(x + indent, y, line, size, font)
            y -= 1.2 * size
            line, indent = word, 0
        return y - 0.7 * size

    def numbered(self, y: float, number: str, words: str, x: float = 100, width: float = 400) -> float:
        """Writes a paragraph with its number before it; gives the height below it."""
        self.at(x - 40, y, number)
        return self.lines(x, y, words, width)

    def raised(self, x: float, y: float, mark: str, size: float = 10) -> float:
        """Writes the mark of a footnote behind words that end at ``x``."""
        return self.at(x, y + 0.35 * size, mark, 0.6 * size)

    def data(self) -> bytes:
        """The bytes of the file."""
        kids = " ".join(f"{4 + 2 * i} 0 R" for i in range(len(self.pages)))
        names = " ".join(
            f"/F{key} <</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding{ENCODING}>>" for key, name in FONTS.items()
        )
        objects = [
            b"<</Type/Catalog/Pages 2 0 R>>",
            f"<</Type/Pages/Kids[{kids}]/Count {len(self.pages)}>>".encode(),
            f"<</Title({self.title})>>".encode("cp1252"),
        ]
        for i, drawn in enumerate(self.pages):
            box = f"/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {5 + 2 * i} 0 R"
            objects.append(f"<</Type/Page/Parent 2 0 R{box}/Resources<</Font<<{names}>>>>>>".encode())
            objects.append(stream("\n".join(drawn).encode("ascii")))
        return pdf(objects, "/Info 3 0 R")


def stream(data: bytes) -> bytes:
    """A compressed stream."""
    packed = zlib.compress(data, 9)
    return b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)


def pdf(objects: Sequence[bytes], trailer: str = "") -> bytes:
    """A PDF file of these objects, numbered from 1; the first is its catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    start = len(out)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer<</Size {size}/Root 1 0 R{trailer}>>"
    return out + f"{end}\nstartxref\n{start}\n%%EOF\n".encode()


def locked() -> bytes:
    """A PDF file that needs a password."""
    keys = "<" + "5a" * 32 + ">"
    encryption = f"/Encrypt<</Filter/Standard/V 1/R 2/O{keys}/U{keys}/P -4>>/ID[<00><00>]"
    return pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"], encryption)


def scanned(pages: int = 1) -> bytes:
    """A PDF file without text."""
    paper = Paper([[] for _ in range(pages)])
    for drawn in paper.pages:
        drawn.append("0 0 612 792 re f")
    return paper.data()
