"""What a text calls by the noun that introduced it: "Porto Sicuro, a charity in Palermo … the charity trained judges",
« l'association Voix Libre … l'association a formé ».
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.mentions.references import Memory, name_heads
from extract.syntax.items import Named
from extract.wording import month_numbers
from ontology.alternatives import any_of

_BESIDE = re.compile(r"(?: \([^()]{1,60}\))?(?:,| is| was| est| était) (?:an?|une?) (?P<what>[^,;:.()]{3,60})")
_AHEAD = re.compile(
    r"(?:[A-Z][a-z]+(?:an|ish|ese|i) )?(?P<what>(?:(?!(?:de|du|des) )[a-zà-ÿ-]+ ){1,3})[“«\"]? ?[A-ZÀ-Ý]"
)
_ARTICLES = {"en": r"(?<=[Tt]he )", "fr": r"(?:(?<=[Ll]a )|(?<=[Ll]e )|(?<=[Ll]['’])|(?<=du )|(?<=au ))"}
_FURTHER = r"(?![\w-])(?! (?:of|for|on|de|du|des|d['’]|pour|qui|that|which|[A-ZÀ-Ý“«\"]))(?! in (?!MONTHS|\d{4}\b))"


def nouns_beside(text: str, start: int, end: int, language: str) -> frozenset[str]:
    """The nouns in small letters that tell what is named in ``[start, end)``: "the Mauritanian [association] Voix
    Libre", "Porto Sicuro, a [charity] in Palermo", « Voix Libre est une [association] ».
    """
    before, behind = _AHEAD.match(text, start, end), _BESIDE.match(text, end)
    said = [match["what"] for match in (before, behind) if match is not None]
    return frozenset(noun for what in said for noun in name_heads(what.strip(), language) if noun in what)


def find(
    text: str, start: int, end: int, memory: Memory, passage: int, named: Sequence[Named], language: str
) -> Iterator[Named]:
    """Such mentions in ``text[start:end]``, outside what is ``named``."""
    nouns = frozenset(memory.introducing)
    if not nouns:
        return
    for match in _pattern(nouns, language).finditer(text, start, end):
        if any(one.start < match.end() and match.start() < one.end for one in named):
            continue
        entity = memory.short(match.group(), passage)
        if entity is not None:
            yield Named(match.start(), match.end(), "E", entity)


@cache
def _pattern(nouns: frozenset[str], language: str) -> re.Pattern[str]:
    further = _FURTHER.replace("MONTHS", any_of(name.capitalize() for name in month_numbers()))  # "the team in April"
    return re.compile(rf"{_ARTICLES[language]}(?:{any_of(nouns)}){further}")
