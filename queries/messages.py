"""Words that the program itself says on its pages (messages.toml), by language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import cast


@cache
def messages(language: str) -> Mapping[str, str]:
    """The messages in ``language`` ('en', 'fr'), by key."""
    import tomllib

    with (Path(__file__).parent / "messages.toml").open("rb") as file:
        return dict(tomllib.load(file)[language])


def date_words(value: str, language: str) -> str:
    """A date as a person writes it: '2018-12-05' -> '5 December 2018', « 5 décembre 2018 »; a period with a dash."""
    return " – ".join(_date(part, language) for part in value.split("/"))


def _date(value: str, language: str) -> str:
    if len(value) not in (7, 10):
        return value
    from datetime import date

    try:
        day = date.fromisoformat(value if len(value) == 10 else f"{value}-01")
    except ValueError:
        return value
    words = f"{_months(language)[day.month - 1]} {day.year}"
    if len(value) == 7:
        return words
    return f"{'1er' if day.day == 1 and language == 'fr' else day.day} {words}"


@cache
def _months(language: str) -> Sequence[str]:
    return cast("Sequence[str]", messages(language)["months"])
