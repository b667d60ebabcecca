"""Who was trained where several sorts of people are counted together: « 85 [gardes et gendarmes] »."""

from __future__ import annotations

import re

from extract.counting.counted import Counted
from extract.counting.roles import word_set
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.types import is_a

_LED = re.compile(r" (?:de|du|des|d['’]|of|from|in)$")  # « 30 représentants | de 18 pays »
_LONGEST = 4  # words of one sort of people


def audience(text: str, row: Row, one: Counted) -> str:
    """What ``one`` counts, with the sorts of people that share its number: "40 [nurses and police officers]"."""
    end = _shared(row, one.end, subject=all(row.kind(k) != "V" for k in range(one.index)))
    behind = text[row.items[one.end - 1].end : row.items[end - 1].end] if end > one.end else ""
    return _LED.sub("", " ".join(f"{one.text}{behind}".split()))


def _shared(row: Row, start: int, *, subject: bool) -> int:
    """The end of the list that goes on at ``start``; ``start`` where nothing is certain. Only a ``subject`` has a verb
    behind it: « 640 juges [et enquêteurs] ont reçu ».
    """
    k = start
    while row.kind(k) in (",", "C"):
        last = row.kind(k) == "C"
        if last and fold(row.items[k].word) not in ("and", "et"):
            return start
        end = _people(row, k + 1)
        if end is None:
            return start
        if last:
            part = row.kind(end) == "," and row.kind(end + 1) in ("R", "P")  # ", dont 512 femmes", ", including"
            closed = row.kind(end) in ("P", "T", ".", ";", ":", "") or part or (subject and row.finite(end))
            return end if closed else start
        k = end
    return start


def _people(row: Row, start: int) -> int | None:
    """The end of the bare noun for people that begins at ``start``; None for anything else."""
    end = start
    while row.kind(end) in ("W", "E", "Q", "J") and end - start < _LONGEST:
        end += 1
    run = row.items[start:end]
    if not run:
        return None
    head = run[0] if row.language == "fr" else run[-1]
    group = head.kind == "E" and is_a(head.data.type, "ActorGroup")
    named = any(item.kind == "E" and not is_a(item.data.type, "ActorGroup") for item in run)
    word = fold((head.surface or head.word).replace("’", "'")).split(" ")[-1 if row.language == "en" else 0]
    people = word.endswith("s") and word in word_set(row.language, "people")
    if named or not (group or people):
        return None
    of = row.language == "fr" and row.kind(end) == "P" and row.items[end].data == "of" and row.kind(end + 1) == "W"
    return end + 2 if of else end  # « coordonnateurs de transplantation »
