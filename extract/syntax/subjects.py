"""The subject of a verb, or what a participle describes; None wherever that is not certain."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.facts import Entity
from extract.mentions.heads import table
from extract.syntax.agreement import Agreement
from extract.syntax.credits import credited
from extract.syntax.items import Item, has
from extract.syntax.phrases import Member, Phrase
from extract.syntax.steps import NOUNS, has_part
from ontology.types import is_a

_DESCRIPTION = 14  # words that may stand between a subject and its verb
_CLAUSAL = ("since", "after", "before")
_PLACES = ("State", "City", "Place", "Region")


def _is_person(phrase: Phrase) -> bool:
    return [entity.type for entity in phrase.entities] == ["Person"]


class Subjects(Agreement):
    """Finds subjects to the left of verbs (and, inverted, to their right)."""

    def __init__(self, items: Sequence[Item], language: str) -> None:
        super().__init__(items, language)
        self._subjects: dict[int, Phrase | None] = {}

    def subject(self, index: int) -> Phrase | None:
        """The subject of the verb group at ``index``, of a participle what it describes; None where not certain."""
        if index not in self._subjects:
            self._subjects[index] = None  # a verb that leads back to itself has none
            found = self._find_subject(index)
            self._subjects[index] = self.agreeing(index, found) if self._inflected(index) else found
        return self._subjects[index]

    def _inflected(self, index: int) -> bool:
        """Does the verb at ``index`` agree with what it is said of: a participle, « qui est exécutée »?"""
        verb = self.items[index].data
        return verb.form == "participle" or (verb.passive and self.kind(self.back(index, "WAX")) == "R")

    def _is_sitting(self, index: int) -> bool:
        """ "at a Council [meeting] chaired by Mr. Roy": a meeting that no name tells, and not the body before it."""
        sits = self.language == "en" and self.kind(index) == "W" and self.kind(index - 1) == "E"
        return sits and table("en").nouns.get(self.items[index].word, ("", ""))[1] == "Meeting"

    def _find_subject(self, index: int) -> Phrase | None:
        verb = self.items[index].data
        i = index - 1
        while self.kind(i) in ("A", "X", '"') or (self.kind(i) == "T" and self.kind(i - 1) in ("E", ")", "O")):
            i -= 1  # "UNODC and ECOWAS (the Commission) today launched"
        i = self._before_own_date(i)
        if self._is_sitting(i):
            return None
        if self.kind(i) == "D" and self.kind(i - 1) in ("E", ")") and self.items[i].word in ("each", "both"):
            i -= 1  # "Chad and Mali each contributed"
        if verb.form == "gerund" and self.kind(i) == "," and self.items[index].surface[:1].isupper():
            first = self.skip(0)  # "The Assembly, Reaffirming A, Recalling B, …": not A recalls B
            if self.kind(first) == "E":
                return self.phrase(first, before_verb=True)
        if verb.form == "infinitive" or (verb.form == "gerund" and self.kind(i) == "V"):
            return self._governor_subject(i)  # "plans to ratify", "is considering ratifying"
        led = self.items[i].data if self.kind(i) == "P" else "to"
        if led != "to" and (verb.form == "gerund" or self.perfect_infinitive(index)):
            return self.credited(i) or self._governor_subject(i) or self._main_subject(index) or self._over_comma(i - 1)
        if self.kind(i) == "," and self.items[index].surface.lower() in ("having", "ayant"):
            return self._governor_subject(i)  # "UN-Women chairs the group, having taken over from UNFPA"
        if self.kind(i) == "C":
            return self._shared_subject(i, index)
        if self.kind(i) in (":", ";") or (
            self.kind(i) == ")" and self.kind(i - 1) == "W" and len(self.items[i - 1].word) <= 4 and self.open(i) == 0
        ):
            colon = next((k for k in range(i, 0, -1) if self.kind(k) == ":"), None)
            return self.head(colon - 1) if colon is not None else None  # « Le Mécanisme : a) A adopté … »
        if self.kind(i) == "R" and self._inverted(i, index):
            return self.phrase(self.behind(index))
        if self.kind(i) == "R":
            return self.antecedent(i)
        reduced = self.reduced(index)
        if reduced and self.kind(i) == "P" and self.items[i].data == "as":  # "the Declaration, as endorsed by …"
            i -= 1
        if self.kind(i) == "-" and reduced and self.kind(i - 1) == "E":
            return self.near(i - 1)  # « l'Action mondiale – menée conjointement avec … – »
        if self.kind(i) in (",", ")") and reduced:
            whole = (self._with_comma(i) or self._over_participle_at(i)) if self._tells_alone(index) else None
            if whole is not None:
                return whole  # "Open Roads, a programme of IOM, started in 2021"
            before = self._before_title(self._before_own_date(i - 1 if self.kind(i) == "," else i))
            dated = self.kind(i) == "," and self.kind(i - 1) == "T"  # "held a workshop in Cairo in May, [attended] by"
            found = self._near_or_whole(before) or self._over_comma(i) or self._apposed(before)
            return found or (self._over_adjunct(i - 1) if dated else None)
        if self.kind(i) == "," and (relative := self._relative_before_aside(i)) is not None:
            return self.antecedent(relative)
        if self.kind(i) in (",", ")", "-"):
            return self._each_dated(i) or self._with_comma(i) or self._over_comma(i) or self._before_lone_comma(i)
        if i < 0:
            return self._main_subject(index)
        if self.kind(i) == "T":
            relative = self._relative_over_date(i)
            return self.antecedent(relative) if relative is not None else self._over_adjunct(i)
        if reduced and self.kind(i) != "O" and not (verb.ambiguous and self._relative_opens(i)):
            return self._near_or_whole(i) or self._apposed(i)
        return self.head(self._before_its(i)) or self._over_description(i)

    def _relative_before_aside(self, index: int) -> int | None:
        """« [qui], en 2025, a adopté », "[which], on 5 May, adopted": over a time between commas that ends at
        ``index``.
        """
        comma = self.back(index, "PDAT")
        return comma - 1 if self.kind(comma) == "," and self.kind(comma - 1) == "R" and comma < index - 1 else None

    def _before_own_date(self, index: int) -> int:
        """« La loi n° 2024/006 [du 11 juillet 2024] a modifié »: before the date of an instrument, which is its own."""
        of = self.kind(index) == "T" and self.kind(index - 1) == "P" and self.items[index - 1].data == "of"
        named = of and self.kind(index - 2) == "E" and is_a(self.items[index - 2].data.type, "Instrument")
        return index - 2 if named else index

    def _near_or_whole(self, index: int) -> Phrase | None:
        """« le projet de l'OIT et de l'OMI(,) [mis en œuvre] au Kenya »: OMI, or what is of both."""
        near = self.predicated(index) or self.near(index, noun=True)
        if near is not None and near.otherwise is None and near.members[0].item.kind == "E":
            near.otherwise = self._whole(near)
        return near

    def _over_description(self, index: int) -> Phrase | None:
        """ "Resolution 44/4 on trafficking in persons was adopted": what opens the clause, over the plain words that
        say what it is about.
        """
        i = index
        while index - i < _DESCRIPTION and (
            self.kind(i) in ("W", "P", "D", "A", "J") or (self.kind(i) == "C" and self.kind(i + 1) == "P")
        ):
            i -= 1
        opens = self.kind(i) == "E" and self.kind(i + 1) == "P" and self.kind(index) == "W"
        before = i - 1
        while self.kind(before) in ("D", "A"):
            before -= 1
        return self.head(i) if opens and self.kind(before) in ("", ",", ";", "S") else None

    def credited(self, index: int) -> Phrase | None:
        """Whom a verb or noun of thanks before ``index`` gives the merit; see :mod:`extract.syntax.credits`."""
        return credited(self, index)

    def _apposed(self, index: int) -> Phrase | None:
        """ "the Panel, an eight-member body chaired by …", "The Panel is a body chaired by …": over the general noun to
        what it explains.
        """
        for k in range(index, max(-1, index - 7), -1):
            bare = self.language == "fr" and self.kind(k + 1) == "W"  # « le Comité mixte, organe fondé par … »
            if self.kind(k) == "," and (self.kind(k + 1) == "D" or bare):
                return self.near(k - 1)
            if self.kind(k) == "V" and self.is_one_noun(k + 1, index):
                return self.said_to_be(k)
            if self.kind(k) not in ("W", "A", "D", "#", "J", "P", "E", "N"):
                return None
        return None

    def head(self, index: int) -> Phrase | None:
        """The noun phrase that ends at ``index``: its head, over « de … » complements."""
        i = index
        while self.kind(i) == '"':
            i -= 1
        if self.kind(i) == ")":
            i = self.open(i) - 1
        if self.kind(i) not in NOUNS:
            return None
        while True:
            start = i
            while self.kind(start - 1) in ("D", "A", '"', "#"):
                start -= 1
            before = self.kind(start - 1)
            if before == "P" and self._is_article(start - 1):
                return self.phrase(start, before_verb=True)
            if before == "P" and self.kind(start) == "O" and self.items[start - 1].data in _CLAUSAL:
                return self.phrase(start, before_verb=True)  # "Since it began in 2021, Open Roads has freed 318 people"
            if before == "P" and (described := self.describing(start)) is not None:
                return self.subject(described)
            if before == "P":
                if self._are_sent(start - 2) and self.is_by(self.back(start - 2)):
                    return None  # "The Conference, attended by [delegates from Fiji], adopted …"
                if self._people(start - 2):
                    listed = self._listed_with(start - 2, index)
                    return listed or self._sent(
                        self._envoy(i), before_verb=True
                    )  # "Experts from INTERPOL and Frontex took part"
                if self._are_sent(start - 2) and self._leads_part(start - 1):
                    listed = self._listed_with(start - 2, index)
                    return listed or self.phrase(start, before_verb=True)  # "Delegations from Fiji and Samoa joined"
                if self.items[start - 1].data not in ("of", "to", "for", "on", "against", "in"):
                    return self._over_adjunct(index) or self._over_help(start - 1)
                j = start - 2
                if self.kind(j) == ")":
                    j = self.open(j) - 1
                if self._adjective(j) and self.kind(j - 1) in ("E", "N", "Q"):
                    j -= 1
                if self.kind(j) in ("E", "N", "Q"):
                    i = j
                    continue
                joins = self.kind(j) == "C" or (self.kind(j) == "," and i != index)
                if joins and self.items[start - 1].data == "of" and self.kind(j - 1) in ("E", ")"):
                    i = j - 1 if self.kind(j - 1) == "E" else self.open(j - 1) - 1
                    continue  # « Des juges du Bénin, du Ghana et du Togo ont participé »
                if self._people(j):
                    return self._sent(j, before_verb=True)  # « Les Ministres du Bénin et du Togo ont participé »
                if (self.kind(j) == "W" and has_part(self.items[j])) or self.opens_with_part(j):
                    return self.phrase(start, before_verb=True)  # "the work of the Unit is overseen", "article 8 of"
                return self._over_adjunct(index) if self.kind(j) in ("", ",", "T") else None
            if before == "V" and self.kind(start - 2) == "R" and self._inverted(start - 2, start - 1):
                return self.head(start - 3)  # « le Réseau que préside le Togo compte … »: the Network
            if before == "V" and self.items[start - 1].data.form in ("gerund", "participle"):
                return self.subject(start - 1)  # "the Protocol supplementing the Convention was adopted": the Protocol
            if before in ("C", ","):
                whole = self.list_start(i)
                if whole is not None and whole != i and not self._taken(whole):
                    i = whole
                    continue
            stray = self.items[start - 1] if before == "W" and start == i and self.kind(i) == "E" else None
            if stray is not None and has(stray, "U") and not has(stray, "I"):
                return None
            return self.phrase(start, before_verb=True)

    def _are_sent(self, index: int) -> bool:
        """ "Experts", "delegations" at ``index``."""
        return self._people(index) or (self.kind(index) == "W" and has_part(self.items[index]))

    def _each_dated(self, index: int) -> Phrase | None:
        """ "Nepal, on 16 June 2020, and Palau, on 27 May 2019, became parties": each with its date between commas."""
        members: list[Member] = []
        comma = index
        while self.kind(comma) == "," and self.kind(comma - 1) == "T":
            before = self.back(comma - 1, "PD")
            if self.kind(before) != "," or self.kind(before - 1) != "E":
                break
            member = self.member(before - 1)[0]
            members.insert(0, replace(member, date=self.items[comma - 1].data))
            joint = self.back(member.index)
            comma = self.back(joint) if self.kind(joint) == "C" else joint
        return Phrase(members, members[0].index, index) if len(members) > 1 else None

    def _listed_with(self, people: int, index: int) -> Phrase | None:
        """ "UNODC, IOM and [experts] from Georgia took part": the list up to ``index`` in which such people stand."""
        joint = self.back(people - (self.items[people - 1].word == "des"))
        last = joint - 1 - (self.kind(joint - 1) == ",")
        last = self.open(last) - 1 if self.kind(last) == ")" else last
        if self.kind(joint) != "C" or self.kind(last) != "E":
            return None
        while self.kind(comma := self.back(last)) == "," and self.kind(comma - 1) == "E":
            if self._ends_fronted(comma - 1):
                break
            last = comma - 1
        listed = self.phrase(last, before_verb=True)
        return listed if listed is not None and listed.end > index else None

    def _with_comma(self, index: int) -> Phrase | None:
        """ "the Protocol to Prevent …, Especially Women and Children, was signed", "Open Roads, a programme of IOM, was
        launched": what has a comma in its name, or is named and described as one thing.
        """
        i = index - 1 if self.kind(index) == "," else -1
        while "," not in self.items[i].word and (
            self.kind(i) in ("E", "C", "D", "P", "(", ")", "A", "J", "W", "T")
            or (self.kind(i) == "V" and self.reduced(i))  # "Open Roads, a programme run by IOM, is active"
            or (self.kind(i) == "V" and self.kind(i - 1) == "R")  # "Open Roads, a programme that began in May, is"
            or (self.kind(i) == "R" and self.kind(i + 1) == "V")
        ):
            i -= 1
        whole = self.kind(i) == "E" and self._opens(i) and not self._apposes(i)  # "Ms. Berg, Head of Crime, Law and …,"
        return self.head(i) if whole else None

    def _over_participle_at(self, index: int) -> Phrase | None:
        """ "Open Roads, run by IOM with UNICEF, started in 2021": what the sentence opens with, before the participle
        that the comma at ``index`` closes.
        """
        opening = next((k for k in range(index - 1, 0, -1) if self.kind(k) in (",", ";", ":", "R", "S", "V")), 0) - 1
        described = self.kind(opening) == "," and self.kind(opening + 1) == "V" and self.reduced(opening + 1)
        return self.head(opening - 1) if described and self.back(opening - 1, "DA") < 0 else None

    def _before_lone_comma(self, comma: int) -> Phrase | None:
        """ "The Day observed on 30 July, was proclaimed", "IOM in partnership with UNDP, held a workshop": what opens
        the sentence, described up to a comma that no other opens.
        """
        first = self.skip(0)
        described = self.kind(first) == "E" and self.kind(first + 1) == "V" and self.reduced(first + 1)
        if described and all(self.kind(k) in "PDATEWC#" for k in range(first + 2, comma)):
            return self.head(first)
        led = self.kind(first) == "E" and all(self.kind(k) in "PDECAN" for k in range(first + 1, comma))
        phrase = self.phrase(first) if led and self.kind(comma) == "," else None
        return phrase if phrase is not None and self.kind(phrase.end) == "P" else None

    def _over_comma(self, index: int) -> Phrase | None:
        """The subject before a segment between commas (or dashes, brackets): "UNODC, with the EU, launched …"."""
        i = index
        for _ in range(4):
            if self.kind(i) == ")":
                i = self.open(i) - 1
            elif self.kind(i) in (",", "-"):
                mark = self.kind(i)
                k = i - 1
                while k >= 0 and (self.kind(k) not in (mark, ";", ":", "S") or self._while(k)):
                    if self.kind(k) == ")":
                        k = self.open(k)
                    k -= 1
                relatives = self.before_relatives(i) if mark == "," else -1
                if relatives >= 0 or self.kind(k) != mark or not self._parenthetical(k + 1, i):
                    k = relatives
                if k < 0:
                    return None
                i = k - 1
            if self.kind(i) in (",", ")", "-"):
                continue
            head = self.head(i) or self._over_participle(i)  # "The forum held on that day, in Tangier, heard"
            if head is not None:
                return head
            i = self._mark_before(i)
            if i < 0:
                return None
            opens = self.kind(i + 1) == "P" or (self.kind(i + 1) == "V" and self.reduced(i + 1))
            if opens and (head := self.head(i - 1)) is not None:
                return head  # "the Declaration, adopted by the Congress, held in Doha, was endorsed"
        return None

    def _over_adjunct(self, index: int) -> Phrase | None:
        """The subject before "in 2018", « à Vienne »: pass back over preposition phrases that only give time or
        place.
        """
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
            if self.kind(i) in NOUNS or self.kind(i) == ")":
                return self.head(i)
            if self.kind(i) == ",":
                return self._over_comma(i)
        return None

    def _over_help(self, index: int) -> Phrase | None:
        """ "IOM [with the support of Norway] held a workshop": the name before the preposition at ``index``."""
        helped = self.items[index].data == "with" and self.kind(index + 1) == "D" and self.kind(index - 1) == "E"
        return self.head(index - 1) if helped else None

    def antecedent(self, relative: int) -> Phrase | None:
        """What a relative pronoun stands for: the mention right before it, else the one before the comma to its
        left.
        """
        i = relative - 1
        if self.kind(i) == "P":
            i -= 1
        i = self._before_title(i - 1 if self.kind(i) == "," else i)
        if self.kind(i) == "C":
            return self._joined_antecedent(i)
        i = self._before_date(i)
        if self.kind(i) == "O":
            return self.head(i)  # « Le texte, qui donne suite à la résolution, … »
        apart = self.kind(relative - 1) == ","
        i -= apart and self._qualifies(i)
        i = self._before_when(i) if apart and self._over_participle(i) is None else i
        found = (self._over_groups(i) if apart else None) or self._sent_by(i) or self.near(i)
        found = found or self._over_participle(i) or self._apposed(i)
        comma = next((k for k in range(i, max(-1, i - 8), -1) if self.kind(k) == ","), None)
        holder = self.holder_before(comma) if comma is not None and apart else None
        if found is not None and holder is not None:
            return Phrase([self.member(holder)[0]], holder, i + 1, otherwise=found)
        if found is not None:
            over_comma = self.near(comma - 1) if comma is not None else None
            whole = self._whole(found)
            who = self.items[relative].word != "which"
            if whole is not None and apart and who and _is_person(whole):  # "Ms. Roy of IOM, who was elected Chair"
                whole.otherwise = found
                return whole
            found.otherwise = over_comma or found.otherwise or whole
        return self.numbered(relative, found)

    def _qualifies(self, index: int) -> bool:
        """« la loi sur les escroqueries [organisées], qui modifie »: a participle that only tells of what kind a noun
        of the description is.
        """
        alone = self.kind(index) == "V" and self.items[index].data.form == "participle"
        one = self.kind(index - 1) == "E" and self.items[index - 2].word in ("la", "le", "l")  # « la loi … organisées »
        described = self.kind(index - 1) == "W" and self.kind(index - 2) in ("P", "D")
        return alone and (described or (one and self.items[index].word.endswith("s")))

    def _before_when(self, index: int) -> int:
        """ "a seminar in Accra [on 15 May 2026], which was attended by …": before a date that ends at ``index``; but
        not "founded by IOM in 2018, which …".
        """
        before = self.back(index, "PDT") if self.kind(index) == "T" else -1
        clause = range(self.back(before, "PDEQWNA"), before)
        return index if before < 0 or any(map(self.is_by, clause)) else before

    def _over_participle(self, index: int) -> Phrase | None:
        """ "the discussion, held in Geneva in 2024, in which …": what the participle before the comma describes."""
        for k in range(index, max(-1, index - 12), -1):
            if self.kind(k) == "V":
                return self.subject(k) if self.reduced(k) and self.kind(k - 1) in (",", "E", ")") else None
            if self.kind(k) in (",", ";", ":", "R"):
                return None
        return None

    def _over_groups(self, index: int) -> Phrase | None:
        """ "the Conference, attended by the ministers of 61 States, which …": what the participle describes, where a
        group of States or people ends what that leads.
        """
        group = self.kind(index) == "E" and is_a(self.items[index].data.type, "ActorGroup")
        verb = self.back(index, "DAWPQNE#T") if group else -1
        describes = self.kind(verb) == "V" and self.reduced(verb) and self.items[verb].data.form != "gerund"
        return self.subject(verb) if describes else None

    def _whole(self, part: Phrase) -> Phrase | None:
        """ "the Working Group in the Sahel, which …", "the programme of the Commission, which …", "a programme led by
        IOM that …": what is in the place, is another's or done by another, where the relative means that.
        """
        if (participle := self.participle_by(part.start)) is not None:
            return self.subject(participle)
        noun, led = self._complemented(part.members[0].index)
        data = part.members[0].item.data
        place = isinstance(data, Entity) and data.type in _PLACES
        return self.near(noun) if noun is not None and (place or led == "of") else None

    def _joined_antecedent(self, conjunction: int) -> Phrase | None:
        """ "…, hosted by Djibouti and whose chair is …": what the clause or participle before "and" describes."""
        for k in range(conjunction - 1, -1, -1):
            if self.kind(k) == "R":
                return self.antecedent(k)
            describes = self.kind(k) == "V" and (
                self.items[k].data.form == "participle" or self.items[k].data.ambiguous
            )
            if describes and not self._relative_opens(k - 1):  # but "which Norway founded and which …"
                return self.subject(k)
            if self.kind(k) in (";", ":"):
                return None
        return None

    def near(self, index: int, *, noun: bool = False) -> Phrase | None:
        """The mention that ends at ``index``, or a described thing whose name was cut some words before."""
        i = index
        if self.kind(i) == ")":
            i = self.open(i) - 1
        words = 0
        while self.kind(i) in ("W", "P", "D", "A", "J", '"') and words < 7:
            i, words = i - 1, words + 1
            if self.kind(i) == ")" and self.open(i) == i - 2:  # « du Groupe de la Communauté (CARICOM) sur la traite »
                i -= 3
        if self.kind(i) in ("N", "Q") and not words:
            return self.head(i)
        if self.kind(i) == "E" and self.items[i].data.type == "Office" and self.kind(i - 1) == ",":
            person = i - 2 if self.kind(i - 2) != ")" else self.open(i - 2) - 1
            if self.kind(person) == "E" and self.items[person].data.type == "Person":
                return Phrase([self.member(person)[0]], person, i + 1)  # « Mme X, Procureure spéciale, qui a fondé … »
        cut = words and not has(self.items[i], "said")
        if self.kind(i) != "E" or (cut and "/" not in self.items[i].data.id):
            return None
        head = self.head(i) if noun and not words else None
        if head is not None and head.members[0].item.kind in ("N", "Q"):
            if is_a(self.items[i].data.type, "Instrument"):  # "guardian of the Charter, adopted by …"
                head.otherwise = head.otherwise or Phrase([self.member(i)[0]], i, self.member(i)[1])
            return head  # « la présidence de l'Alliance, assurée par … »
        member, end = self.member(i)
        start = self.list_start(i) if not words else i
        if start is not None and start != i and self.kind(start) == "E" and not self._is_further_number(start, i):
            return self.phrase(start, before_verb=True)
        if (named := self.explained(i)) is not None:
            return named
        otherwise = self._before_place(i) if not words else None
        return Phrase([member], i, end, indefinite=not member.item.definite, otherwise=otherwise)

    def _before_place(self, index: int) -> Phrase | None:
        """« le bureau de pays de l'ONUDC au Niger, dirigé par … », « le projet mené par l'OIM au Tchad et au Niger,
        qui … »: what stands in the country at ``index``, or what is done there.
        """
        noun, led = self._complemented(index)
        if self.items[index].data.type not in _PLACES or noun is None or led not in ("in", "to", "at", "for"):
            return None
        participle = self.participle_by(noun)
        return self.head(noun) if participle is None else self.subject(participle)

    def _shared_subject(self, conjunction: int, index: int) -> Phrase | None:
        """The subject of the verb that "and" joins this one to."""
        verb = self.items[index].data
        for k in range(conjunction - 1, -1, -1):
            if self.kind(k) in (";", ":"):
                return None
            if self.kind(k) == "V":
                other = self.items[k].data
                if other.form in ("infinitive", "gerund", "participle") and verb.form == "finite":
                    continue
                if k == conjunction - 1 and self._closes_object(k) and not self.reduced(index):
                    continue  # "thanked the officers [involved] and called on employers to …"
                if verb.ambiguous and self.kind(conjunction - 1) == "," and self.reduced(k) and k > 0:
                    continue  # "was adopted at the Conference held in Marrakech, and endorsed by the Assembly"
                if self._inserted_between(k, conjunction) and verb.form == "finite" and not verb.ambiguous:
                    continue  # "administers the Fund, [established in 2019], and hosts the Network"
                if verb.form == "participle" and not (other.passive or other.form == "participle"):
                    return self.head(conjunction - 1)
                return self.subject(k)
        if verb.form == "finite" and not self.reduced(index):  # "Sweden kept its promise and contributed …"
            first = self.skip(0)
            return self.head(first) if self.kind(first) == "E" and self.kind(first + 1) == "W" else None
        return self.near(conjunction - 1) if self.reduced(index) else None  # "a study entitled “…” and published in"

    def _closes_object(self, index: int) -> bool:
        """ "thanked the officers [involved]": a participle alone behind a noun that is the object of a verb."""
        verb = self.back(index, "WDAJNQ#")
        noun = self.kind(index - 1) in ("W", "N", "Q")
        acted = self.kind(verb) == "V" and self.finite(verb) and verb < index - 1
        return self.items[index].data.ambiguous and noun and acted and self.items[verb].word not in ("said", "stated")

    def _inserted_between(self, index: int, conjunction: int) -> bool:
        """Does the participle at ``index``, or the passive of a relative clause, only describe the thing before it,
        between commas, behind a verb that told something?
        """
        relative = self.kind(index - 1) == "R" and self.items[index].data.passive
        commas = self.kind(index - 1 - relative) == self.kind(conjunction - 1) == ","
        return commas and (relative or self.reduced(index)) and any(self.finite(k) for k in range(index))

    def _governor_subject(self, index: int) -> Phrase | None:
        """The subject of the verb that governs an infinitive: « l'ONUDC a continué d'accueillir et d'administrer »."""
        for k in range(index, -1, -1):
            if self.kind(k) in (";", ":"):
                return None
            if self.kind(k) == "V":
                return self._helped(k, index) or self.subject(k)
        return None
