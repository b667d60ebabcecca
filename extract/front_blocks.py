"""The blocks at the top of a document, and what its front matter has stated so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.dates import date_pattern, iso_date
from extract.document import Language, PassageKind, Stated
from extract.front_title import LONGEST, Kind
from extract.masthead import is_typed
from extract.repair import CleanBlock
from extract.wording import aligned


@dataclass(slots=True)
class Front:
    """Front matter of one language version: what each block at its top is, and what they state."""

    kinds: dict[int, PassageKind] = field(default_factory=dict)
    stated: dict[str, Stated] = field(default_factory=dict)

    def state(self, key: str, value: str, start: int, end: int) -> None:
        """Keep what is stated first."""
        if value and key not in self.stated:
            self.stated[key] = Stated(value, start, end)


class FrontBlocks:
    """The blocks of one language version, ``first`` to ``end`` of the document, and what is known of them so far."""

    def __init__(
        self, text: str, blocks: tuple[CleanBlock, ...], first: int, end: int, language: Language | None = None
    ) -> None:
        self.text = text
        self.language = language
        self.blocks = blocks
        self.first = first
        self.end = end
        self.body = first
        self.front = Front()
        self.candidates: list[int] = []
        self.official = False  # a masthead of the United Nations stands at the top
        self.agenda: int | None = None  # the line of the agenda item, and after it the last line of its heading
        self.kicker: int | None = None  # the line in front of the title that says in which column of a site it is
        self.nameplate: int | None = None  # the line that names the newspaper
        self.agenda_heads = 0
        self.kind: Kind | None = None
        self.title_block: int | None = None
        self.letterhead: tuple[int, int] | None = None
        self.house: int | None = None  # the line above the title that names whose paper it is, as the text tells
        self.meeting: int | None = None  # the line of its record: '8111th meeting'
        self.adopted: Stated | None = None  # the day on which it was adopted, or the meeting was held
        self.held: Stated | None = None

    def iso(self, match: re.Match[str]) -> str | None:
        """The date that ``match`` found, the day first in French."""
        return iso_date(match, day_first=self.language == "fr")

    def words(self, i: int) -> str:
        """The words of block ``i``."""
        return self.text[self.blocks[i].start : self.blocks[i].end]

    def _is_dated(self, i: int) -> bool:
        return date_pattern().search(aligned(self.words(i))) is not None

    def _is_titled(self, words: str) -> bool:
        """Whether ``words`` are a title that says what the document is."""
        return is_typed(aligned(words[:LONGEST]).rstrip("* "))
