"""Documents that a question calls by what they are: "the Secretary-General's message", « le texte de Mme Muedin sur
les auditions »."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ontology.questions import folded
from queries.asking.names import Name
from queries.asking.words import Meaning, Segment, Token, Vocabulary
from queries.values import plain

if TYPE_CHECKING:
    from graph.store import Store

_TYPES = ("Document", "Publication", "Instrument")
_OF = ("of", "by", "from")
_ON = ("on", "for", "theme")
_COLUMNS = ("title", "type", "author", "date")
_DESCRIPTIONS = """
SELECT ?document ?title ?type ?author ?date WHERE {
  ?told a :DocumentDescription ; :document ?document .
  OPTIONAL { ?told :title ?title } OPTIONAL { ?told :type ?type } OPTIONAL { ?told :author ?author }
  OPTIONAL { ?told :date ?date }
} ORDER BY ?document ?title ?type ?author
"""


@dataclass(frozen=True, slots=True)
class _Told:
    """What a document says of itself: its title and its year, folded, its type, its author."""

    title: str
    type: str
    author: str


@dataclass(slots=True)
class _Called:
    """A document as a question calls it: its noun, whose it is, what it is about, in words and names, and where all
    stands."""

    noun: str
    first: int
    last: int
    owner: Name | None = None
    about: tuple[str | Name, ...] = ()


def documents(
    store: Store, vocabulary: Vocabulary, text: str, words: Sequence[Token], segments: Sequence[Segment]
) -> dict[tuple[int, int], Meaning]:
    """The documents that a question calls by their type with their author, or with what their title says."""
    calls = [c for at in range(len(segments)) if (c := _called(vocabulary, words, segments, at)) is not None]
    told = _descriptions(store) if calls else {}
    found: dict[tuple[int, int], Meaning] = {}
    for call in calls:
        fitting = tuple(iri for iri, some in told.items() if any(_fits(store, vocabulary, call, t) for t in some))
        if len(fitting) == 1:
            span = segments[call.first].first, segments[call.last].last
            raw = text[words[span[0]].start : words[span[1] - 1].end]
            found[span] = Meaning("name", Name(fitting, ("Document",), raw))
    return found


def _descriptions(store: Store) -> dict[str, list[_Told]]:
    found: dict[str, list[_Told]] = {}
    for row in store.select(_DESCRIPTIONS):
        title, type_, author, date = ("" if row[c] is None else str(plain(row[c])) for c in _COLUMNS)
        told = _Told(folded(f"{title} {date}"), type_.rpartition("/")[2], author)
        found.setdefault(str(plain(row["document"])), []).append(told)
    return found


def _called(vocabulary: Vocabulary, words: Sequence[Token], segments: Sequence[Segment], at: int) -> _Called | None:
    """How a question calls a document whose noun may stand at a segment; None where the noun alone is said of it."""
    if not any(m.data[0] in _TYPES for m in segments[at].all("type")):
        return None
    said = words[segments[at].first : segments[at].last]
    called = _Called(" ".join(w.folded for w in said), at, at)
    if at > 1 and segments[at - 1].all("genitive") and (name := segments[at - 2].get("name")) is not None:
        called.owner, called.first = name.data, at - 2
    elif (behind := _behind(segments, at, _OF)) is not None and (name := segments[behind].get("name")) is not None:
        called.owner, called.last = name.data, behind
    begins = _behind(segments, called.last, _ON)
    if begins is not None:
        ends = max(_about(segments, begins), default=begins - 1)
        called.about = tuple(_words(vocabulary, words, segments[begins : ends + 1]))
        called.last = ends if called.about else called.last
    return called if called.owner is not None or called.about else None


def _behind(segments: Sequence[Segment], at: int, preps: Sequence[str]) -> int | None:
    """Where what stands behind one of the prepositions begins; articles are passed over."""
    at += 1
    if at >= len(segments) or not any(m.data in preps for m in segments[at].all("prep")):
        return None
    at += 1
    while at < len(segments) - 1 and segments[at].all("empty") and segments[at].get("name") is None:
        at += 1
    return at if at < len(segments) else None


def _about(segments: Sequence[Segment], at: int) -> Iterator[int]:
    """The segments from one on that no verb of the question ends."""
    while at < len(segments) and not segments[at].all("be", "have", "ask", "verb"):
        yield at
        at += 1


def _words(vocabulary: Vocabulary, words: Sequence[Token], segments: Sequence[Segment]) -> Iterator[str | Name]:
    """The names in what a document is about, and the other words that carry something."""
    for segment in segments:
        if (name := segment.get("name")) is not None:
            yield name.data
        else:
            said = (w.folded for w in words[segment.first : segment.last])
            yield from (word for word in said if not _is_small(vocabulary, word))


def _is_small(vocabulary: Vocabulary, word: str) -> bool:
    meanings = [m for language in ("en", "fr") for m in vocabulary.meanings(word, language)]
    return bool(meanings) and all(m.cls in ("empty", "prep", "in", "and", "since") for m in meanings)


def _holds(title: str, noun: str) -> bool:
    """Whether a title has the words of a noun: "final evaluation" of 'Open Roads: final independent evaluation'."""
    return all(f" {word} " in title for word in noun.split())


def _fits(store: Store, vocabulary: Vocabulary, call: _Called, told: _Told) -> bool:
    """Whether a document is called so: its noun is that of its type, or one of any text; its author is named, by him or
    in the title; the title has the words of what it is about."""
    title = f" {told.title} "
    ways = vocabulary.ways(call.noun)
    noun = call.noun in vocabulary.content["texts"] or told.type in ways or any(_holds(title, way) for way in ways)

    def is_said(what: str | Name) -> bool:
        names = [what] if isinstance(what, str) else [name for _, _, name in store.names_of(what.iris)]
        return any(f" {name} " in title for name in names)

    if not noun or not all(map(is_said, call.about)):
        return False
    return call.owner is None or told.author in call.owner.iris or is_said(call.owner)
