"""The picture of any graph that a SPARQL CONSTRUCT gives; what it shares with facts of the store leads to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from graph import iris
from graph.facts import StoredFact
from graph.naming import local_name
from graph.ties import Tie, ties
from graph.view.select import Bounds, Selection
from ontology.kinds import kinds

_NAMES = (*tuple(iris.SKOS + name for name in ("prefLabel", "altLabel", "hiddenLabel")), iris.RDFS + "label")
Triple = tuple[str, str, str, bool]  # subject, predicate, object, and whether the object is a node


def constructed(triples: Iterable[Triple], facts: Iterable[StoredFact], bounds: Bounds) -> Selection:
    """The triples as ties: those of a fact (its node, or its plain edge) as the fact, others as lines of their own.

    Texts and numbers become facts of their subject. Types and names are what the store says they are.
    """
    known = list(facts)
    by_iri = {fact.iri: fact for fact in known}
    by_edge = _plain_edges(known)
    found: dict[Tie, None] = {}
    alone: dict[StoredFact, None] = {}
    for subject, predicate, value, is_node in triples:
        own = by_iri.get(subject)
        if own is not None:
            found.update(dict.fromkeys(ties(own)))
            alone[own] = None
        elif not is_node or predicate in (iris.RDF + "type", *_NAMES):
            alone.update(dict.fromkeys(_said(subject, predicate, value, is_node)))
        elif (subject, predicate, value) in by_edge:
            found.update(dict.fromkeys(by_edge[subject, predicate, value]))
        elif subject != value:
            line = StoredFact(
                f"{subject} {predicate} {value}", predicate, (("subject", subject), ("object", value)), ()
            )
            found[Tie(subject, value, "object", line, local_name(predicate))] = None
    return _bounded(list(found), list(alone), bounds)


def _said(subject: str, predicate: str, value: str, is_node: bool) -> list[StoredFact]:
    if is_node or predicate in _NAMES:
        return []
    return [StoredFact(f"{subject} {predicate} {value}", predicate, (("subject", subject),), (("value", value),))]


def _plain_edges(facts: Iterable[StoredFact]) -> dict[tuple[str, str, str], list[Tie]]:
    """The ties that stand behind each plain edge: (subject, property, object)."""
    edges = {name: kind.edge for name, kind in kinds().items()}
    found: defaultdict[tuple[str, str, str], list[Tie]] = defaultdict(list)
    for fact in facts:
        edge = edges[fact.kind]
        for tie in ties(fact) if edge is not None else ():
            if edge is not None and tie.property == edge.property:
                found[tie.source, iris.PALERMO + tie.property, tie.target].append(tie)
    return found


def _bounded(found: list[Tie], alone: list[StoredFact], bounds: Bounds) -> Selection:
    stated = list(dict.fromkeys([*(tie.fact for tie in found), *alone]))
    kept, undated = bounds.of(stated)
    inside = {fact.iri for fact in kept}
    found = [tie for tie in found if tie.fact.iri in inside]
    things = list(
        dict.fromkeys([*(e for t in found for e in (t.source, t.target)), *(i for f in kept for _, i in f.entities)])
    )
    shown = set(things[: bounds.limit])
    listed = [fact for fact in kept if all(iri in shown for _, iri in fact.entities)]
    return replace(
        Selection(tuple(things[: bounds.limit]), (), tuple(listed), len(things), len(kept), undated=undated),
        ties=tuple(tie for tie in found if tie.source in shown and tie.target in shown),
    )
