"""What those who give a speech mean by "my Office" and "my organization"."""

from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

SPEECH = """\
{0}

4 May 2022

Dear friends,

In 2020 {1} published “Follow the Money”, a guide for public buyers. Norway gave {1} $2 million last month.
"""


@pytest.mark.parametrize(
    ("head", "word", "body"),
    [
        ("Remarks by Lea Holt, Executive Director of UNODC, at the opening of the Ports Forum", "my Office", "UNODC"),
        ("Remarks by Lea Holt, Secretary-General of INTERPOL, at the Ports Forum", "my organization", "INTERPOL"),
        (
            "Remarks by Lea Holt, Special Envoy for Ports, at the opening of the Ports Forum",
            "my Office",
            "Office of the Special Envoy for Ports",
        ),
    ],
)
def test_body_behind_the_post(head: str, word: str, body: str) -> None:
    text = SPEECH.format(head, word)
    assert said(facts_of("publications", text), "publisher") == [(body,)]
    assert said(facts_of("funding", text), "donor", "recipient", "date") == [("Norway", body, "2022-04")]


def test_nobody_is_meant_where_the_head_names_no_post() -> None:
    text = SPEECH.format("Remarks by Lea Holt at the opening of the Ports Forum", "my Office")
    assert said(facts_of("publications", text), "publisher") == [("",)]


@pytest.mark.parametrize(
    ("when", "date"),
    [("Ten years ago", "2012"), ("Some ten years ago", ""), ("Three months ago", "2022-02"), ("Today", "")],
)
def test_times_are_counted_from_the_speech(when: str, date: str) -> None:
    text = SPEECH.format("Remarks by Lea Holt, Executive Director of UNODC, at the Ports Forum", "my Office")
    assert said(facts_of("publications", text.replace("In 2020", when)), "date") == [(date,)]


@pytest.mark.parametrize(
    "text",
    [
        "M. Roy, directeur de la Division nationale de lutte contre la traite (DNLT), a parlé. La DNLT est membre du "
        "Réseau des ports.",
        "Mr. Roy, director of the National Division against Trafficking (NDT), spoke. NDT is a member of the Ports "
        "Network.",
    ],
)
def test_an_acronym_behind_an_office_is_that_of_its_body(text: str) -> None:
    ((member,),) = said(facts_of("members", text), "member")
    assert member.startswith(("Division", "National Division"))
