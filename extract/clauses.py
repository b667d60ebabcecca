"""Who does what in a sentence: around each verb group its subject, object and complements; around each noun its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extract.facts import Entity
from extract.items import Item, has
from extract.mentions.dates import Date

_SKIP = frozenset('DA"X')
_NOUNS = ("E", "N", "Q", "O")  # what a noun phrase can be made of; O: a pronoun, resolved by what its role admits
_NO_DATE = frozenset({"by", "until", "before", "after", "for", "avant", "apres", "versus"})  # "by 2030" is a deadline


@dataclass(slots=True)
class Member:
    """One thing of a noun phrase: a mention (with what stands in brackets behind it) or a noun of a relation."""

    item: Item
    index: int
    date: Date | None = None
    place: Entity | None = None
    inside: Item | None = None  # a noun of a holder in brackets: "Anna Berg (Chair)"

    @property
    def entities(self) -> tuple[Entity, ...]:
        """What it names; nothing for a noun of a relation."""
        if self.item.kind != "E":
            return ()
        return self.item.several or (self.item.data,)


@dataclass(slots=True)
class Phrase:
    """A noun phrase or a list of them at items ``[start, end)``."""

    members: list[Member]
    start: int
    end: int
    generic: bool = False  # the list stands behind a general noun: "several groups, including A and B"
    indefinite: bool = False
    dates: list[Date] = field(default_factory=list)  # right behind it: "by UNODC in 2016"


@dataclass(slots=True)
class Clause:
    """A verb group with what belongs to it."""

    index: int
    verb: Item
    subject: Phrase | None = None
    object: Phrase | None = None
    second: Phrase | None = None
    slots: dict[str, list[Phrase]] = field(default_factory=dict)
    dates: list[Date] = field(default_factory=list)
    fronted: list[Date] = field(default_factory=list)
    opening: dict[str, list[Phrase]] = field(default_factory=dict)  # preposition phrases that open the clause
    colon: Phrase | None = None  # the list behind a colon that ends the clause
    terms: list[Date] = field(default_factory=list)  # "elected Chair for 2021"
    gapped: list[Phrase] = field(default_factory=list)  # "A held the chair in 2017, B in 2018 and C in 2019": B and C
    place: Entity | None = None  # a place that no list knows: "in Mzuzu"
    end: int = 0


def has_part(item: Item) -> bool:
    """"paragraph 4 of", « l'annexe de »: a part of an instrument, which stands for it."""
    return item.kind == "W" and "part" in item.readings


class Row:
    """The items of a sentence, and how to read phrases among them."""

    def __init__(self, items: Sequence[Item], language: str) -> None:
        self.items = items
        self.language = language
        self._clauses: dict[int, Clause] = {}
        self._subjects: dict[int, Phrase | None] = {}

    def kind(self, index: int) -> str:
        """Kind of the item, '' outside the row."""
        return self.items[index].kind if 0 <= index < len(self.items) else ""

    # -- noun phrases -------------------------------------------------------------------------------------------------

    def phrase(self, index: int, *, before_verb: bool = False, open_list: bool = False) -> Phrase | None:
        """The noun phrase that begins at ``index`` (determiners and adverbs aside), or None.

        ``before_verb``: the phrase may end right before a verb whose subject it is; otherwise the last thing of an
        "and" that a finite verb follows begins the next clause and is left out. ``open_list``: a list may do without "and".
        """
        first = i = self._skip(index)
        indefinite = any(has(self.items[k], "indefinite") for k in range(index, i))
        if self.kind(i) == "E" and self.kind(i + 1) == "'":  # "Nigeria's National Agency": the agency
            i = self._skip(i + 2)
            indefinite = False
        if self.kind(i) not in _NOUNS:
            return self._generic(index)
        members: list[Member] = []
        end, joined = i, False
        while self.kind(i) in _NOUNS:
            member, after = self._member(i)
            if members and not before_verb and self._opens_clause(after) and self._finite(after):
                break
            members.append(member)
            end = after
            step = self._next_in_list(after, members[0].item.kind)
            if step is None:
                break
            joined = joined or any(self.kind(k) == "C" for k in range(after, step))
            i = step
        if len(members) > 1 and not joined and not open_list:
            members, end = members[:1], self._member(members[0].index)[1]  # « avec l'OSCE, le Groupe … »: no list without "and"
        if self.language == "en" and self.kind(end) == "W" and members[-1].item.kind == "E" and not self._harmless(end, before_verb):
            return None  # "the ICAT database": the thing is not the mention but what it stands before
        phrase = Phrase(members, first, end, indefinite=indefinite or not members[0].item.definite)
        if self._unreal(first):
            return None
        if len(members) == 1 and members[0].item.kind in ("N", "Q"):
            listed = self._generic(end)
            if listed is not None and self.kind(end) in (",", ":"):
                return listed
        return phrase

    def _skip(self, index: int) -> int:
        while self.kind(index) in _SKIP and self.kind(index):
            index += 1
        if self.kind(index) == "#" and self.kind(index + 1) in ("E", "N", "Q"):
            index += 1
        return index

    def _harmless(self, index: int, before_verb: bool) -> bool:
        """A word behind a mention that does not make it a modifier: a number, or (before a verb) one that looks like a verb."""
        word = self.items[index].word
        return word[:1].isdigit() or word in ("ii", "i", "iii", "alone", "namely") or (before_verb and self.kind(index + 1) in ("D", "P", "E"))

    def _unreal(self, first: int) -> bool:
        """« projet de résolution », "draft resolution": what stands before takes the thing out of the world."""
        k = first - 1
        while self.kind(k) in ("P", "D"):
            k -= 1
        return k >= 0 and has(self.items[k], "U") and first - k <= 3

    def _member(self, index: int) -> tuple[Member, int]:
        """The member at ``index`` with its brackets, and the index behind it."""
        member = Member(self.items[index], index)
        i = index + 1
        while self.kind(i) == '"':
            i += 1
        if self.kind(i) == "(":
            close = self._close(i)
            for inner in self.items[i + 1 : close]:
                if inner.kind == "T" and member.date is None:
                    member.date = inner.data
                elif inner.kind == "E" and inner.data.type in ("City", "Place", "Region", "State"):
                    member.place = inner.data
                elif inner.kind in ("Q", "N"):
                    member.inside = inner
            if close < len(self.items):
                i = close + 1
        return member, i

    def _close(self, index: int) -> int:
        depth = 0
        for k in range(index, len(self.items)):
            depth += {"(": 1, ")": -1}.get(self.kind(k), 0)
            if depth == 0:
                return k
        return len(self.items)

    def _next_in_list(self, index: int, kind: str) -> int | None:
        """Where the next member of a list begins behind ``index``: behind a comma, "and", or both."""
        i = index
        if self.kind(i) == ",":
            i += 1
        if self.kind(i) == "C":
            i += 1
        if i == index:
            return None
        i = self._skip(i)
        if self.kind(i) == "P" and self.items[i].data == "of" and kind == "E":  # « de l'OIM et de l'OSCE »
            i = self._skip(i + 1)
        return i if self.kind(i) == kind or (kind == "E" and self.kind(i) == "E") else None

    def _generic(self, index: int) -> Phrase | None:
        """The list behind a general noun: « plusieurs groupes, dont A et B », "six countries: A, B and C"."""
        i = self._skip(index)
        if has_part(self.items[i]) if i < len(self.items) else False:
            while self.kind(i) in ("W", "#", "A", "(", ")", "C", ","):
                i += 1
            return self.phrase(i + 1) if self.kind(i) == "P" and self.items[i].data == "of" else None
        i = index
        limit = index + 14
        while i < len(self.items) and i < limit and self.kind(i) in ("W", "D", "A", "J", "P", "N", "E", "C", '"', "(", ")", "#"):
            i += 1
        if self.kind(i) == "," and (self.kind(i + 1) == "R" or self.items[i + 1 : i + 2] and self.items[i + 1].data == "including"):
            return self._listed(i + 2)
        if self.kind(i) == ",":
            if self.items[i + 1 : i + 2] and self.items[i + 1].word in ("namely", "dont", "savoir"):
                return self._listed(i + 2)
        if self.kind(i) == ":":
            return self._listed(i + 1)
        return None

    def _listed(self, index: int) -> Phrase | None:
        phrase = self.phrase(index, open_list=True) if self.kind(self._skip(index)) == "E" else None
        if phrase is not None and self._finite(phrase.end) and self.kind(index - 1) == "R":
            return None  # « dont l'OIM assure … »: a relative clause, no list
        if phrase is not None:
            phrase.generic = True
        return phrase

    # -- clauses ------------------------------------------------------------------------------------------------------

    def _finite(self, index: int) -> bool:
        i = self._skip(index)
        verb = self.items[i].data if self.kind(i) == "V" else None
        return verb is not None and verb.form in ("finite", "base") and not (verb.ambiguous and self.kind(i + 1) == "P")

    def _opens_clause(self, index: int) -> bool:
        return self._finite(index)

    def clauses(self) -> Iterator[Clause]:
        """The clauses of the row, by their verbs from left to right."""
        for index, item in enumerate(self.items):
            if item.kind == "V":
                yield self.clause(index)

    def clause(self, index: int) -> Clause:
        """The clause of the verb group at ``index``."""
        found = self._clauses.get(index)
        if found is None:
            found = self._clauses[index] = Clause(index, self.items[index])
            found.subject = self.subject(index)
            self._right(found)
            self._antecedents(found)
            found.fronted = self._fronted(index)
            self._openings(found)
        return found

    def _antecedents(self, clause: Clause) -> None:
        """« que préside l'Islande », « auquel a adhéré le Gabon », "over which UNDP presides": what the relative stands for."""
        relative = self._relative_before(clause)
        if relative is None:
            return
        antecedent = self._antecedent(relative)
        if antecedent is None:
            return
        word = self.items[relative].word
        if self.kind(relative - 1) == "P":
            clause.slots.setdefault(self.items[relative - 1].data, []).append(antecedent)
        elif word in ("auquel", "auxquels", "auxquelles", "laquelle", "où"):
            clause.slots.setdefault("to", []).append(antecedent)
        elif word in ("dont", "whose", "duquel"):
            clause.slots.setdefault("of", []).append(antecedent)
        elif not clause.verb.data.passive:
            if clause.subject is not None and clause.subject.start > clause.index:
                clause.object = None
            clause.object = clause.object or antecedent

    def _relative_before(self, clause: Clause) -> int | None:
        """The relative pronoun that opens the clause and is not its subject."""
        subject = clause.subject
        if subject is None:
            return None
        k = (clause.index if subject.start > clause.index else subject.start) - 1
        while self.kind(k) in ("D", "A", '"'):
            k -= 1
        return k if self.kind(k) == "R" and subject.end != k and not (subject.end <= k) else None

    def subject(self, index: int) -> Phrase | None:
        """The subject of the verb group at ``index``; None where it is not certain. For a participle: what it describes."""
        if index not in self._subjects:
            self._subjects[index] = None  # a verb that leads back to itself has none
            self._subjects[index] = self._find_subject(index)
        return self._subjects[index]

    def _find_subject(self, index: int) -> Phrase | None:
        verb = self.items[index].data
        i = index - 1
        while self.kind(i) in ("A", "X", '"'):
            i -= 1
        if verb.form == "infinitive":
            return self._governor_subject(i)
        if self.kind(i) == "C":
            return self._shared_subject(i, index)
        if self.kind(i) == "R" and self._inverted(i, index):
            return self.phrase(index + 1)
        if self.kind(i) == "R":
            return self._antecedent(i)
        reduced = verb.form in ("participle", "gerund") or (verb.ambiguous and self.kind(self._skip(index + 1)) in ("P", "T", "", ",", ";"))
        if self.kind(i) in (",", ")") and reduced:
            return self._near(i - 1 if self.kind(i) == "," else i) or self._over_comma(i)
        if self.kind(i) in (",", ")", "-"):
            return self._over_comma(i)
        if i < 0 and verb.form in ("participle",) or (i < 0 and verb.ambiguous):
            return self._main_subject(index)
        if self.kind(i) == "T":
            return self._over_adjunct(i)
        if reduced:
            return self._near(i) or self._apposed(i)
        return self._head(i)

    def _inverted(self, relative: int, index: int) -> bool:
        """« que préside l'Islande », « auquel a adhéré le Gabon »: the subject follows the verb."""
        word = self.items[relative].word
        if self.kind(self._skip(index + 1)) not in _NOUNS:
            return False
        return word in ("que", "qu", "dont", "où", "auquel", "auxquels", "auxquelles", "laquelle", "lequel") and not self.items[index].data.passive

    def _apposed(self, index: int) -> Phrase | None:
        """"the Panel, an eight-member body chaired by …": over the general noun to what it explains."""
        for k in range(index, max(-1, index - 7), -1):
            if self.kind(k) == "," and self.kind(k + 1) == "D":
                return self._head(k - 1)
            if self.kind(k) not in ("W", "A", "D", "#", "J", "P", "E"):
                return None
        return None

    def _head(self, index: int) -> Phrase | None:
        """The noun phrase that ends at ``index``: its head, over « de … » complements."""
        i = index
        while self.kind(i) == '"':
            i -= 1
        if self.kind(i) == ")":
            i = self._open(i) - 1
        if self.kind(i) not in _NOUNS:
            return None
        while True:
            start = i
            while self.kind(start - 1) in ("D", "A", '"'):
                start -= 1
            before = self.kind(start - 1)
            if before == "P":
                if self.items[start - 1].data not in ("of", "to", "for", "on", "against", "in"):
                    return self._over_adjunct(index)
                j = start - 2
                if self.kind(j) == ")":
                    j = self._open(j) - 1
                if self.kind(j) in ("E", "N", "Q"):
                    i = j
                    continue
                return self._over_adjunct(index) if self.kind(j) in ("", ",", "T") else None
            if before in ("C", ","):
                whole = self._list_start(i)
                if whole is not None and whole != i:
                    i = whole
                    continue
            if before == "W" and self.kind(i) == "E" and not has(self.items[start - 1], "I") and start == i and self._compound(start - 1):
                return None
            return self.phrase(start, before_verb=True)

    def _compound(self, index: int) -> bool:
        """A word that stands right before a mention in English makes one thing with it ("draft", "former"): not certain."""
        return has(self.items[index], "U")

    def _list_start(self, index: int) -> int | None:
        """First member of the list whose last member is at ``index``."""
        i = first = index
        while True:
            j = i - 1
            while self.kind(j) in ("D", "A", '"'):
                j -= 1
            if self.kind(j) not in ("C", ","):
                return first
            if self.kind(j) == "C" and self.kind(j - 1) == ",":
                j -= 1
            j -= 1
            while self.kind(j) == '"':
                j -= 1
            if self.kind(j) == ")":
                j = self._open(j) - 1
            if self.kind(j) != self.kind(index) or self._ends_fronted(j):
                return first
            first = i = j

    def _ends_fronted(self, index: int) -> bool:
        """« Avec l'ONUDC, l'OIM fait … »: what a preposition leads at the head of the sentence is no member of a list."""
        i = index - 1
        while self.kind(i) in ("D", "A", '"'):
            i -= 1
        return self.kind(i) == "P"

    def _open(self, index: int) -> int:
        depth = 0
        for k in range(index, -1, -1):
            depth += {")": 1, "(": -1}.get(self.kind(k), 0)
            if depth == 0:
                return k
        return 0

    def _over_comma(self, index: int) -> Phrase | None:
        """The subject before a segment between commas (or dashes, brackets): "UNODC, with the EU, launched …"."""
        i = index
        for _ in range(4):
            if self.kind(i) == ")":
                i = self._open(i) - 1
            elif self.kind(i) in (",", "-"):
                mark = self.kind(i)
                k = i - 1
                while k >= 0 and self.kind(k) not in (mark, ";", ":", "S"):
                    if self.kind(k) == ")":
                        k = self._open(k)
                    k -= 1
                if self.kind(k) != mark or not self._parenthetical(k + 1, i):
                    return None
                i = k - 1
            if self.kind(i) in (",", ")", "-"):
                continue
            head = self._head(i)
            if head is not None:
                return head
            i = self._mark_before(i)
            if i < 0:
                return None
        return None

    def _mark_before(self, index: int) -> int:
        """The comma before ``index`` in the same clause, or -1: to pass over a segment of several commas."""
        for k in range(index, -1, -1):
            if self.kind(k) == ",":
                return k
            if self.kind(k) in (";", ":", "S") or (self.kind(k) == "V" and self._finite(k) and self.kind(k - 1) != "R"):
                return -1
        return -1

    def _parenthetical(self, start: int, end: int) -> bool:
        """Between commas and no clause of its own, unless a relative one."""
        if self.kind(start) == "R" or self.kind(start + 1) == "R":
            return True
        return not any(self.kind(k) == "V" and self._finite(k) and self.kind(k - 1) != "R" for k in range(start, end))

    def _over_adjunct(self, index: int) -> Phrase | None:
        """The subject before "in 2018", « à Vienne »: pass back over preposition phrases that only give time or place."""
        i = index
        while i >= 0:
            k = i
            while k >= 0 and self.kind(k) not in ("P", ",", ";", "V", "R", "S", ")"):
                k -= 1
            if self.kind(k) != "P" or not all(self.kind(j) in ("T", "E", "D", "A", "C") for j in range(k + 1, i + 1)):
                return self._over_comma(k) if self.kind(k) == "," and k > 0 and self.kind(i) == "T" else None
            if self.items[k].data == "of":
                return None
            i = k - 1
            while self.kind(i) in ("A", '"'):
                i -= 1
            if self.kind(i) in _NOUNS or self.kind(i) == ")":
                return self._head(i)
            if self.kind(i) == ",":
                return self._over_comma(i)
        return None

    def _antecedent(self, relative: int) -> Phrase | None:
        """What a relative pronoun stands for: the mention right before it."""
        i = relative - 1
        if self.kind(i) == "P":
            i -= 1
        if self.kind(i) == ",":
            i -= 1
        return self._near(i)

    def _near(self, index: int) -> Phrase | None:
        """The mention that ends at ``index``, or a described thing whose name was cut some words before."""
        i = index
        if self.kind(i) == ")":
            i = self._open(i) - 1
        words = 0
        while self.kind(i) in ("W", "P", "D", "A", "J", '"') and words < 7:
            i, words = i - 1, words + 1
        if self.kind(i) in ("N", "Q") and not words:
            return self._head(i)
        if self.kind(i) != "E" or (words and "/" not in self.items[i].data.id):
            return None
        head = self._head(i) if not words else None
        if head is not None and head.members[0].item.kind in ("N", "Q"):
            return head  # « la présidence de l'Alliance, assurée par … »
        member, end = self._member(i)
        start = self._list_start(i) if not words else i
        if start is not None and start != i and self.kind(start) == "E":
            return self.phrase(start, before_verb=True)
        return Phrase([member], i, end, indefinite=not member.item.definite)

    def _shared_subject(self, conjunction: int, index: int) -> Phrase | None:
        """The subject of the verb that "and" joins this one to."""
        verb = self.items[index].data
        for k in range(conjunction - 1, -1, -1):
            if self.kind(k) in (";", ":"):
                return None
            if self.kind(k) == "V":
                other = self.items[k].data
                if other.form in ("infinitive", "gerund") and verb.form == "finite":
                    continue
                if verb.form == "participle" and not (other.passive or other.form == "participle"):
                    return self._head(conjunction - 1)
                return self.subject(k)
        return None

    def _governor_subject(self, index: int) -> Phrase | None:
        """The subject of the verb that governs an infinitive: « l'ONUDC a continué d'accueillir et d'administrer »."""
        for k in range(index, -1, -1):
            if self.kind(k) in (";", ":"):
                return None
            if self.kind(k) == "V":
                return self.subject(k)
        return None

    def _main_subject(self, index: int) -> Phrase | None:
        """« Créé en 2000, le groupe … »: the subject that follows the comma."""
        for k in range(index + 1, len(self.items)):
            if self.kind(k) in ("V", ";", ":", "R"):
                return None
            if self.kind(k) == ",":
                phrase = self.phrase(k + 1, before_verb=True)
                if phrase is not None and self.kind(k + 1) != "P" and not phrase.generic:
                    return phrase
        return None

    def _fronted(self, index: int) -> list[Date]:
        """Dates that open the clause: "In 2018, UNICEF chaired …"."""
        dates: list[Date] = []
        subject = self.subject(index)
        joined = subject.start - 1 if subject is not None and subject.start < index else index - 1
        while self.kind(joined) in ("D", "A"):
            joined -= 1
        low = joined if self.kind(joined) == "C" else -1
        for k in range(index - 1, low, -1):
            if self.kind(k) in (";", ":"):
                break
            if self.kind(k) == "V" and not (self.kind(k - 1) == "R" or self.items[k].data.form in ("participle", "gerund", "infinitive")):
                break
            if self.kind(k) == "T" and self._free(k):
                dates.insert(0, self.items[k].data)
        return dates

    def _free(self, index: int) -> bool:
        """A date that belongs to the clause, not to a mention in brackets nor to a relative clause or participle before it."""
        depth = 0
        for k in range(index, -1, -1):
            depth += {")": 1, "(": -1}.get(self.kind(k), 0)
            if depth < 0:
                return False
            if self.kind(k) in ("R", "V") and k != index:
                return False
            if self.kind(k) in (",", ";", ":"):
                return True
        return True

    def _openings(self, clause: Clause) -> None:
        """Preposition phrases between the start of the clause and its subject: "In its resolution 64/293, the Assembly …"."""
        last = clause.subject.start if clause.subject is not None and clause.subject.start < clause.index else clause.index
        start = next((k + 1 for k in range(last - 1, -1, -1) if self.kind(k) in (";", ":")), 0)
        spoken = False
        for k in range(start, last):
            if self.kind(k) == "V" and self._finite(k) and self.kind(k - 1) != "R":
                clause.opening.clear()
                spoken = True  # what follows belongs to the clause before, unless "and" opens this one
            if self.kind(k) == "C" or self.kind(k) == ":":
                spoken = False
            if self.kind(k) == "P" and not spoken and (k == start or self.kind(k - 1) in (",", "C", "A", "T", "E", "W")):
                phrase = self.phrase(k + 1)
                if phrase is not None and phrase.end <= last:
                    clause.opening.setdefault(self.items[k].data, []).append(phrase)

    def _right(self, clause: Clause) -> None:
        """Read what follows the verb, to the end of its clause."""
        i = clause.index + 1
        last: Phrase | None = None
        while i < len(self.items):
            item = self.items[i]
            if item.kind in "DA\"X'":
                i += 1
            elif item.kind in _NOUNS:
                phrase = self.phrase(i)
                if phrase is None:
                    i += 1
                    continue
                if self._finite(phrase.end) and clause.object is not None:
                    break
                self._place(clause, phrase)
                last, i = phrase, phrase.end
            elif item.kind == "P":
                last, i = self._preposition(clause, i, last)
            elif item.kind == "T":
                if len(item.data.first) > 4 or self.kind(i - 1) != ",":  # "the Forced Labour Convention, 1930": of its name
                    self._date(clause, last, item.data)
                i += 1
            elif item.kind in (",", "C") and (after := self._gap(clause, i)) is not None:
                i = after
            elif item.kind == ",":
                if self._new_clause(i + 1):
                    break
                i += 1
            elif item.kind == "C":
                if self._new_clause(i + 1):
                    self._share(clause, self._skip(i + 1))
                    break
                i += 1
            elif item.kind == "(":
                i = self._close(i) + 1
            elif item.kind == ":":
                clause.colon = self._listed(i + 1)
                break
            elif item.kind in ("V", "R", "S", ";", "?"):
                break
            else:
                if clause.object is None and item.kind == "W" and not clause.slots:
                    phrase = self._generic(i)
                    if phrase is not None:
                        self._place(clause, phrase)
                        last, i = phrase, phrase.end
                        continue
                last = None
                i += 1
        clause.end = i

    def _gap(self, clause: Clause, index: int) -> int | None:
        """Another subject with its own date behind ", " or "and": the index after it, or None."""
        if not clause.dates or self.kind(index - 1) not in ("T", "A"):
            return None
        i = self._skip(index + 1)
        if self.kind(i) == "C":
            i = self._skip(i + 1)
        if self.kind(i) != "E":
            return None
        member, after = self._member(i)
        date = self._skip(after + 1) if self.kind(after) == "P" else after
        if self.kind(date) != "T" or self.kind(date + 1) not in (",", "C", "", ";", "A"):
            return None
        clause.gapped.append(Phrase([member], i, after, dates=[self.items[date].data]))
        return date + 1

    def _share(self, clause: Clause, index: int) -> None:
        """"to host and administer the Fund", "chaired and hosted by": what follows the second verb belongs to both."""
        if self.kind(index) == "P":
            index = self._skip(index + 1)
        if self.kind(index) == "V" and clause.object is None and not clause.slots and not clause.dates:
            other = self.clause(index)
            clause.object, clause.slots, clause.dates = other.object, other.slots, other.dates

    def _place(self, clause: Clause, phrase: Phrase) -> None:
        if clause.object is None:
            clause.object = phrase
        elif clause.second is None:
            clause.second = phrase

    def _date(self, clause: Clause, last: Phrase | None, date: Date) -> None:
        clause.dates.append(date)
        if last is not None:
            last.dates.append(date)

    def _preposition(self, clause: Clause, index: int, last: Phrase | None) -> tuple[Phrase | None, int]:
        """Read the preposition phrase at ``index`` into the clause."""
        i = self._skip(index + 1)
        if self.kind(i) == "T":
            if self.items[index].data == "for":
                clause.terms.append(self.items[i].data)
            elif self.items[index].data not in _NO_DATE:
                self._date(clause, last, self.items[i].data)
            return last, i + 1
        if self.kind(i) == "V":
            return last, i
        if self.items[index].data in ("in", "to", "at") and clause.place is None:
            clause.place = self._unknown_place(i)
        phrase = self.phrase(index + 1)
        if phrase is None and self.items[index].data == "by":
            phrase = self._unknown_name(i)
        if phrase is None:
            return None, max(i, index + 1)
        attached = self._complement_of(last, index, phrase)
        if not attached:
            clause.slots.setdefault(self.items[index].data, []).append(phrase)
        return phrase, phrase.end

    def _unknown_place(self, index: int) -> Entity | None:
        """One to three capitalised words behind "in", « à »: a place of that name."""
        words = []
        for k in range(index, index + 3):
            if self.kind(k) != "W" or not self.items[k].surface[:1].isupper():
                break
            words.append(self.items[k].surface)
        if not words or self.kind(index + len(words)) not in (",", "P", "T", "", "(", "C", ";", "D"):
            return None
        name = " ".join(words)
        return Entity(f"place/{name.lower().replace(' ', '-')}", "City", ((self.language, name),))

    def _unknown_name(self, index: int) -> Phrase | None:
        """"coordinated by Médecins du Désert": capitals that no list knows, two or more, are an organisation's name."""
        end = index
        while self.kind(end) == "W" and self.items[end].surface[:1].isupper() or (self.kind(end) == "P" and self.items[end].data == "of" and self.kind(end + 1) == "W" and self.items[end + 1].surface[:1].isupper() and end > index):
            end += 1
        if end - index < 2 or self.kind(end) not in (",", ".", "", "C", "P", ")", ";", "T"):
            return None
        name = " ".join(item.surface or item.word for item in self.items[index:end])
        entity = Entity("organization/" + "-".join(name.lower().split()), "Organization", ((self.language, name),))
        item = Item("E", self.items[index].start, self.items[end - 1].end, name, entity)
        return Phrase([Member(item, index)], index, end)

    def _complement_of(self, last: Phrase | None, index: int, phrase: Phrase) -> bool:
        """« le secrétariat du Groupe »: of-phrases belong to the noun right before them."""
        if last is None or last.end != index or self.items[index].data != "of":
            return False
        return last.members[-1].item.kind in ("N", "Q", "E")

    def _new_clause(self, index: int) -> bool:
        """Does another verb, or a subject with its verb, begin here?"""
        i = self._skip(index)
        if self.kind(i) in ("V", "R", "S"):
            return True
        if self.kind(i) == "P" and self.kind(self._skip(i + 1)) == "V":
            return True
        if self.kind(i) not in _NOUNS:
            return False
        phrase = self.phrase(i, before_verb=True)
        return phrase is not None and self._finite(phrase.end)

    # -- nouns --------------------------------------------------------------------------------------------------------

    def complements(self, index: int) -> dict[str, list[Phrase]]:
        """What belongs to the noun at ``index``: by preposition, with its possessor under 'of', dates with their phrase."""
        slots: dict[str, list[Phrase]] = {}
        before = index - 1
        if self.kind(before) == "'":
            before -= 1
        if self.kind(before) == "E" and (self.kind(before + 1) == "'" or before == index - 1):
            slots["of"] = [Phrase([Member(self.items[before], before)], before, before + 1)]
        i = index + 1
        last: Phrase | None = None
        while i < len(self.items):
            if self.kind(i) == "P":
                j = self._skip(i + 1)
                if self.kind(j) == "T":
                    slots.setdefault("time", []).append(Phrase([], i, j + 1, dates=[self.items[j].data]))
                    if last is not None:
                        last.dates.append(self.items[j].data)
                    i = j + 1
                    continue
                phrase = self.phrase(i + 1)
                if phrase is None:
                    break
                slots.setdefault(self.items[i].data, []).append(phrase)
                last, i = phrase, phrase.end
            elif self.kind(i) == "T":
                slots.setdefault("time", []).append(Phrase([], i, i + 1, dates=[self.items[i].data]))
                i += 1
            elif self.kind(i) in ("A", '"'):
                i += 1
            else:
                break
        slots["end"] = [Phrase([], i, i)]
        return slots
