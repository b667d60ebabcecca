"""The lines that the benchmark prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Line:
    """One figure: what it is of, and, where there is one, the bar it is held to."""

    what: str
    value: float
    unit: str
    bar: float | None = None
    better: Literal["above", "below"] = "below"

    @property
    def met(self) -> bool | None:
        """Whether the bar is met; None where there is none."""
        if self.bar is None:
            return None
        return self.value >= self.bar if self.better == "above" else self.value <= self.bar

    def text(self) -> str:
        value = f"{self.value:,.0f}" if self.value >= 100 else f"{self.value:.2f}"
        line = f"{self.what:<62}{value:>10} {self.unit:<10}"
        if self.bar is None:
            return line.rstrip()
        bar = f"{'at least' if self.better == 'above' else 'at most'} {self.bar:g}"
        return f"{line}{bar:<14}{'yes' if self.met else 'NO'}"
