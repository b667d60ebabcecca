"""A demand among the items of a sentence, and the words of its actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.demands import tail
from extract.demands.words import word_set
from extract.facts import Entity
from extract.syntax.items import Item
from ontology.fold import fold

_MARKS = ("to", "de", "d", "à")
SHORT = 8  # items: "intensify prevention, and to prosecute …" is one action


@dataclass(slots=True)
class Demand:
    """One act: who asks, whom, and where its actions stand: items ``[first, end)``, from offset ``start`` on."""

    act: str
    issuers: list[Entity]
    addressees: tuple[Entity, ...]
    start: int
    first: int
    end: int
    mark: str
    index: int  # of the verb
    shared: bool = False  # its subject is that of the verb before
    pieces: tuple[tuple[int, int], ...] = ()  # offsets of its actions, where running text has a lettered list of them


def spans(demand: Demand, items: Sequence[Item], text: str, language: str) -> Iterator[tuple[int, int]]:
    """Offsets of the actions: of several where each has a letter, or a mark of its own, « de …, de … et de … »."""
    for start, end in demand.pieces:
        yield unmarked(items, start, text, language), end
    if demand.pieces:
        return
    cuts = _cuts(items, demand)
    starts = [demand.start, *(tail.word_after(items[k].end, text) for k in cuts)]
    ends = [
        *(items[k - 1].start if items[k - 1].kind == "C" else items[k].start for k in cuts),
        _stop(items, demand.end),
    ]
    for start, end in zip(starts, ends, strict=True):
        yield start, closed(text, start, end)


def _cuts(items: Sequence[Item], demand: Demand) -> list[int]:
    """Marks of further actions: behind commas, the last behind "and"; « d'accueillir et d'administrer » is one."""
    cuts = [k for k in range(demand.first + 1, demand.end) if _parted(items, k, demand)]
    kept = [k for k in cuts if items[k - 1].kind == "," or items[k - 2].kind == "," or k == cuts[-1]]
    listed = len(kept) > 1 or (kept != [] and items[kept[0] - 2].kind == "," and kept[0] - demand.first > SHORT)
    return kept if listed and items[kept[-1] - 1].kind == "C" else []


def _parted(items: Sequence[Item], index: int, demand: Demand) -> bool:
    """Is a further action led by the mark at ``index``, behind a comma or "and"?"""
    same = {"d": "de"}.get(items[index].word, items[index].word) == {"d": "de"}.get(demand.mark, demand.mark)
    if not same or items[index - 1].kind not in (",", "C") or items[index + 1 : index + 2] == []:
        return False
    # « , et d'en rendre compte »: of what was said before; the row has dropped the pronoun before a known verb
    dependent = items[index + 1].word in ("en", "y") or items[index + 1].start > items[index].end + 1
    language = "en" if demand.mark == "to" else "fr"
    return not dependent and not _shares(items, index, language) and tail.leads(items, index, language)


def _shares(items: Sequence[Item], index: int, language: str) -> bool:
    """« de prévenir, [de] combattre et [de] punir la traite »: the verb before the mark at ``index`` has no object but
    that of the next, and they are one action; not so of « d'agir, [de] protéger … ».
    """
    verb = index - 2 - (items[index - 2].kind in (",", "C"))
    bare = verb > 0 and items[verb - 1].word in _MARKS and tail.leads(items, verb - 1, language)
    return bare and fold(items[verb].word) not in word_set(language, "intransitive")


def unmarked(items: Sequence[Item], start: int, text: str, language: str) -> int:
    """Where the action that begins at the offset ``start`` begins, behind the "to", « de » that leads to it."""
    first = next((k for k, item in enumerate(items) if item.start >= start), None)
    led = first is not None and tail.leads(items, first, language)
    return tail.word_after(items[first].end, text) if first is not None and led else start


def _stop(items: Sequence[Item], end: int) -> int:
    return items[end - 1].end


def closed(text: str, start: int, end: int) -> int:
    """``end`` without the marks that close a clause."""
    while end > start and (text[end - 1].isspace() or text[end - 1] in ".,;:!"):
        end -= 1
    return end
