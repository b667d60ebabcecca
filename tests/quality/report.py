"""What a test says where scores fell below their floors."""

from __future__ import annotations

from tests.quality.floors import Floors, below, too_many_traps
from tests.quality.scores import ALL, Scores

_LINES = 12  # differences shown of a kind


def complaint(name: str, scores: Scores, floors: Floors, *, show: bool) -> str:
    """What fell below its floor, with the differences of those kinds if ``show``; nothing if all is well."""
    fallen = below(scores, floors)
    lines = []
    for kind, line in fallen.items():
        lines.append(f"{name}: {line}")
        lines += _differences(scores, kind) if show and kind != ALL else []
    if fallen and not show:
        lines.append("This set is only to be measured as a whole: what differs is not shown.")
    if too_many_traps(scores, floors):
        found = scores.trapped or ()
        lines.append(f"{name}: {len(found)} facts in sentences that state none, ceiling {floors.traps}")
        lines += [f"  {line}" for line in found] if show else []
    return "\n".join(lines)


def _differences(scores: Scores, kind: str) -> list[str]:
    found = scores.differences.get(kind, ())
    more = len(found) - _LINES
    return [*(f"  {line}" for line in found[:_LINES]), *([f"  … and {more} more"] if more > 0 else [])]
