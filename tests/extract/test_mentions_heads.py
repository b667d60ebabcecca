"""The head nouns: the data holds together, and heads are met as words, with their accents."""

from __future__ import annotations

from collections import Counter

import pytest

from extract.mentions import heads
from ontology.fold import fold
from ontology.lexicon import data
from ontology.types import parents
from tests.extract.kinds import facts_of, said

_KEYS = {
    "amid",
    "latest",
    "at_work",
    "helps",
    "circumstances",
    "for_another",
    "gendered_titles",
    "titles_of_people",
    "courtesies",
    "titles_of_office",
    "governing",
    "heading",
    "of_names",
    "of_places",
    "facilities",
    "units",
    "talks",
    "schemes",
    "types",
    "modifiers",
    "weak",
    "never",
    "empty",
    "stop",
    "titles",
    "connectors",
    "place",
    "events",
    "enumerating",
    "seats",
    "bureau",
    "of_served",
    "of_states",
    "secretariat",
    "portfolios",
}
_ENGLISH = {
    "topics",
    "posted",
    "coming",
    "articles",
    "particles",
    "asides",
    "dialogues",
    "abstract",
    "abstract_endings",
    "not_begin",
    "opening",
}
_FRENCH = {
    "of_people",
    "compounds",
    "owners",
    "complement",
    "not_en",
    "leading",
    "vague",
    "without",
    "nouns",
    "charged",
    "helping",
    "emblems",
    "agents",
    "aims",
    "ministers",
    "unfinished",
    "unaccented",
}
_FRENCH |= {"relating", "dialled", "not_in", "posted", "trading", "relational", "general", "adverbial"}
_ENGLISH |= {
    "uniformed",
    "for_states",
    "regimes",
    "portfolio",
    "unnumbered",
    "kept",
    "christened",
    "verbal",
    "speaking",
}
_FRENCH |= {"regimes", "kept", "borne"}
_KEYS |= {"lands"}
_ENGLISH |= {"uniformed"}
_COMMON = {
    "beside",
    "en",
    "fr",
    "alone",
    "meetings",
    "presided",
    "speaking",
    "adjective_endings",
    "feminine",
    "foreign_links",
    "thereto",
    "masculine_states",
    "sittings",
    "branching",
    "houses",
    "definition",
    "deputies",
    "directions",
    "described",
    "surnames",
    "given",
    "given_of_states",
    "organised",
    "foreign",
    "proper",
    "parties",
    "nationality_endings",
    "christened",
    "lasting",
    "fields",
    "areas",
    "joined_articles",
    "organs",
    "parts_of_meetings",
    "steering",
}


def test_keys_are_known() -> None:
    content = data("heads")
    assert set(content) == _COMMON
    assert set(content["en"]) == _KEYS | _ENGLISH
    assert set(content["fr"]) == (_KEYS - {"connectors"}) | _FRENCH


@pytest.mark.parametrize("language", ["en", "fr"])
def test_types_exist_and_no_noun_has_two(language: str) -> None:
    types = data("heads")[language]["types"]
    assert set(types) <= set(parents())
    nouns = Counter(fold(noun) for listed in types.values() for noun in listed)
    assert [noun for noun, count in nouns.items() if count > 1] == []


@pytest.mark.parametrize("language", ["en", "fr"])
def test_weak_words_are_heads(language: str) -> None:
    known = heads.table(language)
    assert sorted(known.weak - known.nouns.keys()) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("the steering committee", "en", ["steering committee"]),
        ("two working groups", "en", ["working group"]),
        ("a refund", "en", []),
        ("the court-room", "en", []),
        ("la traite", "fr", []),
        ("le Traité", "fr", ["traité"]),
        ("LE TRAITE", "fr", ["traité"]),
        ("l’Equipe spéciale", "fr", ["équipe spéciale"]),
        ("au cours de l’année", "fr", []),
        ("le Comité1 du sel", "fr", ["comité"]),
    ],
)
def test_heads_are_whole_words_with_their_accents(text: str, language: str, expected: list[str]) -> None:
    assert [head.noun for head in heads.find(text, fold(text), language)] == expected


def test_no_committee_is_told_by_a_number() -> None:
    text = (
        "30th Committee of the Parties\n\nThe 30th meeting of the Committee of the Parties took place on 17 June 2022."
    )
    told = facts_of("meetings", text + " The Committee elected Ms. Anna Berg as its Chair.")
    assert [body for (body,) in said(told, "body")] == ["Committee of the Parties"]
