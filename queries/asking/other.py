"""Questions that are no single relation: about a thing, what happened, what is listed, figures, follow-ups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import permutations
from typing import TYPE_CHECKING, Any

from ontology.questions import folded
from queries.asking import explain
from queries.asking.answer import Answer, Outcome
from queries.asking.asked import LOOSE, Asked
from queries.asking.connection import path
from queries.asking.names import Name
from queries.asking.parts import BY_NUMBER, Phrase, Sentence
from queries.asking.understanding import Reading
from queries.asking.words import Vocabulary
from queries.catalogue import require

_NO_PAGE = {"yes", "first", "last", "link", "happened", *BY_NUMBER}  # of one thing, with these nothing is told
_MOST_NAMES = 2  # beside which things are listed: "INTERPOL operations in the Caribbean"

if TYPE_CHECKING:
    from graph.store import Store


def special(store: Store, vocabulary: Vocabulary, sentence: Sentence, base: Outcome) -> Outcome | None:
    """The outcome of "how is X related to Y", "what happened in 2018", "tell me about X"; None for other questions."""
    if sentence.unknown:
        return None
    named = [n for p in sentence.named for n in p.names]
    if "link" in sentence.flags and len(named) == 2:
        return path(store, vocabulary, named, base)
    if "happened" in sentence.flags and not sentence.cues:
        return _happened(store, vocabulary, sentence, named, base)
    if "about" in sentence.flags and len(named) == 1 and not (sentence.cues or sentence.times):
        return _page(store, named[0], base)
    return None


def about(store: Store, vocabulary: Vocabulary, sentence: Sentence, base: Outcome) -> Outcome | None:
    """The page of the one thing that a question names, where it asks for nothing else: "what is the Palermo
    Protocol?", "ICAT"."""
    named = [n for p in sentence.named for n in p.names]
    plain = all(p.ask in ("thing", "object", "actor") and not p.types and not p.topics for p in sentence.asked)
    rest = (
        sentence.cues or sentence.times or sentence.unknown or sentence.numbers or sentence.regions or sentence.refused
        or sentence.columns
    )  # fmt: skip
    aside = any(prep in ("before", "after") for _, prep in sentence.preps)  # "what did she do before?"
    if (
        len(named) != 1
        or rest
        or aside
        or not plain
        or sentence.flags & {"yes", "first", "last", "link", "happened", *BY_NUMBER}
    ):
        return None
    return _page(store, named[0], base)


def _page(store: Store, name: Name, base: Outcome) -> Outcome | None:
    if name.part and len(name.iris) > 1:
        return replace(base, missing=explain.several(store, base.language, name, name.iris), mode="about")
    from queries.page import to_text
    from queries.show import page

    found = [page(store, iri, language=base.language) for iri in name.iris]
    best = max(found, key=lambda p: sum(len(s.rows) for s in p.sections) * 100 + len(p.mentions.rows))
    rows = [row for s in best.sections for row in s.rows] or list(best.mentions.rows)
    evidence = tuple(dict.fromkeys(e for row in rows for e in row.evidence))
    if not evidence:
        label = best.node.label
        return replace(base, missing=explain.words(base.language)["silent"] + f" ({label})", mode="about")
    text = to_text(best, columns_wide=100)
    node = Answer(best.node, (), evidence, tuple(rows))
    return replace(base, answers=(node,), mode="about", text=text, understood=(best.node.label,))


def _happened(
    store: Store, vocabulary: Vocabulary, sentence: Sentence, named: Sequence[Name], base: Outcome
) -> Outcome | None:
    from queries.resolve import facts_about
    from queries.rows import gathered, restricted

    if not named and not sentence.times:
        return None
    from queries.asking.sparql import time_filter

    query = require("timeline")
    nodes = {"event": facts_about(store, [i for n in named for i in n.iris])} if named else {}
    text = restricted(query.text, nodes)
    tests = " || ".join(time_filter(["date"], t) for t in sentence.times)
    if tests:
        text = f"{text[: text.rindex('}')]}  FILTER({tests})\n}}"
    body = "\n".join(line for line in text.split("\n") if not line.startswith("#")).strip()
    sparql = f"{body}\nORDER BY ?date ?kind ?event ?document ?quoteStart ?quoteEnd\n"
    rows = gathered(store, query, store.select(sparql), language=base.language)
    answers = tuple(Answer(r.values["event"], (r.values["date"],), r.evidence, (r,)) for r in rows)
    found = replace(base, answers=answers, query="timeline", sparql=sparql, understood=(query.title[base.language],))
    return found if answers else replace(found, missing=explain.words(base.language)["silent"])


def dated(vocabulary: Vocabulary, sentence: Sentence) -> list[Reading]:
    """Readings of "date of the 26th session", "where was Operation Libertad?": when and where a thing was, by its
    type."""
    names = [n for p in sentence.named for n in p.names]
    places = [n for p in sentence.named[1:] for n in p.names if p.prep in ("in", "at", "to")]
    names = [n for n in names if n not in places]
    # « l'opération a-t-elle eu lieu en 2018 ? », « … à Tanger ? »
    whether = "yes" in sentence.flags and bool(sentence.times or places)
    if (
        len(names) != 1
        or (places and not whether)
        or sentence.cues
        or sentence.unknown
        or sentence.regions
        or sentence.excluded
        or sentence.order in BY_NUMBER
        or not (sentence.asked or whether)
    ):
        return []
    for type_, kind in vocabulary.content["telling"]:
        if all(vocabulary.is_a(t, [type_]) for t in names[0].types):
            found = vocabulary.kinds[kind]
            columns = [_when_or_where(found, p) for p in sentence.asked]
            if None in columns:
                return []
            role = found["key"][0][0]
            asked = tuple(Asked(str(c)) for c in columns)
            mode = "yes" if whether else "list"
            where = {str(found["place"]): tuple(places)} if places else {}
            if places and found["place"] is None:
                return []
            roles = {role: tuple(names), **where}
            return [Reading(kind, roles, asked, {}, times=tuple(sentence.times), mode=mode, score=1.0)]
    return []


def listed(vocabulary: Vocabulary, sentence: Sentence) -> list[Reading]:
    """Readings of "which publications of ICAT", « opérations d'INTERPOL en 2018 »: things of a type that stand in a
    relation to what is named."""
    asked = [p for p in sentence.asked if p.types]
    names = [n for p in sentence.named for n in p.names]
    rest = sentence.unknown or sentence.numbers or any(not c.optional for c in sentence.cues)
    picked = sentence.excluded or sentence.order in BY_NUMBER
    if len(asked) != 1 or len(sentence.asked) != 1 or len(names) > _MOST_NAMES or rest or picked:
        return []
    kind = vocabulary.content["listing"].get(asked[0].types[0][0])
    if kind is None:
        return [] if sentence.among else _inside(vocabulary, sentence, asked[0], names)
    if not (names or sentence.times or sentence.regions) or sentence.flags & {"yes", "people"}:
        return []
    of = vocabulary.kinds[kind]
    type_ = asked[0].types[0][0]
    entities = [r for r, range_ in of["columns"].items() if range_ == "entity"]
    column = next((r for r in entities if type_ in of["types"].get(r, ())), of["key"][0][0])
    roles = [r for r, range_ in of["columns"].items() if range_ == "entity" and r != column]

    def fits(role: str, name: Name) -> bool:
        return any(vocabulary.is_a(t, of["types"].get(role, [])) for t in name.types)

    fitting = [given for given in permutations(roles, len(names)) if all(map(fits, given, names))]
    types = () if type_ in LOOSE else (type_,)
    what = Asked(column, types, tuple(noun for _, noun in asked[0].types if noun))
    mode = "count" if asked[0].ask == "count" else "list"
    found = Reading(kind, {}, (what,), {}, times=tuple(sentence.times), mode=mode, documents=tuple(sentence.documents),
                    order=sentence.order, regions=tuple(sentence.regions), many=sentence.many,
                    among=tuple(sentence.among))  # fmt: skip
    return [
        replace(found, roles={r: (n,) for r, n in zip(given, names, strict=True)}, score=1.0 - 0.1 * rank)
        for rank, given in enumerate(fitting)
    ]


def _inside(vocabulary: Vocabulary, sentence: Sentence, asked: Phrase, names: Sequence[Name]) -> list[Reading]:
    """Readings of "countries in the Group", « organismes du Réseau »: what is in the one thing that is named."""
    if len(names) != 1 or sentence.flags & {"yes", "people"} or sentence.named[0].prep not in ("in", "of", None):
        return []  # "Blue Heart: which countries?", « pays Darba »
    if sentence.is_narrowed:
        return []
    wanted = tuple(dict.fromkeys(type_ for type_, _ in asked.types))
    found = []
    for hub, kind in vocabulary.content["within"].items():
        if not all(vocabulary.is_a(t, [hub]) for t in names[0].types):
            continue
        types = vocabulary.kinds[kind]["types"]
        whole = [r for r, among in types.items() if any(vocabulary.is_a(t, among) for t in names[0].types)]
        parts = [r for r, among in types.items() if r not in whole[:1] and set(wanted) & set(among)]
        parts = parts or [
            r for r, among in types.items() if r not in whole[:1] and any(vocabulary.is_a(t, among) for t in wanted)
        ]
        parts = [r for r in parts if r == vocabulary.kinds[kind]["place"]] or parts
        if whole and len(parts) == 1:
            mode = "count" if asked.ask == "count" else "list"
            roles, what = {whole[0]: tuple(names)}, Asked(parts[0], wanted)
            found.append(Reading(kind, roles, (what,), {}, times=tuple(sentence.times), mode=mode, many=sentence.many))
    return found


def counted(vocabulary: Vocabulary, sentence: Sentence) -> list[Reading]:
    """Readings of "Operation Libertad: how many victims?": the number of a thing that counts nothing else."""
    names = [n for p in sentence.named for n in p.names]
    counts = [p for p in sentence.asked if p.ask == "count" and p.topics and not p.types]
    rest = sentence.cues or sentence.unknown or sentence.is_narrowed
    if len(names) != 1 or len(counts) != 1 or len(sentence.asked) != 1 or rest:
        return []
    found = []
    for name, values in vocabulary.content["counted"].items():
        kind = vocabulary.kinds[name]
        hub = kind["key"][0][0]
        fitting = [v for v, nouns in values.items() if all(folded(ways[0]) in nouns for ways in counts[0].topics)]
        if len(fitting) == 1 and all(vocabulary.is_a(t, kind["types"].get(hub, [])) for t in names[0].types):
            asked = (Asked(fitting[0]),)
            found.append(Reading(name, {hub: tuple(names)}, asked, {}, times=tuple(sentence.times), score=1.0))
    return found


def with_peers(vocabulary: Vocabulary, reading: Reading) -> Iterator[Reading]:
    """The reading with one who is named as one of those who are asked for: "with whom does UNODC run it", though the
    documents call UNODC a partner too."""
    asked = {a.column for a in reading.asked}
    for role, peer in vocabulary.content["peers"].get(reading.kind, {}).items():
        if role in reading.roles and asked == {peer} and len(reading.roles) > 1:
            rest = {r: names for r, names in reading.roles.items() if r != role}
            yield replace(reading, roles=rest, beside=((peer, reading.roles[role]),))


def _when_or_where(kind: Mapping[str, Any], asked: Phrase) -> str | None:
    types = {t for t, _ in asked.types}
    if asked.ask == "time" or "Date" in types:
        return str(kind["time"][0]) if kind["time"] else None
    inside = asked.prep == "in" and types & {"State", "Region"}  # « dans quel pays »
    return kind["place"] if asked.ask == "place" or "Place" in types or inside else None


def figures(vocabulary: Vocabulary, sentence: Sentence, *, strict: bool = False) -> list[Reading]:
    """Readings of "how many …" by the figures that documents report: every word must stand in the figure, or, unless
    ``strict``, in its sentence."""
    counts = [p for p in sentence.asked if p.ask in ("count", "amount", "share")]
    if len(counts) != 1 or len(sentence.asked) != 1 or sentence.is_narrowed:
        return []
    kind = vocabulary.kinds["figures"]
    says_nothing = vocabulary.content["hollow"].get("figures", ())
    said = [text for _, text in sentence.unknown if folded(text) not in says_nothing]
    cues = [c for c in sentence.cues if not _is_hollow(vocabulary, c.text) and folded(c.text) not in says_nothing]
    verbs = [c.text for c in cues if any(cls != "post" for _, cls, _ in c.calls)]  # no donor leads to a number
    said += [c.text for c in cues]
    said += [counts[0].noun] if counts[0].noun else []
    topics = [*counts[0].topics, *(vocabulary.ways(folded(text)) for text in said)]
    if not topics:
        return []  # « l'effectif d'INTERPOL »: a figure counts something
    places = []
    for phrase in sentence.named:
        for name in phrase.names:
            if any(vocabulary.is_a(t, kind["types"]["place"]) for t in name.types):
                places.append(name)
            else:
                topics.append((name.text, *name.iris))
    read = Reading(
        kind="figures",
        roles={"place": tuple(places)} if places else {},
        asked=(Asked("value"),),
        fixed={},
        times=tuple(sentence.times),
        documents=tuple(sentence.documents),
        topics=tuple(dict.fromkeys(topics)),
        verbs=tuple(vocabulary.ways(folded(text)) for text in verbs),
        unit=str(counts[0].ask),
        authors=tuple(sentence.authors),
        strict=strict,
        score=1.0,
    )
    told = [(name.text, *name.iris) for name in places]  # "Ghana": a row of a table is what its figures are of
    beside = replace(read, roles={}, topics=(*read.topics, *told), strict=True, score=0.9)
    return [r for r in ((read, beside) if places else (read,)) if topics]


def _is_hollow(vocabulary: Vocabulary, text: str) -> bool:
    """« compte » says nothing of what is counted."""
    return bool(vocabulary.classes(folded(text)) & {"empty", "have"})


def leaning(vocabulary: Vocabulary, sentence: Sentence, last: Reading) -> Reading | None:
    """The question before with what this one changes: "and in 2019?", "and the OSCE?", « et en 2017 ? »."""
    if sentence.cues or sentence.unknown or sentence.numbers or sentence.flags & {"about", "link", "happened"}:
        return None
    names = [n for p in sentence.named for n in p.names]
    if not names and not sentence.times and not sentence.asked:
        return None
    reading = replace(last, times=tuple(sentence.times) or last.times, order=None)
    for name in names:
        role = _role_for(vocabulary, name, last)
        if role is None:
            return None
        reading = replace(reading, roles={**reading.roles, role: (name,)})
    kind = vocabulary.kinds[last.kind]
    counts = last.mode == "count" or any(a.column in kind["value"] for a in last.asked)
    for phrase in sentence.asked:
        same = ("count",) if counts else ("actor", "thing", "object")
        if phrase.ask in same and not phrase.types and not phrase.topics:
            continue  # "and who in 2016?"
        column = (
            kind["time"][0]
            if phrase.ask == "time" and kind["time"]
            else kind["place"]
            if phrase.ask == "place"
            else None
        )
        if column is None:
            return None
        reading = replace(reading, asked=(Asked(column),), mode="list")
    return reading


def _role_for(vocabulary: Vocabulary, name: Name, last: Reading) -> str | None:
    """The role that a new name takes over: one of the question before whose thing was of a like type."""
    asked = {a.column for a in last.asked}
    roles = [r for r in last.roles if r not in asked]
    for role in roles:
        if set(last.roles[role][0].types) & set(name.types):
            return role
    types = vocabulary.kinds[last.kind]["types"]
    return next((r for r in roles if any(vocabulary.is_a(t, types.get(r, [])) for t in name.types)), None)
