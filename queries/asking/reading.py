"""Readings of a question: a kind of fact, which role each thing named plays in it, and what is asked for.

Where a thing stands (before or behind the verb, behind which preposition) says which roles it can play; the frames of
the lexicon say it of facts, and it is the same for questions. Readings are scored by how well all of it fits.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ontology.questions import folded
from queries.asking import holders
from queries.asking.asked import Asked, Asking
from queries.asking.occasions import event_of
from queries.asking.parts import BY_NUMBER, Cue, Phrase, Sentence
from queries.asking.places import OF_ACTIONS, Place
from queries.asking.understanding import Reading
from queries.asking.words import Vocabulary

_BESIDE = "beside "  # before a role: another that plays it too, "who co-chaired it with UN Women"
_WORDED = 0.5  # what it costs to take a name for words: "what did it ask Member States to do" asks them
_LESS_LIKELY = {  # a document mentions all that it cites; who coordinates has a role; a document is a work at most
    "mentions": 0.2,
    "programmes": 0.02,
    "documents": 0.02,
}


def readings(vocabulary: Vocabulary, sentence: Sentence) -> list[Reading]:
    """All readings of a question in which each of its words has its place, the best first."""
    found: dict[tuple[Any, ...], Reading] = {}
    cues = sentence.cues or sentence.weak
    for cue in cues:
        for number, cls, form in cue.calls:
            if cls == "light" or not _all_called(vocabulary, sentence, cue, vocabulary.frames[number]["kind"]):
                continue
            for reading in _Frame(vocabulary, sentence, cue, number, cls, form).readings():
                key = (reading.kind, tuple(sorted((r, n) for r, n in reading.roles.items())), reading.asked,
                       tuple(sorted(reading.fixed.items())), reading.mode, reading.documents)  # fmt: skip
                if key not in found or found[key].score < reading.score:
                    found[key] = reading
    return sorted(found.values(), key=lambda r: (-r.score, r.kind, sorted(r.roles), [a.column for a in r.asked]))


def _all_called(vocabulary: Vocabulary, sentence: Sentence, first: Cue, kind: str) -> bool:
    """Whether every word that calls for a relation can call for this one; behind the ``first`` are words of actions."""
    return all(
        any(_calls(vocabulary, sentence, cue, call, kind) for call in cue.calls)
        or cue.optional
        or (kind in OF_ACTIONS and cue.at > first.at)
        or (sentence.told and _only_describes(cue))
        or _is_audience(vocabulary, cue, kind)
        for cue in sentence.cues
    )


def _calls(vocabulary: Vocabulary, sentence: Sentence, cue: Cue, call: tuple[int, str, str], kind: str) -> bool:
    """Whether a word calls for a kind, or only leads to the noun that does."""
    number, cls, _ = call
    own = bool(vocabulary.frames[number]["kind"] == kind)
    if cls != "light":
        return own
    full = own and any(c == "verb" for _, c, _ in cue.calls)
    return _has_noun(sentence, cue, number) if full else not _ends(vocabulary, number)


def _has_noun(sentence: Sentence, verb: Cue, number: int) -> bool:
    """Whether the noun stands there to which a verb leads in a frame, where it says something by itself: "meet"."""
    nouns = [cue for cue in sentence.cues if cue is not verb]
    return any(n == number and cls != "light" for cue in nouns for n, cls, _ in cue.calls)


def _ends(vocabulary: Vocabulary, number: int) -> bool:
    """ "who left the chair": a verb by which something ends says of no other thing that it is so."""
    return list(vocabulary.frames[number]["slots"].get("time", ())) == ["end"]


def _is_audience(vocabulary: Vocabulary, cue: Cue, kind: str) -> bool:
    """ "who trained bus *drivers*": people whom a fact has in words."""
    columns, people = vocabulary.kinds[kind]["columns"], vocabulary.kinds[kind]["people"]
    own = any(vocabulary.frames[n]["kind"] == kind for n, _, _ in cue.calls)
    worded = any(columns.get(column) == "text" for column in people)
    return worded and not own and all(cls == "post" for _, cls, _ in cue.calls)


def _only_describes(cue: Cue) -> bool:
    """Whether a word may be said of a thing, and is no verb of the clause: « la collecte *organisée* sur Charidy »."""
    return all(form == "pp" or cls in ("noun", "post", "adjective") for _, cls, form in cue.calls if cls != "light")


class _Frame(Asking):
    """The readings of a question by one frame."""

    def readings(self) -> Iterator[Reading]:
        for passive, inverted, penalty in self.orders():
            places = self.places(passive=passive, inverted=inverted)
            for roles, score in self._assignments(places):
                reading = self._reading(roles, score - penalty)
                if reading is not None:
                    yield reading
                    yield from self._with_its_time(reading)

    def _with_its_time(self, reading: Reading) -> Iterator[Reading]:
        """Where the question leaves open what is asked for, the time, should the rest be unknown; a post asks for who
        holds it, and nothing else: "the Fund: legal basis?"."""
        times = self.kind["time"][:1] if self.cls != "post" else []
        counts = any(a.column in self.kind["value"] for a in reading.asked)
        if times and self.sentence.phrases and not self.sentence.asked and reading.mode == "list" and not counts:
            yield replace(reading, asked=(Asked(times[0]),), score=reading.score - 1.0)

    # -- roles ---------------------------------------------------------------------------------------------------------

    def _assignments(self, places: Sequence[Place]) -> Iterator[tuple[dict[str, Place], float]]:
        """Each way of giving every phrase a role of its own that its types admit."""
        options = [
            [
                (role, score - (_WORDED if p.phrase.names and self.kind["columns"].get(role) == "text" else 0.0))
                for role, score in sorted(p.roles.items())
                if self._admits(role, p.phrase)
            ]
            for p in places
        ]

        def assign(index: int, taken: dict[str, Place], score: float) -> Iterator[tuple[dict[str, Place], float]]:
            if index == len(places):
                yield dict(taken), score
                return
            if self._is_anybody(places[index].phrase):
                yield from assign(index + 1, taken, score)
            for role, value in options[index]:
                if role not in taken:
                    yield from assign(index + 1, {**taken, role: places[index]}, score + value)
                elif _is_beside(places[index].phrase, taken[role].phrase):
                    yield from assign(index + 1, {**taken, f"{_BESIDE}{role}": places[index]}, score + value)
            if places[index].phrase.names and self._is_document(places[index].phrase):
                yield from assign(index + 1, {**taken, f"document {index}": places[index]}, score + 0.5)

        if len(places) <= 6:
            yield from assign(0, {}, 0.0)

    def _is_anybody(self, phrase: Phrase) -> bool:
        """ "what do *States* commit to": a group, where the facts have no role for an actor."""
        groups = bool(phrase.names) and all(name.is_group for name in phrase.names)
        entities = [column for column, range_ in self.kind["columns"].items() if range_ == "entity"]
        return groups and not any(self._may_be(column, ["Actor"]) for column in entities)

    def _is_document(self, phrase: Phrase) -> bool:
        return phrase.prep in ("in", "of") and any(
            self.vocabulary.is_a(t, ["Document", "Resolution"]) for n in phrase.names for t in n.types
        )

    def _admits(self, role: str, phrase: Phrase) -> bool:
        """Whether what is named, or asked for, can play a role."""
        range_ = self.kind["columns"].get(role)
        if phrase.ask is not None:
            return self._asks_for(role, range_, phrase)
        if range_ == "text":
            return all(self.vocabulary.is_a(t, ["ActorGroup", "Concept"]) for n in phrase.names for t in n.types)
        if range_ != "entity":
            return False
        wanted = [*(self.frame["types"].get(role) or ()), *self._usual(role)]
        return not wanted or all(any(self.vocabulary.is_a(t, wanted) for t in n.types) for n in phrase.names)

    def _usual(self, role: str) -> list[str]:
        """The types that any frame of the kind admits, where this one says nothing or is called for by a noun."""
        types: list[str] = self.kind["types"].get(role, [])
        return types if self.cls != "verb" or self.frame["types"].get(role) is None else []

    def _asks_for(self, role: str, range_: str | None, phrase: Phrase) -> bool:
        if range_ in ("year", "date"):  # "what is its date of creation"
            return self.cls == "post" and phrase.ask == "thing" and role in self.slots.get("holder", ())
        if range_ is None:
            return False
        if any(self.vocabulary.frames[n]["kind"] == self.name for n in phrase.hint):
            held = [r for n in phrase.hint for r in self.vocabulary.frames[n]["slots"].get("holder", ())]
            if held and role not in held:
                return False
        if phrase.ask == "actor" and role in self.kind["things"]:
            return False  # « qui l'ONUDC a-t-il formé ? »: nobody was founded
        if phrase.ask == "actor" and role == self.kind["place"] and self.kind["columns"].get(role) == "entity":
            return False  # "who convened the meeting in Geneva"
        if phrase.ask == "actor":  # who coordinated an operation is not who arrested people
            does = self.frame["value"] is not None and len(self.kind["value"]) > 1
            return (range_ == "entity" and self._may_be(role, ["Actor"]) and not does) or role in self.kind["people"]
        types = [] if self._is_called(role, phrase) else [t for t, _ in phrase.types]
        if range_ in ("text", "concept", "number"):
            return self._is_its_noun(role, phrase) or (phrase.ask != "count" and not types)
        return not types or self._may_be(role, types)

    def _is_its_noun(self, role: str, phrase: Phrase) -> bool:
        """ "at which session": a document has one in words."""
        return any(role in self.vocabulary.frames[n]["slots"].get("holder", ()) for n in phrase.hint)

    def _may_be(self, role: str, types: Sequence[str]) -> bool:
        """Whether a role admits one of ``types``, or a type below one of them."""
        wanted = self.frame["types"].get(role) or self.kind["types"].get(role, [])
        return not wanted or any(
            self.vocabulary.is_a(t, [w]) or self.vocabulary.is_a(w, [t]) for t in types for w in wanted
        )

    # -- the reading ---------------------------------------------------------------------------------------------------

    def _reading(self, roles: Mapping[str, Place], score: float) -> Reading | None:
        given = {r: p.phrase.names for r, p in roles.items() if p.phrase.names}
        named = {r: names for r, names in given.items() if " " not in r}
        beside = {r.removeprefix(_BESIDE): names for r, names in given.items() if r.startswith(_BESIDE)}
        worded = [n for r in list(named) if self.kind["columns"].get(r) == "text" for n in named.pop(r)]
        inside = tuple(n for r, names in given.items() if r.startswith("document ") for n in names)
        sentence = self.sentence
        counted = [(t, self._number_of(p)) for p in sentence.asked for t in p.topics]
        counted_words = [t for t, number in counted if not self._says_no_more(t, number)]
        topics = tuple(counted_words)
        said = [self.vocabulary.ways(folded(text)) for _, text in sentence.unknown]
        topics += tuple(
            ways for ways in said if not self._says_no_more(ways, self.frame["value"])
        )  # "victims rescued in Operation X"
        topics += tuple((n.text, *n.iris) for n in worded)
        topics += tuple((c.text,) for c in sentence.cues if c.at >= self.end)
        topics += tuple((n.text, *n.iris) for p in sentence.named if p.at >= self.end for n in p.names)
        topics += self._described_by()
        audience = [c for c in sentence.cues if _is_audience(self.vocabulary, c, self.name)]
        topics += tuple(self.vocabulary.ways(folded(c.text)) for c in audience)
        if ("people" in sentence.flags and not self.kind["value"]) or any(self._says_else(*of) for of in counted):
            return None
        if sentence.told and (not named or self._is_unknown_what()):
            return None
        beyond = len(topics) > (len(counted_words) if self.frame["value"] else 0)
        if beyond and not (self.kind["text"] or sentence.told):
            return None
        if sentence.times and not self.kind["time"] and event_of(self.kind) not in named:
            return None
        if (
            (sentence.numbers and not self.kind["value"])
            or sentence.order in ("first", "last")
            and not self.kind["time"]
        ):
            return None
        asked = self.asked(roles, named)
        if any(c != "paragraph" and c not in self.kind["columns"] for c, _ in sentence.columns):
            return None
        narrowed = (
            named or sentence.columns or inside or sentence.times or topics or sentence.documents or sentence.regions
            or sentence.numbers
        )  # fmt: skip
        told = any(p.types or p.topics or p.ask not in ("actor", "thing", "object") for p in sentence.asked)
        if not (named or sentence.cues) and inside:
            return None  # "what is the date of the report A/HRC/62/41"
        if asked is None or not (narrowed or told or "list" in sentence.flags):  # "who chairs?"
            return None
        things = any(p.ask == "count" for p in sentence.asked) and not any(
            a.column == self.frame["value"] for a in asked
        )
        mode = "yes" if "yes" in sentence.flags else "count" if things else "list"
        picks = bool(sentence.excluded or sentence.among or sentence.order in BY_NUMBER)
        valued = self._valued(asked)
        if picks and (
            mode == "yes" or not self._asks_for_things(asked) or (sentence.order in BY_NUMBER and not valued)
        ):
            return None
        return Reading(
            kind=self.name,
            roles=named,
            asked=asked,
            fixed=self._fixed(),
            times=tuple(sentence.times),
            order=sentence.order if self.kind["time"] or picks else None,
            mode=mode,
            score=score - _LESS_LIKELY.get(self.name, 0.0) + self._led(),
            documents=(*inside, *sentence.documents),
            regions=tuple(sentence.regions),
            topics=topics,
            counted=tuple(t for t, _ in counted) if not beyond and self.kind["text"] else (),
            numbers=tuple(sentence.numbers),
            columns=tuple(sentence.columns),
            owners=tuple(sentence.owners),
            called=self._called(named),
            noted=self.frame["noted"],
            described=sentence.described,
            many=sentence.many,
            together="both" in sentence.flags,
            told=sentence.told and bool(topics) and not self.kind["text"],
            present=holders.is_asked(self.vocabulary, sentence, self.cue, self._number(), self.cls, self.form),
            when=self.when(),
            beside=tuple(sorted(beside.items())),
            valued=valued,
            excluded=tuple(sentence.excluded),
            among=tuple(sentence.among),
            series=sentence.series,
            authors=tuple(sentence.authors),
        )

    def _asks_for_things(self, asked: Sequence[Asked]) -> bool:
        return len(asked) == 1 and self.kind["columns"].get(asked[0].column) == "entity"

    def _valued(self, asked: Sequence[Asked]) -> str | None:
        """The number that a fact must tell: of several the one that a word of the question is for; and that by which
        the answer is picked, "the largest donor"."""
        values: list[str] = self.kind["value"]
        if self.sentence.order in BY_NUMBER and len(values) == 1:
            return values[0]
        return self.frame["value"] if len(values) > 1 and len(self.numbers()) == 1 else None

    def _is_unknown_what(self) -> bool:
        """« quelle femme préside »: the noun of what is asked for is not understood, and no sentence says that the
        answer is one."""
        asked = {p.at + 1 for p in self.sentence.asked if p.ask in ("thing", "count") and not p.types}
        return any(at in asked for at, _ in self.sentence.unknown)

    def _described_by(self) -> tuple[tuple[str, ...], ...]:
        """The words of other kinds of fact, which the sentence must hold."""
        others = [
            c
            for c in self.sentence.cues
            if self.sentence.told
            and not c.optional
            and c.at < self.end
            and not any(self.vocabulary.frames[n]["kind"] == self.name for n, _, _ in c.calls)
        ]
        return tuple(self.vocabulary.ways(folded(c.text)) for c in others)

    def _called(self, named: Mapping[str, object]) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The role that the post is the name of, unless it is named in full: "the treasurer of the Network"."""
        called = self.frame["called"]
        if not called:
            return ()
        ((role, words),) = called.items()
        ways = tuple(way for word in words or [self.cue.text] for way in self.vocabulary.ways(folded(word)))
        return () if role in named else ((role, ways),)

    def _says_no_more(self, ways: Sequence[str], number: str | None) -> bool:
        """ "how many victims were rescued": what is counted is what the ``number`` counts; "an earlier resolution"."""
        if folded(ways[0]) in self.vocabulary.content["hollow"].get(self.name, ()):
            return True
        return folded(ways[0]) in self.vocabulary.content["counted"].get(self.name, {}).get(number, ())

    def _says_else(self, ways: Sequence[str], number: str | None) -> bool:
        """ "how many victims were arrested": what is counted is what another number of the kind counts."""
        counted = self.vocabulary.content["counted"].get(self.name, {})
        others = [nouns for value, nouns in counted.items() if value != number]
        return not self._says_no_more(ways, number) and any(folded(ways[0]) in nouns for nouns in others)

    def _fixed(self) -> dict[str, tuple[str, ...]]:
        """What the words say of a concept: "ratified" of the manner. Every cue of this kind has its say."""
        found: dict[str, tuple[str, ...]] = {column: _values(value) for column, value in self.frame["set"].items()}
        for cue in self.sentence.cues:
            if cue is self.cue:
                continue
            called = [
                self.vocabulary.frames[n]["set"]
                for n, c, _ in cue.calls
                if self.vocabulary.frames[n]["kind"] == self.name and c != "light"
            ]
            if called and self._is_alternative(cue):  # "signed or ratified"
                every = {column: [_values(s[column]) for s in called if column in s] for column in found}
                found = {
                    column: tuple(sorted({*found[column], *(v for values in every[column] for v in values)}))
                    for column in found
                    if len(every[column]) == len(called)
                }
            elif called and all(called):
                for column in sorted({c for s in called for c in s} - found.keys()):
                    found[column] = tuple(sorted({v for s in called if column in s for v in _values(s[column])}))
        return found

    def _is_alternative(self, cue: Cue) -> bool:
        """Whether only "or", "and" and small words stand between a word and the one that calls for the frame."""
        first, last = sorted((cue.at, self.cue.at))
        joints = self.sentence.joints
        between = joints[first + 1 : last]
        while last + 1 < len(joints) and joints[last + 1] not in ("", "name"):
            last += 1  # "acceded to, ratified or signed"
        while first > 0 and joints[first - 1] not in ("", "name"):
            first -= 1
        joined = "and" in joints[first : last + 1] and all(between)
        return joined and ("name" not in between or len(self.sentence.named) == 1)

    def _led(self) -> float:
        """What it is worth that a frame says more than its word: the verb of its noun ("provides the secretariat")."""
        if self.cls == "adjective":
            return 0.4
        if self.frame["noted"] or (self.frame["own"] and self.frame["set"]):
            return 0.1  # what questions alone say is meant for questions
        number = self._number()
        calls = [call for cue in (*self.sentence.cues, *self.sentence.weak) for call in cue.calls]
        if any(n == number and cls == "light" for n, cls, _ in calls):
            return 0.5
        return -0.1 if self.cls == "noun" and self.frame["led"] else 0.0  # "the theme" alone is not who chose it


def _is_beside(phrase: Phrase, other: Phrase) -> bool:
    """ "who chaired it with UNICEF", "with whom did UNICEF chair it": one named beside who is asked for."""
    joined = phrase.prep in ("with", "jointly")
    return other.ask is not None and (joined or (other.prep == "with" and bool(phrase.names)))


def _values(value: object) -> tuple[str, ...]:
    return tuple(map(str, value)) if isinstance(value, list) else (str(value),)
