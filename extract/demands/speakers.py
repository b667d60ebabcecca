"""Who speaks where the sentence names nobody: in a quotation, and behind "she", « l'intervenant »."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.demands.words import pattern, word_set
from extract.facts import Entity, Fact
from extract.syntax.items import Named
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import fold, strip_accents
from ontology.types import is_a, is_any

_VOICES = ("Person", "Office", "Organization", "State")
_APPOSED = 12  # characters between an office and the name of its holder
_BRACKET = re.compile(r" \((?:[a-z' -]{3,40} (?:for|of|de|du|des|de la|de l') ?(?:the )?)?")
_OPENING = 110  # characters within which a sentence names who speaks


Stated = dict[str, Entity | str | int | float]


def stated(known: Iterable[Fact], own: Entity) -> Stated:
    """What the document ``own`` says of itself."""
    told: Stated = {}
    for fact in known:
        if fact.kind == "documents" and fact.roles.get("document") == own:
            told = {**fact.roles, **told}
    return told


def is_titled(told: Stated, language: str, name: str) -> bool:
    """Does the title that a document states begin as the pattern ``name`` says?"""
    return pattern(language, name).match(fold(str(told.get("title", "")))) is not None


_GERUND = {"en": re.compile(r"[a-z]+ing\b"), "fr": re.compile(r"(?:en )?[a-z]+ant\b")}
_FRONTED = 250  # characters of what stands before whom a sentence lets speak


@dataclass(frozen=True, slots=True)
class Voice:
    """Who a sentence lets speak. ``human``: "the representative of Chad", for whom "she" may stand; ``several``: "the
    members of the Council".
    """

    entity: Entity
    human: bool
    person: Entity | None = None  # who speaks for a State
    several: bool = False

    def answers(self, word: str) -> bool:
        """May the pronoun ``word`` stand for the voice?"""
        if self.several or word in ("they", "ils", "elles"):
            return self.several and word in ("they", "ils", "elles")
        return word not in ("he", "she", "it") or self.human == (word != "it")


def opening(folded: str, start: int, end: int, language: str, named: Iterable[Named]) -> Voice | None:
    """Whom the sentence ``folded[start:end]`` opens with: "For her part, the representative of Panama drew …"."""
    leading = [one for one in named if isinstance(one.data, Entity) and is_any(one.data.type, _VOICES)]
    said = _behind_quotation(folded, start, leading, language)
    if said is not None:
        return said
    return _opens(folded, start, end, language, leading) or _behind_gerund(folded, start, end, language, leading)


def _behind_gerund(folded: str, start: int, end: int, language: str, leading: Sequence[Named]) -> Voice | None:
    """ "Rejecting as baseless a report that 300 people had been sold, the representative of Mali said": the envoy."""
    if _GERUND[language].match(folded, start, end) is None:
        return None
    for comma in re.finditer(", ", folded[start : start + _FRONTED]):
        behind = start + comma.end()
        found = _opens(folded, behind, end, language, [one for one in leading if one.start >= behind])
        if found is not None and found.human and found.entity.type == "State":
            return found
    return None


def _opens(folded: str, start: int, end: int, language: str, leading: Sequence[Named]) -> Voice | None:
    """Whom ``folded[start:end]`` begins with, of those ``leading``."""
    first = next(iter(leading), None)
    if first is None or first.start - start > _OPENING or not isinstance(first.data, Entity):
        return None
    before = folded[start : first.start]
    if is_a(first.data.type, "Organization") and pattern(language, "members_of").fullmatch(before) is not None:
        return Voice(first.data, human=False, several=True)
    if pattern(language, "opening").fullmatch(before) is None:
        return None
    state = _spoken_for(folded, first, leading)
    if state is not None:
        return Voice(state, True, first.data)
    behind = re.match(r"'s? (\w+)", folded[first.end : end])
    envoy = behind is not None and behind[1] in word_set(language, "envoys")
    person = is_any(first.data.type, ("Person", "Office")) and behind is None
    human = person or envoy or pattern(language, "envoy_of").search(before) is not None
    return Voice(first.data, human) if human or behind is None else None


def _spoken_for(folded: str, first: Named, leading: Sequence[Named]) -> Entity | None:
    """ "Ms. Vītola (Latvia) said", "Mr. Diop (Observer for Palestine) asked": the State that a summary record names."""
    for other in leading:
        between = other.start > first.end and _BRACKET.fullmatch(folded, first.end, other.start) is not None
        if between and isinstance(other.data, Entity) and other.data.type == "State":
            return other.data
    return None


def settled(row: Row, asking: Sequence[Entity], index: int, voices: Sequence[Voice]) -> list[Entity]:
    """``asking``, but the State for whom a person speaks, as told before the verb at ``index``, "Ms. Vītola (Latvia)
    urged", or in the sentences before.
    """
    known = [voice.entity for voice in voices if voice.person is not None and voice.person in asking]
    if known:
        return known[-1:]
    for k in range(index - 3):
        spoken = row.kind(k) == "E" and row.items[k].data in asking and row.items[k].data.type == "Person"
        if spoken and row.kind(k + 1) == "(":
            close = row.close(k + 1)
            states = [item.data for item in row.items[k + 2 : close] if item.kind == "E" and item.data.type == "State"]
            if len(states) == 1 and close < index:
                return states
    return list(asking)


def _behind_quotation(folded: str, start: int, leading: Sequence[Named], language: str) -> Voice | None:
    """ "…", said the Chief, Ms. Berg: the person who says it, else the office."""
    for one in leading:
        said = pattern(language, "said").search(folded, start, one.start)
        said = said or pattern(language, "inserted").search(folded, start, one.start)
        if said is not None and isinstance(one.data, Entity) and is_any(one.data.type, ("Person", "Office")):
            near = (two.data for two in leading if 0 <= two.start - one.end < _APPOSED)
            people = (data for data in near if isinstance(data, Entity) and data.type == "Person")
            return Voice(next(people, one.data), True)
    return None


def stands_for(row: Row, subject: Phrase | None, index: int, voices: Sequence[Voice]) -> list[Entity]:
    """The last voice that fits, where the subject of the verb at ``index`` is a pronoun, "the speaker" or "her
    delegation".
    """
    if subject is not None and subject.members[0].item.kind == "O":
        word = subject.members[0].item.word
        return [voice.entity for voice in voices if voice.answers(word)][-1:]
    k = index - 1
    while row.kind(k) == "A":
        k -= 1
    word = strip_accents(row.items[k].word) if k > 0 and row.kind(k - 1) == "D" else ""
    theirs = row.items[k - 1].word in word_set(row.language, "their") and word in word_set(row.language, "sides")
    spoken = theirs or word in word_set(row.language, "speakers")
    return [voice.entity for voice in voices if spoken and voice.human][-1:]


def envoy(row: Row, index: int) -> list[Entity]:
    """ "the representative of Ghana urged", "Ghana's delegate urged": whom the subject of the verb speaks for."""
    k, envoys = index - 1, word_set(row.language, "envoys")
    while row.kind(k) == "A":
        k -= 1
    if k > 1 and strip_accents(row.items[k].word) in envoys and row.kind(k - 1) == "'" and row.kind(k - 2) == "E":
        return [row.items[k - 2].data]
    of = k - 1
    while row.kind(of) == "D":
        of -= 1
    if k < 2 or row.kind(k) != "E" or row.kind(of) != "P" or row.items[of].data not in ("of", "for", "from"):
        return []
    return [row.items[k].data] if strip_accents(row.items[of - 1].word) in envoys else []


def quoted(row: Row, index: int) -> list[Entity]:
    """Whose words the verb at ``index`` stands in: '"I call on States to act," said Ms. Berg.'"""
    outside = _outside(row) if is_quoted(row, index) else []
    saying = word_set(row.language, "saying")
    within = next((speaker for _, speaker in inserted(row, index)), None)
    if within is not None:
        return [within]
    for k in outside:
        if strip_accents(row.items[k].word.split("-")[0]) in saying or not saying.isdisjoint(_lemmas(row, k)):
            return _nearest(row, k, outside)
    return []


def inserted(row: Row, index: int) -> Iterator[tuple[int, Entity]]:
    """Where a verb behind ``index`` says, within a quotation, whose words it holds, and whose: « Nous prions les juges
    de …, [indique] M. Roy. »
    """
    saying = word_set(row.language, "saying")
    for k in range(index + 1, len(row.items) - 1):
        named = row.skip(k + 1)
        says = row.kind(k - 1) == "," and strip_accents(row.items[k].word) in saying
        if says and row.kind(named) == "E" and is_any(row.items[named].data.type, ("Person", "Office")):
            yield k, row.items[named].data


def _lemmas(row: Row, index: int) -> Sequence[str]:
    return row.items[index].data.lemmas if row.kind(index) == "V" else ()


_OPEN, _CLOSE = "“«„", "”»"


def opens_quotation(text: str) -> bool:
    """Does ``text`` open quotation marks that it does not close?"""
    return sum(text.count(mark) for mark in _OPEN) > sum(text.count(mark) for mark in _CLOSE)


def is_open(text: str) -> bool:
    """Is the end of ``text`` within quotation marks, of whichever sort?"""
    return opens_quotation(text) or text.count('"') % 2 == 1


def is_quoted(row: Row, index: int) -> bool:
    """Does the item at ``index`` stand within quotation marks?"""
    return sum(row.kind(k) == '"' for k in range(index)) % 2 == 1


def _outside(row: Row) -> list[int]:
    """The items outside quotation marks."""
    inside, outside = False, []
    for k, item in enumerate(row.items):
        inside = inside != (item.kind == '"')
        if not inside:
            outside.append(k)
    return outside


def _nearest(row: Row, verb: int, outside: Sequence[int]) -> list[Entity]:
    """The office or person nearest to the verb that says it."""
    near = sorted((abs(k - verb), k) for k in outside if row.kind(k) == "E" and is_any(row.items[k].data.type, _VOICES))
    people = [row.items[k].data for _, k in near]
    offices = [one for one in people if one.type == "Office"]
    return (offices or [one for one in people if one.type == "Person"] or [p for p in people if is_a(p.type, "Actor")])[
        :1
    ]
