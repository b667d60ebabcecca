"""Who does what in a sentence: around each verb group its subject, object, complements and dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.syntax.clauses import Clause
from extract.syntax.items import Item, has
from extract.syntax.likewise import Likewise
from extract.syntax.phrases import Member, Phrase
from extract.syntax.steps import NOUNS
from ontology.lexicon import verb_set
from ontology.types import is_a


class Row(Likewise):
    """A sentence's items with its clauses."""

    def __init__(self, items: Sequence[Item], language: str) -> None:
        super().__init__(items, language)
        self._clauses: dict[int, Clause] = {}

    def clauses(self) -> Iterator[Clause]:
        """The clauses of the row, by their verbs from left to right."""
        for index, item in enumerate(self.items):
            if item.kind == "V":
                yield self.clause(index)

    def verb_before(self, index: int) -> int | None:
        """Where the nearest verb group before ``index`` stands; None: no verb is before it."""
        return next((k for k in range(index - 1, -1, -1) if self.kind(k) == "V"), None)

    def told(self) -> Iterator[Item]:
        """The verbs that say something: finite, and no participles that only describe."""
        verbs = (k for k in range(len(self.items)) if self.kind(k) == "V")
        return (self.items[k] for k in verbs if self.finite(k) and not self.reduced(k))

    def clause(self, index: int) -> Clause:
        """The clause of the verb group at ``index``."""
        found = self._clauses.get(index)
        if found is None:
            found = self._clauses[index] = Clause(index, self.items[index])
            found.subject = self.subject(index)
            self._right(found, index + 1)
            if self._opens_with(found):
                found.subject, found.object = found.object, None
            if index == 0 and found.verb.data.link and found.second is not None:
                found.subject, found.second = found.second, None  # « Sont parties au Protocole le Chili, le Pérou et »
            if self._inverted_passive(found):
                found.subject, found.object = found.object, None
            self._antecedents(found)
            found.colon = found.colon or self._colon(found)
            found.fronted = self._fronted(index)
            for other in found.elided:  # "In 2021, Chad acceded to the Protocol, and Mali to the Convention"
                other.fronted = other.fronted or found.fronted
            found.since = found.since or [date for date in found.fronted if self._led_by_since(date)]
            found.nth = self._nth(index, found.end)
            self._likewise(found)
            self._openings(found)
        return found

    def _opens_with(self, clause: Clause) -> bool:
        """« Y siègent des représentants », « Font partie du Réseau le Chili et le Pérou »: the subject follows."""
        if clause.subject is not None and clause.index > 0:
            return False
        presents = not verb_set("presenting").isdisjoint(clause.verb.data.lemmas)
        led = self.kind(0) == "P" and self.items[0].data in ("to", "in", "at", "during")
        opens = clause.index == 0 or (led and self.head(clause.index - 1) is None)
        spoken = not {"y", "en"}.isdisjoint(clause.verb.data.clitics) and (presents or "y" in clause.verb.data.clitics)
        return spoken or (presents and opens and clause.object is not None)

    def _inverted_passive(self, clause: Clause) -> bool:
        """« qu'a été adopté le Pacte mondial », « il est créé un Comité »: the subject follows a verb that has none, or
        none but « il », before it.
        """
        verb, object_ = clause.verb.data, clause.object
        if self.language == "en" or not (verb.passive and verb.form == "finite"):
            return False
        if self._is_impersonal(clause):
            return True
        if clause.subject is not None:
            return False
        return object_ is not None and all(self.kind(k) in ("D", "A") for k in range(clause.index + 1, object_.start))

    def _is_impersonal(self, clause: Clause) -> bool:
        """« [Il est créé], sous l'autorité du Ministre, une Cellule »; not « il est nommé directeur »."""
        subject, made = clause.subject, clause.object
        il = subject is not None and len(subject.members) == 1 and subject.members[0].item.word == "il"
        return il and made is not None and has(self.items[made.start - 1], "indefinite")

    def _antecedents(self, clause: Clause) -> None:
        """« que préside l'Islande », « auquel a adhéré le Gabon », "over which UNDP presides": what the relative
        stands for.
        """
        relative = self._relative_before(clause)
        if relative is None:
            return
        if clause.subject is not None and clause.subject.start > clause.index:
            clause.object = None
        antecedent = self.antecedent(relative)
        if antecedent is None or self._told(relative, antecedent):
            return
        word = self.items[relative].word
        if self.kind(relative - 1) == "P":
            clause.slots.setdefault(self.items[relative - 1].data, []).append(antecedent)
        elif word in ("auquel", "auxquels", "auxquelles", "laquelle", "où"):
            clause.slots.setdefault("to", []).append(antecedent)
        elif word in ("dont", "whose", "duquel"):
            clause.slots.setdefault("of", []).append(antecedent)
        elif not clause.verb.data.passive:
            clause.object = clause.object or self.agreeing(clause.index, antecedent)

    def _right(self, clause: Clause, start: int) -> None:
        """Read what follows the verb, from ``start`` to the end of its clause."""
        i = start
        chooses = bool(set(clause.verb.data.lemmas) & (verb_set("choosing") | verb_set("seating")))
        last: Phrase | None = None
        while i < len(self.items):
            item = self.items[i]
            if item.kind in "DA\"X'" or (item.word == "des" and self._indefinite_object(clause, i)):
                i += 1
            elif item.kind in NOUNS:
                phrase = self.phrase(i)
                title = item.kind == "Q" and self.kind(i - 1) == "," and bool(clause.slots)
                if phrase is None or title:  # "held a dialogue with Mr. Roy, Chair of the Panel"
                    last, i = (phrase, phrase.end) if phrase is not None else (last, i + 1)
                    continue
                if self._apposes(i) and last is not None:
                    i = self._seated(
                        phrase.end
                    )  # "was chaired in 2021 by Mr. Roy, Commissioner of Police, and in 2022 by Ms. Berg"
                    continue
                if self.finite(phrase.end) and clause.object is not None:
                    break
                if clause.object is None and self._cut_off(clause.index, i):
                    break
                self._place(clause, phrase)
                last, i = phrase, phrase.end
            elif item.kind == "P" and chooses and (post := self._post_before_chosen(i)) is not None:
                clause.slots.setdefault("as", []).append(post)
                last, i = post, post.end
            elif item.kind == "P":
                last, i = self._preposition(clause, i, last)
            elif item.kind == "T" and self.proclaimed(i):
                i += 1
            elif item.kind == "T" and (again := self._dated_again(clause, i, i, last)) is not None:
                last, i = again, again.end
            elif item.kind == "T":
                if not self._of_a_name(i):
                    self._date(clause, last, item.data)
                i += 1
            elif item.kind in (",", "C") and (after := self._gap(clause, i)) is not None:
                i = after
            elif (item.kind == "," and self._resumes_list(clause, i)) or self._breaks(clause, i, chooses=chooses):
                break
            elif item.kind == "," and self._country_of_town(i):
                i += 2
            elif item.kind == "," and self._dates_opening(clause, i):
                i += 1
            elif item.kind == "," and (
                after := self._resumed(clause, i + 1) or self._behind_described(i + 1) or self._over_rank(i + 1)
            ):
                i = after
            elif item.kind == ",":
                if self._new_clause(i + 1):
                    break
                i += 1
            elif item.kind == "C":
                if self._new_clause(i + 1):
                    if all(self.kind(k) == "A" for k in range(clause.index + 1, i)):  # not "counts ten staff and has"
                        self._share(clause, self.skip(i + 1))
                    self._borrow(clause, i + 1)
                    break
                i += 1
            elif item.kind == "(":
                i = self.close(i) + 1
            elif item.kind == ":":
                clause.colon = self.listed(i + 1)
                break
            elif item.kind in ("V", "R", "S", ";", "?"):
                break
            else:
                opens = clause.index == 0 and clause.subject is None  # « Ont pris part au débat les représentants de »
                if clause.object is None and item.kind == "W" and (opens or not clause.slots):
                    phrase = self.generic(i)
                    if phrase is not None:
                        self._place(clause, phrase)
                        last, i = phrase, phrase.end
                        continue
                last = None
                i += 1
        clause.end = i

    def _breaks(self, clause: Clause, index: int, *, chooses: bool) -> bool:
        """Does another clause follow the mark, of those who are chosen too or without a verb of its own?"""
        marked = self.kind(index) in (",", ";", "C")
        return marked and ((chooses and self.chosen(index) is not None) or self._elides(clause, index))

    def _post_before_chosen(self, index: int) -> Phrase | None:
        """ "elected A and B [as Vice-Chairs], Ms. Berg as Rapporteur": the post behind "as", right before whom else."""
        post = self.skip(index + 1) if self.items[index].data == "as" else -1
        if self.kind(post) != "E" or self.items[post].data.type != "Office" or self.chosen(post + 1) is None:
            return None
        return Phrase([Member(self.items[post], post)], post, post + 1)

    def _elides(self, clause: Clause, index: int) -> bool:
        """Reads the clause behind the comma or "and" at ``index`` that leaves out this one's verb, where there is one:
        "The Coalition was founded by Norway, and the Network by Kenya", "Norway founded the Coalition and Kenya the
        Network".
        """
        i = index
        while self.kind(i) in (",", ";", "C"):
            i += 1
        later = self._later(clause, index, i)
        if later is not None:
            clause.elided = [later, *later.elided]
            return True
        if self._unnamed(i) and self.kind(index - 1) != "D":  # not « l'un et l'autre en 2016 »
            return True  # "…, and the sixth in Doha in 2012"
        subject = self.phrase(i) if self.kind(self.skip(i)) == "E" else None
        if subject is None or self._apposes(self.skip(i)):
            return False
        behind = self.over_date(subject.end)  # « , et l'OIF, la même année, un répertoire »
        if not self._has_own(clause, behind):
            return False
        own = [item.data for item in self.items[subject.end : behind] if item.kind == "T"]
        found = Clause(clause.index, clause.verb, subject, dates=own)
        self._right(found, behind)
        clause.elided = [found, *found.elided]
        return True

    def _later(self, clause: Clause, index: int, first: int) -> Clause | None:
        """ "adopted Act No. 27/2018 on free zones and, in 2020, the Plan", « a créé le Fonds en 2018 et, en 2020, le
        Réseau »: the same is said of another object, with a date of its own behind the marks at ``index``.
        """
        date = self.skip(first + 1)
        joined = any(self.kind(k) == "C" for k in range(index, first))
        led = self.items[first].data if self.kind(first) == "P" and joined else "since"
        if led == "since" or self.kind(date) != "T" or clause.object is None:
            return None
        thing = self.skip(date + 2 if self.kind(date + 1) == "," else date + 1)
        phrase = self.phrase(thing) if self.kind(thing) == "E" and not clause.verb.data.passive else None
        if phrase is None or self.kind(phrase.end) in ("V", "'", "R") or self.finite(phrase.end):
            return None
        found = Clause(clause.index, clause.verb, clause.subject, dates=[self.items[date].data])
        found.object = phrase
        self._right(found, phrase.end)
        return found

    def _unnamed(self, index: int) -> bool:
        """ "the sixth in", « un autre à », "the other by": another thing than the subject, left without a noun."""
        i = index
        while self.kind(i) in ("D", "A"):
            i += 1
        return self.kind(i) == "P" and any(self.kind(k) == "D" for k in range(index, i))

    def _has_own(self, clause: Clause, index: int) -> bool:
        """Does what the clause tells of its subject follow at ``index`` for another: an agent, an object, where and
        when it happened ("took place in Tunis on 12 May 2021, and the closing workshop in Sfax on 3 March 2023")?
        """
        happens = not verb_set("happening").isdisjoint(clause.verb.data.lemmas)
        if clause.dates and (happens or clause.verb.data.passive) and self._is_occasion(index):
            return True
        if clause.verb.data.passive:
            return "by" in clause.slots and self.is_by(index)
        return self.is_object(index) or self._is_complement(clause, index)

    def _is_complement(self, clause: Clause, index: int) -> bool:
        """ "acceded to the Protocol in 2004 and Togo [to the Convention] in 2009": a thing of the same type behind the
        preposition that alone leads what the verb is about.
        """
        led = clause.slots.get(self.items[index].data, []) if self.kind(index) == "P" else []
        what = self.skip(index + 1)
        alone = clause.object is None and len(clause.slots) == len(led) == 1 and self.kind(what) == "E"
        return alone and [one.type for one in led[0].entities] == [self.items[what].data.type]

    def _is_occasion(self, index: int) -> bool:
        """ "in 2019", ", à Sfax": a preposition that leads to a date or a place."""
        led = index + (self.kind(index) == ",")
        what = self.skip(led + 1)
        place = self.kind(what) == "E" and is_a(self.items[what].data.type, "Place")
        return self.kind(led) == "P" and (self.kind(what) == "T" or place)

    def _gap(self, clause: Clause, index: int) -> int | None:
        """Another subject with its own date behind ", " or "and": the index after it, or None."""
        if not clause.dates or self.kind(index - 1) not in ("T", "A"):
            return None
        if clause.verb.data.passive and "by" not in clause.slots:
            return None  # "The Fund was created in 2000 and the Network in 2003": another thing, by nobody
        i = self.skip(index + 1)
        if self.kind(i) == "C":
            i = self.skip(i + 1)
        if self.kind(i) != "E":
            return None
        member, after = self.member(i)
        date = self.date_behind(after)  # « l'Arménie [le] 14 avril 2008 », "Bhutan, on 20 February 2024"
        if date is None or self.kind(date + 1) not in (",", "C", "", ";", "A"):
            return None
        said = self.items[date].data
        year = self.kind(after) == "," and len(said.first) == 4  # « la Convention sur le travail forcé, 1930 »
        if year or (self.kind(after) == self.kind(date + 1) == "," and self._gap(clause, date + 1) is None):
            return None  # "and Kenya, in 2021, the Network of Ports"
        clause.gapped.append(Phrase([member], i, after, dates=[self.items[date].data]))
        return date + 1

    def _share(self, clause: Clause, index: int) -> None:
        """ "to host and administer the Fund", "chaired and hosted by": what follows the second verb belongs to both."""
        if self.kind(index) == "P":
            index = self.skip(index + 1)
        if self.kind(index) == "V" and clause.object is None and not clause.slots and not clause.dates:
            other = self.clause(index)
            clause.object, clause.slots, clause.dates = other.object, other.slots, other.dates

    def _borrow(self, clause: Clause, index: int) -> None:
        """ "UNDP hosts, and UNICEF coordinates, the Partnership": the object behind the second verb is of both."""
        alone = all(self.kind(k) == "," for k in range(clause.index + 1, index - 1))
        other = self.phrase(index, before_verb=True) if alone and not clause.verb.data.passive else None
        if other is not None and clause.object is None and self.kind(verb := self.skip(other.end)) == "V":
            clause.object = self.clause(verb).object

    def _new_clause(self, index: int) -> bool:
        """Does another verb, or a subject with its verb, begin here?"""
        i = self.skip(index)
        if self.kind(i) in ("V", "R", "S"):
            return True
        after = self.skip(i + 1)
        if self.kind(i) == "P" and self.kind(after) == "V":
            return True
        if self.kind(i) == "T" or (self.kind(i) == "P" and self.kind(after) == "T"):  # "and last year Palau did so"
            i = self.skip(i + 1 if self.kind(i) == "T" else after + 1)
            i = self.skip(i + 1) if self.kind(i) == "," else i
        if self.kind(i) not in NOUNS:
            return False
        phrase = self.phrase(i, before_verb=True)
        return phrase is not None and (self.finite(phrase.end) or self.does_besides(phrase.end))
