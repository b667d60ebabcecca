"""How a clause goes on to the right of its verb: lists taken up again, colons, further people, what only describes."""

from __future__ import annotations

from extract.mentions.dates import Date
from extract.mentions.heads import table
from extract.syntax.adjuncts import Adjuncts
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Member, Phrase
from ontology.fold import fold
from ontology.lexicon import verb_set
from ontology.types import is_a

_YEAR = 4  # characters
_RELATIVE = 4  # items between a relative pronoun and its verb
_RANK = 8  # items: "the fifth country of the region to ratify it"


class Continuing(Adjuncts):
    """Tells what stands behind a verb and how far it reaches."""

    def led_away(self, index: int) -> bool:
        """ "In the absence of the Chair of the Board, [Mr. Roy] opened …": does what stands before the comma belong to
        what a preposition led, at the head of the sentence?
        """
        comma = index - 1
        while self.kind(comma) in ("D", "A"):
            comma -= 1
        closed = any(self.kind(k) in ("V", ",", ";", ":") or self.items[k].data == "as" for k in range(comma))
        return self.kind(comma) == "," and self.kind(0) == "P" and not closed

    def _seated(self, index: int) -> int:
        """The index behind "(NAATIP)", "since 2020", "in Dushanbe", which say only of whom, since when and where the
        office before ``index`` is held.
        """
        index = self.close(index) + 1 if self.kind(index) == "(" else index
        if self.kind(index) == "P" and self.items[index].data == "since" and self.kind(index + 1) == "T":
            return index + 2
        place = self.skip(index + 1)
        town = self.kind(place) == "E" and is_a(self.items[place].data.type, "Place")
        return place + 1 if self.kind(index) == "P" and self.items[index].data in ("in", "at", "to") and town else index

    def _told(self, relative: int, antecedent: Phrase) -> bool:
        """ "informed the Group that UNODC had trained …": whom something is told, and no relative clause."""
        k = self.back(antecedent.start)
        that = self.items[relative].word in ("that", "que", "qu") and antecedent.end == relative
        return that and self.kind(k) == "V" and not verb_set("telling").isdisjoint(self.items[k].data.lemmas)

    def _nth(self, index: int, end: int) -> int | None:
        """The how-manieth time it happens: "met for the second time", « s'est réuni pour la première fois »."""
        for k in range(index + 2, min(end, len(self.items))):
            if self.items[k].word in ("time", "fois"):
                return table(self.language).ordinals.get(fold(self.items[k - 1].word).split(" ")[-1])
        return None

    def _colon(self, clause: Clause) -> Phrase | None:
        """The list behind a colon that ends the clause, over a participle: « compte cinq membres, nommés pour
        trois ans : ».
        """
        for k in range(clause.end, len(self.items)):
            if self.kind(k) == ":":
                return self.listed(k + 1)
            if self.kind(k) == "V" and self.reduced(clause.index):
                return None  # "Held in Vienna, the workshop brought together eight countries: …"
            if self.kind(k) in (";", "R", "S", "?") or (
                self.kind(k) == "V"
                and self.items[k].data.form not in ("participle",)
                and not self.items[k].data.ambiguous
            ):
                return None
        return None

    def _cut_off(self, verb: int, index: int) -> bool:
        """ "IOM leads on data, UNICEF on return": what one comma parts from the verb is no object of it; but « a tenu
        le 5 mai 2021 à Lomé, un atelier ».
        """
        commas = [k for k in range(verb + 1, index) if self.kind(k) == ","]
        right_behind = len(commas) == 1 and self.skip(commas[0] + 1) == self.skip(index)
        if not right_behind or self.kind(self.skip(verb + 1)) != "P":
            return False
        related = any(self.kind(k) == "R" for k in range(max(0, verb - _RELATIVE), verb))  # « que Lomé a accueilli »
        if related or self.reduced(verb):  # "the Summit, held at Vienna in 1993, the Conference, held at Cairo"
            return True
        return self.kind(index - 1) != "D" or not self._when_and_where(verb + 1, commas[0])

    def _when_and_where(self, start: int, end: int) -> bool:
        """Do only dates, or dates and places, stand at ``[start, end)``?"""
        told = [self.items[k] for k in range(start, end) if self.kind(k) not in ("P", "D", "A")]
        placed = all(item.kind == "T" or (item.kind == "E" and is_a(item.data.type, "Place")) for item in told)
        return placed and any(item.kind == "T" for item in told)

    def _resumed(self, clause: Clause, index: int) -> int | None:
        """ "Recalling the Convention, which entered into force in 1990, and the 2030 Agenda": the list goes on behind
        what is said of its first instrument; gives the index behind the instruments, which join the object.
        """
        inserted = self.kind(index) in ("R", "N") or (self.kind(index) == "V" and not self.finite(index))
        if clause.object is None or not inserted or not self._names_instrument(clause.object.members[0].index):
            return None
        for k in range(index, len(self.items) - 2):
            if self.kind(k) in (";", ":"):
                return None
            if self.kind(k) == "," and self.kind(k + 1) == "C" and self._names_instrument(self.skip(k + 2)):
                phrase = self.phrase(k + 2)
                if phrase is None or self.finite(phrase.end):
                    return None
                clause.object.members.extend(phrase.members)
                return phrase.end
        return None

    def _names_instrument(self, index: int) -> bool:
        return self.kind(index) == "E" and is_a(self.items[index].data.type, "Instrument")

    def _behind_described(self, index: int) -> int | None:
        """ "adopted resolution 2388 (2017), devoted to trafficking, on 21 November 2017": the index behind what only
        describes the object.
        """
        if self.kind(index) != "V" or self.finite(index) or self.items[index].data.form == "gerund":
            return None
        for k in range(index + 1, min(index + 14, len(self.items))):
            if self.kind(k) in ("V", "R", "S", ";", ":"):
                return None
            if self.kind(k) == ",":
                led = self.kind(k + 1) == "P" and self.items[k + 1].data in ("pursuant", "basis")
                dated = self.kind(k + 1) in ("P", "D") and self.kind(self.skip(k + 2)) == "T"
                return k + 1 if led or dated else None
        return None

    def _over_rank(self, index: int) -> int | None:
        """ "for Maldives, [the fifth party], on 2 May", « pour le Bénin, [cinquième pays à le ratifier], le 2 mai »:
        the index behind what only says which of them it is, before the date; ``index`` is behind its comma.
        """
        noun, ordinals = self.skip(index), table(self.language).ordinals
        ranked = any(fold(item.word) in ordinals for item in self.items[index : noun + 1])
        if self.kind(index - 2) != "E" or not ranked:
            return None
        end = noun + 1
        while end < noun + _RANK and self.kind(end) in ("W", "Q", "N", "P", "D", "O", "V"):
            end += 1
        date = end + 1
        while self.kind(date) in ("P", "D"):
            date += 1
        return end + 1 if self.kind(end) == "," and self.kind(date) == "T" else None

    def _indefinite_object(self, clause: Clause, index: int) -> bool:
        """« a publié des lignes directrices »: « des » is an article here, not « de + les »."""
        verb = clause.verb.data
        active = verb.form == "finite" and not verb.passive and not verb.reflexive  # « se compose des Comores »
        free = clause.object is None and not clause.slots and active
        return free and self.kind(index) == "P" and self.kind(self.skip(index + 1)) == "E"

    def _of_a_name(self, index: int) -> bool:
        """ "the Forced Labour Convention, [1930]", "the [1970] Committee", « le Comité des sanctions [1970] »: a year
        that no preposition leads.
        """
        date = self.items[index]
        if len(date.data.first) > _YEAR:
            return False
        before = self.items[index - 1]
        names = before.kind == "D" or (before.kind == "E" and not is_a(before.data.type, "Place"))  # not "in Doha 2015"
        bare = names and date.end - date.start == _YEAR  # not "chaired it last year"
        return bare or (before.kind == "," and self.kind(index - 2) != "T")

    def proclaimed(self, index: int) -> bool:
        """ "proclaimed 30 July as the World Day", « a fixé le 30 juillet comme Journée »: the day is no date."""
        verb = self.back(index, "DA")
        behind = self.skip(index + 1)
        as_ = self.kind(behind) == "P" and self.items[behind].data == "as"
        known = verb_set("proclaiming") | (verb_set("setting") if as_ else frozenset())
        named = as_ or self.kind(behind) == "E"
        return verb >= 0 and self.kind(verb) == "V" and named and not known.isdisjoint(self.items[verb].data.lemmas)

    def dates_at(self, index: int) -> list[Date]:
        """The date that stands at ``index``, with or without a preposition."""
        i = self.skip(index + 1) if self.kind(index) == "P" else index
        return [self.items[i].data] if self.kind(i) == "T" else []

    def chosen(self, index: int) -> tuple[Phrase, Phrase] | None:
        """A further person and post behind the comma or "and" at ``index``: "and Ms. Khalil (Egypt) as Vice-Chair"."""
        i = index
        while self.kind(i) in (",", "C"):
            i += 1
        if i == index or self.kind(i) != "E" or self.items[i].data.type != "Person":
            return None
        person, after = Member(self.items[i], i), i + 1
        if self.kind(after) == "(":
            after = self.close(after) + 1
        post = after + 1 if self.kind(after) == "P" and self.items[after].data in ("as", "for") else after
        post = self.skip(post)
        office = self.kind(post) == "E" and self.items[post].data.type == "Office"
        if not (office or self.kind(post) == "Q"):
            return None
        return Phrase([person], i, after), Phrase([Member(self.items[post], post)], post, post + 1)

    def _relative_before(self, clause: Clause) -> int | None:
        """The relative pronoun that opens the clause and is not its subject."""
        subject = clause.subject
        if self.kind(clause.index - 1) == "," and self.reduced(clause.index):
            return None  # "the Alliance, which UNODC, [created] in 1997, chairs"
        if subject is None:  # « que mon pays a accueillie », "which my country hosted"
            k = self.back(clause.index, "WDA")
            bare = k == clause.index - 1 or clause.verb.data.passive or self.kind(clause.index - 1) != "W"
            return None if bare or self.kind(k) != "R" or self.items[k].word in ("qui", "who") else k
        k = (clause.index if subject.start > clause.index else subject.start) - 1
        if self.kind(k) in ("N", "W") and self.kind(k - 1) == "D" and self.kind(k - 2) == "R":
            k -= 1  # « que l'organisation La Strada International conduit »
        while self.kind(k) in ("D", "A", '"'):
            k -= 1
        return k if self.kind(k) == "R" and subject.end != k and not (subject.end <= k) else None

    def _resumes_list(self, clause: Clause, index: int) -> bool:
        """ "the Circle, which it chairs with Norway, and the Alliance": what the relative pronoun stands for is the
        object, and the comma ends its clause.
        """
        joins = self.kind(index + 1) == "C"
        ends = joins and clause.object is None
        if ends and self._is_aside_of(clause, self.skip(index + 2)):
            return True  # "Japan, which acceded on 11 July, and Fiji"
        apart = bool(clause.dates) and self.kind(clause.index - 1) == "," and self.reduced(clause.index)
        if joins and self._goes_on_before(clause, self.skip(index + 2)):
            return True  # "resolutions 64/293, by which it adopted the Plan, and 77/194"
        if ends and clause.verb.data.ambiguous and ("by" in clause.slots or apart):
            return True  # "thanked the Group, set up by Chile in 2019, and UNDP"
        relative = self._relative_before(clause) if ends and not clause.verb.data.passive else None
        return relative is not None and self.items[relative].word in ("which", "whom", "that", "que", "qu")

    def _is_aside_of(self, clause: Clause, index: int) -> bool:
        """Is the clause a relative one between commas, of a thing of the type that stands at ``index``?"""
        aside = self.kind(clause.index - 1) == "R" and self.kind(clause.index - 2) == ","
        before = clause.subject.members[0].item if aside and clause.subject is not None else None
        listed = before is not None and before.kind == "E" and self.kind(index) == "E"
        return listed and before is not None and before.data.type == self.items[index].data.type

    def _goes_on_before(self, clause: Clause, index: int) -> bool:
        """Does what stands at ``index`` go on with the list in which the relative clause, with its object, stands?"""
        relative = self._relative_before(clause) if clause.object is not None else None
        if relative is None or self.kind(relative - 1) != "P" or clause.object is None:
            return False
        before = self.items[max(0, self.back(relative - 1, "PDT,"))]
        told = before.data.type if before.kind == "E" else None
        own = [one.type for one in clause.object.entities]
        return self.kind(index) == "E" and self.items[index].data.type == told and told not in own
