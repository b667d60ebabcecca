"""Patterns by which a query finds words in texts: whatever their accents, endings and case."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ontology.questions import folded

_ACCENTS = {"a": "aàâä", "c": "cç", "e": "eéèêë", "i": "iîï", "o": "oôö", "u": "uùûü"}
_OE, _AE = (f"[{_ACCENTS[one]}][{_ACCENTS['e']}]" for one in "oa")
_WORDS = re.compile(r"[a-z0-9]+")
_MOST_NAMES = 40  # ways of writing one thing that are looked for
APART = "[ ’'/-]+"  # what parts the words of a name: "72/195" is two
_CLAUSE = 90  # characters from "with" to the last of those who are listed behind it
_JOINED = 8  # of them in one pattern: to compile each by itself takes its time, and engines limit how long one may be


def any_of(text: str, words: Iterable[str]) -> str:
    """A test that a text holds any of these words or names; of very many, the shortest are looked for."""
    patterns = [_pattern(name) for name in _least(words)]
    joined = ["|".join(patterns[at : at + _JOINED]) for at in range(0, len(patterns), _JOINED)]
    return " || ".join(f'REGEX({text}, "(^|[^\\\\p{{L}}])({one})", "i")' for one in joined) or "false"


def behind(text: str, words: Iterable[str], names: Iterable[str]) -> str:
    """A test that one of these names stands behind one of these words, in one clause: "with the EU and *UNICEF*"."""
    before, named = ("|".join(APART.join(map(spelt, way.split())) for way in _least(ways)) for ways in (words, names))
    return f'REGEX({text}, "(^|[^\\\\p{{L}}])({before})[^.;:]{{0,{_CLAUSE}}}[ ’\'(]({named})([^\\\\p{{L}}]|$)", "i")'


def _least(words: Iterable[str]) -> list[str]:
    """Words and names, folded, without those that hold another: who holds 'un voluntary trust fund for victims' holds
    'voluntary trust fund'."""
    least: list[str] = []
    for name in sorted({" ".join(_WORDS.findall(folded(word))) for word in words} - {""}, key=lambda n: (len(n), n)):
        if not any(f" {other} " in f" {name} " for other in least):
            least.append(name)
    return least[:_MOST_NAMES]


def spelt(word: str) -> str:
    """A pattern for a folded word with or without its accents, and its joined letters: « œuvre »."""
    letters = (f"[{_ACCENTS[c]}]" if c in _ACCENTS else c for c in word if c.isalnum())
    return "".join(letters).replace(_OE, f"({_OE}|œ)").replace(_AE, f"({_AE}|æ)")


def _pattern(words: str) -> str:
    """A pattern for words whatever their accents and endings: 'détectées' -> 'd[eéèêë]t[eéèêë]...'; no other
    character of a question reaches the query."""
    stems = [w[: max(4, len(w) - 2)] if len(w) > 5 else w for w in _WORDS.findall(folded(words))]
    return f"[^ ]*{APART}([^ ]{{1,3}}{APART})?".join(map(spelt, stems))
