"""What follows from a source and the ontology, by the rules of ontology/rules.

The graph of inferences is drawn source by source: each document, and the authority files, has a file of what follows
from it, made when it is read and kept with it. Nothing is lost by that. Every rule but two has a single premise beside
the ontology; the two of a chain are the roles of one fact, which stand together in each document that states it; and
steps of a transitive property are found in the authority files alone. A test holds the sum of the files against an
independent reasoner that was given everything at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING

from graph import iris
from graph.quads import in_default_graph
from ontology.rules import Rule, rules

if TYPE_CHECKING:
    import pyoxigraph


def inferences(nquads: str) -> str:
    """What follows from the quads of one source and the ontology, and is not stated by either.

    Takes and gives sorted N-Quads; those given are in the graph of inferences. The same quads give the same text.
    """
    import pyoxigraph

    store = pyoxigraph.Store()
    store.extend(schema())
    store.load(in_default_graph(nquads.encode("utf-8")), pyoxigraph.RdfFormat.N_TRIPLES, lenient=True)
    given = {str(quad.triple) for quad in store}
    close(store, rules("data"))
    return _written(text for quad in store if (text := str(quad.triple)) not in given)


def schema_inferences() -> str:
    """What follows from the ontology alone, as sorted N-Quads in the graph of inferences."""
    given = set(_ontology())
    return _written(str(quad.triple) for quad in schema() if str(quad.triple) not in given)


@cache
def schema() -> Sequence[pyoxigraph.Quad]:
    """The ontology with all that follows from it, in the default graph."""
    import pyoxigraph

    store = pyoxigraph.Store()
    triples = "".join(f"{triple} .\n" for triple in _ontology()).encode("utf-8")
    store.extend(pyoxigraph.parse(triples, format=pyoxigraph.RdfFormat.N_TRIPLES))  # load() renames blank nodes
    close(store, (*rules("schema"), *rules("data")))
    return tuple(store)


def _ontology() -> list[str]:
    """The triples of the ontology as N-Triples, without the dot at the end."""
    from graph.authority import ontology_quads

    return in_default_graph(ontology_quads().encode("utf-8")).decode("utf-8").split(" .\n")[:-1]


def close(store: pyoxigraph.Store, applied: Sequence[Rule]) -> None:
    """Adds to the default graph of ``store`` all that the rules conclude, again and again until they add nothing."""
    size = -1
    while size != (size := len(store)):
        for rule in applied:
            store.update(rule.update)


def _written(triples: Iterable[str]) -> str:
    return "".join(sorted(f"{triple} <{iris.INFERENCES_GRAPH}> .\n" for triple in triples))
