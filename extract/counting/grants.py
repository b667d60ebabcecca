"""Lists of who gave or was given how much: "from Austria ($250,000) and Qatar ($1 million)", "Grants were awarded to:
Tamkeen (Jordan), $60,000; Casa Alianza, $40,000".
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.counting.roles import TAKERS, actors, is_giver, lemmas, passive, receivers, subject, word_set
from extract.facts import Entity, unlisted_organisation
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.types import is_a, is_any

Sides = tuple[list[Entity], list[Entity]]  # (donors, recipients)
_GIVERS = frozenset({"from", "of"})
_MEMBERS = frozenset({"E", ",", "C", "(", ")", "#", "D", "W", "T", "-"})


@dataclass(frozen=True, slots=True)
class _Listing:
    """A party with its amount in a list, and what leads the list."""

    party: Entity
    led: str  # the preposition before the list, or ""
    verb: int | None  # the verb that the list belongs to
    edge: int  # what tells of the list stands before this item
    colon: bool


def listed(row: Row, place: int) -> Sides | None:
    """(donors, recipients) of the amount at item ``place`` where it stands beside a party in a list, else None."""
    last = _last_of_party(row, place)
    if last is None:
        return None
    first, party = _party(row, last)
    if party is None:
        return None
    listing = _listing(row, first, party)
    if row.kind(place - 1) != "(" and not listing.colon:
        return None
    told = _told(row, listing) if listing.verb is not None else None
    if told is None or not told[1]:  # « Bailleurs de l'OIM et montants reçus : »
        named = _named(row, listing)
        told = named if told is None or (named is not None and named[0] == told[0]) else told
    return ([party], []) if told is None and _is_its_gift(row, first) else told


def _is_its_gift(row: Row, first: int) -> bool:
    """« l'apport de [Monaco] (90 000 euros) et celui de [la Norvège] (2 millions) »: is it what the party gave?"""
    k = first - 1
    while row.kind(k) == "D":
        k -= 1
    led = row.kind(k) == "P" and row.items[k].data in _GIVERS
    before = fold(row.items[k - 1].word) if led and k else ""
    return before in word_set(row.language, "gift") | word_set(row.language, "that")


def _last_of_party(row: Row, place: int) -> int | None:
    """The last item of the party before "($250,000)", ", $60,000;" or ": $60,000"; None where none stands there."""
    k = place - 1
    if row.kind(k) == "(":
        k -= 1
    elif row.kind(k) in (",", ":", "-") and row.kind(place + 1) in (",", ";", "C", "", "."):
        k -= 1
        if row.kind(k) == ")":
            k = row.open(k) - 1
    elif not (_has_colon(row, k) and row.kind(k) == "E" and row.kind(place + 1) in (",", ";", "C", "", ".")):
        return None  # not "(in euros): Germany 500,000; Japan 90,000"
    return k if k >= 0 else None


def _party(row: Row, last: int) -> tuple[int, Entity | None]:
    """The party that ends at item ``last``, and where it begins; capitals that no list knows are an organisation."""
    if row.kind(last) == "E":
        return last, row.items[last].data if is_giver(row.items[last].data) else None
    k = last
    while _is_capital(row, k) or (row.kind(k) == "P" and k < last and _is_capital(row, k - 1)):
        k -= 1
    if k == last:
        return last, None
    name = " ".join(item.surface or item.word for item in row.items[k + 1 : last + 1])
    return k + 1, unlisted_organisation(name, row.language)


def _is_capital(row: Row, index: int) -> bool:
    return row.kind(index) == "W" and row.items[index].surface[:1].isupper()


def _listing(row: Row, first: int, party: Entity) -> _Listing:
    k = first - 1
    while k >= 0 and (row.kind(k) in _MEMBERS or (row.kind(k) == ";" and _has_colon(row, k))):
        k -= 1
    led = row.items[k].data if row.kind(k) == "P" else ""
    while row.kind(k) == "P" and row.kind(k - 1) in (",", "C") and row.kind(k - 2) == ")":  # « et du Portugal (…) »
        k = next((j for j in range(k - 2, -1, -1) if row.kind(j) == "P"), 0)
    colon = row.kind(k) == ":"
    verb = row.verb_before(k + 1)
    if colon and row.kind(k - 1) == "P":
        led = row.items[k - 1].data
    if verb is None and not colon:
        verb = _verb_behind(row, first)
    return _Listing(party, led, verb, k if colon or verb is None else min(k, verb), colon)


def _has_colon(row: Row, index: int) -> bool:
    return any(row.kind(k) == ":" for k in range(index))


def _verb_behind(row: Row, index: int) -> int | None:
    """ "Norway ($2 million) and Chad ($1 million) contributed to the Fund": the verb behind the list."""
    k = index
    while row.kind(k) in _MEMBERS:
        k += 1
    return k if row.kind(k) == "V" and row.finite(k) else None


def _told(row: Row, listing: _Listing) -> Sides | None:
    """What the verb before the list says of those in it; None where it tells of no money."""
    assert listing.verb is not None
    clause, language, party = row.clause(listing.verb), row.language, [listing.party]
    names, is_passive = lemmas(row, listing.verb), passive(row, clause)
    if names & word_set(language, "pledge"):
        return [], []
    if names & word_set(language, "fund"):
        return (party, supported(row, clause)) if is_passive else _others(subject(row, clause), party)
    if names & word_set(language, "receive"):
        if is_passive or actors(clause.subject):
            return party, actors(clause.subject) if not is_passive else _slot(clause, "by")
        return (party, []) if listing.led in _GIVERS else (_slot(clause, "from", "of"), party)
    if names & (word_set(language, "give") | word_set(language, "light")):
        return _given(row, listing, clause, is_passive=is_passive)
    return None


def _given(row: Row, listing: _Listing, clause: Clause, *, is_passive: bool) -> Sides:
    """ "Grants were awarded to: A", "the Fund awarded the following grants: A": they were given; "the following States
    contributed: A", "A ($1 million) contributed to the Fund": they gave.
    """
    party, behind = [listing.party], clause.index > listing.edge
    if listing.led in ("from", "of"):  # "support from Norway, which gave …, and from Chad ($1 million)"
        return party, []
    gave = listing.led == "by" or behind or not (is_passive or listing.led in ("to", "for") or actors(clause.subject))
    if gave:
        return _others(party, [entity for entity in _slot(clause, "to", "for") if entity not in party])
    return _others(_slot(clause, "by") if is_passive else subject(row, clause), party)


def _others(donors: list[Entity], recipients: list[Entity]) -> Sides:
    return [entity for entity in donors if entity not in recipients], recipients


def supported(row: Row, clause: Clause) -> list[Entity]:
    """What a passive says is funded; of "Open Roads, a programme in Chad, funded by Germany" it is not Chad, but the
    one programme before.
    """
    reduced = clause.verb.data.form == "participle" or row.reduced(clause.index)
    if not reduced:
        return receivers(clause.subject)
    named = (item.data for item in row.items[: clause.index] if item.kind == "E")
    works = {entity.id: entity for entity in named if is_a(entity.type, "Programme")}
    found = [entity for entity in receivers(clause.subject) if entity.type != "State"]
    apart = row.kind(clause.index - 1) == ","  # not "judges in Chad in a course financed by Norway"
    return found or ([*works.values()] if len(works) == 1 and apart else [])


def _named(row: Row, listing: _Listing) -> Sides | None:
    """What a noun before the list says of those in it: "the donors were", « Subventions accordées par le Fonds : »."""
    words = [fold(item.word) for item in row.items[: listing.edge + 1]]
    named = [item.data for item in row.items[: listing.edge] if item.kind == "E" and item.data != listing.party]
    givers, given = word_set(row.language, "givers"), word_set(row.language, "given")
    noun = next((word for word in reversed(words) if word in givers | given), None)
    if noun is None:
        return None
    if listing.led in ("from", "by") or (noun in givers and listing.led not in ("to", "for")):
        return [listing.party], [entity for entity in named if is_any(entity.type, TAKERS)][-1:]
    return [entity for entity in named if is_giver(entity)][-1:], [listing.party]


def _slot(clause: Clause, *prepositions: str) -> list[Entity]:
    return [entity for name in prepositions for phrase in clause.slots.get(name, ()) for entity in actors(phrase)]
