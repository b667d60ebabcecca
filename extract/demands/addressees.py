"""Whom a demand addresses: the actors that a list of words names, those among them that no list knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.demands.words import is_adverb, pattern, word_list, word_set
from extract.facts import Entity
from extract.mentions.entities import slug
from extract.mentions.heads import table
from extract.syntax.items import Item, has
from ontology.fold import strip_accents
from ontology.types import is_a, is_any

LONGEST = 9  # words of an addressee that no list knows
_STOP = ("R", "V", "S", ";", ":", "?", "T")


def addressees(items: Sequence[Item], first: int, end: int | None, language: str, text: str) -> Iterator[Entity]:
    """The actors that the items ``[first, end)`` list, each once; none of what only describes them."""
    stop = len(items) if end is None else end
    items = _as_nouns(items, first, stop, language)
    seen: set[str] = set()
    before: Entity | None = None
    chunks = list(_chunks(items, first, stop, language))
    if language == "en" and _share_noun(chunks):
        yield _group(text[chunks[0][0].start : chunks[-1][-1].end], language)
        return
    for chunk in chunks:
        entity = _actor(chunk, language, text)
        holder = entity is not None and entity.type == "Person" and before is not None and before.type == "Office"
        if entity is not None and entity.id not in seen and not holder:  # "the Chair of the Board, Ms. Tan"
            seen.add(entity.id)
            yield entity
        before = entity


def _as_nouns(items: Sequence[Item], first: int, end: int, language: str) -> Sequence[Item]:
    """ "donors and [host] States to fund shelters": a plain form in front of a group is a noun that says which."""
    if language != "en":
        return items
    groups = (k for k in range(first + 1, end) if items[k].kind == "E" and items[k].data.type == "ActorGroup")
    forms = {k - 1 for k in groups if items[k - 1].kind == "V" and items[k - 1].data.form == "base"}
    return [replace(item, kind="W", readings={}) if k in forms else item for k, item in enumerate(items)]


def _chunks(items: Sequence[Item], first: int, end: int, language: str) -> Iterator[list[Item]]:
    """The members of the list: between commas and "and", up to what describes the last of them."""
    between = word_set(language, "between")
    k, described = first, False
    while k < end:
        while k < end and (items[k].kind in ("C", ",", "A", "T", "X", '"') or is_adverb(items[k], language)):
            k += 1
        if k < end and items[k].kind == "P" and strip_accents(items[k].word) in between and not described:
            k += 1
        elif k < end and (items[k].kind in ("P", "V", "R", "S") or _acting(items, k, language)):
            inserted = items[k - 1].kind == "," and items[k - 2].kind == "C"  # "and, within its mandate, IOM"
            comma = next((n for n in range(k, end) if items[n].kind == ","), None) if inserted else None
            after = comma if comma is not None else _over(items, k, end)  # "UNODC, as coordinator, and the others"
            if after is None or (items[k].kind == "P" and items[k - 1].kind != ","):
                return
            k = after
            continue
        chunk: list[Item] = []
        while k < end and items[k].kind not in (",", "C", "(", "X", *_STOP):
            chunk.append(items[k])
            k += 1
        if chunk and not (language == "fr" and _describes(items, k - len(chunk), chunk)):
            yield chunk
        if k < end and items[k].kind == "(":
            k = next((n + 1 for n in range(k, end) if items[n].kind == ")"), end)
        if k < end and items[k].kind in _STOP:
            after = _over(items, k, end)
            if after is None:
                return
            k = after


def _share_noun(chunks: Sequence[Sequence[Item]]) -> bool:
    """ "bus, shipping, and airline companies": are those before the last no more than nouns that say which?"""
    lone = [chunk[0] for chunk in chunks[:-1] if len(chunk) == 1]
    if not 0 < len(lone) == len(chunks) - 1:
        return False
    *which, noun = chunks[-1]
    plural = _is_plural(noun.word) if noun.kind == "W" else noun.kind == "E" and noun.data.type == "ActorGroup"
    return plural and len(which) == 1 and all(_says_kind(item) for item in (*lone, *which))


def _says_kind(item: Item) -> bool:
    """A singular noun in small letters that heads no name of a body: "bus"."""
    plain = item.kind == "W" and not item.readings and item.surface[:1].islower() and not _is_plural(item.word)
    trade = item.word in word_set("en", "trades") or not pattern("en", "adjective").search(item.word)
    return plain and trade and not _is_body(item.word, "en") and item.word not in word_set("en", "collectives")


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us"))


def _describes(items: Sequence[Item], index: int, chunk: Sequence[Item]) -> bool:
    """« aux organisations internationales, régionales et sous-régionales »: a lone adjective, with no article."""
    alone = len(chunk) == 1 and chunk[0].kind == "W" and chunk[0].surface[:1].islower()
    return (
        alone and index > 0 and items[index - 1].kind in (",", "C") and not _is_body(strip_accents(chunk[0].word), "fr")
    )


def _acting(items: Sequence[Item], index: int, language: str) -> bool:
    """ "UNODC, [acting in cooperation with] IOM", « l'Office, [agissant de concert avec] l'OIM »: what no list of verbs
    knows, behind a comma and before a preposition.
    """
    if not 0 < index < len(items) - 1 or items[index].kind != "W" or items[index - 1].kind != ",":
        return False
    return items[index].word.endswith("ing" if language == "en" else "ant") and items[index + 1].kind == "P"


def _over(items: Sequence[Item], index: int, end: int) -> int | None:
    """Behind an insertion that begins at ``index``: the "and" that goes on with the list behind a comma."""
    for k in range(index, end):
        if items[k].kind == ",":
            return k + 1 if k + 1 < end and items[k + 1].kind == "C" else _over(items, k + 1, end)
    return None


def _actor(chunk: Sequence[Item], language: str, text: str) -> Entity | None:
    """The actor that a noun phrase names: a mention that is its head, else a group or office of the words it has."""
    head = next((k for k, item in enumerate(chunk) if item.kind not in ("D", "A", "#", '"') and not _weak(item)), None)
    if head is None:
        return None
    cut = next((k for k in range(head, len(chunk)) if chunk[k].kind == "P" and chunk[k].data != "of"), len(chunk))
    if chunk[head].kind == "Q" and chunk[head].several:
        return chunk[head].several[0]
    named = next((k for k in range(head, cut) if chunk[k].kind == "E"), None)
    if named is not None and not any(item.kind in ("P", "N", "Q", "'") for item in chunk[head:named]):
        entity = chunk[named].data
        if not chunk[named].definite and "/" in entity.id:
            return _unknown(chunk[head:], language, text)  # "a group of experts"
        if entity.type == "ActorGroup" and named > head and _is_noun(chunk[named - 1], language, text):
            return _unknown(chunk[head:], language, text)  # "seafood companies" are not all companies
        narrower = language == "en" and entity.type == "ActorGroup" and _of_trade(chunk, named)
        if narrower or (entity.id in word_list(language, "of_which") and _says_which(chunk, named, language)):
            return _unknown(chunk[named:], language, text)  # « les États du pavillon », "States of the Sahel"
        behind = chunk[named + 1 : named + 2]
        if language == "fr" and "group/" in entity.id and behind and behind[0].kind == "W" and not behind[0].readings:
            return _unknown(chunk[head:], language, text)  # « les entreprises de transport routier »
        if language == "en" and behind and behind[0].kind in "WN" and _is_body(behind[0].word, "en"):
            return _unknown(chunk[head:], language, text)  # "the ICAT secretariat"
        if _can_act(chunk[named], language, text) and not (behind and behind[0].kind == "'"):
            return _labelled(entity, chunk[named], language, text)
        return None
    named_so = head > 0 and chunk[head].surface[:1].isupper() and _is_of_name(chunk[head - 1], text)
    return _unknown(chunk[head:], language, text, chunk[head - 1].start if named_so else None)


def _is_of_name(article: Item, text: str) -> bool:
    """« à [La] Lumière », "to [The] Shelter": an article with a capital within a sentence."""
    before = text[max(0, article.start - 3) : article.start].rstrip()[-1:]
    return article.kind == "D" and article.surface[:1].isupper() and before.isalpha()


def _can_act(item: Item, language: str, text: str) -> bool:
    """An actor; a conference by its name; the countries of a region: « les pays du Golfe »."""
    if is_a(item.data.type, "Meeting"):
        return text[item.start].isupper()
    if item.data.type == "Region":
        named = strip_accents(text[item.start : item.end].lower()).split()
        return not word_set(language, "countries").isdisjoint(named)
    return is_a(item.data.type, "Actor")


def _is_noun(item: Item, language: str, text: str) -> bool:
    """Does an English word before a group's name say which, as a noun does: "flag States", "seafood companies"?"""
    opens = text[: item.start].rstrip(" ")[-1:] in ("", "\n", ".", ":")
    plain = language == "en" and item.kind == "W" and not item.readings
    if plain and item.surface[:1].isupper() and not opens:
        return True  # "the Andean States"
    return plain and (item.word in word_set(language, "trades") or not pattern(language, "adjective").search(item.word))


def _says_which(chunk: Sequence[Item], named: int, language: str) -> bool:
    """Does "of" with a noun or a body behind the group's name, or an adjective, say which of them are meant?"""
    k = named + 1
    if language == "fr" and k < len(chunk) and strip_accents(chunk[k].word) in word_set(language, "sorts"):
        return True
    if k >= len(chunk) or chunk[k].kind != "P" or chunk[k].data != "of":
        return False
    while k + 1 < len(chunk) and chunk[k + 1].kind in ("D", "A"):
        k += 1
    behind = chunk[k + 1] if k + 1 < len(chunk) else None
    if behind is None or strip_accents(behind.word) in word_set(language, "anywhere"):
        return False
    return behind.kind == "W" or (behind.kind == "E" and is_any(behind.data.type, ("Organization", "Region")))


def _of_trade(chunk: Sequence[Item], named: int) -> bool:
    """ "trade unions of fishers": does "of" with a bare plain noun say which are meant, and no "of the region"?"""
    behind = chunk[named + 1 : named + 3]
    return len(behind) == 2 and behind[0].data == "of" and behind[1].kind == "W" and not behind[1].readings


def _labelled(entity: Entity, item: Item, language: str, text: str) -> Entity:
    """A thing that only this document describes, with the words by which it is named here."""
    if entity.labels or "/" not in entity.id:
        return entity
    return replace(entity, labels=((language, " ".join(text[item.start : item.end].split())),))


def _weak(item: Item) -> bool:
    """An adjective before a mention: "all relevant United Nations entities"."""
    return item.kind == "W" and has(item, "D")


def _is_body(noun: str, language: str) -> bool:
    """Does the noun, folded, head the names of bodies or offices?"""
    found = table(language).nouns.get(noun)
    return found is not None and is_a(found[1], "Actor")


def _unknown(chunk: Sequence[Item], language: str, text: str, start: int | None = None) -> Entity | None:
    """An actor that no list knows: "technology providers", « les donateurs qui en ont les moyens »; ``start``: of the
    article that its name begins with.
    """
    if not 0 < len(chunk) <= LONGEST or chunk[0].kind not in ("W", "Q", "N", "E"):
        return None
    first = chunk[0]
    of = next((k for k, item in enumerate(chunk) if item.kind == "P"), len(chunk))
    noun = chunk[of - 1] if language == "en" else first
    head = strip_accents(noun.word)
    if not (
        first.surface[:1].isupper()
        or noun.kind in ("E", "Q")
        or _is_body(head, language)
        or head.endswith(("s", "x"))
        or (len(chunk) > 1 and head in word_set(language, "collectives"))  # "the fishing industry"
    ):
        return None
    if head in word_set(language, "asked_things"):
        return None
    return _group(text[first.start if start is None else start : chunk[-1].end], language)


def _group(words: str, language: str) -> Entity:
    label = " ".join(words.split())
    return Entity(f"group/{slug(label)}", "ActorGroup", ((language, label),))
