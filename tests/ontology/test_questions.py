"""The lexicon as questions read it: it compiles, it is JSON, and what it says fits the kinds of fact."""

from __future__ import annotations

import json
import re

import pytest

from ontology.authority import records
from ontology.kinds import kinds
from ontology.lexicon import FOLDER, data, frame_files
from ontology.questions import LANGUAGES, compiled, digest, folded
from ontology.types import is_a, parents


def test_it_is_json_and_the_same_each_time() -> None:
    text = json.dumps(compiled(), sort_keys=True)
    assert json.loads(text)["digest"] == digest()
    assert re.fullmatch(r"[0-9a-f]{64}", digest())


def test_every_kind_of_fact_can_be_asked_for() -> None:
    called = {compiled()["frames"][n]["kind"] for la in LANGUAGES for entries in compiled()[la]["words"].values()
              for cls, value in entries if cls in ("verb", "noun", "post", "adjective") for n in value[:1]}  # fmt: skip
    assert set(kinds()) | {"mentions"} == called
    assert set(frame_files()) <= called


@pytest.mark.parametrize("kind", sorted(path.stem for path in FOLDER.glob("questions/kinds/*.yaml")))
def test_frames_speak_of_the_columns_of_their_kind(kind: str) -> None:
    known = set(kinds()[kind].columns) if kind in kinds() else {"entity", "document"}
    for frame in compiled()["frames"]:
        if frame["kind"] == kind and frame["own"]:
            roles = {role for roles in frame["slots"].values() for role in roles}
            assert roles - known <= {"-"}, frame
            assert frame["value"] is None or frame["value"] in known
            assert set(frame["set"]) <= known


def test_columns_types_and_regions_are_known() -> None:
    for name, kind in kinds().items():
        asked = compiled()["kinds"][name]
        for column in ("time", "value", "text", "people"):
            assert set(asked[column]) <= set(kind.columns), (name, column)
        assert asked["place"] in {None, *kind.columns}
    content = data("questions/words")
    for language in LANGUAGES:
        assert set(content[language]["types"]) - set(parents()) <= {"Date", "Paragraph", "Amount"}
        assert set(content["regions"][language].values()) <= set(records())
    telling = json.loads(json.dumps(compiled()["telling"], sort_keys=True))  # as a store keeps it
    types = [type_ for type_, _ in telling]
    assert {kind for _, kind in telling} <= set(kinds())
    assert set(types) <= set(parents())
    assert not [(wide, narrow) for n, wide in enumerate(types) for narrow in types[n + 1 :] if is_a(narrow, wide)]


def test_roles_have_types_in_every_kind() -> None:
    for name, kind in compiled()["kinds"].items():
        for role, range_ in kind["columns"].items():
            if range_ == "entity" and (name, role) != ("mentions", "document"):
                assert kind["types"].get(role), (name, role)


def test_words_are_folded() -> None:
    assert folded("L’État  partie") == "l etat partie"
    for language in LANGUAGES:
        for phrase in compiled()[language]["words"]:
            assert phrase == folded(phrase) and phrase != ""


@pytest.mark.parametrize(
    ("language", "phrase", "cls"),
    [
        ("en", "who", "ask"),
        ("en", "chaired", "verb"),
        ("en", "took part", "verb"),
        ("en", "members", "post"),
        ("en", "why", "refuse"),
        ("fr", "preside", "verb"),
        ("fr", "combien de", "ask"),
        ("fr", "etats parties", "post"),
        ("fr", "africaines", "region"),
        ("fr", "qu est ce que", "ask"),
    ],
)
def test_what_words_mean(language: str, phrase: str, cls: str) -> None:
    assert cls in {entry[0] for entry in compiled()[language]["words"][phrase]}
