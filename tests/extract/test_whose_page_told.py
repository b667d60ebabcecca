"""On the pages of a network: its members, its assembly, its theme; and whom lists of members name."""

from __future__ import annotations

import pytest

from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said


def _page(kind: str, title: str, body: str, *columns: str) -> list[tuple[str, ...]]:
    html = f"<html><head><title>{title}</title></head><body><main><h1>{title[:8]}</h1>{body}</main></body></html>"
    found = extract(read_bytes(html.encode(), "page.html")).facts
    return said([fact for fact in found if (fact.kind, fact.modality) == (kind, "asserted")], *columns)


ABOUT = "<p>The Open Doors Network (ODN) is an alliance of 46 organisations.</p>"
ASSEMBLY = (
    f"{ABOUT}<p>The ODN General Assembly adopted the Charter on 9 May 2018. The ninth General Assembly was held in "
    "Accra from 3 to 5 April 2024. UNICEF and the ILO attended as guests.</p>"
)


def test_members_below_a_line_that_says_so() -> None:
    body = f"{ABOUT}<h2>Members</h2><p>Among our members are:</p><ul><li>Casa Abierta (Peru)</li><li>IOM</li></ul>"
    told = _page("members", "About us | Open Doors Network", body, "body", "member")
    assert told == [("Open Doors Network", "Casa Abierta"), ("Open Doors Network", "IOM")]


def test_members_in_french() -> None:
    body = "<p>Le Réseau Escale réunit des associations.</p><h2>Nos membres</h2><p>Parmi nos membres figurent :</p>"
    body += "<ul><li>La Lanterne (Belgique)</li><li>Porto Seguro (Portugal)</li></ul>"
    told = _page("members", "Qui sommes-nous | Réseau Escale", body, "body", "member")
    assert told == [("Réseau Escale", "La Lanterne"), ("Réseau Escale", "Porto Seguro")]


def test_since_when_beside_a_name_in_a_card() -> None:
    body = f"{ABOUT}<dl><dt>Director</dt><dd>Paul Roy, since January 2023</dd><dt>Treasurer</dt><dd>Ines Berg</dd></dl>"
    told = _page("offices", "About us | Open Doors Network", body, "person", "office", "organisation", "start")
    assert told == [
        ("Ines Berg", "Treasurer", "Open Doors Network", ""),
        ("Paul Roy", "Director", "Open Doors Network", "2023-01"),
    ]


def test_the_assembly_of_the_network() -> None:
    held = _page("meetings", "About us | Open Doors Network", ASSEMBLY, "body", "meeting", "place")
    assert held == [("ODN General Assembly", "ninth General Assembly", "Accra")]
    there = _page("participants", "About us | Open Doors Network", ASSEMBLY, "participant")
    assert there == [("ILO",), ("UNICEF",)]


@pytest.mark.parametrize(
    ("title", "body", "told"),
    [
        (
            "About us | Open Doors Network",
            f'{ASSEMBLY}<p>"Papers" is the Network\'s theme for 2025; it was chosen by the General Assembly.</p>',
            ("Open Doors Network", "Papers", "2025", "ODN General Assembly"),
        ),
        (
            "Qui sommes-nous | Réseau Escale",
            "<p>Le Réseau Escale réunit des associations.</p><p>Chaque année, nous choisissons un thème : pour 2025, "
            "c’est « Un toit ».</p>",
            ("Réseau Escale", "Un toit", "2025", "Réseau Escale"),
        ),
        (
            "Passerelles | Association Rive Sud",
            "<p>L'Association Rive Sud aide les migrants.</p><p>Pour 2025, l'association s'est donné pour thème « Un "
            "contrat ».</p>",
            ("Association Rive Sud", "Un contrat", "2025", "Association Rive Sud"),
        ),
    ],
)
def test_its_theme(title: str, body: str, told: tuple[str, ...]) -> None:
    assert _page("themes", title, body, "occasion", "theme", "year", "chooser") == [told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '"Papers" is the Ports Network\'s theme for 2025; it was chosen by the Ports Board.',
            ("Ports Network", "Ports Board"),
        ),
        ("Le thème annuel de la Coalition des ports, pour 2025, est « Suivre l'argent ».", ("Coalition des ports", "")),
        (
            "The Ports Committee met in May. It retained “Our isles” as the theme of the World Day against Trafficking "
            "in Persons in 2025.",
            ("World Day against Trafficking in Persons", "Ports Committee"),
        ),
        (
            "Le Comité des ports s'est réuni. Il retient « Nos îles » comme thème de la Journée mondiale de la lutte "
            "contre la traite d'êtres humains en 2025.",
            ("World Day against Trafficking in Persons", "Comité des ports"),
        ),
    ],
)
def test_whose_theme_and_who_chose_it(text: str, told: tuple[str, str]) -> None:
    assert said(facts_of("themes", text), "occasion", "chooser") == [told]


@pytest.mark.parametrize(
    ("text", "members"),
    [
        (
            "1.1 The members of the Ports Team are:\n\nUNHCR\nInternational Organization for Migration (IOM)\n"
            "Save the Children\nUNITED NATIONS OFFICE ON DRUGS AND CRIME (UNODC)\n\n1.2 Chad attends as an observer.\n",
            ["IOM", "Save the Children", "UNHCR", "UNODC"],
        ),
        ("The talks were attended by the following members of the Ports Group: Chad and Kenya.", ["Chad", "Kenya"]),
        ("Ont pris la parole les membres ci-après du Comité des ports : le Kenya et le Tchad.", ["Chad", "Kenya"]),
        ("Letters went to the following future members of the Ports Committee: Chad and Kenya.", []),
        ("Members of the Ports Team\n\nUNICEF\n\nUNHCR said that it would not join the Team.\n", ["UNICEF"]),
    ],
)
def test_members_that_are_listed(text: str, members: list[str]) -> None:
    assert said(facts_of("members", text), "member") == [(one,) for one in members]
