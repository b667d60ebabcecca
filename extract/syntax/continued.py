"""Items of a list that go on with the sentence which opens it: "In 2024 IOM: – trained 275 judges; – published …",
« Au cours de l'année, l'OIM a : – formé 275 magistrats », « Le Fonds a reçu en 2024 : – 400 000 dollars du Japon ».
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.syntax.items import Item
from ontology.types import is_a

_HAVE = frozenset({"have", "avoir"})
_TIMES = frozenset({"T", "P", "D", "A", ","})  # what may stand behind the verb of the opening: "received in 2024:"
_TOLD = frozenset({"#", "T", "V"})
_THINGS = frozenset({"#", "E", "D"})


def continued(opening: Sequence[Item], items: Sequence[Item]) -> list[Item]:
    """``items``, those of an item of a list, behind the ``opening`` that they go on with; none where they do not."""
    body = [*opening[:-1]] if opening and opening[-1].kind == ":" else []
    verbs = [k for k, item in enumerate(body) if item.kind == "V"]
    if not body or not items or _is_broken(body):
        return []
    if not verbs:
        acts = items[0].kind == "V" and items[0].data.form == "finite" and not items[0].data.passive
        return [*body, *items] if acts and _is_actor(body[-1]) else []
    verb = body[verbs[-1]].data
    if len(verbs) > 1 or verb.form != "finite" or verb.negated or verb.unreal:
        return []
    if not verb.lemmas:
        return []  # "The Committee is concerned:"
    if set(verb.lemmas) <= _HAVE and verbs[-1] == len(body) - 1:
        return [*body[:-1], *_completed(items)]
    plain = all(item.kind in _TIMES for item in body[verbs[-1] + 1 :])
    name = not any(item.kind in _TOLD for item in items)  # « Parmi nos membres figurent : – La Lanterne (Belgique) »
    thing = items[0].kind in _THINGS and items[0].word != "that" and not name
    return [*body, *items] if plain and thing and not verb.passive and not verb.link else []


def _completed(items: Sequence[Item]) -> list[Item]:
    """« [formé] 275 magistrats » behind « l'OIM a : »: the participle tells what was done."""
    first = items[0]
    if first.kind != "V" or first.data.form not in ("participle", "finite"):
        return []
    done = replace(first.data, form="finite", passive=False, ambiguous=False)
    return [replace(first, data=done), *items[1:]]


def _is_broken(body: Sequence[Item]) -> bool:
    """Does more than one clause stand there, or a question, a condition or a wish?"""
    return any(item.kind in (";", "R", "S", "?", "M") for item in body)


def _is_actor(item: Item) -> bool:
    return item.kind == "E" and is_a(item.data.type, "Actor")
