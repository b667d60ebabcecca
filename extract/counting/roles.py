"""Who stands around the verb that a number belongs to: its subject, who is behind "by", "to" and "from"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import product

from extract.facts import Entity
from extract.relations import Roles
from extract.syntax.clauses import Clause
from extract.syntax.items import Item
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a, is_any

_GOVERNING = frozenset({"gouvernement", "autorites", "government", "authorities"})  # in names of States that act
TAKERS = ("Organization", "Programme", "Fund")
_CLITICS = frozenset({"y", "lui", "leur", "l", "le", "la", "les"})
_OF_THINGS = frozenset({"y", "l", "le", "la"})
_PRONOUNS = frozenset({"it", "them"})


@cache
def word_set(language: str, name: str) -> frozenset[str]:
    """The folded words that counting.yaml lists under ``name``."""
    return frozenset(map(fold, data("counting")[language][name]))


def lemmas(row: Row, index: int) -> frozenset[str]:
    """Folded lemmas of the verb at ``index``."""
    return frozenset(map(fold, row.items[index].data.lemmas))


def actors(phrase: Phrase | None) -> list[Entity]:
    """The actors of a noun phrase; of what a pronoun may stand for, the likeliest."""
    if phrase is None:
        return []
    found: list[Entity] = []
    for member in phrase.members:
        if member.item.kind == "O":
            found += [entity for entity in member.item.several if is_giver(entity)][:1]
        else:
            found += [entity for entity in member.entities if is_giver(entity)]
    return found


def receivers(phrase: Phrase | None) -> list[Entity]:
    """The actors of a noun phrase, and operations: « l'opération a bénéficié de 2 millions »."""
    operations = [] if phrase is None else phrase.entities
    return actors(phrase) + [entity for entity in operations if entity.type == "Operation"]


def each(roles: Roles, **options: list[Entity]) -> Iterator[Roles]:
    """``roles`` with one of each list of options, in every combination; an empty list leaves its role out."""
    present = [(role, entities) for role, entities in options.items() if entities]
    for chosen in product(*(entities for _, entities in present)):
        yield {**roles, **dict(zip((role for role, _ in present), chosen, strict=True))}


def is_giver(entity: Entity) -> bool:
    """Can the entity train, give or receive money?"""
    return (is_a(entity.type, "Actor") or is_a(entity.type, "Programme")) and entity.type not in ("ActorGroup",)


def passive(row: Row, clause: Clause) -> bool:
    """Is the verb a passive, or a participle that stands for one?"""
    seen = row.items[clause.index - 1].data if clause.index and row.kind(clause.index - 1) == "V" else None
    if seen is not None and seen.reflexive and "voir" in seen.lemmas:  # « s'est vu attribuer 30 000 dollars »
        return True
    return bool(clause.verb.data.passive or (clause.verb.data.ambiguous and row.reduced(clause.index)))


def subject(row: Row, clause: Clause) -> list[Entity]:
    """Who does what an active verb says; of a passive one, who is behind "by"."""
    if passive(row, clause):
        return [entity for phrase in clause.slots.get("by", ()) for entity in actors(phrase)]
    before = row.verb_before(clause.index) if row.perfect_infinitive(clause.index) else None
    if before is not None and clause.subject is None and row.kind(clause.index - 1) != "P":
        return actors(row.clause(before).subject)  # « l'OIM indique avoir formé 40 juges »
    return actors(clause.subject) or apposed_donor(row, clause.index)


def apposed_donor(row: Row, verb: int) -> list[Entity]:
    """ "Its main donor, [Norway], gave": who stands between commas behind such a noun, before the verb."""
    if row.kind(verb - 1) != "," or row.kind(verb - 2) != "E" or row.kind(verb - 3) not in (",", "D"):
        return []
    noun = verb - 4 if row.kind(verb - 3) == "," else verb - 5
    led = noun >= 0 and fold(row.items[noun].word) in word_set(row.language, "givers")
    donor = row.items[verb - 2].data
    return [donor] if led and is_giver(donor) else []


def is_government(item: Item) -> bool:
    """« permis aux [autorités togolaises] d'arrêter », "helped the [Peruvian Government]": who acts, and not where."""
    return item.data.type == "State" and not _GOVERNING.isdisjoint(fold(item.word).split(" "))


def _stands(row: Row, index: int) -> bool:
    verb = row.items[index].data
    return verb.link or not word_set(row.language, "stands").isdisjoint(map(fold, verb.lemmas))


def is_seat(row: Row, index: int) -> bool:
    """Does the place at ``index`` only say where an organisation sits: « basée à Lyon », "whose seat is in Geneva"?"""
    before = row.back(index)
    last = before - (row.kind(before) == "P")
    if last < before and _is_mission(row, last):
        return True
    town = last - (row.kind(last) == ",")
    if last < index and town < before and row.kind(town) == "E":
        return is_seat(row, town)  # « basée à Lyon(,) en France », "based in Lyon, France"
    if row.kind(before) != "P":
        return False
    stands = row.kind(last) == "V" and _stands(row, last)
    if stands or fold(row.items[last].word) in word_set(row.language, "stands"):
        last = row.back(last, "BA")  # « dont le siège est à Lyon », "whose headquarters are located in Lyon"
    if fold(row.items[last].word) not in word_set(row.language, "seats"):
        return False
    owner = row.items[last - 1]
    counted = next((row.kind(k) for k in range(last - 1, -1, -1) if row.kind(k) not in ("W", "N", "A", "J")), "") == "#"
    return last > 0 and not counted and not _are_people(owner.data)  # « 14 ONG basées à Lomé » are there


def _is_mission(row: Row, index: int) -> bool:
    """Does an embassy or the like end at ``index``, of which the place behind it tells which: "the Embassy of Japan in
    Accra"?
    """
    of = row.kind(index - 1) == "P" and row.items[index - 1].data == "of"
    words = f"{row.items[index - 2].word if of else ''} {row.items[index].word}"
    return row.kind(index) == "E" and not word_set(row.language, "missions").isdisjoint(fold(words).split())


def _are_people(value: object) -> bool:
    return isinstance(value, Entity) and is_any(value.type, ("ActorGroup", "Person"))


def taken_in(row: Row, low: int, high: int) -> list[Entity]:
    """ "the $2 million received by [the Fund] came from Japan": who received it, by a participle between the two."""
    verbs = (k for k in range(low, high) if row.kind(k) == "V" and row.reduced(k))
    receives = word_set(row.language, "receive")
    return [entity for k in verbs if lemmas(row, k) & receives for entity in subject(row, row.clause(k))]


def behind(row: Row, start: int, prepositions: frozenset[str]) -> Iterator[Entity]:
    """Actors behind one of ``prepositions``, from item ``start`` to the end of its clause."""
    k = start
    while k < len(row.items) and row.kind(k) not in (";", ":", "R", "S"):
        if row.kind(k) == "P" and row.items[k].data in prepositions and row.kind(k + 1) not in ("#", "T"):
            yield from actors(row.phrase(k + 1))
        k += 1


def meant(row: Row, clause: Clause, donors: Sequence[Entity], previous: Sequence[Entity]) -> list[Entity]:
    """« la Suisse y a contribué », "Austria gave it €200,000": what takes money and was named last, in the sentence or
    ``previous`` to it.
    """
    spoken = bool(clause.verb.data.clitics & _CLITICS) or any(
        row.kind(k) == "O" and row.items[k].word in _PRONOUNS for k in range(clause.index, clause.end)
    )
    if not spoken:
        return []
    low = clause.subject.start if clause.subject is not None and clause.subject.start < clause.index else clause.index
    named = [*previous, *(item.data for item in row.items[:low] if item.kind == "E" and item.end > item.start)]
    apart = [*donors, *_givers_before(row, clause)]
    takers = [entity for entity in named if is_any(entity.type, TAKERS) and entity not in apart]
    things = ("Programme", "Fund") if clause.verb.data.clitics & _OF_THINGS else ("Programme",)
    works = {entity.id: entity for entity in takers if is_any(entity.type, things)}
    if len(works) == 1 and clause.verb.data.clitics & _CLITICS:
        return list(works.values())  # « L'OIM mène le projet Darba. Le Pérou y a contribué … »: to the project
    return takers[-1:] or _told_later(row, clause) or _apposed(row, clause, apart)


def _apposed(row: Row, clause: Clause, apart: Sequence[Entity]) -> list[Entity]:
    """« L'Union, bailleur [du Programme], lui a versé »: what an apposition of the subject names."""
    low = clause.subject.end if clause.subject is not None else clause.index
    named = [item.data for item in row.items[low : clause.index] if item.kind == "E" and item.data not in apart]
    return [entity for entity in named if is_any(entity.type, ("Programme", "Fund"))][-1:]


def _told_later(row: Row, clause: Clause) -> list[Entity]:
    """« La Banque lui ayant versé 2 millions, [l'Institut] a clos son exercice », « grâce au Japon, qui lui a versé
    2 millions, [l'Institut] … »: the subject behind the comma that ends what is told of it.
    """
    comma = next((k for k in range(clause.index, len(row.items)) if row.kind(k) in (",", ";", ":")), len(row.items))
    opens = clause.verb.surface.lower() == "ayant" or any(row.kind(k) == "R" for k in range(clause.index))
    spoken = any(row.kind(k) == "V" and row.finite(k) for k in range(clause.index)) or not opens
    phrase = row.phrase(comma + 1, before_verb=True) if row.kind(comma) == "," and not spoken else None
    return actors(phrase) if phrase is not None and row.finite(phrase.end) else []


def _givers_before(row: Row, clause: Clause) -> list[Entity]:
    """« [le Pérou] le finance ; la Suisse y a contribué »: who pays in an earlier clause for what is meant there."""
    pays = word_set(row.language, "fund") | word_set(row.language, "give")
    before = (other for other in row.clauses() if other.index < clause.index and not passive(row, other))
    return [entity for one in before if lemmas(row, one.index) & pays for entity in actors(one.subject)]
