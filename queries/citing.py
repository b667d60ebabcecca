"""Ways of citing a symbol: « résolution 2388 », '2388 (2017)', 'General Assembly resolution 64/293' -> the node.

No list of words says what a resolution is called: its symbol does. Numbers must be those of the symbol (the year in
brackets may be left out); of the symbols with these numbers, that one is meant whose letters the words begin with
('RES' begins "resolution", 'A' begins "Assembly").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.iris import is_symbol
from queries.text import fold

if TYPE_CHECKING:
    from graph.store import Store

_MOST = 10_000  # names that hold one number
_BRACKETS = re.compile(r"\(([^()]*)\)(?:\s?((?:19|20)\d\d)$)?")  # 'Res.641 (LXXXIV) 2025': the year goes with them


@dataclass(frozen=True, slots=True)
class _Parts:
    letters: tuple[str, ...]
    numbers: tuple[str, ...]
    bracket: tuple[str, ...]  # numbers and Roman numerals in brackets: the year, the session


def cited(store: Store, text: str, *, symbol: bool) -> tuple[str, ...]:
    """IRIs of what ``text`` cites by the numbers of its symbol; () where the store has no such symbol.

    ``symbol``: the text is a symbol, 'S/RES/2388', of which no more than what stands in brackets may be left out.
    """
    wanted = _parts(text)
    fits = _same_letters if symbol else _some_letters
    if not wanted.numbers:
        return ()
    ranked: dict[str, tuple[int, int]] = {}
    for found in store.with_words([[max(wanted.numbers, key=len)]], _MOST):
        parts = _parts(found.name)
        if is_symbol(found.name) and _same_numbers(wanted, parts) and fits(wanted, parts):
            strangeness = _strangeness(wanted.letters, parts.letters)
            ranked[found.iri] = min(ranked.get(found.iri, (99, 99)), strangeness)
    best = min(ranked.values(), default=None)
    return tuple(iri for iri, rank in ranked.items() if rank == best)


def _parts(text: str) -> _Parts:
    bracket = fold(" ".join(part for parts in _BRACKETS.findall(text) for part in parts)).split()
    words = fold(_BRACKETS.sub(" ", text)).split()
    return _Parts(
        letters=tuple(w for w in words if not w.isdecimal()),
        numbers=tuple(w for w in words if w.isdecimal()),
        bracket=tuple(bracket),
    )


def _same_numbers(wanted: _Parts, symbol: _Parts) -> bool:
    """'2388' and '2388 (2017)' are S/RES/2388 (2017); '2388 (2016)' is not; '64' is not A/RES/64/293."""
    return wanted.numbers == symbol.numbers and wanted.bracket == symbol.bracket[: len(wanted.bracket)]


def _same_letters(wanted: _Parts, symbol: _Parts) -> bool:
    return wanted.letters == symbol.letters


def _some_letters(wanted: _Parts, symbol: _Parts) -> bool:
    """'resolution 74/127' is not A/74/127: no word begins with a part of the symbol. '2388 (2017)' has no words."""
    return not wanted.letters or any(w.startswith(part) for w in wanted.letters for part in symbol.letters)


def _strangeness(words: tuple[str, ...], letters: tuple[str, ...]) -> tuple[int, int]:
    """How many long words of the citation no part of the symbol begins, and how many parts begin no word."""
    unexplained = sum(len(w) > 3 and not any(w.startswith(part) for part in letters) for w in words)
    unused = sum(not any(w.startswith(part) for w in words) for part in letters)
    return unexplained, unused
