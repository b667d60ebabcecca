"""The repair of a text as a whole: from the raw text of a source to clean blocks, every character mapped back.

The clean text holds one block (paragraph, item, heading, footnote) a line. Its order is that of the file, with one
exception: footnotes, and a symbol that is stated by running heads alone, stand behind the body, so that the paragraphs
they interrupt are whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from extract.characters import clean_characters
from extract.document import OffsetMap
from extract.joining import hyphen_joins, paragraphs
from extract.lines import Line, find_lines
from extract.mapped import Mapped, Piece, mapped, rebuild
from extract.readers.source import Block, Source
from extract.words import repair_words

SIGNS = ".,;:!?()[]«»“”\"'"  # what may stand beside a word


@dataclass(frozen=True, slots=True)
class CleanBlock:
    """One line of the clean text: its span, the empty lines above it, and what a reader or the page said of it."""

    start: int
    end: int
    gap: int
    hint: str = ""  # a kind of extract.readers.source.Block, 'footnote', 'symbol', or '' where nothing is known
    level: int = 0


@dataclass(frozen=True, slots=True)
class Clean:
    """Clean text with its blocks and the map to the raw text."""

    text: str
    offsets: OffsetMap
    blocks: tuple[CleanBlock, ...]


def repair(source: Source) -> Clean:
    """Clean text of ``source``."""
    characters = clean_characters(mapped(source.raw))
    if source.blocks is None:
        joined, facts = _join_lines(characters)
    else:
        joined, facts = _take_blocks(characters, source.blocks)
    repaired = repair_words(joined, raw=source.raw, notes=tuple(_note_numbers(joined.text, facts)))
    return Clean(repaired.text, repaired.offsets(), tuple(_blocks(repaired.text, facts)))


_Fact = tuple[int, str, int]  # gap, hint, level


def _note_numbers(text: str, facts: list[_Fact]) -> Iterator[int]:
    """Numbers of the footnotes, counting up."""
    if not any(hint == "footnote" for _, hint, _ in facts):
        return
    last = 0
    for line, (_, hint, _) in zip(text.split("\n"), facts, strict=True):
        match = re.match(r"\d{1,3}(?!\d)", line) if hint == "footnote" else None
        if match is not None and int(match.group()) > last:
            last = int(match.group())
            yield last


def _join_lines(source: Mapped) -> tuple[Mapped, list[_Fact]]:
    lines = find_lines(source.text)
    body = paragraphs(lines.body)
    facts: list[_Fact] = [(group[0].gap, group[0].hint, group[0].level) for group in body]
    groups = body
    if lines.symbol is not None:
        groups = [*groups, [lines.symbol]]
        facts.append((9, "symbol", 0))
    notes = _footnotes(lines.notes)
    facts.extend((9, "footnote", 0) for _ in notes)
    return rebuild(source, _pieces(source.text, [*groups, *notes])), facts


def _footnotes(lines: list[Line]) -> list[list[Line]]:
    """Footnotes as groups of lines: each begins with its mark, numbers counting on."""
    groups: list[list[Line]] = []
    last = 0
    for line in lines:
        match = re.match(r"(?P<star>\*{1,4})\s?|(?P<number>\d{1,3})(?=\s|[A-ZÉÀ]|$)|[¹²³⁰⁴-⁹]+", line.text)
        number = int(match.group("number")) if match is not None and match.group("number") else 0
        if not groups or (match is not None and (not number or not last or last < number <= last + 3 or number == 1)):
            groups.append([line])
            last = number or last
        else:
            groups[-1].append(line)
    return groups


def _pieces(text: str, groups: list[list[Line]]) -> Iterator[Piece]:
    hyphens = [a for group in groups for a in group[:-1] if a.text[-1] == "-"]
    vocabulary = Counter(word.strip(SIGNS) for word in text.lower().split()) if hyphens else Counter[str]()
    for g, group in enumerate(groups):
        if g > 0:
            at = groups[g - 1][-1].end
            yield min(at, len(text) - 1), min(at, len(text) - 1), "\n"
        for k, line in enumerate(group):
            if k + 1 == len(group):
                yield line.start, line.end, None
                continue
            between, joint = "+", group[k + 1].joint
            if line.text[-1] == "-" and joint == " ":
                between = hyphen_joins(line.text, group[k + 1].text, vocabulary)
            elif joint == ", " and line.text[-1] == ",":
                joint = " "
            yield line.start, line.end - (between == ""), None
            if between in ("+", "- "):
                yield line.end, line.end, joint


def _take_blocks(source: Mapped, blocks: tuple[Block, ...]) -> tuple[Mapped, list[_Fact]]:
    """The blocks that markup told, one line each."""
    starts = [block.start for block in blocks]
    pieces: list[Piece] = []
    facts: list[_Fact] = []
    for match in re.finditer(r"\S[^\n]*", source.text):
        end = match.start() + len(match.group().rstrip())
        block = blocks[max(bisect_right(starts, source.raw(match.start())) - 1, 0)]
        if pieces:
            pieces.append((match.start() - 1, match.start() - 1, "\n"))
        pieces.append((match.start(), end, None))
        facts.append((1, block.kind, block.level))
    return rebuild(source, pieces), facts


def _blocks(text: str, facts: list[_Fact]) -> Iterator[CleanBlock]:
    position = 0
    for line, (gap, hint, level) in zip(text.split("\n") if facts else (), facts, strict=True):
        start = position + len(line) - len(line.lstrip())
        end = position + len(line.rstrip())
        position += len(line) + 1
        if end > start:
            yield CleanBlock(start, end, gap, hint, level)
