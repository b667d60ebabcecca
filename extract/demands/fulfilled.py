"""What is done because it was asked: "As requested by the Assembly in its resolution 72/195, UNODC convened …"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from extract.demands import issuers, tail
from extract.demands.demand import Demand
from extract.demands.words import acts
from extract.facts import Entity
from extract.syntax.clauses import Row
from extract.syntax.items import has
from ontology.fold import strip_accents
from ontology.lexicon import data
from ontology.types import is_a


def demands(row: Row, text: str, since: int) -> Iterator[Demand]:
    """The demand that opens the sentence as the reason of what its main clause tells; its words from ``since`` on."""
    led: Mapping[str, str] = data("demands")[row.language]["fulfilled"]
    for index, item in enumerate(row.items):
        if item.kind in ("V", ";", ":") and not has(item, "P"):
            return
        act = next((act for words, act in led.items() if strip_accents(item.word).startswith(words)), None)
        if act is None or item.kind not in ("P", "C") or item.start < since:
            continue
        comma = next((k for k in range(index, len(row.items)) if row.kind(k) == ","), None)
        if comma is None:
            return
        asked = _verb(row, index, comma) if act == "" else act
        asking = _issuers(row, index, comma)
        if asked and asking:
            yield from _done(row, comma, asked, asking, text)
        return


def _verb(row: Row, start: int, end: int) -> str:
    """The act of « comme l'a demandé l'Assemblée », « comme il en a été chargé »."""
    known = acts(row.language)
    for k in range(start, end):
        verb = row.items[k].data if row.kind(k) == "V" else None
        if verb is not None and verb.clitics & {"l", "le", "en"} and not (verb.negated or verb.unreal):
            return next((known[lemma] for lemma in verb.lemmas if lemma in known), "")
    return ""


def _issuers(row: Row, start: int, end: int) -> list[Entity]:
    """The instruments named there, else the bodies."""
    named = [row.items[k].data for k in range(start, end) if row.kind(k) == "E"]
    return [one for one in named if issuers.is_written(one)] or [one for one in named if is_a(one.type, "Organization")]


def _done(row: Row, comma: int, act: str, asking: list[Entity], text: str) -> Iterator[Demand]:
    """What the main clause behind the comma tells."""
    main = next((k for k in range(comma, len(row.items)) if row.kind(k) == "V"), None)
    if (
        main is None
        or row.items[main].data.form != "finite"
        or row.items[main].data.negated
        or row.items[main].data.passive
    ):
        return
    people = tuple(tail.addressees(row.items, comma + 1, main, row.language, text))
    if row.items[main].data.unreal or not people:
        return
    first, mark = main, ""
    start = row.items[main].end - len(text[row.items[main].start : row.items[main].end].split()[-1])
    if has(row.items[main], "K") and tail.leads(row.items, main + 1, row.language):
        first, mark = main + 2, row.items[main + 1].word
        start = tail.word_after(row.items[main + 1].end, text)
    end = next((k for k in range(first, len(row.items)) if row.kind(k) in (";", "?")), len(row.items))
    yield Demand(act, asking, people, start, first, end, mark, main)
