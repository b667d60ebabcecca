"""The page of documentation of the ontology, made from palermo.ttl: `python -m ontology.page > docs/ontology.md`.

It lists every class and property with its labels and definitions in both languages, what it is aligned with, and draws
the hierarchy of the things, and how a fact hangs together with its evidence, as Mermaid diagrams.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from ontology.kinds import kinds
from ontology.rules import load_rules
from ontology.vocabulary import FOLDER

if TYPE_CHECKING:
    import rdflib

NAMESPACE = "https://w3id.org/palermo/ontology#"
_EVIDENCE = """\
```mermaid
flowchart LR
  document[":Document"] -->|is part of| passage[":Passage"]
  passage --- sentence["nif:Sentence"]
  fact[":Fact"] -->|:evidence| annotation["oa:Annotation"]
  annotation -->|oa:hasTarget| place["a place"]
  place -->|oa:hasSource| document
  place -->|:passage| passage
  place -->|oa:hasSelector| quote["oa:TextQuoteSelector: the sentence"]
  place -->|oa:hasSelector| offsets["oa:TextPositionSelector: its offsets"]
  fact -->|a role, such as :body| first[":Entity"]
  fact -->|a role, such as :chair| second[":Entity"]
  first -.->|a plain edge, such as :chairedBy| second
```
"""


def page() -> str:
    """The page in Markdown. The same ontology gives the same text."""
    import rdflib

    graph = rdflib.Graph().parse(FOLDER / "palermo.ttl")
    return "\n".join([*_head(graph), *_diagram(graph), *_classes(graph), *_properties(graph), *_rules()]) + "\n"


def _head(graph: rdflib.Graph) -> Iterator[str]:
    from rdflib import OWL, SKOS, URIRef

    header = URIRef(NAMESPACE[:-1])
    words = _words(graph, header, SKOS.definition)
    yield "# The Palermo ontology\n"
    yield "Made by `make page` from `ontology/palermo.ttl`: change that, not this page.\n"
    yield f"Version {graph.value(header, OWL.versionInfo)} · namespace `{NAMESPACE}`, prefix `:`\n"
    yield f"{words['en']}\n\n*{words['fr']}*\n"


def _diagram(graph: rdflib.Graph) -> Iterator[str]:
    yield "## A fact and its evidence\n"
    yield _EVIDENCE
    yield "## The things that facts speak of\n"
    yield "```mermaid\nflowchart LR"
    from rdflib import RDFS

    below = sorted((_name(up), _name(low)) for low, up in graph.subject_objects(RDFS.subClassOf) if _ours(low, up))
    yield from (f"  {up} --> {low}" for up, low in below if up not in ("Fact", "Passage", "Paragraph"))
    yield "```\n"


def _classes(graph: rdflib.Graph) -> Iterator[str]:
    from rdflib import OWL, RDF, RDFS

    by_class = {kind.cls: kind for kind in kinds().values()}
    yield "## Classes\n"
    for term in _sorted(graph.subjects(RDF.type, OWL.Class)):
        yield from _term(graph, term, RDFS.subClassOf)
        kind = by_class.get(_name(term))
        if kind is not None:
            roles = ", ".join(f"`:{kind.property_of(column)}`" for column in kind.columns)
            yield f"- facts of `palermo query {kind.name}`; roles: {roles}"
        yield from _listed(graph, term, {"disjoint with": OWL.disjointWith})
        yield ""


def _properties(graph: rdflib.Graph) -> Iterator[str]:
    from rdflib import OWL, RDF, RDFS

    for title, sort in (("Properties that lead to things", OWL.ObjectProperty), ("Values", OWL.DatatypeProperty)):
        yield f"## {title}\n"
        for term in _sorted(graph.subjects(RDF.type, sort)):
            yield from _term(graph, term, RDFS.subPropertyOf)
            yield from _listed(graph, term, {"domain": RDFS.domain, "range": RDFS.range, "inverse of": OWL.inverseOf})
            for chain in graph.objects(term, OWL.propertyChainAxiom):
                yield f"- follows from: {' then '.join(_code(graph, link) for link in graph.items(chain))}"
            sorts = {str(sort).rpartition("#")[2] for sort in graph.objects(term, RDF.type)}
            kept = sorted(s.removesuffix("Property").lower() for s in sorts & _CHARACTERISTICS)
            if kept:
                yield f"- {', '.join(kept)}"
            yield ""


_CHARACTERISTICS = {"FunctionalProperty", "TransitiveProperty", "SymmetricProperty"}


def _rules() -> Iterator[str]:
    yield "## What follows from it\n"
    yield "The graph of inferences holds what these rules of OWL 2 RL conclude (`ontology/rules`).\n"
    yield "| rule | | |\n| --- | --- | --- |"
    for rule in load_rules():
        yield f"| {rule.name} | {rule.says['en']} | *{rule.says['fr']}* |"


def _term(graph: rdflib.Graph, term: rdflib.URIRef, link: rdflib.URIRef) -> Iterator[str]:
    from rdflib import RDFS, SKOS

    labels, definitions = _words(graph, term, RDFS.label), _words(graph, term, SKOS.definition)
    yield f"### :{_name(term)}\n"
    yield f"**{labels['en']}**, *{labels['fr']}*\n"
    yield f"{definitions['en']} *{definitions['fr']}*\n"
    above = sorted(_code(graph, upper) for upper in graph.objects(term, link))
    ours = [code for code in above if code.startswith("`:")]
    theirs = [code for code in above if not code.startswith("`:")]
    if ours:
        yield f"- below {', '.join(ours)}"
    if theirs:
        yield f"- aligned with {', '.join(theirs)}"


def _listed(graph: rdflib.Graph, term: rdflib.URIRef, links: Mapping[str, rdflib.URIRef]) -> Iterator[str]:
    for words, link in links.items():
        found = sorted(_code(graph, other) for other in graph.objects(term, link))
        if found:
            yield f"- {words} {', '.join(found)}"


def _words(graph: rdflib.Graph, term: rdflib.URIRef, predicate: rdflib.URIRef) -> Mapping[str, str]:
    return {getattr(text, "language", ""): str(text) for text in graph.objects(term, predicate)}


def _sorted(terms: Iterable[object]) -> Sequence[rdflib.URIRef]:
    import rdflib

    return sorted(term for term in terms if isinstance(term, rdflib.URIRef) and term.startswith(NAMESPACE))


def _ours(*terms: object) -> bool:
    return all(str(term).startswith(NAMESPACE) for term in terms)


def _name(term: object) -> str:
    return str(term).removeprefix(NAMESPACE)


def _code(graph: rdflib.Graph, term: object) -> str:
    """':Actor' or 'foaf:Agent', as code."""
    return f"`{graph.namespace_manager.normalizeUri(str(term))}`"


if __name__ == "__main__":
    print(page(), end="")
