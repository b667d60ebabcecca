"""Reads what a question names and asks for: names, question words, and the nouns that say the type of what is asked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from graph import iris
from ontology.questions import folded
from queries.asking.names import Name, meant
from queries.asking.parts import ORDERS, Cue, Phrase, Sentence
from queries.asking.places import OF_ACTIONS
from queries.asking.words import Meaning, Segment, Token, Vocabulary

CUES = ("verb", "noun", "post", "adjective", "light")
_INVERTED = re.compile(r"-(?:t-)?(?:il|elle|ils|elles|on)\b(?!-)", re.IGNORECASE)
_AT_THE_END = 1000
_NEAR = 2  # segments: a noun, and the preposition behind it
_ANY = ("a", "an", "any", "un", "une")
_HOLLOW = ("Treaty", "Publication", "Amount")  # are all that is ratified, published, given
_RELATIVE = ("lequel", "laquelle", "lesquels", "lesquelles")  # behind a preposition
_ONE = ("le", "la", "l", "du", "au")  # articles of one thing; English has one for all
_OF_FACTS = ("Date", "Place", "Paragraph", "Amount")  # what these nouns ask for is said of a fact


class Nouns:
    """The half of the parser that reads nouns; what has been read so far is in ``sentence``."""

    def __init__(
        self, vocabulary: Vocabulary, text: str, words: Sequence[Token], segments: Sequence[Segment], language: str
    ) -> None:
        self.vocabulary = vocabulary
        self.text = text
        self.words = words
        self.segments = segments
        self.sentence = Sentence(language, joints=[_joint(segment) for segment in segments])
        self.hollow = {word for said in vocabulary.content["hollow"].values() for word in said}
        self.prep: tuple[int, str] | None = None
        self.open: Phrase | None = None  # an asked phrase that may still get its noun
        self.joined = False
        self.source = False
        self.reported = -_NEAR * 2  # the segment of "report" in "according to the report"
        self.lettered: int | None = None  # the segment of a letter behind a number: "26 (b)"

    def _text(self, segment: Segment) -> str:
        return self.text[self.words[segment.first].start : self.words[segment.last - 1].end]

    def _cue(self, at: int, segment: Segment, meanings: Sequence[Meaning]) -> Cue:
        calls = tuple((m.data[0], "verb" if m.cls == "weak" else m.cls, m.data[1]) for m in meanings)
        return Cue(at, calls, self._text(segment))

    def _is_name(self, at: int, segment: Segment, classes: set[str]) -> bool:
        """A noun right behind "which" or "how many" says what is asked, though groups are called so ("States")."""
        name = segment.get("name")
        assert name is not None
        group = name.data.is_group
        if self._completes(segment):
            return False  # "who provides the secretariat"
        if name.data.types == ("Office",) and "post" in classes and segment.last - segment.first == 1:
            return False  # "which State is the Chair of the Group"
        if group and self._is_told_to(at):
            return True
        if "type" in classes and self.open is not None and self.open.ask == "thing" and at == self.open.at + 1:
            return False  # "which SDGs", « à quels ODD »
        if group and self._is_subject(at):
            return True
        if group and classes & {"post", "type", "noun"}:
            described = self.prep is not None or bool(self.sentence.asked) or bool(self.sentence.haves)
            return self.open is None and described and bool(self.sentence.cues)
        if "ask" in classes:
            return at > 0
        return True

    def _is_subject(self, at: int) -> bool:
        """ "what do *States* commit to", « à quoi les *États* s'engagent-ils »: a group right behind what is asked."""
        asked = self.sentence.asked[-1:]
        between = self.segments[asked[0].at + 1 : at] if asked else []
        french = bool(between) and asked[0].ask == "object" and all(s.all("empty") for s in between)
        return french or (bool(asked) and {"have", "empty"} <= self._classes(at - 1))

    def _classes(self, at: int) -> set[str]:
        return {m.cls for m in self.segments[at].meanings}

    def _completes(self, segment: Segment) -> bool:
        """Whether it is the noun of a verb before it: "took up the post"."""
        led = {number for cue in self.sentence.cues for number, cls, _ in cue.calls if cls == "light"}
        return any(m.data[0] in led for m in segment.all("noun"))

    def _is_told_to(self, at: int) -> bool:
        """ "what are States urged to do": between a form of "be" and what is done to them, they are a name."""
        opened = self.open.at if self.open is not None else at
        behind = self.segments[at + 1].all("verb") if at + 1 < len(self.segments) else []
        acts = [m for m in behind if self.vocabulary.frames[m.data[0]]["kind"] in OF_ACTIONS and m.data[1] == "pp"]
        return bool(acts) and any(opened < be < at for be in self.sentence.bes)

    def _name(self, at: int, segment: Segment) -> None:
        meaning = segment.get("name")
        assert meaning is not None
        name: Name = meaning.data
        sentence = self.sentence
        group = name.is_group
        if (
            self.open is not None
            and group
            and (self.open.ask in ("count", "amount", "share") or at == self.open.at + 1)
        ):
            self._add_topic((*self.vocabulary.ways(folded(name.text)), *name.iris), at)
            return
        last = sentence.phrases[-1] if sentence.phrases else None
        of_paragraphs = last is not None and any(t == "Paragraph" for t, _ in last.types) and self.prep is not None
        of_paragraphs = of_paragraphs and not sentence.documents  # what they speak of may be an instrument too
        if (self.source or of_paragraphs) and any(self.vocabulary.is_a(t, ["Instrument"]) for t in name.types):
            sentence.documents.append(name)
            self.source = False
            self.prep = None
            return
        elif self.source or (at - self.reported <= _NEAR + 1 and self.prep is not None and self.prep[1] == "of"):
            sentence.authors.append(name)  # "according to (the report of) the Secretary-General"
            self.source = False
        elif "Region" in name.types and (self.open is not None or self._behind_asked(at) or self._asks_for_states()):
            sentence.regions.append(meant(self.vocabulary, name) or name)
            self.prep = None
            return
        elif self.joined and sentence.phrases and sentence.phrases[-1].names and self._adjacent(at):
            sentence.phrases[-1] = replace(sentence.phrases[-1], names=(*sentence.phrases[-1].names, name), after=at)
        else:
            prep = None if self.prep is None or self._is_of_post(at) else self.prep[1]
            sentence.phrases.append(Phrase(at, prep, (name,)))
        self.prep = None
        self.open = None
        self.joined = False

    def _is_of_post(self, at: int) -> bool:
        """ "as [ICAT] chair", "as [ICAT]'s chair": whose the post is that somebody holds."""
        behind = [s for s in self.segments[at + 1 : at + 3] if s.get("genitive") is None][:1]
        return self.prep is not None and self.prep[1] == "as" and any(s.all("post") for s in behind)

    def _asks_for_states(self) -> bool:
        """ "which countries replied in Africa": where they lie."""
        of_place = self.prep is not None and self.prep[1] in ("in", "of")
        return of_place and any(t == "State" for p in self.sentence.asked for t, _ in p.types)

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
        if self.open is None or self.open.ask not in ("count", "share") or self.open.types:
            return False
        between = self.segments[self.open.at + 1 + len(self.open.topics) : at]
        return all(s.all("prep") for s in between)

    def _is_counted_post(self, segment: Segment) -> bool:
        """ "how many officers": people who are counted, and no posts that are asked for."""
        called = [self.vocabulary.frames[m.data[0]]["called"] for m in segment.all(*CUES)]
        return bool(called) and all(called) and {m.cls for m in segment.meanings} <= {*CUES, "name"}

    def _add_topic(self, ways: tuple[str, ...], at: int) -> None:
        assert self.open is not None
        index = self.sentence.phrases.index(self.open)
        self.open = self.sentence.phrases[index] = replace(self.open, topics=(*self.open.topics, ways))

    def _asks(self, at: int, segment: Segment) -> bool:
        """Adds what a question word asks for; a relative pronoun ("States which ratified") asks nothing."""
        meaning = segment.all("ask")[0]
        sentence = self.sentence
        if sentence.asked and segment.all("verb", "light"):
            return False  # "which groups count UNODC among their members"
        relative = (
            meaning.data in ("actor", "thing", "object")
            and at > 0
            and self._text(segment).lower() not in ("what", "combien")
        )
        if relative and self.prep is not None and self._leads_clause(at):  # "countries in which it operates"
            sentence.relatives.append(at)
            sentence.preps.append((_AT_THE_END, self.prep[1]))
            self.prep = None
            return True
        if (
            relative
            and sentence.phrases
            and self.prep is None
            and (sentence.asked or "list" in sentence.flags or self._is_cleft())
            and not self._after_and(at)
        ):
            sentence.relatives.append(at)
            sentence.preps += [(_AT_THE_END, str(m.data)) for m in segment.all("relative")]
            return True
        prep = None if self.prep is None else self.prep[1]
        if self._text(segment).lower().startswith(("à ", "a ")):  # « à qui »
            prep = "to"
        phrase = Phrase(at, prep, ask=str(meaning.data), plural=_plural(self._text(segment)))
        sentence.phrases.append(phrase)
        self.prep = None
        self.open = phrase if meaning.data in ("thing", "count", "share") else None  # not « que », which has no noun
        return True

    def _leads_clause(self, at: int) -> bool:
        """Whether a relative pronoun behind a preposition stands right behind what is asked for, and before a clause of
        its own: no noun follows, as in "in which year"."""
        if not self.sentence.asked or at + 1 >= len(self.segments) or self.prep is None:
            return False
        last, following = self.sentence.phrases[-1], self.segments[at + 1]
        relative = self._text(self.segments[at]).lower() in _RELATIVE
        close = last.ask is not None and bool(last.types) and self.prep[0] <= last.at + (4 if relative else _NEAR)
        return close and (
            relative or following.get("name") is not None or {m.cls for m in following.meanings} == {"empty"}
        )

    def _is_cleft(self) -> bool:
        """« est-ce l'ONUDC qui préside … ? »: asks whether, and not who."""
        return [w.folded for w in self.words[:2]] == ["est", "ce"]

    def _after_and(self, at: int) -> bool:
        return at > 0 and bool(self.segments[at - 1].all("and"))

    def _type(self, at: int, segment: Segment, is_cue: bool) -> bool:
        """A noun that says the type of what is asked. False where it must be read as a cue."""
        types = tuple((str(m.data[0]), m.data[1]) for m in segment.all("type"))
        sentence = self.sentence
        if types[0][0] == "Amount" and sentence.phrases and sentence.phrases[-1].ask == "amount":
            return True  # "how much funding"
        if self.open is None and self._completes(segment):
            return False
        if self._is_text(segment) and any(s.all("numbered") for s in self.segments):
            return False  # "what are the actions under objective 2"
        if self.source and types[0][0] == "Document" and not self._names_follow(at):
            self.source = False  # "according to the report": to what was read
            self.reported = at
            return True
        if types[0][0] == "Document" and self._is_where(at):
            self.prep = None  # "in which paragraphs of the report": of what was read
            self.reported = at
            return True
        if types[0][0] == "Document" and self.segments[at - 1].get("genitive") is not None and self._asks_where():
            sentence.authors += sentence.phrases.pop().names  # "in which paragraphs of the Secretary-General's report"
            return True
        if self.open is not None and self.open.topics and any(m.data[1] == "pp" for m in segment.all("verb")):
            return False  # « combien de suspects arrêtés »
        if self.open is not None and self.open.topics and self.segments[at - 1].all("empty"):
            self.open = None  # « combien de gendarmes le Comité … »: behind an article another thing begins
        if (
            self.open is not None
            and self._text(self.segments[self.open.at]).lower() == "combien"
            and self._is_behind_article(at)
        ):
            self.open = None  # « combien le Fonds a-t-il reçu »
        opened = at if self.open is None else self.open.at
        did = any(h > opened for h in sentence.haves) and not any(b > opened for b in sentence.bes)
        if did and types[0][0] not in _OF_FACTS:
            self.open = None  # "what did the Committee"
        if types[0][0] not in _OF_FACTS and self._is_numbered(at):
            sentence.unknown.append((at, self._text(segment)))
            return True
        if (bare := self._bare(at)) is not None:  # "which Security Council resolutions"
            sentence.phrases = [self._of_it(p, bare, at) for p in sentence.phrases if not self._is_whole(p)]
            self.open = bare
        if self.open is not None:
            self._determine(self.open, at, segment, types)
            return True
        if self._goes_on(at):  # "which agencies, bodies and organizations"
            last = sentence.phrases[-1]
            sentence.phrases[-1] = replace(last, types=(*last.types, *types))
            return True
        if segment.all("empty") and sentence.asked:
            return True  # "which donors gave money"
        whole = bool(segment.all("post")) and segment.last - segment.first > 1  # "partner organizations of UNODC"
        if types[0][0] not in _OF_FACTS and not whole and (self._names_follow(at) or self._is_in_apposition(at)):
            return True
        if is_cue and types[0][0] not in _OF_FACTS:
            return False
        if types[0][0] == "Person" and sentence.cues and not sentence.flags & {"list"}:
            sentence.flags.add("people")  # "who trained people in Kenya"
            return True
        if types[0][0] in _HOLLOW and at > 0 and self._text(self.segments[at - 1]).lower() in _ANY:
            self.prep = None  # "which States ratified a treaty in 2024"
            return True
        if sentence.asked or "yes" in sentence.flags or self._asks_whether():
            plain = [p for p in sentence.asked if p.ask in ("actor", "thing") and not p.types]
            if (
                plain and not sentence.cues and sentence.bes and not sentence.haves and self.prep is None
            ):  # "what are the resolutions that …", "what is Ms. Torres's position"
                sentence.phrases[sentence.phrases.index(plain[-1])] = replace(plain[-1], types=types)
                return True
            sentence.unknown.append((at, self._text(segment)))
            return True
        if self._is_described(at):
            sentence.unknown.append((at, self._text(segment)))
            return True
        sentence.phrases.append(Phrase(at, None if self.prep is None else self.prep[1], ask="thing", types=types))
        self.prep = None
        return True

    def _is_where(self, at: int) -> bool:
        """ "paragraphs of the report", "where in the text": whether a place in what was read is asked for."""
        inside = self.prep is not None and self.prep[1] in ("of", "in")
        return self._asks_where() and inside and not self._names_follow(at)

    def _asks_where(self) -> bool:
        asked = self.sentence.asked[-1:]
        return any(p.ask == "place" or "Paragraph" in {type_ for type_, _ in p.types} for p in asked)

    def _is_text(self, segment: Segment) -> bool:
        """Whether a noun of a type is also what facts have in words: "actions" of a plan."""
        for meaning in segment.all("post"):
            frame = self.vocabulary.frames[meaning.data[0]]
            columns = self.vocabulary.kinds[frame["kind"]]["columns"]
            if any(columns.get(role) == "text" for role in frame["slots"].get("holder", ())):
                return True
        return False

    def _is_behind_article(self, at: int) -> bool:
        return self._text(self.segments[at - 1]).lower() in (*_ONE, "les")

    def _goes_on(self, at: int) -> bool:
        """Whether a noun is one more of what is asked for: commas and "and" alone part it from the noun before."""
        before = at - 1
        if before > 0 and self.segments[before].all("and"):
            before -= 1
        last = self.sentence.phrases[-1] if self.sentence.phrases else None
        if last is None or last.ask is None or not last.types or not 0 <= last.at < before + 1:
            return False
        nouns = self.segments[last.at + (0 if self.segments[last.at].all("type") else 1) : before + 1]
        return bool(nouns) and all(s.all("type", "and") and not _names_one(s) for s in nouns)

    def _determine(self, asked: Phrase, at: int, segment: Segment, types: tuple[tuple[str, str | None], ...]) -> None:
        """Gives a question word its noun, which may call for a relation besides."""
        index = self.sentence.phrases.index(asked)
        hint = tuple(m.data[0] for m in segment.all("post"))
        self.sentence.phrases[index] = replace(asked, types=types, noun=self._text(segment), hint=hint)
        self.open = None
        if called := segment.all("post", "noun"):
            self.sentence.cues.append(replace(self._cue(at, segment, called), optional=True))

    def _bare(self, at: int) -> Phrase | None:
        """A "which" or "how many" from which only names part the noun at a segment."""
        asked = self.sentence.asked
        if not asked or asked[-1].ask not in ("thing", "count") or asked[-1].types or asked[-1].topics:
            return None
        if not self.segments[at - 1].all("name", "genitive"):
            return None  # « combien de gendarmes le Comité … »: a thing of its own
        between = self.segments[asked[-1].at + 1 : at]
        if between and between[0].all("be"):
            between = between[1:]  # "what is the latest ICAT publication"
        plain = all(
            s.all("name", "empty", "genitive", *ORDERS) and not s.all("be", "have", "prep") or self._is_hollow(s)
            for s in between
        )
        named = any(s.get("name") is not None for s in between)
        return asked[-1] if named and plain and not self._is_in_apposition(at) else None

    def _is_hollow(self, segment: Segment) -> bool:
        """Whether a word says nothing of some kind of fact: "which earlier resolution"; the reading tells of which."""
        return not segment.meanings and folded(self._text(segment)) in self.hollow

    def _is_whole(self, phrase: Phrase) -> bool:
        """ "which UN network": what acts by its organs says no more than the noun."""
        ids = {iris.thing_id(iri) for name in phrase.names for iri in name.iris}
        return bool(ids) and ids <= set(self.vocabulary.content["meant"])

    def _of_it(self, phrase: Phrase, bare: Phrase, at: int) -> Phrase:
        return replace(phrase, prep="of") if phrase.names and bare.at < phrase.at < at else phrase

    def _is_numbered(self, at: int) -> bool:
        """ "law 10 of 2021": the noun of a thing that a number tells apart."""
        asked = self.open is not None and self.open.at == at - 1  # « grâce à quelle opération 94 personnes … »
        return not asked and at + 1 < len(self.segments) and self.segments[at + 1].get("number") is not None

    def _is_described(self, at: int) -> bool:
        """ "donors to the trust fund", « membres du conseil »: a thing of which only the noun is said, if it is one."""
        before = self._text(self.segments[at - 1]).lower() if at > 0 else ""
        text = self._text(self.segments[at]).lower()
        one = before in _ONE or (before == "the" and not text.endswith("s"))
        return self.prep is not None and one

    def _is_in_apposition(self, at: int) -> bool:
        """ "the Blue Heart campaign": the noun only says what is named."""
        name = self.segments[at - 1].get("name") if at > 0 else None
        types = [str(m.data[0]) for m in self.segments[at].all("type")]
        return name is not None and any(self.vocabulary.is_a(t, types) for t in name.data.types)

    def _is_inverted(self) -> bool:
        """« l'ONUDC préside-t-il … ? »"""
        return self.sentence.language == "fr" and _INVERTED.search(self.text) is not None

    def _asks_whether(self) -> bool:
        """« Singapour a-t-il adhéré au Protocole ? »: no noun of such a question is what is asked for."""
        english = self.sentence.language == "en"
        turned = bool(self.segments[0].all("be", "have")) if english else self._is_inverted()
        return turned and not any(s.all("ask", "list") for s in self.segments)

    def _names_follow(self, at: int) -> bool:
        """ "the State of Fiji", « le rapport A/74/127 »: the noun only introduces a name; no committee of UNICEF is
        one."""
        types = [str(m.data[0]) for m in self.segments[at].all("type")]
        for segment in self.segments[at + 1 : at + 3]:
            name = segment.get("name")
            if name is not None:
                return any(self.vocabulary.is_a(t, types) for t in name.data.types)
            if not segment.all("prep", "empty") or any(m.data != "of" for m in segment.all("prep")):
                return False
            if segment.all("prep") and self._text(self.segments[at]).lower().endswith("s"):
                return False  # "the entities of the working group"
        return False


def _joint(segment: Segment) -> str:
    """What a segment may be between two words that are alternatives: "acceded to, signed or ratified"."""
    classes = {m.cls for m in segment.meanings}
    for found, among in (("and", {"and", "or"}), ("name", {"name"}), ("cue", {*CUES})):
        if classes & among:
            return found
    return "small" if classes & {"empty", "prep", "have", "in"} else ""


def _names_one(segment: Segment) -> bool:
    """Whether a noun is the name of something, and not that of a group of all that are so called: "States"."""
    name = segment.get("name")
    return name is not None and not name.data.is_group


def _plural(word: str) -> bool | None:
    """Whether a French question word is plural: « quelles »; None for one that is neither, as « qui »."""
    return word.lower().endswith("s") if word.lower().startswith(("quel", "lesquel", "laquel", "lequel")) else None
