"""The numbers of a document, sentence by sentence, and the facts that they are part of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.counting.counted import Counted, counted
from extract.counting.courses import is_alike
from extract.counting.currencies import in_its_money
from extract.counting.figures import figures, place_of, reports
from extract.counting.funding import funding
from extract.counting.numbers import Numbers, Quantity
from extract.counting.periods import Periods
from extract.counting.roles import word_set
from extract.counting.stated import is_stated
from extract.counting.tables import NumberTables
from extract.counting.told_units import in_told_money
from extract.counting.training import training
from extract.document import Document, Passage, Sentence
from extract.facts import Entity
from extract.mentions.finder import Found
from extract.relations import Roles
from extract.syntax.items import Item, Named, has, item_behind
from extract.syntax.rows import Row
from ontology.authority import find_record
from ontology.lexicon import data

_NEAR = 4  # words behind a number in which its noun stands


class Counting:
    """Reads the numbers of one document; its sentences must come in the order of the text."""

    def __init__(self, document: Document, folded: str) -> None:
        self.document = document
        self.in_text = Numbers(document.text, folded)
        self._periods = Periods(document, folded)
        self._reports: dict[int, bool] = {}
        self._tables = NumberTables(document, self.in_text)
        self._seen: set[tuple[int | float, str]] = set()
        self._told_in = -1  # the passage of the sentence before
        self._taught: list[Entity] = []  # who trained those that the sentence before counted
        self._last: tuple[int, Counted] | None = None  # passage, what was counted last

    def numbers(self, sentence: Sentence, found: Found) -> list[Quantity]:
        """The numbers of the sentence that are part of no name and no date."""
        passage = self.document.passages[sentence.passage]
        numbers = self.in_text.between(sentence.start, sentence.end, passage.language)
        if sentence.start == passage.start:
            numbers = [n for n in numbers if n.start > sentence.start or not _is_mark(passage, n, found)]
        counts = [number for number in numbers if not any(_holds(mention, number) for mention in found.named)]
        return in_told_money(self.document, sentence, counts)

    def settle(self, items: list[Item], numbers: Sequence[Quantity], language: str) -> list[Item]:
        """The items with each number as one ("75", ",", "000"), and its noun as a noun: "9,870 calls"."""
        settled = [*items]
        for number in numbers:
            inside = [k for k, item in enumerate(settled) if number.start <= item.start and item.end <= number.end]
            if len(inside) > 1:
                first, last = settled[inside[0]], settled[inside[-1]]
                printed = self.document.text[first.start : last.end]
                settled[inside[0] : inside[-1] + 1] = [Item("#", first.start, last.end, printed)]
            _settle_qualifier(settled, number)
            if language == "en":
                _settle_noun(settled, number)
        if language == "en" and any(number.unit not in ("", "%") for number in numbers):
            _settle_gifts(settled)
        return settled

    def reported(
        self, sentence: Sentence, row: Row, numbers: Sequence[Quantity], chapeau: Sequence[Item]
    ) -> list[tuple[Counted, str | None]]:
        """The numbers that the sentence reports, with what they count and when."""
        made: list[tuple[Counted, str | None]] = []
        self._taught = self._taught if self._told_in == sentence.passage else []
        self._told_in = sentence.passage
        if self.document.passages[sentence.passage].kind == "table":
            return []
        if numbers and self._may_report(sentence) and not _is_planned(chapeau):
            whole = Row([*chapeau, *row.items], row.language) if chapeau and row.kind(0) == "R" else row
            for one in counted(self.document.text, row, numbers, self._before(sentence, row.language)):
                if not self._again(one) and (one.lasting or is_stated(self.document.text, whole, one.quantity)):
                    made.append((one, self._periods.of(sentence, row, one.quantity, numbers)))
                    self._last = (sentence.passage, one) if one.text else self._last
        self._periods.note(sentence, row)
        return made

    def _before(self, sentence: Sentence, language: str) -> Counted | None:
        """What the sentence before counted, where this one goes on with it: "Of these, …", « Parmi elles, … »."""
        opening = self.document.text[sentence.start : sentence.start + 20].lower()
        goes_on = opening.startswith(tuple(data("quantities")[language]["among"]))
        return self._last[1] if goes_on and self._last is not None and self._last[0] == sentence.passage else None

    def _again(self, one: Counted) -> bool:
        """ "the 430 victims", « les 10 entités »: a number with its article that was reported before."""
        key = (one.quantity.value, one.head)
        known = key in self._seen
        self._seen.add(key)
        before = self.document.text[max(0, one.quantity.start - 5) : one.quantity.start].lower()
        return known and before.endswith(("the ", "les ", "des ", "aux "))

    def rows(self, sentence: Sentence, row: Row) -> Iterator[tuple[str, Roles]]:
        """The facts of a row of a table."""
        if self.document.passages[sentence.passage].kind == "table" and self._may_report(sentence):
            yield from self._tables.facts(sentence, row)

    def facts(
        self,
        row: Row,
        reported: list[tuple[Counted, str | None]],
        actor: Entity | None,
        previous: Sequence[Entity] = (),
        chapeau: Sequence[Item] = (),
        described: Row | None = None,
        country: Entity | None = None,
    ) -> Iterator[tuple[str, Roles]]:
        """The facts that the reported numbers of a sentence make; ``actor``: whose doings the passage tells;
        ``previous``: what it named before; ``chapeau``: the line that introduces the items; ``described``: the row
        with what is only described; ``country``: of which the document is.
        """
        if not reported:
            return
        text = self.document.text
        yield from ((kind, in_its_money(roles, country)) for kind, roles in figures(text, row, reported))
        places = {one.quantity.start: place for one, _ in reported if (place := place_of(row, one)) is not None}
        listing = Row([*chapeau], row.language) if chapeau else None
        before = self._taught if is_alike(row) else []
        taught = list(training(text, row, reported, places, actor if not before else before[0], listing, previous))
        self._taught = [one for _, roles in taught if isinstance(one := roles.get("agent"), Entity)][:1]
        yield from taught
        whole = Row([*chapeau, *row.items], row.language) if chapeau else row
        given = list(funding(text, whole, reported, previous))
        if described is not None and any("recipient" not in roles for _, roles in given):
            known = [*funding(text, described, reported, previous)]
            given = [
                next((one for one in known if one[1].items() >= roles.items()), ("funding", roles))
                for _, roles in given
            ]
        yield from ((kind, in_its_money(roles, country)) for kind, roles in given)

    def _may_report(self, sentence: Sentence) -> bool:
        known = self._reports.get(sentence.passage)
        if known is None:
            known = self._reports[sentence.passage] = reports(self.document, sentence.passage)
        return known


def _holds(mention: Named, number: Quantity) -> bool:
    """Is the number part of a date or a name: "2030 Agenda", "Alliance 8.7"? "eleven Member States" is none."""
    if mention.start >= number.end or number.start >= mention.end:
        return False
    if not isinstance(mention.data, Entity) or mention.start < number.start:
        return True
    if mention.end <= number.end and number.unit not in ("", "%"):
        return False  # the "US" of "US$ 50,000", "300 United States dollars"
    if mention.end <= number.end:
        return True  # the second of "targets 8.7 and 16.2"
    return find_record(mention.data.id) is not None and mention.data.type != "ActorGroup"


def _settle_qualifier(items: list[Item], number: Quantity) -> None:
    """ "brought together [over] 20 participants": a preposition that only says how exact the number is leads to
    nothing.
    """
    low = number.start - len(number.qualifier) - 1 if number.qualifier else number.start
    for item in items:
        if item.kind == "P" and low <= item.start and item.end <= number.start:
            item.kind, item.data = "A", None


def _settle_noun(items: list[Item], number: Quantity) -> None:
    """ "9,870 calls", "two safe houses": what could be a verb is the noun, for no such verb has a plural subject."""
    first = item_behind(items, number.end)
    for item in items[first : first + _NEAR]:
        if item.kind == "V" and item.word.endswith("s") and item.data.form == "finite" and not item.data.passive:
            if not item.data.link and "H" not in item.readings:
                item.kind, item.data = "W", None
            return
        if item.kind != "W" or item.word.endswith("s"):
            return


def _settle_gifts(items: list[Item]) -> None:
    """ "With financial support from Sweden": behind a preposition or an article it is no verb."""
    for index, item in enumerate(items):
        if item.kind == "V" and item.data.form == "base" and item.word in word_set("en", "gift"):
            k = index - 1
            while k > 0 and items[k].kind in ("W", "J"):
                k -= 1
            if k >= 0 and (items[k].kind == "D" or (items[k].kind == "P" and items[k].word != "to")):
                item.kind, item.data = "W", None


def _is_planned(chapeau: Sequence[Item]) -> bool:
    """Does the line that introduces the items speak of what is to be done: "The project aims to:"?"""
    verbs = [item for item in chapeau if item.kind == "V"]
    if not verbs:
        return any(has(item, "I") for item in chapeau[-4:])
    last = verbs[-1]
    return bool(last.data.unreal or last.data.negated or last.data.form == "infinitive" or has(last, "I"))


def _is_mark(passage: Passage, number: Quantity, found: Found) -> bool:
    """ "1 United Nations, Treaty Series": a number that opens a note, or stands before the name of one thing."""
    named = [mention.data for mention in found.named if mention.start == number.end + 1]
    single = any(isinstance(data, Entity) and data.type != "ActorGroup" for data in named)
    return passage.kind == "footnote" or single
