"""When an event was of which a fact without a date speaks: "who took part in the round table of 30 July 2023?"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from queries.asking.times import Time
from queries.asking.words import LANGUAGES, Vocabulary

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
