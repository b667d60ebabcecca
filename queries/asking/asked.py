"""What a question asks for: the columns of its question words, else the one that it leaves open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ontology.questions import folded
from queries.asking.parts import Phrase
from queries.asking.places import Place, Placing

LOOSE = {"Publication", "Meeting", "Operation", "Programme"}  # nouns of whatever their kinds list: "works"

_BY_TYPE_ALONE = {"State", "Place", "Region", "Person", "UNEntity", "InternationalOrganization", "Organ"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A column that is asked for, with the types that an answer must have and the nouns that its name must hold."""

    column: str
    types: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    loosely: bool = False  # the noun may stand in the sentence that tells of no other
    noun: str = ""  # of the types, where a thing may bear it, or be introduced by it: "the association Open Door"


class Asking(Placing):
    """What is asked of one frame that a word of the question calls for."""

    def asked(self, roles: Mapping[str, Place], named: Mapping[str, object]) -> tuple[Asked, ...] | None:
        """The columns asked for: those of the question words, else the one that the question leaves open."""
        found = [self._of_type(role, p.phrase) for role, p in roles.items() if p.phrase.ask is not None]
        for phrase in self.sentence.asked:
            if any(p.phrase is phrase for p in roles.values()):
                continue
            column = self._other(phrase)
            if column is None:
                return None
            found.append(Asked(column))
        if found or "yes" in self.sentence.flags:
            return tuple(dict.fromkeys(found))
        return self._left_open(named)

    def _of_type(self, role: str, phrase: Phrase) -> Asked:
        types = tuple(t for t, _ in phrase.types)
        nouns = tuple(n for _, n in phrase.types if n is not None)
        listed = {type_ for type_ in LOOSE if self.vocabulary.content["listing"][type_] == self.name}
        if (role == self.kind["key"][0][0] and set(types) <= listed) or self._is_called(role, phrase):
            types = ()
        named = nouns if len(nouns) == len(phrase.types) else ()
        told = phrase.noun if types and not named and _BY_TYPE_ALONE.isdisjoint(types) else ""
        return Asked(role, types, named, noun=told)

    def _is_called(self, role: str, phrase: Phrase) -> bool:
        """ "which body adopted it": the noun is that of the role, and a conference is the body too."""
        return folded(phrase.noun) in self.kind["nouns"].get(role, ())

    def _other(self, phrase: Phrase) -> str | None:
        types = {t for t, _ in phrase.types}
        if phrase.ask == "end":
            return self.kind["time"][1] if len(self.kind["time"]) > 1 else None
        if phrase.ask == "time" or "Date" in types:
            return next(iter(self.when() or self.kind["time"]), None)
        if "Paragraph" in types:
            return "paragraph"
        if phrase.ask == "place":
            return self.kind["place"] or ("paragraph" if self.name in ("citations", "mentions") else None)
        if phrase.ask == "amount" and not {"currency", "unit"} & self.kind["columns"].keys() and not phrase.topics:
            return None  # "how much was seized": no number of people
        if "currency" in self.kind["columns"] and self.sentence.counts_posts(phrase):
            return None  # "how many donors does it have": no amount
        if phrase.ask in ("count", "amount") or "Amount" in types or types == {"Person"}:
            return self._number_of(phrase)
        return None

    def _number_of(self, phrase: Phrase) -> str | None:
        """The number of the verb behind a phrase, where there are several: "how many were rescued and how many
        arrested"."""
        value: str | None = self.frame["value"]
        if value is None or len(self.sentence.asked) == 1:
            return value
        for cue in self.sentence.cues:
            told = [f["value"] for n, _, _ in cue.calls if (f := self.vocabulary.frames[n])["kind"] == self.name]
            if cue.at > phrase.at and (found := next(filter(None, told), None)) is not None:
                return str(found)
        return value

    def when(self) -> tuple[str, ...]:
        """The end of a period, where that is the time of the verb: "resigned", "closed"."""
        ends = self.kind["time"][1:]
        told = self.slots.get("time", ())
        return tuple(ends) if told and all(role in ends for role in told) else ()

    def numbers(self) -> list[str]:
        """The numbers that the words of the question tell of: "arrests and rescues" are two."""
        frames = [self.frame, *(self.vocabulary.frames[n] for c in self.sentence.cues for n, _, _ in c.calls)]
        found = [f["value"] for f in frames if f["kind"] == self.name and f["value"] is not None]
        return list(dict.fromkeys(map(str, found))) if self.frame["value"] is not None else []

    def _stranded(self) -> list[str]:
        """The roles of which a preposition at the end speaks."""
        preps = [prep for at, prep in self.sentence.preps if at > self.cue.at and at == self.sentence.preps[-1][0]]
        subjects = self.slots.get("subject", ()) if "by" in preps else ()
        return [*subjects, *(role for prep in preps for role in self.slots.get(prep, ()))]

    def _left_open(self, named: Mapping[str, object]) -> tuple[Asked, ...] | None:
        for role in self._stranded():
            if role not in named:  # "resolution 2388, adopted by?"
                return (Asked(role),)
        for role, nouns in self.kind["nouns"].items():
            if role not in named and self.cls == "noun" and folded(self.cue.text) in nouns:
                return (Asked(role),)  # "the theme chosen by ICAT"
        values = [v for v in self.numbers() if v not in named]
        if values:
            return tuple(map(Asked, values))
        for slot in ("holder", "subject"):
            for role in self.slots.get(slot, ()):
                if role not in named and self.cls == "post":
                    return (Asked(role),)
        keys = [role for group in self.kind["key"] for role in group if self.kind["columns"].get(role) != "concept"]
        for role in [*keys, *self.kind["columns"], *self.kind["time"]]:
            if role not in named and role not in self.frame["set"]:
                return (Asked(role),)
        return None
