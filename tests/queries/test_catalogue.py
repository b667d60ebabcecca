"""The .rq files: their headers, their form, and the answer of each on the hand-written store."""

from __future__ import annotations

import re

import pyoxigraph
import pytest

from graph.store import Store
from ontology.errors import PalermoError
from ontology.kinds import kinds
from queries.catalogue import UnknownQuery, catalogue, names, of_class, parse, require
from queries.rows import run

# The public interface (columns before the evidence): spreadsheets depend on it.
COLUMNS = {
    "chairs": "body, chair, year",
    "members": "body, member, year",
    "founded": "thing, founder, instrument, date",
    "adoptions": "instrument, body, date",
    "ratifications": "state, instrument, manner, date",
    "citations": "citing, cited",
    "instrument-links": "instrument, relation, other",
    "meetings": "meeting, body, place, start, end",
    "publications": "title, publisher, date",
    "operations": "operation, coordinator, place, date, rescued, arrested",
    "offices": "person, office, organisation, start, end",
    "responsibilities": "agent, role, object",
    "programmes": "programme, lead, partner, country, start",
    "figures": "subject, measure, value, unit, period, place",
    "themes": "occasion, year, theme, chooser",
    "requests": "issuer, act, addressee, action",
    "commitments": "instrument, objective, item, action",
    "funding": "donor, recipient, amount, currency, date",
    "participants": "event, participant",
    "documents": "document, title, type, language, date, author, publisher, session",
    "targets": "agent, target",
    "training": "agent, number, audience, period, place",
    "mentions": "entity, document, paragraph, quote",
    "timeline": "date, event, kind",
}

RAN = "UNODC runs Red Team, reports 25,000 victims for 2016, and trained 7,000 judges."
ASKED = "António Guterres, Secretary-General since 2017, asks States to report; Norway gave 50,000 dollars."
MET = "The 26th session met in Vienna from 22 to 26 May 2017."
RATIFIED = "Fidji (19 septembre 2017) et le Japon ont ratifié le Protocole."

# query -> all its rows on the hand-written store, as cells
ANSWERS: dict[str, list[tuple[str, ...]]] = {
    "members": [("ICAT", "UNODC", "", "note.txt", "", "UNODC is a member of ICAT.")],
    "ratifications": [
        ("Japan", "Palermo Protocol", "ratification", "", "A/74/127", "3", RATIFIED),
        ("Fiji", "Palermo Protocol", "ratification", "2017-09-19", "A/74/127", "3", RATIFIED),
    ],
    "citations": [
        ("A/74/127", "S/RES/2388 (2017)", "A/74/127", "38", "La résolution 2388 (2017) a été rappelée."),
        ("A/74/127", "S/RES/2388 (2017)", "A/74/127", "41", "Voir la résolution 2388."),
    ],
    "adoptions": [
        # it stands in footnote 1, which is no paragraph 1
        ("A/RES/72/195", "General Assembly", "2017-12-19", "note.txt", "", "It was adopted on 19 December 2017."),
    ],
    "instrument-links": [("Palermo Protocol", "supplements", "UNTOC", "A/74/127", "3", RATIFIED)],
    "meetings": [("26th session", "", "Vienna", "2017-05-22", "2017-05-26", "note.txt", "", MET)],
    "publications": [("Global Report", "UNODC", "2018", "note.txt", "", RAN)],
    "operations": [
        (
            "Operation Libertad", "OSCE", "", "2018-04", "350", "22", "note.txt", "",
            "In April 2018 Operation Libertad, coordinated by OSCE, rescued 350 people; 22 were arrested.",
        )
    ],
    "offices": [("António Guterres", "Secretary-General", "", "2017", "", "note.txt", "", ASKED)],
    "responsibilities": [("UNODC", "coordinates", "ICAT", "note.txt", "", RAN)],
    "figures": [("", "victims detected", "25000", "victims", "2016", "", "note.txt", "", RAN)],
    "themes": [("World Day", "2019", "children", "", "note.txt", "", ASKED)],
    "requests": [("António Guterres", "requests", "", "report", "note.txt", "", ASKED)],
    "commitments": [("UNTOC", "10", "a", "promote it", "note.txt", "", ASKED)],
    "funding": [("Norway", "", "50000", "USD", "", "note.txt", "", ASKED)],
    "participants": [("26th session", "Fiji", "note.txt", "", ASKED)],
    "documents": [
        (
            "A/74/127", "Amélioration de la coordination", "report", "fr", "2019-07", "", "", "", "",
            "Rapport du Secrétaire général, juillet 2019.",
        )
    ],
    "targets": [("UNODC", "SDG target 16.2", "note.txt", "", RAN)],
    "training": [("UNODC", "7000", "judges", "", "", "note.txt", "", RAN)],
}  # fmt: skip


def test_the_catalogue_holds_the_queries_of_the_design_in_its_order() -> None:
    assert [q.name for q in catalogue()] == list(COLUMNS)


@pytest.mark.parametrize("name", list(COLUMNS))
def test_columns(name: str) -> None:
    own = COLUMNS[name].split(", ")
    query = require(name)
    assert [p.name for p in query.roles] == own
    assert list(query.columns) == own + [c for c in ("document", "paragraph", "quote") if c not in own]


@pytest.mark.parametrize("name", list(COLUMNS))
def test_a_file_is_plain_sparql_with_an_order(name: str) -> None:
    text = require(name).text
    solutions = pyoxigraph.Store().query(text)  # no prefix is given: it runs as it stands
    assert isinstance(solutions, pyoxigraph.QuerySolutions)
    selected = {v.value for v in solutions.variables}
    assert selected >= {*require(name).columns, "passage", "quoteStart", "quoteEnd"}
    assert text.count("\n}\nORDER BY") == 1 and text.count("\nWHERE {\n") == 1


@pytest.mark.parametrize("name", list(COLUMNS))
def test_a_header_says_everything_in_both_languages(name: str) -> None:
    query = require(name)
    for words in (query.title, query.question, *query.headings.values()):
        assert set(words) == {"en", "fr"}
    header = query.text.split("\n\n", 1)[0].splitlines()
    assert all(re.fullmatch(r"# [a-z].*: \S.*", line) for line in header)
    assert all(p.example for p in query.roles)


def test_each_kind_of_fact_has_its_query() -> None:
    assert {*kinds()} == {*COLUMNS} - {"mentions", "timeline"}


@pytest.mark.parametrize("kind", [k for k in COLUMNS if k not in ("mentions", "timeline")])
def test_headers_agree_with_the_kinds_of_fact(kind: str) -> None:
    query, known = require(kind), kinds()[kind]
    ranges = {p.name: "text" if p.type == "description" else p.type for p in query.roles}
    assert ranges == dict(known.columns)
    assert query.fact_class == known.cls
    assert query.per_paragraph == (known.per == "paragraph")
    assert {c: query.property_of(c) for c in ranges} == {c: known.property_of(c) for c in ranges}
    assert set(query.headings) == {c for c, r in ranges.items() if r == "entity"}  # `show` has words for each role
    assert of_class(known.cls) is query


def test_the_timeline_covers_every_kind_with_a_date() -> None:
    dated = {
        k.name: k.cls for k in kinds().values() if {"date", "year"} & set(k.columns.values()) or "period" in k.columns
    }
    assert {n: c for c, n in re.findall(r'\(:(\w+) "([\w-]+)"\)', require("timeline").text)} == dated


@pytest.mark.parametrize("name", list(ANSWERS))
def test_answers(store: Store, name: str) -> None:
    query = require(name)
    rows = [row.cells(query.columns) for row in run(store, query, {}, language="en")]
    assert [tuple(cells[c] for c in query.columns) for cells in rows] == ANSWERS[name]


def test_an_unknown_query_is_told_with_near_names() -> None:
    with pytest.raises(UnknownQuery, match="ratifications") as caught:
        require("ratification")
    assert "ratifications" in caught.value.near
    with pytest.raises(UnknownQuery, match="palermo query"):
        require("xyzzy")


def test_a_header_that_lacks_something_is_refused() -> None:
    with pytest.raises(PalermoError, match="columns"):
        parse("new", "# rank: 1\n# per: fact\n\nSELECT * WHERE {}")


def test_names_are_sorted() -> None:
    assert names() == sorted(COLUMNS)
