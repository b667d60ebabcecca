"""Dates as front matter writes them, to ISO 8601 as precise as they are."""

from __future__ import annotations

import re
from functools import cache

from extract import wording


@cache
def date_pattern() -> re.Pattern[str]:
    """A date in lower-case text: '30 july 2020', 'july 30, 2020', '1er août 2020', '2020-07-30', 'may 2018'."""
    months = "|".join(sorted(wording.month_numbers(), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?<![\w/-])(?:(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s(?:of\s)?(?P<month>{months})\.?,?\s(?P<year>\d{{4}})"
        rf"|(?P<month_us>{months})\.?\s(?P<day_us>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?P<year_us>\d{{4}})"
        r"|(?P<iso>\d{4}-\d{2}-\d{2})(?=t|\b)"
        rf"|(?P<month_only>{months})\.?,?\s(?P<year_only>\d{{4}}))(?![\w/-](?<!t))"
    )


def iso_date(match: re.Match[str]) -> str | None:
    """'2020-07-30' or '2018-05' for a match of :func:`date_pattern`; None where there is no such day."""
    if match.group("iso"):
        year, month, day = (int(part) for part in match.group("iso").split("-"))
    elif match.group("month_only"):
        return f"{match.group('year_only')}-{wording.month_numbers()[match.group('month_only')]:02d}"
    else:
        us = "_us" if match.group("month_us") else ""
        year, day = int(match.group(f"year{us}")), int(match.group(f"day{us}"))
        month = wording.month_numbers()[match.group(f"month{us}")]
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= _days(year, month) else None


def _days(year: int, month: int) -> int:
    from calendar import monthrange

    return monthrange(year, month)[1] if 0 < year < 10_000 else 0
