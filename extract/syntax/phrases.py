"""Noun phrases among the items of a sentence: mentions, nouns of relations, lists of them, and what belongs to a
noun.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.facts import Entity, unlisted_organisation
from extract.mentions.dates import Date
from extract.mentions.heads import is_head
from extract.syntax.absolute import own_subject
from extract.syntax.items import Item, has
from extract.syntax.steps import NOUNS, Steps, cardinals, has_part, papers, sends
from ontology.types import is_a, is_any

_ACRONYM = re.compile(r"(?![IVXLC]+\Z)[A-Z]{3,10}")
_ASIDE = 12  # items of a relative clause within a list
_PAPER = 12  # items between the noun of a document and the brackets with its symbol
_CALLED = frozenset({"W", "D", "A", "P", "E", "Q", "T", '"'})  # items between them
_PRINTED = ("Document", "Resolution", "Decision")


@dataclass(slots=True)
class Member:
    """One thing of a noun phrase: a mention (with what stands in brackets behind it) or a noun of a relation."""

    item: Item
    index: int
    date: Date | None = None
    place: Entity | None = None
    inside: Item | None = None  # a noun of a holder in brackets: "Anna Berg (Chair)"
    listed: bool = False  # the first of a list that is not read to its end

    @property
    def entities(self) -> tuple[Entity, ...]:
        """What it names; nothing for a noun of a relation."""
        if self.item.kind != "E":
            return ()
        return self.item.several or (self.item.data,)

    @property
    def meant(self) -> tuple[Entity, ...]:
        """What it names, or the first thing that its noun stands for."""
        return self.entities or self.item.several[:1]


@dataclass(slots=True)
class Phrase:
    """A noun phrase or a list of them at items ``[start, end)``."""

    members: list[Member]
    start: int
    end: int
    generic: bool = False  # the list stands behind a general noun: "several groups, including A and B"
    indefinite: bool = False
    sent: bool = False  # the States from which people come: "judges from Mali and Togo"
    senders: Phrase | None = None  # of a group of people: those States
    otherwise: Phrase | None = None  # where this one is not of the type that a role admits
    dates: list[Date] = field(default_factory=list)  # right behind it: "by UNODC in 2016"

    @property
    def entities(self) -> list[Entity]:
        """What its members name."""
        return [entity for member in self.members for entity in member.entities]


def _is_instrument(member: Member) -> bool:
    return bool(member.entities) and all(is_a(entity.type, "Instrument") for entity in member.entities)


class Phrases(Steps):
    """Reads the noun phrases of a sentence."""

    def phrase(self, index: int, *, before_verb: bool = False, open_list: bool = False) -> Phrase | None:
        """The noun phrase that begins at ``index`` (determiners and adverbs aside), or None.

        ``before_verb``: the phrase may end right before a verb whose subject it is; otherwise the last thing of an
        "and" that a finite verb follows begins the next clause and is left out. ``open_list``: a list may do without
        "and".
        """
        first = i = self.skip(index)
        indefinite = any(has(self.items[k], "indefinite") for k in range(index, i))
        if self.kind(i) == "E" and self.kind(i + 1) == "'":  # "Nigeria's National Agency": the agency
            i = self.skip(i + 2)
            indefinite = False
        if self.kind(i) not in NOUNS:
            return self.generic(index)
        members: list[Member] = []
        end, joined, closed, apposed = i, False, False, False
        while self.kind(i) in NOUNS:
            member, after = self.member(i)
            if members and member.date is None:
                member.date = self._date_before(i)
            acts = members and not before_verb and (self.finite(after) or self._acts_behind(after))
            if (acts and (closed or self.describing(first) is None)) or (closed and self.does_besides(after)):
                break
            if not apposed:
                members.append(member)
            end = after
            further = self._printed_further(end) if members[0].item.kind == "E" else None
            if (
                further is not None
            ):  # "resolutions 2240 (2015) and 2698 (2023) and the statement of its President (S/…)"
                members, end, joined = [*members, *further.members], further.end, True
                break
            step = self._next_in_list(after, members[0].item, first=first)
            if step is not None and self._resumes(after, members, joined):
                step = None
            if step is None or self.kind(step + 1) == "'":
                break
            if self._elliptic(step, self.leading(first)):
                if joined:  # "founded the Coalition, and IOM and UNODC the Network": the list is theirs
                    members, end = members[:1], self.member(members[0].index)[1]
                break
            apposed = apposed or self._begins_apposition(after, step)
            again = any(self.kind(k) == "C" for k in range(after, step))
            joined, closed = joined or again, joined and not again  # "attended by Fiji and Samoa, IOM launched"
            i = step
        if len(members) > 1 and not joined and not open_list:
            members, end = (
                members[:1],
                self.member(members[0].index)[1],
            )  # « avec l'OSCE, le Groupe … »: no list without "and"
            members[0].listed = True
        if (
            self.language == "en"
            and not apposed
            and members[-1].item.kind == "E"
            and (self.kind(end) == "W" or (not before_verb and self._qualifies(end)))
            and not self._harmless(end, before_verb)
        ):
            return None  # "the ICAT database": the thing is not the mention but what it stands before
        phrase = Phrase(members, first, end, indefinite=indefinite or not members[0].item.definite)
        if members[0].item.kind == "E" and sends(members[0].item.data):
            phrase.senders = self._sent(members[0].index)
        if self._unreal(first):
            return None
        group = members[0].item.kind == "E" and members[0].item.data.type == "ActorGroup"
        if len(members) == 1 and (
            members[0].item.kind in ("N", "Q") or (group and self._list_begins(end, clause=False) is not None)
        ):
            listed = self.generic(end)
            if listed is not None and self.kind(end) in (",", ":"):
                return listed
        return phrase

    def _qualifies(self, index: int) -> bool:
        """ "heads the ILO [office] in Dhaka", "leads the IOM [team]": a noun that the name before only tells apart."""
        noun = self.kind(index) == "N" or (self.kind(index) == "V" and self.items[index].data.form == "base")
        return noun and self.kind(index - 2) == "D" and is_head(self.items[index].word, self.language)

    def does_besides(self, index: int) -> bool:
        """« présidé par le Tchad et le Togo, l'OIM [assurant le secrétariat] »: is it no further one of the list?"""
        gerund = self.kind(index) == "V" and self.items[index].data.form == "gerund"
        return gerund and own_subject(self.items, index) is not None

    def _resumes(self, index: int, members: Sequence[Member], joined: bool) -> bool:
        """ "which it chairs with Norway, and the Alliance": behind one thing, a comma before "and" ends its list."""
        ends = self.kind(index) == "," and self.kind(index + 1) == "C" and not joined and len(members) == 1
        return ends and self.language == "en" and self.leading(members[0].index) in ("with", "jointly")

    def member(self, index: int) -> tuple[Member, int]:
        """The member at ``index`` with its brackets, and the index behind it."""
        member = Member(self.items[index], index)
        i = index + 1
        named = self._holder_named(index)
        if named is not None:  # "led by the Special Representative, Mr. Anders Lindqvist"
            member, i = Member(self.items[named], named), named + 1
        while self.kind(i) == '"':
            i += 1
        if self.kind(i) == "(":
            close = self.close(i)
            for inner in self.items[i + 1 : close]:
                if inner.kind == "T" and member.date is None and not self._is_term(index, inner):
                    member.date = inner.data
                elif inner.kind == "E" and inner.data.type in ("City", "Place", "Region", "State"):
                    member.place = inner.data
                elif inner.kind in ("Q", "N"):
                    member.inside = inner
            if close < len(self.items):
                i = close + 1
        if self._listed_after_date(index, i):
            member.date, i = member.date or self.items[i + 1].data, i + 2
        year = self.items[index - 1] if index and self.kind(index) == "E" else None
        if year is not None and year.kind == "A" and isinstance(year.data, Date):
            presided = is_a(self.items[index].data.type, "Organization")  # "Chair of the [2019] Commission"
            member.date = year.data if presided else member.date
        if member.date is None and (date := self._since(index, i)) is not None:
            member.date, i = self.items[date].data, date + 1
        return member, self._over_relative(index, self._over_post(index, self._over_title(i)))

    def _is_term(self, index: int, date: Item) -> bool:
        """ "the Plan of Action (2023–2027), adopted on 14 December 2022": the years that a plan is for."""
        plan = self.kind(index) == "E" and is_a(self.items[index].data.type, "Plan")
        return plan and date.data.last is not None and len(date.data.first) == len("2023")

    def _listed_after_date(self, index: int, end: int) -> bool:
        """ "its resolution 44/4 of 17 July 2020 and General Assembly resolution 76/186": does the date behind ``end``
        stand within a list of resolutions?
        """
        numbered = self.kind(index) == "E" and is_any(self.items[index].data.type, ("Resolution", "Decision"))
        dated = self.kind(end) == "P" and self.items[end].data == "of" and self.kind(end + 1) == "T"
        further = self.skip(end + 3 + (self.kind(end + 3) == "C"))
        joined = self.kind(end + 2) in ("C", ",") and self.kind(further) == "E"
        return numbered and dated and joined and is_a(self.items[further].data.type, "Instrument")

    def _since(self, index: int, end: int) -> int | None:
        """ "comprises Chile, [since 2018], and Peru": the date of the member at ``index`` of a list; behind the last it
        is of all, "a party to both, since 2002", unless one before has its own. A list of actors does not go on with a
        thing: « exécute au Togo, depuis 2021, son projet ».
        """
        led = self.kind(end) == "," and self.kind(end + 1) == "P" and self.items[end + 1].data == "since"
        if not led or self.kind(end + 2) != "T":
            return None
        behind = self.kind(end + 3)
        after = self.skip(end + 4)
        actors = [self.kind(k) == "E" and is_a(self.items[k].data.type, "Actor") for k in (index, after)]
        listed = self.kind(after) == "E" and actors[0] == actors[1]
        goes_on = behind == "," and (listed or self.kind(end + 4) == "C")
        own = any(item.kind == "P" and item.data == "since" for item in self.items[:end])
        return end + 2 if goes_on or behind == "C" or (own and behind in ("", ".", ";")) else None

    def _over_title(self, end: int) -> int:
        """ "resolution 78/228, entitled “…”, and": behind the title in quotes, where one stands at ``end``."""
        opens = end + (self.kind(end) == ",") + 1
        if self.kind(opens) != '"' or not has(self.items[opens - 1], "naming"):
            return end
        return next((k + 1 for k in range(opens + 1, len(self.items)) if self.kind(k) == '"'), end)

    def _over_post(self, index: int, end: int) -> int:
        """ "Ms. Berg (Norway), Chair, Mr. Roy and …": behind the post of who is named at ``index``, to the comma."""
        post = self.kind(end + 1) == "Q" or (self.kind(end + 1) == "E" and self.items[end + 1].data.type == "Office")
        if self.kind(end) != "," or not post or self.kind(end + 2) != ",":
            return end
        further = self.skip(end + 3 + (self.kind(end + 3) in ("C", "P")))  # "…, and Mr. Roy", « …, de M. Roy »
        return end + 2 if self._is_person(index) and self._is_person(further) else end

    def _over_relative(self, index: int, end: int) -> int:
        """ "Ms. Berg (Norway), [who chaired it], Mr. Roy and …": behind what a relative clause tells of a person in a
        list of people, to its comma.
        """
        if self.kind(end) != "," or self.kind(end + 1) != "R" or not self._is_person(index):
            return end
        close = next((k for k in range(end + 2, min(end + _ASIDE, len(self.items))) if self.kind(k) == ","), 0)
        inside = [k for k in range(end + 2, close) if self.kind(k) == "V"]
        further = self.skip(close + 1 + (self.kind(close + 1) in ("C", "P")))
        after = self.member(further)[1] if close and self._is_person(further) else 0
        goes_on = self.kind(after) in (",", "C", "", ".") and bool(after)
        return close if inside == [end + 2] and goes_on else end

    def _is_person(self, index: int) -> bool:
        return self.kind(index) == "E" and self.items[index].data.type == "Person"

    def _elliptic(self, index: int, led: str) -> bool:
        """Is the thing at ``index`` no further member, but of a clause that leaves out its verb: "founded by Norway,
        and the Network by Kenya", "founded the Coalition, and Kenya the Network"?
        """
        if self.kind(index) != "E":
            return False
        after = self.over_date(self.member(index)[1])
        if led == "by":
            return self.is_by(after)
        amount = self.kind(after) == "#" and self.kind(after - 1) == "E"
        return amount if led != "" else amount or self.is_object(after)

    def _printed(self, index: int) -> Phrase | None:
        """ "its concluding observations (CAT/C/TGO/CO/3)", « le rapport du Groupe (A/78/12) »: what has the symbol."""
        first = i = self.skip(index)
        while i < first + _PAPER and self.kind(i) in _CALLED:
            i += 1
        close = i + 2
        if self.kind(i) != "(" or self.kind(i + 1) != "E" or self.kind(close) != ")":
            return None
        called = {self.items[k].word for k in range(first, min(first + 3, i)) if self.kind(k) == "W"}
        if not is_any(self.items[i + 1].data.type, _PRINTED) or called.isdisjoint(papers(self.language)):
            return None
        return Phrase([Member(self.items[i + 1], i + 1)], first, close + 1)

    def _printed_further(self, index: int) -> Phrase | None:
        """The same behind the "and" or comma at ``index``, where it goes on a list."""
        joined = self.kind(index) in ("C", ",")
        return self._printed(index + 1 + (self.kind(index + 1) == "C")) if joined else None

    def printed_before(self, close: int) -> Phrase | None:
        """The same, where the bracket that ends at ``close`` ends it; its noun is the first of its kind before."""
        if self.kind(close) != ")" or self.kind(close - 1) != "E" or self.kind(close - 2) != "(":
            return None
        k = close - 3
        while k > close - _PAPER and self.kind(k) in _CALLED:
            if self.kind(k) == "W" and self.items[k].word in papers(self.language):
                return self._printed(k)
            k -= 1
        return None

    def generic(self, index: int) -> Phrase | None:
        """The list behind a general noun: « plusieurs groupes, dont A et B », "six countries: A, B and C"; what
        bears the symbol behind a document's noun.
        """
        printed = self._printed(index)
        if printed is not None:
            further = self.phrase(printed.end + 1) if self.kind(printed.end) == "C" else None
            if further is not None and all(_is_instrument(member) for member in further.members):
                printed.members, printed.end = [*printed.members, *further.members], further.end
            return printed
        i = self.skip(index)
        if i < len(self.items) and has(self.items[i], "people"):
            return self._sent(i)
        if has_part(self.items[i]) if i < len(self.items) else False:
            while self.kind(i) in ("W", "#", "A", "(", ")", "C", ","):
                i += 1
            if self.kind(i) == "E":
                return self.phrase(i)  # « au document A/74/188 »
            return self.phrase(i + 1) if self._leads_part(i) else None
        i = index
        limit = index + 14
        while (
            i < len(self.items)
            and i < limit
            and self.kind(i) in ("W", "D", "A", "J", "P", "N", "E", "C", '"', "(", ")", "#")
        ):
            i += 1
        begins = self._list_begins(i)
        if begins is not None:
            return self.listed(begins)
        return self._as_many(index, i) or self._person_named(index, i)

    def _as_many(self, index: int, comma: int) -> Phrase | None:
        """ "ratified by two States, Tonga and Bhutan": the list behind the ``comma`` that has as many members as the
        general noun before it counts.
        """
        counted = [item for item in self.items[index:comma] if item.kind == "#" or item.word in cardinals()]
        if len(counted) != 1 or self.kind(comma) != ",":
            return None
        noun = self.items[comma - 1]
        if noun.kind != "W" and not (noun.kind == "E" and noun.data.type == "ActorGroup"):
            return None
        number = cardinals().get(counted[0].word) or int(counted[0].word if counted[0].word.isdigit() else 0)
        listed = self.listed(comma + 1)
        return listed if listed is not None and len(listed.members) == number else None

    def _sent(self, index: int, *, before_verb: bool = False) -> Phrase | None:
        """ "judges and prosecutors from Mali and Togo": the States, of which people took part."""
        i = index
        while i < index + 8 and self.kind(i) in ("W", "A", "C", "E") and not self._leads_part(i):
            i += 1
        phrase = self.phrase(i + 1, before_verb=before_verb) if self._leads_part(i) else None
        first = self.items[k] if (k := self.skip(i + 1)) < len(self.items) else None
        named = first is not None and first.kind == "E" and is_any(first.data.type, ("State", "Organization"))
        listed = phrase is not None and phrase.generic and all(one.type == "State" for one in phrase.entities)
        if not (named or listed):  # "police from 39 countries, namely Chad, …"
            return None
        if phrase is not None:
            phrase.sent = phrase.generic = True
        return phrase

    def _person_named(self, index: int, comma: int) -> Phrase | None:
        """ "headed by a retired judge, Ms. Miriam Achieng": the person whom the general noun describes."""
        first = self.items[index : min(index + 2, comma)]
        described = any(has(item, "indefinite") or item.kind == "#" or item.word in cardinals() for item in first)
        k = self.skip(comma + 1)
        if not described or self.kind(comma) != "," or self.kind(k) != "E" or self.items[k].data.type != "Person":
            return None
        return self.phrase(k)

    def listed(self, index: int) -> Phrase | None:
        """The list that begins at ``index``, behind a colon or "including"; its members may each bear a date."""
        phrase = self._dated_list(index) or (
            self.phrase(index, open_list=True) if self.kind(self.skip(index)) == "E" else None
        )
        if phrase is not None and self.kind(index - 1) == "R" and self._said_of(phrase.end):
            return None  # « dont l'OIM assure … », "which Zambia held in 2021": a relative clause, no list
        if phrase is not None and self.kind(phrase.end) == "P" and self.kind(phrase.end + 1) == "N":
            return None  # "Fiji by accession, …": each tells an event of its own
        if phrase is not None:
            phrase.generic = True
        return phrase

    def _said_of(self, index: int) -> bool:
        """Does a verb stand at ``index``, and no participle?"""
        i = self.skip(index)
        return self.finite(index) or (self.kind(i) == "V" and self.items[i].data.ambiguous)

    def _dated_list(self, index: int) -> Phrase | None:
        """ "Chile in 2018, Peru and Cuba in 2019", "Fiji, on 19 September 2017; Japan, on 11 July 2017": each member
        with the date behind it; None where one has none.
        """
        first = i = self.skip(index)
        members: list[Member] = []
        undated = 0  # members that wait for the date of the next: "Peru and Cuba in 2019"
        while self.kind(i) == "E":
            member, i = self.member(i)
            members.append(member)
            undated += 1
            date = self.date_behind(i)
            if date is not None:
                for waiting in members[-undated:]:
                    waiting.date = waiting.date or self.items[date].data
                undated, i = 0, date + 1
            elif member.date is not None:
                undated -= 1
            end = i
            while self.kind(i) in (",", ";", "C", "D"):
                i += 1
        return Phrase(members, first, end) if len(members) > 1 and not undated else None

    def complements(self, index: int) -> dict[str, list[Phrase]]:
        """What belongs to the noun at ``index``: by preposition, its possessor under 'of', dates with their phrase."""
        slots: dict[str, list[Phrase]] = {}
        before = index - 1
        if self.kind(before) == "T" and self.kind(before - 1) in ("'", "D"):  # "ICAT's 2023 co-chairs"
            slots["time"], before = [Phrase([], before, index, dates=[self.items[before].data])], before - 1
        if self.kind(before) in ("D", "A") and self.kind(before - 1) == "'":
            before -= 1  # "the Platform's other members"
        before -= self.kind(before) == "'"
        if self.kind(before) == "E" and (self.kind(before + 1) == "'" or before == index - 1):
            slots["of"] = [Phrase([Member(self.items[before], before)], before, before + 1)]
        i = index + 1
        last: Phrase | None = None
        while i < len(self.items):
            if self.kind(i) == "P":
                j = self.skip(i + 1)
                if self.kind(j) == "T":
                    dates = [self.items[j].data] if self.items[i].data != "until" else []
                    while dates and (more := self._further_date(j)) is not None:
                        dates, j = [*dates, self.items[more].data], more
                    slots.setdefault("time", []).append(Phrase([], i, j + 1, dates=dates))
                    if last is not None:
                        last.dates += dates
                    i = j + 1
                    continue
                phrase = self.phrase(i + 1) or self._acronym(index, i)
                if phrase is None:
                    break
                slots.setdefault(self.items[i].data, []).append(phrase)
                last, i = phrase, phrase.end
            elif self.kind(i) == "T" or (self.kind(i) == "D" and self.kind(i + 1) == "T"):
                i += self.kind(i) == "D"  # « son acceptation du Protocole le 5 mai 2021 »
                slots.setdefault("time", []).append(Phrase([], i, i + 1, dates=[self.items[i].data]))
                if last is not None:
                    last.dates.append(self.items[i].data)
                i += 1
            elif self.kind(i) in ("A", '"'):
                i += 1
            elif self.kind(i) == "," and (date := self._between_commas(i)) is not None:
                slots.setdefault("time", []).append(Phrase([], i, date + 2, dates=[self.items[date].data]))
                i = date + 2
            elif self.kind(i) == "," and self._inserted(i):
                i += 1
            elif last is not None and (again := self._taken_up(i, last) or self._dated_further(i, last)) is not None:
                i = again
            elif i == index + 1 and (self._adjective(i) or has(self.items[i], "listed")):
                i += 1  # « la présidence tournante du Mécanisme », « les membres suivants du Groupe »
            else:
                break
        slots["end"] = [Phrase([], i, i)]
        return slots

    def _acronym(self, post: int, preposition: int) -> Phrase | None:
        """ "Chair of the CNLTP": an organisation that no list knows, under its acronym, behind a post."""
        k = self.skip(preposition + 1)
        of = self.kind(post) == "Q" and self.kind(k) == "W" and self.items[preposition].data == "of"
        if not of or _ACRONYM.fullmatch(self.items[k].surface) is None:
            return None
        named = replace(self.items[k], kind="E", data=unlisted_organisation(self.items[k].surface, self.language))
        return Phrase([Member(named, k)], k, k + 1)

    def _further_date(self, index: int) -> int | None:
        """ "its Chair in 2023 [and 2024] was", « en 2023 et en 2024 »: the date that "and" joins to another."""
        k = index + 2 + (self.kind(index + 2) == "P")
        years = self.kind(k) == "T" and len(self.items[k].data.first) == len(self.items[index].data.first)
        return k if self.kind(index + 1) == "C" and years and self.turn() is None else None

    def _taken_up(self, index: int, last: Phrase) -> int | None:
        """ "guardian of the Convention, [adopted in 2000], and of the Protocol": where the preposition of ``last``
        stands again behind what only describes that, between commas.
        """
        led = next((k for k in range(last.start - 1, -1, -1) if self.kind(k) == "P"), 0)
        if self.kind(index) != "," or self.kind(index + 1) not in ("V", "R"):
            return None
        close = next((k for k in range(index + 2, len(self.items)) if self.kind(k) in (",", ";", ":")), 0)
        again = close + 2 if self.kind(close) == "," and self.kind(close + 1) == "C" else 0
        same = self.kind(again) == "P" and self.items[again].data == self.items[led].data
        return again if again and same else None

    def _dated_further(self, index: int, last: Phrase) -> int | None:
        """ "the ratification of it by Chad on 8 May 2020 and [by Togo on 2 June 2021]", « par le Tchad, le 8 mai 2020,
        et [par le Togo, le 2 juin 2021] »: where the preposition of ``last``, which has its date, stands again.
        """
        again = index + (self.kind(index) == ",")
        again += self.kind(again) == "C"
        date = index - 1 - (self.kind(index - 1) == ",")
        led = next((k for k in range(last.start - 1, -1, -1) if self.kind(k) == "P"), 0)
        same = self.kind(again) == "P" and self.items[again].data == self.items[led].data
        if again == index and self.kind(index - 1) != "," or not same or self.kind(date) != "T":
            return None
        if any(self.kind(k) not in ("P", "D", ",") for k in range(last.end, date)):
            return None  # a date of something else
        phrase = self.phrase(again + 1)
        behind = phrase.end if phrase is not None else again
        while self.kind(behind) in ("P", "D", ","):
            behind += 1
        if self.kind(behind) != "T":
            return None
        last.dates = last.dates or [self.items[date].data]
        return again

    def _inserted(self, index: int) -> bool:
        """« la création, par le Ministère, d'un réseau »: at a comma around what stands before « de »."""
        phrase = self.phrase(index + 2) if self.kind(index + 1) == "P" else None
        led = self.items[index + 1].data if phrase is not None else ""
        if phrase is None or led not in ("by", "of", "with", "jointly", "to", "in"):
            return False
        if led in ("of", "to", "in"):
            return any(self.kind(k) == "," for k in range(index - 1, max(0, index - 8), -1))
        dated = self.kind(phrase.end) == "," and self._between_commas(phrase.end) is not None
        return self.kind(phrase.end) == "," and (dated or self.kind(phrase.end + 1) == "P")
