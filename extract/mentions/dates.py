"""Dates and periods as UN documents write them, in English and French; values are ISO, as precise as the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data


@dataclass(frozen=True, slots=True)
class Date:
    """A date (``last`` is None) or a period at ``[start, end)``. Values: '2018', '2018-05' or '2018-05-02'."""

    start: int
    end: int
    first: str
    last: str | None = None

    def years(self) -> tuple[str, ...]:
        """Every year it covers."""
        last = self.last or self.first
        return tuple(str(year) for year in range(int(self.first[:4]), int(last[:4]) + 1))


_ANY_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LONGEST = 60  # characters before the year: "from 30 September to 14 "
_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_YEAR = r"(?:1[89]|20)\d\d"


@cache
def _months(language: str) -> dict[str, int]:
    numbers = data("numbers")[language]
    return {**numbers["months"], **numbers["month_abbreviations"]}


@cache
def _weekday(language: str) -> str:
    """The day of the week that the last day of a period may bear: « du lundi 21 au [vendredi] 25 février »."""
    days = any_of(data("words")["references"]["weekdays"][language]["days"])
    return rf"(?:(?:{days}),?\s+)?"


@cache
def _pattern(language: str) -> re.Pattern[str]:
    months = any_of(_months(language))
    month = rf"(?:{months})\b\.?"
    if language == "en":
        day = rf"{_DAY}(?:st|nd|rd|th)?"
        joint = r"\s*(?:to|and|until|through|-|–|—)\s*"
        until = r"(?:to|until|through|-|–|—|and)"
    else:
        day = rf"(?:1er|{_DAY})"
        joint = r"\s*(?:au|et(?: le)?|-|–|—)\s*(?:le\s+)?"
        until = r"(?:au|à|-|–|—|jusqu.au|et(?: le)?)"
    joint, until = joint + _weekday(language), rf"{until}\s*{_weekday(language)}"
    few = rf"(?:{day},\s+)*"  # « les 26, 27 et 28 »
    alternatives = [
        rf"(?P<d1>{day})\s+(?P<m1>{month})(?:\s+(?P<y1>{_YEAR}))?\s*{until}\s*(?P<d2>{day})\s+(?P<m2>{month})\s+(?P<y2>{_YEAR})\b",
        rf"(?P<m16>{month})\s+(?P<d16>{day})(?:,?\s+(?P<y16>{_YEAR}),?)?\s*{until}\s*(?P<m17>{month})\s+(?P<d17>{day}),?\s+(?P<y17>{_YEAR})\b",
        rf"(?P<d3>{few}{day}){joint}(?P<d4>{day})\s+(?P<m3>{month})\s+(?P<y3>{_YEAR})\b",
        rf"(?P<d5>{day})\s+(?:of\s+)?(?P<m5>{month}),?\s+(?P<y5>{_YEAR})\b",
        rf"(?P<m6>{month})\s+(?P<d6>{day})(?:(?:\s*[-–]\s*|\s+(?:to|and)\s+)(?P<d7>{day}))?,\s*(?P<y6>{_YEAR})\b",
        rf"(?P<m8>{month})(?:\s+(?P<y9>{_YEAR}))?\s*(?:to|and|au|à|et|-|–)\s*(?P<m9>{month})\s+(?P<y8>{_YEAR})\b",
        rf"(?P<m10>{month})\s+(?:of\s+)?(?P<y10>{_YEAR})\b",
        rf"(?P<y11>{_YEAR})\s*(?:[-–/]|\bto\b|\bà\b|(?<=between .... )and\b|(?<=entre .... )et\b)\s*(?P<y12>{_YEAR})\b",
        rf"(?<![\d/.,(-])(?P<y17a>{_YEAR})(?P<y18>[/–-]\d\d)\b(?![/.,–-]?\d)",  # read behind "school year" only
        rf"(?<![\d/.,(-])(?P<y13>{_YEAR})\b(?![/.,]?\d|-\d\d-\d)",
        rf"(?<=\()(?P<y14>{_YEAR})\b(?=[),;])",
        r"\b(?P<iso>(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))\b",
        rf"(?<![\w/.-])(?P<n1>\d\d?)(?P<dot>[/.])(?P<n2>\d\d?)(?P=dot)(?P<y15>{_YEAR})\b(?![/.-]?\d)",
    ]
    return re.compile(
        "|".join(rf"(?:{'' if i > 7 else chr(92) + 'b'}{alternative})" for i, alternative in enumerate(alternatives)),
        re.IGNORECASE,
    )


def find(text: str, language: str, start: int = 0, end: int | None = None) -> Iterator[Date]:
    """The dates of ``text[start:end]`` in their order. A bare year counts only where no unit follows it."""
    last = len(text) if end is None else end
    years = [match.start() for match in _ANY_YEAR.finditer(text, start, last)]
    if not years:  # every form of a date has its year
        return
    months = _months(language)
    before: Date | None = None
    for match in _pattern(language).finditer(text, max(start, years[0] - _LONGEST), min(last, years[-1] + 11)):
        date = _read(match, months) if match["y15"] is None else _in_figures(match, language)
        if match["y18"] is not None:
            date = _season(match, language)
        if date is None or (match["y13"] and _counts(text, match)):
            continue
        date = in_part(date, text, language)
        span = _span(before, date, text, language) if before is not None else None
        if before is not None and span is None:
            yield from _apart(before, text, language)
        before = span or date
    if before is not None:
        yield from _apart(before, text, language)


def in_part(date: Date, text: str, language: str) -> Date:
    """ "the first half of [2023]", « les trois premiers mois de [cette année] »: the months of that part; other dates
    as they are.
    """
    if len(date.first) > 4 or date.last is not None:
        return date
    part = _parts_of_year(language).search(text, max(0, date.start - 32), date.start)
    if part is None:
        return date
    named = data("numbers")[language]["parts_of_year"].get(" ".join(part[1].lower().split()))
    first, last = named or _counted_months(part, language)
    return Date(part.start(1), date.end, f"{date.first}-{first:02d}", f"{date.first}-{last:02d}")


def _counted_months(part: re.Match[str], language: str) -> tuple[int, int]:
    """ "first five months of": the first and the last of them."""
    said = part["many"].lower()
    many = int(said) if said.isdigit() else data("numbers")[language]["cardinals"][said]
    final = part["end"].lower() in data("numbers")[language]["months_of_year"]["last"]
    return (13 - many, 12) if final else (1, many)


@cache
def _parts_of_year(language: str) -> re.Pattern[str]:
    content = data("numbers")[language]
    words = any_of(content["parts_of_year"]).replace(r"\ ", r"\s+")
    numbers = any_of(name for name, value in content["cardinals"].items() if 1 < value < 12)
    ends = any_of([*content["months_of_year"]["first"], *content["months_of_year"]["last"]])
    counted = content["months_of_year"]["said"].format(
        end=rf"(?P<end>{ends})", many=rf"(?P<many>{numbers}|[2-9]|1[01])"
    )
    return re.compile(rf"(?<!\w)({words}|{counted})\s+(?:d['’])?$", re.IGNORECASE)


def _season(match: re.Match[str], language: str) -> Date | None:
    """ "the school year 2018/19", « l'exercice 2018-19 »: years that follow each other; not "resolution 2018/19"."""
    first, last = int(match["y17a"]), int(match["y18"][1:])
    led = match.string[max(0, match.start() - 24) : match.start()].lower().rstrip().replace("’", " ").split(" ")
    told = led[-1] in data("numbers")[language]["seasons"]
    if told and (first + 1) % 100 == last:
        return Date(match.start(), match.end(), str(first), str(first + 1))
    return Date(match.start(), match.start() + 4, str(first)) if match["y18"][0] != "/" else None


_FROM = {"en": re.compile(r"\b(?:from|since) $"), "fr": re.compile(r"\b(?:de|du|depuis|depuis le) $")}
_TO = {"en": re.compile(r" (?:to|until|till|up to) "), "fr": re.compile(r" (?:jusqu['’](?:en |au |à )|au |à )")}


def _span(first: Date, last: Date, text: str, language: str) -> Date | None:
    """ "from 2015 until 30 April 2023", « de 2009 à mars 2013 »: a period whose ends are told with more and with less
    precision; None for any two other dates.
    """
    ends = last.last is None and first.last is None and last.first > first.first
    if not ends or _TO[language].fullmatch(text, first.end, last.start) is None:
        return None
    led = _FROM[language].search(text, max(0, first.start - 12), first.start)
    return Date(first.start, last.end, first.first, last.first) if led is not None else None


def _apart(date: Date, text: str, language: str) -> Iterator[Date]:
    """ "on 13 October and 9 December 2015" is two dates, "from 27 to 28 September 2017" and "27 and 28 September" a
    period.
    """
    both = " and " if language == "en" else " et "
    joint = text.find(both, date.start, date.end)
    between = fold(text[max(0, date.start - 10) : date.start]).endswith(("between ", "entre le ", "entre "))
    if joint == -1 or date.last is None or len(date.last) < 10 or between or _next_day(date):
        yield date
        return
    yield Date(date.start, joint, date.first)
    yield Date(joint + len(both), date.end, date.last)


def _next_day(date: Date) -> bool:
    """Do the two days follow each other, or stand in a row of days: « les 26, 27 et 28 septembre »?"""
    first, last = date.first, date.last or date.first
    return first[:7] == last[:7] and int(last[8:]) - int(first[8:]) <= 2


@cache
def _unfinished(language: str) -> re.Pattern[str]:
    months = any_of(data("numbers")[language]["months"])
    day = rf"{_DAY}(?:st|nd|rd|th)?" if language == "en" else rf"(?:1er|{_DAY})"
    joint = r"\s*(?:to|and|-|–)\s*" if language == "en" else r"\s*(?:au|et(?: le)?|-|–)\s*"
    joint += _weekday(language)
    near = ("in ", "since ") if language == "en" else ("en ", "depuis ", "mois de ")
    led = "(?:" + "|".join(rf"(?<=\b{word})" for word in near) + ")"
    return re.compile(
        rf"\b(?:(?P<since>{day})(?:\s+(?P<early>{months}))?{joint})?(?P<day>{day})\s+(?P<month>{months})\b(?!\s+\d)"
        rf"|{led}(?P<alone>{months})\b(?!\s+(?:of\s+)?\d)",
        re.IGNORECASE,
    )


def without_year(text: str, language: str, start: int, end: int, year: str) -> Iterator[Date]:
    """Days and months of ``text[start:end]`` that leave their year to what was said before: « le 2 juin », « du 29
    septembre au 4 octobre », « en novembre », in ``year``.
    """
    months = _months(language)
    for match in _unfinished(language).finditer(text, start, end):
        if match["alone"]:
            yield Date(match.start(), match.end(), f"{year}-{months[match['alone'].lower()]:02d}")
            continue
        month = f"{months[match['month'].lower()]:02d}"
        early = month if match["early"] is None else f"{months[match['early'].lower()]:02d}"
        last = f"{year}-{month}-{_number(match['day'])}"
        first = last if match["since"] is None else f"{year}-{early}-{_number(match['since'])}"
        yield from _apart(Date(match.start(), match.end(), first, None if first == last else last), text, language)
    yield from _without_month(text, language, start, end, year)


@cache
def _bare_days(language: str) -> re.Pattern[str]:
    if language == "en":
        day = rf"{_DAY}(?:st|nd|rd|th)"
        days = rf"\b(?:on|from) the (?P<since>{day})(?: (?:and|to) (?:the )?(?P<day>{day}))?"
    else:
        day = rf"(?:1er|{_DAY})"
        days = rf"\b(?:les (?P<since>{day})(?: et(?: le)? |-)|du (?P<first>{day}) au )(?P<day>{day})"
    return re.compile(rf"{days}(?=\s?[,.;)]|\s*$)", re.IGNORECASE)


@cache
def _month_names(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(data('numbers')[language]['months'])})\b", re.IGNORECASE)


def _without_month(text: str, language: str, start: int, end: int, year: str) -> Iterator[Date]:
    """« En mars dernier, …, réuni à Tapachula les 18 et 19, »: days of the month that the sentence named before."""
    for match in _bare_days(language).finditer(text, start, end):
        named = [found[0] for found in _month_names(language).finditer(text, start, match.start())]
        if not named:
            continue
        month = f"{year}-{_months(language)[named[-1].lower()]:02d}"
        group = match.groupdict()
        since, last = group["since"] or group.get("first"), group["day"]
        days = sorted(f"{month}-{_number(day)}" for day in (since, last) if day is not None)
        yield Date(match.start(), match.end(), days[0], days[1] if len(days) > 1 else None)


def _number(day: str) -> str:
    """'1er' -> '01'."""
    return f"{int(''.join(filter(str.isdigit, day))):02d}"


def _counts(text: str, match: re.Match[str]) -> bool:
    """« 2 000 dollars », "2000 victims": a number, not a year, unless a word of time leads to it."""
    return _counted().match(text, match.end()) is not None


@cache
def _counted() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:%|(?:{any_of(data('numbers')['counted'])})\b)")


def _in_figures(match: re.Match[str], language: str) -> Date | None:
    """ "22/01/2019", « 02.07.2018 »: the day first; in English only where the other order makes no date."""
    day, month = int(match["n1"]), int(match["n2"])
    if language == "en" and day <= 12 < month <= 31 and match["dot"] == "/":  # "01/22/2019"
        day, month = month, day
    sure = language == "fr" or match["dot"] == "." or day > 12 or day == month
    if not sure or not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return Date(match.start(), match.end(), f"{match['y15']}-{month:02d}-{day:02d}")


def _read(match: re.Match[str], months: dict[str, int]) -> Date | None:
    group = match.groupdict()
    start, end = match.span()

    def month(name: str) -> str:
        return f"{months[group[name].lower().rstrip('.')]:02d}"

    def day(name: str) -> str:
        digits = re.findall(r"\d+", group[name])
        return f"{int(digits[0]):02d}"

    try:
        if group["iso"]:
            return Date(start, end, group["iso"])
        if group["d1"]:
            return Date(
                start,
                end,
                f"{group['y1'] or group['y2']}-{month('m1')}-{day('d1')}",
                f"{group['y2']}-{month('m2')}-{day('d2')}",
            )
        if group["d16"]:
            return Date(
                start,
                end,
                f"{group['y16'] or group['y17']}-{month('m16')}-{day('d16')}",
                f"{group['y17']}-{month('m17')}-{day('d17')}",
            )
        if group["d3"]:
            return Date(
                start, end, f"{group['y3']}-{month('m3')}-{day('d3')}", f"{group['y3']}-{month('m3')}-{day('d4')}"
            )
        if group["d5"]:
            return Date(start, end, f"{group['y5']}-{month('m5')}-{day('d5')}")
        if group["d6"]:
            last = f"{group['y6']}-{month('m6')}-{day('d7')}" if group["d7"] else None
            return Date(start, end, f"{group['y6']}-{month('m6')}-{day('d6')}", last)
        if group["m8"]:
            return Date(start, end, f"{group['y9'] or group['y8']}-{month('m8')}", f"{group['y8']}-{month('m9')}")
        if group["m10"]:
            return Date(start, end, f"{group['y10']}-{month('m10')}")
        if group["y11"]:
            return Date(start, end, group["y11"], group["y12"]) if group["y11"] < group["y12"] else None
        return Date(start, end, group["y13"] or group["y14"])
    except KeyError:  # an abbreviation such as "Sept." that lost its table entry
        return None
