"""Words that the program itself says on its pages (messages.toml), by language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path


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

    from babel.dates import format_date

    try:
        day = date.fromisoformat(value if len(value) == 10 else f"{value}-01")
    except ValueError:
        return value
    pattern = "d MMMM y" if len(value) == 10 else "MMMM y"
    words = format_date(day, pattern, locale=language)
    return f"1er{words[1:]}" if language == "fr" and words.startswith("1 ") else words
