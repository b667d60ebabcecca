"""What the passages tell that hold the words of a question: their sentences, and the facts that these state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from graph import iris
from graph.index import fold
from queries.asking.forms import affirmed
from queries.asking.owners import HEADING
from queries.asking.wants import Want
from queries.catalogue import require
from queries.rows import Row, gathered, restricted
from queries.values import Node, plain, text_of

if TYPE_CHECKING:
    from graph.store import Store

_HITS = 150  # sentences that are looked at
_PASSAGES = 12
_BEGINNING = 4  # letters by which the index finds the forms of a word
_ENDING = 2

Place = tuple[str, int]  # passage, and offset of a sentence in its document


@dataclass(frozen=True)
class Said:
    """A sentence: its folded text, the things that it speaks of, and the sentences before it in its passage."""

    text: str
    things: frozenset[str]
    before: tuple[Said, ...]

    def speaks_of(self, want: Want) -> bool:
        """Whether the sentence says what is wanted."""
        return bool(self.things & set(want.iris)) or want.said_in(self.affirmed)

    @cached_property
    def affirmed(self) -> str:
        """The text without what it denies."""
        return affirmed(self.text)


@dataclass(frozen=True, slots=True)
class Told:
    """A fact of a kind, with the sentences that state it and the folded names of what it speaks of."""

    kind: str
    row: Row
    said: tuple[Said, ...]
    labels: str
    heads: tuple[Said, ...]  # what its documents say of themselves, and what they begin with

    @property
    def nodes(self) -> set[str]:
        """The things that play its roles."""
        return {value.iri for value in self.row.values.values() if isinstance(value, Node)}

    def says(self, want: Want) -> bool:
        """Whether the fact itself says what is wanted, or one of its sentences."""
        return self.names(want) or any(sentence.speaks_of(want) for sentence in self.said)

    def names(self, want: Want) -> bool:
        """Whether a thing of the fact is what is wanted, or is called so."""
        return bool(self.nodes & set(want.iris)) or want.said_in(self.labels)


def told_like(store: Store, wanted: Sequence[Want], kinds: Collection[str], language: str) -> list[Told]:
    """The facts of these kinds in the passages that hold most of what is wanted, labelled in ``language``."""
    found = passages(store, wanted) if kinds else []
    rows = [(k, row) for k in kinds_told(store, kinds, found) for row in _rows(store, k, found, language)]
    if not rows:
        return []
    said, names = sentences(store, found), _names(store, [row for _, row in rows])
    about = heads(store, sorted({e.document.iri for _, row in rows for e in row.evidence}))
    facts = []
    for kind, row in rows:
        own = tuple(said[place] for e in row.evidence if (place := (e.passage, e.start)) in said)
        if own:
            of = dict.fromkeys(e.document.iri for e in row.evidence)
            facts.append(Told(kind, row, own, _labels(row, names), tuple(about[iri] for iri in of if iri in about)))
    return facts


def passages(store: Store, wanted: Sequence[Want]) -> list[str]:
    """The passages that hold most of what is wanted; what few hold counts most."""
    ways = [word[: max(_BEGINNING, len(word) - _ENDING)] for want in wanted for word in want.words]
    held: dict[str, set[int]] = {}
    for hit in store.sentences_like(ways, _HITS):
        text = fold(hit.text)
        found = held.setdefault(hit.iri.rpartition(".s")[0], set())
        found.update(n for n, want in enumerate(wanted) if want.said_in(text))
    for n, want in enumerate(wanted):
        for passage in speaking_of(store, want.iris):
            held.setdefault(passage, set()).add(n)
    often = Counter(n for found in held.values() for n in found)
    return sorted(held, key=lambda passage: (-sum(1 / often[n] for n in held[passage]), passage))[:_PASSAGES]


def speaking_of(store: Store, things: Iterable[str]) -> list[str]:
    """The passages that speak of one of some things."""
    listed = " ".join(f"<{thing}>" for thing in things)
    query = f"SELECT DISTINCT ?passage WHERE {{ VALUES ?thing {{ {listed} }} ?sentence schema:mentions ?thing ;"
    rows = store.select(f"{query} :passage ?passage }} ORDER BY ?passage") if listed else []
    return [str(plain(row["passage"])) for row in rows]


def _listed(passages: Iterable[str]) -> str:
    return " ".join(f"<{passage}>" for passage in passages)


def sentences(store: Store, passages: Sequence[str]) -> dict[Place, Said]:
    """The sentences of passages, by where they begin; before each stand the headings, and what leads to a list."""
    above = list(_said(store, passages, ":parentPassage+/^:passage").items())
    found: dict[Place, Said] = {}
    for place, said in _said(store, passages, "^:passage").items():
        before = (sentence for (passage, _), sentence in (*above, *found.items()) if passage == place[0])
        found[place] = replace(said, before=tuple(before))
    return found


def _said(store: Store, passages: Sequence[str], path: str) -> dict[Place, Said]:
    """The sentences to which a path leads from passages, in their order."""
    rows = store.select(
        f"SELECT ?passage ?start ?text ?thing WHERE {{ VALUES ?passage {{ {_listed(passages)} }}"
        f" ?passage {path} ?sentence . ?sentence oa:start ?start ; :text ?text ."
        " OPTIONAL { ?sentence schema:mentions ?thing } } ORDER BY ?passage ?start ?thing"
    )
    texts: dict[Place, str] = {}
    things: dict[Place, set[str]] = {}
    for row in rows:
        place = str(plain(row["passage"])), int(str(plain(row["start"])))
        texts[place] = str(plain(row["text"]))
        things.setdefault(place, set()).update(() if row["thing"] is None else (str(plain(row["thing"])),))
    return {place: Said(fold(texts[place]), frozenset(things[place]), ()) for place in sorted(texts)}


def heads(store: Store, documents: Iterable[str]) -> dict[str, Said]:
    """Document -> the words of its title, of its file, and the things that it speaks of at its beginning."""
    rows = store.select(
        f"""SELECT DISTINCT ?document ?title ?thing WHERE {{
          VALUES ?document {{ {_listed(documents)} }}
          ?told a :DocumentDescription ; :document ?document .
          OPTIONAL {{ ?told :title ?title }}
          OPTIONAL {{ ?first dcterms:isPartOf ?document . ?heading :passage ?first ; oa:start ?start ;
            schema:mentions ?thing . FILTER(?start < {HEADING}) }}
        }} ORDER BY ?document ?title ?thing"""
    )
    words: dict[str, dict[str, None]] = {}
    things: dict[str, set[str]] = {}
    for row in rows:
        document = str(plain(row["document"]))
        title = "" if row["title"] is None else str(plain(row["title"]))
        said = fold(f"{title} {iris.thing_id(document)}")
        words.setdefault(document, {})[said] = None
        things.setdefault(document, set()).update(() if row["thing"] is None else (str(plain(row["thing"])),))
    return {iri: Said(" ".join(found), frozenset(things[iri]), ()) for iri, found in words.items()}


def kinds_told(store: Store, kinds: Collection[str], passages: Sequence[str]) -> list[str]:
    """Those of the kinds of which the passages tell facts."""
    if not passages:
        return []
    rows = store.select(
        f"SELECT DISTINCT ?class WHERE {{ VALUES ?passage {{ {_listed(passages)} }} ?target :passage ?passage ."
        " ?annotation oa:hasTarget ?target . ?fact :evidence ?annotation ; a ?class } ORDER BY ?class"
    )
    classes = {str(plain(row["class"])).rpartition("#")[2] for row in rows}
    return [kind for kind in kinds if require(kind).fact_class in classes]


def _rows(store: Store, kind: str, passages: Sequence[str], language: str) -> list[Row]:
    query = require(kind)
    return gathered(store, query, store.select(restricted(query.text, {"passage": tuple(passages)})), language=language)


def figures_of(store: Store, passages: Sequence[str]) -> list[Row]:
    """The figures that passages report."""
    return _rows(store, "figures", passages, "en") if passages else []


def _names(store: Store, rows: Iterable[Row]) -> dict[str, list[str]]:
    """The names of the things in these rows."""
    found: dict[str, list[str]] = {v.iri: [] for row in rows for v in row.values.values() if isinstance(v, Node)}
    for iri, _, name in store.names_of(sorted(found)):
        found[iri].append(name)
    return found


def _labels(row: Row, names: Mapping[str, Sequence[str]]) -> str:
    nodes = sorted({value.iri for value in row.values.values() if isinstance(value, Node)})
    texts = [name for iri in nodes for name in names[iri]]
    texts += [fold(text_of(value)) for value in row.values.values() if isinstance(value, str)]
    return " ".join(texts)
