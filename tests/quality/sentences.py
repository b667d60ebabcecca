"""The banks of single texts: each is read alone, and what is extracted is compared with its annotation.

A fact counts as an annotated one where it is of the same kind and every column that the annotation states agrees, as
in ``queries.evaluate``: an entity by any of its names, in either language, case, accents, punctuation and articles
aside; anything else where it is the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from extract.facts import Entity, Fact
from extract.pipeline import extract
from extract.readers import read_bytes
from ontology.authority import Record, find_record, require_record
from queries.text import fold
from tests.quality.documents import GOLD
from tests.quality.scores import Scores, Tally

LANGUAGES = ("en", "fr")
HALVES = ("dev", "heldout")
SETS = tuple(f"sentences/{language}/{half}" for language in LANGUAGES for half in HALVES)
KINDS = (
    "chairs", "members", "founded", "adoptions", "ratifications", "instrument-links", "meetings", "offices",
    "responsibilities",
)  # fmt: skip
SELF = "self"  # how an annotation calls the text itself: "the present report"
_NAME = "sentence.txt"
_ARTICLE = re.compile(r"^(?:the|an?|le|la|les|l|une?) (?=.)")
_OF = re.compile(r" (?:of|for|to|de|du|des|d|a|au|aux|pour)(?: (?:the|la|les|l))?$")
Roles = Mapping[str, "Entity | str | int | float"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and all that it states; a trap states nothing."""

    text: str
    half: str
    facts: tuple[Mapping[str, str], ...]


def read_bank(language: str) -> list[Entry]:
    """The entries of a bank in their order."""
    import yaml

    path = GOLD / "sentences" / f"{language}.yaml"
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return [Entry(entry["text"], entry["half"], tuple(entry["facts"])) for entry in content]


def sentence_scores(name: str) -> Scores:
    """How well what is extracted agrees with the annotations of a set, 'sentences/en/dev'."""
    _, language, half = name.split("/")
    entries = [entry for entry in read_bank(language) if entry.half == half]
    digest = hashlib.sha256(repr(entries).encode("utf-8")).hexdigest()[:12]
    return replace(scored((entry, found_in(entry.text)) for entry in entries), of=digest)


def found_in(text: str) -> list[Fact]:
    """The facts of the kinds that are annotated, each once."""
    facts = extract(read_bytes(text.encode(), _NAME)).facts
    found = {
        (f.kind, *sorted(f.roles.items(), key=str)): f for f in facts if f.kind in KINDS and f.modality == "asserted"
    }
    return list(found.values())


def scored(pairs: Iterable[tuple[Entry, list[Fact]]]) -> Scores:
    """Entries, each with what was found in its text, as scores."""
    kinds = dict.fromkeys(KINDS, Tally(0, 0, 0, 0))
    lines: dict[str, list[str]] = {kind: [] for kind in KINDS}
    trapped: list[str] = []
    for entry, facts in pairs:
        for kind in KINDS:
            tally, differences = _compared(entry, [f for f in facts if f.kind == kind], kind)
            kinds[kind] += tally
            lines[kind] += differences
        trapped += [] if entry.facts else [f"{said(f)} in: {entry.text}" for f in facts]
    return Scores(kinds, {kind: tuple(found) for kind, found in lines.items()}, tuple(trapped))


def _compared(entry: Entry, facts: list[Fact], kind: str) -> tuple[Tally, list[str]]:
    wanted = [fact for fact in entry.facts if fact["kind"] == kind]
    missed = [w for w in wanted if not any(agrees(w, f.roles) for f in facts)]
    wrong = [f for f in facts if not any(agrees(w, f.roles) for w in wanted)]
    tally = Tally(len(wanted), len(wanted) - len(missed), len(facts), len(facts) - len(wrong))
    stated = ("; ".join(f"{c}={v}" for c, v in w.items() if c != "kind") for w in missed)
    lines = [*(f"missed: {w}" for w in stated), *(f"unexpected: {said(f)}" for f in wrong)]
    return tally, [f"{line} in: {entry.text}" for line in lines]


def agrees(wanted: Mapping[str, str], roles: Roles) -> bool:
    """Whether all columns that an annotation states are there and the same."""
    return all(c in roles and _plain(str(v)) in names(roles[c]) for c, v in wanted.items() if c != "kind")


def names(value: Entity | str | int | float) -> frozenset[str]:
    """All ways, folded and without article, in which a value may be written."""
    if not isinstance(value, Entity):
        return frozenset({_plain(str(value))})
    if value.id == _NAME:
        return frozenset({SELF})
    record = find_record(value.id)
    if record is None:
        return frozenset(map(_plain, (value.id, *(name for _, name in value.labels))))
    return _of_record(record.id)


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
