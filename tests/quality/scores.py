"""Counts of what was found and what is right, by kind: the common form of all that is measured here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

ALL = "all"


@dataclass(frozen=True, slots=True)
class Tally:
    """``matched`` of the ``gold`` facts are found, ``right`` of the ``returned`` facts are annotated."""

    gold: int
    matched: int
    returned: int
    right: int

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.gold + other.gold,
            self.matched + other.matched,
            self.returned + other.returned,
            self.right + other.right,
        )

    @property
    def precision(self) -> float | None:
        """None where nothing was returned."""
        return None if self.returned == 0 else self.right / self.returned

    @property
    def recall(self) -> float | None:
        """None where nothing is annotated."""
        return None if self.gold == 0 else self.matched / self.gold


@dataclass(frozen=True, slots=True)
class Scores:
    """What was measured in one set. ``differences`` are lines for people, by kind: missed and unexpected facts."""

    kinds: Mapping[str, Tally]
    differences: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    trapped: tuple[str, ...] | None = None  # facts found where there is none; None where the set has no such part
    of: str = ""  # what tells the documents and annotations that were measured from others

    def tallies(self) -> dict[str, Tally]:
        """The sum, called 'all', then each kind."""
        return {ALL: sum(self.kinds.values(), Tally(0, 0, 0, 0)), **self.kinds}
