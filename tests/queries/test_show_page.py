"""The page of an entity, in either language."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.store import Store
from queries.messages import date_words, messages
from queries.page import to_text
from queries.resolve import UnknownValue
from queries.show import page, to_data
from queries.text import width
from tests.conftest import Written, chaired, write_store

ENGLISH = """\
Fiji
State, 2 facts, named in one paragraph.
Also called: Fidji
https://w3id.org/palermo/id/Fiji

Treaty actions
  19 September 2017 · Palermo Protocol · ratification (A/74/127, para. 3 [1])

Took part in
  26th session (note.txt [2])

Named in
  A/74/127, para. 3

Sources
  [1] A/74/127, para. 3: “Fidji (19 septembre 2017) et le Japon ont ratifié le Protocole.”
  [2] note.txt: “António Guterres, Secretary-General since 2017, asks States to report; Norway
      gave 50,000 dollars.”
"""
FRENCH = """\
Fidji
State, 2 faits, nommé dans un paragraphe.
Autres noms : Fiji
https://w3id.org/palermo/id/Fiji

Actes relatifs aux traités
  19 septembre 2017 · Protocole relatif à la traite des personnes · ratification (A/74/127, par. 3
  [1])

A participé à
  26e session (note.txt [2])

Nommé dans
  A/74/127, par. 3

Sources
  [1] A/74/127, par. 3 : « Fidji (19 septembre 2017) et le Japon ont ratifié le Protocole. »
  [2] note.txt : « António Guterres, Secretary-General since 2017, asks States to report; Norway
      gave 50,000 dollars. »
"""


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("fr", FRENCH)])
def test_a_page(store: Store, language: str, text: str) -> None:
    found = to_text(page(store, "Fidji", language=language), columns_wide=98)
    assert found.replace("\u00a0", " ") == text


def test_facts_of_several_paragraphs_are_told_once_with_all_places(store: Store) -> None:
    text = to_text(page(store, "ICAT", language="en"), columns_wide=100)
    assert "  2019 · OSCE (A/74/127, para. 73 [2], 92 [3], 105 [1])\n" in text
    cited = to_text(page(store, "résolution 2388", language="en"), columns_wide=100)
    assert cited.count("A/74/127 (A/74/127, para. 38 [1], 41 [2])") == 1


def test_places_without_a_number_come_first(store: Store, tmp_path: Path) -> None:
    doc = Written("A/1/1", "a.txt", "en")
    for label, words in ((None, "UNICEF chairs it in 2018."), ("7", "UNICEF chaired it in 2018."), (None, "It did.")):
        doc.add(label, words, chaired("UNICEF", "2018"))
    with Store.open(write_store(tmp_path / "s", [doc])) as opened:
        text = to_text(page(opened, "ICAT", language="en"), columns_wide=100)
    assert "  2018 · UNICEF (A/1/1 [1] [3], para. 7 [2])\n" in text


def test_what_an_entity_is_comes_before_what_it_does(store: Store) -> None:
    headings = [section.heading for section in page(store, "A/74/127", language="fr").sections]
    assert headings == ["Ce document", "Cite"]


def test_numbers_say_what_they_count(store: Store) -> None:
    text = to_text(page(store, "Operation Libertad", language="fr"), columns_wide=120)
    assert "personnes secourues : 350" in text


@pytest.mark.parametrize("columns_wide", [24, 40, 100])
def test_no_line_is_wider_than_the_terminal(store: Store, columns_wide: int) -> None:
    lines = to_text(page(store, "ICAT", language="en"), columns_wide=columns_wide).splitlines()
    assert max(width(line) for line in lines if not line.startswith("https://")) <= columns_wide


def test_a_hostile_name_sends_nothing_to_the_terminal(store: Store) -> None:
    for name in ("UNODC", "https://w3id.org/palermo/id/programme/hostile"):
        text = to_text(page(store, name, language="en"), columns_wide=100)
        assert "Red" in text
        assert "\x1b" not in text and "\u202e" not in text


def test_an_entity_without_facts(store: Store) -> None:
    text = to_text(page(store, "note.txt", language="fr"), columns_wide=100)
    assert messages("fr")["nothing"] in text


def test_an_unknown_entity(store: Store) -> None:
    with pytest.raises(UnknownValue, match="OSCE"):
        page(store, "OSCEE", language="en")


def test_the_page_as_data(store: Store) -> None:
    data = to_data(page(store, "Fiji", language="en"))
    assert data["label"] == "Fiji"
    facts = data["facts"]
    assert isinstance(facts, list)
    assert [(f["query"], f["role"], len(f["rows"])) for f in facts] == [
        ("ratifications", "state", 1),
        ("participants", "participant", 1),
    ]


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        ("2018", "2018", "2018"),
        ("2018-05", "May 2018", "mai 2018"),
        ("2018-05-01", "1 May 2018", "1er mai 2018"),
        ("2018-05-11", "11 May 2018", "11 mai 2018"),
        ("2017/2020", "2017 – 2020", "2017 – 2020"),
        ("2018-02-31", "2018-02-31", "2018-02-31"),
    ],
)
def test_dates(value: str, english: str, french: str) -> None:
    assert date_words(value, "en") == english
    assert date_words(value, "fr") == french


def test_messages_are_there_in_both_languages() -> None:
    assert set(messages("en")) == set(messages("fr"))
