"""What a page knows: the picture's entities, facts and sentences as data, in both languages."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from graph import iris
from graph.facts import Sentence, StoredFact, sentences
from graph.naming import LANGUAGES, Described, Label, describe, labels, local_name, vocabulary
from graph.view.fold import Fold, folds, tie_groups
from graph.view.layout import layout
from graph.view.select import Selection
from graph.view.style import FOLDER, style
from graph.view.timeline import timeline
from ontology.kinds import kinds
from ontology.printable import clean

if TYPE_CHECKING:
    import networkx

    from graph.store import Store

_LEAST, _MOST = 8.0, 26.0  # radius of a node in pixels


@dataclass(frozen=True, slots=True)
class Picture:
    """Nodes and edges as vis-network takes them, and ``data``, all that the page says of them."""

    nodes: list[dict[str, Any]]
    edges: list[dict[str, Any]]
    data: dict[str, Any]


@dataclass(slots=True)
class _Numbers:
    """Small numbers for things that are spoken of often, in the order in which they first are."""

    known: dict[Any, int] = field(default_factory=dict)

    def of(self, thing: Any) -> int:
        return self.known.setdefault(thing, len(self.known))


def picture(store: Store, selection: Selection, *, view: str, about: Sequence[str] = ()) -> Picture:
    """The picture of a selection. ``view`` names its title in words.toml ('around'), ``about`` whom (IRIs)."""
    own = [fact.iri for fact in selection.facts if fact.iri.startswith(iris.FACT)]  # a query may give others
    stated: dict[str, tuple[Sentence, ...]] = dict.fromkeys((fact.iri for fact in selection.facts), ())
    stated.update(sentences(store, own))
    documents = {sentence.document for places in stated.values() for sentence in places}
    named = {iri for fact in selection.facts for _, iri in fact.entities} | {
        *selection.nodes,
        *selection.reserve,
        *about,
    }
    described = describe(store, named | documents)
    numbers = _Numbers()
    for iri in (*selection.nodes, *sorted(selection.reserve), *sorted(named | documents)):
        numbers.of(iri)
    start = numbers.of(about[0]) if view == "path" else None
    drawn = (
        _timeline(selection) if view.startswith("timeline") else _network(selection, described, numbers, stated, start)
    )
    nodes, edges, extra = drawn
    said = _Numbers()
    data = {
        "view": view,
        "about": [numbers.of(iri) for iri in about],
        "counts": _counts(selection),
        "words": words(),
        "entities": [_entity(described[iri]) for iri in numbers.known],
        "facts": [_fact(fact, stated[fact.iri], numbers, said) for fact in selection.facts],
        "sentences": [
            {"d": numbers.of(s.document), "p": s.paragraph, "page": s.page, "q": clean(s.quote)} for s in said.known
        ],
        "types": _types({thing.type for thing in described.values()}, vocabulary(store)),
        "concepts": _concepts(store, selection.facts),
        **_kinds(selection, vocabulary(store)),
        **extra,
    }
    return Picture(nodes, edges, data)


def _counts(selection: Selection) -> dict[str, int]:
    return {
        "things": len(selection.nodes),
        "ofThings": selection.things,
        "facts": len(selection.facts),
        "ofFacts": selection.stated,
        "reserve": len(selection.reserve),
        "undated": selection.undated,
    }


def words() -> Mapping[str, Mapping[str, str]]:
    """What the page says of its own, by language and key (words.toml)."""
    import tomllib

    with (FOLDER / "words.toml").open("rb") as file:
        return tomllib.load(file)


def _both(label: Label) -> dict[str, str]:
    return {language: label.get(language) for language in LANGUAGES}


def _entity(thing: Described) -> dict[str, Any]:
    entry: dict[str, Any] = {"iri": thing.iri, "type": thing.type, "named": thing.named, **_both(thing.label)}
    if thing.names:
        entry["names"] = list(thing.names)
    if thing.link is not None:
        entry["link"] = thing.link
    return entry


def _fact(fact: StoredFact, places: Iterable[Sentence], numbers: _Numbers, said: _Numbers) -> dict[str, Any]:
    """Roles in the order of the columns: [column, number of the entity], or [column, words]."""
    entry: dict[str, Any] = {
        "kind": fact.kind,
        "who": [[column, numbers.of(iri)] for column, iri in fact.entities],
        "what": [[column, value if value.startswith(iris.CONCEPT) else clean(value)] for column, value in fact.values],
        "said": [said.of(sentence) for sentence in places],
    }
    if fact.period is not None:
        entry["when"] = list(fact.period)
    return entry


def _types(names: Iterable[str], terms: Mapping[str, Label]) -> dict[str, Any]:
    return {
        name: {**style().of_type(name), **_both(terms.get(name, Label(name, name)))}
        for name in sorted(names)
        if name != ""
    }


def _concepts(store: Store, facts: Iterable[StoredFact]) -> dict[str, Any]:
    wanted = {value for fact in facts for _, value in fact.values if value.startswith(iris.CONCEPT)}
    return {iri: _both(label) for iri, label in labels(store, wanted).items()}


def _kinds(selection: Selection, terms: Mapping[str, Label]) -> dict[str, Any]:
    """The kinds of the facts, how each looks and reads, and the words for columns and properties."""
    used = Counter(fact.kind for fact in selection.facts)
    ours = {name: kind for name, kind in kinds().items() if name in used}
    entries: dict[str, Any] = {}
    columns: dict[str, Any] = {}
    for name, kind in ours.items():
        entries[name] = {**style().of_kind(name), **_both(terms.get(kind.cls, Label(name, name)))}
        entries[name]["concepts"] = [column for column, range_ in kind.columns.items() if range_ == "concept"]
        entries[name]["times"] = [
            c for c, range_ in kind.columns.items() if range_ in ("date", "year") or c == "period"
        ]
        if kind.edge is not None:
            entries[name]["edge"] = [kind.edge.subject, kind.edge.property, kind.edge.object]
        columns[name] = {c: _both(terms.get(kind.property_of(c), Label(c, c))) for c in kind.columns}
    for name in sorted(used.keys() - ours.keys()):  # properties of a query's own
        entries[name] = {**style().other_kind, **_both(terms.get(local_name(name), Label(*[local_name(name)] * 2)))}
        columns[name] = {}
    properties = {tie.property for tie in selection.ties}
    properties |= {kind.edge.property for kind in ours.values() if kind.edge is not None}
    words = {name: _both(terms.get(name, Label(name, name))) for name in sorted(properties)}
    return {"kinds": entries, "columns": columns, "properties": words}


Drawn = tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, Any]]


def _network(
    selection: Selection,
    described: Mapping[str, Described],
    numbers: _Numbers,
    stated: Mapping[str, Sequence[Sentence]],
    start: int | None,
) -> Drawn:
    """Nodes for entities and folds, edges for the facts that tie them."""
    weight = Counter({iri: thing.named for iri, thing in described.items()})
    weight.update(iri for fact in selection.facts for _, iri in fact.entities)
    folded = folds(selection, weight)
    first = len(described)  # folds that stand in the picture by themselves are numbered after all entities
    bundles = {index: first + n for n, index in enumerate(i for i, f in enumerate(folded) if f.kind is not None)}
    hidden = {iri for fold in folded for iri in fold.members}
    shown = [iri for iri in selection.nodes if iri not in hidden]
    shape = _shape(selection, shown, [folded[i] for i in bundles], list(bundles.values()), numbers)
    places = layout(shape, start=start)
    most = max([math.sqrt(weight[iri]) for iri in selection.nodes], default=1.0) or 1.0
    nodes = []
    for iri in (*selection.nodes, *selection.reserve):
        x, y = places.get(numbers.of(iri), (0, 0))
        size = round(_LEAST + (_MOST - _LEAST) * math.sqrt(weight[iri]) / most, 1)
        nodes.append({"id": numbers.of(iri), "x": x, "y": y, "size": size, "hidden": iri in hidden})
    for index, number in bundles.items():
        x, y = places[number]
        size = round(_LEAST + 2.2 * math.sqrt(len(folded[index].members)), 1)
        nodes.append({"id": number, "x": x, "y": y, "size": size, "hidden": False})
    edges = _edges(selection, numbers, stated, hidden)
    for index, number in bundles.items():
        edges.append(
            _edge(f"b{number}", numbers.of(folded[index].host), number, str(folded[index].kind), 1.6, hidden=False)
        )
    return nodes, edges, {"folds": _fold_data(folded, bundles, numbers), "lines": _lines(selection, numbers)}


def _fold_data(folded: Sequence[Fold], bundles: Mapping[int, int], numbers: _Numbers) -> list[dict[str, Any]]:
    return [
        {
            "host": numbers.of(fold.host),
            "members": [numbers.of(iri) for iri in fold.members],
            "kind": fold.kind,
            "id": bundles.get(index),
        }
        for index, fold in enumerate(folded)
    ]


def _shape(
    selection: Selection, shown: Sequence[str], bundled: Sequence[Fold], ids: Sequence[int], numbers: _Numbers
) -> networkx.Graph[int]:
    """The network that is laid out: what is shown, and folds."""
    import networkx

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(sorted([*map(numbers.of, shown), *ids]))
    inside = set(shown)
    pairs = {(numbers.of(t.source), numbers.of(t.target)) for t in selection.ties if {t.source, t.target} <= inside}
    pairs |= {(numbers.of(fold.host), number) for fold, number in zip(bundled, ids, strict=True)}
    graph.add_edges_from(sorted({(min(pair), max(pair)) for pair in pairs}))
    return graph


def _edges(
    selection: Selection, numbers: _Numbers, stated: Mapping[str, Sequence[Sentence]], hidden: set[str]
) -> list[dict[str, Any]]:
    """A line for each two entities and kind of fact; those of the same two bend apart."""
    groups = tie_groups(selection.ties)
    between = Counter((min(a, b), max(a, b)) for a, b, _, _ in groups)
    seen: Counter[tuple[str, str]] = Counter()
    found = []
    out = hidden | selection.reserve.keys()
    for index, ((source, target, kind, _), some) in enumerate(groups.items()):
        pair = (min(source, target), max(source, target))
        width = float(style().of_kind(kind)["width"]) * min(
            1 + 0.25 * math.log2(sum(len(stated[t.fact.iri]) for t in some) or 1), 2.5
        )
        edge = _edge(
            f"e{index}", numbers.of(source), numbers.of(target), kind, width, hidden=bool({source, target} & out)
        )
        if between[pair] > 1:
            bend = (seen[pair] - (between[pair] - 1) / 2) * 0.28
            turn = "curvedCW" if (bend > 0) == (source < target) else "curvedCCW"
            edge["smooth"] = {"enabled": bend != 0, "type": turn, "roundness": round(abs(bend), 3)}
        seen[pair] += 1
        found.append(edge)
    return found


def _edge(id: str, source: int, target: int, kind: str, width: float, *, hidden: bool) -> dict[str, Any]:
    edge = {"id": id, "from": source, "to": target, "kind": kind, "width": round(width, 2), "hidden": hidden}
    dashes = style().of_kind(kind).get("dashes")
    return edge if dashes is None else {**edge, "dashes": dashes}


def _lines(selection: Selection, numbers: _Numbers) -> dict[str, Any]:
    """What each line says: the property, and its facts by their place in the list."""
    place = {fact.iri: index for index, fact in enumerate(selection.facts)}
    return {
        f"e{index}": {
            "property": property,
            "facts": sorted({place[tie.fact.iri] for tie in some if tie.fact.iri in place}),
        }
        for index, ((_, _, _, property), some) in enumerate(tie_groups(selection.ties).items())
    }


def _timeline(selection: Selection) -> Drawn:
    """A node for each fact, beside the axis."""
    marks, ticks = timeline(selection.facts)
    nodes = [
        {"id": f"f{index}", "x": mark.x, "y": mark.y, "size": 8, "hidden": False} for index, mark in enumerate(marks)
    ]
    narrow = {f"f{index}": [mark.narrow_x, mark.narrow_y] for index, mark in enumerate(marks)}
    years = [{"text": tick.text, "y": tick.y, "narrow": tick.narrow_y} for tick in ticks]
    return nodes, [], {"folds": [], "lines": {}, "narrow": narrow, "ticks": years}
