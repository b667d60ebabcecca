"""Names that were typed in full where the graph knows a part: "the Joint Group on Fishers in Distress", "recruitment
agencies"; those that go on with words of the longer name; and "the Government" for the State that is addressed."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph import iris
from ontology.questions import folded
from queries.asking.names import Name
from queries.asking.words import BUILDING, Meaning, Segment, Token, Vocabulary
from queries.values import plain

if TYPE_CHECKING:
    from graph.store import Store

_THE = ("the", "le", "l", "au", "du", "la")
_Found = dict[tuple[int, int], Meaning]
_HITS = 10  # sentences that are looked at


def fuller(
    store: Store, text: str, words: Sequence[Token], segments: Sequence[Segment], unknown: Collection[int]
) -> dict[tuple[int, int], Meaning]:
    """Names with words that are not understood behind a preposition, or before a group of people, where a text has them
    word for word."""
    found: dict[tuple[int, int], Meaning] = {}
    for at in sorted(unknown):
        last = at
        while last + 1 in unknown:
            last += 1
        before, behind = _named_before(segments, at), _group_behind(segments, last)
        named = behind if before is None else before
        meaning = None if named is None else segments[named].get("name")
        if named is None or meaning is None or _is_any(meaning.data):
            continue
        first, end = segments[min(named, at)].first, segments[max(named, last)].last
        raw = text[words[first].start : words[end - 1].end]
        if any(f" {folded(raw)} " in f" {folded(hit.text)} " for hit in store.search_text(raw, _HITS)):
            found[first, end] = Meaning("name", replace(meaning.data, text=raw))
    return found


def lengthened(
    store: Store, vocabulary: Vocabulary, text: str, words: Sequence[Token], segments: Sequence[Segment]
) -> _Found:
    """Names that go on behind a preposition with words that the longer name has in this order, or that a text has word
    for word: "the Global Plan of Action against trafficking", "the Coalition for Gold without Trafficking"."""
    found: _Found = {}
    for at, segment in enumerate(segments[:-2]):
        meaning = segment.get("name")
        if meaning is None or not segments[at + 1].all("prep") or meaning.data.is_group or _is_any(meaning.data):
            continue
        for last in reversed(range(at + 2, _clause(segments, at + 1))):
            span = segment.first, segments[last].last
            raw = text[words[span[0]].start : words[span[1] - 1].end]
            typed = words[slice(*span)]
            if _is_longer(store, vocabulary, meaning.data, typed) or _is_written(store, meaning.data, raw):
                found[span] = Meaning("name", replace(meaning.data, text=raw))
                break
    return found


def _is_any(name: Name) -> bool:
    """Whether a part of a name may mean several things: "the report of Malawi" is none of the Global Reports."""
    return name.part and len(name.iris) > 1


def _clause(segments: Sequence[Segment], at: int) -> int:
    """Where the words end that may go on with a name: before a verb of the question, a time, and what asks."""
    while at < len(segments) and not segments[at].all("be", "have", "ask", "time", "date", "and"):
        at += 1
    return at


def _is_longer(store: Store, vocabulary: Vocabulary, name: Name, typed: Sequence[Token]) -> bool:
    content = [w.folded for w in typed if not _builds(vocabulary, w.folded)]
    for _, _, known in store.names_of(name.iris):
        rest = iter(known.split())
        if all(word in rest for word in content):
            return len(content) > len([w for w in name.text.split() if w])
    return False


def _is_written(store: Store, name: Name, raw: str) -> bool:
    """Whether a document has the words, of a name that only documents know."""
    own = all("/" in (iris.thing_id(iri) or "") for iri in name.iris)
    return own and any(f" {folded(raw)} " in f" {folded(hit.text)} " for hit in store.search_text(raw, _HITS))


def _builds(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word builds sentences and no names."""
    classes = vocabulary.classes(word)
    return bool(classes) and classes <= BUILDING


def _named_before(segments: Sequence[Segment], at: int) -> int | None:
    """The name before a segment from which a preposition parts it, and at most articles."""
    between = at - 1
    while between > 0 and segments[between].get("name") is None and segments[between].all("prep", "empty"):
        between -= 1
    parted = any(s.all("prep") for s in segments[between + 1 : at])
    return between if parted and segments[between].get("name") is not None else None


def _group_behind(segments: Sequence[Segment], at: int) -> int | None:
    """The name of a group of people right behind a segment."""
    name = segments[at + 1].get("name") if at + 1 < len(segments) else None
    return at + 1 if name is not None and set(name.data.types) == {"ActorGroup"} else None


def addressed(store: Store, words: Sequence[Token], segments: Sequence[Segment], unknown: Collection[int]) -> _Found:
    """ "the Government": the one State that is asked to do something, whichever the facts that answer tell."""
    found: _Found = {}
    for at in sorted(unknown):
        segment = segments[at]
        said = words[segment.first : segment.last]
        determined = at > 0 and words[segment.first - 1].folded in _THE
        if determined and any(m.data[0] == "State" for m in segment.all("type")) and not said[-1].folded.endswith("s"):
            rows = store.select(
                "SELECT DISTINCT ?state WHERE { ?fact :addressee ?state . ?state a :State } ORDER BY ?state"
            )
            states = tuple(str(plain(row["state"])) for row in rows)
            name = Name(states, ("State",), " ".join(word.raw for word in said), part=True)
            found |= {(segment.first, segment.last): Meaning("name", name)} if states else {}
    return found
