"""The glossary: groups that hold together, in both languages."""

from __future__ import annotations

from collections import Counter

import pytest

from ontology.glossary import compiled
from ontology.lexicon import FOLDER, data
from ontology.questions import folded

FILES = sorted(path.stem for path in FOLDER.glob("glossary/*.yaml"))
MOST = 12  # ways of saying one thing


@pytest.mark.parametrize("name", FILES)
def test_groups_are_of_words_that_differ(name: str) -> None:
    for group in data(f"glossary/{name}")["alike"]:
        assert all(isinstance(way, str) and folded(way) for way in group), group
        assert 2 <= len(group) <= MOST, group
        assert len(set(group)) == len(group), group


def test_no_group_is_written_twice() -> None:
    groups = Counter(frozenset(group) for name in FILES for group in data(f"glossary/{name}")["alike"])
    assert [sorted(group) for group, times in groups.items() if times > 1] == []


@pytest.mark.parametrize(
    ("english", "french"),
    [("airline", "compagnie aerienne"), ("ransom", "rancon"), ("supervise", "superviser"), ("poverty", "pauvrete")],
)
def test_both_languages_are_found_by_each_other(english: str, french: str) -> None:
    alike = compiled()["alike"]
    assert french in alike[english]
    assert english in alike[french]
