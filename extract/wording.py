"""The words of ontology/lexicon/structure.yaml, loaded once and ready to be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

SOURCE = "lexicon/structure.yaml"


def fold(words: str) -> str:
    """Lower case, straight apostrophes, single spaces: how entries and text are compared."""
    return " ".join(words.replace("’", "'").casefold().split())


def aligned(words: str) -> str:
    """``words`` in lower case with straight apostrophes, each character in its place."""
    lower = words.lower().replace("’", "'")
    return (
        lower
        if len(lower) == len(words)
        else "".join(c.lower() if len(c.lower()) == 1 else c for c in words).replace("’", "'")
    )


@cache
def _data() -> Mapping[str, Any]:
    import yaml

    text = files("ontology").joinpath(SOURCE).read_text(encoding="utf-8")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: Mapping[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - the safe loader in C, ten times faster
    return data


def _flat(value: Any) -> Iterable[str]:
    if isinstance(value, Mapping):
        for inner in value.values():
            yield from _flat(inner)
    elif isinstance(value, list):
        yield from (fold(str(word)) for word in value)


@cache
def words(section: str, part: str | None = None) -> frozenset[str]:
    """The folded words of a section, or of one part of it ('stop_words', 'fr')."""
    value = _data()[section]
    return frozenset(_flat(value if part is None else value[part]))


@cache
def stop_words() -> Mapping[str, frozenset[str]]:
    """Language -> words that tell it: 'en', 'fr', and by their English names those that Palermo does not read."""
    own = {code: frozenset(_flat(listed)) for code, listed in _data()["stop_words"].items()}
    others = {name: frozenset(_flat(listed)) for name, listed in _data()["other_stop_words"].items()}
    return own | others


@cache
def other_scripts() -> Mapping[str, re.Pattern[str]]:
    """Name of a language or script -> pattern of one of its letters."""
    return {name: re.compile(f"[{chr(low)}-{chr(high)}]") for name, (low, high) in _data()["other_scripts"].items()}


@cache
def month_numbers() -> Mapping[str, int]:
    """Folded name of a month, full or short, in either language -> 1 to 12."""
    names = {fold(str(k)): int(v) for k, v in _data()["month_abbreviations"].items()}
    for listed in _data()["months"].values():
        names |= {fold(name): number for number, name in enumerate(listed, 1)}
    return names


@cache
def patterns(section: str, part: str | None = None) -> tuple[re.Pattern[str], ...]:
    """The regular expressions of a section of patterns, for folded text."""
    value = _data()[section]
    return tuple(re.compile(entry) for entry in (value if part is None else value[part]))


def named(section: str, name: str) -> tuple[re.Pattern[str], ...]:
    """The regular expressions of a section of patterns around NAME, for text as it is written, with ``name`` in its
    place.
    """
    return tuple(re.compile(entry.replace("NAME", name)) for entry in _data()[section])


@cache
def masthead_parts() -> tuple[str, ...]:
    """The parts of the section 'masthead', in the order in which they are tried."""
    return tuple(_data()["masthead"])


@cache
def type_rules() -> tuple[tuple[str, str, re.Pattern[str], bool], ...]:
    """(type, where it may be said, pattern for folded text, whether group 1 is the author)."""
    return tuple(
        (rule["type"], rule["where"], re.compile(rule["pattern"]), bool(rule.get("author")))
        for rule in _data()["types"]
    )


@cache
def html_words(part: str) -> tuple[str, ...]:
    """A list of the section 'html', in its order."""
    return tuple(str(word).casefold() for word in _data()["html"][part])
