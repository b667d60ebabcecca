"""Names of which only a part was typed: "World Day", "the Fund", « le Mécanisme »."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from graph import iris
from ontology.questions import folded
from queries.asking.forms import Glossary, are_forms, glossary_of, stands_in
from queries.asking.names import Name, types_of
from queries.asking.words import BUILDING, LANGUAGES, Meaning, Segment, Token, Vocabulary
from queries.values import plain

if TYPE_CHECKING:
    from graph.index import Found
    from graph.store import Store

_MOST = 12  # things that may all be meant: beyond, the words are too common to name one
_PEOPLE = ("Person",)  # are called by their last names
_TWO = 2  # words: a head and what tells it apart
_ROWS = 200  # names that are looked at
_STEM = 4  # letters by which the index finds the forms of a word, and those of their endings
_ENDING = 2
_CALLING = {"verb", "noun", "post"}
_KINDS_OF_THINGS = ("ActorGroup", "Concept")  # "States", "donors" are no names
_TITLES = """
SELECT DISTINCT ?document ?title WHERE {
  ?fact a :DocumentDescription ; :document ?document ; :title ?title .
} ORDER BY ?document ?title
"""
_FILE = re.compile(r"\.[a-z]\w{1,4}$")  # a document without a symbol is called by its file, and by its title elsewhere
_JOINING = frozenset({"with", "by", "avec", "par"})  # stand in no short name: "the plan with UNODC"
_IN_YEAR = re.compile(r"\s(?:in|en|for|pour)\s\d{4}$")  # is no part of a title: "the Fund in 2024"
_ANY = ("a", "an", "un", "une")
_WITHIN = ("name", "type", "verb", "noun", "post", "region", "number", "cardinal")
_FUNCTION = BUILDING | {"be", "have"}


def partial(
    store: Store,
    vocabulary: Vocabulary,
    text: str,
    words: Sequence[Token],
    segments: Sequence[Segment],
    unknown: Collection[int],
    language: str,
) -> dict[tuple[int, int], Meaning]:
    """Names of which a part was typed: "Suva Declaration" for 'Suva Declaration on Human Trafficking at Sea'.

    The words that are not understood stand in it, alone or among others, and names hold them in this order. Of several
    things so named, each of which facts speak of, the facts that answer decide.
    """
    found: dict[tuple[int, int], Meaning] = {}
    for first, last in _spans(segments, words, unknown):
        while first < last and _is_function(vocabulary, words[first], language) and words[first].raw.islower():
            first += 1
        if first == last or any(first < end and start < last for start, end in found):
            continue
        content = [w.folded for w in words[first:last] if not _is_function(vocabulary, w, language)]
        if len(content) == 1 and first > 0 and words[first - 1].folded in _ANY:
            continue  # "launched a campaign": no one of them
        if len(content) == 1 and _is_plural_type(vocabulary, content[0]):
            continue  # "by organisations", "which bodies", "that States ratify": no one of them
        if len(content) == 1 and any(s.first == last and (not s.meanings or s.get("name")) for s in segments):
            continue  # of "Operation Turquoise" the first word is no name
        raw = text[words[first].start : words[last - 1].end]
        name = None if _IN_YEAR.search(raw) else _named(store, vocabulary, content, raw)
        if name is not None:
            found[first, last] = Meaning("name", name)
    return found


def longer(store: Store, vocabulary: Vocabulary, name: Name) -> Name | None:
    """What else a name may be short for: "Trust Fund", and, where no fact speaks of that, "Global Compact"; None for
    others that the authority files know."""
    silent = not any(map(store.spoken_of, name.iris))
    if (name.part and len(name.iris) > 1) or not (
        silent or all("/" in (iris.thing_id(iri) or "") for iri in name.iris)
    ):
        return None
    typed = [n for _, _, n in store.names_of(name.iris)] if name.part else [folded(name.text)]
    found: dict[str, str] = {}
    for text in typed:
        found = found or _holders(store, [[word] for word in text.split()], without=name.iris)
    others = {i: t for i, t in found.items() if silent or t in name.types}
    return _name(others, name.text) if others else None


def _named(store: Store, vocabulary: Vocabulary, content: Sequence[str], raw: str) -> Name | None:
    """What these words may be short for, in either language; None where nothing is, or too much."""
    if not content or set(folded(raw).split()) & _JOINING:
        return None
    found = _holders(store, [[word] for word in content])
    for way in (*vocabulary.ways(folded(raw))[1:], *_in_words(vocabulary, content)):
        found |= _holders(store, [[word] for word in way.split()])
    translated = [vocabulary.ways(word)[1:] for word in content]
    if not found and len(content) >= _TWO and all(translated):  # « réunion ministérielle »: 'ministerial meeting'
        found |= _holders(store, translated) | _holders(store, translated[::-1])
    plain = folded(raw.replace("'s", "").replace("’s", "")).split() == list(content)
    for at in range(1, len(content)) if plain else ():  # "procurement sub-group", "Namibia's Cabinet": the head is last
        found = found or _holders(store, [[word] for word in (*content[at:], *content[:at])])
    found = found or _of_same_words(store, vocabulary, content) or _of_file(store, content)
    ways = [way.split() for way in _in_words(vocabulary, content)]
    if not found:
        found = _of_title(store, [list(content), *ways]) or _in_other_words(store, vocabulary, content)
    if len(content) == 1:
        own = _with_heads(store, vocabulary, content[0], found) if raw[0].isupper() else []
        found = {i: t for i, t in found.items() if t in _PEOPLE or i in own or _is_head(vocabulary, content[0], t)}
    return _name(found, raw)


def _of_same_words(store: Store, vocabulary: Vocabulary, content: Sequence[str]) -> dict[str, str]:
    """Things whose name has these words in any order, and no other: "expert group on human trafficking" for 'human
    trafficking expert group'."""
    found = {}
    for row in store.with_words([[word] for word in content], _ROWS) if len(content) > _TWO else ():
        more = set(folded(row.name).split()) - set(content)
        if (
            all(_builds(vocabulary, word) for word in more)
            and row.type not in _KINDS_OF_THINGS
            and store.spoken_of(row.iri)
        ):
            found[row.iri] = row.type
    return found


def _of_file(store: Store, content: Sequence[str]) -> dict[str, str]:
    """The document whose file is called so: "the Moroni Plan" for 'moroni-plan.txt'."""
    rows = store.with_words([[word] for word in content], _ROWS) if len(content) >= _TWO else []
    return {r.iri: r.type for r in rows if _FILE.search(r.name) and folded(r.name).split()[:-1] == list(content)}


def _in_other_words(store: Store, vocabulary: Vocabulary, content: Sequence[str]) -> dict[str, str]:
    """Things whose name has these words in any order, each in one language or the other: "Pacific ministerial meeting
    on climate" for « Réunion ministérielle du Pacifique sur le climat ». By the glossary, which says more, only those
    of whose name they are the better part."""
    same = any(are_forms(*pair) for pair in combinations(content, _TWO))  # "funds the trust fund"
    if len(content) < _TWO or same:
        return {}
    called = store.called(list(content))
    named = {word: [n for _, _, n in store.names_of([r[1] for r in called if r[0] == word])] for word in content}
    groups = [[*vocabulary.ways(word), *(n for n in named[word] if " " not in n)] for word in content]
    found = _with_groups(store, groups, exactly=True)
    if found or any(_calls(vocabulary, word) for word in content):
        return {row.iri: row.type for row in found}
    glossary = glossary_of(store)
    return {
        row.iri: row.type
        for some in _parted(vocabulary, glossary, content, groups)
        for row in _with_groups(store, some)
        if sum(not _builds(vocabulary, word) for word in folded(row.name).split()) <= _TWO * len(content)
    }


def _parted(
    vocabulary: Vocabulary, glossary: Glossary, content: Sequence[str], groups: Sequence[Sequence[str]]
) -> Iterator[list[list[str]]]:
    """The words with what the glossary has for each, then with what it has for two that make a phrase."""
    every = [list(dict.fromkeys((*g, *glossary.ways([w])))) for w, g in zip(content, groups, strict=True)]
    yield every
    for at, pair in enumerate(pairwise(content)):
        if ways := (*vocabulary.ways(" ".join(pair))[1:], *glossary.ways(pair)):
            yield [*every[:at], list(ways), *every[at + _TWO :]]


def _with_groups(store: Store, groups: Sequence[Sequence[str]], *, exactly: bool = False) -> list[Found]:
    """The names of which facts speak that hold one of each group, ``exactly`` or in any form."""
    if all(len(group) == 1 for group in groups):
        return []
    begun = groups if exactly else [[f"{_beginning(way)}*" for way in group] for group in groups]
    rows = store.with_words(begun, _ROWS)
    return [
        row
        for row in rows
        if row.type not in _KINDS_OF_THINGS
        and not _FILE.search(row.name)
        and all(_is_apart(group, groups, folded(row.name)) for group in groups)
        and store.spoken_of(row.iri)
    ]


def _calls(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word calls for a relation, and says no type: "administers", "donors"."""
    classes = vocabulary.classes(word)
    return bool(classes & _CALLING) and not (word.endswith("ing") or "type" in classes)


def _builds(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word of a name builds sentences: "on the", « de la »."""
    return bool(vocabulary.classes(word) & _FUNCTION)


def _beginning(way: str) -> str:
    """What all forms of a folded phrase begin with."""
    return way[: max(_STEM, len(way) - _ENDING)] if " " not in way else way.partition(" ")[0]


def _is_apart(group: Sequence[str], groups: Sequence[Sequence[str]], name: str) -> bool:
    """Whether a name has a word of a group that is of no other: of "funds the trust fund" it has one "fund" only."""
    others = {way for other in groups if other is not group for way in other}
    return any(stands_in(name, way.split()) and not any(are_forms(way, other) for other in others) for way in group)


def _of_title(store: Store, ways: Sequence[Sequence[str]]) -> dict[str, str]:
    """The document whose title begins so, though words stand between: "audit of grants" for 'Audit of the management of
    grants'."""
    found = {}
    for row in store.select(_TITLES) if len(ways[0]) >= _TWO else []:
        iri, title = str(plain(row["document"])), folded(str(plain(row["title"]))).split()
        if any(title[:1] == way[:1] and _holds_in_order(title, way) for way in ways):
            found[iri] = "Document"
    return found


def _holds_in_order(words: Sequence[str], others: Sequence[str]) -> bool:
    rest = iter(words)
    return all(word in rest for word in others)


def _in_words(vocabulary: Vocabulary, content: Sequence[str]) -> list[str]:
    """'9th session' as names have it: 'ninth session', « neuvième session »."""
    found = []
    for language in LANGUAGES:
        words = [vocabulary.ordinal_word(word, language) for word in content]
        if words != list(content):
            found.append(" ".join(words))
    return [*found, *_turned(vocabulary, content)]


def _turned(vocabulary: Vocabulary, content: Sequence[str]) -> list[str]:
    """« Fonds Safe Harbour » with its head as the other language has it: 'safe harbour fund'."""
    first, last = content[0], content[-1]
    if len(content) < _TWO:
        return []
    heads = [" ".join((*content[1:], way)) for way in vocabulary.ways(first)[1:]]
    return heads + [" ".join((way, *content[:-1])) for way in vocabulary.ways(last)[1:]]


def _name(found: dict[str, str], raw: str) -> Name | None:
    if not 0 < len(found) <= _MOST:
        return None
    return Name(tuple(sorted(found)), types_of(tuple(found), set(found.values())), raw, part=True)


def _is_function(vocabulary: Vocabulary, token: Token, language: str) -> bool:
    """Whether a word builds sentences and no names; « à » may be one, though « a » is a verb."""
    classes = [m.cls in _FUNCTION for m in vocabulary.meanings(token.folded, language)]
    return bool(classes) and (all(classes) or (any(classes) and len(token.folded) == 1))


def _with_heads(store: Store, vocabulary: Vocabulary, word: str, found: Mapping[str, str]) -> list[str]:
    """Things whose name is this word and what they are: 'Operation Libertad'."""
    return [
        iri
        for iri, _, name in store.names_of(list(found))
        if all(w == word or _is_head(vocabulary, w, found[iri]) for w in name.split())
    ]


def _may_end(segment: Segment) -> bool:
    return not segment.meanings or bool(segment.all(*_WITHIN))


def _may_begin(segment: Segment, words: Sequence[Token]) -> bool:
    """A small word begins a title where it has a capital inside the question: « Après la crue »."""
    long = segment.all("prep") and segment.last - segment.first > 1
    return bool(long) or _may_end(segment) or (segment.first > 0 and words[segment.first].raw[0].isupper())


def _is_head(vocabulary: Vocabulary, word: str, type_: str) -> bool:
    """Whether a word says of what type a thing is: 'fund', « mécanisme »."""
    return any(vocabulary.is_a(type_, [head]) for head in vocabulary.types(word))


def _is_plural_type(vocabulary: Vocabulary, word: str) -> bool:
    """Whether a word is the plural of a noun that says a type: "organisations", and not « congrès », « fonds »."""
    singular = word[:-1] if word.endswith(("s", "x")) else ""
    return bool(vocabulary.types(singular))


def _spans(segments: Sequence[Segment], words: Sequence[Token], unknown: Collection[int]) -> list[tuple[int, int]]:
    """Runs of tokens that hold one of the segments ``unknown``: (first, last exclusive), those first of which most
    is no time, « Journée mondiale » before « mondiale de 2018 », then the longest."""
    spans: list[tuple[int, int, int]] = []
    for i, segment in enumerate(segments):
        for j in range(i + 1, min(i + 10, len(segments)) + 1):
            run = segments[i:j]
            ends = _may_begin(segment, words) and (_may_end(run[-1]) or bool(run[-1].all("time")))
            clause = any(s.all("ask") or (s.all("be") and words[s.first].raw.islower()) for s in run)
            if ends and any(n in unknown for n in range(i, j)) and not clause:
                timed = sum(s.last - s.first for s in run if s.all("time"))
                spans.append((segment.first - run[-1].last + timed, segment.first, run[-1].last))
    return [span[1:] for span in sorted(spans, key=lambda span: (span[0], span[1] - span[2], span[1:]))]


def _holders(store: Store, content: Sequence[Sequence[str]], without: Collection[str] = ()) -> dict[str, str]:
    """IRI -> type of things of which facts speak and whose name holds one word of each group, in this order.

    A name within another name is what is meant: the Plan, not the Declaration on the Plan. Texts are called by the
    names that they bear only where nothing else is.
    """
    names: dict[str, list[str]] = {}
    types: dict[str, str] = {}
    for row in store.with_words(content, _ROWS):
        rest = iter(folded(row.name).split())
        named = row.type not in _KINDS_OF_THINGS and row.iri not in without and not _FILE.search(row.name)
        if named and all(any(word in group for word in rest) for group in content):
            names.setdefault(row.iri, []).append(folded(row.name))
            types[row.iri] = row.type
    spoken = [iri for iri in sorted(names) if store.spoken_of(iri)]
    things = [iri for iri in spoken if types[iri] != "Document"] or spoken
    every: dict[str, list[str]] = {}
    for iri, _, name in store.names_of(things) if len(things) > 1 else ():
        every.setdefault(iri, []).append(name)
    return {iri: types[iri] for iri in things if not _is_within(iri, names[iri], every)}


def _is_within(iri: str, found: Sequence[str], every: Mapping[str, Sequence[str]]) -> bool:
    """Whether all names of a thing that were found hold the name of another of these things."""
    others = [name for other, names in every.items() if other != iri for name in names]
    return all(any(f" {o} " in f" {name} " and o != name for o in others) for name in found) and bool(others)
