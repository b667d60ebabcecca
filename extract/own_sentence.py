"""What a pronoun may stand for in its own sentence."""

from __future__ import annotations

from collections.abc import Iterator

from extract.facts import Entity
from extract.mentions.known import authority
from extract.mentions.symbols import parse
from extract.syntax.items import Item
from ontology.lexicon import verb_set

_DATED = frozenset({",", "T", "P", "D"})  # between a resolution and the relative that stands for it


def says(items: list[Item], index: int) -> bool:
    """ "[UNODC] noted that the fund was small: the Bureau administers it": who only says so is not what is acted on."""
    k = index + 1
    while k < len(items) - 1 and items[k].kind not in ("V", ",", ";", ":", "E"):
        k += 1
    return k < len(items) - 1 and items[k].kind == "V" and items[k + 1].kind == "S" and items[k + 1].word == "that"


def founded_before(items: list[Item], index: int) -> Iterator[Entity]:
    """ "UNODC set up the Dawn Fund in 2010; the Bureau administers [it]": what was founded before ``index``."""
    for k in range(index - 2, 0, -1):
        verb = next(item for item in reversed(items[:k]) if item.kind not in ("D", "A") or item is items[0])
        if items[k].kind == "E" and verb.kind == "V" and not verb_set("founding").isdisjoint(verb.data.lemmas):
            yield items[k].data


def undergoes(items: list[Item], index: int) -> bool:
    """ "IOM launched the Initiative. [It] is led by UNICEF": a pronoun that opens the sentence, of a passive."""
    verb = next((item for item in items[index + 1 : index + 4] if item.kind != "A"), None)
    return index == 0 and verb is not None and verb.kind == "V" and verb.data.passive


def named_later(items: list[Item], index: int) -> Iterator[Entity]:
    """ "Since [it] began in 2021, Open Doors has freed 318 people", « Depuis qu'[il] a débuté, le Fonds … »: the
    subject behind the comma, where a clause with the pronoun opens the sentence; « dans l'étude qu'[elle] a publiée,
    l'OIM … ».
    """
    opens = all(item.kind in ("S", "R") or item.data in ("since", "after", "before") for item in items[:index])
    led = items[0].kind == "P" and items[index - 1].kind == "R" and all(item.kind != "V" for item in items[:index])
    opens = opens or led
    comma = next((k for k in range(index, len(items)) if items[k].kind in (",", ";", ":")), len(items))
    k = comma + 1
    while k < len(items) - 1 and items[k].kind in ("D", "A"):
        k += 1
    told = 0 < index < comma < k < len(items) - 1 and items[comma].kind == "," and items[k].kind == "E"
    if opens and told and items[k + 1].kind == "V" and items[k + 1].data.form == "finite":
        yield items[k].data


def judged(items: list[Item], index: int) -> Iterator[Entity]:
    """ "appreciation to UNODC for the manner in which [it] administers the Fund", « remercie l'ONUDC de la manière dont
    [il] gère le fonds ».
    """
    k = index - 1
    if k < 0 or items[k].kind != "R":
        return
    while k > 0 and items[k].kind in ("R", "P", "W", "D", "A"):
        k -= 1
    if items[k].kind == ")":
        k = next((j - 1 for j in range(k, 0, -1) if items[j].kind == "("), 0)
    led = next((item for item in items[k + 1 :] if item.kind == "P"), None)
    if items[k].kind == "E" and led is not None and led.word != "of" and led.data in ("for", "on", "of"):
        yield items[k].data


def by_which(items: list[Item], index: int) -> Iterator[Entity]:
    """ "resolution 64/293 of 30 July 2010, by which [it] adopted the Plan", « par laquelle elle a adopté le Plan »: the
    organ of the resolution.
    """
    if index < 3 or items[index - 1].kind != "R" or items[index - 2].kind != "P":
        return
    before = next((item for item in reversed(items[: index - 2]) if item.kind not in _DATED), None)
    if before is not None and before.kind == "E":
        yield from organ(before.data)


def organ(instrument: Entity) -> Iterator[Entity]:
    """The organ of a resolution, by its symbol."""
    found = parse(instrument.id) if instrument.type in ("Resolution", "Decision") else None
    if found is not None and found.organ is not None:
        yield authority(found.organ)
