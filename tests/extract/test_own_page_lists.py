"""What an organisation's own page lists under "Our members", « Présidence », without saying whose they are."""

from __future__ import annotations

from extract.facts import Entity, Fact
from extract.pipeline import extract
from extract.readers import read_bytes
from tests.extract.kinds import facts_of, said

_PAGE = """<html lang="{language}"><head><title>{title} | {name}</title></head><body><main><h1>{title}</h1>
<p>{about}</p>{body}</main></body></html>"""

ENGLISH = _PAGE.format(
    language="en",
    title="Who we are",
    name="Open Harbour Alliance",
    about="The Open Harbour Alliance (OHA) is a coalition of charities that help survivors. It was founded in 2011.",
    body="""<h2>Our members</h2><ul><li>Caritas Italiana (since 2015)</li><li>Kuri House (Malta)</li><li>IOM</li></ul>
    <h2>Steering Committee</h2><h3>Members</h3><ul><li>UNICEF</li></ul>
    <h2>Former members</h2><ul><li>UNDP</li></ul>
    <h2>What our members do</h2><ul><li>Share information</li></ul>
    <h2>Presidency</h2><table><tr><th>Year</th><th>Chair</th></tr><tr><td>2019</td><td>IOM</td></tr>
    <tr><td>2020</td><td>UNODC and ILO (co-chairs)</td></tr></table>""",
)
FRENCH = _PAGE.format(
    language="fr",
    title="Qui sommes-nous ?",
    name="Réseau Escale",
    about="Le Réseau Escale regroupe des associations qui aident les victimes. Il a été fondé en 2011.",
    body="""<h2>Nos membres</h2><ul><li>Le Seuil (France)</li><li>Amal al-Bahr (Liban), depuis 2018</li></ul>
    <h2>Présidence</h2><table><tr><th>Année</th><th>Présidence</th></tr>
    <tr><td>2019</td><td>Le Seuil</td></tr></table>""",
)


def test_members_and_chairs_of_whose_page_it_is() -> None:
    alliance, committee = "Open Harbour Alliance", "Steering Committee of the Open Harbour Alliance"
    assert _told(ENGLISH, "members", "member") == {
        (alliance, "Caritas Italiana", "2015"),
        (alliance, "Kuri House", ""),
        (alliance, "IOM", ""),
        (committee, "UNICEF", ""),
    }
    assert _told(ENGLISH, "chairs", "chair") == {
        (alliance, "IOM", "2019"),
        (alliance, "UNODC", "2020"),
        (alliance, "ILO", "2020"),
    }


def test_members_and_chairs_of_a_french_page() -> None:
    assert _told(FRENCH, "members", "member") == {
        ("Réseau Escale", "Le Seuil", ""),
        ("Réseau Escale", "Amal al-Bahr", "2018"),
    }
    assert _told(FRENCH, "chairs", "chair") == {("Réseau Escale", "Le Seuil", "2019")}


def _told(page: str, kind: str, role: str) -> set[tuple[str, str, str]]:
    facts = [fact for fact in extract(read_bytes(page.encode(), "page.html")).facts if fact.kind == kind]
    return {(_name(fact, "body"), _name(fact, role), str(fact.roles.get("year", ""))) for fact in facts}


def _name(fact: Fact, role: str) -> str:
    value = fact.roles[role]
    assert isinstance(value, Entity)
    return value.labels[0][1] if value.labels else value.id


def test_seats_are_those_of_whose_page_it_is() -> None:
    page = ENGLISH.replace(
        "</main>",
        """<p>Anna Berg has been Executive Coordinator since February 2022.</p>
        <p>The Ports Network of Peru met in Lima. Luis Rojas, Vice-Chair, opened the meeting.</p>
        <ul><li>Marc Leroy, Communications Officer (since 2020)</li></ul>
        <table><tr><th>Position</th><th>Name</th></tr><tr><td>Treasurer</td><td>Ana Lopez (2018–2022)</td></tr>
        <tr><td>Rapporteur</td><td>Carl Roy (since 2021)</td></tr></table></main>""",
    )
    assert _held(page) == {
        ("Anna Berg", "Open Harbour Alliance", "2022-02", ""),
        ("Luis Rojas", "Ports Network of Peru", "", ""),
        ("Marc Leroy", "Open Harbour Alliance", "2020", ""),
        ("Ana Lopez", "Open Harbour Alliance", "2018", "2022"),
        ("Carl Roy", "Open Harbour Alliance", "2021", ""),
    }


def test_seats_on_a_french_page() -> None:
    page = FRENCH.replace(
        "</main>",
        """<p>L’OIM nous soutient. Sa directrice générale, Amy Pope, est venue.</p>
        <table><tr><th>Fonction</th><th>Nom</th></tr><tr><td>Trésorière</td><td>Ana Lopez</td></tr>
        <tr><td>Coordinateur général</td><td>Karim Belhadj (depuis 2021)</td></tr></table></main>""",
    )
    assert _held(page) == {
        ("Amy Pope", "IOM", "", ""),
        ("Ana Lopez", "Réseau Escale", "", ""),
        ("Karim Belhadj", "Réseau Escale", "2021", ""),
    }


def test_between_the_house_and_who_serves_it_seats_are_of_nobody() -> None:
    page = ENGLISH.replace(
        "</main>", "<p>IOM hosts the secretariat of the Alliance. Anna Berg is Executive Coordinator.</p></main>"
    )
    assert _held(page) == {("Anna Berg", "", "", "")}


def _held(page: str) -> set[tuple[str, str, str, str]]:
    facts = [fact for fact in extract(read_bytes(page.encode(), "page.html")).facts if fact.kind == "offices"]
    return {
        (
            _name(fact, "person"),
            _name(fact, "organisation") if "organisation" in fact.roles else "",
            str(fact.roles.get("start", "")),
            str(fact.roles.get("end", "")),
        )
        for fact in facts
    }


def test_since_when_in_the_first_column_is_no_label() -> None:
    page = """<html><head><title>Histoire | REPOIT</title>
        <meta property="og:site_name" content="REPOIT"></head><body><main>
        <h1>Histoire</h1><p>Le Réseau parlementaire de l'océan Indien contre la traite (REPOIT) compte six membres.</p>
        <table><caption>Présidences successives</caption><tr><th>Période</th><th>Présidence assurée par</th></tr>
        <tr><td>2016-2018</td><td>M. Harivelo Rakoto (Madagascar)</td></tr>
        <tr><td>2018-2021</td><td>Mme Marie Bibi (Seychelles)</td></tr>
        <tr><td>Depuis 2021</td><td>M. Peter Mwangale (Kenya)</td></tr></table></main></body></html>"""
    assert {name for (name,) in said(facts_of("chairs", page, name="page.html"), "chair")} == {
        "Harivelo Rakoto",
        "Marie Bibi",
        "Peter Mwangale",
    }
