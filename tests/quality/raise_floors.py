"""Measures every set and raises the floors that are lower: `make floors`."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.quality import floors
from tests.quality.documents import SETS as DOCUMENTS
from tests.quality.documents import build_set, document_scores
from tests.quality.scores import Scores
from tests.quality.sentences import LARGE, sentence_scores
from tests.quality.sentences import SETS as SENTENCES


def measured() -> dict[str, Scores]:
    """The scores of every set."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in DOCUMENTS:
            store = Path(folder, name.replace("/", "-"))
            build_set(name, store)
            found[name] = document_scores(name, store)
    return found | {name: sentence_scores(name) for name in (*SENTENCES, *LARGE)}


def main() -> None:
    """Writes the floors, and prints what was measured and what fell below."""
    held = floors.read()
    found = measured()
    now = {name: floors.raised(scores, held.get(name, floors.Floors({}))) for name, scores in found.items()}
    for name, scores in found.items():
        print(f"{name}")
        for kind, tally in scores.tallies().items():
            cells = (f"{v:.3f}" if v is not None else "–" for v in (tally.precision, tally.recall))
            print(f"  {kind:<18}{'  '.join(cells)}   {tally.matched}/{tally.gold}, {tally.right}/{tally.returned}")
        if scores.trapped is not None:
            print(f"  facts in traps    {len(scores.trapped)}")
        for line in floors.below(scores, now[name]).values():
            print(f"  BELOW ITS FLOOR: {line}")
    floors.write(now)


if __name__ == "__main__":
    main()
