"""Participles that share the auxiliary before them: "will be signed and ratified", « a signé A et ratifié B »."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.syntax.items import Item, VerbGroup

_ATTRIBUTE = (
    "P[DA]*[EQNW]E"  # « a élu A et désigné [comme rapporteur M. Roy] », « et porté [à sa présidence Mme Berg] »
)
_INSERTED = 9  # items in which an insertion ends
_COMPLEMENTS = "TPEDANWQ"  # what may stand between a verb and the "and" behind it


def share_auxiliary(group: VerbGroup, grouped: Sequence[Item], after: Sequence[Item]) -> None:
    """Gives ``group``, a participle or what looks like one, the tense of the passive that "and" joins it to: "will be
    held in Lima and chaired by Peru"; the negation too, right behind it: "was not signed and ratified".
    """
    listed = bool(after) and after[0].kind in ("C", ",")  # "will be revised, translated and adopted"
    first = _joint(grouped, listed=listed)
    k = first
    while k >= 0 and first < len(grouped) - 1 and grouped[k].kind in _COMPLEMENTS:
        k -= 1
    if first == len(grouped) - 1 or k < 0 or grouped[k].kind != "V" or not grouped[k].data.passive:
        return
    other = grouped[k].data
    group.unreal, group.future, group.subjunctive = other.unreal, other.future, other.subjunctive
    group.negated = k == first and other.negated


def _joint(grouped: Sequence[Item], *, listed: bool) -> int:
    """The index before the "and" that ends ``grouped``, or before the comma of a list; the last where none does."""
    k = len(grouped) - 1
    while k >= 0 and grouped[k].kind in ("C", ",", "A"):
        k -= 1
    joined = listed or any(item.kind == "C" for item in grouped[k + 1 :])
    return k if joined else len(grouped) - 1


def _has_object(after: Sequence[Item]) -> bool:
    """Does a thing follow, right away or behind « , avec l'OIT, », « , en 2020, », « comme rapporteuse »?"""
    kinds = "".join(item.kind for item in after[:_INSERTED])
    if re.match(_ATTRIBUTE, kinds) is not None:
        return bool(after[0].data != "by")
    if kinds[:1] != ",":
        return kinds[:1] in ("D", "E", "A")
    led = kinds[1:2] in ("P", "T") and after[1].data != "by"
    close = kinds.find(",", 1)
    return led and close > 0 and kinds[close + 1 : close + 2] in ("D", "E")


def share_have(group: VerbGroup, grouped: Sequence[Item], after: Sequence[Item]) -> None:
    """« a signé le Protocole et ratifié la Convention », « a signé A, [adopté B] et ratifié (, en 2020,) C »: the
    second participle shares the auxiliary of the first; ``after``: what stands behind it.
    """
    joined = bool(grouped) and (grouped[-1].kind == "C" or (grouped[-1].kind == "," and _goes_on(after)))
    other = next((item for item in reversed(grouped) if item.kind == "V"), None)
    if not joined or other is None or not _has_object(after):
        return
    verb = other.data
    if verb.form == "finite" and not verb.passive and not verb.link and other.surface.lower() != other.word:
        group.form, group.passive = "finite", False
        group.unreal, group.negated, group.subjunctive = verb.unreal, verb.negated, verb.subjunctive


def _goes_on(after: Sequence[Item]) -> bool:
    """Is another participle joined by « et » to the one that stands before ``after`` with its object, and no date:
    not « a visité le centre, ouvert le 3 mai, et formé »?
    """
    if len(after) < 3 or after[1].kind in ("T", "#"):
        return False
    joint = next((k for k, item in enumerate(after) if item.kind in ("C", ",", ";", ":", "V", "R")), len(after))
    return joint + 1 < len(after) and after[joint].kind == "C" and after[joint + 1].kind == "V"
