"""Whether the graph contradicts the ontology: by the rules, which tell where, and by HermiT, which is sure.

OWL 2 DL has no calendar of its own but instants (xsd:dateTime). For HermiT a date becomes an instant: the first that it
covers where something begins, the last where it ends. What is no date stays text, which the range of the role excludes;
and what begins has a restriction that it ends no earlier. Two names are two things here (the unique names of the
authority files, and of what documents name): so a second value in a functional role is one too many.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import tempfile
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph import iris
from graph.validation import Finding
from ontology.errors import PalermoError
from ontology.rules import Rule, rules

if TYPE_CHECKING:
    import pyoxigraph

    from graph.store import Store

    Triple = pyoxigraph.Triple
    Node = pyoxigraph.NamedNode | pyoxigraph.BlankNode

DATES = tuple(iris.PALERMO + name for name in ("year", "date", "start", "end"))
_TYPE = iris.RDF + "type"
_SORTS = tuple(iris.OWL + name for name in ("Class", "ObjectProperty", "DatatypeProperty"))
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_IMPOSSIBLE = (
    ("en", "This is no date of the calendar, or a period that ends before it begins."),
    ("fr", "Ce n’est pas une date du calendrier, ou c’est une période qui finit avant d’avoir commencé."),
)
_UNPLACED = (
    ("en", "The reasoner HermiT finds a contradiction that the rules do not place."),
    ("fr", "Le raisonneur HermiT trouve une contradiction que les règles ne situent pas."),
)


class ReasonerMissing(PalermoError):
    """HermiT cannot be run; ``reason`` says what is missing."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            f"The reasoner HermiT was not run: {reason}. The rules and the shapes were checked all the same."
        )
        self.reason = reason


def contradictions(store: Store) -> list[Finding]:
    """What contradicts the ontology, by the rules of OWL 2 RL: disjoint classes, functional roles, impossible dates."""
    found = [finding for rule in rules("contradiction") for finding in _broken(store, rule)]
    return sorted({*found, *_impossible_dates(store)})


def _broken(store: Store, rule: Rule) -> Iterator[Finding]:
    """One finding for each node that breaks a rule: '?x', and the two classes or values that do not go together."""
    first, second, path = ("?a", "?b", "") if "?a" in rule.variables else ("?y", "?z", "?p")
    rows = store.select(f"SELECT DISTINCT ?x {first} {second} {path} {{ {rule.group} }} ORDER BY ?x {first} {second}")
    for row in rows:
        values = f"{row[first[1:]]} {row[second[1:]]}"
        where = str(row[path[1:]]) if path else f"<{_TYPE}>"
        yield Finding("", rule.name, str(row["x"]), where, values, tuple(sorted(rule.says.items())))


def _impossible_dates(store: Store) -> Iterator[Finding]:
    for property_ in DATES:
        for row in store.select(f"SELECT DISTINCT ?x ?y {{ ?x <{property_}> ?y ; a :Fact }} ORDER BY ?x ?y"):
            text = getattr(row["y"], "value", "")
            if instant(text, last=False) is None:
                yield Finding("", "impossible-date", str(row["x"]), f"<{property_}>", str(row["y"]), _IMPOSSIBLE)


def instant(text: str, *, last: bool) -> str | None:
    """The first or the last instant of a date or period ('2018', '2018-05', '2017/2020'); None where it is neither."""
    first_text, slash, last_text = text.partition("/")
    if slash:
        first, final = _instant(first_text, last=False), _instant(last_text, last=True)
        open_ended = "" in (first_text, last_text) and text != "/"
        if (first is None or final is None) and not open_ended or (first and final and first > final):
            return None
        return (final or first) if last else (first or final)
    return _instant(text, last=last)


def _instant(text: str, *, last: bool) -> str | None:
    match = _DATE.fullmatch(text)
    if match is None or not text.isascii():
        return None
    year, month, day = int(match[1]), int(match[2] or (12 if last else 1)), int(match[3] or 0)
    if year == 0 or not 1 <= month <= 12 or day > monthrange(year, month)[1] or (match[3] is not None and day == 0):
        return None
    time = "23:59:59" if last else "00:00:00"
    return f"{year:04}-{month:02}-{day or (monthrange(year, month)[1] if last else 1):02}T{time}Z"


def unplaced() -> Finding:
    """What is found where HermiT finds a contradiction and the rules find none."""
    return Finding("", "HermiT", "", "", "", _UNPLACED)


def check_with_hermit(store: Store) -> bool:
    """Whether HermiT finds the ontology and all that is stated consistent. Raises ReasonerMissing."""
    if shutil.which("java") is None:
        raise ReasonerMissing("it needs Java, and there is none on this machine")
    try:
        import owlready2
    except ImportError as error:
        raise ReasonerMissing("it comes with owlready2, which is not installed") from error
    return _is_consistent(owlready2, "".join(sorted(for_reasoner(store))))


def _is_consistent(owlready2: Any, ntriples: str) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "graph.nt")
        path.write_text(ntriples, encoding="utf-8")
        world = owlready2.World()
        world.get_ontology(path.as_uri()).load()
        try:
            owlready2.sync_reasoner_hermit(world, debug=0)
        except owlready2.OwlReadyInconsistentOntologyError:
            return False
        except owlready2.OwlReadyJavaError as error:
            raise ReasonerMissing(f"Java stopped ({str(error).splitlines()[0][:200]})") from error
        return [c for c in world.inconsistent_classes() if c is not owlready2.Nothing] == []


def for_reasoner(store: Store) -> Iterator[str]:
    """The ontology and what is stated with its terms, as N-Triples lines of OWL 2 DL."""
    ontology = [quad.triple for quad in store.quads(iris.ONTOLOGY_GRAPH)]
    terms = {name for triple in ontology if (name := _declared(triple)) is not None}
    functional = {t.subject for t in ontology if str(t.object) == f"<{iris.OWL}FunctionalProperty>"}
    yield from (f"{triple} .\n" for triple in ontology if not _is_range_of_date(triple))
    yield from (f"<{name}> <{iris.RDFS}range> <{iris.XSD}dateTime> .\n" for name in DATES)
    values: defaultdict[tuple[object, object], list[object]] = defaultdict(list)
    for quad in store.quads():
        if str(quad.graph_name)[1:-1] in (iris.ONTOLOGY_GRAPH, iris.INFERENCES_GRAPH):
            continue
        triple = quad.triple
        if triple.predicate.value == _TYPE:
            yield from [f"{triple} .\n"] if getattr(triple.object, "value", "") in terms else []
        elif triple.predicate.value in DATES or _is_of_calendar(triple):
            yield from _dated(triple)
        elif triple.predicate.value in terms:
            yield f"{triple} .\n"
            if triple.predicate in functional:
                values[triple.subject, triple.predicate].append(triple.object)
    yield from _different(values)


def _declared(triple: Triple) -> str | None:
    """The IRI of the class or property that a triple declares, annotation properties aside."""
    declares = triple.predicate.value == _TYPE and getattr(triple.object, "value", "") in _SORTS
    return getattr(triple.subject, "value", None) if declares else None


def _is_range_of_date(triple: Triple) -> bool:
    return triple.predicate.value == iris.RDFS + "range" and getattr(triple.subject, "value", "") in DATES


def _is_of_calendar(triple: Triple) -> bool:
    """Whether its object has a datatype that OWL 2 DL does not know."""
    datatype = getattr(triple.object, "datatype", None)
    return datatype is not None and datatype.value in (f"{iris.XSD}{name}" for name in ("gYear", "gYearMonth", "date"))


def _dated(triple: Triple) -> Iterator[str]:
    """A date as an instant, or as the text that it is; after a beginning, that there is no end before it."""
    subject, name = str(triple.subject), triple.predicate.value
    text = getattr(triple.object, "value", "")
    moment = instant(text, last=name.endswith("#end"))
    if moment is None:
        yield f'{subject} <{name}> "not a date" .\n'
        return
    yield f'{subject} <{name}> "{moment}"^^<{iris.XSD}dateTime> .\n'
    if name.endswith("#start"):
        node = f"_:b{hashlib.sha256(f'{subject} {text}'.encode()).hexdigest()[:16]}"
        range_, facet = f"{node}r", f"{node}f"
        pairs: Mapping[str, Iterable[tuple[str, str]]] = {
            node: (
                (f"{iris.RDF}type", f"<{iris.OWL}Restriction>"),
                (f"{iris.OWL}onProperty", f"<{iris.PALERMO}end>"),
                (f"{iris.OWL}allValuesFrom", range_),
            ),
            range_: (
                (f"{iris.RDF}type", f"<{iris.RDFS}Datatype>"),
                (f"{iris.OWL}onDatatype", f"<{iris.XSD}dateTime>"),
                (f"{iris.OWL}withRestrictions", f"{node}l"),
            ),
            f"{node}l": ((f"{iris.RDF}first", facet), (f"{iris.RDF}rest", f"<{iris.RDF}nil>")),
            facet: ((f"{iris.XSD}minInclusive", f'"{moment}"^^<{iris.XSD}dateTime>'),),
        }
        yield f"{subject} <{_TYPE}> {node} .\n"
        yield from (f"{s} <{p}> {o} .\n" for s, said in pairs.items() for p, o in said)


def _different(values: Mapping[tuple[object, object], list[object]]) -> Iterator[str]:
    """That the values of one functional role of one node, where there are several, are different things."""
    import pyoxigraph

    for found in values.values():
        nodes = sorted({str(term) for term in found if isinstance(term, pyoxigraph.NamedNode)})
        yield from (f"{a} <{iris.OWL}differentFrom> {b} .\n" for a, b in combinations(nodes, 2))
