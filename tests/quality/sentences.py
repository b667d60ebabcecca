"""The banks of short texts: each is read alone, and what is extracted is compared with its annotation.

A fact counts as an annotated one where it is of the same kind and every column that the annotation states agrees, as
in ``queries.evaluate``: an entity by any of its names, in either language, case, accents, punctuation and articles
aside, with or without what stands in brackets behind it; words where most of their content is shared; descriptions are
not compared; anything else where it is the same.

``sentences`` hold nine kinds in plain wordings, ``wordings`` all kinds that a short text can state, in as many wordings
as their authors could think of.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from extract.facts import Entity, Fact
from extract.pipeline import extract
from extract.readers import read_bytes
from ontology.authority import Record, find_record, require_record
from queries.catalogue import require
from queries.evaluate import alike
from queries.text import fold
from tests.quality.documents import GOLD
from tests.quality.scores import Scores, Tally

LANGUAGES = ("en", "fr")
HALVES = ("dev", "heldout")
SETS = tuple(f"sentences/{language}/{half}" for language in LANGUAGES for half in HALVES)
LARGE = tuple(f"wordings/{language}/{half}" for language in LANGUAGES for half in HALVES)  # measured by the slow tests
_NINE = (
    "chairs", "members", "founded", "adoptions", "ratifications", "instrument-links", "meetings", "offices",
    "responsibilities",
)  # fmt: skip
KINDS: Mapping[str, tuple[str, ...]] = {
    "sentences": _NINE,
    "wordings": (*_NINE, "publications", "operations", "programmes", "figures", "themes", "requests", "commitments",
                 "funding", "participants", "targets", "training"),
}  # fmt: skip
SELF = "self"  # how an annotation calls the text itself: "the present report"
_NAME = "sentence.txt"
_ARTICLE = re.compile(r"^(?:the|an?|le|la|les|l|une?) (?=.)")
_BRACKETS = re.compile(r"(.*?)\s*\(([^()]*)\)\s*")
_OF = re.compile(r" (?:of|for|to|de|du|des|d|a|au|aux|pour)(?: (?:the|la|les|l))?$")
Roles = Mapping[str, "Entity | str | int | float"]
Annotation = Mapping[str, str | int | float]  # the kind, and the columns that are stated


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and all that it states; a trap states nothing."""

    text: str
    half: str
    facts: tuple[Annotation, ...]


def read_bank(bank: str, language: str) -> list[Entry]:
    """The entries of a bank, 'sentences' or 'wordings', in their order."""
    import yaml

    if bank == "wordings":
        lines = (GOLD / bank / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
        content = [json.loads(line) for line in lines]
    else:
        text = (GOLD / bank / f"{language}.yaml").read_text(encoding="utf-8")
        content = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return [Entry(entry["text"], entry["half"], tuple(entry["facts"])) for entry in content]


def sentence_scores(name: str) -> Scores:
    """How well what is extracted agrees with the annotations of a set, 'sentences/en/dev'."""
    bank, language, half = name.split("/")
    entries = [entry for entry in read_bank(bank, language) if entry.half == half]
    digest = hashlib.sha256(repr(entries).encode("utf-8")).hexdigest()[:12]
    return replace(scored(((entry, found_in(entry.text, KINDS[bank])) for entry in entries), KINDS[bank]), of=digest)


def found_in(text: str, kinds: Collection[str]) -> list[Fact]:
    """The facts of ``kinds``, those that are annotated, each once."""
    facts = extract(read_bytes(text.encode(), _NAME)).facts
    asserted = [fact for fact in facts if fact.kind in kinds and fact.modality == "asserted"]
    return [*{(fact.kind, *sorted(_identity(fact).items(), key=str)): fact for fact in asserted}.values()]


def _identity(fact: Fact) -> Roles:
    return {column: value for column, value in fact.roles.items() if column in require(fact.kind).identity}


def scored(pairs: Iterable[tuple[Entry, list[Fact]]], kinds: Collection[str]) -> Scores:
    """Entries, each with what was found in its text, as scores by kind."""
    tallies = dict.fromkeys(kinds, Tally(0, 0, 0, 0))
    lines: dict[str, list[str]] = {kind: [] for kind in kinds}
    trapped: list[str] = []
    for entry, facts in pairs:
        for kind in kinds:
            tally, differences = _compared(entry, [f for f in facts if f.kind == kind], kind)
            tallies[kind] += tally
            lines[kind] += differences
        trapped += [] if entry.facts else [f"{said(f)} in: {entry.text}" for f in facts]
    return Scores(tallies, {kind: tuple(found) for kind, found in lines.items()}, tuple(trapped))


def _compared(entry: Entry, facts: list[Fact], kind: str) -> tuple[Tally, list[str]]:
    wanted = [fact for fact in entry.facts if fact["kind"] == kind]
    missed = [w for w in wanted if not any(agrees(w, f.roles) for f in facts)]
    wrong = [f for f in facts if not any(agrees(w, f.roles) for w in wanted)]
    tally = Tally(len(wanted), len(wanted) - len(missed), len(facts), len(facts) - len(wrong))
    stated = ("; ".join(f"{c}={v}" for c, v in w.items() if c != "kind") for w in missed)
    lines = [*(f"missed: {w}" for w in stated), *(f"unexpected: {said(f)}" for f in wrong)]
    return tally, [f"{line} in: {entry.text}" for line in lines]


def agrees(wanted: Annotation, roles: Roles) -> bool:
    """Whether all columns that an annotation states are there and the same."""
    query = require(str(wanted["kind"]))
    types = {column.name: column.type for column in query.roles if column.name in query.identity}
    stated = ((c, str(v)) for c, v in wanted.items() if types.get(c, "description") != "description")
    return all(c in roles and _same(types[c], value, roles[c]) for c, value in stated)


def _same(type_: str, wanted: str, value: Entity | str | int | float) -> bool:
    if isinstance(value, Entity):
        return not names(value).isdisjoint(_variants(wanted))
    if type_ == "number":
        return wanted.replace(".", "", 1).isdigit() and float(wanted) == float(value)
    return _plain(wanted) == _plain(str(value)) or (type_ == "text" and alike(wanted, str(value)))


def names(value: Entity) -> frozenset[str]:
    """All ways, folded and without article, in which a thing may be written."""
    if value.id == _NAME:
        return frozenset({SELF})
    record = find_record(value.id)
    if record is None:
        return frozenset({_plain(value.id)}).union(*(_variants(name) for _, name in value.labels))
    return _of_record(record.id)


def _variants(name: str) -> frozenset[str]:
    """A name as it stands, and "Sahel Shelter Network (SSN)" under either of its names."""
    both = _BRACKETS.fullmatch(name)
    return frozenset(map(_plain, (name, *(both.groups() if both is not None else ()))))


@cache
def _of_record(id: str) -> frozenset[str]:
    record = require_record(id)
    found = {_plain(name) for name in (id, *_all_names(record))}
    return frozenset(found | _without_organisation(found, record))


def _without_organisation(found: Iterable[str], record: Record) -> set[str]:
    """'Executive Director of UNICEF', an office of UNICEF, is written "Executive Director" beside its organisation."""
    if record.organisation is None:
        return set()
    owners = tuple(f" {_plain(name)}" for name in _all_names(require_record(record.organisation)))
    cut = {_OF.sub("", name.removesuffix(owner)) for name in found for owner in owners if name.endswith(owner)}
    return cut - {""}


def _all_names(record: Record) -> list[str]:
    return [name for names_ in record.names.values() for name in names_]


def _plain(text: str) -> str:
    return _ARTICLE.sub("", fold(text))


def said(fact: Fact) -> str:
    """A fact on one line: 'chairs: body=ICAT; chair=UNODC'."""
    return f"{fact.kind}: " + "; ".join(f"{column}={_label(value)}" for column, value in fact.roles.items())


def _label(value: Entity | str | int | float) -> str:
    if not isinstance(value, Entity):
        return str(value)
    return value.labels[0][1] if value.labels else value.id
