"""What changed between two stores: facts added, removed and changed, with the sentences that state them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from ontology.kinds import Kind
from ontology.kinds import kinds as all_kinds
from queries.catalogue import Query, require
from queries.rows import Row, clearest, paragraphs, run
from queries.values import Node, text_of

if TYPE_CHECKING:
    from graph.store import Store

COLUMNS = ("change", "kind", "fact", "document", "paragraph", "quote", "before")


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that only one of two stores has, or that both have otherwise: ``before`` and ``after``, as rows."""

    kind: Kind
    before: Row | None
    after: Row | None

    @property
    def change(self) -> Literal["added", "removed", "changed"]:
        """What became of the fact."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "changed"

    @property
    def _shown(self) -> Row:
        found = self.before if self.after is None else self.after
        assert found is not None
        return found

    def cells(self) -> dict[str, str]:
        """As words, one for each of COLUMNS; ``before``: the sentence as it was, where it is another."""
        piece = clearest(self._shown.evidence)
        old = None if self.before is None else clearest(self.before.evidence).quote
        return {
            "change": self.change,
            "kind": self.kind.name,
            "fact": "; ".join(self._roles()),
            "document": piece.document.label,
            "paragraph": paragraphs(self._shown.evidence),
            "quote": piece.quote,
            "before": "" if old is None or old == piece.quote else old,
        }

    def _roles(self) -> Iterable[str]:
        """'year=2017 → 2018' where a role changed, 'body=ICAT' where it did not."""
        for column in self.kind.columns:
            words = [text_of(row.values.get(column)) for row in (self.before, self.after) if row is not None]
            if any(words):
                yield f"{column}={' → '.join(word or '(none)' for word in dict.fromkeys(words))}"

    def json(self) -> dict[str, object]:
        """As JSON: the rows before and after as ``palermo query`` gives them, null for none."""
        rows = {"before": self.before, "after": self.after}
        data = {name: None if row is None else row.json() for name, row in rows.items()}
        return {"change": self.change, "kind": self.kind.name, **data}


def differences(before: Store, after: Store, *, kinds: Sequence[str] = (), language: str) -> list[Difference]:
    """What the facts of two stores differ in, by kind, in the order of ``palermo query``. Raises UnknownQuery.

    A fact has changed where another sentence states it, or where one is gone and one has come that share what makes a
    fact of their kind, or their sentence, and no third one does.
    """
    return [found for of in _kinds(kinds) for found in _of_kind(before, after, of, language)]


def _kinds(names: Sequence[str]) -> list[Kind]:
    for name in names:
        require(name)
    return [of for name, of in all_kinds().items() if not names or name in names]


def _of_kind(before: Store, after: Store, of: Kind, language: str) -> list[Difference]:
    query = require(of.name)
    old, new = (_rows(store, query, language) for store in (before, after))
    found = [Difference(of, old[i], new[i]) for i in old if i in new and _sentences(old[i]) != _sentences(new[i])]
    gone, come = [old[i] for i in old if i not in new], [new[i] for i in new if i not in old]
    key = {column for group in of.key for column in group}
    for alike in (lambda row: _values(row, key), _sentences):
        pairs = _pairs(gone, come, alike)
        found += [Difference(of, a, b) for a, b in pairs]
        gone = [row for row in gone if all(row is not a for a, _ in pairs)]
        come = [row for row in come if all(row is not b for _, b in pairs)]
    found += [Difference(of, row, None) for row in gone] + [Difference(of, None, row) for row in come]
    return sorted(found, key=lambda f: (list(f.cells().values())[2:], f.change))


def _rows(store: Store, query: Query, language: str) -> Mapping[Hashable, Row]:
    rows = run(store, query, {}, language=language)
    return {(_values(r, query.identity), r.evidence[0].passage if query.per_paragraph else None): r for r in rows}


def _values(row: Row, columns: Iterable[str]) -> Hashable:
    values = ((column, row.values.get(column)) for column in sorted(columns))
    return tuple((column, value.iri if isinstance(value, Node) else value) for column, value in values)


def _sentences(row: Row) -> frozenset[tuple[str, str]]:
    return frozenset((piece.document.iri, piece.quote) for piece in row.evidence)


def _pairs(gone: Sequence[Row], come: Sequence[Row], alike: Callable[[Row], Hashable]) -> list[tuple[Row, Row]]:
    """What is gone with what has come, where they are alike and nothing else is."""
    sides: defaultdict[Hashable, tuple[list[Row], list[Row]]] = defaultdict(lambda: ([], []))
    for side, rows in enumerate((gone, come)):
        for row in rows:
            sides[alike(row)][side].append(row)
    return [(left[0], right[0]) for left, right in sides.values() if len(left) == len(right) == 1]
