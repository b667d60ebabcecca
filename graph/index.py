"""The index of names and sentences: SQLite with FTS5, accents and case aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from os import getpid
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, Any, Literal

from ontology.fold import key

if TYPE_CHECKING:
    import sqlite3

    from graph.entities import Name

_SCHEMA = """
CREATE TABLE IF NOT EXISTS names (
    iri TEXT, name TEXT, folded TEXT, language TEXT, preferred INTEGER, type TEXT, document TEXT);
CREATE TABLE IF NOT EXISTS sentences (iri TEXT, text TEXT, language TEXT, passage TEXT, document TEXT);
CREATE VIRTUAL TABLE IF NOT EXISTS name_words
    USING fts5 (folded, content='names', tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE IF NOT EXISTS sentence_words
    USING fts5 (text, content='sentences', tokenize='unicode61 remove_diacritics 2');
"""
_FINISH = """
CREATE INDEX IF NOT EXISTS names_folded ON names (folded);
CREATE INDEX IF NOT EXISTS names_iri ON names (iri);
INSERT INTO name_words (rowid, folded)
    SELECT rowid, folded FROM names WHERE rowid > (SELECT COALESCE(MAX(id), 0) FROM name_words_docsize);
INSERT INTO sentence_words (rowid, text)
    SELECT rowid, text FROM sentences WHERE rowid > (SELECT COALESCE(MAX(id), 0) FROM sentence_words_docsize);
"""
_MOST = 900  # values in one query: older SQLite takes 999
_WORDS = re.compile(r"\w+")
_BETWEEN = re.compile(r"[^\w\0]+")


@dataclass(frozen=True, slots=True)
class Found:
    """A name that the index holds: the entity's IRI, the name, and the entity's type (a name of types.yaml)."""

    iri: str
    name: str
    type: str


@dataclass(frozen=True, slots=True)
class Hit:
    """An entity or a sentence with the words of a search; ``type``, ``document``, ``passage`` where they apply."""

    kind: Literal["entity", "sentence"]
    iri: str
    text: str
    language: str | None
    type: str | None = None
    document: str | None = None  # label of the document of a sentence
    passage: str | None = None  # number of its passage, as printed: '37(a)'


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The words of ``text``, accents, case and punctuation aside: "L'Équipe  spéciale" -> 'l equipe speciale'."""
    return " ".join(_WORDS.findall(key(text)))


def folded(texts: Sequence[str]) -> list[str]:
    """:func:`fold` of each text, in one pass over all of them, which takes half the time."""
    if len(texts) == 0:
        return []
    whole = key("\0".join(text.replace("\0", " ") for text in texts))
    return [text.strip() for text in _BETWEEN.sub(" ", whole).split("\0")]


@contextmanager
def _connect(path: Path, *, write: bool = False) -> Iterator[sqlite3.Connection]:
    if not write:
        told = path.stat()
        yield _reader(path, (told.st_ino, told.st_mtime_ns), (getpid(), get_ident()))
        return
    connection = _opened(path, "rwc")
    try:
        yield connection
    finally:
        connection.close()


@lru_cache(maxsize=8)
def _reader(path: Path, told: tuple[int, int], whose: tuple[int, int]) -> sqlite3.Connection:
    """A connection of a process and thread that stays open: a finished generation never changes, so no locks, no
    journal. ``told`` tells the file from one that had its name before."""
    return _opened(path, "ro&immutable=1")


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    import sqlite3

    return sqlite3.connect(f"{path.resolve().as_uri()}?mode={mode}", uri=True)


SentenceRow = tuple[str, str, str, str | None]  # iri, text, language, number of its passage


class Writer:
    """Fills the index of a new generation; use as the target of ``with writing(path) as writer``."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def remove(self, key: str, iri: str) -> None:
        """Takes out what the document with this key, and with this IRI, names and says."""
        known = {"key": key, "iri": iri}
        tables = (("name", "folded", "document = :key"), ("sentence", "text", "iri GLOB :iri || '#*'"))
        for table, column, test in tables:
            words = f"{table}_words"  # its rows do not follow by themselves
            self._connection.execute(
                f"INSERT INTO {words} ({words}, rowid, {column}) "  # noqa: S608 - all three are ours
                f"SELECT 'delete', rowid, {column} FROM {table}s WHERE {test}",
                known,
            )
            self._connection.execute(f"DELETE FROM {table}s WHERE {test}", known)  # noqa: S608

    def add(self, key: str | None, label: str | None, names: Iterable[Name], sentences: Iterable[SentenceRow]) -> None:
        """Adds what one document, known by ``key`` and ``label`` (None: the authority files), names and says."""
        names = list(names)
        self._connection.executemany(
            "INSERT INTO names VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (name.iri, name.name, words, name.language, name.preferred, name.type, key)
                for name, words in zip(names, folded([name.name for name in names]), strict=True)
            ],
        )
        self._connection.executemany(
            "INSERT INTO sentences VALUES (?, ?, ?, ?, ?)", ((*sentence, label) for sentence in sentences)
        )


@contextmanager
def writing(path: Path) -> Iterator[Writer]:
    """The index at ``path``, new or begun, complete when the block ends. Raises OSError where it cannot be written."""
    import sqlite3

    try:
        with _connect(path, write=True) as connection:
            connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
            yield Writer(connection)
            connection.commit()
            connection.executescript(_FINISH)
            connection.commit()
    except sqlite3.OperationalError as error:
        raise OSError(f"{path.name}: {error}") from error


def lookup(path: Path, text: str) -> list[Found]:
    """Entities with exactly this name, accents, case and punctuation aside; sorted by IRI, one row each."""
    with _connect(path) as connection:
        rows = connection.execute(
            "SELECT iri, name, type FROM names WHERE folded = ? ORDER BY iri, preferred DESC, type, name", (fold(text),)
        ).fetchall()
    return list({row[0]: Found(*row) for row in reversed(rows)}.values())[::-1]


def called(path: Path, phrases: Sequence[str]) -> list[tuple[str, str, str, str]]:
    """(folded name, IRI, name, type) of every entity that one of these folded phrases names, sorted."""
    return _in(path, "SELECT folded, iri, name, type FROM names WHERE folded IN ({}) ORDER BY 1, 2, 3, 4", phrases)


def names_of(path: Path, iris: Sequence[str]) -> list[tuple[str, str, str]]:
    """(IRI, type, folded name) of all names of these entities, sorted."""
    return _in(path, "SELECT DISTINCT iri, type, folded FROM names WHERE iri IN ({}) ORDER BY 1, 2, 3", iris)


def beginning(path: Path, text: str, limit: int) -> list[str]:
    """Names that begin with ``text``, accents and case aside, sorted; at most ``limit``."""
    begun = fold(text)
    with _connect(path) as connection:
        rows = connection.execute(
            "SELECT MIN(name) FROM names WHERE folded >= ? AND folded < ? AND folded != '' GROUP BY folded"
            " ORDER BY folded LIMIT ?",
            (begun, begun + "\U0010ffff", limit),
        ).fetchall()
    return [row[0] for row in rows if begun]


def name_words(path: Path) -> frozenset[str]:
    """Every word of the folded names."""
    with _connect(path) as connection:
        rows = connection.execute("SELECT DISTINCT folded FROM names")
        return frozenset(word for (folded_,) in rows for word in folded_.split())


def says(path: Path, word: str) -> bool:
    """Whether a folded word stands in a sentence."""
    with _connect(path) as connection:
        return bool(word) and bool(_said(connection, f'"{word}"', 1))


def with_words(path: Path, words: Sequence[Sequence[str]], limit: int) -> list[Found]:
    """Entities with a name that holds one of each group of folded words, the best first; one row for each name. With
    "*" behind it, a word may go on."""
    terms = [[f'"{word.removesuffix("*")}"{"*" * word.endswith("*")}' for word in group] for group in words]
    query = " AND ".join(f"({' OR '.join(group)})" for group in terms)
    with _connect(path) as connection:
        rows = connection.execute(_NAMED, (query, limit)).fetchall() if query else []
    return [Found(*row) for row in rows]


def sentences_like(path: Path, beginnings: Sequence[str], limit: int) -> list[Hit]:
    """Sentences with a word that begins in one of these ways, folded; the best first, at most ``limit``."""
    query = " OR ".join(f'"{word}"*' for word in dict.fromkeys(map(fold, beginnings)) if word)
    with _connect(path) as connection:
        return _said(connection, query, limit) if query else []


def _said(connection: sqlite3.Connection, query: str, limit: int) -> list[Hit]:
    """The sentences that match a query of FTS5, the best first."""
    rows = connection.execute(_SENTENCES, (query, limit))
    return [Hit("sentence", i, t, la, document=d, passage=p) for i, t, la, p, d in rows]


def _in(path: Path, query: str, values: Sequence[str]) -> list[Any]:
    with _connect(path) as connection:
        found: list[Any] = []
        for start in range(0, len(values), _MOST):
            some = values[start : start + _MOST]
            found += connection.execute(query.format(", ".join("?" * len(some))), some).fetchall()
    return found


def near(path: Path, text: str, limit: int) -> list[Found]:
    """Entities with a name like ``text``, the most alike first, one row for each entity."""
    from rapidfuzz import fuzz, process

    with _connect(path) as connection:
        folded = [row[0] for row in connection.execute("SELECT DISTINCT folded FROM names ORDER BY folded")]
        alike = process.extract(fold(text), folded, scorer=fuzz.WRatio, limit=limit * 4, score_cutoff=60)
        alike += process.extract(fold(text), folded, scorer=fuzz.ratio, limit=limit * 2, score_cutoff=70)
        found: dict[str, Found] = {}
        # the scorer likes 'att' as much as 'icat' for 'icatt': the plain likeness of the whole tells them apart
        ranked = sorted((-score - fuzz.ratio(fold(text), name), name) for name, score, _ in alike)
        for _, name in ranked:
            query = "SELECT iri, name, type FROM names WHERE folded = ? ORDER BY iri, preferred DESC, type, name"
            for row in connection.execute(query, (name,)):
                found.setdefault(row[0], Found(*row))
    return list(found.values())[:limit]


def authority_rows(path: Path) -> list[tuple[str, str, str, str | None, int, str]]:
    """What the index holds of the authority files: IRI, name, folded name, language, preferred, type."""
    with _connect(path) as connection:
        return connection.execute(
            "SELECT iri, name, folded, language, preferred, type FROM names WHERE document IS NULL ORDER BY rowid"
        ).fetchall()


def search(path: Path, text: str, limit: int) -> list[Hit]:
    """Entities (first), then sentences, that hold all words of ``text``; at most ``limit`` of each, the best first."""
    words = _WORDS.findall(text)
    if len(words) == 0:
        return []
    query = " ".join(f'"{word}"' for word in words)
    with _connect(path) as connection:
        entities = connection.execute(_ENTITIES, (query,)).fetchall()
        sentences = _said(connection, query, limit)
    hits = {row[0]: Hit("entity", row[0], row[1], row[2], type=row[3]) for row in reversed(entities)}
    found = list(hits.values())[::-1][:limit]
    return found + sentences


_ENTITIES = """
SELECT names.iri, names.name, names.language, names.type FROM name_words JOIN names ON names.rowid = name_words.rowid
WHERE name_words MATCH ? ORDER BY name_words.rank, names.preferred DESC, names.iri, names.name
"""
_NAMED = """
SELECT names.iri, names.name, names.type FROM name_words JOIN names ON names.rowid = name_words.rowid
WHERE name_words MATCH ? ORDER BY name_words.rank, names.preferred DESC, names.iri, names.name LIMIT ?
"""
_SENTENCES = """
SELECT sentences.iri, sentences.text, sentences.language, sentences.passage, sentences.document
FROM sentence_words JOIN sentences ON sentences.rowid = sentence_words.rowid
WHERE sentence_words MATCH ? ORDER BY sentence_words.rank, sentences.iri LIMIT ?
"""
