"""Names without a head noun that any list knows: "the Asian Survivors Trust", « la Casa Alianza »."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from extract.mentions.heads import is_head, table
from ontology.fold import fold

_CAPITAL = r"[A-ZÀ-ÖØ-Ý]"
_WORD = rf"{_CAPITAL}[^\W\d_]+(?:[-’'][^\W\d_]+)*"
_LINK = r"(?:(?:of|for|de|du|des|and|et|sans|without|to) )?"
_RUN = re.compile(
    rf"(?P<article>(?<![\w’'-])(?:[Tt]he |[Ll]a |[Ll]e |[Ll]es |[Ll]['’]))?"
    rf"(?<![\w-])(?P<name>{_WORD}(?: {_LINK}{_WORD}){{1,4}})(?![\w’'-])"
)


def find(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]], is_word: Callable[[str], bool], language: str
) -> Iterator[tuple[int, int]]:
    """Spans of such names in ``text[start:end]``, outside what is ``taken``: with an article, or with known words."""
    if text[start:end].isupper():
        return
    for match in _RUN.finditer(text, start, end):
        first, last = match.span("name")
        if any(begin < last and first < stop for begin, stop in taken):
            continue
        parts = [fold(part) for part in match["name"].split(" ")]
        if any(is_head(part, language) or part in table(language).stop for part in parts):
            continue
        linked = any(not part[0].isupper() for part in match["name"].split(" ")[1:-1])
        opens = first == start or text[first - 2 : first - 1] in '.:;\n“"'
        known = sum(is_word(part) for part in parts)
        if known < len(parts) and (match["article"] is not None or (not opens and (linked or known > 0))):
            yield first, last
