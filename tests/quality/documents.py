"""The sets of annotated documents: where they are, and how well a store built from one agrees with its annotations."""

from __future__ import annotations

import hashlib
from pathlib import Path

from extract.readers import find_sources
from graph.build import build
from graph.store import Store
from queries.evaluate import differences, evaluate
from queries.gold import read
from tests.quality.scores import Scores, Tally

GOLD = Path(__file__).parents[1] / "gold"
ROOT = GOLD.parents[1]
CORPUS = "corpus"
_NEWEST = 19  # dev19
LARGE = tuple(  # measured by the slow tests
    f"{language}/{name}"
    for language in ("en", "fr")
    for name in (*(f"dev{number}" for number in range(4, _NEWEST + 1)), "heldout")
)
SETS = (CORPUS, "en/dev", "en/dev2", "en/dev3", "fr/dev", "fr/dev2", "fr/dev3", *LARGE)
_QUOTE = 90  # characters of a quote that are shown


def is_heldout(name: str) -> bool:
    """Whether the set is only to be measured: its misses are not shown."""
    return "heldout" in name


def folder(name: str) -> Path:
    """Where the documents of a set are."""
    return ROOT / "extract" / "corpus" if name == CORPUS else GOLD / name


def files(name: str) -> tuple[Path, ...]:
    """The documents of a set, sorted."""
    return find_sources(folder(name))


def build_set(name: str, store: Path) -> None:
    """Builds the store of a set; raises AssertionError where a document, or a sentence of one, cannot be read."""
    summary = build([] if name == CORPUS else [folder(name)], store)
    assert summary.failures == [], summary.failures
    assert not any("the program failed" in warning for _, warning in summary.warnings), summary.warnings


def document_scores(name: str, path: Path) -> Scores:
    """How well the store at ``path`` agrees with the annotations of a set."""
    with Store.open(path) as store:
        found = evaluate(store, read(GOLD / name / "facts.jsonl"))
    assert found.absent == (), f"annotated, and not in the store: {found.absent}"
    kinds = {s.kind: Tally(s.gold, s.matched, s.returned, s.correct) for s in found.scores}
    lines: dict[str, tuple[str, ...]] = {}
    for row in differences(found):
        lines[row["kind"]] = (*lines.get(row["kind"], ()), _line(row))
    return Scores(kinds, lines, of=_digest(name))


def _digest(name: str) -> str:
    """What tells the documents and annotations of a set from others."""
    content = [path.read_bytes() for path in (*files(name), GOLD / name / "facts.jsonl")]
    return hashlib.sha256(b"\0".join(content)).hexdigest()[:12]


def _line(row: dict[str, str]) -> str:
    quote = row["quote"] if len(row["quote"]) <= _QUOTE else row["quote"][:_QUOTE] + "…"
    return f"{row['difference']}: {row['values']} [{row['document']} {row['paragraph']}] {quote}"
