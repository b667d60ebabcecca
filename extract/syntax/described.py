"""Subjects that a participle describes before their verb comes: "The Board set up in 2010 by Mali has nine members"."""

from __future__ import annotations

from extract.syntax.phrases import Phrase
from extract.syntax.steps import papers
from extract.syntax.subjects import Subjects
from ontology.lexicon import verb_set

_LONGEST = 14  # items between the participle and the verb
_WITHIN = frozenset({"E", "T", "P", "D", "A", "W", "#", "(", ")", "N", "C", "'", '"'})  # what a participle leads
_BEFORE = frozenset({"", ",", ";", ":", "S"})  # what the subject stands behind


class Described(Subjects):
    """Finds subjects over the participle that describes them, where nothing nearer is one."""

    def _find_subject(self, index: int) -> Phrase | None:
        found = self._paper(index) or self._parted(index) or super()._find_subject(index)
        if found is not None and self.kind(index - 1) == "," and self._of_paper(found):
            return None
        if found is not None and self.kind(self._before(found.start)) != "C":
            return found
        return self._over_described(index) or found  # "The Board set up by Mali and [Togo] has nine members"

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

    def _of_paper(self, phrase: Phrase) -> bool:
        """« le rapport du Conseil, établi en application de … »: what was drawn up is the report."""
        k = self._before(phrase.start)
        of = self.language == "fr" and self.kind(k) == "P" and self.items[k].data == "of"
        return of and self.kind(k - 1) == "W" and self.items[k - 1].word in papers("fr")

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
