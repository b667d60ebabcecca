"""Blocks at the end of a text: who signed it and as what, and the meeting at which a resolution was adopted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract import wording
from extract.columns import ends_open
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
        for line in (line for more in groups[i + 1 : end] for line in more):
            apart = not line.text[0].islower() and not ends_open(group[-1].text)
            group = [*group, replace(line, joint=JOINT) if apart else line]
        out.append(group)
        i = end
    return out


def _end(groups: list[Group], first: int, unit: int) -> int:
    """Index after the last group of the block that begins with group ``first``; ``first + 1`` where none begins."""
    if first + 1 == len(groups) or not _is_short(groups[first]):
        return first + 1
    words = groups[first][0].text
    if _is_addressed(groups, first, unit) or _is_signed_in_office(groups, first, unit):
        return first + 2
    if first > 0 and first + 2 == len(groups) and _is_short(groups[-1]) and is_signature(words, groups[-1][0].text):
        return first + 2
    if not _is_below(groups[first + 1], unit):
        return first + 1
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


def is_signature(name: str, office: str) -> bool:
    """Whether two lines at the foot of a text say who signed it and as what: 'Anna Berg', 'Secretary of the Forum'."""
    short = len(name) <= LONGEST and len(office) <= LONGEST and office[-1:] not in ".:;!?"
    return short and _are_names(name.rstrip(",").split()) and not _is_office(name) and _is_office(office)


def is_meeting(words: str) -> bool:
    """Whether a line names the meeting at which a resolution was adopted: '54th plenary meeting'."""
    folded = wording.fold(words)
    return any(pattern.fullmatch(folded) for pattern in wording.patterns("closing"))


def is_date(words: str) -> bool:
    """Whether a line is a date and no more."""
    return date_pattern().fullmatch(words.lower()) is not None


def _is_block(group: Group, unit: int) -> bool:
    """Whether a group is some short lines right below the group before: an office, with where it is."""
    short = len(group) <= MOST // 2 and all(not line.cells and len(line.text) <= LONGEST for line in group)
    return short and group[0].gap <= unit and not group[0].paged and group[-1].text[-1] not in ".:;!?"


def _is_addressed(groups: list[Group], first: int, unit: int) -> bool:
    """Whether a line names a person, with title or below running text, and the next lines the office: 'Ms. Berg' /
    'Permanent Representative of Norway' / 'to the United Nations', 'Anna Berg' / 'Rapporteuse' / 'Comité des ports'.
    """
    after = groups[first + 1]
    if not _is_block(after, unit) or not _is_office(after[0].text):
        return False
    parts = groups[first][0].text.rstrip(",").split()
    titles = wording.words("abbreviations", "title")
    titled = len(parts) > 2 and parts[0].strip(".").lower() in titles and _are_names(parts)
    return titled or (len(after) > 1 and _is_set_apart(groups, first, unit) and _are_names(parts))


def _is_signed_in_office(groups: list[Group], first: int, unit: int) -> bool:
    """Whether a line set apart below running text is an office, and the next a name: « La Conseillère juridique » /
    « Anna Berg ».
    """
    after = groups[first + 1]
    name = after[0].text.split() if _is_below(after, unit) else []
    closes = first + 2 == len(groups) or not _is_below(groups[first + 2], unit)
    office = _is_office(groups[first][0].text) and not _are_names(groups[first][0].text.split()[1:])
    return (
        closes and office and _is_set_apart(groups, first, unit) and _are_names(name) and not _is_office(after[0].text)
    )


def _is_set_apart(groups: list[Group], first: int, unit: int) -> bool:
    """Whether empty lines part a line from the running text above it."""
    running = any(sum(len(line.text) for line in group) > SHORTEST for group in groups[max(first - 3, 0) : first])
    return running and groups[first][0].gap > unit


def _are_names(parts: Sequence[str]) -> bool:
    particles = wording.words("name_particles")
    named = all(part[0].isupper() or part.lower() in particles for part in parts)
    return 2 <= len(parts) <= MOST and named and not any(map(str.isdigit, "".join(parts)))


def _is_office(words: str) -> bool:
    """Whether a line begins with an office, its article aside."""
    parts = wording.fold(words).replace("l'", "").replace("’", "'").split()
    parts = parts[1:] if parts and parts[0] in ("the", "le", "la") else parts
    return bool(parts) and parts[0].rstrip(",") in wording.words("offices")


def _is_name_with_office(groups: list[Group], first: int, unit: int) -> bool:
    """Whether a line set apart below running text is a name, and the next begins with an office."""
    apart = first > 0 and _is_set_apart(groups, first, unit)
    return apart and _are_names(groups[first][0].text.rstrip(",").split()) and _is_office(groups[first + 1][0].text)
