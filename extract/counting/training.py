"""Training: how many people were trained, by whom, when and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.counting.audiences import audience
from extract.counting.counted import Counted
from extract.counting.courses import organizers, stop_of, tells_of_course, whose
from extract.counting.governor import governor
from extract.counting.roles import actors, behind, each, lemmas, subject, word_set
from extract.facts import Entity
from extract.relations import Roles
from extract.syntax.items import has, item_behind
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

_BY = frozenset({"by", "from"})
_ALL = frozenset({"all", "both", "tous", "toutes"})
_TO = frozenset({"for", "to", "of", "with", "including", "among"})


def training(
    text: str,
    row: Row,
    found: list[tuple[Counted, str | None]],
    places: dict[int, Entity],
    actor: Entity | None = None,
    chapeau: Row | None = None,
    previous: Sequence[Entity] = (),
) -> Iterator[tuple[str, Roles]]:
    """Facts of the numbers of people who were trained; ``places``: number's offset -> where; ``actor``: who
    did it where the sentence does not say; ``chapeau``: the line that introduces the list; ``previous``: what the
    passage named before."""
    agents_before: list[Entity] = []
    trained_before = False
    reach = -1  # where the phrase of the number before ends: of "58 nuns of five dioceses" the five are not trained
    for one, period in found:
        inside, reach = one.quantity.start < reach, row.items[one.end - 1].end if one.end else reach
        if inside:
            continue
        if one.quantity.unit or not (_are_people(one, row.language) or _are_trained(row, one)):
            continue
        if _are_share(text, row, one):
            continue
        agents = _trained(text, row, one)
        if agents is None and chapeau is not None:
            agents = _listed(text, row, chapeau)
        if agents is None and trained_before and _goes_on(text, row, one):
            agents = agents_before  # « 450 magistrats et 120 policiers »
        trained_before = agents is not None
        if agents is None:
            continue
        agents_before = agents
        roles: Roles = {"number": one.quantity.value}
        if one.text:
            roles["audience"] = audience(text, row, one)
        if period is not None:
            roles["period"] = period
        place = places.get(one.quantity.start) or _unlisted_place(row, one)
        if place is not None:
            roles["place"] = place
        gave = organizers(row, item_behind(row.items, one.quantity.start))
        gave = gave or _within(text, row, previous)
        fallback = gave or _meant(row, one, previous) or ([actor] if actor is not None else [])
        yield from (("training", full) for full in each(roles, agent=agents or fallback))


def _are_share(text: str, row: Row, one: Counted) -> bool:
    """ "trained 40 judges, including [12 women]", "[12] of them women": those of one sex among the trained."""
    before = fold(text[row.items[0].start : one.quantity.start].rstrip())
    behind = fold(text[one.quantity.end : row.items[-1].end].lstrip())
    if behind.startswith(tuple(word_set(row.language, "of_them"))):
        return not word_set(row.language, "sexes").isdisjoint(behind.replace(",", " ").split()[:4])
    return before.endswith(tuple(word_set(row.language, "parts"))) and one.head in word_set(row.language, "sexes")


def _unlisted_place(row: Row, one: Counted) -> Entity | None:
    """Where no list knows the place: "trained 46 judges in Nosy Be"."""
    held = governor(row, one.quantity)
    return row.clause(held[0]).place if held is not None else None


def _meant(row: Row, one: Counted, previous: Sequence[Entity]) -> list[Entity]:
    """ "Courses were entrusted to the Academy. It trained 40": where "it" may be only the one body that was named."""
    held = governor(row, one.quantity)
    clause = row.clause(held[0]) if held is not None and not held[1] else None
    spoken = clause is not None and clause.subject is not None and clause.subject.members[0].item.kind == "O"
    if not spoken or clause is None:
        return []
    named = [*previous, *(item.data for item in row.items[: clause.index] if item.kind == "E")]
    bodies = {entity.id: entity for entity in named if is_a(entity.type, "Organization")}
    return [*bodies.values()] if len(bodies) == 1 else []


def _within(text: str, row: Row, previous: Sequence[Entity]) -> list[Entity]:
    """« 530 agents ont été formés [dans ce cadre] », "were trained under it": by the one programme that was named."""
    told = {entity.id: entity for entity in previous if is_a(entity.type, "Programme")}
    words = fold(text[row.items[0].start : row.items[-1].end])
    framed = any(f" {said} " in f" {words} " for said in data("counting")[row.language]["framed"])
    return [*told.values()] if framed and len(told) == 1 else []


def _are_people(one: Counted, language: str) -> bool:
    said = fold(one.text).replace("-", " ").replace("’", " ").split()
    words, last = set(said), said[-1] if said and language == "en" and "of" not in said else one.head
    return not {one.head, last}.isdisjoint(word_set(language, "people")) or (  # "120 customs officers"
        language == "en"
        and one.head.endswith(("ers", "ors", "ists"))
        and not words.isdisjoint(word_set(language, "people"))
    )


def _are_trained(row: Row, one: Counted) -> bool:
    """Whom a verb of training has as its object are people, if they are no countries or the like: "trained 42 harbour
    masters".
    """
    held = governor(row, one.quantity)
    words = set(fold(one.text).replace("-", " ").split())
    if held is None or not words or words & word_set(row.language, "untrained"):
        return False
    verb = row.clause(held[0]).verb.data
    return bool(lemmas(row, held[0]) & word_set(row.language, "train")) and verb.passive == held[1]


def _trained(text: str, row: Row, one: Counted) -> list[Entity] | None:
    """Who trained those that the number counts; None where it does not say that they were trained."""
    if _none_of(row, one):
        return None
    held = governor(row, one.quantity)
    if held is None:
        told = _participle(row, one)  # « 48 juges formés à Lomé », in a list
        return subject(row, row.clause(told)) if told is not None else _nominal(text, row, one, None)
    index, in_subject = held
    clause = row.clause(index)
    verb = clause.verb.data
    names = lemmas(row, index)
    if _is_gerund(row, one) and not in_subject:
        return subject(row, clause)
    if names & word_set(row.language, "train") and _is_inverted(row, index, one):
        return list(behind(row, index, _BY))
    passive = verb.passive or verb.form == "participle" or (verb.ambiguous and row.reduced(index))
    if names & word_set(row.language, "graduate") and in_subject:
        return list(behind(row, index, _BY)) or whose(row, index)
    if names & word_set(row.language, "train") and in_subject and not passive and verb.reflexive:
        return list(behind(row, index, _BY))  # « 75 agents se sont perfectionnés »
    if names & word_set(row.language, "train"):
        return (_enabled(row, index) or subject(row, clause)) if passive == in_subject else None
    reduced = _participle(row, one)
    if reduced is not None:
        return subject(row, row.clause(reduced))
    if (
        in_subject
        and names & word_set(row.language, "attend")
        and tells_of_course(text, row, index, stop_of(row, index))
    ):
        return list(behind(row, index, _BY)) or whose(row, index)
    return _nominal(text, row, one, _main(row, index) if not in_subject else None)


def _main(row: Row, verb: int) -> int:
    """« l'OIM a [dispensé] une formation, financée par le Japon, à 12 juges »: the verb over what only says of the
    course who paid for it.
    """
    paid = row.reduced(verb) and bool(lemmas(row, verb) & word_set(row.language, "fund"))
    before = next((k for k in range(verb - 1, -1, -1) if row.kind(k) == "V"), verb)
    return before if paid and row.finite(before) else verb


def _is_gerund(row: Row, one: Counted) -> bool:
    """ "held four workshops, training [112 magistrates]": no noun."""
    k = item_behind(row.items, one.quantity.start) - 1
    return row.language == "en" and k > 0 and row.items[k].word == "training" and row.kind(k - 1) == ","


def _is_inverted(row: Row, verb: int, one: Counted) -> bool:
    """« Au total, ont été formés [1 342 gardes] »: whom a passive without a subject before it counts behind it."""
    clause, number = row.clause(verb), item_behind(row.items, one.quantity.start)
    alone = row.language == "fr" and clause.verb.data.passive and clause.verb.data.form == "finite"
    opens = row.kind(verb - 1) in ("", ",", "T", "E", "R") and verb < number
    return alone and opens and all(row.kind(k) in ("D", "A") for k in range(verb + 1, number))


def _listed(text: str, row: Row, chapeau: Row) -> list[Entity] | None:
    """ "Training provided by IOM in 2021:" / "Lomé: 40 inspectors": who gave it; None where it is no such list."""
    clauses = [clause for clause in chapeau.clauses() if clause.verb.data.form != "gerund"]
    taught = word_set(row.language, "teach") | word_set(row.language, "train")
    opens = fold(chapeau.items[0].word) in word_set(row.language, "course") and chapeau.kind(1) not in ("W", "N", "Q")
    told = all(lemmas(chapeau, clause.index) & taught for clause in clauses) and (bool(clauses) or opens)
    verbs = any(item.kind == "V" for item in row.items) or any(has(item, "I") for item in chapeau.items)
    planned = any(fold(item.word) in map(fold, data("quantities")[row.language]["intended"]) for item in chapeau.items)
    if verbs or planned or not told or not tells_of_course(text, chapeau, 0, len(chapeau.items)):
        return None
    return list(behind(chapeau, 0, frozenset({"by"})))


def _none_of(row: Row, one: Counted) -> bool:
    """ "None of the 400 judges", « aucun des 400 juges »."""
    k = item_behind(row.items, one.quantity.start) - 1
    while row.kind(k) == "D":
        k -= 1
    return row.kind(k) == "P" and row.items[k].data == "of" and row.kind(k - 1) == "X"


def _participle(row: Row, one: Counted) -> int | None:
    """ "the 300 officers trained by UNODC", « 48 juges pour enfants formés à Lomé »: the participle behind the noun."""
    k = one.end
    if row.kind(k) == "," and fold(row.items[k + 1].word if k + 1 < len(row.items) else "") in _ALL:
        k += 2  # « 14 interprètes, tous formés par l'Académie »
    if row.kind(k) == "C" and row.kind(k + 1) in ("W", "E", "Q") and row.kind(k + 2) == "V":
        k += 2  # "1,940 inspectors and recruiters trained since the project began"
    while row.kind(k) in ("W", "P", "J") and k < one.end + 3 and row.kind(k + 1) in ("W", "V"):
        k += 1
    if row.kind(k) != "V" or row.items[k].data.form not in ("participle", "finite"):
        return None
    verb = row.items[k].data
    if not lemmas(row, k) & word_set(row.language, "train"):
        return None
    return k if verb.form == "participle" or verb.ambiguous or verb.passive else None


def _enabled(row: Row, index: int) -> list[Entity]:
    """« l'atelier a permis à l'Office de former 54 procureurs »: who was enabled to train them."""
    before = index - 1 if row.kind(index - 1) != "P" else index - 2
    verb = next((k for k in range(before, -1, -1) if row.kind(k) in ("V", ";", ",")), None)
    if row.items[index].data.form != "infinitive" or verb is None or row.kind(verb) != "V":
        return []
    if not lemmas(row, verb) & word_set(row.language, "enable"):
        return []
    around = row.clause(verb)
    phrases = [*([around.object] if around.object is not None else []), *around.slots.get("to", ())]
    return [entity for phrase in phrases for entity in actors(phrase)]


def _nominal(text: str, row: Row, one: Counted, verb: int | None) -> list[Entity] | None:
    """ "provided training to 300 officers", « la formation de 450 magistrats », "workshops attended by 45 judges"."""
    place = item_behind(row.items, one.quantity.start)
    low = next((k + 1 for k in range(place - 1, -1, -1) if row.kind(k) in (";", ":", "R", "S")), 0)
    if not tells_of_course(text, row, low, place) and not _given_course(text, row, place, verb):
        return None
    before = next(
        (
            k
            for k in range(place - 1, low - 1, -1)
            if row.kind(k) not in ("D", "A", "#") and not _qualifies(row, k, one)
        ),
        -1,
    )
    led = before >= 0 and row.kind(before) == "P" and row.items[before].data in _TO
    if led and row.items[before].word == "to" and verb is not None:  # not "the training team grows to eight people"
        led = bool(lemmas(row, verb) & (word_set(row.language, "teach") | word_set(row.language, "light")))
    attended = verb is not None and bool(
        lemmas(row, verb) & (word_set(row.language, "attend") | word_set(row.language, "gather"))
    )
    if not (led or attended):
        by = before >= 0 and row.kind(before) == "P" and row.items[before].data == "by"
        if not (by and verb is not None and lemmas(row, verb) & word_set(row.language, "attend")):
            return None
        return []
    stop = next((k for k in range(place, len(row.items)) if row.kind(k) in ("V", ",", ";", ":")), len(row.items))
    by = list(behind(Row(row.items[:stop], row.language), place, frozenset({"by"})))
    if by or verb is None:  # "the training of 95 inspectors by ODIHR was praised"
        return by or _givers(row, place)
    clause = row.clause(verb)
    if clause.verb.data.form in ("infinitive", "gerund") and clause.subject is None:
        return []
    if has(row.items[verb], "F") and not lemmas(row, verb) & (word_set(row.language, "teach") | {"follow", "complete"}):
        told = Row(row.items[verb:place], row.language)  # "welcomes the training [by IOM] of 60 judges"
        return list(behind(told, 1, frozenset({"by"})))
    return subject(row, clause)


def _givers(row: Row, start: int) -> list[Entity]:
    """Who stands behind "by", but for who paid: "training for 12 judges, funded [by Japan], by ODIHR"."""
    paid = {
        k + 1
        for k, item in enumerate(row.items)
        if item.kind == "V" and lemmas(row, k) & word_set(row.language, "fund")
    }
    kept = Row([item for k, item in enumerate(row.items) if k not in paid], row.language)
    return list(behind(kept, start, _BY))


def _given_course(text: str, row: Row, place: int, verb: int | None) -> bool:
    """« a dispensé à 198 enquêteurs une formation à la preuve électronique »: the course behind them."""
    if verb is None or not lemmas(row, verb) & word_set(row.language, "teach"):
        return False
    return tells_of_course(text, row, place, stop_of(row, place))


def _qualifies(row: Row, index: int, one: Counted) -> bool:
    """Is the item a part of "more than", « plus de » before the number?"""
    length = len(one.quantity.qualifier)
    return bool(length) and row.items[index].start >= one.quantity.start - length - 2


def _goes_on(text: str, row: Row, one: Counted) -> bool:
    """Does the number stand in a list that goes on: ", 120 police officers and 30 judges", and not ", and 870 children
    were reunited"?
    """
    if row.kind(one.end) == "V":
        return False
    place = next((k for k, item in enumerate(row.items) if item.start >= one.quantity.start), 0)
    k = place - 1
    while row.kind(k) in ("D", "A") or (row.kind(k) == "P" and row.items[k].data in ("of", "to", "for")):
        k -= 1
    announced = row.kind(k) == ":" and k == place - 1  # "310 officials: 190 immigration officers and"
    return announced or row.kind(k) in ("C", ",")
