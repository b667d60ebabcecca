"""Who did something and is only described, as a group: "founded by the police chiefs of eight countries"."""

from __future__ import annotations

from extract.facts import Entity
from extract.framing.fillers import Context, Filler, Fillers
from extract.syntax.clauses import Clause
from extract.syntax.phrases import Member
from extract.syntax.rows import Row
from ontology.fold import fold
from ontology.lexicon import Frame, data
from ontology.types import is_a

_INSIDE = frozenset("WDAJP")
_LEADS = frozenset({"of", "from"})  # prepositions within the description


def fill_group(row: Row, clause: Clause, frame: Frame, fillers: Fillers, context: Context) -> None:
    """Fill the role that the frame leaves to a group with who stands behind "by" and has no name."""
    role = frame.options.get("group")
    if not isinstance(role, str) or role in fillers or not (clause.verb.data.passive or row.reduced(clause.index)):
        return
    led = next((k for k in range(clause.index + 1, clause.index + 5) if _is_by(row, k)), None)
    between = range(clause.index + 1, led) if led is not None else ()
    if led is None or row.kind(led + 1) == "" or any(row.kind(k) not in ("P", "T", "A") for k in between):
        return
    start = led + 2 if row.kind(led + 1) == "D" or row.items[led + 1].word == "des" else led + 1
    end = _end(row, start)
    if end is None or not _is_many(row, start, end):
        return
    label = " ".join(context.text[row.items[start].start : row.items[end - 1].end].split())
    group = Entity(f"group/{fold(label).replace(' ', '-')}", "ActorGroup", ((context.language, label),))
    fillers[role] = [Filler(group, Member(row.items[start], start))]


def _is_by(row: Row, index: int) -> bool:
    return row.kind(index) == "P" and row.items[index].data == "by" and row.items[index].word in ("by", "par")


def _end(row: Row, start: int) -> int | None:
    """Where the description ends; None where somebody is named in it, or a verb breaks it off."""
    k = start
    while row.kind(k) in _INSIDE and (row.kind(k) != "P" or row.items[k].data in _LEADS) or _is_place(row, k):
        k += 1
    if row.kind(k) not in ("", ",", ";", "P", "T", "V"):
        return None
    while k > start and row.kind(k - 1) in ("P", "D", "A"):
        k -= 1
    return k if k > start else None


def _is_place(row: Row, index: int) -> bool:
    """« des enseignants de Lomé »: where they are from."""
    named = row.kind(index) == "E" and (
        row.items[index].data.type == "State" or is_a(row.items[index].data.type, "Place")
    )
    return named and row.kind(index - 1) in ("P", "D")


def _is_many(row: Row, start: int, end: int) -> bool:
    """Is the noun at its head a plural, and of people or bodies: no "decrees", and not "by merging two units"?"""
    if row.items[start].word.endswith("ing"):
        return False
    head = next((k for k in range(start, end) if row.kind(k) == "P"), end) - 1
    word = row.items[head].word if row.kind(head) == "W" else ""
    acts = frozenset(data("words")[row.language]["means"])
    tells = any(row.items[k].word in acts for k in range(start, head + 1))  # « décrets successifs »
    return word.endswith(("s", "x", "men", "people")) and not tells and not row.items[head].readings
