"""Things by the sentences alone: where no fact answers "with which agencies", "in which countries", "by which
resolution", the list behind that preposition in a sentence that holds all words of the question."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph import iris
from graph.index import fold
from ontology.questions import folded
from queries.asking.asked import Asked
from queries.asking.forms import stands_in
from queries.asking.lists import Lists, Span
from queries.asking.parts import BY_NUMBER, Phrase, Sentence
from queries.asking.places import OF_ACTIONS
from queries.asking.reading import readings
from queries.asking.saying import Saying
from queries.asking.told import Place, Said, kinds_told, passages, sentences
from queries.asking.understanding import Reading, Stated
from queries.asking.wants import Want, Wants
from queries.asking.words import Vocabulary
from queries.values import Node

if TYPE_CHECKING:
    from graph.store import Store

_LEAST = 2  # wants of a question that is answered so; of names alone one more
_MOST_BEFORE = 3  # wants that the sentence itself says, where another may stand before it
_HEAD = 3  # words that begin a sentence
_GAP = 5  # words from who does something to the first that says what
_SPREAD = 5  # words that a sentence may have for each that is wanted
_TO_BE = {"be", "etre"}  # "to be supervised by": nobody is yet
_TEXTS = ("Resolution",)  # a sentence that cites one says what stands in it
_MEETINGS = ("Meeting",)  # "its first meeting" says what was done
_TITLED = ("Publication", "Programme", "Campaign")
_ACTORS = ("Actor",)
_LANDS = ("State", "Place")
_OF_READING = ("Document", "Paragraph", "Date", "Amount", "Person", "Office", "Target")  # are no things in a sentence
_GROUPS = ("ActorGroup", "Concept")


def by_mentions(store: Store, vocabulary: Vocabulary, sentence: Sentence, wants: Wants) -> list[Reading]:
    """The reading of a question by the things of which the sentences speak that hold all of its words."""
    return Mentioned(store, vocabulary, sentence, wants).readings()


class Mentioned(Saying):
    """Looks for what sentences list that say what one question wants."""

    def readings(self) -> list[Reading]:
        """The reading of what they list; none where they list nothing, or disagree."""
        if "yes" in self.sentence.flags:
            return self._whether()
        meeting = any(map(self._is_meeting, self.wanted))
        cited = any(phrase.prep is not None and set(_types(phrase)) == set(_TEXTS) for phrase in self.sentence.asked)
        least = _LEAST + (not meeting and (cited or all(want.iris for want in self.wanted)))
        if self.phrase is None or self._is_narrowed or len(self.wanted) < least:
            return []
        listed = self._listed if self._asks_for_list else self._acting
        found = {place: things for place, said in self._sentences() if (things := listed(place, said))}
        if len({frozenset(things) for things in found.values()}) != 1:
            return []
        return [replace(self._reading(found), asked=(Asked("entity"),), many=self.sentence.many)]

    def _reading(self, found: Mapping[Place, Iterable[str]]) -> Reading:
        """The reading of which sentences speak of which things."""
        stated = [Stated(p, at, (("entity", Node(i, "")),)) for (p, at), things in found.items() for i in things]
        said = tuple(dict.fromkeys(want.text for want in self.wanted))
        return Reading("mentions", {}, (), {}, stated=tuple(stated), said=said, noted="by_sentence")

    def _whether(self) -> list[Reading]:
        """ "does ICAT keep a website": yes, where a sentence says so in the order of the question, and leaves no doubt;
        of what facts could tell, and of people in general, no sentence tells it."""
        sentence = self.sentence
        plain = any(not want.iris for want in self.wanted) and not sentence.asked
        groups = any(name.is_group for phrase in sentence.named for name in phrase.names)
        told = not sentence.unknown and readings(self.vocabulary, sentence)
        found = {}
        if plain and not (groups or told or self._is_narrowed) and self._says_much:
            found = {place: said.things for place, said in self._sentences() if self._says_so(place, said)}
        return [replace(self._reading(found), mode="yes")] if found else []

    @property
    def _says_much(self) -> bool:
        words = [1 if want.iris else len(want.text.split()) for want in self.wanted]
        return sum(words) >= _MOST_BEFORE

    def _says_so(self, place: Place, said: Said, begin: int = 0) -> bool:
        """Whether a sentence says all that is asked in this order, and asks nobody to do it."""
        doubt = set(self.vocabulary.content["denied"]["doubt"]) & set(said.text.split())
        spoken = [want for want in self.wanted if want.said_in(said.affirmed)]
        others = [want for want in self.wanted if want not in spoken]
        known = all(want.iris and said.speaks_of(want) for want in others)
        asked = kinds_told(self.store, sorted(OF_ACTIONS), [place[0]])
        words = said.affirmed.split()[begin:]
        return known and not doubt and self._is_in(said) and not asked and _are_in_order(words, spoken)

    def _acting(self, place: Place, said: Said) -> tuple[str, ...]:
        """ "who keeps a website": of those who may be meant the only one before all that a sentence says of him."""
        assert self.phrase is not None
        words = said.affirmed.split()
        first = min((_first(words, want) for want in self.wanted if not want.iris), default=0)
        found = self._subject(said, words[:first])
        if not (found and self._says_much and self._says_so(place, said, first)):
            found = self._agent(place, said) if self._says_much else ()
        types = _types(self.phrase)
        fits = all(self._may_be(i, types) and i not in self.named and self._is_called_so(i) for i in found)
        return found if fits else ()

    def _subject(self, said: Said, before: Sequence[str]) -> tuple[str, ...]:
        """Who alone stands a little before a verb; "the Group" is the only one of whom the sentence speaks."""
        actors = [i for i in sorted(said.things) if self.is_a(i, _ACTORS) and not self.is_a(i, _GROUPS)]
        spans = self._spans(before, actors)
        if not spans and len(actors) == 1 and not self._spans(said.text.split(), actors):
            noun = self.vocabulary.meanings(before[-1] if before else "", self.sentence.language)
            return tuple(actors) if any(m.cls == "type" for m in noun) else ()
        lists = Lists(self.vocabulary, self.wants, before, spans, (), ())
        found = list(lists.all())
        apart = len(found) > 1 and lists.is_led(spans[-1])  # "UNODC, at the request of the Assembly, …"
        if not found or apart or len(before) - spans[-1].last > _GAP:
            return ()
        joined = len(spans) < _LEAST or lists.is_joined(spans[-2], spans[-1])
        return found[-1] if joined else (spans[-1].iri,)  # "pursuant to a resolution of the Council, the Group …"

    def _agent(self, place: Place, said: Said) -> tuple[str, ...]:
        """ "which body supervises the work": whom a sentence that says the rest before has behind the verb and "by":
        "the work is *supervised by* GRETA"."""
        words = said.affirmed.split()
        spans = self._spans(words, sorted(said.things))
        lists = Lists(self.vocabulary, self.wants, words, spans, (), ())
        for at in (at for at, word in enumerate(words) if at and lists.is_prep(word, "by")):
            begun = replace(said, text=" ".join(words[:at]))
            done = any(not want.iris and want.said_in(words[at - 1]) for want in self.wanted)
            if done and any(map(lists.is_be, words[max(at - _GAP, 0) : at - 1])) and self._says_all(place, begun):
                return next(lists.behind(at), ())
        return ()

    def _says_all(self, place: Place, said: Said) -> bool:
        """Whether the beginning of a sentence says all that is asked, without doubt, and asks nobody to do it."""
        doubt = set(self.vocabulary.content["denied"]["doubt"]) & set(said.text.split())
        asked = kinds_told(self.store, sorted(OF_ACTIONS), [place[0]])
        last = said.text.split()[-_GAP:]
        ahead = any("future" in self.vocabulary.classes(word) for word in last)
        sure = not (doubt or asked or ahead or _TO_BE & set(last))
        return sure and self._is_in(said) and all(want.said_in(said.affirmed) for want in self.wanted)

    def _is_meeting(self, want: Want) -> bool:
        return any(self.is_a(i, _MEETINGS) for i in want.iris)

    @cached_property
    def phrase(self) -> Phrase | None:
        """What the question asks for, where sentences can tell it; None where it is what was read, or one of several
        things of its type: "which resolution recalls resolution 2331"."""
        phrases = self.sentence.asked
        if len(phrases) != 1 or phrases[0].ask not in ("thing", "actor", "place"):
            return None
        (phrase,) = phrases
        types = _types(phrase)
        known = all(type_ in self.vocabulary.lineage and type_ not in _OF_READING for type_ in types)
        same = self._is_thing(phrase) and any(self._may_be(i, types) for i in self.named)
        return phrase if known and not same and (phrase.prep in (None, "by") or self._asks_for_list) else None

    def _is_object(self, phrase: Phrase) -> bool:
        """ "what countries *did it contact*": whether somebody is named between what is asked for and what he does."""
        doing = [at for at, _ in self.sentence.unknown] + [cue.at for cue in self.sentence.cues]
        behind = min((at for at in doing if at > phrase.at), default=0)
        return any(phrase.at < named.at < behind and named.prep is None for named in self.sentence.named)

    @cached_property
    def _asks_for_list(self) -> bool:
        """Whether what is asked for does nothing itself: places, texts, programmes, those with whom it is done."""
        (phrase,) = self.sentence.asked
        listed = self._is_with(phrase) or self._is_placed(phrase) or self._is_thing(phrase)
        return listed or (set(_types(phrase)) <= set(_LANDS) and self._is_object(phrase))

    def _is_placed(self, phrase: Phrase) -> bool:
        return set(_types(phrase)) <= set(_LANDS) and (phrase.ask == "place" or phrase.prep is not None)

    def _is_thing(self, phrase: Phrase) -> bool:
        return not any(self.vocabulary.is_a(type_, [*_ACTORS, *_LANDS]) for type_ in _types(phrase))

    def _is_with(self, phrase: Phrase) -> bool:
        """ "with which agencies did it sign the plan", "which agency signed the plan with it"."""
        others = any(named.prep == "with" for named in self.sentence.named)
        return phrase.prep == "with" or (phrase.prep is None and phrase.ask != "place" and others)

    @property
    def _is_narrowed(self) -> bool:
        asked = self.sentence
        picked = asked.excluded or asked.among or asked.compared or asked.regions or asked.columns
        aside = any(prep in ("before", "after", "besides") for _, prep in asked.preps)
        return bool(picked or aside or asked.successions or asked.order in ("now", *BY_NUMBER))

    def _sentences(self) -> Iterator[tuple[Place, Said]]:
        """The sentences that say all that is wanted, of names and one more word some in those before."""
        for place, said in sentences(self.store, passages(self.store, self.wanted)).items():
            missing = [want for want in self.wanted if not want.iris and not said.speaks_of(want)]
            some = len(missing) == 1 and not missing[0].calls and len(self.wanted) > _MOST_BEFORE
            if not missing or (some and _is_before(said, missing[0])):
                yield place, said

    def _listed(self, _: Place, said: Said) -> tuple[str, ...]:
        """What a sentence lists of what is asked for, where it says all the rest."""
        assert self.phrase is not None
        types = _types(self.phrase)
        open_ = [i for i in sorted(said.things - self.named) if self._may_be(i, types)]
        groups = [i for i in sorted(said.things) if self.is_a(i, _GROUPS)]
        named = [i for i in sorted(self.named) if self._may_be(i, types) and set(types) != set(_TEXTS)]
        words = said.text.split()
        spans = (self._spans(words, things) for things in (open_, named, groups))
        lists = Lists(self.vocabulary, self.wants, words, *spans)
        if self._is_with(self.phrase):
            found = list(lists.led_by("with")) or [o for o in lists.beside() if not any(map(self._is_land, o))]
        else:
            found = list(lists.led_by("in") if self._is_placed(self.phrase) else lists.all())
        if set(types) == set(_TEXTS) and self.phrase.prep is not None:
            found = [] if self._is_apart(words, self._spans(words, open_)) else found
        sure = len(found) == 1 and self._is_in(said) and self._speaks_of_all(said, open_)
        things = self._nearest(found[0]) if sure else ()
        return things if all(map(self._is_called_so, things)) else ()

    def _nearest(self, things: Sequence[str]) -> tuple[str, ...]:
        """Of titled things those whose names say most of the question: "which publication is about evidence"."""
        names: dict[str, list[str]] = {}
        for iri, _, name in self.store.names_of(things):
            names.setdefault(iri, []).append(name)
        wanted = [want for want in self.wanted if not want.iris]
        said = {i: sum(any(want.said_in(n) for n in names.get(i, ())) for want in wanted) for i in things}
        return tuple(i for i in things if said[i] == max(said.values()) or not self.is_a(i, _TITLED))

    def _is_apart(self, words: Sequence[str], texts: Sequence[Span]) -> bool:
        """ "OSCE became a member of the Group, *which* it co-chairs pursuant to resolution 72/195": whether another
        clause parts a text from all that is wanted."""
        places = [_first(words, want) for want in self.wanted if not want.iris or self._is_meeting(want)]
        return not any(
            not any(map(self.vocabulary.asks, words[min(at, span.first) + 1 : max(at, span.first)]))
            for at in places
            for span in texts
        )

    def _is_called_so(self, iri: str) -> bool:
        """Whether a thing is called by the noun that asks for it, where that says more than its type: "which banks"."""
        assert self.phrase is not None
        nouns = [noun for _, noun in self.phrase.types]
        ways = [way.split() for noun in nouns if noun is not None for way in self.vocabulary.ways(folded(noun))]
        names = [name for _, _, name in self.store.names_of([iri])]
        return None in nouns or not nouns or any(stands_in(name, way) for way in ways for name in names)

    def _may_be(self, iri: str, types: Sequence[str]) -> bool:
        """Whether a thing is of a type, and nobody in general."""
        if set(types) == set(_TEXTS):
            return _is_text(iri)
        return self.is_a(iri, types) and not self.is_a(iri, _GROUPS)

    def _is_land(self, iri: str) -> bool:
        """ "Fiji and Japan have ratified it": no State does so with another."""
        return self.is_a(iri, _LANDS)

    def _is_in(self, said: Said) -> bool:
        """Whether a sentence names the years of the question."""
        years = {time.first[:4] for time in self.sentence.times if time.first is not None and time.first == time.last}
        return len(years) == len(self.sentence.times) and years <= set(said.text.split())

    def _speaks_of_all(self, said: Said, others: Sequence[str]) -> bool:
        """Whether a sentence speaks of all that is named, or those before do, where it has no other actor."""
        before = [want for want in self.wanted if want.iris and not said.speaks_of(want)]
        aside = said.things - self.named - set(others)
        actors = [i for i in aside if self.is_a(i, _ACTORS) and not self.is_a(i, _GROUPS)]
        both = any(self.vocabulary.cardinal(word) for word in said.text.split()[:_HEAD])  # « les deux entités »
        return not before or (not actors and not both and all(_is_before(said, want) for want in before))

    def _spans(self, words: Sequence[str], things: Sequence[str]) -> list[Span]:
        """Where things stand in the words of a sentence, of names within each other the longest."""
        names = [(name.split(), iri) for iri, _, name in self.store.names_of(things)]
        names += [(fold(_number(iri)).split(), iri) for iri in things if _is_text(iri)]
        found: list[Span] = []
        for name, iri in sorted(names, key=lambda named: -len(named[0])):
            for at in range(len(words) - len(name) + 1):
                span = Span(at, at + len(name), iri)
                if words[at : span.last] == name and not any(s.first < span.last and at < s.last for s in found):
                    found.append(span)
        return sorted(found)


def _first(words: Sequence[str], want: Want) -> int:
    """Where the words begin that first say a thing."""
    end = next((end for end in range(1, len(words) + 1) if want.said_in(" ".join(words[:end]))), 0)
    return max((at for at in range(end) if want.said_in(" ".join(words[at:end]))), default=0)


def _are_in_order(words: Sequence[str], wanted: Sequence[Want]) -> bool:
    """Whether words say one thing behind the other, and little else behind the first that names nothing."""
    said: list[int] = []
    for want in wanted:
        at = said[-1] if said else 0
        ends = (end for end in range(at + 1, len(words) + 1) if want.said_in(" ".join(words[at:end])))
        if (end := next(ends, None)) is None:
            return False
        said.append(end)
    doing = next((end for end, want in zip(said, wanted, strict=True) if not want.iris), 0)
    return not said or said[-1] - doing <= _SPREAD * len(wanted)


def _types(phrase: Phrase) -> tuple[str, ...]:
    return _LANDS if phrase.ask == "place" else tuple(t for t, _ in phrase.types) or _ACTORS


def _is_text(iri: str) -> bool:
    return "/RES/" in iri


def _number(iri: str) -> str:
    """ "2388 (2017)", as texts cite S/RES/2388 (2017)."""
    return re.sub(r".*/RES/", "", iris.thing_id(iri) or "")


def _is_before(said: Said, want: Want) -> bool:
    return any(before.speaks_of(want) for before in said.before)
