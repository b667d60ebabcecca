"""Observers are no members: "sits on the Committee as an observer", « est membre observateur du Comité »; and those who
are trained found nothing: « a formé un groupe de magistrats ».
"""

from __future__ import annotations

from extract.counting.roles import lemmas, word_set
from extract.facts import Entity
from extract.mentions.references import name_heads
from extract.syntax.clauses import Clause
from extract.syntax.items import has
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data, verb_set
from ontology.types import is_any

_CHOSEN_AS = ("W", "N", "Q", "D", "E")  # "elected leader of", "elected the first woman in"


def observer(row: Row, index: int, said: Clause | None) -> bool:
    """Is the "member" at ``index`` an "observer member", or a member "in an observer capacity"?"""
    beside = any(has(row.items[k], "observing") for k in (index - 1, index + 1) if 0 <= k < len(row.items))
    return beside or (said is not None and observing(row, said))


def observing(row: Row, clause: Clause) -> bool:
    """ "as an observer", "with observer status", « à titre d'observateur », in the clause or before its subject; but
    not "with Chad as an observer".
    """
    for k, item in enumerate(row.items[: clause.end]):
        before = k - 1
        while row.kind(before) in ("D", "A", "W"):
            before -= 1
        if not has(item, "observing") or row.kind(before) != "P" or row.items[before].data not in ("as", "in", "with"):
            continue
        other = before - 2 if row.kind(before - 2) != "D" else before - 3
        beside = row.kind(before - 1) == "E" and row.kind(other) == "P" and row.items[other].data == "with"
        years = row.kind(before - 1) == "W" and before - 1 > clause.index + 1  # "after three years as an observer"
        if before == 0 or (before > clause.index and not beside and not years):
            return True
    return False


def training(row: Row, clause: Clause) -> bool:
    """« a formé un groupe de magistrats »: a verb that may also be of training, and people are its object."""
    if not lemmas(row, clause.index) & word_set(row.language, "train"):
        return False
    made = clause.object.entities if clause.object else []
    words = {word for entity in made for _, label in entity.labels for word in fold(label).split()}
    return not words.isdisjoint(word_set(row.language, "people"))


def otherwise_seated(row: Row, clause: Clause) -> bool:
    """ "Ms. Roy joined the Ministry in 1986" is of its staff; "was elected leader of the Government in the Senate" is
    chosen for something else: neither is a member.
    """
    verb = clause.verb.data
    if verb.passive and not verb_set("choosing").isdisjoint(verb.lemmas):
        k = clause.index + 1
        while row.kind(k) == "A":
            k += 1
        return row.kind(k) in _CHOSEN_AS or _to_a_post(clause)
    joined = clause.object if not verb.passive else None
    return joined is not None and _are_people(clause.subject) and any(map(_employs, joined.entities))


def _to_a_post(clause: Clause) -> bool:
    """« y a été élue [à la présidence] »."""
    return any(member.item.kind in ("N", "Q") for phrase in clause.slots.get("to", ()) for member in phrase.members)


def _are_people(phrase: Phrase | None) -> bool:
    named = phrase.entities if phrase is not None else []
    return bool(named) and all(one.type == "Person" for one in named)


def _employs(entity: Entity) -> bool:
    """An organisation that has staff and no people as members: the United Nations, an agency, a ministry."""
    if is_any(entity.type, ("InternationalOrganization", "UNEntity")):
        return True
    heads = {noun for language, name in entity.labels for noun in name_heads(name, language)}
    return any(not heads.isdisjoint(map(fold, data("heads")[language]["portfolios"])) for language in LANGUAGES)
