"""Whose a thing is that a question names: "the Board of Trustees of the Fund", "the WHO code of practice"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ontology.questions import folded
from queries.asking.asked import Asked
from queries.asking.names import Name
from queries.asking.parts import Phrase, Sentence
from queries.asking.patterns import any_of
from queries.asking.reading import readings
from queries.asking.understanding import Reading
from queries.asking.words import Vocabulary
from queries.rows import Row
from queries.values import Node, Value, plain

if TYPE_CHECKING:
    from graph.store import Store

_HAVE_BODIES = ("Fund", "Programme", "Body", "Collaboration", "Agreement", "Treaty", "Plan")  # have boards that texts
# name without them
_PLACES = ("State", "Place", "Region")
_WHERE = ("in", "at", "for", "to")
_WITHIN = ("Programme", "Campaign", "Plan")  # what something may be done through
_THROUGH = ("by", "during", "under")
_NEAR = 1500  # characters: some two paragraphs
_TWO = 2  # segments: a preposition, and what stands behind it and an article
HEADING = 400  # characters at the beginning of a document that say what it is
_MOST = 40  # places that are looked at
_HEADED = f"""
SELECT DISTINCT ?document WHERE {{{{
  VALUES ?owner {{{{ {{each}} }}}} ?heading schema:mentions ?owner ; oa:start ?start ; :passage ?passage .
  ?passage dcterms:isPartOf ?document . FILTER(?start < {HEADING})
}}}} ORDER BY ?document
"""
_LINKED = """
SELECT DISTINCT ?thing WHERE {{
  VALUES ?thing {{ {things} }} VALUES ?owner {{ {owners} }}
  ?fact ?as ?thing ; ?by ?owner ; :evidence ?evidence .
}} ORDER BY ?thing
"""
_NAMED = """
SELECT DISTINCT ?document ?start WHERE {{
  VALUES ?owner {{ {owners} }}
  ?sentence schema:mentions ?owner ; oa:start ?start ; :passage ?passage . ?passage dcterms:isPartOf ?document .
}} ORDER BY ?document ?start
"""


def with_owners(vocabulary: Vocabulary, sentence: Sentence) -> list[Reading]:
    """Readings in which a thing named right beside another says whose that is: "the Board of Trustees of the Fund",
    "the WHO code of practice", « le fonds d'assistance OIM »."""
    ways = [_owned(vocabulary, sentence, before=before) for before in (True, False)]
    ways.append(_called(vocabulary, sentence))
    placed = [_placed(vocabulary, way) for way in (sentence, *ways[:2])]
    found = [reading for way in ways if way.owners for reading in readings(vocabulary, way)]
    found += [r for way in placed if way.owners for r in readings(vocabulary, way) if not _may_hold(vocabulary, r)]
    return found


def _may_hold(vocabulary: Vocabulary, reading: Reading) -> bool:
    """Whether the place could play a role in the facts themselves: "does GLO.ACT operate in Brazil"."""
    kind = vocabulary.kinds[reading.kind]
    filled = {*reading.roles, *(asked.column for asked in reading.asked)}
    entities = [column for column, range_ in kind["columns"].items() if range_ == "entity" and column not in filled]
    return not reading.roles or any(vocabulary.is_a("State", kind["types"].get(column, [])) for column in entities)


def done_through(vocabulary: Vocabulary, sentence: Sentence) -> list[Reading]:
    """Readings of "which target does UNODC contribute to through Education for Justice": the sentence has to speak of
    that."""

    def is_way(phrase: Phrase) -> bool:
        types = [t for name in phrase.names for t in name.types]
        return bool(types) and phrase.prep in _THROUGH and all(vocabulary.is_a(t, _WITHIN) for t in types)

    ways = tuple(name for phrase in sentence.named if is_way(phrase) for name in phrase.names)
    plain = replace(sentence, phrases=[phrase for phrase in sentence.phrases if not is_way(phrase)])
    return [replace(reading, through=ways) for reading in (readings(vocabulary, plain) if ways else ())]


def _called(vocabulary: Vocabulary, sentence: Sentence) -> Sentence:
    """The question with words that are not understood as the name of the owner, of which the graph has no thing: « le
    comité de pilotage (du projet) Sillage »."""
    unknown = sentence.unknown
    places = [at for at, _ in unknown]
    prep = next(((at, p) for at, p in sentence.preps if p == "of" and places and 0 < places[0] - at <= _TWO), None)
    *nouns, (_, name) = unknown or [(0, "")]
    typed = all(any(m.cls == "type" for m in vocabulary.meanings(folded(noun), sentence.language)) for _, noun in nouns)
    if prep is None or not name[0].isupper() or not typed or places[-1] - places[0] != len(nouns):
        return replace(sentence, owners=[])
    preps = [p for p in sentence.preps if p != prep]
    return replace(sentence, unknown=[], preps=preps, owners=[*sentence.owners, Name((), (), name)])


def _placed(vocabulary: Vocabulary, sentence: Sentence) -> Sentence:
    """The question without the places that it is about: "IOM's chief of mission in Madagascar"."""

    def is_place(phrase: Phrase) -> bool:
        types = [t for name in phrase.names for t in name.types]
        return bool(types) and phrase.prep in _WHERE and all(vocabulary.is_a(t, _PLACES) for t in types)

    phrases = [p for p in sentence.phrases if not is_place(p)]
    places = [name for p in sentence.phrases if is_place(p) for name in p.names]
    return replace(sentence, phrases=phrases, owners=[*sentence.owners, *places] if places else [])


def _is_of(vocabulary: Vocabulary, left: Phrase, right: Phrase) -> bool:
    """ "the Board of the Fund", "the Committee of the Parties to the Convention"."""
    types = [[t for n in phrase.names for t in n.types] for phrase in (left, right)]
    to = right.prep == "to" and all(vocabulary.is_a(t, ["Organization", "Meeting"]) for t in types[0])
    return right.prep == "of" or (to and all(vocabulary.is_a(t, ["Treaty"]) for t in types[1]))


def _owned(vocabulary: Vocabulary, sentence: Sentence, *, before: bool) -> Sentence:
    """The question without the names that say whose a thing is; of two with nothing between, that is the one
    ``before``, or the other."""
    phrases, owners = list(sentence.phrases), list[Name]()
    for left, right in pairwise(sentence.named):
        bare = right.prep is None and right.at == left.at + 1
        if (
            (bare and not before)
            or (_is_of(vocabulary, left, right) and sentence.is_right_behind(left, right))
            or left.genitive
            and left not in phrases
        ):
            phrases.remove(right)
            owners += right.names
        elif (left.genitive or bare) and left in phrases:
            phrases[phrases.index(right)] = replace(right, prep=left.prep)
            phrases.remove(left)
            owners += left.names
    return replace(sentence, phrases=phrases, owners=owners)


def is_of_organ(vocabulary: Vocabulary, iri: str, asked: Asked) -> bool:
    """Whether a text is a resolution, which has the organ that is asked for: "which body called upon States"."""
    return asks_organ(vocabulary, asked) and iri.startswith(tuple(vocabulary.series))


def asks_organ(vocabulary: Vocabulary, asked: Asked) -> bool:
    """Whether an organ is asked for as who asks something of others, and no resolution: "which body"."""
    return asked.column == "issuer" and any("Organ" in vocabulary.below(type_) for type_ in asked.types)


def by_organs(store: Store, vocabulary: Vocabulary, reading: Reading, rows: Sequence[Row], language: str) -> list[Row]:
    """The rows of "which body called upon States to act" with the organ of each resolution in its stead."""
    if not any(asks_organ(vocabulary, asked) for asked in reading.asked):
        return list(rows)
    labels = store.labels(sorted(vocabulary.series.values()), language)

    def organ_of(value: Value) -> Value:
        iri = value.iri if isinstance(value, Node) else ""
        organ = next((organ for begun, organ in vocabulary.series.items() if iri.startswith(begun)), None)
        return Node(organ, labels[organ]) if organ is not None else value

    return [replace(r, values={**r.values, "issuer": organ_of(r.values.get("issuer"))}) for r in rows]


def with_name(store: Store, reading: Reading, owner: Name) -> tuple[str, list[str]] | None:
    """A role and the things in it whose name holds that of the owner: "IOM's Global Assistance Fund"."""
    keys = [f" {name} " for _, _, name in store.names_of(owner.iris)]
    for role, names in reading.roles.items():
        found = store.names_of([i for name in names for i in name.iris])
        named = sorted({i for i, _, name in found if any(key in f" {name} " for key in keys)})
        if named:
            return role, named
    return None


def told(store: Store, vocabulary: Vocabulary, reading: Reading, owner: Name) -> Iterator[str]:
    """Tests that another fact joins a thing to its owner, or that he, as a fund whose board is spoken of, is named a
    little before the sentence."""
    owners = " ".join(f"<{i}>" for i in owner.iris)
    for role, names in reading.roles.items():
        things = " ".join(f"<{i}>" for name in names for i in name.iris)
        linked = [plain(row["thing"]) for row in store.select(_LINKED.format(things=things, owners=owners))]
        if linked:
            yield f"?{role} IN ({', '.join(f'<{i}>' for i in linked)})"
    if all(vocabulary.is_a(t, _HAVE_BODIES) for t in owner.types):
        for row in store.select(_NAMED.format(owners=owners))[:_MOST]:
            start = int(str(plain(row["start"])))
            last = start + _NEAR
            yield f"?document = <{plain(row['document'])}> && ?quoteStart > {start} && ?quoteStart < {last}"


def about(store: Store, vocabulary: Vocabulary, owner: Name) -> Iterator[str]:
    """Tests that a document is of somebody, or about him: by its author, its title, its symbol, the name of its file;
    of a State also by what it begins with."""
    names = [owner.text, *(name for _, _, name in store.names_of(owner.iris))]
    each = [f"<{i}>" for i in owner.iris]
    told = "?told a :DocumentDescription ; :document ?document"
    by = f"{told} ; :author|:publisher ?by OPTIONAL {{ ?by skos:prefLabel ?byName }}"
    yield f"EXISTS {{ {by} FILTER(?by IN ({', '.join(each)}) || COALESCE({any_of('STR(?byName)', names)}, false)) }}"
    yield f"EXISTS {{ {told} ; :title ?toldTitle FILTER({any_of('STR(?toldTitle)', names)}) }}"
    yield any_of("STR(?document)", names)
    if owner.types and all(vocabulary.is_a(t, ["State"]) for t in owner.types):
        headed = [f"<{plain(row['document'])}>" for row in store.select(_HEADED.format(each=" ".join(each)))]
        yield f"?document IN ({', '.join(headed)})" if headed else "false"
