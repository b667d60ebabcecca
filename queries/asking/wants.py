"""What a sentence must hold to answer a question: one want for each word that carries content, and for each name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph import iris
from graph.index import fold
from ontology.questions import folded
from queries.asking.forms import glossary_of, stands_in
from queries.asking.names import Name
from queries.asking.parts import Sentence
from queries.asking.shortened import longer
from queries.asking.words import CALLING, Segment, Token, Vocabulary

if TYPE_CHECKING:
    from graph.store import Store

_CONTENT = {*CALLING, "type"}
_AUXILIARY = {"be", "have", "weak"}
_SAYS_NOTHING = {
    "ask", "empty", "prep", "in", "and", "or", "list", "source", "yes", "genitive", "future", "since",
    "link", "between", "after", "before", "until", "now", "pronoun", "relative", "both", "time",
}  # fmt: skip
_TWO = 2  # blanks in what is no word with a hyphen
_NEAR = 2  # segments from a question word to its noun
_TITLED = ("Programme", "Campaign", "Meeting", "Publication", "Operation")
_LONGEST = 3  # words of a phrase of the glossary


@dataclass(frozen=True)
class Want:
    """One thing that must be said: in one of these folded ways, or of one of these things. ``text``: as it was typed.
    ``parts``: words that may stand apart instead."""

    text: str
    ways: tuple[str, ...] = ()
    calls: bool = False  # whether it calls for a relation
    iris: tuple[str, ...] = ()
    loose: bool = False  # typed in small letters, the name may be words of another: "the global action"
    parts: tuple[Want, ...] = ()

    @cached_property
    def _phrases(self) -> list[list[str]]:
        return [way.split() for way in self.ways]

    def said_in(self, text: str) -> bool:
        """Whether one of the ways stands in a folded text."""
        whole = any(stands_in(text, phrase) for phrase in self._phrases)
        return whole or (bool(self.parts) and all(part.said_in(text) for part in self.parts))

    @property
    def words(self) -> Iterator[str]:
        """The longest word of each way: where one stands, a sentence may hold the way."""
        for phrase in self._phrases:
            yield max(phrase, key=len)
        for part in self.parts:
            yield from part.words


class Wants:
    """Reads what the words of one question demand."""

    def __init__(
        self,
        store: Store,
        vocabulary: Vocabulary,
        words: Sequence[Token],
        segments: Sequence[Segment],
        sentence: Sentence,
    ) -> None:
        self.store, self.vocabulary, self.words, self.segments = store, vocabulary, words, segments
        self.glossary = glossary_of(store)
        self.nouns = {folded(p.noun) for p in sentence.asked if p.noun}
        self.common = set(vocabulary.content["common"])
        self.preps = {
            w.folded for segment in segments if segment.all("prep") for w in words[segment.first : segment.last]
        }
        self.hollow = [verb.split() for verb in vocabulary.content["hollow_verbs"]]
        self.asked = [p for p in sentence.asked if p.types]
        self.rough = sentence.rough
        regions = sentence.regions if sentence.asks_for_lands else []
        self.regions = {word for name in regions for word in folded(name.text).split()}
        self._longer: dict[Name, tuple[str, ...]] = {}

    @cached_property
    def all(self) -> list[Want]:
        """The wants, in the order of the question."""
        found: list[Want] = []
        run: list[Want] = []  # words right behind each other
        for at, segment in enumerate(self.segments):
            known = at in self.rough or self._is_asked(at, segment) or self._is_label(at)
            want = None if known else self._of(segment)
            want = want and replace(want, ways=(*want.ways, *self._states(at, want.text)))
            if want is None:
                continue
            if not want.iris:
                run.append(want)
                continue
            found += [*self._joined(run), want]
            run = []
        return [want for want in (*found, *self._joined(run)) if not self._is_common(want)]

    def _is_asked(self, at: int, segment: Segment) -> bool:
        """Whether it is the noun of what is asked for: "which *countries*", « dans quelle *ville* »."""
        types = {m.data[0] for m in segment.all("type")}
        return any(0 <= at - p.at <= _NEAR and types & {type_ for type_, _ in p.types} for p in self.asked)

    def _is_label(self, at: int) -> bool:
        """ "objective 10", "paragraph 38": the value of a column, which is no matter of words."""
        return any(
            self.segments[first].get("numbered") and self.segments[first + 1].get("number")
            for first in (at - 1, at)
            if 0 <= first < len(self.segments) - 1
        )

    def _joined(self, run: Sequence[Want]) -> Iterator[Want]:
        """Words that the glossary has as a phrase become one want: "technical assistance"."""
        at = 0
        while at < len(run):
            for last in range(min(at + _LONGEST, len(run)), at + 1, -1):
                some = run[at:last]
                text = " ".join(want.text for want in some)
                if ways := self.glossary.ways(text.split()):
                    yield Want(text, ways, parts=tuple(some))
                    break
            else:
                last = at + 1
                yield run[at]
            at = last

    def _is_common(self, want: Want) -> bool:
        """Whether every text here speaks of it: it tells no sentence from another."""
        words = want.text.split()
        said = [words, *([*words, prep] for prep in self.preps if want.calls)]  # « porte … sur »
        hollow = any(len(verb) == len(way) and stands_in(" ".join(way), verb) for verb in self.hollow for way in said)
        return not want.iris and (hollow or set(words) <= self.common)

    def _of(self, segment: Segment) -> Want | None:
        text = " ".join(t.folded for t in self.words[segment.first : segment.last])
        classes = {m.cls for m in segment.meanings}
        name = segment.get("name")
        if classes & {"region", "name"} and self.regions.issuperset(text.split()):
            return None  # "African States": where the answer lies
        if name is not None and not (text in self.nouns and name.data.is_group):
            return self._named(name.data)
        plain = classes & _SAYS_NOTHING and (not classes & _CONTENT or classes & {"empty", "between"})
        if text in self.nouns or plain or classes & _AUXILIARY:
            return None
        if number := segment.get("number"):
            return Want(text, (str(number.data), text))
        if cardinal := segment.get("cardinal"):
            return Want(text, (str(cardinal.data), *self.vocabulary.cardinals(cardinal.data)))
        phrasal = [way for prep in sorted(self.preps) for way in self.glossary.ways([text, prep])]  # "come … from"
        parts = () if not classes and text.count(" ") >= _TWO else self._parts(text)  # what stands in quotes is whole
        return Want(text, (*self._ways(text), *phrasal), calls=not classes.isdisjoint(CALLING), parts=parts)

    def _states(self, at: int, text: str) -> list[str]:
        """The names of the State that an adjective is of: "Belgian courts" are told of in Belgium; but of what State an
        actor is, who is asked for, no such sentence says."""
        actors = any(
            abs(at - p.at) <= _NEAR and self.vocabulary.is_a(t, ("Actor",)) for p in self.asked for t, _ in p.types
        )
        ids = () if actors else self.vocabulary.content["adjectives"].get(text, ())
        return [name for _, _, name in self.store.names_of([iris.thing(i) for i in ids])] if ids else []

    def of_word(self, text: str, ways: Sequence[str] = ()) -> Want:
        """The want of one word or phrase, as it was typed, with more ``ways`` of saying it."""
        return Want(text, (*self._ways(folded(text)), *ways))

    def _ways(self, text: str) -> tuple[str, ...]:
        ordinals = self.vocabulary.ordinals(text)
        return tuple(dict.fromkeys((*self.vocabulary.ways(text), *self.glossary.ways(text.split()), *ordinals)))

    def _parts(self, text: str) -> tuple[Want, ...]:
        """The words of a phrase that carry content, of which a text may have each by itself: "its members"."""
        words = [word for word in text.split() if not self.is_small(word)] if " " in text else []
        return tuple(Want(word, self._ways(word)) for word in words)

    def is_small(self, word: str) -> bool:
        """Whether a folded word carries no content."""
        return len(word) <= 1 or bool(self.vocabulary.classes(word) & _SAYS_NOTHING)

    def meant(self, name: Name) -> tuple[str, ...]:
        """What a name may stand for: "the Global Compact", where facts speak only of the one for migration."""
        if name not in self._longer:
            more = longer(self.store, self.vocabulary, name)
            same = more is not None and set(more.types) & set(name.types)
            self._longer[name] = (*name.iris, *(more.iris if more is not None and same else ()))
        return self._longer[name]

    def _named(self, name: Name) -> Want:
        known = {n: None for _, _, n in self.store.names_of(name.iris)}
        ways = {fold(name.text): None} | known
        if name.is_group:
            ways |= dict.fromkeys(self._ways(folded(name.text)))
        titled = any(self.vocabulary.is_a(type_, _TITLED) for type_ in name.types)
        part = fold(name.text) not in known  # "fishing sector", of the Work in Fishing Convention
        loose = (titled or part) and name.text.islower()
        parts = self._parts(folded(name.text)) if titled or (part and loose) else ()
        return Want(name.text, tuple(ways), iris=self.meant(name), loose=loose, parts=parts)
