"""Things told by what was before or behind them: "who succeeded OHCHR as chair of ICAT?", « avant l'UNICEF »."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from typing import Any

from queries.asking.holders import held
from queries.asking.owners import with_owners
from queries.asking.parts import Cue, Phrase, Sentence, Than
from queries.asking.reading import readings
from queries.asking.understanding import Reading
from queries.asking.words import Vocabulary
from queries.rows import Row
from queries.values import Node

_TURNED = {"after": "before", "before": "after"}
_OF_OBJECT = (None, "to", "of", "from", "with")  # « succéder au HCDH », "take over from OHCHR"


def in_succession(vocabulary: Vocabulary, sentence: Sentence) -> list[Reading]:
    """Readings of a question that names what the answer came before or behind, the best first."""
    found = []
    for direction, anchor, rest, nearest in _told(sentence):
        for reading in readings(vocabulary, rest) or with_owners(vocabulary, rest) or _of_post(vocabulary, rest):
            column = reading.asked[0].column if len(reading.asked) == 1 else ""
            wanted = vocabulary.kinds[reading.kind]["types"].get(column, [])
            dated = vocabulary.kinds[reading.kind]["time"] and column in vocabulary.kinds[reading.kind]["types"]
            fits = all(any(vocabulary.is_a(t, wanted) for t in n.types) for n in anchor.names)
            if dated and fits and reading.mode == "list" and column not in reading.roles:
                found.append(replace(reading, present=False, than=Than(direction, anchor.names[0], nearest)))
    return sorted(found, key=lambda r: -r.score)


def _of_post(vocabulary: Vocabulary, rest: Sentence) -> list[Reading]:
    """ "who succeeded Mr. Roy as Director of IOM": who holds the post that is named."""
    who = all(phrase.ask == "actor" for phrase in rest.asked)
    return held(vocabulary, replace(rest, phrases=rest.named)) if who else []


def _told(sentence: Sentence) -> Iterator[tuple[str, Phrase, Sentence, bool]]:
    """(before or after, what, the question without that, whether only the nearest is meant)."""
    several = any(p.noun.endswith("s") if p.plural is None else p.plural for p in sentence.asked)
    for phrase in sentence.named:
        if phrase.prep in _TURNED:
            yield str(phrase.prep), phrase, _without(sentence, phrase, sentence.cues), not several
    for cue in sentence.successions:
        direction = cue.calls[0][1]
        anchor, turned = _anchor(sentence, cue, {form for _, _, form in cue.calls})
        if anchor is not None:
            cues = [c for c in sentence.cues if c.at != cue.at]
            yield _TURNED[direction] if turned else direction, anchor, _without(sentence, anchor, cues), True


def _anchor(sentence: Sentence, cue: Cue, forms: Collection[str]) -> tuple[Phrase | None, bool]:
    """What was succeeded, or, where that is asked for, what succeeded it (then True)."""
    behind = next((p for p in sentence.named if p.at > cue.at and p.prep in (*_OF_OBJECT, "by")), None)
    before = next((p for p in reversed(sentence.named) if p.at < cue.at and p.prep in (None, "to")), None)
    if "from" in forms:
        return next((p for p in sentence.named if p.at > cue.at and p.prep == "from"), None), False
    if "noun" in forms:
        return (before if before is not None and before.genitive else behind), False
    auxiliaries = [at for at in (*sentence.bes, *sentence.haves) if at < cue.at]
    passive = "pp" in forms and bool(auxiliaries) and max(auxiliaries) in sentence.bes
    if behind is not None and behind.prep == "by" and passive:
        return behind, True
    return (before, not passive) if before is not None else (behind, False)


def _without(sentence: Sentence, anchor: Phrase, cues: Sequence[Cue]) -> Sentence:
    """The question without what only tells the order; "as [ICAT] chair" is "chair of ICAT"."""
    posts = {cue.at - 1 for cue in cues}
    kept = [p for p in sentence.phrases if p is not anchor]
    return replace(
        sentence,
        phrases=[replace(p, prep="of") if p.prep == "as" and p.names and p.at in posts else p for p in kept],
        cues=list(cues),
        preps=[],
        successions=[],
        bes=[at for at in sentence.bes if not any(c.at > at for c in sentence.successions)],
    )


def beyond(vocabulary: Vocabulary, reading: Reading, rows: Sequence[Row], every: Sequence[Row]) -> list[Row]:
    """The rows that come before or behind the thing of ``reading.than``; ``every`` holds the rows of that too."""
    than = reading.than
    column = reading.asked[0].column
    times = reading.columns_of_time(vocabulary)
    if than is None or not times:
        return []
    own = [r for r in every if isinstance(v := r.values.get(column), Node) and v.iri in than.name.iris]
    its = [t for r in own if (t := _time(r, times))]
    dated = [(t, r) for r in rows if (t := _time(r, times)) and any(_is_beside(r, one, column) for one in own)]
    if not its:
        return []
    if than.direction == "after":
        found = [(t, r) for t, r in dated if _is_later(t, max(its))]
        best = min((t for t, _ in found), default="")
    else:
        found = [(t, r) for t, r in dated if _is_later(min(its), t)]
        best = max((t for t, _ in found), default="")
    return [r for t, r in found if not than.nearest or not (_is_later(t, best) or _is_later(best, t))]


def _is_beside(row: Row, other: Row, asked: str) -> bool:
    """Whether two facts are of one series: of one document, or of one body; not the heads of mission of two lands."""
    texts = [{evidence.document for evidence in one.evidence} for one in (row, other)]
    bodies = [
        {v for c, v in one.values.items() if c not in (asked, "office") and isinstance(v, Node)} for one in (row, other)
    ]
    return not texts[0].isdisjoint(texts[1]) or not bodies[0].isdisjoint(bodies[1])


def _time(row: Row, times: Sequence[str]) -> str:
    return str(row.values.get(times[0]) or "")


def _is_later(one: str, other: str) -> bool:
    """Whether a date is behind another, as far as both tell: of '2018' and '2018-05' nothing is known."""
    shared = min(len(one), len(other))
    return one[:shared] > other[:shared]


def calls(meanings: Sequence[Any]) -> tuple[tuple[int, str, str], ...]:
    """The calls of a cue of succession: (0, direction, form of the word)."""
    return tuple((0, str(m.data[0]), str(m.data[1])) for m in meanings)
