"""Meetings whose time and place stand beside them, with no verb of holding: "at its 433rd meeting, on 10 April"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from extract.document import Document, Sentence
from extract.facts import Entity, Fact
from extract.framing.governing import demanded_clause
from extract.letterhead import is_town
from extract.mentions.dates import Date
from extract.mentions.describing import Hit
from extract.mentions.projects import is_place
from extract.relations import Roles
from extract.syntax.adjuncts import NO_DATE
from extract.syntax.items import Item, Named, has
from extract.syntax.rows import Row
from ontology.authority import records
from ontology.lexicon import Readings, clause_frames, verb_set, words
from ontology.types import is_a, is_any

_LINE = 120  # characters of a line
_KINDS = ("frontmatter", "title", "heading", "paragraph")
_HALF_DAY = re.compile(r",? ?[–—(-] ?(?:AM|PM|a\.m\.|p\.m\.|matin|après-midi|soir|night)\b", re.IGNORECASE)
_ADOPTED = re.compile(r"\bad[oé]pt", re.IGNORECASE)  # « adoptée à la troisième Conférence »: a day of its own
_WHERE = ("in", "at", "to")
LEADING = ("at", "to", "during", "in")  # « à sa 8097e séance », "at its 433rd meeting"
_BEFORE = ("after", "following", "before", "apres", "avant", "until", "pursuant")
_NEAR = 4  # items between "proposed", "next" and the meeting
_CLOSED = (",", ";", ")", "", ".", "-")


class Heads:
    """The meetings that the head of a document, or a line of its own, names above their date: "Fifty-ninth session /
    16 June–11 July 2025"; ``find`` must be called in the order of the text.
    """

    def __init__(
        self, document: Document, bodies: Mapping[str, Entity], names_in: Callable[[int, int], list[Hit]]
    ) -> None:
        self.document = document
        self.names_in = names_in
        self.bodies = bodies  # meeting id -> whose meeting it is
        self._above: tuple[Sentence, Entity] | None = None  # the meeting that the line before named, without a date

    def find(self, sentence: Sentence, named: Sequence[Named]) -> Iterator[Fact]:
        """The meeting whose date ``sentence`` tells, or those of the day of the document: "9881st meeting (AM)"."""
        above, self._above = self._above, None
        if sentence.end - sentence.start > _LINE or self.document.passages[sentence.passage].kind not in _KINDS:
            return
        date = next((mention.data for mention in named if isinstance(mention.data, Date)), None)
        things = [
            (thing, mention.end)
            for mention in named
            if isinstance(mention.data, Entity)
            for thing in mention.several or (mention.data,)
        ]
        meeting, behind = next((thing for thing in things if is_a(thing[0].type, "Meeting")), (None, 0))
        if meeting is None:
            place = next((thing for thing, _ in things if is_a(thing.type, "Place")), None)
            # "Lima Charter: adopted on 3 May 2019" below the name of a meeting
            other = any(not is_any(thing.type, ("Place", "State")) for thing, _ in things)
            if above is None or date is None or other or not _tells(above[1], place, date):
                return
            yield self._fact(above[0], sentence.end, roles_of(above[1], place or self._town(sentence), date))
            return
        if date is not None or _ADOPTED.search(self.document.text, sentence.start, behind) is not None:
            return
        if self._in_headline(sentence, behind, named):
            return
        self._above = (sentence, meeting)
        today = self.document.parts[0].date if self.document.parts else None
        if today is None:
            return
        for thing, end in things:  # "51ST & 52ND MEETINGS (AM & PM)"
            whose = thing == meeting or (thing.id in self.bodies and not _is_common(self.bodies[thing.id]))
            if whose and is_a(thing.type, "Meeting") and _HALF_DAY.match(self.document.text, end, sentence.end):
                yield self._fact(sentence, sentence.end, roles_of(thing, None, Date(0, 0, today.value)))

    def _in_headline(self, sentence: Sentence, behind: int, named: Sequence[Named]) -> bool:
        """ "IOM [hosts] a meeting on ports", of which the day below may be that of the news, and not of the meeting."""
        start = next(mention.start for mention in named if mention.end == behind)
        told = self.document.text[sentence.start : start].split()
        vocabulary = words(self.document.passages[sentence.passage].language)
        last = max((k for k, word in enumerate(told) if _is_present(vocabulary.readings(word.lower()))), default=0)
        return last > 0 and not any("P" in (vocabulary.readings(word.lower()) or {}) for word in told[last:])

    def _town(self, sentence: Sentence) -> Entity | None:
        """The town that the line below is the name of."""
        below = self.document.passages[sentence.passage + 1 : sentence.passage + 2]
        if not below or not is_town(self.document.text[below[0].start : below[0].end]):
            return None
        return next((one for _, _, one in self.names_in(below[0].start, below[0].end) if is_a(one.type, "Place")), None)

    def _fact(self, first: Sentence, end: int, roles: Roles) -> Fact:
        meeting = roles["meeting"]
        body = self.bodies.get(meeting.id) if isinstance(meeting, Entity) else None
        full = {**roles, "body": body} if body is not None else roles
        return Fact("meetings", full, first.start, end, first.passage)


def _is_present(readings: Readings | None) -> bool:
    """May the word be a verb that a headline tells news with: "hosts", « organise »?"""
    return any(form == "pres" for _, form in (readings or {}).get("V", ()))


def _tells(meeting: Entity, place: Entity | None, date: Date) -> bool:
    """Is the date that of the meeting? One day below a session, and no place, may be that of the document; a year
    ("United Nations, New York, 2025") is that of its printing.
    """
    if len(date.first) == 4:
        return False
    return place is not None or date.last is not None or "/session/" not in meeting.id


def beside(row: Row) -> Iterator[tuple[str, Roles]]:
    """ "World Conference on Human Rights (Vienna, 1993)", « à sa 8097e séance, le 14 novembre 2017 », "the Marrakech
    conference of December 2018".
    """
    verbless = not any(row.kind(k) == "V" for k in range(len(row.items)))
    for index, item in enumerate(row.items):
        if item.kind != "E" or not is_a(item.data.type, "Meeting"):
            continue
        if _opened(row, index):
            continue  # its first day or its last, which the frame tells
        led = preposition(row, index)
        if not verbless and led is not None and row.items[led].data == "margin":
            continue  # "held in the margins of the session in New York on 3 May": when and where that was held
        place, date = _listed(row.items[index + 1 :]) if verbless else adjuncts(row, index)
        if date is None and not verbless:
            date = opening(row, index)
        if date is None and place is None and not item.definite:
            place, date = _happened(row, index)
        if date is None and (entered := _entry(row, index)) is not None:
            verbless, place, date = True, place or adjuncts(row, index)[0], entered
        if date is not None and (verbless or takes_for_granted(row, index)):
            for meeting, day in _each(item, date):
                yield "meetings", roles_of(meeting, place, day)


def _entry(row: Row, index: int) -> Date | None:
    """ "4 May 2022 – Second Assembly of the Network, Rome, attended by IOM": the date that opens the line of a meeting
    of which no verb tells anything.
    """
    mark = row.back(index, "DA")
    opened = row.kind(mark - 1) == "T" and row.back(mark - 1, "DP") == -1
    ends = next((k for k in range(index, len(row.items)) if row.kind(k) == ";"), len(row.items))
    verbs = [k for k in range(index, ends) if row.kind(k) == "V" and not row.reduced(k)]
    told = any(row.items[k].data.form == "finite" for k in verbs)
    told = told or any(has(item, "undone") for item in row.items[index:ends])  # "Seminar on ports (cancelled)"
    return row.items[mark - 1].data if opened and row.kind(mark) in (":", "-", ",") and not told else None


def _each(item: Item, date: Date) -> Iterator[tuple[Entity, Date]]:
    """ "at its 8097th and 8098th meetings, on 14 and 15 November 2017": each with its day."""
    meetings = item.several or (item.data,)
    if len(meetings) == 1 or date.last is None:
        yield from ((meeting, date) for meeting in meetings)
    elif len(meetings) == 2:
        yield meetings[0], replace(date, last=None)
        yield meetings[1], replace(date, first=date.last, last=None)


@cache
def _edging_verbs() -> frozenset[str]:
    """Verbs of which the time is the first day of a meeting, or its last."""
    edging = (
        frame
        for frame in clause_frames()
        if frame.kind == "meetings" and (frame.options.get("opens") or frame.slots.get("time") == ("end",))
    )
    return frozenset(lemma for frame in edging for language in frame.verbs for lemma in frame.verbs[language])


def _opened(row: Row, index: int) -> bool:
    """ "opened the session in Vienna on 12 October 2020": is the meeting at ``index`` what somebody opens or closes?"""
    k = row.back(index, "DAO")
    return row.kind(k) == "V" and not _edging_verbs().isdisjoint(row.items[k].data.lemmas)


def takes_for_granted(row: Row, index: int) -> bool:
    """Does the sentence take the meeting for granted? The verb that governs it is neither negated nor to be."""
    for k in range(index - 1, -1, -1):
        item = row.items[k]
        if item.kind == ";":
            break
        if index - k < 3 and item.kind == "P" and item.data == "by":
            return False  # "adopted by the Thirteenth Congress on 19 April 2015": when it was adopted
        if item.kind == "X" or has(item, "hypothetical") or (has(item, "U") and index - k < _NEAR):
            return False
        if item.kind == "V":
            said = item.data.form != "infinitive" and not (item.data.unreal or item.data.negated)
            return said and not demanded_clause(row, k)
    after = next((item for item in row.items[index + 1 :] if item.kind == "V"), None)
    return after is None or not (after.data.unreal or after.data.negated)


def _is_common(body: Entity) -> bool:
    """Is it named by one word that no list knows: "71ST MEETING (PLENARY)"?"""
    return body.id not in records() and all(" " not in label for _, label in body.labels)


def roles_of(meeting: Entity, place: Entity | None, date: Date | None) -> Roles:
    """The roles of ``meeting``; one full date is its first day and its last."""
    roles: Roles = {"meeting": meeting}
    if date is not None:
        roles["start"] = date.first
        last = date.last or (date.first if len(date.first) == 10 else None)
        roles |= {"end": last} if last is not None else {}
    return roles | ({"place": place} if place is not None else {})


def _listed(items: Sequence[Item]) -> tuple[Entity | None, Date | None]:
    """ "Ninth session, Accra, 24 and 25 June 2019": the place and the date of a line that has no verb."""
    if any(item.kind == "E" and is_a(item.data.type, "Meeting") for item in items):
        return None, None
    date = next((item.data for item in items if item.kind == "T"), None)
    return next((item.data for item in items if _is_place(item)), None), date


def adjuncts(row: Row, index: int) -> tuple[Entity | None, Date | None]:
    """The place and the date right behind the meeting at ``index``: "in Lomé on 3 May", « du 3 mai à Lomé »."""
    place, date, k = None, None, index + 1
    while k < len(row.items) and date is None:
        if row.kind(k) == "(":
            within = _listed(row.items[k + 1 : row.close(k)])
            recorded = any(row.kind(i) == "E" and row.items[i].data.type == "Document" for i in range(k, row.close(k)))
            place, date, k = place or within[0], within[1], row.close(k) + 1
            if date is None and not recorded:  # « à sa 1885e séance (voir CRC/C/SR.1885), le 2 juin 2014 »
                break
            continue
        step = _step(row, k)
        if step is None or (row.kind(k) == "," and not _belongs(row, index, step)):
            break
        if row.kind(step) == "T":
            date = row.items[step].data
        else:
            place = place or row.items[step].data
        k = step + 1
    if date is not None and place is None and row.kind(k) == "P" and (step := _step(row, k)) is not None:
        place = row.items[step].data if _at(row, step) else None
    return place, date


def _step(row: Row, index: int) -> int | None:
    """The place or date that a comma or a preposition at ``index`` leads to."""
    k = row.skip(index + 1) if row.kind(index) == "," else index
    if row.kind(k) == "P":
        led = row.items[k].data
        k = row.skip(k + 1)
        wanted = row.kind(k) == "T" and led not in NO_DATE or (_at(row, k) and led in _WHERE)
        return k if wanted else None
    k = row.skip(k)
    return k if row.kind(k) == "T" or (row.kind(index) == "," and _at(row, k)) else None


def _at(row: Row, index: int) -> bool:
    return index < len(row.items) and _is_place(row.items[index])


def _is_place(item: Item) -> bool:
    return item.kind == "E" and is_place(item.data)


def _belongs(row: Row, meeting: int, index: int) -> bool:
    """Of ", in May 2019" behind a comma: it is closed, and no "after" leads to the meeting, so that it is its date; of
    "since the eighth session, in 2016," it is.
    """
    if row.kind(index) != "T":
        return True
    led = preposition(row, meeting)
    return row.kind(index + 1) in _CLOSED and (led is None or row.items[led].data not in _BEFORE)


def preposition(row: Row, index: int) -> int | None:
    """Where the preposition stands that leads to the meeting at ``index``; None where none does."""
    k = index - 1
    while row.kind(k) in ("D", "A", "J") or row.items[k].word in ("present", "présent"):
        k -= 1
    return k if row.kind(k) == "P" else None


def opening(row: Row, index: int) -> Date | None:
    """ "On 10 April 2019, at its 433rd meeting, the Committee …": the date that opens the sentence."""
    led = preposition(row, index)
    if led is None or row.items[led].data not in LEADING or row.kind(led - 1) != "," or row.kind(led - 2) != "T":
        return None
    opens = all(row.kind(k) in ("P", "D", "A") for k in range(led - 2))
    date: Date = row.items[led - 2].data
    return date if opens and len(date.first) == 10 else None


def _happened(row: Row, index: int) -> tuple[Entity | None, Date | None]:
    """ "The grants were presented in Vienna on 7 December 2023, at a ceremony": the place and the day of what was done
    at a meeting that is only told of so.
    """
    led = preposition(row, index)
    if led is None or row.items[led].data not in ("at", "during"):
        return None, None
    for clause in row.clauses():
        there = [one.index for led in ("at", "during") for spot in clause.slots.get(led, ()) for one in spot.members]
        if index in there and len(clause.dates) == 1 and len(clause.dates[0].first) == 10:
            where = (spot for led in _WHERE for spot in clause.slots.get(led, ()))
            spots = [one for spot in where for one in spot.entities]
            return next((one for one in spots if is_a(one.type, "Place")), None), clause.dates[0]
    return None, None


def declared(row: Row, meeting: Entity) -> Iterator[Roles]:
    """Where and when ``meeting`` was, told by those who declare something there: "We, the ministers of …, meeting in
    Port Vila from 15 to 17 October 2022".
    """
    for clause in row.clauses():
        spots = [phrase for led in _WHERE for phrase in clause.slots.get(led, ())]
        named = [one for spot in spots for one in spot.entities]
        place = next((one for one in named if is_a(one.type, "Place")), clause.place)
        if not verb_set("gathering").isdisjoint(clause.verb.data.lemmas) and place is not None and clause.dates:
            yield roles_of(meeting, place, clause.dates[0])
            return
