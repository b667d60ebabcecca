"""The day of a document: at its top, in its dateline, at its foot, and the house that a dateline names."""

from __future__ import annotations

import re

from extract import wording
from extract.dates import date_pattern, is_dateline, is_range, posted_dates
from extract.document import Stated
from extract.front_lines import ADOPTED, LineReader
from extract.front_people import authored_in, segments
from extract.front_site import is_nameplate
from extract.front_title import LONGEST, is_communique
from extract.letterhead import is_letterhead
from extract.numbering import find_mark
from extract.wording import aligned

FOOT = 120  # characters: a line at the foot of a text is no longer
_BETWEEN = re.compile(r"(?<=\d)(?:er)?(?:\s?[-–]\s?|\s(?:and|to|et|au)\s)(?=\d)")  # two days of one meeting
_PLACE = 40  # characters of a place before the day of a dateline
_DATELINE = re.compile(r"[^.(]{0,30}?(?:\((?P<agency>[^)]{0,50})\)\s?)?[)\s]*(?:[–—-]|/)\s")


class DateReader(LineReader):
    """Finds the day of the document, once its lines are sorted."""

    def _dates(self) -> None:
        """The day of the document: the one at its top, that of its dateline, its meeting or its signature.

        A resolution that was adopted on one day and distributed on another, and a letter likewise, leaves it open.
        """
        stated = self.front.stated
        kind = stated["type"].value if "type" in stated else ""
        self._dateline()
        written = self._date_of_letter() if kind in ("letter", "note-verbale") and self.official else None
        other = self.adopted if kind in ADOPTED else written
        if "date" not in stated:
            for found in (other, self.held):
                if found is not None:
                    self.front.state("date", found.value, found.start, found.end)
            self._beside_date()
            self._posted_date()
            self._tail_date()
            self._foot_date()
            self._last_day()
        elif other is not None and other.value != stated["date"].value:
            del stated["date"]

    def _date_of_letter(self) -> Stated | None:
        title = self.front.stated.get("title")
        match = date_pattern().search(aligned(title.value)) if title is not None else None
        value = self.iso(match) if match is not None else None
        if title is None or match is None or value is None:
            return None
        return Stated(value, title.start + match.start(), title.start + match.end())

    def _beside_date(self) -> None:
        """« Actualités — 2 décembre 2022 — par Moussa Adamou »: a part of a line below the title that is but a day."""
        for i in range(self.first, self.body):
            words = self.words(i)
            if len(list(date_pattern().finditer(aligned(words)))) > 1:  # "January 2024 – December 2026"
                continue
            told = any(authored_in(aligned(words), "bylines"))  # "Prepared by the Coral Foundation, Suva, May 2025"
            behind = [(words.rfind(", ") + 2, len(words))] if told else []
            for first, last in [*segments(words), *behind]:
                match = date_pattern().fullmatch(aligned(words)[first:last])
                value = self.iso(match) if match is not None and last - first < len(words) else None
                if value is not None:
                    start = self.blocks[i].start
                    self.front.state("date", value, start + first, start + last)

    def _posted_date(self) -> None:
        """'…, United Nations Office on Drugs and Crime Posted on 17 February 2023': behind the words that say so."""
        for i in [*range(self.first, min(self.end, self.body + 1)), *self._foot(4)]:
            lower = aligned(self.words(i))[:LONGEST]
            for _, date in posted_dates(lower):
                value = self.iso(date)
                if value is not None:
                    start = self.blocks[i].start
                    self.front.state("date", value, start + date.start(), start + date.end())

    def _tail_date(self) -> None:
        """'High-level meeting on the Plan of Action, New York, 22 November 2021'."""
        for i in self.candidates:
            words = self.words(i)
            match = next((m for m in date_pattern().finditer(aligned(words)) if m.end() == len(words)), None)
            before = words[: match.start()].rstrip() if match is not None else ""
            value = self.iso(match) if match is not None and not is_range(words, match) else None
            if match is not None and value is not None and before.endswith((",", ", le")):
                start = self.blocks[i].start
                self.front.state("date", value, start + match.start(), start + match.end())

    def _foot_date(self) -> None:
        """« New York, le 17 avril 2020 » below a letter, "Done at Suva on 3 May 2021" below a declaration.

        A month is the last line, or stands above an entry.
        """
        foot = self._foot(4)
        for i in reversed(foot):
            words = self.words(i)
            listed = find_mark(words) is not None  # "2. Second Assembly, Kampala, 12 June 2012"
            told = is_dateline(words) or any(p.fullmatch(aligned(words)) for p in wording.patterns("done"))
            match = date_pattern().search(aligned(words)) if told and not listed else None
            value = self.iso(match) if match is not None and not is_range(words, match) else None
            if match is not None and value is not None and (len(value) == 10 or i == foot[-1]):
                start = self.blocks[i].start
                self.front.state("date", value, start + match.start(), start + match.end())

    def _last_day(self) -> None:
        """The communiqué of a meeting is of its last day: "Kampala, 3-4 May 2031"."""
        title = self.front.stated.get("title")
        if title is None or not is_communique(title.value):
            return
        for i in range(self.first, self.body):
            lower = aligned(self.words(i))
            for between in _BETWEEN.finditer(lower):
                match = date_pattern().match(lower[between.end() :])
                value = self.iso(match) if match is not None else None
                if match is not None and value is not None:
                    start = self.blocks[i].start + between.end()
                    self.front.state("date", value, start, start + match.end())

    def _dateline(self) -> None:
        """'VIENNA, 30 July 2020 (UNODC) – …' at the beginning of the text, with the agency in brackets."""
        if self.body >= self.end:
            return
        block = self.blocks[self.body]
        head = self.text[block.start : min(block.end, block.start + 110)]
        match = date_pattern().search(aligned(head))
        if match is None or match.start() > _PLACE:
            return
        if match.start() == 0 and self._lists_dates():
            return
        closed = _DATELINE.match(head, match.end())
        value = self.iso(match) if closed is not None else None
        if closed is not None and value is not None:
            self.front.state("date", value, block.start + match.start(), block.start + match.end())
            if closed["agency"] is not None and (is_nameplate(closed["agency"]) or is_letterhead(closed["agency"])):
                first, last = (block.start + at for at in closed.span("agency"))
                self.front.state("publisher", closed["agency"], first, last)

    def _lists_dates(self) -> bool:
        """Does the line below open with a date too: is it a chronology, and no dateline, that the text begins with?"""
        below = self.blocks[self.body + 1 : min(self.body + 2, self.end)]
        return any(date_pattern().match(aligned(self.text[block.start : block.end])) for block in below)

    def _foot(self, number: int) -> list[int]:
        """The last blocks of the text, footnotes aside, that are no running text."""
        inside = [i for i in range(self.body, self.end) if self.blocks[i].hint not in ("footnote", "symbol", "table")]
        return [i for i in inside[-number:] if self.blocks[i].end - self.blocks[i].start <= FOOT]
