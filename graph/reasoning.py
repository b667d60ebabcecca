"""What follows from a source and the ontology, by the rules of ontology/rules.

The graph of inferences is drawn source by source: each document, and the authority files, has a file of what follows
from it, made when it is read and kept with it. Nothing is lost by that. Every rule but two has a single premise beside
the ontology; the two of a chain are the roles of one fact, which stand together in each document that states it; and
steps of a transitive property are found in the authority files alone. A test holds the sum of the files against an
independent reasoner that was given everything at once.

The engine of SPARQL closes the ontology. What the rules then ask of it is answered once, which leaves rules of one or
two triples of the document: graph/grounded.py runs them in a third of the engine's time, to the same end.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph import iris
from graph.grounded import Grounded, Triple
from graph.quads import in_default_graph
from ontology.rules import Rule, rules

if TYPE_CHECKING:
    import pyoxigraph


def inferences(nquads: str) -> str:
    """What follows from the quads of one source and the ontology, and is not stated by either.

    Takes and gives sorted N-Quads; those given are in the graph of inferences. The same quads give the same text.
    """
    given = _triples(nquads)
    return _written(_grounded().closure(given) - given - _schema())


def schema_inferences() -> str:
    """What follows from the ontology alone, as sorted N-Quads in the graph of inferences."""
    return _written(_schema() - _triples(_ontology()))


@cache
def schema() -> Sequence[pyoxigraph.Quad]:
    """The ontology with all that follows from it, in the default graph."""
    import pyoxigraph

    store = pyoxigraph.Store()
    triples = in_default_graph(_ontology().encode("utf-8"))
    store.extend(pyoxigraph.parse(triples, format=pyoxigraph.RdfFormat.N_TRIPLES))  # load() renames blank nodes
    close(store, (*rules("schema"), *rules("data")))
    return tuple(store)


def _ontology() -> str:
    from graph.authority import ontology_quads

    return ontology_quads()


@cache
def _schema() -> frozenset[Triple]:
    return frozenset((str(quad.subject), str(quad.predicate), str(quad.object)) for quad in schema())


@cache
def _grounded() -> Grounded:
    return Grounded(rules("data"), schema())


def close(store: pyoxigraph.Store, applied: Sequence[Rule]) -> None:
    """Adds to the default graph of ``store`` all that the rules conclude, again and again until they add nothing."""
    size = -1
    while size != (size := len(store)):
        for rule in applied:
            store.update(rule.update)


def _triples(nquads: str) -> set[Triple]:
    """The triples of quads of one graph, N-Quads as we write them."""
    end = nquads.find("\n")
    tail = end - nquads.rfind(" <", 0, end)
    found = (line[:-tail].split(" ", 2) for line in nquads.split("\n")[:-1])
    return {(subject, predicate, object_) for subject, predicate, object_ in found}


def _written(triples: Iterable[Triple]) -> str:
    tail = f" <{iris.INFERENCES_GRAPH}> .\n"
    return "".join(sorted(f"{subject} {predicate} {object_}{tail}" for subject, predicate, object_ in triples))
