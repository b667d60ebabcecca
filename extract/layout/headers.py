"""What the header of a column, a label ("Donor: …") or the caption of a table announces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from extract import labels
from extract.facts import Entity
from extract.mentions.heads import table
from extract.syntax.items import Item
from ontology.alternatives import any_of
from ontology.fold import fold
from ontology.inflection import plural
from ontology.lexicon import data, frames, verb_forms
from ontology.types import is_any

_LONGEST = 12  # years of a term
_MARK = re.compile(r"([^\W\d_]+)\s?\((\w{1,2})\)")  # "Accession(a)"
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = r"(?:19|20)\d\d"
_SPAN = re.compile(rf"(?<!\d)({_YEAR})(?:\s?[-–—/]\s?(?:({_YEAR})|(\d\d)))?(?!\d)")  # "2018", "2018–19"


@dataclass(frozen=True, slots=True)
class Column:
    """What the cells below a header hold: the sorts of tables.yaml that it may be, the manner of its treaty actions
    with the marks that tell another ("(a)"), and the organisation or day that the header names.
    """

    sorts: frozenset[str] = frozenset()
    manner: str = ""
    marks: dict[str, str] = field(default_factory=dict)
    named: Entity | None = None
    title: str = ""  # as printed
    years: tuple[str, ...] = ()  # of which its cells speak: "Chair (2018)", "Members, 2018–2019"

    def __bool__(self) -> bool:
        return bool(self.sorts or self.manner)


def column(title: str, items: Sequence[Item], language: str) -> Column:
    """The column below the header ``title``, whose words are ``items``."""
    if planned(title, language) and not asks(title, language):
        return Column(title=title)
    known = manners()
    nouns = [item for item in items if item.kind == "N" and item.data in known]
    found = [known[item.data] for item in nouns if not sorts(item.word, language) & {"name", "instrument"}]
    if found:  # "Ratification", and not "Name", though who puts a name to a treaty signs it
        marks = {mark: known[fold(word)] for word, mark in _MARK.findall(title) if fold(word) in known}
        return Column(frozenset(), found[0], marks, title=title)
    if (done := _done(items, language)) is not None and not sorts(title, language):
        return Column(frozenset(), done, title=title)
    acts = ("State",) if "action" in sorts(title, language) else ()  # "Status in Kenya"
    types = ("Organization", "Observance", *acts)
    named = [item.data for item in items if item.kind == "E" and is_any(item.data.type, types)]
    found_sorts = sorts(title, language) or frozenset({"amount"} if unit(title) not in ("", "%") else ())
    found_sorts = found_sorts or (frozenset({"yearly", "amount"}) if _SPAN.fullmatch(title.strip()) else frozenset())
    return Column(found_sorts, named=named[0] if len(named) == 1 else None, title=title, years=years(title))


def years(title: str) -> tuple[str, ...]:
    """The years that a header or label names: "Chair in 2018", « Présidence (2018-2019) »."""
    found: list[str] = []
    for first, last, short in _SPAN.findall(title):
        last = last or (first[:2] + short if short else first)
        found += map(str, range(int(first), int(last) + 1) if 0 <= int(last) - int(first) <= _LONGEST else [first])
    return tuple(dict.fromkeys(found))


def sorts(title: str, language: str) -> frozenset[str]:
    """The sorts of tables.yaml that a header or label begins with, by its longest beginning that is known."""
    for form in dict.fromkeys(labels.forms(title)):
        for start, found in labels.beginnings(language):
            if form == start or form.startswith(start + " "):
                return found
    return frozenset()


def relation(items: Sequence[Item], language: str) -> str | None:
    """The relation of two instruments that a cell names: "amends", « additionnel à »; None for a passive, which turns
    it round.
    """
    told = [frame for frame in frames() if frame.kind == "instrument-links" and "relation" in frame.fixed]
    for item in items:
        if item.kind == "V" and (item.data.passive or item.data.form == "participle" or "by" in _led(items)):
            return None
        said = set(item.data.lemmas) if item.kind == "V" else {item.data} if item.kind == "J" else set()
        found = [f for f in told if said & (f.verbs[language] if item.kind == "V" else f.adjectives[language])]
        if found:
            return found[0].fixed["relation"]
    return None


def _led(items: Sequence[Item]) -> set[str]:
    return {item.data for item in items if item.kind == "P"}


@cache
def manners() -> dict[str, str]:
    """The manner of a treaty action by its noun, as the frames give it: 'adhésion' -> 'accession'."""
    return {
        form: frame.fixed["manner"]
        for frame in frames()
        if "manner" in frame.fixed
        for language in ("en", "fr")
        for noun in frame.nouns[language]
        for form in (noun, fold(noun))
    }


def manner_told(caption: str, language: str) -> str | None:
    """The one manner of treaty actions that a caption tells: "Accessions to the Protocol", « États ayant ratifié »."""
    found = (_manners_by_form(language).get(word) for word in _WORD.findall(fold(caption)))
    told = {manner for manner in found if manner is not None}
    return told.pop() if len(told) == 1 else None


def _done(items: Sequence[Item], language: str) -> str | None:
    """The manner that a header tells by a verb and nothing else: "Ratified", "Acceded on", « Entrée en vigueur le »."""
    verbs = [item for item in items if item.kind not in "PDA"]
    told = {_manners_by_verb(language).get(lemma) for item in verbs if item.kind == "V" for lemma in item.data.lemmas}
    done = len(verbs) == 1 and told and verbs[0].data.form in ("participle", "finite")
    return next((manner for manner in sorted(filter(None, told))), None) if done else None


@cache
def _manners_by_verb(language: str) -> dict[str, str]:
    acted = (frame for frame in frames() if "manner" in frame.fixed and not frame.nouns[language])
    return {lemma: frame.fixed["manner"] for frame in acted for lemma in frame.verbs[language]}


@cache
def _manners_by_form(language: str) -> dict[str, str]:
    """Singular and plural of the nouns of treaty actions, and the forms of their verbs that tell what is done."""
    acted = [frame for frame in frames() if "manner" in frame.fixed]
    nouns = {one: f.fixed["manner"] for f in acted for n in f.nouns[language] for one in (n, plural(n, language))}
    done = {
        form: manner
        for lemma, manner in _manners_by_verb(language).items()
        for form, name in verb_forms(language).get(lemma, ())
        if name in ("past", "pp")
    }
    return {fold(form): manner for form, manner in (done | nouns).items()}


def planned(caption: str, language: str) -> bool:
    """ "Upcoming meetings", « Présidences prévues », "Pledges": what is not, or not yet, done."""
    folded = fold(caption)
    if not _planned(language).isdisjoint(_WORD.findall(folded)):
        return True
    return any(f" {phrase} " in f" {folded} " for phrase in _planned(language) if " " in phrase)


def of_body(title: str, language: str) -> bool:
    """Does a heading speak of a body: "Steering Committee", and not "Chairs and secretariat"?"""
    nouns = table(language).nouns
    kinds = [nouns[word][1] for word in _WORD.findall(fold(title)) if word in nouns]
    return not sorts(title, language) and any(is_any(kind, ("Organization",)) for kind in kinds)


def asks(title: str, language: str) -> bool:
    """ "Request", « Demande »: does the label say that what stands behind it is asked of somebody?"""
    return labels.is_known(title, language) and not sorts(title, language).isdisjoint(data("tables")["wishes"])


@cache
def written_by(language: str) -> re.Pattern[str]:
    """What follows a title in a list of documents: ": note by the Secretariat", « : étude établie par l'OIM »."""
    papers = any_of(data("words")[language]["papers"])
    by, of, article = ("by", "of|by", "the ") if language == "en" else ("par", "de|du", "la |le |l['’]")
    led = rf"(?:[^:;,()]*? (?:{by})| (?:{of})) (?:{article})?"
    return re.compile(rf" ?: (?:{papers})\b{led}(?P<author>[^:;,()]+)$")


def announces(words: str, language: str) -> bool:
    """ "The table below shows …", « Les contributions ci-après … »: do the words speak of the table below them?"""
    return not frozenset(map(fold, data("tables")["announcing"][language])).isdisjoint(_WORD.findall(fold(words)))


@cache
def _planned(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("tables")["planned"][language]))


def promotions(caption: str, language: str) -> Iterator[tuple[str, str]]:
    """What a caption makes of the sorts of the columns below it: "Grants" makes of an organisation a grantee; nothing
    what it denies: "States that are not members".
    """
    said = _WORD.findall(fold(caption))
    if not _denying(language).isdisjoint(said):
        return
    found = f" {' '.join(said)} "
    for entry in data("tables")["captions"]:
        if any(f" {fold(word)} " in found for word in entry[language]):
            yield from (tuple(pair) for pair in entry["makes"])


@cache
def _denying(language: str) -> frozenset[str]:
    return frozenset(map(fold, data("tables")["denying"][language]))


def promoted(columns: Sequence[Column], caption: str, language: str) -> list[Column]:
    """``columns`` with the leftmost of each sort that ``caption`` makes another."""
    found, done = [*columns], set[str]()
    for sort, other in promotions(caption, language):
        if sort == "yearly":  # "Chairs": "Body | 2018 | 2019"
            found = [replace(one, sorts=frozenset({other})) if sort in one.sorts else one for one in found]
            continue
        at = next((k for k, column_ in enumerate(found) if sort in column_.sorts), None)
        if at is not None and other not in done and not any(other in column_.sorts for column_ in columns):
            old = found[at]
            both = sort == "person" or other in data("tables")["beside"]
            kept = old.sorts if both else frozenset()  # who is a member, or present, may hold an office too
            found[at] = replace(old, sorts=kept | {other})
            done.add(other)
    return found


def unit(title: str) -> str:
    """The unit that a header states: "Amount (US$)", « Montant (en euros) », "Share (%)"."""
    if "%" in title:
        return "%"
    signs = data("quantities")["common"]["before"]
    for sign in sorted(signs, key=lambda sign: (-len(sign), sign)):
        if sign in title:
            return str(signs[sign])
    found = _money().search(fold(title))
    return _codes()[found.group()] if found is not None else ""


@cache
def _codes() -> dict[str, str]:
    """The folded words for money of both languages, with their currencies."""
    return {
        fold(name): code
        for language in ("en", "fr")
        for code, names in data("quantities")[language]["money"].items()
        for name in names
        if len(name) > 3
    }


@cache
def _money() -> re.Pattern[str]:
    either = any_of(_codes())
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)")


def scale(title: str, language: str) -> int:
    """By what the amounts below a header or caption are to be multiplied: "in thousands of dollars"."""
    content: dict[str, Any] = data("tables")["scales"][language]
    found = re.findall(r"[^\W_]+", fold(title)) + ["'000"] * ("'000" in title.replace("’", "'"))
    return next((int(content[word]) for word in found if word in content), 1)
