"""What stands before the subject of a clause: « En 2018, dans sa résolution 72/195, l'Assemblée … »."""

from __future__ import annotations

from dataclasses import replace

from extract.mentions.dates import Date
from extract.syntax.clauses import Clause
from extract.syntax.described import Described
from ontology.lexicon import verb_set
from ontology.types import is_a

_SPANNING = frozenset({"since", "until", "after", "before", "depuis", "après", "avant"})
_YEAR, _MONTH = 4, 7  # characters of "2025", "2025-04"


def _within(date: Date) -> Date:
    """The month of several days within it: of « les 3 et 4 avril 2025 »."""
    same = date.last is not None and date.last[:_MONTH] == date.first[:_MONTH]
    return replace(date, first=date.first[:_MONTH], last=None) if same else date


class Openings(Described):
    """Finds the dates and preposition phrases that open a clause."""

    def _fronted(self, index: int) -> list[Date]:
        """Dates that open the clause: "In 2018, UNICEF chaired …"."""
        dates: list[Date] = []
        subject = self.subject(index)
        joined = subject.start - 1 if subject is not None and subject.start < index else index - 1
        while self.kind(joined) in ("D", "A"):
            joined -= 1
        low = joined if self.kind(joined) == "C" and not self._joins_subjects(joined) else -1
        told = self._within_relative(index)
        if told:
            return told
        if self.kind(index - 1) == "P" and self.items[index].data.form != "infinitive":
            return []  # "In 2014, after ratifying the Protocol, Japan …"
        inserted = (
            range(subject.end, index) if subject is not None else range(0)
        )  # « le Réseau, dont l'OIM est membre, »
        for k in range(index - 1, low, -1):
            if self.kind(k) in (";", ":", "-"):  # "GENEVA, 12 June 2019 – The Council opened …"
                dates[:0] = self._of_line(k)
                break
            if self.kind(k) == "V" and not (
                k in inserted
                or self.kind(k - 1) == "R"
                or self.items[k].data.form in ("participle", "gerund", "infinitive")
                or self._describing_only(k)
                or self._presents(k)
            ):
                break
            if self.kind(k) == "T" and self._free(k) and not (self._of_span(low, k) or self._of_post(k)):
                dates.insert(0, self.items[k].data)
        if len(dates) > 1 and dates[1].first.startswith(f"{dates[0].first}-"):
            dates = dates[1:]  # "Six months earlier, on 11 January 2017, …"
        return (
            dates
            or self._of_session(index, low)
            or self._met(index)
            or self._gathered(index)
            or self._when(subject.start if subject is not None else index)
        )

    def _describing_only(self, index: int) -> bool:
        """ "In 2018 the Forum, held in Lima and [attended] by Chile, adopted …": does the participle only describe?"""
        before = next((k for k in range(index - 1, -1, -1) if self.kind(k) == "V"), -1)
        joined = self.kind(index - 1) == "C" and before >= 0 and self._describing_only(before)
        return self.reduced(index) and (self.kind(index - 1) == "," or joined)

    def _presents(self, index: int) -> bool:
        """ "In 2023 it [was] Ms. Berg who chaired it", « En 2023, c'[est] Mme Berg qui le présidait »."""
        return index > 0 and self.items[index].data.link and self.items[index - 1].word in ("it", "c", "ce")

    def _joins_subjects(self, index: int) -> bool:
        """ "In 2018 the secretariat [and] UNODC held …": does "and" stand behind a noun that a date opens?"""
        k = self.back(index, "DWQNAJE,")
        opens = all(self.kind(before) != "V" for before in range(k))
        return k < index - 1 and self.kind(k) == "T" and opens

    def _within_relative(self, index: int) -> list[Date]:
        """ "who in March 2024 had succeeded …", « qui, en 2019, présidait »: between the relative and its verb."""
        dates: list[Date] = []
        k = index - 1
        while self.kind(k) in ("P", "D", "A", "T", ","):
            if self.kind(k) == "P" and self.items[k].data != "since" and self.items[k].word in _SPANNING:
                return []  # "who until 2019 chaired"
            if self.kind(k) == "T":
                dates.insert(0, self.items[k].data)
            k -= 1
        return dates if self.kind(k) == "R" else []

    def _led_by_since(self, date: Date) -> bool:
        """« Depuis 2020, l'OIM exécute … »: does "since" stand before the date?"""
        k = next((k for k, item in enumerate(self.items) if item.kind == "T" and item.data is date), 0) - 1
        while self.kind(k) == "D":
            k -= 1
        return self.kind(k) == "P" and (self.items[k].data == "since" or self.items[k].word == "from")

    def _when(self, index: int) -> list[Date]:
        """ "It dates back to 2006, when it was created": the date before "when"."""
        k = self.back(index)
        if self.kind(k) == "R" and self.kind(k - 1) == "P" and self.items[k - 2].word == "date":
            k -= 2  # « jusqu'en juillet 2021, date à laquelle le Togo lui a succédé »
        elif self.kind(k) not in ("S", "R") or self.items[k].word not in ("when", "lorsque", "lorsqu", "quand", "où"):
            return []
        k -= 2 if self.kind(k - 1) == "," else 1
        return [self.items[k].data] if self.kind(k) == "T" else []

    def _of_span(self, low: int, index: int) -> bool:
        """ "Since the eighth session, in 2016, Fiji has become a party": of what the span begins with."""
        for k in range(index - 1, low, -1):
            if self.kind(k) == "V" and self.finite(k):
                return False  # "Since 2010 it has held three rounds and, in July 2023, it launched"
            if self.kind(k) == "P" and self.items[k].word in _SPANNING:
                return any(self.kind(j) in ("E", "N", "W") for j in range(k + 1, index))
        return False

    def _of_post(self, index: int) -> bool:
        """« Mme Diop, Directrice du projet depuis 2020, a succédé », "Chair of the Board in 2021, Mr. Roy joined": is
        the date at ``index`` that of a post between commas, or of the one that opens the sentence?
        """
        start = index
        while self.kind(start - 1) not in ("", ",", ";", ":", "V", "R", "T"):
            start -= 1
        post = self.skip(start)
        named = self.kind(post) == "E" and self.items[post].data.type == "Office"
        return self.kind(start - 1) in ("", ",") and post < index and (named or self.kind(post) == "Q")

    def _of_line(self, index: int) -> list[Date]:
        """Of a line of a chronology the date that it begins with: "2010: Kenya joined", « 2010 — Le Kenya rejoint »."""
        if index != 1 or self.kind(0) != "T":
            return []
        date: Date = self.items[0].data
        return [date] if self.kind(index) == ":" or (self.kind(index) == "-" and len(date.first) == len("2010")) else []

    def _of_session(self, index: int, low: int) -> list[Date]:
        """« À sa 7847e séance, tenue le 20 décembre 2016, le Conseil adoptait … »: the date of the meeting."""
        for k in range(low + 1, index):
            if self.kind(k) != "V":
                continue
            if self.items[k].data.form == "finite" and not self.items[k].data.ambiguous:
                return []
            if set(self.items[k].data.lemmas) & {"tenir", "hold"} and self._is_meeting(k - 1):
                return [self.items[j].data for j in range(k, index) if self.kind(j) == "T"][:1]
        return []

    def _met(self, index: int) -> list[Date]:
        """ "The Board met in Lomé on 3 May 2021 and [elected] Ms. Berg": the date of the meeting."""
        if self.kind(index - 1) != "C" or verb_set("choosing").isdisjoint(self.items[index].data.lemmas):
            return []
        for k in range(index - 2, -1, -1):
            if self.kind(k) == "V":
                met = not verb_set("gathering").isdisjoint(self.items[k].data.lemmas) and self.finite(k)
                return [self.items[j].data for j in range(k, index) if self.kind(j) == "T"][:1] if met else []
        return []

    def _gathered(self, index: int) -> list[Date]:
        """ "Meeting in Lima on 6 June 2023, the Committee [approved] …": the one day of those who met; of several days,
        on one of which somebody was elected, the month.
        """
        opens = (
            self.kind(0) == "V" and self.reduced(0) and not verb_set("gathering").isdisjoint(self.items[0].data.lemmas)
        )
        spoken = any(self.kind(k) in ("V", "R", "S", ";", ":") for k in range(1, index))
        if not opens or spoken or not self.finite(index):
            return []
        days = [self.items[k].data for k in range(index) if self.kind(k) == "T"]
        if not verb_set("choosing").isdisjoint(self.items[index].data.lemmas):
            days = [*map(_within, days)]
        return days if len(days) == 1 and len(days[0].first) > _YEAR and days[0].last is None else []

    def _is_meeting(self, index: int) -> bool:
        """Does a meeting stand at ``index``, or right before the comma there? What has another name is none."""
        k = index - (self.kind(index) == ",")
        k = self.open(k) - 1 if self.kind(k) == ")" else k
        if self.kind(k) != "E":
            return self.kind(index) in (",", "W")
        return any(
            self.kind(j) == "E" and is_a(self.items[j].data.type, "Meeting") for j in range(max(0, k - 4), k + 1)
        )

    def _free(self, index: int) -> bool:
        """A date that belongs to the clause, not to a mention in brackets nor to a relative clause or participle
        before it.
        """
        depth = 0
        for k in range(index, -1, -1):
            depth += {")": 1, "(": -1}.get(self.kind(k), 0)
            if depth < 0:
                return False
            if self.kind(k) in ("R", "S") and k != index and self.items[k].word in ("that", "que", "qu"):
                return self.kind(k - 1) == "V"  # "announced that on 4 May the Council adopted"
            if self.kind(k) in ("R", "V") and k != index:
                return False
            if self.kind(k) in (",", ";", ":"):
                return True
        return True

    def _openings(self, clause: Clause) -> None:
        """Preposition phrases between the start of the clause and its subject: "In its resolution 64/293, the
        Assembly …".
        """
        if clause.verb.data.form == "participle" or (
            clause.subject is not None and clause.subject.start > clause.index
        ):
            turned = clause.verb.data.passive and clause.verb.data.form == "finite"  # « Par sa décision 3 a été créé »
            if turned or not verb_set("presenting").isdisjoint(clause.verb.data.lemmas):
                self._opening(clause, clause.index)  # « À l'assemblée ont pris part le Chili et le Pérou »
            return
        if clause.subject is None:
            verb = clause.verb.data
            unnamed = clause.object is not None and self.kind(0) == "P"  # "Pursuant to Act No. 3, the cabinet issued …"
            if verb.passive or verb.reflexive or unnamed:  # « Par la résolution 64/293 a été créé »
                self._opening(clause, clause.index)
            return
        relative = next((k for k in range(clause.index - 1, clause.subject.end - 1, -1) if self.kind(k) in "RV"), None)
        if relative is not None and self.kind(relative) == "R":
            return  # « géré par le HCDH avec l'avis du Conseil, qui est composé de … »: no agent of "composed"
        spoken = any(self.kind(k) == "V" for k in range(clause.subject.end, clause.index))
        for k in range(
            clause.subject.end, clause.index if not spoken else clause.subject.end
        ):  # "The Council, in its resolution 2012/17, endorsed …"
            inserted = self.phrase(k + 1) if self.kind(k) == "P" and self.kind(k - 1) == "," else None
            if inserted is not None and inserted.end <= clause.index:
                clause.opening.setdefault(self.items[k].data, []).append(inserted)
        self._opening(clause, clause.subject.start)

    def _opening(self, clause: Clause, last: int) -> None:
        """Those that stand before ``last``, from where the clause begins."""
        start = self._clause_start(last)
        end = start
        for k in range(start, last):
            if self.kind(k) == "P" and (k <= end or self.kind(k - 1) in (",", "C", "A")):
                phrase = self.phrase(k + 1)
                if phrase is not None and phrase.end <= last:
                    clause.opening.setdefault(self.items[k].data, []).append(phrase)
                    end = phrase.end

    def _clause_start(self, index: int) -> int:
        """Where the clause whose subject is at ``index`` begins: the sentence, a semicolon, or an "and" behind
        another verb.
        """
        spoken = False
        for k in range(index - 1, -1, -1):
            if self.kind(k) in (";", ":"):
                return k + 1
            spoken = spoken or (self.kind(k) == "V" and self.finite(k) and self.kind(k - 1) != "R")
        if not spoken:
            return 0
        for k in range(index - 1, -1, -1):  # over « adoptée à l'unanimité », which only describes
            if self.kind(k) in ("C", "R", "S") or (self.kind(k) == "V" and self.finite(k)):
                return k + 1
        return 0
