"""Facts as tables, one for each kind, with the things and documents they speak of and a codebook of all columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import iris
from graph.exports.selection import Selection
from ontology.kinds import Kind, kind, kinds

if TYPE_CHECKING:
    from graph.store import Row, Store

Cell = str | int | float | None
_PLACE = ("document", "document_iri", "paragraph", "quote", "start", "end")
_PLACES = {
    "document": ("Label of the document that states the fact.", "Libellé du document qui énonce le fait."),
    "document_iri": ("IRI of that document.", "IRI de ce document."),
    "paragraph": ("Number of the paragraph, as printed.", "Numéro du paragraphe, tel qu’imprimé."),
    "quote": ("The sentence that states the fact.", "Phrase qui énonce le fait."),
    "start": ("First character of the sentence in the file.", "Premier caractère de la phrase dans le fichier."),
    "end": ("End of the sentence in the file.", "Fin de la phrase dans le fichier."),
    "fact": ("IRI of the fact; a row for each sentence that states it.", "IRI du fait ; une ligne par phrase."),
}
_THINGS = {
    "iri": ("IRI of the thing.", "IRI de la chose."),
    "type": ("Its class in the ontology.", "Sa classe dans l’ontologie."),
    "label_en": ("Its label in English.", "Son libellé en anglais."),
    "label_fr": ("Its label in French.", "Son libellé en français."),
    "same_as": ("Identifiers of other data sets for it.", "Identifiants d’autres jeux de données."),
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table. ``type``: text, date, number, iri."""

    name: str
    type: str
    english: str
    french: str
    property: str = ""  # IRI


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows, which are read when they are asked for."""

    name: str
    columns: tuple[Column, ...]
    rows: Sequence[Mapping[str, Cell]]


def tables(store: Store, selection: Selection) -> Iterator[Table]:
    """A table for each kind that has facts, then the things that they name, then the codebook."""
    named: set[str] = set()
    made: list[Table] = []
    for name in selection.kinds or kinds():
        table = _of_kind(store, kind(name), selection, named)
        if table.rows:
            made.append(table)
            yield table
    made.append(_things(store, named))
    yield made[-1]
    yield codebook(made)


def _of_kind(store: Store, of: Kind, selection: Selection, named: set[str]) -> Table:
    solutions = store.select(_query(of, selection))
    nodes = {term for row in solutions for column in _nodes(of) if (term := _text(row, column)) is not None}
    documents = {str(_text(row, "source")) for row in solutions}
    named.update(nodes)
    labels = store.labels(sorted(nodes | documents), "en")
    rows = [_row(of, solution, labels) for solution in solutions]
    return Table(of.name, _columns(store, of), rows)


def _nodes(of: Kind) -> list[str]:
    return [column for column, range_ in of.columns.items() if range_ in ("entity", "concept")]


def _query(of: Kind, selection: Selection) -> str:
    roles = "".join(f" OPTIONAL {{ ?fact :{of.property_of(c)} ?{c} }}" for c in of.columns)
    documents = " ".join(f"<{iri}>" for iri in selection.documents)
    entities = " ".join(f"<{iri}>" for iri in selection.entities)
    limits = (f"VALUES ?source {{ {documents} }} " if documents else "") + (
        f"VALUES ?any {{ {entities} }} ?fact ?role_ ?any . " if entities else ""
    )
    columns = " ".join(f"?{c}" for c in of.columns)
    return f"""SELECT DISTINCT ?fact {columns} ?source ?number_ ?quote_ ?start_ ?end_ WHERE {{
      {limits} ?fact a :{of.cls} ; :evidence/oa:hasTarget ?target .
      ?target oa:hasSource ?source ; :passage ?passage ; oa:hasSelector ?words , ?place .
      ?words oa:exact ?quote_ . ?place oa:start ?start_ ; oa:end ?end_ .
      OPTIONAL {{ ?passage :number ?number_ }} {roles}
    }} ORDER BY ?fact ?source ?start_ ?end_"""


def _text(row: Row, name: str) -> str | None:
    return getattr(row[name], "value", None)


def _row(of: Kind, solution: Row, labels: Mapping[str, str]) -> Mapping[str, Cell]:
    row: dict[str, Cell] = {"fact": _text(solution, "fact")}
    for column, range_ in of.columns.items():
        text = _text(solution, column)
        if range_ in ("entity", "concept"):
            row[_named(column)] = None if text is None else _label(text, labels)
            row[f"{_named(column)}_iri"] = text
        else:
            row[_named(column)] = _number(text) if range_ == "number" else text
    source = str(_text(solution, "source"))
    place = (labels[source], source, _text(solution, "number_"), _text(solution, "quote_"))
    row |= dict(zip(_PLACE, place, strict=False))
    return row | {"start": _number(_text(solution, "start_")), "end": _number(_text(solution, "end_"))}


def _named(column: str) -> str:
    """The column of a role: 'start' and 'document' are also columns of the evidence."""
    return f"{column}_role" if column in _PLACES else column


def _label(iri: str, labels: Mapping[str, str]) -> str:
    found = labels[iri]
    return iri.rpartition("/")[2] if found == iri else found


def _number(text: str | None) -> Cell:
    if text is None:
        return None
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return text


def _columns(store: Store, of: Kind) -> tuple[Column, ...]:
    words = _definitions(store)
    columns = [Column("fact", "iri", *_PLACES["fact"])]
    for column, range_ in of.columns.items():
        property_ = iris.PALERMO + of.property_of(column)
        english, french = words.get(property_, ("", ""))
        sort = {"year": "date", "date": "date", "number": "number"}.get(range_, "text")
        columns.append(Column(_named(column), sort, english, french, property_))
        if range_ in ("entity", "concept"):
            columns.append(Column(f"{_named(column)}_iri", "iri", english, french, property_))
    sorts = {"document_iri": "iri", "start": "number", "end": "number"}
    return (*columns, *(Column(name, sorts.get(name, "text"), *_PLACES[name]) for name in _PLACE))


def _definitions(store: Store) -> Mapping[str, tuple[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in store.select("SELECT ?term ?words { ?term skos:definition ?words ; rdfs:label ?label }"):
        words = row["words"]
        found.setdefault(str(_text(row, "term")), {})[getattr(words, "language", None) or ""] = getattr(
            words, "value", ""
        )
    return {term: (words.get("en", ""), words.get("fr", "")) for term, words in found.items()}


def _things(store: Store, named: set[str]) -> Table:
    rows = [
        {
            "iri": iri,
            "type": _stated_type(store, iri),
            "label_en": _preferred(store, iri, "en"),
            "label_fr": _preferred(store, iri, "fr"),
            "same_as": " ".join(
                _all(store, f"SELECT DISTINCT ?x {{ <{iri}> skos:exactMatch|rdfs:seeAlso ?x }} ORDER BY ?x")
            ),
        }
        for iri in sorted(named)
    ]
    sorts = {"iri": "iri"}
    return Table("things", tuple(Column(n, sorts.get(n, "text"), *words) for n, words in _THINGS.items()), rows)


def _preferred(store: Store, iri: str, language: str) -> str:
    return _label(iri, store.labels([iri], language))


def _stated_type(store: Store, iri: str) -> str:
    query = f"""SELECT DISTINCT ?x {{ GRAPH ?g {{ <{iri}> a ?x }} FILTER(?g != graph:inferences) }} ORDER BY ?x"""
    found = [name.removeprefix(iris.PALERMO) for name in _all(store, query) if name.startswith(iris.PALERMO)]
    return " ".join(found)


def _all(store: Store, query: str) -> list[str]:
    return [str(_text(row, "x")) for row in store.select(query)]


def codebook(made: Sequence[Table]) -> Table:
    """What each column of the tables holds."""
    rows = [
        {"table": t.name, "column": c.name, "type": c.type, "en": c.english, "fr": c.french, "property": c.property}
        for t in made
        for c in t.columns
    ]
    words = {
        "table": ("The table.", "Le tableau."),
        "column": ("The column.", "La colonne."),
        "type": ("text, date, number or iri.", "text, date, number ou iri."),
        "en": ("What it holds, in English.", "Ce qu’elle contient, en anglais."),
        "fr": ("What it holds, in French.", "Ce qu’elle contient, en français."),
        "property": ("IRI of the property.", "IRI de la propriété."),
    }
    return Table("codebook", tuple(Column(name, "text", *both) for name, both in words.items()), rows)
