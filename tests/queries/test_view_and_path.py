"""`palermo view` and `palermo path`: what they understand, and what they answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.view.select import Bounds
from ontology.vocabulary import UnknownName
from queries.view import Mode, ViewUnclear, Wanted, wanted
from tests.test_cli import palermo

BOUNDS = Bounds(150)


@pytest.fixture
def at(store_path: Path) -> str:
    return str(store_path)


def understood(
    *names: str, flags: tuple[Mode, ...] = (), path: tuple[str, str] | None = None, sparql: str | None = None
) -> Wanted:
    return wanted(names, flags=flags, path=path, sparql=sparql, depth=2, bounds=BOUNDS)


def test_what_to_show() -> None:
    assert understood("ICAT", "UNODC") == Wanted("around", ("ICAT", "UNODC"), BOUNDS, 2)
    assert understood(flags=("citations",)).mode == "citations"
    assert understood("ICAT", flags=("timeline",)) == Wanted("timeline", ("ICAT",), BOUNDS, 2)
    assert understood(path=("a", "b")) == Wanted("path", ("a", "b"), BOUNDS, 2)
    assert understood(sparql="CONSTRUCT").mode == "sparql"


def test_more_than_one_thing_or_none_is_refused() -> None:
    with pytest.raises(ViewUnclear):
        understood()
    with pytest.raises(ViewUnclear):
        understood("ICAT", flags=("citations",))
    with pytest.raises(ViewUnclear):
        understood("ICAT", path=("a", "b"))
    with pytest.raises(ViewUnclear):
        understood(flags=("citations", "actors"))
    with pytest.raises(ViewUnclear):
        understood(flags=("all",), sparql="x")
    with pytest.raises(UnknownName, match="chaires"):
        wanted((), flags=("all",), path=None, sparql=None, depth=1, bounds=Bounds(9, frozenset({"chaires"})))


def test_a_page_goes_where_it_is_wanted(at: str, tmp_path: Path) -> None:
    file = tmp_path / "icat.html"
    result = palermo("--store", at, "view", "Groupe interinstitutions", "-o", str(file), "--lang", "fr")
    assert (result.exit_code, result.stdout) == (0, "")
    assert str(file) in result.stderr
    page = file.read_text(encoding="utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="fr">')
    assert palermo("--store", at, "view", "ICAT", "--lang", "fr").stdout == page
    assert [path.name for path in tmp_path.iterdir()] == ["icat.html"]


def test_a_page_that_cannot_be_written_leaves_nothing(at: str, tmp_path: Path) -> None:
    result = palermo("--store", at, "view", "ICAT", "-o", str(tmp_path / "no" / "icat.html"))
    assert result.exit_code == 2
    assert "Traceback" not in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_open_shows_the_page(at: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shown: list[str] = []
    monkeypatch.setattr("webbrowser.open", shown.append)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert palermo("--store", at, "view", "--actors", "--open").exit_code == 0
    (file,) = tmp_path.iterdir()
    assert shown == [file.as_uri()]


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (("ICATT",), 2, "ICAT"),
        ((), 2, "Say what to show"),
        (("ICAT", "--all"), 2, "Say what to show"),
        (("--all", "--kind", "chaires"), 2, "chaires"),
        (("--sparql", "SELECT ?s { ?s ?p ?o }"), 2, "CONSTRUCT"),
        (("--sparql", "CONSTRUCT {"), 2, "SPARQL"),
        (("--sparql", "DROP ALL"), 2, "only read"),
        (("--all", "--from", "1650", "--to", "1700"), 1, "Nothing found"),
        (("--path", "ICAT", "Vienna"), 1, "Nothing found"),
        (("--citations", "--limit", "0"), 2, "--limit"),
    ],
)
def test_what_cannot_be_shown_is_told(at: str, arguments: tuple[str, ...], status: int, message: str) -> None:
    result = palermo("--store", at, "view", *arguments)
    assert (result.exit_code, result.stdout) == (status, "")
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_the_result_of_any_construct(at: str) -> None:
    query = "CONSTRUCT { id:ICAT :chairedBy ?c . ?c <https://example.org/x> 'y' } WHERE { id:ICAT :chairedBy ?c }"
    page = palermo("--store", at, "view", "--sparql", "-", stdin=query).stdout
    data = json.loads(page.partition('id="data">')[2].partition("</script>")[0])
    assert {fact["kind"] for fact in data["facts"]} == {"chairs", "https://example.org/x"}
    assert all(fact["said"] for fact in data["facts"] if fact["kind"] == "chairs")
    blank = "CONSTRUCT { _:b <https://example.org/by> ?c ; <https://example.org/n> 3 } WHERE { id:ICAT :chairedBy ?c }"
    assert palermo("--store", at, "view", "--sparql", blank).exit_code == 0


def test_a_path_with_its_sentences(at: str) -> None:
    result = palermo("--store", at, "path", "UNICEF", "ONUDC", "--format", "csv")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "chain,from,fact,to,date,document,paragraph,quote"
    assert lines[1].startswith("1,ICAT,chairedBy,UNICEF,2018,A/74/127,105,")
    assert {line.split(",")[3] for line in lines[2:]} == {"UNODC", "ICAT"}
    rows = json.loads(palermo("--store", at, "path", "UNICEF", "ONUDC", "--format", "json").stdout)
    assert rows[0]["to"] == {"label": "UNICEF", "iri": "https://w3id.org/palermo/id/UNICEF"}
    assert rows[0]["evidence"][0]["document"] == "A/74/127"
    assert rows[0]["evidence"][0]["start"] < rows[0]["evidence"][0]["end"]


def test_a_concept_says_how_two_are_tied(at: str) -> None:
    result = palermo("--store", at, "path", "Fidji", "Protocole relatif à la traite des personnes", "--lang", "fr")
    assert "1\tFidji\tratification\tProtocole relatif à la traite des personnes\t2017-09-19\t" in result.stdout


def test_where_there_is_no_path(at: str) -> None:
    assert palermo("--store", at, "path", "ICAT", "Vienna").exit_code == 1
    assert palermo("--store", at, "path", "ICAT", "ICAT").exit_code == 1
    result = palermo("--store", at, "path", "ICAT", "Viena")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Vienna" in result.stderr


def test_export_for_other_tools(at: str, tmp_path: Path) -> None:
    for form in ("graphml", "gexf"):
        assert palermo("--store", at, "export", "--format", form, "-o", str(tmp_path / form)).exit_code == 0
        assert b"ICAT" in (tmp_path / form).read_bytes()
