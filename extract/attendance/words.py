"""The patterns of attendance.yaml: words of replying, of being there, of speaking, and the lines that open lists."""

from __future__ import annotations

import re
from functools import cache

from ontology.alternatives import any_folded
from ontology.lexicon import data

_DAY = r"\d{1,2}(?:er)? [^\W\d_]+ \d{4}"


@cache
def patterns(language: str) -> dict[str, re.Pattern[str]]:
    """The patterns by name; each is searched in folded text."""
    content = data("attendance")[language]
    lists = (name for name in content if isinstance(content[name], list))
    found = {name: re.compile(rf"(?<!\w)(?:{any_folded(content[name])})(?!\w)") for name in lists}
    article, noun = any_folded(content["articles"]), any_folded(content["inquiry"])
    stop = rf"(?=[,.;:()]| (?:{any_folded(content['stops'])})(?!\w)|$)"
    found["described"] = re.compile(rf"(?<!\w)(?:{article}) (?P<noun>(?:{noun}))(?!\w)[^,.;:()]*?{stop}")
    found["dated"] = re.compile(rf"(?<!\w)(?P<noun>{noun}) (?:{any_folded(content['dating'])}) {_DAY}")
    found["us"] = re.compile(
        rf"(?:\(?\w{{1,3}}[.)]\s+)?(?:[^.;:]{{0,160}}, )?(?P<we>{any_folded(content['we'])})(?!\w)"
    )
    replies, papers = any_folded(content["replies"]), any_folded(content["papers"])
    written = any_folded(content["written for"])  # "inputs for the present report were received"
    found["replies"] = re.compile(rf"(?<!\w)(?:{replies})(?!\w)(?!(?:(?!{written}).)*(?<!\w)(?:{papers})(?!\w))")
    about = any_folded(content["about"])
    found["about"] = re.compile(rf"(?<!\w)(?P<noun>(?:{noun})) (?:{about})(?!\w)[^,.;:()]*?{stop}")
    return found


@cache
def gate(language: str) -> re.Pattern[str]:
    """Any word that makes a sentence worth reading."""
    content = data("attendance")[language]
    every = [
        word
        for name in ("received", "replied", "present", "headings", "in operations", "we", "those", "stating", "spoke")
        for word in content[name]
    ]
    return re.compile(rf"(?<!\w)(?:{any_folded(every)})(?!\w)")


@cache
def heading(language: str, which: str) -> re.Pattern[str]:
    """A line that is a heading of this sort, by its list in attendance.yaml."""
    return re.compile(
        rf"(?:annexe?\s)?[\s\divxlca-d.:)–-]*(?:{any_folded(data('attendance')[language][which])})[\s:.]*"
    )


@cache
def titled(language: str) -> re.Pattern[str]:
    """A heading of a list of participants with the meeting behind it."""
    return re.compile(rf"(?:{any_folded(data('attendance')[language]['headings'])})\s?[:–—-]\s")


@cache
def line(language: str) -> re.Pattern[str]:
    """The label of a line that lists participants: "Participants:"."""
    return re.compile(rf"(?:{any_folded(data('attendance')[language]['headings'])})\s?:")
