"""What a document calls its own things: definitions ("… (the Fund)"), and short references to what was named before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract.facts import Entity
from ontology.authority import records
from ontology.fold import fold
from ontology.inflection import plural
from ontology.lexicon import data

_ACRONYM = re.compile(r"\s?\((?P<acronym>[A-Z][\w-]{1,20})\)")
_QUOTED = re.compile(
    r"\s?[,(]?\s?\(?(?:(?:hereinafter|hereafter|ci-après|ci-apres|the|referred to as|known as|dénommée?s?|appelée?s?|called|herein|désignée?|also|below|dite?|ou|or|as|plus bas|sous le nom de)[ ,]*)*"
    r"[\"“«„]\s?(?:[Tt]he |[Ll]e |[Ll]a |[Ll]es |[Ll]['’])?(?P<alias>[^\"”»“]{2,60}?)\s?[\"”»]\s?\)?"
)
_PLAIN = re.compile(r"\s?\((?:hereinafter |hereafter |ci-après )?(?:the |le |la |l['’])(?P<alias>[A-Z][^()]{2,40}?)\)")
_CUE = re.compile(r"hereinafter|hereafter|ci-apr|referred|known as|dénomm|appel|\(\s?(?:the |le |la |l['’])?[\"“«]", re.IGNORECASE)


@cache
def heads_of(record: str) -> frozenset[str]:
    """Folded head nouns under which a text may come back to an authority record: 'fund' and 'trust fund' for UNVTF."""
    found: set[str] = set()
    known = records().get(record)
    if known is None:
        return frozenset()
    for language in ("en", "fr"):
        for name in known.names.get(language, ()):
            found |= name_heads(name, language)
    return frozenset(found)


def name_heads(name: str, language: str) -> frozenset[str]:
    """Folded head nouns of a name: those that end its part before the first complement (en), or begin it (fr)."""
    folded = fold(name)
    if language == "fr":
        return frozenset(noun for noun in _nouns("fr") if folded == noun or folded.startswith((noun + " ", noun + "'")))
    front = re.split(r" (?:of|on|for|against|to|in) ", folded)[0]
    whole = {noun for noun in _nouns("en") if " " in noun and (folded == noun or noun in folded.split(" for ")[0].split(" on ")[0])}
    return frozenset({noun for noun in _nouns("en") if front == noun or front.endswith(" " + noun)} | {noun for noun in whole if folded.endswith(noun) or f"{noun} " in folded})


@cache
def _nouns(language: str) -> frozenset[str]:
    return frozenset(fold(noun) for nouns in data("heads")[language]["types"].values() for noun in nouns)


@cache
def feminine(record: str) -> bool | None:
    """Is the thing feminine in French, by the first word of its longest name? None where that is not known."""
    known = records().get(record)
    if known is None:
        return None
    return name_feminine(max(known.names.get("fr", ("",)), key=len))


def name_feminine(name: str) -> bool | None:
    """The same for a name."""
    folded = fold(name)
    heads = data("heads")
    if any(folded.startswith(fold(noun)) for noun in heads["feminine"]):
        return True
    return False if any(folded.startswith(noun) for noun in _nouns("fr")) or folded.startswith(("haut-", "departement")) else None


@dataclass(slots=True)
class Memory:
    """What has been named so far in a document, and under which aliases."""

    aliases: dict[str, Entity] = field(default_factory=dict)
    named: list[tuple[Entity, int, frozenset[str]]] = field(default_factory=list)  # entity, passage, heads
    _pattern: re.Pattern[str] | None = None

    def define(self, alias: str, entity: Entity) -> None:
        """From here on ``alias`` stands for ``entity``; the first definition of a document holds."""
        alias = alias.strip(" .,;:")
        if len(alias) > 1 and alias not in self.aliases:
            self.aliases[alias] = entity
            self._pattern = None

    def occurrences(self, text: str, start: int, end: int) -> Iterator[tuple[int, int, Entity]]:
        """Where aliases stand in ``text[start:end]``."""
        if not self.aliases:
            return
        if self._pattern is None:
            ordered = sorted(self.aliases, key=lambda alias: (-len(alias), alias))
            self._pattern = re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")(?![\w-])")
        for match in self._pattern.finditer(text, start, end):
            yield match.start(), match.end(), self.aliases[match.group()]

    def remember(self, entity: Entity, passage: int, heads: frozenset[str]) -> None:
        """Note that ``entity`` was named in ``passage``."""
        self.named.append((entity, passage, heads))

    def short(self, head: str, passage: int) -> Entity | None:
        """What « le Groupe », "the Fund" stands for in ``passage``: what was named last under this noun, if that is certain."""
        wanted = {fold(head)}
        candidates = [(entity, where) for entity, where, heads in self.named if wanted & heads]
        if not candidates:
            return None
        latest, where = candidates[-1]
        others = {entity.id for entity, _ in candidates} - {latest.id}
        if not others:
            return latest
        rivals = {entity.id for entity, place in candidates if place == where} - {latest.id}
        return latest if not rivals and passage - where <= 3 else None


def definition(text: str, end: int, stop: int) -> str | None:
    """The alias that brackets or "hereinafter" right behind ``end`` define, or None."""
    tail = text[end : min(stop, end + 110)]
    match = _ACRONYM.match(tail) or _PLAIN.match(tail)
    if match is not None:
        return match.group(1)
    if not _CUE.match(tail.lstrip(" ,(")) and not tail.lstrip().startswith("("):
        return None
    match = _QUOTED.match(tail)
    return match["alias"] if match is not None else None


def is_definite(text: str, start: int, language: str) -> bool:
    """Does a definite article or demonstrative stand right before ``start``?"""
    before = fold(text[max(0, start - 12) : start])
    if language == "en":
        return re.search(r"(?:^|\W)(?:the|this|that|said)\s$", before) is not None
    return re.search(r"(?:^|\W)(?:le|la|du|au|ce|cet|cette|ledit|ladite|dudit)\s$|l'$", before) is not None


def plural_of(noun: str, language: str) -> str:
    """Folded plural of a head noun."""
    return fold(plural(noun, language))


def unique(entities: Sequence[Entity]) -> Entity | None:
    """The one entity of the list, or None."""
    return entities[0] if len({entity.id for entity in entities}) == 1 else None
