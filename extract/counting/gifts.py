"""The noun of a gift and those who stand around it: "a contribution of $500,000 from Japan to the Fund"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.counting.grants import Sides
from extract.counting.roles import actors, is_giver, lemmas, meant, word_set
from extract.facts import Entity
from extract.syntax.items import has
from extract.syntax.rows import Row
from ontology.authority import find_record
from ontology.fold import fold


@dataclass(frozen=True, slots=True)
class Window:
    """Where an amount stands: behind the one before it (``low``), before the next (``high``)."""

    low: int
    place: int
    high: int
    parallel: bool = False  # "respectively"


def of_gift(row: Row, window: Window, begin: int | None = None, previous: Sequence[Entity] = ()) -> Sides:
    """ "a contribution of $500,000 from Japan to the Fund", "Japan's contribution of …": both sides stand around the
    noun of the gift; what it is thanked for is the recipient's: "With a grant of … from Japan, IOM built …".
    """
    low = next((k + 1 for k in range(window.place - 1, -1, -1) if row.kind(k) in (";", ":", "R", "S", "V")), 0)
    low = low if begin is None else begin
    gift = _gift(row, low, window)
    relative = _relative(row, window, gift, previous)
    if relative is not None:
        return relative
    if gift is None:
        donors = _plain(row, window)
        comma = next((k for k in range(window.place, window.high) if row.kind(k) == ","), window.high)
        return donors, thanked(row, comma) if donors and low == 0 and row.kind(0) == "P" else []
    granted = _granted(row, low, gift)
    if granted is not None:
        return [], granted
    ends = (
        k
        for k in range(window.place, len(row.items))
        if row.kind(k) in (";", "R", "S", ":") or (row.kind(k) == "," and not _is_each(row, k)) or _tells(row, k)
    )
    end = next(ends, window.high)
    stop = min(end, window.high)
    donors = _between(row, gift, stop, frozenset({"from", "by", *(("of",) if row.language == "fr" else ())}))
    if row.kind(gift - 1) == "'" and row.kind(gift - 2) == "E" and is_giver(row.items[gift - 2].data):
        donors = [row.items[gift - 2].data]
    donors = donors or credited(row, gift)
    recipients = _between(row, gift, stop, frozenset({"to", "for"}))
    if donors and not recipients and low == 0:
        recipients = thanked(row, _over_participle(row, end)) or _aided(row, gift, end)
    return donors, [entity for entity in recipients if entity not in donors]


def _is_each(row: Row, comma: int) -> bool:
    """ "$2 million and $450,000[,] respectively[,] to the Fund": a comma beside the word that pairs."""
    return any(has(item, "respectively") for item in row.items[max(0, comma - 1) : comma + 2])


def _aided(row: Row, gift: int, comma: int) -> list[Entity]:
    """ "[UNICEF], with funding of $3 million from Canada, trained …": who does what is told between the commas."""
    with_ = row.back(gift, "DAWJ")
    led = row.kind(with_) == "P" and row.items[with_].data in ("with", "thanks") and row.kind(with_ - 1) == ","
    acts = row.kind(comma) == "," and row.finite(comma + 1)
    return actors(row.near(with_ - 2)) if led and acts else []


def _over_participle(row: Row, comma: int) -> int:
    """ "a grant from Italy, received in 2025, IMO": the comma that ends what a participle behind ``comma`` adds."""
    if row.kind(comma) != "," or row.kind(comma + 1) != "V" or not row.reduced(comma + 1):
        return comma
    return next((k for k in range(comma + 1, len(row.items)) if row.kind(k) in (",", ";", ":")), comma)


def _tells(row: Row, index: int) -> bool:
    """A verb, unless it is the participle of a gift: "the contribution of $2 million made by Norway to UNICEF"."""
    made = word_set(row.language, "give") | word_set(row.language, "light") | word_set(row.language, "receive")
    return row.kind(index) == "V" and not (row.reduced(index) and lemmas(row, index) & made)


def _relative(row: Row, window: Window, gift: int | None, previous: Sequence[Entity]) -> Sides | None:
    """ "the $2 million that Norway had given UNODC", « la contribution de 950 000 dollars que lui a versée … », "thanks
    Norway for the contribution of $2 million that it made to UNODC"; ``gift`` is the index of its noun.
    """
    k = window.place
    while row.kind(k) in ("#", "W") or (row.kind(k) == "," and row.kind(k + 1) == "#"):  # "750,000 euros"
        k += 1
    verb = next((j for j in range(k, len(row.items)) if row.kind(j) in ("V", ",", ";", ":")), None)
    led = row.kind(k) == "R" or (row.kind(k) == "S" and row.items[k].word == "that")
    if not led or verb is None or row.kind(verb) != "V":
        return None
    clause = row.clause(verb)
    gives = word_set(row.language, "give") | (word_set(row.language, "light") if gift is not None else frozenset())
    if clause.verb.data.passive or not lemmas(row, verb) & gives:
        return None
    whom = [entity for phrase in clause.slots.get("to", ()) for entity in actors(phrase)]
    spoken = clause.subject is not None and clause.subject.members[0].item.kind == "O"
    donors = (credited(row, window.place if gift is None else gift) if spoken else []) or actors(clause.subject)
    return donors, whom or meant(row, clause, donors, previous)


def credited(row: Row, gift: int) -> list[Entity]:
    """ "expresses its gratitude to [Norway] for its contribution", « remercie [la Norvège] de sa contribution »: who is
    thanked for what begins at ``gift``.
    """
    k = row.back(gift)
    if row.kind(k) != "P" or row.items[k].data not in ("for", "of", "on") or row.kind(k - 1) not in ("E", ")"):
        return []
    thanks = word_set(row.language, "thanks")
    before = (fold(name) for item in row.items[:k] for name in (item.data.lemmas if item.kind == "V" else (item.word,)))
    led = row.back(k, "EDCAT,()")
    phrase = row.phrase(led + 1, open_list=True) if row.kind(led) == "P" else None  # "thanks to Chad and Mali for"
    whom = phrase if phrase is not None and phrase.end == k else row.near(k - 1)
    return [] if thanks.isdisjoint(before) else actors(whom)


def _gift(row: Row, low: int, window: Window) -> int | None:
    """The noun of the gift before an amount; in English also right behind it: "a $2 million grant"."""
    gifts = word_set(row.language, "gift")
    before = next((k for k in range(window.place - 1, low - 1, -1) if row.items[k].word in gifts), None)
    if before is not None or row.language != "en":
        return before
    k = window.place
    while row.kind(k) in ("#", "W") and row.items[k].word not in gifts:
        k += 1
    return k if row.kind(k) == "W" else None


def _plain(row: Row, window: Window) -> list[Entity]:
    """ "built with $300,000 from Luxembourg": who stands behind "from" right behind the amount."""
    k = window.place
    while row.kind(k) == "#":
        k += 1
    from_ = row.language == "en" and row.kind(k) == "P" and row.items[k].data == "from"
    return actors(row.phrase(k + 1)) if from_ else []


def thanked(row: Row, comma: int) -> list[Entity]:
    """Who acts behind the ``comma`` of "With a grant from Japan, IOM built …"."""
    if row.kind(0) not in ("P", "W", "A") or row.kind(comma) != ",":
        return []
    phrase = row.phrase(comma + 1, before_verb=True)
    return actors(phrase) if phrase is not None and row.finite(phrase.end) else []


def with_thanks(row: Row, window: Window, told: Sides) -> Sides:
    """ "Thanks to the contribution of Switzerland ($600,000), UNICEF trained …": what gave to UNICEF."""
    donors, recipients = told
    close = row.close(window.place - 1) if row.kind(window.place - 1) == "(" else len(row.items)
    spoken = any(row.kind(k) == "V" for k in range(window.place))
    takers = [] if recipients or spoken else thanked(row, close + 1)
    return donors, recipients or [entity for entity in takers if entity not in donors]


def to_unknown(row: Row, amount: int) -> bool:
    """ "… to UNICEF and [95,000 dollars] to Carrefour Sahel": is it given to somebody whose name no list knows?"""
    k = amount
    while row.kind(k) == "#":
        k += 1
    led = row.kind(k) == "P" and row.items[k].data == "to"
    return led and ((row.kind(k + 1) == "W" and row.items[k + 1].surface[:1].isupper()) or _is_unlisted(row, k + 1))


def _is_unlisted(row: Row, index: int) -> bool:
    """Is it only by « à » that the name at ``index`` was taken for a place: « 60 000 dollars à Shakti Trust »?"""
    entity = row.items[index].data if row.kind(index) == "E" else None
    return entity is not None and entity.type == "City" and find_record(entity.id) is None


def _granted(row: Row, low: int, gift: int) -> list[Entity] | None:
    """ "Shakti Samuha, recipient of a grant of $60,000": what the noun before the gift is apposed to."""
    k = next((k for k in range(gift - 1, low - 1, -1) if row.items[k].word in word_set(row.language, "granted")), None)
    if k is None:
        return None
    before = next((j for j in range(k - 1, -1, -1) if row.kind(j) == ","), None)
    return actors(row.near(before - 1)) if before is not None else []


def _between(row: Row, low: int, high: int, prepositions: frozenset[str]) -> list[Entity]:
    found: list[Entity] = []
    for k in range(low, high):
        if row.kind(k) == "P" and row.items[k].data in prepositions and row.kind(k + 1) not in ("#", "T"):
            found += [] if row.phrase(k + 1) is None else actors(row.phrase(k + 1))
    return list({entity.id: entity for entity in found}.values())
