"""Rows: evidence gathered, parameters understood, labels in a language."""

from __future__ import annotations

import pytest

from graph.store import Store
from queries.catalogue import require
from queries.resolve import UnknownColumn, UnknownValue
from queries.rows import Row, paragraphs, restricted, run
from queries.values import Evidence, Node


def rows(store: Store, name: str, language: str = "en", **params: str) -> list[Row]:
    return run(store, require(name), params, language=language)


def column(store: Store, name: str, wanted: str, language: str = "en", **params: str) -> list[str]:
    return [row.cells([wanted])[wanted] for row in rows(store, name, language, **params)]


def test_five_rows_for_the_chairs_of_icat(store: Store) -> None:
    found = [row.cells(["chair", "year", "document", "paragraph"]) for row in rows(store, "chairs", body="ICAT")]
    assert [tuple(cells.values()) for cells in found] == [
        ("UNODC", "2016", "A/74/127", "105"),
        ("OHCHR", "2017", "A/74/127", "105"),
        ("UNICEF", "2018", "A/74/127", "105"),
        ("OSCE", "2019", "A/74/127", "73; 92; 105"),
        ("UN Women", "2019", "A/74/127", "73; 105"),
    ]


def test_the_shortest_sentence_is_quoted_where_there_is_room_for_one(store: Store) -> None:
    assert column(store, "chairs", "quote", chair="OSCE") == ["L’OSCE, qui copréside le Groupe."]


def test_json_holds_every_piece_of_evidence_with_true_offsets(store: Store) -> None:
    (row,) = rows(store, "chairs", chair="OSCE", year="2019")
    data = row.json()
    assert data["chair"] == {"label": "OSCE", "iri": "https://w3id.org/palermo/id/OSCE"}
    assert data["year"] == "2019"
    evidence = data["evidence"]
    assert isinstance(evidence, list)
    assert [set(e) for e in evidence] == [{"document", "paragraph", "quote", "start", "end"}] * 3
    raw = store.text("https://w3id.org/palermo/id/A/74/127")
    assert raw is not None
    assert all(" ".join(raw[e["start"] : e["end"]].split()) == e["quote"] for e in evidence)


def test_numbers_are_numbers_in_json(store: Store) -> None:
    (row,) = rows(store, "operations")
    assert row.json()["rescued"] == 350
    assert row.json()["place"] is None


@pytest.mark.parametrize(
    "name",
    [
        "ICAT",
        "icat",
        "Groupe interinstitutions",
        "groupe interinstitutions de coordination contre la traite des personnes",
        "Inter-Agency Coordination Group against Trafficking in Persons",
        "https://w3id.org/palermo/id/ICAT",
        "<https://w3id.org/palermo/id/ICAT>",
    ],
)
def test_an_entity_by_any_of_its_names(store: Store, name: str) -> None:
    assert len(rows(store, "chairs", body=name)) == 5


@pytest.mark.parametrize(
    "citation",
    ["S/RES/2388 (2017)", "S/RES/2388(2017)", "S/RES/2388", "2388 (2017)", "résolution 2388", "Résolution 2388 (2017)",
     "resolution 2388", "Security Council resolution 2388 (2017)", "résolution 2388 du Conseil de sécurité",
     "résolution 2388 (2017) du Conseil de sécurité"],
)  # fmt: skip
def test_a_resolution_by_any_way_of_citing_it(store: Store, citation: str) -> None:
    assert column(store, "citations", "paragraph", cited=citation) == ["38", "41"]


@pytest.mark.parametrize(
    "citation", ["A/RES/72/195", "72/195", "résolution 72/195", "General Assembly resolution 72/195"]
)
def test_a_resolution_of_the_assembly(store: Store, citation: str) -> None:
    assert column(store, "adoptions", "date", instrument=citation) == ["2017-12-19"]


@pytest.mark.parametrize("citation", ["résolution 2388 (2016)", "2389", "A/RES/72", "195", "resolution 74/127"])
def test_another_symbol_is_not_taken_for_it(store: Store, citation: str) -> None:
    with pytest.raises(UnknownValue):
        rows(store, "citations", cited=citation)


def test_a_document_by_its_file_name(store: Store) -> None:
    assert len(rows(store, "citations", document="rapport.txt")) == 2


@pytest.mark.parametrize(
    ("date", "count"), [("2017", 1), ("2017-09", 1), ("2017-09-19", 1), ("2018", 0), ("2017-1", -1)]
)
def test_dates_match_from_their_beginning(store: Store, date: str, count: int) -> None:
    if count < 0:
        with pytest.raises(UnknownValue, match="2018-12-05"):
            rows(store, "ratifications", date=date)
    else:
        assert len(rows(store, "ratifications", date=date)) == count


def test_concepts_by_label_in_either_language_and_by_local_name(store: Store) -> None:
    assert len(rows(store, "ratifications", manner="Ratification")) == 2
    assert rows(store, "ratifications", manner="adhésion") == []  # known, but no such fact
    assert len(rows(store, "instrument-links", relation="complète")) == 1
    with pytest.raises(UnknownValue, match="accession"):
        rows(store, "ratifications", manner="acession")


def test_numbers_and_words(store: Store) -> None:
    assert len(rows(store, "figures", value="25 000")) == 1
    assert rows(store, "figures", value="24999") == []
    assert len(rows(store, "figures", measure="VICTIMS")) == 1
    assert len(rows(store, "chairs", quote="copreside", paragraph="92")) == 1
    with pytest.raises(UnknownValue, match="no number"):
        rows(store, "figures", value="many")


def test_a_column_that_is_empty_does_not_match_every_value(store: Store) -> None:
    # Fund X has no founder: it must not be listed under one that is asked for
    assert column(store, "founded", "thing", founder="Assemblée générale") == ["ICAT"]
    assert rows(store, "founded", founder="UNODC") == []


def test_an_unknown_value_is_told_with_near_names(store: Store) -> None:
    with pytest.raises(UnknownValue, match="UNICEF") as caught:
        rows(store, "chairs", chair="UNICF")
    assert caught.value.near[0] == "UNICEF"
    with pytest.raises(UnknownValue, match="nothing of"):
        rows(store, "chairs", chair="https://example.org/UNICEF")


@pytest.mark.parametrize("value", ["https://x/> } UNION { ?s ?p ?o", '"', "?x", "a } b", "\x00", "' OR 1=1 --", "<>"])
def test_no_value_gets_into_the_query(store: Store, value: str) -> None:
    with pytest.raises(UnknownValue):
        rows(store, "chairs", body=value)


def test_an_unknown_column_is_told_with_those_there_are(store: Store) -> None:
    with pytest.raises(UnknownColumn, match="body, chair, year, document, paragraph, quote"):
        rows(store, "chairs", president="UNICEF")


def test_labels_in_french(store: Store) -> None:
    assert column(store, "chairs", "chair", "fr", body="ICAT") == ["ONUDC", "HCDH", "UNICEF", "OSCE", "ONU-Femmes"]
    assert column(store, "instrument-links", "relation", "fr") == ["complète"]


def test_mentions_once_for_each_paragraph(store: Store) -> None:
    found = [row.cells(["document", "paragraph"]) for row in rows(store, "mentions", entity="ICAT")]
    places = [tuple(cells.values()) for cells in found]
    assert places == [("A/74/127", "73"), ("A/74/127", "92"), ("A/74/127", "105"), ("note.txt", ""), ("note.txt", "")]
    assert set(rows(store, "mentions", entity="ICAT", paragraph="92")[0].json()) == {
        "entity", "document", "paragraph", "quote", "evidence",
    }  # fmt: skip


def test_timeline(store: Store) -> None:
    found = rows(store, "timeline")
    dates = [str(row.values["date"]) for row in found]
    assert dates == sorted(dates)
    assert len(found) == 16
    assert column(store, "timeline", "event", event="Fidji") == ["Fiji · Palermo Protocol · ratification"]
    assert column(store, "timeline", "event", "fr", event="Fidji") == [
        "Fidji · Protocole relatif à la traite des personnes · ratification"
    ]
    assert set(column(store, "timeline", "kind", event="ICAT")) == {"chairs", "founded"}
    assert column(store, "timeline", "date", kind="meetings") == ["2017-05-22"]


def test_a_fact_is_asked_for_by_its_own_iri(store: Store) -> None:
    event = rows(store, "timeline", event="Fiji")[0].values["event"]
    assert isinstance(event, Node)
    assert column(store, "timeline", "date", event=event.iri) == ["2017-09-19"]


def test_paragraphs_of_several_documents_name_them() -> None:
    def piece(document: str, paragraph: str | None, start: int) -> Evidence:
        return Evidence(Node(f"iri:{document}", document), "iri:p", paragraph, "Words.", start, start + 6)

    assert paragraphs([piece("A", "1", 0), piece("A", "1", 9), piece("A", "2(a)", 20)]) == "1; 2(a)"
    assert paragraphs([piece("A", "1", 0), piece("A", "2", 9), piece("B", "7", 0)]) == "A: 1; 2; B: 7"
    assert paragraphs([piece("A", None, 0)]) == ""


def test_restricting_a_query_keeps_it_valid(store: Store) -> None:
    for name in ("chairs", "founded", "documents", "mentions", "timeline"):
        query = require(name)
        nodes = {
            p.name: ("https://w3id.org/palermo/id/ICAT", "iri:x") for p in query.roles if p.type in ("entity", "fact")
        }
        assert store.select(restricted(query.text, nodes)) == []
