"""Subjects that a participle describes before their verb comes: "The Board set up in 2010 by Mali has nine members"."""

from __future__ import annotations

from extract.syntax.phrases import Phrase
from extract.syntax.steps import NOUNS, papers
from extract.syntax.subjects import Subjects
from ontology.lexicon import verb_set
from ontology.types import is_a

_LONGEST = 14  # items between the participle and the verb
_WITHIN = frozenset({"E", "T", "P", "D", "A", "W", "#", "(", ")", "N", "C", "'", '"'})  # what a participle leads
_ENDS = (";", ":", "S", "R", "?")
_BEFORE = frozenset({"", ",", ";", ":", "S"})  # what the subject stands behind


class Described(Subjects):
    """Finds subjects over the participle that describes them, where nothing nearer is one."""

    def _find_subject(self, index: int) -> Phrase | None:
        found = self._paper(index) or self._parted(index) or self._in_series(index) or super()._find_subject(index)
        if found is not None and self.kind(index - 1) == "," and self._of_paper(index, found):
            return None
        if found is not None and self._is_aim(index, found):
            return self._aiming(found)
        work = found is not None and any(is_a(one.type, "Programme") for one in found.entities)
        relative = self._restricting(index, found) if found is not None and not work else None
        if relative is not None:
            return self.antecedent(relative)
        if found is not None and self.kind(self._before(found.start)) != "C":
            return found
        return self._over_described(index) or found  # "The Board set up by Mali and [Togo] has nine members"

    def _is_aim(self, index: int, found: Phrase) -> bool:
        """ "A project [to support] the Alliance was launched", « un projet [pour appuyer] l'Alliance a été lancé »:
        only what the purpose is about.
        """
        verb = self._before(found.start)
        led = self.kind(verb - 1) == "P" and self.items[verb - 1].word in ("to", "pour")
        known = self.kind(verb) == "V" and self.items[verb].data.form == "infinitive"
        unknown = self.kind(verb) == "W" and self.language == "en"  # no list of verbs has it
        before = self.kind(verb - 2) in (*NOUNS, "W")
        return led and (known or unknown) and before and found.start < index and self.finite(index)

    def _aiming(self, found: Phrase) -> Phrase | None:
        """What has that purpose, where it opens the clause: "[A workshop] to train judges was held"."""
        whole = self.head(self._before(found.start) - 2)
        return whole if whole is not None and self.kind(self._before(whole.start)) in _BEFORE else None

    def _restricting(self, index: int, found: Phrase) -> int | None:
        """ "The officers [who run the Network] launched it", « les agents [qui dirigent le Réseau] ont lancé »: where
        the relative clause without commas begins in which ``found`` stands, right before the verb at ``index``.
        """
        between = {self.kind(k) for k in range(found.end, index)}
        if found.start >= index or not between <= {"A", "T", "D", "P"} or not self.finite(index) or self.reduced(index):
            return None
        verb = self.back(found.start, "DAPWNJET#Q'")
        if verb < 0 or self.kind(verb) != "V" or self.items[verb].data.form not in ("finite", "base"):
            return None
        relative = self.back(verb, "DAPTEW")
        led = relative > 0 and (self.kind(relative) == "R" or self.items[relative].word == "that")
        return relative if led and self.kind(relative - 1) in ("W", "N", "E", "Q", ")") else None

    def _paper(self, index: int) -> Phrase | None:
        """ "the report of the Secretary-General (A/78/287), prepared …": what bears the symbol."""
        drawn = not verb_set("drafting").isdisjoint(self.items[index].data.lemmas) and self.reduced(index)
        return self.printed_before(index - 1 - (self.kind(index - 1) == ",")) if drawn else None

    def _parted(self, index: int) -> Phrase | None:
        """ "said that [her country], after ratifying it, had …": what opens the clause before the comma."""
        led = self.kind(index - 1) == "P" and self.kind(index - 2) == ","
        told = self.items[index].data.form == "gerund" or self.perfect_infinitive(index)
        found = self.head(index - 3) if led and told else None
        return found if found is not None and self.kind(self._before(found.start)) in ("S", "R") else None

    def _in_series(self, index: int) -> Phrase | None:
        """ "The Group was set up in 2018, [is chaired by Kenya] and met in Nairobi", « a formé 40 juges, [a publié un
        guide] et a ouvert un foyer »: the subject of the verb before, where "and" joins a third one to this.
        """
        k = index - 1
        while self.kind(k) == "A":
            k -= 1
        if self.kind(k) != "," or not self.finite(index) or self.reduced(index):
            return None
        ends = (k for k in range(index + 1, len(self.items)) if self.kind(k) in _ENDS or self._joins_verb(k))
        last = next(ends, len(self.items))
        first = next((j for j in range(k - 1, -1, -1) if self.kind(j) in ("V", *_ENDS)), -1)
        told = self.kind(first) == "V" and self.finite(first) and not self.reduced(first)
        relative = any(self.kind(j) in ("R", "S") for j in range(first - 3, first))
        if self.kind(last) != "C" or not told or relative:
            return None
        found = self.subject(first)
        return found if found is not None and found.end <= first else None

    def _joins_verb(self, index: int) -> bool:
        """Does a finite verb without a subject of its own stand behind the "and" at ``index``?"""
        verb = index + 1
        while self.kind(verb) == "A":
            verb += 1
        return self.kind(index) == "C" and self.kind(verb) == "V" and self.finite(verb)

    def _of_paper(self, index: int, phrase: Phrase) -> bool:
        """« le rapport du Conseil, établi en application de … »: what was drawn up is the report; not so of « les
        conclusions de la Réunion, tenue à Dakar », « le rapport de l'Atelier, tenu à Dakar ».
        """
        k = self._before(phrase.start)
        of = self.language == "fr" and self.kind(k) == "P" and self.items[k].data == "of"
        if not of or self.kind(k - 1) != "W" or self.items[k - 1].word not in papers("fr"):
            return False
        held = not verb_set("holding").isdisjoint(self.items[index].data.lemmas)
        return not held and not self.differs(index, self.items[k - 2].word)

    def _before(self, index: int) -> int:
        before = index - 1
        while self.kind(before) in ("D", "A"):
            before -= 1
        return before

    def _over_described(self, index: int) -> Phrase | None:
        if self.items[index].data.form != "finite" or self.reduced(index):
            return None
        k = index - 1
        while index - k < _LONGEST and self.kind(k) in _WITHIN:
            k -= 1
        if k == index - 1 or self.kind(k) != "V" or not self.reduced(k) or self.kind(k - 1) not in ("E", ")"):
            return None
        found = self.subject(k)
        if found is None or found.generic or found.end != k:
            return None
        return found if self.kind(self._before(found.start)) in _BEFORE else None
