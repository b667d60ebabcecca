"""Who holds a post at present: of all who are told, those who have not left it and whom nobody has followed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.index import fold
from ontology.questions import folded
from queries.asking.asked import Asked
from queries.asking.names import Name
from queries.asking.parts import Cue, Sentence
from queries.asking.understanding import Reading
from queries.asking.words import Vocabulary
from queries.rows import Row
from queries.values import Node, plain, text_of

if TYPE_CHECKING:
    from graph.store import Store

_HELD = """
SELECT DISTINCT ?office ?document WHERE {{
  VALUES ?person {{ {people} }}
  ?fact a :OfficeHolding ; :person ?person ; :office ?office ; :evidence/oa:hasTarget/oa:hasSource ?document .
}} ORDER BY ?office ?document
"""
_PRESENT = ("pres", "base")
_NEAR = 9  # words from "before her" to the name of whom she followed


def is_asked(vocabulary: Vocabulary, sentence: Sentence, cue: Cue, number: int, cls: str, form: str) -> bool:
    """Whether a question asks who holds a post now: "who chairs ICAT", "executive director of MCRA", or who was put
    into it: "who was elected president"."""
    kind = vocabulary.frames[number]["kind"]
    holder = vocabulary.content["holders"].get(kind)
    if holder is None or not _is_open(sentence):
        return False
    if any(_is_put_into(vocabulary, other, kind, holder) for other in sentence.cues):
        return True
    if cls == "verb":
        return form in _PRESENT and not sentence.haves
    verbs = [cls_ for other in sentence.cues for _, cls_, _ in other.calls if cls_ == "verb" and other is not cue]
    return not verbs and is_named(vocabulary, sentence, form)


def is_named(vocabulary: Vocabulary, sentence: Sentence, post: str) -> bool:
    """Whether a post of which only the name is said is one of the present: "who is the Director", "Director of IOM"."""
    tenses = [_is_present(vocabulary, sentence.texts[at]) for at in sentence.bes]
    return _is_open(sentence) and not sentence.haves and (all(tenses) if tenses else not _is_plural(post))


def _is_open(sentence: Sentence) -> bool:
    """Whether nothing says which of several is meant."""
    closed = any(time.last is not None for time in sentence.times)
    return not closed and sentence.order is None and not sentence.successions


def _is_put_into(vocabulary: Vocabulary, cue: Cue, kind: str, holder: str) -> bool:
    """Whether a verb has whoever holds the post as its object: "elected", « désigné »."""
    frames = [vocabulary.frames[n] for n, cls, _ in cue.calls if cls in ("verb", "light")]
    return any(frame["kind"] == kind and holder in frame["slots"].get("object", ()) for frame in frames)


def _is_present(vocabulary: Vocabulary, text: str) -> bool:
    found = [m for language in ("en", "fr") for m in vocabulary.meanings(folded(text), language)]
    forms = {m.data[1] for m in found if m.cls in ("light", "weak", "verb")}
    return "pres" in forms


def _is_plural(noun: str) -> bool:
    return any(word.endswith(("s", "x")) for word in noun.split()[:1])


def held(vocabulary: Vocabulary, sentence: Sentence) -> list[Reading]:
    """Readings of « ministre de la justice », "Deputy Director of UNODC?": who holds the post that alone is named; and
    of "is Mr. Roy the Director of UNODC?", whether he does."""
    names = [n for p in sentence.named for n in p.names]
    posts = [n for n in names if n.types == ("Office",)]
    people = [n for n in names if n.types == ("Person",)]
    bodies = [n for n in names if any(vocabulary.is_a(t, ["Organization"]) for t in n.types)]
    rest = sentence.asked or sentence.cues or sentence.unknown or sentence.numbers or sentence.flags & {"about", "link"}
    whether = "yes" in sentence.flags
    counts = len(posts) == 1 and len(bodies) <= 1 and len(people) == int(whether)
    if not counts or len(names) > 1 + len(bodies) + len(people) or rest or sentence.is_narrowed:
        return []
    roles = {"office": tuple(posts)} | ({"organisation": tuple(bodies)} if bodies else {})
    roles |= {"person": tuple(people)} if whether else {}
    mode, asked = ("yes", ()) if whether else ("list", (Asked("person"),))
    now = is_named(vocabulary, sentence, posts[0].text)
    return [Reading("offices", roles, asked, {}, times=tuple(sentence.times), mode=mode, present=now)]


def as_office(store: Store, reading: Reading) -> Iterator[Reading]:
    """The reading with the post of somebody in his stead, in the documents that say he holds it: what Mr. Guterres
    urges Governments to do, the Secretary-General does."""
    for role, names in reading.roles.items() if not reading.documents else ():
        if len(names) != 1 or names[0].types != ("Person",):
            continue
        people = " ".join(f"<{person}>" for person in names[0].iris)
        found = [(plain(row["office"]), plain(row["document"])) for row in store.select(_HELD.format(people=people))]
        if len({office for office, _ in found}) == 1:
            office = Name((str(found[0][0]),), ("Office",), names[0].text)
            documents = tuple(Name((str(document),), ("Document",), "") for _, document in found)
            yield replace(reading, roles={**reading.roles, role: (office,)}, documents=documents)


def holding(store: Store, vocabulary: Vocabulary, reading: Reading, rows: Sequence[Row]) -> list[Row]:
    """The rows of those who hold the post, of each post by itself; all of them where nobody is known to."""
    holder = vocabulary.content["holders"][reading.kind]
    times = vocabulary.kinds[reading.kind]["time"]
    rows = _so_called(reading, rows)
    if len({_iri(row, holder) for row in rows}) < 2:
        return list(rows)
    kept = [row for row in rows if not any(row.values.get(end) is not None for end in times[1:])] or rows
    kept = [row for row in kept if not _is_followed(store, vocabulary, row, holder)] or kept
    posts: dict[tuple[str, ...], list[Row]] = {}
    for row in kept:
        post = tuple(_iri(row, column) for column in vocabulary.kinds[reading.kind]["types"] if column != holder)
        posts.setdefault(post, []).append(row)
    last = {id(row) for some in posts.values() for row in _latest(some, times)}
    return [row for row in kept if id(row) in last]


def said_beyond(
    store: Store, vocabulary: Vocabulary, reading: Reading, rows: Sequence[Row], every: Sequence[Row]
) -> list[Row]:
    """The rows of whoever held the post before the one of ``reading.than``, or after, as a sentence that names both
    says: "before her, the post was held by Mr. Roy"."""
    than, holder = reading.than, reading.asked[0].column
    if than is None or vocabulary.content["holders"].get(reading.kind) != holder:
        return []
    others = [row for row in rows if _iri(row, holder) not in than.name.iris]
    own = [row for row in every if _iri(row, holder) in than.name.iris]
    first, last = (others, own) if than.direction == "before" else (own, others)
    left = [row for row in first if _is_followed(store, vocabulary, row, holder)]
    shared = {e for row in left for e in row.evidence} & {e for row in last for e in row.evidence}
    stayed = [row for row in last if row not in left and not shared.isdisjoint(row.evidence)]
    return [row for row in (left if than.direction == "before" else stayed) if not shared.isdisjoint(row.evidence)]


def _so_called(reading: Reading, rows: Sequence[Row]) -> Sequence[Row]:
    """Those whose post is called as the question has it, where some are: a deputy director is no director."""
    for role, ways in reading.called:
        exact = [row for row in rows if any(fold(text_of(row.values.get(role))) == fold(way) for way in ways)]
        rows = exact or rows
    return rows


def _latest(rows: Sequence[Row], times: Sequence[str]) -> list[Row]:
    """Those who came last. Of a post that is told year by year, whoever holds it without a year holds it now; where its
    beginning is told, he may have come before or after."""
    dates = [text_of(row.values.get(times[0])) for row in rows]
    best = max(dates)
    undated = [row for row, date in zip(rows, dates, strict=True) if not date]
    if undated and len(times) == 1:
        return undated
    return undated + [row for row, date in zip(rows, dates, strict=True) if date and best.startswith(date)]


def _iri(row: Row, column: str) -> str:
    value = row.values.get(column)
    return value.iri if isinstance(value, Node) else text_of(value)


def _is_followed(store: Store, vocabulary: Vocabulary, row: Row, holder: str) -> bool:
    """Whether a sentence says so: "the outgoing Chair, Mr. Roy", « elle a succédé à M. Roy », "before her, the post was
    held by Mr. Roy"."""
    former = [f" {way} " for way in vocabulary.content["former"]]
    return any(any(way in before for way in former) for before in _before(store, row, holder))


def _before(store: Store, row: Row, holder: str) -> Iterator[str]:
    """The words right before whoever holds the post, in each sentence."""
    names = [name for _, _, name in store.names_of([_iri(row, holder)])]
    for evidence in row.evidence:
        text = f" {fold(evidence.quote)} "
        for name in names:
            if (at := text.find(f" {name} ")) > 0:
                yield f" {' '.join(text[:at].split()[-_NEAR:])} "
