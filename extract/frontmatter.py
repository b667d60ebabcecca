"""What a document says of itself at its top: symbol, masthead, title, author, date, session, agenda item, type."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract import wording
from extract.dates import date_pattern
from extract.document import Language, Part, Stated
from extract.front_blocks import Front as Front
from extract.front_dates import DateReader
from extract.front_lines import ADOPTED
from extract.front_people import authored_in, first_name, is_actor, is_name, segments, signature
from extract.front_title import LONGEST, UNTITLED, Line, choose, span
from extract.letterhead import is_letterhead, is_state
from extract.masthead import is_open, is_organ, is_press
from extract.symbols import SYMBOL_PATTERN
from extract.wording import aligned

ROWS = 8  # rows of labels below a title
WIDE = 40  # characters of a line of a title that goes on
NAME = 6  # words of the name of an organisation
OFTEN = 2  # times that a text names whose it is
HEADS = 3  # lines among which it stands
BODY = 4  # blocks of text in which a document may call itself a report
ISSUED = ("report", "fact-sheet", "guide", "guideline")  # by the body that is named below the title, too
SIGNED = ("letter", "message", "statement", "speech", "article")
_NUMBERED = re.compile(r"(?:[RrDd][eé]\w+ )?(\d{1,4}/\d{1,4})\b")


class FrontReader(DateReader):
    """Reads the top of one language version: blocks ``first`` to ``end`` of the document."""

    def read(self) -> Front:
        """The front matter; blocks that belong to it are in ``kinds``."""
        self.sort()
        self._title()
        self._types()
        self._names()
        self._own_number()
        self._labelled_rows()
        self._dates()
        return self.front

    def _title(self) -> None:
        heads = self._agenda_heading()
        self.house = self._named_again()
        lines = [Line(i, self.words(i), self._is_hinted(i), i in heads) for i in self.candidates if i != self.house]
        lines = self._continued(lines)
        press = self._press_symbol()
        if press is not None:  # of the headlines of a press release the first is its title
            lines = [line for line in lines if self.blocks[line.index].start > press.start] or lines
        official = self.official and press is None
        line = choose(lines, self.kind, self._is_titled, official=official, alone=self.body == self.first + 1)
        if line is None and self.meeting is not None:
            line = Line(self.meeting, self.words(self.meeting))
        if line is None:
            self._letterhead()
            return
        first, last = span(line.words)
        if last > first:
            start = self.blocks[line.index].start
            self.front.kinds[line.index] = "title"
            begin = self._begun_above(line.index)
            if begin < line.index:  # "STATEMENT BY …, VICE-MINISTER," above "AT THE HIGH-LEVEL MEETING …"
                whole = " ".join([*(self.words(i) for i in range(begin, line.index)), line.words[:last]])
                self.front.state("title", whole, self.blocks[begin].start, start + last)
            last = self._symbol_behind(line.words, first, last, start)
            self.front.state("title", line.words[first:last], start + first, start + last)
            self.title_block = line.index
            for i in range(line.index + 1, self.body):  # the lines in which it goes on
                if self.blocks[i].start < start + last:
                    self.front.kinds[i] = "title"
        self._letterhead()

    def _symbol_behind(self, words: str, first: int, last: int, start: int) -> int:
        """Where the title in ``words[first:last]`` ends that the symbol of a resolution follows behind a dash:
        'Resolution on Ports - ACHPR/Res.641 (LXXXIV) 2025'; ``start`` is where the words begin in the text.
        """
        dash = re.search(r"\s[-–—]\s(?=\S+/\S)", words[first:last])
        from extract.mentions.symbols import parse  # which reads documents, as this does

        found = parse(words[first + dash.end() : last].strip()) if dash is not None else None
        if (
            dash is None
            or found is None
            or found.type not in ("Resolution", "Decision")
            or "symbol" in self.front.stated
        ):
            return last
        self.front.state("symbol", found.id, start + first + dash.end(), start + last)
        return first + dash.start()

    def _continued(self, lines: list[Line]) -> list[Line]:
        """Each line with those below that go on with it: "JOINT COMMUNIQUÉ" / "of the Third Conference on …"."""
        made: list[Line] = []
        above = [self.kind.line] if self.kind is not None else []
        above += [Line(self.kicker, self.words(self.kicker))] if self.kicker is not None else []
        for line in lines:
            first = wording.fold(line.words).split(" ")[0]
            led = line.words[0].islower() and first in wording.words("going_on")
            goes_on = led or self._is_second(line, made[-1:])
            if goes_on:
                made += [one for one in above if one.index == line.index - 1]
            if not goes_on or not made or made[-1].index + made[-1].words.count("\n") != line.index - 1:
                made.append(line)
                continue
            made[-1] = replace(made[-1], words=f"{made[-1].words}\n{line.words}")
        return [replace(line, words=line.words.replace("\n", " ")) for line in made]

    def _is_second(self, line: Line, above: Sequence[Line]) -> bool:
        """Whether ``line`` is the second of a title in capitals that is set over two lines of an official document."""
        long = self.official and line.words.isupper() and any(len(one.words) >= WIDE for one in above)
        near = self.blocks[line.index].gap == 0 and any(one.words.isupper() for one in above)
        return long and near and not is_letterhead(line.words) and not is_letterhead(above[0].words)

    def _press_symbol(self) -> Stated | None:
        """The symbol of a press release, 'GA/12744'."""
        symbol = self.front.stated.get("symbol")
        return symbol if symbol is not None and is_press(symbol.value) else None

    def _begun_above(self, index: int) -> int:
        """Where the title begins whose last line is at ``index``: lines above that end in a comma belong to it."""
        while not self.official and index - 1 in self.candidates and self.words(index - 1).endswith(","):
            index -= 1
        return index

    def _agenda_heading(self) -> range:
        """The lines below that of the agenda item that name it; where no empty lines divide them, all but the last.

        A single line that empty lines part from it, right above "Report of the Secretary-General", is the title.
        """
        if self.agenda is None or self.agenda_heads == 0:
            return range(0)
        apart = self.agenda_heads == 1 and self.blocks[self.agenda].gap > 0
        if apart and self.kind is not None and self.kind.line.index == self.agenda + 1:
            return range(0)
        flat = self.kind is not None and self.blocks[self.kind.line.index].gap == 0
        return range(self.agenda - self.agenda_heads + 1, self.agenda + 1 - (flat and self.agenda_heads > 1))

    def _letterhead(self) -> None:
        """The body whose paper it is: named above the title, or below the title of a report."""
        if self.official:
            return
        lines = [i for i in self.candidates if i != self.title_block]  # a State before the body below it yields to that
        for i in sorted(lines, key=lambda i: is_state(self.words(i))):
            block, words = self.blocks[i], self.words(i)
            if is_letterhead(words) or i == self.house:
                own = segments(words)[0][1]  # "Department of Public Information[ • News and Media Division]"
                self.letterhead = block.start, block.start + own
                if self.title_block is None or i < self.title_block:
                    self.front.state("publisher", words[:own], *self.letterhead)
                return

    def _is_hinted(self, i: int) -> bool:
        """Whether the page sets the line as its title, and not as the second of « Conférence des Parties à la »."""
        return self.blocks[i].hint == "title" and (i == self.first or not is_open(wording.fold(self.words(i - 1))))

    def _named_again(self) -> int | None:
        """The line that names whose paper it is: the first, where it is a name that the text below tells to be an
        actor's: "Tierra Justa", and "was launched by Tierra Justa" (one in capitals, where the text goes on to use it);
        or one beside "Annual Report 2024".
        """
        own_report = wording.patterns("own_reports")
        for k, i in enumerate(self.candidates[:HEADS]):
            beside = [wording.fold(self.words(j)) for j in (i - 1, i + 1) if self.first <= j < self.body]
            owned = any(one.fullmatch(words) for words in beside for one in own_report)
            if (k == 0 or owned) and self._is_house(i, owned=owned):
                return i
        return None

    def _is_house(self, i: int, *, owned: bool) -> bool:
        words = self.words(i).split()
        if not 1 < len(words) <= NAME or not (words[0][:1].isupper() and words[-1][:1].isupper()):
            return False
        name = r"\s+".join(map(re.escape, words))
        text = self.text[self.blocks[self.body - 1].end : self.blocks[self.end - 1].end]
        found = re.findall(rf"(?<!\w){name}(?!\w)", text, re.IGNORECASE)
        used = sum(one[:1].isupper() and not one.isupper() for one in found)
        acts = owned or " ".join(words).isupper() or any(one.search(text) for one in wording.named("acts", name))
        no_actor = any(one.search(text) for one in wording.named("no_actor", name))
        return used >= (OFTEN if " ".join(words).isupper() else 1) and acts and not no_actor

    def _labelled_rows(self) -> None:
        """Symbol and date in rows of labels below the title: 'Reference: | ICMPD/TBI/2024/117', 'Issued: | 3 June'."""
        for i in range(self.body, min(self.end, self.body + ROWS)):
            label, _, value = self.words(i).partition(" ; ")
            if self.blocks[i].hint != "table" or not label.endswith(":"):
                return
            folded, at = wording.fold(label).rstrip(" :"), self.blocks[i].end - len(value)
            if any(authored_in(f"{folded}: {aligned(value)}", "bylines")):
                self._author(at, self.blocks[i].end)  # 'Prepared by: | Anna Berg, Senior Officer'
            symbol = re.fullmatch(SYMBOL_PATTERN, value)
            if folded in wording.words("references") | wording.words("symbol_labels") and symbol is not None:
                self.front.state("symbol", value, at, self.blocks[i].end)
            date = date_pattern().fullmatch(aligned(value))
            issued = self.iso(date) if date is not None and folded in wording.words("posted") else None
            if issued is not None:
                self.front.state("date", issued, at, self.blocks[i].end)

    def _names(self) -> None:
        """Authors: 'By …' and its like anywhere in the front matter, or a name on a line of its own below the title."""
        for i in range(self.first, self.body):
            self._said_author(i)
        if self.title_block is not None and not self.official:
            for i in self.candidates:
                if i > self.title_block and is_name(first := first_name(self.words(i))):
                    self._author(self.blocks[i].start, self.blocks[i].start + len(first.partition(",")[0]))
        stated = self.front.stated
        kind = stated["type"].value if "type" in stated else ""
        if kind in ADOPTED and self.body < self.end and is_organ(self.words(self.body)):
            self._author(
                self.blocks[self.body].start, self.blocks[self.body].start + len(self.words(self.body).rstrip(", "))
            )
        if kind in SIGNED:
            self._signature()
        if kind in ISSUED and self.letterhead is not None:
            start, end = self.letterhead
            self.front.state("publisher", self.text[start:end], start, end)
            if kind == "report":
                self._author(start, end)
        if "title" in stated:
            self._possessive(stated["title"])

    def _own_number(self) -> None:
        """The symbol of a resolution that was copied without it, by its organ and the number before its title:
        "35/5. Mandate of the Special Rapporteur", "Resolution 8/12. …".
        """
        stated = self.front.stated
        kind = stated["type"].value if "type" in stated else ""
        if kind not in ADOPTED or "symbol" in stated or "author" not in stated or self.title_block is None:
            return
        from extract.mentions.symbols import parse  # which reads documents, as this does

        number = _NUMBERED.match(self.words(self.title_block))
        found = parse(f"{stated['author'].value} {kind} {number[1]}") if number is not None else None
        if number is not None and found is not None:
            start = self.blocks[self.title_block].start
            self.front.state("symbol", found.id, start + number.start(1), start + number.end(1))

    def _said_author(self, i: int) -> None:
        block, words = self.blocks[i], self.words(i)
        if i == self.title_block:
            words = words[: self.front.stated["title"].end - block.start]
        for first, last in segments(words):
            for match in authored_in(aligned(words)[first:last], "bylines", "authors"):
                self._author(*(block.start + first + at for at in match.span(1)))

    def _possessive(self, title: Stated) -> None:
        """The author of "Secretary-General's message", where no name stands beside it."""
        for pattern in wording.patterns("author_possessive"):
            match = pattern.fullmatch(aligned(title.value))
            if match is not None and is_actor(title.value[match.start(1) : match.end(1)]):
                self._author(title.start + match.start(1), title.start + match.end(1))

    def _signature(self) -> None:
        feet = self._foot(12)
        found = signature([self.words(i) for i in feet])
        if found is not None:
            start = self.blocks[feet[found[0]]].start
            self._author(start + found[1], start + found[2])

    def _types(self) -> None:
        """What kind of document it is, where a line, its title, its symbol or its first paragraphs leave no doubt."""
        stated = self.front.stated
        lines = [i for i, kind in self.front.kinds.items() if kind == "frontmatter" and self.first <= i < self.end]
        body = [(self.words(i), self.blocks[i].start) for i in (*lines, *self._body_blocks())]
        sources: list[tuple[str, bool, list[tuple[str, int]]]] = [
            ("symbol", True, [(s.value, s.start) for s in [stated.get("symbol")] if s is not None]),
            ("title", True, [(s.value, s.start) for s in [stated.get("title")] if s is not None]),
            ("body", False, body),
            ("foot", False, [(self.words(i), self.blocks[i].start) for i in self._foot(12)]),
        ]
        for where, whole, places in sources:
            for kind, rule_where, pattern, author in wording.type_rules():
                if rule_where != where or ("type" in stated and stated["type"].value != kind):
                    continue
                for words, start in places:
                    lower = aligned(words[:LONGEST])
                    match = pattern.fullmatch(lower) if whole else pattern.match(lower)
                    if match is not None:
                        self._state_type(kind, match, start, author=author)

        title = stated.get("title")
        if "type" in stated and stated["type"].value in UNTITLED and title is not None and is_letterhead(title.value):
            self.title_block = None
            del stated["title"]  # "PERMANENT MISSION OF TUVALU TO THE UNITED NATIONS"

    def _state_type(self, kind: str, match: re.Match[str], start: int, *, author: bool) -> None:
        self.front.state("type", kind, start + match.start(), start + match.end())
        if author:
            self._author(start + match.start(1), start + match.end(1))

    def _body_blocks(self) -> list[int]:
        first = range(self.body, min(self.end, self.body + BODY))
        return [i for i in first if i == self.body or self.blocks[i].end - self.blocks[i].start > 60]


def part(front: Front, language: Language, start: int, end: int) -> Part:
    """The language version in clean ``[start, end)`` with what its front matter states."""
    stated = front.stated
    return Part(
        language,
        start,
        end,
        title=stated.get("title"),
        type=stated.get("type"),
        date=stated.get("date"),
        author=stated.get("author"),
        publisher=stated.get("publisher"),
        session=stated.get("session"),
        agenda_item=stated.get("agenda_item"),
    )
