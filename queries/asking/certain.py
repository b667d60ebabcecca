"""Which figures count what was asked beyond doubt: by what they say of themselves, or alone in their sentence."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

from graph import iris
from graph.index import fold
from queries.asking.forms import affirmed, are_forms, of_no_state
from queries.asking.understanding import Reading
from queries.rows import Row
from queries.values import plain, text_of

if TYPE_CHECKING:
    from graph.store import Store

_STEM = 6  # letters of a word that tell it whatever its ending
_SHORT = 3  # letters with which other words begin too
_BEFORE = 25  # characters before a number
_BEHIND = 40  # characters behind one
_DIGITS = re.compile(r"\d+")

_FIGURES = """
SELECT ?start (COUNT(DISTINCT ?fact) AS ?facts) WHERE {{
  VALUES ?start {{ {starts} }}
  ?fact a :Figure ; :evidence/oa:hasTarget/oa:hasSelector/oa:start ?start .
}} GROUP BY ?start ORDER BY ?start
"""


def certain(store: Store, rows: Sequence[Row], reading: Reading, wholes: Sequence[str]) -> list[Row]:
    """Figures of which there is no doubt that they count what was asked: all words stand in what the figure says of
    itself, or its sentence reports no other, but that of which it is a part: « 168 pays sur les 181 examinés ».
    ``wholes``: the words before such a one."""

    topics = [_with_names(store, ways) for ways in reading.topics]
    nouns = [_with_names(store, ways) for ways in reading.topics if ways not in reading.verbs]

    def said(row: Row) -> bool:
        words = fold(" ".join(text_of(row.values.get(c)) for c in ("subject", "measure", "unit")))
        done = all(holds(words, ways) or _leads_to(row, ways) for ways in reading.verbs)
        return done and all(holds(words, ways) or _stands_behind(row, ways) or _is_subject(row, ways) for ways in nouns)

    sure = [row for row in rows if said(row) and not is_whole(row, wholes)]
    if sure or reading.strict:
        return [r for r in sure if not any(o is not r and set(o.evidence) & set(r.evidence) for o in sure)]
    starts = sorted({e.start for row in rows for e in row.evidence})
    counted = store.select(_FIGURES.format(starts=" ".join(map(str, starts)))) if starts else []
    facts = {int(str(plain(r["start"]))): int(str(plain(r["facts"]))) for r in counted}
    parts = [row for row in rows if not is_whole(row, wholes) and not _is_denied(row, topics)]
    if any(_is_examined(row, [*nouns, *reading.verbs]) for row in rows if row not in parts):
        return []  # "how many countries were examined": 181, and not 168

    def is_alone(start: int) -> bool:
        beside = [len([r for r in some if any(e.start == start for e in r.evidence)]) for some in (parts, rows)]
        return beside[0] == 1 and beside[1] == facts.get(start)

    return [row for row in parts if all(is_alone(e.start) for e in row.evidence) and _counted_by(row, topics)]


def _is_denied(row: Row, topics: Iterable[Sequence[str]]) -> bool:
    """Whether a sentence says a word only with "not": « neuf avaient une législation qui *n*'incriminait que … »."""
    texts = [fold(e.quote) for e in row.evidence]
    return any(holds(text, ways) and not holds(affirmed(text), ways) for ways in topics for text in texts)


def _is_subject(row: Row, ways: Sequence[str]) -> bool:
    """Whether the subject of a figure is short for what is named, which its sentence speaks of: « le Groupe »."""
    words = fold(text_of(row.values.get("subject"))).split()
    named = any(map(iris.is_iri, ways))
    return named and bool(words) and any(set(words) <= set(fold(way).split()) for way in ways)


def is_whole(row: Row, wholes: Sequence[str]) -> bool:
    """Whether a number is that of which another is a part: « 168 pays *sur les* 181 », and not « repose sur 23 »."""

    def leads(before: str) -> bool:
        ending = [way for way in wholes if f" {before}".endswith(f" {way} ")]
        numbered = any(map(str.isdigit, before))
        return bool(ending) and all(numbered or " " in way for way in ending)

    return all(map(leads, before_number(row)))


def _is_examined(row: Row, topics: Iterable[Sequence[str]]) -> bool:
    """Whether words stand behind a number that are not what it counts."""
    measure = fold(text_of(row.values.get("measure")))
    return any(_stands_behind(row, ways) and not holds(measure, ways) for ways in topics)


def counts(row: Row, column: str, topics: Iterable[Sequence[str]]) -> bool:
    """Whether words stand right behind a number that sentences have in digits: "119 people, 38 of them girls"."""
    spelt = _in_digits(row, column)
    if spelt is None:
        return True
    texts = [fold(e.quote) for e in row.evidence]
    ends = [(text, m.end()) for text in texts for m in spelt.finditer(text)]
    behind = [text[end : end + _BEHIND] for text, end in ends]
    return not behind or any(all(holds(words, ways) for ways in topics) for words in behind)


def _stands_behind(row: Row, ways: Sequence[str]) -> bool:
    """Whether a word stands between a figure and the next number in each sentence: "31 victims identified in 2024"."""
    return all(holds(part[:_BEHIND], ways) for part in behind_number(row))


def behind_number(
    row: Row, words: Sequence[str] = (), numbers: re.Pattern[str] = _DIGITS, known: Collection[str] = ()
) -> list[str]:
    """What each sentence of a figure says between it and the next of ``numbers`` that is not ``known``, folded; ''
    where it is neither in digits nor in one of these ``words``."""
    spelt = _in_digits(row, "value", words)
    parts = [spelt.split(fold(e.quote), maxsplit=1)[1:] if spelt is not None else [] for e in row.evidence]
    ends = [next((m.start() for m in numbers.finditer(p[0]) if m[0] not in known), None) if p else 0 for p in parts]
    return [of_no_state(part[0][:end]) if part else "" for part, end in zip(parts, ends, strict=True)]


def _in_digits(row: Row, column: str, words: Sequence[str] = ()) -> re.Pattern[str] | None:
    """The ways of writing the number in a column: "7000", "7,000", « 7 000 », ``words``; None where it has none."""
    number = re.sub(r"\D", "", text_of(row.values.get(column)))
    written = "".join(rf"|\b{word}\b" for word in words)
    return re.compile(rf"(?<!\d){r'[ .,]?'.join(number)}(?!\d){written}") if number else None


def holds(words: str, ways: Iterable[str]) -> bool:
    """Whether a text, folded, holds one of the ways of writing; the beginnings of their words are enough."""
    found = words.split()
    for way in ways:
        parts = [] if iris.is_iri(way) else [part[:_STEM] for part in fold(way).split()]
        if len(parts) == 1 and len(way) > _SHORT and parts[0] in words:
            return True
        runs = zip(*(found[n:] for n in range(len(parts))), strict=False)
        if any(all(map(_begins, run, parts)) for run in runs):
            return True
    return False


def _begins(word: str, part: str) -> bool:
    """Whether a word begins so; a short one is a form of it: "US" is in no "USD", and "E.U." in no « en un »."""
    return word.startswith(part) if len(part) > _SHORT else are_forms(word, part)


def _leads_to(row: Row, verb: Iterable[str]) -> bool:
    """Whether a verb stands right before the number in each sentence: "opened 17 investigations"."""
    return all(holds(words[-_BEFORE:], verb) for words in before_number(row))


def _with_names(store: Store, ways: Sequence[str]) -> tuple[str, ...]:
    """Ways of writing a word, with all names of what it names."""
    return (*ways, *(name for _, _, name in store.names_of([*filter(iris.is_iri, ways)])))


def _counted_by(row: Row, topics: Iterable[Sequence[str]]) -> bool:
    """Whether those whom the question names stand before the number in its sentence: "UNODC trained 400", and not "400
    were trained at the request of UNODC"."""
    named = [ways for ways in topics if any(map(iris.is_iri, ways))]
    return all(any(holds(words, ways) for words in before_number(row)) for ways in named)


def before_number(row: Row, words: Sequence[str] = ()) -> list[str]:
    """What each sentence of a figure says before the number, folded; ``words`` may write it out."""
    number = re.sub(r"\D", "", text_of(row.values["value"]))
    spelt, like = _in_digits(row, "value", words), re.compile(rf"\b{number[:1]}[\d\s.,]*\b")
    texts = [fold(e.quote) for e in row.evidence]
    return [(spelt if spelt is not None and spelt.search(text) else like).split(text, maxsplit=1)[0] for text in texts]
