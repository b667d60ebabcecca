"""The parts of `ask`: times, names, spelling, completion and the prompt, on the handmade store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from graph.store import Store
from queries.asking import names, segments, words
from queries.asking.answer import Outcome
from queries.asking.prompt import completions, history_file, run
from queries.asking.times import Time


@pytest.fixture
def cut(store: Store) -> Callable[[str], list[words.Segment]]:
    vocabulary = words.Vocabulary(store.questions)

    def segmented(question: str) -> list[words.Segment]:
        text = words.normal(question)
        found = words.tokens(text)
        named = names.find(store, vocabulary, text, found)
        return segments.cut(vocabulary, text, found, named, vocabulary.language(found, text))

    return segmented


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("in 2018", [Time("2018", "2018")]),
        ("2018", [Time("2018", "2018")]),
        ("on 11 July 2017", [Time("2017-07-11", "2017-07-11")]),
        ("July 11, 2017", [Time("2017-07-11", "2017-07-11")]),
        ("2017-07-11", [Time("2017-07-11", "2017-07-11")]),
        ("le 1er juillet 2017", [Time("2017-07-01", "2017-07-01")]),
        ("en juillet 2017", [Time("2017-07", "2017-07")]),
        ("since 2016", [Time("2016", None)]),
        ("depuis 2016", [Time("2016", None)]),
        ("after 2016", [Time("2017", None)]),
        ("avant 2016", [Time(None, "2015")]),
        ("jusqu’en 2016", [Time(None, "2016")]),
        ("between 2016 and 2018", [Time("2016", "2018")]),
        ("de 2016 à 2018", [Time("2016", "2018")]),
        ("2016-2018", [Time("2016", "2018")]),
        ("in 2016 and 2018", [Time("2016", "2016"), Time("2018", "2018")]),
        ("en 2016 et en 2018", [Time("2016", "2016"), Time("2018", "2018")]),
        ("in 2016, 2017 and 2018", [Time("2016", "2016"), Time("2017", "2017"), Time("2018", "2018")]),
    ],
)
def test_times(cut: Callable[[str], list[words.Segment]], question: str, expected: list[Time]) -> None:
    found = [time for segment in cut(question) for m in segment.all("time") for time in m.data]
    assert found == expected


def test_years_inside_symbols_are_no_times(cut: Callable[[str], list[words.Segment]]) -> None:
    for question in ("resolution 2388 (2017)", "S/RES/2388 (2017)", "who cited resolution 2388 (2017)?"):
        found = cut(question)
        assert [s.get("time") for s in found] == [None] * len(found)
        assert found[-1].get("name") is not None


@pytest.mark.parametrize(
    ("question", "iri"),
    [
        ("the groupe interinstitutions", "ICAT"),
        ("résolution 2388", "S/RES/2388%20(2017)"),
        ("General Assembly resolution 72/195", "A/RES/72/195"),
        ("la résolution 72/195 de l’Assemblée générale", "A/RES/72/195"),
        ("a/74/127", "A/74/127"),
    ],
)
def test_names(cut: Callable[[str], list[words.Segment]], question: str, iri: str) -> None:
    named = [m.data for s in cut(question) for m in s.all("name")]
    assert [n.iris[0].rpartition("/id/")[2] for n in named] == [iri]


@pytest.mark.parametrize(
    ("question", "joined"),
    [
        ("Who set the Fund up?", "Who set up the Fund?"),
        ("ICAT issue brief, who brought it out in 2018?", "ICAT issue brief, who brought out it in 2018?"),
        ("who signed up in 2018?", "who signed up in 2018?"),
        ("when did OSCE take the chair over?", "when did OSCE take over the chair?"),
    ],
)
def test_adverbs_are_joined_with_their_verbs(store: Store, question: str, joined: str) -> None:
    assert words.rejoined(words.Vocabulary(store.questions), question) == joined


@pytest.mark.parametrize(
    ("text", "number"), [("4.2 million", 4_200_000), ("7,000", 7000), ("1,2 milliard", 12 * 10**8)]
)
def test_numbers(cut: Callable[[str], list[words.Segment]], text: str, number: int) -> None:
    assert [m.data for s in cut(f"who gave {text} dollars?") for m in s.all("number")] == [number]


def test_an_apostrophe_behind_a_question_word_is_a_verb(cut: Callable[[str], list[words.Segment]]) -> None:
    assert any(s.all("be") for s in cut("who's the chair of ICAT?"))
    assert not any(s.all("be") for s in cut("ICAT's chair in 2018"))


def test_what_is_unknown_is_kept(cut: Callable[[str], list[words.Segment]]) -> None:
    found = cut("resolution 99/999 and flibbertigibbet")
    named = found[0].get("name")
    assert named is not None and not named.data.known
    assert found[-1].meanings == ()


def test_completion(store: Store) -> None:
    assert completions(store, "who chaired the Groupe inter")[0] == (-12, "Groupe interinstitutions")
    assert (-3, "ICAT") in completions(store, "who chaired ICA")
    assert completions(store, "") == [] == completions(store, "x")


def test_history_is_kept_where_the_desktop_wants_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    assert history_file() == tmp_path / "palermo" / "questions"


def test_the_prompt(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from prompt_toolkit.application import create_app_session
    from prompt_toolkit.input import create_pipe_input
    from prompt_toolkit.output import DummyOutput

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    outcomes: list[Outcome] = []
    errors: list[Exception] = []
    with create_pipe_input() as typed, create_app_session(input=typed, output=DummyOutput()):
        typed.send_text("who chaired ICAT in 2018?\nand in 2017?\n\n" + "x" * 700 + "\n\x04")
        run(store, outcomes.append, failed=errors.append)
    assert [[getattr(a.value, "label", None) for a in o.answers] for o in outcomes] == [["UNICEF"], ["OHCHR"]]
    assert len(errors) == 1
    assert "who chaired ICAT in 2018?" in history_file().read_text(encoding="utf-8")
