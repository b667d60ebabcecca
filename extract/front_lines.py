"""The lines at the top of a document: masthead, dates, what kind of document it is, and those that may be its title."""

from __future__ import annotations

import re

from extract import wording
from extract.dates import date_pattern, is_dateline, is_range, without_times
from extract.document import Stated
from extract.front_people import author_span, is_author_line
from extract.front_site import LONG, SiteLines, is_trail
from extract.front_title import NUMBERED, Kind, Line
from extract.joining import ends
from extract.letterhead import (
    is_address,
    is_motto,
    is_record,
    is_salutation,
    is_state,
    is_town,
    label_of,
    without_imprint,
)
from extract.masthead import (
    SIGNS,
    is_dated_series,
    is_open,
    is_organ,
    is_own_symbol,
    is_press,
    line_type,
    masthead_part,
    without_distribution,
    without_language,
)
from extract.numbering import find_mark
from extract.repair import CleanBlock
from extract.symbols import SYMBOL_PATTERN
from extract.wording import aligned

TOP = 40  # blocks: front matter is no longer
FAR = 2  # empty lines: what stands behind so many is no heading of the agenda item
_BESIDE = 4  # words beside a date; two more behind one below a title: « 12 juin 2023 Droit et prévention du crime »
ADOPTED = ("resolution", "decision")
ADOPTER = r".{0,40}?(?:adopted by|adoptée?s? par) (.{3,120}?)(?: (?:on|at|le|à|lors|without)\b.*|, .*|$)"


class LineReader(SiteLines):
    """Sorts the blocks at the top of one language version, ``first`` to ``end`` of the document, line by line."""

    def sort(self) -> None:
        """Give each line of the front matter its kind; what the lines state by themselves is noted."""
        i = self.first
        while i < min(self.end, self.first + TOP) and not self._is_body(i):
            self._line(i)
            i += 1
        self.body = i

    def _is_body(self, i: int) -> bool:
        """Whether the text itself begins with block ``i``."""
        block, words = self.blocks[i], self.words(i)
        if block.hint in ("title", "frontmatter"):
            return False
        if block.hint in ("footnote", "symbol", "table", "item") or (block.hint == "heading" and self.candidates):
            return True
        folded = wording.fold(words)
        if folded.rstrip(" :") in wording.words("headings") or self._is_caption(i):
            return True
        if is_organ(words) and (folded[-1] == "," or bool(self.candidates)):
            return True
        if is_salutation(words) or (i > self.first and label_of(folded) in wording.words("attendance")):
            return True
        mark = find_mark(words)
        if (
            mark is not None
            and mark.kind not in ("dash", "bullet")
            and (ends(words) or mark.kind.endswith("heading") or mark.value == "1")
            and not NUMBERED.match(words)
        ):
            return True
        return self._is_text(words, folded)

    def _is_caption(self, i: int) -> bool:
        """Whether a line of a page stands below its marked title and right above a table: "The Fund at a glance"."""
        below = self.blocks[i + 1].hint if i + 1 < self.end else ""
        titled = any(self.blocks[k].hint == "title" for k in self.candidates)
        return below == "table" and titled and not self._is_dated(i)

    def _is_text(self, words: str, folded: str) -> bool:
        if masthead_part(folded) is not None or line_type(aligned(words)) is not None or is_dateline(words):
            return False
        if any(pattern.fullmatch(folded) for pattern in wording.patterns("signature_lines")):
            return True
        if words[-1] in '.!?»”"' and ends(words) and len(words.split()) >= 5:
            return words[-1] != "?" or bool(self.candidates) or len(words) > LONG
        if len(words) > LONG and self._is_titled(words):
            return False
        return len(words) > LONG and (ends(words) or words[-1] == ",") or (words[-1] in ";:" and len(words) > 60)

    def _line(self, i: int) -> None:
        block, words = self.blocks[i], self.words(i)
        self.front.kinds[i] = "title" if block.hint == "title" else "frontmatter"
        lower = aligned(words)
        said = line_type(lower)
        if block.hint == "title":
            self.candidates.append(i)
        elif said is not None:
            self._kind_line(i, *said)
        elif self._is_nameplate(i, words):
            self.nameplate = i
            self.front.state("publisher", words, block.start, block.end)
        elif self._is_kicker(i, words) or self._is_below_nameplate(i, words):
            self.kicker = i
        elif not self._official_line(i) and not self._publisher(block, lower) and not self._is_noise(i, words):
            self.candidates.append(i)
            if self.agenda == i - 1 and (block.gap == 0 or (self.agenda_heads == 0 and block.gap < FAR)):
                self.agenda, self.agenda_heads = i, self.agenda_heads + 1

    def _kind_line(self, i: int, kind: str, match: re.Match[str], author: bool) -> None:
        """A line that says what the document is."""
        block, words = self.blocks[i], self.words(i)
        if self.kind is None:
            self.kind = Kind(Line(i, words), kind, author)
        self.front.state("type", kind, block.start, block.end)
        symbol = re.search(SYMBOL_PATTERN, words)
        if symbol is not None and is_own_symbol(symbol.group()):  # "Circular No. TO/C/2024/03"
            self.front.state("symbol", symbol.group(), block.start + symbol.start(), block.start + symbol.end())
        if author:
            self._author(*(block.start + at for at in match.span(1)))
        if kind in ADOPTED:
            self._note_adoption(i)

    def _note_adoption(self, i: int) -> None:
        """The day in 'Adopted by the Security Council …, on 21 November 2017', or on the next line."""
        block, words = self.blocks[i], self.words(i)
        base, match = block.start, date_pattern().search(aligned(words))
        if match is None and is_open(wording.fold(words)) and i + 1 < self.end:
            base, match = self.blocks[i + 1].start, date_pattern().fullmatch(aligned(self.words(i + 1)))
        value = self.iso(match) if match is not None else None
        if value is not None and match is not None and self.adopted is None:
            self.adopted = Stated(value, base + match.start(), base + match.end())
        said = re.match(ADOPTER, aligned(words))
        if said is not None:
            self._author(*(block.start + at for at in said.span(1)))

    def _official_line(self, i: int) -> bool:
        """Symbol, masthead and date, alone or together on a line: 'General Assembly Distr.: General 8 May 2018'."""
        block, words = self.blocks[i], self.words(i)
        if block.hint == "frontmatter":
            return True
        part = masthead_part(wording.fold(words).strip(SIGNS))
        if part is not None and part[0] in ("adoption", "meeting"):
            self._dated_line(i, part[0])
            return True
        rest = words
        symbol = re.search(SYMBOL_PATTERN, words) if len(words) <= 200 else None
        if symbol is not None:
            rest = re.sub(SYMBOL_PATTERN, " ", words)  # 'A/74/590–S/2019/920'
        rest, found_date = self._take_date(block, rest)
        folded, distributed = without_distribution(wording.fold(rest).strip(SIGNS))
        if symbol is not None and is_dated_series(symbol.group()) and folded.strip(" .") in wording.words("references"):
            folded = ""  # « Réf. : BCJ/TRT/C.14/2022 »
        if found_date and any(pattern.fullmatch(folded) for pattern in wording.patterns("issues")):
            folded = ""  # "Vol. 73, No. 114 | Thursday 5 June 2025"
        if symbol is not None and folded.strip(" .:") in wording.words("symbol_labels"):  # "Document BBP/SC/14/2"
            folded, start = "", block.start + symbol.start()
            self.front.state("symbol", symbol.group(), start, start + len(symbol.group()))
        part = masthead_part(folded) if folded else None
        if folded and part is None:
            folded = without_language(folded)
            part = masthead_part(folded)
        if folded and part is None:
            return found_date and not ends(folded) and (len(folded) <= 40 or self._in_masthead(words))
        self._note_masthead(block, words, symbol, part, distributed=distributed)
        if part is not None and part[0] == "agenda_item":
            self.agenda = i
        return True

    def _note_masthead(
        self,
        block: CleanBlock,
        words: str,
        symbol: re.Match[str] | None,
        part: tuple[str, re.Match[str]] | None,
        *,
        distributed: bool,
    ) -> None:
        own = symbol is not None and is_own_symbol(symbol.group())
        released = own and symbol is not None and is_press(symbol.group())
        masthead = part is not None and part[0] != "original"
        self.official = self.official or (own and not released) or distributed or (masthead and not self.candidates)
        leads = symbol is not None and symbol.start() == 0  # "A/74/127 Distr.: General Original: English"
        if symbol is not None and own and (part is None or part[0] == "organ" or (part[0] == "original" and leads)):
            value = re.sub(r"(?<=\w)\s?\(", " (", symbol.group())
            self.front.state("symbol", value, block.start + symbol.start(), block.start + symbol.end())
        if part is not None and part[0] in ("session", "agenda_item") and part[1].lastindex:
            self._masthead_value(block, words, *part)

    def _masthead_value(self, block: CleanBlock, words: str, key: str, match: re.Match[str]) -> None:
        """A session or agenda item, without the date or language that stands in the other column of the line."""
        said = match.group(1).strip(" ,:*|–-")
        at = aligned(words).find(said)
        closed = said.count("(") > said.count(")") and words[at + len(said) :].startswith(")")
        value = words[at : at + len(said) + closed] if at >= 0 else words.rstrip("*").strip()
        at = max(at, 0)
        self.front.state(key, value, block.start + at, block.start + at + len(value))

    def _dated_line(self, i: int, part: str) -> None:
        """The day of adoption or of the meeting that a line states."""
        if part == "adoption":
            self._note_adoption(i)
            return
        words = self.words(i)
        if (
            words[0].isdigit()
            and self.official
            and self.meeting is None
            and date_pattern().search(aligned(words)) is None
        ):
            self.meeting = i
        match = date_pattern().search(aligned(words))
        value = self.iso(match) if match is not None and not is_range(words, match) else None
        if match is not None and value is not None and self.held is None:
            start = self.blocks[i].start
            self.held = Stated(value, start + match.start(), start + match.end())

    def _take_date(self, block: CleanBlock, words: str) -> tuple[str, bool]:
        """``words`` without the date that they hold, which is noted; only where little else stands there."""
        if len(words) > 120 or wording.fold(words).startswith(tuple(wording.words("deadlines"))):
            return words, False
        match = date_pattern().search(aligned(words))
        if match is None:
            return words, False
        rest = without_times(f"{words[: match.start()]} {words[match.end() :]}")
        bare = [w for w in re.findall(r"\w+", wording.fold(rest)) if w not in wording.words("weekdays")]
        folded, _ = without_distribution(wording.fold(rest).strip(SIGNS))
        most = _BESIDE + 2 if self.candidates and match.start() == 0 and not ends(words) else _BESIDE
        if len(bare) > most and masthead_part(folded) is None and not self._in_masthead(words):
            return words, False
        value = self.iso(match)
        if value is not None and not is_range(words, match):
            at = block.start + aligned(self.text[block.start : block.end]).find(match.group())
            self.front.state("date", value, at, at + len(match.group()))
        return " ".join(w for w in rest.split() if wording.fold(w).strip(",") not in wording.words("weekdays")), True

    def _in_masthead(self, words: str) -> bool:
        """Whether a line with a date may name an organ: 'United Nations Convention against 9 May 2021'."""
        return self.official and not self.candidates and not ends(words) and not self._is_titled(words)

    def _publisher(self, block: CleanBlock, lower: str) -> bool:
        """Whether a line says who publishes, and no more: "Newsletter of the Ports Network", "UNODC Statement"."""
        name, _, last = self.text[block.start : block.end].rpartition(" ")
        said = line_type(last.lower()) if is_record(name) else None
        if said is not None:
            self.front.state("publisher", name, block.start, block.start + len(name))
            self.front.state("type", said[0], block.end - len(last), block.end)
            return True
        for list_ in ("newsletters", "publishers"):
            for pattern in wording.patterns(list_):
                match = pattern.fullmatch(lower)
                if match is not None and not _is_no_body(match.group(1)):
                    start, end = (block.start + at for at in match.span(1))
                    name = without_imprint(self.text[start:end])
                    self._take_date(block, self.text[start + len(name) : end])
                    self.front.state("publisher", name, start, start + len(name))
                    if list_ == "newsletters":
                        self.front.state("type", "newsletter", block.start, start - 1)
                    return True
        return False

    def _is_noise(self, i: int, words: str) -> bool:
        """Navigation, places, addresses, labels, names of files with their size: 'Reflections (192.08 KB)'."""
        if is_trail(words) or (i > self.first and is_state(self.words(i - 1)) and is_motto(words)):
            return True
        folded = wording.fold(words).strip(" ,")
        return (
            folded in wording.words("navigation")
            or folded in wording.words("dateline_places")
            or folded in wording.words("contents")
            or folded in wording.words("annexes")
            or _is_remark(folded)
            or (label_of(folded) or "").rstrip(".") in wording.words("labels")
            or is_address(words)
            or is_town(words.strip(" ,"))
            or re.search(r"\(\s?\d+(?:[.,]\d+)? ?[kmg][bo]\)$", folded) is not None
            or is_author_line(words)
            or any(pattern.fullmatch(folded) for pattern in wording.patterns("issues"))
            or not any(map(str.isalpha, words))
        )

    def _author(self, start: int, end: int) -> None:
        """Note the author that clean ``[start, end)`` names."""
        found = author_span(self.text[start:end])
        if found is not None and self.text[start + found[0]].isupper() and not is_town(self.text[start:end].strip()):
            first, last = start + found[0], start + found[1]  # not of « Déclaration de Port-Louis sur la traite »
            self.front.state("author", self.text[first:last], first, last)


def _is_remark(folded: str) -> bool:
    """What a house says of how its text may be used: "For information - not an official record"."""
    parts = re.split(r"\s?[–—;,.•|]\s?|\s-\s", folded.strip("[]()*. "))
    known = {part.rstrip(".") for part in wording.words("delivery")}
    return folded.strip("[]()*. ") in known or all(part in known for part in parts)


def _is_no_body(words: str) -> bool:
    """« Bulletin des [traités] », « La Lettre de [Dakar] »: a common word, or a town."""
    from extract.mentions.entities import is_known_word
    from extract.mentions.heads import is_head
    from ontology.fold import fold

    folded = fold(words).strip()
    common = any(is_known_word(folded, language) or is_head(folded, language) for language in ("en", "fr"))
    return is_town(words.strip()) or (" " not in folded and common)
