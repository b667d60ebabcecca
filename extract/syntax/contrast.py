"""Denied only to say what holds: "not by IOM but by UNHCR", "not until 2019", « n'a ratifié qu'en 2019 ».

What is denied is left out of the row, so that the rest says plainly what is so: "by UNHCR", "in 2019".
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from extract.syntax.items import Item
from ontology.lexicon import data, words
from ontology.types import is_a

_BOUNDS = (";", ":", "?", "S", "R")
_WITHOUT = ("without", "sans")
_CLEFT = 7  # items of "It was not until 2019 that"


def plain(items: list[Item], language: str) -> list[Item]:
    """``items``, words not yet put together into verbs, without what is denied only for contrast."""
    if not any(item.kind == "X" or item.word in _sets(language, "marks") for item in items):
        return items
    for step in (_cleft, _placed, _denied_cleft, _until, _only_then, _beyond, _instead, _corrected, _inverted, _undone):
        items = step(items, language)
    return items


@cache
def _sets(language: str, name: str) -> frozenset[str]:
    return frozenset(map(str, data("words")[language]["contrast"][name]))


def _said(items: Sequence[Item], index: int, phrases: frozenset[str]) -> int:
    """The index behind the longest of ``phrases`` that begins at ``index``; ``index`` itself where none does."""
    for end in range(min(index + 4, len(items)), index, -1):
        if " ".join(item.word for item in items[index:end]) in phrases:
            return end
    return index


def _kind(items: Sequence[Item], index: int) -> str:
    return items[index].kind if 0 <= index < len(items) else ""


def _phrase(items: Sequence[Item], index: int) -> int:
    """The index behind the name or date, with its preposition, at ``index``; ``index`` where there is none."""
    k = index + (_kind(items, index) == "P")
    while _kind(items, k) in ("D", "A", '"'):
        k += 1
    if _kind(items, k) not in ("E", "T"):
        return index
    k += 1
    while _kind(items, k) == "P" and items[k].data == "of" and (after := _phrase(items, k)) > k:
        k = after
    return k


def _time(items: Sequence[Item], index: int) -> int:
    """The index of the date at ``index``, behind a preposition or article; -1 where there is none."""
    k = index
    while _kind(items, k) in ("P", "D", "A"):
        k += 1
    return k if _kind(items, k) == "T" else -1


def _in(item: Item, language: str) -> Item:
    """The preposition that leads to a date, in place of ``item``."""
    word = "in" if language == "en" else "en"
    return Item("P", item.start, item.end, word, "in", words(language).readings(word) or {})


def _cleft(items: list[Item], language: str) -> list[Item]:
    """ "It was not until 2019 that", « Ce n'est qu'en 2019 que », « Il a fallu attendre 2019 pour que »: in 2019."""
    end = next((k for k in range(min(_CLEFT, len(items))) if _kind(items, k) == "T"), None)
    if end is None or " ".join(item.word for item in items[:end]) not in _sets(language, "clefts"):
        return items
    behind = _said(items, end + 1, _sets(language, "that"))
    if behind == end + 1:
        return items
    comma = Item(",", items[end].end, items[end].end, ",")
    return [_in(items[0], language), items[end], comma, *items[behind:]]


def _placed(items: list[Item], language: str) -> list[Item]:
    """ "It was in Tunis that", « C'est à Tunis, en juin 2012, que »: in Tunis."""
    led = " ".join(item.word for item in items[:2]) in _sets(language, "placing") and _kind(items, 2) == "P"
    if not led or _kind(items, 3) != "E" or not is_a(items[3].data.type, "Place"):
        return items
    end = next((k for k in range(4, len(items)) if _kind(items, k) not in (",", "P", "D", "T")), len(items))
    behind = _said(items, end, _sets(language, "that"))
    comma = Item(",", items[end - 1].end, items[end - 1].end, ",")
    return items if behind == end else [*items[2:end], comma, *items[behind:]]


def _denied_cleft(items: list[Item], language: str) -> list[Item]:
    """ "It was not the Council that urged", « Ce n'est pas le Conseil qui a »: the Council did not."""
    start = next((k for k in range(2, 6) if _said(items, k - 1, frozenset({"not", "pas"})) == k), None)
    if start is None or " ".join(item.word for item in items[:start]) not in _sets(language, "denied clefts"):
        return items
    end = _phrase(items, start)
    led = end > start and _kind(items, end) in "RS"
    return [*items[start:end], items[start - 1], *items[end + 1 :]] if led else items


def _until(items: list[Item], language: str) -> list[Item]:
    """ "did not ratify it until 2019", "not until 2019 did it ratify"."""
    for k, item in enumerate(items):
        if item.word != "until" or _time(items, k + 1) < 0:
            continue
        for j in range(k - 1, -1, -1):
            if _kind(items, j) in (",", *_BOUNDS):
                break
            if items[j].word in ("not", "n't") and (j == k - 1 or _kind(items, j - 1) in "HBM"):
                return [*items[:j], *items[j + 1 : k], _in(item, language), *items[k + 1 :]]
    return items


def _only_then(items: list[Item], language: str) -> list[Item]:
    """« n'a été ratifié qu'en 2019 », « n'a été présidé que par l'Islande »: only so."""
    if language != "fr":
        return items
    for k, item in enumerate(items):
        if item.word not in ("que", "qu") or _phrase(items, k + 1) == k + 1:
            continue
        if any(_kind(items, j) in "HBMV" for j in range(k, _bound(items, k + 1))):
            continue
        denial = [j for j in range(_opening(items, k), k) if _kind(items, j) == "X"]
        if [items[j].word for j in denial] in (["ne"], ["n"]):
            return [*items[: denial[0]], *items[denial[0] + 1 : k], *items[k + 1 :]]
    return items


def _bound(items: Sequence[Item], index: int) -> int:
    return next((k for k in range(index, len(items)) if _kind(items, k) in (",", *_BOUNDS)), len(items))


def _opening(items: Sequence[Item], index: int) -> int:
    return next((k + 1 for k in range(index - 1, -1, -1) if _kind(items, k) in (",", *_BOUNDS)), 0)


def _beyond(items: list[Item], language: str) -> list[Item]:
    """ "not only UNODC but also IOM", « non seulement … mais aussi »: both."""
    for k in range(len(items)):
        behind = _said(items, k, _sets(language, "only"))
        if behind == k:
            continue
        rest = items[behind:]
        for j in range(len(rest)):
            end = _said(rest, j, _sets(language, "but also"))
            if end > j:
                and_ = Item("C", rest[j].start, rest[end - 1].end, "and" if language == "en" else "et")
                comma = j > 0 and rest[j - 1].kind == ","
                return [*items[:k], *rest[: j - comma], and_, *rest[end:]]
            if rest[j].kind in (";", "?"):
                break
        return [*items[:k], *rest] if k else _turned(rest)
    return items


def _instead(items: list[Item], language: str) -> list[Item]:
    """ "UNHCR, not IOM, chaired", "UNHCR rather than IOM", "not by IOM but by UNHCR": IOM is left out."""
    for k in range(len(items)):
        behind = _said(items, k, _sets(language, "instead"))
        end = _phrase(items, behind) if behind > k else behind
        if end == behind or _kind(items, k - 1) in ("S", "C") or items[k - 1].word in ("not", "ne", "n"):
            continue
        if items[k].kind == "A" and behind == k + 1:
            continue  # « l'organisation [non gouvernementale] La Strada »: a part of what it is
        but = end + (_kind(items, end) == ",")
        corrected = _said(items, but, _sets(language, "but"))
        if corrected > but and _phrase(items, corrected) > corrected:
            return [*items[:k], *items[corrected:]]
        bare = items[k].kind == "X" and items[k].word == items[behind - 1].word  # "not" alone
        if bare and (_kind(items, k - 1) not in (",", "E", "T", ")") or _kind(items, end) in "HBMV" and k == 0):
            continue
        if _kind(items, k - 1) == "," or k == 0:
            end += _kind(items, end) == ","
            k -= k > 0
        return [*items[:k], *items[end:]]
    return items


def _corrected(items: list[Item], language: str) -> list[Item]:
    """ "was not chaired by IOM but by UNHCR": the verb is denied of the first alone."""
    for but in range(2, len(items)):
        behind = _said(items, but, _sets(language, "but"))
        if behind == but or _kind(items, behind) != "P" or _phrase(items, behind) == behind:
            continue
        last = but - (_kind(items, but - 1) == ",")
        led = (k for k in range(last - 1, -1, -1) if _kind(items, k) == "P" and items[k].data == items[behind].data)
        first = next((k for k in led if _phrase(items, k) == last), None)
        if first is None:
            continue
        denial = {k for k in range(_opening(items, first), first) if _kind(items, k) == "X"}
        if denial:
            return [item for k, item in enumerate(items) if k not in denial and not first <= k < behind]
    return items


def _inverted(items: list[Item], language: str) -> list[Item]:
    """ "Only in 2019 did Nepal ratify": the subject before its verb."""
    if language != "en" or not items or items[0].word not in ("only", "in"):
        return items
    time = _time(items, 0)
    return [*items[: time + 1], *_turned(items[time + 1 :])] if time >= 0 else items


def _turned(items: list[Item]) -> list[Item]:
    """ "did Nepal ratify it" -> "Nepal did ratify it"."""
    end = _phrase(items, 1)
    turned = bool(items) and items[0].kind in "HBM" and end > 1 and _kind(items, end) in "VAB"
    return [*items[1:end], items[0], *items[end:]] if turned else items


def _undone(items: list[Item], language: str) -> list[Item]:
    """ "has signed, but not yet ratified, the Protocol", « a signé, mais n'a pas ratifié, le Protocole »: it has signed
    it.
    """
    for k in range(1, len(items) - 3):
        behind = k + (_kind(items, k) == ",")
        if _kind(items, k - 1) != "V" or _said(items, behind, _sets(language, "but")) == behind:
            continue
        end = next((j for j in range(behind + 1, min(behind + 6, len(items))) if _kind(items, j) not in "XAH"), 0)
        if _kind(items, end) == "V" and any(_kind(items, j) == "X" for j in range(behind + 1, end)):
            end += 1 + (behind > k and _kind(items, end + 1) == ",")
            return [*items[:k], *items[end:]] if _phrase(items, end) > end else items
    return items


def without(items: list[Item]) -> list[Item]:
    """« a signé, sans le ratifier à ce jour, le Protocole »: ``items`` but for what the subject of a verb did not do,
    between commas right behind that.
    """
    for i in range(len(items) - 3, 0, -1):
        if i + 2 >= len(items) or items[i + 1].word not in _WITHOUT:  # what was undone may have ended them
            continue
        verb, comma, _, undone = items[i - 1 : i + 3]
        told = verb.kind == "V" and verb.data.form == "finite" and comma.kind == ","
        if told and undone.kind == "V" and undone.data.form in ("infinitive", "gerund"):
            closed = next((k for k in range(i + 3, min(i + 12, len(items))) if items[k].kind in ",;:VRS"), i)
            if items[closed].kind == ",":
                items = [*items[:i], *items[closed + 1 :]]
    return items
