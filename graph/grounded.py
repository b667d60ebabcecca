"""The rules of data once the ontology has answered what they ask of it: of one premise, or of two, a step each.

'?p owl:inverseOf ?q . ?x ?p ?y' asks the ontology for its inverses. With 'chairs' and 'chairedBy' among them it leaves
'?x :chairs ?y', which by itself gives '?y :chairedBy ?x'. What follows from a triple by itself is worked out once for
each property, and for each class.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, cast

from graph import iris
from ontology.rules import Pattern, Rule
from ontology.vocabulary import VocabularyError

if TYPE_CHECKING:
    import pyoxigraph

Triple = tuple[str, str, str]  # N-Triples terms
_TYPE = f"<{iris.RDF}type>"


class Grounded:
    """Rules over an ontology with all that follows from it, to be run over data.

    Raises VocabularyError for a rule that asks the data for more than a triple, or two steps from ?x by ?y to ?z.
    """

    def __init__(self, rules: Iterable[Rule], schema: Sequence[pyoxigraph.Quad]) -> None:
        self._single: defaultdict[str, list[tuple[Pattern, Pattern]]] = defaultdict(list)  # by the premise's predicate
        self._after: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)  # first step -> second, both in one
        self._before: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)  # second step -> first, both in one
        for rule, premises, head in _grounded(rules, schema):
            self._add(rule, premises, head)
        self._steps = self._after.keys() | self._before.keys()
        known = ((str(quad.subject), str(quad.predicate), str(quad.object)) for quad in schema)
        self._known = [triple for triple in known if triple[1] in self._steps]
        self._alone = cache(self._follows)

    def closure(self, triples: Iterable[Triple]) -> set[Triple]:
        """The triples with all that follows from them and the ontology."""
        found: set[Triple] = set()
        ends: defaultdict[tuple[str, str], list[str]] = defaultdict(list)  # (step, where it begins)
        starts: defaultdict[tuple[str, str], list[str]] = defaultdict(list)  # (step, where it ends)
        agenda = [*self._known, *triples]
        while agenda:
            new = [triple for triple in self._by_itself(*agenda.pop()) if triple not in found]
            found.update(new)
            for subject, predicate, object_ in new:
                if predicate in self._steps:
                    ends[predicate, subject].append(object_)
                    starts[predicate, object_].append(subject)
                    for second, both in self._after.get(predicate, ()):
                        agenda += [(subject, both, end) for end in ends.get((second, object_), ())]
                    for first, both in self._before.get(predicate, ()):
                        agenda += [(start, both, object_) for start in starts.get((first, subject), ())]
        return found

    def _add(self, rule: Rule, premises: Sequence[Pattern], head: Pattern) -> None:
        if len(premises) == 1:
            self._single[premises[0][1]].append((premises[0], head))
            return
        (x, first, y), (other, second, z) = premises
        if other != y or (head[0], head[2]) != (x, z):
            raise VocabularyError(f"rules/{rule.name}.rq", "WHERE", "is neither one triple nor two steps")
        self._after[first].append((second, head[1]))
        self._before[second].append((first, head[1]))

    def _by_itself(self, subject: str, predicate: str, object_: str) -> Iterator[Triple]:
        """A triple, and what follows from it and from no other."""
        terms = {"?x": subject, "?y": object_}
        of = object_ if predicate == _TYPE else "?y"
        for x, p, y in self._alone(predicate, of, object_.startswith('"')):
            yield terms[x], p, terms.get(y, y)

    def _follows(self, predicate: str, object_: str, literal: bool) -> tuple[Pattern, ...]:
        """What follows from '?x predicate object', itself included; nothing is said of a literal."""
        found: dict[Pattern, None] = {("?x", predicate, object_): None}
        agenda = list(found)
        while agenda:
            known = agenda.pop()
            for premise, head in self._single[known[1]]:
                if premise[2].startswith("?") or premise[2] == known[2]:
                    new = _bound(head, {premise[0]: known[0], premise[2]: known[2]})
                    if new not in found and not (literal and new[0] == "?y"):
                        found[new] = None
                        agenda.append(new)
        return tuple(found)


def _grounded(
    rules: Iterable[Rule], schema: Sequence[pyoxigraph.Quad]
) -> Iterator[tuple[Rule, Sequence[Pattern], Pattern]]:
    """Each rule with premises and head once for each answer that the ontology gives."""
    import pyoxigraph

    store = pyoxigraph.Store()
    store.extend(schema)
    for rule in rules:
        asked = " . ".join(" ".join(pattern) for pattern in rule.body if _asks(pattern))
        for row in cast(pyoxigraph.QuerySolutions, store.query(f"SELECT DISTINCT * {{ {asked} }}")):
            terms = {name: str(row[name[1:]]) for name in rule.variables if name in asked.split(" ")}
            premises = [_bound(pattern, terms) for pattern in rule.body if not _asks(pattern)]
            yield rule, premises, _bound(cast(Pattern, rule.head), terms)


def _asks(pattern: Pattern) -> bool:
    """Whether it is the ontology that says such things: all with a property of its own, '?p rdf:type owl:…'."""
    _, predicate, object_ = pattern
    return not predicate.startswith("?") and not (predicate == _TYPE and object_.startswith("?"))


def _bound(pattern: Pattern, terms: Mapping[str, str]) -> Pattern:
    subject, predicate, object_ = pattern
    return terms.get(subject, subject), terms.get(predicate, predicate), terms.get(object_, object_)
