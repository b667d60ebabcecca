"""Nouns under which a body or a meeting may go ("forum", « assemblée »): which, by all that the document says of each.

"The Berlin Forum was held in May" speaks of a meeting, "Zambia chaired the Lakes Forum" of a body. Their words stand in
ontology/lexicon/gatherings.yaml.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from ontology.alternatives import any_folded
from ontology.fold import fold
from ontology.lexicon import data

_SEATED = "Body"
_FAR = 90  # characters before and behind the noun in which something is said of it
# "Forum of Judges: Oslo, 3 May 2019"
_LISTED = re.compile(r"[^.;:,\d]{0,80} ?: [A-ZÀ-Ý][^.;:\d]{2,40}, (?:du |les? |from )?\d")
_BEFORE = re.compile(r"((?:[A-ZÀ-Ý][\w’'-]*[ \n]+){1,5})$")
_BEHIND = {
    "en": re.compile(r"\s+(?:of|on|for|to|against)\s+(?:the\s+)?([^\W\d_]+)"),
    "fr": re.compile(r"\s+(?:(?:de la|des?|du|sur|pour|contre)\s+(?:les?\s+|la\s+)?|d['’]|de l['’])?([^\W\d_]+)"),
}


@dataclass(frozen=True, slots=True)
class _Words:
    nouns: frozenset[str]
    seated: frozenset[str]  # usually meetings, and bodies where they meet
    sits: re.Pattern[str]  # what stands before these
    sitting: re.Pattern[str]  # what is said of these behind their names
    opening: re.Pattern[str]  # beside the noun: "third", "founding"
    before: re.Pattern[str]
    after: re.Pattern[str]


class Gatherings:
    """What the nouns of one document name; ``text`` is its text, ``folded`` the same, folded, ``ordinals`` the folded
    ordinals of ``language``.
    """

    def __init__(self, text: str, folded: str, language: str, ordinals: Iterable[str]) -> None:
        self.text = text
        self.folded = folded
        self.language = language
        self._words = _words(language, frozenset(ordinals))
        self._votes: Counter[tuple[str, str]] = Counter()

    def is_dual(self, noun: str) -> bool:
        """May ``noun`` name both?"""
        return noun in self._words.nouns or noun in self._words.seated

    def read(self, noun: str, start: int, end: int) -> None:
        """Take note of what is said of the ``noun`` at ``[start, end)``."""
        first, name = self._name(start, end)
        vote = -self._sits(first, end) if noun in self._words.seated else self._vote(first, end)
        noun = self._plain(noun)
        self._votes[noun, name] += vote
        self._votes[noun, ""] += vote if name != "" else 0

    def type_of(self, noun: str, start: int, end: int, usual: str) -> str:
        """The type of what the ``noun`` at ``[start, end)`` names; ``usual`` where nothing tells."""
        if noun in self._words.nouns and self._is_held(start, end):
            return "Meeting"  # "The ninth General Assembly was held", of a body that is named beside
        if noun not in self._plain(noun) and self._vote(start, end) < 0:
            return usual  # « l'assemblée générale adopte la Charte », of which the text counts the meetings
        noun = self._plain(noun)
        vote = self._votes[noun, self._name(start, end)[1]] or self._votes[noun, ""]
        if noun in self._words.seated:
            return usual if vote >= 0 else _SEATED
        return "Meeting" if vote > 0 else usual

    def _plain(self, noun: str) -> str:
        """ "assembly" of "general assembly": what is said of the one is said of the other."""
        return next((word for word in noun.split(" ") if word in self._words.nouns), noun)

    def _name(self, start: int, end: int) -> tuple[int, str]:
        """Where the name begins, and what tells it from others: "berlin" of "the Berlin Forum"."""
        before = _BEFORE.search(self.text, max(0, start - _FAR), start) if self.language == "en" else None
        if before is not None:
            own = [word for word in fold(before[1]).split() if word not in ("the", "this", "third")]
            if own:
                return before.start(), own[-1]
        behind = _BEHIND[self.language].match(self.text, end)
        return start, fold(behind[1]) if behind is not None and self.text[start].isupper() else ""

    def _sits(self, start: int, end: int) -> bool:
        led = self._words.sits.search(self.folded, max(0, start - _FAR), start)
        return led is not None or self._words.sitting.match(self.folded, end, end + 2 * _FAR) is not None

    def _is_held(self, start: int, end: int) -> bool:
        """Is it counted and said to be held?"""
        after = self._words.after.match(self.folded, end, end + _FAR)
        counted = self._words.opening.search(self.folded, max(0, start - _FAR), start) is not None
        return counted and after is not None and after["meeting"] is not None

    def _vote(self, start: int, end: int) -> int:
        low = max(0, start - _FAR)
        lead = self.folded[low:start]
        if self._words.opening.search(lead) or _LISTED.match(self.text, end):
            return 2 if self.text[start].islower() else 1  # « sa troisième assemblée » may adopt something
        before = self._words.before.search(lead)
        after = self._words.after.match(self.folded, end, end + _FAR)
        return sum(1 if match["meeting"] is not None else -1 for match in (before, after) if match is not None)


@cache
def _words(language: str, ordinals: frozenset[str]) -> _Words:
    content = data("gatherings")[language]
    articles, seated = any_folded(content["articles"]), content["seated"]
    modifiers = r"(?:[^\W\d_]+(?:-[^\W\d_]+)* ){0,2}"
    ordinal = rf"(?:{any_folded(ordinals)}|\d+(?:st|nd|rd|th|e|er))"
    led = any_folded(content["led"])
    held = rf"(?:{led}) [^.;:,]*,(?:[^.;:,]*\d[^.;:,]*,)?(?: (?:{articles}))?"  # "in Oslo, on 4 May 2020, …"
    opening = rf"(?:{ordinal}|{any_folded(content['opening'])})|{held}"
    sits = rf"{ordinal} {modifiers}(?:{any_folded(seated['sittings'])})|{any_folded(seated['before'])}"
    return _Words(
        frozenset(content["nouns"]),
        frozenset(seated["nouns"]),
        sits=re.compile(rf"(?<!\w)(?:{sits})(?: (?:{articles}))? ?(?:l')?$"),
        sitting=re.compile(
            rf"(?:(?! (?:{any_folded(seated['apart'])})\b)[^.;:,])*? (?:{any_folded(seated['after'])})(?!\w)"
        ),
        opening=re.compile(rf"(?<!\w)(?:{opening}) {modifiers}(?:l')?$"),
        before=re.compile(rf"(?<!\w)(?:{_cues(content, 'before')})(?: (?:{articles}))? {modifiers}(?:l')?$"),
        after=re.compile(rf"[^.;:]*?(?:(?<!\w)|(?='))(?:{_cues(content, 'after')})(?!\w)"),
    )


def _cues(content: Mapping[str, Mapping[str, list[str]]], side: str) -> str:
    return "|".join(f"(?P<{kind}>{any_folded(content[kind][side])})" for kind in ("meeting", "body"))
