"""Blocks at the end of a text: who signed it and as what, and the meeting at which a resolution was adopted."""

from __future__ import annotations

from dataclasses import replace

from extract import wording
from extract.dates import date_pattern
from extract.lines import Line

LONGEST = 80  # characters: a line of such a block is no longer
MOST = 6  # lines
SHORTEST = 60  # characters: running text above an unsigned name
JOINT = ", "

Group = list[Line]


def closed(groups: list[Group], unit: int) -> list[Group]:
    """``groups`` of lines with each signature, and each meeting with its date, in one group.

    ``unit`` is the number of empty lines between the lines of one paragraph. '(Signed) A. Diallo' / 'Ambassador' is
    written 'A. Diallo, Ambassador'; '54th plenary meeting' / '17 December 2021' likewise.
    """
    out: list[Group] = []
    i = 0
    while i < len(groups):
        end = _end(groups, i, unit)
        group = groups[i]
        for more in groups[i + 1 : end]:
            group = [*group, replace(more[0], joint=JOINT), *more[1:]]
        out.append(group)
        i = end
    return out


def _end(groups: list[Group], first: int, unit: int) -> int:
    """Index after the last group of the block that begins with group ``first``; ``first + 1`` where none begins."""
    if first + 1 == len(groups) or not _is_short(groups[first]) or not _is_below(groups[first + 1], unit):
        return first + 1
    words = groups[first][0].text
    if is_meeting(words):
        return first + 1 + is_date(groups[first + 1][0].text)
    if not _follows(groups, first + 1, unit):
        return first + 1
    if not is_signed(words) and not _is_name_with_office(groups, first, unit):
        return first + 1
    end = first + 1
    while end < min(len(groups), first + MOST) and _follows(groups, end, unit) and not is_signed(groups[end][0].text):
        end += 1
    return end


def _is_short(group: Group) -> bool:
    return len(group) == 1 and not group[0].cells and len(group[0].text) <= LONGEST


def _is_below(group: Group, unit: int) -> bool:
    """Whether a group is one short line right below the group before."""
    return _is_short(group) and group[0].gap <= unit and not group[0].paged


def _follows(groups: list[Group], i: int, unit: int) -> bool:
    """Whether group ``i`` is a line of the block that the group before belongs to."""
    if not _is_below(groups[i], unit):
        return False
    before, words = groups[i - 1][-1].text, groups[i][0].text
    return before[-1] not in ".:;!?" and words[-1] not in ":;!?" and words[0].isalpha() and not words[0].islower()


def is_signed(words: str) -> bool:
    """Whether a line says that someone signed: '(Signed) A. Diallo', « (Signé) … »."""
    return wording.fold(words[:12]).split(" ", 1)[0] in wording.words("signed")


def is_meeting(words: str) -> bool:
    """Whether a line names the meeting at which a resolution was adopted: '54th plenary meeting'."""
    folded = wording.fold(words)
    return any(pattern.fullmatch(folded) for pattern in wording.patterns("closing"))


def is_date(words: str) -> bool:
    """Whether a line is a date and no more."""
    return date_pattern().fullmatch(words.lower()) is not None


def _is_name_with_office(groups: list[Group], first: int, unit: int) -> bool:
    """Whether a line set apart below running text is a name, and the next begins with an office."""
    if first == 0 or groups[first][0].gap <= unit:
        return False
    if not any(sum(len(line.text) for line in group) > SHORTEST for group in groups[max(first - 3, 0) : first]):
        return False
    parts = groups[first][0].text.rstrip(",").split()
    particles = wording.words("name_particles")
    if not 2 <= len(parts) <= 6 or not all(part[0].isupper() or part.lower() in particles for part in parts):
        return False
    office = wording.fold(groups[first + 1][0].text.split(" ", 1)[0]).rstrip(",")
    return not any(map(str.isdigit, groups[first][0].text)) and office in wording.words("offices")
