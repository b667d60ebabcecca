"""The page of an entity as text for a person: names, facts by kind with their places, the sentences at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from queries.messages import date_words, messages
from queries.rows import Row
from queries.show import Page, Section
from queries.text import clean, width, wrap
from queries.values import Evidence, text_of

_NAMES = 4  # as many as a person reads; `--format json` has them all


@dataclass(slots=True)
class _Sources:
    """Numbers for sentences, in the order in which the page first cites them."""

    numbers: dict[Evidence, int] = field(default_factory=dict)

    def number(self, piece: Evidence) -> int:
        return self.numbers.setdefault(piece, len(self.numbers) + 1)


def to_text(page: Page, *, columns_wide: int, bold: bool = False) -> str:
    """The page as lines of at most ``columns_wide`` columns."""
    words, sources = messages(page.language), _Sources()
    lines = _head(page, columns_wide, bold)
    for section in page.sections:
        lines += ["", _strong(clean(section.heading), bold)]
        for row in section.rows:
            lines += _fact(page, section, row, sources, columns_wide)
    if not page.sections:
        lines += ["", words["nothing"]]
    if page.mentions.rows:
        lines += ["", _strong(page.mentions.heading, bold), *_mentions(page, columns_wide)]
    if sources.numbers:
        lines += ["", _strong(words["sources"], bold), *_cited(page, sources, columns_wide)]
    return "".join(f"{line}\n" for line in lines)


def _strong(text: str, bold: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if bold else text


def _head(page: Page, columns_wide: int, bold: bool) -> list[str]:
    words = messages(page.language)
    facts = sum(len(s.rows) for s in page.sections)
    named = len(page.mentions.rows)
    counts = [words["fact"] if facts == 1 else words["facts"].format(facts)]
    counts.append(words["named_in_one"] if named == 1 else words["named_in"].format(named))
    summary = ", ".join([*page.types, *counts])
    lines = [_strong(line, bold) for line in wrap(clean(page.node.label), columns_wide)]
    lines += _indented("", f"{summary[:1].upper()}{summary[1:]}.", columns_wide)
    for description in page.descriptions:
        lines += _indented("", description, columns_wide)
    if page.names:
        names = [*page.names[:_NAMES], "…"] if len(page.names) > _NAMES else page.names
        lines += _indented("", f"{words['also_called']}{words['colon']}{'; '.join(names)}", columns_wide)
    if page.links:
        lines += _indented("", f"{words['see_also']}{words['colon']}{'; '.join(page.links)}", columns_wide)
    return [*lines, page.node.iri]


def _indented(start: str, text: str, columns_wide: int) -> list[str]:
    """``text`` after ``start``, its further lines under its first."""
    first, *rest = wrap(clean(text), max(columns_wide - width(start), 16))
    return [start + first, *(" " * width(start) + line for line in rest)]


def _fact(page: Page, section: Section, row: Row, sources: _Sources, columns_wide: int) -> list[str]:
    types = {p.name: p.type for p in section.query.roles}
    known = {c: text_of(v) for c, v in row.values.items() if v is not None and c != section.role}
    when = [c for c in known if types[c] in ("date", "year")]
    dates = [date_words(known[c], page.language) for c in when]
    said = [_said(page, section, c, types[c], words) for c, words in known.items() if c not in when]
    statement = " – ".join(dict.fromkeys(dates))
    body = " · ".join([statement, *said] if statement else said)
    if row.modality == "planned":
        body = f"{messages(page.language)['planned']}{messages(page.language)['colon']}{body}"
    return _indented("  ", f"{body} ({_references(page, row.evidence, sources)})".lstrip(), columns_wide)


def _said(page: Page, section: Section, column: str, type: str, words: str) -> str:
    """The value of a column; a number with what it counts: 'people rescued: 350'."""
    if type != "number":
        return words
    name = section.query.property_of(column)
    return f"{page.labels.get(name, name)}{messages(page.language)['colon']}{words}"


def _references(page: Page, evidence: Iterable[Evidence], sources: _Sources) -> str:
    """'A/74/127 [4], para. 73 [1], 92 [2]; A/76/120 [3]': what stands in no numbered paragraph comes first."""
    by_document: dict[str, tuple[list[str], list[str]]] = {}
    for piece in evidence:
        number = f"[{sources.number(piece)}]"
        bare, numbered = by_document.setdefault(piece.document.label, ([], []))
        if piece.paragraph is None:
            bare.append(number)
        else:
            numbered.append(f"{piece.paragraph} {number}")
    word = messages(page.language)["paragraph"]
    return "; ".join(_places(document, bare, numbered, word) for document, (bare, numbered) in by_document.items())


def _places(document: str, bare: Sequence[str], numbered: Sequence[str], word: str) -> str:
    start = " ".join([document, *bare])
    return f"{start}, {word} {', '.join(numbered)}" if numbered else start


def _mentions(page: Page, columns_wide: int) -> list[str]:
    by_document: dict[str, dict[str, None]] = {}
    for row in page.mentions.rows:
        labels = by_document.setdefault(text_of(row.values["document"]), {})
        if row.values["paragraph"] is not None:
            labels[text_of(row.values["paragraph"])] = None
    word = messages(page.language)["paragraph"]
    lines: list[str] = []
    for document, labels in by_document.items():
        lines += _indented("  ", f"{document}, {word} {', '.join(labels)}" if labels else document, columns_wide)
    return lines


def _cited(page: Page, sources: _Sources, columns_wide: int) -> list[str]:
    words = messages(page.language)
    lines: list[str] = []
    for piece, number in sources.numbers.items():
        place = "" if piece.paragraph is None else f", {words['paragraph']} {piece.paragraph}"
        place += "" if piece.page is None else f", p. {piece.page}"
        quote = words["quoted"].format(clean(piece.quote))
        lines += _indented(f"  [{number}] ", f"{piece.document.label}{place}{words['colon']}{quote}", columns_wide)
    return lines
