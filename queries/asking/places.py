"""Where things stand around the word that calls for a relation, and so which roles they can play in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from queries.asking.parts import Cue, Phrase, Sentence
from queries.asking.words import Vocabulary

_INFINITIVES = ("avoir", "être")  # « les premiers à avoir ratifié »
_IN_NUMBERS = frozenset({"Person", "Amount", "Date"})  # of what numbers of facts count; "how many States gave" does not
FITS, WEAK = 3.0, 1.0
OF_ACTIONS = ("requests", "commitments")  # "what does the Council urge States to ratify": the rest is the action


def _is_bare(phrase: Phrase) -> bool:
    """ "people rescued in Operation Libertad": a noun without a question word."""
    return phrase.ask == "thing" and bool(phrase.types) and not phrase.noun and phrase.at == 0


@dataclass(slots=True)
class Place:
    """Roles that a phrase can play, with how well that fits."""

    phrase: Phrase
    roles: dict[str, float] = field(default_factory=dict)

    def may(self, roles: Sequence[str], score: float) -> None:
        for role in roles:
            self.roles[role] = max(score, self.roles.get(role, -9.0))


class Placing:
    """One frame that a word of the question calls for, and the roles that its phrases can play by where they stand."""

    def __init__(self, vocabulary: Vocabulary, sentence: Sentence, cue: Cue, number: int, cls: str, form: str) -> None:
        self.vocabulary = vocabulary
        self.sentence = sentence
        self.cue = cue
        self.frame = vocabulary.frames[number]
        self.slots: Mapping[str, Sequence[str]] = self.frame["slots"]
        self.name = str(self.frame["kind"])
        self.kind = vocabulary.kinds[self.name]
        self.cls = cls
        self.form = form
        self.end = self._action()
        self.stranded = [prep for at, prep in sentence.preps if at >= cue.at - 1]

    def _action(self) -> int:
        """The segment where the words of an action begin: behind a second verb."""
        others = [
            c.at
            for c in self.sentence.cues
            if c.at > self.cue.at
            and not c.optional  # "what commitments are listed under objective 2"
            and (self._is_to_do(c) or not any(self.vocabulary.frames[n]["kind"] == self.name for n, _, _ in c.calls))
        ]
        return min(others, default=1000) if self.name in OF_ACTIONS else 1000

    def _is_to_do(self, cue: Cue) -> bool:
        """ "who is invited to advise": an infinitive behind another word is what is to be done."""
        return (cue.at - 1, "to") in self.sentence.preps and any(form in ("base", "inf") for _, _, form in cue.calls)

    def orders(self) -> list[tuple[bool, bool, float]]:
        """(passive?, the subject behind the verb?, what that costs)."""
        if self.cls != "verb":
            return [(False, False, 0.0)]
        auxiliary = self._is_passive()
        by = (
            any(p.prep == "by" for p in self.sentence.phrases if p.at > self.cue.at or p.ask is not None)
            or "by" in self.stranded
        )
        participle = any(n == self._number() and f == "pp" for n, _, f in self.cue.calls)
        if participle and self.form in ("base", "past") and self._is_behind_be() and not self.frame["active"]:
            return []  # "what was set up under resolution 68/192"
        found = [(False, False, 0.0)]
        if participle and not self.frame["active"]:
            if self._is_alone():
                found = [(True, False, 0.0), (False, False, 0.5)]
            elif auxiliary or by:
                found = [(True, False, 0.0)]
                past = any(n == self._number() and f == "past" for n, _, f in self.cue.calls)
                if not auxiliary and (past or any(at < self.cue.at for at in self.sentence.haves)):
                    found.append((False, False, 0.5))  # "who created it, and by which resolution"
            elif not self.sentence.haves and not self._has_agent():
                found.append((True, False, 0.5))
        if self.sentence.reflexive:  # « s'est tenue » is done to it, « s'est doté de » it does
            found += [(True, False, 0.0), (False, False, 0.5)]
        if self._bare_behind() and not any(p[0] for p in found[:1]):
            if self._disagrees() or self._has_no_subject():  # « quelles résolutions cite le rapport ? »
                return [(False, True, 0.0)]
            found.append((False, True, 0.6 if self._has_object_word() else 1.2))
        return found

    def _has_agent(self) -> bool:
        """ "who appointed the Secretary-General": who did it is asked, and behind the verb stands to whom."""
        asks = any(p.ask == "actor" and p.prep is None and p.at < self.cue.at for p in self.sentence.phrases)
        return asks and any(p.names and p.prep is None and p.at > self.cue.at for p in self.sentence.phrases)

    def _is_alone(self) -> bool:
        """ "Global Assistance Fund established": a participle behind the only thing that is named."""
        phrases = [p for p in self.sentence.phrases if p.ask not in ("time", "place")]
        if len(phrases) != 1 or self.sentence.bes or self.sentence.haves:
            return False
        return bool(phrases[0].names) and phrases[0].at < self.cue.at

    def _is_passive(self) -> bool:
        """Whether the verb stands behind "be"; an infinitive is no passive: « le premier État à ratifier »."""
        return self.form not in ("inf", "base", "ger", "fut", "cond", "impf") and self._is_behind_be()

    def _is_behind_be(self) -> bool:
        """Whether the last auxiliary before the verb is a form of "be", not parted from it by a relative pronoun."""
        since = max((at for at in self.sentence.relatives if at < self.cue.at), default=-1)
        last = dict.fromkeys(self.sentence.bes, True) | dict.fromkeys(self.sentence.haves, False)
        before = [at for at in last if since < at < self.cue.at]
        return bool(before) and last[max(before)]

    def _number(self) -> int:
        return next(n for n, _, _ in self.cue.calls if self.vocabulary.frames[n] is self.frame)

    def _bare_behind(self) -> bool:
        """« qu'a adopté l'Assemblée générale ? »: French may put the subject behind the verb."""
        return any(p.names and p.prep is None and p.at > self.cue.at for p in self.sentence.phrases) and any(
            (p.ask in ("thing", "object", "count", "time", "place") or (p.ask and p.prep)) and p.at < self.cue.at
            for p in self.sentence.phrases
        )

    def _disagrees(self) -> bool:
        """Whether the verb is singular and what is asked for plural, or the other way round."""
        phrases = [p for p in self.sentence.phrases if not self._is_other(p)]  # not « quelles années a-t-il présidé »
        asked = next((p for p in phrases if p.plural is not None and p.at < self.cue.at), None)
        if asked is None or self.sentence.language != "fr":
            return False
        if any(p.names and p.prep is None and p.at < self.cue.at for p in self.sentence.phrases):
            return False  # « avec quelles organisations l'ONUDC mène-t-il GLO.ACT ? »: the subject stands before it
        between = [at for at in (*self.sentence.haves, *self.sentence.bes) if asked.at < at < self.cue.at]
        auxiliaries = [text for at in between if (text := self.sentence.texts[at]).lower() not in _INFINITIVES]
        finite = auxiliaries[0] if auxiliaries else self.cue.text
        return asked.plural != finite.lower().endswith("nt")

    def _has_no_subject(self) -> bool:
        """« que recommande le Comité ? »: « que » is no subject, so that it stands behind."""
        before = [p for p in self.sentence.phrases if p.at < self.cue.at]
        whole = len(before) == 1 and before[0].ask == "object" and before[0].prep is None
        return whole and not self.sentence.reflexive and self.sentence.language == "fr"

    def _has_object_word(self) -> bool:
        return any(p.ask == "object" for p in self.sentence.phrases)

    def places(self, *, passive: bool, inverted: bool) -> list[Place]:
        places = [Place(p) for p in self.sentence.phrases if not self._is_other(p) and p.at < self.end]
        before = [p for p in places if self._is_bare(p.phrase) and p.phrase.at < self.cue.at]
        behind = [p for p in places if p.phrase.prep is None and p.phrase.at > self.cue.at]
        if self.cls == "verb":  # "who is Madagascar's Minister of Labour"
            owners = [p for p in behind[:-1] if p.phrase.genitive and self.slots.get("of")]
            behind = [p for p in behind if p not in owners]
            for place in owners:
                place.may(self.slots["of"], FITS)
        if self.cls == "verb":
            self._around_verb(before, behind, passive=passive, inverted=inverted)
        elif self.cls == "adjective":
            self._around_noun(before, behind, holder="holder")
        else:
            self._around_noun(before, behind, holder="holder" if self.cls == "post" else "subject")
        for place in places:
            if not self._is_bare(place.phrase):
                self._behind_preposition(place, passive=passive)
        return places

    def _is_bare(self, phrase: Phrase) -> bool:
        """Without a preposition, or with one before the noun that asks: "in which language is it written"."""
        return phrase.prep is None or (
            self.cls == "post" and bool(phrase.hint) and phrase.prep in ("in", "at", "on", "under", "to")
        )

    def _is_other(self, phrase: Phrase) -> bool:
        """Asked phrases that are no noun phrase of the clause: when, where, how much, in which paragraph."""
        types = {t for t, _ in phrase.types}
        return (
            phrase.ask in ("time", "end", "place", "amount", "share")
            or bool(types & {"Date", "Paragraph", "Amount"})
            or (
                self.frame["value"] is not None and types <= _IN_NUMBERS and (phrase.ask == "count" or _is_bare(phrase))
            )
        )

    def _around_verb(self, before: list[Place], behind: list[Place], *, passive: bool, inverted: bool) -> None:
        subject, object_ = self.slots.get("subject", ()), (*self.slots.get("object", ()),)
        second = self.slots.get("second", ())
        if passive:
            for place in before[-1:]:
                place.may(object_, FITS)
            for place in before[:-1]:
                self._strand(place, (*second, *subject))
            for place in behind:
                place.may((*second, *object_), FITS if not before else WEAK)
            return
        if inverted:
            for place in behind[:1]:
                place.may(subject, FITS)
            for place in (*before, *behind[1:]):
                self._strand(place, (*object_, *second))
            return
        for place in before[-1:]:
            place.may(subject, FITS) if place.phrase.ask != "object" else self._strand(place, (*object_, *second))
        for place in before[:-1]:
            self._strand(place, (*object_, *second))
        for place in behind[:1]:
            place.may(object_, FITS)
            place.may(second, WEAK)
        for place in behind[1:]:
            place.may((*second, *object_), WEAK)
        if self.frame["value"] is not None and not self.sentence.bes and not self.sentence.haves:
            for place in behind:  # "victims rescued Operation Libertad"
                place.may((*subject, *self.slots.get("in", ())), WEAK)

    def _strand(self, place: Place, roles: Sequence[str]) -> None:
        """An asked phrase at the front: the object, or what a preposition left behind speaks of."""
        for prep in self.stranded:
            place.may(self.slots.get(prep, ()), FITS + 0.05)
        place.may(roles, FITS if place.phrase.ask is not None else WEAK)

    def _around_noun(self, before: list[Place], behind: list[Place], *, holder: str) -> None:
        held = self.slots.get(holder, ())
        whole = [r for prep in ("of", "to", "for", "over", "in", "object") for r in self.slots.get(prep, ())]
        linked = bool(self.sentence.bes) or bool(self.sentence.haves)
        for place in before:
            close = place.phrase.names and self._is_close(place.phrase.at) or place.phrase.genitive
            if place.phrase.ask is not None:
                place.may(held, FITS + (0.5 if place.phrase.hint else 0.0))
                for prep in self.stranded:
                    place.may(self.slots.get(prep, ()), FITS)
                if self.cls == "adjective" and len(before) > 1:
                    place.may(whole, FITS)
            elif place.phrase.genitive or (close and (self._is_of_post(before) or not self._subject_of_be(place))):
                place.may(whole, FITS)
                place.may(held, -0.5)
            elif linked and self._subject_of_be(place):
                place.may(held, FITS)
                place.may(whole, WEAK if any(p.phrase.ask for p in before) else -0.5)
            else:
                place.may(held, WEAK)
                place.may(whole, WEAK)
        of_what = self.cls == "adjective" and bool(behind) and behind[0].phrase.ask is not None
        for place in behind:
            if of_what and place.phrase.at == self.cue.at + 1:  # « chargé de quoi », « à la tête de quel organe »
                place.may(whole, FITS)
            elif (
                of_what
                or place.phrase.ask is not None
                or any(at > self.cue.at for at in self.sentence.bes)
                and not any(p.ask and p.at < self.cue.at for p in self.sentence.phrases)
            ):
                place.may(held, FITS)
            else:
                place.may(whole, 2.0)
                place.may(held, 0.0)

    def _is_of_post(self, before: Sequence[Place]) -> bool:
        """ "who was [ICAT] chair in 2017": whoever is asked for holds the post."""
        return self.cls == "post" and self.sentence.language == "en" and any(p.phrase.ask == "actor" for p in before)

    def _is_close(self, at: int) -> bool:
        """Whether only a time stands between: "the ICAT 2018 chair"."""
        return set(range(at + 1, self.cue.at)) <= set(self.sentence.timed)

    def _subject_of_be(self, place: Place) -> bool:
        """ "Is Norway a member", « la Norvège est-elle membre », "which groups is UNODC a member of"."""
        verbs = [*self.sentence.bes, *self.sentence.haves]
        at = place.phrase.at
        return any(at - 2 <= v < at or at < v < self.cue.at for v in verbs)

    def _behind_preposition(self, place: Place, *, passive: bool) -> None:
        prep = str(place.phrase.prep)
        place.may(self.slots.get(prep, ()), FITS)
        if prep == "by":  # "who created it, and by which resolution": of several subjects the other ones
            place.may(self.slots.get("subject", ())[0 if passive else 1 :], FITS)
        if prep == "with":
            place.may(self.slots.get("subject", ()), WEAK)
        if self.cls != "verb" and prep == "by":
            place.may((*self.slots.get("subject", ()), *self.slots.get("holder", ())), 2.0)
        if prep in ("of", "in", "on", "for", "to", "at", "with", "during", "from", "under", "between"):
            whole = [r for p in ("of", "object", "in", "to", "for") for r in self.slots.get(p, ())]
            if self.cls != "verb":
                place.may(whole, WEAK)
            elif prep == "of":
                place.may(self.slots.get("object", ()), 0.0)
                if place.phrase.at < self.cue.at:  # "which sessions of the Commission were held"
                    entities = [c for c, r in self.kind["columns"].items() if r == "entity"]
                    held = {*self.slots.get("object", ()), *(() if passive else self.slots.get("subject", ())[:1])}
                    place.may([c for c in entities if c not in held], 0.5)
        column = self.kind["place"]
        if column is not None and prep in ("in", "at", "to", "on", "of", "from"):
            place.may([column], 2.0 if prep in ("in", "at") else 0.5)
