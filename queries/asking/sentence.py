"""The parts of a question: what is asked for and named, the words that call for a relation, times, the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from graph import iris
from queries.asking.names import Name
from queries.asking.times import Time
from queries.asking.words import Meaning, Segment, Token, Vocabulary

_OF_FACTS = ("Date", "Place", "Paragraph", "Amount")  # what these nouns ask for is said of a fact
_CUES = ("verb", "noun", "post", "adjective", "light")
_INVERTED = re.compile(r"-(?:t-)?(?:il|elle|ils|elles|on)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What is named (``names``; several where "and" joins them), or asked for (``ask``, with what nouns say of it)."""

    at: int  # index of its segment
    prep: str | None
    names: tuple[Name, ...] = ()
    ask: str | None = None
    types: tuple[tuple[str, str | None], ...] = ()  # type, and the noun that names must hold ('protocol') or None
    genitive: bool = False
    topics: tuple[tuple[str, ...], ...] = ()  # of a counted noun that is no type: ways of writing it
    after: int | None = None  # segment behind a conjunction that joins it
    plural: bool | None = None  # « quelles », « quel »; None where the question word does not tell
    noun: str = ""  # the noun of ``types`` as it was typed: what figures count
    hint: tuple[int, ...] = ()  # frames of the post or noun right behind the question word: "which members"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that calls for frames: (number of a frame, class, form) for each."""

    at: int
    calls: tuple[tuple[int, str, str], ...]
    text: str
    optional: bool = False  # a noun that also says the type of what is asked for: "which parties"


@dataclass(slots=True)
class Sentence:
    """A question in parts. ``topics``: words that only the text of a fact can hold, with their ways of writing."""

    language: str
    phrases: list[Phrase] = field(default_factory=list)
    cues: list[Cue] = field(default_factory=list)
    weak: list[Cue] = field(default_factory=list)  # "be", « avoir »: cues where there is no other
    texts: dict[int, str] = field(default_factory=dict)  # of auxiliaries, by their segment
    bes: list[int] = field(default_factory=list)
    haves: list[int] = field(default_factory=list)
    reflexive: list[int] = field(default_factory=list)
    relatives: list[int] = field(default_factory=list)
    times: list[Time] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    columns: list[tuple[str, str]] = field(default_factory=list)  # column and value: "objective 10"
    regions: list[Name] = field(default_factory=list)
    documents: list[Name] = field(default_factory=list)
    unknown: list[tuple[int, str]] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    flags: set[str] = field(
        default_factory=set
    )  # list, about, link, how, happened, both, first, last, yes, follow, people
    preps: list[tuple[int, str]] = field(
        default_factory=list
    )  # of nothing behind them: "which group is it a member of"

    @property
    def asked(self) -> list[Phrase]:
        return [p for p in self.phrases if p.ask is not None]

    @property
    def named(self) -> list[Phrase]:
        return [p for p in self.phrases if p.names]


class Parser:
    """Reads the segments of one question from left to right."""

    def __init__(
        self, vocabulary: Vocabulary, text: str, words: Sequence[Token], segments: Sequence[Segment], language: str
    ) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self.words = words
        self.segments = segments
        self.sentence = Sentence(language)
        self.prep: tuple[int, str] | None = None
        self.open: Phrase | None = None  # an asked phrase that may still get its noun
        self.joined = False
        self.source = False

    def parse(self) -> Sentence:
        """The parts of the question."""
        for at, segment in enumerate(self.segments):
            self._segment(at, segment)
        if self.prep is not None:
            self.sentence.preps.append(self.prep)
        if "how" in self.sentence.flags and "link" not in self.sentence.flags:
            self.sentence.refused.append("how" if self.sentence.language == "en" else "comment")
        self._stance()
        return self.sentence

    # -- one segment ---------------------------------------------------------------------------------------------------

    def _segment(self, at: int, segment: Segment) -> None:
        classes = {m.cls for m in segment.meanings}
        if not classes and self._counts(at):
            self._add_topic((self._text(segment),), at)
        elif not classes:
            self.sentence.unknown.append((at, self._text(segment)))
            self._close()
        elif "time" in classes:
            self._time(segment)
        elif "genitive" in classes and self.sentence.phrases:
            self.sentence.phrases[-1] = replace(self.sentence.phrases[-1], genitive=True)
        elif "name" in classes and self._is_name(at, segment, classes):
            self._name(at, segment)
        elif "ask" in classes and self._asks(at, segment):
            pass
        elif "refuse" in classes and not classes & {"type", "post"}:
            self.sentence.refused.append(self._text(segment))
        else:
            self._word(at, segment, classes)

    def _text(self, segment: Segment) -> str:
        return self.text[self.words[segment.first].start : self.words[segment.last - 1].end]

    def _word(self, at: int, segment: Segment, classes: set[str]) -> None:
        sentence = self.sentence
        if "numbered" in classes and self._number_follows(at):
            sentence.columns.append((str(segment.all("numbered")[0].data), self._text(self.segments[at + 1])))
            self.prep = None
            return
        if "number" in classes and self._number_follows(at - 1) and self.segments[at - 1].all("numbered"):
            return
        cues = segment.all(*_CUES)
        if "type" in classes and not self._is_verb(at, cues) and self._type(at, segment, bool(cues)):
            return
        for flag in ("list", "about", "link", "how", "happened", "both", "follow"):
            if flag in classes and not cues:
                sentence.flags.add(flag)
                return
        if "source" in classes and not cues:
            self.source = True
            return
        if classes & {"first", "last"} and not cues:
            sentence.flags.add("first" if "first" in classes else "last")
            return
        auxiliary = classes & {"be", "have"}
        if auxiliary and self._is_auxiliary(at, segment, classes):
            (sentence.bes if "be" in classes else sentence.haves).append(at)
            sentence.texts[at] = self._text(segment)
            if weak := segment.all("weak", "light", "verb"):
                sentence.weak.append(self._cue(at, segment, weak))
            return
        if cues and not ("prep" in classes and all(m.cls == "light" for m in cues)):
            sentence.cues.append(self._cue(at, segment, cues))
            self._hint(segment)
            self._close()
            return
        if "region" in classes:
            region = str(segment.all("region")[0].data)
            sentence.regions.append(Name((iris.thing(region),), ("Region",), self._text(segment)))
        elif "prep" in classes:
            self._preposition(at, segment)
        elif "and" in classes:
            self.joined = True
        elif weak := segment.all("weak"):
            sentence.weak.append(self._cue(at, segment, weak))
        elif "number" in classes:
            sentence.numbers.append(int(segment.all("number")[0].data))
        elif "empty" in classes or classes <= {"in"}:
            if self._text(segment).lower() in ("s", "se"):
                sentence.reflexive.append(at)
        else:
            sentence.unknown.append((at, self._text(segment)))

    def _is_verb(self, at: int, cues: Sequence[Meaning]) -> bool:
        """ "who funds the Fund": a form of the present right behind "who" is no noun."""
        last = self.sentence.phrases[-1] if self.sentence.phrases else None
        present = any(m.cls == "verb" and m.data[1] in ("pres", "base") for m in cues)
        return present and last is not None and last.ask == "actor" and last.at == at - 1

    def _number_follows(self, at: int) -> bool:
        return 0 <= at < len(self.segments) - 1 and self.segments[at + 1].get("number") is not None

    def _cue(self, at: int, segment: Segment, meanings: Sequence[Meaning]) -> Cue:
        calls = tuple((m.data[0], "verb" if m.cls == "weak" else m.cls, m.data[1]) for m in meanings)
        return Cue(at, calls, self._text(segment))

    def _hint(self, segment: Segment) -> None:
        """ "which members", « combien de membres »: what is asked for holds the post."""
        posts = tuple(m.data[0] for m in segment.all("post", "noun"))
        if self.open is not None and posts:
            index = self.sentence.phrases.index(self.open)
            self.sentence.phrases[index] = replace(self.open, hint=posts)

    def _close(self) -> None:
        """What follows belongs to no asked phrase and no preposition any more."""
        self.open = None
        self.joined = False
        if self.prep is not None:
            self.sentence.preps.append(self.prep)
            self.prep = None

    def _time(self, segment: Segment) -> None:
        self.sentence.times += segment.meanings[0].data
        self.prep = None
        self.open = None

    def _preposition(self, at: int, segment: Segment) -> None:
        if self.open is not None and any(m.data == "of" for m in segment.all("prep")):
            return  # « combien d'États », "what kind of States"
        if self.prep is not None:
            self.sentence.preps.append(self.prep)
        self.prep = (at, str(segment.all("prep")[0].data))

    def _is_auxiliary(self, at: int, segment: Segment, classes: set[str]) -> bool:
        """« a » before a participle, with no accent, is a verb; "à" and what is no participle's is a preposition."""
        if "prep" not in classes:
            return True
        if self._text(segment) in ("à", "À"):
            return False
        following = [s for s in self.segments[at + 1 : at + 6] if not s.all("empty")]
        return any(
            any(c in ("verb", "light", "weak", "be") for c in {m.cls for m in s.meanings}) for s in following[:3]
        )

    # -- names, questions and nouns ------------------------------------------------------------------------------------

    def _is_name(self, at: int, segment: Segment, classes: set[str]) -> bool:
        """A noun right behind "which" or "how many" says what is asked, though groups are called so ("States")."""
        name = segment.get("name")
        assert name is not None
        group = set(name.data.types) <= {"ActorGroup", "Concept"}
        if group and classes & {"post", "type", "noun"}:
            described = self.prep is not None or bool(self.sentence.asked)
            return self.open is None and described and bool(self.sentence.cues)
        if "ask" in classes:
            return at > 0
        return True

    def _name(self, at: int, segment: Segment) -> None:
        meaning = segment.get("name")
        assert meaning is not None
        name: Name = meaning.data
        sentence = self.sentence
        group = set(name.types) <= {"ActorGroup", "Concept"}
        if self.open is not None and group and (self.open.ask in ("count", "amount") or at == self.open.at + 1):
            self._add_topic((name.text, *name.iris), at)
            return
        last = sentence.phrases[-1] if sentence.phrases else None
        of_paragraphs = last is not None and any(t == "Paragraph" for t, _ in last.types) and self.prep is not None
        if (self.source or of_paragraphs) and any(self.vocabulary.is_a(t, ["Instrument"]) for t in name.types):
            sentence.documents.append(name)
            self.source = False
            self.prep = None
            return
        elif "Region" in name.types and (self.open is not None or self._behind_asked(at)):
            sentence.regions.append(name)
            self.prep = None
            return
        elif self.joined and sentence.phrases and sentence.phrases[-1].names and self._adjacent(at):
            sentence.phrases[-1] = replace(sentence.phrases[-1], names=(*sentence.phrases[-1].names, name), after=at)
        else:
            sentence.phrases.append(Phrase(at, None if self.prep is None else self.prep[1], (name,)))
        self.prep = None
        self.open = None
        self.joined = False

    def _behind_asked(self, at: int) -> bool:
        """« quels États d'Afrique », "States in Africa": right behind the noun of what is asked."""
        last = self.sentence.phrases[-1] if self.sentence.phrases else None
        return (
            last is not None
            and last.ask is not None
            and bool(last.types)
            and at - last.at <= 4
            and not self.sentence.cues
        )

    def _adjacent(self, at: int) -> bool:
        last = self.sentence.phrases[-1]
        between = self.segments[(last.after or last.at) + 1 : at]
        return (
            all({m.cls for m in s.meanings} & {"and", "empty", "prep", "in", "both"} for s in between)
            and len(between) <= 3
        )

    def _counts(self, at: int) -> bool:
        """Whether a word stands right behind "how many", or behind others that do: "how many police officers"."""
        if self.open is None or self.open.ask != "count" or self.open.types:
            return False
        between = self.segments[self.open.at + 1 + len(self.open.topics) : at]
        return all(s.all("prep") for s in between)

    def _add_topic(self, ways: tuple[str, ...], at: int) -> None:
        assert self.open is not None
        index = self.sentence.phrases.index(self.open)
        self.open = self.sentence.phrases[index] = replace(self.open, topics=(*self.open.topics, ways))

    def _asks(self, at: int, segment: Segment) -> bool:
        """Adds what a question word asks for; a relative pronoun ("States which ratified") asks nothing."""
        meaning = segment.all("ask")[0]
        sentence = self.sentence
        relative = (
            meaning.data in ("actor", "thing", "object")
            and at > 0
            and self._text(segment).lower() not in ("what", "combien")
        )
        if (
            relative
            and sentence.phrases
            and self.prep is None
            and (sentence.asked or "list" in sentence.flags)
            and not self._after_and(at)
        ):
            sentence.relatives.append(at)
            return True
        prep = None if self.prep is None else self.prep[1]
        phrase = Phrase(at, prep, ask=str(meaning.data), plural=_plural(self._text(segment)))
        sentence.phrases.append(phrase)
        self.prep = None
        self.open = phrase if meaning.data in ("thing", "count") else None  # not « que », which has no noun
        return True

    def _after_and(self, at: int) -> bool:
        return at > 0 and bool(self.segments[at - 1].all("and"))

    def _type(self, at: int, segment: Segment, is_cue: bool) -> bool:
        """A noun that says the type of what is asked. False where it must be read as a cue."""
        types = tuple((str(m.data[0]), m.data[1]) for m in segment.all("type"))
        sentence = self.sentence
        if self.open is not None:
            index = sentence.phrases.index(self.open)
            sentence.phrases[index] = replace(self.open, types=types, noun=self._text(segment))
            self.open = None
            if segment.all("post"):
                sentence.cues.append(replace(self._cue(at, segment, segment.all("post")), optional=True))
            return True
        if types[0][0] not in _OF_FACTS and self._names_follow(at):
            return True
        if is_cue and types[0][0] not in _OF_FACTS:
            return False
        if types[0][0] == "Person" and sentence.cues and not sentence.flags & {"list"}:
            sentence.flags.add("people")  # "who trained people in Kenya"
            return True
        if sentence.asked or "yes" in sentence.flags:
            bare = [p for p in sentence.asked if p.ask in ("actor", "thing", "object") and not p.types]
            if bare and not sentence.cues:  # "what are the resolutions that …", "what is Ms. Torres's position"
                sentence.phrases[sentence.phrases.index(bare[-1])] = replace(bare[-1], types=types)
                return True
            sentence.unknown.append((at, self._text(segment)))
            return True
        sentence.phrases.append(Phrase(at, None if self.prep is None else self.prep[1], ask="thing", types=types))
        self.prep = None
        return True

    def _names_follow(self, at: int) -> bool:
        """ "the State of Fiji", « le rapport A/74/127 »: the noun only introduces a name."""
        behind = self.segments[at + 1 : at + 3]
        for segment in behind:
            if segment.get("name") is not None:
                return True
            if not segment.all("prep", "empty") or any(m.data != "of" for m in segment.all("prep")):
                return False
        return False

    def _stance(self) -> None:
        """Whether the question is to be answered yes: it has no question word and begins with a verb."""
        sentence = self.sentence
        if sentence.asked or sentence.flags & {"list", "about", "link", "happened"}:
            return
        first = self.segments[0] if self.segments else None
        starts = first is not None and bool(first.all("be", "have")) and sentence.language == "en"
        folded = [w.folded for w in self.words[:3]]
        if starts or folded == ["est", "ce", "que"] or folded == ["est", "ce", "qu"] or _INVERTED.search(self.text):
            sentence.flags.add("yes")


def _plural(word: str) -> bool | None:
    """Whether a French question word is plural: « quelles »; None for one that is neither, as « qui »."""
    return word.lower().endswith("s") if word.lower().startswith(("quel", "lesquel", "laquel", "lequel")) else None
