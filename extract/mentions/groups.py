"""Groups that the French words behind them make narrower than what a list knows: « les entreprises de construction »,
« les organisations régionales de gestion de la pêche » are not all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from extract.facts import Entity
from extract.mentions import french_words
from extract.mentions.entities import slug
from extract.syntax.infinitives import is_infinitive
from ontology.alternatives import any_of
from ontology.authority import records
from ontology.fold import fold

Hit = tuple[int, int, Entity]

_ADJECTIVE = re.compile(r" (?P<word>[a-zà-ÿœ-]{4,}[sx])(?![\w’'])")
_OF = re.compile(r" (?:de |d['’])(?P<word>[a-zà-ÿœ]{4,})(?![\w’'-])")
_FURTHER = re.compile(r" (?:de (?:la )?|du |des |de l['’]|d['’])(?P<word>[a-zà-ÿœ]{4,})(?![\w’'-])")


def narrowed(text: str, hits: Sequence[Hit], end: int) -> Iterator[Hit]:
    """``hits``, of a French sentence that ends at ``end``, each group with the words that make it narrower."""
    for first, last, entity in hits:
        reach = _reach(text, last, end) if _is_open(text[first:last], entity) else last
        if reach == last:
            yield first, last, entity
        else:
            label = " ".join(text[first:reach].split())
            yield first, reach, Entity(f"group/{slug(label)}", "ActorGroup", (("fr", label),))


def _is_open(name: str, entity: Entity) -> bool:
    """A group in the plural, of those that work in one trade or another."""
    return entity.type == "ActorGroup" and entity.id in records() and _trading().match(fold(name)) is not None


def _reach(text: str, start: int, end: int) -> int:
    position = _adjective(text, start, end)
    match = _OF.match(text, position, end)
    if match is None or not _is_noun(match["word"]):
        return position
    position = _adjective(text, match.end(), end)
    match = _FURTHER.match(text, position, end)
    return position if match is None or not _is_noun(match["word"]) else _adjective(text, match.end(), end)


def _adjective(text: str, start: int, end: int) -> int:
    """Behind an adjective that tells the trade: « agroalimentaires », no « concernées » or « nationales »."""
    match = _ADJECTIVE.match(text, start, end)
    if match is None or french_words.readings(match["word"]) or fold(match["word"]) in french_words.listed("general"):
        return start
    return match.end() if fold(match["word"]).endswith(tuple(french_words.listed("relational"))) else start


def _is_noun(word: str) -> bool:
    """« de [construction] », no « de [publier] », « d'[urgence] », « de [toutes] tailles »."""
    closed = set("HBMRSOXAPDCV") & set(french_words.readings(word)) - (
        {"V"} if word in french_words.listed("nouns") else set()
    )
    adverbial = fold(word) in french_words.listed("adverbial") or fold(word) in french_words.listed("leading")
    return not closed and not adverbial and not is_infinitive(word)


@cache
def _trading() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(french_words.listed('trading'))})(?!\w)")
