"""The floors of precision and recall: read, compared with what is measured, and raised, never lowered."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.quality.scores import Scores, Tally

FILE = Path(__file__).parents[1] / "gold" / "floors.yaml"
TRAPS, OF = "traps", "of"
MARGIN = 0.03  # further above its floor a score is worth a hint
HEADER = """\
# Precision and recall below which no change may fall, by set and kind; `null` where there is nothing to measure.
# `traps` is how many facts may at most be found in the sentences of a set that state none. `make floors` raises what
# can be raised and lowers the traps; a floor is never set lower by hand. `of` tells the annotations that were measured:
# where documents or annotations of a set change, it is another set, and is measured anew.
"""


@dataclass(frozen=True, slots=True)
class Floor:
    """The least precision and recall of a kind, None where there is none."""

    precision: float | None
    recall: float | None


@dataclass(frozen=True, slots=True)
class Floors:
    """The floors of one set, and the most facts that its traps may yield (None: it has no traps)."""

    kinds: Mapping[str, Floor]
    traps: int | None = None
    of: str = ""  # what :attr:`Scores.of` was when they were measured


def read(path: Path = FILE) -> dict[str, Floors]:
    """The floors in ``path`` by the name of the set; none where there is no such file."""
    import yaml

    content = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None
    return {name: _floors(entry) for name, entry in (content or {}).items()}


def _floors(entry: Mapping[str, object]) -> Floors:
    kinds: dict[str, Floor] = {}
    traps, of = None, ""
    for kind, value in entry.items():
        if kind == OF:
            of = str(value)
        elif isinstance(value, list):
            precision, recall = value
            kinds[kind] = Floor(precision, recall)
        elif kind == TRAPS and isinstance(value, int):
            traps = value
        else:
            raise ValueError(f"{kind}: {value!r} is no floor")
    return Floors(kinds, traps, of)


def write(floors: Mapping[str, Floors], path: Path = FILE) -> None:
    """Writes ``floors`` to ``path``, one line for each kind."""
    lines = [HEADER.rstrip("\n")]
    for name, entry in floors.items():
        lines.append(f"{name}:")
        lines += [f"  {kind}: [{_cell(f.precision)}, {_cell(f.recall)}]" for kind, f in entry.kinds.items()]
        lines += [] if entry.of == "" else [f'  {OF}: "{entry.of}"']
        lines += [] if entry.traps is None else [f"  {TRAPS}: {entry.traps}"]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _cell(value: float | None) -> str:
    return "null" if value is None else f"{value:.2f}"


def below(scores: Scores, floors: Floors) -> dict[str, str]:
    """Kinds that fell below their floor, or have none -> what is to be said of it."""
    if changed(scores, floors):
        return {"all": "the set is not the one that its floors were measured on: make floors"}
    found = {}
    for kind, tally in scores.tallies().items():
        floor = floors.kinds.get(kind)
        if floor is None:
            found[kind] = f"{kind} has no floor yet: make floors"
        elif _less(tally.precision, floor.precision) or _less(tally.recall, floor.recall):
            found[kind] = f"{kind} {_shown(tally)}, floor {_cell(floor.precision)} and {_cell(floor.recall)}"
    return found


def _less(score: float | None, floor: float | None) -> bool:
    # where nothing is returned there is no precision, and recall tells of it
    return score is not None and floor is not None and score < floor - 1e-9


def _shown(tally: Tally) -> str:
    return (
        f"has precision {_cell(tally.precision)} ({tally.right} of {tally.returned}) "
        f"and recall {_cell(tally.recall)} ({tally.matched} of {tally.gold})"
    )


def changed(scores: Scores, floors: Floors) -> bool:
    """Whether documents or annotations have changed since the floors were measured."""
    return scores.of != "" and floors.of not in ("", scores.of)


def too_many_traps(scores: Scores, floors: Floors) -> bool:
    """Whether more facts were found in traps than may be, or no ceiling is set."""
    return scores.trapped is not None and (floors.traps is None or len(scores.trapped) > floors.traps)


def hints(scores: Scores, floors: Floors) -> list[str]:
    """Kinds whose floor lies well below what is measured."""
    found = []
    for kind, tally in scores.tallies().items():
        floor = floors.kinds.get(kind, Floor(None, None))
        pairs = ((tally.precision, floor.precision), (tally.recall, floor.recall))
        if any(score is not None and held is not None and score > held + MARGIN for score, held in pairs):
            held = f"{_cell(floor.precision)} and {_cell(floor.recall)}"
            found.append(f"{kind} {_shown(tally)}; its floor of {held} can be raised: make floors")
    return found


def raised(scores: Scores, floors: Floors) -> Floors:
    """``floors`` with everything that was measured higher, in whole hundredths, and no more traps than were found."""
    if changed(scores, floors):
        floors = Floors({})
    kinds = dict(floors.kinds)
    for kind, tally in scores.tallies().items():
        old = floors.kinds.get(kind, Floor(None, None))
        kinds[kind] = Floor(_higher(old.precision, tally.precision), _higher(old.recall, tally.recall))
    counts = [n for n in (floors.traps, None if scores.trapped is None else len(scores.trapped)) if n is not None]
    return Floors(kinds, min(counts, default=None), scores.of)


def _higher(floor: float | None, score: float | None) -> float | None:
    # 0.29 * 100 is 28.999…: without the small addition a floor would sink when it is written again
    candidates = [v for v in (floor, None if score is None else math.floor(score * 100 + 1e-9) / 100) if v is not None]
    return max(candidates, default=None)
