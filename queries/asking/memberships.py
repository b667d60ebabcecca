"""How many members a body has, where documents state it as a number: "the Group consists of 23 entities", « le Réseau,
qui compte douze membres »."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.index import fold
from queries.asking.asked import Asked
from queries.asking.certain import before_number, behind_number, is_whole
from queries.asking.names import Name
from queries.asking.parts import Sentence
from queries.asking.sparql import query_of, sparql
from queries.asking.told import Place, Said, sentences
from queries.asking.understanding import Reading, Stated
from queries.asking.words import LANGUAGES, Vocabulary
from queries.rows import Row, gathered
from queries.values import text_of

if TYPE_CHECKING:
    from graph.store import Store

_BETWEEN = 3  # words from the verb to the number: "compte à ce jour 12"
_ACTORS = ("Actor",)
_HEAD = 2  # words of what a figure counts among which its noun stands: "pays membres"


def by_number(store: Store, vocabulary: Vocabulary, sentence: Sentence, reading: Reading) -> list[Reading]:
    """The reading of the number that documents state of the members of a body, where a question counts them; none where
    they state several."""
    (hub, *_), *_ = vocabulary.kinds[reading.kind]["key"]
    asked = [phrase for phrase in sentence.asked if phrase.ask == "count"]
    counts = reading.kind in vocabulary.content["some"] and reading.mode == "count" and len(asked) == 1
    if (
        not counts
        or [*reading.roles] != [hub]
        or len(reading.roles[hub]) != 1
        or reading.topics
        or sentence.is_narrowed
    ):
        return []
    (body,) = reading.roles[hub]
    told = Reading("figures", {}, (Asked("value"),), {}, times=reading.times, documents=reading.documents,
                   authors=reading.authors, topics=((body.text, *body.iris),), unit="count", score=1.0)  # fmt: skip
    counted = _Counted(vocabulary, reading.kind, body, tuple(type_ for type_, _ in asked[0].types))
    rows = gathered(store, query_of(told), store.select(sparql(store, vocabulary, told)), language=sentence.language)
    found = [row for row in rows if counted.counts(row)]
    said = sentences(store, sorted({e.passage for row in found for e in row.evidence})) if found else {}
    found = [row for row in found if counted.is_of_it(store, row, said)]
    if len({text_of(row.values["value"]) for row in found}) != 1:
        return []
    stated = (Stated(e.passage, e.start, (("value", row.values["value"]),)) for row in found for e in row.evidence)
    return [replace(told, stated=tuple(dict.fromkeys(stated)))]


@dataclass(frozen=True, slots=True)
class _Counted:
    """Tells which figures count the members of one body."""

    vocabulary: Vocabulary
    kind: str
    body: Name
    types: tuple[str, ...]  # of what is counted, () for "members"

    def counts(self, row: Row) -> bool:
        """Whether a figure counts members of a body, and all of them: not "two new members"."""
        whole, value = self.vocabulary.content["whole"], text_of(row.values["value"])
        measure = fold(text_of(row.values.get("measure"))).split()
        spelt = self.vocabulary.cardinals(int(value)) if value.isdigit() else []
        before, behind = before_number(row, spelt), behind_number(row, spelt)
        new = set(self.vocabulary.content["hollow"][self.kind]) & set(measure)
        types = [type_ for word in measure[:_HEAD] for type_ in self._types(word)]
        if not measure or new or is_whole(row, whole["of"]) or not self._are_alike(types):
            return False
        members = any(self.vocabulary.calls(word, self.kind) for word in measure[:_HEAD])
        # "23 entities of the United Nations, as well as others": of "members" there are more
        led = (members or (types and self.types)) and all(map(self._is_led, before))
        return bool(led) or (members and all(map(self._is_its, before, behind)))

    def _types(self, word: str) -> list[str]:
        """The types of actors that a noun says: "entities"; none of "members"."""
        found = [m for language in LANGUAGES for m in self.vocabulary.meanings(word, language) if m.cls == "type"]
        return [m.data[0] for m in found if self.vocabulary.is_a(m.data[0], _ACTORS)]

    def _are_alike(self, types: Sequence[str]) -> bool:
        """Whether what is counted may be what the question counts: of 196 countries none is an organisation."""
        pairs = [(one, other) for one in types for other in self.types]
        alike = any(self.vocabulary.is_a(one, [other]) or self.vocabulary.is_a(other, [one]) for one, other in pairs)
        return alike or not self.types or (not types and "State" not in self.types)

    def _is_led(self, before: str) -> bool:
        """Whether a verb by which a body has members stands a little before the number: "which now counts"."""
        words = before.split()
        ways = [way.split() for name in ("all", "counting") for way in self.vocabulary.content["whole"][name]]
        ends = range(len(words), max(len(words) - _BETWEEN, 0), -1)
        return any(words[end - len(way) : end] == way for end in ends for way in ways)

    def _is_its(self, before: str, behind: str) -> bool:
        """ "its 12 members", "all 11 members", and not "two of our members"."""
        whole = before.split()[-1:]
        return bool(whole) and whole[0] in self.vocabulary.content["whole"]["its"] and bool(behind)

    def is_of_it(self, store: Store, row: Row, said: Mapping[Place, Said]) -> bool:
        """Whether a figure is of the body, by its subject, or because its sentence speaks of no other."""
        subject = fold(text_of(row.values.get("subject"))).split()
        names = [name.split() for _, _, name in store.names_of(self.body.iris)]
        if subject:
            return any(set(subject) <= set(name) or " ".join(name) in " ".join(subject) for name in names)
        things = {iri for e in row.evidence if (s := said.get((e.passage, e.start))) is not None for iri in s.things}
        (hub, *_), *_ = self.vocabulary.kinds[self.kind]["key"]
        bodies = self.vocabulary.kinds[self.kind]["types"][hub]
        others = [iri for iri, type_ in store.types_of(sorted(things)) if self.vocabulary.is_a(type_, bodies)]
        return set(others) <= set(self.body.iris)
