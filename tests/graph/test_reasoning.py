"""The graph of inferences: what OWL 2 RL says, nothing else, traceable, and gone with its premises."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pyoxigraph
import pytest
from rdflib import OWL, RDF, RDFS, Graph, Literal, URIRef

from graph import iris
from graph.authority import authority_quads, ontology_quads
from graph.build import build
from graph.derivation import Derivation, derivation
from graph.export import export
from graph.generation import current
from graph.grounded import Grounded
from graph.load import inferred_files
from graph.quads import in_default_graph
from graph.reasoning import close, inferences, schema, schema_inferences
from graph.store import Store
from ontology.rules import load_rules, parse, rules
from ontology.vocabulary import FOLDER, VocabularyError

NS = iris.PALERMO
Triple = tuple[str, str, str]
#: Constructs of OWL that the ontology may use: each has a rule here, or OWL 2 RL concludes nothing new from it.
COVERED = {
    RDFS.subClassOf: "cax-sco",
    RDFS.subPropertyOf: "prp-spo1",
    RDFS.domain: "prp-dom",
    RDFS.range: "prp-rng",
    OWL.inverseOf: "prp-inv1",
    OWL.propertyChainAxiom: "prp-spo2",
    OWL.SymmetricProperty: "prp-symp",
    OWL.TransitiveProperty: "prp-trp",
    OWL.disjointWith: "cax-dw",
    OWL.FunctionalProperty: "prp-fp",
}
SILENT = {OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, OWL.Ontology}
SILENT |= {OWL.versionIRI, OWL.versionInfo}


def lines(nquads: str) -> set[str]:
    """N-Quads of one graph as N-Triples lines."""
    return set(in_default_graph(nquads.encode()).decode().splitlines(keepends=True))


def expected(stated: Iterable[str]) -> set[str]:
    """All that owlrl, which knows nothing of our rules, concludes from N-Triples lines, tautologies left out."""
    import owlrl

    graph = Graph().parse(data="".join(stated), format="nt")
    before = set(graph)
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics, axiomatic_triples=False, datatype_axioms=False).expand(graph)
    return {f"{s.n3()} {p.n3()} {o.n3()} .\n" for s, p, o in set(graph) - before if not is_tautology(s, p, o)}


def is_tautology(subject: object, predicate: object, object_: object) -> bool:
    """Whether a conclusion says nothing of the graph: x is x, all is a thing, xsd:date is a datatype; no RDF at all."""
    built_in = (str(RDF), str(RDFS), str(OWL), "http://www.w3.org/2001/XMLSchema#")
    return (
        isinstance(subject, Literal)
        or (subject == object_ and predicate in (OWL.sameAs, RDFS.subClassOf, RDFS.subPropertyOf))
        or (subject == object_ and predicate in (OWL.equivalentClass, OWL.equivalentProperty))
        or bool({OWL.Thing, OWL.Nothing} & {subject, object_})
        or (predicate == RDF.type and str(subject).startswith(built_in))
    )


def without_words(nquads: str) -> set[str]:
    """The lines that axioms speak of. The oracle takes minutes over names and texts, from which nothing follows."""
    silent = re.compile(r"(?:Label|#definition|#notation|#label|#exact|oa#start|oa#end|#scopeNote)>$")
    return {line for line in lines(nquads) if silent.search(line.split(" ", 2)[1]) is None}


def of_fact(words: str) -> str:
    """A document graph from Turtle."""
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in iris.PREFIXES.items())
    triples = pyoxigraph.parse(prefixes + words, format=pyoxigraph.RdfFormat.TURTLE)
    return "".join(sorted(f"{triple} <{iris.document_graph('d')}> .\n" for triple in map(_triple, triples)))


def _triple(quad: pyoxigraph.Quad) -> pyoxigraph.Triple:
    return quad.triple


FACTS = """
id:ICAT a :Collaboration . id:UNICEF a :UNEntity . id:Fiji a :State . id:D a :Document ; :fileName "d.txt" .
fact:1 a :Chairing ; :body id:ICAT ; :chair id:UNICEF ; :year "2018"^^xsd:gYear ; :evidence id:D\\#e .
id:D\\#e a oa:Annotation ; oa:hasBody fact:1 .
fact:2 a :TreatyAction ; :state id:Fiji ; :instrument id:P ; :manner concept:manner\\/ratification .
fact:3 a :Figure ; :value 7000 ; :measure "judges"@en .
id:D\\#p a :OperativeParagraph ; :number "1" ; dcterms:isPartOf id:D .
id:Vienna :partOf id:Austria . id:Austria :partOf id:Europe . id:Europe :partOf id:World .
id:UN skos:exactMatch <http://www.wikidata.org/entity/Q1065> .
"""


@pytest.fixture(scope="module")
def of_facts() -> set[str]:
    return lines(inferences(of_fact(FACTS)))


def test_agrees_with_an_independent_reasoner(of_facts: set[str]) -> None:
    stated = without_words(ontology_quads()) | lines(of_fact(FACTS))
    assert of_facts | lines(schema_inferences()) == expected(stated) - stated


def test_the_engine_of_sparql_comes_to_the_same_end() -> None:
    known = "".join(authority_quads().splitlines(keepends=True)[::9])
    text = of_fact(FACTS) + known.replace(iris.AUTHORITY_GRAPH, iris.document_graph("d"))
    store = pyoxigraph.Store()
    store.extend(schema())
    store.load(in_default_graph(text.encode()), pyoxigraph.RdfFormat.N_TRIPLES)
    given = {str(quad.triple) for quad in store}
    close(store, rules("data"))
    theirs = {f"{quad.triple} .\n" for quad in store if str(quad.triple) not in given}
    assert lines(inferences(text)) == theirs


def test_a_rule_that_is_neither_one_triple_nor_two_steps_is_refused() -> None:
    odd = parse(
        "x", "# of: data\n# says (en): x\n# says (fr): y\n\nCONSTRUCT { ?x ?p ?z }\nWHERE { ?y ?p ?x . ?y ?p ?z }"
    )
    with pytest.raises(VocabularyError, match="two steps"):
        Grounded([odd], schema())


@pytest.mark.slow
def test_agrees_with_an_independent_reasoner_on_the_bundled_graph(tmp_path: Path) -> None:
    build([], tmp_path / "bundled.store")
    with Store.open(tmp_path / "bundled.store") as store:
        graphs = sorted({str(quad.graph_name)[1:-1] for quad in store.quads()})
        text = {name: "".join(sorted(f"{quad} .\n" for quad in store.quads(name))) for name in graphs}
    inferred = lines(text.pop(iris.INFERENCES_GRAPH))
    stated = {line for content in text.values() for line in lines(content)}
    asked = {line for content in text.values() for line in without_words(content)}
    theirs = expected(asked)
    assert len(theirs) > 20_000
    assert theirs - inferred - stated == set()
    ours = inferred - stated
    assert ours - theirs == set()


@pytest.mark.parametrize(
    "triple",
    [
        (":", "ICAT", ":chairedBy", "id:UNICEF"),  # the chain, though nobody wrote the edge
        ("", "id:UNICEF", ":chairs", "id:ICAT"),
        ("", "id:ICAT", "org:hasMember", "id:UNICEF"),
        ("", "id:UNICEF", "rdf:type", "foaf:Agent"),
        ("", "id:Vienna", ":within", "id:World"),
        ("", "<http://www.wikidata.org/entity/Q1065>", "skos:exactMatch", "id:UN"),
        ("", "id:ICAT", ":bodyIn", "fact:1"),
        ("", "fact:3", ":states", '"7000"^^xsd:integer'),
        ("", "id:D\\#p", "rdf:type", "eli:LegalResourceSubdivision"),
    ],
)
def test_what_follows(of_facts: set[str], triple: tuple[str, str, str, str]) -> None:
    mark, subject, predicate, object_ = triple
    (line,) = lines(of_fact(f"{'id:' + subject if mark else subject} {predicate} {object_} ."))
    assert line in of_facts


def test_direct_parts_stay_direct(of_facts: set[str]) -> None:
    parts = [line for line in of_facts if f"<{iris.DCTERMS}isPartOf>" in line]
    assert len(parts) == 3
    assert lines(of_fact("id:Vienna dcterms:isPartOf id:World .")).isdisjoint(of_facts)


def test_nothing_that_is_stated_is_inferred_again(of_facts: set[str]) -> None:
    assert of_facts.isdisjoint(lines(of_fact(FACTS)) | lines(ontology_quads()))


def test_the_same_source_gives_the_same_text() -> None:
    text = inferences(of_fact(FACTS))
    assert inferences(of_fact(FACTS)) == text
    assert text.splitlines() == sorted(set(text.splitlines()))
    assert schema_inferences() == schema_inferences()
    assert inferences("") == ""


def test_sources_can_be_reasoned_over_one_by_one() -> None:
    """No rule has premises in two documents: all at once gives what the sum of the parts gives."""
    documents = [of_fact(line) for line in FACTS.strip().splitlines() if ":partOf" not in line]
    once = lines(inferences("".join(sorted("".join(documents).splitlines(keepends=True)))))
    stated = {line for document in documents for line in lines(document)}
    by_parts = {line for document in documents for line in lines(inferences(document))}
    assert once == by_parts - stated


# -- the rules ---------------------------------------------------------------------------------------------------------


def test_the_ontology_uses_nothing_that_no_rule_covers() -> None:
    graph = Graph().parse(FOLDER / "palermo.ttl")
    used = {term for _, p, o in graph for term in (p, o) if str(term).startswith((str(OWL), str(RDFS)))}
    silent = SILENT | {RDFS.label, RDFS.Literal}
    assert {URIRef(str(term)) for term in used} - silent == set(COVERED)
    named = {rule.name for rule in load_rules()}
    assert set(COVERED.values()) - named == set()


def test_a_rule_has_one_conclusion_of_its_own_variables() -> None:
    for rule in (*rules("schema"), *rules("data")):
        assert rule.head is not None
        assert {term for term in rule.head if term.startswith("?")} <= set(rule.variables), rule.name
        assert all(sentence.endswith(".") for sentence in rule.says.values())
        pyoxigraph.Store().update(rule.update)  # it is SPARQL


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "must be a header"),
        ("# of: data\n# says (en): x\n# says (fr): y\n\nCONSTRUCT { ?a b:c ?d }\nWHERE { ?a b:c ?d }", "prefix"),
        ("# of: data\n# says (en): x\n# says (fr): y\n\nCONSTRUCT { ?a ?b }\nWHERE { ?a ?b ?d }", "triple pattern"),
        ("# of: data\n# says (en): x\n# says (fr): y\n\nSELECT *\nWHERE { ?a ?b ?d }", "contradiction"),
    ],
)
def test_a_file_that_is_no_rule(text: str, problem: str) -> None:
    with pytest.raises(VocabularyError, match=problem):
        parse("x", text)


# -- traces ------------------------------------------------------------------------------------------------------------


def leaves(found: Derivation) -> list[Derivation]:
    return [found] if found.rule is None else [leaf for premise in found.premises for leaf in leaves(premise)]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of one short document, made by a real build."""
    folder = tmp_path_factory.mktemp("traces")
    text = "A/74/127\n\n105. The Inter-Agency Coordination Group was chaired by UNICEF in 2018.\n"
    (folder / "report.txt").write_text(text, encoding="utf-8")
    build([folder / "report.txt"], folder / "a.store")
    return folder / "a.store"


@pytest.fixture
def real(built: Path) -> Iterator[Store]:
    with Store.open(built) as opened:
        yield opened


def test_every_inferred_statement_leads_back_to_what_is_stated(real: Store) -> None:
    files = {path.parent.name: path for path in inferred_files(current(Path(real.place)))}
    of_document = files["documents"].read_bytes()
    of_authority = b"".join(files["graphs"].with_name("authority.inferred").read_bytes().splitlines(True)[::97])
    of_schema = b"".join(files["graphs"].with_name("ontology.inferred").read_bytes().splitlines(True)[::7])
    quads = list(pyoxigraph.parse(of_document + of_authority + of_schema, format=pyoxigraph.RdfFormat.N_QUADS))
    assert len(quads) > 200
    assert [str(quad.triple) for quad in quads if not _traced(real, quad.triple)] == []


def _traced(store: Store, triple: pyoxigraph.Triple) -> bool:
    found = derivation(store, (str(triple.subject), str(triple.predicate), str(triple.object)))
    return found is not None and all(leaf.graphs for leaf in leaves(found))


def test_the_shortest_way_is_told(real: Store) -> None:
    found = derivation(real, _terms("id:UNICEF", "org:memberOf", "id:ICAT"))
    assert found is not None
    assert found.rule is not None and found.rule.name == "prp-spo1"
    assert {graph for leaf in leaves(found) for graph in leaf.graphs} == {
        iris.ONTOLOGY_GRAPH,
        iris.document_graph("A/74/127"),
    }


def test_what_does_not_follow_has_no_derivation(real: Store) -> None:
    assert derivation(real, _terms("id:UNICEF", "rdf:type", ":State")) is None
    assert derivation(real, _terms("id:nobody", "rdf:type", ":Actor")) is None


def _terms(*names: str) -> Triple:
    subject, predicate, object_ = (
        f"<{iris.PREFIXES[name.partition(':')[0]]}{name.partition(':')[2]}>" for name in names
    )
    return subject, predicate, object_


# -- the store ---------------------------------------------------------------------------------------------------------

Folder = Callable[..., Path]


@pytest.mark.usefixtures("fakes")
def test_inferences_go_with_their_premises(folder: Folder, tmp_path: Path) -> None:
    texts = {f"d{year}_txt": f"1. UNICEF chaired ICAT in {year}." for year in range(2001, 2006)}
    sources, store = folder(**texts, x_txt="1. TEAM chaired ICAT in 2009."), tmp_path / "a.store"
    ask = "SELECT ?g { GRAPH ?g { ?x :chairs id:ICAT } FILTER(?x = id:body\\/team) }"

    build([sources], store)
    with Store.open(store) as opened:
        assert [str(row["g"]) for row in opened.select(ask)] == [f"<{iris.INFERENCES_GRAPH}>"]
    folder(x_txt="1. TEAM cites A/RES/1/1.")
    build([sources], store)
    with Store.open(store) as opened:
        assert opened.select(ask) == []
        assert opened.select("SELECT ?x { id:body\\/team :chairs ?x }") == []
        assert len(opened.select("SELECT DISTINCT ?x { ?x :chairs id:ICAT }")) == 1  # the others still do


@pytest.mark.usefixtures("fakes")
def test_each_inferred_line_is_exported_once(folder: Folder, tmp_path: Path) -> None:
    store = tmp_path / "a.store"
    build([folder(a_txt="1. UNICEF chaired ICAT in 2018.", b_txt="2. UNICEF chaired ICAT in 2018.")], store)
    with Store.open(store) as opened, (tmp_path / "a.nq").open("wb") as out:
        export(opened, "nquads", out)
    exported = (tmp_path / "a.nq").read_bytes().splitlines()
    assert exported == sorted(set(exported))
    assert sum(iris.INFERENCES_GRAPH.encode() in line for line in exported) > 50


def test_what_follows_from_the_authority_files() -> None:
    found = lines(inferences(authority_quads()))
    assert len(found) > 10_000
    assert all("<" in line for line in found)
