"""Times as people type them: with their nouns, with an article, and parts of a year or month."""

from __future__ import annotations

import pytest

from ontology.questions import compiled
from queries.asking import segments
from queries.asking.times import Time
from queries.asking.words import Vocabulary, tokens


@pytest.mark.parametrize(
    ("language", "text", "time"),
    [
        ("fr", "avant le 15 mars 2019", Time(None, "2019-03-14")),
        ("fr", "après le 15 mars 2019", Time("2019-03-15~", None)),
        ("fr", "pour le mois de mars 2025", Time("2025-03", "2025-03")),
        ("fr", "au cours de l'année 2017", Time("2017", "2017")),
        ("fr", "fin septembre 2017", Time("2017-09-20", "2017-09-31")),
        ("fr", "début de l'année 2018", Time("2018-01", "2018-03")),
        ("en", "late 2018", Time("2018-10", "2018-12")),
        ("en", "during the year 2017", Time("2017", "2017")),
    ],
)
def test_time(language: str, text: str, time: Time) -> None:
    words = tokens(text)
    (segment,) = segments.cut(Vocabulary(compiled()), text, words, {}, language)
    assert segment.meanings[0].data == (time,)


def test_a_day_that_is_named_keeps_its_noun() -> None:
    text = "World Day 2017"
    last = segments.cut(Vocabulary(compiled()), text, tokens(text), {}, "en")[-1]
    assert (last.first, last.last) == (2, 3)
