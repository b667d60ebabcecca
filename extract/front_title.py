"""Which line of the front matter is the title."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from extract import wording
from extract.front_people import is_author_line
from extract.joining import ends
from extract.letterhead import is_address, is_letterhead, is_office
from ontology.fold import fold

LONGEST = 400  # characters
_HEADLINE = 8  # words: more than a name, though one stands first: "COMMITTEE ON MIGRANT WORKERS CONCLUDES REVIEW OF …"
_NUMBER = re.compile(r"\d{1,4}/(?:\d{1,4}[A-Z]?\.?|…|\.\.\.)\s+(?=\D)")  # "59/… Trafficking in persons" is a draft
NUMBERED = re.compile(rf"{_NUMBER.pattern}|(?:Resolution|RESOLUTION|Résolution|RÉSOLUTION) \d{{1,4}} \(")
UNTITLED = ("note-verbale",)
_LINKS = ("auprès",)
_ONLY_NUMBER = re.compile(
    r"[^\W\d_]{4,14} (?:no\.? ?|n[o°º] ?)?\d{1,4}/\d{1,4}[A-Z]?\.?", re.IGNORECASE
)  # "REPORT 2024/041"
_ADOPTED = re.compile(
    r"(?<=[A-ZÀ-Ý])\s+(?:as )?(?:adopted|adoptée?)\s(?:at|by|on|par|à|lors|le)\s.*$"
)  # below a title in capitals
_QUOTED = re.compile(r"(?<=[A-ZÀ-Ý][”»\"])\s+[A-ZÀ-Ý][a-zà-ÿ].*$")  # 'EVALUATION OF “OPEN ROADS” Guinea and Liberia'
_JOURNEY = re.compile(r"\bmission (?:to|in)\b|^mission (?!permanente)")
_REFERENCE = re.compile(r"(?:Réf|Ref|Référence|Reference|RÉF|REF)\b[.:]?\s*(?=.*\d)")  # 'Réf. DC 143(2025)'
_CODE = re.compile(r"\S+/\S+")  # 'EX.CL/Dec.1189(XLI)'
_MOTTO = re.compile(r"[“«\"„][^“”«»\"„]+[”»\"]")  # '"Moving in dignity"'
_GATHERING = 5  # words
_MARKS = re.compile(r"(?:\s*\[[^\[\]]{0,80}\]|[\s*]+|(?<=[^\W\d_]) \d{1,2}/)+$")  # "ROUTES IN THE HEMISPHERE 1/"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the front matter that may be the title: its block, words, and what stands around it."""

    index: int
    words: str
    hinted: bool = False  # the page says that it is its title
    of_agenda: bool = False  # it may be the heading of the agenda item above it


@dataclass(frozen=True, slots=True)
class Kind:
    """The line that says what the document is ('Report of the Secretary-General'), if one does."""

    line: Line
    type: str
    titular: bool  # it is the title where no other line can be


def choose(
    lines: Sequence[Line], kind: Kind | None, typed: Callable[[str], bool], *, official: bool, alone: bool
) -> Line | None:
    """The title among ``lines``; ``typed`` tells titles that say what the document is ('Minutes of the 14th meeting').

    ``official``: a masthead stands above. ``alone``: there is no other line of front matter, the name of a body may do.
    """
    found = [line for line in lines if len(line.words) <= LONGEST and can_be(line)]
    certain = [line for line in found if line.hinted] or [
        line for line in found if NUMBERED.match(line.words) or subject(line.words) is not None
    ]
    if certain:
        return certain[0]
    above = _standing_above(lines) - _journeys(lines, kind)
    plain = [line for line in found if line.index not in above]
    plain = [line for line in plain if not line.of_agenda] or ([] if kind is not None and kind.titular else plain)
    plain = [line for line in plain if not _ONLY_NUMBER.fullmatch(line.words)] or plain
    if any(_is_gathering(line.words) for line in found):
        plain = [line for line in plain if not _MOTTO.fullmatch(line.words)] or plain
    if kind is not None and kind.type == "statement" and is_communique(kind.line.words):
        goes_on = [line for line in plain if line.index == kind.line.index]  # "JOINT COMMUNIQUÉ" / "of the Conference"
        below = [line for line in plain if line.index > kind.line.index and not _is_gathering(line.words)]
        plain = goes_on or below
    if kind is not None and kind.type == "draft-resolution":
        plain = [line for line in plain if line.index > kind.line.index] or plain
    named = [line for line in plain if typed(line.words)]
    if named:
        return named[0]
    if kind is not None and kind.type in UNTITLED:
        return None
    if kind is not None and kind.titular and official:
        plain = [line for line in plain if line.index < kind.line.index][-1:]
    if plain:
        return plain[-1 if official and (kind is None or kind.type != "draft-resolution") else 0]
    if kind is not None:
        telling = kind.type == "statement" and " " in kind.line.words  # "FINAL COMMUNIQUÉ", and no "STATEMENT"
        return kind.line if kind.titular or telling else None
    said = [] if official else [line for line in found if alone or len(line.words.split()) >= _HEADLINE]
    return said[0] if said else None


def is_communique(words: str) -> bool:
    """« COMMUNIQUÉ FINAL », "DJIBOUTI COMMUNIQUÉ", below the name of the conference that adopted it."""
    return " " in words and "communique" in fold(words)


def _is_gathering(words: str) -> bool:
    """Whether a line names a meeting: « Quatrième Conférence ministérielle sur … »."""
    firsts = wording.fold(words).split(" ")[:_GATHERING]
    return not wording.words("gatherings").isdisjoint(firsts)


def _standing_above(lines: Sequence[Line]) -> frozenset[int]:
    """Blocks that name a body or an office or are an address, with the lines in which that goes on."""
    found: set[int] = set()
    for line in lines:
        words = line.words
        first = wording.fold(words).split(" ")[0].strip(",")
        goes_on = line.index - 1 in found and (
            first in _LINKS or any(first in wording.stop_words()[c] for c in ("en", "fr"))
        )
        if goes_on or is_letterhead(words) or is_office(words) or is_address(words):
            found.add(line.index)
    return frozenset(found)


def _journeys(lines: Sequence[Line], kind: Kind | None) -> frozenset[int]:
    """Below "MISSION REPORT", « RAPPORT DE MISSION »: lines that name the mission, which is no body then."""
    told = kind is not None and "mission" in wording.fold(kind.line.words).split(" ")
    return frozenset(line.index for line in lines if told and _JOURNEY.search(wording.fold(line.words)) is not None)


def can_be(line: Line) -> bool:
    """Whether a line has the form of a title: no sentence, no salutation, no word in brackets."""
    words = line.words
    if line.hinted:
        return True
    bare = words.rstrip('* ]"”»)')
    own = _ONLY_NUMBER.fullmatch(bare) is not None and wording.fold(bare).split(" ")[0] in wording.words("notes_series")
    if own or _CODE.fullmatch(bare) or _REFERENCE.match(words) or is_author_line(words):
        return False
    ended = ends(bare) and bare[-1:] != "?" and not bare[-1:].isdigit()
    return not ended and not words[0].islower() and words[0] not in "[(" and len(words) >= 4 and words[-1] not in ",;:"


def span(words: str) -> tuple[int, int]:
    """Where in a line its title stands: without number of the resolution, 'Subject:', footnote marks and remarks."""
    prefix = _NUMBER.match(words)
    first = prefix.end() if prefix is not None else subject(words) or 0
    adopted = _ADOPTED.search(words) or _QUOTED.search(words)
    return first, adopted.start() if adopted is not None else len(_MARKS.sub("", words))


def subject(words: str) -> int | None:
    """Where in a line 'Subject: …' the subject begins, None in other lines."""
    lower = wording.fold(words)
    if not any(pattern.match(lower) for pattern in wording.patterns("subjects")):
        return None
    after = words.index(":") + 1
    return after + len(words[after:]) - len(words[after:].lstrip())
