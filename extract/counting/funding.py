"""Funding: who gave how much money to whom, and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.counting.counted import Counted
from extract.counting.donors import (
    as_donor,
    included,
    is_aside,
    is_of_agreement,
    paid_by,
    received_in_all,
    spoken_of,
    unlisted_taker,
)
from extract.counting.gifts import Window, of_gift, thanked, to_unknown, with_thanks
from extract.counting.governor import governor
from extract.counting.grants import Sides, listed, supported
from extract.counting.roles import (
    actors,
    each,
    is_giver,
    lemmas,
    meant,
    passive,
    receivers,
    subject,
    taken_in,
    word_set,
)
from extract.counting.several import TO, beside, goes_on, is_added, is_more, is_own, is_share, paired, resumed
from extract.facts import Entity
from extract.relations import Roles
from extract.syntax.clauses import Clause
from extract.syntax.items import item_behind
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_any

_DIRECT = frozenset({"to", "into"})
_RESPECTIVELY = re.compile(r"(?i)\brespecti(?:vely|vement)\b")
_OPENED = re.compile(r"\s?\((?:[^\W\d]+\.? ){0,3}[^\w\s]?")
_GIVERS = {"en": frozenset({"from", "by"}), "fr": frozenset({"of", "from"})}


def funding(
    text: str, row: Row, found: list[tuple[Counted, str | None]], previous: Sequence[Entity] = ()
) -> Iterator[tuple[str, Roles]]:
    """Facts of the amounts of money that were given or received; ``previous``: what the passage named before."""
    money = [(one, period) for one, period in found if one.quantity.unit not in ("", "%")]
    money = [pair for pair, before in zip(money, [None, *money], strict=False) if not _is_converted(text, before, pair)]
    if not money:
        return
    parallel = _RESPECTIVELY.search(text, row.items[0].start, row.items[-1].end) is not None
    sides = _all_sides(row, [one for one, _ in money], previous, parallel=parallel)
    for (one, period), (donors, recipients) in zip(money, sides, strict=True):
        roles: Roles = {"amount": one.quantity.value, "currency": one.quantity.unit}
        if period is not None and "/" not in period and not _dated_behind(row, one):
            roles["date"] = period
        for full in each(roles, donor=donors, recipient=recipients) if donors or recipients else ():
            if full.get("donor") != full.get("recipient"):
                yield "funding", full


def _is_converted(text: str, before: tuple[Counted, str | None] | None, one: tuple[Counted, str | None]) -> bool:
    """ "9 million euros ([about 10 million dollars]) to the Fund": the amount before it, in another currency."""
    if before is None or before[0].quantity.unit == one[0].quantity.unit:
        return False
    return _OPENED.fullmatch(text, before[0].quantity.end, one[0].quantity.start) is not None


def _dated_behind(row: Row, one: Counted) -> bool:
    """ "With $2 million received from Norway, UNODC launched … in March": the date is that of what was done with it."""
    place, held = item_behind(row.items, one.quantity.start), governor(row, one.quantity)
    if is_of_agreement(row) or (held is not None and is_aside(row, held[0], place)):
        return True
    comma = _opening(row, place)
    return comma is not None and not any(row.kind(k) == "T" for k in range(comma))


def _opening(row: Row, place: int) -> int | None:
    """The comma that closes "With $2 million received from Norway, …"; None where no such phrase holds ``place``."""
    comma = next((k for k in range(place, len(row.items)) if row.kind(k) == ","), None)
    receives = word_set(row.language, "receive")
    got = comma is not None and any(row.kind(k) == "V" and lemmas(row, k) & receives for k in range(place, comma))
    finite = any(row.kind(k) == "V" for k in range(place))
    return comma if got and not finite and row.kind(0) in ("P", "W", "A") and thanked(row, comma or 0) else None


def _all_sides(row: Row, money: Sequence[Counted], previous: Sequence[Entity], *, parallel: bool) -> list[Sides]:
    """(donors, recipients) of each amount; "gave $1 million and €2 million to UNODC" tells to whom once for both."""
    places = [item_behind(row.items, one.quantity.start) for one in money]
    low = [0, *(item_behind(row.items, one.quantity.end) for one in money)]
    high = [*places, len(row.items)]
    sides: list[Sides] = []
    for position, one in enumerate(money):
        held = governor(row, one.quantity) if parallel else None
        reaching = len(row.items) if held is not None and held[1] else high[position + 1]  # "$2 and $4 were received"
        window = Window(low[position], places[position], reaching, parallel)
        donors, recipients = _sides(row, one, window, previous)
        if not donors and not recipients and sides and sides[-1][0]:
            donors, recipients = resumed(row, window, sides[-1])
        if sides and donors and not recipients and goes_on(row, one, money[position - 1]):
            recipients = [entity for entity in sides[-1][1] if entity not in donors]  # "…, and Japan $750,000"
        if sides and is_share(row, one):
            donors = donors or (sides[-1][0] if recipients else [])
            recipients = recipients or (sides[-1][1] if donors else [])
        if sides and donors and not recipients and (is_added(row, one) or is_own(row, window)):
            recipients = [entity for entity in sides[-1][1] if entity not in donors]
        alike = beside(row, places, position) if parallel else range(0)
        several = len(alike) > 1
        sides.append(
            paired(donors, recipients, position - alike.start, len(alike)) if several else (donors, recipients)
        )
    for position in range(len(money) - 2, -1, -1):
        donors, recipients = sides[position]
        joined = all(
            row.kind(k) not in ("V", ";", "R", "S", ":") for k in range(places[position], places[position + 1])
        )
        if donors and not recipients and joined and not to_unknown(row, places[position]):
            sides[position] = donors, [entity for entity in sides[position + 1][1] if entity not in donors]
    return sides


def _sides(row: Row, one: Counted, window: Window, previous: Sequence[Entity]) -> Sides:
    """(donors, recipients) of an amount."""
    told = listed(row, window.place)
    if told is not None:
        return with_thanks(row, window, told)
    held = _held(row, one, window)
    if held is None:
        return of_gift(row, window, previous=previous)
    index, in_subject, low = held
    clause, names, own = row.clause(index), lemmas(row, index), of_gift(row, window, low, previous)
    ranked = as_donor(row, window.place)
    if ranked is not None:
        return ranked
    if own[0] and not own[1] and not in_subject:
        own = own[0], [entity for entity in included(row, index) if entity not in own[0]]
    if any(names & word_set(row.language, name) for name in ("pledge", "decide", "take")):
        return [], []
    equips = names & word_set(row.language, "equip") and row.items[max(window.place - 1, 0)].word == "with"
    if (names & word_set(row.language, "fund") or equips) and not (in_subject and own[0]):
        return _funded(row, clause, window, own, previous)
    if clause.verb.data.reflexive and names & word_set(row.language, "add"):  # « se sont ajoutés 900 000 euros »
        paid = paid_by(row, window.place)  # « … versés par la République de Corée »
        return paid or _behind(row, clause, window.place, window.high, _GIVERS[row.language]), own[1]
    if names & word_set(row.language, "receive"):
        return _received(row, clause, window, own, in_subject=in_subject)
    if names & word_set(row.language, "come") and in_subject:  # "of which $500,000 came from Italy"
        whom = own[1] or taken_in(row, window.place, index) or received_in_all(row, window.low, window.place)
        return _behind(row, clause, index, len(row.items), _GIVERS[row.language]), whom
    if names & word_set(row.language, "go") and in_subject:  # "of which $500,000 went to IOM"
        return own[0], _behind(row, clause, index, len(row.items), TO)
    if _gives(row, clause, window):
        return _given_to(row, clause, window, own, previous, in_subject=in_subject)
    if in_subject and names & word_set(row.language, "enable"):  # "a grant from Chad enabled IOM to open …"
        to = [entity for phrase in clause.slots.get("to", ()) for entity in actors(phrase)]
        return own[0], own[1] or [entity for entity in actors(clause.object) or to if entity not in own[0]]
    return own


def _held(row: Row, one: Counted, window: Window) -> tuple[int, bool, int | None] | None:
    """(the verb that tells of the amount, does it stand in its subject, where the gift may begin): "a contribution
    amounting to $2 million was received" tells of receiving.
    """
    held = governor(row, one.quantity)
    if held is None:
        return None
    index, in_subject = held
    measures = lemmas(row, index) & word_set(row.language, "worth") and not in_subject
    if not measures:
        return index, in_subject, None
    low = next((k + 1 for k in range(index - 1, -1, -1) if row.kind(k) in (";", ":", "R", "S", "V")), 0)
    if row.items[index].data.form == "finite":
        return index, False, low
    if low > 0 and row.kind(low - 1) == "V":
        return low - 1, False, low
    behind = next((k for k in range(window.place, len(row.items)) if row.kind(k) in ("V", ",", ";", "R", "S")), 0)
    return (behind, True, low) if behind and row.kind(behind) == "V" and row.finite(behind) else (index, False, low)


def _gives(row: Row, clause: Clause, window: Window) -> bool:
    """Does the verb say that money is given: "made a contribution of", « a fait don de », "made available"?"""
    names, language = lemmas(row, clause.index), row.language
    if names & (word_set(language, "give") | word_set(language, "spend")):
        return True
    if not names & word_set(language, "light"):
        return False
    low, high = sorted((clause.index, window.place))
    if low == window.place and passive(row, clause):  # "a contribution of $2 million was made by"
        low = next((k + 1 for k in range(low - 1, -1, -1) if row.kind(k) in (";", ":", "R", "S", "V")), 0)
    said = {row.items[k].word for k in range(low, min(high + 3, len(row.items)))}
    return bool(said & (word_set(language, "gift") | word_set(language, "available")))


def _funded(row: Row, clause: Clause, window: Window, own: Sides, previous: Sequence[Entity]) -> Sides:
    """ "Norway funds UNODC with $2 million", « l'initiative est dotée de 2 millions par la Suède »; "supported the
    printing with a grant to IOM": the grant tells to whom.
    """
    donors = subject(row, clause)
    if passive(row, clause) and (paid := paid_by(row, window.place)):
        return paid, supported(row, clause) or spoken_of(row, clause, previous)
    if passive(row, clause):  # « à hauteur de 2 millions par l'Espagne et de 300 000 par l'Autriche »
        by = _behind(row, clause, window.place, window.high, frozenset({"by"}))
        return by or donors or own[0], supported(row, clause) or spoken_of(row, clause, previous)
    whom = own[1] or receivers(clause.object) or meant(row, clause, donors, previous)
    return donors, [entity for entity in whom if entity not in donors]


def _given_to(
    row: Row, clause: Clause, window: Window, own: Sides, previous: Sequence[Entity], *, in_subject: bool
) -> Sides:
    """The sides of a verb of giving: "gave $2 million to UNODC", "UNODC was awarded $50,000 by Japan"."""
    is_passive = passive(row, clause)
    if not is_passive and _is_of_case(row, clause):
        return [], []
    if is_passive and not in_subject:
        return _by(clause) or own[0], actors(clause.subject) or own[1]
    if in_subject and not is_passive:
        return own
    donors, recipients = _given(row, clause, window, own)
    to_it = bool(clause.verb.data.clitics & {"lui", "leur"})  # « lui a accordé un don pour le programme »: to it
    if not is_passive and (to_it or not recipients):
        recipients = meant(row, clause, donors, previous) or recipients
    if not recipients and (lemmas(row, clause.index) & word_set(row.language, "add") or is_more(row, window)):
        works = _works(previous)  # "Japan financed it. Sweden [added] $400,000"
        recipients = works if len(works) == 1 else []
    recipients = recipients or _funded_before(row, clause) or _groups(clause, donors)
    spends = lemmas(row, clause.index) & word_set(row.language, "spend")
    funded = any(is_any(entity.type, ("Programme", "Fund")) for entity in recipients)
    if spends and not funded and (not recipients or "y" in clause.verb.data.clitics):
        return (donors if _for_victims(row, clause) else []), []
    return donors, recipients


def _works(entities: Sequence[Entity]) -> list[Entity]:
    return [*{one.id: one for one in entities if is_any(one.type, ("Programme", "Fund"))}.values()]


def _groups(clause: Clause, donors: Sequence[Entity]) -> list[Entity]:
    """ "awarded $780,000 to 19 [non-governmental organizations]": organisations that have no name but what they are."""
    named = [entity for phrase in clause.slots.get("to", ()) for entity in phrase.entities] if donors else []
    return [entity for entity in named if entity.id in data("counting")["receiving"]]


def _funded_before(row: Row, clause: Clause) -> list[Entity]:
    """ "The programme is funded by Spain, [which paid $900,000 in 2021], and by Norway": what those who paid fund."""
    relative = row.back(clause.index, "AT,P")
    payer = row.back(relative, ",")
    if row.kind(relative) != "R" or row.kind(payer) != "E" or row.leading(payer) != "by":
        return []
    funds = word_set(row.language, "fund")
    before = [other for other in row.clauses() if other.index < payer and lemmas(row, other.index) & funds]
    return supported(row, before[0]) or actors(before[0].subject) if before and passive(row, before[0]) else []


def _is_of_case(row: Row, clause: Clause) -> bool:
    """ "The victims paid 5,000 euros to the agency": what is paid in a case is no gift."""
    people = word_set(row.language, "victims") | word_set(row.language, "suspects")
    before = {fold(item.word) for item in row.items[max(0, clause.index - 2) : clause.index]}
    return not actors(clause.subject) and not people.isdisjoint(before)


def _for_victims(row: Row, clause: Clause) -> bool:
    """ "devoted $2 million to the fight against trafficking", « y a consacré 2 millions »: money given for a cause, not
    spent on roads.
    """
    causes = word_set(row.language, "cause")
    led = (k for k in range(clause.index, len(row.items)) if row.kind(k) == "P" and row.items[k].data in ("to", "on"))
    told = any(fold(item.word) in causes for k in led for item in row.items[k + 1 : k + 4])
    return told or "y" in clause.verb.data.clitics


def _given(row: Row, clause: Clause, window: Window, own: Sides) -> Sides:
    """ "Norway gave $2 million to UNODC", "Norway gave UNODC $2 million", « a accordé à l'OIM 2 millions »."""
    donors = _gapped(row, clause, window) or subject(row, clause) or own[0]
    unlisted = unlisted_taker(row, window.place)
    if unlisted and donors:
        return donors, unlisted
    amount = next((k for k in range(clause.index, window.place) if row.kind(k) == "#"), window.place)
    before = range(clause.index + 1, amount)  # "Norway gave $2 million, Togo $40,000 and IOM $1,000": not to Togo
    whom = actors(clause.object) if clause.object is not None and clause.object.start in before else []
    first = max(clause.index, window.low)
    before_it = [] if to_unknown(row, window.place) else _behind(row, clause, first, window.place, frozenset({"to"}))
    whom = whom or before_it
    meant_for = _behind(row, clause, window.place, window.high, TO) or own[1]
    to = _behind(row, clause, window.place, window.high, _DIRECT)
    named = whom if window.low <= clause.index else []  # "gave IOM $2 million for"
    recipients = to or named or meant_for or whom  # "gave $2 million to IOM for the Fund": to IOM
    if not recipients and row.kind(clause.index - 1) == "E":
        recipients = [*_relative(row, clause, window, "to")] or [*_relative(row, clause, window, "for")]
    return donors, [entity for entity in recipients if entity not in donors]


def _relative(row: Row, clause: Clause, window: Window, led: str) -> Iterator[Entity]:
    """ "the Fund, to which Japan contributed $750,000", « le projet, pour lequel le Japon a versé 2 millions », unless
    somebody is told behind the amount: « … a versé 2 millions à l'organisation ».
    """
    end = next((k for k in range(window.place, window.high) if row.kind(k) in ("V", ",", ";", "R", "S")), window.high)
    told = any(row.kind(k) == "P" and row.items[k].data == "to" for k in range(window.place, end))
    for phrase in clause.slots.get(led, ()) if not (told and led == "for") else ():
        found = actors(phrase) if phrase.end <= clause.index else []
        yield from (one for one in found if led == "to" or is_any(one.type, ("Programme", "Fund")))


def _gapped(row: Row, clause: Clause, window: Window) -> list[Entity]:
    """ "Finland gave 2 million euros and Estonia 150,000", « et l'Andorre, 50 000 »: Estonia, before its amount."""
    k = window.place - (2 if row.kind(window.place - 1) in (",", "P") else 1)  # "and Germany with $1 million"
    k = row.open(k) - 1 if row.kind(k) == ")" else k  # "and the European Union (EU) $1 million"
    if window.parallel or window.low <= clause.index or row.kind(k) != "E" or not is_giver(row.items[k].data):
        return []
    joint = k - 1
    while row.kind(joint) == "D":
        joint -= 1
    return [row.items[k].data] if row.kind(joint) in ("C", ",", ";") and joint >= window.low else []


def _received(row: Row, clause: Clause, window: Window, own: Sides, *, in_subject: bool) -> Sides:
    """ "the Fund received $2 million from Norway", « permis de recueillir 50 000 dollars pour le fonds »."""
    high, givers = window.high, _GIVERS[row.language]
    gapped = _gapped(row, clause, window)
    if gapped:  # "La Strada received $40,000 and Casa Alianza $30,000"
        return [], gapped
    sent = _behind(row, clause, clause.index, window.place, givers) if clause.index == 0 and not in_subject else []
    if sent:  # « Reçu de la Loterie la somme de 62 000 euros au profit de l'asbl »
        to = _behind(row, clause, window.place, high, TO)
        return sent, [entity for entity in to if entity not in sent]
    if in_subject or passive(row, clause):
        donors = _behind(row, clause, clause.index, high, givers) or own[0]
        opening = _opening(row, window.place)
        takers = thanked(row, opening) if opening is not None and donors else []
        return donors, _behind(row, clause, clause.index, opening or high, TO - givers) + _by(clause) or takers
    first = next((k for k in range(clause.index, high) if row.kind(k) == "#"), high)
    if _behind(row, clause, clause.index, first, givers):  # « a reçu de la Norvège 2 millions et de la Suisse … »
        high = window.place
    donors = paid_by(row, window.place) or _behind(row, clause, window.place, high, givers)
    donors = donors or _behind(row, clause, max(clause.index, window.low), high, givers)
    beneficiaries = _behind(row, clause, clause.index, high, frozenset({"for"}))
    if beneficiaries and lemmas(row, clause.index) & word_set(row.language, "collect"):
        return [], beneficiaries
    recipients = [] if clause.verb.data.form == "infinitive" and clause.subject is None else receivers(clause.subject)
    return [entity for entity in donors if entity not in recipients], recipients


def _by(clause: Clause) -> list[Entity]:
    return [entity for phrase in clause.slots.get("by", ()) for entity in actors(phrase)]


def _behind(row: Row, clause: Clause, start: int, high: int, prepositions: frozenset[str]) -> list[Entity]:
    low = max(start, clause.index + 1)
    stop = next((k for k in range(low, high) if row.kind(k) in ("V", ";", "R", "S", ":")), high)
    found: list[Entity] = []
    k = low
    while k < stop:
        if row.kind(k) == "P" and row.items[k].data in prepositions and row.kind(k + 1) not in ("#", "T"):
            phrase = row.phrase(k + 1)
            if phrase is not None and phrase.end <= stop and not (found and _is_site(row, k, phrase)):
                found += actors(_without_gapped(row, phrase))
        k += 1
    return list({entity.id: entity for entity in found}.values())


def _is_site(row: Row, index: int, phrase: Phrase) -> bool:
    """« à l'OIM pour l'assistance aux victimes [au Niger] », « à Timidria, [au Niger]. »: a State behind a noun, or one
    behind a comma that is none of a list, says where.
    """
    states = all(member.item.kind == "E" and member.item.data.type == "State" for member in phrase.members)
    apart = row.kind(index - 1) == "," and row.kind(phrase.end) not in ("C", ",") and len(phrase.members) == 1
    led = row.language == "fr" and row.items[index].data == "to"
    return states and led and (row.kind(index - 1) == "W" or apart)


def _without_gapped(row: Row, phrase: Phrase) -> Phrase:
    """« à l'UNICEF et l'Andorre, 50 000 euros »: what has an amount of its own is no recipient."""
    end = phrase.end
    if row.kind(end) == "(":  # « et l'Organisation internationale … [(OIF)] 50 000 euros »
        end = next((k + 1 for k in range(end, end + 4) if row.kind(k) == ")"), end)
    own = row.kind(end) == "#" or (row.kind(end) == "," and row.kind(end + 1) == "#")
    return replace(phrase, members=phrase.members[:-1]) if own and len(phrase.members) > 1 else phrase
