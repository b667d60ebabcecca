"""Reads the segments of a question, from left to right, into its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from graph import iris
from ontology.questions import folded
from queries.asking.names import Name
from queries.asking.nouns import CUES, Nouns
from queries.asking.parts import ORDERS, Cue, Phrase, Sentence
from queries.asking.succession import calls
from queries.asking.words import Meaning, Segment

_OF = ("of", "among", "de", "des", "d", "parmi")
_THE = ("the", "a", "an")
_QUALIFIER = 4  # segments
_TWO = 2  # things that "more" compares
_APART = (",", ":", "?", "-", "–", "—", "(")
_ITEM = re.compile(r"\s\([a-z]\)")
_LETTER = re.compile(r"\s?\(?([a-z])\)")


class Parser(Nouns):
    """Reads the segments of one question from left to right."""

    def parse(self) -> Sentence:
        """The parts of the question."""
        self.sentence.rough = dict(self._rough())
        for at, segment in enumerate(self.segments):
            if at not in self.sentence.rough:
                self._segment(at, segment)
        if self.prep is not None:
            self.sentence.preps.append(self.prep)
        if "how" in self.sentence.flags and "link" not in self.sentence.flags:
            self.sentence.refused.append("how" if self.sentence.language == "en" else "comment")
        self._drop_determiners()
        self._drop_bare_nouns()
        self._drop_authors()
        self._set_apart()
        self._look_ahead()
        self._stance()
        self._set_in_place()
        return self.sentence

    def _rough(self) -> Iterator[tuple[int, str]]:
        """The segments right before a number that say how exact it is, as documents do: "more than", « près de »."""
        for at in (at for at, s in enumerate(self.segments) if s.all("number")):
            for first in range(max(at - _QUALIFIER, 0), at):
                said = self.words[self.segments[first].first : self.segments[at].first]
                if " ".join(w.folded for w in said) in self.vocabulary.content["rough"]:
                    yield from ((n, " ".join(w.raw for w in said)) for n in range(first, at))
                    break

    def _drop_determiners(self) -> None:
        """ "which ratifications", "what Palermo Protocol ratifications": asks for what the noun of a relation leaves
        open."""
        for phrase in [p for p in self.sentence.asked if p.ask == "thing"]:
            noun = next((c for c in self.sentence.cues if c.at > phrase.at), None)
            if phrase.types and not (noun is not None and noun.at == phrase.at + 1 and self._is_led(noun)):
                continue
            told = {cls for _, cls, _ in noun.calls} if noun is not None else set()
            if noun is not None and (told == {"noun"} or (phrase.types and told == {"noun", "post"})):
                between = [s for s in self.segments[phrase.at + 1 : noun.at] if not self._is_perfect(s)]
                if all(s.all("name", "empty", "time", "genitive", "be") for s in between):
                    self.sentence.phrases.remove(phrase)
                    self.sentence.flags.add("list")

    def _drop_bare_nouns(self) -> None:
        """ "it trained officials of how many countries": beside a question word no other noun asks for anything."""
        asked = {p.at: bool(self.segments[p.at].all("ask")) for p in self.sentence.asked}
        bare = [at for at in asked if not asked[at] and any(asked.values())]
        self.sentence.phrases = [p for p in self.sentence.phrases if p.at not in bare]
        self.sentence.unknown = sorted([*self.sentence.unknown, *((at, self._text(self.segments[at])) for at in bare)])

    def _is_perfect(self, segment: Segment) -> bool:
        """« quelle a été la contribution »: the auxiliary of "be"."""
        at = self.segments.index(segment)
        return bool(segment.all("have")) and bool(self.segments[at + 1].all("be"))

    def _drop_authors(self) -> None:
        """ "the report of the Secretary-General A/81/187": the symbol alone says which it is."""
        phrases = self.sentence.phrases
        for author, symbol in list(pairwise(phrases)):
            noun = author.at - 1
            while noun > 0 and self.segments[noun].all("prep", "empty") and not self.segments[noun].all("type"):
                noun -= 1
            documents = any(m.data[0] in ("Document", "Resolution") for m in self.segments[noun].all("type"))
            beside = author.prep == "of" and symbol.prep is None and symbol.at == author.at + 1
            if documents and beside and all(self._is_text_of(name) for name in symbol.names) and symbol.names:
                self.sentence.phrases = [phrase for phrase in self.sentence.phrases if phrase is not author]
                self.sentence.unknown = [(at, text) for at, text in self.sentence.unknown if at != noun]

    def _is_text_of(self, name: Name) -> bool:
        return any(self.vocabulary.is_a(type_, ["Document", "Resolution"]) for type_ in name.types)

    def _set_apart(self) -> None:
        """Takes out what is no answer, "besides ICAT", and what alone may be one, "between Libertad and Sawiyan"."""
        sentence = self.sentence
        chosen = bool(sentence.flags & (ORDERS.keys() - {"now"})) and bool(sentence.asked)
        for phrase in sentence.named:
            if phrase.prep == "besides":
                sentence.excluded += phrase.names
            elif (phrase.prep in ("between", "among") and chosen) or self._is_choice(phrase):
                sentence.among += phrase.names
            else:
                continue
            sentence.phrases.remove(phrase)
        for phrase in self._choices():
            sentence.among += phrase.names
            sentence.phrases.remove(phrase)
            sentence.preps = [(at, prep) for at, prep in sentence.preps if at != phrase.at - 1]
        sentence.refused += [self._text(self.segments[at]) for at, prep in sentence.preps if prep == "besides"]
        if sentence.compared and len(sentence.among) != _TWO:
            sentence.refused.append(sentence.compared)

    def _choices(self) -> list[Phrase]:
        """The names right behind "which of", « lesquels parmi »: "which of Fiji, Japan and the Maldives"."""
        found: list[Phrase] = []
        for before, phrase in pairwise(self.sentence.phrases):
            asks = before.ask in ("thing", "actor") and not before.types and not found
            led = asks and any(self.words[s.last - 1].folded in _OF for s in self.segments[before.at : phrase.at])
            between = self.segments[before.at + 1 : phrase.at]
            if phrase.names and (led or found) and all(s.all("prep", "in", "empty", "and") for s in between):
                found.append(phrase)
            elif found:
                break
        return found if sum(len(phrase.names) for phrase in found) >= _TWO else []

    def _look_ahead(self) -> None:
        """ "who will chair ICAT?", « qui présidera … ? »: refuses what is to be, but where a time is named."""
        sentence = self.sentence
        ahead = [self._text(s) for s in self.segments if s.all("future")]
        ahead += [c.text for c in sentence.cues if all(form == "fut" for _, _, form in c.calls)]
        if not sentence.times:
            sentence.refused += ahead

    def _is_choice(self, phrase: Phrase) -> bool:
        """ "which operation rescued more people, Libertad or Sawiyan?": names set apart, with "or" between them."""
        if len(phrase.names) < _TWO or phrase.after is None or not self.sentence.asked:
            return False
        first = phrase.at
        while first > 0 and self.segments[first - 1].all("empty"):
            first -= 1
        before = self.text[: self.words[self.segments[first].first].start].rstrip()
        between = self.segments[phrase.at + 1 : phrase.after]
        return before.endswith(_APART) and any(s.all("or") for s in between)

    def _is_led(self, noun: Cue) -> bool:
        """ "what decisions did it take": whether a verb of the question is that of the noun."""
        numbers = {n for n, _, _ in noun.calls}
        cues = (*self.sentence.cues, *self.sentence.weak)
        return any(cls == "light" and n in numbers for cue in cues for n, cls, _ in cue.calls)

    def _set_in_place(self) -> None:
        """ "resolution 68/192, what did it decide?", « le guide, qui l'a publié ? »: a thing that stands before the
        question has the place of its pronoun."""
        phrases = self.sentence.phrases
        if len(phrases) != 2 or not phrases[0].names or phrases[0].prep or phrases[1].ask is None:
            return
        for at in range(phrases[1].at + 1, len(self.segments)):
            pronouns = self.segments[at].all("pronoun")
            if pronouns:
                place = at if pronouns[0].data == "subject" else len(self.segments)
                self.sentence.phrases = [phrases[1], replace(phrases[0], at=place)]
                return

    # -- one segment ---------------------------------------------------------------------------------------------------

    def _segment(self, at: int, segment: Segment) -> None:
        classes = {m.cls for m in segment.meanings}
        if self._is_counted_post(segment) and self._counts(at):
            name = segment.get("name")
            said = self._text(segment)
            self._add_topic(self.vocabulary.ways(folded(said)) if name is None else (said, *name.data.iris), at)
        elif self._is_counted_post(segment) and at > 0 and self.segments[at - 1].get("number") is not None:
            self.sentence.unknown.append((at, self._text(segment)))  # "342 officers": words of what is counted
        elif classes <= {"post", "noun"} and self.open is not None and self.open.topics and self._counts(at):
            self._add_topic(self.vocabulary.ways(folded(self._text(segment))), at)  # "how many crew members"
        elif at == self.lettered:
            pass
        elif _ITEM.search(self.text, max(self.words[segment.first].start - 2, 0), self.words[segment.first].end + 1):
            self.sentence.columns.append(("item", self._text(segment).lower()))  # "measure (a)"
        elif not classes and self._counts(at):
            self._add_topic(self.vocabulary.ways(folded(self._text(segment))), at)
        elif not classes:
            self.sentence.unknown.append((at, self._text(segment)))
            if not self._is_hollow(segment):
                self._close()
        elif "time" in classes:
            self.sentence.timed.append(at)
            self._time(segment)
        elif "genitive" in classes and self.sentence.phrases:
            self.sentence.phrases[-1] = replace(self.sentence.phrases[-1], genitive=True)
        elif "name" in classes and self._is_name(at, segment, classes):
            self._name(at, segment)
        elif "ask" in classes and not self._joins(at, segment) and self._asks(at, segment):
            pass
        elif "refuse" in classes and not classes & {"type", "post"}:
            self.sentence.refused.append(self._text(segment))
        elif classes != {"future"}:
            self._word(at, segment, classes)

    def _joins(self, at: int, segment: Segment) -> bool:
        """« Libertad ou Sawiyan », « alliances ou réseaux », « signé ou ratifié »: between two of a kind no "where"."""
        behind = next((s for s in self.segments[at + 1 :] if not s.all("empty")), None)
        before = self.segments[at - 1] if at > 0 else None
        if before is None or behind is None or not segment.all("or"):
            return False
        return any(before.all(cls) and behind.all(cls) for cls in ("name", "type", "verb"))

    def _is_how_many(self, at: int, segment: Segment) -> bool:
        """ "which two countries", « les trois pays », « les deux derniers pays »: a number right before the noun that
        says what is asked for."""
        ordered = any(s.all("first", "last") for s in self.segments[at + 1 : at + 2])
        behind = self.segments[at + 1 + ordered : at + 2 + ordered]
        noun = [m for s in behind for m in s.all("type", "post", "name")]
        hyphen = self.text[self.words[segment.last - 1].end :].startswith("-")  # "the two-day meeting"
        counted = self.open is not None and self.open.ask == "count"  # "how many of the 181 countries"
        if (
            not noun
            or hyphen
            or counted
            or not (segment.all("cardinal", "number") or (ordered and segment.all("both")))
        ):
            return False
        opened = self.open is not None and self.open.ask == "thing"
        before = self.segments[at - 1] if at > 0 else None
        determined = before is None or ordered or self._text(before).lower() in ("the", "les", "des")
        determined = determined or bool(
            before and before.all("first", "last", "list")
        )  # "the last two operations", "name two"
        plain = (
            bool(self.sentence.asked)
            and not self.sentence.cues
            and noun[0].cls == "type"
            and noun[0].data[0] != "Person"
        )
        return opened or (determined and (segment.get("cardinal") is not None or ordered or plain))

    def _word(self, at: int, segment: Segment, classes: set[str]) -> None:
        sentence = self.sentence
        if self._is_how_many(at, segment):
            if not self.segments[at - 1].all("list"):  # "name two protocols": some of them
                sentence.many = next((int(m.data) for m in segment.all("cardinal", "number")), _TWO)  # "both"
            return
        if "numbered" in classes and self._number_follows(at):
            number = self._text(self.segments[at + 1])
            letter = _LETTER.match(self.text, self.words[self.segments[at + 1].last - 1].end)  # "26 (a)"
            sentence.columns.append(
                (str(segment.all("numbered")[0].data), number + (f"({letter[1]})" if letter else ""))
            )
            self.lettered = at + 2 if letter else None
            sentence.cues += (
                [replace(self._cue(at, segment, cues), optional=True)] if (cues := segment.all(*CUES)) else []
            )
            self.prep = None
            return
        if "numbered" in classes and self._letter_follows(at, str(segment.all("numbered")[0].data)):
            sentence.columns.append(("item", self._text(self.segments[at + 1]).lower()))
            self.lettered = at + 1
            sentence.cues += (
                [replace(self._cue(at, segment, cues), optional=True)] if (cues := segment.all(*CUES)) else []
            )
            return
        if "number" in classes and self._number_follows(at - 1) and self.segments[at - 1].all("numbered"):
            return
        cues = segment.all(*CUES)
        if self._is_behind_the(at):  # "the first *meeting* of the *heads*"
            nouns = [m for m in cues if m.cls not in ("verb", "light")]
            cues = nouns if nouns or segment.all("type") else cues  # "the fund"
        if segment.all("weak") and all(m.cls == "light" for m in cues):
            cues = []  # "give": of money, and of training
        if "type" in classes and not self._is_verb(at, cues) and self._type(at, segment, bool(cues)):
            return
        for flag in ("list", "about", "link", "how", "happened", "both", "follow", "yes"):
            given = segment.all("weak") and sentence.haves  # "did Norway give"
            if flag == "yes" and segment.all("empty") and at > 0:
                continue  # « où est-ce que »
            if flag in classes and (not cues or (flag == "list" and at == 0)) and not given:
                sentence.flags.add(flag)
                return
        if "source" in classes and not cues:
            self.source = True
            return
        if compared := segment.all("compared"):
            sentence.compared = self._text(segment)
            sentence.flags.add(str(compared[0].data))
            return
        if (ordered := classes & ORDERS.keys()) and not cues:
            sentence.flags |= ordered
            return
        auxiliary = classes & {"be", "have"}
        if auxiliary and self._is_auxiliary(at, segment, classes):
            self.source = False  # "where in the report is it cited"
            (sentence.bes if "be" in classes else sentence.haves).append(at)
            sentence.texts[at] = self._text(segment)
            if weak := segment.all("weak", "light", "verb"):
                sentence.weak.append(self._cue(at, segment, weak))
            return
        if followed := segment.all("succession"):
            sentence.successions.append(
                Cue(at, calls(followed), self._text(segment), optional=bool(cues or segment.all("empty")))
            )
            if not cues:
                self._close()
                return
        if cues and not ("prep" in classes and all(m.cls == "light" for m in cues)):
            hollow = bool(segment.all("empty")) and bool(sentence.cues)  # "which ratifications took place in 2017"
            sentence.cues.append(replace(self._cue(at, segment, cues), optional=hollow))
            self._hint(segment)
            self._close()
            return
        if "region" in classes:
            region = str(segment.all("region")[0].data)
            sentence.regions.append(Name((iris.thing(region),), ("Region",), self._text(segment)))
        elif classes & {"prep", "before", "after"}:
            self._preposition(at, segment)
        elif "and" in classes:
            self.joined = True
        elif segment.all("weak"):
            weak = segment.all("weak", "light")
            sentence.weak.append(self._cue(at, segment, weak))
        elif "number" in classes:
            sentence.numbers.append(int(segment.all("number")[0].data))
        elif "empty" in classes or classes <= {"in"}:
            text = self._text(segment).lower()
            if text in ("s", "se"):
                sentence.reflexive.append(at)
            if text == "that" and sentence.phrases:
                sentence.relatives.append(at)  # "was it OHCHR that chaired ICAT"
        else:
            sentence.unknown.append((at, self._text(segment)))

    def _is_verb(self, at: int, cues: Sequence[Meaning]) -> bool:
        """ "who funds the Fund": a form of the present right behind "who" is no noun."""
        last = self.sentence.phrases[-1] if self.sentence.phrases else None
        present = any(m.cls == "verb" and m.data[1] in ("pres", "base") for m in cues)
        return present and last is not None and last.ask == "actor" and last.at == at - 1

    def _is_behind_the(self, at: int) -> bool:
        """Whether an English article, or whose it is, stands before a word that is a noun as well as a verb, or "of"
        behind it."""
        if self.sentence.language != "en":
            return False
        if any(self._text(segment).lower() == "of" for segment in self.segments[at + 1 : at + 2]):
            return True
        while at > 0 and self.segments[at - 1].all("first", "last"):
            at -= 1
        before = self.segments[at - 1] if at > 0 else None
        return before is not None and (self._text(before).lower() in _THE or before.get("genitive") is not None)

    def _number_follows(self, at: int) -> bool:
        return 0 <= at < len(self.segments) - 1 and self.segments[at + 1].get("number") is not None

    def _letter_follows(self, at: int, column: str) -> bool:
        """ "letter c", "commitment (c)", "item d of objective 10": where the word may have a number instead, in
        parentheses or before a preposition."""
        if at == len(self.segments) - 1 or column not in ("item", "objective"):
            return False
        letter = self.words[self.segments[at + 1].first]
        inside = self.text[: letter.start].endswith("(")
        parted = at + 2 == len(self.segments) or bool(self.segments[at + 2].all("prep", "be", "ask"))
        elided = self.text[letter.end :][:1] in ("'", "’")  # « l'action d'INTERPOL »
        told = inside or column == "item" or (parted and not elided)
        return len(letter.raw) == 1 and letter.raw.isalpha() and told

    def _hint(self, segment: Segment) -> None:
        """ "which members", « combien de membres »: what is asked for holds the post."""
        posts = tuple(m.data[0] for m in segment.all("post", "noun"))
        if self.open is not None and posts:
            index = self.sentence.phrases.index(self.open)
            self.sentence.phrases[index] = replace(self.open, hint=posts)

    def _close(self) -> None:
        """What follows belongs to no asked phrase and no preposition any more."""
        self.open = None
        self.joined = self.source = False
        if self.prep is not None:
            self.sentence.preps.append(self.prep)
            self.prep = None

    def _time(self, segment: Segment) -> None:
        self.sentence.times += segment.meanings[0].data
        if self.prep is not None:
            self.sentence.preps.append(self.prep)  # "what treaty did it accede to in 2019"
        self.prep = None
        self.open = None

    def _preposition(self, at: int, segment: Segment) -> None:
        if self.open is not None and any(m.data == "of" for m in segment.all("prep")):
            return  # « combien d'États », "what kind of States"
        if self.prep is not None:
            self.sentence.preps.append(self.prep)
        order = next((c for c in ("before", "after") if segment.get(c) is not None), None)
        self.prep = (at, order or str(segment.all("prep")[0].data))

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

    def _stance(self) -> None:
        """Sets whether the question is to be answered yes: it has no question word and begins with a verb. Whether
        something is so of more than a number is not told by that number."""
        self._set_stance()
        if "yes" in self.sentence.flags:
            self.sentence.refused += self.sentence.rough.values()

    def _set_stance(self) -> None:
        sentence = self.sentence
        if sentence.asked or sentence.flags & {"list", "about", "link", "happened"}:
            return
        if self._is_told():
            sentence.flags.add("yes")
        first = self.segments[0] if self.segments else None
        starts = first is not None and bool(first.all("be", "have", "future")) and sentence.language == "en"
        if starts or self._is_cleft() or self._is_inverted():
            sentence.flags.add("yes")

    def _is_told(self) -> bool:
        """ "Germany replied to the request?": a sentence with a mark behind it."""
        sentence = self.sentence
        if not self.text.rstrip().endswith("?") or not sentence.cues or sentence.preps or not sentence.named:
            return False
        verb = sentence.cues[0]
        finite = any(cls == "verb" and form in ("pres", "past") for _, cls, form in verb.calls)
        finite = finite and not any(cls == "post" for _, cls, _ in verb.calls)  # « ICAT : président en 2018 ? »
        first = sentence.phrases[0]
        return bool(first.names) and first.prep is None and first.at < verb.at and (finite or bool(sentence.haves))
