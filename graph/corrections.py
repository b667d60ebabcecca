"""What people say of facts: confirmed, rejected or amended, by whom and when; the graph of corrections.

A correction is a Web Annotation in all but its class, which evidence has: its target is the fact, its body the verdict.
It rests on sentences, by which a later build knows whether what a person has judged still stands there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, cast

from graph import generation, iris, terms
from graph.quads import Graph

Verdict = Literal["confirmed", "rejected", "amended"]
FILE = "corrections.nq"
_TARGET, _BODY = iris.OA + "hasTarget", iris.OA + "bodyValue"
_BY, _ON = iris.DCTERMS + "creator", iris.DCTERMS + "created"
_RESTS, _SOURCE, _EXACT = iris.PROV + "used", iris.OA + "hasSource", iris.OA + "exact"
_ROLES, _MADE, _NOTE = iris.RDF + "value", iris.PROV + "generated", iris.SKOS + "editorialNote"


@dataclass(frozen=True, slots=True)
class Correction:
    """A verdict on the fact with this IRI.

    ``rests_on``: the sentences that were judged, as (IRI of the document, sentence). ``roles``: of an amended fact all
    roles as they are to be, column -> N-Quads term. ``note``: why it should be looked at again; '' where all is well.
    """

    fact: str
    verdict: Verdict
    by: str
    on: str  # ISO date
    rests_on: frozenset[tuple[str, str]]
    roles: tuple[tuple[str, str], ...] = ()
    note: str = ""


def node(fact: str) -> str:
    """IRI of the correction of a fact."""
    return f"{iris.BASE}correction/{fact.removeprefix(iris.FACT)}"


def read(folder: Path) -> dict[str, Correction]:
    """The corrections of the generation in ``folder``, by the IRI of the fact."""
    path = folder / generation.GRAPHS / FILE
    return parse(path.read_bytes()) if path.is_file() else {}


def parse(nquads: bytes) -> dict[str, Correction]:
    """The corrections in a graph of corrections, by the IRI of the fact; what else is in it is let be."""
    import pyoxigraph

    said: dict[str, dict[str, list[str]]] = {}
    for quad in pyoxigraph.parse(nquads, format=pyoxigraph.RdfFormat.N_QUADS, lenient=True):
        if isinstance(quad.subject, pyoxigraph.NamedNode) and not isinstance(quad.object, pyoxigraph.Triple):
            said.setdefault(quad.subject.value, {}).setdefault(quad.predicate.value, []).append(quad.object.value)
    found = [_correction(of, said) for iri, of in said.items() if iri.startswith(node("")) and _BODY in of]
    return {correction.fact: correction for correction in found}


def _correction(of: Mapping[str, list[str]], said: Mapping[str, Mapping[str, list[str]]]) -> Correction:
    return Correction(
        fact=of[_TARGET][0],
        verdict=cast(Verdict, of[_BODY][0]),
        by=of[_BY][0],
        on=of[_ON][0],
        rests_on=frozenset((said[place][_SOURCE][0], said[place][_EXACT][0]) for place in of.get(_RESTS, [])),
        roles=tuple(sorted(json.loads(of[_ROLES][0]).items())) if _ROLES in of else (),
        note=of.get(_NOTE, [""])[0],
    )


def describe(graph: Graph, corrections: Iterable[Correction], made: Mapping[str, str]) -> None:
    """Adds corrections to the graph of corrections; ``made``: fact -> IRI of the amended fact that stands for it."""
    for correction in corrections:
        name = node(correction.fact)
        tails = [
            f"<{iris.RDF}type> <{iris.PROV}Activity>",
            f"<{iris.OA}motivatedBy> <{iris.OA}assessing>",
            f"<{_TARGET}> <{correction.fact}>",
            f"<{_BODY}> {terms.literal(correction.verdict)}",
            f"<{_BY}> {terms.literal(correction.by)}",
            f"<{_ON}> {terms.when(correction.on)}",
        ]
        for number, (document, sentence) in enumerate(sorted(correction.rests_on), 1):
            tails.append(f"<{_RESTS}> <{name}#{number}>")
            quoted = [f"<{_SOURCE}> <{document}>", f"<{_EXACT}> {terms.literal(sentence)}"]
            graph.extend(f"{name}#{number}", quoted)
        if correction.roles:
            roles = json.dumps(dict(correction.roles), ensure_ascii=False, sort_keys=True)
            tails.append(f"<{_ROLES}> {terms.literal(roles)}^^<{iris.RDF}JSON>")
        if correction.fact in made:
            tails.append(f"<{_MADE}> <{made[correction.fact]}>")
        if correction.note:
            tails.append(f"<{_NOTE}> {terms.literal(correction.note, 'en')}")
        graph.extend(name, tails)


def checked(correction: Correction, evidence: frozenset[tuple[str, str]]) -> Correction:
    """The correction with a note where the sentences that state its fact now are not those that were judged."""
    if not evidence:
        note = "No document states it any more."
    elif correction.rests_on - evidence:
        note = "A sentence that it rests on has changed."
    elif correction.verdict != "confirmed" and evidence - correction.rests_on:
        note = "A sentence that was not judged states it as well."
    else:
        note = ""
    return replace(correction, note=note)
