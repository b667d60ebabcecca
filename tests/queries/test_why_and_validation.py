"""What `palermo why` and `palermo validate` print."""

from __future__ import annotations

import json

import pytest
from rdflib import Graph

from graph import iris
from graph.store import Store
from queries.answers import validation_text, why_text
from queries.resolve import UnknownValue
from queries.why import NotATerm, why


def test_a_stated_statement_shows_its_sentence(store: Store) -> None:
    rows = store.select("SELECT ?f { ?f a :Chairing ; :chair id:UNICEF }")
    fact = str(rows[0]["f"])[1:-1]
    text = why_text(store, fact, ":chair", "UNICEF", language="fr", form="text")
    assert "  énoncé dans A/74/127\n  « Le Groupe a été présidé" in text
    data = json.loads(why_text(store, fact, "chair", "UNICEF", language="fr", form="json"))
    assert data["graphs"] == [iris.document_graph("A/74/127")]
    assert data["quotes"][0].startswith("Le Groupe")


def test_names_in_either_language_and_prefixed_names(store: Store) -> None:
    for subject in ("ICAT", "Groupe interinstitutions", "id:ICAT", iris.thing("ICAT")):
        for predicate in ("chairedBy", ":chairedBy", iris.PALERMO + "chairedBy"):
            assert why(store, subject, predicate, "UNICEF") is not None


def test_a_literal_may_be_asked_for(store: Store) -> None:
    assert why(store, "A/74/127", "dcterms:identifier", '"A/74/127"') is not None
    assert why(store, "A/74/127", "dcterms:identifier", '"A/1/1"') is None


@pytest.mark.parametrize("text", ['x" }', "nobody:knows", "} ; DROP ALL", "<javascript:1>"])
def test_what_is_no_term_is_refused(store: Store, text: str) -> None:
    with pytest.raises((NotATerm, UnknownValue)):
        why(store, text, "a", "ICAT")
    with pytest.raises(NotATerm):
        why(store, "ICAT", f"{text} ", "ICAT")


def test_what_does_not_hold_is_nothing(store: Store) -> None:
    assert why_text(store, "ICAT", "chairedBy", "ICAT", language="en", form="text") == ""


def test_findings_are_listed_by_check(store: Store) -> None:
    text, valid, skipped = validation_text(store, owl=False, language="fr", form="text", columns_wide=100)
    assert not valid and skipped == ""
    assert "« acte » n’a qu’une valeur au plus" in text
    assert "(note.txt)" in text
    assert text.rstrip().splitlines()[-1].startswith("Le graphe n’est pas valide")


def test_findings_as_data(store: Store) -> None:
    text, _, _ = validation_text(store, owl=False, language="en", form="json", columns_wide=100)
    data = json.loads(text)
    assert data["conforms"] is False
    assert {finding["check"] for finding in data["findings"]} >= {"act", "Term-definitions"}
    turtle, _, _ = validation_text(store, owl=False, language="en", form="turtle", columns_wide=100)
    assert len(Graph().parse(data=turtle, format="turtle")) > 10
