"""One source from file to cached quads: read, extract, map, and write down beside the other documents."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from extract import readers
from extract.document import Document
from graph import apart, generation, iris
from graph.entities import Name
from graph.generation import DOCUMENTS, PLANNED, TEXTS
from graph.index import SentenceRow
from graph.model import Mapped, map_document
from graph.reasoning import inferences
from graph.sources import Source
from graph.structure import Identity
from graph.whole import whole
from ontology.errors import PalermoError


@dataclass(frozen=True, slots=True)
class Claim:
    """The identity a document gets where what it claims is taken: ``id`` None keeps the one that it states."""

    key: str  # encoded end of its IRI
    label: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """A source to process into ``folder``, a generation."""

    source: Source
    folder: Path
    digest: str
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that could not be read, and why, in a sentence."""

    source: Source
    reason: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the store notes of a document. ``file`` names its files in the generation, after its content."""

    file: str
    sha256: str
    digest: str  # of the program that read it
    source: str  # as the person named it
    path: str | None  # absolute path of the source
    name: str
    id: str
    claimed: str  # the id that the document would have on its own: its symbol, else its file name
    symbol: bool  # whether that is a symbol which the document states
    languages: str  # 'en', 'en-fr'
    key: str
    label: str
    iri: str
    format: str
    words: int
    passages: int
    sentences: int
    mentions: int
    planned: bool  # whether it says anything that is planned
    facts: Mapping[str, int]
    warnings: tuple[str, ...]
    pages: tuple[tuple[int, int], ...]  # as Document.pages
    url: str  # of the page, as it states it itself, '' where it does not
    translations: tuple[str, ...]  # addresses of the same page in other languages

    @classmethod
    def load(cls, path: Path) -> Entry:
        """Reads an entry; raises ValueError, KeyError or TypeError where the file is none, OSError."""
        content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        pages = tuple((int(offset), int(page)) for offset, page in content["pages"])
        listed = {name: tuple(content[name]) for name in ("warnings", "translations")}
        return cls(**{**content, **listed, "pages": pages})

    def dump(self) -> dict[str, Any]:
        """The entry as JSON."""
        return asdict(self)


def process(task: Task) -> Entry | Failure:
    """Reads a source and writes its quads, what follows from them, its text and its rows for the index.

    The entry comes last, as proof of the rest.
    Gives a Failure for whatever is wrong with the source. Raises OSError where the store cannot be written.
    """
    try:
        data = _bytes(task.source)
        sha256 = hashlib.sha256(data).hexdigest()
        read = _read(data, task.source.name)
        document = read if task.claim is None or task.claim.id is None else replace(read, id=task.claim.id)
        claim = Claim(iris.encode(document.id), document.id) if task.claim is None else task.claim
        mapped = _map(document, Identity(claim.key, claim.label, sha256))
    except PalermoError as error:
        return Failure(task.source, _reason(error))
    except OSError as error:
        return Failure(task.source, f"it cannot be read: {error.strerror or error}.")
    except MemoryError:
        return Failure(task.source, "it needs more memory than there is. Split it into smaller files.")
    except Exception as error:  # noqa: BLE001 - one document must not take the others with it
        return Failure(task.source, f"the program failed on it ({type(error).__name__}: {error}). Please report this.")
    entry = _entry(task, document, mapped, sha256=sha256, claim=claim, claimed=read.id)
    _write(task.folder, entry, document, mapped)
    return entry


def _read(data: bytes, name: str) -> Document:
    """The document in ``data``; formats that need a library which may fail are read apart."""
    if not readers.is_intricate(data):
        return readers.read_bytes(data, name)
    from extract.structure import document

    return document(apart.read_source(data, name))


def _bytes(source: Source) -> bytes:
    """The bytes of a source, unless the readers refuse it for its size alone."""
    if source.path is not None and source.path.stat().st_size > readers.LIMIT:
        readers.read(source.path)
    return source.read()


def _reason(error: PalermoError) -> str:
    """The message without the name of the source, which stands beside it in the summary."""
    reason, advice = getattr(error, "reason", None), getattr(error, "advice", "")
    return str(error) if reason is None else f"{reason} {advice}".strip()


def _map(document: Document, identity: Identity) -> Mapped:
    from extract.pipeline import extract
    from ontology.kinds import kinds

    return map_document(document, extract(document, forgiving=True), identity, kinds=kinds(), known=known_ids())


@cache
def known_ids() -> frozenset[str]:
    """The ids of the authority files."""
    from ontology.authority import records

    return frozenset(records())


def _entry(task: Task, document: Document, mapped: Mapped, *, sha256: str, claim: Claim, claimed: str) -> Entry:
    source = task.source
    return Entry(
        file=sha256,
        sha256=sha256,
        digest=task.digest,
        source=source.label,
        path=absolute(source),
        name=source.name,
        id=document.id,
        claimed=claimed,
        symbol=document.symbol is not None,
        languages="-".join(sorted({part.language for part in document.parts})),
        key=claim.key,
        label=claim.label,
        iri=iris.ID + claim.key,
        format=document.format,
        words=len(document.text.split()),
        passages=len(document.passages),
        sentences=len(document.sentences),
        mentions=mapped.mentions,
        planned=mapped.planned != "",
        facts=mapped.facts,
        warnings=(*document.warnings, *mapped.warnings),
        pages=document.pages,
        url=document.url,
        translations=document.translations,
    )


def absolute(source: Source) -> str | None:
    """The absolute path of a source, by which the next build knows it again; None for standard input."""
    return None if source.path is None else str(source.path.absolute())


def _write(folder: Path, entry: Entry, document: Document, mapped: Mapped) -> None:
    numbers = [passage.label for passage in document.passages]
    rows = [(s.iri, s.text, s.language, numbers[s.passage]) for s in mapped.sentences]
    names = [(n.iri, n.name, n.language, n.preferred, n.type) for n in mapped.names]
    quads, planned, inferred, table, text = _files(folder, entry.file)
    quads.write_bytes(mapped.nquads.encode("utf-8"))
    planned.write_bytes(mapped.planned.encode("utf-8"))
    inferred.write_bytes(inferences(mapped.nquads).encode("utf-8"))
    table.write_text(json.dumps([names, rows]), encoding="ascii")
    text.write_bytes(document.raw.encode("utf-8", "surrogatepass"))
    _note(folder, entry)


def rows(folder: Path, entry: Entry) -> tuple[list[Name], list[SentenceRow]]:
    """What the index holds of a document of this generation: its names and its sentences."""
    names, sentences = json.loads((folder / DOCUMENTS / f"{entry.file}.rows").read_text(encoding="ascii"))
    return [Name(*name) for name in names], [tuple(row) for row in sentences]


def entries_of(folder: Path) -> list[Entry]:
    """The documents of a generation whose files are all there, sorted by content hash; a killed build may have some."""
    found = []
    for path in sorted((folder / DOCUMENTS).glob("*.json")):
        try:
            entry = Entry.load(path)
        except (OSError, ValueError, KeyError, TypeError):
            continue  # not whole: the document is read again
        if all(file.is_file() for file in _files(folder, entry.file)):
            found.append(entry)
    return found


def adopt(entry: Entry, origin: Path, folder: Path) -> None:
    """Takes the files of a document over from the generation ``origin``, without copying where the disk allows it."""
    if origin != folder:
        for old, new in zip(_files(origin, entry.file), _files(folder, entry.file), strict=True):
            generation.link(old, new)
        _note(folder, entry)


def drop_others(folder: Path, entries: Iterable[Entry]) -> None:
    """Removes the files of documents that are not to be in a generation: a source may change while it is read."""
    wanted = {entry.file for entry in entries}
    for path in [*(folder / DOCUMENTS).iterdir(), *(folder / TEXTS).iterdir()]:
        if path.name.partition(".")[0] not in wanted:
            path.unlink()


def quads_of(folder: Path, file: str) -> tuple[Path, Path, Path]:
    """The N-Quads of a document in this generation: what it states, what it plans, and what follows."""
    quads = folder / DOCUMENTS / f"{file}.nq"
    return quads, folder / DOCUMENTS / f"{file}{PLANNED}", quads.with_suffix(".inferred")


def _files(folder: Path, file: str) -> tuple[Path, Path, Path, Path, Path]:
    return *quads_of(folder, file), folder / DOCUMENTS / f"{file}.rows", folder / TEXTS / f"{file}.txt"


def _note(folder: Path, entry: Entry) -> None:
    """Writes an entry, whole or not at all."""
    with whole(folder / DOCUMENTS / f"{entry.file}.json") as file:
        file.write(json.dumps(entry.dump(), sort_keys=True).encode("ascii"))
