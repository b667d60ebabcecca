"""The part of SHACL that ontology/shapes.ttl is written in, over plain triples.

It finds what pySHACL finds, to which tests hold it, in a small part of the time: terms stay those of the engine, and
nothing is turned into queries. Of SHACL it knows what the shapes use; anything else there raises VocabularyError.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from graph import iris
from ontology.vocabulary import FOLDER, VocabularyError

if TYPE_CHECKING:
    import pyoxigraph

Term = Any  # of the engine: a NamedNode, a BlankNode or a Literal
Check = Callable[["Data", Term, Sequence[Term]], Iterable[Term | None]]  # focus, values -> those at fault, or None

SH = "http://www.w3.org/ns/shacl#"
_TYPE = iris.RDF + "type"
_BELOW = iris.RDFS + "subClassOf"
_LEXICAL = {  # what values of a datatype look like
    iris.XSD + "integer": re.compile(r"[+-]?\d+"),
    iris.XSD + "decimal": re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"),
    iris.XSD + "gYear": re.compile(r"-?\d{4,}"),
    iris.XSD + "gYearMonth": re.compile(r"-?\d{4,}-(?:0[1-9]|1[0-2])"),
    iris.XSD + "date": re.compile(r"\d{4}-\d\d-\d\d"),
}


class Data:
    """Triples to be judged, with the types that follow."""

    def __init__(self, triples: Iterable[pyoxigraph.Triple]) -> None:
        self.objects: defaultdict[str, dict[Term, dict[Term, None]]] = defaultdict(dict)  # by predicate, then subject
        for subject, predicate, object_ in triples:
            self.objects[predicate.value].setdefault(subject, {})[object_] = None
        self._instances: defaultdict[Term, dict[Term, None]] = defaultdict(dict)
        for subject, types in self.objects[_TYPE].items():
            for type_ in types:
                self._instances[type_][subject] = None
        self._below: defaultdict[Term, list[Term]] = defaultdict(list)
        for lower, classes in self.objects[_BELOW].items():
            for class_ in classes:
                self._below[class_].append(lower)
        self.instances = cache(self._of_class)

    def at(self, focus: Term, path: Sequence[str]) -> list[Term]:
        """The nodes at the end of a path, each once."""
        nodes = {focus: None}
        for predicate in path:
            step = self.objects[predicate]
            nodes = {value: None for node in nodes for value in step.get(node, ())}
        return list(nodes)

    def _of_class(self, class_: Term) -> Mapping[Term, None]:
        """What is of a class, or of one below it."""
        classes, agenda = {class_: None}, [class_]
        while agenda:
            new = [lower for lower in self._below.get(agenda.pop(), ()) if lower not in classes]
            classes |= dict.fromkeys(new)
            agenda += new
        return {node: None for found in classes for node in self._instances.get(found, ())}


@dataclass(frozen=True, slots=True)
class Violation:
    """``focus`` is not as the shape ``check`` says. Of a query, it is what that selects, and ``path`` what it is of."""

    check: str  # IRI
    focus: Term
    path: Term | None
    value: Term | None


@dataclass(slots=True)
class Shape:
    """One shape: where to look from a node, what to check there, and what else that node must conform to."""

    name: Term
    path: tuple[Term, ...] = ()
    targets: list[Callable[[Data], Iterable[Term]]] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    parts: list[Shape] = field(default_factory=list)
    queries: list[tuple[Term, str]] = field(default_factory=list)  # name, SELECT

    def violations(self, data: Data, focus: Term) -> Iterator[Violation]:
        values = data.at(focus, [step.value for step in self.path])
        path = self.path[0] if len(self.path) == 1 else None
        for check in self.checks:
            for value in check(data, focus, values):
                yield Violation(self.name.value, focus, path, value)
        for part in self.parts:
            yield from part.violations(data, focus)
        for name, query in self.queries:
            for node in _selected(data, query):
                yield Violation(name.value, node, focus, None)


def violations(triples: Iterable[pyoxigraph.Triple]) -> Iterator[Violation]:
    """All that violates a shape, in no particular order."""
    data = Data(triples)
    for shape in shapes():
        for focus in dict.fromkeys(node for target in shape.targets for node in target(data)):
            yield from shape.violations(data, focus)


def _selected(data: Data, query: str) -> list[Term]:
    """What a query selects as ?value, each once; it is asked of the triples with properties that it names."""
    import pyoxigraph

    words, store = frozenset(re.findall(r"\w+", query)), pyoxigraph.Store()
    for predicate, subjects in data.objects.items():
        if re.split(r"[#/]", predicate)[-1] in words:
            node = pyoxigraph.NamedNode(predicate)
            store.extend(pyoxigraph.Quad(s, node, o) for s, objects in subjects.items() for o in objects)
    rows = cast(pyoxigraph.QuerySolutions, store.query(query, prefixes=dict(iris.PREFIXES)))
    return list({row["value"]: None for row in rows})


# -- the file ----------------------------------------------------------------------------------------------------------


@cache
def shape_quads() -> Sequence[pyoxigraph.Quad]:
    """What shapes.ttl says."""
    import pyoxigraph

    return tuple(pyoxigraph.parse(path=FOLDER / "shapes.ttl", format=pyoxigraph.RdfFormat.TURTLE))


@cache
def shapes() -> Sequence[Shape]:
    """The shapes that name what they are of. Raises VocabularyError where one says what is not known here."""
    return [shape for shape in _Reader().shapes() if shape.targets]


class _Reader:
    """shapes.ttl, subject by subject."""

    def __init__(self) -> None:
        self._said: dict[Term, dict[str, list[Term]]] = {}
        for quad in shape_quads():
            self._said.setdefault(quad.subject, {}).setdefault(quad.predicate.value, []).append(quad.object)
        self._shape = cache(self._read)

    def shapes(self) -> Iterator[Shape]:
        for node, said in self._said.items():
            if {SH + "NodeShape", SH + "PropertyShape"} & {type_.value for type_ in said.get(_TYPE, ())}:
                yield self._shape(node)

    def _read(self, node: Term) -> Shape:
        shape = Shape(node)
        for predicate, objects in self._said[node].items():
            name = predicate.removeprefix(SH)
            for value in objects:
                self._take(shape, name, value)
        return shape

    def _take(self, shape: Shape, name: str, value: Term) -> None:
        if name in _TARGETS:
            shape.targets.append(_TARGETS[name](value))
        elif name in _CHECKS:
            shape.checks.append(_CHECKS[name](value))
        elif name == "path":
            shape.path = tuple(self._list(value)) if value in self._said else (value,)
        elif name == "property":
            shape.parts.append(self._shape(value))
        elif name == "or":
            shape.checks.append(_or([self._shape(option) for option in self._list(value)]))
        elif name == "languageIn":
            shape.checks.append(_language_in(frozenset(item.value for item in self._list(value))))
        elif name == "sparql":
            shape.queries.append((value, self._said[value][SH + "select"][0].value))
        elif name not in ("message", _TYPE):
            raise VocabularyError("shapes.ttl", str(shape.name), f"{name} is not known")

    def _list(self, node: Term) -> Iterator[Term]:
        while node in self._said:
            yield self._said[node][iris.RDF + "first"][0]
            node = self._said[node][iris.RDF + "rest"][0]


_TARGETS: Mapping[str, Callable[[Term], Callable[[Data], Iterable[Term]]]] = {
    "targetNode": lambda node: lambda data: [node],
    "targetClass": lambda class_: lambda data: data.instances(class_),
    "targetSubjectsOf": lambda property_: lambda data: data.objects[property_.value],
    "targetObjectsOf": lambda property_: (
        lambda data: [node for objects in data.objects[property_.value].values() for node in objects]
    ),
}


# -- the checks --------------------------------------------------------------------------------------------------------


def _each(valid: Callable[[Data, Term], bool]) -> Check:
    """The check that every value passes a test."""
    return lambda data, focus, values: [value for value in values if not valid(data, value)]


def _language_in(languages: frozenset[str]) -> Check:
    return _each(lambda data, value: getattr(value, "language", None) in languages)


def _or(options: Sequence[Shape]) -> Check:
    def conforms(data: Data, value: Term) -> bool:
        return any(next(option.violations(data, value), None) is None for option in options)

    return _each(conforms)


def _unique_languages(data: Data, focus: Term, values: Sequence[Term]) -> list[None]:
    languages = [language for value in values if (language := getattr(value, "language", None)) is not None]
    return [None] * sum(languages.count(language) > 1 for language in set(languages))


def _equals(data: Data, focus: Term, values: Sequence[Term], other: str) -> Iterable[Term]:
    return set(values) ^ set(data.objects[other].get(focus, ()))


def _lower(data: Data, focus: Term, values: Sequence[Term], other: str, *, equal: bool) -> list[Term]:
    """The values that are not lower than all those of another property."""
    others = [_number(value) for value in data.objects[other].get(focus, ())]
    return [v for v in values for o in others if not _is_lower(_number(v), o, equal=equal)]


def _is_lower(one: Decimal | None, other: Decimal | None, *, equal: bool) -> bool:
    return one is not None and other is not None and (one < other or (equal and one == other))


def _number(term: Term) -> Decimal | None:
    datatype = getattr(getattr(term, "datatype", None), "value", "")
    pattern = _LEXICAL.get(datatype)
    numeric = datatype in (iris.XSD + "integer", iris.XSD + "decimal")
    return Decimal(term.value) if numeric and pattern is not None and pattern.fullmatch(term.value) else None


def _is_of(term: Term, datatype: str) -> bool:
    """Whether a term is a literal of a datatype, and such a value exists: there is no 30 February."""
    if getattr(getattr(term, "datatype", None), "value", "") != datatype:
        return False
    pattern = _LEXICAL.get(datatype)
    if pattern is not None and pattern.fullmatch(term.value) is None:
        return False
    if datatype == iris.XSD + "date":
        try:
            date.fromisoformat(term.value)
        except ValueError:
            return False
    return True


def _is_iri(term: Term) -> bool:
    import pyoxigraph

    return isinstance(term, pyoxigraph.NamedNode)


def _text(term: Term) -> str | None:
    """The words of a literal, or an IRI; None of a blank node."""
    import pyoxigraph

    return None if isinstance(term, pyoxigraph.BlankNode) else cast(str, term.value)


def _matches(term: Term, pattern: re.Pattern[str]) -> bool:
    text = _text(term)
    return text is not None and pattern.search(text) is not None


def _at_least(term: Term, least: Decimal) -> bool:
    number = _number(term)
    return number is not None and number >= least


_CHECKS: Mapping[str, Callable[[Term], Check]] = {
    "minCount": lambda n: lambda data, focus, values: [None] if len(values) < int(n.value) else [],
    "maxCount": lambda n: lambda data, focus, values: [None] if len(values) > int(n.value) else [],
    "hasValue": lambda wanted: lambda data, focus, values: [] if wanted in values else [None],
    "uniqueLang": lambda _: _unique_languages,
    "nodeKind": lambda _: _each(lambda data, value: _is_iri(value)),  # of IRIs alone
    "class": lambda class_: _each(lambda data, value: value in data.instances(class_)),
    "datatype": lambda datatype: _each(lambda data, value: _is_of(value, datatype.value)),
    "pattern": lambda pattern: _each(lambda data, value: _matches(value, re.compile(pattern.value))),
    "minLength": lambda n: _each(lambda data, value: len(_text(value) or "") >= int(n.value)),
    "minInclusive": lambda n: _each(lambda data, value: _at_least(value, Decimal(n.value))),
    "equals": lambda other: lambda data, focus, values: _equals(data, focus, values, other.value),
    "lessThan": lambda other: lambda data, focus, values: _lower(data, focus, values, other.value, equal=False),
    "lessThanOrEquals": lambda other: lambda data, focus, values: _lower(data, focus, values, other.value, equal=True),
}
