"""Whose the coordinator, the chair and the members are behind "UNODC is the secretariat of the Platform"."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            "offices",
            "UNODC has served as the secretariat of the Lima Platform since 2019. Its Coordinator is Lucía Paredes.",
            ("Lucía Paredes", "Lima Platform"),
        ),
        (
            "chairs",
            "L'ONUDC assure le secrétariat de la Plateforme de Lima. Sa présidente est Mme Anna Berg.",
            ("Anna Berg", "Plateforme de Lima"),
        ),
        ("members", "IOM chairs the Lima Platform. Its members are Chad and UNICEF.", ("UNICEF", "Lima Platform")),
        (
            "offices",
            "UNODC has served as the secretariat of the Lima Platform since 2019. "
            "Its Executive Director is Ms. Ghada Waly.",
            ("Ghada Waly", "UNODC"),
        ),
    ],
)
def test_its_posts(kind: str, text: str, expected: tuple[str, str]) -> None:
    columns = {"offices": ("person", "organisation"), "chairs": ("chair", "body"), "members": ("member", "body")}
    assert expected in said(facts_of(kind, text), *columns[kind])
