"""What a document says of itself at its top: symbol, masthead, title, author, date, session, agenda item, type."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from extract import wording
from extract.dates import date_pattern, iso_date
from extract.document import Language, Part, PassageKind, Stated
from extract.joining import ends
from extract.masthead import SIGNS, is_organ, line_type, masthead_part, without_distribution
from extract.numbering import find_mark
from extract.repair import CleanBlock
from extract.symbols import SYMBOL_PATTERN

TOP = 40  # blocks: front matter is no longer
LONG = 160  # characters: running text, not a line of front matter
TITLE = 400
BODY = 4  # blocks of text in which a document may call itself a report

Value = tuple[str, int, int]


@dataclass(slots=True)
class Front:
    """Front matter of one language version: what each block at its top is, and what they state."""

    kinds: dict[int, PassageKind] = field(default_factory=dict)
    stated: dict[str, Stated] = field(default_factory=dict)

    def state(self, key: str, value: str, start: int, end: int) -> None:
        """Keep what is stated first."""
        if value and key not in self.stated:
            self.stated[key] = Stated(value, start, end)


def aligned(words: str) -> str:
    """``words`` in lower case with straight apostrophes, each character in its place."""
    lower = words.lower().replace("’", "'")
    return (
        lower
        if len(lower) == len(words)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in words).replace("’", "'")
    )


class FrontReader:
    """Reads the top of one language version: blocks ``first`` to ``end`` of the document."""

    def __init__(self, text: str, blocks: tuple[CleanBlock, ...], first: int, end: int) -> None:
        self.text = text
        self.blocks = blocks
        self.first = first
        self.end = end
        self.front = Front()
        self.candidates: list[int] = []
        self.official = False  # a masthead of the United Nations stands at the top
        self.type_line: int | None = None

    def read(self) -> Front:
        """The front matter; blocks that belong to it are in ``kinds``."""
        i = self.first
        while i < min(self.end, self.first + TOP) and not self._is_body(i):
            self._line(i)
            i += 1
        self.body = i
        self._title()
        self._names()
        self._dateline()
        self._types()
        return self.front

    def words(self, i: int) -> str:
        return self.text[self.blocks[i].start : self.blocks[i].end]

    def _is_body(self, i: int) -> bool:
        """Whether the text itself begins with block ``i``."""
        block, words = self.blocks[i], self.words(i)
        if block.hint in ("title", "frontmatter"):
            return False
        if block.hint in ("footnote", "symbol", "table", "item") or (block.hint == "heading" and self.candidates):
            return True
        folded = wording.fold(words)
        if folded.rstrip(" :") in wording.words("headings"):
            return True
        if is_organ(words) and (folded[-1] == "," or bool(self.candidates)):
            return True
        mark = find_mark(words)
        if (
            mark is not None
            and mark.kind not in ("dash", "bullet")
            and (ends(words) or mark.kind.endswith("heading") or mark.value == "1")
        ):
            return True
        if masthead_part(folded) is not None or line_type(aligned(words)) is not None:
            return False
        if words[-1] in '.!?»”"' and ends(words) and len(words.split()) >= 5:
            return True
        return len(words) > LONG and (ends(words) or words[-1] == ",") or (words[-1] in ";:" and len(words) > 60)

    def _line(self, i: int) -> None:
        block, words = self.blocks[i], self.words(i)
        self.front.kinds[i] = "title" if block.hint == "title" else "frontmatter"
        lower = aligned(words)
        said = line_type(lower)
        if block.hint == "title":
            self.candidates.append(i)
        elif said is not None:
            kind, match, author = said
            self.type_line = i if self.type_line is None else self.type_line
            self.front.state("type", kind, block.start, block.end)
            if author:
                self._author(*(block.start + at for at in match.span(1)))
        elif not self._official_line(block, words) and not self._publisher(block, lower) and not self._is_noise(words):
            self.candidates.append(i)

    def _official_line(self, block: CleanBlock, words: str) -> bool:
        """Symbol, masthead and date, alone or together on a line: 'General Assembly Distr.: General 8 May 2018'."""
        if block.hint == "frontmatter":
            return True
        rest = words
        symbol = re.search(SYMBOL_PATTERN, words) if len(words) <= 200 else None
        if symbol is not None:
            rest = words.replace(symbol.group(), " ")
        rest, found_date = self._take_date(block, rest)
        folded = wording.fold(rest).strip(SIGNS)
        folded, distributed = without_distribution(folded)
        part = masthead_part(folded) if folded else None
        if folded and part is None:
            return found_date and len(folded) <= 40 and not ends(folded)
        self.official = self.official or symbol is not None or distributed or part is not None
        if symbol is not None and (part is None or part[0] == "organ"):
            value = re.sub(r"(?<=\w)\s?\(", " (", symbol.group())
            self.front.state("symbol", value, block.start + symbol.start(), block.start + symbol.end())
        if part is not None and part[0] in ("session", "agenda_item") and part[1].lastindex:
            self._masthead_value(block, words, part[0])
        return True

    def _masthead_value(self, block: CleanBlock, words: str, key: str) -> None:
        value = words.rstrip("*").strip()
        self.front.state(key, value, block.start, block.start + len(value))

    def _take_date(self, block: CleanBlock, words: str) -> tuple[str, bool]:
        """``words`` without the date that they hold, which is noted; only where little else stands there."""
        if len(words) > 120:
            return words, False
        match = date_pattern().search(aligned(words))
        if match is None:
            return words, False
        rest = f"{words[: match.start()]} {words[match.end() :]}"
        bare = [w for w in re.findall(r"\w+", wording.fold(rest)) if w not in wording.words("weekdays")]
        folded, _ = without_distribution(wording.fold(rest).strip(SIGNS))
        if len(bare) > 4 and masthead_part(folded) is None:
            return words, False
        value = iso_date(match)
        if value is not None and re.search(r"\d\s?[–-]$|\b(?:to|and|au|et)\s$", words[: match.start()]) is None:
            at = self.text.find(self.text[block.start : block.end][match.start() : match.end()], block.start)
            if words == self.words_of(block):
                at = block.start + match.start()
            self.front.state("date", value, at, at + match.end() - match.start())
        return " ".join(w for w in rest.split() if wording.fold(w).strip(",") not in wording.words("weekdays")), True

    def words_of(self, block: CleanBlock) -> str:
        return self.text[block.start : block.end]

    def _publisher(self, block: CleanBlock, lower: str) -> bool:
        for pattern in wording.patterns("publishers"):
            match = pattern.fullmatch(lower)
            if match is not None:
                start, end = (block.start + at for at in match.span(1))
                self.front.state("publisher", self.text[start:end], start, end)
                return True
        return False

    def _is_noise(self, words: str) -> bool:
        """Navigation, places of datelines, names of files with their size: 'Reflections (192.08 KB)'."""
        folded = wording.fold(words).strip(" ,")
        return (
            folded in wording.words("navigation")
            or folded in wording.words("dateline_places")
            or re.search(r"\(\s?\d+(?:[.,]\d+)? ?[kmg][bo]\)$", folded) is not None
            or not any(map(str.isalpha, words))
        )

    def _title(self) -> None:
        """The title: that of the page, of the resolution, the last line above 'Report of …', else the first line."""
        found = [i for i in self.candidates if len(self.words(i)) <= TITLE and not self._is_name(i, after_title=False)]
        if not found:
            return
        hinted = [i for i in found if self.blocks[i].hint == "title"]
        numbered = [i for i in found if re.match(r"\d{1,4}/\d{1,4}\.? |[Rr][ée]solution \d{1,4} \(", self.words(i))]
        above = [i for i in found if self.type_line is not None and i < self.type_line]
        i = (
            hinted
            or numbered
            or (above if self.official and above else [])[-1:]
            or (found[-1:] if self.official else found)
        )[0]
        words, start = self.words(i), self.blocks[i].start
        if not self._is_title(i, words):
            return
        prefix = re.match(r"\d{1,4}/\d{1,4}\.?\s+|(?:[Tt]itle|[Tt]itre|[Ss]ubject|[Oo]bjet)\s?:\s+", words)
        first = prefix.end() if prefix is not None else 0
        last = len(re.sub(r"(?:\s*\[[^\[\]]{0,80}\]|[\s*]+)+$", "", words))
        if last > first:
            self.front.kinds[i] = "title"
            self.front.state("title", words[first:last], start + first, start + last)
            self.title_block = i

    title_block: int | None = None

    def _is_title(self, i: int, words: str) -> bool:
        if self.blocks[i].hint == "title":
            return True
        return not ends(words.rstrip('* ]"”»)')) and not words[0].islower() and len(words) >= 4 and words[-1] != ","

    def _is_name(self, i: int, *, after_title: bool) -> bool:
        """'Amy Emel Muedin', 'António Guterres, Secretary-General': capitalized words, an office after a comma."""
        name, _, office = self.words(i).partition(",")
        parts = name.split()
        if not 2 <= len(parts) <= 5 or len(name) > 60 or any(c.isdigit() for c in name) or len(office) > 100:
            return False
        if wording.fold(name) in wording.words("dateline_places") or not after_title:
            return False
        particles = wording.words("name_particles")
        named = all(
            p[0].isupper() and not p.isupper() or p.lower() in particles or p.isupper() and k
            for k, p in enumerate(parts)
        )
        return (
            named
            and not any(p.lower() in wording.stop_words()["en"] - particles for p in parts)
            and "-" not in parts[0][:1]
        )

    def _names(self) -> None:
        """Authors: 'By …' and its like anywhere in the front matter, or a name on a line of its own below the title."""
        for i in range(self.first, self.body):
            block, lower = self.blocks[i], aligned(self.words(i))
            if i == self.title_block:
                lower = lower[: self.front.stated["title"].end - block.start]
            for pattern in wording.patterns("authors"):
                match = pattern.fullmatch(lower)
                if match is not None:
                    start, end = (block.start + at for at in match.span(1))
                    self._author(start, end)
        if self.title_block is None:
            return
        for i in self.candidates:
            if i > self.title_block and self._is_name(i, after_title=True):
                self._author(self.blocks[i].start, self.blocks[i].start + len(self.words(i).partition(",")[0]))

    def _author(self, start: int, end: int) -> None:
        """Note the author in clean ``[start, end)``, without article, title of courtesy and what follows a comma."""
        kept = self.text[start:end].partition(",")[0].rstrip("* ")
        courtesy = r"(?:the|le|la|l['’]|[^\W\d_]{1,5}\.?(?=\s))\s?"
        lead = re.match(courtesy, kept, re.IGNORECASE)
        if lead is not None and kept[lead.end() :][:1].isupper():
            word = lead.group().strip(" .'’").lower()
            if word in ("the", "le", "la", "l") or word in wording.words("abbreviations", "title"):
                kept, start = kept[lead.end() :], start + lead.end()
        self.front.state("author", kept, start, start + len(kept))

    def _dateline(self) -> None:
        """'VIENNA, 30 July 2020 (UNODC) – …' at the beginning of the text."""
        if "date" in self.front.stated or self.body >= self.end:
            return
        block = self.blocks[self.body]
        head = self.text[block.start : min(block.end, block.start + 90)]
        match = date_pattern().search(aligned(head))
        if match is not None and re.match(r"[^.]{0,30}?(?:\([^)]{0,30}\)\s?)?[)\s]*(?:[–—-]|/)\s", head[match.end() :]):
            value = iso_date(match)
            if value is not None and match.start() <= 40:
                self.front.state("date", value, block.start + match.start(), block.start + match.end())

    def _types(self) -> None:
        """What kind of document it is, where a line, its title, its symbol or its first paragraphs leave no doubt."""
        stated = self.front.stated
        sources: list[tuple[str, Callable[[re.Pattern[str], str], re.Match[str] | None], list[tuple[str, int]]]] = [
            ("title", re.Pattern.fullmatch, [(s.value, s.start) for s in [stated.get("title")] if s is not None]),
            ("symbol", re.Pattern.fullmatch, [(s.value, s.start) for s in [stated.get("symbol")] if s is not None]),
            ("body", re.Pattern.match, [(self.words(i), self.blocks[i].start) for i in self._body_blocks()]),
        ]
        for where, apply, places in sources:
            for kind, rule_where, pattern, _ in wording.type_rules():
                for words, start in places if rule_where == where else ():
                    match = apply(pattern, aligned(words[:TITLE]))
                    if match is not None:
                        self.front.state("type", kind, start + match.start(), start + match.end())

    def _body_blocks(self) -> list[int]:
        return [i for i in range(self.body, min(self.end, self.body + BODY)) if len(self.words(i)) > 60]


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
