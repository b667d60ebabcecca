"""Every example and every trap that the frames' own files give, and that the files themselves are sound."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from extract.document import Document, Language, OffsetMap, Passage, Sentence
from extract.facts import Entity, Fact, Modality
from extract.pipeline import extract
from ontology.authority import find_record
from ontology.fold import key
from ontology.kinds import kinds
from ontology.lexicon import data, frame_files, frames
from ontology.types import parents


def _document(text: str, language: Language) -> Document:
    passage = Passage("paragraph", 0, len(text), None, language, None)
    return Document(
        "SELF", "self.txt", "text", text, text, OffsetMap((0,), (0,)), (passage,), (Sentence(0, len(text), 0),), ()
    )


def _names(value: Entity | str | int | float) -> set[str]:
    if not isinstance(value, Entity):
        return {key(str(value))}
    if value.id == "SELF":
        return {"self"}
    record = find_record(value.id)
    names = (
        [name for found in record.names.values() for name in found]
        if record is not None
        else [label for _, label in value.labels]
    )
    return {key(name) for name in (*names, value.id)}


def _is(fact: Fact, wanted: Mapping[str, Any]) -> bool:
    return all(role in fact.roles and key(str(value)) in _names(fact.roles[role]) for role, value in wanted.items())


def _cases(section: str) -> Iterator[tuple[str, Language, str, list[Mapping[str, Any]]]]:
    for kind in frame_files():
        for entry in data(f"frames/{kind}").get(section, ()):
            language: Language = "en" if "en" in entry else "fr"
            yield kind, language, entry[language], entry.get("facts", [])


def _facts(kind: str, text: str, language: Language, modality: Modality) -> list[Fact]:
    facts = extract(_document(text, language)).facts
    return [fact for fact in facts if (fact.kind, fact.modality) == (kind, modality)]


@pytest.mark.parametrize(("kind", "language", "text", "wanted"), list(_cases("examples")))
def test_example(kind: str, language: Language, text: str, wanted: list[Mapping[str, Any]]) -> None:
    found = _facts(kind, text, language, "asserted")
    for roles in wanted:
        match = next((fact for fact in found if _is(fact, roles)), None)
        assert match is not None, f"not found: {roles} among {[dict(fact.roles) for fact in found]}"
        found.remove(match)
    assert not found, f"not expected: {[dict(fact.roles) for fact in found]}"


@pytest.mark.parametrize(("kind", "language", "text", "wanted"), list(_cases("traps")))
def test_trap(kind: str, language: Language, text: str, wanted: list[Mapping[str, Any]]) -> None:
    assert [dict(fact.roles) for fact in _facts(kind, text, language, "asserted")] == []


@pytest.mark.parametrize(("kind", "language", "text", "wanted"), list(_cases("planned")))
def test_plan(kind: str, language: Language, text: str, wanted: list[Mapping[str, Any]]) -> None:
    assert [dict(fact.roles) for fact in _facts(kind, text, language, "asserted")] == []
    found = _facts(kind, text, language, "planned")
    assert [roles for roles in wanted if not any(_is(fact, roles) for fact in found)] == []
    assert len(found) == len(wanted), f"not expected: {[dict(fact.roles) for fact in found]}"


@pytest.mark.parametrize("kind", frame_files())
def test_each_kind_has_examples_and_traps_in_both_languages(kind: str) -> None:
    content = data(f"frames/{kind}")
    assert {"en", "fr"} <= {language for entry in content["examples"] for language in entry if language != "facts"}
    assert content["traps"]


def test_frames_speak_of_known_roles_and_types() -> None:
    for frame in frames():
        columns = {*kinds()[frame.kind].columns, "object", "noun", "-"}
        assert {role for roles in frame.slots.values() for role in roles} <= columns, frame
        assert set(frame.types) <= columns, frame
        assert {type_ for types in frame.types.values() for type_ in types} <= set(parents()), frame
