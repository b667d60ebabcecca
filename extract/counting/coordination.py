"""Who coordinates an operation: by a verb, by a noun ("under the command of"), or by a word before its name."""

from __future__ import annotations

import re
from functools import cache

from extract.counting.breakdowns import is_body
from extract.counting.roles import actors, lemmas, word_set
from extract.counting.sites import places_of
from extract.facts import Entity
from extract.mentions import names
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Phrase
from extract.syntax.rows import Row
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

_NOUN = 6  # items between an operation's name and the noun that describes it: ", a three-day cross-border sweep"
_PREFIXED = re.compile(r"(?P<body>.+)-(?:led|coordinated|organi[sz]ed|run)")
_NEAR = 4  # words in which the noun follows
_BRACKETED = ("E", "T", ",", ";", "C", "D", "P", "-")  # of brackets that hold who, where and when only


def coordinators(row: Row) -> list[Entity]:
    """Who coordinated the operation that ``row`` tells of, in the order in which they are told."""
    found: list[Entity] = []
    executing: list[Entity] = []
    for clause in row.clauses():
        verb = clause.verb.data
        if verb.unreal or verb.negated:
            continue
        told = lemmas(row, clause.index)
        if set(verb.lemmas) & set(data("counting")["common"]["lead"]):
            found += _leading(row, clause, found)
        elif set(verb.lemmas) & set(data("counting")["common"]["execute"]):
            executing += _leading(row, clause, found)
        elif told & word_set(row.language, "entrust") and _names_operation(clause.subject):
            found += [entity for phrase in clause.slots.get("to", ()) for entity in actors(phrase)]
        elif told & word_set(row.language, "ensure") and not verb.passive and _charged(row, clause):
            found += actors(clause.subject)
    for k, item in enumerate(row.items):  # « sous la coordination d'Europol »
        if fold(item.word) in word_set(row.language, "under"):
            of = row.kind(k + 1) == "P" and row.items[k + 1].data == "of"
            found += (actors(row.phrase(k + 2)) if of else []) or _entrusted(row, k)
        elif item.kind == "P" and not word_set(row.language, "under").isdisjoint(fold(item.word).split()):
            found += actors(row.phrase(k + 1))  # « sous l'égide d'Europol »
        elif item.kind == "E" and item.data.type == "Operation":
            found += [*_owner(row, k), *_in_brackets(row, k), *_described(row, k)]
    return list({entity.id: entity for entity in found or executing or prefixed(row)}.values())


def prefixed(row: Row) -> list[Entity]:
    """ "an [INTERPOL-led] operation", "the [Europol-coordinated] Operation Dawn": a known body before a participle; "an
    [INTERPOL] operation", « une opération [INTERPOL] ».
    """
    deeds = {fold(noun) for noun in data("operations")[row.language]["deeds"]}
    found = ((k, _PREFIXED.fullmatch(item.surface)) for k, item in enumerate(row.items) if item.kind in ("W", "J"))
    near = ((match, row.items[k + 1 : k + _NEAR]) for k, match in found if match is not None)
    told = [
        match["body"]
        for match, behind in near
        if any(fold(one.word) in deeds or (one.kind == "E" and one.data.type == "Operation") for one in behind)
    ]
    beside = [k for k, item in enumerate(row.items) if item.kind in ("W", "N") and fold(item.word) in deeds]
    bodies = [row.items[k + step].data for k in beside for step in (-1, 1) if is_body(row, k + step)]
    named = (record for body in told for _, end, record in names.find(body, fold(body)) if end == len(body))
    return bodies + [entity for record in named if _is_body(entity := Entity(record, records()[record].type))]


def _leading(row: Row, clause: Clause, found: list[Entity]) -> list[Entity]:
    """ "coordinated by INTERPOL", « INTERPOL a coordonné l'opération … »."""
    by = [entity for phrase in clause.slots.get("by", ()) for entity in actors(phrase)]
    active = not clause.verb.data.passive and not by and not found
    if active and (_names_operation(clause.object) or _called(row, clause)):
        return _led_by(row, clause)
    return by


def _led_by(row: Row, clause: Clause) -> list[Entity]:
    """Who is the subject of a verb of leading; not where they are: "authorities in Romania and Spain"."""
    thanked = _thanked(row, clause) if clause.subject is not None else []
    placed = {one.id for one in places_of(Row(row.items[: clause.index], row.language))}
    return thanked or [entity for entity in actors(clause.subject) if entity.id not in placed]


def _thanked(row: Row, clause: Clause) -> list[Entity]:
    """ "commended the Force for Operation Reef, which it conducted": for what somebody did he is thanked."""
    if clause.subject is None or clause.subject.members[0].item.kind != "O":
        return []
    named = (k for k in range(clause.index) if row.kind(k) == "E" and row.items[k].data.type == "Operation")
    verb = next((row.verb_before(k) for k in named), None)
    if verb is None or not lemmas(row, verb) & word_set(row.language, "thanks"):
        return []
    return actors(row.clause(verb).object)


def _called(row: Row, clause: Clause) -> bool:
    """« a monté une vaste battue appelée opération Mangrove »: the name is what its object is called."""
    k = clause.index + 1
    while k < len(row.items) and row.kind(k) in ("D", "W", "J", "N", "A", "P", "T", '"'):
        k += 1
    participle = row.kind(k) == "V" and row.items[k].data.form in ("participle", "finite")
    named = row.items[k + 1 + (row.kind(k + 1) == '"')] if participle and k + 2 < len(row.items) else None
    return named is not None and named.kind == "E" and named.data.type == "Operation"


def _charged(row: Row, clause: Clause) -> bool:
    """ "had charge of the operation", « en assurait le commandement », « dont la Marine avait pris la tête »."""
    near = row.items[clause.index + 1 : clause.index + 5]
    led = any(item.kind == "P" and item.data == "under" for item in near)  # not "was under the command of"
    return not led and not word_set(row.language, "under").isdisjoint(fold(item.word) for item in near)


def _entrusted(row: Row, index: int) -> list[Entity]:
    """ "the coordination of which was entrusted to Europol", « dont la coordination est assurée par INTERPOL »: to whom
    or by whom what the noun at ``index`` names is done.
    """
    verb = next((k for k in range(index + 1, min(index + 5, len(row.items))) if row.kind(k) in ("V", ",", ";")), None)
    if verb is None or row.kind(verb) != "V" or row.items[verb].data.negated or row.items[verb].data.unreal:
        return []
    told = lemmas(row, verb)
    leads = {"to": "entrust", "by": "ensure"}
    led = [side for side, words in leads.items() if told & word_set(row.language, words)]
    slots = row.clause(verb).slots
    return [entity for side in led for phrase in slots.get(side, ()) for entity in actors(phrase)]


def _owner(row: Row, index: int) -> list[Entity]:
    """ "INTERPOL's Operation Dawn": whose it is."""
    before = row.items[index - 2] if index > 1 and row.kind(index - 1) == "'" else None
    return [before.data] if before is not None and before.kind == "E" and _is_body(before.data) else []


def _described(row: Row, index: int) -> list[Entity]:
    """ "Operation Dawn, an operation of the [Police] in Bo", « l'opération Aube, une descente de la [Gendarmerie] »:
    whose it is by the noun behind its name, where that says so.
    """
    noun = row.skip(index + 2) if row.kind(index + 1) == "," else index
    while (
        row.kind(noun) in ("J", "A", "W") and row.items[noun].word not in _deeds(row.language) and noun < index + _NOUN
    ):
        noun += 1
    led = row.items[noun + 1].data if row.kind(noun + 1) == "P" else ""
    deed = noun > index + 1 and noun < len(row.items) and row.items[noun].word in _deeds(row.language)
    phrase = row.phrase(noun + 2) if deed and led in ("of", "by") else None
    return [one for one in actors(phrase) if _is_body(one)]


@cache
def _deeds(language: str) -> frozenset[str]:
    return frozenset(data("operations")[language]["deeds"])


def _in_brackets(row: Row, index: int) -> list[Entity]:
    """ "Operation Dawn (Europol, May 2019)": an organisation among what stands in the brackets behind the name."""
    if row.kind(index + 1) != "(":
        return []
    inside = row.items[index + 2 : row.close(index + 1)]
    plain = all(item.kind in _BRACKETED for item in inside)
    return [item.data for item in inside if item.kind == "E" and _is_body(item.data)] if plain else []


def _is_body(entity: Entity) -> bool:
    return is_a(entity.type, "Organization")


def _names_operation(phrase: Phrase | None) -> bool:
    members = phrase.members if phrase is not None else ()
    return any(entity.type == "Operation" for member in members for entity in member.entities)
