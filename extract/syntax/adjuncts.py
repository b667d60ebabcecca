"""Prepositions behind a verb, with what they lead: agents, places, dates, names that no list knows."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from extract.facts import Entity, unlisted_organisation
from extract.mentions.dates import Date
from extract.mentions.places import is_no_place
from extract.syntax.clauses import Clause
from extract.syntax.infinitives import is_infinitive
from extract.syntax.items import Item, has
from extract.syntax.openings import Openings
from extract.syntax.phrases import Member, Phrase
from extract.syntax.verbs import participle_endings
from ontology.lexicon import verb_set
from ontology.types import is_a, is_any

NO_DATE = frozenset({"by", "until", "before", "after", "for", "avant", "apres", "versus"})  # "by 2030" is a deadline


_BEHIND_EVENTS = frozenset({"following", "after", "apres"})
_DEEDS = ("tion", "sion", "ment")  # how nouns of what is done end, in both languages
_CLOSING = (",", ";", ":", "V", "R", "S", "?")


class Adjuncts(Openings):
    """Reads preposition phrases into a clause."""

    def _place(self, clause: Clause, phrase: Phrase) -> None:
        if clause.object is None:
            clause.object = phrase
        elif clause.second is None:
            clause.second = phrase
            if not clause.object.dates:
                clause.object.dates.extend(clause.dates)

    def _date(self, clause: Clause, last: Phrase | None, date: Date) -> None:
        """A date belongs to the clause, to the phrase before it, and to the object before it."""
        clause.dates.append(date)
        for phrases in clause.slots.values():
            for before, after in pairwise(phrases):
                if after is last and not before.dates and self._joined(before.end, after.start):
                    before.dates.append(date)  # « à l'OSCE et à ONU-Femmes pour 2019 »
        recent = clause.second or clause.object
        for phrase in (last, recent if recent is not last and clause.second is not None else None):
            if phrase is not None:
                phrase.dates.append(date)

    def _joined(self, start: int, end: int) -> bool:
        """Do "and", a preposition and articles alone stand at ``[start, end)``?"""
        kinds = [self.kind(k) for k in range(start, end)]
        return "C" in kinds and set(kinds) <= {"C", "P", "D"}

    def _before_another(self, index: int, phrase: Phrase | None) -> Phrase | None:
        """The ``phrase`` that the preposition at ``index`` leads without who does the same to something else: "IOM
        belongs to the Alliance [and UNICEF] to the Network".
        """
        if phrase is None or len(phrase.members) < 2 or self.items[index].data == "of":
            return phrase
        *first, other = phrase.members
        again = self.kind(phrase.end) == "P" and self.items[phrase.end].data == self.items[index].data
        what = self.items[k].data if again and self.kind(k := self.skip(phrase.end + 1)) == "E" else None
        joint = self.back(other.index)
        apart = self.kind(joint) == "C" and [one.type for one in other.entities] != [
            one.type for one in first[-1].entities
        ]
        alike = what is not None and all(one.type == what.type for member in first for one in member.entities)
        return replace(phrase, members=first, end=joint) if apart and alike else phrase

    def _preposition(self, clause: Clause, index: int, last: Phrase | None) -> tuple[Phrase | None, int]:
        """Read the preposition phrase at ``index`` into the clause."""
        i = self.skip(index + 1)
        if (end := self._behind_event(index, i)) is not None:
            return None, end
        if self.kind(i) == "T" and self.kind(index - 1) == "P" and self.items[index - 1].data in NO_DATE:
            return last, i + 1  # « jusqu'en 2025 »
        if self.kind(i) == "T":
            handed = set(clause.verb.data.lemmas) & verb_set("handing")
            if self.items[index].data == "for" and not handed:
                clause.terms.append(self.items[i].data)
            elif (again := self._dated_again(clause, index, i, last)) is not None:
                return again, again.end
            elif handed or self.items[index].data not in NO_DATE:
                self._date(clause, last, self.items[i].data)
                if self.items[index].data == "since":
                    clause.since.append(self.items[i].data)
            return last, i + 1
        if self.kind(i) == "V":
            return last, i
        if self._purpose(index) and (purpose := self.phrase(index + 2)) is not None:
            return None, purpose.end
        if self.items[index].data in ("in", "to", "at") and clause.place is None:
            clause.place = self._unknown_place(i)
        phrase = self._before_another(index, self.phrase(index + 1))
        if phrase is not None and (end := self._dated_before(index, phrase)) is not None:
            return phrase, end
        if self.items[index].data == "by" and self._participle(index - 1):
            return phrase, phrase.end if phrase is not None else index + 1  # "in premises lent by": of another verb
        if phrase is None and self.items[index].data in ("by", "with", "jointly"):
            phrase = self._unknown_name(i)
        if phrase is None:
            return None, max(i, index + 1)
        if self.items[index].word == "des" and clause.object is None and self._late_subject(clause, index):
            self._place(clause, phrase)  # « Y siègent des représentants de … »
            return phrase, phrase.end
        if self.items[index].data == "with" and self._acts(phrase.end):
            return None, self._behind_role(phrase.end)  # "…, with OHCHR acting as secretariat": of a clause of its own
        since = self.items[index].data in ("since", "during") and phrase.generic
        if since and any(self.kind(k) == ":" for k in range(index, phrase.start)):
            clause.colon = phrase  # "have acceded since the last session: Kiribati and Suriname"
        attached = self._complement_of(last, index, phrase)
        if not attached:
            clause.slots.setdefault(self.items[index].data, []).append(phrase)
        return phrase, phrase.end

    def _behind_event(self, index: int, noun: int) -> int | None:
        """ "was created [following the adoption by the Assembly in 2010 of the Plan]": by whom, when and of what the
        event was behind which something happened is nothing of the clause; the index behind all that.
        """
        if self.items[index].data not in _BEHIND_EVENTS:
            return None
        last = noun
        while self.kind(last + 1) == "W" and self.kind(last) == "W":
            last += 1
        decided = self.kind(last) == "W" and self.items[last].word.endswith(_DEEDS) and self.is_by(last + 1)
        if not (decided or (self.kind(noun) == "N" and self.kind(noun + 1) == "P")):
            return None
        return next((k for k in range(last, len(self.items)) if self.kind(k) in _CLOSING), len(self.items))

    def _dated_before(self, index: int, phrase: Phrase) -> int | None:
        """ "chaired it in 2024, [after Cameroon in 2023]": the date is that of who came before; the index behind it."""
        named = self.items[index].data in _BEHIND_EVENTS and self.kind(index - 1) == "," and not phrase.generic
        named = named and all(member.item.kind == "E" for member in phrase.members)
        at = self.skip(phrase.end + 1) if self.kind(phrase.end) == "P" else -1
        return at + 1 if named and self.kind(at) == "T" else None

    def _purpose(self, index: int) -> bool:
        """ "launched a series of activities [to mark] World Day", « [pour marquer] la Journée »: a verb that no list
        knows, and what it is done to.
        """
        word = self.items[index + 1] if self.kind(index + 1) == "W" else None
        if word is None or self.kind(index + 2) not in ("D", "E") or not word.surface[:1].islower():
            return False
        if self.language == "fr":
            return self.items[index].data == "for" and is_infinitive(word.word)
        return self.items[index].word == "to" and not word.word.endswith(("s", "ing", "ed", "ion"))

    def _dated_again(self, clause: Clause, index: int, date: int, last: Phrase | None) -> Phrase | None:
        """ "by the World Bank, and [in 2016 by UNFPA]", « en 2021 au Congo, puis [cette année au Tchad] », « le 11 mai
        pour le Bénin et [le 3 juin pour le Togo] »: one more of those before, of the date that begins at ``index`` and
        stands at ``date``.
        """
        led = self.items[date + 1].data if self.kind(date + 1) == "P" else ""
        before = index - 1 - (self.kind(index - 1) == "D")
        if led not in ("by", "to", "for") or led not in clause.slots or self.kind(before) not in ("C", ","):
            return None
        if led != "by" and (last is None or not self._led_by_date(last)):
            return None
        phrase = self.phrase(date + 2)
        if phrase is not None:
            phrase.dates.append(self.items[date].data)
            clause.slots[led].append(phrase)
        return phrase

    def _led_by_date(self, phrase: Phrase) -> bool:
        """« est revenue en 2021 au Congo »: does a date stand right before the preposition of ``phrase``?"""
        k = phrase.start - 1
        while self.kind(k) == "D":
            k -= 1
        return self.kind(k) == "P" and self.kind(k - 1) == "T"

    def _late_subject(self, clause: Clause, index: int) -> bool:
        """Does « des » at ``index`` begin the subject, right behind the verb or, where that opens the sentence, behind
        its complement: « Ont assisté au colloque des observateurs de … »?
        """
        verb = clause.verb.data
        whole = clause.subject is not None and clause.subject.members[0].item.word != "il"
        if whole and (verb.reflexive or verb.passive):
            return False  # « se compose des Comores, de la France et … », « est composé des … »
        opens = clause.index == 0 and clause.subject is None and set(clause.slots) == {"to"}
        return index == clause.index + 1 or (opens and self.kind(index + 1) == "W")

    def _behind_role(self, index: int) -> int:
        """The index behind "as Vice-President" at ``index``, or ``index`` itself."""
        role = self.phrase(index + 1) if self.kind(index) == "P" else None
        return role.end if role is not None else index

    def _acts(self, index: int) -> bool:
        """Does a gerund, or "acting as", begin at ``index``?"""
        gerund = self.kind(index) == "V" and self.items[index].data.form == "gerund"
        acts = self.kind(index) == "P" and self.items[index].data == "as"
        noun = self.skip(index + 1)
        partners = self.kind(noun) == "Q" and self.items[noun].data in verb_set("companions")
        return gerund or (acts and not partners)

    def _participle(self, index: int) -> bool:
        """An unknown word that looks like a participle."""
        return self.kind(index) == "W" and self.items[index].word.endswith(participle_endings(self.language))

    def _unknown_place(self, index: int) -> Entity | None:
        """One to three capitalised words behind "in", « à »: a place of that name."""
        words = []
        for k in range(index, index + 3):
            if self.kind(k) != "W" or not self.items[k].surface[:1].isupper():
                break
            words.append(self.items[k].surface)
        if any(is_no_place(word, self.language) for word in words):
            return None  # "on “Trafficking in Human Beings”"
        if not words or self.kind(index + len(words)) not in (",", "P", "T", "", "(", "C", ";", "D"):
            return None
        name = " ".join(words)
        return Entity(f"place/{name.lower().replace(' ', '-')}", "City", ((self.language, name),))

    def _unknown_name(self, index: int) -> Phrase | None:
        """ "coordinated by Médecins du Désert": capitals that no list knows, two or more, are an organisation's
        name.
        """
        end = index
        while (
            self.kind(end) == "W"
            and self.items[end].surface[:1].isupper()
            or (
                self.kind(end) == "P"
                and self.items[end].data == "of"
                and self.kind(end + 1) == "W"
                and self.items[end + 1].surface[:1].isupper()
                and end > index
            )
        ):
            end += 1
        if end - index < 2 or self.kind(end) not in (",", ".", "", "C", "P", ")", ";", "T"):
            return None
        if has(self.items[end - 1], "people") and self.kind(end) == "P" and self.items[end].data == "of":
            return None  # "co-chaired by the Foreign Ministers of Chad and Mali"
        name = " ".join(item.surface or item.word for item in self.items[index:end])
        entity = unlisted_organisation(name, self.language)
        item = Item("E", self.items[index].start, self.items[end - 1].end, name, entity)
        return Phrase([Member(item, index)], index, end)

    def _complement_of(self, last: Phrase | None, index: int, phrase: Phrase) -> bool:
        """« le secrétariat du Groupe »: of-phrases belong to the noun right before them."""
        if last is None or last.end != index or self.items[index].data != "of":
            return False
        return last.members[-1].item.kind in ("N", "Q", "E")

    def _country_of_town(self, index: int) -> bool:
        """ "in Marrakech, Morocco, on 10 December", "at the Palais des Nations, Geneva, on 4 May": what the comma at
        ``index`` parts from the place before it only says where that is.
        """
        if self.kind(index + 1) != "E" or self.kind(index + 2) == "C":
            return False
        if not is_any(self.items[index + 1].data.type, ("State", "City")):
            return False
        town = self.items[index - 1]
        listed = town.kind == "E" and is_a(town.data.type, "Place")
        return (listed or (town.kind == "W" and town.surface[:1].isupper())) and not self.finite(index + 2)

    def _dates_opening(self, clause: Clause, index: int) -> bool:
        """« Réuni à Cotonou, du 4 au 6 avril 2022, il a adopté … »: the date behind the comma at ``index`` is of what
        opens the sentence before its subject.
        """
        i = self.skip(index + 1)
        i = self.skip(i + 1) if self.kind(i) == "P" else i
        opens = clause.index == 0 and clause.subject is not None and clause.subject.start > i and not clause.dates
        return opens and self.kind(i) == "T" and self.kind(i + 1) == ","
