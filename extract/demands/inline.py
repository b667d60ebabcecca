"""Lettered actions in running text: "calls on Chad to: (a) train judges; and (b) open shelters"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.demands.words import pattern

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_SERIES = (tuple("abcdefghijklmnopqrstuvwxyz"), _ROMAN, tuple(map(str, range(1, 31))))
_LABEL = re.compile(r"(?<![\w)])\(?([a-z]|[ivx]{1,4}|\d{1,2})\)\s+", re.IGNORECASE)
_REACH = 20  # characters before a label that say whether it opens a member of a list


def pieces(text: str, start: int, action: int, end: int, language: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the actions, each without its label, of the list that opens right before the offset ``action``;
    none where the words from ``start`` to ``end`` hold no such list.
    """
    labels = list(_labels(text, start, end, language))
    if len(labels) < 2 or labels[0].start() > action:
        return ()
    if len(text[labels[0].end() : max(action, labels[0].end())].split()) > 1:
        return ()
    ends = [*(label.start() for label in labels[1:]), end]
    return tuple((one.end(), _closed(text, one.end(), last, language)) for one, last in zip(labels, ends, strict=True))


def _labels(text: str, start: int, end: int, language: str) -> Iterator[re.Match[str]]:
    """The labels that count on from the first: a, b, c; those between them are of lists within."""
    series: tuple[str, ...] = ()
    number = 0
    led = pattern(language, "before_label")
    for label in _LABEL.finditer(text, start, end):
        if led.search(text[max(start, label.start() - _REACH) : label.start()].lower()) is None:
            continue
        word = label[1].lower()
        series = series or next((one for one in _SERIES if one[0] == word), ())
        if series[number : number + 1] == (word,):
            number += 1
            yield label


def _closed(text: str, start: int, end: int, language: str) -> int:
    joining = pattern(language, "behind_piece").search(text, start, end)
    return joining.start() if joining is not None else end
