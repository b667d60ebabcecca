"""The banks of short texts: scores keep above their floors, and the matching counts what it says."""

from __future__ import annotations

from collections import Counter

import pytest

from extract.facts import Entity, Fact
from ontology.kinds import kinds
from tests.quality import floors
from tests.quality.documents import is_heldout
from tests.quality.report import complaint
from tests.quality.sentences import (
    HALVES,
    KINDS,
    LANGUAGES,
    LARGE,
    SETS,
    Entry,
    Roles,
    agrees,
    names,
    read_bank,
    scored,
    sentence_scores,
)

BANKS = [(bank, language) for bank in KINDS for language in LANGUAGES]
FORUM = Entity("body/pacific-forum", "Body", (("en", "Pacific Forum"), ("fr", "Forum du Pacifique")))
ICAT = Entity("ICAT", "Collaboration")
CHAIRED = {"kind": "chairs", "body": "the Pacific Forum", "chair": "OIM", "year": "2018"}


def chaired(**changes: Entity | str) -> Fact:
    roles: dict[str, Entity | str | int | float] = {
        "body": FORUM, "chair": Entity("IOM", "UNEntity"), "year": "2018", **changes,
    }  # fmt: skip
    return Fact("chairs", roles, 0, 1, 0)


@pytest.mark.parametrize("name", [*SETS, *(pytest.param(name, marks=pytest.mark.slow) for name in LARGE)])
def test_scores_keep_above_their_floors(name: str) -> None:
    scores, held = sentence_scores(name), floors.read().get(name, floors.Floors({}))
    print(*floors.hints(scores, held), sep="\n")
    fallen = complaint(name, scores, held, show=not is_heldout(name))
    if fallen != "":
        pytest.fail(fallen, pytrace=False)


@pytest.mark.parametrize(("bank", "language"), BANKS)
def test_a_bank_is_sound(bank: str, language: str) -> None:
    entries = read_bank(bank, language)
    assert len({entry.text for entry in entries}) == len(entries)
    for entry in entries:
        assert entry.half in HALVES
        for fact in entry.facts:
            assert fact["kind"] in KINDS[bank]
            assert fact.keys() - {"kind"} <= kinds()[fact["kind"]].columns.keys(), fact
            assert all(isinstance(value, str | int | float) for value in fact.values()), fact


@pytest.mark.parametrize(("bank", "language"), BANKS)
def test_each_half_of_a_bank_has_facts_and_traps(bank: str, language: str) -> None:
    counts = Counter((entry.half, len(entry.facts) == 0) for entry in read_bank(bank, language))
    assert min(counts[half, trap] for half in HALVES for trap in (True, False)) >= 10


def test_names_in_either_language_articles_aside() -> None:
    assert agrees(CHAIRED, chaired().roles)
    assert agrees({**CHAIRED, "body": "Forum du Pacifique", "chair": "l’OIM"}, chaired().roles)
    assert agrees({"kind": "chairs", "body": "FORUM"}, {"body": Entity("body/forum", "Body", (("en", "the Forum"),))})


def test_a_column_that_is_not_stated_does_not_matter_and_one_that_is_missing_does() -> None:
    assert agrees({"kind": "chairs", "body": "Pacific Forum"}, chaired().roles)
    assert not agrees({**CHAIRED, "year": "2018-05"}, chaired().roles)
    assert not agrees(CHAIRED, {role: value for role, value in chaired().roles.items() if role != "year"})


def test_part_of_a_name_is_another_name() -> None:
    assert not agrees({"kind": "chairs", "body": "Forum"}, chaired().roles)


def test_an_office_may_be_named_without_its_organisation() -> None:
    office = names(Entity("Executive_Director_of_UNODC", "Office"))
    assert {"executive director", "executive director of unodc"} <= office
    assert "unodc" not in office and "director" not in office


def test_words_are_alike_numbers_equal_and_descriptions_not_compared() -> None:
    asked: Roles = {"issuer": ICAT, "act": "urges", "action": "to report on the shelters each year"}
    assert agrees({"kind": "requests", "act": "urges", "action": "report each year on the shelters"}, asked)
    assert not agrees({"kind": "requests", "act": "urges", "action": "open a school"}, asked)
    counted: Roles = {"value": 7000, "unit": "judges", "measure": "judges trained"}
    assert agrees({"kind": "figures", "value": "7000", "measure": "trained"}, counted)
    assert not agrees({"kind": "figures", "value": "7001"}, counted)


def test_a_name_with_its_acronym_is_either() -> None:
    assert agrees({**CHAIRED, "body": "Pacific Forum (PF)"}, chaired().roles)
    named = Entity("body/x", "Body", (("en", "Sahel Network (SN)"),))
    assert agrees({**CHAIRED, "body": "SN"}, chaired(body=named).roles)


def test_facts_are_counted() -> None:
    pairs = [
        (Entry("a", "dev", (CHAIRED, {**CHAIRED, "year": "2019"})), [chaired(), chaired(year="2020")]),
        (Entry("b", "dev", ()), [chaired(body=ICAT)]),
    ]
    scores = scored(pairs, KINDS["sentences"])
    tally = scores.kinds["chairs"]
    assert (tally.gold, tally.matched, tally.returned, tally.right) == (2, 1, 3, 1)
    assert scores.trapped == ("chairs: body=ICAT; chair=IOM; year=2018 in: b",)
    assert [line.split(":")[0] for line in scores.differences["chairs"]] == ["missed", "unexpected", "unexpected"]
