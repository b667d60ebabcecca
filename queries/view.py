"""`palermo view`: from what a person asks for to the page that shows it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from graph.iris import encode
from graph.layout import GENID
from graph.view.select import Bounds, Selection
from graph.whole import whole
from ontology.errors import PalermoError
from queries.resolve import entities
from queries.values import Node

if TYPE_CHECKING:
    from graph.facts import StoredFact
    from graph.store import Store

Mode = Literal["around", "citations", "actors", "path", "timeline", "all", "sparql"]
_CHAINS = 12  # that the picture of a path shows at most
_TIMEOUT = 60.0  # seconds for a query of a stranger


class ViewUnclear(PalermoError):
    """It is not said what to show, or more than one thing is."""

    def __init__(self) -> None:
        super().__init__(
            "Say what to show: names of one or more entities, --citations, --actors, --timeline, --path A B, --all or "
            "--sparql QUERY; only --timeline takes a name too."
        )


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to show: ``names`` as they were typed, ``depth`` in facts, a SPARQL CONSTRUCT for the mode 'sparql'."""

    mode: Mode
    names: tuple[str, ...]
    bounds: Bounds
    depth: int = 1
    sparql: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """The page, None where there is nothing to show, and ``others`` that have one of the names too."""

    html: str | None
    others: tuple[Node, ...] = ()

    @property
    def note(self) -> str:
        """A word about the others; '' where there are none."""
        from queries.answers import note

        return note(self.others)


def wanted(
    names: Sequence[str],
    *,
    flags: Sequence[Mode],
    path: tuple[str, str] | None,
    sparql: str | None,
    depth: int,
    bounds: Bounds,
) -> Wanted:
    """What the arguments of a call ask for; raises ViewUnclear, and UnknownName for a kind that there is not."""
    from ontology.kinds import kind

    for name in sorted(bounds.kinds or ()):
        kind(name)
    modes: list[Mode] = [*flags, *(["path"] if path is not None else []), *(["sparql"] if sparql is not None else [])]  # type: ignore[list-item]
    if names and modes not in ([], ["timeline"]) or len(modes) > 1 or (not names and not modes):
        raise ViewUnclear
    return Wanted(modes[0] if modes else "around", path or tuple(names), bounds, depth, sparql or "")


def view(store: Store, what: Wanted, *, language: str) -> View:
    """The page that shows ``what``, opened in ``language``. Raises UnknownValue, and what a SPARQL query raises."""
    from graph.facts import facts
    from graph.view.page import page
    from graph.view.payload import picture

    known = facts(store)
    found = [resolved(store, name, known) for name in what.names]
    roots = tuple(dict.fromkeys(iris[0] for iris in found))
    selection = _selection(store, what, known, roots)
    others = [iri for iris in found for iri in iris[1:]]
    labels = store.labels([*roots, *others], language)
    if len(selection.facts) == 0:
        return View(None, tuple(Node(iri, labels[iri]) for iri in others))
    kind = "timeline_of" if what.mode == "timeline" and roots else what.mode
    drawn = picture(store, selection, view=kind, about=_about(what, roots))
    title = ", ".join(labels[iri] for iri in roots) or what.mode
    return View(
        page(drawn, language=language, title=f"{title} – Palermo"), tuple(Node(iri, labels[iri]) for iri in others)
    )


def save(html: str, output: Path | None, *, show: bool) -> Path:
    """Writes the page whole, or not at all; without ``output`` into the system's folder for such files.

    Gives the file. ``show`` opens it in the browser. Raises OSError.
    """
    import tempfile

    if output is None:
        with tempfile.NamedTemporaryFile("wb", suffix=".html", delete=False) as temporary:
            temporary.write(html.encode("utf-8"))
        path = Path(temporary.name)
    else:
        with whole(output) as file:
            file.write(html.encode("utf-8"))
        path = output.resolve()
    if show:
        import webbrowser

        webbrowser.open(path.as_uri())
    return path


def resolved(store: Store, name: str, known: Iterable[StoredFact]) -> list[str]:
    """What is called so (IRIs), the one with most facts first; raises UnknownValue where nothing is."""
    found = entities(store, name)
    counts = Counter(iri for fact in known for iri in {iri for _, iri in fact.entities} if iri in found)
    return sorted(found, key=lambda iri: (-counts[iri], found.index(iri)))


def _about(what: Wanted, roots: tuple[str, ...]) -> tuple[str, ...]:
    """Whom the title names."""
    return roots if what.mode in ("around", "path", "timeline") else ()


def _selection(store: Store, what: Wanted, known: Sequence[StoredFact], roots: tuple[str, ...]) -> Selection:
    from graph.view.select import around, dated, whole
    from graph.view.style import style

    match what.mode:
        case "around":
            return around(known, roots, what.depth, what.bounds)
        case "timeline":
            return dated(known, roots, what.bounds)
        case "path":
            return _path(what.bounds, known, roots)
        case "sparql":
            return _constructed(store, what, known)
        case "citations":
            return whole([fact for fact in known if fact.kind in style().citations], what.bounds)
        case "actors":
            return whole(known, what.bounds, keep=_actors(store, known).__contains__)
        case _:
            return whole(known, what.bounds)


def _actors(store: Store, known: Iterable[StoredFact]) -> set[str]:
    from graph.naming import describe
    from ontology.types import lineage

    above = lineage()
    described = describe(store, {iri for fact in known for _, iri in fact.entities})
    return {iri for iri, thing in described.items() if "Actor" in above.get(thing.type, ())}


def _path(bounds: Bounds, known: Sequence[StoredFact], roots: tuple[str, ...]) -> Selection:
    from graph.paths import tied
    from graph.view.select import along

    kept, _ = bounds.of(known)
    found = tied(kept, roots[0], roots[-1], min(_CHAINS, bounds.limit)) if len(roots) == 2 else []
    return along((tie for chain in found for step in chain for tie in step), roots)


def _constructed(store: Store, what: Wanted, known: Sequence[StoredFact]) -> Selection:
    import pyoxigraph

    from graph.errors import QueryInvalid
    from graph.guard import check
    from graph.store import evaluate
    from graph.view.construct import constructed

    if check(what.sparql).form not in ("CONSTRUCT", "DESCRIBE"):
        raise QueryInvalid("a picture needs a graph: write CONSTRUCT { … } WHERE { … }, or DESCRIBE.")
    answer = evaluate(store.place, what.sparql, _TIMEOUT, graph="nt")
    parsed = pyoxigraph.parse(answer.data, format=pyoxigraph.RdfFormat.N_TRIPLES)
    triples = sorted({(_text(t.subject), t.predicate.value, _text(t.object), _is_thing(t.object)) for t in parsed})
    return constructed([t for t in triples if t[0] != ""], known, what.bounds)


def _is_thing(term: object) -> bool:
    import pyoxigraph

    return isinstance(term, pyoxigraph.NamedNode | pyoxigraph.BlankNode)


def _text(term: object) -> str:
    """The IRI of a node, one of our own for a blank node, the text of a literal; '' for a triple in a triple."""
    import pyoxigraph

    if isinstance(term, pyoxigraph.BlankNode):
        return GENID + encode(term.value)
    return term.value if isinstance(term, pyoxigraph.NamedNode | pyoxigraph.Literal) else ""
