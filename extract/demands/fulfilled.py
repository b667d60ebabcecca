"""What is done because it was asked: "As requested by the Assembly in its resolution 72/195, UNODC convened …", "UNODC
convened … at the request of the Council".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.demands import issuers, tail
from extract.demands.addressees import addressees
from extract.demands.demand import Demand
from extract.demands.words import acts, word_set
from extract.facts import Entity
from extract.framing.attitude import real
from extract.syntax.items import has
from extract.syntax.rows import Row
from ontology.fold import strip_accents
from ontology.lexicon import data
from ontology.types import is_a, is_any

_NEAR = 4  # words between "further to a" and "formal request from"


@dataclass(frozen=True, slots=True)
class _Reason:
    """That something was asked, at the items ``[index, end)``, where it leads to what was done."""

    index: int
    end: int
    act: str
    asking: list[Entity]


def demands(row: Row, text: str, since: int) -> Iterator[Demand]:
    """What the sentence tells as done because it was asked; its words from ``since`` on."""
    for index, item in enumerate(row.items):
        reason = _reason(row, index) if item.start >= since else None
        if reason is not None:
            yield from _behind(row, reason, text) if _opens(row, index) else _before(row, reason, text)
            return


def _opens(row: Row, index: int) -> bool:
    """Does no verb stand before it but « Répondant »? Its main clause is still to come."""
    return not any(row.kind(k) == "V" and row.items[k].data.form not in ("gerund", "participle") for k in range(index))


def _reason(row: Row, index: int) -> _Reason | None:
    item = row.items[index]
    if item.kind not in ("P", "C"):
        return None
    led: Mapping[str, str] = data("demands")[row.language]["fulfilled"]
    act = next((act for words, act in led.items() if strip_accents(item.word).startswith(words)), None)
    end = _comma(row, index)
    act = _verb(row, index, end) if act == "" else act
    asking = _issuers(row, index, end)
    return _Reason(index, end, act, asking) if act and asking else _at_request(row, index)


def _at_request(row: Row, index: int) -> _Reason | None:
    """ "in response to a request by the Council", « donnant suite à une demande de la Commission »: what an organ asked
    is a demand; that a State asked for help is only why it was given.
    """
    item = row.items[index]
    nouns: Mapping[str, str] = data("demands")[row.language]["wishes"]
    whole = next((nouns[word] for word in strip_accents(item.word).split() if word in nouns), "")
    noun, last = index, min(index + 1 + _NEAR, len(row.items))
    if not whole:
        if item.kind != "P" or strip_accents(item.word).split()[-1] not in word_set(row.language, "led_by"):
            return None
        noun = next((k for k in range(index + 1, last) if strip_accents(row.items[k].word) in nouns), 0)
        if not noun or any(row.kind(k) not in "DWA" for k in range(index + 1, noun)):
            return None
        noun += row.kind(noun + 1) in ("V", "W") and row.kind(noun + 2) == "P"  # « formulée par », "made by"
        if row.kind(noun + 1) != "P" or row.items[noun + 1].data not in ("of", "from", "by"):
            return None
        noun += 1
    end = _comma(row, index)
    asking = [
        one for one in _issuers(row, noun, min(end, noun + 2 * _NEAR)) if is_any(one.type, (*issuers.RULING, "Body"))
    ]
    act = whole or next(nouns[word] for item in row.items[index:] if (word := strip_accents(item.word)) in nouns)
    return _Reason(index, end, act, asking) if asking else None


def _comma(row: Row, index: int) -> int:
    return next((k for k in range(index, len(row.items)) if row.kind(k) in (",", ";")), len(row.items))


def _verb(row: Row, start: int, end: int) -> str:
    """The act of « comme l'a demandé l'Assemblée », « comme il en a été chargé »."""
    known = acts(row.language)
    for k in range(start, end):
        verb = row.items[k].data if row.kind(k) == "V" else None
        if verb is not None and verb.clitics & {"l", "le", "en"} and not (verb.negated or verb.unreal):
            return next((known[lemma] for lemma in verb.lemmas if lemma in known), "")
    return ""


def _issuers(row: Row, start: int, end: int) -> list[Entity]:
    """The instruments named there, else the first actor."""
    named = [row.items[k].data for k in range(start, end) if row.kind(k) == "E"]
    actors = [one for one in named if is_a(one.type, "Actor")]
    return [one for one in named if issuers.is_written(one)] or actors[:1]


def _behind(row: Row, reason: _Reason, text: str) -> Iterator[Demand]:
    """What the main clause behind the comma tells."""
    comma = reason.end
    main = next((k for k in range(comma, len(row.items)) if row.kind(k) == "V"), None)
    if row.kind(comma) != "," or main is None or not _is_done(row, main):
        return
    people = tuple(addressees(row.items, comma + 1, main, row.language, text))
    people = people or tuple(addressees(row.items, 0, reason.index, row.language, text))  # "ILO, at the request …,"
    end = next((k for k in range(main, len(row.items)) if row.kind(k) in (";", "?")), len(row.items))
    if people:
        yield _done(row, reason, people, main, end, text)


def _before(row: Row, reason: _Reason, text: str) -> Iterator[Demand]:
    """What the clause before it tells: "UNODC held a course at the request of the Council"."""
    main = row.verb_before(reason.index)
    if main is None or not _is_done(row, main) or row.items[main].data.ambiguous and row.kind(main + 1) == "P":
        return
    subject = row.clause(main).subject
    if subject is None or subject.start > main or reason.index - main < 2:
        return
    people = tuple(addressees(row.items, subject.start, subject.end, row.language, text))
    if people and real(row, row.clause(main)):
        yield _done(row, reason, people, main, reason.index, text)


def _is_done(row: Row, main: int) -> bool:
    verb = row.items[main].data
    return verb.form == "finite" and not (verb.negated or verb.passive or verb.unreal or verb.link)


def _done(row: Row, reason: _Reason, people: tuple[Entity, ...], main: int, end: int, text: str) -> Demand:
    first, mark = main, ""
    start = row.items[main].end - len(text[row.items[main].start : row.items[main].end].split()[-1])
    if has(row.items[main], "K") and tail.leads(row.items, main + 1, row.language):
        first, mark = main + 2, row.items[main + 1].word
        start = tail.word_after(row.items[main + 1].end, text)
    return Demand(reason.act, reason.asking, people, start, first, end, mark, main)
