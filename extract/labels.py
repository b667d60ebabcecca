"""Labels: the words before the colon of a line that says one thing of what stands above it ("Partners: IOM, ILO")."""

from __future__ import annotations

import re
from functools import cache

from ontology.fold import fold
from ontology.lexicon import LANGUAGES, data

COLON = re.compile(r"\s*:\s+")
BULLET = re.compile(r"[-–—•*·] +")
_LABEL = re.compile(rf"(?P<label>[^\W\d_][^:;.]{{1,58}}?){COLON.pattern}(?=\S)")
_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[*†‡]|(?<=[^\W\d_])\d{1,2}$")  # brackets, the mark of a note
_YEAR = r"(?:19|20)\d\d(?: ?[-–—/] ?\d{2,4})?"
_YEARS = re.compile(
    rf"(?<=\w),? (?:(?:in|for|since|en|pour|depuis) )?{_YEAR}$|^{_YEAR} (?=[^\W\d_])"
)  # "Chair in 2018"
_COUNTED = re.compile(r" (?:\d{1,2}|[IVX]{1,4})$")  # "Objective 3: …"
_LEAD = re.compile(r"^(?:(?:the|la|le|les|l'|date of|date de la|date de l'|date d'|date de) ?)+(?=\w)")


def label_of(text: str, start: int, end: int) -> str | None:
    """The words before the colon of the line at ``[start, end)``, whatever they are."""
    match = _LABEL.match(text, start, end)
    return match["label"] if match is not None else None


def opens(line: str) -> bool:
    """Does the line begin with a label that is known: "Implementing partners: IOM, ILO"?"""
    if ":" not in line[:62] or not line[0].isupper():
        return False
    label = label_of(line, 0, len(line))
    return label is not None and any(is_known(_COUNTED.sub("", label), language) for language in LANGUAGES)


def is_known(title: str, language: str) -> bool:
    """Is ``title`` as a whole the name of a sort of tables.yaml?"""
    return not _names(language).isdisjoint(forms(title))


def forms(title: str) -> tuple[str, ...]:
    """A header or label as it is compared: without brackets, marks and accents; without article and "Date of", too."""
    plain = " ".join(fold(_ASIDE.sub(" ", title)).replace("’", "'").split()).strip(" :.")
    plain = _YEARS.sub("", plain)
    return (plain, _LEAD.sub("", plain))


@cache
def beginnings(language: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """Beginnings of headers with their sorts, the longest first."""
    known: dict[str, set[str]] = {}
    for sort, starts in data("tables")["sorts"][language].items():
        for start in starts:
            known.setdefault(fold(start), set()).add(sort)
    ordered = sorted(known.items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple((start, frozenset(found)) for start, found in ordered)


@cache
def _names(language: str) -> frozenset[str]:
    return frozenset(start for start, _ in beginnings(language))
