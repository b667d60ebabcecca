"""What news and web pages say otherwise than reports: datelines, headlines, marks left in the text, long agents."""

# ruff: noqa: E501 - each text with what it tells stands on one line
from __future__ import annotations

import pytest

from tests.extract.kinds import facts_of, said

Told = list[tuple[str, ...]]

LED: list[tuple[str, str, Told]] = [
    ("responsibilities", "Led by Austria and co-led by Romania, Europol and Frontex, the operation codenamed TIDE resulted in 30 arrests.", []),
    ("responsibilities", "Coordinated by Europol, Frontex and INTERPOL, the raids of last spring went on for a week.", []),
    ("responsibilities", "Dirigée par l'Autriche, la Roumanie et Europol, l'opération a duré une semaine.", []),
    ("responsibilities", "Administered by UNODC, IOM and ILO, the Fund for Cabin Crews helps stewards.", [("ILO", "Fund for Cabin Crews"), ("IOM", "Fund for Cabin Crews"), ("UNODC", "Fund for Cabin Crews")]),
    ("responsibilities", "Dirigé par Europol, Frontex et INTERPOL, le Réseau des ports se réunit chaque année.", [("Europol", "Réseau des ports"), ("Frontex", "Réseau des ports"), ("INTERPOL", "Réseau des ports")]),
    ("responsibilities", "Supported by Norway, UNODC and IOM administer the Fund for Cabin Crews.", [("IOM", "Fund for Cabin Crews"), ("UNODC", "Fund for Cabin Crews")]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "told"), LED)
def test_several_agents_lead_what_stands_behind_them(kind: str, text: str, told: Told) -> None:
    assert said(facts_of(kind, text), "agent", "object") == told


NEWS: list[tuple[str, str, Told]] = [
    (
        "publications",
        'Oslo, 21 September 2012 - The Port Council has published today its report, entitled "Closed Doors".\n\nLima, 13 March 2012 - The Port Council has published today its report, entitled "Open Doors".',
        [("Closed Doors", "2012-09-21"), ("Open Doors", "2012-03-13")],
    ),
    (
        "publications",
        'VIENNA (Austria), 6 June 2023 – Ms. Berg spoke.\n\nThe Port Council published the guide "Open Doors" today.\n\nPORT LOUIS, 19 April 2023 — The Port Council yesterday published the guide "Safe Piers".',
        [("Open Doors", "2023-06-06"), ("Safe Piers", "2023-04-18")],
    ),
    (
        "publications",
        "LOMÉ (3 mai 2021) – Le Conseil des ports a publié hier le guide « Portes ouvertes ».\n\nOUAGADOUGOU, le 12 mai 2021 – Le Conseil des ports a publié aujourd'hui le guide « Quais sûrs ».",
        [("Portes ouvertes", "2021-05-02"), ("Quais sûrs", "2021-05-12")],
    ),
    (  # a date that a sentence begins with is no dateline
        "publications",
        '3 May 2021\n\nIn Lima, 12 March 2019 was a black day. The Port Council published the guide "Open Doors" today.',
        [("Open Doors", "2021-05-03")],
    ),
    (
        "publications",
        '3 May 2021\n\nThe fire in Lima, 12 March 2019 - it took a ship - was a turn. The Port Council published the guide "Open Doors" today.',
        [("Open Doors", "2021-05-03")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "told"), NEWS)
def test_today_is_the_day_of_the_piece_of_news(kind: str, text: str, told: Told) -> None:
    assert said(facts_of(kind, text), "title", "date") == told


MARKED: list[tuple[str, Told]] = [
    ("Recalling the United Nations Convention against Transnational Organized Crime3 and other texts on crime,", [("UNTOC",)]),
    ("Recalling the Convention on the Rights of the Child12 and what a child needs,", [("Convention on the Rights of the Child",)]),
    ("Rappelant la Convention relative aux droits de l'enfant7 et les besoins de l'enfant,", [("Convention on the Rights of the Child",)]),
    ("The Protocol to Prevent, Suppress and Punish Trafficking in Persons, Especially Women & Children, is in force.", [("Palermo Protocol",)]),
    ("La Convention contre la torture & autres peines ou traitements cruels, inhumains ou dégradants est en vigueur.", [("Convention against Torture",)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), MARKED)
def test_names_with_a_mark_or_a_sign(text: str, told: Told) -> None:
    assert said(facts_of("citations", text), "cited") == told


@pytest.mark.parametrize("text", ["Pier2 and quay7 were shut.", "See page12 of the guide; a page is missing."])
def test_digits_that_are_no_marks_stay(text: str) -> None:
    from extract.readers import read_bytes

    assert read_bytes(text.encode(), "note.txt").text.strip() == text


HEADED: list[tuple[str, str]] = [
    ("Ports Stay Shut\n\n3 April 2012\nGeneral Assembly\nDepartment of Public Information • News and Media Division • New York\n\nSixty-sixth General Assembly\n\nThe Assembly spoke of ports.", "author"),
    ("COMMITTEE ON PORTS DISCUSSES PILOTS AND PIERS\n\nMeeting Summaries\n\nThe Committee on Ports met.", "publisher"),
    ("COMMITTEE ON PORTS DISCUSSES PILOTS AND PIERS\n\nMeeting Summaries\n\nThe Committee on Ports met.", "author"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "column"), HEADED)
def test_lines_at_the_top_that_name_nobody(text: str, column: str) -> None:
    assert all(column not in fact.roles for fact in facts_of("documents", text))


def test_letterheads_name_who_publishes() -> None:
    text = "MINISTRY OF SOCIAL SERVICES AND WORKS\n\nAnnual report of the Ministry\n\nThe Ministry built two piers."
    assert said(facts_of("documents", text), "publisher") == [("MINISTRY OF SOCIAL SERVICES AND WORKS",)]


def test_quoted_words_are_nobody() -> None:
    assert facts_of("offices", "Citing ‘Silent Harbours’, Secretary-General Urges Reform\n\nThe mayor spoke.") == []


MEETINGS: list[tuple[str, Told]] = [
    (
        "Ports Stay Shut\n\n3 April 2012\nGeneral Assembly\nDepartment of Public Information • News and Media Division • New York\n\nSixty-sixth General Assembly\n\n109th Meeting (PM)\n\nThe Assembly spoke of ports.",
        [("109th Meeting of the General Assembly", "2012-04-03")],
    ),
    (
        "Les ports restent fermés\n\n3 mai 2012\n\nSoixante-sixième Assemblée générale\n\n109e séance plénière – matin\n\nLe Président a ouvert le débat.",
        [("109th plenary meeting of the General Assembly", "2012-05-03")],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), MEETINGS)
def test_meetings_of_the_body_of_a_session(text: str, told: Told) -> None:
    assert said(facts_of("meetings", text), "meeting", "start") == told


ASKED: list[tuple[str, Told]] = [
    ("The General Assembly encourages the further development of policies, programmes and strategies to prevent trafficking.", [("encourages", "", "the further development of policies, programmes and strategies to prevent trafficking")]),
    ("The General Assembly encourages the adoption of laws and services to protect sailors.", [("encourages", "", "the adoption of laws and services to protect sailors")]),
    ("L'Assemblée générale encourage la mise en place de réseaux et de services tendant à protéger les marins.", [("encourages", "", "la mise en place de réseaux et de services tendant à protéger les marins")]),
    ("The General Assembly urged the ratification of treaties and protocols to protect sailors.", []),
    ("The General Assembly encourages the fishing industry to hire crews.", [("encourages", "fishing industry", "hire crews")]),
    ("The General Assembly adopted a resolution on the Global Plan of Action, deciding also to open a fund.", [("decides", "", "open a fund")]),
    ("The Fund would be opened soon, the General Assembly decided, as the resolution reaffirmed the commitment by States to end the crime, to protect sailors.", []),
    ("Le Fonds serait bientôt ouvert, a décidé l'Assemblée générale, car les États avaient promis de protéger les marins.", []),
    ("The General Assembly decided, in its resolution 72/1, to open a fund.", [("decides", "", "open a fund")]),
    ("A/RES/90/1\n\nThe General Assembly,\n\n1. Encourages the development of policies, programmes and strategies to prevent trafficking;\n\n2. Encourages the Secretary-General to print them.", [("encourages", "", "the development of policies, programmes and strategies to prevent trafficking"), ("encourages", "Secretary-General", "print them")]),
    ("Ports Declaration\n\nWe, the ministers, adopted this Declaration.\n\n1. We urge States to act, and welcome the report of the Group.", [("urges", "States", "act")]),
    ("Ports Declaration\n\nWe, the ministers, adopted this Declaration.\n\n1. We call upon States to share data, and support the Fund.", [("calls-upon", "States", "share data, and support the Fund")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), ASKED)
def test_what_is_asked_of_whom(text: str, told: Told) -> None:
    assert said(facts_of("requests", text), "act", "addressee", "action") == told


BEHIND: list[tuple[str, str, tuple[str, ...], Told]] = [
    ("founded", "The Harbour Fund was established following the adoption by the General Assembly in July 2010 of the Ports Plan.", ("founder", "date"), []),
    ("founded", "The Harbour Fund was established after a decision by Norway in 2012.", ("founder", "date"), []),
    ("founded", "Le Fonds pour les marins a été créé à la suite de l'adoption par l'Assemblée générale en juillet 2010 du Plan des ports.", ("founder", "date"), []),
    ("founded", "The Harbour Fund was established after long talks in 2012 by Norway.", ("founder", "date"), [("Norway", "2012")]),
    ("adoptions", "The Harbour Fund was established following the adoption by the General Assembly in July 2010 of the Ports Plan.", ("body", "date"), [("General Assembly", "2010-07")]),
    ("founded", "IOM launched a series of talks to mark World Day against Trafficking in Persons 2024.", ("thing",), []),
    ("founded", "IOM launched a leaflet ahead of World Day against Trafficking in Persons 2024.", ("thing",), []),
    ("founded", "L'OIM a lancé une série d'activités pour marquer la Journée mondiale de la lutte contre la traite d'êtres humains 2024.", ("thing",), []),
    ("founded", "IOM launched the Open Roads campaign to honour the World Day against Trafficking in Persons in 2013.", ("thing", "date"), [("Open Roads", "2013")]),
    ("meetings", "The Palermo Protocol was adopted by resolution A/RES/55/25 of 15 November 2000 at the fifty-fifth session of the General Assembly.", ("start",), []),
    ("meetings", "Le Protocole de Palerme a été adopté par la résolution 55/25 du 15 novembre 2000, à la cinquante-cinquième session de l'Assemblée générale.", ("start",), []),
    ("meetings", "The Council adopted the Plan at its tenth meeting, on 3 May 2019.", ("start",), [("2019-05-03",)]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "columns", "told"), BEHIND)
def test_what_belongs_to_something_else(kind: str, text: str, columns: tuple[str, ...], told: Told) -> None:
    assert said(facts_of(kind, text), *columns) == told


IS_A: list[tuple[str, str, Told]] = [
    ("founded", "The Blue Heart Campaign is an international programme started by UNODC.", [("Blue Heart Campaign", "UNODC")]),
    ("founded", "The Open Roads Campaign is a regional programme launched by IOM in 2010.", [("Open Roads", "IOM")]),
    ("founded", "La Campagne Cœur bleu est un programme international lancé par l'ONUDC en 2009.", [("Blue Heart Campaign", "UNODC")]),
    ("founded", "The Harbour Network is a regional alliance founded by Togo.", [("Harbour Network", "Togo")]),
    ("founded", "UNICEF is a member of a network founded by Togo.", []),
    ("founded", "The Harbour Network and the Pier Panel met in a building founded by Togo.", []),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "told"), IS_A)
def test_what_a_thing_is_said_to_be(kind: str, text: str, told: Told) -> None:
    assert said(facts_of(kind, text), "thing", "founder") == told


HELD: list[tuple[str, Told]] = [
    ("Ms. Ana Berg, Minister of Justice of Togo, Mr. Luc Roy, and Ms. Eva Lind, Mayor of Lomé, spoke.", [("Ana Berg", "Minister of Justice"), ("Eva Lind", "Mayor")]),
    ("Mme Ana Berg, Ministre de la justice du Togo, M. Luc Roy et Mme Eva Lind, Maire de Lomé, ont pris la parole.", [("Ana Berg", "Ministre de la justice"), ("Eva Lind", "Maire")]),
    ("Ms. Ana Berg, Minister of Justice, H.E. Luc May, Special Envoy, and Ms. Eva Lind spoke.", [("Ana Berg", "Minister of Justice"), ("Luc May", "Special Envoy")]),
    ("Ana Berg, Envoy of the UN's Secretary-General, spoke.", []),
    ("Ana Berg, Special Representative of the United Nations’ Secretary-General on Ports, spoke.", []),
    ("Ana Berg, UNICEF's Executive Director, spoke.", [("Ana Berg", "Executive Director")]),
    ("The Minister of Justice, Mr. Luc Roy, and the Mayor of Lomé, Ms. Eva Lind, spoke.", [("Eva Lind", "Mayor"), ("Luc Roy", "Minister of Justice")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), HELD)
def test_an_office_between_two_people_is_of_the_first(text: str, told: Told) -> None:
    assert said(facts_of("offices", text), "person", "office") == told


SENT: list[tuple[str, str, str, Told]] = [
    ("publications", "publisher", "The OSCE Mission to Montenegro published the guide “Safe Piers” in 2019.", [("OSCE Mission to Montenegro",)]),
    ("chairs", "chair", "The EU Delegation to Chad chairs the Harbour Network.", [("EU Delegation to Chad",)]),
    ("chairs", "chair", "La Délégation de l'Union européenne au Tchad préside le Réseau des ports.", [("Délégation de l'Union européenne au Tchad",)]),
    ("offices", "organisation", "The Mission to Haiti was led by Ms. Berg.", [("Mission",)]),
    ("chairs", "chair", "The PAM chairs the Harbour Network.", []),
    ("chairs", "chair", "Le PAM préside le Réseau des ports.", [("WFP",)]),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "column", "text", "told"), SENT)
def test_missions_and_acronyms_of_the_other_language(kind: str, column: str, text: str, told: Told) -> None:
    assert said(facts_of(kind, text), column) == told


SAID: list[tuple[str, Told]] = [
    ("The Office announced that on 20 December 2016 the Security Council adopted resolution 2331 (2016).", [("2016-12-20",)]),
    ("Le Bureau a annoncé que le 20 décembre 2016 le Conseil de sécurité avait adopté la résolution 2331 (2016).", [("2016-12-20",)]),
    ("The Minister recalled that in December 2016, the Security Council had adopted resolution 2331 (2016).", [("2016-12",)]),
    ("On 3 May 2017 the Minister said that the Security Council had adopted resolution 2331 (2016).", [("",)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SAID)
def test_dates_that_open_what_is_said(text: str, told: Told) -> None:
    assert said(facts_of("adoptions", text), "date") == told


CHAIRS: list[tuple[str, Told]] = [
    ("The Harbour Network's 2023 co-chairs – IOM and UNICEF – spoke.", [("Harbour Network", "IOM", "2023"), ("Harbour Network", "UNICEF", "2023")]),
    ("The 2023 Chair of the Harbour Network – UNICEF – spoke.", [("Harbour Network", "UNICEF", "2023")]),
    ("The co-chairs of the Harbour Network in 2023 (IOM and UNICEF) spoke.", [("Harbour Network", "IOM", "2023"), ("Harbour Network", "UNICEF", "2023")]),
    ("Les coprésidents du Réseau des ports pour 2023 – l'OIM et l'UNICEF – ont parlé.", [("Réseau des ports", "IOM", "2023"), ("Réseau des ports", "UNICEF", "2023")]),
    ("The Chair of the Harbour Network – UNICEF said – was late.", []),
    ("The Chair of the Inter-Agency Coordination Group against Trafficking in Persons (ICAT) spoke.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), CHAIRS)
def test_chairs_between_dashes_and_brackets(text: str, told: Told) -> None:
    assert said(facts_of("chairs", text), "body", "chair", "year") == told


THEMES: list[tuple[str, Told]] = [
    ("World Day against Trafficking in Persons\n\nPeople are sold every day.\n\nThe theme for the year 2021 is “Voices at Sea”.", [("Voices at Sea", "2021")]),
    ("World Day against Trafficking in Persons\n\nThe 2021 theme is “Voices at Sea”.", [("Voices at Sea", "2021")]),
    ("Journée mondiale de la lutte contre la traite d'êtres humains\n\nDes gens sont vendus.\n\nLe thème de l'année 2021 est « Voix en mer ».", [("Voix en mer", "2021")]),
    ("World Day against Trafficking in Persons\n\nThe theme of the conference in 2021 was “Voices at Sea”.", []),
    ("Ports\n\nThe theme for 2021 was “Voices at Sea”.", []),
    ("The World Day against Trafficking in Persons focuses on the first helpers- the nurses, pilots and cooks.", [("the first helpers", "")]),
    ("La Journée mondiale de la lutte contre la traite d'êtres humains est consacrée aux premiers secours – infirmières et pilotes.", [("premiers secours", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), THEMES)
def test_themes_of_the_day_that_the_title_names(text: str, told: Told) -> None:
    assert said(facts_of("themes", text), "theme", "year") == told


NUMBERS: list[tuple[str, Told]] = [
    ("More than 50.000 sailors and over 17.500 crews were screened.", [("17500",), ("50000",)]),
    ("Some 1.250.000 sailors were screened.", [("1250000",)]),
    ("The port handled 4.125 tonnes of ice.", [("4.125",)]),
    ("The fund grew by 2.500 per cent.", [("2.5",)]),
    ("The project will provide aid and services to 1000 sailors.", []),
    ("The Fund agreed to provide aid and services for 300 crews.", []),
    ("The Fund provided aid and services to 300 crews.", [("300",)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), NUMBERS)
def test_numbers_as_other_languages_write_them_and_planned_ones(text: str, told: Told) -> None:
    assert said(facts_of("figures", text), "value") == told
