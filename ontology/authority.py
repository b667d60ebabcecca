"""The authority files: what actors, instruments, programmes and places are called, in English and in French."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from ontology.errors import PalermoError

FOLDER = Path(__file__).parent / "authority"
LANGUAGES = ("en", "fr")
_REQUIRED = frozenset({"id", "type", "en", "fr"})
_TEXTS = ("parent", "country", "organisation", "utc", "note")
_LISTS = ("regions", "exact_match")
_KNOWN = _REQUIRED | {*_TEXTS, *_LISTS, "adjectives", "member"}


class AuthorityError(PalermoError):
    """A file of ontology/authority is not as it must be. ``record`` is its id, or its place in the file."""

    def __init__(self, file: str, record: str, problem: str) -> None:
        super().__init__(f"ontology/authority/{file}: {record}: {problem}. Correct the file, or install palermo again.")
        self.file = file
        self.record = record
        self.problem = problem


class UnknownRecord(PalermoError):
    """No authority record has the id ``id``."""

    def __init__(self, id: str) -> None:
        super().__init__(f"There is no authority record {id!r}. Ids are those of the files in ontology/authority.")
        self.id = id


@dataclass(frozen=True, slots=True)
class Record:
    """What a known thing is called. Mappings go from language ('en', 'fr') to words."""

    id: str  # what its IRI is minted from: 'ICAT', 'Viet_Nam', 'Palermo_Protocol'
    type: str  # a name of ontology/types.yaml
    names: Mapping[str, tuple[str, ...]]  # the label first, then the full name and the variants
    exact: frozenset[str]  # names that hold only as they are written: acronyms, and words that also mean other things
    parent: str | None = None  # id of what it belongs to
    country: str | None = None  # id of the State in which a place lies
    organisation: str | None = None  # id of the body that an office belongs to
    adjectives: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # of States: 'Japanese'
    regions: tuple[str, ...] = ()  # ids of the regions in which a State lies, the widest first
    exact_match: tuple[str, ...] = ()  # IRIs of the same thing elsewhere
    member: bool = False  # a Member State of the United Nations
    utc: str | None = None  # number of the United Nations Treaty Collection: 'XVIII-12-a'
    note: str | None = None

    def label(self, language: str) -> str:
        """The preferred name in ``language``, 'en' or 'fr'."""
        return self.names[language][0]


@cache
def records() -> Mapping[str, Record]:
    """Every authority record by its id, in the order of the files (sorted by name) and of the records in them.

    Raises AuthorityError where a file cannot be read, a key is missing or not known, or two records share an id.
    """
    return load_records()


def find_record(id: str) -> Record | None:
    """The record with this id, None if there is none."""
    return records().get(id)


def require_record(id: str) -> Record:
    """The record with this id; raises UnknownRecord if there is none."""
    record = find_record(id)
    if record is None:
        raise UnknownRecord(id)
    return record


def load_records(*, folder: Path = FOLDER) -> dict[str, Record]:
    """What :func:`records` gives, read anew from the YAML files of ``folder``."""
    found: dict[str, Record] = {}
    with _without_collection():
        for path in sorted(folder.glob("*.yaml")):
            for number, entry in enumerate(_entries(path), start=1):
                record = _record(path.name, f"record {number}", entry)
                if record.id in found:
                    raise AuthorityError(path.name, record.id, "its id is that of another record")
                found[record.id] = record
    if not found:
        raise AuthorityError("*.yaml", "the folder", f"there is no record in {folder}")
    return found


@contextmanager
def _without_collection() -> Iterator[None]:
    """Keeps the garbage collector from walking all that was read so far, again and again: half of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


@cache
def _loader() -> Any:
    """A YAML loader for which every scalar is text: quicker, and names such as "NO" or "1988" stay names."""
    import yaml

    class Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
        def resolve(self, kind: object, value: object, implicit: object) -> str:
            return "text"  # a tag that nobody looks at; finding the right one takes a third of the time

    return Loader


def _entries(path: Path) -> list[object]:
    import yaml

    try:
        node = _loader()(path.read_text(encoding="utf-8")).get_single_node()
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise AuthorityError(path.name, "the file", f"cannot be read ({error})") from error
    content = [] if node is None else _plain(path.name, node)
    if not isinstance(content, list):
        raise AuthorityError(path.name, "the file", "must be a list of records")
    return content


def _plain(file: str, node: Any) -> object:
    """``node``, of the YAML parser, as text, lists and dicts."""
    if node.id == "scalar":
        return node.value
    if node.id == "sequence":
        return [_plain(file, item) for item in node.value]
    content = {key.value: _plain(file, value) for key, value in node.value}
    if len(content) < len(node.value):
        raise AuthorityError(file, f"line {node.start_mark.line + 1}", "a key stands there twice")
    return content


def _record(file: str, place: str, entry: object) -> Record:
    if not isinstance(entry, dict):
        raise AuthorityError(file, place, "must be a mapping")
    place = str(entry.get("id", place))
    if not entry.keys() >= _REQUIRED:
        raise AuthorityError(file, place, f"lacks {', '.join(sorted(_REQUIRED - entry.keys()))}")
    if not entry.keys() <= _KNOWN:
        raise AuthorityError(file, place, f"has keys that are not known: {', '.join(sorted(entry.keys() - _KNOWN))}")
    exact: set[str] = set()
    optional: dict[str, Any] = {key: _text(file, place, key, entry[key]) for key in _TEXTS if key in entry}
    optional |= {key: _texts(file, place, key, entry[key]) for key in _LISTS if key in entry}
    return Record(
        id=_text(file, place, "id", entry["id"]),
        type=_text(file, place, "type", entry["type"]),
        names={language: _names(file, place, entry[language], exact) for language in LANGUAGES},
        exact=frozenset(exact),
        adjectives=_adjectives(file, place, entry.get("adjectives", {})),
        member=_flag(file, place, "member", entry.get("member", "false")),
        **optional,
    )


def _names(file: str, place: str, value: object, exact: set[str]) -> tuple[str, ...]:
    """The names of one language; adds to ``exact`` those that hold only as they are written."""
    if not isinstance(value, list) or not value:
        raise AuthorityError(file, place, "needs a list of names in each language")
    found = []
    for item in value:
        marked = isinstance(item, dict) and item.keys() == {"name", "case"}
        name = _text(file, place, "name", item["name"] if marked else item)
        if name.isupper() or (marked and _flag(file, place, "case", item["case"])):
            exact.add(name)
        found.append(name)
    return tuple(found)


def _adjectives(file: str, place: str, value: object) -> Mapping[str, tuple[str, ...]]:
    if not isinstance(value, dict) or not value.keys() <= set(LANGUAGES):
        raise AuthorityError(file, place, "adjectives must be lists in 'en' and 'fr'")
    return {language: _texts(file, place, "adjectives", words) for language, words in value.items()}


def _texts(file: str, place: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise AuthorityError(file, place, f"{key} must be a list")
    return tuple(_text(file, place, key, item) for item in value)


def _text(file: str, place: str, key: str, value: object) -> str:
    if not isinstance(value, str) or value.strip() == "":
        raise AuthorityError(file, place, f"{key} must be text, and not blank")
    return value


def _flag(file: str, place: str, key: str, value: object) -> bool:
    if value not in ("true", "false"):
        raise AuthorityError(file, place, f"{key} must be true or false")
    return value == "true"
