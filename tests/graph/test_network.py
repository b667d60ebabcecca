"""Facts read back from a store, how they tie entities, and what the network tells as a whole."""

from __future__ import annotations

from collections import Counter

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import iris
from graph.analysis import central, communities
from graph.facts import StoredFact, dates, facts, parts, sentences
from graph.naming import Label, describe, labels, local_name, vocabulary
from graph.paths import tied
from graph.store import Store
from graph.ties import ties, together, weighted
from ontology.kinds import kinds
from tests.conftest import note, report


def fact(kind: str, *entities: tuple[str, str], **values: str) -> StoredFact:
    return StoredFact(f"fact/{kind}/{entities}{values}", kind, entities, tuple(values.items()))


def test_every_fact_of_the_store_is_read_with_its_roles(store: Store) -> None:
    found = facts(store)
    assert {f.kind for f in found} == {f.kind for written in (report(), note()) for f in written.facts}
    assert len({f.iri for f in found}) == len(found)
    (libertad,) = [f for f in found if f.kind == "operations"]
    assert libertad.entities == (
        ("operation", iris.thing("operation/libertad")),
        ("coordinator", iris.thing("OSCE")),
    )
    assert dict(libertad.values) == {"date": "2018-04", "rescued": "350", "arrested": "22"}
    (published,) = [f for f in found if f.kind == "publications"]  # a column whose property has another name
    assert published.entities[0] == ("title", iris.thing("publication/global-report"))
    manners = {dict(f.values).get("manner") for f in found if f.kind == "ratifications"}
    assert manners == {iris.concept("manner", "ratification")}


def test_facts_are_in_the_order_of_kinds_and_dates(store: Store) -> None:
    found = facts(store)
    order = list(kinds())
    assert [order.index(f.kind) for f in found] == sorted(order.index(f.kind) for f in found)
    years = [f.period[0] for f in found if f.kind == "chairs" and f.period is not None]
    assert years == ["2016", "2017", "2018", "2019", "2019"]


def test_every_sentence_that_states_a_fact_with_its_place(store: Store) -> None:
    (osce,) = [f for f in facts(store) if ("chair", iris.thing("OSCE")) in f.entities]
    found = sentences(store, [osce.iri])[osce.iri]
    assert [s.paragraph for s in found] == ["73", "92", "105"]
    raw = store.text(found[0].document)
    assert raw is not None
    assert all(raw[s.start : s.end] == s.quote for s in found)
    (adopted,) = [f for f in facts(store) if f.kind == "adoptions"]
    assert [s.paragraph for s in sentences(store, [adopted.iri])[adopted.iri]] == [None]  # a footnote is no paragraph
    assert sentences(store, []) == {}


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("2018", ("2018", "2018")),
        ("2018-05-02", ("2018-05-02", "2018-05-02")),
        ("2017/2020", ("2017", "2020")),
        ("2017-2020", ("2017", "2020")),
        ("the 1990s", None),
        ("2018-5", None),
        ("", None),
    ],
)
def test_dates(value: str, found: tuple[str, str] | None) -> None:
    assert dates(value) == found


@pytest.mark.parametrize(
    ("values", "period"),
    [
        ({"start": "2017-05-22", "end": "2017-05-26"}, ("2017-05-22", "2017-05-26")),
        ({"start": "2017"}, ("2017", "2017")),  # "since 2017" does not mean until today
        ({"end": "2019"}, ("2019", "2019")),
        ({"period": "2016-2018"}, ("2016", "2018")),
        ({"period": "recent years", "date": "2018-07"}, ("2018-07", "2018-07")),
        ({"start": "2019", "end": "2010"}, ("2019", "2019")),
        ({"role": "coordinates"}, None),
    ],
)
def test_when_a_fact_held(values: dict[str, str], period: tuple[str, str] | None) -> None:
    assert fact("meetings", ("meeting", "a"), **values).period == period


@pytest.mark.parametrize(
    ("since", "until", "within"),
    [(None, None, True), (2016, None, True), (2018, None, False), (None, 2016, False), (2017, 2017, True)],
)
def test_years_asked_for(since: int | None, until: int | None, within: bool) -> None:
    assert fact("chairs", ("body", "a"), year="2017").within(since, until) is within
    assert fact("chairs", ("body", "a")).within(since, until) is (since is None and until is None)


def test_a_fact_ties_what_it_is_about_to_the_others() -> None:
    founded = fact("founded", ("thing", "ICAT"), ("founder", "GA"), ("instrument", "A/RES/61/180"))
    assert [(t.source, t.target, t.property) for t in ties(founded)] == [
        ("ICAT", "GA", "foundedBy"),
        ("ICAT", "A/RES/61/180", "instrument"),
    ]
    joined = fact("members", ("body", "ICAT"), ("member", "ILO"))
    assert [(t.source, t.target, t.property) for t in ties(joined)] == [("ILO", "ICAT", "memberOf")]
    partial = fact("founded", ("thing", "ICAT"), ("instrument", "A/RES/61/180"))
    assert [(t.target, t.property) for t in ties(partial)] == [("A/RES/61/180", "instrument")]
    assert list(ties(fact("meetings", ("meeting", "m")))) == []
    assert list(ties(fact("citations", ("citing", "a"), ("cited", "a")))) == []  # nothing is tied to itself


def test_of_some_entities_alone_the_first_is_the_hub() -> None:
    run = fact("programmes", ("programme", "p"), ("lead", "UNODC"), ("partner", "IOM"), ("country", "Fiji"))
    kept = {"UNODC", "IOM"}.__contains__
    assert [(t.source, t.target, t.property) for t in ties(run, kept)] == [("UNODC", "IOM", "partner")]
    assert list(ties(run, {"Fiji"}.__contains__)) == []


def test_what_things_are_called(store: Store) -> None:
    icat, fact_iri = iris.thing("ICAT"), iris.concept("manner", "accession")
    found = labels(store, [icat, fact_iri, "https://example.org/x#Unknown"])
    assert found[icat] == Label("ICAT", "Groupe interinstitutions de coordination contre la traite des personnes")
    assert found[fact_iri].fr == "adhésion"
    assert found["https://example.org/x#Unknown"].en == "Unknown"
    assert vocabulary(store)["UNEntity"] == Label("United Nations entity", "entité des Nations Unies")
    assert local_name("https://example.org/a/b/") == "b"


def test_what_a_thing_is(store: Store) -> None:
    icat, resolution = iris.thing("ICAT"), iris.thing("S/RES/2388 (2017)")
    found = describe(store, [icat, resolution, iris.thing("programme/hostile")])
    assert found[icat].type == "Collaboration"
    assert "Inter-Agency Coordination Group against Trafficking in Persons" in found[icat].names
    assert found[icat].named == 5
    assert found[resolution].link == "https://undocs.org/S/RES/2388%20(2017)"
    assert (
        found[iris.thing("programme/hostile")].label.en == '[31mRed[0m | <b>"Team"</b>gnp.exe'
    )  # no control characters


def test_parts() -> None:
    assert [len(part) for part in parts(list("x" * 1201))] == [500, 500, 201]
    assert list(parts([])) == []


STAR = Counter({("a", "b"): 1, ("a", "c"): 2, ("a", "d"): 1, ("d", "e"): 1})


def test_central_are_those_tied_to_most_others() -> None:
    ranked = central(weighted(STAR))
    assert ranked[:2] == [("a", 3), ("d", 2)]
    assert dict(ranked) == {"a": 3, "b": 1, "c": 1, "d": 2, "e": 1}
    assert central(weighted(Counter())) == []


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20))
def test_the_order_of_facts_changes_nothing(pairs: list[tuple[str, str]]) -> None:
    made = [fact("citations", ("citing", a), ("cited", b), n=str(n)) for n, (a, b) in enumerate(pairs)]
    one, other = (weighted(together(order)) for order in (made, made[::-1]))
    assert central(one) == central(other)
    assert communities(one) == communities(other)
    assert tied(made, "a", "b", 3) == tied(made, "a", "b", 3)


def test_two_groups_are_two_communities() -> None:
    pairs = Counter(
        {("a", "b"): 1, ("b", "c"): 1, ("a", "c"): 1, ("x", "y"): 1, ("y", "z"): 1, ("x", "z"): 1, ("c", "x"): 1}
    )
    assert sorted(map(sorted, communities(weighted(pairs)))) == [["a", "b", "c"], ["x", "y", "z"]]
    assert communities(networkx.Graph()) == []


def test_the_shortest_chains_first_those_that_do_not_go_through_everything() -> None:
    known = [fact("citations", ("citing", "hub"), ("cited", other)) for other in ("a", "b", "c", "d", "e")]
    known += [
        fact("chairs", ("body", "m"), ("chair", "a"), year="2017"),
        fact("members", ("body", "m"), ("member", "b")),
    ]
    found = tied(known, "a", "b", 5)
    assert [[step[0].fact.kind for step in chain] for chain in found] == [
        ["chairs", "members"],
        ["citations", "citations"],
    ]
    assert len(tied(known, "a", "b", 1)) == 1
    assert tied(known, "a", "nobody", 3) == []
    assert tied([*known, fact("citations", ("citing", "p"), ("cited", "q"))], "a", "p", 3) == []


def test_two_that_a_third_joins_are_one_step_apart() -> None:
    met = fact("meetings", ("meeting", "m"), ("body", "b"), ("place", "Vienna"))
    ((step,),) = tied([met], "b", "Vienna", 1)
    assert [(tie.source, tie.target) for tie in step] == [("b", "Vienna")]
