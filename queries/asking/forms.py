"""Whether two words are forms of one, in English or French: the singular and the plural, the persons and tenses."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from graph.store import Store

_FEWEST = 3  # letters that two forms share: "loi", "lois"
_ROOT = 4  # where both have an ending of their own
_SMALL = 3  # letters of a word that may stand between the words of a phrase: "mise en place", "office of the"
_NOMINAL = "s es e ed d ing er ers r t x l ux al aux ale ales if ive ifs ives elle elles le les ne nes"
_PERSONS = (
    "ee ees ent nt ait aient aux ant ante antes ants ons ez a erent era eront erait ir it is issent issant i ie u ue"
)
_ACTIONS = "ues us re dre ation ations ion ions ement ements ment ments"  # "realiser", "realisation"
_ENDINGS = frozenset(f"{_NOMINAL} {_PERSONS} {_ACTIONS}".split())
_DENIED = re.compile(r"\b(?:(?:n|ne|not|never|no) (?:(?:y|en|l|la|les|yet) )?\w+|aucune? \w+(?: (?:d|de|des|du) \w+)?)")
_WHOSE = re.compile(r"\b(?:u ?s|united states) (?=dollars?\b)|(?<=\bdollars )(?:des etats unis|us)\b")
_IN_Y = frozenset(("y", "ies", "ied", "ying"))


@lru_cache(maxsize=1 << 14)
def are_forms(one: str, other: str) -> bool:
    """Whether two folded words are forms of one: 'supervises' and 'superviser', not 'police' and 'policy'."""
    if one == other:
        return True
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    if shared < _FEWEST or one.isdigit() or other.isdigit():
        return False
    left, right = one[shared:], other[shared:]
    if left in _IN_Y and right in _IN_Y:
        return True
    if not left or not right:
        return (left or right) in _ENDINGS
    if {left[0], right[0]} == {"i", "y"}:  # "appuyer", "appuient"
        left, right = left[1:] or "e", right[1:] or "e"
    return shared >= _ROOT and left in _ENDINGS and right in _ENDINGS


def affirmed(text: str) -> str:
    """A folded text without the words right behind a negation: « une législation qui n'*incriminait* que … », « aucune
    *association de rescapés* »; and without whose the dollars are: "received 3 million *US* dollars" tells nothing of
    the United States."""
    return _DENIED.sub(" ", of_no_state(text))


def of_no_state(text: str) -> str:
    """A folded text with money of which it is not said whose it is."""
    return _WHOSE.sub("", text)


def stands_in(text: str, phrase: Sequence[str]) -> bool:
    """Whether a phrase stands in a folded text, in any form; one small word may stand between two of its own."""
    if not phrase:
        return False
    begun, spaced = f" {phrase[0][:_FEWEST]}", f" {text}"
    at = spaced.find(begun)
    while at >= 0:
        words = spaced[at:].split(maxsplit=2 * len(phrase))
        if are_forms(words[0], phrase[0]) and _follow(words, 1, phrase[1:]):
            return True
        at = spaced.find(begun, at + 1)
    return False


def _follow(words: Sequence[str], at: int, rest: Sequence[str]) -> bool:
    for part in rest:
        if at < len(words) and are_forms(words[at], part):
            at += 1
        elif at + 1 < len(words) and len(words[at]) <= _SMALL and are_forms(words[at + 1], part):
            at += 2
        else:
            return False
    return True


class Glossary:
    """Words that may stand for each other, looked up in whatever form."""

    def __init__(self, alike: Mapping[str, Sequence[str]]) -> None:
        self._alike = alike
        self._phrases = list(alike)  # in alphabetical order
        self._known: dict[tuple[str, ...], tuple[str, ...]] = {}  # what was looked up

    def ways(self, words: Sequence[str]) -> tuple[str, ...]:
        """What may stand for these folded words; () where the glossary has them in no form."""
        asked = tuple(words)
        if asked not in self._known:
            self._known[asked] = self._looked_up(asked)
        return self._known[asked]

    def _looked_up(self, words: Sequence[str]) -> tuple[str, ...]:
        begun = words[0][:_FEWEST]
        found: dict[str, None] = {}
        for phrase in self._phrases[bisect_left(self._phrases, begun) :]:
            if not phrase.startswith(begun):
                break
            whole = phrase.split()
            long = [part for part in whole if len(part) > _SMALL or len(words) == 1]
            if any(len(parts) == len(words) and all(map(are_forms, words, parts)) for parts in (whole, long)):
                found |= dict.fromkeys(self._alike[phrase])
        return tuple(found)


_GLOSSARIES: WeakKeyDictionary[Store, Glossary] = WeakKeyDictionary()


def glossary_of(store: Store) -> Glossary:
    """The glossary of a store, made once."""
    if store not in _GLOSSARIES:
        _GLOSSARIES[store] = Glossary(store.glossary)
    return _GLOSSARIES[store]
