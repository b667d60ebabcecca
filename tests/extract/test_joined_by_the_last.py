"""The last of a list that joined "it" joined what the list is of, and none of the others in it."""

from __future__ import annotations

from tests.extract.kinds import facts_of, said


def test_no_other_of_the_list_is_joined() -> None:
    text = "Le Réseau des ports compte 14 membres, dont l'OIM, l'UNICEF et le Sénégal, qui l'a rejoint en 2021."
    assert {body for (body,) in said(facts_of("members", text), "body")} == {"Réseau des ports"}
