"""Answers as Python sees them: tables and cards that show themselves in a notebook and turn into frames of pandas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, overload

from ontology.errors import PalermoError
from queries.messages import messages
from queries.page import to_text
from queries.render import Answer, render
from queries.rows import Row, paragraphs
from queries.show import Page, Section, to_data
from queries.text import clean
from queries.values import Evidence, Node, Value, text_of

if TYPE_CHECKING:
    import pandas

    from queries.asking.answer import Outcome

WIDE = 100  # columns of a terminal that is no terminal
_NAMES = 4
_STYLE = "text-align:left;vertical-align:top"


class LibraryMissing(PalermoError):
    """A library of the extra ``notebook`` is not installed."""

    def __init__(self, library: str) -> None:
        super().__init__(f"This needs {library}, which is not installed: pip install 'palermo[notebook]'.")
        self.library = library


@dataclass(frozen=True, repr=False)
class Table(Sequence[Mapping[str, str]]):
    """Rows of words under ``columns``."""

    columns: Sequence[str]
    rows: Sequence[Mapping[str, str]]

    @classmethod
    def of(cls, answer: Answer) -> Table:
        """The first table of an answer."""
        return cls(answer.tables[0].columns, tuple(answer.tables[0].rows))

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Mapping[str, str]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Mapping[str, str]]: ...
    def __getitem__(self, index: int | slice) -> Mapping[str, str] | Sequence[Mapping[str, str]]:
        return self.rows[index]

    def __repr__(self) -> str:
        return render(self.columns, self.rows, form="table", columns_wide=WIDE).rstrip("\n")

    def _repr_html_(self) -> str:
        return _html(self.columns, [[escape(clean(row[c])) for c in self.columns] for row in self.rows])

    def to_pandas(self) -> pandas.DataFrame:
        """The rows as a frame. Raises LibraryMissing."""
        return _frame(self.columns, [[row[c] for c in self.columns] for row in self.rows])


@dataclass(frozen=True, repr=False)
class Found(Sequence[Row]):
    """Rows of a query of the catalogue: each has ``values`` by column, and its ``evidence``."""

    columns: Sequence[str]
    rows: Sequence[Row]

    def __len__(self) -> int:
        return len(self.rows)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return self.rows[index]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def __repr__(self) -> str:
        cells = [row.cells(self.columns) for row in self.rows]
        return render(self.columns, cells, form="table", columns_wide=WIDE).rstrip("\n")

    def _repr_html_(self) -> str:
        return _html(self.columns, [[self._cell(row, c) for c in self.columns] for row in self.rows])

    def _cell(self, row: Row, column: str) -> str:
        return _value(row.values[column]) if column in row.values else escape(clean(row.cells([column])[column]))

    def json(self) -> list[dict[str, object]]:
        """The rows as ``palermo query --format json`` gives them."""
        return [row.json() for row in self.rows]

    def to_pandas(self, *, iris: bool = False) -> pandas.DataFrame:
        """The rows as a frame: labels of things, or with ``iris`` their IRIs; numbers as numbers; one row a fact, with
        all its paragraphs and its shortest quote. Raises LibraryMissing."""
        return _frame(self.columns, [[_plain(row, c, iris=iris) for c in self.columns] for row in self.rows])


@dataclass(frozen=True, repr=False)
class Card:
    """All that is known of one entity."""

    page: Page

    def __repr__(self) -> str:
        return to_text(self.page, columns_wide=WIDE).rstrip("\n")

    def json(self) -> dict[str, object]:
        """The page as ``palermo show --format json`` gives it."""
        return to_data(self.page)

    def to_pandas(self) -> pandas.DataFrame:
        """Its facts as a frame: what links them, and how, one row a fact. Raises LibraryMissing."""
        rows = [
            [section.query.name, section.heading, _others(section, row), paragraphs(row.evidence)]
            for section in self.page.sections
            for row in section.rows
        ]
        return _frame(("query", "heading", "fact", "paragraphs"), rows)

    def _repr_html_(self) -> str:
        page = self.page
        also = "; ".join([*page.names[:_NAMES], *(["…"] if len(page.names) > _NAMES else [])])
        words = messages(page.language)
        head = [f"<h3>{_value(page.node)}</h3>", f"<p>{escape(clean(', '.join(page.types)))}</p>"]
        head += [f"<p>{escape(clean(text))}</p>" for text in page.descriptions]
        if also:
            head.append(f"<p>{escape(words['also_called'] + words['colon'] + clean(also))}</p>")
        parts = [self._section(section) for section in page.sections] or [f"<p>{escape(words['nothing'])}</p>"]
        return f"<div>{''.join(head)}{''.join(parts)}</div>"

    def _section(self, section: Section) -> str:
        items = "".join(f"<li>{self._fact(section, row)}</li>" for row in section.rows)
        return f"<h4>{escape(clean(section.heading))}</h4><ul>{items}</ul>"

    def _fact(self, section: Section, row: Row) -> str:
        quotes = "".join(f"<li>{_source(piece, self.page.language)}</li>" for piece in row.evidence)
        said = [_value(v) for c, v in row.values.items() if c != section.role and v is not None]
        return f"<details><summary>{' · '.join(said)}</summary><ul>{quotes}</ul></details>"


@dataclass(frozen=True, repr=False)
class Answered:
    """The answer to a question, with its sentences; false where the documents do not say."""

    outcome: Outcome
    text: str

    def __bool__(self) -> bool:
        return len(self.outcome.answers) > 0

    def __repr__(self) -> str:
        return self.text.rstrip("\n") or self.outcome.missing

    def json(self) -> dict[str, object]:
        """The answer as ``palermo ask --format json`` gives it."""
        return self.outcome.json()

    def _repr_html_(self) -> str:
        lines = "\n".join(escape(clean(line)) for line in repr(self).split("\n"))
        return f"<pre style='white-space: pre-wrap'>{lines}</pre>"


@dataclass(frozen=True, repr=False)
class Picture:
    """A page of ``palermo view``; '' where there is nothing to show."""

    html: str

    def __repr__(self) -> str:
        return f"<picture of {len(self.html):,} characters: save() writes it>"

    def save(self, path: str | Path) -> Path:
        """Writes the page to a file, whole or not at all. Raises OSError."""
        from queries.view import save

        return save(self.html, Path(path), show=False)

    def _repr_html_(self) -> str:
        """The page in a frame of its own, which can reach nothing of the notebook."""
        return f'<iframe sandbox="allow-scripts" width="100%" height="720" srcdoc="{escape(self.html)}"></iframe>'


def _others(section: Section, row: Row) -> str:
    return " · ".join(text_of(v) for c, v in row.values.items() if c != section.role and v is not None)


def _source(piece: Evidence, language: str) -> str:
    words = messages(language)
    place = "" if piece.paragraph is None else f", {words['paragraph']} {piece.paragraph}"
    quote = words["quoted"].format(clean(piece.quote))
    return escape(f"{clean(piece.document.label)}{place}{words['colon']}{quote}")


def _value(value: Value) -> str:
    """A value as HTML: a thing as its label, its IRI behind it where a pointer rests."""
    if isinstance(value, Node):
        return f'<span title="{escape(clean(value.iri))}">{escape(clean(value.label))}</span>'
    return escape(clean(text_of(value)))


def _html(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of cells that are HTML already."""
    head = "".join(f'<th style="{_STYLE}">{escape(clean(column))}</th>' for column in columns)
    body = "".join("<tr>" + "".join(f'<td style="{_STYLE}">{c}</td>' for c in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _plain(row: Row, column: str, *, iris: bool) -> object:
    value = row.values.get(column)
    if column not in row.values:
        return row.cells([column])[column]
    return (value.iri if iris else value.label) if isinstance(value, Node) else value


def _frame(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> pandas.DataFrame:
    try:
        import pandas
    except ModuleNotFoundError as error:
        raise LibraryMissing("pandas") from error
    return pandas.DataFrame([list(row) for row in rows], columns=list(columns))
