"""Lettered actions that a sentence tells with their objective: "Under objective 12 (b) of the Compact, States commit to
…", « la lettre f) de l'objectif 10 du Pacte, à savoir … ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from extract.facts import Entity
from extract.syntax.infinitives import is_infinitive
from extract.syntax.items import Named
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_any

INSTRUMENTS = ("Plan", "Declaration", "Agreement", "Treaty", "Guideline", "Law")
_GOVERNED = (*INSTRUMENTS, "Collaboration", "Programme")  # "objective 3 of the Maseru Platform"
_NEAR = 24  # characters between an objective and what it is of: "objective 3 (b) of the 2018 …"
_LETTER = r"\(?(?P<letter>[a-z]|[ivx]{2,4})\)"
_EDGES = " .;:,\"“”«»'’‘()–—-"


@dataclass(frozen=True, slots=True)
class Lettered:
    """An action under an objective, and where its words stand."""

    instrument: Entity
    objective: str
    item: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Mark:
    letter: str
    start: int
    end: int
    refers: bool  # "objective 3 (b)", "item (b) of objective 3": what follows need not be the action


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence, folded; offsets are those of the sentence."""

    folded: str
    language: str

    def pattern(self, name: str) -> re.Pattern[str]:
        return _pattern(name, self.language)


def lettered(folded: str, offset: int, language: str, named: Sequence[Named]) -> Iterator[Lettered]:
    """The actions that the sentence ``folded``, which begins at ``offset``, tells; ``named`` are its mentions."""
    line = _Line(folded, language)
    aims = [*line.pattern("aim").finditer(folded)]
    if len({_number(aim, language) for aim in aims}) != 1 or folded.rstrip(' "”»').endswith("?"):
        return
    marks = _marks(line)
    instrument = _instrument(aims[0], offset, named, line) if marks else None
    if instrument is None:
        return
    listed = [mark for mark in marks if not mark.refers]
    first = max(aims[0].end(), instrument.end - offset)
    found = _listed(line, listed, aims[0]) if listed else _referred(line, marks, aims[0], first)
    for letter, start, end in found:
        outside = f"{folded[:start]} {folded[end:]}"
        if not line.pattern("against").search(outside) and isinstance(instrument.data, Entity):
            yield Lettered(instrument.data, _number(aims[0], language), letter, offset + start, offset + end)


def _marks(line: _Line) -> list[_Mark]:
    """The letters of the sentence; each of « les lettres a) et b) de l'objectif 6 » refers."""
    found: list[_Mark] = []
    for match in line.pattern("mark").finditer(line.folded):
        of = line.pattern("of_aim").match(line.folded, match.end())
        aside = line.folded[match.end() - 1] == ")" and line.pattern("aside_item").search(line.folded[: match.start()])
        behind = not aside and line.pattern("aim_before").search(line.folded[: match.start()])
        found.append(_Mark(match["letter"] or match["bare"], match.start(), match.end(), bool(of or behind)))
    return found


def _instrument(aim: re.Match[str], offset: int, named: Sequence[Named], line: _Line) -> Named | None:
    """The one instrument of the sentence; of several, or of what else may have objectives, that which the objective
    is said to be of.
    """
    things = [one for one in named if isinstance(one.data, Entity) and is_any(one.data.type, _GOVERNED)]
    whose = line.pattern("whose")
    governed = [
        one
        for one in things
        if 0 <= one.start - offset - aim.end() <= _NEAR and whose.search(line.folded[aim.end() : one.start - offset])
    ]
    sure = [one for one in things if isinstance(one.data, Entity) and is_any(one.data.type, INSTRUMENTS)]
    if governed or len({one.data.id for one in sure if isinstance(one.data, Entity)}) != 1:
        return governed[0] if governed else None
    return sure[0]


def _listed(line: _Line, marks: Sequence[_Mark], aim: re.Match[str]) -> Iterator[tuple[str, int, int]]:
    """ "… the Parties undertake: (a) to train judges; (b) to open shelters": each letter with its own words."""
    opening = line.folded[: marks[0].start]
    if not (opening.rstrip(' "“«').endswith(":") or line.pattern("linking").search(opening)):
        return
    ends = [*(mark.start for mark in marks[1:]), len(line.folded)]
    for mark, end in zip(marks, ends, strict=True):
        start, end = _trimmed(line, mark.end, end)
        if end - start > 2 and not (start <= aim.start() < end):
            yield mark.letter, start, end


def _referred(line: _Line, marks: Sequence[_Mark], aim: re.Match[str], first: int) -> Iterator[tuple[str, int, int]]:
    """The action behind the reference, which ends at ``first`` or with its letter, or before it, in brackets."""
    told = line.pattern("before").search(line.folded[: min(aim.start(), marks[0].start)])
    if told is not None and len(marks) == 1:
        yield (marks[0].letter, *told.span("action"))
        return
    last = max(first, marks[-1].end)
    found = next((match for match in _leads(line, marks[0].start, last) if match is not None), None)
    if found is None:
        return
    if len(marks) == 1:
        start, end = _trimmed(line, found, len(line.folded))
        stop = line.pattern("closing").search(line.folded, start, end)
        yield marks[0].letter, start, stop.start() if stop is not None else end
        return
    parts = [match.span() for match in line.pattern("joint").finditer(line.folded, found)]
    if len(marks) == 2 and len(parts) == 1 and line.pattern("respectively").search(line.folded):
        yield (marks[0].letter, *_trimmed(line, found, parts[0][0]))
        yield (marks[1].letter, *_trimmed(line, parts[0][1], len(line.folded)))


def _leads(line: _Line, first: int, last: int) -> Iterator[int | None]:
    """Where the action begins: behind a colon, "namely", a verb of duty with its infinitive, "shall"."""
    folded = line.folded
    colon = re.compile(r"[\s,)»”\"]*:\s*").match(folded, last)
    if colon is not None and not line.pattern("clausal").match(folded, colon.end()):
        yield colon.end()
    for name in ("worded", "namely", "obliging", "about"):
        match = line.pattern(name).match(folded, last)
        yield match.end() if match is not None else None
    if line.pattern("linking").search(folded[:last]):
        match = line.pattern("infinitive").match(folded, last)
        yield match.end() if match is not None else None
    if line.pattern("under_it").match(folded):
        match = line.pattern("undertaking").match(folded, last)
        yield match.end() if match is not None else None


def _trimmed(line: _Line, start: int, end: int) -> tuple[int, int]:
    """A span without its marks of punctuation, its "to" and the "and" behind it."""
    folded = line.folded
    ended = line.pattern("trailing").search(folded, start, end)
    end = ended.start() if ended is not None else end
    while start < end and folded[start] in _EDGES:
        start += 1
    led = line.pattern("led").match(folded, start, end)
    start = led.end() if led is not None else start
    while end > start and folded[end - 1] in _EDGES:
        end -= 1
    return start, end


def _number(aim: re.Match[str], language: str) -> str:
    if aim["number"]:
        return aim["number"].upper()
    return str(_ordinals(language)[aim["ordinal"] or aim["behind"]])


@cache
def _ordinals(language: str) -> dict[str, int]:
    return {fold(word): value for word, value in data("numbers")[language]["ordinals"].items() if value <= 40}


@cache
def _pattern(name: str, language: str) -> re.Pattern[str]:
    words = data("commitments")[language]
    told = words["lettered"]
    nth = any_of(_ordinals(language))
    number = r"(?:n[o°]?\.? ?)?(?P<number>\d{1,2}|[ivx]{1,5})(?!\w|[./-]\d)"
    item = rf"(?:{told['items']}) "
    patterns = {
        "aim": rf"\b(?:{told['aims']}) (?:{number}|(?P<behind>{nth})\b)|\b(?P<ordinal>{nth}) (?:{told['aims']})(?!\w)",
        "mark": rf"(?<![\w(]){_LETTER}|\b{item}(?P<bare>[b-z]|a(?=[,;:]| (?:of|de|du|under|in) ))(?![\w'’)])",
        "of_aim": rf"(?:,?\s(?:{told['joints']}) {_LETTER.replace('letter', '_')})*,? "
        rf"(?:(?:{told['of']})[^:;]{{0,40}}\b(?:{told['aims']})(?!\w)|(?:{told['aims']}) \d)",
        "aim_before": rf"(?:(?:{told['aims']}) (?:n[o°]?\.? ?)?(?:\d{{1,2}}|[ivx]{{1,5}}),?\s?|{item})$",
        "aside_item": rf"\({item}$",  # « d'une part (lettre a), d'équiper … »
        "against": words["against"],
        "trailing": rf"[\s;,.»”\"]*(?:(?<!\w)(?:{told['joints']}|{told['aside']})[\s,(]*|{item}\(?)?$",
    }
    return re.compile(patterns[name] if name in patterns else told[name])


def is_action(folded: str, language: str) -> bool:
    """Does an item begin as actions do: "Train judges …", « Ouvrir un foyer … », and not "Two workshops were held"?"""
    line = _Line(folded, language)
    first = line.pattern("imperative").match(folded)
    if first is None or line.pattern("done").search(folded):
        return False
    return language == "en" or is_infinitive(first["verb"])
