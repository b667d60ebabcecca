"""Who did it too: "IOM took part, as did UNICEF", "and so did UNICEF", « L'OIM y siège, de même que l'UNICEF »."""

from __future__ import annotations

from collections.abc import Mapping

from extract.syntax.clauses import Clause
from extract.syntax.continuing import Continuing
from extract.syntax.phrases import Member, Phrase
from ontology.lexicon import data
from ontology.types import is_any

_ACTING = ("Organization", "State", "Person", "Office", "ActorGroup")
_HOLDING = ("Organization", "State", "Person")
_ECHOES = frozenset({"did", "does", "do", "has", "have", "had", "was", "were"})  # of what somebody else does
_REPEATED = frozenset({"à", "au", "aux", "de", "d", "du", "des"})  # before each of those that they lead


class Likewise(Continuing):
    """Tells who shares the doing of a clause from what it is done to."""

    def _likewise(self, clause: Clause) -> None:
        """Put those who did it too among the ``gapped`` of ``clause``."""
        if clause.verb.data.negated:
            return
        others = (k for k in range(clause.index + 1, len(self.items)) if self.kind(k) in ("V", "H", "B", ";"))
        other = next((k for k in others if not self._is_inserted(k)), 0)
        does = self.items[other].word in _ECHOES and self.items[other - 1].word in ("as", "so")
        whole = self.phrase(other + 1) if does else self._behind_insertion(clause)
        clause.gapped += [whole] if whole is not None else []
        if not clause.verb.data.passive:
            self._joined_object(clause)
            for phrase in self._complements(clause):
                self._part(clause, phrase)

    def _is_inserted(self, index: int) -> bool:
        """ "took part in the conference, [held] in Kigali in May, as did Chad": a participle between two commas."""
        return self.kind(index) == "V" and self.kind(index - 1) == "," and self.kind(index + 1) in ("P", "T", "D")

    def _behind_insertion(self, clause: Clause) -> Phrase | None:
        """« a pris part à la Conférence, tenue le 12 mai, [de même que] le Tchad »: who did it too, behind that."""
        opens = next((k for k in range(clause.index + 1, len(self.items)) if self._is_inserted(k)), 0)
        close = next((k for k in range(opens + 1, len(self.items)) if self.kind(k) in (",", ";", "V", "R")), 0)
        whole = self.phrase(close + 2) if opens and self._joins(close + 1) else None
        return whole if whole is not None and _act(whole.members) else None

    def holding_too(self, index: int, slots: Mapping[str, list[Phrase]]) -> Phrase | None:
        """« Le Togo en est membre, [de même que] l'OIM »: who holds the post at ``index`` too, and is no complement of
        it in ``slots``; "a member of ECOWAS, as well as the African Union" may be one.
        """
        stop = next((k for k in range(index + 1, len(self.items)) if self.kind(k) in "V;:R"), len(self.items))
        joined = next((k for k in range(index + 1, stop) if self._joins(k)), None)
        other = self.phrase(joined + 1) if joined is not None and self.kind(joined + 1) != "P" else None
        named = [one.type for one in other.entities] if other is not None else []
        if joined is None or not named or not all(is_any(type_, _HOLDING) for type_ in named):
            return None
        for phrase in (one for phrases in slots.values() for one in phrases if one.start < joined < one.end):
            first = [one for one in phrase.members if one.index < joined]
            if self.language == "en" and _act(first):
                return None
            phrase.members, phrase.end = first, joined - 1
        return other

    def _complements(self, clause: Clause) -> list[Phrase]:
        behind = [phrase for phrases in clause.slots.values() for phrase in phrases]
        return [phrase for phrase in (clause.object, *behind) if phrase is not None and phrase.start > clause.index]

    def _joins(self, index: int) -> bool:
        """Does ", as well as", « , de même que » stand at ``index``?"""
        word = self.items[index].word if index < len(self.items) else ""
        return word in data("words")[self.language]["likewise"] and self.kind(index - 1) == ","

    def _joined_object(self, clause: Clause) -> None:
        """« Le Togo a répondu au questionnaire, [ainsi que] l'OIM »: what looks like the object."""
        phrase = clause.object
        before = phrase.members[0].index - 1 if phrase is not None and phrase.start > clause.index else 0
        while self.kind(before) == "D":
            before -= 1
        if phrase is not None and before > clause.index and self._joins(before) and _act(phrase.members):
            clause.object = None
            clause.gapped.append(phrase)

    def _part(self, clause: Clause, phrase: Phrase) -> None:
        """« L'OIM a participé au Forum, [de même que] l'UNICEF », "as well as UNICEF": not one forum more. In French a
        preposition would be there again, before a body too: « siège au Comité, de même que l'OIM ».
        """
        joined = next((k for k in range(phrase.start, phrase.end) if self._joins(k)), None)
        if joined is None:
            return
        first = [one for one in phrase.members if one.index < joined]
        other = [one for one in phrase.members if one.index > joined and not self._apposes(one.index)]
        led = phrase.start - 1
        while self.kind(led) == "D":
            led -= 1
        bare = self.items[led].word in _REPEATED and self.kind(joined + 1) != "P"
        if first and other and _act(other) and (bare or not _act(first)):
            phrase.members, phrase.end = first, joined - 1
            clause.gapped.append(Phrase(other, other[0].index, other[-1].index + 1))


def _act(members: list[Member]) -> bool:
    return all(is_any(one.type, _ACTING) for member in members for one in member.entities)
