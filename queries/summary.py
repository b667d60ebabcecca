"""The end of a build, for people: what the store holds now, and what became of each source that was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from queries.render import table
from queries.text import clean

if TYPE_CHECKING:
    from graph.build import Summary


def to_text(summary: Summary, *, columns_wide: int) -> str:
    """The summary of a build as tables: counts, facts by kind, then each source with why."""
    counts = [
        ("documents", summary.documents),
        ("unchanged, not read again", summary.unchanged),
        ("passages", summary.passages),
        ("sentences", summary.sentences),
        ("mentions", summary.mentions),
        ("facts", sum(summary.facts.values())),
        *((f"  {kind}", count) for kind, count in sorted(summary.facts.items())),
    ]
    size = max(len(name) for name, _ in counts)
    lines = [f"{name:<{size}}  {count:>9,}" for name, count in counts]
    text = "".join(f"{line}\n" for line in lines)
    if summary.removed:
        text += "\nno longer in the graph: " + ", ".join(map(clean, summary.removed)) + "\n"
    rows = _sources(summary)
    if rows:
        text += "\n" + table(("source", "outcome", "reason"), rows, columns_wide=columns_wide)
    return text


def _sources(summary: Summary) -> list[dict[str, str]]:
    outcomes = (
        ("failed", summary.failures),
        ("duplicate", [(source, f"the same content as {first}, read once.") for source, first in summary.duplicates]),
        ("skipped", summary.skipped),
        ("warning", summary.warnings),
    )
    return [{"source": s, "outcome": outcome, "reason": reason} for outcome, rows in outcomes for s, reason in rows]
