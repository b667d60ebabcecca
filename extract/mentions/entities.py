"""The entities of one document that no authority file knows: their ids, labels, and what they belong to."""

from __future__ import annotations

import re

from extract.facts import Entity
from extract.mentions import references
from extract.mentions.heads import table
from ontology.authority import records
from ontology.fold import fold, key
from ontology.lexicon import data, words

_YEARS = re.compile(r"-(?:19|20)\d\d(?:-(?:19|20)\d\d)?(?:-.+)?")
_SLUG = re.compile(r"[^a-z0-9]+")


class Register:
    """Labels of the document's own entities, whose office an office is, and whose meeting a meeting is."""

    def __init__(self, document_id: str) -> None:
        self.document_id = document_id
        self.labels: dict[str, list[tuple[str, str]]] = {}
        self.organisations: dict[str, Entity] = {}  # office id -> whose office it is
        self.bodies: dict[str, Entity] = {}  # meeting id -> whose meeting it is
        self.genders: dict[str, bool] = {}  # person id -> is she a woman, as her title tells

    def new(self, id_: str, type_: str, language: str, label: str) -> Entity:
        """The entity ``id_``, under one label more; a label in capitals gives way to one that is not."""
        labels = self.labels.setdefault(id_, [])
        if (language, label) not in labels:
            shouted = [index for index, (tongue, known) in enumerate(labels) if tongue == language and known.isupper()]
            labels.insert(shouted[0] if shouted and " " in label else len(labels), (language, label))
        return self.entity(id_, type_)

    def entity(self, id_: str, type_: str) -> Entity:
        """The entity ``id_`` with the labels that it has so far."""
        return Entity(id_, type_, tuple(self.labels.get(id_, ())))

    def thing_id(self, type_: str, label: str, *, named: bool) -> str:
        """A name ("Joint Technical Committee") is the same in every document; a description is this document's. A plan
        may be named without its years and what follows them: « le Plan d'action régional » of « Plan d'action régional
        2026-2030 contre la traite ».
        """
        words = label.split()
        capitals = sum(word[:1].isupper() for word in words)
        told = capitals >= 2 or (capitals == 1 and label[:1].isupper() and len(words) > 2)
        own = named or (told and not (type_ == "Plan" and label.isupper() and _is_common(fold(label).split(" "))))
        base = f"{type_.lower()}/{slug(label)}"
        if type_ == "Plan" and own:
            dated = [id_ for id_ in self.labels if id_.startswith(base) and _YEARS.fullmatch(id_, len(base))]
            return dated[0] if len(dated) == 1 else base
        return base if own else f"{self.document_id}/{base}"

    def owned(self, type_: str, label: str, owner: Entity, language: str) -> Entity:
        """A body under the name that its owner gives it: "Board of Trustees" of the Fund."""
        name = self.full_name(owner, language) or owner.id
        bare = owner.type in ("Programme", "Organization") and not references.name_heads(name, language)
        led = f"{'of' if language == 'en' else 'de'} {name}" if bare else of(name, language)
        whole = f"{label} {led}"  # "Steering Committee of Safe Roads"
        self.new(f"{type_.lower()}/{slug(f'{label} {owner.id}')}", type_, language, whole)
        return self.new(f"{type_.lower()}/{slug(f'{label} {owner.id}')}", type_, language, label)

    def session(self, body: Entity, noun: str, ordinal: int, language: str, surface: str | None = None) -> Entity:
        """The ``ordinal``-th session (or meeting …) of ``body``; ``surface``: as the text has it ("54th meeting")."""
        id_ = f"meeting/{body.id}/{noun}/{ordinal}"
        if id_ not in self.labels:
            self.labels[id_] = [*self._session_labels(body, noun, ordinal, language, surface)]
        self.bodies[id_] = body
        return self.entity(id_, "Meeting")

    def _session_labels(
        self, body: Entity, noun: str, ordinal: int, language: str, surface: str | None
    ) -> list[tuple[str, str]]:
        found = []
        for tongue in ("en", "fr"):
            name = self.full_name(body, tongue)
            own = surface if tongue == language else None
            if name is not None:
                told = own or _ordinal_name(noun, ordinal, tongue)
                found.append((tongue, told if fold(told).endswith(fold(name)) else f"{told} {of(name, tongue)}"))
            elif own is not None:
                found.append((tongue, own))
        return found

    def dated_meeting(self, body: Entity, date: str) -> Entity:
        """The meeting that "the Group met in Vienna on …" speaks of; ``date`` is its first day."""
        id_ = f"meeting/{body.id}/{date}"
        if id_ not in self.labels:
            names = [
                (tongue, word, self.full_name(body, tongue)) for tongue, word in (("en", "meeting"), ("fr", "réunion"))
            ]
            self.labels[id_] = [
                (tongue, f"{word} {of(name, tongue)}") for tongue, word, name in names if name is not None
            ]
        self.bodies[id_] = body
        return self.entity(id_, "Meeting")

    def full_name(self, entity: Entity, language: str) -> str | None:
        """The name of ``entity`` in ``language`` that is no acronym, if one is known."""
        record = records().get(entity.id)
        if record is not None:
            found = [name for name in record.names.get(language, ()) if not name.isupper()]
            return found[0] if found else None
        found = [label for tongue, label in self.labels.get(entity.id, entity.labels) if tongue == language]
        return next((label for label in found if not label.isupper()), next(iter(found), None))


def slug(text: str) -> str:
    """'Comité d’experts' -> 'comite-d-experts'."""
    return _SLUG.sub("-", key(text)).strip("-")[:120]


def of(name: str, language: str) -> str:
    """ "of the Global Fund", « du Comité », « de l'Équipe »."""
    if language == "en":
        return f"of {'the ' if ' ' in name and not name.startswith('the ') else ''}{name}"
    feminine = references.name_feminine(name)
    if fold(name)[:1] in "aeiou" or fold(name).startswith("haut-com"):
        return ("de l'" if feminine is not None else "d'") + name
    return ("de la " if feminine else "du ") + name


def _ordinal_name(noun: str, ordinal: int, language: str) -> str:
    """ "third session", « 8928e séance »."""
    heads = data("heads")
    listed = [
        head
        for head, common in heads["meetings"].items()
        if common == noun and head in heads[language]["types"]["Meeting"]
    ]
    head = listed[0] if listed else noun
    written = next((word for word, value in data("numbers")[language]["ordinals"].items() if value == ordinal), None)
    if written is None:
        ending = {1: "st", 2: "nd", 3: "rd"}.get(ordinal % 10 if ordinal // 10 % 10 != 1 else 0, "th")
        written = f"{ordinal}{ending if language == 'en' else 'e'}"
    if written == "premier" and fold(head) in map(fold, heads["feminine"]):
        written = "première"
    return f"{written} {head}"


def meeting_noun(noun: str) -> str:
    """The common name of a meeting's head in both languages: « réunion » is 'meeting'."""
    common: str = data("heads")["meetings"].get(noun, noun)
    return common


def _is_common(parts: list[str]) -> bool:
    """Are the folded ``parts`` of a name a noun and what qualifies any of its kind: « CADRE JURIDIQUE »?"""
    return any(
        any(part in known.nouns for part in parts)
        and all(part in known.nouns or part in known.modifiers for part in parts)
        for known in (table("en"), table("fr"))
    )


def is_known_word(word: str, language: str) -> bool:
    """Is the folded word one that names are built with, rather than the name of a person?"""
    known = table(language)
    return (
        word in known.nouns
        or word in known.modifiers
        or word in known.stop
        or word in known.ordinals
        or word in known.vocabulary
        or not {"N", "Q"}.isdisjoint(words(language).bare.get(word, ()))  # « Présidente »
    )
