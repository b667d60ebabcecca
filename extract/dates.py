"""Dates as front matter writes them, to ISO 8601 as precise as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from extract import wording
from ontology.alternatives import any_of

_THERE = r" (?:in|at|à|en) [\w’'-]{2,20}(?: [\w’'-]{2,20})? (?:on|le)"  # "Recorded in Accra on 27 July 2022"

_FIRST_DAY = re.compile(  # what stands before the last of several days
    r"\d(?:(?:er|st|nd|rd|th)? [^\W\d_]{3,9}\.?)?\s?[–-]\s?(?:\d{1,2}\s)?$|\b(?:to|and|au|et)\s$"
)


@cache
def date_pattern() -> re.Pattern[str]:
    """A date in lower-case text: '30 july 2020', '1er août 2020', '2020-07-30', 'may 2018', '30/07/2020'."""
    months = "|".join(sorted(wording.month_numbers(), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?<![\w/-])(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s(?:of\s)?(?P<month>{months})\.?,?\s(?P<year>\d{{4}})"
        rf"|(?P<month_us>{months})\.?\s(?P<day_us>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year_us>\d{{4}})"
        r"|(?P<iso>\d{4}-\d{2}-\d{2})(?=t|\b)"
        r"|(?P<day_n>\d{1,2})(?P<sign>[/.])(?P<month_n>\d{1,2})(?P=sign)(?P<year_n>(?:19|20)\d\d)"
        rf"|(?P<month_only>{months})\.?,?\s(?P<year_only>\d{{4}}))(?![\w/-](?<!t))"
    )


def iso_date(match: re.Match[str], *, day_first: bool = False) -> str | None:
    """'2020-07-30' or '2018-05' for a match of :func:`date_pattern`; None where there is no such day, and of
    '04/06/2018' unless the day stands first, as in French.
    """
    if match.group("iso"):
        year, month, day = (int(part) for part in match.group("iso").split("-"))
    elif match.group("month_only"):
        return f"{match.group('year_only')}-{wording.month_numbers()[match.group('month_only')]:02d}"
    elif match.group("day_n"):
        day, month, year = (int(match.group(f"{part}_n")) for part in ("day", "month", "year"))
        if not day_first and day <= 12 and match.group("sign") == "/":
            return None
    else:
        us = "_us" if match.group("month_us") else ""
        year, day = int(match.group(f"year{us}")), int(match.group(f"day{us}"))
        month = wording.month_numbers()[match.group(f"month{us}")]
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= _days(year, month) else None


def _days(year: int, month: int) -> int:
    from calendar import monthrange

    return monthrange(year, month)[1] if 0 < year < 10_000 else 0


_HOUR = r"\d{1,2}(?:[.:]\d{2}|\s?h(?:eures?)?(?:\s?\d{2})?)?"
_MARKED = r"(?:\s?[ap]\.?m\.?|\s?hours|(?<=\d)\s?h\b|(?<=[.:]\d{2})|(?<=heures)|(?<=h\d{2})|(?<=h \d{2}))"
_ZONE = r"(?:\s\(?(?:gmt|utc|cet|cest|est|edt|eat)\)?)?"
_TIME = rf"{_HOUR}(?:\s?(?:to|à|-|–)\s?{_HOUR})?{_MARKED}{_ZONE}"


@cache
def _times() -> re.Pattern[str]:
    return re.compile(rf",?\s*(?:\b(?:at|from|à|de)\s)?(?<![\d/]){_TIME}(?![\w/])", re.IGNORECASE)


def without_times(words: str) -> str:
    """``words`` without hours: 'Quito, , 9.30 to 11 a.m.' is 'Quito, '."""
    return _times().sub(" ", words)


def is_range(words: str, match: re.Match[str]) -> bool:
    """Whether the date that ``match`` found in ``words`` is the last of several days: '12 and 13 October 2021',
    '15 June–8 July 2026', or the month of '27-28 October 2022'.
    """
    return _FIRST_DAY.search(words[: match.start()]) is not None


def is_dateline(words: str) -> bool:
    """Whether a line holds a date and no more than a place and an hour: 'Quito, 23 May 2023, 9.30 to 11 a.m.'.

    A line that says something, "On 25 September 2015, the Assembly adopted", has a word in lower case.
    """
    lower = words.lower()
    if len(words) > 100 or len(lower) != len(words):
        return False
    match = date_pattern().search(lower)
    if match is None:
        return False
    rest = re.findall(r"\w+", without_times(f"{words[: match.start()]} {words[match.end() :]}"))
    told = [word for word in rest if word.lower() not in wording.words("weekdays") | {"le", "on", "the"}]
    return len(told) <= 5 and not any(word[0].islower() and not _is_small(word) for word in told)


def _is_small(word: str) -> bool:
    return any(word in wording.stop_words()[language] for language in ("en", "fr"))


def posted_dates(lower: str) -> Iterator[tuple[int, re.Match[str]]]:
    """The dates of text in lower case behind words that say that it was put up then, "posted on", « mis à jour le »,
    each with where those words begin.
    """
    for match in _posted().finditer(lower):
        date = date_pattern().match(lower, match.end())
        if date is not None:
            yield match.start(), date


@cache
def _posted() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{any_of(wording.words('posted'))})\s?:?(?:{_THERE})? (?=\d|\w+ \d)")
