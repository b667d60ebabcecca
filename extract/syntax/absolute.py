"""Clauses without a finite verb that have a subject of their own: « …, l'ONUDC en assurant le secrétariat », "with
UNODC providing its secretariat".
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.syntax.items import Item, VerbGroup


def own_subject(items: Sequence[Item], end: int) -> int | None:
    """Where the one name stands that a comma or "with" opens and that ends before ``end``, behind a verb that told
    something; None where there is none: « Le Togo, en ratifiant … », "led by Togo and Chad, providing …".
    """
    last = end - 1
    if last > 0 and items[last].kind == ")":
        last = next((k for k in range(last, 0, -1) if items[k].kind == "("), 0) - 1
    if last < 1 or items[last].kind != "E":
        return None
    before = last - 1
    while before > 0 and items[before].kind in ("D", "A"):
        before -= 1
    told = [item for item in items[:before] if item.kind == "V"]
    further = items[before].kind == "C" and bool(told) and _is_gerund(told[-1])  # "and UNDP [hosting] its secretariat"
    led = further or items[before].kind == "," or (items[before].kind == "P" and items[before].data == "with")
    return last if led and told else None


def _is_gerund(item: Item) -> bool:
    """Of a verb group, or of a verb that is none yet?"""
    return item.data.form == "gerund" if isinstance(item.data, VerbGroup) else {n for _, n in item.data} == {"ger"}
