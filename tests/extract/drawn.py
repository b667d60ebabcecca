"""Pages of a light mark-up (``# heading``, ``| cell | cell |``, lines of text) drawn as the four formats hold them."""

from __future__ import annotations

from html import escape
from itertools import groupby

from tests.extract import wordfiles
from tests.extract.papers import Paper

Block = tuple[str, list[str]]  # kind, lines


def blocks(page: str) -> list[Block]:
    """The headings, tables and paragraphs of a page; an empty line parts two paragraphs."""
    found = [(_kind(line), line) for line in page.splitlines()]
    return [(kind, [line for _, line in lines]) for kind, lines in groupby(found, key=lambda pair: pair[0]) if kind]


def _kind(line: str) -> str:
    if not line.strip():
        return ""
    return {"#": "heading", "|": "table"}.get(line[0], "text")


def cells(line: str) -> list[str]:
    """The cells of a row."""
    return [cell.strip() for cell in line.strip().strip("|").split("|")]


def _headed(row: list[str]) -> bool:
    return len(row) > 2 or row[0] in ("Donor", "Donateur", "Year", "Année")


def drawn(page: str, format_: str, language: str) -> bytes:
    """The bytes of ``page`` as a file of ``format_``."""
    return {"txt": _text, "html": _html, "docx": _docx, "pdf": _pdf}[format_](blocks(page), language)


def _text(found: list[Block], language: str) -> bytes:
    out: list[str] = []
    for kind, lines in found:
        rows = [cells(line) for line in lines]
        if kind == "heading":
            out += [part for line in lines for part in (line.lstrip("# "), "")]
        elif kind == "table":
            widths = [max(len(row[k]) for row in rows) + 4 for k in range(len(rows[0]))]
            out += [
                "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
            ]
        else:
            out += lines
        out.append("")
    return "\n".join(out).encode()


def _html(found: list[Block], language: str) -> bytes:
    out = []
    for kind, lines in found:
        for k, line in enumerate(lines):
            if kind == "heading":
                level = len(line) - len(line.lstrip("#"))
                out.append(f"<h{level}>{escape(line.lstrip('# '))}</h{level}>")
            elif kind == "table":
                tag = "th" if k == 0 and _headed(cells(line)) else "td"
                row = "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells(line))
                out.append(f"{'<table>' if k == 0 else ''}<tr>{row}</tr>{'</table>' if k + 1 == len(lines) else ''}")
            else:
                out.append(f"<p>{escape(line)}</p>")
    return f'<html lang="{language}"><body><main>{"".join(out)}</main></body></html>'.encode()


def _docx(found: list[Block], language: str) -> bytes:
    out = []
    for kind, lines in found:
        if kind == "table":
            out.append(wordfiles.table([cells(line) for line in lines]))
        else:
            out += [
                wordfiles.p(line.lstrip("# "), f"Heading{min(2, line.count('#'))}" if kind == "heading" else "")
                for line in lines
            ]
    return wordfiles.docx("".join(out))


def _pdf(found: list[Block], language: str) -> bytes:
    paper, y = Paper(), 740.0
    for kind, lines in found:
        rows = [cells(line) for line in lines]
        starts = [60.0]
        for k in range(len(rows[0])):
            starts.append(starts[-1] + 4.8 * (max(len(row[k]) for row in rows if k < len(row)) + 5))
        for line, row in zip(lines, rows, strict=True):
            if kind == "table":
                for x, cell in zip(starts, row, strict=False):
                    paper.at(x, y, cell, 8)
                y -= 14
            elif kind == "heading":
                y = paper.lines(60, y - 12, line.lstrip("# "), 480, size=14, font="B")
            else:
                y = paper.lines(60, y, line, 480, size=8) + 4
        y -= 14
    return paper.data()
