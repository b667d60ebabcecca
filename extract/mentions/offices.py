"""Offices by their names: which they are, and of what body or State."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.facts import Entity
from extract.mentions import references
from extract.mentions.chunk import Described
from extract.mentions.entities import Register, slug
from extract.mentions.heads import is_of_state, states, table
from extract.mentions.places import governed
from ontology.authority import records
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import is_a

Hit = tuple[int, int, Entity]

_OF = re.compile(
    r"\s+(?:of|for|to|at|in|within|with|dans|chez|au sein (?:de|du|des)|de|du|des|d['’]|à|au|aux|auprès de|auprès du"
    r"|près)"
    r"\s*(?:the|la|le|les|l['’])?\s*$"
)
_OWN = re.compile(r"^\s*['’]s?\s+|^\s+")
_OF_ACRONYM = re.compile(r" (?:of (?:the )?|du |de la |de l['’]|de |d['’])(?P<name>[A-Z][A-Z-]{2,})\Z")
_CALLED = re.compile(
    r" (?:of|for|at|with) the (?:(?P<before>[a-z]+|[A-Z]{2,4}) (?=[A-Z]))?(?P<name>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)"
    r"(?: (?P<behind>[a-z]+))?\Z"
)
_NAME = re.compile(r" (?:of (?:the )?|de |d['’])(?P<name>[A-ZÀ-Ý][\w’'-]+(?: [A-ZÀ-Ý][\w’'-]+)++)(?! at )")
_IN = re.compile(r"\b(?:in(?: the)?|en|aux?) $")  # "Resident Coordinator in Ghana" is none of Ghana's
_TO = re.compile(r"\b(?:to|aupres d[eu]|pres|aupres de l[ae]s?)(?: the| la| le| les)? (?:l')?$")  # whom one is sent to
_FOR = re.compile(r"\b(?:for|pour) ")  # "Representative for Haiti": of whom, it is not said


class Offices:
    """Makes the offices of a document; ``register`` keeps them, and whose they are."""

    def __init__(self, text: str, folded: str, register: Register) -> None:
        self.text = text
        self.folded = folded
        self.register = register

    def office(
        self, thing: Described, inner: Entity | None, before: Entity | None, around: Sequence[Hit], language: str
    ) -> Entity:
        """The office that ``thing`` is, without the organisation it belongs to: "Executive Director", of UNODC.

        ``inner`` is what its complement names, ``before`` who stands in the possessive before it.
        """
        full = thing.head.noun.capitalize() if thing.head.plural else self.text[thing.start : thing.end]
        owned = self._owner(thing, inner, before, around, language)
        if owned is None:
            return self._local(thing, full, language) or self._national(full, language)
        start, end, owner = self._above_unit(thing, owned, language, around)
        label, rest = full, ""
        if (
            start > thing.head.end
            and thing.head.noun in data("heads")[language]["heading"]
            and _is_unit(owner, language)
        ):
            pass  # « chef de la Section des traités »: of a chief alone nobody knows of what
        elif start > thing.head.end:
            one = full + self.text[thing.head.end : start] if thing.head.plural else self.text[thing.start : start]
            label, rest = _OF.sub("", one), self.text[end : thing.end]
        elif end <= thing.head.start and end > thing.start:
            label = _OWN.sub("", self.text[end : thing.end])
        entity = self._of(owner, label, language, rest=rest)
        self.register.new(entity.id, "Office", language, full)
        if rest.strip():
            self.register.new(entity.id, "Office", language, label.strip() + rest)  # « … auprès de l'ONU à Genève »
        return self.register.entity(entity.id, "Office")

    def _of(self, owner: Entity, label: str, language: str, *, rest: str = "") -> Entity:
        entity = self.register.new(f"office/{slug(f'{label} {owner.id} {rest}')}", "Office", language, label.strip())
        self.register.organisations.setdefault(entity.id, owner)
        return entity

    def _local(self, thing: Described, full: str, language: str) -> Entity | None:
        """ "Governor of Borno State", « Maire de Zinder »: of those who govern that place; None for other offices."""
        place = governed(self.text, thing.head, language)
        if place is None:
            return None
        id_ = f"body/authorities-of-{slug(place['proper'])}"
        for name in (place["name"], place["proper"]):
            self.register.new(id_, "Body", language, name)
        entity = self._of(self.register.entity(id_, "Body"), self.text[thing.start : thing.head.end], language)
        return self.register.new(entity.id, "Office", language, full)

    def _national(self, full: str, language: str) -> Entity:
        """« Ministre gabonais de la justice », "Gabonese Minister of Justice": of Gabon; else an office of nobody."""
        words = full.split(" ")
        state = next((word for word in words if word in states(language)), None)
        if state is None or len(words) == 1:
            return self.register.new("office/" + slug(full), "Office", language, full)
        label = " ".join(word for word in words if word != state)
        entity = self._of(Entity(states(language)[state], "State"), label, language)
        return self.register.new(entity.id, "Office", language, full)

    def _owner(
        self, thing: Described, inner: Entity | None, before: Entity | None, around: Sequence[Hit], language: str
    ) -> Hit | None:
        """Where the body or State stands to which the office belongs, and what it is."""
        owners = [hit for hit in around if thing.start <= hit[0] and hit[1] <= thing.end and is_owner(hit[2])]
        owners = [hit for hit in owners if hit[2].type != "State" or not _IN.search(self.folded, thing.start, hit[0])]
        if is_of_state(Entity("", "Office", ((language, thing.head.noun),))):  # "the Kenyan ambassador to Norway"
            owners = [hit for hit in owners if not _TO.search(self.folded, thing.start, hit[0])]
        if not is_of_state(Entity("", "Office", ((language, thing.head.noun),))):
            owners = [
                hit for hit in owners if hit[2].type != "State" or not _FOR.search(self.folded, thing.start, hit[0])
            ]
        if thing.inner is not None and inner is not None and is_owner(inner):
            within = thing.inner.start
            owners = [(within, thing.inner.end, inner), *(hit for hit in owners if hit[0] < within)]
        if owners:
            return min(owners, key=lambda hit: hit[0])
        acronym = _OF_ACRONYM.search(self.text, thing.head.end, thing.end)
        if acronym is not None:  # "Coordinator of CRIMJUST": one that no list knows
            name = acronym["name"]
            known = self.register.new(f"organization/{slug(name)}", "Organization", language, name)
            return acronym.start("name"), acronym.end("name"), known
        if (called := self._called(thing, language) or self._unknown(thing, language)) is not None:
            return called
        return (thing.start, thing.start, before) if before is not None and is_owner(before) else None

    def _called(self, thing: Described, language: str) -> Hit | None:
        """The body in "head of the charity [Safe Ports]", "director of the [Route Watch] coalition"."""
        called = _CALLED.search(self.text, thing.head.end, thing.end)
        noun = (called["before"] or called["behind"] or "") if called is not None else ""
        kind = table(language).nouns.get(fold(noun), ("", "", ""))[1]
        if called is None or not kind or not is_a(kind, "Organization"):
            return None
        start = called.start("before") if called["before"] else called.start("name")
        known = self.register.new(
            self.register.thing_id(kind, called["name"], named=True), kind, language, called["name"]
        )
        if called["behind"]:
            known = self.register.new(known.id, kind, language, f"{called['name']} {noun}")
        return start, called.end(), known

    def _unknown(self, thing: Described, language: str) -> Hit | None:
        """The body in "director of [Blue Harbour]", « directrice de [Port Bleu] »: a name that nothing else tells,
        behind an office in small letters; in capitals, "Director of Public Prosecutions", it may be all title.
        """
        named = _NAME.match(self.text, thing.head.end)
        if named is None or thing.head.noun not in data("heads")[language]["of_names"]:
            return None
        words = map(fold, named["name"].split(" "))
        if not self.text[thing.start].islower() or any(word in table(language).nouns for word in words):
            return None
        id_ = self.register.thing_id("Organization", named["name"], named=True)
        own = self.register.new(id_, "Organization", language, named["name"])
        return named.start("name"), named.end(), own

    def _above_unit(self, thing: Described, owned: Hit, language: str, around: Sequence[Hit]) -> Hit:
        """Of « Cheffe de l'Unité de lutte contre la traite de l'OIM » the organisation is OIM, where that is named."""
        if not _is_unit(owned[2], language):
            return owned
        inside = [hit for hit in around if owned[0] < hit[0] and hit[1] <= thing.end]
        above = [hit for hit in inside if is_a(hit[2].type, "Organization")]
        return max(above, key=lambda hit: (hit[1], hit[0]), default=owned)


def _is_unit(entity: Entity, language: str) -> bool:
    """A section, division or the like, which is of a body above it."""
    units = frozenset(map(fold, data("heads")[language]["units"]))
    if entity.id in records():
        return not units.isdisjoint(references.heads_of(entity.id))
    return any(not units.isdisjoint(references.name_heads(label, tongue)) for tongue, label in entity.labels)


def is_owner(entity: Entity) -> bool:
    """Can it have offices?"""
    return is_a(entity.type, "Organization") or is_a(entity.type, "State")
