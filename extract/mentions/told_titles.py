"""Titles behind what is told of the work first: "a report which UNICEF published in May, “Nobody's Passengers”,",
« un guide destiné aux piroguiers, « Traverser sans risque » »; in plain letters, before what is told of it: « le guide
Reconnaître la servitude domestique, que l'OIM a publié »; and on a line of their own: "The Town Hall Door, published by
the Task Force in 2023".

The words stand in ontology/lexicon/works.yaml under `told`.
"""

from __future__ import annotations

import re
from functools import cache

from extract.mentions.entities import is_known_word
from extract.mentions.work_words import CAPITALS, QUOTE
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data, words

_REACH = r"[^,;:()“”«»\"]{0,80}"
_UNTRUE = frozenset({"X", "U", "I", "hypothetical"})  # readings: "not published", "will publish"


def behind(text: str, last: int, high: int, language: str, *, published: bool) -> re.Match[str] | None:
    """The title in quotes that the words behind the noun at ``last`` lead to; one that they only describe counts where
    the sentence says that it was ``published``.
    """
    match = _behind(language).match(text, last, high)
    if match is None or not match["title"][0].isupper() or not (match["issued"] or published):
        return None
    told = re.findall(r"[^\W\d_]+", match["between"].lower())
    return None if any(_UNTRUE & set(words(language).readings(word) or {}) for word in told) else match


def before(text: str, last: int, high: int, language: str) -> re.Match[str] | None:
    """The title in plain letters between the noun that ends at ``last`` and ", published by", « , que l'OIM a publié »;
    not so « le rapport Durand sur la pêche », of whom it is.
    """
    match = _before(language).match(text, last, high)
    if match is None:
        return None
    first, second = match["first"], match["second"]
    listed = match["comma"] is None or re.search(_JOINED, match["title"]) is not None
    leads = second in data("works")[language]["whose_or_what"] or "V" in (words(language).readings(second) or {})
    named = first.isupper() or (leads and not is_known_word(fold(first), language))  # "the report Berg wrote"
    return match if listed and not named else None


def is_issued(text: str, start: int, end: int, language: str) -> bool:
    """Do the words of ``text[start:end]``, between a noun and its title, say that the work was published?"""
    match = _behind(language).search(text, start, end)
    return match is not None and match["issued"] is not None


def line(text: str, start: int, end: int) -> re.Match[str] | None:
    """The English title that opens the line, with who published it behind it."""
    return _LINE.match(text, start, end)


_LINE = re.compile(rf"{CAPITALS}(?=, (?:jointly )?(?:published|issued|released) (?:jointly )?by )")


_JOINED = r" (?:et|ou|and|or) "


@cache
def _before(language: str) -> re.Pattern[str]:
    issued = any_of(data("works")[language]["told"]["issued"])
    relative = any_of(data("works")[language]["told"]["relative"])
    return re.compile(
        rf"\s(?P<title>(?P<first>[A-ZÀ-Ý][^\W\d_]+)(?P<comma>,)?\s(?P<second>[^\W\d_A-ZÀ-Ý]+)(?![.-])[^.;:()“”«»\"]{{0,100}}?)"
        rf"(?=, (?:{issued})(?!\w)|, (?:{relative}){_REACH}?(?<!\w)(?:{issued})(?!\w))"
    )


@cache
def _behind(language: str) -> re.Pattern[str]:
    content = data("works")[language]["told"]
    issued, describing = any_of(content["issued"]), any_of(content["describing"])
    return re.compile(
        rf"(?P<between>,? {_REACH}?(?<!\w)(?:(?P<issued>{issued})|(?:{describing}))(?!\w){_REACH})"
        rf",(?: (?:{any_of(data('works')[language]['cues'])}))?{QUOTE.pattern}(?=\s?(?:[,.;)]|$))"
    )
