"""How many members a body has, or a treaty parties, where documents state it as a number: "the Group consists of 23
entities", « le Réseau, qui compte douze membres », "21 States have ratified the Convention"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.index import fold
from queries.asking.answer import MEASURED, within
from queries.asking.asked import Asked
from queries.asking.certain import before_number, behind_number, is_whole
from queries.asking.names import Name
from queries.asking.parts import Sentence
from queries.asking.told import Place, Said, figures_of, sentences, speaking_of
from queries.asking.understanding import Reading, Stated
from queries.asking.words import Vocabulary
from queries.rows import Row
from queries.values import text_of

if TYPE_CHECKING:
    from graph.store import Store

_FAR = 40  # characters on either side of a number
_ARTICLE = len("the  ")  # and the blank behind a name
_BETWEEN = 3  # words from the verb to the number: "compte à ce jour 12"
_ACTORS = ("Actor",)
_HEAD = 2  # words of what a figure counts among which its noun stands: "pays membres"


def by_number(store: Store, vocabulary: Vocabulary, sentence: Sentence, reading: Reading) -> list[Reading]:
    """The reading of the number that documents state of the members of a body, or the parties to a treaty, where a
    question counts them; none where they state several of a body."""
    hub = vocabulary.content["sized"].get(reading.kind)
    asked = [phrase for phrase in sentence.asked if phrase.ask == "count"]
    if (
        hub is None
        or reading.mode != "count"
        or len(asked) != 1
        or [*reading.roles] != [hub]
        or len(reading.roles[hub]) != 1
        or reading.topics
        or sentence.is_narrowed
    ):
        return []
    (body,) = reading.roles[hub]
    told = Reading("figures", {}, (Asked("value"),), {}, times=reading.times, documents=reading.documents,
                   authors=reading.authors, said=(body.text,), unit="count", score=1.0)  # fmt: skip
    counted = _Counted(vocabulary, reading, body, tuple(type_ for type_, _ in asked[0].types))
    rows = [row for row in figures_of(store, speaking_of(store, body.iris)) if _is_asked(vocabulary, told, row)]
    found = [row for row in rows if counted.counts(row)]
    said = sentences(store, sorted({e.passage for row in found for e in row.evidence})) if found else {}
    found = [row for row in found if counted.is_of_it(store, row, said)]
    if len({text_of(row.values["value"]) for row in found}) > 1 and reading.kind in vocabulary.content["some"]:
        return []
    stated = (Stated(e.passage, e.start, (("value", row.values["value"]),)) for row in found for e in row.evidence)
    return [replace(told, stated=tuple(dict.fromkeys(stated)))] if found else []


def _is_asked(vocabulary: Vocabulary, reading: Reading, row: Row) -> bool:
    """Whether a figure is no sum and no share, of the times of the question, and in its documents."""
    texts = {iri for name in reading.documents for iri in name.iris}
    inside = not texts or any(e.document.iri in texts for e in row.evidence)
    measured = MEASURED.fullmatch(text_of(row.values.get("unit"))) is not None
    return inside and not measured and all(within(vocabulary, reading, row, time) for time in reading.times)


@dataclass(frozen=True, slots=True)
class _Counted:
    """Tells which figures count the members of one body, or the parties to one treaty."""

    vocabulary: Vocabulary
    reading: Reading
    body: Name
    types: tuple[str, ...]  # of what is counted, () for "members"

    def counts(self, row: Row) -> bool:
        """Whether a figure counts members of a body, and all of them: not "two new members"."""
        whole, value = self.vocabulary.content["whole"], text_of(row.values["value"])
        measure = fold(text_of(row.values.get("measure"))).split()
        spelt = self.vocabulary.cardinals(int(value)) if value.isdigit() else []
        before, behind = before_number(row, spelt), behind_number(row, spelt)
        new = set(self.vocabulary.content["hollow"].get(self.kind, ())) & set(measure)
        types = [type_ for word in measure[:_HEAD] for type_ in self._types(word)]
        if not measure or new or is_whole(row, whole["of"]) or not self._are_alike(types):
            return False
        members = any(self.vocabulary.calls(word, self.kind) for word in measure[:_HEAD])
        if self.kind not in self.vocabulary.content["some"]:
            beside = " ".join([*measure[:_HEAD], *(b[-_FAR:] for b in before), *(b[:_FAR] for b in behind)])
            return ("State" in types or members) and any(map(self._are_bound, beside.split()))
        # "23 entities of the United Nations, as well as others": of "members" there are more
        led = (members or (types and self.types)) and all(map(self._is_led, before))
        return bool(led) or (members and all(map(self._is_its, before, behind)))

    @property
    def kind(self) -> str:
        return self.reading.kind

    def _are_bound(self, word: str) -> bool:
        """Whether a word says of States what the question does: "ratified", "parties" of those who ratified."""
        manners = self.reading.fixed.get("manner", ())
        told = [
            frame["set"].get("manner", "ratification")
            for frame in self.vocabulary.called(word)
            if frame["kind"] == self.kind
        ]
        return any(not manners or manner in manners for manner in told)

    def _types(self, word: str) -> list[str]:
        """The types of actors that a noun says: "entities"; none of "members"."""
        return [type_ for type_ in self.vocabulary.types(word) if self.vocabulary.is_a(type_, _ACTORS)]

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
        places = [said[place] for e in row.evidence if (place := (e.passage, e.start)) in said]
        return bool(places) and all(self._is_spoken_of(store, sentence) for sentence in places)

    def _is_spoken_of(self, store: Store, sentence: Said) -> bool:
        """Whether a sentence speaks of the body and of no other, or has a pronoun for it behind one that does so, or
        that begins with it."""
        bodies = self._bodies(store, sentence)
        if bodies or not any(map(self._is_pronoun, sentence.text.split())):
            return bool(bodies) and bodies <= set(self.body.iris)
        before = next((b for b in reversed(sentence.before) if self._bodies(store, b)), None)
        names = [name for _, _, name in store.names_of(self.body.iris)]
        begins = before is not None and any(f"{name} " in f"{before.text} "[: len(name) + _ARTICLE] for name in names)
        return before is not None and (begins or self._bodies(store, before) <= set(self.body.iris))

    def _is_pronoun(self, word: str) -> bool:
        return any((m.cls, m.data) == ("pronoun", "subject") for m in self.vocabulary.in_either(word))

    def _bodies(self, store: Store, sentence: Said) -> set[str]:
        """The bodies, or treaties, of which a sentence speaks."""
        types = self.vocabulary.kinds[self.kind]["types"][self.vocabulary.content["sized"][self.kind]]
        return {iri for iri, type_ in store.types_of(sorted(sentence.things)) if self.vocabulary.is_a(type_, types)}
