"""Contradictions: seeded ones are found, by the rules and by the reasoner, and where there is no Java it is said."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest

from graph import consistency, generation, iris
from graph.build import build
from graph.consistency import ReasonerMissing, check_with_hermit, contradictions, for_reasoner, instant
from graph.reasoning import close
from graph.store import Store
from ontology.rules import rules

TEXT = """A/74/127

105. The Inter-Agency Coordination Group was chaired by UNICEF in 2018 and by the OSCE in 2019.

106. Fiji ratified the Palermo Protocol on 19 September 2017. The working group met in Vienna in 2017.
"""
SEEDS = {
    "a State that is a resolution": ("cax-dw", "id:Fiji a :State , :Resolution ."),
    "a chair that is a resolution": ("cax-dw", "fact:x a :Chairing ; :chair id:R . id:R a :Resolution ."),
    "two chairs of one fact": ("prp-fp", "fact:x a :Chairing ; :chair id:UNICEF , id:OSCE ."),
    "two years of one fact": ("prp-fp", 'fact:x a :Chairing ; :year "2018"^^xsd:gYear , "2019"^^xsd:gYear .'),
    "a day that is none": ("impossible-date", 'fact:x a :TreatyAction ; :date "2017-02-30" .'),
    "a period the wrong way round": ("impossible-date", 'fact:x a :Chairing ; :year "2019/2017" .'),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("consistency")
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    build([folder / "report.txt"], folder / "a.store")
    return folder / "a.store"


@pytest.fixture
def seeded(built: Path, tmp_path: Path) -> Iterator[Callable[[str], Store]]:
    """Opens a copy of the store into which a document states something more, with all that follows."""
    opened: list[Store] = []

    def make(turtle: str) -> Store:
        path = shutil.copytree(built, tmp_path / "copy.store")
        prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in iris.PREFIXES.items())
        quads = pyoxigraph.Store(generation.current(path) / generation.QUADS)
        graph = pyoxigraph.NamedNode(iris.document_graph("A/74/127"))
        for quad in list(pyoxigraph.parse(prefixes + turtle, format=pyoxigraph.RdfFormat.TURTLE)):
            quads.add(quad)
            quads.add(pyoxigraph.Quad(quad.subject, quad.predicate, quad.object, graph))
        close(quads, rules("data"))
        quads.flush()
        del quads
        opened.append(Store.open(path))
        return opened[-1]

    yield make
    for store in opened:
        store.close()


def test_a_sound_graph_has_none(built: Path) -> None:
    with Store.open(built) as store:
        assert contradictions(store) == []


@pytest.mark.slow
@pytest.mark.parametrize("what", SEEDS)
def test_the_rules_place_a_seeded_contradiction(seeded: Callable[[str], Store], what: str) -> None:
    check, turtle = SEEDS[what]
    found = contradictions(seeded(turtle))
    assert check in {finding.check for finding in found}
    node = {finding.focus for finding in found if finding.check == check}
    assert node & {f"<{iris.thing('Fiji')}>", f"<{iris.thing('R')}>", f"<{iris.FACT}x>"}
    assert all({language for language, _ in finding.messages} == {"en", "fr"} for finding in found)


needs_java = pytest.mark.skipif(shutil.which("java") is None, reason="the reasoner HermiT needs Java")


@pytest.mark.slow
@needs_java
def test_the_reasoner_agrees_with_a_sound_graph(built: Path) -> None:
    with Store.open(built) as store:
        assert check_with_hermit(store)


@pytest.mark.slow
@needs_java
@pytest.mark.parametrize("what", [*SEEDS, "an end before the beginning"])
def test_the_reasoner_finds_a_seeded_contradiction(what: str) -> None:
    import owlready2

    ontology = _lines_of_ontology()
    turtle = SEEDS.get(
        what, ("", 'fact:x a :MeetingFact ; :start "2019"^^xsd:gYear ; :end "2018-05"^^xsd:gYearMonth .')
    )[1]
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in iris.PREFIXES.items())
    store = FewQuads(ontology, list(pyoxigraph.parse(prefixes + turtle, format=pyoxigraph.RdfFormat.TURTLE)))
    lines: str = "".join(sorted(for_reasoner(store)))  # type: ignore[arg-type]
    assert not consistency._is_consistent(owlready2, lines)


class FewQuads:
    """As much of a store as the reasoner is given: the ontology and some statements."""

    def __init__(self, ontology: list[pyoxigraph.Quad], said: list[pyoxigraph.Quad]) -> None:
        graph = pyoxigraph.NamedNode(iris.document_graph("d"))
        self._ontology = ontology
        self._said = [pyoxigraph.Quad(q.subject, q.predicate, q.object, graph) for q in said]

    def quads(self, graph: str | None = None) -> Iterator[pyoxigraph.Quad]:
        return iter(self._ontology if graph == iris.ONTOLOGY_GRAPH else [*self._ontology, *self._said])


def _lines_of_ontology() -> list[pyoxigraph.Quad]:
    from graph.authority import ontology_quads

    return list(pyoxigraph.parse(ontology_quads(), format=pyoxigraph.RdfFormat.N_QUADS))


@needs_java
def test_dates_that_agree_are_no_contradiction() -> None:
    import owlready2

    turtle = 'fact:x a :MeetingFact ; :start "2018"^^xsd:gYear ; :end "2018-05"^^xsd:gYearMonth .'
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in iris.PREFIXES.items())
    said = list(pyoxigraph.parse(prefixes + turtle, format=pyoxigraph.RdfFormat.TURTLE))
    lines: str = "".join(sorted(for_reasoner(FewQuads(_lines_of_ontology(), said))))  # type: ignore[arg-type]
    assert consistency._is_consistent(owlready2, lines)


def test_without_java_it_says_so(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from queries.validation import validate

    monkeypatch.setattr("graph.consistency.shutil.which", lambda name: None)
    with Store.open(built) as store:
        with pytest.raises(ReasonerMissing, match="Java"):
            check_with_hermit(store)
        report = validate(store, owl=True)
    assert "Java" in report.skipped
    assert report.findings == ()


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("2018", False, "2018-01-01T00:00:00Z"),
        ("2018", True, "2018-12-31T23:59:59Z"),
        ("2016-02", True, "2016-02-29T23:59:59Z"),
        ("2017-09-19", False, "2017-09-19T00:00:00Z"),
        ("2017/2020", True, "2020-12-31T23:59:59Z"),
        ("2017/", True, "2017-01-01T00:00:00Z"),
        ("2017-02-30", False, None),
        ("2017-13", False, None),
        ("0000", False, None),
        ("2020/2017", False, None),
        ("soon", False, None),
        ("/", False, None),
        ("٢٠١٨", False, None),
    ],
)
def test_instants(text: str, last: bool, expected: Any) -> None:
    assert instant(text, last=last) == expected
