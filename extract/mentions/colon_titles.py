"""Titles of two parts beside a verb of publishing, without quotation marks: "published Unseen at Sea: A Guide for
Crews", « a publié Invisibles à la frontière : guide à l'usage des douanes ».

The words stand in ontology/lexicon/works.yaml under `two_parts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extract.mentions import names, unquoted
from extract.mentions.work_words import CAPITAL
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.lexicon import data, words

_BEFORE = {"en": rf"{CAPITAL}(?:,? {CAPITAL}|,? [a-z]+){{0,8}}", "fr": r"[A-ZÀ-Ý][\w'’-]*(?: [\w'’-]+){0,9}"}
_BEHIND = {"en": r"[^.;:()“”«»\"]{5,140}?", "fr": r"[^.,;:()“”«»\"]{5,140}?"}
_ASKS = re.compile(r"\? (?=An? [A-Z])")  # "Whose Passport? A Guide for Consulates"
_ENDS = r"(?=[?!]?(?:,? (?:{by})(?!\w)|[,;(]|[.?!](?:\s|$)|$))"
_LONG = 4  # letters: shorter words need no capital in an English title
_FINITE = frozenset({"pres", "past", "fut", "imp", "ps"})


@dataclass(frozen=True, slots=True)
class _Words:
    behind: re.Pattern[str]  # "published X: Y"
    before: re.Pattern[str]  # "X: Y was published"
    things: frozenset[str]


def find(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int, str]]:
    """Where such titles stand in the sentence ``[start, end)``, with the words of each."""
    if text.find(":", start, end) < 0 and _ASKS.search(text, start, end) is None:
        return
    known = _words(language)
    for pattern in (known.behind, known.before):
        for match in pattern.finditer(text, start, end):
            first = match.start("title")
            last = unquoted.cut(text, first, match.end("title"), language)
            title = text[first:last].rstrip(" ,")
            if _is_title(title, language):
                yield first, first + len(title), title


def _is_title(title: str, language: str) -> bool:
    head, _, rest = (part.strip() for part in (_ASKS.sub(": ", title, 1) if language == "en" else title).partition(":"))
    named = any(True for _ in _begins_with_name(title))
    first = head.split()[0].lower() if head else ""
    if named or not rest or first in _words(language).things or (language == "en" and not _capitals(head, rest)):
        return False
    if language == "fr" and " " not in head:
        return False
    return not any(_is_finite(word, language) for word in re.findall(r"[^\W\d_]+", rest))


def _begins_with_name(title: str) -> Iterator[str]:
    """ "Operation Storm: Police from Togo": the name of something else."""
    return (id_ for first, _, id_ in names.find(title, fold(title)) if first == 0)


def _capitals(head: str, rest: str) -> bool:
    """Have the longer words of both parts capitals, and is there more than one word in the second?"""
    long = [word for word in re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", f"{head} {rest}") if len(word) > _LONG]
    small = [word for word in long if word[0].islower() and word not in ("within", "without", "through", "between")]
    return not small and rest[:1].isupper() and " " in rest


def _is_finite(word: str, language: str) -> bool:
    """A verb that nothing but a sentence has; an English title in capitals may have any."""
    if language == "en":
        return False
    found = words(language).single.get(word.lower(), {})
    return set(found) & {"B", "H"} != set() or any(form in _FINITE for _, form in found.get("V", None) or ())


@cache
def _words(language: str) -> _Words:
    content = data("works")[language]["two_parts"]
    verbs, passive, nouns = (any_of(content[key]) for key in ("verbs", "passive", "nouns"))
    months = any_of(list(data("numbers")[language]["months"]))
    aside = rf"(?: (?:in|en) (?:\d{{4}}|(?:{months})(?: \d{{4}})?),?)?"
    end = _ENDS.format(by=any_of(content["ends"]))
    colon = rf"(?: ?: |{_ASKS.pattern})" if language == "en" else " ?: "
    title = rf"(?P<title>{_BEFORE[language]}{colon}{_BEHIND[language]})"
    lead = rf"(?:^|(?<=[.] ))(?:(?:{any_of(content['leads'])}) )?|(?<=[:;] )|(?<=(?: and|, et) )"
    told = rf",? (?i:{passive})(?!\w)|, (?:which|que|qu['’]) ?[^,;:()]{{2,80}} (?:{verbs})(?!\w)"
    imprint = r" \([A-ZÀ-Ý][^()]{1,60}, (?:\w+ )?(?:19|20)\d\d\)"  # "(IOM, 2023)"
    cue = rf"(?:{verbs}){aside}|(?:{nouns})(?: [^.:;()]{{0,60}}?)?,? (?:of|de|d['’])"
    return _Words(
        re.compile(rf"(?<!\w)(?i:{cue})(?:,? |(?<=['’])){title}{end}"),
        re.compile(rf"(?:{lead}){title}(?={told}|{imprint})"),
        frozenset(content["things"]),
    )
