"""Funding: who gave how much money to whom, and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.counting.counted import Counted
from extract.counting.roles import actors, each, is_giver, lemmas, subject, word_set
from extract.counting.stated import governor
from extract.facts import Entity
from extract.relations import Roles
from extract.syntax.clauses import Clause, Row
from ontology.types import is_a

_TO = frozenset({"to", "for", "of"})
_FROM = frozenset({"from", "by"})
Sides = tuple[list[Entity], list[Entity]]


@dataclass(frozen=True, slots=True)
class Window:
    """Where an amount stands: behind the one before it (``low``), before the next (``high``)."""

    low: int
    place: int
    high: int


def funding(row: Row, found: list[tuple[Counted, str | None]]) -> Iterator[tuple[str, Roles]]:
    """Facts of the amounts of money that were given or received."""
    money = [(one, period) for one, period in found if one.quantity.unit not in ("", "%")]
    places = [_item_at(row, one.quantity.start) for one, _ in money]
    bounds = [0, *(_item_at(row, one.quantity.end) for one, _ in money)], [*places, len(row.items)]
    for position, (one, period) in enumerate(money):
        window = Window(bounds[0][position], places[position], bounds[1][position + 1])
        donors, recipients = _paired(row, *_sides(row, one, window), position, len(money))
        roles: Roles = {"amount": one.quantity.value, "currency": one.quantity.unit}
        if period is not None and "/" not in period:
            roles["date"] = period
        for full in each(roles, donor=donors, recipient=recipients) if donors or recipients else ():
            if full.get("donor") != full.get("recipient"):
                yield "funding", full


def _item_at(row: Row, offset: int) -> int:
    return next((k for k, item in enumerate(row.items) if item.start >= offset), len(row.items))


def _paired(row: Row, donors: list[Entity], recipients: list[Entity], position: int, count: int) -> Sides:
    """ "Chad and Mali gave $1 million and $2 million respectively": the first amount is the first one's."""
    if count < 2 or not any("respectively" in item.readings for item in row.items):
        return donors, recipients
    both = ([side[position]] if len(side) == count else side for side in (donors, recipients))
    first, second = both
    return first, second


def _sides(row: Row, one: Counted, window: Window) -> Sides:
    """(donors, recipients) of an amount."""
    listed = _listed(row, one, window)
    if listed is not None:
        return listed
    held = governor(row, one.quantity)
    if held is None:
        return _of_gift(row, window)
    index, in_subject = held
    clause, names, language = row.clause(index), lemmas(row, index), row.language
    passive = clause.verb.data.passive or (clause.verb.data.ambiguous and row.reduced(index))
    if names & word_set(language, "fund"):
        donors = subject(row, clause)
        return donors, actors(clause.subject) if passive else actors(clause.object)
    if names & word_set(language, "receive"):
        return _received(row, clause, window, in_subject=in_subject, passive=passive)
    own = _of_gift(row, window)
    if names & word_set(language, "give") and passive and not in_subject:  # "UNODC was awarded $50,000 by Japan"
        return _by(clause) or own[0], actors(clause.subject) or own[1]
    if names & word_set(language, "give") and not (in_subject and not passive):
        return _given(row, clause, window, own)
    if in_subject and names & word_set(language, "enable"):  # "a grant from Chad enabled IOM to open …"
        to = [entity for phrase in clause.slots.get("to", ()) for entity in actors(phrase)]
        return own[0], own[1] or [entity for entity in actors(clause.object) or to if entity not in own[0]]
    return own


def _given(row: Row, clause: Clause, window: Window, own: Sides) -> Sides:
    """ "Norway gave $2 million to UNODC", "Norway gave UNODC $2 million", « a accordé à l'OIM 2 millions »."""
    donors = _gapped(row, clause, window) or subject(row, clause) or own[0]
    before = range(clause.index + 1, window.place)
    whom = actors(clause.object) if clause.object is not None and clause.object.start in before else []
    recipients = _behind(row, clause, window.place, window.high, _TO) or own[1] or whom
    recipients = recipients or _behind(row, clause, max(clause.index, window.low), window.place, frozenset({"to"}))
    if not recipients and row.kind(clause.index - 1) == "E":  # "the Fund, to which Japan contributed $750,000"
        recipients = [
            entity for phrase in clause.slots.get("to", ()) if phrase.end <= clause.index for entity in actors(phrase)
        ]
    return donors, [entity for entity in recipients or _clitic(row, clause) if entity not in donors]


def _gapped(row: Row, clause: Clause, window: Window) -> list[Entity]:
    """ "Finland gave 2 million euros and Estonia 150,000": Estonia, right before its amount and behind "and"."""
    k = window.place - 1
    if window.low <= clause.index or row.kind(k) != "E" or row.items[k].data.type != "State":
        return []
    joint = k - 1
    while row.kind(joint) == "D":
        joint -= 1
    return [row.items[k].data] if row.kind(joint) in ("C", ",") else []


def _listed(row: Row, one: Counted, window: Window) -> Sides | None:
    """ "from Austria ($250,000) and Qatar ($1 million)": the party whose amount stands in brackets behind it."""
    bracket = window.place - 1
    if row.kind(bracket) != "(" or row.kind(bracket - 1) != "E" or not is_giver(row.items[bracket - 1].data):
        return None
    party = [row.items[bracket - 1].data]
    k = bracket - 1
    while k >= 0 and row.kind(k) in ("E", ",", "C", "(", ")", "#", "D", "W", "T"):
        k -= 1
    led = row.items[k].data if row.kind(k) == "P" else ""
    while row.kind(k) == "P" and row.kind(k - 1) in (",", "C") and row.kind(k - 2) == ")":  # « et du Portugal (…) »
        k = next((j for j in range(k - 2, -1, -1) if row.kind(j) == "P"), 0)
    verb = next((j for j in range(k, -1, -1) if row.kind(j) == "V"), None)
    around = row.clause(verb) if verb is not None else None
    if led in ("to", "for"):
        return (subject(row, around) if around is not None else []), party
    gives = around is not None and lemmas(row, around.index) & word_set(row.language, "receive")
    active = around is not None and gives and not around.verb.data.passive
    return party, actors(around.subject) if active and around is not None else []


def _received(row: Row, clause: Clause, window: Window, *, in_subject: bool, passive: bool) -> Sides:
    """ "the Fund received $2 million from Norway", « permis de recueillir 50 000 dollars pour le fonds »."""
    high, givers = window.high, _FROM if row.language == "en" else frozenset({"of", "from"})
    donors = _behind(row, clause, window.place, high, givers) or _behind(
        row, clause, max(clause.index, window.low), high, givers
    )
    if in_subject or passive:
        return _behind(row, clause, clause.index, high, frozenset({"from"})), _behind(
            row, clause, clause.index, high, _TO
        ) + _by(clause)
    beneficiaries = _behind(row, clause, clause.index, high, frozenset({"for"}))
    if beneficiaries and lemmas(row, clause.index) & word_set(row.language, "collect"):
        return [], beneficiaries
    recipients = [] if clause.verb.data.form == "infinitive" and clause.subject is None else actors(clause.subject)
    return [entity for entity in donors if entity not in recipients], recipients


def _clitic(row: Row, clause: Clause) -> list[Entity]:
    """« la Suisse y a contribué »: the body that the sentence named last."""
    if "y" not in clause.verb.data.clitics:
        return []
    low = clause.subject.start if clause.subject is not None else clause.index
    named = [item.data for item in row.items[:low] if item.kind == "E" and is_a(item.data.type, "Organization")]
    return named[-1:]


def _by(clause: Clause) -> list[Entity]:
    return [entity for phrase in clause.slots.get("by", ()) for entity in actors(phrase)]


def _behind(row: Row, clause: Clause, start: int, high: int, prepositions: frozenset[str]) -> list[Entity]:
    stop = next((k for k in range(clause.index + 1, high) if row.kind(k) in ("V", ";", "R", "S", ":")), high)
    found: list[Entity] = []
    k = max(start, clause.index + 1)
    while k < stop:
        if row.kind(k) == "P" and row.items[k].data in prepositions and row.kind(k + 1) not in ("#", "T"):
            phrase = row.phrase(k + 1)
            if phrase is not None and phrase.end <= stop:
                found += actors(phrase)
        k += 1
    return list({entity.id: entity for entity in found}.values())


def _of_gift(row: Row, window: Window) -> Sides:
    """ "a contribution of $500,000 from Japan to the Fund", "Japan's contribution of …": both sides stand around the
    noun of the gift; what it is thanked for is the recipient's: "With a grant of … from Japan, IOM built …".
    """
    low = next((k + 1 for k in range(window.place - 1, -1, -1) if row.kind(k) in (";", ":", "R", "S", "V")), 0)
    gifts = [k for k in range(low, window.place) if row.items[k].word in word_set(row.language, "gift")]
    if not gifts:
        return [], []
    gift = gifts[-1]
    ends = (k for k in range(window.place, len(row.items)) if row.kind(k) in ("V", ";", "R", "S", ":", ","))
    end = next(ends, window.high)
    stop = min(end, window.high)
    donors = _between(row, gift, stop, frozenset({"from", "by", *(("of",) if row.language == "fr" else ())}))
    if row.kind(gift - 1) == "'" and row.kind(gift - 2) == "E" and is_giver(row.items[gift - 2].data):
        donors = [row.items[gift - 2].data]
    recipients = _between(row, gift, stop, frozenset({"to", "for"}))
    if donors and not recipients and low == 0 and row.kind(0) in ("P", "W", "A") and row.kind(end) == ",":
        phrase = row.phrase(end + 1, before_verb=True)
        recipients = actors(phrase) if phrase is not None and row.finite(phrase.end) else []
    return donors, [entity for entity in recipients if entity not in donors]


def _between(row: Row, low: int, high: int, prepositions: frozenset[str]) -> list[Entity]:
    found: list[Entity] = []
    for k in range(low, high):
        if row.kind(k) == "P" and row.items[k].data in prepositions and row.kind(k + 1) not in ("#", "T"):
            found += [] if row.phrase(k + 1) is None else actors(row.phrase(k + 1))
    return list({entity.id: entity for entity in found}.values())
