"""Dates that share their month or year, written out: "from 15 to 19 October 2018", "between January and June 2018"."""

from __future__ import annotations

import re

from ontology.fold import key
from queries.asking.words import LANGUAGES, Vocabulary

_DAY = r"\d{1,2}(?:st|nd|rd|th|er)?"
_WORD = r"[^\W\d_]{3,10}\.?"
_JOINED = r"\s*(?:[-–—]|\b(?:and|to|until|till|through|et|à|au|jusqu'au)\b)\s*"
_YEAR = r",?\s(?:(?:of|de)\s)?(?:1[89]|20|21)\d\d"
_DAYS = re.compile(rf"\b({_DAY})({_JOINED}(?:le\s)?)({_DAY}\s(?:of\s)?)({_WORD})({_YEAR})\b")
_DAYS_BEHIND = re.compile(rf"\b({_WORD})\s({_DAY})({_JOINED})({_DAY})({_YEAR})\b")  # "October 15-19, 2018"
_MONTHS = re.compile(rf"\b((?:{_DAY}\s)?)({_WORD})({_JOINED}(?:le\s)?)((?:{_DAY}\s)?)({_WORD})({_YEAR})\b")


def spelled(vocabulary: Vocabulary, text: str) -> str:
    """The question with every date of a range in full."""

    def is_month(*words: str) -> bool:
        return all(
            any(key(word.rstrip(".")) in vocabulary.content[language]["months"] for language in LANGUAGES)
            for word in words
        )

    def days(found: re.Match[str]) -> str:
        first, joined, second, month, year = found.groups()
        return f"{first} {month}{year}{_apart(joined)}{second}{month}{year}" if is_month(month) else found[0]

    def days_behind(found: re.Match[str]) -> str:
        month, first, joined, second, year = found.groups()
        return f"{month} {first}{year}{_apart(joined)}{month} {second}{year}" if is_month(month) else found[0]

    def months(found: re.Match[str]) -> str:
        day, month, joined, last, second, year = found.groups()
        return f"{day}{month}{year}{_apart(joined)}{last}{second}{year}" if is_month(month, second) else found[0]

    return _MONTHS.sub(months, _DAYS_BEHIND.sub(days_behind, _DAYS.sub(days, text)))


def _apart(joined: str) -> str:
    return f" {joined.strip()} "
