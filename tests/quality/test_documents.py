"""Annotated documents: scores keep above their floors, quotes are the words of the file, builds are the same bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.export import export
from graph.store import Store
from queries.values import plain
from tests.quality import floors
from tests.quality.documents import CORPUS, LARGE, ROOT, SETS, document_scores, files, folder, is_heldout
from tests.quality.report import complaint

StoreOf = Callable[[str], Path]
MEASURED = [pytest.param(name, marks=pytest.mark.slow) if name in LARGE else name for name in SETS]
EVIDENCE = """
SELECT DISTINCT ?fact ?document ?quote ?start ?end WHERE {
  ?fact :evidence ?annotation .
  ?annotation oa:hasTarget ?selection .
  ?selection oa:hasSource ?document ; oa:hasSelector ?text , ?position .
  ?text oa:exact ?quote .
  ?position oa:start ?start ; oa:end ?end .
} ORDER BY ?document ?start ?end ?fact
"""
BUILD = """
import sys
from pathlib import Path
from graph.build import build
build([Path(name) for name in sys.argv[2:]], Path(sys.argv[1]))
"""


@pytest.mark.parametrize("name", MEASURED)
def test_scores_keep_above_their_floors(name: str, store_of: StoreOf) -> None:
    scores, held = document_scores(name, store_of(name)), floors.read().get(name, floors.Floors({}))
    print(*floors.hints(scores, held), sep="\n")
    fallen = complaint(name, scores, held, show=not is_heldout(name))
    if fallen != "":
        pytest.fail(fallen, pytrace=False)


@pytest.mark.parametrize("name", MEASURED)
def test_every_quote_is_in_the_file_where_the_graph_says(name: str, store_of: StoreOf) -> None:
    wrong, count = [], 0
    with Store.open(store_of(name)) as store:
        texts = {entry["iri"]: store.text(entry["iri"]) or "" for entry in store.manifest["documents"]}
        for row in store.select(EVIDENCE):
            document, quote = str(plain(row["document"])), str(plain(row["quote"]))
            start, end = int(str(plain(row["start"]))), int(str(plain(row["end"])))
            count += 1
            if " ".join(texts[document][start:end].split()) != quote:
                wrong.append((document, start, end, quote))
        facts = store.select("SELECT DISTINCT ?fact WHERE { ?fact :evidence ?annotation }")
    assert wrong == []
    plain_files = {file.read_bytes().decode() for file in files(name) if file.suffix == ".txt"}
    assert plain_files <= set(texts.values()), "the text that is kept is not that of the file"
    assert count >= len(facts) > 100, "hardly any fact was looked at"


@pytest.mark.slow
def test_two_builds_of_many_documents_are_the_same_bytes(tmp_path: Path) -> None:
    places = [folder(name) for name in (CORPUS, "en/dev3", "fr/dev3")]
    stores = {seed: tmp_path / f"{seed}.store" for seed in (1, 2)}
    running = [
        subprocess.Popen(
            [sys.executable, "-c", BUILD, str(store), *map(str, places)],
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": str(seed)},
            cwd=ROOT,
        )
        for seed, store in stores.items()
    ]
    assert [process.wait(timeout=300) for process in running] == [0, 0]
    first, second = (exported(store) for store in stores.values())
    assert len(first) > 1_000_000
    assert first == second, next(
        pair for pair in zip(first.splitlines(), second.splitlines(), strict=False) if len({*pair}) > 1
    )


def exported(path: Path) -> bytes:
    out = path.with_suffix(".nq")
    with Store.open(path) as store, out.open("wb") as file:
        export(store, "nquads", file)
    return out.read_bytes()
