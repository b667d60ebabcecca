"""Operations: who coordinated which police or field operation, where and when, and what it achieved.

What several sentences say of one operation is one fact, with all these sentences as its evidence.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.counting.apart import own_part
from extract.counting.breakdowns import opening_place, unnamed
from extract.counting.coordination import coordinators, prefixed
from extract.counting.news import scene
from extract.counting.outcomes import Reported, results
from extract.counting.roles import actors, each, word_set
from extract.counting.sites import places_of
from extract.document import Document, Sentence
from extract.facts import Entity, Fact
from extract.framing.attitude import granted, real, undone
from extract.framing.governing import demanded_clause
from extract.mentions.dates import Date
from extract.relations import Roles
from extract.syntax.items import Item, has
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import verb_set
from ontology.types import is_a

_SOON = 3  # passages within which the name of "an operation" follows


@dataclass(slots=True)
class Operation:
    """What a document has said of one operation so far."""

    entity: Entity
    roles: dict[str, str | int | float] = field(default_factory=dict)
    coordinators: list[Entity] = field(default_factory=list)
    places: list[Entity] = field(default_factory=list)
    sentences: list[tuple[Sentence, int]] = field(default_factory=list)
    parts: list[tuple[Entity, Roles, Sentence, int]] = field(default_factory=list)  # what was achieved in one place
    headed: bool = False  # are the places those of a headline: "12 freed in southern Africa"?


class Operations:
    """Gathers the operations of one document, sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._found: dict[str, Operation] = {}
        self._named: dict[int, list[Entity]] = {}  # passage -> the operations that it names, or that it is a list of
        self._unnamed: list[
            tuple[Sentence, Row, Reported, Row]
        ] = []  # what was told of "an operation", and of it behind

    def read(self, sentence: Sentence, row: Row, reported: Reported, led: list[Entity]) -> None:
        """Take in what a sentence says; ``led``: who the line above says coordinated the operations below it."""
        if self.document.passages[sentence.passage].kind == "table":
            return
        known = self._named.setdefault(sentence.passage, self._listed(sentence.passage))
        named = [
            (k, item.data) for k, item in enumerate(row.items) if item.kind == "E" and item.data.type == "Operation"
        ]
        for _, entity in named:
            if entity not in known:
                known.append(entity)
        own = list({entity.id: entity for _, entity in named}.values())
        if not own and self._apart(sentence, row, reported, known):
            return
        if (
            not own
            and len(known) == 1
            and (
                self.document.passages[sentence.passage].kind == "item"
                or _goes_on(self.document.text, sentence, row)
                or self._achieves(known[0], row, reported)
            )
        ):
            own = known
        if own and _is_unreal(row, named, bool(list(results(self.document.text, row, reported)))):
            return
        if len(own) == 1:
            self._take(own[0], sentence, row, reported, led)
        elif len(own) > 1:
            self._several(named, sentence, row, reported)

    def _achieves(self, entity: Entity, row: Row, reported: Reported) -> bool:
        """Results without a time of their own, nor a place beside the operation's: they may be of something else."""
        if any(item.kind == "T" for item in row.items) or not [*results(self.document.text, row, reported)]:
            return False
        told = self._found.get(entity.id)
        fresh = told is not None and not told.places and {"rescued", "arrested"}.isdisjoint(told.roles)
        return fresh or not places_of(row)

    def _apart(self, sentence: Sentence, row: Row, reported: Reported, known: list[Entity]) -> bool:
        """Does a sentence without a name tell of "an operation", or what the one just named achieved in a place?"""
        achieved = dict(results(self.document.text, row, reported))
        behind = unnamed(row) if achieved else None
        if behind is not None and not self._is_known(sentence.passage):
            self._unnamed.append((sentence, row, reported, behind))
            return True
        near = known or self._named.get(sentence.passage - 1, [])
        place = opening_place(row) if achieved and len(near) == 1 else None
        timed = any(item.kind == "T" for item in row.items)
        operation = self._of(near[0]) if place is not None else None
        if place is None or operation is None or timed or place in operation.coordinators:
            return False
        if len(achieved) == 1 and not operation.parts:
            return False  # of what else was done there nothing is told: it may be of another operation
        operation.parts.append((place, {"place": place, **achieved}, sentence, sentence.passage))
        known += [near[0]] if not known else []
        return True

    def _is_known(self, passage: int) -> bool:
        """Has the text above ``passage``, headlines aside, named an operation? "An operation" is another one then."""
        kinds = {self.document.passages[above].kind for above, told in self._named.items() if told and above < passage}
        return not kinds <= {"title", "heading", "frontmatter"}

    def _listed(self, passage: int) -> list[Entity]:
        """The operations of the passage above that a list goes on with: "… Key results:" / "12 arrests"."""
        own = self.document.passages[passage]
        if own.kind != "item" or own.parent is None:
            return []
        opened = self.document.text[self.document.passages[own.parent].end - 1] == ":"
        return [*self._named.get(own.parent, ())] if opened else []

    def _several(self, named: list[tuple[int, Entity]], sentence: Sentence, row: Row, reported: Reported) -> None:
        """Several operations in one sentence: each takes what stands between it and the next, or in their order."""
        if any("respectively" in item.readings for item in row.items):
            self._parallel(named, sentence, row, reported)
            return
        for position, (k, entity) in enumerate(named):
            stop = named[position + 1][0] if position + 1 < len(named) else len(row.items)
            part = Row(row.items[k:stop], row.language)
            low, high = row.items[k].start, row.items[stop - 1].end
            own = [one for one in reported if low <= one[0].quantity.start < high]
            both = row.kind(k - 1) == "C" and position > 0 and named[position - 1][0] == k - 2
            self._take(entity, sentence, part, [] if both else own, [])  # "Dawn and Dusk rescued 40": not Dusk alone

    def _parallel(self, named: list[tuple[int, Entity]], sentence: Sentence, row: Row, reported: Reported) -> None:
        """ "Operations A and B rescued 40 and 62 victims respectively": the first number is the first one's."""
        entities = list({entity.id: entity for _, entity in named}.values())
        by_role: dict[str, list[int | float]] = {}
        for role, value in results(self.document.text, row, reported):
            by_role.setdefault(role, []).append(value)
        dates = [item.data.first for item in row.items if item.kind == "T"]
        for position, entity in enumerate(entities):
            operation = self._of(entity)
            for role, values in by_role.items():
                if len(values) == len(entities):
                    operation.roles.setdefault(role, values[position])
            if len(dates) == len(entities):
                operation.roles.setdefault("date", dates[position])
            operation.coordinators += [one for one in coordinators(row) if one not in operation.coordinators]
            operation.sentences.append((sentence, sentence.passage))

    def _of(self, entity: Entity) -> Operation:
        return self._found.setdefault(entity.id, Operation(entity))

    def _take(
        self,
        entity: Entity,
        sentence: Sentence,
        row: Row,
        reported: Reported,
        led: list[Entity],
        behind: Row | None = None,
    ) -> None:
        """What a sentence says of an operation; ``behind``: what stands behind "an operation", where no name stands."""
        operation = self._of(entity)
        before = (dict(operation.roles), len(operation.coordinators), operation.places)
        for role, value in results(self.document.text, row, reported):
            operation.roles.setdefault(role, value)
        told = behind or row
        where = scene(told)
        if behind is None:
            known = [*operation.coordinators, *coordinators(told)]
            where = own_part(where, entity, known, [one.quantity for one, _ in reported])
        date = _date(where, entity)
        if date is not None:
            operation.roles.setdefault("date", date)
        leading = coordinators(told) or led or (prefixed(row) if behind is not None else [])
        operation.coordinators += [one for one in leading if one not in operation.coordinators]
        at = places_of(where) or (places_of(scene(row)) if behind is not None else [])
        within = opening_place(row) if not {"rescued", "arrested"}.isdisjoint(before[0]) else None
        places = [place for place in at if place not in operation.coordinators and place != within]
        if places and (not operation.places or operation.headed):
            operation.places = places
            operation.headed = self.document.passages[sentence.passage].kind in ("title", "heading")
        if before != (dict(operation.roles), len(operation.coordinators), operation.places):
            operation.sentences.append((sentence, sentence.passage))

    def facts(self) -> Iterator[Fact]:
        """One fact for each operation and place, at each sentence that tells of it."""
        for sentence, row, reported, behind in self._unnamed:
            near = [told for passage, told in self._named.items() if passage <= sentence.passage + _SOON]
            named = {entity.id: entity for entities in near for entity in entities}
            if len(named) == 1:
                self._take(next(iter(named.values())), sentence, row, reported, [], behind)
        for operation in self._found.values():
            told = operation.sentences and (operation.roles or operation.coordinators)
            if not told and not operation.parts:
                continue  # named in passing
            apart = [place for place, *_ in operation.parts]
            places = [place for place in operation.places if place not in apart]
            own: Roles = {"operation": operation.entity, **operation.roles}
            if places or not (apart and {"rescued", "arrested"}.isdisjoint(own)):
                for roles in each(own, place=places, coordinator=operation.coordinators):
                    for sentence, passage in sorted(operation.sentences, key=lambda told: told[1]):
                        yield Fact("operations", roles, sentence.start, sentence.end, passage)
            shared = {role: value for role, value in own.items() if role not in ("rescued", "arrested")}
            for _, achieved, sentence, passage in operation.parts:
                for roles in each({**shared, **achieved}, coordinator=operation.coordinators):
                    yield Fact("operations", roles, sentence.start, sentence.end, passage)


def led_above(chapeau: Sequence[Item], heading: Entity | None) -> list[Entity]:
    """Who coordinated the operations that follow, as the line above them says.

    « Les deux dernières opérations coordonnées par l'unité ont été les suivantes : » under the heading "INTERPOL".
    """
    if not chapeau:
        return []
    language = "fr" if any(item.word in ("par", "les", "opérations") for item in chapeau) else "en"
    at = next((k for k, item in enumerate(chapeau) if fold(item.word) in word_set(language, "series")), None)
    if at is None:
        return []
    by = next((k for k in range(at, len(chapeau)) if chapeau[k].kind == "P" and chapeau[k].data == "by"), None)
    if by is None:
        return []
    row = Row(list(chapeau), language)
    return actors(row.phrase(by + 1)) or (
        [heading] if heading is not None and is_a(heading.type, "Organization") else []
    )


def _goes_on(text: str, sentence: Sentence, row: Row) -> bool:
    """Does the sentence go on about the one operation of its passage: "It …", « Déclenchée à Goma, elle … »?"""
    opening = fold(text[sentence.start : sentence.start + 24]).lstrip()
    if opening.startswith(tuple(word_set(row.language, "altogether"))):
        return True
    first = row.items[0] if row.items else None
    if first is None or first.kind == "O":
        return first is not None
    reduced = first.kind == "V" and first.data.form in ("participle", "finite")
    commas = (k for k, item in enumerate(row.items) if item.kind == ",")
    before = itertools.takewhile(lambda k: all(not _says(item) for item in row.items[1:k]), commas)
    return reduced and any(row.kind(k + 1) == "O" for k in before)  # « Menée par INTERPOL, avec notre appui, elle »


def _says(item: Item) -> bool:
    return item.kind == "V" and item.data.form == "finite" and not item.data.ambiguous


def _is_unreal(row: Row, named: list[tuple[int, Entity]], achieved: bool) -> bool:
    """ "Operation X will be launched", « est prévue », "did not take place": the verb behind the name is no fact."""
    if not named:
        return False
    if undone(row, named[0][0]) or _told_as_unreal(row, named[0][0]):
        return True
    verbs = [item for item in row.items[named[0][0] :] if item.kind == "V"]
    if verbs and verbs[0].data.form == "infinitive" and verbs[0].data.passive:
        return True  # "Operation X, to be led by INTERPOL"
    verb = next((item for item in verbs if item.data.form == "finite" or item.data.unreal), None)
    if verb is None:
        return False
    unreal = verb.data.unreal and not granted(row, row.clause(row.items.index(verb)))
    return bool(unreal or has(verb, "I") or (verb.data.negated and not achieved))


def _told_as_unreal(row: Row, index: int) -> bool:
    """ "INTERPOL might have coordinated Operation Hawk", "some say that it led": of the operation as the object, or
    within a clause that is no fact; "in Operation Hawk" takes it for granted.
    """
    before = next((k for k in range(index - 1, -1, -1) if row.kind(k) not in ("D", "A", '"')), None)
    if before is None or row.kind(before) == "P":
        return before is not None and demanded_clause(row, index)
    governing = next((k for k in range(before, -1, -1) if row.kind(k) in ("V", ",", ";", ":")), None)
    if governing is None or row.kind(governing) != "V":
        return demanded_clause(row, index)
    clause = row.clause(governing)
    nobody = any(has(row.items[k], "nobody") for k in range(governing))
    return not real(row, clause) or clause.verb.data.negated or nobody


def _date(row: Row, entity: Entity) -> str | None:
    """The one date of the sentence, else the first behind the operation's name; no date of an appointment: « la
    Directrice, nommée en mars 2025, est revenue sur l'opération ».
    """
    chosen = [clause for clause in row.clauses() if not verb_set("choosing").isdisjoint(clause.verb.data.lemmas)]
    theirs = {id(date) for clause in chosen for date in clause.dates}
    dates = [item.data for item in row.items if item.kind == "T" and isinstance(item.data, Date)]
    dates = [date for date in dates if id(date) not in theirs]
    if len(dates) == 1:
        return dates[0].first
    at = next((item.start for item in row.items if item.kind == "E" and item.data == entity), None)
    behind = [date for date in dates if at is not None and date.start > at]
    return behind[0].first if behind else None
