"""What pages state by their layout, drawn in all formats: ``layouts/*.yaml`` give the pages and all that they state."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.facts import Entity
from extract.pipeline import extract
from extract.readers import read_bytes
from ontology.authority import find_record
from ontology.fold import key
from tests.extract.drawn import drawn

FOLDER = Path(__file__).parent / "layouts"
APART = ("figures", "documents", "citations")  # complete only where a page says so
PAGES = [
    pytest.param(page, language, format_, id=f"{language}{number}-{format_}")
    for language in ("en", "fr")
    for number, page in enumerate(yaml.safe_load((FOLDER / f"{language}.yaml").read_text("utf-8")))
    for format_ in page.get("formats", ("txt", "html", "docx", "pdf"))
]


def _names(value: Entity | str | int | float) -> set[str]:
    if not isinstance(value, Entity):
        return {key(str(value))}
    record = find_record(value.id)
    found = [name for listed in record.names.values() for name in listed] if record is not None else []
    return {key(name) for name in (*found, *(label for _, label in value.labels), value.id)}


def _is(roles: Any, wanted: dict[str, Any]) -> bool:
    return all(role in roles and key(str(value)) in _names(roles[role]) for role, value in wanted.items())


@pytest.mark.parametrize(("page", "language", "format_"), PAGES)
def test_a_page_states_no_more_and_no_less(page: dict[str, Any], language: str, format_: str) -> None:
    document = read_bytes(drawn(page["page"], format_, language), f"page.{format_}")
    found = [fact for fact in extract(document).facts if fact.modality == "asserted"]
    wanted = [(kind, roles) for kind, listed in page["facts"].items() for roles in listed]
    missed = [(kind, roles) for kind, roles in wanted if not any(f.kind == kind and _is(f.roles, roles) for f in found)]
    asked = {kind for kind, _ in wanted}
    beyond = [
        (fact.kind, fact.roles)
        for fact in found
        if (fact.kind not in APART or fact.kind in asked)
        and not any(kind == fact.kind and _is(fact.roles, roles) for kind, roles in wanted)
    ]
    assert (missed, beyond) == ([], [])
