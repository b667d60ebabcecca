"""What the passages of a document are read with, and where the reading stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from extract.document import Language, Passage, PassageKind
from extract.numbering import Lists
from extract.repair import CleanBlock


@dataclass(slots=True)
class Reading:
    """What the blocks of a document are read with: text, blocks, their languages, and which stand in front matter."""

    text: str
    blocks: tuple[CleanBlock, ...]
    languages: list[Language]
    front: dict[int, PassageKind]  # block -> 'title' or 'frontmatter'
    resolution: bool  # the symbol or a line of the front matter says that it is a resolution


@dataclass(slots=True)
class State:
    """Where the reading stands: the headings above, the number that counts, the open lists, the chapeaux of items."""

    passages: list[Passage] = field(default_factory=list)
    headings: list[tuple[int, int]] = field(default_factory=list)  # (level, passage)
    number: str | None = None  # label of the numbered paragraph that is open
    section: int = 0  # number of the last numbered heading at its level
    letter: str = ""  # last lettered heading
    lists: Lists = field(default_factory=Lists)
    chapeaux: dict[int, int] = field(default_factory=dict)  # depth -> passage that introduces items of that depth
    preamble: bool = False
    in_resolution: bool = False
    table: int | None = None  # what the rows of the open table stand under: its header row, or its caption
