"""Floors rise and never sink, and what falls below one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality import documents, sentences
from tests.quality.floors import Floor, Floors, below, hints, raised, read, too_many_traps, write
from tests.quality.report import complaint
from tests.quality.scores import Scores, Tally

# ten facts, seven found; eight rows, six right
SCORES = Scores({"chairs": Tally(10, 7, 8, 6)}, {"chairs": ("missed: body=ICAT",)}, ("chairs: body=ICAT in: x",))


def held(precision: float | None, recall: float | None, traps: int | None = 1) -> Floors:
    floor = Floor(precision, recall)
    return Floors({"all": floor, "chairs": floor}, traps)


@pytest.mark.parametrize(
    ("floors", "falls"),
    [
        (held(0.75, 0.70), False),
        (held(0.76, 0.70), True),
        (held(0.75, 0.71), True),
        (held(None, None), False),
    ],
)
def test_what_is_below_a_floor(floors: Floors, falls: bool) -> None:
    assert bool(below(SCORES, floors)) is falls
    assert (complaint("set", SCORES, floors, show=True) != "") is falls


def test_a_kind_without_a_floor_is_told() -> None:
    assert below(SCORES, Floors({"all": Floor(0.1, 0.1)})) == {"chairs": "chairs has no floor yet: make floors"}


def test_nothing_found_falls_below_the_floor_of_recall_alone() -> None:
    nothing = Scores({"chairs": Tally(10, 0, 0, 0)})
    assert below(nothing, held(0.9, None)) == {}
    assert set(below(nothing, held(0.9, 0.1))) == {"all", "chairs"}


def test_more_traps_than_the_ceiling() -> None:
    assert not too_many_traps(SCORES, held(0, 0, 1))
    assert too_many_traps(SCORES, held(0, 0, 0))
    assert too_many_traps(SCORES, held(0, 0, None))
    assert "1 facts in sentences that state none, ceiling 0\n  chairs: body=ICAT in: x" in complaint(
        "set", SCORES, held(0, 0, 0), show=True
    )


def test_what_differs_is_shown_only_where_it_may_be_read() -> None:
    assert "missed: body=ICAT" in complaint("set", SCORES, held(0.9, 0.9), show=True)
    assert "body=ICAT" not in complaint("set", SCORES, held(0.9, 0.9, 0), show=False)


def test_floors_rise_to_whole_hundredths() -> None:
    thirds = Scores({"chairs": Tally(3, 2, 100, 29)})
    assert raised(thirds, Floors({})).kinds["chairs"] == Floor(0.29, 0.66)
    assert raised(SCORES, held(0.1, 0.1, 5)) == held(0.75, 0.7, 1)


def test_floors_never_sink() -> None:
    high = held(0.99, 0.98, 0)
    assert raised(SCORES, high) == high
    assert raised(Scores({"members": Tally(1, 1, 1, 1)}), high).kinds["chairs"] == Floor(0.99, 0.98)


def test_a_score_well_above_its_floor_is_a_hint() -> None:
    assert hints(SCORES, held(0.73, 0.68)) == []
    assert len(hints(SCORES, held(0.71, 0.70))) == 2


def test_floors_are_written_as_they_are_read(tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    floors = {"en/dev": held(0.29, None, None), "sentences/en/dev": held(1.0, 0.58, 3)}
    assert read(path) == {}
    write(floors, path)
    assert read(path) == floors


def test_a_value_that_is_no_floor_is_told(tmp_path: Path) -> None:
    path = tmp_path / "floors.yaml"
    path.write_text("en/dev:\n  chairs: 0.9\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"chairs: 0\.9 is no floor"):
        read(path)


def test_there_are_floors_for_every_set_and_no_other() -> None:
    assert list(read()) == [*documents.SETS, *sentences.SETS, *sentences.LARGE]


def test_floors_belong_to_the_annotations_that_were_measured() -> None:
    then, now = Floors(held(0.9, 0.9).kinds, 0, "then"), Scores(SCORES.kinds, of="now")
    assert below(now, then) == {"all": "the set is not the one that its floors were measured on: make floors"}
    assert raised(now, then).kinds["chairs"] == Floor(0.75, 0.70)
    same = raised(Scores(SCORES.kinds, of="then"), then)
    assert (same.kinds["chairs"], same.of) == (Floor(0.9, 0.9), "then")
