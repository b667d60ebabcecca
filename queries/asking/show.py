"""An outcome as text for a person: the answer, then each sentence with its place, the deciding words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from queries.asking import explain
from queries.asking.answer import Answer, Outcome
from queries.asking.words import tokens
from queries.messages import date_words, messages
from queries.text import clean, width, wrap
from queries.values import Evidence, Node, Value

if TYPE_CHECKING:
    from graph.store import Store

_SENTENCES = 6  # of one answer: `--format json` has them all
_LONGEST = 30  # words of a name
_LONG = 60  # columns of an answer that has a line of its own
_PLACE_AT = 50  # column of the place behind a single answer
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?(/\d{4}(-\d\d(-\d\d)?)?)?")


def to_text(store: Store, outcome: Outcome, *, columns_wide: int, bold: bool, explained: bool) -> str:
    """The outcome as lines; ``bold`` marks words for a terminal, asterisks for paper. ``explained`` adds how the
    question was understood and the SPARQL. '' where there is no answer and nothing to explain."""
    lines: list[str] = []
    if outcome.text is not None:
        lines += outcome.text.rstrip("\n").split("\n")
    elif outcome.answers:
        lines += [_strong(line, bold) for line in _headline(outcome, columns_wide)]
        sources = _sources(store, outcome, columns_wide, bold)
        if len(lines) == 1 and width(sources[0]) + _PLACE_AT <= columns_wide and single_line(outcome):
            lines[0] += " " * (_PLACE_AT - width(_answer(outcome.answers[0], outcome.language))) + sources.pop(0)
        lines += sources
    if explained:
        lines += _explained(outcome)
    return "".join(f"{line}\n" for line in lines)


def notes(outcome: Outcome) -> list[str]:
    """What to say beside the answer: spelling that was mended, other readings, and what is missing."""
    say = explain.words(outcome.language)
    found = list(outcome.notes)
    if outcome.missing:
        found.append(outcome.missing)
    found += [say["others"].format(other) for other in outcome.others[:3]]
    return [clean(note) for note in found]


def _strong(text: str, bold: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if bold else text


def _headline(outcome: Outcome, columns_wide: int) -> list[str]:
    """The answer itself, in the first line."""
    say = explain.words(outcome.language)
    if outcome.mode == "yes":
        return [say[str(outcome.answers[0].value)]]
    if outcome.mode == "path":
        return [clean(outcome.understood[0]) + messages(outcome.language)["colon"].strip(" ")]
    if outcome.mode == "count":
        answer = outcome.answers[0]
        listed = "; ".join(words_of(value, outcome.language) for value in answer.detail)
        text = say["counted"].format(words_of(answer.value, outcome.language), listed)
    elif _are_long(outcome):
        numbered = (f"{_answer(a, outcome.language)} [{n}]" for n, a in enumerate(outcome.answers, 1))
        return [line for text in numbered for line in wrap(clean(text), columns_wide)]
    else:
        text = "; ".join(_answer(a, outcome.language) for a in outcome.answers)
    return wrap(clean(text), columns_wide)


def _are_long(outcome: Outcome) -> bool:
    """Whether the answers are sentences rather than names: each has a line and a number of its own then."""
    listed = outcome.mode == "list" and len(outcome.answers) > 1
    return listed and any(width(_answer(a, outcome.language)) > _LONG for a in outcome.answers)


def _answer(answer: Answer, language: str) -> str:
    details = [words_of(d, language) for d in answer.detail if d is not None]
    value = words_of(answer.value, language)
    return f"{value} ({', '.join(details)})" if details else value


def words_of(value: Value, language: str) -> str:
    """A value as a person of ``language`` reads it: dates in words, numbers with their groups parted."""
    if isinstance(value, Node):
        return value.label
    if isinstance(value, int | float):
        text = f"{value:,}"
        return text if language == "en" else text.replace(",", "\u202f").replace(".", ",")
    text = "" if value is None else str(value)
    return date_words(text, language) if _DATE.fullmatch(text) else text


def _sources(store: Store, outcome: Outcome, columns_wide: int, bold: bool) -> list[str]:
    """Each sentence once, with its place and which answers it gives."""
    lines: list[str] = []
    told: dict[Evidence, list[Answer]] = {}
    for answer in outcome.answers:
        for piece in answer.evidence:
            told.setdefault(piece, []).append(answer)
    several = len(outcome.answers) > 1 and outcome.mode not in ("count", "yes")
    long = _are_long(outcome)
    named = {id(a): f"[{n}]" if long else words_of(a.value, outcome.language) for n, a in enumerate(outcome.answers, 1)}
    for piece, answers in list(told.items())[: _SENTENCES * max(1, min(len(outcome.answers), 4))]:
        place = _place(piece, outcome.language)
        if several and len(answers) < len(outcome.answers):
            place = f"{place} · {(' ' if long else '; ').join(named[id(a)] for a in answers)}"
        lines += wrap(clean(place), columns_wide)
        marked = _marked(clean(piece.quote), _spans(store, clean(piece.quote), outcome, answers), bold)
        quoted = messages(outcome.language)["quoted"].format(marked)
        lines += [f"  {line}" for line in wrap(quoted, max(columns_wide - 2, 20))]
    left = len(told) - len(list(told)[: _SENTENCES * max(1, min(len(outcome.answers), 4))])
    if left > 0:
        lines.append(explain.words(outcome.language)["more"].format(left))
    return lines


def _place(piece: Evidence, language: str) -> str:
    if piece.paragraph is not None:
        return f"{piece.document.label}, {messages(language)['paragraph']} {piece.paragraph}"
    return piece.document.label if piece.page is None else f"{piece.document.label}, p. {piece.page}"


def _spans(store: Store, quote: str, outcome: Outcome, answers: Sequence[Answer]) -> list[tuple[int, int]]:
    """Where the words that decide stand: names of the answer and of what was named, years, numbers."""
    found = tokens(quote)
    wanted = {tuple(form.split()) for form in (*_forms(store, answers), *outcome.marks)}
    spans: list[tuple[int, int]] = []
    at = 0
    while at < len(found):
        size = next(
            (
                n
                for n in range(min(_LONGEST, len(found) - at), 0, -1)
                if tuple(t.folded for t in found[at : at + n]) in wanted
            ),
            0,
        )
        if size:
            spans.append((found[at].start, found[at + size - 1].end))
        at += max(size, 1)
    return spans


def _forms(store: Store, answers: Iterable[Answer]) -> list[str]:
    """Ways in which sentences write the answers."""
    from graph.index import fold

    forms: list[str] = []
    for answer in answers:
        values = [answer.value, *answer.detail]
        forms += [name for _, _, name in store.names_of([v.iri for v in values if isinstance(v, Node)])]
        for value in values:
            if isinstance(value, int | float) and not isinstance(value, bool):
                forms += [str(value), f"{value:,}".replace(",", " ")]
            elif isinstance(value, str):
                forms += [fold(value), *(fold(date_words(value, la)) for la in ("en", "fr") if _DATE.fullmatch(value))]
    return [form for form in forms if form]


def _marked(quote: str, spans: Sequence[tuple[int, int]], bold: bool) -> str:
    begin, end = ("\x1b[1m", "\x1b[0m") if bold else ("*", "*")
    parts, at = [], 0
    for first, last in spans:
        parts += [quote[at:first], begin, quote[first:last], end]
        at = last
    return "".join([*parts, quote[at:]])


def _explained(outcome: Outcome) -> list[str]:
    say = explain.words(outcome.language)
    lines = [""] if outcome.answers else []
    lines += [say["understood"].format(clean("; ".join(outcome.understood)))] if outcome.understood else []
    return [*lines, "", *outcome.sparql.rstrip("\n").split("\n")] if outcome.sparql is not None else lines


def single_line(outcome: Outcome) -> bool:
    """Whether the answer and its place fit on the first line."""
    return (
        len(outcome.answers) == 1
        and outcome.mode == "list"
        and width(_answer(outcome.answers[0], outcome.language)) < _PLACE_AT
    )
