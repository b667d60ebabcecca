"""When an event was of which a fact without a date speaks: "who took part in the round table of 30 July 2023?", and
which it was, where only the body is named that met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from queries.asking.names import Name
from queries.asking.parts import Sentence
from queries.asking.times import Time
from queries.asking.words import LANGUAGES, Vocabulary
from queries.values import plain

if TYPE_CHECKING:
    from graph.store import Store

_BODIES = ("Organization",)
_WHERE = ("in", "at")
_DAY = len("2023-07-30")


def event_of(kind: Mapping[str, Any]) -> str | None:
    """The role that is an event, in a kind of fact that has no date of its own; None in others."""
    role = str(kind["key"][0][0])
    return role if not kind["time"] and "Event" in kind["types"].get(role, ()) else None


def held(vocabulary: Vocabulary, role: str, time: Time, columns: Sequence[str], tested: str) -> str:
    """A test that the event was in a time: a meeting of that date, for which ``tested`` asks by ``columns``, or, of one
    day, a paragraph that names it."""
    start, end = columns
    meeting = f"?held a :MeetingFact ; :meeting ?{role} ; :start ?{start} . OPTIONAL {{ ?held :end ?{end} }}"
    tests = [f"EXISTS {{ {meeting} FILTER({tested}) }}"]
    if time.first is not None and time.first == time.last and len(time.first) == _DAY:
        said = "?dated :passage ?passage ; :text ?datedText"
        tests.append(f'EXISTS {{ {said} FILTER(REGEX(?datedText, "{_spelt(vocabulary, time.first)}", "i")) }}')
    return " || ".join(tests)


def _spelt(vocabulary: Vocabulary, day: str) -> str:
    """A pattern for a day in either language: "9 February 2026", "February 9, 2026", « 1er mars 2026 »."""
    year, month, number = day.split("-")
    names = {n for la in LANGUAGES for n, at in vocabulary.content[la]["months"].items() if at == int(month)}
    named = "|".join(sorted(n.replace("e", "[eéè]").replace("u", "[uû]") for n in names))
    one = f"(^|[^0-9]){int(number)}"
    return f"{one}(er)? ({named}) {year}|({named}) {int(number)},? {year}"


def at_meetings(store: Store, vocabulary: Vocabulary, sentence: Sentence) -> Sentence:
    """The question with the meetings of a body in its place: "who attended the *Forum* in Djibouti"."""
    bodies = [p for p in sentence.named if all(_is_body(vocabulary, name) for name in p.names)]
    if len(bodies) != 1:
        return sentence
    places = [p for p in sentence.named if p.prep in _WHERE and p is not bodies[0]]
    held = _held_by(store, bodies[0].names, [iri for p in places for name in p.names for iri in name.iris])
    if not held:
        return sentence
    name = Name(held, ("Meeting",), bodies[0].names[0].text, part=True)
    phrases = [replace(p, names=(name,)) if p is bodies[0] else p for p in sentence.phrases if p not in places]
    return replace(sentence, phrases=phrases)


def _is_body(vocabulary: Vocabulary, name: Name) -> bool:
    return bool(name.types) and all(vocabulary.is_a(t, _BODIES) for t in name.types)


def _held_by(store: Store, names: Sequence[Name], places: Sequence[str]) -> tuple[str, ...]:
    """The meetings of a body, at one of these places where there are some."""
    bodies = " ".join(f"<{iri}>" for name in names for iri in name.iris)
    where = f"; :place ?place . VALUES ?place {{ {' '.join(f'<{iri}>' for iri in places)} }}" if places else "."
    rows = store.select(
        f"SELECT DISTINCT ?meeting WHERE {{ VALUES ?body {{ {bodies} }}"
        f" ?held a :MeetingFact ; :meeting ?meeting ; :body ?body {where} }} ORDER BY ?meeting"
    )
    return tuple(str(plain(row["meeting"])) for row in rows)
