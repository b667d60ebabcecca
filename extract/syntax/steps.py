"""Steps over the items of a sentence: what stands at a place, where brackets close and lists go on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache

from extract.facts import Entity
from extract.mentions.dates import Date
from extract.syntax.items import Item, has
from ontology.lexicon import data
from ontology.types import is_a

_LEADERS = 4  # characters between a name and the post to which dots lead
_SKIP = frozenset('DA"X')
_REPEATED = ("of", "to")  # prepositions that each member of a list may repeat
_DE = (" de", " d", " du", " des")  # « avec le concours de l'OIM et [de] l'OIT »
_OPENERS = frozenset({"namely", "notably", "dont", "savoir", "notamment"})  # behind a comma, a list follows
_NUMBERED = ("Resolution", "Decision")
NOUNS = ("E", "N", "Q", "O")  # what a noun phrase can be made of; O: a pronoun, resolved by what its role admits


@cache
def cardinals() -> Mapping[str, int]:
    """Numbers in words, of both languages, with their values."""
    return {word: n for language in ("en", "fr") for word, n in data("numbers")[language]["cardinals"].items()}


@cache
def adjective_endings() -> tuple[str, ...]:
    """How French adjectives end."""
    return tuple(data("heads")["adjective_endings"])


def has_part(item: Item) -> bool:
    """ "paragraph 4 of", « l'annexe de »: a part of an instrument, which stands for it."""
    return item.kind == "W" and "part" in item.readings


@cache
def papers(language: str) -> frozenset[str]:
    """Nouns of documents that bear a symbol: "report", « observations »."""
    return frozenset(data("words")[language]["papers"])


class _Kinds(dict[int, str]):
    def __missing__(self, index: int) -> str:
        return ""


class Steps:
    """The items of a sentence."""

    def __init__(self, items: Sequence[Item], language: str) -> None:
        self.items = items
        self.language = language
        #: Kind of the item at an index, '' outside the row. It is asked for some hundred times in each sentence.
        self.kind: Callable[[int], str] = _Kinds(enumerate(item.kind for item in items)).__getitem__

    def skip(self, index: int) -> int:
        while self.kind(index) in _SKIP:
            index += 1
        nouns = {"#": ("E", "N", "Q"), "W": ("N", "Q")}.get(self.kind(index), ())
        number = self.kind(index + 1) in nouns and (self.kind(index) == "#" or self.items[index].word in cardinals())
        return index + 1 if number else index

    def back(self, index: int, over: str = "DA") -> int:
        """The index of the last item before ``index`` that is of no kind in ``over``; -1 where there is none."""
        return next((k for k in range(index - 1, -1, -1) if self.items[k].kind not in over), -1)

    def turn(self) -> int | None:
        """Where "respectively" stands in the row, if it does."""
        return next((k for k, item in enumerate(self.items) if has(item, "respectively")), None)

    def _harmless(self, index: int, before_verb: bool) -> bool:
        """A word behind a mention that does not make it a modifier: a number, or (before a verb) one that looks
        like a verb.
        """
        word = self.items[index].word
        return (
            word[:1].isdigit()
            or word.endswith("ed")
            or word in ("ii", "i", "iii", "alone", "namely")
            or word in data("words")[self.language]["nearby"]  # "by INTERPOL off Cotonou"
            or (before_verb and self.kind(index + 1) in ("D", "P", "E"))
        )

    def _unreal(self, first: int) -> bool:
        """« projet de résolution », "draft resolution": what stands before takes the thing out of the world."""
        k = self.back(first, "PD")
        return k >= 0 and has(self.items[k], "U") and first - k <= 3

    def _begins_apposition(self, comma: int, index: int) -> bool:
        """ "GLO.ACT, a joint initiative of the European Union and UNODC, …": one thing, and what it is."""
        determiners = [self.items[k] for k in range(comma, index) if self.kind(k) == "D"]
        alone = self.kind(comma) == "," and not any(self.kind(k) == "C" for k in range(comma, index))
        first = self.items[comma - 1]
        return (
            alone
            and first.kind == "E"
            and any(item.word in ("a", "an", "un", "une") for item in determiners)
            and is_a(first.data.type, "Programme")
        )

    def _holder_named(self, index: int) -> int | None:
        """The person whose name stands in apposition to the office at ``index``; "its newest party, Tonga, acceded"."""
        if self.kind(index) == "Q" and [self.kind(index + k) for k in (1, 2, 3, 4)] == [",", "E", ",", "V"]:
            return index + 2 if is_a(self.items[index + 2].data.type, "Actor") else None
        if self.kind(index) != "E" or self.items[index].data.type != "Office":
            return None
        i = index + 2 if self.kind(index + 1) == "," else index + 1
        while self.kind(index + 1) == "," and self.kind(i) in ("D", "A"):
            i += 1  # « son directeur, le sociologue Paul Roy »
        return i if self.kind(i) == "E" and self.items[i].data.type == "Person" else None

    def close(self, index: int) -> int:
        depth = 0
        for k in range(index, len(self.items)):
            depth += {"(": 1, ")": -1}.get(self.kind(k), 0)
            if depth == 0:
                return k
        return len(self.items)

    def open(self, index: int) -> int:
        depth = 0
        for k in range(index, -1, -1):
            depth += {")": 1, "(": -1}.get(self.kind(k), 0)
            if depth == 0:
                return k
        return 0

    def led(self, index: int) -> bool:
        """Do dots lead from the mention at ``index`` to what follows: "Luka Perović ............ Chair"?"""
        if self.kind(index) != "E" or index + 1 >= len(self.items):
            return False
        return self.items[index + 1].start - self.items[index].end >= _LEADERS

    def leading(self, index: int, over: str = "DA#") -> str:
        """The preposition that leads the phrase that begins at ``index``, behind items of kinds ``over``; or ''."""
        lead = self._lead(index, over)
        return lead.data if lead is not None else ""

    def _lead(self, index: int, over: str = "DA#") -> Item | None:
        k = self.back(index, over)
        return self.items[k] if self.kind(k) == "P" else None

    def _repeats(self, index: int, first: int) -> bool:
        """Does the preposition at ``index`` repeat that before ``first``: « de l'OIM et [de] l'OSCE »?"""
        lead = self._lead(first)
        if lead is None or self.kind(index) != "P":
            return False
        ends_in_de = self.language == "fr" and lead.word.endswith(_DE) and self.items[index].data == "of"
        return ends_in_de or (lead.data in _REPEATED and self.items[index].data == lead.data)

    def _next_in_list(self, index: int, before: Item, *, first: int) -> int | None:
        """Where the next member of the list that begins at ``first`` stands behind ``index``: behind a comma, "and",
        or both.
        """
        i = index
        if self.kind(i) == "," or (self.kind(i) == ";" and self._lists_names(i)):
            i += 1
        joined = self.kind(i) == "C" or first != index - 1 or not self.leading(first)
        if self.kind(i) == "C":
            i += 1
        if i == index:
            return None
        i = self.skip(i)
        if self.kind(i) == "," and (date := self._between_commas(i)) is not None and self.kind(date + 1) == ",":
            i = self.skip(date + 2)  # "and, since 2022, the organization Gender Links"
        if before.kind == "E" and (self._repeats(i, first) or self._of_senders(i, index - 1)):
            # « de l'OIM et de l'OSCE », "party to the Covenant, to the Convention and to"
            i = self.skip(i + 1)
        if self.items[i : i + 1] and self.items[i].word == "des" and self.kind(i + 1) == "W" and self._sends(i + 1):
            i += 1  # « l'UNICEF, l'OIM et des représentants du Ghana »
        if joined and self.kind(i) == "W" and before.kind == "E" and self._sends(i):  # not "under Togo, delegates of"
            i = self.skip(i + 2)  # "UNODC, IOM and delegations from Georgia", "as well as the observer for INTERPOL"
        if self.kind(i) != before.kind:
            return None
        if self._is_further_number(index - 1, i):
            return None
        other = self.items[i].data.type if before.kind == "E" else ""
        if self.leading(first) == "of" and other in ("Person", "Office") and other != before.data.type:
            return None  # « élue Présidente du Groupe et M. Hassan Vice-Président »
        if before.kind == "E" and {before.data.type, self.items[i].data.type} == {"Office", "Person"}:
            return None  # "elected Ms. Berg as Rapporteur and Mr. Roy as Vice-Chair"
        return i

    def _of_senders(self, index: int, before: int) -> bool:
        """« les représentants du Ghana, du Bénin et [du Togo] »: the preposition that leads who is named ``before``."""
        sender = self.back(before, "DAEC,P()")
        led = self.items[sender + 1].data if sender >= 0 and self.kind(sender) == "W" and self._sends(sender) else ""
        return bool(led) and self.kind(index) == "P" and self.items[index].data == led and self.kind(index + 1) != "W"

    def _is_further_number(self, before: int, index: int) -> bool:
        """ "resolutions 64/293, by which it adopted the Plan, and [68/192], in which": the number of another
        resolution, behind what is none.
        """
        named = self.kind(before) == self.kind(index) == "E" and self.items[before].data.type not in _NUMBERED
        return named and self.items[index].data.type in _NUMBERED and self.items[index].word[:1].isdigit()

    def _lists_names(self, index: int) -> bool:
        """ "Participants: the Ministry of Justice; UNICEF; IOM", "The members are Ms. Berg; Mr. Roy": does nothing but
        names stand behind a colon, or a verb of being, before ``index``?
        """
        colon = next((k for k in range(index - 1, -1, -1) if self.kind(k) in (":", "V")), len(self.items))
        if self.kind(colon) == "V" and not self.items[colon].data.link:
            return False
        kinds = {self.kind(k) for k in range(colon + 1, len(self.items))}
        return "E" in kinds and kinds <= {"E", "D", ";", ",", "C", "(", ")", "A"}

    def is_by(self, index: int) -> bool:
        """ "by" that names an agent."""
        return self.kind(index) == "P" and self.items[index].data == "by"

    def is_object(self, index: int) -> bool:
        """A thing with its article, right behind another: "Kenya the Network"."""
        return self.kind(index) == "D" and self.kind(self.skip(index)) in (*NOUNS, "W")

    def _list_begins(self, index: int, *, clause: bool = True) -> int | None:
        """Where a list begins behind a general noun that ends at ``index``: behind ":", ", including"."""
        if self.kind(index) == ":":
            return index + 1
        if self.kind(index) != "," or not self.kind(index + 1):
            return None
        opener = self.items[index + 1]
        opens = (clause and opener.kind == "R") or opener.data == "including" or opener.word in _OPENERS
        return index + 2 if opens else None

    def _sends(self, index: int) -> bool:
        """ "delegations from", "the observer for"."""
        item = self.items[index]
        return (has_part(item) or has(item, "people")) and self._leads_part(index + 1)

    def _leads_part(self, index: int) -> bool:
        """ "representatives of", "delegations from", "the observer for"."""
        led = self.items[index].data if self.kind(index) == "P" else ""
        return led in ("of", "from") or (led == "for" and has(self.items[index - 1], "people"))

    def date_behind(self, index: int) -> int | None:
        """Where the date of the list's member that ends at ``index`` stands: ", on 5 May 2016", « en 2018 »."""
        i = self.skip(index + 1) if self.kind(index) == "," else self.skip(index)
        i = self.skip(i + 1) if self.kind(i) == "P" and self.items[i].data in ("in", "on", "since") else i
        return i if self.kind(i) == "T" else None

    def opens_with_part(self, index: int) -> bool:
        """ "[Article 8] of the Treaty established …": is the number at ``index`` that of a part that opens a clause?"""
        before = index - 2
        while self.kind(before) in ("D", "A"):
            before -= 1
        part = self.kind(index) == "#" and self.kind(index - 1) == "W" and has_part(self.items[index - 1])
        return part and self.kind(before) in ("", ",", ";", "S", "C")

    def _acts_behind(self, index: int) -> bool:
        """« et le Commissariat [au genre] en assume la direction », "and the Office [of Lomé] hosts": what completes
        the name, then its verb.
        """
        k = index + 1
        while k < index + 4 and self.kind(k) in ("D", "W", "E"):
            k += 1
        return self.kind(index) == "P" and self.kind(k - 1) in ("W", "E") and self.finite(k)

    def finite(self, index: int) -> bool:
        i = self.skip(index)
        verb = self.items[i].data if self.kind(i) == "V" else None
        if (
            verb is None
            or verb.form not in ("finite", "base")
            or self.items[i].surface.lower() in ("having", "ayant", "avoir")
        ):
            return False
        past = any(name == "past" for _, name in self.items[i].readings.get("V", ()))
        return not (verb.ambiguous and (not past or self.kind(i + 1) == "P"))  # "the steps taken,": no past

    def describing(self, index: int) -> int | None:
        """The participle whose agent begins at ``index``, where the main verb is still to come: "the Coalition founded
        [by Norway and Kenya] was chaired by Chad".
        """
        k = self.participle_by(index)
        if k is None or self.kind(k - 1) == ",":
            return None
        for before in range(k - 1, -1, -1):
            if self.kind(before) in (";", ":"):
                break
            if self.kind(before) == "V" and self.finite(before):
                return None
        return k

    def participle_by(self, index: int) -> int | None:
        """The participle whose agent begins at ``index``: "founded [by Norway and Kenya]"; None where it opens a
        segment: "Founded in 2010 by A and B, the Coalition was …".
        """
        k = self.back(index)
        if not self.is_by(k):
            return None
        k -= 1
        while self.kind(k) in ("T", "P", "D") or (self.kind(k) == "E" and is_a(self.items[k].data.type, "Place")):
            k -= 1  # "founded [in Lima in 2010] by …"
        return k if self.kind(k) == "V" and not self.finite(k) and self.kind(k - 1) not in ("", ";") else None

    def _date_before(self, index: int) -> Date | None:
        """The date between commas right before the member of a list at ``index``: "and, since 2022, Gender Links"."""
        k = self.back(index, "DAW")
        dated = self.kind(k) == "," and self.kind(k - 1) == "T" and self.kind(k - 2) == "P" and self.kind(k - 3) == ","
        return self.items[k - 1].data if dated else None

    def _adjective(self, index: int) -> bool:
        """A French word that no list knows, with the end of an adjective, before a preposition."""
        word = self.items[index].word if self.kind(index) == "W" and self.language == "fr" else ""
        return word.endswith(adjective_endings()) and self.kind(index + 1) == "P" and not self.items[index].readings

    def over_date(self, index: int) -> int:
        """ "and Kenya[, in 2021,] the Network": the index behind a date between commas that stands at ``index``."""
        date = self._between_commas(index) if self.kind(index) == "," else None
        return date + 2 if date is not None and self.kind(date + 1) == "," else index

    def _between_commas(self, index: int) -> int | None:
        """« la création par l'Union, en février 2020, de l'Observatoire »: the date between the commas."""
        i = self.skip(index + 1)
        i = self.skip(i + 1) if self.kind(i) == "P" and self.items[i].data in ("on", "in", "since", "of", "from") else i
        closed = self.kind(i + 1) == "," or (
            self.kind(i + 1) in ("", ";", "V")
            and self.kind(i) == "T"
            and (len(self.items[i].data.first) > 4 or self.kind(i - 1) == "P")  # ", 1930" is of a name
        )
        return i if self.kind(i) == "T" and closed else None


def sends(entity: Entity) -> bool:
    """Is it a group of people, "judges", who stand for where they come from, and none of bodies, "trade unions"?"""
    return entity.type == "ActorGroup" and entity.id not in data("heads")["organised"]
