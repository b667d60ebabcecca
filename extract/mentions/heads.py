"""Head nouns of things that no list knows ("committee", « réunion »), with the words that build names around them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from extract.facts import Entity
from extract.mentions.gatherings import Gatherings
from extract.mentions.phrases import Phrases
from ontology.alternatives import any_folded, spelled_out
from ontology.authority import records
from ontology.fold import fold, strip_accents
from ontology.inflection import plural
from ontology.lexicon import LANGUAGES, Readings, data, words
from ontology.types import is_a

_COMPLEMENT = re.compile(r" (?:of|on|for|against|to|concerning|in) ")  # behind which a name goes on
_SEVERAL = {"en": "", "fr": "s"}  # « les troisièmes Assises »
_FIRST = re.compile(r"[^\W\d_]+")
_OF_WHAT = re.compile(r" (?:of the|du|de la|de l['’]) ?(?P<noun>[a-zà-ÿ]+)(?: [\w'’-]+)*$")
_NTH = re.compile(r" (?:\d{1,2}|one|two|three|un|deux|trois)(?!\w)")


@dataclass(frozen=True, slots=True)
class Head:
    """A head noun at ``[start, end)`` of the text."""

    start: int
    end: int
    noun: str  # singular
    type: str  # of ontology/types.yaml
    plural: bool
    weak: bool  # too common in small letters to name anything, and in small letters here: "law", « projet »
    common: bool  # the same, however it is written here


@dataclass(frozen=True, slots=True)
class Table:
    """What heads.yaml says for one language; all words folded."""

    phrases: Phrases
    nouns: Mapping[str, tuple[str, str, str]]  # folded form -> (noun, type, form as written)
    weak: frozenset[str]
    never: frozenset[str]
    modifiers: frozenset[str]
    empty: frozenset[str]
    stop: frozenset[str]
    ordinals: Mapping[str, int]
    titles: frozenset[str]
    vocabulary: Mapping[str, Readings]


@cache
def table(language: str) -> Table:
    """The table of ``language``, 'en' or 'fr'."""
    content = data("heads")[language]
    nouns: dict[str, tuple[str, str, str]] = {}
    types = {type_: [one for noun in listed for one in spelled_out(noun)] for type_, listed in content["types"].items()}
    for type_, listed in types.items():
        nouns |= {fold(noun): (noun, type_, noun) for noun in listed}
    for type_, listed in types.items():
        for noun in listed:
            nouns.setdefault(fold(plural(noun, language)), (noun, type_, plural(noun, language)))
    numbers = data("numbers")[language]["ordinals"]
    return Table(
        phrases=Phrases(nouns),
        nouns=nouns,
        weak=_folded(content["weak"]),
        never=frozenset(content["never"]),
        modifiers=_modifiers(language),
        empty=_folded(content["empty"]),
        stop=_folded(content["stop"]),
        ordinals={fold(f"{word}{s}"): value for word, value in numbers.items() for s in ("", _SEVERAL[language])},
        titles=frozenset(fold(title).rstrip(".") for title in content["titles"]),
        vocabulary=words(language).single,
    )


def _folded(listed: list[str]) -> frozenset[str]:
    return frozenset(fold(str(word)) for word in listed)


def _modifiers(language: str) -> frozenset[str]:
    listed = data("heads")[language]["modifiers"]
    return _folded([*listed, *(plural(word, "fr") for word in listed if language == "fr")])


def find(text: str, folded: str, language: str) -> list[Head]:
    """The head nouns of ``text``, in order; ``folded`` is ``fold(text)``."""
    known = table(language)
    found: list[Head] = []
    dual: list[int] = []
    gatherings = Gatherings(text, folded, language, known.ordinals)
    for start, end, form in known.phrases.find(folded):
        noun, type_, written = known.nouns[form]
        surface = text[start:end]
        if type_ == "Observance" and _NTH.match(text, end) is not None:
            continue  # "Day 1 of the session"
        if surface not in known.never and _accented(surface, written) and not _is_other(text, start, language):
            several = form != fold(noun)
            common = fold(noun) in known.weak
            if gatherings.is_dual(noun):
                gatherings.read(noun, start, end)
                dual.append(len(found))
            found.append(Head(start, end, noun, type_, several, common and surface[0].islower(), common))
    for index in dual:
        head = found[index]
        found[index] = replace(head, type=gatherings.type_of(head.noun, head.start, head.end, head.type))
    return found


def closes_longer(folded: str, end: int, form: str, language: str) -> bool:
    """Is the noun that ends at ``end`` the last word of a body's: « équipe commune d'[enquête] »?"""
    return any(folded.endswith(longer, 0, end) for longer in _longer(language).get(fold(form), ()))


@cache
def _longer(language: str) -> Mapping[str, tuple[str, ...]]:
    """The words that close nouns of bodies -> those nouns."""
    found: dict[str, tuple[str, ...]] = {}
    for form, (_, type_, _) in table(language).nouns.items():
        last = re.split(r"[ '’]", form)[-1]
        if last != form and is_a(type_, "Organization"):
            found[last] = (*found.get(last, ()), form)
    return found


def _accented(surface: str, written: str) -> bool:
    """« traite » is not « traité », nor « rencontré » « rencontre », though « TRAITE » and « Equipe » may lack their
    accents.
    """
    rest, seen = written[1:], surface[1:]
    if strip_accents(rest) == rest:
        return strip_accents(seen) == seen
    return not seen.isascii() or surface.isupper()


def _is_other(text: str, start: int, language: str) -> bool:
    """« LA TRAITE DES PERSONNES » in capitals."""
    return language == "fr" and text[start] == "T" and _unaccented().match(text, start) is not None


@cache
def _unaccented() -> re.Pattern[str]:
    return re.compile(data("heads")["fr"]["unaccented"])


def type_of_name(name: str, language: str) -> str | None:
    """The type of what bears ``name``, by its head noun: « Charte du thé » -> Treaty; None where it has none."""
    form = _head_of(name, language)
    return table(language).nouns[form][1] if form is not None else None


def is_kept(entity: object) -> bool:
    """Is it kept for people to use, and no programme: "Zaya Helpline", « base de données SEN-REF »?"""
    if not isinstance(entity, Entity) or not is_a(entity.type, "Programme"):
        return False
    known = records().get(entity.id)
    names = known.names if known is not None else {}
    labels = entity.labels or [(language, name) for language in names for name in names[language]]
    nouns = ((language, _head_of(label, language)) for language, label in labels)
    return any(noun is not None and noun in map(fold, data("heads")[language]["kept"]) for language, noun in nouns)


def _head_of(name: str, language: str) -> str | None:
    """The head noun of ``name``, folded: the first word in French, the last before its complement in English."""
    found = [(start, form) for start, _, form in table(language).phrases.find(fold(name))]
    if language == "fr":
        return next((form for start, form in found if start == 0), None)
    behind = _COMPLEMENT.search(name)
    last = behind.start() if behind is not None else len(name)
    return next((form for start, form in reversed(found) if start < last), None)


def is_head(word: str, language: str) -> bool:
    """Is the folded ``word`` a head noun, or the last (en) or first (fr) word of one?"""
    return word in table(language).nouns


def is_organisation(folded: str, start: int) -> bool:
    """Does a word that names organisations, of either language, stand at ``start``: « ministère »?"""
    word = _FIRST.match(folded, start)
    return word is not None and any(
        (noun := table(language).nouns.get(word.group())) is not None
        and is_a(noun[1], "Organization")
        and noun[0] not in table(language).weak
        for language in LANGUAGES
    )


def is_office_word(word: str, language: str) -> bool:
    """Does the folded ``word`` tell of somebody who acts for another: "representatives", « porte-parole », "behalf"?"""
    noun = table(language).nouns.get(word)
    return word in data("heads")[language]["for_another"] or (noun is not None and noun[1] == "Office")


def is_seat(office: Entity) -> bool:
    """Is it an office within a body ("Vice-Chair", « Directrice exécutive »), no minister or judge?"""
    return _begins(office, "seats")


def is_of_post(office: Entity) -> bool:
    """Does its name say to whose post it belongs: « Directeur de cabinet du ministre », "Chief of Staff to the
    President"?
    """
    return any(
        table(language).nouns.get(match[1], ("", ""))[1] == "Office"
        for language, label in office.labels
        if language in LANGUAGES
        for match in _OF_POST.finditer(fold(label))
    )


def begins_seat(folded: str, language: str) -> bool:
    """Does the ``folded`` text begin with such an office: "chair of the board"?"""
    return folded.startswith(_begun(language))


_OF_POST = re.compile(r" (?:of|to|du|de la|de l'|au|a la|aupres du|aupres de la) (?:the )?([a-z-]+)")


@cache
def _begun(language: str) -> tuple[str, ...]:
    return tuple(f"{office}{end}" for office in _offices("seats", language) for end in " ,;.")


def is_of_bureau(office: Entity) -> bool:
    """Is it an office of those who preside over a meeting: "Vice-Chair", « Rapporteuse »?"""
    return _begins(office, "bureau")


def directed(office: Entity) -> str | None:
    """The folded noun of what the office directs and does not name: 'projet' of « Directrice régionale du projet »,
    'centre' of "Director of the centre Ak Sut"; None where it names it, or where that is a part of who sends him.
    """
    for language, label in office.labels:
        match = _OF_WHAT.search(label)
        noun = fold(match["noun"]) if match is not None else ""
        house = noun in map(fold, data("heads")["houses"])
        if house or table(language).nouns.get(noun, ("", ""))[1] in ("Programme", "Collaboration", "Organization"):
            return noun
    return None


def is_of_state(office: Entity) -> bool:
    """Is it an office that a State has, and no body: "Minister of Justice", « Procureur général »?"""
    minister = any(fold(label).endswith(" minister") for _, label in office.labels)  # "Justice Minister"
    return minister or _begins(office, "of_states")


def _begins(office: Entity, listed: str) -> bool:
    return any(fold(label).split(",")[0].startswith(_offices(listed, language)) for language, label in office.labels)


@cache
def _offices(listed: str, language: str) -> tuple[str, ...]:
    return tuple(fold(one) for office in data("heads")[language][listed] for one in spelled_out(office))


def is_body_word(word: str, language: str) -> bool:
    """Is the folded word the head noun, in the singular, of a body or organisation?"""
    noun, type_, form = table(language).nouns.get(word, ("", "", ""))
    return noun == form and type_ in ("Body", "Organization")


def last_of(folded: str, head: Head, end: int, language: str) -> str:
    """The words that tell a meeting from the others of its body: "its [most recent] meeting"; "" where none do."""
    if head.type != "Meeting" or head.end != end or head.plural:
        return ""
    before = _latest(language).search(folded, max(0, head.start - 20), head.start)
    return before[1] if before is not None else ""


@cache
def _latest(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({any_folded(data('heads')[language]['latest'])}) $")


@cache
def states(language: str) -> Mapping[str, str]:
    """Adjective -> record of the State: 'gabonais', 'Gabonese'."""
    states = (record for record in records().values() if record.type == "State")
    return {adjective: record.id for record in states for adjective in record.adjectives.get(language, ())}
