"""Figures of tables: where no reading of a question has an answer, the one number answers whose row, column, heading
and document hold every word of the question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from graph.index import fold
from queries.asking.answer import within
from queries.asking.asked import Asked
from queries.asking.parts import Phrase, Sentence
from queries.asking.told import Said, heads
from queries.asking.understanding import Reading, Stated
from queries.asking.wants import Want, Wants
from queries.asking.words import Vocabulary
from queries.catalogue import require
from queries.rows import Row, gathered
from queries.values import Evidence, Node, plain, text_of

if TYPE_CHECKING:
    from graph.store import Store

_KIND = "figures"
_ROW = re.compile(r"#(?:passage-)?table-")
_OWN = ("subject", "place", "measure", "unit")
_LANDS = ("State",)
_UNITS = {"amount": "amount", "share": "share"}
_LEAST = 2  # wants of a question that is answered so
_MOST = 400  # rows that are looked at
_ROWS = """
?passage a :Table .
FILTER({held})
"""
_ABOVE = 600  # characters before a row in which its header and its heading stand
_TEXTS = f"""
SELECT DISTINCT ?document ?passage ?start ?text ?thing WHERE {{{{
  VALUES ?document {{{{ {{documents}} }}}}
  ?row a :Table ; dcterms:isPartOf ?document . ?cells :passage ?row ; oa:start ?end .
  ?passage dcterms:isPartOf ?document . ?sentence :passage ?passage ; oa:start ?start ; :text ?text .
  FILTER(?start <= ?end && ?start > ?end - {_ABOVE})
  OPTIONAL {{{{ ?sentence schema:mentions ?thing }}}}
}}}} ORDER BY ?document ?start ?thing
"""


@dataclass(frozen=True, slots=True)
class _Line:
    """A heading or a row of a table: where it begins, its folded words, the things that it names."""

    passage: str
    start: int
    text: str
    things: frozenset[str]


def in_tables(store: Store, vocabulary: Vocabulary, sentence: Sentence, wants: Wants) -> list[Reading]:
    """The reading of a question by the one number of a table that it can mean; none where there are several."""
    counted = _counted(sentence)
    if counted is None or sentence.order is not None or sentence.columns:
        return []
    nouns = [wants.of_word(text) for text in (*(ways[0] for p in counted for ways in p.topics), *_nouns(counted))]
    wanted = list(dict.fromkeys((*wants.all, *nouns)))
    if len(wanted) < _LEAST:
        return []
    tables = _Tables(store, vocabulary, wants, wanted, sentence)
    found = [row for row in tables.rows(_UNITS.get(str(counted[0].ask)) if counted else None) if tables.is_meant(row)]
    if len({text_of(row.values.get("value")) for row in found}) != 1:
        return []
    stated = tuple(Stated(e.passage, e.start, (("value", row.values["value"]),)) for row in found for e in row.evidence)
    said = tuple(dict.fromkeys(want.text for want in wanted))
    return [Reading(_KIND, {}, (Asked("value"),), {}, stated=stated, said=said, noted="by_table", score=1.0)]


def _counted(sentence: Sentence) -> list[Phrase] | None:
    """What the question counts, [] where it is all keywords, None where it asks for something else."""
    told = [p for p in sentence.asked if p.ask in ("count", "amount", "share")]
    others = [p for p in sentence.asked if p not in told and (p.types or p.ask not in ("thing", "object"))]
    if others or len(told) > 1 or "yes" in sentence.flags or (not told and (sentence.asked or sentence.cues)):
        return None
    return told


def _nouns(counted: Iterable[Phrase]) -> list[str]:
    return [phrase.noun for phrase in counted if phrase.noun]


class _Tables:
    """The rows of tables that hold words of one question, each with what its table is about."""

    def __init__(
        self, store: Store, vocabulary: Vocabulary, wants: Wants, wanted: Sequence[Want], sentence: Sentence
    ) -> None:
        self.store, self.vocabulary, self.wants, self.wanted, self.sentence = store, vocabulary, wants, wanted, sentence
        self.lines: dict[str, list[_Line]] = {}
        self.heads: dict[str, Said] = {}
        self.beside: dict[Evidence, list[Row]] = {}  # the numbers of each line

    def rows(self, unit: str | None) -> list[Row]:
        """The numbers in tables of which a row or a column is called as a word of the question."""
        query = require(_KIND)
        totals = self.vocabulary.content["whole"]["total"]
        ways = sorted({*totals, *(way for want in self.wanted for way in want.words if len(way) > 1)})
        texts = 'LCASE(CONCAT(COALESCE(STR(?subject), ""), " ", STR(?measure), " ", COALESCE(STR(?place), "")))'
        held = " || ".join(f'CONTAINS({texts}, "{way[:4]}")' for way in ways) or "false"
        body = f"{query.text[: query.text.rindex('}')]} {_ROWS.format(held=held)} }} LIMIT {_MOST}"
        rows = gathered(self.store, query, self.store.select(body), language=self.sentence.language)
        self._read(sorted({e.document.iri for row in rows for e in row.evidence}))
        for row in rows:
            self.beside.setdefault(row.evidence[0], []).append(row)
        return [row for row in rows if unit is None or _unit(row) == unit]

    def _read(self, documents: Sequence[str]) -> None:
        listed = " ".join(f"<{iri}>" for iri in documents)
        things: dict[tuple[str, str, int, str], set[str]] = {}
        for found in self.store.select(_TEXTS.format(documents=listed)) if documents else ():
            document, passage, text = (str(plain(found[name])) for name in ("document", "passage", "text"))
            line = things.setdefault((document, passage, int(str(plain(found["start"]))), text), set())
            line.update(() if found["thing"] is None else (str(plain(found["thing"])),))
        for (document, passage, start, text), named in things.items():
            said = text.partition(";")[0] if _ROW.search(passage) else text  # of a header only what its rows are
            self.lines.setdefault(document, []).append(_Line(passage, start, fold(said), frozenset(named)))
        self.heads = heads(self.store, documents)

    def is_meant(self, row: Row) -> bool:
        """Whether a number is what the question asks for: its row and its column are called so, or tell the total, and
        whatever else the question says stands above the table, or in the title of the document."""
        evidence = row.evidence[0]
        above = self._above(evidence)
        return (
            (self._is_called(text_of(row.values.get("measure"))) or self._is_only_amount(row))
            and (self._is_named(row) or self._is_called(text_of(row.values.get("subject") or row.values.get("place"))))
            and self._is_in_time(row, above)
            and all(self._is_said(want, row, above, self.heads.get(evidence.document.iri)) for want in self.wanted)
        )

    def _above(self, evidence: Evidence) -> list[_Line]:
        """What the rows of the table are, and the passage right above it."""
        before = [line for line in self.lines.get(evidence.document.iri, ()) if line.start < evidence.start]
        rows = [*takewhile(lambda line: _ROW.search(line.passage) is not None, reversed(before))]
        above = before[len(before) - len(rows) - 1 :: -1] if len(rows) < len(before) else []
        heading = [*takewhile(lambda line: line.passage == above[0].passage, above)]
        return [*heading, *rows[-1:]]

    def _is_named(self, row: Row) -> bool:
        nodes = {value.iri for value in row.values.values() if isinstance(value, Node)}
        return any(nodes & set(want.iris) for want in self.wanted)

    def _is_called(self, text: str) -> bool:
        """Whether every word of a label is one of the question's, or the label tells the total."""
        words = [word for word in fold(text).split() if not word.isdigit() and not self._says_nothing(word)]
        if words and set(words) <= set(self.vocabulary.content["whole"]["total"]):
            return True
        return all(any(want.said_in(word) for want in self.wanted) for word in words)

    def _is_only_amount(self, row: Row) -> bool:
        """ "how much compensation did courts award": the one sum of a line that tells how many were awarded some."""
        amounts = [other for other in self.beside[row.evidence[0]] if _unit(other) == _UNITS["amount"]]
        return amounts == [row] and any(phrase.ask == "amount" for phrase in self.sentence.asked)

    def _says_nothing(self, word: str) -> bool:
        return self.wants.is_small(word) or word in self.vocabulary.content["hollow"][_KIND]

    def _is_in_time(self, row: Row, above: Sequence[_Line]) -> bool:
        probe = Reading(_KIND, {}, (), {})
        if row.values.get("period") is not None:
            return all(within(self.vocabulary, probe, row, time) for time in self.sentence.times)
        years = {word for line in above for word in line.text.split()}
        return all(t.first is not None and t.first == t.last and t.first[:4] in years for t in self.sentence.times)

    def _is_said(self, want: Want, row: Row, above: Sequence[_Line], head: Said | None) -> bool:
        line = self.beside[row.evidence[0]] if self._is_only_amount(row) else [row]
        own = fold(" ".join(text_of(one.values.get(column)) for one in line for column in _OWN))
        nodes = {value.iri for value in row.values.values() if isinstance(value, Node)}
        if nodes & set(want.iris) or want.said_in(own):
            return True
        if any(line.things & set(want.iris) or want.said_in(line.text) for line in above):
            return True
        lands = [iri for line in above for iri in line.things if self._is_land(iri)] + [*filter(self._is_land, nodes)]
        rival = any(map(self._is_land, want.iris)) and bool(lands)  # a table on Gabon in a report on Cameroon
        return head is not None and not rival and head.speaks_of(want)

    def _is_land(self, iri: str) -> bool:
        return any(self.vocabulary.is_a(type_, _LANDS) for _, type_ in self.store.types_of([iri]))


def _unit(row: Row) -> str | None:
    unit = text_of(row.values.get("unit"))
    return "share" if unit == "%" else "amount" if len(unit) == len("USD") and unit.isupper() else None
