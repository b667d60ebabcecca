"""What a question was understood as, and, where there is no answer, what is known and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from ontology.questions import folded
from queries.asking.answer import Answer, Found, rows_of
from queries.asking.names import Name
from queries.asking.parts import Sentence
from queries.asking.times import Time
from queries.asking.understanding import Reading
from queries.asking.words import Vocabulary
from queries.catalogue import require
from queries.messages import messages
from queries.rows import Row
from queries.values import text_of

if TYPE_CHECKING:
    from graph.store import Store

Near = Callable[[str], list[str]]  # names like a text
_MOST = 12  # years or names that a sentence lists


def words(language: str) -> Mapping[str, str]:
    """The messages about questions in a language."""
    return cast("Mapping[str, str]", cast("Any", messages(language))["ask"])


def understood(store: Store, vocabulary: Vocabulary, reading: Reading, language: str) -> tuple[str, ...]:
    """How a question was understood: the query, what each column is to be, what is asked for."""
    say = words(language)
    parts = [require(reading.kind).title[language]]
    for role, names in reading.roles.items():
        parts.append(f"{role} = {say['or'].join(labels(store, names, language))}")
    for column, values in reading.fixed.items():
        parts.append(f"{column} = {say['or'].join(values)}")
    parts += [f"{column} = {value}" for column, value in reading.columns]
    parts += [_time(t, say) for t in reading.times]
    if reading.than is not None:
        parts.append(say[f"{reading.than.direction}_name"].format(*labels(store, [reading.than.name], language)))
    parts += [say["in_document"].format(label) for label in labels(store, reading.documents, language)]
    parts += [say["in_region"].format(label) for label in labels(store, reading.regions, language)]
    parts += [say["excluded"].format(label) for label in labels(store, reading.excluded, language)]
    if reading.among:
        parts.append(say["among"].format(say["or"].join(labels(store, reading.among, language))))
    parts += [say["with_words"].format(ways[0]) for ways in reading.topics]
    parts += [say["with_words"].format(text) for text in reading.said]
    parts += [say["with_words"].format(owner.text) for owner in reading.owners]
    if reading.order is not None:
        parts.append(say[reading.order])
    if reading.asked:
        parts.append(say["asked"].format(", ".join(a.column for a in reading.asked)))
    if reading.mode != "list":
        parts.append(say[f"mode_{reading.mode}"])
    return ("; ".join(parts),)


def _time(time: Time, say: Mapping[str, str]) -> str:
    if time.first is None:
        return say["until"].format(time.last)
    if time.last is None:
        return say["since"].format(time.first.rstrip("~"))
    return (
        say["in_time"].format(time.first) if time.first == time.last else say["between"].format(time.first, time.last)
    )


def labels(store: Store, names: Iterable[Name], language: str) -> list[str]:
    """The labels of what names stand for; of one thing that many are called, the words that were typed."""
    return [store.labels(name.iris, language)[name.iris[0]] if len(name.iris) == 1 else name.text for name in names]


def marks(store: Store, reading: Reading) -> tuple[str, ...]:
    """Folded words to mark in the sentences: the names of what was named, and the years."""
    years = {t.first[:4] for t in reading.times if t.first is not None}
    return names_of(store, [n for names in reading.roles.values() for n in names], years)


def names_of(store: Store, named: Iterable[Name], others: Collection[str] = ()) -> tuple[str, ...]:
    """All folded names of what is named, and ``others``, the longest first."""
    iris = [iri for name in named for iri in name.iris]
    found = {name for _, _, name in store.names_of(iris)} if len(iris) < 20 else set()
    return tuple(sorted(found | set(others), key=lambda name: (-len(name), name)))


def mended(language: str, changes: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """A note for each spelling that was mended, and for each part of a name; none where it reads as it was typed."""
    return tuple(
        words(language)["mended"].format(*change) for change in changes if folded(change[0]) != folded(change[1])
    )


def noted(language: str, what: str | None) -> tuple[str, ...]:
    """The message of that name."""
    return () if what is None else (words(language)[f"noted_{what}"],)


def unsaid(language: str, reading: Reading, rows: Sequence[Row]) -> tuple[str, ...]:
    """Which of several things that are asked for no row tells."""
    columns = [a.column for a in reading.asked] if reading.apart else []
    silent = [c for c in columns if rows and all(c in row.values and row.values[c] is None for row in rows)]
    return (words(language)["unsaid"].format(", ".join(silent)),) if silent else ()


def several(store: Store, language: str, name: Name, iris: Sequence[str]) -> str:
    """That a part of a name was typed, and which things it may mean."""
    say = words(language)
    known = store.labels(iris, language)
    return say["several"].format(name.text, say["or"].join(known[iri] for iri in iris[:_MOST]))


def named_only(language: str, counted: Answer) -> str:
    """That some are named, where the documents do not say how many there are."""
    listed = "; ".join(text_of(value) for value in counted.detail[:_MOST])
    return words(language)["named_only"].format(counted.value, listed)


def refused(language: str, found: Sequence[str]) -> str:
    """Why a question with such a word is not answered."""
    return words(language)["refused"].format(found[0])


def unknown_name(near: Near, language: str, text: str) -> str:
    """That nothing is called so, with near matches."""
    return " ".join([words(language)["unknown_name"].format(text), *_near(near, language, text)])


def _near(near: Near, language: str, text: str) -> list[str]:
    say = words(language)
    found = [name for name in near(text) if folded(name) != folded(text)]
    quoted = messages(language)["quoted"]
    return [say["near"].format(say["or"].join(quoted.format(n) for n in found))] if found else []


def not_understood(store: Store, near: Near, sentence: Sentence) -> str:
    """What was understood of a question and what was not."""
    say = words(sentence.language)
    unknown = [text for _, text in sentence.unknown]
    quoted = messages(sentence.language)["quoted"]
    if len(unknown) == 1:
        return " ".join([say["unknown_word"].format(unknown[0]), *_near(near, sentence.language, unknown[0])])
    if unknown:
        longest = " ".join(unknown) if _side_by_side(sentence) else max(unknown, key=len)
        listed = ", ".join(quoted.format(u) for u in unknown[:_MOST])
        return " ".join([say["unknown_words"].format(listed), *_near(near, sentence.language, longest)])
    if sentence.named:
        named = [label for p in sentence.named for label in labels(store, p.names, sentence.language)]
        return say["no_relation"].format(say["and"].join(named))
    return say["no_reading"]


def _side_by_side(sentence: Sentence) -> bool:
    places = [at for at, _ in sentence.unknown]
    return places[-1] - places[0] == len(places) - 1


def missing(store: Store, vocabulary: Vocabulary, reading: Reading, language: str, known_rows: Found) -> str:
    """What the documents do not say, and what is known of the same thing: other years, the fact without its date."""
    say = words(language)
    first = say["silent_whether" if reading.mode == "yes" else "silent"]
    subject = say["and"].join(label for names in reading.roles.values() for label in labels(store, names, language))
    if subject == "":
        return first
    title = require(reading.kind).title[language]
    title = f"{title[:1].lower()}{title[1:]}"
    for wider in _wider(reading):
        rows, _ = rows_of(store, vocabulary, wider, language, known_rows)
        if rows:
            times = vocabulary.kinds[reading.kind]["time"][:1]
            known = sorted({text_of(r.values.get(c)) for r in rows for c in times} - {""})
            if known:
                return f"{first} " + say["known_times"].format(subject, title, ", ".join(known[:_MOST]))
            return f"{first} " + say["known"].format(subject, title)
    return f"{first} " + say["nothing_known"].format(subject)


def _wider(reading: Reading) -> list[Reading]:
    """The same question with less asked of the facts: any time, no column that must be there."""
    open_ = replace(reading, asked=(), mode="list", order=None, numbers=(), topics=(), regions=(), owners=(), than=None)
    found = [replace(open_, times=()), replace(open_, times=(), fixed={})]
    return [r for r in found if r != reading]
