"""Funding: who gave how much money to whom, and when."""

from __future__ import annotations

from collections.abc import Iterator

from extract.counting.counted import Counted
from extract.counting.roles import actors, each, lemmas, subject, word_set
from extract.counting.stated import governor
from extract.facts import Entity
from extract.relations import Roles
from extract.syntax.clauses import Clause, Row
from ontology.types import is_a

_TO = frozenset({"to", "for", "of"})
_FROM = frozenset({"from", "by"})
Sides = tuple[list[Entity], list[Entity]]


def funding(row: Row, found: list[tuple[Counted, str | None]]) -> Iterator[tuple[str, Roles]]:
    """Facts of the amounts of money that were given or received."""
    money = [(one, period) for one, period in found if one.quantity.unit not in ("", "%")]
    for position, (one, period) in enumerate(money):
        following = money[position + 1][0].quantity.start if position + 1 < len(money) else None
        high = next((k for k, item in enumerate(row.items) if following is not None and item.start >= following), None)
        donors, recipients = _sides(row, one, len(row.items) if high is None else high)
        if not donors and not recipients:
            continue
        roles: Roles = {"amount": one.quantity.value, "currency": one.quantity.unit}
        if period is not None and "/" not in period:
            roles["date"] = period
        for full in each(roles, donor=donors, recipient=recipients):
            if full.get("donor") != full.get("recipient"):
                yield "funding", full


def _sides(row: Row, one: Counted, high: int) -> Sides:
    """(donors, recipients) of an amount; ``high``: the item at which the next amount begins."""
    held = governor(row, one.quantity)
    place = next((k for k, item in enumerate(row.items) if item.start >= one.quantity.start), len(row.items))
    if held is None:
        return _of_gift(row, place, high)
    index, in_subject = held
    clause, names, language = row.clause(index), lemmas(row, index), row.language
    passive = clause.verb.data.passive or (clause.verb.data.ambiguous and row.reduced(index))
    if names & word_set(language, "fund"):
        donors = subject(row, clause)
        return donors, actors(clause.subject) if passive else actors(clause.object)
    if names & word_set(language, "receive"):
        return _received(row, clause, high, in_subject=in_subject, passive=passive)
    if names & word_set(language, "give") and passive and not in_subject:  # "UNODC was awarded $50,000 by Japan"
        own = _of_gift(row, place, high)
        return _by(clause) or own[0], actors(clause.subject) or own[1]
    if names & word_set(language, "give") and not (in_subject and not passive):
        own = _of_gift(row, place, high)
        recipients = _behind(row, clause, place, high, _TO) or own[1] or _clitic(row, clause)
        return subject(row, clause) or own[0], [entity for entity in recipients if entity not in subject(row, clause)]
    return _of_gift(row, place, high)


def _received(row: Row, clause: Clause, high: int, *, in_subject: bool, passive: bool) -> Sides:
    """ "the Fund received $2 million from Norway", « permis de recueillir 50 000 dollars pour le fonds »."""
    donors = _behind(row, clause, clause.index, high, _FROM if row.language == "en" else frozenset({"of", "from"}))
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


def _of_gift(row: Row, place: int, high: int) -> Sides:
    """ "a contribution of $500,000 from Japan to the Fund": both sides stand behind the noun of the gift."""
    low = next((k + 1 for k in range(place - 1, -1, -1) if row.kind(k) in (";", ":", "R", "S", "V")), 0)
    gifts = [k for k in range(low, place) if row.items[k].word in word_set(row.language, "gift")]
    if not gifts:
        return [], []
    gift = gifts[-1]
    stop = next((k for k in range(place, len(row.items)) if row.kind(k) in ("V", ";", "R", "S", ":", ",")), high)
    stop = min(stop, high)
    donors = _between(row, gift, stop, frozenset({"from", "by", *(("of",) if row.language == "fr" else ())}))
    recipients = _between(row, gift, stop, frozenset({"to", "for"}))
    return donors, [entity for entity in recipients if entity not in donors]


def _between(row: Row, low: int, high: int, prepositions: frozenset[str]) -> list[Entity]:
    found: list[Entity] = []
    for k in range(low, high):
        if row.kind(k) == "P" and row.items[k].data in prepositions and row.kind(k + 1) not in ("#", "T"):
            found += [] if row.phrase(k + 1) is None else actors(row.phrase(k + 1))
    return list({entity.id: entity for entity in found}.values())
