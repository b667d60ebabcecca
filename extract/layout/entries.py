"""One line of a list of names or posts, with the time that it tells: "2018–2019: Ms. Anna Berg (Kenya)", "• Togo (since
2014)", "Luis Rojas, 2016–present".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.mentions.dates import Date
from extract.syntax.items import Item
from extract.syntax.rows import Row

_BULLETS = ("-", "•", "–", "—", "*", "·")
_SEPARATING = (":", "-", ",", ";")
_UNTIL = "until"
_SINCE = ("since", "from")
_ONGOING = ("present", "today", "date", "now", "ongoing", "ce jour", "jour", "présent", "présente")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a line names at ``[start, end)`` of the text, and when; ``items`` are those of the name."""

    start: int
    end: int
    items: Sequence[Item]
    years: tuple[str, ...] = ()
    term: Mapping[str, str] = field(default_factory=dict)  # 'start' and 'end'
    marked: bool = False  # by a bullet or a time before it


def entry(row: Row) -> Entry | None:
    """The row as a line of a list; None where it is a sentence."""
    items = [item for item in row.items if item.kind != '"']
    if any(item.kind == "V" and item.data.form == "finite" and not item.data.ambiguous for item in items):
        return None
    first, last = 0, len(items)
    while first < last and items[first].surface in _BULLETS:
        first += 1
    bullet = first > 0
    lead, first = _leading(items, first)
    tail, last = (None, last) if lead is not None else _trailing(items, first)
    if first >= last:
        return None
    told = lead or tail
    cut = _named_only(items, first, last)
    years, term = _times(*told) if told is not None else ((), {})
    return Entry(items[first].start, items[cut - 1].end, items[first:last], years, term, bullet or lead is not None)


def _leading(items: Sequence[Item], first: int) -> tuple[tuple[Date, str] | None, int]:
    """The time that the line begins with, and where the rest begins: "Since 2016: …", "2016–present …"."""
    led = items[first].data if first < len(items) and items[first].kind == "P" else ""
    at = first + bool(led)
    if at >= len(items) or items[at].kind != "T":
        return None, first
    k, open_ = at + 1, led in _SINCE
    while k < len(items) and (items[k].kind in _SEPARATING or items[k].word in _ONGOING or items[k].word == "à"):
        open_ = open_ or items[k].word in _ONGOING
        k += 1
    return (items[at].data, _UNTIL if led == _UNTIL else "since" if open_ else ""), k


def _trailing(items: Sequence[Item], first: int) -> tuple[tuple[Date, str] | None, int]:
    """The time that the line ends with, and where that begins: "… (2013–2015)", "…, since 2016"."""
    k, open_ = len(items) - 1, False
    while k > first and (items[k].kind == ")" or items[k].word in _ONGOING or items[k].kind == "."):
        open_ = open_ or items[k].word in _ONGOING
        k -= 1
    if open_ and items[k].kind == "-":
        k -= 1
    if k <= first or items[k].kind != "T":
        return None, len(items)
    at = k
    led = items[k - 1].data if items[k - 1].kind == "P" else ""
    k -= bool(led)
    if items[k - 1].kind not in ("(", *_SEPARATING):
        return None, len(items)
    return (items[at].data, _UNTIL if led == _UNTIL else "since" if open_ or led in _SINCE else ""), k - 1


def _named_only(items: Sequence[Item], first: int, last: int) -> int:
    """Where the name ends to which a remark is added: "Anna Berg (Norway), Chair", "Lantern House (Malta)"."""
    k = first + 1
    if items[first].kind == "E" and k < last and items[k].kind == "(":
        k = next((j + 1 for j in range(k, last) if items[j].kind == ")"), last)
    apart = last - 2 - (items[last - 1].kind == ")")
    if items[first].kind != "E" and apart > first and _is_country(items[apart:last]):
        return apart
    person = items[first].kind == "E" and items[first].data.type == "Person"
    return k if person and k < last and items[k].kind == "," else last


def _is_country(items: Sequence[Item]) -> bool:
    """ "(Malta)", ", Malta"."""
    return items[0].kind in ("(", ",") and items[1].kind == "E" and items[1].data.type == "State"


def _times(date: Date, sort: str) -> tuple[tuple[str, ...], Mapping[str, str]]:
    """The years that are told, and start and end; a year alone tells of neither."""
    if sort == _UNTIL:
        return (), {"end": date.last or date.first}
    if sort == "since":
        return date.years()[:1], {"start": date.first}
    return date.years(), {"start": date.first, "end": date.last} if date.last is not None else {}
