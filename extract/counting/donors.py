"""Who gave, where no verb of giving tells it: "Norway was the largest donor to the Fund, with $2 million"."""

from __future__ import annotations

from collections.abc import Sequence

from extract.counting.grants import Sides
from extract.counting.roles import TAKERS, actors, is_giver, lemmas, passive, word_set
from extract.facts import Entity, unlisted_organisation
from extract.syntax.clauses import Clause
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.types import is_any


def as_donor(row: Row, place: int) -> Sides | None:
    """ "The largest donor to the Fund in 2023 was Norway, with $2 million", « la Norvège a été le principal donateur du
    Fonds, avec 2 millions »: (donors, recipients) of the amount at ``place``.
    """
    comma = row.back(place, "PAV#")
    link = row.verb_before(comma) if row.kind(comma) == "," else None
    if link is None or not row.items[link].data.link or row.items[link].data.negated or row.items[link].data.unreal:
        return None
    low = next((k + 1 for k in range(link - 1, -1, -1) if row.kind(k) in (";", ":", "S", "R", "V", ",")), 0)
    noun = next((k for k in range(low, comma) if fold(row.items[k].word) in word_set(row.language, "givers")), None)
    if noun is None or (gives := row.verb_before(place)) is None or (gives > comma and not _gives(row, gives)):
        return None
    side = range(low, link) if noun > link else range(link + 1, comma)
    donors = [row.items[k].data for k in side if row.kind(k) == "E" and is_giver(row.items[k].data)]
    end = comma if noun > link else link
    given = [row.items[k].data for k in range(noun + 1, end) if row.kind(k) == "E"]
    return (donors, [one for one in given if is_any(one.type, TAKERS)][:1]) if donors else None


def _gives(row: Row, index: int) -> bool:
    return bool(lemmas(row, index) & (word_set(row.language, "give") | word_set(row.language, "fund")))


def paid_by(row: Row, place: int) -> list[Entity]:
    """« financé à hauteur de 780 000 dollars, versés [par l'Irlande] en mars », "has $2 million, given by Chad": who is
    told by a participle right behind the amount at ``place``.
    """
    k = place + 1
    while row.kind(k) in ("#", "W"):
        k += 1
    k += row.kind(k) == ","
    if row.kind(k) != "V" or not passive(row, row.clause(k)) or not row.reduced(k) or not _gives(row, k):
        return []
    return [entity for phrase in row.clause(k).slots.get("by", ()) for entity in actors(phrase)]


def received_in_all(row: Row, window_low: int, place: int) -> list[Entity]:
    """ "Of the $4 million that [the Fund] received, [$1 million] came from Chad", « sur les 4 millions reçus par … »:
    who received the amount that stands before the one at ``place``, which is a part of it.
    """
    opens = row.kind(0) == "P" and row.items[0].data in ("of", "on")
    verbs = [k for k in range(window_low, place) if row.kind(k) == "V"] if opens else []
    receives = [k for k in verbs if lemmas(row, k) & word_set(row.language, "receive")]
    if len(verbs) != 1 or not receives:
        return []
    clause = row.clause(receives[0])
    by = [entity for phrase in clause.slots.get("by", ()) for entity in actors(phrase)]
    return by or actors(clause.subject)


def included(row: Row, verb: int) -> list[Entity]:
    """ "Contributions to [UNODC] in 2024 included $3 million from Japan": to whom is given what the verb counts up."""
    if not lemmas(row, verb) & word_set(row.language, "comprise"):
        return []
    low = next((k + 1 for k in range(verb - 1, -1, -1) if row.kind(k) in (";", ":", "S", "R", "V")), 0)
    gift = next((k for k in range(low, verb) if fold(row.items[k].word) in word_set(row.language, "gift")), None)
    led = (k for k in range(verb if gift is None else gift, verb) if row.kind(k) == "P" and row.items[k].data == "to")
    return [entity for k in led for entity in actors(row.phrase(k + 1))]


def unlisted_taker(row: Row, amount: int) -> list[Entity]:
    """ "gave [$75,000] to Maison Espoir (Togo)": capitals that no list knows, behind the amount."""
    k = amount
    while row.kind(k) == "#":
        k += 1
    if row.kind(k) != "P" or row.items[k].data != "to":
        return []
    end = k + 1
    while row.kind(end) == "W" and row.items[end].surface[:1].isupper():
        end += 1
    name = " ".join(item.surface for item in row.items[k + 1 : end])
    return [unlisted_organisation(name, row.language)] if " " in name else []


def spoken_of(row: Row, clause: Clause, previous: Sequence[Entity]) -> list[Entity]:
    """« Financé par l'Irlande à hauteur de 780 000 dollars, [il] a permis … »: the one programme that was spoken of."""
    verb = next((k for k in range(clause.index + 1, len(row.items)) if row.kind(k) == "V" and row.finite(k)), None)
    if clause.index or verb is None or row.kind(verb - 1) != "O":
        return []
    works = {entity.id: entity for entity in previous if is_any(entity.type, ("Programme", "Fund"))}
    return [*works.values()] if len(works) == 1 else actors(row.clause(verb).subject)


def is_aside(row: Row, verb: int, place: int) -> bool:
    """Is the amount at ``place`` told aside, by the participle at ``verb``, without a date: "the project, funded by
    Japan with $1 million, [was launched in 2022]"?
    """
    tells = lemmas(row, verb) & (word_set(row.language, "give") | word_set(row.language, "fund"))
    described = row.reduced(verb) and row.items[verb].data.form != "gerund"
    if not tells or not described or (verb and row.kind(verb - 1) != ","):
        return False
    low = place if not paid_by(row, place) else row.clause(verb).end + 1
    end = next((k for k in range(low, len(row.items)) if row.kind(k) == ","), len(row.items))
    return all(row.kind(k) != "T" for k in range(verb, end))


def is_of_agreement(row: Row) -> bool:
    """ "Under an agreement signed in May 2023, the Union provides €4 million": does the row tell no other time?"""
    times = [k for k in range(len(row.items)) if row.kind(k) == "T"]
    return bool(times) and all(_signs(row, k) for k in times)


def _signs(row: Row, index: int) -> bool:
    k = row.back(index, "PD")
    return row.kind(k) == "V" and row.reduced(k) and bool(lemmas(row, k) & word_set(row.language, "sign"))
